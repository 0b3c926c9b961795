/* The engine: a whole folder, with faults and with too little memory. */
#include "check_kutip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "folder.h"
#include "memory.h"

/* tests/faulty-patterns/faults.txt: what the folder must be told of. */
static char *
read_expected(const char *folder)
{
    char path[1024];
    char *text = calloc(1, 16384);
    FILE *file;

    snprintf(path, sizeof path, "%s/faults.txt", folder);
    file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_gt(fread(text, 1, 16383, file), 0);
    fclose(file);
    return text;
}

START_TEST(all_faults_in_one_run)
{
    const char *top = getenv("top_srcdir");
    struct folder *folder = folder_new();
    char path[512];
    char *expected;

    snprintf(path, sizeof path, "%s/tests/faulty-patterns",
             top != NULL ? top : ".");
    expected = read_expected(path);
    ck_assert_ptr_null(folder_load_path(folder, path));
    ck_assert_int_eq(folder->error.status, KUTIP_BAD_PATTERNS);
    ck_assert_str_eq(folder->faults, expected);
    ck_assert_uint_ge(folder->fault_count, 10);
    free(expected);
    folder_free(folder);
}
END_TEST

START_TEST(no_set)
{
    struct folder *folder = folder_new();

    folder_write(folder, "set.table",
                 "%kutip table 1 nasal initial nasal drops\n");
    ck_assert_ptr_null(folder_load(folder));
    ck_assert_uint_eq(folder->fault_count, 1);
    ck_assert_ptr_nonnull(strstr(folder->faults, "no table 'set'"));
    folder_free(folder);
}
END_TEST

START_TEST(families_are_known)
{
    struct folder *folder = folder_new();

    folder_write(folder, "x.templates", "%kutip templates 1 ceus\n");
    ck_assert_ptr_null(folder_load(folder));
    ck_assert_str_eq(folder->faults, "x.templates:1:20: unknown family of "
                                     "templates 'ceus' [cues]\n");
    folder_free(folder);
}
END_TEST

/* ------------------------------------------------------------ little memory */

static void
write_small_set(struct folder *folder)
{
    folder_write(folder, "a.words",
                 "%kutip words 1\n[ROLE ROLE_WHOLE]\nmenteri agama | menag\n"
                 "[ACCORDING]\nmenurut\n[WEEKDAY]\nsenin\n");
    folder_write(folder, "nasal.table",
                 "%kutip table 1 nasal initial nasal drops\nk ng yes\n");
    folder_write(folder, "derivation.table",
                 "%kutip table 1 derivation affix kind voice\n"
                 "meN prefix active\ndi prefix passive\nkan suffix -\n"
                 "nya clitic -\n");
    folder_write(folder, "verbs.table",
                 "%kutip table 1 verbs root forms after kind frame also\n"
                 "kata meN-kan,di-kan bare,clitic say clause -\n");
    folder_write(folder, "cues.templates",
                 "%kutip templates 1 cues\nlet WHO_ELSE = (MENTION | WHO)\n"
                 "template a\n  match QUOTE COMMA? @cue(SAY_BARE) "
                 "@source(WHO_ELSE)\n  yes \"Hai,\" kata Rini Astuti.\n");
    folder_write(folder, "times.templates",
                 "%kutip templates 1 times\ntemplate b\n"
                 "  match @time(WEEKDAY)\n  yes Ia datang Senin.\n");
}

START_TEST(every_allocation_may_fail)
{
    struct folder *folder = folder_new();
    struct memory memory;
    struct kutip_engine_options options = {.patterns = folder->path,
                                           .allocator = &memory.allocator};
    kutip_engine *engine = NULL;

    memory_init(&memory);
    write_small_set(folder);
    for (size_t count = 0; engine == NULL; count++) {
        struct kutip_error error;
        memory.left = count;
        engine = kutip_engine_new(&options, &error);
        if (engine == NULL) {
            ck_assert_int_eq(error.status, KUTIP_NO_MEMORY);
            ck_assert_uint_eq(memory.live, 0);
        }
        ck_assert_uint_lt(count, 10000);
    }
    ck_assert_uint_gt(memory.live, 0);
    for (size_t count = 0;; count++) {
        kutip_status status;
        memory.left = count;
        status = kutip_engine_check(engine, NULL, NULL, NULL, NULL);
        if (status != KUTIP_NO_MEMORY) {
            /* the small set's example does not hold */
            ck_assert_int_eq(status, KUTIP_BAD_PATTERNS);
            ck_assert_uint_gt(count, 0);
            break;
        }
        ck_assert_uint_lt(count, 10000);
    }
    memory.left = 1000;
    kutip_engine_free(engine);
    ck_assert_uint_eq(memory.live, 0);
    folder_free(folder);
}
END_TEST

START_TEST(version)
{
    ck_assert_str_eq(kutip_version(), KUTIP_VERSION);
}
END_TEST

START_TEST(the_installed_set)
{
    ck_assert_ptr_nonnull(strstr(kutip_engine_patterns(check_engine()), "id-"));
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("engine");
    TCase *whole = check_engine_case("whole set");

    tcase_add_test(tcase, all_faults_in_one_run);
    tcase_add_test(tcase, no_set);
    tcase_add_test(tcase, families_are_known);
    tcase_add_test(tcase, every_allocation_may_fail);
    tcase_add_test(tcase, version);
    tcase_add_test(whole, the_installed_set);
    return check_run("engine", tcase, whole, NULL);
}
