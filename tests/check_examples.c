/* The yes and no examples of templates. */
#include "check_kutip.h"

#include <string.h>

#include "folder.h"

static const char words[] = "%kutip words 1\n[WEEKDAY]\nsenin\nselasa\n";

START_TEST(examples_that_fail)
{
    struct folder *folder = folder_new();
    kutip_engine *engine;
    size_t examples = 0;
    kutip_status status;

    folder_write(folder, "time.words", words);
    folder_write(folder, "times.templates",
                 "%kutip templates 1 times\n"
                 "template weekday\n"
                 "  match @time(WEEKDAY)\n"
                 "  yes   Ia datang Senin. => time=Senin\n"
                 "  yes   Ia datang Senin. => time=Selasa; place=\n"
                 "  yes   Ia datang Rabu.\n"
                 "  no    Ia datang Rabu.\n"
                 "  no    Ia datang Selasa.\n"
                 "  yes   Ia datang Selasa. => tmie=Selasa\n");
    engine = folder_load(folder);
    ck_assert_str_eq(folder->faults, "");
    status = kutip_engine_check(engine, folder_report, folder, &examples,
                                &folder->error);
    ck_assert_int_eq(status, KUTIP_BAD_PATTERNS);
    ck_assert_uint_eq(examples, 6);
    ck_assert_str_eq(
        folder->faults,
        "times.templates:5:34: time is 'Senin' here\n"
        "times.templates:6:9: template 'weekday' is not used here\n"
        "times.templates:8:9: template 'weekday' is used here\n"
        "times.templates:9:30: unknown slot 'tmie' [time]\n");
    ck_assert_uint_eq(folder->error.line, 5);
    kutip_engine_free(engine);
    folder_free(folder);
}
END_TEST

START_TEST(examples_that_hold)
{
    struct folder *folder = folder_new();
    kutip_engine *engine;
    size_t examples = 0;

    folder_write(folder, "time.words", words);
    folder_write(folder, "times.templates",
                 "%kutip templates 1 times\n"
                 "template weekday\n"
                 "  match @time(WEEKDAY)\n"
                 "  yes   Ia datang Senin.\n");
    engine = folder_load(folder);
    ck_assert_int_eq(kutip_engine_check(engine, NULL, NULL, &examples, NULL),
                     KUTIP_OK);
    ck_assert_uint_eq(examples, 1);
    kutip_engine_free(engine);
    folder_free(folder);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("examples");

    tcase_add_test(tcase, examples_that_fail);
    tcase_add_test(tcase, examples_that_hold);
    return check_run("examples", tcase, NULL);
}
