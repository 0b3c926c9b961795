/*
 * Stage 9: surer where more is known.
 */
#include "check_kutip.h"

START_TEST(order)
{
    static const char *const texts[] = {
        "\"Siap,\" kata Bupati Bantul Joko Prabawa.",
        "\"Siap,\" kata Joko Prabawa.",
        "\"Siap,\" kata Joko.",
        "\"Kami tidak mau membayar lagi tahun ini.\"",
    };
    double before = 1;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        kutip_doc *doc = check_analyze(texts[i]);
        double confidence = kutip_doc_record(doc, 0)->confidence;
        ck_assert_double_lt(confidence, before);
        ck_assert_double_gt(confidence, 0);
        before = confidence;
        kutip_doc_free(doc);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("confidence");

    tcase_add_test(tcase, order);
    return check_run("confidence", tcase, NULL);
}
