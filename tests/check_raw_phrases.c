/* Phrases of the lexicon in bare text. */
#include "raw_phrases.h"

#include <string.h>

#include "check_kutip.h"

static uint32_t
phrase_end(const char *text, unsigned class)
{
    struct kt_raw raw = {check_engine(), text, (uint32_t)strlen(text)};
    return kt_raw_phrase_end(&raw, 0, class);
}

START_TEST(phrases)
{
    ck_assert_uint_eq(phrase_end("Baca juga: Pasar", KT_BOILERPLATE), 9);
    ck_assert_uint_eq(phrase_end("baca\nJUGA Pasar", KT_BOILERPLATE), 9);
    ck_assert_uint_eq(phrase_end("Editor: Rini", KT_BOILERPLATE), 7);
    ck_assert_uint_eq(phrase_end("Jawa Tengah dan", KT_PLACE), 11);
    ck_assert_uint_eq(phrase_end("Jakartanya", KT_PLACE), 0);
    ck_assert_uint_eq(phrase_end("Baca juga", KT_PLACE), 0);
    ck_assert_uint_eq(phrase_end("", KT_PLACE), 0);
    ck_assert_uint_eq(phrase_end("(", KT_PLACE), 0);
}
END_TEST

START_TEST(words)
{
    static const char text[] = " \xC2\xA0 anak-anak’ku, kata- ";
    struct kt_raw raw = {check_engine(), text, sizeof text - 1};
    uint32_t at = kt_raw_skip(&raw, 0);
    ck_assert_uint_eq(at, 4);
    uint32_t end = kt_raw_word_end(&raw, at);
    ck_assert_int_eq(text[end], ',');
    ck_assert_uint_eq(kt_raw_word_end(&raw, end), end);
    ck_assert(kt_raw_is_word(&raw, at));
    ck_assert(!kt_raw_is_word(&raw, end));
    at = kt_raw_skip(&raw, end + 1);
    ck_assert_int_eq(text[kt_raw_word_end(&raw, at)], '-');
    ck_assert_uint_eq(kt_raw_skip(&raw, raw.end - 1), raw.end);
}
END_TEST

START_TEST(classes)
{
    static const char text[] = "dan";
    struct kt_raw raw = {check_engine(), text, 3};
    ck_assert(kt_set_has(kt_raw_classes(&raw, 0, 3), KT_AND));
    ck_assert(!kt_set_has(kt_raw_classes(&raw, 0, 2), KT_AND));
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("raw phrases");
    tcase_add_test(tcase, phrases);
    tcase_add_test(tcase, words);
    tcase_add_test(tcase, classes);
    return check_run("raw_phrases", tcase, NULL);
}
