/*
 * Stage 8: the mention that introduces a speaker, and his role.
 */
#include "check_kutip.h"

START_TEST(the_last_before_he_speaks)
{
    check_records(
        "Gubernur Bengkulu Joko Prabawa datang. \"Siap,\" kata "
        "Gubernur Bengkulu Joko Prabawa.",
        introduced,
        "Joko Prabawa");
    {
        kutip_doc *doc = check_analyze(
            "Gubernur Bengkulu Joko Prabawa datang. "
            "\"Siap,\" kata Gubernur Bengkulu Joko Prabawa.");
        ck_assert_uint_eq(kutip_doc_record(doc, 0)->introduced.start, 70);
        kutip_doc_free(doc);
    }
}
END_TEST

START_TEST(whole_names_first)
{
    check_records(
        "Direktur Perludem Ratna Wijayanti datang. \"Siap,\" kata "
        "Ratna, yang juga guru besar Universitas Bima.",
        introduced,
        "Ratna Wijayanti");
}
END_TEST

START_TEST(a_role_from_elsewhere)
{
    check_records(
        "Ratna Wijayanti mengatakan stok aman. \"Siap,\" kata "
        "Ratna, yang juga guru besar Universitas Bima.",
        role,
        "guru besar|guru besar");
}
END_TEST

/* A second office is told only where no first is. */
START_TEST(second_offices)
{
    check_records(
        "\"Siap,\" kata Bupati Bantul Rini Lestari. \"Bisa,\" ujar Rini "
        "Lestari, yang juga menjabat sebagai Ketua Umum Perhimpunan Nelayan "
        "Progo Lestari Indonesia.",
        role, "Bupati Bantul|Bupati Bantul");
    check_records(
        "\"Bisa,\" ujar Rini Lestari, yang juga menjabat sebagai Ketua Umum "
        "Perhimpunan Nelayan Progo.",
        role, "Ketua Umum");
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("introductions");

    tcase_add_test(tcase, the_last_before_he_speaks);
    tcase_add_test(tcase, whole_names_first);
    tcase_add_test(tcase, a_role_from_elsewhere);
    tcase_add_test(tcase, second_offices);
    return check_run("introductions", tcase, NULL);
}
