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
    {"pemain|Rini", true},
    {"senior|Rini", true},
    {"Jakarta|Rini", true}, /* a link: `Gubernur Jakarta<a>Rini` */
    {"Pertamina|Rini", true},
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

/* A bar stands before the verb. */
static const char *const tail_cases[] = {
    "Rini|mengatakan", "Rini|menjadi", "Rini|telah", "Rini|menghadiri",
    "Waringin", "Santoso|menjelaskan", "Rini", "Mengatakan",
    "Rinimengatakansaja", "Ri mengatakan", "RIniMENGATAKAN", "Rinimenari"};

START_TEST(tail)
{
    char text[32];
    const char *bar = strchr(tail_cases[_i], '|');
    uint32_t length = (uint32_t)strlen(tail_cases[_i]);
    uint32_t split = bar ? (uint32_t)(bar - tail_cases[_i]) : length;

    memcpy(text, tail_cases[_i], length);
    if (bar)
        memcpy(text + split, bar + 1, --length - split);
    ck_assert_msg(kt_glued_tail(check_engine(), text, 0, length) == split,
                  "%s", tail_cases[_i]);
}
END_TEST

START_TEST(article)
{
    ck_assert(kt_is_name_article(check_engine(), "al-Jawi", 0, 3));
    ck_assert(!kt_is_name_article(check_engine(), "di-Jawi", 0, 3));
    ck_assert(!kt_is_name_article(check_engine(), "alJawi", 0, 2));
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("glued words");
    ADD_CASES(tcase, head);
    ADD_CASES(tcase, tail);
    tcase_add_test(tcase, article);
    return check_run("glued_words", tcase, NULL);
}
