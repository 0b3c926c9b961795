/* Offsets: code points and UTF-16 at every byte of awkward texts. */
#include <string.h>

#include "check_kutip.h"
#include "text.h"

/* Both units at one byte; inside of a character it has been counted. */
static void
compare_at(const kutip_doc *doc, size_t at, size_t codepoints, size_t utf16)
{
    ck_assert_uint_eq(kutip_doc_offset(doc, at, KUTIP_CODEPOINTS), codepoints);
    ck_assert_uint_eq(kutip_doc_offset(doc, at, KUTIP_UTF16), utf16);
    ck_assert_uint_eq(kutip_doc_offset(doc, at, KUTIP_BYTES), at);
}

/* Compares offsets with those counted from the text's start. */
static void
compare(const char *text, size_t length)
{
    kutip_doc *doc = kutip_doc_new(check_engine(), NULL);
    ck_assert_int_eq(kutip_doc_set_text(doc, text, length, NULL), KUTIP_OK);
    size_t codepoints = 0, utf16 = 0, invalid = 0, first = length;
    for (size_t at = 0; at < length;) {
        bool valid;
        size_t n = kt_text_step(text, length, at, &valid);
        compare_at(doc, at, codepoints, utf16);
        codepoints++;
        utf16 += valid && n == 4 ? 2 : 1;
        for (size_t inside = 1; inside < n; inside++)
            compare_at(doc, at + inside, codepoints, utf16);
        if (!valid && invalid++ == 0)
            first = at;
        at += n;
    }
    ck_assert_uint_eq(kutip_doc_offset(doc, length, KUTIP_CODEPOINTS),
                      codepoints);
    ck_assert_uint_eq(kutip_doc_offset(doc, length + 99, KUTIP_UTF16), utf16);
    size_t found = length;
    ck_assert_uint_eq(kutip_doc_invalid(doc, &found), invalid);
    ck_assert_uint_eq(found, first);
    kutip_doc_free(doc);
}

static void
compare_repeated(const char *piece, size_t length)
{
    size_t count = 13000 / length;
    char *text = malloc(count * length);
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * length, piece, length);
    compare(text, count * length);
    free(text);
}

/* One piece among ASCII, at every place around the checkpoints. */
static void
compare_alone(const char *piece)
{
    char text[260];
    size_t length = strlen(piece);
    for (size_t at = 0; at + length <= sizeof text; at++) {
        memset(text, 'a', sizeof text);
        memcpy(text + at, piece, length);
        compare(text, sizeof text);
        compare(text, at + length);
    }
}

/* Pieces whose length does not divide 64 meet the checkpoints in every
 * way; some are broken sequences. */
START_TEST(every_offset)
{
    compare_repeated("hujan ", 6);
    compare_repeated("é", 2);
    compare_repeated("a“", 4);
    compare_repeated("“", 3);
    compare_repeated("😀a", 5);
    compare_repeated("😀é\xFF", 7);
    compare_repeated("\x80", 1);
    compare_repeated("\xF0\x9F\x98", 3);
    compare_repeated("\xE2\x80\xE2\x80\x9C", 5);
    compare_repeated("\xF0\x9F\x98\x80\x80\x80\x80", 7);
    compare("", 0);
    compare("\xEF\xBB\xBFHujan", 8);
    compare_alone("é");
    compare_alone("“");
    compare_alone("😀");
    compare_alone("\xE2\x80");
    compare_alone("\xFF");
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("offsets");
    tcase_add_test(tcase, every_offset);
    return check_run("doc_offsets", tcase, NULL);
}
