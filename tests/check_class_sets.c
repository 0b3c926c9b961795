/* Numbers for class sets: the same for the same set, 0 for a strange one. */
#include "class_sets.h"

#include "check_kutip.h"
#include "memory.h"

static struct kt_set
set_of(unsigned a, unsigned b)
{
    struct kt_set set = {{0}};

    kt_set_add(&set, a);
    kt_set_add(&set, b);
    return set;
}

START_TEST(numbers)
{
    struct memory memory;
    struct kt_arena arena;
    struct kt_class_sets sets = {{NULL, 0, 0}, NULL, 0};

    memory_init(&memory);
    kt_arena_init(&arena, &memory.allocator);
    ck_assert_uint_eq(kt_class_sets_find(&sets, set_of(1, 2)), 0);
    for (unsigned round = 0; round < 2; round++)
        for (unsigned a = 0; a < KT_CLASS_MAX; a++)
            for (unsigned b = 0; b <= a; b++)
                ck_assert(kt_class_sets_add(&sets, set_of(a, b), &arena));
    ck_assert_uint_eq(sets.sets.count, KT_CLASS_MAX * (KT_CLASS_MAX + 1) / 2);
    for (unsigned a = 0; a < KT_CLASS_MAX; a += 3)
        for (unsigned b = 0; b <= a; b += 5) {
            uint32_t number = kt_class_sets_find(&sets, set_of(a, b));
            ck_assert_uint_eq(number, a * (a + 1) / 2 + b + 1);
            ck_assert(kt_set_equal(sets.sets.items[number - 1], set_of(a, b)));
        }
    ck_assert_uint_eq(kt_class_sets_find(&sets, (struct kt_set){{0}}), 0);
    kt_arena_release(&arena);
}
END_TEST

/* What room is made for changes no number, before or after. */
START_TEST(reserve)
{
    struct memory memory;
    struct kt_arena arena;
    struct kt_class_sets sets = {{NULL, 0, 0}, NULL, 0};

    memory_init(&memory);
    kt_arena_init(&arena, &memory.allocator);
    for (unsigned a = 0; a < 100; a++)
        ck_assert_uint_eq(kt_class_sets_add(&sets, set_of(a, a), &arena),
                          a + 1);
    ck_assert(kt_class_sets_reserve(&sets, 5000, &arena));
    ck_assert_uint_ge(sets.sets.room, 5000);
    ck_assert_uint_ge(sets.mask, 2 * 5000);
    for (unsigned a = 0; a < 100; a++)
        ck_assert_uint_eq(kt_class_sets_add(&sets, set_of(a, a), &arena),
                          a + 1);
    ck_assert_uint_eq(kt_class_sets_add(&sets, set_of(1, 2), &arena), 101);
    ck_assert(kt_class_sets_reserve(&sets, 1, &arena));
    ck_assert_uint_eq(kt_class_sets_find(&sets, set_of(1, 2)), 101);
    kt_arena_release(&arena);
}
END_TEST

START_TEST(without_memory)
{
    struct memory memory;
    struct kt_arena arena;
    struct kt_class_sets sets = {{NULL, 0, 0}, NULL, 0};

    memory_init(&memory);
    memory.left = 0;
    kt_arena_init(&arena, &memory.allocator);
    ck_assert(!kt_class_sets_add(&sets, set_of(1, 2), &arena));
    ck_assert(!kt_class_sets_reserve(&sets, 10, &arena));
    ck_assert_uint_eq(kt_class_sets_find(&sets, set_of(1, 2)), 0);
    kt_arena_release(&arena);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("class_sets");

    tcase_add_test(tcase, numbers);
    tcase_add_test(tcase, reserve);
    tcase_add_test(tcase, without_memory);
    return check_run("class_sets", tcase, NULL);
}
