/*
 * Characters: decoding, categories, case folding. The only place that knows
 * utf8proc; ASCII never gets there.
 */
#ifndef KT_TEXT_H
#define KT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What split_tokens wants to know of a character. */
enum kt_char_kind {
    KT_CHAR_SPACE,     /* white space, NBSP, C0 and C1 controls */
    KT_CHAR_UPPER,     /* upper- or title-case letter */
    KT_CHAR_LOWER,     /* any other letter */
    KT_CHAR_DIGIT,
    KT_CHAR_EXTEND,    /* combining marks: belong to the letter before */
    KT_CHAR_INVISIBLE, /* zero-width, soft hyphen, byte order mark */
    KT_CHAR_MARK,      /* everything else */
    KT_CHAR_INVALID    /* a maximal invalid sequence */
};

/* Kinds of the ASCII characters, enum kt_char_kind. */
extern const uint8_t kt_text_ascii_kinds[128];

/* What the letters and digits of ASCII fold to; 0 for all other bytes. */
extern const char kt_text_plain[256];

/* Is the byte a letter or digit of ASCII? */
static inline bool
kt_text_is_plain(char c)
{
    return kt_text_plain[(uint8_t)c] != 0;
}

/* kt_text_decode() where the byte at text[at] is not ASCII. */
size_t
kt_text_decode_long(const char *text, size_t length, size_t at,
                    uint32_t *character, enum kt_char_kind *kind);

/*
 * Decodes the character at text[at] (at < length). Returns how many bytes
 * it takes (1 or more); *character is U+FFFD and *kind KT_CHAR_INVALID for
 * a maximal invalid sequence.
 */
static inline size_t
kt_text_decode(const char *text, size_t length, size_t at,
               uint32_t *character, enum kt_char_kind *kind)
{
    uint8_t byte = (uint8_t)text[at];
    if (byte >= 0x80)
        return kt_text_decode_long(text, length, at, character, kind);
    *character = byte;
    *kind = (enum kt_char_kind)kt_text_ascii_kinds[byte];
    return 1;
}

/*
 * The same without asking what the character is: how many bytes it takes,
 * and whether they are a character at all.
 */
size_t
kt_text_step(const char *text, size_t length, size_t at, bool *valid);

/*
 * Writes the folded form of text (lower case, NFC, invisible characters
 * and apostrophe variants made one) into out, at most room bytes, no
 * terminator. Returns the length written; input that does not fit is cut.
 */
size_t
kt_text_fold(const char *text, size_t length, char *out, size_t room);

/* Folds the letters and digits of ASCII at the front, at most room of them.
 * Returns how many there are; *changed: one of them was a capital. */
static inline size_t
kt_text_fold_plain(const char *text, size_t length, char *out, size_t room,
                   bool *changed)
{
    size_t n = 0, end = length < room ? length : room;
    char folded, difference = 0;

    for (; n < end && (folded = kt_text_plain[(uint8_t)text[n]]) != 0; n++) {
        difference |= (char)(folded ^ text[n]);
        out[n] = folded;
    }
    *changed = difference != 0;
    return n;
}

/*
 * Is every letter that is a capital in `typed` one in `text` too? Both have
 * the same letters when they are folded; what is no letter is passed by.
 */
bool
kt_text_capitals_fit(const char *typed, size_t typed_length, const char *text,
                     size_t length);

/* Eight bytes as a number, the first one lowest. */
static inline uint64_t
kt_load_eight(const char *text)
{
    const uint8_t *b = (const uint8_t *)text;
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 |
           (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 |
           (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

/* A hash of folded bytes, the same on every machine; never 0. */
uint32_t
kt_text_hash(const char *folded, size_t length);

/* How many bytes at the front are ASCII. */
size_t
kt_text_ascii(const char *text, size_t length);

/*
 * The first byte that is not valid UTF-8, or length when all is well. The
 * number of maximal invalid sequences goes to *invalid when not NULL.
 */
size_t
kt_text_validate(const char *text, size_t length, size_t *invalid);

/* utf8proc's version, a constant string. */
const char *
kt_text_version(void);

#endif
