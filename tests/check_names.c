/*
 * Comparing names. A case is a text of two names with a slash between.
 */
#include <string.h>

#include "check_kutip.h"
#include "doc.h"
#include "names.h"

typedef int compare(const struct kt_doc *doc, struct kt_range a,
                    struct kt_range b);

static int
compare_names(const char *text, compare *with)
{
    kutip_doc *doc = kutip_doc_new(check_engine(), NULL);
    struct kt_range a = {0, 0}, b;
    int found;

    ck_assert_ptr_nonnull(doc);
    ck_assert_int_eq(kutip_doc_split(doc, text, strlen(text), NULL),
                     KUTIP_OK);
    while (doc->tokens.items[a.end].character != '/')
        a.end++;
    b = (struct kt_range){a.end + 1, doc->tokens.count};
    found = with(doc, a, b);
    kutip_doc_free(doc);
    return found;
}

static int
likeness(const struct kt_doc *doc, struct kt_range a, struct kt_range b)
{
    return (int)kt_name_likeness(doc, a, b);
}

START_TEST(alike)
{
    static const struct {
        const char *text;
        int likeness;
    } cases[] = {
        {"Rini Lestari / Rini Lestari", KT_LIKE_SAME},
        {"Rini / Rini Lestari", KT_LIKE_FIRST},
        {"Rini Lestari Putri / Putri", KT_LIKE_LAST},
        {"Rini Lestari Putri / Lestari", KT_LIKE_MIDDLE},
        {"R Lestari / Rini Lestari", KT_LIKE_INITIAL},
        {"Joko / Rini Lestari", KT_UNLIKE},
        {"Rini Prabawa / Rini Lestari", KT_UNLIKE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(compare_names(cases[i].text, likeness) ==
                          cases[i].likeness,
                      "%s", cases[i].text);
}
END_TEST

static int
blends(const struct kt_doc *doc, struct kt_range a, struct kt_range b)
{
    return kt_name_blends(doc, a, b);
}

START_TEST(blended)
{
    ck_assert(compare_names("Rinles / Rini Lestari", blends));
    ck_assert(compare_names("Lest / Rini Lestari", blends));
    ck_assert(!compare_names("Lesput / Rini Lestari Putri", blends));
    ck_assert(!compare_names("Rinjani / Rini Lestari", blends));
    ck_assert(!compare_names("Rini / Rini-Joko Lestari", blends));
}
END_TEST

static int
abbreviates(const struct kt_doc *doc, struct kt_range a, struct kt_range b)
{
    return kt_name_abbreviates(doc, a, b);
}

START_TEST(initials)
{
    ck_assert(compare_names("RLP / Rini Lestari Putri", abbreviates));
    ck_assert(!compare_names("RL / Rini Lestari Putri", abbreviates));
    ck_assert(!compare_names("Rlp / Rini Lestari Putri", abbreviates));
}
END_TEST

static int
nearly(const struct kt_doc *doc, struct kt_range a, struct kt_range b)
{
    return kt_names_nearly_agree(doc, a, b);
}

START_TEST(one_letter)
{
    ck_assert(compare_names("Rini Lestary / Rini Lestari", nearly));
    ck_assert(compare_names("Rini Lestarri / Rini Lestari", nearly));
    ck_assert(!compare_names("Rini Lastary / Rini Lestari", nearly));
    ck_assert(!compare_names("Rina / Rini", nearly));
    ck_assert(!compare_names("Lestary / Lestari", nearly));
}
END_TEST

static int
runs_into(const struct kt_doc *doc, struct kt_range a, struct kt_range b)
{
    return kt_name_runs_into(doc, a, b);
}

START_TEST(a_word_before)
{
    ck_assert(compare_names("Adil Rini / Rini Lestari", runs_into));
    ck_assert(compare_names("Adil Rini Lestari / Rini Lestari", runs_into));
    ck_assert(!compare_names("Rini Adil / Rini Lestari", runs_into));
    ck_assert(!compare_names("Rini / Rini Lestari", runs_into));
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("names");

    tcase_add_test(tcase, alike);
    tcase_add_test(tcase, blended);
    tcase_add_test(tcase, initials);
    tcase_add_test(tcase, one_letter);
    tcase_add_test(tcase, a_word_before);
    return check_run("names", tcase, NULL);
}
