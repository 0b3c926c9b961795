/* Prices of marks: what stands around one says which side it is. */
#include "mark_prices.h"

#include <stdio.h>
#include <string.h>

#include "check_kutip.h"

/* The token that begins at the n-th of a string's places, from 0. */
static uint32_t
token_of(const kutip_doc *doc, const char *string, int n)
{
    const char *at = strstr(doc->text, string);

    for (; n > 0 && at != NULL; n--)
        at = strstr(at + 1, string);
    ck_assert_ptr_nonnull(at);
    for (uint32_t i = 0; i < doc->tokens.count; i++)
        if (doc->tokens.items[i].start == (uint32_t)(at - doc->text))
            return i;
    ck_abort_msg("no token at %s", string);
    return 0;
}

static const struct {
    const char *text;
    int mark; /* which of its `"` */
    char cheapest; /* o opens, c closes, n is none */
} cases[] = {
    {"Wayan berkata, \"Ombak tinggi.\"", 0, 'o'},
    {"Wayan berkata, \"Ombak tinggi.\"", 1, 'c'},
    {"\"Ombak tinggi,\" kata Wayan.", 0, 'o'},
    {"\"Ombak tinggi,\" kata Wayan.", 1, 'c'},
    {"Laut sepi. \"Ombak tinggi, \"kata Wayan.", 1, 'c'},
    {"Laut sepi. \"Ombak tinggi,\"kata Wayan.", 1, 'c'},
    {"Wayan berkata:\"Ombak tinggi.\"", 0, 'o'},
    {"Wayan berkata: \" Ombak tinggi \"", 0, 'o'},
    {"Laut sepi.\" Ombak tinggi hari itu.", 0, 'c'},
    {"Laut (\"Ombak\") sepi.", 0, 'o'},
    {"Laut (\"Ombak\") sepi.", 1, 'c'},
    {"Perahu 12\" itu hanyut.", 0, 'c'},
};

START_TEST(one_side)
{
    kutip_doc *doc = check_split(cases[_i].text);
    struct kt_prices prices = {.of = {0}};
    const int *of = prices.of;
    char cheapest;

    kt_price_mark(doc, token_of(doc, "\"", cases[_i].mark), &prices);
    cheapest = of[KT_AS_OPENER] < of[KT_AS_CLOSER] ? 'o' : 'c';
    if (of[KT_AS_NOTHING] < of[KT_AS_OPENER] &&
        of[KT_AS_NOTHING] < of[KT_AS_CLOSER])
        cheapest = 'n';
    ck_assert_int_ne(of[KT_AS_OPENER], of[KT_AS_CLOSER]);
    ck_assert_msg(cheapest == cases[_i].cheapest, "%s: %d is %c",
                  cases[_i].text, cases[_i].mark, cheapest);
    for (int i = 0; i < KT_PRICES; i++)
        ck_assert(of[i] >= 0 && of[i] < KT_NEVER);
    ck_assert_int_eq(of[KT_FREE], 0);
    kutip_doc_free(doc);
}
END_TEST

static struct kt_prices
price(const char *text, const char *mark)
{
    kutip_doc *doc = check_split(text);
    struct kt_prices prices = {.of = {0}};

    kt_price_mark(doc, token_of(doc, mark, 0), &prices);
    kutip_doc_free(doc);
    return prices;
}

/* The mark's own side is worth something, the text around it more. */
START_TEST(sides_of_the_mark)
{
    int straight = price("Ia heran. \"Ombak", "\"").of[KT_AS_OPENER];
    int opens = price("Ia heran. “Ombak", "“").of[KT_AS_OPENER];
    int closes = price("Ia heran. ”Ombak", "”").of[KT_AS_OPENER];

    ck_assert_int_eq(opens, straight);
    ck_assert_int_gt(closes, straight);
    ck_assert_int_lt(closes,
                     price("Ia heran. ”Ombak", "”").of[KT_AS_CLOSER]);
    ck_assert_int_gt(price("ombak.“ Ia", "“").of[KT_AS_CLOSER],
                     price("ombak.” Ia", "”").of[KT_AS_CLOSER]);
}
END_TEST

/* A number before it, an apostrophe, a character that was lost. */
START_TEST(marks_that_mean_nothing)
{
    ck_assert_int_lt(price("Perahu 12\" hanyut.", "\"").of[KT_AS_NOTHING],
                     price("Perahu dua\" hanyut.", "\"").of[KT_AS_NOTHING]);
    ck_assert_int_eq(price("Angkatan '08 berlayar.", "'").of[KT_AS_NOTHING],
                     0);
    ck_assert_int_lt(price("Perahu nelayan' hanyut.", "'").of[KT_AS_NOTHING],
                     price("Perahu nelayan\" hanyut.", "\"")
                         .of[KT_AS_NOTHING]);
    ck_assert_int_eq(
        price("ombak \xEF\xBF\xBD angin", "\xEF\xBF\xBD").of[KT_AS_NOTHING],
        0);
    ck_assert_int_gt(
        price("ombak \xEF\xBF\xBD" "angin", "\xEF\xBF\xBD")
            .of[KT_AS_NOTHING],
        0);
}
END_TEST

START_TEST(cues)
{
    kutip_doc *doc =
        check_split("\"Ombak tinggi,\" kata Wayan. Laut ujarnya sepi.");

    ck_assert(kt_cue_follows(doc, token_of(doc, "kata", 0)));
    ck_assert(kt_cue_follows(doc, token_of(doc, "ujarnya", 0)));
    ck_assert(!kt_cue_follows(doc, token_of(doc, "Laut", 0)));
    ck_assert(!kt_cue_follows(doc, token_of(doc, "\"", 0)));
    ck_assert(!kt_cue_follows(doc, doc->tokens.count));
    ck_assert(!kt_cue_follows(doc, KT_NONE));
    ck_assert(price("ombak,\" kata Wayan.", "\"").cue_after);
    ck_assert(!price("ombak,\" angin Wayan.", "\"").cue_after);
    /* not over the end of the paragraph */
    ck_assert(!price("ombak,\"\n\nkata Wayan.", "\"").cue_after);
    ck_assert_int_lt(price("ombak,\" kata", "\"").of[KT_AS_ORPHAN],
                     price("ombak,\" angin", "\"").of[KT_AS_ORPHAN]);
    kutip_doc_free(doc);
}
END_TEST

START_TEST(tokens)
{
    kutip_doc *doc = check_split("Ombak, angin; laut … pasir? 7");

    ck_assert(kt_token_among(doc, token_of(doc, ",", 0), ";,"));
    ck_assert(!kt_token_among(doc, token_of(doc, ";", 0), ",."));
    ck_assert(!kt_token_among(doc, token_of(doc, "Ombak", 0), "Ombak"));
    ck_assert(!kt_token_among(doc, doc->tokens.count, ","));
    ck_assert(kt_token_stops(doc, token_of(doc, "…", 0)));
    ck_assert(kt_token_stops(doc, token_of(doc, "?", 0)));
    ck_assert(!kt_token_stops(doc, token_of(doc, ",", 0)));
    ck_assert(!kt_token_stops(doc, token_of(doc, "7", 0)));
    ck_assert(!kt_token_stops(doc, doc->tokens.count));
    kutip_doc_free(doc);
}
END_TEST

START_TEST(breaks)
{
    kutip_doc *doc =
        check_split("\"Ombak tinggi.\n\n\"Angin kencang.\"\n\nLaut sepi.");
    struct kt_prices again = {.of = {0}}, plain = {.of = {0}};
    struct kt_prices hard = {.of = {0}};

    kt_price_break(doc, token_of(doc, "\"", 1), false, &again);
    kt_price_break(doc, token_of(doc, "Laut", 0), false, &plain);
    kt_price_break(doc, doc->tokens.count, true, &hard);
    ck_assert_int_lt(again.of[KT_UNCLOSED], plain.of[KT_UNCLOSED]);
    ck_assert_int_lt(plain.of[KT_RUNNING_ON], KT_NEVER);
    ck_assert_int_eq(hard.of[KT_RUNNING_ON], KT_NEVER);
    ck_assert_int_eq(hard.of[KT_UNCLOSED], plain.of[KT_UNCLOSED]);
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("mark_prices");

    tcase_add_loop_test(tcase, one_side, 0, sizeof cases / sizeof *cases);
    tcase_add_test(tcase, sides_of_the_mark);
    tcase_add_test(tcase, marks_that_mean_nothing);
    tcase_add_test(tcase, cues);
    tcase_add_test(tcase, tokens);
    tcase_add_test(tcase, breaks);
    return check_run("mark_prices", tcase, NULL);
}
