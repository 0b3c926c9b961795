/* Expansions: short forms found by their whole text. */
#include "expansions.h"

#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"

#define HEAD "%kutip table 1 expansions short full\n"

static bool
load(struct bench *bench, struct kt_expansions *expansions, const char *text)
{
    bench_open(bench);
    memset(expansions, 0, sizeof *expansions);
    return kt_expansions_load(expansions,
                              bench_table(bench, "expansions.table", text),
                              &bench->arena, &bench->faults);
}

static const char *
find(const struct kt_expansions *expansions, const char *word)
{
    return kt_expansions_find(expansions, word, strlen(word));
}

START_TEST(both_sides_are_folded)
{
    struct bench bench;
    struct kt_expansions expansions;

    ck_assert(load(&bench, &expansions,
                   HEAD "KaDisKelautan Kepala_Dinas_KELAUTAN\n"
                        "\xC3\x89tu Ketua_\xC3\x89lite\n"));
    ck_assert_str_eq(find(&expansions, "kadiskelautan"),
                     "kepala dinas kelautan");
    ck_assert_ptr_null(find(&expansions, "KaDisKelautan"));
    ck_assert_str_eq(find(&expansions, "\xC3\xA9tu"), "ketua \xC3\xA9lite");
    bench_close(&bench);
}
END_TEST

/* One is the beginning of the other, whatever the order of rows. */
START_TEST(the_whole_word)
{
    struct bench bench;
    struct kt_expansions expansions;

    ck_assert(load(&bench, &expansions,
                   HEAD "kapus kepala_puskesmas\n"
                        "kapusdatin kepala_pusat_data_dan_informasi\n"
                        "ka kepala\n"));
    ck_assert_str_eq(find(&expansions, "ka"), "kepala");
    ck_assert_str_eq(find(&expansions, "kapus"), "kepala puskesmas");
    ck_assert_str_eq(find(&expansions, "kapusdatin"),
                     "kepala pusat data dan informasi");
    ck_assert_ptr_null(find(&expansions, "kapusd"));
    ck_assert_ptr_null(find(&expansions, "k"));
    ck_assert_ptr_null(find(&expansions, ""));
    ck_assert_ptr_null(find(&expansions, "kapusdatina"));
    /* a word inside a text ends where its length says */
    ck_assert_str_eq(kt_expansions_find(&expansions, "kapusdatin", 5),
                     "kepala puskesmas");
    bench_close(&bench);
}
END_TEST

START_TEST(many_rows_in_any_order)
{
    struct bench bench;
    struct kt_expansions expansions;
    char text[8192] = HEAD, row[64];

    for (int i = 0; i < 101; i++) {
        snprintf(row, sizeof row, "kanit%03d kepala_unit_%d\n",
                 i * 37 % 101, i * 37 % 101);
        strcat(text, row);
    }
    ck_assert(load(&bench, &expansions, text));
    ck_assert_uint_eq(expansions.count, 101);
    for (int i = 0; i < 101; i++) {
        char word[24], full[32];
        snprintf(word, sizeof word, "kanit%03d", i);
        snprintf(full, sizeof full, "kepala unit %d", i);
        ck_assert_str_eq(find(&expansions, word), full);
    }
    ck_assert_ptr_null(find(&expansions, "kanit101"));
    ck_assert_ptr_null(find(&expansions, "kanis"));
    bench_close(&bench);
}
END_TEST

START_TEST(nothing_is_found_in_nothing)
{
    struct bench bench;
    struct kt_expansions expansions;

    ck_assert(load(&bench, &expansions, HEAD));
    ck_assert_uint_eq(expansions.count, 0);
    ck_assert_ptr_null(find(&expansions, "kapus"));
    bench_close(&bench);
}
END_TEST

START_TEST(missing_columns)
{
    struct bench bench;
    struct kt_expansions expansions;

    ck_assert(!load(&bench, &expansions,
                    "%kutip table 1 expansions a b\nkapus puskesmas\n"));
    ck_assert_uint_eq(bench.folder->fault_count, 2);
    ck_assert_ptr_nonnull(
        strstr(bench.folder->faults, "has no column 'short'"));
    ck_assert_ptr_nonnull(
        strstr(bench.folder->faults, "has no column 'full'"));
    ck_assert(!bench.faults.fatal);
    bench_close(&bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("expansions");

    tcase_add_test(tcase, both_sides_are_folded);
    tcase_add_test(tcase, the_whole_word);
    tcase_add_test(tcase, many_rows_in_any_order);
    tcase_add_test(tcase, nothing_is_found_in_nothing);
    tcase_add_test(tcase, missing_columns);
    return check_run("expansions", tcase, NULL);
}
