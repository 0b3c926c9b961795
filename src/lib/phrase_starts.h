/*
 * How boilerplate begins: the first letters of its phrases. It is asked for
 * at every place where some could stand, and most have other letters.
 */
#ifndef KT_PHRASE_STARTS_H
#define KT_PHRASE_STARTS_H

#include "lexicon.h"

/* Classes whose beginnings are known, as bits. */
enum kt_start {
    KT_START_BOILERPLATE = 1 << 0,
    KT_START_PIECE = 1 << 1,
    KT_START_REFERENCE = 1 << 2,
    KT_START_ANY = 0xFF /* classes of which nothing is known as well */
};

enum {
    KT_LETTERS = 26,
    KT_LETTER_ROOM = 32 /* a row of them, found by a shift */
};

/* By the first two letters of ASCII. */
struct kt_phrase_starts {
    uint8_t of[KT_LETTERS][KT_LETTER_ROOM]; /* enum kt_start */
    uint32_t thirds[KT_LETTERS][KT_LETTER_ROOM]; /* letters behind, as bits */
};

void
kt_phrase_starts_init(struct kt_phrase_starts *starts,
                      const struct kt_lexicon *lexicon);

/* The bit of a class, KT_START_ANY where nothing is known of it. */
uint8_t
kt_phrase_start_bit(unsigned class);

/* The number of a letter of ASCII, capital or not; KT_LETTERS or more where
 * the byte is none. */
static inline unsigned
kt_letter_number(char c)
{
    return ((uint8_t)c | 0x20u) - 'a';
}

/*
 * What may begin with the first of `length` bytes of text. Where the first
 * two are no letters of ASCII, everything may.
 */
static inline uint8_t
kt_phrase_starts_at(const struct kt_phrase_starts *starts, const char *text,
                    uint32_t length)
{
    if (length < 2)
        return KT_START_ANY;
    unsigned first = kt_letter_number(text[0]);
    unsigned second = kt_letter_number(text[1]);
    if (first >= KT_LETTERS || second >= KT_LETTERS)
        return KT_START_ANY;
    uint8_t found = starts->of[first][second];
    if (found == 0 || length < 3)
        return found;
    unsigned third = kt_letter_number(text[2]);
    return third < KT_LETTERS && !(starts->thirds[first][second] >> third & 1)
               ? 0
               : found;
}

#endif
