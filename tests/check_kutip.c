/* What the unit tests share; see check_kutip.h. */
#include "check_kutip.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Made before the first test of a case and freed after its last. */
static kutip_engine *shared_engine;

int
check_run(const char *name, TCase *tcase, ...)
{
    Suite *suite = suite_create(name);
    va_list rest;
    va_start(rest, tcase);
    for (; tcase != NULL; tcase = va_arg(rest, TCase *))
        suite_add_tcase(suite, tcase);
    va_end(rest);

    SRunner *runner = srunner_create(suite);
    srunner_set_tap(runner, "-");
    srunner_run_all(runner, CK_SILENT);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

const char *
check_patterns(void)
{
    const char *folder = getenv("KUTIP_PATTERNS");
    return folder != NULL && folder[0] != '\0' ? folder : KUTIP_TREE_PATTERNS;
}

bool
check_valgrind(void)
{
    const char *set = getenv("KUTIP_TEST_VALGRIND");
    return set != NULL && strcmp(set, "1") == 0;
}

static void
report_fault(void *context, const struct kutip_diagnostic *fault)
{
    (void)context;
    fprintf(stderr, "# %s:%u:%u: %s\n", fault->file, (unsigned)fault->line,
            (unsigned)fault->column, fault->message);
}

static void
load_engine(void)
{
    struct kutip_engine_options options = {
        .patterns = check_patterns(),
        .report = report_fault,
    };
    struct kutip_error error;
    shared_engine = kutip_engine_new(&options, &error);
    ck_assert_msg(shared_engine != NULL, "%s: %s", options.patterns,
                  error.message);
}

static void
free_engine(void)
{
    kutip_engine_free(shared_engine);
    shared_engine = NULL;
}

TCase *
check_engine_case(const char *name)
{
    TCase *tcase = tcase_create(name);
    tcase_add_unchecked_fixture(tcase, load_engine, free_engine);
    return tcase;
}

const kutip_engine *
check_engine(void)
{
    ck_assert_ptr_nonnull(shared_engine);
    return shared_engine;
}

kutip_doc *
check_analyze(const char *text)
{
    struct kutip_error error;
    kutip_doc *doc = kutip_doc_new(check_engine(), &error);
    ck_assert_msg(doc != NULL, "%s", error.message);
    kutip_status status = kutip_doc_analyze(doc, text, strlen(text), &error);
    ck_assert_msg(status == KUTIP_OK, "%s", error.message);
    return doc;
}

kutip_doc *
check_split(const char *text)
{
    return check_split_bytes(text, strlen(text));
}

kutip_doc *
check_split_bytes(const char *text, size_t length)
{
    struct kutip_error error;
    kutip_doc *doc = kutip_doc_new(check_engine(), &error);
    ck_assert_msg(doc != NULL, "%s", error.message);
    kutip_status status = kutip_doc_split(doc, text, length, &error);
    ck_assert_msg(status == KUTIP_OK, "%s", error.message);
    return doc;
}

static size_t
stage_number(const char *name)
{
    size_t stage = 0;
    while (stage < kutip_stage_count() &&
           strcmp(kutip_stage_name(stage), name) != 0)
        stage++;
    ck_assert_uint_lt(stage, kutip_stage_count());
    return stage;
}

char *
check_items(const char *stage, const char *text)
{
    kutip_doc *doc = check_analyze(text);
    size_t number = stage_number(stage);
    size_t count = kutip_doc_item_count(doc, number);
    /* items may lie in each other: every one may be as long as the text */
    char *items = malloc((strlen(text) + 1) * (count + 1));
    ck_assert_ptr_nonnull(items);
    char *end = items;
    for (size_t i = 0; i < count; i++) {
        struct kutip_item item;
        ck_assert(kutip_doc_item(doc, number, i, &item));
        if (i > 0)
            *end++ = '|';
        memcpy(end, item.span.text, item.span.length);
        end += item.span.length;
    }
    *end = '\0';
    for (char *c = items; *c != '\0'; c++)
        if (*c == '\n' || *c == '\r')
            *c = '~';
    kutip_doc_free(doc);
    return items;
}

char *
check_spans(const char *text, size_t field)
{
    kutip_doc *doc = check_analyze(text);
    size_t count = kutip_doc_record_count(doc);
    char *spans = malloc((strlen(text) + 2) * (count + 1));
    ck_assert_ptr_nonnull(spans);
    char *end = spans;
    for (size_t i = 0; i < count; i++) {
        const char *record = (const char *)kutip_doc_record(doc, i);
        struct kutip_span span;
        memcpy(&span, record + field, sizeof span);
        if (i > 0)
            *end++ = '|';
        if (span.text == NULL)
            span = (struct kutip_span){.text = "-", .length = 1};
        memcpy(end, span.text, span.length);
        end += span.length;
    }
    *end = '\0';
    kutip_doc_free(doc);
    return spans;
}
