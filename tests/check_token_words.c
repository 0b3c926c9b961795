/* The words of tokens: known, unknown, with a clitic, with dots. */
#include "token_words.h"

#include <string.h>

#include "check_kutip.h"
#include "engine.h"
#include "text.h"

static struct kt_token
look_up(const char *text, enum kt_token_kind kind, uint16_t flags)
{
    struct kt_token token = {.kind = (uint8_t)kind, .flags = flags};

    token.end = (uint32_t)strlen(text);
    kt_token_look_up(check_engine(), text, &token);
    return token;
}

START_TEST(known_and_unknown)
{
    struct kt_token word = look_up("Kata", KT_TOKEN_WORD, KT_CAPITALISED);
    uint32_t id = kt_token_word(check_engine(), "kata", 4);

    ck_assert_uint_ne(id, 0);
    ck_assert_uint_eq(word.word, id);
    ck_assert_uint_eq(word.hash, kt_text_hash("kata", 4));
    ck_assert(!(word.flags & KT_IS_CLITIC));
    ck_assert_uint_eq(kt_token_word(check_engine(), "qwxkata", 7), 0);
    ck_assert_uint_eq(look_up("qwxkata", KT_TOKEN_WORD, 0).word, 0);
}
END_TEST

START_TEST(clitics)
{
    struct kt_token word = look_up("katanya", KT_TOKEN_WORD, 0);

    ck_assert(word.flags & KT_IS_CLITIC);
    ck_assert_uint_eq(word.clitic, 3);
    /* no stem that is known, or none at all */
    ck_assert(!(look_up("qwxnya", KT_TOKEN_WORD, 0).flags & KT_IS_CLITIC));
    ck_assert(!(look_up("nya", KT_TOKEN_WORD, 0).flags & KT_IS_CLITIC));
    /* a hyphen makes it one whatever stands before */
    word = look_up("QWX-nya", KT_TOKEN_WORD, 0);
    ck_assert(word.flags & KT_IS_CLITIC);
    ck_assert_uint_eq(word.clitic, 4);
}
END_TEST

START_TEST(dots)
{
    ck_assert_uint_eq(look_up("K.a.t.a.", KT_TOKEN_WORD, KT_HAS_DOT).word,
                      kt_token_word(check_engine(), "kata", 4));
    ck_assert_uint_eq(look_up("K.a.t.a", KT_TOKEN_WORD, 0).word, 0);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("token_words");

    tcase_add_test(tcase, known_and_unknown);
    tcase_add_test(tcase, clitics);
    tcase_add_test(tcase, dots);
    return check_run("token_words", tcase, NULL);
}
