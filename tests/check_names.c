/*
 * Comparing names. A case is a text of two names with a slash between.
 */
#include <stdbool.h>
#include <string.h>

#include "check_kutip.h"
#include "doc.h"
#include "names.h"

typedef int
compare(const struct kt_doc *doc, struct kt_range a, struct kt_range b);

struct name_case {
    const char *text;
    int wanted;
};

static void
check_names(const struct name_case *one, compare *with)
{
    kutip_doc *doc = check_split(one->text);
    struct kt_range a = {0, 0}, b;

    while (doc->tokens.items[a.end].character != '/')
        a.end++;
    b = (struct kt_range){a.end + 1, doc->tokens.count};
    ck_assert_msg(with(doc, a, b) == one->wanted, "%s", one->text);
    kutip_doc_free(doc);
}

/* A test of cases for a function of names.h. */
#define CASES(name, function, ...)                                            \
    static int name##_found(const struct kt_doc *doc, struct kt_range a,      \
                            struct kt_range b)                                \
    {                                                                         \
        return (int)function(doc, a, b);                                      \
    }                                                                         \
    static const struct name_case name##_cases[] = {__VA_ARGS__};             \
    START_TEST(name)                                                          \
    {                                                                         \
        check_names(&name##_cases[_i], name##_found);                         \
    }                                                                         \
    END_TEST

/* clang-format off */

CASES(alike, kt_name_likeness,
    {"Rini Lestari / Rini Lestari", KT_LIKE_SAME},
    {"Rini / Rini Lestari", KT_LIKE_FIRST},
    {"Rini Lestari Putri / Putri", KT_LIKE_LAST},
    {"Rini Lestari Putri / Lestari", KT_LIKE_MIDDLE},
    {"R Lestari / Rini Lestari", KT_LIKE_INITIAL},
    {"Joko / Rini Lestari", KT_UNLIKE},
    {"Rini Prabawa / Rini Lestari", KT_UNLIKE})

CASES(blended, kt_name_blends,
    {"Rinles / Rini Lestari", true},
    {"Lest / Rini Lestari", true},
    {"Lesput / Rini Lestari Putri", false},
    {"Rinjani / Rini Lestari", false},
    {"Rini / Rini-Joko Lestari", false})

CASES(initials, kt_name_abbreviates,
    {"RLP / Rini Lestari Putri", true},
    {"RL / Rini Lestari Putri", false},
    {"Rlp / Rini Lestari Putri", false})

CASES(one_letter, kt_names_nearly_agree,
    {"Rini Lestary / Rini Lestari", true},
    {"Rini Lestarri / Rini Lestari", true},
    {"Rini Lastary / Rini Lestari", false},
    {"Rina / Rini", false},
    {"Lestary / Lestari", false})

CASES(a_word_before, kt_name_runs_into,
    {"Adil Rini / Rini Lestari", true},
    {"Adil Rini Lestari / Rini Lestari", true},
    {"Rini Adil / Rini Lestari", false},
    {"Rini / Rini Lestari", false})

/* clang-format on */

int
main(void)
{
    TCase *tcase = check_engine_case("names");

    ADD_CASES(tcase, alike);
    ADD_CASES(tcase, blended);
    ADD_CASES(tcase, initials);
    ADD_CASES(tcase, one_letter);
    ADD_CASES(tcase, a_word_before);
    return check_run("names", tcase, NULL);
}
