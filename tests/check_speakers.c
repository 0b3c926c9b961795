/*
 * Stage 8: one speaker for all mentions of the same one.
 */
#include "check_kutip.h"

START_TEST(short_names)
{
    check_records(
        "\"Siap,\" kata Direktur Perludem Ratna Wijayanti. "
        "\"Bisa,\" ujar Ratna. \"Harus,\" ucap Wijayanti.",
        speaker,
        "Ratna Wijayanti|Ratna Wijayanti|Ratna Wijayanti");
    check_records(
        "Ratna mengatakan stok aman. \"Siap,\" kata Direktur "
        "Perludem Ratna Wijayanti.",
        speaker,
        "Ratna Wijayanti|Ratna Wijayanti");
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa. \"Bisa,\" ujar "
        "J. Prabawa.",
        speaker,
        "Joko Prabawa|Joko Prabawa");
}
END_TEST

START_TEST(the_better_fit)
{
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa. \"Bisa,\" ujar "
        "Camat Sewon Rini Joko. \"Harus,\" kata Joko.",
        speaker,
        "Joko Prabawa|Rini Joko|Joko Prabawa");
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa. \"Bisa,\" ujar "
        "Camat Sewon Joko Lelono. \"Harus,\" kata Joko.",
        speaker,
        "Joko Prabawa|Joko Lelono|Joko Lelono");
}
END_TEST

START_TEST(blends)
{
    check_records(
        "\"Siap,\" kata Bupati Bantul Jokotri Prabawa. \"Bisa,\" "
        "ujar Jokopra.",
        speaker,
        "Jokotri Prabawa|Jokotri Prabawa");
}
END_TEST

START_TEST(initials)
{
    check_records(
        "Menteri Perdagangan Bima Lestari Prabawa (BLP) pulang. \"Siap,\" "
        "kata BLP.",
        speaker, "Bima Lestari Prabawa");
    check_records(
        "Bima Lestari Prabawa pulang. BLP mengatakan stok aman. \"Siap,\" "
        "katanya.",
        speaker, "Bima Lestari Prabawa|Bima Lestari Prabawa");
    /* the letters of a body's name, and another's */
    check_records(
        "\"Siap,\" kata Ketua Asosiasi Petani Kedelai (APK) Joko Prabawa. "
        "APK mengatakan stok aman.",
        speaker, "Joko Prabawa|APK");
    check_records(
        "\"Siap,\" kata Bima Lestari Prabawa. BLX mengatakan stok aman.",
        speaker, "Bima Lestari Prabawa|BLX");
}
END_TEST

/* What the one talked about is called is no new person; one unknown is. */
START_TEST(called)
{
    check_records(
        "\"Siap,\" kata Camat Sewon Rini Lestari. \"Bisa,\" ujar perempuan "
        "yang akrab disapa Yanti itu. \"Harus,\" ucap Yanti.",
        speaker,
        "Rini Lestari|Rini Lestari|Rini Lestari");
    check_records(
        "\"Siap,\" kata Camat Sewon Rini Lestari. \"Bisa,\" ujar perempuan "
        "yang akrab disapa Yanti itu. \"Harus,\" ucap Yanti.",
        role,
        "Camat Sewon|Camat Sewon|Camat Sewon");
    check_records(
        "\"Siap,\" kata Camat Sewon Rini Lestari. \"Bisa,\" ujar seorang "
        "warga yang biasa disapa Yanti. \"Harus,\" ucap Yanti.",
        speaker,
        "Rini Lestari|Yanti|Yanti");
}
END_TEST

START_TEST(joined_are_two)
{
    check_records(
        "Presiden Wiryo Santosa dan Ibu Lestari Wiryo Santosa "
        "datang. \"Siap,\" kata Wiryo.",
        speaker,
        "Wiryo Santosa");
}
END_TEST

START_TEST(a_wife_is_another)
{
    check_records(
        "\"Siap,\" kata Presiden Wiryo Santosa. Ia datang bersama "
        "Ibu Lestari Wiryo Santosa. \"Bisa,\" kata Wiryo.",
        speaker,
        "Wiryo Santosa|Wiryo Santosa");
}
END_TEST

START_TEST(one_letter_differs)
{
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Djonggala. \"Bisa,\" "
        "ujar Joko Jonggala.",
        speaker,
        "Joko Djonggala|Joko Djonggala");
}
END_TEST

START_TEST(a_thing_pointed_at)
{
    check_records(
        "Laporan Badan Pemeriksa Keuangan menyebutkan bahwa stok aman. "
        "Laporan itu menyebutkan bahwa harga naik.",
        speaker,
        "Laporan Badan Pemeriksa Keuangan|Laporan Badan Pemeriksa Keuangan");
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("speakers");

    tcase_add_test(tcase, short_names);
    tcase_add_test(tcase, the_better_fit);
    tcase_add_test(tcase, blends);
    tcase_add_test(tcase, initials);
    tcase_add_test(tcase, called);
    tcase_add_test(tcase, joined_are_two);
    tcase_add_test(tcase, a_wife_is_another);
    tcase_add_test(tcase, one_letter_differs);
    tcase_add_test(tcase, a_thing_pointed_at);
    return check_run("speakers", tcase, NULL);
}
