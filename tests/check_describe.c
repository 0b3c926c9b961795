/* What --dump shows: one line for every item, cut behind whole characters. */
#include <string.h>

#include "check_kutip.h"
#include "describe.h"
#include "text.h"

START_TEST(words_about_items)
{
    struct kutip_item item = {.detail = ""};
    kutip_doc *doc = check_analyze("Hujan turun. \"Ya,\" kata Rini Astuti.");
    kt_describe_tokens(doc, 0, &item);
    ck_assert_ptr_nonnull(strstr(item.detail, "word, capitalised"));
    ck_assert_uint_eq(item.span.length, 5);
    item.detail[0] = '\0';
    kt_describe_sentences(doc, 1, &item);
    ck_assert_str_eq(item.detail, "paragraph 1, 8 tokens");
    item.detail[0] = '\0';
    kt_describe_paragraphs(doc, 0, &item);
    ck_assert_str_eq(item.detail, "");
    kutip_doc_free(doc);
}
END_TEST

/* A mention that is too long for its line, with two bytes a letter, at
 * every remainder. */
START_TEST(long_details)
{
    for (size_t shift = 0; shift < 4; shift++) {
        bool cut = false;
        char text[1000] = "\"Ya,\" kata Kepala Dinas ";
        size_t at = strlen(text);
        for (size_t i = 0; i < shift; i++)
            text[at++] = 'A';
        for (size_t i = 0; i < 350; i++) {
            memcpy(text + at, "É", 2);
            at += 2;
        }
        strcpy(text + at, ".");
        kutip_doc *doc = check_analyze(text);
        for (size_t stage = 0; stage < kutip_stage_count(); stage++)
            for (size_t i = 0; i < kutip_doc_item_count(doc, stage); i++) {
                struct kutip_item item;
                size_t invalid;
                ck_assert(kutip_doc_item(doc, stage, i, &item));
                size_t length = strlen(item.detail);
                ck_assert_uint_lt(length, sizeof item.detail);
                cut |= length + 2 >= sizeof item.detail;
                kt_text_validate(item.detail, length, &invalid);
                ck_assert_uint_eq(invalid, 0);
                ck_assert_ptr_null(strchr(item.detail, '\n'));
            }
        ck_assert(cut);
        kutip_doc_free(doc);
    }
}
END_TEST

START_TEST(names_over_lines)
{
    kutip_doc *doc = check_analyze("\"Ya,\" kata Rini\nAstuti kemarin.");
    bool told = false;
    for (size_t stage = 0; stage < kutip_stage_count(); stage++)
        for (size_t i = 0; i < kutip_doc_item_count(doc, stage); i++) {
            struct kutip_item item;
            ck_assert(kutip_doc_item(doc, stage, i, &item));
            ck_assert_ptr_null(strchr(item.detail, '\n'));
            told |= strstr(item.detail, "\"Rini Astuti\"") != NULL;
        }
    ck_assert(told);
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("describe");
    tcase_add_test(tcase, words_about_items);
    tcase_add_test(tcase, long_details);
    tcase_add_test(tcase, names_over_lines);
    return check_run("describe", tcase, NULL);
}
