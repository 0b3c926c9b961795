/* What the letters of words look like. */
#include "token_shapes.h"

#include "check_kutip.h"
#include "doc.h"

static const struct {
    const char *text;
    unsigned flags;
} shape_cases[] = {
    {"Rini", 0},
    {"a", 0},
    {"Kabar.com", KT_IS_SITE},
    {"Ka.co", KT_IS_SITE},
    {"K.com", 0},
    {"Kabar.c", 0},
    {"A.", 0},
    {"A.H", KT_IS_INITIALS},
    {"A.H.", KT_IS_INITIALS},
    {"A.Ha", 0},
    {"XIV", KT_IS_ROMAN},
    {"I", KT_IS_ROMAN},
    {"XIVa", 0},
    {"RiniAstuti", KT_IS_CAMEL},
    {"BlorongPay", KT_IS_CAMEL},
    {"GoPay", 0},
    {"McCartney", 0},
    {"Karti-nI", KT_IS_CAMEL | KT_HAS_HYPHEN},
    {"anak-anak", KT_HAS_HYPHEN},
    {"Rini-Budi", KT_HAS_HYPHEN | KT_IS_PAIR},
    {"-Budi", KT_HAS_HYPHEN},
    {"Rini-", KT_HAS_HYPHEN},
    {"\xC3\x89tienne", 0},
};

START_TEST(shape)
{
    const char *text = shape_cases[_i].text;
    uint32_t length = (uint32_t)strlen(text);

    ck_assert_msg(kt_token_shape(text, length) == shape_cases[_i].flags,
                  "%s: %x", text, kt_token_shape(text, length));
}
END_TEST

/* The tokens of a text have them, known forms as well as new ones. */
START_TEST(tokens)
{
    kutip_doc *doc = check_analyze(
        "BlorongPay Rini-Budi XIV BlorongPay Rini-Budi XIV");

    for (uint32_t i = 0; i < 6; i += 3) {
        const struct kt_token *token = &doc->tokens.items[i];
        ck_assert(token[0].flags & KT_IS_CAMEL);
        ck_assert(token[1].flags & KT_IS_PAIR);
        ck_assert(token[2].flags & KT_IS_ROMAN);
        ck_assert(!(token[2].flags & (KT_IS_CAMEL | KT_IS_PAIR)));
    }
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("token_shapes");

    ADD_CASES(tcase, shape);
    tcase_add_test(tcase, tokens);
    return check_run("token_shapes", tcase, NULL);
}
