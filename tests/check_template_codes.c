/* Codes: one for all class sets that no predicate tells apart. */
#include <string.h>

#include "bench.h"
#include "check_kutip.h"
#include "template_tree.h"

struct kit {
    struct bench bench;
    struct kt_codes codes;
    struct kt_foreseen foreseen;
};

static struct kt_set
set_of(unsigned a, unsigned b)
{
    struct kt_set set = {{0}};

    kt_set_add(&set, a);
    kt_set_add(&set, b);
    return set;
}

static void
open_kit(struct kit *kit)
{
    bench_open(&kit->bench);
    memset(&kit->codes, 0, sizeof kit->codes);
    memset(&kit->foreseen, 0, sizeof kit->foreseen);
}

/* A predicate: has a class and has not another (the same: only has). */
static void
ask(struct kit *kit, unsigned all, unsigned none, uint16_t denied)
{
    struct kt_predicate *predicate =
        kt_list_push(&kit->bench.arena, &kit->codes.predicates);
    struct kt_condition *condition =
        kt_arena_take_zeroed(&kit->bench.arena, sizeof *condition);

    ck_assert(predicate != NULL && condition != NULL);
    kt_set_add(&condition->all, all);
    kt_set_add(&kit->codes.used, all);
    if (none != all) {
        kt_set_add(&condition->none, none);
        kt_set_add(&kit->codes.used, none);
    }
    condition->denied[0] = denied;
    predicate->conditions = condition;
    predicate->count = 1;
}

static void
foresee(struct kit *kit, struct kt_set set)
{
    struct kt_set *slot =
        kt_list_push(&kit->bench.scratch, &kit->foreseen.sets);

    ck_assert_ptr_nonnull(slot);
    *slot = set;
}

static bool
assign(struct kit *kit)
{
    return kt_codes_assign(&kit->codes, &kit->foreseen, &kit->bench.arena,
                           &kit->bench.scratch);
}

static bool
satisfies(const struct kit *kit, struct kt_set set, uint32_t predicate)
{
    uint16_t code = kt_codes_of(&kit->codes, set);

    return kt_codes_taken(&kit->codes, predicate)[code / 64] >> code % 64 & 1;
}

START_TEST(sets_that_nothing_tells_apart)
{
    struct kit kit;
    uint16_t adverb;

    open_kit(&kit);
    ask(&kit, KT_ADVERB, KT_ADVERB, 0);
    foresee(&kit, set_of(KT_ADVERB, KT_ADVERB));
    foresee(&kit, set_of(KT_ADVERB, KT_UPPER));
    foresee(&kit, set_of(KT_UPPER, KT_UPPER));
    ck_assert(assign(&kit));
    ck_assert_uint_eq(kit.codes.count, 2);
    adverb = kt_codes_of(&kit.codes, set_of(KT_ADVERB, KT_ADVERB));
    ck_assert_uint_eq(kt_codes_of(&kit.codes, set_of(KT_ADVERB, KT_UPPER)),
                      adverb);
    ck_assert_uint_ne(kt_codes_of(&kit.codes, set_of(KT_UPPER, KT_UPPER)),
                      adverb);
    /* the empty set is always foreseen, and comes first */
    ck_assert_uint_eq(kt_codes_of(&kit.codes, (struct kt_set){{0}}), 0);
    bench_close(&kit.bench);
}
END_TEST

START_TEST(what_a_code_satisfies)
{
    struct kit kit;

    open_kit(&kit);
    ask(&kit, KT_ROLE, KT_ORG, 0);  /* 0: ROLE&!ORG */
    ask(&kit, KT_RANK, KT_RANK, 1); /* 1: RANK, but not what 0 is */
    foresee(&kit, set_of(KT_ROLE, KT_ROLE));
    foresee(&kit, set_of(KT_ROLE, KT_ORG));
    foresee(&kit, set_of(KT_ROLE, KT_RANK));
    foresee(&kit, set_of(KT_RANK, KT_RANK));
    ck_assert(assign(&kit));
    ck_assert(satisfies(&kit, set_of(KT_ROLE, KT_ROLE), 0));
    ck_assert(!satisfies(&kit, set_of(KT_ROLE, KT_ORG), 0));
    ck_assert(!satisfies(&kit, set_of(KT_RANK, KT_RANK), 0));
    ck_assert(satisfies(&kit, set_of(KT_RANK, KT_RANK), 1));
    ck_assert(!satisfies(&kit, set_of(KT_ROLE, KT_RANK), 1));
    bench_close(&kit.bench);
}
END_TEST

/* A set nobody foresaw has the code of one that looks the same. */
START_TEST(unforeseen_sets)
{
    struct kit kit;
    struct kt_set other = set_of(KT_ROLE, KT_PLACE);

    open_kit(&kit);
    ask(&kit, KT_ROLE, KT_ROLE, 0);
    ask(&kit, KT_RANK, KT_ROLE, 0);
    ask(&kit, KT_ORG, KT_ROLE, 0);
    foresee(&kit, set_of(KT_ROLE, KT_ROLE));
    foresee(&kit, set_of(KT_ORG, KT_ORG));
    ck_assert(assign(&kit));
    /* PLACE is asked for by nothing, RANK only without ROLE */
    kt_set_add(&other, KT_RANK);
    ck_assert_uint_eq(kt_codes_of(&kit.codes, other),
                      kt_codes_of(&kit.codes, set_of(KT_ROLE, KT_ROLE)));
    /* none looks as this one: it is as good as empty */
    ck_assert_uint_eq(kt_codes_of(&kit.codes, set_of(KT_RANK, KT_ORG)), 0);
    bench_close(&kit.bench);
}
END_TEST

START_TEST(no_predicate_at_all)
{
    struct kit kit;

    open_kit(&kit);
    foresee(&kit, set_of(KT_ROLE, KT_RANK));
    ck_assert(assign(&kit));
    ck_assert_uint_eq(kit.codes.count, 1);
    ck_assert_uint_eq(kt_codes_of(&kit.codes, set_of(KT_ROLE, KT_ORG)), 0);
    bench_close(&kit.bench);
}
END_TEST

/* A signature of more than one word, and more sets than places at first. */
START_TEST(many_predicates_and_sets)
{
    struct kit kit;

    open_kit(&kit);
    for (unsigned i = 0; i < KT_CLASS_MAX; i++)
        ask(&kit, i, i, 0);
    for (unsigned i = 0; i < KT_CLASS_MAX; i++)
        for (unsigned j = i; j < KT_CLASS_MAX; j++)
            foresee(&kit, set_of(i, j));
    ck_assert(assign(&kit));
    ck_assert_uint_eq(kit.codes.words, KT_CLASS_MAX / 64);
    ck_assert_uint_eq(kit.codes.count,
                      1 + KT_CLASS_MAX * (KT_CLASS_MAX + 1) / 2);
    for (unsigned i = 0; i < KT_CLASS_MAX; i += 9)
        for (unsigned j = i; j < KT_CLASS_MAX; j += 7)
            for (unsigned k = 0; k < KT_CLASS_MAX; k++)
                ck_assert_int_eq(satisfies(&kit, set_of(i, j), k),
                                 k == i || k == j);
    bench_close(&kit.bench);
}
END_TEST

START_TEST(without_memory)
{
    struct kit kit;
    struct kt_arena empty;

    open_kit(&kit);
    ask(&kit, KT_ROLE, KT_ROLE, 0);
    foresee(&kit, set_of(KT_ROLE, KT_ROLE));
    kt_arena_init(&empty, &kit.bench.memory.allocator);
    kit.bench.memory.left = 0;
    ck_assert(!kt_codes_assign(&kit.codes, &kit.foreseen, &kit.bench.arena,
                               &empty));
    kt_arena_release(&empty);
    bench_close(&kit.bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("template_codes");

    tcase_add_test(tcase, sets_that_nothing_tells_apart);
    tcase_add_test(tcase, what_a_code_satisfies);
    tcase_add_test(tcase, unforeseen_sets);
    tcase_add_test(tcase, no_predicate_at_all);
    tcase_add_test(tcase, many_predicates_and_sets);
    tcase_add_test(tcase, without_memory);
    return check_run("template_codes", tcase, NULL);
}
