/*
 * The nine stages and their order.
 *
 * In: an engine and a document with its text. Out: the document's lists,
 * filled as far as was asked.
 */
#include "pipeline.h"

#include "describe.h"

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

const struct kt_stage kt_stages[] = {
    {"paragraphs", kt_split_paragraphs, count_paragraphs,
     kt_describe_paragraphs},
    {"tokens", kt_split_tokens, count_tokens, kt_describe_tokens},
    {"quotes", kt_find_quotes, count_quotes, kt_describe_quotes},
    {"sentences", kt_split_sentences, count_sentences,
     kt_describe_sentences},
    {"terms", kt_find_terms, count_terms, kt_describe_terms},
    {"mentions", kt_read_mentions, count_mentions, kt_describe_mentions},
    {"cues", kt_match_cues, count_cues, kt_describe_cues},
    {"speakers", kt_link_speakers, count_speakers, kt_describe_speakers},
    {"records", kt_make_records, count_records, kt_describe_records},
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
        if (doc->memory_lost)
            return KUTIP_NO_MEMORY;
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
