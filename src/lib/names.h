/*
 * Comparing names: whether two stretches of text can name the same one,
 * and how well they do.
 */
#ifndef KT_NAMES_H
#define KT_NAMES_H

#include "doc.h"

/* How alike two names are; 0 is not at all, more is better. */
enum kt_likeness {
    KT_UNLIKE = 0,
    KT_LIKE_TYPO = 30,    /* one letter differs: Jonga, Djonga */
    KT_LIKE_BLEND = 40,   /* Busan, Budi Santoso */
    KT_LIKE_PAIR = 50,    /* one of two that a word joins */
    KT_LIKE_INITIAL = 60, /* J. Santoso, Joko Santoso */
    KT_LIKE_MIDDLE = 70,  /* a word inside the other */
    KT_LIKE_LAST = 80,    /* the other's last word */
    KT_LIKE_FIRST = 85,   /* the other's first word */
    KT_LIKE_SAME = 100
};

/*
 * Is every word of the shorter name in the longer one, and which? An
 * initial stands for a word that begins with it.
 */
enum kt_likeness
kt_name_likeness(const struct kt_doc *doc, struct kt_range a,
                 struct kt_range b);

/*
 * Is a name of one word a blend of the other's beginnings, in order, at
 * least two letters of each word it takes, the first word among them
 * (`Busan` of Budi Santoso), or the first four letters or more of one of its
 * words (`Sant`)? ASCII only.
 */
bool
kt_name_blends(const struct kt_doc *doc, struct kt_range blend,
               struct kt_range name);

/* Is a word of capitals the initials of a name: `AHS`, three words? */
bool
kt_name_abbreviates(const struct kt_doc *doc, struct kt_range initials,
                    struct kt_range name);

/*
 * The same name but for one letter of one long word? One word at least
 * must be the same, when there are more.
 */
bool
kt_names_nearly_agree(const struct kt_doc *doc, struct kt_range a,
                      struct kt_range b);

/*
 * Does a name end as the other begins (`Meanwhile Rini`, `Rini Astuti`):
 * a word of the sentence was taken for its first?
 */
bool
kt_name_runs_into(const struct kt_doc *doc, struct kt_range name,
                  struct kt_range other);

static inline bool
kt_is_word(const struct kt_token *token)
{
    return token->kind == KT_TOKEN_WORD;
}

/* The words in a range of tokens: marks and numbers do not count. */
static inline uint32_t
kt_count_words(const struct kt_doc *doc, struct kt_range tokens)
{
    uint32_t count = 0;
    for (uint32_t i = tokens.first; i < tokens.end; i++)
        count += kt_is_word(&doc->tokens.items[i]);
    return count;
}

/* Does a role tell of somebody only that he is one: `pria`? */
bool
kt_is_human(const struct kt_doc *doc, struct kt_range role);

/* A range without a bracket at its end: `Badan Intelijen (NIS)`. */
struct kt_range
kt_without_bracket(const struct kt_doc *doc, struct kt_range tokens);

/* What a mention calls the one it means: the name, else all of it. */
struct kutip_span
kt_name_span(const struct kt_doc *doc, const struct kt_mention *mention);

/* A hash of all words of a range together, never 0. */
uint32_t
kt_hash_words(const struct kt_doc *doc, struct kt_range tokens);

#endif
