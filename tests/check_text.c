/* Characters: decoding and its faults, kinds, folding, capitals. */
#include "text.h"

#include <string.h>

#include "check_kutip.h"

#define TEXT(literal) literal, sizeof(literal) - 1

/* Lengths of the characters of a text, as digits; invalid ones in brackets. */
static const char *
shape(const char *text, size_t length)
{
    static char out[100];
    char *end = out;
    for (size_t at = 0; at < length;) {
        uint32_t character;
        enum kt_char_kind kind;
        bool valid;
        size_t n = kt_text_decode(text, length, at, &character, &kind);
        ck_assert_uint_eq(kt_text_step(text, length, at, &valid), n);
        ck_assert_int_eq(valid, kind != KT_CHAR_INVALID);
        if (!valid) {
            ck_assert_uint_eq(character, 0xFFFD);
            *end++ = '(';
        }
        *end++ = (char)('0' + n);
        if (!valid)
            *end++ = ')';
        at += n;
    }
    *end = '\0';
    return out;
}

/* The examples of Unicode 15, chapter 3.9, and more. */
START_TEST(maximal_subparts)
{
    ck_assert_str_eq(shape(TEXT("a\xC3\xA9\xE2\x80\x9C\xF0\x9F\x98\x80")),
                     "1234");
    ck_assert_str_eq(shape(TEXT("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41")),
                     "(1)(1)(1)(1)(1)(1)(1)(1)1");
    ck_assert_str_eq(shape(TEXT("\xED\xA0\x80\xED\xBF\xBF\x41")),
                     "(1)(1)(1)(1)(1)(1)1");
    ck_assert_str_eq(shape(TEXT("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42")),
                     "(1)(1)(1)(1)(1)1(1)(1)1");
    ck_assert_str_eq(shape(TEXT("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41")),
                     "(2)(1)(3)(2)1");
    ck_assert_str_eq(shape(TEXT("\xE2\x80")), "(2)");
    ck_assert_str_eq(shape(TEXT("\xF0\x9F\x98")), "(3)");
}
END_TEST

START_TEST(validate)
{
    size_t invalid;
    ck_assert_uint_eq(kt_text_validate(TEXT("Jum\xE2\x80\x99 at"), &invalid),
                      9);
    ck_assert_uint_eq(invalid, 0);
    ck_assert_uint_eq(
        kt_text_validate(TEXT("delapan delapan \xFF b \xE2\x80"), &invalid),
        16);
    ck_assert_uint_eq(invalid, 2);
    ck_assert_uint_eq(kt_text_validate(TEXT("\x80"), NULL), 0);
    ck_assert_uint_eq(kt_text_validate("", 0, NULL), 0);
}
END_TEST

START_TEST(ascii_prefix)
{
    ck_assert_uint_eq(kt_text_ascii(TEXT("")), 0);
    ck_assert_uint_eq(kt_text_ascii(TEXT("abcdefgh\x80")), 8);
    ck_assert_uint_eq(kt_text_ascii(TEXT("abcdefghi\xC3\xA9klmnopq")), 9);
    ck_assert_uint_eq(kt_text_ascii(TEXT("\xC3\xA9")), 0);
}
END_TEST

static enum kt_char_kind
kind_of(const char *text)
{
    uint32_t character;
    enum kt_char_kind kind;
    kt_text_decode(text, strlen(text), 0, &character, &kind);
    return kind;
}

START_TEST(kinds)
{
    ck_assert_int_eq(kind_of("a"), KT_CHAR_LOWER);
    ck_assert_int_eq(kind_of("Z"), KT_CHAR_UPPER);
    ck_assert_int_eq(kind_of("7"), KT_CHAR_DIGIT);
    ck_assert_int_eq(kind_of("\t"), KT_CHAR_SPACE);
    ck_assert_int_eq(kind_of("\x7F"), KT_CHAR_SPACE);
    ck_assert_int_eq(kind_of("$"), KT_CHAR_MARK);
    ck_assert_int_eq(kind_of("É"), KT_CHAR_UPPER);
    ck_assert_int_eq(kind_of("é"), KT_CHAR_LOWER);
    ck_assert_int_eq(kind_of("亳"), KT_CHAR_LOWER);
    ck_assert_int_eq(kind_of("\xC2\xA0"), KT_CHAR_SPACE);     /* NBSP */
    ck_assert_int_eq(kind_of("\xC2\x85"), KT_CHAR_SPACE);     /* NEL */
    ck_assert_int_eq(kind_of("\xE2\x80\x8B"), KT_CHAR_INVISIBLE);
    ck_assert_int_eq(kind_of("\xC2\xAD"), KT_CHAR_INVISIBLE); /* soft hyphen */
    ck_assert_int_eq(kind_of("\xEF\xBB\xBF"), KT_CHAR_INVISIBLE);
    ck_assert_int_eq(kind_of("\xCC\x81"), KT_CHAR_EXTEND);
    ck_assert_int_eq(kind_of("“"), KT_CHAR_MARK);
    ck_assert_int_eq(kind_of("²"), KT_CHAR_DIGIT);
    ck_assert_int_eq(kind_of("😀"), KT_CHAR_MARK);
}
END_TEST

static const char *
fold(const char *text, size_t room)
{
    static char out[400];
    size_t n = kt_text_fold(text, strlen(text), out, room);
    ck_assert_uint_le(n, room);
    out[n] = '\0';
    return out;
}

START_TEST(folding)
{
    ck_assert_str_eq(fold("KATA", 100), "kata");
    ck_assert_str_eq(fold("Jum’at", 100), "jum'at");
    ck_assert_str_eq(fold("Jum\xC2\xB4" "at", 100), "jum'at");
    ck_assert_str_eq(fold("anak\xE2\x80\x91" "anak", 100), "anak-anak");
    ck_assert_str_eq(fold("ka\xC2\xADta\xE2\x80\x8B", 100), "kata");
    ck_assert_str_eq(fold("ka\xFFta", 100), "kata");
    ck_assert_str_eq(fold("E\xCC\x81lan", 100), "élan"); /* NFC */
    ck_assert_str_eq(fold("ÉLAN", 100), "élan");
    /* marks in another order fold alike */
    ck_assert_str_eq(fold("q\xCC\x87\xCC\xA3", 100), "q\xCC\xA3\xCC\x87");
    ck_assert_str_eq(fold("KATAKAN", 4), "kata");
    ck_assert_str_eq(fold("ééé", 5), "éé");
}
END_TEST

/* Plain letters and digits fold as all do; the first other byte ends them. */
START_TEST(folding_of_plain_letters)
{
    bool changed;

    for (unsigned byte = 0; byte < 256; byte++) {
        char text[] = {'a', (char)byte, 'z'}, out[3], whole[3];
        uint8_t kind = byte < 128 ? kt_text_ascii_kinds[byte] : KT_CHAR_MARK;
        bool plain = kind == KT_CHAR_UPPER || kind == KT_CHAR_LOWER ||
                     kind == KT_CHAR_DIGIT;
        size_t n = kt_text_fold_plain(text, sizeof text, out, sizeof out,
                                      &changed);
        ck_assert_int_eq(kt_text_is_plain((char)byte), plain);
        ck_assert_uint_eq(n, plain ? 3 : 1);
        ck_assert_int_eq(changed, kind == KT_CHAR_UPPER);
        kt_text_fold(text, n, whole, sizeof whole);
        ck_assert_mem_eq(out, whole, n);
    }
    char out[2];
    ck_assert_uint_eq(kt_text_fold_plain("ABC", 3, out, 2, &changed), 2);
    ck_assert(changed);
    ck_assert_uint_eq(kt_text_fold_plain("abC", 2, out, 2, &changed), 2);
    ck_assert(!changed);
    ck_assert_uint_eq(kt_text_fold_plain("ABC", 0, out, 2, &changed), 0);
}
END_TEST

START_TEST(folding_of_very_long_words)
{
    char text[6000];
    for (size_t i = 0; i + 2 <= sizeof text; i += 2)
        memcpy(text + i, "\xCC\x81", 2);
    char out[300];
    ck_assert_uint_le(kt_text_fold(text, sizeof text, out, sizeof out),
                      sizeof out);
    memset(text, 'A', sizeof text);
    ck_assert_uint_eq(kt_text_fold(text, sizeof text, out, sizeof out),
                      sizeof out);
}
END_TEST

START_TEST(hashes)
{
    ck_assert_uint_eq(kt_text_hash("kata", 4), kt_text_hash("katanya", 4));
    ck_assert_uint_ne(kt_text_hash("kata", 4), kt_text_hash("kita", 4));
    ck_assert_uint_ne(kt_text_hash("", 0), 0);
}
END_TEST

/* Every byte counts, in words of any length, and so does the length. */
START_TEST(hashes_of_lengths)
{
    char text[40];
    for (size_t length = 1; length + 1 < sizeof text; length++) {
        memset(text, 'k', sizeof text);
        uint32_t hash = kt_text_hash(text, length);
        ck_assert_uint_ne(hash, kt_text_hash(text, length - 1));
        for (size_t i = 0; i < length; i++)
            for (char c = 'a'; c < 'k'; c++) {
                text[i] = c;
                ck_assert_uint_ne(hash, kt_text_hash(text, length));
                text[i] = 'k';
            }
        text[length] = 'x'; /* and nothing behind does */
        ck_assert_uint_eq(hash, kt_text_hash(text, length));
    }
}
END_TEST

static bool
fits(const char *typed, const char *text)
{
    return kt_text_capitals_fit(typed, strlen(typed), text, strlen(text));
}

START_TEST(capitals)
{
    ck_assert(fits("PAN", "PAN"));
    ck_assert(!fits("PAN", "pan"));
    ck_assert(!fits("PAN", "Pan"));
    ck_assert(fits("pan", "PAN"));
    ck_assert(fits("S.H", "S.H."));
    ck_assert(fits("Bank Indonesia", "Bank\nIndonesia"));
    ck_assert(!fits("Bank Indonesia", "bank Indonesia"));
    ck_assert(fits("Ma'ruf", "Ma’ruf"));
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("text");
    tcase_add_test(tcase, maximal_subparts);
    tcase_add_test(tcase, validate);
    tcase_add_test(tcase, ascii_prefix);
    tcase_add_test(tcase, kinds);
    tcase_add_test(tcase, folding);
    tcase_add_test(tcase, folding_of_plain_letters);
    tcase_add_test(tcase, folding_of_very_long_words);
    tcase_add_test(tcase, hashes);
    tcase_add_test(tcase, hashes_of_lengths);
    tcase_add_test(tcase, capitals);
    return check_run("text", tcase, NULL);
}
