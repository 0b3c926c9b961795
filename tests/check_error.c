/* Errors: what they say, and callers that do not want to know. */
#include "error.h"

#include <string.h>

#include "check_kutip.h"

START_TEST(set_and_clear)
{
    struct kutip_error error;
    memset(&error, 0xFF, sizeof error);
    ck_assert_int_eq(kt_error_set(&error, KUTIP_IO, "no %s at %d", "file", 7),
                     KUTIP_IO);
    ck_assert_int_eq(error.status, KUTIP_IO);
    ck_assert_str_eq(error.message, "no file at 7");
    ck_assert_str_eq(error.file, "");
    ck_assert_uint_eq(error.line, 0);
    ck_assert_uint_eq(error.offset, 0);
    kt_error_clear(&error);
    ck_assert_int_eq(error.status, KUTIP_OK);
    ck_assert_str_eq(error.message, "");
}
END_TEST

START_TEST(nobody_listens)
{
    ck_assert_int_eq(kt_error_set(NULL, KUTIP_NO_MEMORY, "x"),
                     KUTIP_NO_MEMORY);
    kt_error_clear(NULL);
}
END_TEST

START_TEST(long_messages_are_cut)
{
    char text[1000];
    struct kutip_error error;
    memset(text, 'a', sizeof text);
    text[sizeof text - 1] = '\0';
    kt_error_set(&error, KUTIP_IO, "%s", text);
    ck_assert_uint_eq(strlen(error.message), sizeof error.message - 1);
}
END_TEST

START_TEST(status_texts)
{
    for (int i = KUTIP_OK; i <= KUTIP_IO; i++)
        ck_assert_uint_gt(strlen(kutip_status_text((kutip_status)i)), 0);
    ck_assert_str_eq(kutip_status_text(KUTIP_NO_MEMORY), "out of memory");
    ck_assert_str_eq(kutip_status_text((kutip_status)99), "unknown status");
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("error");
    tcase_add_test(tcase, set_and_clear);
    tcase_add_test(tcase, nobody_listens);
    tcase_add_test(tcase, long_messages_are_cut);
    tcase_add_test(tcase, status_texts);
    return check_run("error", tcase, NULL);
}
