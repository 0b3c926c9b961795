/*
 * In: a place in a text. Out: what is damaged there, and the character that
 * was meant.
 *
 * Not attempted: what the library sees through by itself: a byte order
 * mark, blanks that do not break, soft hyphens, characters without width,
 * CR. Nor guessing at bytes that may be anything.
 *
 * Example: the three characters U+00E2 U+20AC U+0153 are U+201C, whose
 * bytes E2 80 9C somebody took for Windows-1252.
 */
#include "damage.h"

#include "entities.h"
#include "unicode.h"
#include "windows1252.h"

#include <string.h>

const struct damage_name damage_names[DAMAGE_COUNT] = {
    [DAMAGE_DOUBLE] = {"double-encoded character",
                       "double-encoded characters"},
    [DAMAGE_CONTROL] = {"C1 control", "C1 controls"},
    [DAMAGE_WINDOWS] = {"Windows-1252 character", "Windows-1252 characters"},
    [DAMAGE_ENTITY] = {"HTML entity", "HTML entities"},
};

/* How many bytes follow a first byte of UTF-8; 0: it is none. */
static size_t
count_following(int byte)
{
    if (byte >= 0xC2 && byte <= 0xDF)
        return 1;
    if (byte >= 0xE0 && byte <= 0xEF)
        return 2;
    return byte >= 0xF0 && byte <= 0xF4 ? 3 : 0;
}

/* The next character as a byte of Windows-1252, or -1. */
static int
next_byte(const char *text, size_t length, size_t *at)
{
    struct character next;

    if (*at >= length)
        return -1;
    next = read_character(text + *at, length - *at);
    *at += next.length;
    return next.valid ? windows_byte(next.point) : -1;
}

/* U+00E2 U+20AC, and the third character lost, which 9D has none of. */
static bool
find_lost_mark(const char *text, size_t length, size_t at,
               struct finding *finding)
{
    static const char half[] = "\xC3\xA2\xE2\x82\xAC";
    size_t size = sizeof half - 1;

    if (length - at < size || memcmp(text + at, half, size) != 0)
        return false;
    if (length - at >= size + 3 &&
        memcmp(text + at + size, REPLACEMENT, 3) == 0)
        size += 3;
    *finding = (struct finding){DAMAGE_DOUBLE, size, 0x201D};
    return true;
}

static bool
find_double(const char *text, size_t length, size_t at,
            struct finding *finding)
{
    char bytes[4];
    size_t end = at;
    int byte = next_byte(text, length, &end);
    size_t more = count_following(byte);
    struct character meant;

    bytes[0] = (char)byte;
    for (size_t i = 1; i <= more; i++) {
        byte = next_byte(text, length, &end);
        if (byte < 0x80 || byte > 0xBF)
            return find_lost_mark(text, length, at, finding);
        bytes[i] = (char)byte;
    }
    if (more == 0)
        return false;
    meant = read_character(bytes, more + 1);
    *finding = (struct finding){DAMAGE_DOUBLE, end - at, meant.point};
    return meant.valid;
}

static bool
find_control(const struct character *next, struct finding *finding)
{
    uint32_t point = next->point;

    if (point < 0x80 || point > 0x9F || point == 0x85 ||
        windows_character((unsigned char)point) == point)
        return false;
    *finding = (struct finding){DAMAGE_CONTROL, next->length,
                                windows_character((unsigned char)point)};
    return true;
}

static bool
is_ascii_letter(unsigned char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Marks, dashes, the ellipsis: no byte of UTF-8 would stand there alone. */
static bool
is_windows_mark(unsigned char byte)
{
    return byte != 0 && strchr("\x82\x84\x85\x8B\x91\x92\x93\x94\x95\x96\x97"
                               "\x99\x9B\xA0\xAB\xB4\xB7\xBB", byte);
}

static bool
find_windows(const char *text, size_t length, size_t at, bool ascii,
             struct finding *finding)
{
    unsigned char byte = (unsigned char)text[at];
    unsigned char before = at > 0 ? (unsigned char)text[at - 1] : ' ';
    unsigned char after =
        at + 1 < length ? (unsigned char)text[at + 1] : ' ';
    bool alone = before < 0x80 && after < 0x80;
    bool letter = ascii && alone && byte >= 0xC0 &&
                  (is_ascii_letter(before) || is_ascii_letter(after));
    bool mark = is_windows_mark(byte) &&
                (alone || is_windows_mark(before) || is_windows_mark(after));

    *finding = (struct finding){DAMAGE_WINDOWS, 1, windows_character(byte)};
    return letter || mark;
}

bool
find_damage(const char *text, size_t length, size_t at, bool ascii,
            struct finding *finding)
{
    struct character next;

    if (text[at] == '&') {
        finding->damage = DAMAGE_ENTITY;
        finding->length =
            read_entity(text + at, length - at, &finding->point);
        return finding->length > 0;
    }
    next = read_character(text + at, length - at);
    if (!next.valid)
        return find_windows(text, length, at, ascii, finding);
    return find_control(&next, finding) ||
           find_double(text, length, at, finding);
}
