/*
 * Where circumstances are looked for: between source and cue, before the
 * source, behind the attribution; never in what was said.
 */
#include <stdio.h>
#include <string.h>

#include "check_kutip.h"
#include "doc.h"

struct one_case {
    const char *text;
    const char *wanted;
};

static void
put(FILE *stream, const kutip_doc *doc, struct kt_range tokens)
{
    struct kutip_span span = kt_span_of(doc, tokens);
    fprintf(stream, "%.*s", (int)span.length, span.text ? span.text : "");
}

static char *
show(const kutip_doc *doc)
{
    char *out = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&out, &size);

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
            put(stream, doc, parts[p].tokens);
        }
    }
    fclose(stream);
    return out;
}

static void
check_case(const struct one_case *one)
{
    kutip_doc *doc = check_analyze(one->text);
    char *found = show(doc);
    ck_assert_msg(strcmp(found, one->wanted) == 0,
                  "text:\n%s\nexpected:\n%s\nfound:\n%s", one->text,
                  one->wanted, found);
    free(found);
    kutip_doc_free(doc);
}

#define CASES(name, ...)                                                      \
    static const struct one_case name##_cases[] = {__VA_ARGS__};              \
    START_TEST(name)                                                          \
    {                                                                         \
        check_case(&name##_cases[_i]);                                        \
    }                                                                         \
    END_TEST

#define ADD(tcase, name)                                                      \
    tcase_add_loop_test((tcase), name, 0,                                     \
                        sizeof name##_cases / sizeof *name##_cases)

/* clang-format off */

CASES(found,
    {"Rini Astuti, Selasa (5/5), di Kudus, mengatakan hujan turun.",
     "time=Selasa (5/5); place=Kudus"},
    {"Dalam jumpa pers di Kudus, Rini Astuti mengatakan hujan turun.",
     "place=Kudus; event=Dalam jumpa pers"},
    {"Saat dihubungi, Rini Astuti mengatakan hujan turun.",
     "event=Saat dihubungi"},
    {"Rini Astuti melaporkan pada Rabu (6/5) bahwa hujan turun.",
     "time=Rabu (6/5)"},
    {"Rini Astuti mengatakan hujan akan turun, Rabu (6/5).",
     "time=Rabu (6/5)"},
    {"Hal itu disampaikan Rini Astuti di Kudus, Rabu (6/5).",
     "time=Rabu (6/5); place=Kudus"})

CASES(not_found,
    {"Rini Astuti mengatakan hujan turun di Kudus saat rapat.", ""},
    {"Warga di Kudus gembira, dan Rini Astuti mengatakan hujan turun.", ""},
    {"\"Kami siap,\" kata Rini Astuti. Di Kudus hujan turun Senin (5/5).",
     ""})

/* clang-format on */

int
main(void)
{
    TCase *tcase = check_engine_case("beside");

    ADD(tcase, found);
    ADD(tcase, not_found);
    return check_run("cue_beside", tcase, NULL);
}
