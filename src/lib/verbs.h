/*
 * Verbs of reporting, from verbs.table: a row names a root and the affixes
 * it takes; all its forms are derived here and added to the lexicon.
 */
#ifndef KT_VERBS_H
#define KT_VERBS_H

#include "derivation.h"
#include "lexicon.h"
#include "tables.h"

/*
 * Adds the forms of all rows of verbs.table to a lexicon under way. nasal:
 * what the N of meN- becomes. Besides the SAY_ classes a form gets
 * SAY_<FRAME> and KIND_<KIND>, where the machinery or a template asks for
 * them. False when fatal; faults are reported.
 */
bool
kt_verbs_load(const struct kt_table *table, const struct kt_table *nasal,
              const struct kt_derivation *derivation,
              struct kt_lexicon_builder *builder, struct kt_faults *faults);

#endif
