/*
 * What match_cues asks of the nodes of a row.
 *
 *     Rini , kata Tono , pulang .
 *     0    1 2    3    4 5      6
 */
#include "check_kutip.h"
#include "cue_row.h"

static const char text[] = "Hujan turun. Rini, kata Tono, pulang.";

/* The last row of the text: its second sentence. */
static struct kt_cue_row
row_of(kutip_doc *doc, uint64_t *taken)
{
    struct kt_cue_row row = {0};
    row.taken = taken;
    row.nodes = doc->node_rows.items[doc->node_rows.count - 1];
    row.unit = doc->rows.items[doc->rows.count - 1].unit;
    row.terms = doc->rows.items[doc->rows.count - 1].terms;
    row.row.length = row.nodes.end - row.nodes.first;
    return row;
}

START_TEST(nodes)
{
    kutip_doc *doc = check_analyze(text);
    uint64_t taken[1] = {0};
    struct kt_cue_row row = row_of(doc, taken);
    uint32_t cue = 2;
    static const struct kt_set says = KT_SET(KT_SAY_ACTIVE, KT_SAY_BARE);

    ck_assert_uint_eq(row.row.length, 7);
    ck_assert(kt_node_is(doc, &row, cue, KT_SAY_BARE));
    ck_assert(!kt_node_is(doc, &row, row.row.length, KT_SAY_BARE));
    ck_assert(kt_node_is_any(doc, &row, cue, says));
    ck_assert(kt_node_is_edge(doc, &row, 1));
    ck_assert_uint_eq(kt_count_nodes(doc, &row, 0, 7), 4);
    ck_assert_uint_eq(kt_skip_nodes(doc, &row, 1, KT_COMMA), 2);
    ck_assert(!kt_node_taken(&row, cue));
    kt_node_take(&row, cue);
    ck_assert(kt_node_taken(&row, cue));
    kutip_doc_free(doc);
}
END_TEST

START_TEST(tokens)
{
    kutip_doc *doc = check_analyze(text);
    struct kt_cue_row row = row_of(doc, NULL);
    struct kutip_span span = kt_span_of(doc, kt_node_tokens(doc, &row, 2, 4));

    ck_assert_uint_eq(span.length, 9);
    ck_assert(!kt_range_set(kt_node_tokens(doc, &row, 3, 3)));
    kutip_doc_free(doc);
}
END_TEST

START_TEST(sentences)
{
    kutip_doc *doc = check_analyze(text);
    struct kt_cue_row row = row_of(doc, NULL);

    ck_assert_uint_eq(kt_sentence_start(doc, &row, 3), 0);
    ck_assert_uint_eq(kt_sentence_end(doc, &row, 3), 7);
    ck_assert_uint_eq(kt_sentence_end(doc, &row, 7), 7);
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("rows");

    tcase_add_test(tcase, nodes);
    tcase_add_test(tcase, tokens);
    tcase_add_test(tcase, sentences);
    return check_run("cue_row", tcase, NULL);
}
