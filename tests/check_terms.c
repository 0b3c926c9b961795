/* The classes of one token as a term. */
#include "terms.h"

#include "check_kutip.h"
#include "doc.h"

static const struct {
    const char *text;
    unsigned class;
    bool asks;
} class_cases[] = {
    {"rini", KT_LOWER, false},       {"Rini", KT_CAPITAL, false},
    {"TVRX", KT_UPPER, false},       {"A", KT_INITIAL, false},
    {"25", KT_NUMBER, false},        {"(", KT_OPEN, false},
    {"=", KT_MARK, false},           {"\"", KT_MARK, false},
    {"\xE2\x80\x94", KT_DASH, false}, {"…", KT_STOP, false},
    {"memblorongkan", KT_VERB_SHAPE, false},
    {"gudangnya", KT_CLITIC, false}, {"Lalu", KT_CAPITAL, true},
    {"lalu", KT_LOWER, false},
};

START_TEST(class)
{
    kutip_doc *doc = check_split(class_cases[_i].text);
    const struct kt_token *token = &doc->tokens.items[0];
    struct kt_set known = kt_token_classes(doc, 0);
    struct kt_set classes = kt_term_classes(doc, token, known);
    ck_assert_uint_eq(doc->tokens.count, 1);
    ck_assert(kt_set_has(classes, class_cases[_i].class));
    ck_assert_int_eq(kt_asks_place(token, known), class_cases[_i].asks);
    /* and it was foreseen */
    ck_assert_uint_ne(token->set, 0);
    ck_assert(kt_set_equal(
        check_engine()->templates.sets.sets.items[token->set - 1], classes));
    kutip_doc_free(doc);
}
END_TEST

START_TEST(names)
{
    struct kt_set set = {{0}};
    kt_set_add(&set, KT_ADVERB);
    kt_set_add(&set, KT_CAPITAL);
    kt_make_name(&set);
    ck_assert(!kt_set_has(set, KT_ADVERB));
    ck_assert(kt_set_has(set, KT_CAPITAL));
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("terms");
    ADD_CASES(tcase, class);
    tcase_add_test(tcase, names);
    return check_run("terms", tcase, NULL);
}
