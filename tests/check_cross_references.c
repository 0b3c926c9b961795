/* Where the title of another article ends inside a line. */
#include "cross_references.h"

#include <string.h>

#include "check_kutip.h"

/* What follows the title, "" when nothing does, NULL when it is unknown. */
static const char *
behind(const char *text)
{
    struct kt_raw raw = {check_engine(), text, (uint32_t)strlen(text)};
    uint32_t end = kt_title_end(&raw, 0);
    return end == 0 ? NULL : text + kt_raw_skip(&raw, end);
}

START_TEST(marks_and_glue)
{
    ck_assert_str_eq(behind("Pasar Gede Tutup? Warga kecewa."),
                     "Warga kecewa.");
    ck_assert_str_eq(behind("Pasar Gede Tutup Lagi \"Saya ya,\" katanya."),
                     "\"Saya ya,\" katanya.");
    ck_assert_str_eq(behind("Pasar Gede Tutup Lagi “Saya kecewa,” katanya."),
                     "“Saya kecewa,” katanya.");
    ck_assert_str_eq(behind("Pasar Gede Tutup LagiMenurut warga, bocor."),
                     "Menurut warga, bocor.");
    ck_assert_str_eq(behind("Pasar Gede Tutup Baca juga: Atap Bocor"),
                     "Baca juga: Atap Bocor");
    ck_assert_str_eq(behind("Pasar Gede Tutup [Gambas:Video]"),
                     "[Gambas:Video]");
    ck_assert_str_eq(behind("Pasar Gede Tutup"), "");
}
END_TEST

START_TEST(small_letters)
{
    ck_assert_str_eq(behind("Atap Pasar Gede Bocor dan Tutup untuk Umum "
                            "Menurut warga, hujan turun lama."),
                     "Menurut warga, hujan turun lama.");
    ck_assert_str_eq(behind("Atap Pasar Gede Bocor di Tujuh Tempat Wakil "
                            "Kepala Dinas Rini Astuti datang."),
                     "Wakil Kepala Dinas Rini Astuti datang.");
    ck_assert_str_eq(behind("Atap Pasar Gede Bocor dan Lantainya Zulhafni "
                            "datang."),
                     "Zulhafni datang.");
}
END_TEST

START_TEST(unknown)
{
    ck_assert_ptr_null(behind("Pasar itu tutup. Warga kecewa."));
    char text[1000];
    for (size_t i = 0; i + 5 <= sizeof text; i += 5)
        memcpy(text + i, "Gede ", 5);
    text[sizeof text - 1] = '\0';
    ck_assert_ptr_null(behind(text));
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("references");
    tcase_add_test(tcase, marks_and_glue);
    tcase_add_test(tcase, small_letters);
    tcase_add_test(tcase, unknown);
    return check_run("cross_references", tcase, NULL);
}
