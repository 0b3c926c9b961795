/* Lists: growing, also when something else took memory in between. */
#include "list.h"

#include "check_kutip.h"
#include "memory.h"

struct pair {
    uint32_t a;
    uint64_t b;
};

START_TEST(two_lists_grow_by_turns)
{
    struct memory memory;
    struct kt_arena arena;
    KT_LIST(struct pair) pairs = {NULL, 0, 0};
    KT_LIST(char) bytes = {NULL, 0, 0};
    memory_init(&memory);
    kt_arena_init(&arena, &memory.allocator);
    for (uint32_t i = 0; i < 10000; i++) {
        struct pair *pair = kt_list_push(&arena, &pairs);
        char *byte = kt_list_push(&arena, &bytes);
        ck_assert(pair != NULL && byte != NULL);
        ck_assert_uint_eq(pair->a, 0);
        ck_assert_uint_eq(pair->b, 0);
        ck_assert_int_eq(*byte, 0);
        pair->a = i;
        pair->b = i * UINT64_C(3);
        *byte = (char)('a' + i % 26);
    }
    ck_assert_uint_eq(pairs.count, 10000);
    for (uint32_t i = 0; i < 10000; i++) {
        ck_assert_uint_eq(pairs.items[i].a, i);
        ck_assert_uint_eq(pairs.items[i].b, i * UINT64_C(3));
        ck_assert_int_eq(bytes.items[i], (char)('a' + i % 26));
    }
    kt_arena_release(&arena);
}
END_TEST

/* A list with room stays where it is while another one grows. */
START_TEST(a_reserved_list_does_not_move)
{
    struct memory memory;
    struct kt_arena arena;
    KT_LIST(struct pair) pairs = {NULL, 0, 0};
    KT_LIST(char) bytes = {NULL, 0, 0};
    memory_init(&memory);
    kt_arena_init(&arena, &memory.allocator);
    ck_assert(kt_list_reserve(&arena, &pairs, 1000));
    const struct pair *place = pairs.items;
    for (uint32_t i = 0; i < 3000; i++) {
        struct pair *pair = kt_list_push(&arena, &pairs);
        ck_assert(pair != NULL && kt_list_push(&arena, &bytes) != NULL);
        ck_assert_uint_eq(pair->b, 0);
        pair->b = i;
        if (i < 1000)
            ck_assert_ptr_eq(pairs.items, place);
    }
    for (uint32_t i = 0; i < 3000; i++)
        ck_assert_uint_eq(pairs.items[i].b, i);
    memory.left = 0;
    KT_LIST(struct pair) none = {NULL, 0, 0};
    ck_assert(!kt_list_reserve(&arena, &none, 1 << 30));
    ck_assert_uint_eq(none.room, 0);
    kt_arena_release(&arena);
}
END_TEST

START_TEST(out_of_memory_leaves_the_list)
{
    struct memory memory;
    struct kt_arena arena;
    KT_LIST(struct pair) pairs = {NULL, 0, 0};
    memory_init(&memory);
    kt_arena_init(&arena, &memory.allocator);
    memory.left = 0;
    ck_assert_ptr_null(kt_list_push(&arena, &pairs));
    ck_assert_uint_eq(pairs.count, 0);
    memory.left = 1;
    uint32_t count = 0;
    struct pair *pair;
    while ((pair = kt_list_push(&arena, &pairs)) != NULL)
        pair->a = count++;
    ck_assert_uint_gt(count, 0);
    ck_assert_uint_eq(pairs.count, count);
    for (uint32_t i = 0; i < count; i++)
        ck_assert_uint_eq(pairs.items[i].a, i);
    kt_arena_release(&arena);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("list");
    tcase_add_test(tcase, two_lists_grow_by_turns);
    tcase_add_test(tcase, a_reserved_list_does_not_move);
    tcase_add_test(tcase, out_of_memory_leaves_the_list);
    return check_run("list", tcase, NULL);
}
