/*
 * In: an item of a stage's list. Out: what it covers, and a line about it,
 * for people who look inside with --dump.
 */
#include "describe.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Ends a detail that is full with an ellipsis, behind a whole character. */
static void
cut(char detail[512])
{
    size_t end = 512 - sizeof "...";
    while (end > 0 && ((unsigned char)detail[end] & 0xC0) == 0x80)
        end--;
    strcpy(detail + end, "...");
}

/* Appends to the detail, in one line; what does not fit is cut. */
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
    size_t room = sizeof item->detail - used;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(item->detail + used, room, format, arguments);
    va_end(arguments);
    if (length >= 0 && (size_t)length >= room)
        cut(item->detail);
    for (char *c = item->detail + used; *c != '\0'; c++)
        if ((unsigned char)*c < ' ')
            *c = ' ';
}

static void
add_part(struct kutip_item *item, const struct kt_doc *doc, const char *name,
         struct kt_range tokens)
{
    struct kutip_span span = kt_span_of(doc, tokens);
    if (span.text != NULL)
        add(item, ", %s \"%.*s\"", name, (int)span.length, span.text);
}

KT_DESCRIBE(paragraphs)
{
    const struct kt_paragraph *paragraph = &doc->paragraphs.items[i];
    item->span = kt_span(doc, paragraph->start, paragraph->end);
    if (paragraph->boilerplate)
        add(item, "boilerplate");
    else if (paragraph->body > paragraph->start)
        add(item, "dateline of %u bytes",
            (unsigned)(paragraph->body - paragraph->start));
}

static const char *const token_kinds[] = {
    [KT_TOKEN_WORD] = "word",
    [KT_TOKEN_NUMBER] = "number",
    [KT_TOKEN_MARK] = "mark",
    [KT_TOKEN_QUOTE] = "quotation mark",
};

static const struct {
    uint16_t flag;
    const char *name;
} token_flags[] = {
    {KT_CAPITALISED, "capitalised"}, {KT_ALL_UPPER, "all upper case"},
    {KT_ONE_LETTER, "one letter"},   {KT_HAS_DIGIT, "has a digit"},
    {KT_HAS_DOT, "has a dot"},       {KT_SPACE_BEFORE, "space before"},
    {KT_LINE_BEFORE, "line before"}, {KT_IS_CLITIC, "clitic"},
};

KT_DESCRIBE(tokens)
{
    const struct kt_token *token = &doc->tokens.items[i];
    const struct kt_lexicon *lexicon = &doc->engine->lexicon;
    struct kt_set classes = kt_token_classes(doc, i);
    item->span = kt_span(doc, token->start, token->end);
    add(item, "%s", token_kinds[token->kind]);
    for (size_t k = 0; k < sizeof token_flags / sizeof *token_flags; k++)
        if (token->flags & token_flags[k].flag)
            add(item, ", %s", token_flags[k].name);
    if (token->word != 0)
        add(item, ", known");
    for (uint32_t class = 0; class < lexicon->class_count; class++)
        if (kt_set_has(classes, class))
            add(item, ", %s", lexicon->class_names[class]);
}

KT_DESCRIBE(sentences)
{
    const struct kt_sentence *sentence = &doc->sentences.items[i];
    item->span = kt_span(doc, sentence->start, sentence->end);
    add(item, "paragraph %u, %u tokens", (unsigned)sentence->paragraph + 1,
        (unsigned)(sentence->end_token - sentence->first_token));
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
        [KT_SOURCE_NOBODY] = "nobody",
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
