/* Faults: places, the first one, lists of them, and what was meant. */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"
#include "error.h"

START_TEST(the_place_of_a_byte)
{
    struct bench bench;
    const struct kt_pattern_file *file;
    const struct kt_line *line;

    bench_open(&bench);
    file = bench_file(&bench, "fish.table",
                      "%kutip table 1 fish\n[ORG]\n"
                      "   caf\xC3\xA9 laut # dekat\n");
    line = &file->lines[1];
    kt_fault(&bench.faults, file, line, 0, NULL, "%s %d", "ikan", 7);
    kt_fault(&bench.faults, file, line, 6, "laut", "behind two bytes");
    kt_fault(&bench.faults, file, line, 9999, NULL, "far beyond");
    ck_assert_str_eq(bench.folder->faults,
                     "fish.table:3:4: ikan 7\n"
                     "fish.table:3:9: behind two bytes [laut]\n"
                     "fish.table:3:21: far beyond\n");
    ck_assert_uint_eq(bench.faults.count, 3);
    ck_assert(!bench.faults.fatal);
    bench_close(&bench);
}
END_TEST

START_TEST(no_line_and_no_file)
{
    struct bench bench;
    const struct kt_pattern_file *file;

    bench_open(&bench);
    file = bench_file(&bench, "fish.words", "%kutip words 1\n");
    kt_fault(&bench.faults, file, NULL, 5, NULL, "of the file");
    kt_fault(&bench.faults, NULL, NULL, 0, NULL, "of nothing");
    ck_assert_str_eq(bench.folder->faults,
                     "fish.words:0:0: of the file\n:0:0: of nothing\n");
    bench_close(&bench);
}
END_TEST

START_TEST(the_first_is_the_callers)
{
    struct bench bench;
    const struct kt_pattern_file *file;

    bench_open(&bench);
    file = bench_file(&bench, "fish.table",
                      "%kutip table 1 fish\n[ORG]\nhiu\n");
    bench.faults.report = NULL; /* nobody need listen */
    kt_fault(&bench.faults, file, &file->lines[1], 2, NULL, "first");
    kt_fault(&bench.faults, file, &file->lines[0], 0, NULL, "second");
    ck_assert_int_eq(bench.error.status, KUTIP_BAD_PATTERNS);
    ck_assert_str_eq(bench.error.message, "first");
    ck_assert_uint_eq(bench.error.line, 3);
    ck_assert_uint_eq(bench.error.column, 3);
    ck_assert_ptr_nonnull(strstr(bench.error.file, "fish.table"));
    ck_assert_uint_eq(bench.faults.count, 2);
    bench.faults.error = NULL;
    kt_fault(&bench.faults, file, &file->lines[0], 0, NULL, "third");
    ck_assert_uint_eq(bench.faults.count, 3);
    bench_close(&bench);
}
END_TEST

/* What is worse than a fault is not painted over by one. */
START_TEST(out_of_memory)
{
    struct bench bench;

    bench_open(&bench);
    kt_fault(&bench.faults, NULL, NULL, 0, NULL, "before");
    ck_assert(!kt_faults_no_memory(&bench.faults));
    ck_assert(bench.faults.fatal);
    ck_assert_int_eq(bench.error.status, KUTIP_NO_MEMORY);
    kt_fault(&bench.faults, NULL, NULL, 0, NULL, "after");
    ck_assert_int_eq(bench.error.status, KUTIP_NO_MEMORY);
    ck_assert_str_eq(bench.error.message,
                     kutip_status_text(KUTIP_NO_MEMORY));
    bench_close(&bench);
}
END_TEST

START_TEST(a_list_is_put_in_order)
{
    static const struct kutip_diagnostic told[] = {
        {"b.words", 1, 1, "one", "", NULL},
        {"a.words", 20, 3, "two", "", "dua"},
        {"a.words", 3, 20, "three", "", NULL},
        {"a.words", 3, 4, "zulu", "", NULL},
        {"a.words", 3, 4, "alpha", "", NULL}};
    static const char *const order[] = {"alpha", "zulu", "three", "two",
                                        "one"};
    struct bench bench;
    struct kt_fault_list list = {.arena = NULL};
    char message[16];

    bench_open(&bench);
    list.arena = &bench.arena;
    kt_fault_list_sort(&list); /* of none */
    for (size_t i = 0; i < 5; i++) {
        struct kutip_diagnostic fault = told[i];
        snprintf(message, sizeof message, "%s", told[i].message);
        fault.message = message; /* the list keeps a copy */
        kt_fault_list_add(&list, &fault);
    }
    kt_fault_list_sort(&list);
    ck_assert(!list.lost);
    ck_assert_uint_eq(list.faults.count, 5);
    for (size_t i = 0; i < 5; i++)
        ck_assert_str_eq(list.faults.items[i].message, order[i]);
    ck_assert_str_eq(list.faults.items[3].hint, "dua");
    ck_assert_ptr_null(list.faults.items[4].hint);
    bench_close(&bench);
}
END_TEST

START_TEST(a_list_without_memory)
{
    struct bench bench;
    struct kt_fault_list list = {.arena = NULL};
    struct kutip_diagnostic fault = {"a.words", 1, 1, "one", "", "satu"};

    bench_open(&bench);
    list.arena = &bench.scratch;
    bench.memory.left = 0;
    kt_fault_list_add(&list, &fault);
    ck_assert(list.lost);
    ck_assert_uint_eq(list.faults.count, 0);
    bench_close(&bench);
}
END_TEST

static const struct {
    const char *name;
    const char *nearest;
} guesses[] = {
    {"PERAHU", "PERAHU"},      {"perahu", "PERAHU"},
    {"PREAHU", "PERAHU"}, /* a swap is one edit */
    {"EPARUH", "PERAHU"}, /* of six letters, three edits at most */
    {"PERXXX", "PERAHU"},      {"PEXXXX", NULL},
    {"HUI", "HIU"},            {"XU", NULL},
    {"HU", "HIU"},             {"", NULL},
    {"LAYARR", "LAYAR"},       {"DAYUNG_PERAHU", NULL},
};

START_TEST(one_guess)
{
    static const char *const names[] = {"PERAHU", "HIU", "LAYAR"};
    const char *found = kt_nearest_name(guesses[_i].name, names, 3);

    if (guesses[_i].nearest == NULL)
        ck_assert_msg(found == NULL, "%s is not %s", guesses[_i].name, found);
    else
        ck_assert_str_eq(found, guesses[_i].nearest);
}
END_TEST

START_TEST(long_names_are_not_guessed_at)
{
    char longest[42];
    const char *names[] = {longest, "HIU"};
    char name[43];

    memset(longest, 'A', sizeof longest);
    longest[40] = '\0';
    memcpy(name, longest, 41);
    name[39] = 'B';
    ck_assert_ptr_eq(kt_nearest_name(name, names, 2), longest);
    longest[40] = 'A';
    longest[41] = '\0';
    ck_assert_ptr_null(kt_nearest_name(name, names, 2));
    memcpy(name, longest, 42);
    ck_assert_ptr_null(kt_nearest_name(name, names, 2));
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("faults");

    tcase_add_test(tcase, the_place_of_a_byte);
    tcase_add_test(tcase, no_line_and_no_file);
    tcase_add_test(tcase, the_first_is_the_callers);
    tcase_add_test(tcase, out_of_memory);
    tcase_add_test(tcase, a_list_is_put_in_order);
    tcase_add_test(tcase, a_list_without_memory);
    tcase_add_loop_test(tcase, one_guess, 0,
                        sizeof guesses / sizeof *guesses);
    tcase_add_test(tcase, long_names_are_not_guessed_at);
    return check_run("faults", tcase, NULL);
}
