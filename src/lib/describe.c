/*
 * In: an item of a stage's list. Out: what it covers, and a line about it,
 * for people who look inside with --dump.
 */
#include "describe.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Appends to the detail; what does not fit is cut. */
static void
add(struct kutip_item *item, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;

static void
add(struct kutip_item *item, const char *format, ...)
{
    size_t used = strlen(item->detail);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(item->detail + used, sizeof item->detail - used, format,
              arguments);
    va_end(arguments);
}

static void
add_part(struct kutip_item *item, const struct kt_doc *doc, const char *name,
         struct kt_range tokens)
{
    struct kutip_span span = kt_span_of(doc, tokens);
    if (span.text != NULL)
        add(item, ", %s \"%.*s\"", name, (int)span.length, span.text);
}

KT_DESCRIBE(quotes)
{
    const struct kt_quote *quote = &doc->quotes.items[i];
    item->span = kt_span(doc, quote->start, quote->end);
    item->detail[0] = '\0';
    add(item, "level %u%s%s%s%s", quote->level,
        quote->repaired ? ", repaired" : "", quote->title ? ", a title" : "",
        quote->parent != KT_NONE ? ", nested" : "",
        quote->carries_on != KT_NONE ? ", carries on" : "");
}

KT_DESCRIBE(terms)
{
    const struct kt_term *term = &doc->terms.items[i];
    const struct kt_lexicon *lexicon = &doc->engine->lexicon;

    item->span = kt_span_of(
        doc, (struct kt_range){term->first_token, term->end_token});
    item->detail[0] = '\0';
    for (unsigned class = 0; class < lexicon->class_count; class++)
        if (kt_set_has(term->classes, class))
            add(item, "%s%s", item->detail[0] == '\0' ? "" : " ",
                lexicon->class_names[class]);
}

KT_DESCRIBE(mentions)
{
    static const char *const kinds[] = {
        [KT_MENTION_PERSON] = "person",
        [KT_MENTION_ORGANISATION] = "organisation",
        [KT_MENTION_ROLE] = "role",
        [KT_MENTION_PRONOUN] = "pronoun",
        [KT_MENTION_GROUP] = "group",
        [KT_MENTION_ANONYMOUS] = "anonymous",
        [KT_MENTION_DOCUMENT] = "document",
    };
    const struct kt_mention *mention = &doc->mentions.items[i];

    item->span = kt_span_of(doc, mention->whole);
    item->detail[0] = '\0';
    add(item, "%s", kinds[mention->kind]);
    if (mention->kind == KT_MENTION_PERSON)
        add_part(item, doc, "name", mention->name);
    add_part(item, doc, "role", mention->role);
    add_part(item, doc, "affiliation", mention->affiliation);
    if (i < doc->mention_links.count &&
        doc->mention_links.items[i].speaker != KT_NONE)
        add(item, ", speaker %u",
            (unsigned)doc->mention_links.items[i].speaker + 1);
    add(item, ", evidence %d", mention->evidence);
}

KT_DESCRIBE(cues)
{
    const struct kt_cue *cue = &doc->cues.items[i];
    static const char *const sources[] = {
        [KT_SOURCE_MENTION] = "mention",
        [KT_SOURCE_CLITIC] = "-nya",
        [KT_SOURCE_PREVIOUS] = "as before",
        [KT_SOURCE_FOCUS] = "not told",
    };

    item->span = kt_span_of(doc, cue->cue);
    if (cue->quote != KT_NONE && item->span.text == NULL)
        item->span = kt_span(doc, doc->quotes.items[cue->quote].start,
                             doc->quotes.items[cue->quote].end);
    item->detail[0] = '\0';
    add(item, "%s (%s:%u), source %s", cue->pattern->name,
        cue->pattern->file, (unsigned)cue->pattern->line,
        sources[cue->source]);
    if (cue->mention != KT_NONE)
        add_part(item, doc, "mention",
                 doc->mentions.items[cue->mention].whole);
    add_part(item, doc, "content", cue->content);
    if (cue->quote != KT_NONE)
        add(item, ", quotation %u", (unsigned)cue->quote + 1);
}

KT_DESCRIBE(speakers)
{
    const struct kt_speaker *speaker = &doc->speakers.items[i];
    const struct kt_mention *intro =
        &doc->mentions.items[speaker->introduced];

    item->span = kt_span_of(doc, doc->mentions.items[speaker->named].whole);
    item->detail[0] = '\0';
    add(item, "%s", kutip_kind_name((enum kutip_kind)speaker->kind));
    add_part(item, doc, "introduced", intro->whole);
    add_part(item, doc, "role", intro->role);
    add_part(item, doc, "affiliation", intro->affiliation);
}

KT_DESCRIBE(records)
{
    const struct kutip_record *record = &doc->records.items[i];

    item->span = record->quote;
    item->detail[0] = '\0';
    add(item, "%s by %s", kutip_type_name(record->type), record->rule);
    if (record->speaker.text != NULL)
        add(item, ", speaker \"%.*s\"", (int)record->speaker.length,
            record->speaker.text);
}
