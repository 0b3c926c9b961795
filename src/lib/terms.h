/* The classes that terms have, and what the engine is told of them. */
#ifndef KT_TERMS_H
#define KT_TERMS_H

#include "lexicon.h"

struct kt_doc;
struct kt_token;

/* The classes of the term that begins with a token outside quotations;
 * known: what the lexicon says of it. */
struct kt_set
kt_term_classes(const struct kt_doc *doc, const struct kt_token *token,
                struct kt_set known);

/*
 * Is the token, a term by itself, a little word of the grammar, which the
 * middle of a sentence writes small: with a capital there it is a name, or
 * a part of one?
 */
bool
kt_asks_place(const struct kt_token *token, struct kt_set known);

/* Takes from such a word's classes what no name has. */
void
kt_make_name(struct kt_set *set);

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
