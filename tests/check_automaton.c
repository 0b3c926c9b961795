/* Automata: whatever matches may match, in rows of any kind. */
#include "automaton.h"

#include <string.h>

#include "engine.h"
#include "parts.h"
#include "rows.h"

static const char text[] =
    "\"Kami siap,\" kata Ketua Umum Partai Wonorejo Budi Santoso, Senin "
    "(13/4/2020). Menurut Rini Astuti, peneliti senior dari Universitas "
    "Nusantara, harga naik. Ia mengatakan bahwa warga sudah tahu. Hal itu "
    "disampaikan Wayan Sutarja (41) yang juga Kepala Dinas Kesehatan Kota "
    "Wonorejo dalam rapat di Jakarta. Sejumlah pejabat tersebut menyatakan "
    "siap, sedangkan politisi itu menilai, \"Belum.\" Menteri Sosial Ratna "
    "Kusumaningrum melalui keterangan tertulis menambahkan kepada wartawan "
    "di kantornya, Selasa malam, bahwa hasilnya baik.";

enum { LENGTH_MAX = 24 };

static uint32_t seed = 1;

static uint32_t
draw(uint32_t below)
{
    seed = seed * UINT32_C(1664525) + UINT32_C(1013904223);
    return (seed >> 8) % below;
}

/* A row whose terms come from the row of a real text in any order, or are
 * runs of it, so that templates match. */
static void
draw_row(const struct kt_row *model, uint16_t *codes, struct kt_row *row)
{
    uint32_t from = 0;

    *row = (struct kt_row){codes, 1 + draw(LENGTH_MAX)};
    for (uint32_t i = 0; i < row->length; i++) {
        from = draw(5) == 0 ? draw(model->length) : (from + 1) % model->length;
        codes[i] = model->codes[from];
    }
}

static bool
has(const struct kt_family *family, const struct kt_row *row, uint32_t at,
    const struct kt_template *pattern)
{
    struct kt_may may;

    return kt_templates_at(family, row, at, &may) &&
           may.bits[pattern->place / 64] >> pattern->place % 64 & 1;
}

struct counts {
    unsigned matches;
    unsigned chosen; /* that the automata let through */
};

/* Where a term is passed, none may match; and most of those are passed. */
static void
check_next(const struct kt_family *family, const struct kt_row *row)
{
    uint32_t next = 0;
    struct kt_may may;

    for (uint32_t at = 0; at <= row->length; at++) {
        next = kt_templates_next(family, row, at);
        ck_assert(next >= at && next <= row->length);
        for (; at < next; at++) {
            ck_assert(!kt_templates_at(family, row, at, &may));
            ck_assert_uint_eq(kt_templates_next(family, row, at), next);
        }
    }
    ck_assert_uint_eq(next, row->length);
}

/* Asks each template at each place whether it matches, and may. */
static void
compare(kutip_doc *doc, const struct kt_family *family,
        const struct kt_row *row, struct counts *counts)
{
    check_next(family, row);
    for (uint32_t at = 0; at < row->length; at++)
        for (uint32_t i = 0; i < family->count; i++) {
            const struct kt_template *pattern = &family->templates[i];
            struct kt_match match;
            bool matches = kt_row_match(doc, pattern, row, at, &match);
            bool may = has(family, row, at, pattern);
            ck_assert_msg(may || !matches, "%s at %u", pattern->name,
                          (unsigned)at);
            counts->matches += matches;
            counts->chosen += may;
        }
}

static struct counts
compare_rows(const char *family_name, bool nodes, unsigned rounds)
{
    kutip_doc *doc = check_analyze(text);
    const struct kt_family *family =
        kt_templates_family(&doc->engine->templates, family_name);
    struct counts counts = {0, 0};
    uint16_t codes[LENGTH_MAX];
    struct kt_row model, row;

    ck_assert(
        nodes
            ? kt_row_of_nodes(doc, family,
                              (struct kt_range){0, doc->nodes.count}, &model)
            : kt_row_of_terms(doc, family,
                              (struct kt_range){0, doc->terms.count}, &model));
    for (unsigned round = 0; round < rounds; round++) {
        draw_row(&model, codes, &row);
        compare(doc, family, &row, &counts);
    }
    kutip_doc_free(doc);
    return counts;
}

/* Nothing that matches is left out, and little is let through in vain. */
START_TEST(nothing_is_lost)
{
    static const struct {
        const char *family;
        bool nodes;
    } families[] = {
        {"mentions", false}, {"cues", true}, {"circumstances", false}};
    struct counts counts =
        compare_rows(families[_i].family, families[_i].nodes, 400);

    ck_assert_uint_gt(counts.matches, 50);
    ck_assert_uint_lt(counts.chosen, 2 * counts.matches);
}
END_TEST

/* A text with more kinds of rows than there is room for states. */
START_TEST(no_room)
{
    kutip_doc *doc = check_analyze(text);
    const struct kt_family *family = doc->engine->mentions;
    struct counts counts = {0, 0};
    uint16_t codes[LENGTH_MAX];
    struct kt_row row = {codes, LENGTH_MAX};
    struct kt_may may;

    for (unsigned round = 0; round < 60000; round++) {
        for (uint32_t i = 0; i < LENGTH_MAX; i++)
            codes[i] = (uint16_t)draw(family->codes->count);
        kt_templates_at(family, &row, draw(LENGTH_MAX), &may);
    }
    kutip_doc_free(doc);
    counts = compare_rows("mentions", false, 50);
    ck_assert_uint_gt(counts.matches, 0);
}
END_TEST

/* A full stop begins no mention. */
START_TEST(begins_nothing)
{
    kutip_doc *doc = check_analyze("Mereka tahu.");
    const struct kt_family *family = doc->engine->mentions;
    struct kt_row row;
    struct kt_may may;

    ck_assert(kt_row_of_terms(doc, family,
                              (struct kt_range){0, doc->terms.count}, &row));
    ck_assert(kt_templates_at(family, &row, 0, &may));
    ck_assert(!kt_templates_at(family, &row, row.length - 1, &may));
    ck_assert_uint_eq(kt_templates_next(family, &row, 0), 0);
    ck_assert_uint_eq(kt_templates_next(family, &row, row.length - 1),
                      row.length);
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("automaton");

    tcase_set_timeout(tcase, 120);
    tcase_add_loop_test(tcase, nothing_is_lost, 0, 3);
    tcase_add_test(tcase, no_room);
    tcase_add_test(tcase, begins_nothing);
    return check_run("automaton", tcase, NULL);
}
