/*
 * Bodies: where the name of an organisation begins.
 */
#ifndef KT_MENTION_BODIES_H
#define KT_MENTION_BODIES_H

#include "mention_words.h"

/*
 * Where the words begin whose initials the acronym in the bracket `open` is
 * made of, not before `first`; the bracket itself when there are none.
 */
uint32_t
kt_acronym_start(const struct kt_doc *doc, uint32_t first, uint32_t open);

/* The same for an acronym of syllables, which tells its first word only. */
uint32_t
kt_syllables_start(const struct kt_doc *doc, uint32_t first, uint32_t open);

/* Where a name of English order begins whose head is the term `tail`. */
uint32_t
kt_tail_start(const struct kt_doc *doc, uint32_t first, uint32_t tail);

/* A body that is as often a part of a larger one: `Fakultas Hukum`. */
bool
kt_is_unit(const struct kt_doc *doc, uint32_t term);

/* A government named by its area: `Provinsi Papua`. */
bool
kt_is_area(const struct kt_doc *doc, uint32_t term);

/* A stretch without a role: where the body in it begins, or the end. */
uint32_t
kt_organisation_start(const struct kt_doc *doc,
                      const struct kt_word_hints *hints,
                      struct kt_range terms);

#endif
