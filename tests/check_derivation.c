/* Derivation: affixes by name, and what is wrong with a row. */
#include "derivation.h"

#include "bench.h"
#include "check_kutip.h"

#include <stdio.h>

#define HEAD "%kutip table 1 derivation affix kind voice\n"

static struct kt_derivation
read(struct bench *bench, const char *rows)
{
    struct kt_derivation derivation;
    char text[512];

    bench_open(bench);
    snprintf(text, sizeof text, "%s%s", HEAD, rows);
    ck_assert(kt_derivation_load(
        &derivation, bench_table(bench, "derivation.table", text),
        &bench->arena, &bench->faults));
    return derivation;
}

START_TEST(by_name)
{
    struct bench bench;
    struct kt_derivation derivation =
        read(&bench, "meN prefix active\n0 prefix active\n"
                     "di prefix passive\nkan suffix -\nnya clitic -\n");
    const struct kt_prefix *prefix =
        kt_derivation_prefix(&derivation, "meN-kan", 3);

    ck_assert_str_eq(bench.folder->faults, "");
    ck_assert_ptr_nonnull(prefix);
    ck_assert(prefix->nasal);
    ck_assert_uint_eq(prefix->length, 2);
    ck_assert_int_eq(prefix->voice, KT_ACTIVE);
    prefix = kt_derivation_prefix(&derivation, "0", 1);
    ck_assert_ptr_nonnull(prefix);
    ck_assert_uint_eq(prefix->length, 0);
    prefix = kt_derivation_prefix(&derivation, "di", 2);
    ck_assert_int_eq(prefix->voice, KT_PASSIVE);
    ck_assert(!prefix->nasal);
    ck_assert_ptr_null(kt_derivation_prefix(&derivation, "ber", 3));
    ck_assert_str_eq(kt_derivation_suffix(&derivation, "kan"), "kan");
    ck_assert_str_eq(kt_derivation_suffix(&derivation, ""), "");
    ck_assert_ptr_null(kt_derivation_suffix(&derivation, "an"));
    ck_assert_str_eq(derivation.clitic, "nya");
    ck_assert_uint_eq(derivation.clitic_length, 3);
    bench_close(&bench);
}
END_TEST

START_TEST(nothing)
{
    struct kt_derivation derivation;

    kt_derivation_init(&derivation);
    ck_assert_ptr_null(kt_derivation_prefix(&derivation, "di", 2));
    ck_assert_ptr_null(kt_derivation_suffix(&derivation, "kan"));
    ck_assert_str_eq(kt_derivation_suffix(&derivation, ""), "");
    ck_assert_uint_eq(derivation.clitic_length, 0);
}
END_TEST

START_TEST(faults)
{
    struct bench bench;
    struct kt_derivation derivation = read(
        &bench, "di prefix pasive\n- suffix -\nkan sufix -\nnya clitic -\n"
                "ku clitic -\nabcdefghijklmnopq clitic -\nber prefix active\n");

    ck_assert_str_eq(
        bench.folder->faults,
        "derivation.table:2:11: 'pasive' is no voice [passive]\n"
        "derivation.table:3:1: '' is no affix\n"
        "derivation.table:4:5: 'sufix' is no kind of affix [suffix]\n"
        "derivation.table:6:1: 'ku' is no clitic: there is one already\n"
        "derivation.table:7:1: 'abcdefghijklmnopq' is no clitic: it is too "
        "long\n");
    /* what is right beside a fault is taken */
    ck_assert_ptr_nonnull(kt_derivation_prefix(&derivation, "ber", 3));
    ck_assert_str_eq(derivation.clitic, "nya");
    bench_close(&bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("derivation");

    tcase_add_test(tcase, by_name);
    tcase_add_test(tcase, nothing);
    tcase_add_test(tcase, faults);
    return check_run("derivation", tcase, NULL);
}
