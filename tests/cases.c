/* Lists of texts and of what is found in them; see cases.h. */
#include "cases.h"

#include <stdlib.h>
#include <string.h>

void
check_case(const struct text_case *one, case_show *show)
{
    kutip_doc *doc = check_analyze(one->text);
    char *found = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&found, &size);

    ck_assert_ptr_nonnull(stream);
    show(stream, doc);
    fclose(stream);
    ck_assert_msg(strcmp(found, one->wanted) == 0,
                  "text:\n%s\nexpected:\n%s\nfound:\n%s", one->text,
                  one->wanted, found);
    free(found);
    kutip_doc_free(doc);
}

void
show_tokens(FILE *stream, const kutip_doc *doc, struct kt_range tokens)
{
    struct kutip_span span = kt_span_of(doc, tokens);
    fprintf(stream, "%.*s", (int)span.length, span.text ? span.text : "");
}

void
show_circumstances(FILE *stream, const kutip_doc *doc)
{
    for (uint32_t i = 0; i < doc->cues.count; i++) {
        const struct kt_circumstances *found =
            &doc->cues.items[i].circumstances;
        struct {
            const char *sign;
            struct kt_range tokens;
        } parts[] = {{"time", found->time},
                     {"place", found->place},
                     {"event", found->event},
                     {"to", found->addressee},
                     {"via", found->via}};
        for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
            if (!kt_range_set(parts[p].tokens))
                continue;
            fprintf(stream, "%s%s=", ftell(stream) > 0 ? "; " : "",
                    parts[p].sign);
            show_tokens(stream, doc, parts[p].tokens);
        }
    }
}
