/*
 * Titles: which words they are made of, and how far they reach.
 */
#ifndef KT_MENTION_TITLES_H
#define KT_MENTION_TITLES_H

#include "mention_words.h"

/* Is a term an office, a prefix of one, or a word for people? */
static inline bool
kt_begins_role(const struct kt_doc *doc, uint32_t term)
{
    return KT_TERM_IS_ANY(doc, term, KT_ROLE, KT_ROLE_WHOLE, KT_ROLE_PREFIX,
                          KT_ROLE_ORDINARY, KT_GROUP);
}

/* A plain word with a capital, or the state a body names itself after. */
bool
kt_is_plain_word(const struct kt_doc *doc, uint32_t term);

/* Ordinary people whom a body names itself after: `Perempuan Mandiri`. */
bool
kt_is_folk(const struct kt_doc *doc, uint32_t term);

/*
 * Behind prefixes, heads and modifiers of the title at `first`. *whole: what
 * follows belongs to the title too, as in `Menteri Perdagangan`.
 */
uint32_t
kt_office_end(const struct kt_doc *doc, uint32_t first, uint32_t end,
             bool *whole);

#endif
