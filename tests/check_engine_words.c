/* Words of the patterns, asked from outside. */
#include <kutip.h>

#include <string.h>

#include "check_kutip.h"

static size_t
phrase(const char *class, const char *text)
{
    return kutip_engine_phrase(check_engine(), class, text, strlen(text));
}

START_TEST(phrases)
{
    ck_assert_uint_eq(phrase("BOILERPLATE", "Baca juga: Pasar"), 9);
    ck_assert_uint_eq(phrase("PAGE_ASIDE", "breadcrumb"), 10);
    ck_assert_uint_eq(phrase("PAGE_ASIDE", "breadcrumbs2"), 0);
    ck_assert_uint_eq(phrase("PAGE_OTHERS", "komentar list"), 8);
    ck_assert_uint_eq(phrase("PAGE_OTHERS", "isi"), 0);
    ck_assert_uint_eq(phrase("NO_SUCH_CLASS", "breadcrumb"), 0);
    ck_assert_uint_eq(phrase("PAGE_ASIDE", ""), 0);
    ck_assert_uint_eq(kutip_engine_phrase(NULL, "PAGE_ASIDE", "tag", 3), 0);
    ck_assert_uint_eq(
        kutip_engine_phrase(check_engine(), "PAGE_ASIDE", "breadcrumb", 4), 0);
}
END_TEST

START_TEST(lines)
{
    const char *line = "Baca juga: Pasar Gede Ditutup";
    size_t length = strlen(line);

    ck_assert(kutip_engine_boilerplate(check_engine(), line, length));
    ck_assert(
        !kutip_engine_boilerplate(check_engine(), line + 11, length - 11));
    ck_assert(!kutip_engine_boilerplate(check_engine(), line, 0));
    ck_assert(!kutip_engine_boilerplate(NULL, line, length));
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("engine_words");
    tcase_add_test(tcase, phrases);
    tcase_add_test(tcase, lines);
    return check_run("engine_words", tcase, NULL);
}
