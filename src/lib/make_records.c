/*
 * Stage 9. In: cues, links, speakers. Out: the records that a caller sees,
 * in the order of their quotations.
 *
 * Fields are stretches of the input, never rebuilt text.
 */
#include <stdlib.h>

#include "confidence.h"
#include "inheritance.h"
#include "names.h"
#include "pipeline.h"

struct draft {
    uint32_t cue;
    struct kutip_span quote;
};

/* ----------------------------------------------------------------- drafts */

static struct kutip_span
content_span(const struct kt_doc *doc, const struct kt_cue *cue)
{
    const struct kt_quote *quote;
    if (cue->quote == KT_NONE)
        return kt_span_of(doc, cue->content);
    quote = &doc->quotes.items[cue->quote];
    return kt_span(doc, quote->inner_start, quote->inner_end);
}

static int
compare_drafts(const void *a, const void *b)
{
    const struct draft *x = a, *y = b;
    if (x->quote.start != y->quote.start)
        return x->quote.start < y->quote.start ? -1 : 1;
    return x->cue < y->cue ? -1 : x->cue > y->cue;
}

/* The cues that have content, in the order of the text. */
static struct draft *
make_drafts(struct kt_doc *doc, uint32_t *count)
{
    struct draft *drafts = kt_arena_take(
        &doc->arena, ((size_t)doc->cues.count + 1) * sizeof *drafts);

    *count = 0;
    if (drafts == NULL)
        return NULL;
    for (uint32_t i = 0; i < doc->cues.count; i++) {
        const struct kt_cue *cue = &doc->cues.items[i];
        struct kutip_span quote;
        if (cue->type == KT_CUE_AGENT)
            continue;
        quote = content_span(doc, cue);
        if (quote.text == NULL || quote.length == 0)
            continue;
        drafts[*count].cue = i;
        drafts[(*count)++].quote = quote;
    }
    qsort(drafts, *count, sizeof *drafts, compare_drafts);
    return drafts;
}

/* ----------------------------------------------------------------- places */

static void
set_place(const struct kt_doc *doc, struct kutip_record *record,
          uint32_t *sentence)
{
    while (*sentence + 1 < doc->sentences.count &&
           doc->sentences.items[*sentence + 1].start <= record->quote.start)
        (*sentence)++;
    record->sentence = *sentence + 1;
    record->paragraph = doc->sentences.items[*sentence].paragraph + 1;
}

/* --------------------------------------------------------------- speakers */

static void
set_speaker(const struct kt_doc *doc, uint32_t speaker,
            struct kutip_record *record)
{
    const struct kt_speaker *found = &doc->speakers.items[speaker];
    const struct kt_mention *intro =
        &doc->mentions.items[found->introduced];
    const struct kt_mention *described =
        &doc->mentions.items[found->described];

    record->kind = (enum kutip_kind)found->kind;
    record->speaker = kt_name_span(doc, &doc->mentions.items[found->named]);
    if (intro->kind != KT_MENTION_ROLE)
        record->introduced = kt_span_of(doc, intro->mention);
    if (found->kind == KUTIP_PERSON || found->kind == KUTIP_DOCUMENT) {
        if (!kt_is_human(doc, described->role))
            record->role = kt_span_of(doc, described->role);
        record->affiliation = kt_span_of(doc, described->affiliation);
    }
}

/* What stands at the cue: a mention, or the last three letters of it. */
static void
set_mention(const struct kt_doc *doc, const struct kt_cue *cue,
            uint32_t speaker, struct kutip_record *record)
{
    if (cue->source == KT_SOURCE_CLITIC && kt_range_set(cue->cue)) {
        const struct kt_token *token =
            &doc->tokens.items[cue->cue.end - 1];
        if (token->clitic > 0)
            record->mention =
                kt_span(doc, token->end - token->clitic, token->end);
    } else if (cue->mention != KT_NONE) {
        const struct kt_mention *mention =
            &doc->mentions.items[cue->mention];
        bool introduces =
            speaker != KT_NONE &&
            doc->speakers.items[speaker].introduced == cue->mention;
        record->mention = kt_span_of(doc, mention->mention);
        if (!introduces && mention->kind == KT_MENTION_PERSON &&
            kt_range_set(mention->role) &&
            mention->role.end == mention->mention.first)
            record->mention = kt_span(
                doc, doc->tokens.items[mention->role.first].start,
                (uint32_t)record->mention.end);
    }
}

/* ---------------------------------------------------------- circumstances */

static void
set_circumstances(const struct kt_doc *doc,
                  const struct kt_circumstances *c,
                  struct kutip_record *record)
{
    record->addressee = kt_span_of(doc, c->addressee);
    record->via = kt_span_of(doc, c->via);
    record->time = kt_span_of(doc, c->time);
    record->place = kt_span_of(doc, c->place);
    record->event = kt_span_of(doc, c->event);
}

/* ------------------------------------------------------------- the record */

/* The record this one goes on with: the one just before it, by the same
 * speaker, when this one has no cue of its own or shares that one's. */
static uint32_t
continued(const struct kt_doc *doc, const struct draft *before,
          const struct draft *draft)
{
    const struct kt_cue *a = &doc->cues.items[before->cue];
    const struct kt_cue *b = &doc->cues.items[draft->cue];
    bool same = doc->cue_links.items[before->cue].speaker ==
                doc->cue_links.items[draft->cue].speaker;

    if (!same || a->quote == KT_NONE || b->quote == KT_NONE)
        return 0;
    if (doc->quotes.items[b->quote].carries_on == a->quote)
        return doc->records.count - 1;
    if (kt_range_set(a->cue) && kt_range_set(b->cue))
        return a->cue.first == b->cue.first ? doc->records.count - 1 : 0;
    return !kt_range_set(b->cue) && b->unit - a->unit <= 1
               ? doc->records.count - 1
               : 0;
}

static bool
make_record(struct kt_doc *doc, const struct draft *drafts, uint32_t i,
            const struct kt_circumstances *circumstances, uint32_t *sentence)
{
    const struct kt_cue *cue = &doc->cues.items[drafts[i].cue];
    uint32_t speaker = doc->cue_links.items[drafts[i].cue].speaker;
    struct kutip_record *record = kt_list_push(&doc->arena, &doc->records);
    uint32_t *made_of = kt_list_push(&doc->arena, &doc->record_cues);

    if (record == NULL || made_of == NULL)
        return false;
    *made_of = drafts[i].cue;
    record->id = doc->records.count;
    record->type = (enum kutip_type)cue->type;
    record->quote = drafts[i].quote;
    set_place(doc, record, sentence);
    if (i > 0)
        record->continues = continued(doc, &drafts[i - 1], &drafts[i]);
    if (speaker != KT_NONE)
        set_speaker(doc, speaker, record);
    set_mention(doc, cue, speaker, record);
    set_circumstances(doc, &circumstances[drafts[i].cue], record);
    record->cue = kt_span_of(doc, cue->cue);
    record->rule = cue->pattern->name;
    record->rule_file = cue->pattern->file;
    record->rule_line = cue->pattern->line;
    record->confidence = kt_confidence_of(doc, drafts[i].cue);
    return true;
}

kutip_status
kt_make_records(const struct kt_engine *engine, struct kt_doc *doc)
{
    uint32_t count, sentence = 0;
    struct draft *drafts = make_drafts(doc, &count);
    struct kt_circumstances *circumstances = kt_inherit_circumstances(doc);
    (void)engine;

    if (drafts == NULL || circumstances == NULL)
        return KUTIP_NO_MEMORY;
    for (uint32_t i = 0; i < count; i++)
        if (!make_record(doc, drafts, i, circumstances, &sentence))
            return KUTIP_NO_MEMORY;
    return KUTIP_OK;
}
