/* Writing a tree as a pattern: classes of codes, forward and in reverse. */
#include <string.h>

#include "bench.h"
#include "check_kutip.h"
#include "template_tree.h"

/* Codes without class sets: a predicate is satisfied by the codes said. */
struct kit {
    struct bench bench;
    struct kt_codes codes;
    struct kt_half half;
};

enum { CODES = 200, PREDICATES = 8 };

static void
open_kit(struct kit *kit)
{
    memset(kit, 0, sizeof *kit);
    bench_open(&kit->bench);
    kit->codes.count = CODES;
    kit->codes.take_words = CODES / 64 + 1;
    kit->codes.takes = kt_arena_take_zeroed(
        &kit->bench.arena, PREDICATES * kit->codes.take_words *
                               sizeof *kit->codes.takes);
    ck_assert_ptr_nonnull(kit->codes.takes);
    for (int i = 0; i < PREDICATES; i++)
        ck_assert_ptr_nonnull(
            kt_list_push(&kit->bench.arena, &kit->codes.predicates));
    kit->half.codes = &kit->codes;
    kit->half.scratch = &kit->bench.scratch;
}

/* Predicate `number` (from 1) is satisfied by these codes. */
static void
satisfy(struct kit *kit, unsigned number, unsigned first, unsigned last)
{
    for (unsigned code = first; code <= last; code++)
        kit->codes.takes[(number - 1) * kit->codes.take_words + code / 64] |=
            UINT64_C(1) << code % 64;
}

static struct kt_tree *
node(struct kit *kit, enum kt_tree_kind kind, uint32_t predicate)
{
    struct kt_tree *tree =
        kt_arena_take_zeroed(&kit->bench.scratch, sizeof *tree);

    ck_assert_ptr_nonnull(tree);
    tree->kind = kind;
    tree->predicate = predicate;
    return tree;
}

static struct kt_tree *
with(struct kt_tree *parent, struct kt_tree *child)
{
    child->previous = parent->last;
    if (parent->last != NULL)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    return parent;
}

/* What the tree is written as; units that are no ASCII as `#`. */
static const char *
written(struct kit *kit, const struct kt_tree *tree, bool reversed)
{
    static char text[512];
    struct kt_half *half = &kit->half;

    half->units.count = 0;
    half->slot_count = 0;
    half->reversed = reversed;
    kt_half_write(half, tree, tree);
    ck_assert(!half->lost && !half->too_large);
    ck_assert_uint_lt(half->units.count, sizeof text);
    for (uint32_t i = 0; i < half->units.count; i++) {
        uint16_t unit = half->units.items[i];
        text[i] = unit >= 32 && unit < 127 ? (char)unit : '#';
    }
    text[half->units.count] = '\0';
    return text;
}

START_TEST(classes_of_codes)
{
    struct kit kit;

    open_kit(&kit);
    satisfy(&kit, 1, 'b', 'b');
    satisfy(&kit, 2, 'b', 'c');
    satisfy(&kit, 3, 'b', 'e');
    satisfy(&kit, 3, 'k', 'k');
    satisfy(&kit, 4, CODES - 1, CODES - 1);
    satisfy(&kit, 5, 0, 0); /* those that mean something in a class */
    satisfy(&kit, 5, '-', '-');
    satisfy(&kit, 5, '[', '^');
    ck_assert_str_eq(written(&kit, node(&kit, KT_TREE_TERM, 1), false),
                     "[b]");
    ck_assert_str_eq(written(&kit, node(&kit, KT_TREE_TERM, 2), false),
                     "[bc]");
    ck_assert_str_eq(written(&kit, node(&kit, KT_TREE_TERM, 3), false),
                     "[b-ek]");
    ck_assert_str_eq(written(&kit, node(&kit, KT_TREE_TERM, 4), false),
                     "[#]");
    ck_assert_uint_eq(kit.half.units.items[1], CODES - 1);
    ck_assert_str_eq(written(&kit, node(&kit, KT_TREE_TERM, 5), false),
                     "[\\x{0}\\x{2d}\\x{5b}-\\x{5e}]");
    /* no code at all: never matches, and once more from the copy */
    ck_assert_str_eq(written(&kit, node(&kit, KT_TREE_TERM, 6), false),
                     "(?:(?!))");
    ck_assert_str_eq(written(&kit, node(&kit, KT_TREE_TERM, 3), false),
                     "[b-ek]");
    bench_close(&kit.bench);
}
END_TEST

START_TEST(both_directions)
{
    struct kit kit;
    struct kt_tree *sequence, *inner;

    open_kit(&kit);
    for (unsigned i = 1; i <= 4; i++)
        satisfy(&kit, i, 'a' + i - 1, 'a' + i - 1);
    sequence = with(node(&kit, KT_TREE_SEQUENCE, 0),
                    node(&kit, KT_TREE_START, 0));
    inner = with(with(node(&kit, KT_TREE_SEQUENCE, 0),
                      node(&kit, KT_TREE_TERM, 1)),
                 node(&kit, KT_TREE_TERM, 2));
    with(sequence, with(node(&kit, KT_TREE_SLOT, 0), inner));
    with(sequence, node(&kit, KT_TREE_TERM, 3));
    with(sequence, node(&kit, KT_TREE_END, 0));
    ck_assert_str_eq(written(&kit, sequence, false), "\\A([a][b])[c]\\z");
    ck_assert_uint_eq(kit.half.slot_count, 1);
    /* what was the row's start is its end */
    ck_assert_str_eq(written(&kit, sequence, true), "\\A[c]([b][a])\\z");
    bench_close(&kit.bench);
}
END_TEST

START_TEST(repeats_and_looks)
{
    struct kit kit;
    struct kt_tree *repeat, *look;

    open_kit(&kit);
    satisfy(&kit, 1, 'a', 'a');
    repeat = with(node(&kit, KT_TREE_REPEAT, 0), node(&kit, KT_TREE_TERM, 1));
    repeat->min = 2;
    repeat->max = 5;
    ck_assert_str_eq(written(&kit, repeat, false), "(?:[a]){2,5}");
    repeat->max = KT_TREE_MANY;
    repeat->lazy = true;
    ck_assert_str_eq(written(&kit, repeat, false), "(?:[a]){2,}?");
    repeat->lazy = false;
    repeat->possessive = true;
    ck_assert_str_eq(written(&kit, repeat, true), "(?:[a]){2,}+");
    look = with(node(&kit, KT_TREE_LOOK, 0), node(&kit, KT_TREE_TERM, 1));
    ck_assert_str_eq(written(&kit, look, false), "(?=[a])");
    look->negative = true;
    ck_assert_str_eq(written(&kit, look, true), "(?![a])");
    bench_close(&kit.bench);
}
END_TEST

/* Terms side by side are one class, without what one before them takes. */
START_TEST(choices)
{
    struct kit kit;
    struct kt_tree *choice, *longer;

    open_kit(&kit);
    satisfy(&kit, 1, 'a', 'a');
    satisfy(&kit, 2, 'c', 'c');
    satisfy(&kit, 3, 'a', 'c');
    satisfy(&kit, 4, 'a', 'a');
    choice = with(with(node(&kit, KT_TREE_CHOICE, 0),
                       node(&kit, KT_TREE_TERM, 1)),
                  node(&kit, KT_TREE_TERM, 2));
    ck_assert_str_eq(written(&kit, choice, false), "(?:[ac])");
    longer = with(with(node(&kit, KT_TREE_SEQUENCE, 0),
                       node(&kit, KT_TREE_TERM, 1)),
                  node(&kit, KT_TREE_TERM, 2));
    with(choice, longer);
    with(choice, node(&kit, KT_TREE_TERM, 4)); /* taken already: left out */
    ck_assert_str_eq(written(&kit, choice, false), "(?:[ac]|[a][c])");
    with(choice, node(&kit, KT_TREE_TERM, 3));
    ck_assert_str_eq(written(&kit, choice, false), "(?:[ac]|[a][c]|[b])");
    ck_assert_str_eq(written(&kit, choice, true), "(?:[ac]|[c][a]|[b])");
    bench_close(&kit.bench);
}
END_TEST

START_TEST(a_choice_of_nothing)
{
    struct kit kit;

    open_kit(&kit);
    ck_assert_str_eq(written(&kit,
                             with(node(&kit, KT_TREE_CHOICE, 0),
                                  node(&kit, KT_TREE_TERM, 1)),
                             false),
                     "(?:(?!))");
    bench_close(&kit.bench);
}
END_TEST

START_TEST(so_many_slots)
{
    struct kit kit;
    struct kt_tree *sequence;

    open_kit(&kit);
    satisfy(&kit, 1, 'a', 'a');
    sequence = node(&kit, KT_TREE_SEQUENCE, 0);
    for (int i = 0; i < KT_SLOTS_MAX; i++) {
        struct kt_tree *slot = node(&kit, KT_TREE_SLOT, 0);
        slot->slot = (uint8_t)(i % KT_SLOT_COUNT);
        with(sequence, with(slot, node(&kit, KT_TREE_TERM, 1)));
    }
    kt_half_write(&kit.half, sequence, sequence);
    ck_assert(!kit.half.too_large);
    ck_assert_uint_eq(kit.half.slot_count, KT_SLOTS_MAX);
    ck_assert_uint_eq(kit.half.slots[KT_SLOT_COUNT + 2], 2);
    with(sequence, with(node(&kit, KT_TREE_SLOT, 0),
                        node(&kit, KT_TREE_TERM, 1)));
    kit.half.units.count = kit.half.slot_count = 0;
    kt_half_write(&kit.half, sequence, sequence);
    ck_assert(kit.half.too_large);
    bench_close(&kit.bench);
}
END_TEST

START_TEST(too_large)
{
    struct kit kit;
    struct kt_tree *sequence;

    open_kit(&kit);
    satisfy(&kit, 1, 'a', 'a');
    sequence = node(&kit, KT_TREE_SEQUENCE, 0);
    for (int i = 0; i < 30000; i++)
        with(sequence, node(&kit, KT_TREE_TERM, 1));
    kt_half_write(&kit.half, sequence, sequence);
    ck_assert(kit.half.too_large);
    ck_assert(!kit.half.lost);
    bench_close(&kit.bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("template_write");

    tcase_add_test(tcase, classes_of_codes);
    tcase_add_test(tcase, both_directions);
    tcase_add_test(tcase, repeats_and_looks);
    tcase_add_test(tcase, choices);
    tcase_add_test(tcase, a_choice_of_nothing);
    tcase_add_test(tcase, so_many_slots);
    tcase_add_test(tcase, too_large);
    return check_run("template_write", tcase, NULL);
}
