/* Signatures: many sets at once answer as each of them alone. */
#include <string.h>

#include "bench.h"
#include "bits.h"
#include "check_kutip.h"
#include "template_tree.h"

static uint32_t seed = 1;

static uint32_t
draw(uint32_t below)
{
    seed = seed * UINT32_C(1664525) + UINT32_C(1013904223);
    return (seed >> 8) % below;
}

static struct kt_set
draw_set(unsigned classes)
{
    struct kt_set set = {{0}};

    while (classes-- > 0)
        kt_set_add(&set, draw(KT_CLASS_MAX));
    return set;
}

/* Does the predicate take the set? As the words of kt_condition say it. */
static bool
takes(const struct kt_codes *codes, uint32_t number, struct kt_set set)
{
    const struct kt_predicate *predicate = &codes->predicates.items[number];

    for (uint32_t i = 0; i < predicate->count; i++) {
        const struct kt_condition *condition = &predicate->conditions[i];
        bool denied = false;
        for (int j = 0; j < KT_DENIED_MAX && condition->denied[j]; j++)
            denied |= takes(codes, condition->denied[j] - 1U, set);
        if (kt_set_covers(set, condition->all) &&
            !kt_set_meets(set, condition->none) && !denied)
            return true;
    }
    return false;
}

static void
draw_predicate(struct kt_codes *codes, struct kt_arena *arena)
{
    uint32_t count = codes->predicates.count;
    struct kt_predicate *predicate =
        kt_list_push(arena, &codes->predicates);
    struct kt_condition *conditions =
        kt_arena_take_zeroed(arena, 3 * sizeof *conditions);

    ck_assert(predicate != NULL && conditions != NULL);
    predicate->conditions = conditions;
    predicate->count = draw(4);
    for (uint32_t i = 0; i < predicate->count; i++) {
        conditions[i].all = draw_set(draw(2));
        conditions[i].none = draw_set(draw(3));
        for (int j = 0; count > 0 && j < (int)draw(KT_DENIED_MAX + 1); j++)
            conditions[i].denied[j] = (uint16_t)(1 + draw(count));
    }
}

enum { SETS = 200 };

/* Numbers at and around the borders of a word. */
static const uint32_t numbers[] = {0, 1, 63, 64, 65, 130};

START_TEST(together_and_alone)
{
    struct bench bench;
    struct kt_codes codes = {.count = 0};
    struct kt_set sets[SETS];
    uint64_t *all, one[3];
    uint32_t count = numbers[_i] == 130 ? SETS : 64 + numbers[_i];

    bench_open(&bench);
    for (uint32_t i = 0; i < numbers[_i]; i++)
        draw_predicate(&codes, &bench.arena);
    codes.words = numbers[_i] / 64 + 1;
    for (uint32_t i = 0; i < count; i++)
        sets[i] = draw_set(draw(KT_CLASS_MAX));
    all = kt_arena_take_zeroed(&bench.arena,
                               SETS * codes.words * sizeof *all);
    ck_assert(kt_codes_sign(&codes, sets, count, all, &bench.scratch));
    for (uint32_t i = 0; i < count; i++) {
        kt_codes_sign_one(&codes, sets[i], one);
        ck_assert_mem_eq(one, all + i * codes.words,
                         codes.words * sizeof *one);
        for (uint32_t j = 0; j < numbers[_i]; j++)
            ck_assert_int_eq(one[j / 64] >> j % 64 & 1,
                             takes(&codes, j, sets[i]));
    }
    bench_close(&bench);
}
END_TEST

START_TEST(rows_are_turned)
{
    uint64_t from[130][3], to[130][3], back[130][3];
    uint32_t rows = numbers[_i];

    for (uint32_t columns = 1; columns <= 130; columns += 43) {
        memset(from, 0, sizeof from);
        memset(to, 0, sizeof to);
        memset(back, 0, sizeof back);
        for (uint32_t i = 0; i < rows; i++)
            for (uint32_t j = 0; j < columns; j++)
                from[i][j / 64] |= (uint64_t)draw(2) << j % 64;
        kt_turn_rows(from[0], rows, 3, to[0], columns, 3);
        for (uint32_t i = 0; i < rows; i++)
            for (uint32_t j = 0; j < columns; j++)
                ck_assert_uint_eq(to[j][i / 64] >> i % 64 & 1,
                                  from[i][j / 64] >> j % 64 & 1);
        kt_turn_rows(to[0], columns, 3, back[0], rows, 3);
        ck_assert_mem_eq(from, back, sizeof from);
    }
}
END_TEST

START_TEST(bits)
{
    uint64_t drawn = UINT64_C(1) << 63 | UINT64_C(1) << 40 | 1;

    for (unsigned i = 0; i < 64; i++)
        ck_assert_uint_eq(kt_lowest_bit(UINT64_MAX << i), i);
    ck_assert_uint_eq(kt_take_bit(&drawn), 0);
    ck_assert_uint_eq(kt_take_bit(&drawn), 40);
    ck_assert_uint_eq(kt_take_bit(&drawn), 63);
    ck_assert_uint_eq(drawn, 0);
}
END_TEST

START_TEST(without_memory)
{
    struct bench bench;
    struct kt_codes codes = {.words = 1};
    struct kt_set set = {{0}};
    uint64_t signature = 0;

    bench_open(&bench);
    bench.memory.left = 0;
    ck_assert(!kt_codes_sign(&codes, &set, 1, &signature, &bench.scratch));
    bench_close(&bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("template_answers");
    int cases = sizeof numbers / sizeof *numbers;

    tcase_add_loop_test(tcase, together_and_alone, 0, cases);
    tcase_add_loop_test(tcase, rows_are_turned, 0, cases);
    tcase_add_test(tcase, bits);
    tcase_add_test(tcase, without_memory);
    return check_run("template_answers", tcase, NULL);
}
