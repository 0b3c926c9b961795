/*
 * Comparing names: which words of a mention are its name, whether one name
 * can be short for another, and finding earlier speakers by a word of
 * their name.
 */
#ifndef KT_NAMES_H
#define KT_NAMES_H

#include "doc.h"

/*
 * Is every word of the shorter name in the longer one? An initial stands
 * for a word that begins with it (`J. Santoso`, `Joko Santoso`).
 */
bool
kt_names_agree(const struct kt_doc *doc, struct kt_range a,
               struct kt_range b);

/*
 * Is a name of one word a blend of the other's beginnings, in order, at
 * least two letters of each word it takes (`Zulhas`, `Jokowi`), or the
 * first four letters or more of one of its words (`Risma`)? ASCII only.
 */
bool
kt_name_blends(const struct kt_doc *doc, struct kt_range blend,
               struct kt_range name);

/* The words in a range of tokens: marks and numbers do not count. */
uint32_t
kt_count_words(const struct kt_doc *doc, struct kt_range tokens);

/* A range without a bracket at its end: `Badan Intelijen (NIS)`. */
struct kt_range
kt_without_bracket(const struct kt_doc *doc, struct kt_range tokens);

/*
 * Latest speaker by word. Linear in the text: one slot a word, open
 * addressing, in the arena.
 */
struct kt_name_index {
    struct {
        uint32_t hash; /* 0: free */
        uint32_t speaker;
    } *slots;
    uint32_t mask;
};

/* Room for every word of the document. False: out of memory. */
bool
kt_name_index_init(struct kt_name_index *index, struct kt_doc *doc);

/* The speaker last put for a hash, or KT_NONE. */
uint32_t
kt_name_index_get(const struct kt_name_index *index, uint32_t hash);

void
kt_name_index_put(struct kt_name_index *index, uint32_t hash,
                  uint32_t speaker);

/* A hash of all words of a range together, never 0. */
uint32_t
kt_hash_words(const struct kt_doc *doc, struct kt_range tokens);

#endif
