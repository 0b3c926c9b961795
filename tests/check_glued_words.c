/* What a capital inside a word may begin. A bar stands before it. */
#include <string.h>

#include "check_kutip.h"
#include "glued_words.h"

static const struct {
    const char *text;
    bool glued;
} head_cases[] = {
    {"kata|Rini", true},
    {"ujarnya|Sementara", true},
    {"di|Surabaya", true},
    {"kepada|Rini", true},
    {"Gubernur|Rini", true},
    {"i|Phone", false},     /* one letter */
    {"Go|Pay", false},
    {"De|Palma", false},
    {"rumah|Rini", false},  /* no word that names follow */
    {"ka.ta|Rini", false},
    {"xyzzy|Rini", false},
    {"katakatakatakatakatakatakatakatakata|Rini", false},
};

START_TEST(head)
{
    const char *text = head_cases[_i].text;
    uint32_t end = (uint32_t)(strchr(text, '|') - text);
    ck_assert_msg(kt_is_glued_head(check_engine(), text, 0, end) ==
                      head_cases[_i].glued,
                  "%s", text);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("glued words");
    ADD_CASES(tcase, head);
    return check_run("glued_words", tcase, NULL);
}
