/* Patterns over 16-bit codes. */
#include "check_kutip.h"

#include <string.h>

#include "memory.h"
#include "regex.h"

struct bench {
    struct memory memory;
    struct kt_regex_context *context;
    struct kt_regex *regex;
    struct kt_match_data *data;
    uint16_t pattern[256];
    char message[128];
    size_t at;
};

static void
set_up(struct bench *bench, const char *pattern, bool jit)
{
    size_t length = strlen(pattern);

    for (size_t i = 0; i < length; i++)
        bench->pattern[i] = (uint8_t)pattern[i];
    memory_init(&bench->memory);
    bench->context = kt_regex_context_new(&bench->memory.allocator, jit);
    ck_assert_ptr_nonnull(bench->context);
    bench->data = kt_match_data_new(bench->context);
    ck_assert_ptr_nonnull(bench->data);
    bench->regex = kt_regex_new(bench->context, bench->pattern, length);
    ck_assert_ptr_nonnull(bench->regex);
}

static void
tear_down(struct bench *bench)
{
    kt_regex_free(bench->regex);
    kt_match_data_free(bench->data);
    kt_regex_context_free(bench->context);
}

/* Both ways: with JIT and without (_i). */
START_TEST(codes_of_all_sizes)
{
    static const uint16_t row[] = {3, 10, 300, 65535, 0};
    struct bench bench;
    size_t start, end;

    set_up(&bench, "[\\x{a}](\\x{12c}[\\x{fff0}-\\x{ffff}])(\\x{7})?\\x{0}\\z",
           _i == 0 && !check_no_jit());
    ck_assert_int_eq(kt_regex_match(bench.regex, row, 5, 0, bench.data),
                     KT_REGEX_NO);
    ck_assert_int_eq(kt_regex_match(bench.regex, row, 5, 1, bench.data),
                     KT_REGEX_YES);
    ck_assert(kt_regex_group(bench.data, 0, &start, &end));
    ck_assert_uint_eq(start, 1);
    ck_assert_uint_eq(end, 5);
    ck_assert(kt_regex_group(bench.data, 1, &start, &end));
    ck_assert_uint_eq(start, 2);
    ck_assert_uint_eq(end, 4);
    ck_assert(!kt_regex_group(bench.data, 2, &start, &end));
    ck_assert(!kt_regex_group(bench.data, 9, &start, &end));
    tear_down(&bench);
}
END_TEST

START_TEST(limit_is_told)
{
    uint16_t row[200];
    struct bench bench;

    for (size_t i = 0; i < 200; i++)
        row[i] = 5;
    set_up(&bench, "(?:\\x{5}+)+\\x{6}", _i == 0 && !check_no_jit());
    ck_assert_int_eq(kt_regex_match(bench.regex, row, 200, 0, bench.data),
                     KT_REGEX_LIMIT);
    tear_down(&bench);
}
END_TEST

START_TEST(bad_pattern)
{
    struct bench bench;

    set_up(&bench, "(\\x{5}", false);
    ck_assert(!kt_regex_compile(bench.regex, bench.message,
                                sizeof bench.message, &bench.at));
    ck_assert_str_ne(bench.message, "");
    ck_assert_uint_eq(bench.at, 6);
    tear_down(&bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("regex");

    tcase_add_loop_test(tcase, codes_of_all_sizes, 0, 2);
    tcase_add_loop_test(tcase, limit_is_told, 0, 2);
    tcase_add_test(tcase, bad_pattern);
    return check_run("regex", tcase, NULL);
}
