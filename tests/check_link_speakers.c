/*
 * Stage 8: the focus, and who is -nya, dia, mereka.
 */
#include "check_kutip.h"

START_TEST(clitics_and_pronouns)
{
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa. \"Bisa,\" "
        "katanya. \"Harus,\" ujar dia.",
        speaker,
        "Joko Prabawa|Joko Prabawa|Joko Prabawa");
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa. \"Bisa,\" ujar "
        "Camat Sewon Rini Lestari. Ia menambahkan bahwa stok aman.",
        speaker,
        "Joko Prabawa|Rini Lestari|Rini Lestari");
}
END_TEST

START_TEST(a_person_before_a_body)
{
    check_records(
        "\"Siap,\" kata Bupati Bantul Joko Prabawa. KPK mengatakan "
        "bahwa stok aman. \"Bisa,\" katanya.",
        speaker,
        "Joko Prabawa|KPK|Joko Prabawa");
}
END_TEST

/* mereka: the body that spoke just before, else a group; keduanya none. */
START_TEST(several)
{
    check_records(
        "KPK menyatakan stok aman. Mereka mengatakan harga wajar.", speaker,
        "KPK|KPK");
    check_records(
        "Para pedagang mengatakan harga wajar. KPK menyatakan stok aman. "
        "\"Siap,\" kata Joko Prabawa. \"Bisa,\" ujar mereka.",
        speaker,
        "Para pedagang|KPK|Joko Prabawa|Para pedagang");
    check_records(
        "KPK menyatakan stok aman. Keduanya mengatakan harga wajar.", speaker,
        "KPK|-");
}
END_TEST

START_TEST(what_is_reported_moves_no_focus)
{
    check_records(
        "Bupati Bantul Joko Prabawa mengatakan bahwa penjelasan "
        "telah disampaikan Camat Sewon Rini Lestari. \"Bisa,\" "
        "katanya.",
        speaker,
        "Joko Prabawa|Joko Prabawa");
}
END_TEST

START_TEST(a_quotation_without_a_cue)
{
    check_records(
        "Bupati Bantul Joko Prabawa menolak usul itu. \"Kami tidak "
        "mau membayar lagi tahun ini.\"",
        speaker,
        "Joko Prabawa");
}
END_TEST

START_TEST(nobody)
{
    check_records("\"Kami tidak mau membayar lagi tahun ini.\"", speaker, "-");
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("link_speakers");

    tcase_add_test(tcase, clitics_and_pronouns);
    tcase_add_test(tcase, a_person_before_a_body);
    tcase_add_test(tcase, several);
    tcase_add_test(tcase, what_is_reported_moves_no_focus);
    tcase_add_test(tcase, a_quotation_without_a_cue);
    tcase_add_test(tcase, nobody);
    return check_run("link_speakers", tcase, NULL);
}
