/*
 * In: records, sentences, items of a stage. Out: what people read: who, as
 * what, said what, where it stands.
 *
 * Not attempted: being read by programs; that is what the other formats
 * are for.
 *
 * Example:
 *   1  Ratna Kusumaningrum · kepala museum
 *      “Atapnya dulu bocor di tujuh tempat,”
 *      direct · katanya · paragraph 2
 */
#include "document.h"
#include "format.h"
#include "screen.h"
#include "unicode.h"

#include <string.h>

enum {
    NUMBER_WIDTH = 3, /* the record's number, at the left */
    INDENT = 5,       /* where the record itself begins */
    EXCERPT_WIDTH = 60
};

#define OPEN_MARK "\xE2\x80\x9C"
#define CLOSE_MARK "\xE2\x80\x9D"
#define ELLIPSIS "\xE2\x80\xA6"
#define DOT " \xC2\xB7 "

static void
begin_line(const struct writer *writer, struct paragraph *line, size_t column,
           size_t indent)
{
    paragraph_begin(line, writer->out, column, indent, writer->width,
                    writer->color);
}

static void
begin_indented(const struct writer *writer, struct paragraph *line)
{
    out_spaces(writer->out, INDENT);
    begin_line(writer, line, INDENT, INDENT);
}

/* The name of the document above what was found in it. */
static void
write_heading(struct writer *writer)
{
    struct paragraph line;

    if (!writer->several)
        return;
    begin_object(writer);
    begin_line(writer, &line, 0, 0);
    paragraph_style(&line, STYLE_HEADING);
    paragraph_string(&line, writer->place.document->name);
    paragraph_end(&line);
}

static void
text_begin_document(struct writer *writer)
{
    if (!writer->error)
        writer->view->tell_begin(writer);
}

static void
text_row(struct writer *writer, const void *row)
{
    writer->view->tell(writer, row);
}

static void
text_end_document(struct writer *writer)
{
    if (!writer->error && writer->view->tell_end)
        writer->view->tell_end(writer);
}

const struct format text_format = {
    .name = "text",
    .traits = FORMAT_EXPLAINS,
    .between = "\n",
    .begin_document = text_begin_document,
    .row = text_row,
    .end_document = text_end_document,
};

/* -------------------------------------------------------------- records */

void
tell_records_begin(struct writer *writer)
{
    write_heading(writer);
}

/* ` · text`, where there is one. */
static void
add_part(struct paragraph *line, const char *label,
         const struct kutip_span *span)
{
    if (!span->text)
        return;
    paragraph_string(line, DOT);
    paragraph_string(line, label);
    paragraph_add(line, span->text, span->length);
}

/* A person is what one expects; anything else is said. */
static void
add_kind(struct paragraph *line, enum kutip_kind kind)
{
    if (kind == KUTIP_NOBODY || kind == KUTIP_PERSON)
        return;
    paragraph_style(line, STYLE_QUIET);
    paragraph_string(line, " (");
    paragraph_string(line, kutip_kind_name(kind));
    paragraph_string(line, ")");
    paragraph_style(line, STYLE_PLAIN);
}

static void
tell_who(const struct writer *writer, const struct kutip_record *record)
{
    struct paragraph line;

    out_padded(writer->out, record->id, NUMBER_WIDTH);
    out_spaces(writer->out, INDENT - NUMBER_WIDTH);
    begin_line(writer, &line, INDENT, INDENT + 4);
    if (record->kind == KUTIP_NOBODY || !record->speaker.text) {
        paragraph_style(&line, STYLE_QUIET);
        paragraph_string(&line, "(nobody named)");
    } else {
        paragraph_style(&line, STYLE_STRONG);
        paragraph_add(&line, record->speaker.text, record->speaker.length);
    }
    paragraph_style(&line, STYLE_PLAIN);
    add_kind(&line, record->kind);
    add_part(&line, "", &record->role);
    add_part(&line, "", &record->affiliation);
    paragraph_end(&line);
}

/* Indirect speech is not a quotation: it has no marks. */
static void
tell_what(const struct writer *writer, const struct kutip_record *record)
{
    bool marks = record->type != KUTIP_INDIRECT;
    struct paragraph line;

    begin_indented(writer, &line);
    paragraph_style(&line, STYLE_QUOTE);
    if (marks)
        paragraph_string(&line, OPEN_MARK);
    paragraph_add(&line, record->quote.text, record->quote.length);
    if (marks)
        paragraph_string(&line, CLOSE_MARK);
    paragraph_end(&line);
}

static void
tell_where(const struct writer *writer, const struct kutip_record *record)
{
    struct paragraph line;

    begin_indented(writer, &line);
    paragraph_style(&line, STYLE_QUIET);
    paragraph_string(&line, kutip_type_name(record->type));
    if (record->continues) {
        paragraph_string(&line, ", goes on from ");
        paragraph_number(&line, record->continues);
    }
    add_part(&line, "", &record->cue);
    paragraph_string(&line, DOT "paragraph ");
    paragraph_number(&line, record->paragraph);
    add_part(&line, "", &record->time);
    add_part(&line, "", &record->place);
    add_part(&line, "", &record->event);
    add_part(&line, "to ", &record->addressee);
    add_part(&line, "via ", &record->via);
    paragraph_end(&line);
}

static void
tell_rule(const struct writer *writer, const struct kutip_record *record)
{
    struct paragraph line;

    begin_indented(writer, &line);
    paragraph_string(&line, "rule ");
    paragraph_string(&line, record->rule ? record->rule : "none");
    if (record->rule_file) {
        paragraph_string(&line, " (");
        paragraph_string(&line, record->rule_file);
        paragraph_string(&line, ":");
        paragraph_number(&line, record->rule_line);
        paragraph_string(&line, ")");
    }
    paragraph_string(&line, ", confidence ");
    paragraph_number(&line, (size_t)(record->confidence * 100 + 0.5));
    paragraph_string(&line, " %");
    paragraph_end(&line);
}

static void
tell_reasons(const struct writer *writer)
{
    const kutip_doc *doc = writer->place.doc;
    size_t count = kutip_doc_reason_count(doc, writer->index);

    for (size_t i = 0; i < count; i++) {
        struct paragraph line;

        out_spaces(writer->out, INDENT);
        out_string(writer->out, "- ");
        begin_line(writer, &line, INDENT + 2, INDENT + 2);
        paragraph_string(&line, kutip_doc_reason(doc, writer->index, i));
        paragraph_end(&line);
    }
}

void
tell_record(struct writer *writer, const void *row)
{
    const struct kutip_record *record = row;

    if (writer->rows > 0)
        out_char(writer->out, '\n');
    tell_who(writer, record);
    tell_what(writer, record);
    tell_where(writer, record);
    if (writer->options->explain) {
        tell_rule(writer, record);
        tell_reasons(writer);
    }
}

/* Silence would leave people wondering. */
void
tell_records_end(struct writer *writer)
{
    if (writer->rows == 0)
        out_string(writer->out,
                   writer->options->types || writer->options->speaker
                       ? "No quotations of that kind.\n"
                       : "No quotations.\n");
}

/* ------------------------------------------------------------ sentences */

void
tell_sentences_begin(struct writer *writer)
{
    write_heading(writer);
}

/* One a line, whatever its length: people count and search them. */
void
tell_sentence(struct writer *writer, const void *row)
{
    const struct kutip_sentence *sentence = row;
    struct paragraph line;

    begin_line(writer, &line, 0, 0);
    line.margin = SIZE_MAX;
    paragraph_add(&line, sentence->span.text, sentence->span.length);
    paragraph_end(&line);
}

/* ----------------------------------------------------------------- dump */

void
tell_dump_begin(struct writer *writer)
{
    write_heading(writer);
}

/* Enough of the text to know it again. */
static void
add_excerpt(struct paragraph *line, const struct kutip_span *span)
{
    size_t columns = 0;
    size_t at = 0;

    while (at < span->length && columns < EXCERPT_WIDTH) {
        struct character next =
            read_character(span->text + at, span->length - at);

        columns += character_width(next.point);
        at += next.length;
    }
    paragraph_string(line, " " OPEN_MARK);
    paragraph_add(line, span->text, at);
    paragraph_string(line,
                     at < span->length ? ELLIPSIS CLOSE_MARK : CLOSE_MARK);
}

/* `12  340-352 “Ratna Kusumaningrum” what the stage says of it`, one item a
 * line whatever its length: people search them. */
void
tell_dump_row(struct writer *writer, const void *row)
{
    const struct dump_row *dump = row;
    const struct kutip_span *span = &dump->item.span;
    struct paragraph line;

    out_padded(writer->out, dump->number, NUMBER_WIDTH);
    out_spaces(writer->out, INDENT - NUMBER_WIDTH);
    begin_line(writer, &line, INDENT, INDENT);
    line.margin = SIZE_MAX;
    paragraph_style(&line, STYLE_QUIET);
    paragraph_number(&line, place_offset(&writer->place, span->start));
    paragraph_string(&line, "-");
    paragraph_number(&line, place_offset(&writer->place, span->end));
    paragraph_style(&line, STYLE_PLAIN);
    if (span->text)
        add_excerpt(&line, span);
    paragraph_string(&line, " ");
    paragraph_style(&line, STYLE_STRONG);
    paragraph_string(&line, dump->item.detail);
    paragraph_end(&line);
}
