/*
 * How boilerplate begins: the first two letters of its phrases. It is asked
 * for at every place where some could stand, and most have other letters.
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

enum { KT_LETTERS = 26 };

struct kt_phrase_starts {
    uint8_t of[KT_LETTERS][KT_LETTERS]; /* enum kt_start */
};

void
kt_phrase_starts_init(struct kt_phrase_starts *starts,
                      const struct kt_lexicon *lexicon);

/* The bit of a class, KT_START_ANY where nothing is known of it. */
uint8_t
kt_phrase_start_bit(unsigned class);

/*
 * What may begin with the first of `length` bytes of text, capitals or not.
 * Where the first two are no letters of ASCII, everything may.
 */
static inline uint8_t
kt_phrase_starts_at(const struct kt_phrase_starts *starts, const char *text,
                    uint32_t length)
{
    if (length < 2)
        return KT_START_ANY;
    unsigned first = ((uint8_t)text[0] | 0x20u) - 'a';
    unsigned second = ((uint8_t)text[1] | 0x20u) - 'a';
    if (first >= KT_LETTERS || second >= KT_LETTERS)
        return KT_START_ANY;
    return starts->of[first][second];
}

#endif
