/*
 * The nine stages and their order.
 *
 * In: an engine and a document with its text. Out: the document's lists,
 * filled as far as was asked. A stage that has no better words for its
 * items shows what they cover.
 */
#include "pipeline.h"

#include <stdio.h>

#define COUNT(list)                                                           \
    static uint32_t count_##list(const struct kt_doc *doc)                    \
    {                                                                         \
        return doc->list.count;                                               \
    }

COUNT(paragraphs)
COUNT(tokens)
COUNT(quotes)
COUNT(sentences)
COUNT(terms)
COUNT(mentions)
COUNT(cues)
COUNT(speakers)
COUNT(records)

static void
describe_quotes(const struct kt_doc *doc, uint32_t i, struct kutip_item *item)
{
    const struct kt_quote *quote = &doc->quotes.items[i];
    item->span = kt_span(doc, quote->start, quote->end);
    snprintf(item->detail, sizeof item->detail, "level %u%s%s%s", quote->level,
             quote->repaired ? ", repaired" : "",
             quote->title ? ", a title" : "",
             quote->carries_on != KT_NONE ? ", carries on" : "");
}

static void
describe_terms(const struct kt_doc *doc, uint32_t i, struct kutip_item *item)
{
    const struct kt_term *term = &doc->terms.items[i];
    item->span = kt_span_of(
        doc, (struct kt_range){term->first_token, term->end_token});
}

static void
describe_mentions(const struct kt_doc *doc, uint32_t i,
                  struct kutip_item *item)
{
    item->span = kt_span_of(doc, doc->mentions.items[i].whole);
}

static void
describe_cues(const struct kt_doc *doc, uint32_t i, struct kutip_item *item)
{
    item->span = kt_span_of(doc, doc->cues.items[i].cue);
}

static void
describe_speakers(const struct kt_doc *doc, uint32_t i,
                  struct kutip_item *item)
{
    uint32_t mention = doc->speakers.items[i].fullest;
    if (mention < doc->mentions.count)
        item->span = kt_span_of(doc, doc->mentions.items[mention].whole);
}

static void
describe_records(const struct kt_doc *doc, uint32_t i, struct kutip_item *item)
{
    item->span = doc->records.items[i].quote;
}

const struct kt_stage kt_stages[] = {
    {"paragraphs", kt_split_paragraphs, count_paragraphs,
     kt_describe_paragraphs},
    {"tokens", kt_split_tokens, count_tokens, kt_describe_tokens},
    {"quotes", kt_find_quotes, count_quotes, describe_quotes},
    {"sentences", kt_split_sentences, count_sentences,
     kt_describe_sentences},
    {"terms", kt_find_terms, count_terms, describe_terms},
    {"mentions", kt_read_mentions, count_mentions, describe_mentions},
    {"cues", kt_match_cues, count_cues, describe_cues},
    {"speakers", kt_link_speakers, count_speakers, describe_speakers},
    {"records", kt_make_records, count_records, describe_records},
};

const size_t kt_stage_count = sizeof kt_stages / sizeof *kt_stages;

kutip_status
kt_pipeline_run(const struct kt_engine *engine, struct kt_doc *doc,
                size_t last)
{
    for (size_t i = 0; i <= last && i < kt_stage_count; i++) {
        kutip_status status = kt_stages[i].run(engine, doc);
        if (status != KUTIP_OK)
            return status;
    }
    return KUTIP_OK;
}

size_t
kutip_stage_count(void)
{
    return kt_stage_count;
}

const char *
kutip_stage_name(size_t stage)
{
    return stage < kt_stage_count ? kt_stages[stage].name : NULL;
}
