/* Pattern files and folders: headers, lines, places, faults. */
#include "check_kutip.h"

#include <stdio.h>
#include <string.h>

#include "folder.h"
#include "engine.h"
#include "memory.h"
#include "pattern_file.h"

/* A file of the folder, read into an arena of its own. */
struct reading {
    struct memory memory;
    struct kt_arena arena;
    struct kutip_error error;
    struct kt_faults faults;
    struct kt_pattern_file file;
    char path[512];
};

static bool
read_file(struct reading *reading, struct folder *folder, const char *text)
{
    memset(reading, 0, sizeof *reading);
    memory_init(&reading->memory);
    kt_arena_init(&reading->arena, &reading->memory.allocator);
    reading->faults.report = folder_report;
    reading->faults.context = folder;
    reading->faults.error = &reading->error;
    folder->faults[0] = '\0';
    folder_write(folder, "a.words", text);
    snprintf(reading->path, sizeof reading->path, "%s/a.words", folder->path);
    return kt_pattern_file_read(&reading->file, reading->path,
                                &reading->arena, &reading->faults);
}

/* The lines of a words file are taken one by one, and those of a table
 * (_i) are listed: the same lines. */
START_TEST(lines_without_comments)
{
    static const char *const shapes[] = {"words", "table"};
    struct folder *folder = folder_new();
    struct reading reading;
    struct kt_line line[4];
    struct kt_lines lines;
    uint32_t count = 0;
    char text[256];

    snprintf(text, sizeof text,
             "\xEF\xBB\xBF%%kutip %s 1 extra # comment\r\n"
             "# nothing\n\n   \t\n  [ROLE]\t\r\n"
             "menteri # who\nno#comment ##", shapes[_i]);
    ck_assert(read_file(&reading, folder, text));
    ck_assert_int_eq(reading.file.shape, _i == 0 ? KT_WORDS : KT_TABLE);
    ck_assert_uint_eq(reading.file.argument_count, 1);
    ck_assert_str_eq(reading.file.arguments[0], "extra");
    kt_lines_begin(&lines, &reading.file);
    while (_i == 0 && count < 4 && kt_lines_next(&lines, &reading.faults)) {
        ck_assert(kt_line_terminate(&lines.line, &reading.arena));
        line[count++] = lines.line;
    }
    for (uint32_t i = 0; _i == 1 && i < reading.file.line_count; i++)
        line[count++] = reading.file.lines[i];
    ck_assert_uint_eq(count, 3);
    ck_assert_str_eq(line[0].text, "[ROLE]");
    ck_assert_uint_eq(line[0].number, 5);
    ck_assert_uint_eq(line[0].indent, 2);
    ck_assert_str_eq(line[1].text, "menteri");
    ck_assert_uint_eq(line[1].length, 7);
    ck_assert_str_eq(line[1].raw, "menteri # who");
    ck_assert_str_eq(line[2].text, "no#comment");
    ck_assert_str_eq(reading.file.name, "a.words");
    kt_arena_release(&reading.arena);
    folder_free(folder);
}
END_TEST

static const struct {
    const char *text;
    const char *faults;
} bad_headers[] = {
    {"", "a.words:1:1: the first line must be `%kutip SHAPE 1 ...`\n"},
    {"menteri\n", "a.words:1:1: the first line must be `%kutip SHAPE 1 ...`\n"},
    {"%kutip tabel 1\n", "a.words:1:8: unknown shape 'tabel' (words, table or "
                         "templates) [table]\n"},
    {"%kutip words 2\n", "a.words:1:14: unknown format version '2' (this "
                         "library reads 1)\n"},
    {"%kutip w\xFFords 1\n", "a.words:1:9: not valid UTF-8\n"},
};

START_TEST(bad_header)
{
    struct folder *folder = folder_new();
    struct reading reading;

    ck_assert(!read_file(&reading, folder, bad_headers[_i].text));
    ck_assert_str_eq(folder->faults, bad_headers[_i].faults);
    ck_assert_int_eq(reading.error.status, KUTIP_BAD_PATTERNS);
    ck_assert(!reading.faults.fatal);
    kt_arena_release(&reading.arena);
    folder_free(folder);
}
END_TEST

START_TEST(columns_count_code_points)
{
    struct folder *folder = folder_new();
    struct reading reading;

    ck_assert(read_file(&reading, folder,
                        "%kutip table 1 a\n"
                        "  caf\xC3\xA9 \xFF\n\xC3\xA9 dua\n"));
    ck_assert_str_eq(folder->faults, "a.words:2:8: not valid UTF-8\n");
    ck_assert_uint_eq(reading.file.line_count, 1);
    kt_fault(&reading.faults, &reading.file, &reading.file.lines[0], 3,
             "hint", "%s", "here");
    ck_assert_ptr_nonnull(strstr(folder->faults, "a.words:3:3: here [hint]"));
    ck_assert_uint_eq(reading.error.line, 2);
    ck_assert_uint_eq(reading.faults.count, 2);
    kt_arena_release(&reading.arena);
    folder_free(folder);
}
END_TEST

/* One search for many lines: it goes on only when it is passed. */
START_TEST(next_bytes)
{
    static const char text[] = "a|b||c";
    const char *end = text + 6, *next = NULL;

    ck_assert_ptr_eq(kt_next_byte(&next, text, end, '|'), text + 1);
    ck_assert_ptr_eq(kt_next_byte(&next, text + 1, end, '|'), text + 1);
    ck_assert_ptr_eq(kt_next_byte(&next, text + 2, end, '|'), text + 3);
    ck_assert_ptr_eq(kt_next_byte(&next, text + 4, end, '|'), text + 4);
    ck_assert_ptr_eq(kt_next_byte(&next, text + 5, end, '|'), end);
    ck_assert_ptr_eq(kt_next_byte(&next, end, end, '|'), end);
}
END_TEST

/* Comments in some lines, marks that begin none, bars in comments. */
START_TEST(comments_between_entries)
{
    struct folder *folder = folder_new();
    struct reading reading;
    struct kt_lines lines;
    char out[128] = "";

    ck_assert(read_file(&reading, folder,
                        "%kutip words 1\na\nb#c # d | e\n#\nf\t#g\n h|i \n"
                        "#j|#\nk\n"));
    kt_lines_begin(&lines, &reading.file);
    while (kt_lines_next(&lines, &reading.faults))
        sprintf(out + strlen(out), "%u:%u:%.*s;", lines.line.number,
                lines.line.indent, (int)lines.line.length, lines.line.text);
    ck_assert_str_eq(out, "2:0:a;3:0:b#c;5:0:f;6:1:h|i;8:0:k;");
    kt_arena_release(&reading.arena);
    folder_free(folder);
}
END_TEST

/* Bad lines are told, and those around them are read. */
START_TEST(bad_lines_of_words)
{
    static const char text[] =
        "%kutip words 1\n[ROLE]\nsatu\xC3\ndua\n\xFF\n\n\xC3\xA9lan\n";
    struct folder *folder = folder_new();
    struct reading reading;
    struct kt_lines lines;
    uint32_t numbers = 0;

    ck_assert(read_file(&reading, folder, text));
    ck_assert_str_eq(folder->faults, "");
    kt_lines_begin(&lines, &reading.file);
    while (kt_lines_next(&lines, &reading.faults))
        numbers = numbers * 10 + lines.line.number;
    ck_assert_uint_eq(numbers, 247);
    ck_assert_str_eq(folder->faults, "a.words:3:5: not valid UTF-8\n"
                                     "a.words:5:1: not valid UTF-8\n");
    kt_arena_release(&reading.arena);
    folder_free(folder);
}
END_TEST

START_TEST(nearest_names)
{
    static const char *const names[] = {"ROLE", "ROLE_WHOLE", "MENTION",
                                        "SAY_BARE"};
    ck_assert_str_eq(kt_nearest_name("ROEL", names, 4), "ROLE");
    ck_assert_str_eq(kt_nearest_name("mention", names, 4), "MENTION");
    ck_assert_str_eq(kt_nearest_name("SAYBARE", names, 4), "SAY_BARE");
    ck_assert_ptr_null(kt_nearest_name("KEPALA_DINAS", names, 4));
    ck_assert_ptr_null(kt_nearest_name("X", names, 0));
}
END_TEST

START_TEST(header_places)
{
    struct folder *folder = folder_new();
    struct reading reading;

    ck_assert(read_file(&reading, folder, "%kutip table 1  marks  text\n"));
    ck_assert_uint_eq(kt_header_place(&reading.file, 0), 16);
    ck_assert_uint_eq(kt_header_place(&reading.file, 1), 23);
    kt_arena_release(&reading.arena);
    folder_free(folder);
}
END_TEST

START_TEST(no_folder)
{
    struct folder *folder = folder_new();

    ck_assert_ptr_null(folder_load_path(folder, "/nonexistent/patterns"));
    ck_assert_int_eq(folder->error.status, KUTIP_IO);
    ck_assert_ptr_nonnull(
        strstr(folder->error.message, "/nonexistent/patterns"));
    ck_assert_uint_eq(folder->fault_count, 0);
    folder_free(folder);
}
END_TEST

START_TEST(other_files_are_passed_over)
{
    struct folder *folder = folder_new();
    kutip_engine *engine;

    folder_write(folder, "README", "not a pattern file\n");
    folder_write(folder, ".hidden.words", "nor this\n");
    folder_write(folder, "old.words~", "nor this\n");
    engine = folder_load(folder);
    ck_assert_ptr_nonnull(engine);
    ck_assert_str_eq(kutip_engine_patterns(engine), "checked 3");
    kutip_engine_free(engine);
    folder_free(folder);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("pattern files");

    tcase_add_loop_test(tcase, lines_without_comments, 0, 2);
    tcase_add_loop_test(tcase, bad_header, 0,
                        sizeof bad_headers / sizeof *bad_headers);
    tcase_add_test(tcase, columns_count_code_points);
    tcase_add_test(tcase, next_bytes);
    tcase_add_test(tcase, comments_between_entries);
    tcase_add_test(tcase, bad_lines_of_words);
    tcase_add_test(tcase, nearest_names);
    tcase_add_test(tcase, header_places);
    tcase_add_test(tcase, no_folder);
    tcase_add_test(tcase, other_files_are_passed_over);
    return check_run("pattern_file", tcase, NULL);
}
