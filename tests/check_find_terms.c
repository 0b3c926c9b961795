/* Terms: quotations, phrases and dates are one; classes and shapes. */
#include <stdio.h>

#include "both_ways.h"
#include "parts.h"
#include "pipeline.h"
#include "terms.h"

/* Does the first term of the words have the class? */
static bool
is(const char *text, const char *words, unsigned class)
{
    kutip_doc *doc = check_analyze(text);
    struct kt_range terms = terms_at(doc, words);
    bool has = kt_set_has(doc->terms.items[terms.first].classes, class);
    kutip_doc_free(doc);
    return has;
}

START_TEST(one_term)
{
    check_stage("terms", "\"Kami siap. Ya,\" kata Rini.",
                "\"Kami siap. Ya,\"|kata|Rini|.");
    check_stage("terms", "Kata salah seorang pendaki,",
                "Kata|salah seorang|pendaki|,");
    check_stage("terms", "Ia datang Senin (13/4/2020).",
                "Ia|datang|Senin (13/4/2020)|.");
    check_stage("terms", "", "");
}
END_TEST

START_TEST(phrases_stop_at_quotations)
{
    check_stage("terms", "Ia salah \"seorang\" diri.",
                "Ia|salah|\"seorang\"|diri|.");
}
END_TEST

START_TEST(shapes)
{
    static const char text[] = "Kata Rini dari TVRX dan A. Bramanto, 25 kali.";
    ck_assert(is(text, "Rini", KT_CAPITAL));
    ck_assert(!is(text, "Rini", KT_UPPER));
    ck_assert(!is(text, "Rini", KT_LOWER));
    ck_assert(is(text, "TVRX", KT_UPPER));
    ck_assert(!is(text, "TVRX", KT_INITIAL));
    ck_assert(is(text, "A.", KT_INITIAL));
    ck_assert(is(text, "kali", KT_LOWER));
    ck_assert(!is(text, "kali", KT_CAPITAL));
    ck_assert(is(text, "25", KT_NUMBER));
    ck_assert(is(text, ",", KT_COMMA));
    ck_assert(is(text, "dari", KT_FROM));
}
END_TEST

START_TEST(marks)
{
    static const char text[] = "Ya (dan) tidak: a/b & c; d = e!";
    ck_assert(is(text, "(", KT_OPEN));
    ck_assert(is(text, ")", KT_CLOSE));
    ck_assert(is(text, ":", KT_COLON));
    ck_assert(is(text, "/", KT_SLASH));
    ck_assert(is(text, "&", KT_AND));
    ck_assert(is(text, ";", KT_COMMA));
    ck_assert(is(text, "=", KT_MARK));
    ck_assert(is(text, "!", KT_STOP));
    ck_assert(!is(text, "!", KT_MARK));
}
END_TEST

/* Words of no list get their shape by affixes, and tell of a clitic. */
START_TEST(affixes)
{
    ck_assert(is("Ia memblorongkan itu.", "memblorongkan", KT_VERB_SHAPE));
    ck_assert(!is("Ia blorong itu.", "blorong", KT_VERB_SHAPE));
    ck_assert(is("Itu keblorongan.", "keblorongan", KT_NOUN_SHAPE));
    ck_assert(is("Itu gudangnya.", "gudangnya", KT_CLITIC));
    ck_assert(!is("Itu gudang.", "gudang", KT_CLITIC));
}
END_TEST

START_TEST(quotations)
{
    ck_assert(is("\"Kami siap,\" kata Rini.", "\"Kami siap,\"",
                 KT_QUOTE_COMMA));
    ck_assert(!is("\"Kami siap.\" Ia diam.", "\"Kami siap.\"",
                  KT_QUOTE_COMMA));
    ck_assert(is("Ia \"juru damai\" di sana.", "\"juru damai\"",
                 KT_QUOTE_SMALL));
    ck_assert(!is("Ia \"juru damai.\" Ya.", "\"juru damai.\"",
                  KT_QUOTE_SMALL));
    ck_assert(is("Ia \"juru damai\" di sana.", "\"juru damai\"",
                 KT_QUOTE_PHRASE));
    ck_assert(!is("Ia \"Damai\" di sana.", "\"Damai\"", KT_QUOTE_PHRASE));
    ck_assert(is("Ia membaca buku bertajuk \"Hujan Pagi\" kemarin.",
                 "\"Hujan Pagi\"", KT_TITLE));
}
END_TEST

/* `lalu` is grammar, `Lalu` in the middle of a sentence is a name. */
START_TEST(little_words)
{
    ck_assert(is("Ia lalu pergi.", "lalu", KT_ADVERB));
    ck_assert(is("Lalu Rini pergi.", "Lalu", KT_ADVERB));
    ck_assert(is("Hujan. Lalu Rini pergi.", "Lalu", KT_ADVERB));
    ck_assert(!is("Kata Rini dan Lalu Bramanto.", "Lalu", KT_ADVERB));
    ck_assert(is("Kata Rini dan Lalu Bramanto.", "Lalu", KT_CAPITAL));
    ck_assert(!is("Itu milik penjaga kebun, Lalu Bramanto.", "Lalu",
                  KT_CONJUNCTION));
    ck_assert(is("Tabib Lalu Pulang", "Lalu", KT_ADVERB));
}
END_TEST

/* Rows are cut at commas, lose no term and are never too long. */
START_TEST(long_rows)
{
    enum { ITEMS = 700 };
    char *text = malloc(ITEMS * 8 + 20);
    size_t length = 0;
    for (int i = 0; i < ITEMS; i++)
        length += (size_t)sprintf(text + length, i % 10 ? "batu " : "batu, ");
    strcpy(text + length, "pasir.");
    kutip_doc *doc = check_analyze(text);
    uint32_t next = 0;
    ck_assert_uint_gt(doc->rows.count, 2);
    for (uint32_t i = 0; i < doc->rows.count; i++) {
        struct kt_range terms = doc->rows.items[i].terms;
        ck_assert_uint_eq(terms.first, next);
        ck_assert_uint_le(terms.end - terms.first, 300);
        next = terms.end;
        if (i + 1 < doc->rows.count)
            ck_assert(kt_set_has(doc->terms.items[next - 1].classes,
                                 KT_COMMA));
    }
    ck_assert_uint_eq(next, doc->terms.count);
    kutip_doc_free(doc);
    free(text);
}
END_TEST

struct seen {
    struct kt_set wanted;
    bool found;
};

static void
look(void *context, struct kt_set set)
{
    struct seen *seen = context;
    seen->found = seen->found || kt_set_equal(seen->wanted, set);
}

/* Every set that a term gets was foretold, or no template could see it. */
START_TEST(foreseen)
{
    static const char text[] =
        "Kata Lalu Bramanto, S.H., \"Ya,\" pada 25 Mei 2020 (TVRX) = 7 A.";
    kutip_doc *doc = check_analyze(text);
    ck_assert_uint_gt(doc->terms.count, 10);
    for (uint32_t i = 0; i < doc->terms.count; i++) {
        struct seen seen = {doc->terms.items[i].classes, false};
        kt_foresee_terms(&doc->engine->lexicon, look, &seen);
        ck_assert_msg(seen.found, "term %u", (unsigned)i);
    }
    kutip_doc_free(doc);
}
END_TEST

/* Terms that their token's number gives are those that are read. */
START_TEST(both_ways)
{
    static char text[MIXED_MOST];
    struct kutip_error error;
    kutip_doc *quick = kutip_doc_new(check_engine(), &error);
    kutip_doc *slow = kutip_doc_new(check_engine(), &error);
    ck_assert(quick != NULL && slow != NULL);
    for (uint32_t seed = 1; seed <= 3000; seed++) {
        size_t length = mixed_text(seed, seed % 100, text);
        ck_assert_int_eq(kutip_doc_split(quick, text, length, &error), 0);
        ck_assert_int_eq(kutip_doc_split(slow, text, length, &error), 0);
        for (uint32_t i = 0; i < slow->tokens.count; i++)
            slow->tokens.items[i].set = 0;
        ck_assert_int_eq(kt_find_terms(check_engine(), quick), KUTIP_OK);
        ck_assert_int_eq(kt_find_terms(check_engine(), slow), KUTIP_OK);
        ck_assert_uint_eq(quick->terms.count, slow->terms.count);
        for (uint32_t i = 0; i < quick->terms.count; i++) {
            struct kt_term a = quick->terms.items[i];
            struct kt_term b = slow->terms.items[i];
            ck_assert_msg(a.first_token == b.first_token &&
                              a.end_token == b.end_token &&
                              a.set == b.set && a.quote == b.quote &&
                              kt_set_equal(a.classes, b.classes),
                          "term %u of `%s`", (unsigned)i, text);
        }
    }
    kutip_doc_free(quick);
    kutip_doc_free(slow);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("find_terms");
    tcase_add_test(tcase, one_term);
    tcase_add_test(tcase, phrases_stop_at_quotations);
    tcase_add_test(tcase, shapes);
    tcase_add_test(tcase, marks);
    tcase_add_test(tcase, affixes);
    tcase_add_test(tcase, quotations);
    tcase_add_test(tcase, little_words);
    tcase_add_test(tcase, long_rows);
    tcase_add_test(tcase, foreseen);
    tcase_add_test(tcase, both_ways);
    return check_run("find_terms", tcase, NULL);
}
