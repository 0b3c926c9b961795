/* Rows: their codes, matches and uses. */
#include "rows.h"

#include "engine.h"
#include "parts.h"

static const char text[] = "Kami tahu kata Rini Astuti kemarin.";

START_TEST(of_terms)
{
    kutip_doc *doc = check_analyze(text);
    const struct kt_family *family = doc->engine->mentions;
    struct kt_range terms = terms_at(doc, "kata Rini Astuti");
    struct kt_row row;
    ck_assert(kt_row_of_terms(doc, family, terms, &row));
    ck_assert_uint_eq(row.length, 3);
    for (uint32_t i = 0; i < 3; i++) {
        struct kt_set set = doc->terms.items[terms.first + i].classes;
        ck_assert_uint_eq(row.codes[i], kt_family_code(family, set));
    }
    ck_assert_uint_ne(row.codes[0], row.codes[1]);
    kutip_doc_free(doc);
}
END_TEST

/* Sets without a number get the code that the family gives them, when they
 * come first and when they come again, however many there are. */
START_TEST(strays)
{
    kutip_doc *doc = check_analyze(text);
    const struct kt_family *families[] = {doc->engine->mentions,
                                          doc->engine->times};
    struct kt_term *term = &doc->terms.items[1];

    term->set = 0;
    for (unsigned i = 0; i < 3 * KT_STRAYS; i++) {
        const struct kt_family *family = families[i % 2];
        struct kt_row row;
        term->classes = (struct kt_set){{0}};
        kt_set_add(&term->classes, i / 4 % 50);
        kt_set_add(&term->classes, i / 4 % 31 + 70);
        ck_assert(kt_row_of_terms(doc, family, (struct kt_range){0, 3}, &row));
        ck_assert_uint_eq(row.codes[1],
                          kt_family_code(family, term->classes));
    }
    kutip_doc_free(doc);
}
END_TEST

START_TEST(of_nodes)
{
    kutip_doc *doc = check_analyze(text);
    const struct kt_family *family = doc->engine->cues;
    struct kt_row row;
    ck_assert_uint_eq(doc->node_rows.count, 1);
    ck_assert(kt_row_of_nodes(doc, family, doc->node_rows.items[0], &row));
    /* the name is one node; a term more than nodes */
    ck_assert_uint_eq(row.length + 1, doc->terms.count);
    for (uint32_t i = 0; i < row.length; i++)
        ck_assert_uint_eq(row.codes[i],
                          kt_family_code(family, *doc->nodes.items[i].classes));
    kutip_doc_free(doc);
}
END_TEST

START_TEST(empty)
{
    kutip_doc *doc = check_analyze(text);
    struct kt_row row;
    ck_assert(kt_row_of_terms(doc, doc->engine->mentions,
                              (struct kt_range){2, 2}, &row));
    ck_assert_uint_eq(row.length, 0);
    kutip_doc_free(doc);
}
END_TEST

/* How many templates of mentions match at a term of the row. */
static unsigned
matches_at(kutip_doc *doc, const struct kt_row *row, uint32_t at,
           struct kt_match *last)
{
    const struct kt_family *family = doc->engine->mentions;
    unsigned count = 0;
    for (uint32_t i = 0; i < family->count; i++) {
        struct kt_match match;
        if (!kt_row_match(doc, &family->templates[i], row, at, &match))
            continue;
        ck_assert_ptr_eq(match.pattern, &family->templates[i]);
        ck_assert_uint_eq(match.whole.first, at);
        *last = match;
        count++;
    }
    return count;
}

START_TEST(matches_and_uses)
{
    kutip_doc *doc = check_analyze(text);
    struct kt_range name = terms_at(doc, "Rini Astuti");
    struct kt_match match;
    struct kt_row row;
    ck_assert(kt_row_of_terms(doc, doc->engine->mentions, name, &row));
    ck_assert_uint_gt(matches_at(doc, &row, 0, &match), 0);
    uint32_t before = doc->uses.count;
    doc->note_uses = false;
    kt_row_use(doc, &match, name.first);
    ck_assert_uint_eq(doc->uses.count, before);
    doc->note_uses = true;
    kt_row_use(doc, &match, name.first);
    ck_assert_uint_eq(doc->uses.count, before + 1);
    const struct kt_use *use = &doc->uses.items[before];
    ck_assert_ptr_eq(use->pattern, match.pattern);
    ck_assert_str_eq(text_of(doc, use->slots[KT_SLOT_SOURCE]),
                     "Rini Astuti");
    ck_assert_str_eq(text_of(doc, use->slots[KT_SLOT_ROLE]), "-");
    kutip_doc_free(doc);
}
END_TEST

START_TEST(no_match)
{
    kutip_doc *doc = check_analyze(text);
    struct kt_match match;
    struct kt_row row;
    ck_assert(kt_row_of_terms(doc, doc->engine->mentions,
                              terms_at(doc, "kata"), &row));
    ck_assert_uint_eq(matches_at(doc, &row, 0, &match), 0);
    ck_assert(!kt_row_best(doc, doc->engine->mentions, &row, 0, &match));
    kutip_doc_free(doc);
}
END_TEST

START_TEST(longer_then_weightier)
{
    struct kt_template light = {.weight = 10}, heavy = {.weight = 20};
    struct kt_match match = {.pattern = &light, .whole = {0, 2}};
    struct kt_match longer = {.pattern = &light, .whole = {0, 3}};
    struct kt_match heavier = {.pattern = &heavy, .whole = {0, 2}};
    ck_assert(kt_match_before(&longer, &match));
    ck_assert(kt_match_before(&longer, &heavier));
    ck_assert(kt_match_before(&heavier, &match));
    ck_assert(!kt_match_before(&match, &match));
}
END_TEST

START_TEST(best_match)
{
    kutip_doc *doc = check_analyze("Rini Astuti, 40 tahun, pergi.");
    struct kt_match some, best;
    struct kt_row row;
    ck_assert(kt_row_of_terms(doc, doc->engine->mentions,
                              doc->rows.items[0].terms, &row));
    ck_assert_uint_gt(matches_at(doc, &row, 0, &some), 0);
    ck_assert(kt_row_best(doc, doc->engine->mentions, &row, 0, &best));
    ck_assert_uint_eq(best.whole.first, 0);
    ck_assert(!kt_match_before(&some, &best));
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("rows");
    tcase_add_test(tcase, of_terms);
    tcase_add_test(tcase, strays);
    tcase_add_test(tcase, of_nodes);
    tcase_add_test(tcase, empty);
    tcase_add_test(tcase, matches_and_uses);
    tcase_add_test(tcase, no_match);
    tcase_add_test(tcase, longer_then_weightier);
    tcase_add_test(tcase, best_match);
    return check_run("rows", tcase, NULL);
}
