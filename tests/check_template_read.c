/* The blocks of templates files: drafts, lets, keys; and what is none. */
#include <string.h>

#include "bench.h"
#include "check_kutip.h"
#include "template_tree.h"

#define HEAD "%kutip templates 1 cues\n"

struct kit {
    struct bench bench;
    struct kt_template_reader reader;
};

static void
open_kit(struct kit *kit)
{
    bench_open(&kit->bench);
    kit->reader = bench_reader(&kit->bench);
}

static bool
read_text(struct kit *kit, const char *name, const char *text)
{
    return kt_template_read_file(&kit->reader,
                                 bench_file(&kit->bench, name, text));
}

START_TEST(a_block)
{
    struct kit kit;
    const struct kt_draft *draft;

    open_kit(&kit);
    ck_assert(read_text(&kit, "laut.templates",
                        HEAD "template seru\n  match  QUOTE MENTION\n"
                             "  weight -12\n  kind  bisik keras\n"
                             "  yes  \"Awas!\" Wayan Sutarja.\n"
                             "  no   Wayan Sutarja.\n"));
    ck_assert_str_eq(kit.bench.folder->faults, "");
    ck_assert_uint_eq(kit.reader.families.count, 1);
    ck_assert_str_eq(kit.reader.families.items[0].name, "cues");
    ck_assert_uint_eq(kit.reader.families.items[0].drafts.count, 1);
    draft = &kit.reader.families.items[0].drafts.items[0];
    ck_assert_str_eq(draft->made.name, "seru");
    ck_assert_str_eq(draft->made.file, "laut.templates");
    ck_assert_uint_eq(draft->made.line, 2);
    ck_assert_int_eq(draft->made.weight, -12);
    ck_assert_uint_eq(draft->place.line->number, 3);
    ck_assert_uint_eq(draft->place.at, 7);
    ck_assert_ptr_nonnull(draft->tree);
    ck_assert_uint_eq(draft->keys.count, 1);
    ck_assert_str_eq(draft->keys.items[0].key, "kind");
    ck_assert_str_eq(draft->keys.items[0].value, "bisik keras");
    ck_assert_uint_eq(draft->examples.count, 2);
    ck_assert(draft->examples.items[0].wanted);
    ck_assert_str_eq(draft->examples.items[0].text,
                     "\"Awas!\" Wayan Sutarja.");
    ck_assert(!draft->examples.items[1].wanted);
    ck_assert_uint_eq(draft->examples.items[1].line->number, 7);
    bench_close(&kit.bench);
}
END_TEST

/* A family may be told of in several files. */
START_TEST(families)
{
    struct kit kit;

    open_kit(&kit);
    ck_assert(read_text(&kit, "a.templates", HEAD "template a\n"));
    ck_assert(read_text(&kit, "b.templates",
                        "%kutip templates 1 times\nlet SORE = DAYPART\n"));
    ck_assert(read_text(&kit, "c.templates", HEAD "template c\n"));
    ck_assert_uint_eq(kit.reader.families.count, 2);
    ck_assert_uint_eq(kit.reader.families.items[0].drafts.count, 2);
    ck_assert_str_eq(
        kit.reader.families.items[0].drafts.items[1].made.file,
        "c.templates");
    ck_assert_uint_eq(kit.reader.families.items[1].lets.count, 1);
    bench_close(&kit.bench);
}
END_TEST

START_TEST(lets)
{
    struct kit kit;
    const struct kt_let *let;

    open_kit(&kit);
    ck_assert(read_text(&kit, "a.templates",
                        HEAD "let  OMBAK  =  ROLE | RANK\n"
                             "let OMBAK = ROLE\nlet PASIR ROLE\n"
                             "let PASIR=ROLE\nlet PASIR == ROLE\nlet\n"
                             "let RANK = ROLE\nlet BUIH = ( ROLE\n"));
    ck_assert_str_eq(
        kit.bench.folder->faults,
        "a.templates:3:5: a let of this name is there already\n"
        "a.templates:4:5: a let is `let NAME = EXPRESSION`\n"
        "a.templates:5:5: a let is `let NAME = EXPRESSION`\n"
        "a.templates:6:5: a let is `let NAME = EXPRESSION`\n"
        "a.templates:7:4: a let is `let NAME = EXPRESSION`\n"
        "a.templates:8:5: a class has this name\n"
        "a.templates:9:12: no ')' for this '('\n");
    let = &kit.reader.families.items[0].lets.items[0];
    ck_assert_str_eq(let->name, "OMBAK");
    ck_assert_int_eq(let->tree->kind, KT_TREE_CHOICE);
    ck_assert_int_eq(let->state, KT_LET_NEW);
    ck_assert_ptr_null(kit.reader.families.items[0].lets.items[3].tree);
    bench_close(&kit.bench);
}
END_TEST

/* A let ends a block: keys behind it belong to nothing. */
START_TEST(keys_outside)
{
    struct kit kit;

    open_kit(&kit);
    ck_assert(read_text(&kit, "a.templates",
                        HEAD "yes Ya.\ntemplate a\n  weight 1\n"
                             "let OMBAK = ROLE\n  type langsung\n"));
    ck_assert_str_eq(
        kit.bench.folder->faults,
        "a.templates:2:1: 'yes' stands outside of a template\n"
        "a.templates:6:3: 'type' stands outside of a template\n");
    bench_close(&kit.bench);
}
END_TEST

START_TEST(weights)
{
    struct kit kit;
    const struct kt_family_draft *family;

    open_kit(&kit);
    ck_assert(read_text(&kit, "a.templates",
                        HEAD "template a\n  weight 10000\n"
                             "template b\n  weight 10001\n"
                             "template c\n  weight -10000\n"
                             "template d\n  weight berat\n"
                             "template e\n  weight 1\n  weight 2\n"));
    ck_assert_str_eq(
        kit.bench.folder->faults,
        "a.templates:5:10: this is no weight (a whole number)\n"
        "a.templates:9:10: this is no weight (a whole number)\n"
        "a.templates:12:10: the template has a weight already\n");
    family = &kit.reader.families.items[0];
    ck_assert_int_eq(family->drafts.items[0].made.weight, 10000);
    ck_assert_int_eq(family->drafts.items[2].made.weight, -10000);
    bench_close(&kit.bench);
}
END_TEST

/* Slips of the pen are told; short keys and far ones are the stages' own. */
START_TEST(other_keys)
{
    struct kit kit;

    open_kit(&kit);
    ck_assert(read_text(&kit, "a.templates",
                        HEAD "template a\n  mtach ROLE\n  weigth 3\n"
                             "  yess Ya.\n  nos Tidak.\n  arah laut\n"));
    ck_assert_str_eq(kit.bench.folder->faults,
                     "a.templates:3:3: unknown key 'mtach' [match]\n"
                     "a.templates:4:3: unknown key 'weigth' [weight]\n");
    ck_assert_uint_eq(
        kit.reader.families.items[0].drafts.items[0].keys.count, 3);
    bench_close(&kit.bench);
}
END_TEST

START_TEST(headers)
{
    struct kit kit;

    open_kit(&kit);
    ck_assert(read_text(&kit, "a.templates",
                        "%kutip templates 1\ntemplate a\n"));
    ck_assert(read_text(&kit, "b.templates",
                        "%kutip templates 1 cues laut\ntemplate a\n"));
    ck_assert_str_eq(
        kit.bench.folder->faults,
        "a.templates:1:19: the header is `%kutip templates 1 FAMILY`\n"
        "b.templates:1:29: the header is `%kutip templates 1 FAMILY`\n");
    ck_assert_uint_eq(kit.reader.families.count, 0);
    bench_close(&kit.bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("template_read");

    tcase_add_test(tcase, a_block);
    tcase_add_test(tcase, families);
    tcase_add_test(tcase, lets);
    tcase_add_test(tcase, keys_outside);
    tcase_add_test(tcase, weights);
    tcase_add_test(tcase, other_keys);
    tcase_add_test(tcase, headers);
    return check_run("template_read", tcase, NULL);
}
