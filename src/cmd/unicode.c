/*
 * In: bytes that should be UTF-8. Out: code points, and bytes of those again;
 * widths, folded letters.
 *
 * Not attempted: all of Unicode. The command sees <kutip.h> only, and the
 * analysis, which needs more, is the library's. Full case folding is left
 * out too: `ß` is not `ss` here.
 *
 * Example: the bytes E2 80 `a` are one invalid character of two bytes (a
 * maximal subpart, Unicode 15, chapter 3.9), then `a`.
 */
#include "unicode.h"

#include <string.h>

/* Well-formed sequences by their first byte, Unicode 15, table 3-7. */
struct lead {
    unsigned char first, last; /* the first byte */
    unsigned char low, high;   /* what the second byte must be */
    unsigned char more;        /* how many bytes follow the first */
    unsigned char bits;        /* those of the first that count */
};

static const struct lead leads[] = {
    {0xC2, 0xDF, 0x80, 0xBF, 1, 0x1F}, {0xE0, 0xE0, 0xA0, 0xBF, 2, 0x0F},
    {0xE1, 0xEC, 0x80, 0xBF, 2, 0x0F}, {0xED, 0xED, 0x80, 0x9F, 2, 0x0F},
    {0xEE, 0xEF, 0x80, 0xBF, 2, 0x0F}, {0xF0, 0xF0, 0x90, 0xBF, 3, 0x07},
    {0xF1, 0xF3, 0x80, 0xBF, 3, 0x07}, {0xF4, 0xF4, 0x80, 0x8F, 3, 0x07},
};

static const struct lead *
find_lead(unsigned char byte)
{
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (byte >= leads[i].first && byte <= leads[i].last)
            return &leads[i];
    return NULL;
}

struct character
read_character(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    struct character found = {bytes[0], 1, 1};
    const struct lead *lead;

    if (bytes[0] < 0x80)
        return found;
    found = (struct character){REPLACEMENT_POINT, 1, 0};
    lead = find_lead(bytes[0]);
    if (!lead)
        return found;
    uint32_t point = bytes[0] & lead->bits;
    unsigned low = lead->low, high = lead->high;
    for (size_t i = 1; i <= lead->more; i++) {
        if (i == length || bytes[i] < low || bytes[i] > high)
            return found;
        point = point << 6 | (bytes[i] & 0x3F);
        found.length++;
        low = 0x80;
        high = 0xBF;
    }
    return (struct character){point, found.length, 1};
}

size_t
mark_length(const char *text, size_t length)
{
    return length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

size_t
write_character(uint32_t point, char bytes[static 4])
{
    if (point < 0x80) {
        bytes[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        bytes[0] = (char)(0xC0 | point >> 6);
        bytes[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        bytes[0] = (char)(0xE0 | point >> 12);
        bytes[1] = (char)(0x80 | (point >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (point & 0x3F));
        return 3;
    }
    bytes[0] = (char)(0xF0 | point >> 18);
    bytes[1] = (char)(0x80 | (point >> 12 & 0x3F));
    bytes[2] = (char)(0x80 | (point >> 6 & 0x3F));
    bytes[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

struct range {
    uint32_t first, last;
};

/* Characters that take no column: marks that combine, joiners, directions. */
static const struct range narrow[] = {
    {0x00AD, 0x00AD}, {0x0300, 0x036F},   {0x0483, 0x0489},   {0x0591, 0x05BD},
    {0x0610, 0x061A}, {0x064B, 0x065F},   {0x0670, 0x0670},   {0x06D6, 0x06DC},
    {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},   {0x0E47, 0x0E4E},   {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x200B, 0x200F},   {0x202A, 0x202E},   {0x2060, 0x2064},
    {0x2066, 0x206F}, {0x20D0, 0x20FF},   {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF}, {0x1F3FB, 0x1F3FF}, {0xE0100, 0xE01EF},
};

/* Characters that take two: East Asian wide, and emoji. */
static const struct range wide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},
    {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

static bool
lies_in(const struct range *ranges, size_t count, uint32_t point)
{
    for (size_t i = 0; i < count && point >= ranges[i].first; i++)
        if (point <= ranges[i].last)
            return true;
    return false;
}

size_t
character_width(uint32_t point)
{
    if (point < 0xAD)
        return 1;
    if (lies_in(narrow, sizeof narrow / sizeof *narrow, point))
        return 0;
    return lies_in(wide, sizeof wide / sizeof *wide, point) ? 2 : 1;
}

/* Capitals that stand a fixed way before their small letters; step 2: in
 * turn with them, the capital being the even (or odd) one of the range. */
struct capitals {
    uint32_t first, last;
    uint32_t distance;
    uint32_t step;
};

static const struct capitals capitals[] = {
    {'A', 'Z', 32, 1},       {0x00C0, 0x00D6, 32, 1}, {0x00D8, 0x00DE, 32, 1},
    {0x0100, 0x012E, 1, 2},  {0x0132, 0x0136, 1, 2},  {0x0139, 0x0147, 1, 2},
    {0x014A, 0x0176, 1, 2},  {0x0179, 0x017D, 1, 2},  {0x01CD, 0x01DB, 1, 2},
    {0x0391, 0x03A1, 32, 1}, {0x03A3, 0x03A9, 32, 1}, {0x0400, 0x040F, 80, 1},
    {0x0410, 0x042F, 32, 1}, {0x1E00, 0x1E94, 1, 2},  {0x1EA0, 0x1EFE, 1, 2},
};

uint32_t
fold_character(uint32_t point)
{
    for (size_t i = 0; i < sizeof capitals / sizeof *capitals; i++) {
        const struct capitals *row = &capitals[i];

        if (point >= row->first && point <= row->last &&
            (point - row->first) % row->step == 0)
            return point + row->distance;
    }
    return point;
}
