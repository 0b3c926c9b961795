/*
 * Verbs of reporting, from verbs.table: a row names a root and the affixes
 * it takes; all its forms are derived here and added to the lexicon.
 */
#ifndef KT_VERBS_H
#define KT_VERBS_H

#include "lexicon.h"
#include "tables.h"

/* A row; kt_entry.root of its forms is its number + 1. */
struct kt_verb {
    const char *root;
    const char *kind;  /* say claim deny admit … */
    const char *frame; /* clause noun that request judge quote, by commas */
};

struct kt_verbs {
    const struct kt_verb *rows;
    uint32_t count;
};

/*
 * Adds the forms of all rows to a lexicon under way. nasal: what the N of
 * meN- becomes. Besides the SAY_ classes a form gets SAY_<FRAME> and
 * KIND_<KIND>, where the machinery or a template asks for them. False when
 * fatal; faults are reported.
 */
bool
kt_verbs_load(struct kt_verbs *verbs, const struct kt_table *table,
              const struct kt_table *nasal,
              struct kt_lexicon_builder *builder, struct kt_arena *arena,
              struct kt_faults *faults);

#endif
