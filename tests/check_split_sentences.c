/* Sentences and paragraphs, and which sentences are a unit. */
#include <string.h>

#include "check_kutip.h"
#include "doc.h"

/* How many sentences each unit has, as digits. */
static const char *
units_of(const char *text)
{
    static char digits[100];
    kutip_doc *doc = check_analyze(text);
    uint32_t next = 0;
    ck_assert_uint_lt(doc->units.count, sizeof digits);
    for (uint32_t i = 0; i < doc->units.count; i++) {
        const struct kt_unit *unit = &doc->units.items[i];
        const struct kt_sentence *s = doc->sentences.items;
        ck_assert_uint_ge(unit->first_sentence, next);
        ck_assert_uint_eq(unit->first_token,
                          s[unit->first_sentence].first_token);
        ck_assert_uint_eq(unit->end_token,
                          s[unit->end_sentence - 1].end_token);
        next = unit->end_sentence;
        digits[i] = (char)('0' + next - unit->first_sentence);
    }
    digits[doc->units.count] = '\0';
    kutip_doc_free(doc);
    return digits;
}

START_TEST(units)
{
    ck_assert_str_eq(units_of("Hujan. Angin. Badai."), "111");
    ck_assert_str_eq(units_of("\"Saya siap. Kami menang!\" kata Rini. Ya."),
                     "21");
    ck_assert_str_eq(units_of("Ia berkata: \"Ya. Tidak. Ya.\" Lalu pulang."),
                     "31");
    ck_assert_str_eq(
        units_of("\"Ya. Siap,\" kata Rini. \"Tidak. Belum,\" kata Dodi."),
        "22");
    ck_assert_str_eq(units_of(""), "");
}
END_TEST

START_TEST(paragraphs_are_not_tied)
{
    ck_assert_str_eq(units_of("\"Saya siap.\n\n\"Kami menang,\" kata Rini."),
                     "11");
}
END_TEST

START_TEST(boilerplate_is_a_sentence_of_no_unit)
{
    check_stage("sentences", "Hujan.\n\nEditor: Dodi. Badai.\n\nAngin.",
                "Hujan.|Editor: Dodi. Badai.|Angin.");
    ck_assert_str_eq(units_of("Hujan.\n\nEditor: Dodi. Badai.\n\nAngin."),
                     "11");
}
END_TEST

START_TEST(datelines_are_left_out)
{
    check_stage("sentences", "WONOSARI, KABAR.com - Hujan turun. Angin.",
                "Hujan turun.|Angin.");
}
END_TEST

START_TEST(sentences_know_their_paragraph)
{
    kutip_doc *doc = check_analyze("Satu. Dua.\n\nTiga.");
    ck_assert_uint_eq(doc->sentences.count, 3);
    ck_assert_uint_eq(doc->sentences.items[1].paragraph, 0);
    ck_assert_uint_eq(doc->sentences.items[2].paragraph, 1);
    kutip_doc_free(doc);
}
END_TEST

/* Every token is in one sentence at most, in order; time is linear. */
START_TEST(awkward_texts)
{
    static const char *const pieces[] = {".", "!\" ", "(", "(a. A", "\"A. B",
                                         ". ", "A. ", ")]", "... A"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t length = strlen(pieces[i]), count = 200000 / length;
        char *text = malloc(count * length);
        ck_assert_ptr_nonnull(text);
        for (size_t k = 0; k < count; k++)
            memcpy(text + k * length, pieces[i], length);
        kutip_doc *doc = check_split_bytes(text, count * length);
        uint32_t next = 0;
        for (uint32_t k = 0; k < doc->sentences.count; k++) {
            ck_assert_uint_eq(doc->sentences.items[k].first_token, next);
            next = doc->sentences.items[k].end_token;
        }
        ck_assert_uint_eq(next, doc->tokens.count);
        kutip_doc_free(doc);
        free(text);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("sentences");
    tcase_add_test(tcase, units);
    tcase_add_test(tcase, paragraphs_are_not_tied);
    tcase_add_test(tcase, boilerplate_is_a_sentence_of_no_unit);
    tcase_add_test(tcase, datelines_are_left_out);
    tcase_add_test(tcase, sentences_know_their_paragraph);
    tcase_add_test(tcase, awkward_texts);
    return check_run("split_sentences", tcase, NULL);
}
