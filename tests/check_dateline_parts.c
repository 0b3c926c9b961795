/* What a dateline tells: outlet and place. */
#include "dateline_parts.h"

#include <string.h>

#include "check_kutip.h"

/* `outlet|place` of a dateline, `-` where it tells none. */
static const char *
parts_of(const char *text)
{
    static char line[200];
    struct kt_raw raw = {check_engine(), text, (uint32_t)strlen(text)};
    struct kutip_dateline found = kt_dateline_parts(&raw, 0);
    const struct kutip_span *spans[] = {&found.outlet, &found.place};
    line[0] = '\0';
    for (int i = 0; i < 2; i++) {
        if (i > 0)
            strcat(line, "|");
        if (spans[i]->text == NULL)
            strcat(line, "-");
        else
            strncat(line, spans[i]->text, spans[i]->length);
        if (spans[i]->text != NULL)
            ck_assert_ptr_eq(spans[i]->text, text + spans[i]->start);
    }
    return line;
}

START_TEST(place_and_outlet)
{
    ck_assert_str_eq(parts_of("JAKARTA, KABAR PAGI - "),
                     "KABAR PAGI|JAKARTA");
    ck_assert_str_eq(parts_of("Kabar6.com, Palangka Raya - "),
                     "Kabar6.com|Palangka Raya");
    ck_assert_str_eq(parts_of("Jakarta (KABAR) –"), "KABAR|Jakarta");
    ck_assert_str_eq(parts_of("KABAR.co.id | SUKAMULYA -- "),
                     "KABAR.co.id|SUKAMULYA");
    ck_assert_str_eq(parts_of("Jakarta, 12/5 (KABAR) - "), "KABAR|Jakarta");
    ck_assert_str_eq(parts_of("KABAR-PAGI.com - JAKARTA. "),
                     "KABAR-PAGI.com|JAKARTA");
}
END_TEST

START_TEST(a_site_in_its_part)
{
    ck_assert_str_eq(parts_of("Laporan Wartawan Kabar.com, Jakarta - "),
                     "Kabar.com|Jakarta");
    ck_assert_str_eq(parts_of("KABAR.CO. JAKARTA - "), "KABAR.CO|-");
    ck_assert_str_eq(parts_of("KABAR.CO.ID-JAKARTA. "), "KABAR.CO.ID|-");
    ck_assert_str_eq(parts_of("KABAR.COM\xC2\xA0, Jakarta - "),
                     "KABAR.COM|Jakarta");
    ck_assert_str_eq(parts_of("Sukamulya.Hujan, Jakarta - "), "-|Jakarta");
    ck_assert_str_eq(parts_of("Sukamulya, Jakarta - "), "-|Jakarta");
    ck_assert_str_eq(parts_of("Jakarta (Kabar) - "), "Kabar|Jakarta");
}
END_TEST

START_TEST(one_of_them)
{
    ck_assert_str_eq(parts_of("JAKARTA - "), "-|JAKARTA");
    ck_assert_str_eq(parts_of("KABAR.com-"), "KABAR.com|-");
    ck_assert_str_eq(parts_of("SUKAMULYA - "), "-|-");
    ck_assert_str_eq(parts_of("- "), "-|-");
}
END_TEST

START_TEST(of_a_document)
{
    kutip_doc *doc = check_analyze(
        "Pasar Bocor\n\nJAKARTA, KABAR PAGI - Pasar itu ditutup sejak pagi "
        "karena atapnya bocor di tujuh tempat dan belum diperbaiki.\n");
    struct kutip_dateline found = kutip_doc_dateline(doc);
    ck_assert_uint_eq(found.outlet.length, strlen("KABAR PAGI"));
    ck_assert_uint_eq(found.outlet.start, strlen("Pasar Bocor\n\nJAKARTA, "));
    ck_assert_uint_eq(found.place.length, strlen("JAKARTA"));
    kutip_doc_free(doc);
    doc = check_analyze("Pasar itu ditutup sejak pagi.\n");
    ck_assert_ptr_null(kutip_doc_dateline(doc).outlet.text);
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("parts");
    tcase_add_test(tcase, place_and_outlet);
    tcase_add_test(tcase, a_site_in_its_part);
    tcase_add_test(tcase, one_of_them);
    tcase_add_test(tcase, of_a_document);
    return check_run("dateline_parts", tcase, NULL);
}
