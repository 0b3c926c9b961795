/*
 * Phrases: the entries of two and more words, found by the first two.
 */
#ifndef KT_PHRASES_H
#define KT_PHRASES_H

#include "arena.h"

struct kt_lexicon;

/* What is asked of an entry at most places where it may stand, in one piece:
 * most of a look-up's time is spent waiting for memory. */
struct kt_phrase {
    uint32_t first; /* word ids; 0 behind the last phrase */
    uint32_t second;
    uint32_t third;      /* 0: it has two words */
    uint32_t word_count : 31;
    uint32_t has_capital : 1; /* case must be compared */
    uint32_t entry;      /* its id */
    uint32_t set;        /* of its classes, as in the entry */
};

struct kt_phrases {
    const struct kt_phrase *items; /* those that begin with the same two
                                      words stand together, longest first */
    const uint32_t *slots; /* the first of them, counted from 1, by hash of
                              the two; 0: free */
    uint32_t slot_mask;
    const uint64_t *pairs; /* a bit for each two words that a phrase begins
                              with; others may share it */
    uint32_t pair_mask;    /* of the bits' numbers */
};

/* Lists the phrases of a lexicon whose words have their entries. False: out
 * of memory. */
bool
kt_phrases_index(struct kt_phrases *phrases, const struct kt_lexicon *lexicon,
                 struct kt_arena *arena);

static inline uint32_t
kt_pair_hash(uint32_t first, uint32_t second)
{
    uint32_t mixed = (first * UINT32_C(0x9E3779B1) ^ second) *
                     UINT32_C(0x85EBCA77);
    return mixed ^ mixed >> 15;
}

/* May a phrase begin with these two words? Most that do not are told. */
static inline bool
kt_phrases_may_begin(const struct kt_phrases *phrases, uint32_t first,
                     uint32_t second)
{
    uint32_t bit = kt_pair_hash(first, second) & phrases->pair_mask;
    return second != 0 && phrases->pairs[bit / 64] >> bit % 64 & 1;
}

/* The first phrase that begins with two words; NULL: none does. */
const struct kt_phrase *
kt_phrases_find(const struct kt_phrases *phrases, uint32_t first,
                uint32_t second);

#endif
