/* What names in expressions stand for. */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"
#include "template_tree.h"

#define HEAD "%kutip templates 1 cues\n"

struct kit {
    struct bench bench;
    struct kt_template_reader reader;
};

/* Reads a file, a second of another family, and resolves both. */
static void
open_kit(struct kit *kit, const char *text, const char *second)
{
    bench_open(&kit->bench);
    kit->reader = bench_reader(&kit->bench);
    ck_assert(kt_template_read_file(
        &kit->reader, bench_file(&kit->bench, "a.templates", text)));
    if (second != NULL)
        ck_assert(kt_template_read_file(
            &kit->reader, bench_file(&kit->bench, "b.templates", second)));
    kt_template_resolve(&kit->reader);
}

static const struct kt_draft *
draft(const struct kit *kit, uint32_t number)
{
    return &kit->reader.families.items[0].drafts.items[number];
}

START_TEST(classes_and_lets)
{
    struct kit kit;
    const struct kt_tree *tree;

    open_kit(&kit,
             HEAD "template a\n  match ROLE OMBAK ROLE&!OMBAK\n  yes Ya.\n"
                  "let OMBAK = RANK\n",
             NULL);
    ck_assert_str_eq(kit.bench.folder->faults, "");
    tree = draft(&kit, 0)->tree->first;
    ck_assert_int_eq(tree->kind, KT_TREE_TERM);
    ck_assert_int_eq(tree->first->class, KT_ROLE);
    ck_assert_ptr_null(tree->first->let);
    tree = tree->next; /* nothing but a let's name stands for all of it */
    ck_assert_int_eq(tree->kind, KT_TREE_LET);
    ck_assert_str_eq(tree->let->name, "OMBAK");
    ck_assert_ptr_null(tree->first);
    tree = tree->next;
    ck_assert_int_eq(tree->kind, KT_TREE_TERM);
    ck_assert_ptr_eq(tree->last->let,
                     &kit.reader.families.items[0].lets.items[0]);
    bench_close(&kit.bench);
}
END_TEST

START_TEST(a_negated_let_stays_a_term)
{
    struct kit kit;

    open_kit(&kit,
             HEAD "let OMBAK = RANK\ntemplate a\n  match !OMBAK\n"
                  "  yes Ya.\n",
             NULL);
    ck_assert_int_eq(draft(&kit, 0)->tree->first->kind, KT_TREE_TERM);
    ck_assert(draft(&kit, 0)->tree->first->first->negative);
    bench_close(&kit.bench);
}
END_TEST

START_TEST(names_of_nothing)
{
    struct kit kit;

    open_kit(&kit,
             HEAD "let OMBAK_BESAR = RANK\n"
                  "template a\n  match ROEL  RANK XYZZY_PLUGH\n  yes Ya.\n"
                  "template b\n  match OMBAK_BESRA\n  yes Ya.\n"
                  "template c\n  match RANK\n  yes Ya.\n",
             NULL);
    ck_assert_str_eq(
        kit.bench.folder->faults,
        "a.templates:4:9: unknown class 'ROEL' [ROLE]\n"
        "a.templates:4:20: unknown class 'XYZZY_PLUGH'\n"
        "a.templates:7:9: unknown class 'OMBAK_BESRA' [OMBAK_BESAR]\n");
    ck_assert_ptr_null(draft(&kit, 0)->tree);
    ck_assert_ptr_null(draft(&kit, 1)->tree);
    ck_assert_ptr_nonnull(draft(&kit, 2)->tree);
    bench_close(&kit.bench);
}
END_TEST

/* What is wrong in a let is told once, and breaks all that use it. */
START_TEST(a_broken_let)
{
    struct kit kit;

    open_kit(&kit,
             HEAD "let BUIH = OMBAK\nlet OMBAK = ROEL\n"
                  "template a\n  match BUIH\n  yes Ya.\n"
                  "template b\n  match RANK OMBAK\n  yes Ya.\n",
             NULL);
    ck_assert_str_eq(kit.bench.folder->faults,
                     "a.templates:3:13: unknown class 'ROEL' [ROLE]\n");
    ck_assert_ptr_null(draft(&kit, 0)->tree);
    ck_assert_ptr_null(draft(&kit, 1)->tree);
    bench_close(&kit.bench);
}
END_TEST

START_TEST(lets_that_need_themselves)
{
    struct kit kit;

    open_kit(&kit,
             HEAD "let BUIH = RANK BUIH\nlet A1 = B1\nlet B1 = C1\n"
                  "let C1 = ( RANK | A1 )\n",
             NULL);
    ck_assert_str_eq(kit.bench.folder->faults,
                     "a.templates:2:17: 'BUIH' needs itself\n"
                     "a.templates:5:19: 'A1' needs itself\n");
    bench_close(&kit.bench);
}
END_TEST

/* Lets L1 .. Lcount, each of the next, the last of a class. */
static void
open_deep(struct kit *kit, int count)
{
    char text[2048] = HEAD, row[64];

    for (int i = 1; i <= count; i++) {
        if (i < count)
            snprintf(row, sizeof row, "let L%d = L%d\n", i, i + 1);
        else
            snprintf(row, sizeof row, "let L%d = RANK\n", i);
        strcat(text, row);
    }
    open_kit(kit, text, NULL);
}

START_TEST(lets_in_lets)
{
    struct kit kit;

    open_deep(&kit, 16);
    ck_assert_str_eq(kit.bench.folder->faults, "");
    bench_close(&kit.bench);
    open_deep(&kit, 17);
    ck_assert_str_eq(kit.bench.folder->faults,
                     "a.templates:18:1: lets are nested too deeply\n");
    bench_close(&kit.bench);
}
END_TEST

START_TEST(what_a_template_lacks)
{
    struct kit kit;

    open_kit(&kit,
             HEAD "template a\n  match RANK\n  no Tidak.\n"
                  "template b\n  yes Ya.\n"
                  "template a\n  match RANK\n  yes Ya.\n",
             "%kutip templates 1 times\n"
             "template b\n  match RANK\n  yes Ya.\n");
    ck_assert_str_eq(
        kit.bench.folder->faults,
        "a.templates:2:1: template 'a' has no yes example\n"
        "a.templates:5:1: template 'b' has no match\n"
        "a.templates:7:10: a template 'a' is there already\n"
        "b.templates:2:10: a template 'b' is there already\n");
    bench_close(&kit.bench);
}
END_TEST

/* A let is good in its own family. */
START_TEST(families)
{
    struct kit kit;

    open_kit(&kit, HEAD "let OMBAK = RANK\n",
             "%kutip templates 1 times\n"
             "template b\n  match OMBAK\n  yes Ya.\n");
    ck_assert_uint_eq(kit.bench.folder->fault_count, 1);
    ck_assert_ptr_nonnull(strstr(kit.bench.folder->faults,
                                 "b.templates:3:9: unknown class 'OMBAK'"));
    bench_close(&kit.bench);
}
END_TEST

/* Each let has the one before twice: 30 of them are a billion nodes. */
START_TEST(lets_that_double)
{
    struct kit kit;
    char text[2000] = HEAD "let L00 = ROLE RANK\n";

    for (int i = 1; i <= 30; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text),
                 "let L%02d = L%02d L%02d\n", i, i - 1, i - 1);
    open_kit(&kit, text, NULL);
    ck_assert_uint_eq(kit.bench.folder->fault_count, 1);
    ck_assert_ptr_nonnull(
        strstr(kit.bench.folder->faults, "and the lets in it are too large"));
    bench_close(&kit.bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("template_resolve");

    tcase_add_test(tcase, classes_and_lets);
    tcase_add_test(tcase, a_negated_let_stays_a_term);
    tcase_add_test(tcase, names_of_nothing);
    tcase_add_test(tcase, a_broken_let);
    tcase_add_test(tcase, lets_that_need_themselves);
    tcase_add_test(tcase, lets_in_lets);
    tcase_add_test(tcase, lets_that_double);
    tcase_add_test(tcase, what_a_template_lacks);
    tcase_add_test(tcase, families);
    return check_run("template_resolve", tcase, NULL);
}
