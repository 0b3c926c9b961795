/* Titles: what two texts have in common, what is cut off. */
#include "page_title.h"

#include <string.h>

#include "check_kutip.h"

static bool
same(const char *a, const char *b, bool prefix)
{
    return page_same_text(a, strlen(a), b, strlen(b), prefix);
}

START_TEST(same_texts)
{
    ck_assert(same("Air Naik", "air-naik!", false));
    ck_assert(same("\xE2\x80\x9C"
                   "Air\xE2\x80\x9D naik",
                   "\"Air\" naik", false));
    ck_assert(same("Air\xC2\xA0naik", "Air naik", false));
    ck_assert(!same("Air naik", "Air turun", false));
    ck_assert(!same("Air naik", "Air naik lagi", false));
    ck_assert(same("Air naik", "Air naik lagi", true));
    ck_assert(same("", "", false));
}
END_TEST

static const struct {
    const char *title;
    const char *outlet;
    const char *url;
    const char *cut;
} titles[] = {
    {"Pasar Gede Dibuka - Kabar Wonorejo", "Kabar Wonorejo", NULL,
     "Pasar Gede Dibuka"},
    {"Pasar Gede Dibuka | KabarWonorejo.example", NULL,
     "https://www.kabarwonorejo.example/b/1", "Pasar Gede Dibuka"},
    {"Pasar Gede Dibuka - Daerah - Kabar Daerah", "Kabar Daerah", NULL,
     "Pasar Gede Dibuka"},
    {"Pasar Gede Dibuka - Pedagang Senang", "Kabar Wonorejo", NULL,
     "Pasar Gede Dibuka - Pedagang Senang"},
    {"Kabar - Kabar Wonorejo", "Kabar", NULL, "Kabar - Kabar Wonorejo"},
    {"Pasar Gede Dibuka", NULL, NULL, "Pasar Gede Dibuka"},
};

START_TEST(outlets)
{
    char title[256];

    strcpy(title, titles[_i].title);
    page_title_cut(title, titles[_i].outlet, titles[_i].url);
    ck_assert_str_eq(title, titles[_i].cut);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("page_title");

    tcase_add_test(tcase, same_texts);
    tcase_add_loop_test(tcase, outlets, 0, sizeof titles / sizeof *titles);
    return check_run("page_title", tcase, NULL);
}
