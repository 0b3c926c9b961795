/* What is seen ahead: plain words, numbers and marks, and nothing else. */
#include "stretches.h"

#include <stdio.h>
#include <string.h>

#include "check_kutip.h"

/* The stretches of a text between bars, a dot that may belong to one before
 * it, and what is left behind them in brackets. */
static void
look(const char *text, char *out)
{
    kutip_doc *doc = check_split(text);
    struct kt_scan scan = {.engine = check_engine(),
                           .doc = doc,
                           .text = doc->text,
                           .end = doc->length};
    struct kt_stretch found[KT_STRETCHES];
    uint32_t count, end = 0;

    count = kt_look_ahead(&scan, found);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t length = found[i].end - found[i].start;
        ck_assert_uint_ge(found[i].start, end);
        ck_assert_int_eq(found[i].blank, found[i].start > end);
        if (found[i].mark == 0) {
            struct kt_form_key key =
                kt_form_key(doc->text + found[i].start, length);
            ck_assert(key.low == found[i].key.low &&
                      key.high == found[i].key.high);
        } else {
            ck_assert_int_eq(found[i].mark, text[found[i].start]);
        }
        out += sprintf(out, "%s%.*s%s", i > 0 ? "|" : "", (int)length,
                       text + found[i].start, found[i].dot ? "*" : "");
        end = found[i].end;
    }
    sprintf(out, "[%s]", text + end);
    kutip_doc_free(doc);
}

static const struct {
    const char *text;
    const char *seen;
} ahead_cases[] = {
    {"kata Rini,  25 kali", "kata|Rini|,|25|kali[]"},
    {"kataRini", "kataRini[]"},
    {"(dr. Rini)", "(|dr*|.|Rini|)[]"},
    {"Ia pulang.", "Ia|pulang*|.[]"},
    {"Ia pulang. ", "Ia|pulang*|.[ ]"},
    {"Ia pulang...", "Ia[ pulang...]"},
    {"selesai.Kata", "[selesai.Kata]"},
    {"selesai,kata", "[selesai,kata]"},
    {"anak-anak Covid-19 13/4/2020 1.250,50", "anak-anak|Covid-19|13/4/2020|"
                                              "1.250,50[]"},
    {"Ma'ruf 'kata'", "Ma'ruf[ 'kata']"},
    {"\"Ya,\" katanya", "\"|Ya|,|\"|katanya[]"},
    {"caf\xC3\xA9 itu", "[caf\xC3\xA9 itu]"},
    {"itu caf\xC3\xA9", "itu[ caf\xC3\xA9]"},
    {"Jum&#039;at", "[Jum&#039;at]"},
    {"a & b", "a[ & b]"},
    {"abcdefghijklmnop pendek", "abcdefghijklmnop|pendek[]"},
    {"abcdefghijklmnopq pendek", "[abcdefghijklmnopq pendek]"},
    {"kata\nRini", "kata[\nRini]"},
    {"https://kabar.example", "[https://kabar.example]"},
    {"pukul: 13:30", "pukul|:|13:30[]"},
    {"", "[]"},
};

START_TEST(ahead)
{
    char seen[256];
    look(ahead_cases[_i].text, seen);
    ck_assert_str_eq(seen, ahead_cases[_i].seen);
}
END_TEST

static const struct {
    const char *text;
    bool small;
} small_cases[] = {
    {"kata Rini", true}, {"katakatakatakata ", true}, {"kata.", false},
    {"Kata ", false}, {"katakatakata-a ", false}, {"katakatakataka1 ", false},
    {"katakatakatA ", false}, {"a,", true}, {"2 ", false}, {", ", false},
    {"katakata ", true}, {"katakatA ", false}, {"katakatak ", true},
};

START_TEST(small)
{
    struct kt_stretch found[KT_STRETCHES];
    kutip_doc *doc = check_split(small_cases[_i].text);
    struct kt_scan scan = {.engine = check_engine(),
                           .doc = doc,
                           .text = doc->text,
                           .end = doc->length};
    ck_assert_uint_ge(kt_look_ahead(&scan, found), 1);
    ck_assert_int_eq(kt_stretch_is_small(&found[0]), small_cases[_i].small);
    kutip_doc_free(doc);
}
END_TEST

/* So many are seen at once, and no more. */
START_TEST(many)
{
    char text[4 * KT_STRETCHES] = "";
    struct kt_stretch found[KT_STRETCHES];
    for (int i = 0; i < KT_STRETCHES + 3; i++)
        strcat(text, "a ");
    kutip_doc *doc = check_split(text);
    struct kt_scan scan = {.engine = check_engine(),
                           .doc = doc,
                           .text = doc->text,
                           .end = doc->length};
    ck_assert_uint_eq(kt_look_ahead(&scan, found), KT_STRETCHES);
    scan.at = found[KT_STRETCHES - 1].end;
    ck_assert_uint_eq(kt_look_ahead(&scan, found), 3);
    kutip_doc_free(doc);
}
END_TEST

/* Nothing behind the paragraph is seen, and it ends what stands there. */
START_TEST(ends_of_paragraphs)
{
    kutip_doc *doc = check_split("kata.com dan");
    struct kt_scan scan = {
        .engine = check_engine(), .doc = doc, .text = doc->text};
    struct kt_stretch found[KT_STRETCHES];
    static const uint32_t wanted[] = {0, 0, 0, 0, 1, 2};

    for (scan.end = 0; scan.end < 6; scan.end++)
        ck_assert_uint_eq(kt_look_ahead(&scan, found), wanted[scan.end]);
    kutip_doc_free(doc);
}
END_TEST

/* A letter in each place of sixteen is a letter, every other byte is none. */
START_TEST(letters)
{
    for (unsigned byte = 1; byte < 256; byte++)
        for (uint32_t at = 0; at < KT_FORM_MOST; at++) {
            char text[KT_FORM_MOST + 3] = "kkkkkkkkkkkkkkkk ";
            bool letter = (byte >= 'a' && byte <= 'z') ||
                          (byte >= 'A' && byte <= 'Z');
            struct kt_stretch found[KT_STRETCHES];
            text[at] = (char)byte;
            kutip_doc *doc = check_split(text);
            struct kt_scan scan = {.engine = check_engine(),
                                   .doc = doc,
                                   .text = doc->text,
                                   .end = doc->length};
            uint32_t count = kt_look_ahead(&scan, found);
            if (letter)
                ck_assert(count == 1 && found[0].end == KT_FORM_MOST);
            else if (strchr("0123456789'`-_@", (int)byte) == NULL)
                ck_assert(count == 0 || found[0].start > 0 ||
                          found[0].end <= (at > 0 ? at : 1));
            kutip_doc_free(doc);
        }
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("stretches");
    ADD_CASES(tcase, ahead);
    ADD_CASES(tcase, small);
    tcase_add_test(tcase, many);
    tcase_add_test(tcase, ends_of_paragraphs);
    tcase_add_test(tcase, letters);
    return check_run("stretches", tcase, NULL);
}
