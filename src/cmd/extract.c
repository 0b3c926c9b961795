/*
 * In: the options and operands. Out: the output of `kutip extract` and of
 * `kutip sentences`, which differ in what they list of a document.
 *
 * Not attempted: threads. Everything a document needs lies in struct run;
 * a run for each thread and an order for their output is all it would take.
 *
 * Example: `kutip berita.txt`; records of one file, for people.
 */
#include "filter.h"
#include "format.h"
#include "input.h"
#include "knowledge.h"
#include "report.h"
#include "screen.h"
#include "target.h"

#include <unistd.h>

static void
list_records(struct writer *writer)
{
    const kutip_doc *doc = writer->place.doc;
    size_t count = kutip_doc_record_count(doc);

    for (writer->index = 0; writer->index < count; writer->index++) {
        const struct kutip_record *record =
            kutip_doc_record(doc, writer->index);

        if (is_wanted(writer->options, record))
            write_row(writer, record);
    }
}

static const struct view records_view = {
    .columns = record_columns,
    .keys = record_keys,
    .analyze = kutip_doc_analyze,
    .list = list_records,
    .tell_begin = tell_records_begin,
    .tell = tell_record,
    .tell_end = tell_records_end,
};

static void
list_sentences(struct writer *writer)
{
    struct kutip_sentence sentence;

    for (writer->index = 0;
         kutip_doc_sentence(writer->place.doc, writer->index, &sentence);
         writer->index++)
        write_row(writer, &sentence);
}

static const struct view sentences_view = {
    .columns = sentence_fields,
    .keys = sentence_fields,
    .analyze = kutip_doc_split,
    .list = list_sentences,
    .tell_begin = tell_sentences_begin,
    .tell = tell_sentence,
};

static void
list_stage(struct writer *writer)
{
    struct dump_row row = {.stage = writer->options->stage};

    for (writer->index = 0;
         kutip_doc_item(writer->place.doc, writer->options->stage_index,
                        writer->index, &row.item);
         writer->index++) {
        row.number = (uint32_t)writer->index + 1;
        write_row(writer, &row);
    }
}

static const struct view stage_view = {
    .columns = dump_fields,
    .keys = dump_fields,
    .analyze = kutip_doc_analyze,
    .list = list_stage,
    .tell_begin = tell_dump_begin,
    .tell = tell_dump_row,
};

/* One run over all inputs. */
struct run {
    const struct options *options;
    kutip_doc *doc;
    struct target target;
    struct writer writer;
};

static void
write_failed(struct run *run, const char *name, const char *message)
{
    struct document document = {.name = name};

    run->writer.error = message;
    write_document(&run->writer, &document);
    run->writer.error = NULL;
}

static void
fail(void *context, const char *name, size_t line, const char *message)
{
    struct run *run = context;

    report(STATUS_INPUT, name, line, "%s", message);
    write_failed(run, name, message);
}

/* The line of a document that holds the byte, from 1. */
static size_t
line_at(const struct document *document, size_t byte)
{
    size_t line = 1;

    for (size_t i = 0; i < byte; i++)
        line += document->text[i] == '\n';
    return line;
}

/* What the analysis saw and went on. */
static void
tell_notes(const struct run *run, const struct document *document)
{
    const char *name = document->name;
    size_t first = 0;
    size_t invalid = kutip_doc_invalid(run->doc, &first);

    if (run->options->quiet)
        return;
    if (invalid > 0)
        report(STATUS_DONE, name, line_at(document, first),
               "%zu invalid byte sequence%s seen through, first at byte %zu",
               invalid, invalid == 1 ? "" : "s", first);
    for (size_t i = 0; i < kutip_doc_warning_count(run->doc); i++)
        report(STATUS_DONE, name, 0, "warning: %s",
               kutip_doc_warning(run->doc, i));
}

static void
refuse(struct run *run, const struct document *document,
       const struct kutip_error *error)
{
    const char *message = error_text(error);

    if (error->status == KUTIP_BAD_TEXT)
        report(STATUS_INPUT, document->name, line_at(document, error->offset),
               "%s (byte %zu)", message, error->offset);
    else
        report(STATUS_INPUT, document->name, 0, "%s", message);
    write_failed(run, document->name, message);
}

static bool
take(void *context, const struct document *document)
{
    struct run *run = context;
    struct kutip_error error = {.status = KUTIP_OK};

    if (run->writer.view->analyze(run->doc, document->text, document->length,
                                  &error) == KUTIP_OK) {
        tell_notes(run, document);
        write_document(&run->writer, document);
    } else {
        refuse(run, document, &error);
    }
    if (run->target.terminal)
        out_flush(&run->target.out);
    return !run->target.out.error;
}

static void
read_inputs(struct run *run)
{
    static char standard[] = "-";
    static char *only_standard[] = {standard};
    const struct options *options = run->options;
    bool none = options->operand_count == 0;
    char **paths = none ? only_standard : options->operands;
    size_t count = none ? 1 : options->operand_count;
    struct sink sink = {take, fail, run};
    struct buffer buffer = {NULL, 0, 0};

    if (none && isatty(STDIN_FILENO) && !options->quiet)
        report(STATUS_DONE, NULL, 0,
               "reading what you type; end it with Ctrl-D");
    for (size_t i = 0; i < count; i++)
        if (!read_input(paths[i], &buffer, &sink))
            break;
    buffer_release(&buffer);
}

static void
set_up_writer(struct run *run, const struct view *view)
{
    const struct options *options = run->options;

    run->writer = (struct writer){
        .out = &run->target.out,
        .format = options->format,
        .view = view,
        .options = options,
        .place = {run->doc, NULL, options->unit},
        .several = options->operand_count > 1,
        .color = wants_color(options->color, run->target.terminal),
        .width = screen_width(run->target.out.fd, run->target.terminal),
    };
}

static void
run_with(const struct options *options, const struct view *view,
         kutip_engine *engine)
{
    struct run run = {.options = options};
    struct kutip_error error;

    run.doc = kutip_doc_new(engine, &error);
    if (!run.doc) {
        report(STATUS_INPUT, NULL, 0, "out of memory");
        return;
    }
    kutip_doc_set_strict(run.doc, options->strict);
    if (target_open(&run.target, options->output)) {
        set_up_writer(&run, view);
        write_begin(&run.writer);
        read_inputs(&run);
        write_end(&run.writer);
        target_close(&run.target);
    }
    kutip_doc_free(run.doc);
}

static void
run_view(const struct options *options, const struct view *view)
{
    kutip_engine *engine = load_engine(pattern_folder(options));

    if (!engine)
        return;
    run_with(options, view, engine);
    kutip_engine_free(engine);
}

void
run_extract(const struct options *options)
{
    run_view(options, options->stage ? &stage_view : &records_view);
}

void
run_sentences(const struct options *options)
{
    run_view(options, &sentences_view);
}
