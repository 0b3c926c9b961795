/*
 * In: the bytes of a page. Out: UTF-8 that is valid, and for each of its
 * bytes the byte of the page that it comes from.
 *
 * The set is told by a byte order mark, else by what the page declares
 * (prescan of its first kilobytes, WHATWG Encoding and HTML 13.2.3.2), else
 * by the bytes: what is valid UTF-8 is UTF-8, NULs at every other place are
 * UTF-16, all else is windows-1252, which browsers read ISO-8859-1 as too.
 * A declaration that the bytes contradict is not believed: pages in UTF-8
 * that say they are ISO-8859-1 are common, and some say UTF-8 and are
 * windows-1252.
 *
 * Not attempted: guessing among the 8-bit sets by the frequency of letters.
 *
 * Example: the byte E9 of a page in windows-1252 becomes C3 A9.
 */
#include "page_charset.h"

#include "unicode.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Browsers look at the first 1024 bytes; long heads are common by now. */
enum { PRESCAN = 4096, SAMPLE = 512, ONE_CHARACTER = 16 };

/* How a set is called in pages, and how iconv should read it. */
static const struct {
    const char *name;
    const char *set;
} aliases[] = {
    {"utf8", "UTF-8"},
    {"unicode-1-1-utf-8", "UTF-8"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-15", "ISO-8859-15"},
    {"utf-16", "UTF-8"}, /* it was read as bytes, so it is not UTF-16 */
    {"utf-16le", "UTF-8"},
    {"utf-16be", "UTF-8"},
    {"utf-7", "UTF-8"},
};

static const struct {
    const char *bytes;
    size_t length;
    const char *set;
} order_marks[] = {
    {"\xEF\xBB\xBF", 3, "UTF-8"},
    {"\xFF\xFE", 2, "UTF-16LE"},
    {"\xFE\xFF", 2, "UTF-16BE"},
};

static const char *
marked_set(const char *bytes, size_t length, size_t *mark)
{
    for (size_t i = 0; i < sizeof order_marks / sizeof *order_marks; i++)
        if (length >= order_marks[i].length &&
            memcmp(bytes, order_marks[i].bytes, order_marks[i].length) == 0) {
            *mark = order_marks[i].length;
            return order_marks[i].set;
        }
    *mark = 0;
    return NULL;
}

static bool
is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
}

/* The name behind `charset=` or `encoding=` at a place, into name. */
static bool
read_name(const char *at, const char *end, char name[static 64])
{
    size_t n = 0;

    while (at < end && (*at == ' ' || *at == '='))
        at++;
    while (at < end && (*at == '"' || *at == '\'' || *at == ' '))
        at++;
    while (at < end && is_name_byte(*at) && n < 63)
        name[n++] = *at++;
    name[n] = '\0';
    return n > 2;
}

/* What the page says of its characters: <meta charset>, <?xml encoding?>. */
static bool
declared_set(const char *bytes, size_t length, char name[static 64])
{
    static const char *const keys[] = {"charset", "encoding"};
    const char *end = bytes + (length < PRESCAN ? length : PRESCAN);

    for (const char *at = bytes; at < end; at++)
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            size_t n = strlen(keys[i]);

            if ((*at | 0x20) == *keys[i] && (size_t)(end - at) > n &&
                strncasecmp(at, keys[i], n) == 0 &&
                (at[n] == '=' || at[n] == ' ') && read_name(at + n, end, name))
                return true;
        }
    return false;
}

/* UTF-16 without a mark: every other byte of markup is NUL. */
static const char *
sixteen_bits(const char *bytes, size_t length)
{
    size_t sample = length < SAMPLE ? length : SAMPLE;
    size_t even = 0, odd = 0;

    for (size_t i = 0; i < sample; i++)
        if (bytes[i] == '\0')
            i % 2 ? odd++ : even++;
    if (sample < 8)
        return NULL;
    if (odd > sample / 3 && even < sample / 16)
        return "UTF-16LE";
    return even > sample / 3 && odd < sample / 16 ? "UTF-16BE" : NULL;
}

/* What is not ASCII, read as UTF-8. */
struct utf8_count {
    size_t good;
    size_t bad;
};

static struct utf8_count
count_utf8(const char *bytes, size_t length)
{
    struct utf8_count count = {0, 0};

    for (size_t at = 0; at < length;) {
        struct character c;

        if (!((unsigned char)bytes[at] & 0x80)) {
            at++;
            continue;
        }
        c = read_character(bytes + at, length - at);
        c.valid ? count.good++ : count.bad++;
        at += c.length;
    }
    return count;
}

/* The set that a page means by a name; it may say UTF-8 and be none. */
static void
mean_set(char name[static 64], const struct utf8_count *count)
{
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (strcasecmp(name, aliases[i].name) == 0) {
            strcpy(name, aliases[i].set);
            break;
        }
    if (strcasecmp(name, "UTF-8") == 0 && count->bad > count->good)
        strcpy(name, "windows-1252");
}

const char *
page_charset(const char *bytes, size_t length, char name[static 64])
{
    size_t mark;
    const char *set = marked_set(bytes, length, &mark);
    struct utf8_count count = {0, 0};

    if (!set)
        set = sixteen_bits(bytes, length);
    if (!set)
        count = count_utf8(bytes, length);
    /* A few faults are damage. */
    if (!set && count.good > count.bad * 8)
        set = "UTF-8";
    if (set || !declared_set(bytes, length, name))
        return strcpy(name, set ? set : "windows-1252");
    mean_set(name, &count);
    return name;
}

/* A character of the page, `width` bytes there. NUL and what is no
 * character are written as one. */
static bool
append_one(struct page_utf8 *utf8, const char *bytes, size_t length,
           size_t page, size_t width)
{
    bool none = length == 0 || (length == 1 && !*bytes);

    if (!page_put_origin(utf8, page, length == 1 ? (unsigned)width : 0))
        return false;
    return none ? page_put(utf8, REPLACEMENT, sizeof REPLACEMENT - 1)
                : page_put(utf8, bytes, length);
}

/* ASCII, except NUL, from at on. */
static size_t
ascii_run(const char *bytes, size_t at, size_t length)
{
    size_t end = at;

    while (end < length && (unsigned char)bytes[end] - 1u < 0x7Fu)
        end++;
    return end - at;
}

static bool
copy_ascii(struct page_utf8 *utf8, const char *bytes, size_t at, size_t run)
{
    return run == 0 ||
           (page_put_origin(utf8, at, 1) && page_put(utf8, bytes + at, run));
}

static bool
copy_utf8(const char *bytes, size_t length, size_t at, struct page_utf8 *utf8)
{
    while (at < length) {
        size_t run = ascii_run(bytes, at, length);
        struct character c;

        if (!copy_ascii(utf8, bytes, at, run))
            return false;
        at += run;
        if (at == length)
            break;
        c = read_character(bytes + at, length - at);
        if (c.valid && bytes[at]
                ? !page_put_origin(utf8, at, 1) ||
                      !page_put(utf8, bytes + at, c.length)
                : !append_one(utf8, "", 0, at, c.length))
            return false;
        at += c.length;
    }
    return true;
}

/* The next character through iconv: what it takes, what it gives. */
static size_t
convert_one(iconv_t set, const char *bytes, size_t left, char *out,
            size_t *given)
{
    for (size_t width = 1; width <= left && width <= 8; width++) {
        char *in = (char *)(uintptr_t)bytes;
        char *to = out;
        size_t in_left = width, room = ONE_CHARACTER;
        size_t fault = iconv(set, &in, &in_left, &to, &room);

        *given = ONE_CHARACTER - room;
        if (*given > 0)
            return (size_t)(in - bytes);
        if (fault == (size_t)-1 && errno == EILSEQ)
            break;
        if (in_left == 0 && width > 1)
            iconv(set, NULL, NULL, NULL, NULL);
    }
    iconv(set, NULL, NULL, NULL, NULL);
    *given = 0;
    return 1;
}

static bool
convert(iconv_t set, bool wide, const char *bytes, size_t length, size_t at,
        struct page_utf8 *utf8)
{
    while (at < length) {
        char out[ONE_CHARACTER];
        size_t run = wide ? 0 : ascii_run(bytes, at, length);
        size_t width, given;

        if (!copy_ascii(utf8, bytes, at, run))
            return false;
        at += run;
        if (at == length)
            break;
        width = convert_one(set, bytes + at, length - at, out, &given);
        if (!append_one(utf8, out, given, at, width))
            return false;
        at += width;
    }
    return true;
}

static bool
is_wide(const char *name)
{
    return strncasecmp(name, "UTF-16", 6) == 0 ||
           strncasecmp(name, "UTF-32", 6) == 0;
}

bool
page_to_utf8(const char *bytes, size_t length, struct page_utf8 *utf8)
{
    char name[64];
    size_t mark;
    iconv_t set = (iconv_t)-1;
    bool done;

    *utf8 = (struct page_utf8){.text = NULL};
    page_charset(bytes, length, name);
    marked_set(bytes, length, &mark);
    if (strcasecmp(name, "UTF-8") != 0) {
        set = iconv_open("UTF-8", name);
        if (set == (iconv_t)-1)
            set = iconv_open("UTF-8", "windows-1252");
    }
    done = page_put(utf8, "", 0) && page_put_origin(utf8, mark, 1) &&
           (set == (iconv_t)-1
                ? copy_utf8(bytes, length, mark, utf8)
                : convert(set, is_wide(name), bytes, length, mark, utf8));
    if (set != (iconv_t)-1)
        iconv_close(set);
    if (!done)
        page_utf8_release(utf8);
    return done;
}
