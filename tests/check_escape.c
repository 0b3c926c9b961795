/* JSON strings and numbers: what is written by the word, byte by byte. */
#include "escape.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "check_kutip.h"
#include "unicode.h"

/* The rules once more, a character at a time. */
static size_t
escape_slowly(char *to, const char *text, size_t length)
{
    static const char named[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    char *begin = to;

    *to++ = '"';
    for (size_t at = 0; at < length;) {
        struct character next = read_character(text + at, length - at);
        const char *name = NULL;

        for (size_t i = 0; i + 1 < sizeof named; i += 2)
            if (next.point == (unsigned char)named[i])
                name = &named[i + 1];
        if (name)
            to += sprintf(to, "\\%c", *name);
        else if (next.point < ' ')
            to += sprintf(to, "\\u%04x", (unsigned)next.point);
        else
            to += write_character(next.point, to);
        at += next.length;
    }
    *to++ = '"';
    return (size_t)(to - begin);
}

/* The text stands alone in its memory, so that reading on is found. */
static void
compare(const char *bytes, size_t length)
{
    char *text = malloc(length + 1);
    char *expected = malloc(length * 6 + 8);
    struct out out;
    size_t count;

    ck_assert(text && expected);
    memcpy(text + 1, bytes, length);
    count = escape_slowly(expected, bytes, length);
    out_init(&out, OUT_MEMORY);
    write_json_string(&out, text + 1, length);
    ck_assert_uint_eq(out.used, count);
    ck_assert_mem_eq(out.buffer, expected, count);
    out_release(&out);
    free(expected);
    free(text);
}

START_TEST(every_byte_everywhere)
{
    char text[40];

    for (size_t length = 0; length <= sizeof text; length++) {
        memset(text, 'a', sizeof text);
        compare(text, length);
        for (size_t at = 0; at < length; at++) {
            for (int byte = 0; byte < 256; byte++) {
                text[at] = (char)byte;
                compare(text, length);
            }
            text[at] = 'a';
        }
    }
}
END_TEST

static const char *const characters[] = {
    "\xC3\xB1",         "\xE2\x80\x9C", "\xE2\x80",     "\xF0\x9F\x98\x80",
    "\xED\xA0\x80",     "\xEF\xBF\xBD", "\xE0\x80\x80", "\xF4\x90\x80\x80",
    "\xE2\x80\x9C\xFF",
};

START_TEST(characters_everywhere)
{
    char text[2000];

    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        size_t size = strlen(characters[i]);

        for (size_t at = 0; at + size <= sizeof text; at += at < 40 ? 1 : 31) {
            memset(text, 'b', sizeof text);
            memcpy(text + at, characters[i], size);
            compare(text, sizeof text);
            compare(text, at + size);
        }
    }
}
END_TEST

static uint32_t
next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Mostly letters, and all that is special. */
START_TEST(generated)
{
    static const char special[] = "\"\\\n\t\x01\x1F\x7F\x80\xC3\xB1\xE2\x80";
    uint32_t state = 7;
    char text[3000];

    for (int round = 0; round < 3000; round++) {
        size_t length = next_random(&state) % sizeof text;
        size_t rare = 2 + next_random(&state) % 60;

        for (size_t i = 0; i < length; i++)
            text[i] = next_random(&state) % rare
                          ? (char)('a' + i % 26)
                          : special[next_random(&state) % sizeof special];
        compare(text, length);
    }
}
END_TEST

/* A text of controls needs all the room it can. */
START_TEST(longest)
{
    static char text[200 * 1000];

    compare(text, sizeof text);
    memset(text, '"', sizeof text);
    compare(text, sizeof text);
}
END_TEST

START_TEST(numbers)
{
    static const size_t some[] = {
        0,    1,    9,    10,    11,     99,      100,      101,          999,
        1000, 1001, 9999, 10000, 123456, 1000000, SIZE_MAX, SIZE_MAX / 10,
    };

    for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
        char expected[DIGITS_MAX + 1];
        struct out out;

        out_init(&out, OUT_MEMORY);
        out_number(&out, some[i]);
        sprintf(expected, "%zu", some[i]);
        ck_assert_uint_eq(out.used, strlen(expected));
        ck_assert_mem_eq(out.buffer, expected, out.used);
        out_release(&out);
    }
}
END_TEST

START_TEST(scores)
{
    struct out out;

    out_init(&out, OUT_MEMORY);
    out_score(&out, -1);
    out_score(&out, 0.004);
    out_score(&out, 0.07);
    out_score(&out, 0.974);
    out_score(&out, 0.999);
    out_score(&out, 2);
    ck_assert_uint_eq(out.used, 24);
    ck_assert_mem_eq(out.buffer, "0.000.000.070.971.001.00", 24);
    out_release(&out);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("escape");

    tcase_add_test(tcase, every_byte_everywhere);
    tcase_add_test(tcase, characters_everywhere);
    tcase_add_test(tcase, generated);
    tcase_add_test(tcase, longest);
    tcase_add_test(tcase, numbers);
    tcase_add_test(tcase, scores);
    return check_run("escape", tcase, NULL);
}
