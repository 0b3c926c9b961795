/*
 * Reasons: made when they are asked for, the same each time.
 */
#include <stdio.h>
#include <string.h>

#include "check_kutip.h"
#include "explain.h"
#include "memory.h"

static const char text[] =
    "\"Siap,\" kata Bupati Bantul Joko Prabawa. "
    "\"Bisa,\" ujar Camat Sewon Rini Lestari. \"Harus,\" katanya.";

/* What the record's template, speaker and the others were. */
START_TEST(steps)
{
    kutip_doc *doc = check_analyze(text);
    const struct kutip_record *record = kutip_doc_record(doc, 2);
    char first[200];

    ck_assert_uint_eq(doc->reasons.count, 0);
    snprintf(first, sizeof first, "template %s (%s:%u) bids ", record->rule,
             record->rule_file, (unsigned)record->rule_line);
    ck_assert_uint_ge(kutip_doc_reason_count(doc, 2), 3);
    ck_assert_int_eq(
        strncmp(kutip_doc_reason(doc, 2, 0), first, strlen(first)), 0);
    ck_assert_str_eq(kutip_doc_reason(doc, 2, 1),
                     "speaker Rini Lestari: -nya: the one talked about");
    ck_assert_str_eq(kutip_doc_reason(doc, 2, 2), "considered Joko Prabawa");
    kutip_doc_free(doc);
}
END_TEST

/* Whoever reads a reason twice gets the same one. */
START_TEST(once)
{
    kutip_doc *doc = check_analyze(text);
    const char *reason = kutip_doc_reason(doc, 1, 0);
    uint32_t count = doc->reasons.count;

    ck_assert_ptr_eq(kutip_doc_reason(doc, 1, 0), reason);
    ck_assert_uint_gt(kutip_doc_reason_count(doc, 0), 0);
    ck_assert_uint_eq(doc->reasons.count, count);
    ck_assert_int_eq(
        kutip_doc_analyze(doc, "Hujan turun.", 12, NULL), KUTIP_OK);
    ck_assert_uint_eq(kutip_doc_reason_count(doc, 0), 0);
    ck_assert_int_eq(
        kutip_doc_analyze(doc, text, sizeof text - 1, NULL), KUTIP_OK);
    ck_assert_uint_gt(kutip_doc_reason_count(doc, 0), 0);
    kutip_doc_free(doc);
}
END_TEST

/* No reason where memory runs out; all of them when there is some again. */
START_TEST(no_memory)
{
    struct memory memory;
    memory_init(&memory);
    struct kutip_engine_options options = {
        .patterns = check_patterns(),
        .allocator = &memory.allocator,
    };
    kutip_engine *engine = kutip_engine_new(&options, NULL);
    kutip_doc *doc = kutip_doc_new(engine, NULL);

    ck_assert_int_eq(
        kutip_doc_analyze(doc, text, sizeof text - 1, NULL), KUTIP_OK);
    memory_refuse(&memory, 1);
    for (size_t size = 1 << 20; size > 0; size /= 2)
        while (kt_arena_take(&doc->arena, size) != NULL)
            ;
    ck_assert_uint_eq(kutip_doc_reason_count(doc, 0), 0);
    ck_assert_ptr_null(kutip_doc_reason(doc, 0, 0));
    memory_refuse(&memory, 0);
    ck_assert_uint_gt(kutip_doc_reason_count(doc, 0), 0);
    ck_assert_ptr_nonnull(kutip_doc_reason(doc, 2, 2));
    kutip_doc_free(doc);
    kutip_engine_free(engine);
    ck_assert_uint_eq(memory.live, 0);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("explain");

    tcase_add_test(tcase, steps);
    tcase_add_test(tcase, once);
    tcase_add_test(tcase, no_memory);
    return check_run("explain", tcase, NULL);
}
