/* Tokens: what belongs together, what comes apart, what a token knows. */
#include <string.h>

#include "both_ways.h"
#include "check_kutip.h"
#include "doc.h"

enum { DOTS = KT_DOT_APART | KT_DOT_WITHIN };

#define check(text, wanted) check_stage("tokens", (text), (wanted))

START_TEST(words)
{
    check("Ma'ruf pergi.", "Ma'ruf|pergi|.");
    check("Jum’at Al-Qur’an", "Jum’at|Al-Qur’an");
    check("anak-anak Covid-19 ke-3", "anak-anak|Covid-19|ke-3");
    check("dan/atau", "dan|/|atau");
    check("kata- kata", "kata|-|kata");
    check("élan Café", "élan|Café");
    check("(Rini)", "(|Rini|)");
    check("kata‘Saya", "kata|‘|Saya");
}
END_TEST

START_TEST(numbers)
{
    check("1.250.000,50 13.30 13/4/2020", "1.250.000,50|13.30|13/4/2020");
    check("Rp429,23 juta.", "Rp429,23|juta|.");
    check("Rp1.250.000,50.", "Rp1.250.000,50|.");
    check("pukul 13.30-15.00.", "pukul|13.30-15.00|.");
    check("(13/4)", "(|13/4|)");
    check("20:00, 1990-an", "20:00|,|1990-an");
    check("pada 2020Kepala", "pada|2020|Kepala");
    check("50%", "50|%");
}
END_TEST

START_TEST(marks)
{
    check("Ya... tidak… apa?!", "Ya|...|tidak|…|apa|?|!");
    check("Ya…. Tidak", "Ya|….|Tidak");
    check("a - b – c", "a|-|b|–|c");
    check("", "");
}
END_TEST

START_TEST(glued_sentences)
{
    check("selesai.Kata dia", "selesai|.|Kata|dia");
    check("selesai,\"kata", "selesai|,|\"|kata");
    check("selesai.\"Kata", "selesai|.|\"|Kata");
    check("kataRini diSurabaya", "kata|Rini|di|Surabaya");
    check("GubernurRini GoPay", "Gubernur|Rini|GoPay");
}
END_TEST

/* Seen through inside words, and white space between them. */
START_TEST(odd_characters)
{
    check("ka\xE2\x80\x8Bta", "ka\xE2\x80\x8Bta");
    check("ka\xC2\xADta", "ka\xC2\xADta");
    check("kata\xC2\xA0Rini", "kata|Rini");
    check("kata\xC3\x82\xC2\xA0Rini", "kata|Rini");
    check("kata\xC2\x85Rini", "kata|Rini");
    check("kata\xFFRini", "kata|Rini");
    check("\xEF\xBB\xBFHujan", "Hujan");
    check("kata\xE2\x80\x8B Rini", "kata|Rini");
}
END_TEST

static const struct kt_token *
token_of(kutip_doc **doc, const char *text)
{
    *doc = check_analyze(text);
    ck_assert_uint_gt((*doc)->tokens.count, 0);
    return &(*doc)->tokens.items[(*doc)->tokens.count - 1];
}

static uint16_t
flags_of(const char *text)
{
    kutip_doc *doc;
    uint16_t flags = token_of(&doc, text)->flags;
    kutip_doc_free(doc);
    return flags;
}

START_TEST(flags)
{
    unsigned first = KT_SPACE_BEFORE | KT_LINE_BEFORE | KT_PARAGRAPH_FIRST;
    ck_assert_uint_eq(flags_of("Zamrud"), KT_CAPITALISED | first);
    ck_assert_uint_eq(flags_of("ZAMRUD"),
                      KT_CAPITALISED | KT_ALL_UPPER | first);
    ck_assert_uint_eq(flags_of("zamrud"), first);
    ck_assert_uint_eq(flags_of("a Z"),
                      KT_CAPITALISED | KT_ONE_LETTER | KT_SPACE_BEFORE);
    ck_assert_uint_eq(flags_of("a Z."), KT_CAPITALISED | KT_ONE_LETTER |
                                            KT_HAS_DOT | KT_SPACE_BEFORE);
    ck_assert_uint_eq(flags_of("a z-7"),
                      KT_HAS_DIGIT | KT_HAS_HYPHEN | KT_SPACE_BEFORE);
    ck_assert_uint_eq(flags_of("a\nzamrud"),
                      KT_SPACE_BEFORE | KT_LINE_BEFORE);
    ck_assert_uint_eq(flags_of("(zamrud"), 0);
}
END_TEST

START_TEST(clitics)
{
    kutip_doc *doc;
    const struct kt_token *token = token_of(&doc, "Katanya");
    ck_assert(token->flags & KT_IS_CLITIC);
    ck_assert_uint_eq(token->clitic, 3);
    kutip_doc_free(doc);
    token = token_of(&doc, "Zamrud-nya");
    ck_assert(token->flags & KT_IS_CLITIC);
    ck_assert_uint_eq(token->clitic, 4);
    kutip_doc_free(doc);
    /* folded away, a soft hyphen still has its two bytes */
    token = token_of(&doc, "Katan\xc2\xadya");
    ck_assert(token->flags & KT_IS_CLITIC);
    ck_assert_uint_eq(token->clitic, 4);
    kutip_doc_free(doc);
    ck_assert(!(flags_of("punya") & KT_IS_CLITIC));
    ck_assert(!(flags_of("nya") & KT_IS_CLITIC));
    ck_assert(!(flags_of("zxqwnya") & KT_IS_CLITIC));
}
END_TEST

START_TEST(kinds_and_words)
{
    kutip_doc *doc = check_analyze("Kata 5 \"dan…");
    const struct kt_token *tokens = doc->tokens.items;
    ck_assert_uint_eq(doc->tokens.count, 5);
    ck_assert_int_eq(tokens[0].kind, KT_TOKEN_WORD);
    ck_assert_uint_ne(tokens[0].word, 0);
    ck_assert_int_eq(tokens[1].kind, KT_TOKEN_NUMBER);
    ck_assert_int_eq(tokens[2].kind, KT_TOKEN_QUOTE);
    ck_assert_str_eq(check_engine()->marks.marks[tokens[2].mark].text, "\"");
    ck_assert_int_eq(tokens[4].kind, KT_TOKEN_MARK);
    ck_assert_uint_eq(tokens[4].character, 0x2026);
    kutip_doc_free(doc);
}
END_TEST

/* What a token is as a point. */
static enum kt_point_kind
point_kind_of(const struct kt_token *token)
{
    static const char *const known[] = {[KT_POINT_STOP] = ".?!",
                                        [KT_POINT_OPENS] = "([",
                                        [KT_POINT_CLOSES] = ")]"};
    int c = token->character < 0x80 ? (int)token->character : ' ';
    if (token->kind == KT_TOKEN_QUOTE)
        return KT_POINT_QUOTE;
    if (token->flags & KT_HAS_DOT)
        return KT_POINT_DOT;
    if (token->kind != KT_TOKEN_MARK)
        return KT_POINT_NONE;
    for (int kind = KT_POINT_STOP; kind <= KT_POINT_CLOSES; kind++)
        if (c != 0 && strchr(known[kind], c))
            return (enum kt_point_kind)kind;
    return token->character == 0x2026 ? KT_POINT_STOP : KT_POINT_NONE;
}

/* The points are all tokens of such kinds. */
static void
check_points(const kutip_doc *doc)
{
    uint32_t point = 0;
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        enum kt_point_kind kind = point_kind_of(&doc->tokens.items[i]);
        if (kind == KT_POINT_NONE)
            continue;
        ck_assert_uint_lt(point, doc->points.count);
        ck_assert_uint_eq(doc->points.items[point].token, i);
        ck_assert_uint_eq(doc->points.items[point].kind, kind);
        point++;
    }
    ck_assert_uint_eq(point, doc->points.count);
}

/* Every token is of the paragraph in which it begins. */
static void
check_ranges(const kutip_doc *doc)
{
    uint32_t token = 0;
    for (uint32_t i = 0; i < doc->paragraphs.count; i++) {
        const struct kt_paragraph *p = &doc->paragraphs.items[i];
        ck_assert_uint_eq(p->first_token, token);
        while (token < doc->tokens.count &&
               doc->tokens.items[token].start < p->body)
            token++;
        ck_assert_uint_eq(p->body_token, token);
        while (token < doc->tokens.count &&
               doc->tokens.items[token].start < p->end)
            token++;
        ck_assert_uint_eq(p->end_token, token);
    }
    ck_assert_uint_eq(token, doc->tokens.count);
}

START_TEST(points_and_paragraphs)
{
    static const char *const texts[] = {
        "",
        "Zamrud",
        "\"",
        "JAKARTA, KABAR.COM - Hujan (deras) turun. \"Ya,\" kata dr. Rini "
        "A. Astuti, S.H.\nBaca juga: Pasar Gede Ditutup\n\nIa pulang... "
        "“Ya” 1.250,50 dll., tidak… Ya? / {Rini}; - 5% \\ @",
        "Hujan. ADVERTISEMENT Jalan licin! [Gambas:Video] ''Ya'' &quot;",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        kutip_doc *doc = check_analyze(texts[i]);
        check_points(doc);
        check_ranges(doc);
        kutip_doc_free(doc);
    }
}
END_TEST

/* Splits a text into the document, with nothing known or with what is. */
static void
split(kutip_doc *doc, const char *text, size_t length, bool slow)
{
    struct kutip_error error;
    ck_assert(kt_forms_begin(&doc->forms, doc->engine));
    if (slow) /* then no word ends where it seems, and no mark is one */
        memset(doc->forms.behind, 0, sizeof doc->forms.behind);
    ck_assert_int_eq(kutip_doc_split(doc, text, length, &error), KUTIP_OK);
}

static void
compare(const kutip_doc *quick, const kutip_doc *slow, const char *text)
{
    for (uint32_t i = 0; quick->tokens.count != slow->tokens.count; i++)
        ck_assert_msg(quick->tokens.items[i].end ==
                          slow->tokens.items[i].end,
                      "byte %u of `%s`",
                      (unsigned)quick->tokens.items[i].start, text);
    for (uint32_t i = 0; i < quick->tokens.count; i++) {
        struct kt_token a = quick->tokens.items[i];
        struct kt_token b = slow->tokens.items[i];
        ck_assert_msg(a.start == b.start && a.end == b.end &&
                          a.character == b.character && a.hash == b.hash &&
                          a.word == b.word && a.set == b.set &&
                          a.flags == b.flags && a.clitic == b.clitic &&
                          a.kind == b.kind && a.mark == b.mark &&
                          ((a.reading ^ b.reading) & ~DOTS) == 0,
                      "`%.*s` in `%s`", (int)(a.end - a.start),
                      text + a.start, text);
        ck_assert(kt_set_equal(kt_token_classes(quick, i),
                               kt_token_classes(slow, i)));
    }
}

/* Tokens out of the memo are those that are read. */
START_TEST(both_ways)
{
    static char text[MIXED_MOST];
    struct kutip_error error;
    kutip_doc *quick = kutip_doc_new(check_engine(), &error);
    kutip_doc *slow = kutip_doc_new(check_engine(), &error);
    ck_assert(quick != NULL && slow != NULL);
    for (uint32_t seed = 1; seed <= 8000; seed++) {
        size_t length = mixed_text(seed, seed % 100, text);
        split(quick, text, length, false);
        split(slow, text, length, true);
        compare(quick, slow, text);
        check_points(quick);
    }
    kutip_doc_free(quick);
    kutip_doc_free(slow);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("tokens");
    tcase_add_test(tcase, words);
    tcase_add_test(tcase, numbers);
    tcase_add_test(tcase, marks);
    tcase_add_test(tcase, glued_sentences);
    tcase_add_test(tcase, odd_characters);
    tcase_add_test(tcase, flags);
    tcase_add_test(tcase, clitics);
    tcase_add_test(tcase, kinds_and_words);
    tcase_add_test(tcase, points_and_paragraphs);
    tcase_add_test(tcase, both_ways);
    return check_run("split_tokens", tcase, NULL);
}
