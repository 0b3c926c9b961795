/* Blocks: every byte at every place, by the block and one by one. */
#include "blocks.h"

#include <stdbool.h>

#include "check_kutip.h"

static unsigned
marks_slowly(const char *bytes, bool (*meant)(char))
{
    unsigned marks = 0;

    for (unsigned i = 0; i < BLOCK_SIZE; i++)
        if (meant(bytes[i]))
            marks |= 1u << i;
    return marks;
}

static bool
is_quote(char c)
{
    return c == '"';
}

static bool
is_above(char c)
{
    return (unsigned char)c >= 0x80;
}

static bool
is_stop(char c)
{
    return (unsigned char)c < ' ' || c == '&' || c == '\\';
}

static bool
is_special(char c)
{
    return is_above(c) || is_stop(c);
}

static void
compare(const char *bytes)
{
    struct block block = block_at(bytes);
    char copy[BLOCK_SIZE];

    block_put(copy, block);
    ck_assert_mem_eq(copy, bytes, BLOCK_SIZE);
    ck_assert_uint_eq(block_equal(block, '"'), marks_slowly(bytes, is_quote));
    ck_assert_uint_eq(block_above(block), marks_slowly(bytes, is_above));
    ck_assert_uint_eq(block_stops(block, '&', '\\'),
                      marks_slowly(bytes, is_stop));
    ck_assert_uint_eq(block_special(block, '&', '\\'),
                      marks_slowly(bytes, is_special));
}

/* Beside each other, since one byte must not change what its neighbours
 * are. */
START_TEST(pairs_of_bytes)
{
    char bytes[BLOCK_SIZE];

    for (int i = 0; i < 256; i++)
        for (int j = 0; j < 256; j++) {
            for (size_t at = 0; at < BLOCK_SIZE; at += 2) {
                bytes[at] = (char)i;
                bytes[at + 1] = (char)j;
            }
            compare(bytes);
        }
}
END_TEST

START_TEST(one_byte)
{
    char bytes[BLOCK_SIZE];

    memset(bytes, 'a', sizeof bytes);
    for (size_t at = 0; at < BLOCK_SIZE; at++) {
        for (int i = 0; i < 256; i++) {
            bytes[at] = (char)i;
            compare(bytes);
        }
        bytes[at] = '"';
        ck_assert_uint_eq(block_first(block_equal(block_at(bytes), '"')), at);
        bytes[at] = 'a';
    }
}
END_TEST

/* Each of the bytes is seen, and copied, and no other. */
START_TEST(less_than_a_block)
{
    for (size_t length = 1; length < BLOCK_SIZE; length++)
        for (size_t at = 0; at < length; at++) {
            char *from = malloc(length), *to = malloc(length);

            ck_assert(from && to);
            memset(from, 'a', length);
            ck_assert_uint_eq(
                block_special(block_copy_some(to, from, length), '"', '\\'),
                0);
            from[at] = '"';
            ck_assert_uint_ne(
                block_special(block_copy_some(to, from, length), '"', '\\'),
                0);
            ck_assert_mem_eq(to, from, length);
            free(from);
            free(to);
        }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("blocks");

    tcase_add_test(tcase, pairs_of_bytes);
    tcase_add_test(tcase, one_byte);
    tcase_add_test(tcase, less_than_a_block);
    return check_run("blocks", tcase, NULL);
}
