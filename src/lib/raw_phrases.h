/*
 * Lexicon phrases in bare text, for the stage that runs before there are
 * tokens.
 */
#ifndef KT_RAW_PHRASES_H
#define KT_RAW_PHRASES_H

#include "engine.h"

/* A stretch of text that is looked at; nothing behind end is read. */
struct kt_raw {
    const struct kt_engine *engine;
    const char *text;
    uint32_t end;
};

/* Past white space and invisible characters. */
uint32_t
kt_raw_skip(const struct kt_raw *raw, uint32_t at);

/* Is the character at `at` a letter or a digit? */
bool
kt_raw_is_word(const struct kt_raw *raw, uint32_t at);

/* The end of the word (letters, digits, hyphens inside) at `at`, or at. */
uint32_t
kt_raw_word_end(const struct kt_raw *raw, uint32_t at);

/*
 * The end of the longest lexicon entry at `at` that has the class and of
 * which no word is left half, or at.
 */
uint32_t
kt_raw_phrase_end(const struct kt_raw *raw, uint32_t at, unsigned class);

/* The classes of the single word from start to end. */
struct kt_set
kt_raw_classes(const struct kt_raw *raw, uint32_t start, uint32_t end);

#endif
