/*
 * What a single term of a mention looks like, as far as the borders inside
 * a mention depend on it.
 */
#ifndef KT_MENTION_WORDS_H
#define KT_MENTION_WORDS_H

#include "mention_parts.h"

enum kt_word_kind {
    KT_WORD_UNKNOWN,      /* a capitalised word of no list */
    KT_WORD_COMMON,       /* a word newspapers write in lower case too */
    KT_WORD_DERIVED_NOUN, /* ke-…-an, -isasi … */
    KT_WORD_ORGANISATION, /* begins or is an organisation's name */
    KT_WORD_ACRONYM,
    KT_WORD_PLACE,
    KT_WORD_ROLE,
    KT_WORD_RANK,         /* rank, honorific, title before a name */
    KT_WORD_INITIAL,
    KT_WORD_BRACKET,      /* a closing bracket */
    KT_WORD_LOWER,        /* a lower-case word of no other kind */
    KT_WORD_OTHER         /* marks, numbers */
};

/* The kind of a term, as its classes, its letters and the hints tell. */
enum kt_word_kind
kt_word_kind_read(const struct kt_doc *doc, const struct kt_word_hints *hints,
                  uint32_t term);

/* The same, read once for each term. */
static inline enum kt_word_kind
kt_word_kind_of(const struct kt_doc *doc, const struct kt_word_hints *hints,
                uint32_t term)
{
    uint8_t *kind = &hints->kinds[term];

    if (*kind == 0)
        *kind = (uint8_t)(kt_word_kind_read(doc, hints, term) + 1);
    return (enum kt_word_kind)(*kind - 1);
}

static inline bool
kt_term_is(const struct kt_doc *doc, uint32_t term, unsigned class)
{
    return kt_set_has(doc->terms.items[term].classes, class);
}

/* Has a term one of the classes of a set? */
static inline bool
kt_term_meets(const struct kt_doc *doc, uint32_t term, struct kt_set set)
{
    return kt_set_meets(doc->terms.items[term].classes, set);
}

/* The same for classes that are written down. */
#define KT_TERM_IS_ANY(doc, term, ...)                                        \
    kt_term_meets((doc), (term), (struct kt_set)KT_SET(__VA_ARGS__))

/* Has one of the terms one of the classes of a set? */
static inline bool
kt_terms_meet(const struct kt_doc *doc, struct kt_range terms,
              struct kt_set set)
{
    for (uint32_t i = terms.first; i < terms.end; i++)
        if (kt_term_meets(doc, i, set))
            return true;
    return false;
}

/* Has one of the terms the class? */
static inline bool
kt_terms_have(const struct kt_doc *doc, struct kt_range terms, unsigned class)
{
    for (uint32_t i = terms.first; i < terms.end; i++)
        if (kt_term_is(doc, i, class))
            return true;
    return false;
}

/* Tokens of a range of terms. */
static inline struct kt_range
kt_tokens_of(const struct kt_doc *doc, struct kt_range terms)
{
    if (terms.first >= terms.end)
        return KT_NO_RANGE;
    return (struct kt_range){doc->terms.items[terms.first].first_token,
                             doc->terms.items[terms.end - 1].end_token};
}

/*
 * Where the name begins in terms [terms.first, end): the beginning with
 * the highest sum of evidence, or `end` when none is above 0. *sum gets
 * the sum.
 */
uint32_t
kt_name_start(const struct kt_doc *doc, const struct kt_word_hints *hints,
              struct kt_range terms, int *sum);

#define KT_NO_NAME (-1000)

/* The evidence that all of a stretch is one name; 0 or less: it is hardly
 * one, KT_NO_NAME: it cannot be. */
int
kt_name_sum(const struct kt_doc *doc, const struct kt_word_hints *hints,
            struct kt_range terms);

/* Does an organisation's name, or an acronym, begin at a term? */
static inline bool
kt_begins_organisation(const struct kt_doc *doc,
                       const struct kt_word_hints *hints, uint32_t term)
{
    enum kt_word_kind kind = kt_word_kind_of(doc, hints, term);
    return kind == KT_WORD_ORGANISATION || kind == KT_WORD_ACRONYM;
}

/* Sets the kind of a mention with a name that a match began at a term. */
void
kt_set_named_kind(const struct kt_doc *doc, uint32_t term,
                  struct kt_mention *mention);

/* And of one without: its terms are [terms.first, terms.end). False: nobody
 * is mentioned. */
bool
kt_set_unnamed_kind(const struct kt_doc *doc, struct kt_range terms,
                    struct kt_mention *mention);

/* The first term of the role in a stretch; its end when there is none. */
uint32_t
kt_role_start(const struct kt_doc *doc, const struct kt_word_hints *hints,
              struct kt_range terms);

#endif
