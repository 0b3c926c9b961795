/* The nine stages and their order. */
#ifndef KT_PIPELINE_H
#define KT_PIPELINE_H

#include "doc.h"

struct kt_stage {
    const char *name; /* of the list it fills, and of --dump */
    kutip_status (*run)(const struct kt_engine *engine, struct kt_doc *doc);
    uint32_t (*count)(const struct kt_doc *doc);
    /* span and detail of item i, for --dump */
    void (*describe)(const struct kt_doc *doc, uint32_t i,
                     struct kutip_item *item);
};

extern const struct kt_stage kt_stages[];
extern const size_t kt_stage_count;

/* Runs the stages up to and with `last` (an index of kt_stages). */
kutip_status
kt_pipeline_run(const struct kt_engine *engine, struct kt_doc *doc,
                size_t last);

/* The stages, each in the file of its name. */
#define KT_STAGE(name)                                                        \
    kutip_status kt_##name(const struct kt_engine *engine, struct kt_doc *doc)

KT_STAGE(split_paragraphs);
KT_STAGE(split_tokens);
KT_STAGE(find_quotes);
KT_STAGE(split_sentences);
KT_STAGE(find_terms);
KT_STAGE(read_mentions);
KT_STAGE(match_cues);
KT_STAGE(link_speakers);
KT_STAGE(make_records);

#endif
