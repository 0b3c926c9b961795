/* Eight bytes at a time: the same as one by one. */
#include "eight.h"

#include <stdbool.h>

#include "check_kutip.h"

static char bytes[8];

/* The next eight bytes of no pattern. */
static void
shuffle(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + 1442695040888963407u;
    uint64_t mixed = *state ^ *state >> 29;
    memcpy(bytes, &mixed, sizeof bytes);
}

static bool
is_between(char c, uint8_t low, uint8_t high)
{
    return (uint8_t)c >= low && (uint8_t)c <= high;
}

static void
check_between(uint8_t low, uint8_t high)
{
    uint64_t found = kt_eight_between(kt_eight_load(bytes), low, high);
    for (uint32_t i = 0; i < 8; i++) {
        if (!is_between(bytes[i], low, high))
            continue;
        ck_assert_uint_ne(found, 0);
        ck_assert_uint_eq(kt_eight_first(found), i);
        found = kt_eight_rest(found);
    }
    ck_assert_uint_eq(found, 0);
}

START_TEST(between)
{
    uint64_t state = 1;
    for (int i = 0; i < 20000; i++) {
        shuffle(&state);
        check_between('A', '[');
        check_between('a', 'z');
        check_between('\n', '\r');
        check_between(' ', ' ');
        check_between(0, 0x7F);
        check_between(0, 0);
        check_between(0x7F, 0x7F);
    }
}
END_TEST

/* Every byte, with every other one on both sides. */
START_TEST(neighbours)
{
    for (int i = 0; i < 0x10000; i++) {
        for (int k = 0; k < 8; k++)
            bytes[k] = (char)(k % 2 == 0 ? i : i >> 8);
        check_between('A', '[');
        check_between(0x20, 0x7E);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("eight");
    tcase_add_test(tcase, between);
    tcase_add_test(tcase, neighbours);
    return check_run("eight", tcase, NULL);
}
