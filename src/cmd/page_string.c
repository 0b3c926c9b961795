/*
 * In: a string of JSON, without its marks. Out: what it means, and where
 * each byte of it stands.
 *
 * Not attempted: refusing what JSON does not allow.
 *
 * Example: `Air \u2013 naik` becomes `Air`, a dash, `naik`.
 */
#include "page_string.h"

#include "unicode.h"

#include <string.h>

static int
hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The four digits behind \u, or -1. */
static long
read_hex(const char *at, const char *end)
{
    long unit = 0;

    if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
        return -1;
    for (int i = 2; i < 6; i++) {
        if (hex_digit(at[i]) < 0)
            return -1;
        unit = unit * 16 + hex_digit(at[i]);
    }
    return unit;
}

/* What an escape stands for, into out; how many bytes it takes. A line
 * break of the text is one for readers of markup too. */
static size_t
unescape(const char *at, const char *end, char out[static 4], size_t *given)
{
    static const char names[] = "btfr", blanks[] = "    ";
    long high = read_hex(at, end);
    long low = high >= 0 ? read_hex(at + 6, end) : -1;

    if (high >= 0xD800 && high < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
        *given = write_character(0x10000u + ((uint32_t)(high - 0xD800) << 10) +
                                     (uint32_t)(low - 0xDC00),
                                 out);
        return 12;
    }
    if (high >= 0) {
        bool none = high == 0 || (high >= 0xD800 && high < 0xE000);

        *given =
            write_character(none ? REPLACEMENT_POINT : (uint32_t)high, out);
        return 6;
    }
    *given = 1;
    if (end - at < 2) {
        *out = ' ';
        return 1;
    }
    *out = at[1];
    if (strchr(names, at[1]))
        *out = blanks[strchr(names, at[1]) - names];
    if (at[1] == 'n')
        *out = '\n';
    return 2;
}

bool
page_decode(const char *string, size_t length, size_t source,
            struct page_utf8 *out)
{
    const char *at = string, *end = string + length;

    *out = (struct page_utf8){.text = NULL};
    while (at < end) {
        const char *plain = at;
        char bytes[4];
        size_t given = 0, taken;

        while (at < end && *at != '\\' && *at != '\n')
            at++;
        if (!page_put_origin(out, source + (size_t)(plain - string), 1) ||
            !page_put(out, plain, (size_t)(at - plain)))
            return false;
        if (at == end)
            break;
        taken = *at == '\n' ? 1 : unescape(at, end, bytes, &given);
        if (!page_put_origin(out, source + (size_t)(at - string), 0) ||
            !(*at == '\n' || *bytes == '\n' ? page_put(out, "<br><br>", 8)
                                            : page_put(out, bytes, given)))
            return false;
        at += taken;
    }
    return true;
}
