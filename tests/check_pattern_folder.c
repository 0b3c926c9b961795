/* Folders: which files are taken, in which order, and what cannot be read. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bench.h"
#include "check_kutip.h"

#define WORDS "%kutip words 1\n"

static bool
read_folder(struct bench *bench, const char *path)
{
    return kt_folder_read(&bench->files, path, &bench->arena,
                          &bench->faults);
}

/* The names of the files, between bars. */
static const char *
names(const struct bench *bench)
{
    static char text[512];
    size_t used = 0;

    text[0] = '\0';
    for (uint32_t i = 0; i < bench->files.file_count; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s",
                                 i > 0 ? "|" : "",
                                 bench->files.files[i].name);
    return text;
}

START_TEST(by_name)
{
    struct bench bench;

    bench_open(&bench);
    folder_write(bench.folder, "udang.words", WORDS);
    folder_write(bench.folder, "cumi.templates", "%kutip templates 1 cues\n");
    folder_write(bench.folder, "Teri.words", WORDS);
    folder_write(bench.folder, "cumi.table", "%kutip table 1 cumi a\n");
    ck_assert(read_folder(&bench, bench.folder->path));
    ck_assert_str_eq(names(&bench), "Teri.words|cumi.table|cumi.templates|"
                                    "set.table|udang.words");
    ck_assert_str_eq(bench.files.path, bench.folder->path);
    ck_assert_int_eq(bench.files.files[2].shape, KT_TEMPLATES);
    ck_assert_str_eq(bench.folder->faults, "");
    bench_close(&bench);
}
END_TEST

START_TEST(other_files_are_passed_over)
{
    static const char *const others[] = {
        "udang.word", "udang.words~", "udang.words.orig", "words",
        "table",      "README",       "udangwords"};
    struct bench bench;
    char hidden[300];

    bench_open(&bench);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        folder_write(bench.folder, others[i], "not a pattern file\n");
    folder_write(bench.folder, ".udang.words", "not a pattern file\n");
    ck_assert(read_folder(&bench, bench.folder->path));
    ck_assert_str_eq(names(&bench), "set.table");
    ck_assert_str_eq(bench.folder->faults, "");
    snprintf(hidden, sizeof hidden, "%s/.udang.words", bench.folder->path);
    unlink(hidden);
    bench_close(&bench);
}
END_TEST

START_TEST(no_folder_below)
{
    struct bench bench;
    char below[300], inside[320];
    FILE *file;

    bench_open(&bench);
    snprintf(below, sizeof below, "%s/below", bench.folder->path);
    snprintf(inside, sizeof inside, "%s/udang.words", below);
    ck_assert_int_eq(mkdir(below, 0700), 0);
    file = fopen(inside, "w");
    ck_assert_ptr_nonnull(file);
    fclose(file);
    ck_assert(read_folder(&bench, bench.folder->path));
    ck_assert_str_eq(names(&bench), "set.table");
    unlink(inside);
    rmdir(below);
    bench_close(&bench);
}
END_TEST

/* One file's header costs that file. */
START_TEST(files_with_faults_are_left_out)
{
    struct bench bench;

    bench_open(&bench);
    folder_write(bench.folder, "a.words", "%kutip wodrs 1\n");
    folder_write(bench.folder, "b.words", WORDS "[ORG]\nudang\n");
    folder_write(bench.folder, "z.words", "");
    ck_assert(read_folder(&bench, bench.folder->path));
    ck_assert_str_eq(names(&bench), "b.words|set.table");
    ck_assert_uint_eq(bench.folder->fault_count, 2);
    ck_assert(!bench.faults.fatal);
    ck_assert_int_eq(bench.error.status, KUTIP_BAD_PATTERNS);
    bench_close(&bench);
}
END_TEST

static void
expect_unreadable(struct bench *bench, const char *path, const char *why)
{
    ck_assert(!read_folder(bench, path));
    ck_assert(bench->faults.fatal);
    ck_assert_int_eq(bench->error.status, KUTIP_IO);
    ck_assert_ptr_nonnull(strstr(bench->error.message, path));
    ck_assert_ptr_nonnull(strstr(bench->error.message, why));
    ck_assert_uint_eq(bench->files.file_count, 0);
}

START_TEST(no_such_folder)
{
    struct bench bench;
    char path[300];

    bench_open(&bench);
    snprintf(path, sizeof path, "%s/nowhere", bench.folder->path);
    expect_unreadable(&bench, path, "No such file");
    bench_close(&bench);
}
END_TEST

START_TEST(a_file_is_no_folder)
{
    struct bench bench;
    char path[300];

    bench_open(&bench);
    snprintf(path, sizeof path, "%s/set.table", bench.folder->path);
    expect_unreadable(&bench, path, "Not a directory");
    bench_close(&bench);
}
END_TEST

START_TEST(an_empty_folder)
{
    struct bench bench;
    char path[300];

    bench_open(&bench);
    snprintf(path, sizeof path, "%s/set.table", bench.folder->path);
    unlink(path);
    folder_write(bench.folder, "README", "nothing\n");
    expect_unreadable(&bench, bench.folder->path, "no pattern files in it");
    bench_close(&bench);
}
END_TEST

START_TEST(without_memory)
{
    struct bench bench;

    bench_open(&bench);
    bench.memory.left = 0;
    ck_assert(!read_folder(&bench, bench.folder->path));
    ck_assert(bench.faults.fatal);
    ck_assert_int_eq(bench.error.status, KUTIP_NO_MEMORY);
    bench_close(&bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("pattern_folder");

    tcase_add_test(tcase, by_name);
    tcase_add_test(tcase, other_files_are_passed_over);
    tcase_add_test(tcase, no_folder_below);
    tcase_add_test(tcase, files_with_faults_are_left_out);
    tcase_add_test(tcase, no_such_folder);
    tcase_add_test(tcase, a_file_is_no_folder);
    tcase_add_test(tcase, an_empty_folder);
    tcase_add_test(tcase, without_memory);
    return check_run("pattern_folder", tcase, NULL);
}
