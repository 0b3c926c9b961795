/* A few bytes at a time: the same as one by one. */
#include "block.h"

#include "check_kutip.h"

static char bytes[KT_BLOCK];

/* The next bytes of no pattern. */
static void
shuffle(uint64_t *state)
{
    for (int i = 0; i < KT_BLOCK; i++) {
        *state = *state * UINT64_C(6364136223846793005) +
                 UINT64_C(1442695040888963407);
        bytes[i] = (char)(*state >> 56);
    }
}

static void
check_between(uint8_t low, uint8_t high)
{
    uint64_t wanted = 0;
    for (uint32_t i = 0; i < KT_BLOCK; i++)
        if ((uint8_t)bytes[i] >= low && (uint8_t)bytes[i] <= high)
            wanted |= UINT64_C(1) << i;
    ck_assert_uint_eq(kt_block_between(bytes, low, high), wanted);
    if (low == high)
        ck_assert_uint_eq(kt_block_equal(bytes, (char)low), wanted);
}

static void
check_letters(void)
{
    uint64_t wanted = 0;
    for (uint32_t i = 0; i < KT_BLOCK; i++)
        if ((bytes[i] >= 'a' && bytes[i] <= 'z') ||
            (bytes[i] >= 'A' && bytes[i] <= 'Z'))
            wanted |= UINT64_C(1) << i;
    ck_assert_uint_eq(kt_block_letters(bytes), wanted);
}

START_TEST(between)
{
    uint64_t state = 1;
    for (int i = 0; i < 20000; i++) {
        shuffle(&state);
        check_between('A', '[');
        check_between('a', 'z');
        check_between(' ', ' ');
        check_between(0, 0x7F);
        check_between(0x80, 0xFF);
        check_between(0x40, 0xC0);
        check_between(1, 0xFF);
        check_between(0, 0);
        check_between(0x7F, 0x7F);
        check_between(0xE2, 0xE2);
        check_letters();
    }
}
END_TEST

/* Every byte, with every other one on both sides. */
START_TEST(neighbours)
{
    for (int i = 0; i < 0x10000; i++) {
        for (int k = 0; k < KT_BLOCK; k++)
            bytes[k] = (char)(k % 2 == 0 ? i : i >> 8);
        check_between('A', '[');
        check_between(0x20, 0x7E);
        check_between(0x81, 0xFE);
        check_letters();
    }
}
END_TEST

START_TEST(first)
{
    for (uint32_t i = 0; i < KT_BLOCK; i++) {
        ck_assert_uint_eq(kt_block_first(UINT64_C(1) << i), i);
        ck_assert_uint_eq(kt_block_first(~UINT64_C(0) << i), i);
    }
}
END_TEST

/* Only what is there is read. */
START_TEST(rooms)
{
    char room[KT_BLOCK];
    for (size_t left = 0; left < KT_BLOCK; left++) {
        char *text = malloc(left + 1);
        memset(text, 'A', left);
        const char *block = kt_block_of(text, left, room);
        ck_assert_ptr_eq(block, room);
        ck_assert_uint_eq(kt_block_letters(block),
                          (UINT64_C(1) << left) - 1);
        free(text);
    }
    ck_assert_ptr_eq(kt_block_of(bytes, KT_BLOCK, room), bytes);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("block");
    tcase_add_test(tcase, between);
    tcase_add_test(tcase, neighbours);
    tcase_add_test(tcase, first);
    tcase_add_test(tcase, rooms);
    return check_run("block", tcase, NULL);
}
