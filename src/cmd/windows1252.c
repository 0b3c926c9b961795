/*
 * In: a byte or a character. Out: the character or the byte that it is in
 * Windows-1252.
 *
 * Not attempted: other encodings; Latin-1 is this one without 80 to 9F.
 *
 * Example: the byte 93 is the mark U+201C.
 */
#include "windows1252.h"

#include <stddef.h>

/* Of 80 to 9F; 0: not assigned. Elsewhere byte and character are the same. */
static const uint16_t characters[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

uint32_t
windows_character(unsigned char byte)
{
    if (byte < 0x80 || byte > 0x9F || characters[byte - 0x80] == 0)
        return byte;
    return characters[byte - 0x80];
}

int
windows_byte(uint32_t point)
{
    if (point <= 0xFF)
        return (int)point;
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++)
        if (characters[i] == point)
            return (int)(i + 0x80);
    return -1;
}
