/* What find_terms and read_mentions tell the engine of class sets. */
#ifndef KT_TERMS_H
#define KT_TERMS_H

#include "lexicon.h"

/*
 * Passes every class set that a term or a node can have to see(); the
 * codes of rows are given out over these.
 */
void
kt_foresee_terms(const struct kt_lexicon *lexicon,
                 void (*see)(void *, struct kt_set), void *see_context);

/* The part of it that mentions bring; in read_mentions.c. */
void
kt_foresee_mentions(void (*see)(void *, struct kt_set), void *see_context);

#endif
