/*
 * Texts made to find a difference between a quick way and the slow one: all
 * kinds of pieces of words, marks and blanks, one behind the other. The same
 * seed gives the same text.
 */
#ifndef BOTH_WAYS_H
#define BOTH_WAYS_H

#include <stdint.h>
#include <string.h>

enum { MIXED_MOST = 4096 };

static const char *const mixed_pieces[] = {
    /* words: known, unknown, glued, with a clitic, long, and short forms */
    "kata", "Rini", "ujarnya", "KPK", "kpk", "Menteri", "perdagangan",
    "Lalu", "lalu", "dr", "Tbk", "S", "H", "al", "Zxqw", "zxqwnya",
    "Rinimengatakan", "kataBudi", "iPhone", "pertanggungjawaban", "salah",
    "seorang", "memblorongkan", "keblorongannya", "a", "I", "KOMPAS", "com",
    "https", "nya", "Senin", "Jl", "Bank", "Indonesia",
    /* numbers */
    "5", "2020", "13", "1.250", "50,5", "123456789012345678", "2020Kepala",
    /* not ASCII */
    "é", "Café", "ka\xC2\xADta", "\xE2\x80\x8B", "\xC2\xA0", "\xFF", "\xE2",
    "“", "”", "‘", "’", "–", "…", "\xC3\x82\xC2\xA0", "â\xC2\x80\xC2\x9C",
    /* marks */
    ".", ".", ",", ",", "-", "-", "'", "\"", "''", "`", "/", "//", ":", "_",
    "@", "&", "&quot;", "&#039;", "(", ")", "?", "..", "%", ";",
    /* blanks, which most texts have more of */
    " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", " ",
    " ", " ", " ", " ", " ", " ", ". ", ". ", ", ", ", ", " - ", " \"",
    "\" ", "\t", "\n", "\r\n", "\n\n", "\x7F", "\x01"};

/* A text of so many pieces, at most MIXED_MOST bytes with the last byte. */
static inline size_t
mixed_text(uint32_t seed, unsigned pieces, char text[MIXED_MOST])
{
    const uint32_t count = sizeof mixed_pieces / sizeof *mixed_pieces;
    size_t length = 0;

    while (pieces-- > 0) {
        seed = seed * 1664525 + 1013904223;
        const char *piece = mixed_pieces[(seed >> 8) % count];
        if (length + strlen(piece) >= MIXED_MOST)
            break;
        memcpy(text + length, piece, strlen(piece));
        length += strlen(piece);
    }
    text[length] = '\0';
    return length;
}

#endif
