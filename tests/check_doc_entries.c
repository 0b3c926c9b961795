/* Lexicon entries in a document: longest first, capitals, line ends. */
#include <string.h>

#include "check_kutip.h"
#include "doc.h"

/* Tokens of the longest entry at the text's first token. */
static uint32_t
longest(const char *text, struct kt_set *classes)
{
    kutip_doc *doc = check_analyze(text);
    uint32_t entry = 0;
    uint32_t n = kt_longest_entry(doc, 0, doc->tokens.count, &entry, classes);
    ck_assert_int_eq(n > 0, entry != 0);
    if (n > 0) /* it may end where it ends, and not before */
        ck_assert_uint_lt(kt_longest_entry(doc, 0, n - 1, NULL, NULL), n);
    kutip_doc_free(doc);
    return n;
}

START_TEST(longest_wins)
{
    struct kt_set classes = {{0}};
    ck_assert_uint_eq(longest("menteri perdagangan itu", &classes), 2);
    ck_assert(kt_set_has(classes, KT_ROLE));
    ck_assert_uint_eq(longest("Menteri Perdagangan", NULL), 2);
    ck_assert_uint_eq(longest("menteri zxqw", NULL), 1);
    ck_assert_uint_eq(longest("zxqw", NULL), 0);
}
END_TEST

START_TEST(line_ends_and_paragraphs)
{
    ck_assert_uint_eq(longest("menteri\nperdagangan", NULL), 2);
    ck_assert_uint_eq(longest("Menteri\n\nPerdagangan", NULL), 1);
    ck_assert_uint_eq(longest("Menteri. Perdagangan", NULL), 1);
}
END_TEST

static bool
is(const char *text, unsigned class)
{
    kutip_doc *doc = check_analyze(text);
    bool has = kt_token_is(doc, 0, class);
    kutip_doc_free(doc);
    return has;
}

START_TEST(classes_of_a_token)
{
    ck_assert(is("kata", KT_SAY_BARE));
    ck_assert(is("KATA", KT_SAY_BARE));
    ck_assert(!is("zxqw", KT_SAY_BARE));
    ck_assert(is("dan", KT_AND));
}
END_TEST

/* KPK is typed with capitals, so that kpk is no body. */
START_TEST(capitals)
{
    ck_assert(is("Tbk.", KT_ABBREVIATION_FINAL));
    ck_assert(is("KPK", KT_ORG));
    ck_assert(!is("kpk", KT_ORG));
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("entries");
    tcase_add_test(tcase, longest_wins);
    tcase_add_test(tcase, line_ends_and_paragraphs);
    tcase_add_test(tcase, classes_of_a_token);
    tcase_add_test(tcase, capitals);
    return check_run("doc_entries", tcase, NULL);
}
