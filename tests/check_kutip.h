/*
 * What the unit tests share: running a suite, and an engine of the source
 * tree's patterns.
 *
 *     START_TEST(one_quotation)
 *     {
 *         kutip_doc *doc = check_analyze("\"Ya,\" kata Rini Astuti.");
 *         ck_assert_uint_eq(kutip_doc_record_count(doc), 1);
 *         kutip_doc_free(doc);
 *     }
 *     END_TEST
 *
 *     int
 *     main(void)
 *     {
 *         TCase *tcase = check_engine_case("quotations");
 *         tcase_add_test(tcase, one_quotation);
 *         return check_run("find_quotes", tcase, NULL);
 *     }
 *
 * Environment: CK_FORK=no as always with Check (valgrind, debuggers), and
 * KUTIP_TEST_VALGRIND=1 where time runs fifty times slower.
 */
#ifndef CHECK_KUTIP_H
#define CHECK_KUTIP_H

#include <check.h>
#include <kutip.h>
#include <stddef.h>
#include <stdlib.h>

/*
 * Runs a suite of the given test cases, the last followed by NULL, with
 * its results as TAP on standard output. Returns main()'s exit status.
 */
int
check_run(const char *name, TCase *tcase, ...);

/* Adds a test that runs once for each _i of its array, name_cases. */
#define ADD_CASES(tcase, name)                                                \
    tcase_add_loop_test((tcase), name, 0,                                     \
                        sizeof name##_cases / sizeof *name##_cases)

/* A test case whose tests share one engine, loaded once before them. */
TCase *
check_engine_case(const char *name);

/* That engine; only in tests of a check_engine_case(). */
const kutip_engine *
check_engine(void);

/* A document of that engine with the text analysed; the test frees it. */
kutip_doc *
check_analyze(const char *text);

/* The same, cut into sentences only. */
kutip_doc *
check_split(const char *text);

kutip_doc *
check_split_bytes(const char *text, size_t length);

/*
 * The items that a stage finds in a text, between bars: "Ia|pergi|.".
 * Line breaks in them are written as `~`. The test frees it.
 */
char *
check_items(const char *stage, const char *text);

/* Does the stage find these items in the text? */
#define check_stage(stage, text, wanted)                                      \
    do {                                                                      \
        char *found = check_items((stage), (text));                           \
        ck_assert_str_eq(found, (wanted));                                    \
        free(found);                                                          \
    } while (0)

/*
 * A span of every record of a text, between bars, `-` where it is null;
 * field is its offset in struct kutip_record. The test frees it.
 */
char *
check_spans(const char *text, size_t field);

/* Do the records of the text have these spans as their field? */
#define check_records(text, field, wanted)                                    \
    do {                                                                      \
        char *found =                                                         \
            check_spans((text), offsetof(struct kutip_record, field));        \
        ck_assert_str_eq(found, (wanted));                                    \
        free(found);                                                          \
    } while (0)

/* $KUTIP_PATTERNS, or the folder of the source tree. */
const char *
check_patterns(void);

/* Whether the test runs under valgrind, and should ask for less. */
bool
check_valgrind(void);

#endif
