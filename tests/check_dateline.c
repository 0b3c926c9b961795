/* Datelines, by their shape; the text behind them. */
#include "dateline.h"

#include <string.h>

#include "check_kutip.h"

/* The text behind the dateline, or NULL: there is none. */
static const char *
body_of(const char *text)
{
    struct kt_raw raw = {check_engine(), text, (uint32_t)strlen(text)};
    uint32_t start, body;
    return kt_dateline_find(&raw, 0, &start, &body) ? text + body : NULL;
}

#define BODY                                                                  \
    "Pasar itu ditutup sejak pagi karena atapnya bocor di tujuh tempat dan "  \
    "belum diperbaiki."

#define check_body(dateline) ck_assert_str_eq(body_of(dateline BODY), BODY)

START_TEST(with_a_dash)
{
    check_body("WONOSARI, KABAR - ");
    check_body("WONOSARI, KABAR.com - ");
    check_body("WONOSARI, KABAR.com – ");
    check_body("Wonosari (KABAR) - ");
    check_body("Wonosari - ");
    check_body("WONOSARI – ");
    check_body("WONOSARI-- ");
    check_body("Kabar.com, WONOSARI — ");
    check_body("Kabar6.com, Wonosari -");
    check_body("KABAR.CO.ID, GUNUNG KIDUL -- ");
    check_body("Wonosari, Kabar Pagi Indonesia -- ");
    check_body("WONOSARI,KABARKITA.com- ");
    check_body("KABAR.com-");
    check_body("KABAR.CO.ID, BANDUNG--");
    check_body("KABAR.CO. JAKARTA - ");
    check_body("YOGYA (KABAR.com) – ");
    check_body("KABAR.co.id | WONOSARI - ");
    check_body("Wonosari\n-\n");
}
END_TEST

START_TEST(two_dashes_or_a_dot)
{
    check_body("Kabar.com - WONOSARI - ");
    check_body("KABAR.CO.ID - WONOSARI. ");
    check_body("KABAR.CO - - ");
}
END_TEST

START_TEST(without_dash)
{
    check_body("Kabar6.com, Jakarta ");
    check_body("Kabar6.com, Jakarta");
    check_body("Kabar6.com, Jakarta-");
    check_body("Kabar6.com, Palangka Raya");
    check_body("KABAR.com Jakarta ");
}
END_TEST

START_TEST(not_at_the_start)
{
    check_body("Laporan Wartawan Kabar.com, Dodi Prasetya KABAR.COM, "
               "WONOSARI - ");
    check_body("https://kabar.co.id/ KABAR JOGJA, WONOSARI – ");
    check_body("Kalau bocor, ditutupJakarta (KABAR) - ");
}
END_TEST

START_TEST(no_datelines)
{
    ck_assert_ptr_null(body_of(BODY));
    ck_assert_ptr_null(body_of("Pasar Gede - yang lama - ditutup. " BODY));
    ck_assert_ptr_null(body_of("Pada Senin - Rabu pasar ditutup. " BODY));
    ck_assert_ptr_null(body_of("Timnas - Klub"));
    ck_assert_ptr_null(body_of("Digelar, 27 Juni - 10 Juli " BODY));
    ck_assert_ptr_null(body_of("Covid-19 menyebar. " BODY));
    ck_assert_ptr_null(body_of("- Pasar"));
    ck_assert_ptr_null(body_of(""));
    ck_assert_ptr_null(body_of("WONOSARI -"));
    ck_assert_ptr_null(body_of("Wonosari (KABAR - Pasar"));
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("datelines");
    tcase_add_test(tcase, with_a_dash);
    tcase_add_test(tcase, two_dashes_or_a_dot);
    tcase_add_test(tcase, without_dash);
    tcase_add_test(tcase, not_at_the_start);
    tcase_add_test(tcase, no_datelines);
    return check_run("dateline", tcase, NULL);
}
