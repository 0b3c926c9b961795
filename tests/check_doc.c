/* The document's life, and what it refuses. */
#include "doc.h"

#include <string.h>

#include "check_kutip.h"

static const char story[] =
    "Pasar Gede ditutup.\n\n\"Atapnya bocor,\" kata Rini Astuti. Ia pulang.";

START_TEST(arguments)
{
    struct kutip_error error;
    ck_assert_ptr_null(kutip_doc_new(NULL, &error));
    ck_assert_int_eq(error.status, KUTIP_BAD_ARGUMENT);
    ck_assert_int_eq(kutip_doc_analyze(NULL, "a", 1, &error),
                     KUTIP_BAD_ARGUMENT);
    kutip_doc *doc = kutip_doc_new(check_engine(), NULL);
    ck_assert_int_eq(kutip_doc_analyze(doc, NULL, 1, &error),
                     KUTIP_BAD_ARGUMENT);
    ck_assert_int_eq(kutip_doc_analyze(doc, NULL, 0, &error), KUTIP_OK);
    ck_assert_int_eq(kutip_doc_analyze(doc, "x", KUTIP_TEXT_MAX + 1, &error),
                     KUTIP_TOO_LARGE);
    kutip_doc_free(doc);
    kutip_doc_free(NULL);
    kutip_doc_reset(NULL);
}
END_TEST

START_TEST(an_empty_document)
{
    size_t length = 7;
    struct kutip_sentence sentence;
    struct kutip_item item;
    kutip_doc *doc = kutip_doc_new(check_engine(), NULL);
    ck_assert_str_eq(kutip_doc_text(doc, &length), "");
    ck_assert_uint_eq(length, 0);
    ck_assert_uint_eq(kutip_doc_record_count(doc), 0);
    ck_assert_uint_eq(kutip_doc_offset(doc, 5, KUTIP_CODEPOINTS), 0);
    ck_assert_uint_eq(kutip_doc_warning_count(doc), 0);
    ck_assert_ptr_null(kutip_doc_warning(doc, 0));
    ck_assert(!kutip_doc_sentence(doc, 0, &sentence));
    ck_assert(!kutip_doc_item(doc, 0, 0, &item));
    ck_assert(!kutip_doc_item(doc, 99, 0, &item));
    kutip_doc_free(doc);
}
END_TEST

START_TEST(split_stops_after_sentences)
{
    kutip_doc *doc = kutip_doc_new(check_engine(), NULL);
    ck_assert_int_eq(kutip_doc_split(doc, story, strlen(story), NULL),
                     KUTIP_OK);
    ck_assert_uint_eq(kutip_doc_sentence_count(doc), 3);
    ck_assert_uint_eq(doc->terms.count, 0);
    struct kutip_sentence sentence;
    ck_assert(kutip_doc_sentence(doc, 2, &sentence));
    ck_assert_uint_eq(sentence.sentence, 3);
    ck_assert_uint_eq(sentence.paragraph, 2);
    ck_assert_str_eq(sentence.span.text, "Ia pulang.");
    ck_assert(!kutip_doc_sentence(doc, 3, &sentence));
    kutip_doc_free(doc);
}
END_TEST

START_TEST(used_again)
{
    kutip_doc *doc = kutip_doc_new(check_engine(), NULL);
    for (int i = 0; i < 3; i++) {
        ck_assert_int_eq(kutip_doc_analyze(doc, story, strlen(story), NULL),
                         KUTIP_OK);
        ck_assert_uint_eq(kutip_doc_sentence_count(doc), 3);
        ck_assert_int_eq(kutip_doc_analyze(doc, "Hujan.", 6, NULL), KUTIP_OK);
        ck_assert_uint_eq(kutip_doc_sentence_count(doc), 1);
        ck_assert_uint_eq(doc->quotes.count, 0);
    }
    kutip_doc_reset(doc);
    ck_assert_uint_eq(kutip_doc_sentence_count(doc), 0);
    kutip_doc_free(doc);
}
END_TEST

START_TEST(strict_or_not)
{
    static const char bad[] = "Hujan \xFFturun.";
    struct kutip_error error;
    size_t first = 0;
    kutip_doc *doc = kutip_doc_new(check_engine(), NULL);
    ck_assert_int_eq(kutip_doc_analyze(doc, bad, strlen(bad), &error),
                     KUTIP_OK);
    ck_assert_uint_eq(kutip_doc_invalid(doc, &first), 1);
    ck_assert_uint_eq(first, 6);
    kutip_doc_set_strict(doc, true);
    ck_assert_int_eq(kutip_doc_analyze(doc, bad, strlen(bad), &error),
                     KUTIP_BAD_TEXT);
    ck_assert_uint_eq(error.offset, 6);
    ck_assert_uint_eq(kutip_doc_sentence_count(doc), 0);
    ck_assert_uint_eq(kutip_doc_invalid(doc, NULL), 0);
    kutip_doc_free(doc);
}
END_TEST

START_TEST(warnings)
{
    kutip_doc *doc = check_analyze("Hujan.");
    ck_assert(kt_doc_warn(doc, "one"));
    ck_assert(kt_doc_warn(doc, "two"));
    ck_assert(kt_doc_warn(doc, "one"));
    ck_assert_uint_eq(kutip_doc_warning_count(doc), 2);
    ck_assert_str_eq(kutip_doc_warning(doc, 1), "two");
    kutip_doc_free(doc);
}
END_TEST

START_TEST(text_with_zero_bytes)
{
    static const char text[] = "Hujan\0turun. Jalan\0licin.";
    size_t length;
    kutip_doc *doc = kutip_doc_new(check_engine(), NULL);
    ck_assert_int_eq(kutip_doc_analyze(doc, text, sizeof text, NULL),
                     KUTIP_OK);
    ck_assert_uint_eq(kutip_doc_sentence_count(doc), 2);
    ck_assert_mem_eq(kutip_doc_text(doc, &length), text, sizeof text);
    ck_assert_uint_eq(length, sizeof text);
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("doc");
    tcase_add_test(tcase, arguments);
    tcase_add_test(tcase, an_empty_document);
    tcase_add_test(tcase, split_stops_after_sentences);
    tcase_add_test(tcase, used_again);
    tcase_add_test(tcase, strict_or_not);
    tcase_add_test(tcase, warnings);
    tcase_add_test(tcase, text_with_zero_bytes);
    return check_run("doc", tcase, NULL);
}
