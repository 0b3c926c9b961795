/*
 * The little of Unicode that the command needs: reading UTF-8 that may be
 * damaged, writing it, the columns of a character, letters without their case.
 */
#ifndef KUTIP_CMD_UNICODE_H
#define KUTIP_CMD_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What an invalid sequence is written as, U+FFFD. */
#define REPLACEMENT "\xEF\xBF\xBD"
#define REPLACEMENT_POINT 0xFFFDu

struct character {
    uint32_t point; /* REPLACEMENT_POINT where it is invalid */
    size_t length;  /* bytes it takes; of a maximal subpart if invalid */
    int valid;
};

/* The character at text[0]; length is at least 1. */
struct character
read_character(const char *text, size_t length);

/* The length of the byte order mark that a text begins with, or 0. */
size_t
mark_length(const char *text, size_t length);

/* Whether a character of three bytes stands there, as most of those of a
 * text that are no ASCII (marks, dashes): the fast way past them. */
static inline bool
is_three_bytes(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;

    return length >= 3 && bytes[0] >= 0xE1 && bytes[0] <= 0xEC &&
           (bytes[1] & 0xC0) == 0x80 && (bytes[2] & 0xC0) == 0x80;
}

/* UTF-8 of a character; how many bytes it has. */
size_t
write_character(uint32_t point, char bytes[static 4]);

/* Columns on a terminal: 0 (combining, invisible), 1 or 2. */
size_t
character_width(uint32_t point);

/* Lower case, for the alphabets that names in the news come in. */
uint32_t
fold_character(uint32_t point);

#endif
