/*
 * Stage 9: what a caller sees of cues and speakers.
 */
#include <string.h>

#include "check_kutip.h"

START_TEST(mentions)
{
    check_records(
        "\"Siap,\" kata Presiden Wiryo Santosa. \"Bisa,\" katanya. "
        "\"Harus,\" ujar dia. \"Tetap,\" kata Presiden Wiryo. "
        "\"Pasti,\" kata Presiden.",
        mention,
        "Wiryo Santosa|nya|dia|Presiden Wiryo|Presiden");
}
END_TEST

START_TEST(continued)
{
    kutip_doc *doc = check_analyze(
        "\"Kami siap,\" kata Bupati Bantul Joko Prabawa. "
        "\"Kami menunggu bantuan sampai besok pagi.\"");
    ck_assert_uint_eq(kutip_doc_record_count(doc), 2);
    ck_assert_uint_eq(kutip_doc_record(doc, 0)->continues, 0);
    ck_assert_uint_eq(kutip_doc_record(doc, 1)->continues, 1);
    kutip_doc_free(doc);
}
END_TEST

START_TEST(reasons)
{
    kutip_doc *doc = check_analyze(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa. "
        "\"Bisa,\" ujar Camat Sewon Rini Lestari. \"Harus,\" katanya.");
    bool considered = false;
    for (size_t i = 0; kutip_doc_reason(doc, 2, i) != NULL; i++)
        if (strcmp(kutip_doc_reason(doc, 2, i),
                   "considered Joko Prabawa") == 0)
            considered = true;
    ck_assert(considered);
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("make_records");

    tcase_add_test(tcase, mentions);
    tcase_add_test(tcase, continued);
    tcase_add_test(tcase, reasons);
    return check_run("make_records", tcase, NULL);
}
