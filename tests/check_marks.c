/* marks.table: which mark stands at a place, and what a table may not say. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check_kutip.h"
#include "engine.h"

/* The mark at the start of a text, or NULL. */
static const struct kt_mark *
mark_of(const char *text)
{
    const struct kt_marks *marks = &check_engine()->marks;
    int index = kt_marks_at(marks, text, strlen(text), 0);

    return index < 0 ? NULL : &marks->marks[index];
}

START_TEST(longest_wins)
{
    ck_assert_str_eq(mark_of("'Kami")->text, "'");
    ck_assert_str_eq(mark_of("''Kami")->text, "''");
    ck_assert_str_eq(mark_of("&#039;Kami")->text, "&#039;");
    ck_assert_str_eq(mark_of("&quot;")->text, "&quot;");
}
END_TEST

START_TEST(no_mark)
{
    ck_assert_ptr_null(mark_of("Kami"));
    ck_assert_ptr_null(mark_of("&quo"));
    ck_assert_ptr_null(mark_of("\xe2\x80"));
    ck_assert_ptr_null(mark_of("\xc3\xa2pa"));
}
END_TEST

START_TEST(sides_and_levels)
{
    ck_assert_int_eq(mark_of("\"")->side, KT_MARK_EITHER);
    ck_assert_int_eq(mark_of("“")->side, KT_MARK_OPENS);
    ck_assert_int_eq(mark_of("”")->side, KT_MARK_CLOSES);
    ck_assert_int_eq(mark_of("â€“")->side, KT_MARK_NEITHER);
    ck_assert_uint_eq(mark_of("\"")->level, 1);
    ck_assert_uint_eq(mark_of("‘")->level, 2);
    ck_assert_uint_eq(mark_of("“")->family, mark_of("”")->family);
    ck_assert_uint_ne(mark_of("“")->family, mark_of("«")->family);
}
END_TEST

/* Spelled by code points in the table. */
START_TEST(code_points)
{
    ck_assert_ptr_nonnull(mark_of("\xc3\xa2\xc2\x80\xc2\x9c"));
    ck_assert_ptr_nonnull(mark_of("\xef\xbf\xbd"));
}
END_TEST

/* --------------------------------------------------------------- faults */

struct told {
    unsigned count;
    uint32_t line;
    uint32_t column;
    char message[200];
};

static void
tell(void *context, const struct kutip_diagnostic *fault)
{
    struct told *told = context;

    told->count++;
    told->line = fault->line;
    told->column = fault->column;
    snprintf(told->message, sizeof told->message, "%s", fault->message);
}

/* Loads a table with the given text and says what was told; the last
 * fault's place is kept. */
static struct told
load(const char *text)
{
    char path[] = "/tmp/kutip-marks-XXXXXX";
    FILE *stream = fdopen(mkstemp(path), "w");
    struct kt_arena arena;
    struct kutip_error error = {0};
    struct told told = {0};
    struct kt_faults faults = {
        .report = tell, .context = &told, .error = &error};
    struct kt_pattern_file file;
    struct kt_table table;
    struct kt_marks marks;
    bool good;

    fputs(text, stream);
    fclose(stream);
    kt_arena_init(&arena, &check_engine()->allocator);
    good = kt_pattern_file_read(&file, path, &arena, &faults)
           && kt_table_read(&table, &file, &arena, &faults)
           && kt_marks_load(&marks, &table, &arena, &faults);
    ck_assert_int_eq(good, told.count == 0);
    kt_arena_release(&arena);
    unlink(path);
    return told;
}

#define HEAD "%kutip table 1 marks text side level family\n"

START_TEST(good_table)
{
    ck_assert_uint_eq(load(HEAD "\" either 1 straight\n").count, 0);
    ck_assert_uint_eq(load(HEAD "U+0022+U+2019 opens 2 odd\n").count, 0);
}
END_TEST

static const struct {
    const char *row;
    uint32_t column;
} bad_rows[] = {
    {"\" both 1 straight\n", 3},   {"\" either 3 straight\n", 10},
    {"\" either 12 straight\n", 10}, {"U+22 either 1 straight\n", 1},
    {"U+0022+ either 1 straight\n", 1}, {"U+D800 either 1 straight\n", 1},
    {"U+00zz either 1 straight\n", 1},  {"- either 1 straight\n", 1},
};

START_TEST(bad_row)
{
    char text[200];
    struct told told;

    snprintf(text, sizeof text, "%s%s", HEAD, bad_rows[_i].row);
    told = load(text);
    ck_assert_uint_eq(told.count, 1);
    ck_assert_uint_eq(told.line, 2);
    ck_assert_uint_eq(told.column, bad_rows[_i].column);
}
END_TEST

START_TEST(all_faults_at_once)
{
    ck_assert_uint_eq(load(HEAD "\" both 3 x\n' either 4 x\n").count, 3);
}
END_TEST

START_TEST(no_column)
{
    ck_assert_uint_ge(load("%kutip table 1 marks text side\n\" x\n").count,
                      1);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("marks");

    tcase_add_test(tcase, longest_wins);
    tcase_add_test(tcase, no_mark);
    tcase_add_test(tcase, sides_and_levels);
    tcase_add_test(tcase, code_points);
    tcase_add_test(tcase, good_table);
    tcase_add_loop_test(tcase, bad_row, 0,
                        sizeof bad_rows / sizeof *bad_rows);
    tcase_add_test(tcase, all_faults_at_once);
    tcase_add_test(tcase, no_column);
    return check_run("marks", tcase, NULL);
}
