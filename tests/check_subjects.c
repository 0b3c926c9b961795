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

/* A title that some named one bears is a subject; one of nobody is none. */
START_TEST(titles)
{
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa. \"Lelah,\" ujar "
        "Rini Lestari. Bupati menunggu bantuan. \"Kami sabar,\" katanya.",
        speaker,
        "Joko Prabawa|Rini Lestari|Joko Prabawa");
    check_records(
        "\"Lelah,\" ujar Rini Lestari. Kepala desa menunggu bantuan. "
        "\"Kami sabar,\" katanya.",
        speaker,
        "Rini Lestari|Rini Lestari");
}
END_TEST

/* Who is told with his nickname will be heard. */
START_TEST(presented)
{
    check_records(
        "\"Siap,\" kata Joko Prabawa. Usul itu dari Camat Sewon Rini Lestari "
        "atau akrab disapa Rin. \"Kami sabar,\" katanya. \"Bisa,\" ujar Rin.",
        speaker,
        "Joko Prabawa|Rini Lestari|Rini Lestari");
}
END_TEST

/* Who said what only an aside tells of is not talked about. */
START_TEST(asides)
{
    check_records(
        "\"Siap,\" kata Joko Prabawa. Ia heran atas usul yang "
        "disampaikan Rini Lestari itu. \"Kami sabar,\" katanya.",
        speaker,
        "Joko Prabawa|Joko Prabawa");
    check_records(
        "\"Siap,\" kata Joko Prabawa. Hal senada disampaikan Rini "
        "Lestari. \"Kami sabar,\" katanya.",
        speaker,
        "Joko Prabawa|Rini Lestari");
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
    tcase_add_test(tcase, titles);
    tcase_add_test(tcase, presented);
    tcase_add_test(tcase, asides);
    tcase_add_test(tcase, no_subjects);
    return check_run("subjects", tcase, NULL);
}
