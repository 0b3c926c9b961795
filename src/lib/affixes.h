/*
 * Affixes, from affixes.table: the shape of a word that no list knows says
 * whether it is a derived verb or a derived noun.
 */
#ifndef KT_AFFIXES_H
#define KT_AFFIXES_H

#include "classes.h"
#include "tables.h"

struct kt_lexicon;

struct kt_affix {
    const char *prefix; /* "" where there is none */
    const char *suffix;
    uint8_t prefix_length;
    uint8_t suffix_length;
    uint8_t least; /* bytes the whole word must have */
    struct kt_set classes;
    uint16_t next; /* number from 1 of the next row of its chain, or 0 */
};

/* A word of such a shape that has not these classes. */
struct kt_affix_exception {
    const char *word; /* not terminated */
    uint32_t length;
    struct kt_set classes;
};

struct kt_affixes {
    const struct kt_affix *rows;
    uint32_t count;
    uint16_t by_first[256]; /* chains by the first byte of the prefix */
    uint16_t by_last[256];  /* by the last of the suffix: no prefix */
    struct kt_affix_exception *exceptions; /* by hash */
    uint32_t exception_mask;
};

bool
kt_affixes_load(struct kt_affixes *affixes, const struct kt_table *table,
                const struct kt_lexicon *lexicon, struct kt_arena *arena,
                struct kt_faults *faults);

/* VERB_SHAPE and NOUN_SHAPE of a folded word. */
struct kt_set
kt_affixes_classes(const struct kt_affixes *affixes, const char *folded,
                   size_t length);

#endif
