/*
 * Stage 9: circumstances of the first quotation from the introduction.
 */
#include "check_kutip.h"

START_TEST(from_the_introduction)
{
    check_records(
        "Bupati Bantul Joko Prabawa, Jumat (5/6/2020), mengatakan "
        "bahwa stok aman. \"Tidak bisa,\" ujarnya. \"Tetap,\" "
        "ujarnya.",
        time,
        "Jumat (5/6/2020)|Jumat (5/6/2020)|-");
    check_records(
        "Bupati Bantul Joko Prabawa, Jumat (5/6/2020), menolak "
        "usul itu. \"Tidak bisa,\" ujarnya.",
        time,
        "Jumat (5/6/2020)");
}
END_TEST

START_TEST(field_by_field)
{
    check_records(
        "Bupati Bantul Joko Prabawa, Jumat (5/6/2020), mengatakan "
        "bahwa stok aman. \"Tidak bisa,\" ujarnya saat dihubungi.",
        time,
        "Jumat (5/6/2020)|Jumat (5/6/2020)");
}
END_TEST

START_TEST(not_from_what_he_says)
{
    check_records(
        "Bupati Bantul Joko Prabawa menilai baik hotel baru di "
        "Kota Semarang. \"Tidak bisa,\" ujarnya.",
        place,
        "-");
}
END_TEST

START_TEST(a_day_without_dates)
{
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa, Senin malam.",
        time,
        "Senin malam");
}
END_TEST

START_TEST(a_day_beside_dates)
{
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa, Rabu (13/4/2020)."
        "\n\n\"Sudah,\" kata Joko, Rabu malam."
        "\n\n\"Lagi,\" kata Joko, Senin malam.",
        time,
        "Rabu (13/4/2020)|-|Senin malam");
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("inheritance");

    tcase_add_test(tcase, from_the_introduction);
    tcase_add_test(tcase, field_by_field);
    tcase_add_test(tcase, not_from_what_he_says);
    tcase_add_test(tcase, a_day_without_dates);
    tcase_add_test(tcase, a_day_beside_dates);
    return check_run("inheritance", tcase, NULL);
}
