/*
 * The engine: what is known of the language, loaded once, then only read.
 */
#ifndef KT_ENGINE_H
#define KT_ENGINE_H

#include "affixes.h"
#include "derivation.h"
#include "evidence.h"
#include "expansions.h"
#include "lexicon.h"
#include "marks.h"
#include "phrase_starts.h"
#include "templates.h"

struct kt_engine {
    struct kutip_allocator allocator;
    struct kt_arena arena;   /* everything below lies here */
    const char *pattern_set; /* "id-news 1" */
    struct kt_lexicon lexicon;
    struct kt_phrase_starts starts; /* of boilerplate */
    struct kt_derivation derivation; /* derivation.table */
    struct kt_marks marks;       /* marks.table */
    struct kt_affixes affixes;   /* affixes.table */
    struct kt_evidence evidence; /* evidence.table */
    struct kt_expansions expansions; /* expansions.table */
    struct kt_templates templates;
    const struct kt_family *times;         /* dates and days */
    const struct kt_family *mentions;      /* who is named where */
    const struct kt_family *circumstances; /* place, event, via … */
    const struct kt_family *cues;          /* attributions */
};

#endif
