/*
 * In: a text at an ampersand. Out: the character that is meant.
 *
 * Not attempted: all 2231 names of HTML 5; entities without a semicolon,
 * which addresses of pages are full of.
 *
 * Example: `&ldquo;`, `&#8220;`, `&#x201C;` and `&amp;ldquo;` are the mark
 * U+201C.
 */
#include "entities.h"

#include "windows1252.h"

#include <string.h>

static const struct {
    const char *name;
    uint32_t point;
} entities[] = {
    {"quot", '"'},       {"amp", '&'},        {"lt", '<'},
    {"gt", '>'},         {"apos", '\''},      {"nbsp", 0xA0},
    {"ldquo", 0x201C},   {"rdquo", 0x201D},   {"bdquo", 0x201E},
    {"lsquo", 0x2018},   {"rsquo", 0x2019},   {"sbquo", 0x201A},
    {"laquo", 0xAB},     {"raquo", 0xBB},     {"lsaquo", 0x2039},
    {"rsaquo", 0x203A},  {"ndash", 0x2013},   {"mdash", 0x2014},
    {"hellip", 0x2026},  {"bull", 0x2022},    {"middot", 0xB7},
    {"prime", 0x2032},   {"Prime", 0x2033},   {"acute", 0xB4},
    {"shy", 0xAD},       {"zwnj", 0x200C},    {"zwj", 0x200D},
    {"ensp", 0x2002},    {"emsp", 0x2003},    {"thinsp", 0x2009},
    {"deg", 0xB0},       {"copy", 0xA9},      {"reg", 0xAE},
    {"trade", 0x2122},   {"euro", 0x20AC},    {"pound", 0xA3},
    {"yen", 0xA5},       {"sect", 0xA7},      {"para", 0xB6},
    {"times", 0xD7},     {"divide", 0xF7},    {"plusmn", 0xB1},
    {"frac12", 0xBD},    {"frac14", 0xBC},    {"frac34", 0xBE},
    {"agrave", 0xE0},    {"aacute", 0xE1},    {"acirc", 0xE2},
    {"atilde", 0xE3},    {"auml", 0xE4},      {"aring", 0xE5},
    {"ccedil", 0xE7},    {"egrave", 0xE8},    {"eacute", 0xE9},
    {"ecirc", 0xEA},     {"euml", 0xEB},      {"iacute", 0xED},
    {"ntilde", 0xF1},    {"oacute", 0xF3},    {"ouml", 0xF6},
    {"oslash", 0xF8},    {"uacute", 0xFA},    {"uuml", 0xFC},
    {"Aacute", 0xC1},    {"Eacute", 0xC9},    {"Ouml", 0xD6},
    {"Uuml", 0xDC},      {"szlig", 0xDF},
};

enum { LONGEST = 12 /* bytes between & and ; */ };

/* `8220` or `x201C`; 0: no number of a character. */
static uint32_t
read_number(const char *text, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    unsigned base = 10;
    uint32_t point = 0;

    if (length > 1 && (*text == 'x' || *text == 'X')) {
        base = 16;
        text++;
        length--;
    }
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        const char *digit = strchr(digits, c >= 'A' && c <= 'F' ? c + 32 : c);

        if (!c || !digit || digit - digits >= (int)base || point > 0x10FFFF)
            return 0;
        point = point * base + (uint32_t)(digit - digits);
    }
    if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
        return 0;
    /* Those that count as Windows does mean its characters. */
    return point >= 0x80 && point < 0xA0 ? windows_character((uint8_t)point)
                                         : point;
}

static uint32_t
find_name(const char *text, size_t length)
{
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (strlen(entities[i].name) == length &&
            memcmp(entities[i].name, text, length) == 0)
            return entities[i].point;
    return 0;
}

size_t
read_entity(const char *text, size_t length, uint32_t *point)
{
    size_t front = 1;
    const char *end;
    size_t size;

    if (length == 0 || *text != '&')
        return 0;
    /* Escaped twice. */
    if (length >= 5 && memcmp(text, "&amp;", 5) == 0)
        front = 5;
    size = length - front < LONGEST ? length - front : LONGEST;
    end = memchr(text + front, ';', size);
    size = end ? (size_t)(end - text) - front : 0;
    if (size > 1 && text[front] == '#')
        *point = read_number(text + front + 1, size - 1);
    else
        *point = size > 0 ? find_name(text + front, size) : 0;
    if (*point != 0)
        return front + size + 1;
    if (front == 1)
        return 0;
    *point = '&';
    return front;
}
