/* The character sets of pages. */
#include "page_charset.h"

#include <string.h>

#include "check_kutip.h"

static const struct {
    const char *bytes;
    size_t length;
    const char *set;
} sets[] = {
#define BYTES(string) string, sizeof string - 1
    {BYTES("<p>Air"), "windows-1252"},
    {BYTES("<p>Air \xE2\x80\x93 naik"), "UTF-8"},
    {BYTES("<p>Air \x96 naik"), "windows-1252"},
    {BYTES("<meta charset=utf-8>Air"), "utf-8"},
    {BYTES("<meta charset='ISO-8859-1'>Air"), "windows-1252"},
    {BYTES("<meta charset=\"latin1\">\xC3\xA9"), "UTF-8"},
    {BYTES("<meta content=\"text/html; charset=Shift_JIS\">"), "Shift_JIS"},
    {BYTES("<?xml version=\"1.0\" encoding=\"iso-8859-15\"?>"), "ISO-8859-15"},
    {BYTES("\xEF\xBB\xBF<p>"), "UTF-8"},
    {BYTES("\xFF\xFE<\0p\0>\0"), "UTF-16LE"},
    {BYTES("\xFE\xFF\0<\0p\0>"), "UTF-16BE"},
    {BYTES("<\0p\0>\0A\0i\0r\0 \0n\0"), "UTF-16LE"},
    {BYTES("\0<\0p\0>\0A\0i\0r\0 \0n"), "UTF-16BE"},
    {BYTES("<meta charset=utf-16>"), "UTF-8"},
    {BYTES(""), "windows-1252"},
    /* What it says it is not. */
    {BYTES("<meta charset=utf-8>caf\xE9 \x93naik\x94"), "windows-1252"},
    {BYTES("<meta charset=utf-8>caf\xC3\xA9 naik\x94"), "utf-8"},
};

START_TEST(names)
{
    char name[64];

    ck_assert_str_eq(page_charset(sets[_i].bytes, sets[_i].length, name),
                     sets[_i].set);
}
END_TEST

static const struct {
    const char *bytes;
    size_t length;
    const char *utf8;
    size_t last; /* where the last byte of the UTF-8 comes from */
} texts[] = {
    {BYTES("air"), "air", 2},
    {BYTES("air \x93naik\x94"), "air \xE2\x80\x9Cnaik\xE2\x80\x9D", 9},
    {BYTES("\xE2\x80\x9Cnaik\xE2\x80\x9D!"), "\xE2\x80\x9Cnaik\xE2\x80\x9D!",
     10},
    {BYTES("\xEF\xBB\xBF"
           "air"),
     "air", 5},
    {BYTES("\xFF\xFE"
           "a\0i\0r\0"),
     "air", 6},
    {BYTES("\xFE\xFF\0a\0i \x1C\0r"), "ai\xE2\x80\x9Cr", 8},
    {BYTES("\xFF\xFE\x3D\xD8\x00\xDE"
           "a\0"),
     "\xF0\x9F\x98\x80"
     "a",
     6},
    {BYTES("a\0b"),
     "a\xEF\xBF\xBD"
     "b",
     2},
    /* one fault in much UTF-8 is damage */
    {BYTES("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
           "\xC3\xA9\xFF"
           "b"),
     "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
     "\xC3\xA9\xEF\xBF\xBD"
     "b",
     19},
    {BYTES("<meta charset=no-such-set>\x96"),
     "<meta charset=no-such-set>\xE2\x80\x93", 26},
    /* a half of a character at the end */
    {BYTES("\xFF\xFE"
           "a\0i"),
     "a\xEF\xBF\xBD", 4},
};

START_TEST(conversion)
{
    struct page_utf8 utf8;
    const struct page_stretch *stretch;
    size_t last;

    ck_assert(page_to_utf8(texts[_i].bytes, texts[_i].length, &utf8));
    ck_assert_str_eq(utf8.text, texts[_i].utf8);
    ck_assert_uint_eq(utf8.length, strlen(texts[_i].utf8));
    last = utf8.length - 1;
    stretch = page_stretch_at(&utf8, last);
    ck_assert_uint_eq(stretch->page + (last - stretch->utf8) * stretch->step,
                      texts[_i].last);
    page_utf8_release(&utf8);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("page_charset");

    tcase_add_loop_test(tcase, names, 0, sizeof sets / sizeof *sets);
    tcase_add_loop_test(tcase, conversion, 0, sizeof texts / sizeof *texts);
    return check_run("page_charset", tcase, NULL);
}
