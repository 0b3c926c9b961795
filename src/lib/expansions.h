/*
 * Expansions, from expansions.table: short forms of a role whose full form
 * is a role and an organisation, and so no one entry of the lexicon.
 */
#ifndef KT_EXPANSIONS_H
#define KT_EXPANSIONS_H

#include "tables.h"

struct kt_expansion {
    const char *text; /* the short form, folded: "kadisdik" */
    uint32_t length;
    const char *full; /* folded: "kepala dinas pendidikan" */
};

struct kt_expansions {
    const struct kt_expansion *rows; /* by text */
    uint32_t count;
};

bool
kt_expansions_load(struct kt_expansions *expansions,
                   const struct kt_table *table, struct kt_arena *arena,
                   struct kt_faults *faults);

/* What a folded word or phrase is short for, or NULL. */
const char *
kt_expansions_find(const struct kt_expansions *expansions, const char *folded,
                   size_t length);

#endif
