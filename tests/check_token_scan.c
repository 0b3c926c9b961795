/* Where plain words end, and what stands behind them. */
#include "token_scan.h"

#include "check_kutip.h"

static const struct {
    const char *text;
    uint32_t end;
} plain_cases[] = {
    {"kata Rini", 4}, {"kata", 4}, {" kata", 0}, {"kata-kata.", 9},
    {"kata- kata", 4}, {"Ma'ruf", 6}, {"Ma''ruf", 2}, {"13/4/2020)", 9},
    {"1.250,50,", 8}, {"a.b", 1}, {"a1.b", 2}, {"a1.1", 4}, {"Covid-19", 8},
    {"a_b@c", 5}, {"kat\xC3\xA9", 3}, {"[kata", 0}, {"kata@", 4},
    {"kata[", 4}, {"kata`", 4}, {"katakata kata", 8},
    {"katakatakatakata kata", 16}, {"katakatakatakat-kata", 17},
    {"katakatakatakatakatakatakata", 17}, {"1234567890123456789", 17},
    {"ABCXYZ{", 6}, {"abcxyz@", 6}, {"\x80", 0}, {"k\xE1", 1},
};

static uint32_t
plain_end(const char *text, uint32_t at)
{
    uint8_t behind[256];
    kt_scan_behind(&check_engine()->marks, behind);
    return kt_scan_plain(behind, text, 1, 1 + at) - 1;
}

START_TEST(plain)
{
    char text[KT_TEXT_PAD * 3] = " ";
    strcpy(text + 1, plain_cases[_i].text);
    ck_assert_uint_eq(plain_end(text, 0), plain_cases[_i].end);
    /* the same when letters are known */
    for (uint32_t at = 1; kt_is_letter((enum kt_char_kind)kt_text_ascii_kinds
                                           [text[at] & 0x7F]) &&
                          text[at] > 0 && at <= plain_cases[_i].end;
         at++)
        ck_assert_uint_eq(plain_end(text, at), plain_cases[_i].end);
}
END_TEST

/* Each byte alone and behind letters, in every place. */
START_TEST(letters)
{
    for (unsigned byte = 1; byte < 256; byte++)
        for (uint32_t at = 0; at <= KT_FORM_MOST; at++) {
            char text[KT_TEXT_PAD * 2] = " ";
            memset(text + 1, 'k', KT_FORM_MOST + 1);
            text[at + 1] = (char)byte;
            bool alnum = byte < KT_ASCII &&
                         kt_is_alnum((enum kt_char_kind)
                                         kt_text_ascii_kinds[byte]);
            bool joins = strchr("'-_@`", (int)byte) != NULL && at > 0 &&
                         at < KT_FORM_MOST;
            ck_assert_uint_eq(plain_end(text, 0),
                              alnum || joins ? KT_FORM_MOST + 1 : at);
        }
}
END_TEST

enum { BITS = KT_BEHIND_ENDS | KT_BEHIND_ASKS | KT_BEHIND_ALONE |
              KT_BEHIND_WITHIN };

START_TEST(what_stands_behind)
{
    uint8_t behind[256];
    kt_scan_behind(&check_engine()->marks, behind);
    ck_assert_int_eq(BITS & behind[' '], KT_BEHIND_ENDS);
    ck_assert_int_eq(BITS & behind['\n'], KT_BEHIND_ENDS);
    ck_assert_int_eq(BITS & behind['"'], KT_BEHIND_ENDS | KT_BEHIND_ALONE);
    ck_assert_int_eq(BITS & behind[')'], KT_BEHIND_ENDS | KT_BEHIND_ALONE);
    ck_assert_int_eq(BITS & behind[','], KT_BEHIND_ASKS | KT_BEHIND_ALONE);
    ck_assert_int_eq(BITS & behind['.'], KT_BEHIND_ASKS | KT_BEHIND_ALONE);
    ck_assert_int_eq(BITS & behind['\''], KT_BEHIND_ASKS);
    ck_assert_int_eq(BITS & behind['&'], 0); /* &#039; */
    ck_assert_int_eq(BITS & behind['k'], KT_BEHIND_LETTER);
    ck_assert_int_eq(BITS & behind[0xE2], 0);
}
END_TEST

/* The end and the flags of the word that a text begins with. */
static struct kt_spelling
scan(const char *text)
{
    kutip_doc *doc = check_split(text);
    struct kt_scan scan = {.engine = check_engine(),
                           .doc = doc,
                           .text = doc->text,
                           .end = doc->length};
    struct kt_spelling spelling = kt_scan_word(&scan);
    kutip_doc_free(doc);
    return spelling;
}

static const struct {
    const char *text;
    uint32_t end;
    uint16_t flags;
} word_cases[] = {
    {"kata Rini", 4, 0},
    {"Rini.", 4, KT_CAPITALISED},
    {"KPK,", 3, KT_CAPITALISED | KT_ALL_UPPER},
    {"A", 1, KT_CAPITALISED | KT_ONE_LETTER},
    {"Covid-19 itu", 8, KT_CAPITALISED | KT_HAS_DIGIT | KT_HAS_HYPHEN},
    {"2020Kepala", 4, KT_HAS_DIGIT},
    {"kataRini", 4, 0},
    {"al-Jawi", 7, KT_CAPITALISED | KT_HAS_HYPHEN | KT_IS_PAIR},
    {"Kabar.com", 9, KT_CAPITALISED | KT_IS_SITE},
    {"XIV", 3, KT_CAPITALISED | KT_ALL_UPPER | KT_IS_ROMAN},
};

START_TEST(word)
{
    struct kt_spelling found = scan(word_cases[_i].text);
    ck_assert_uint_eq(found.end, word_cases[_i].end);
    ck_assert_uint_eq(found.flags, word_cases[_i].flags);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("token_scan");
    ADD_CASES(tcase, plain);
    tcase_add_test(tcase, letters);
    tcase_add_test(tcase, what_stands_behind);
    ADD_CASES(tcase, word);
    return check_run("token_scan", tcase, NULL);
}
