/*
 * Stage 8: who a sentence without an attribution is about.
 */
#include "check_kutip.h"

START_TEST(introduced)
{
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa. Sementara itu, "
        "Camat Sewon Rini Lestari menunggu bantuan. \"Kami "
        "lelah,\" katanya.",
        speaker,
        "Joko Prabawa|Rini Lestari");
}
END_TEST

START_TEST(known_as_a_source)
{
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa. \"Lelah,\" "
        "ujar Rini Lestari. Joko menunggu bantuan. \"Kami sabar,\" "
        "katanya.",
        speaker,
        "Joko Prabawa|Rini Lestari|Joko Prabawa");
}
END_TEST

START_TEST(no_subjects)
{
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa. Jalan Hayam "
        "Wuruk macet. \"Kami sabar,\" katanya.",
        speaker,
        "Joko Prabawa|Joko Prabawa");
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa. Rumah Rini "
        "Lestari terbakar. \"Kami sabar,\" katanya.",
        speaker,
        "Joko Prabawa|Joko Prabawa");
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("subjects");

    tcase_add_test(tcase, introduced);
    tcase_add_test(tcase, known_as_a_source);
    tcase_add_test(tcase, no_subjects);
    return check_run("subjects", tcase, NULL);
}
