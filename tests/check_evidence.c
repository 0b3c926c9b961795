/* Evidence: a weight for each kind, and none forgotten. */
#include "evidence.h"

#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"

#define HEAD "%kutip table 1 evidence kind weight\n"

/*
 * A table with a row for each kind, its weight the kind's number; but for
 * one kind, whose row is `instead`.
 */
static const char *
table_text(int kind, const char *instead)
{
    static char text[4096];
    size_t used = (size_t)snprintf(text, sizeof text, "%s", HEAD);

    for (int i = 0; i < KT_EVIDENCE_COUNT; i++)
        if (i == kind)
            used += (size_t)snprintf(text + used, sizeof text - used, "%s",
                                     instead);
        else
            used += (size_t)snprintf(
                text + used, sizeof text - used, "%s %d\n",
                kt_evidence_name((enum kt_evidence_kind)i), i);
    return text;
}

static bool
load(struct bench *bench, struct kt_evidence *evidence, const char *text)
{
    bench_open(bench);
    memset(evidence, 0, sizeof *evidence);
    return kt_evidence_load(evidence,
                            bench_table(bench, "evidence.table", text),
                            &bench->faults);
}

START_TEST(each_kind_gets_its_weight)
{
    struct bench bench;
    struct kt_evidence evidence;

    ck_assert(load(&bench, &evidence, table_text(-1, "")));
    ck_assert_str_eq(bench.folder->faults, "");
    for (int i = 0; i < KT_EVIDENCE_COUNT; i++)
        ck_assert_int_eq(evidence.weights[i], i);
    bench_close(&bench);
}
END_TEST

START_TEST(names)
{
    for (int i = 0; i < KT_EVIDENCE_COUNT; i++)
        for (int j = 0; j < i; j++)
            ck_assert_str_ne(kt_evidence_name((enum kt_evidence_kind)i),
                             kt_evidence_name((enum kt_evidence_kind)j));
    ck_assert_str_eq(kt_evidence_name(KT_EVIDENCE_before_unknown),
                     "before_unknown");
    ck_assert_ptr_null(kt_evidence_name(KT_EVIDENCE_COUNT));
}
END_TEST

static const struct {
    const char *weight;
    int value; /* 99: it is none */
} weights[] = {{"-7", -7},       {"+7", 7},     {"10000", 10000},
               {"-10000", -10000}, {"10001", 99}, {"-10001", 99},
               {"3.5", 99},      {"-", 99},     {"tujuh", 99},
               {"99999999999999999999", 99}};

START_TEST(one_weight)
{
    struct bench bench;
    struct kt_evidence evidence;
    char row[64], told[128];

    snprintf(row, sizeof row, "initial %s\n", weights[_i].weight);
    ck_assert(load(&bench, &evidence,
                   table_text(KT_EVIDENCE_initial, row)));
    if (weights[_i].value != 99) {
        ck_assert_str_eq(bench.folder->faults, "");
        ck_assert_int_eq(evidence.weights[KT_EVIDENCE_initial],
                         weights[_i].value);
    } else {
        bool empty = strcmp(weights[_i].weight, "-") == 0;
        snprintf(told, sizeof told,
                 "evidence.table:%d:%d: '%s' is no weight (a whole "
                 "number)\n",
                 KT_EVIDENCE_initial + 2, 9,
                 empty ? "" : weights[_i].weight);
        ck_assert_str_eq(bench.folder->faults, told);
    }
    bench_close(&bench);
}
END_TEST

START_TEST(one_row_is_missing)
{
    struct bench bench;
    struct kt_evidence evidence;

    ck_assert(load(&bench, &evidence,
                   table_text(KT_EVIDENCE_words_two, "")));
    ck_assert_str_eq(bench.folder->faults,
                     "evidence.table:1:1: 1 kinds of evidence have no row: "
                     "words_two\n");
    bench_close(&bench);
}
END_TEST

START_TEST(all_rows_are_missing)
{
    struct bench bench;
    struct kt_evidence evidence;
    char told[128];

    ck_assert(load(&bench, &evidence, HEAD));
    snprintf(told, sizeof told,
             "evidence.table:1:1: %d kinds of evidence have no row: "
             "alone_at_cue ...\n",
             (int)KT_EVIDENCE_COUNT);
    ck_assert_str_eq(bench.folder->faults, told);
    bench_close(&bench);
}
END_TEST

START_TEST(rows_of_no_kind_and_twice)
{
    struct bench bench;
    struct kt_evidence evidence;

    ck_assert(load(&bench, &evidence,
                   table_text(KT_EVIDENCE_opener,
                              "opener 3\nopener 4\nperahu_layar 5\n")));
    ck_assert_ptr_nonnull(
        strstr(bench.folder->faults, ":1: 'opener' has a row already\n"));
    ck_assert_ptr_nonnull(
        strstr(bench.folder->faults,
               ":1: unknown kind of evidence 'perahu_layar'\n"));
    ck_assert_uint_eq(bench.folder->fault_count, 2);
    bench_close(&bench);
}
END_TEST

START_TEST(a_column_is_missing)
{
    struct bench bench;
    struct kt_evidence evidence;

    ck_assert(!load(&bench, &evidence,
                    "%kutip table 1 evidence kind wieght\ninitial 1\n"));
    ck_assert_str_eq(bench.folder->faults,
                     "evidence.table:1:30: table 'evidence' has no column "
                     "'weight' [wieght]\n");
    bench_close(&bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("evidence");

    tcase_add_test(tcase, each_kind_gets_its_weight);
    tcase_add_test(tcase, names);
    tcase_add_loop_test(tcase, one_weight, 0,
                        sizeof weights / sizeof *weights);
    tcase_add_test(tcase, one_row_is_missing);
    tcase_add_test(tcase, all_rows_are_missing);
    tcase_add_test(tcase, rows_of_no_kind_and_twice);
    tcase_add_test(tcase, a_column_is_missing);
    return check_run("evidence", tcase, NULL);
}
