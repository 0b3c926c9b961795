/*
 * Fuzz target: any bytes as a document. What must hold of every result, not
 * only that nothing crashes: each span is what stands at its offsets, the
 * records are in order, and looking at every stage's list is safe.
 *
 *     ./configure CC=clang --enable-fuzzer --enable-sanitizers
 *     make tests/fuzz/fuzz_doc && tests/fuzz/fuzz_doc CORPUS samples/long-story
 *
 * Without --enable-fuzzer, replay.c runs it over the files it is given.
 */
#include <kutip.h>

#include <stdio.h>
#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(condition)                                                       \
    do {                                                                      \
        if (!(condition)) {                                                   \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, \
                    #condition);                                              \
            abort();                                                          \
        }                                                                     \
    } while (0)

static kutip_doc *
make_doc(void)
{
    const char *folder = getenv("KUTIP_PATTERNS");
    struct kutip_engine_options options = {
        .patterns = folder != NULL ? folder : KUTIP_TREE_PATTERNS,
    };
    struct kutip_error error;
    kutip_engine *engine = kutip_engine_new(&options, &error);
    if (engine == NULL) {
        fprintf(stderr, "%s: %s\n", options.patterns, error.message);
        exit(2);
    }
    kutip_doc *doc = kutip_doc_new(engine, &error);
    MUST(doc != NULL);
    return doc;
}

static void
check_span(const kutip_doc *doc, const struct kutip_span *span)
{
    size_t length;
    const char *text = kutip_doc_text(doc, &length);
    if (span->text == NULL)
        return;
    MUST(span->start <= span->end && span->end <= length);
    MUST(span->length == span->end - span->start);
    MUST(span->text == text + span->start);
    MUST(kutip_doc_offset(doc, span->end, KUTIP_CODEPOINTS) <= span->end);
}

static void
check_records(const kutip_doc *doc)
{
    size_t last = 0;
    for (size_t i = 0; i < kutip_doc_record_count(doc); i++) {
        const struct kutip_record *r = kutip_doc_record(doc, i);
        const struct kutip_span *spans[] = {
            &r->quote, &r->speaker, &r->mention,   &r->introduced,
            &r->role,  &r->cue,     &r->addressee, &r->affiliation,
            &r->via,   &r->time,    &r->place,     &r->event,
        };
        for (size_t k = 0; k < sizeof spans / sizeof *spans; k++)
            check_span(doc, spans[k]);
        MUST(r->id == i + 1 && r->quote.text != NULL);
        MUST(r->quote.start >= last && r->continues < r->id);
        MUST(r->confidence >= 0 && r->confidence <= 1);
        last = r->quote.start;
        for (size_t k = 0; k < kutip_doc_reason_count(doc, i); k++)
            MUST(kutip_doc_reason(doc, i, k) != NULL);
    }
    MUST(kutip_doc_record(doc, kutip_doc_record_count(doc)) == NULL);
}

static void
check_lists(const kutip_doc *doc)
{
    struct kutip_sentence sentence;
    for (size_t i = 0; kutip_doc_sentence(doc, i, &sentence); i++)
        check_span(doc, &sentence.span);
    for (size_t stage = 0; stage < kutip_stage_count(); stage++) {
        struct kutip_item item;
        for (size_t i = 0; kutip_doc_item(doc, stage, i, &item); i++)
            check_span(doc, &item.span);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static kutip_doc *doc;
    if (doc == NULL)
        doc = make_doc();
    struct kutip_error error;
    MUST(kutip_doc_analyze(doc, (const char *)data, size, &error) == KUTIP_OK);
    check_records(doc);
    check_lists(doc);
    return 0;
}
