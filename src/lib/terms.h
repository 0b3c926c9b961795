/* What find_terms tells the engine: every class set a term can have. */
#ifndef KT_TERMS_H
#define KT_TERMS_H

#include "lexicon.h"

/*
 * Passes every class set that find_terms or read_mentions can give to a
 * term or node to see(); the codes of rows are given out over these.
 */
void
kt_foresee_terms(const struct kt_lexicon *lexicon,
                 void (*see)(void *, struct kt_set), void *see_context);

#endif
