/*
 * Stage 8: whom a title or description means that stands alone.
 */
#include "check_kutip.h"

START_TEST(the_bearer)
{
    check_records(
        "\"Siap,\" kata Menteri Perdagangan Rini Lestari. Gubernur "
        "Bengkulu Joko Prabawa datang. \"Bisa,\" kata Joko. "
        "\"Harus,\" kata Mendag.",
        speaker,
        "Rini Lestari|Joko Prabawa|Rini Lestari");
    check_records(
        "\"Siap,\" kata Presiden Wiryo Santosa. \"Bisa,\" ujar "
        "Presiden Konfederasi Serikat Pekerja Indonesia Joko "
        "Prabawa. \"Harus,\" kata Presiden.",
        speaker,
        "Wiryo Santosa|Joko Prabawa|Wiryo Santosa");
}
END_TEST

START_TEST(the_long_form)
{
    check_records(
        "\"Siap,\" kata Kepala Dinas Kesehatan Kota Bima Rini "
        "Lestari. Camat Asakota Joko Prabawa datang. \"Kami "
        "tunggu,\" kata Joko. \"Bisa,\" ujar Kadiskes.",
        speaker,
        "Rini Lestari|Joko Prabawa|Rini Lestari");
}
END_TEST

/* A title must be one of his role, not of the name of his body. */
START_TEST(of_his_body)
{
    check_records(
        "\"Siap,\" kata Ketua Gabungan Pengelola Pasar Joko Prabawa. "
        "Pengelola menunggu bantuan. \"Kami sabar,\" kata pengelola itu. "
        "\"Siap,\" kata Ketua.",
        mention,
        "Joko Prabawa|pengelola itu|Ketua");
    check_records(
        "\"Siap,\" kata Ketua Gabungan Pengelola Pasar Joko Prabawa. "
        "\"Kami sabar,\" kata Pengelola.",
        speaker,
        "Joko Prabawa|Pengelola");
}
END_TEST

START_TEST(introduced_later)
{
    check_records(
        "Presiden mengatakan bahwa stok aman. \"Siap,\" kata "
        "Presiden Wiryo Santosa.",
        speaker,
        "Wiryo Santosa|Wiryo Santosa");
}
END_TEST

START_TEST(a_description)
{
    check_records(
        "\"Siap,\" kata Direktur Perludem Ratna Wijayanti. "
        "\"Bisa,\" ujar perempuan kelahiran Bima itu.",
        speaker,
        "Ratna Wijayanti|Ratna Wijayanti");
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("titles");

    tcase_add_test(tcase, the_bearer);
    tcase_add_test(tcase, the_long_form);
    tcase_add_test(tcase, of_his_body);
    tcase_add_test(tcase, introduced_later);
    tcase_add_test(tcase, a_description);
    return check_run("titles", tcase, NULL);
}
