/* The arena: alignment, reset, growing in place, running out of memory. */
#include <stdint.h>
#include <string.h>

#include "arena.h"
#include "check_kutip.h"
#include "memory.h"

static struct memory memory;
static struct kt_arena arena;

static void
setup(void)
{
    memory_init(&memory);
    kt_arena_init(&arena, &memory.allocator);
}

static void
teardown(void)
{
    kt_arena_release(&arena);
}

START_TEST(aligned_and_apart)
{
    char *before = NULL;
    for (size_t size = 0; size < 2000; size += 7) {
        char *taken = kt_arena_take(&arena, size);
        ck_assert_ptr_nonnull(taken);
        ck_assert_uint_eq((uintptr_t)taken % _Alignof(max_align_t), 0);
        ck_assert_ptr_ne(taken, before);
        memset(taken, 0xAB, size);
        before = taken;
    }
}
END_TEST

START_TEST(zeroed)
{
    memset(kt_arena_take(&arena, 100), 0xFF, 100);
    kt_arena_reset(&arena);
    const char *taken = kt_arena_take_zeroed(&arena, 100);
    for (int i = 0; i < 100; i++)
        ck_assert_int_eq(taken[i], 0);
}
END_TEST

START_TEST(reset_keeps_the_blocks)
{
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 100; i++)
            ck_assert_ptr_nonnull(kt_arena_take(&arena, 10000));
        kt_arena_reset(&arena);
        memory.left = 0; /* what is there must do from now on */
    }
}
END_TEST

/* Small blocks stay, large ones go. */
START_TEST(reset_keeps_so_much)
{
    arena.keep = 100 * 1000;
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 100; i++)
            ck_assert_ptr_nonnull(kt_arena_take(&arena, 10000));
        kt_arena_reset(&arena);
        ck_assert_uint_eq(memory.live, 2);
    }
    memory.left = 0;
    for (int i = 0; i < 3; i++)
        ck_assert_ptr_nonnull(kt_arena_take(&arena, 10000));
    arena.keep = 0;
    kt_arena_reset(&arena);
    ck_assert_ptr_null(kt_arena_take(&arena, 1));
}
END_TEST

START_TEST(large_pieces)
{
    char *large = kt_arena_take(&arena, 10 * 1000 * 1000);
    ck_assert_ptr_nonnull(large);
    memset(large, 1, 10 * 1000 * 1000);
    ck_assert_ptr_nonnull(kt_arena_take(&arena, 1));
    ck_assert_ptr_null(kt_arena_take(&arena, SIZE_MAX));
    ck_assert_ptr_null(kt_arena_take(&arena, SIZE_MAX - 32));
}
END_TEST

enum { LARGE = 5 * 1000 * 1000 };

/* What is dropped may be allocated again, all around it stays. */
START_TEST(large_pieces_are_dropped)
{
    char *small = kt_arena_take(&arena, 100);
    char *first = kt_arena_take(&arena, LARGE);
    char *second = kt_arena_take(&arena, LARGE);
    char *last = kt_arena_take(&arena, LARGE);
    memset(small, 1, 100);
    memset(first, 2, LARGE);
    memset(last, 3, LARGE);
    size_t blocks = memory.live;
    kt_arena_drop(&arena, second, LARGE);
    ck_assert_uint_eq(memory.live, blocks - 1);
    kt_arena_drop(&arena, small, 100);
    kt_arena_drop(&arena, first, LARGE - 1000); /* more is in its block */
    kt_arena_drop(&arena, last, LARGE); /* it may still grow */
    kt_arena_drop(&arena, NULL, LARGE);
    ck_assert_uint_eq(memory.live, blocks - 1);
    ck_assert_int_eq(small[99], 1);
    ck_assert_int_eq(first[LARGE - 1], 2);
    ck_assert_int_eq(last[LARGE - 1], 3);
    ck_assert_ptr_nonnull(kt_arena_take(&arena, LARGE));
    kt_arena_reset(&arena);
    for (int i = 0; i < 3; i++)
        memset(kt_arena_take(&arena, LARGE), i, LARGE);
}
END_TEST

START_TEST(extend_in_place)
{
    char *first = kt_arena_take(&arena, 10);
    ck_assert(kt_arena_extend(&arena, first, 10, 1000));
    char *second = kt_arena_take(&arena, 10);
    ck_assert(second >= first + 1000);
    ck_assert(!kt_arena_extend(&arena, first, 1000, 2000));
    ck_assert(kt_arena_extend(&arena, second, 10, 20));
    ck_assert(!kt_arena_extend(&arena, second, 20, 100 * 1000 * 1000));
    ck_assert(!kt_arena_extend(&arena, NULL, 0, 10));
}
END_TEST

START_TEST(copy_and_print)
{
    ck_assert_str_eq(kt_arena_copy(&arena, "kata Rini", 4), "kata");
    ck_assert_str_eq(kt_arena_copy(&arena, NULL, 0), "");
    ck_assert_str_eq(kt_arena_print(&arena, "%s %d", "bab", 7), "bab 7");
}
END_TEST

START_TEST(out_of_memory)
{
    memory.left = 0;
    ck_assert_ptr_null(kt_arena_take(&arena, 1));
    ck_assert_ptr_null(kt_arena_copy(&arena, "kata", 4));
    ck_assert_ptr_null(kt_arena_print(&arena, "kata"));
    memory.left = 1;
    ck_assert_ptr_nonnull(kt_arena_take(&arena, 1));
    ck_assert_ptr_null(kt_arena_take_zeroed(&arena, 1000 * 1000));
    ck_assert_ptr_nonnull(kt_arena_take(&arena, 1));
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("arena");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, aligned_and_apart);
    tcase_add_test(tcase, zeroed);
    tcase_add_test(tcase, reset_keeps_the_blocks);
    tcase_add_test(tcase, reset_keeps_so_much);
    tcase_add_test(tcase, large_pieces);
    tcase_add_test(tcase, large_pieces_are_dropped);
    tcase_add_test(tcase, extend_in_place);
    tcase_add_test(tcase, copy_and_print);
    tcase_add_test(tcase, out_of_memory);
    return check_run("arena", tcase, NULL);
}
