/*
 * In: rows by their table of keys. Out: JSON, one object a line (jsonl) or
 * all in an array (json); with --per-document an object for each document.
 *
 * Not attempted: indentation; `jq .` does that.
 *
 * Example: {"doc":"berita.txt","id":1,"type":"direct",…}
 */
#include "document.h"
#include "escape.h"
#include "format.h"
#include "page.h"

#include <string.h>

static void
write_object(struct writer *writer, const struct field *keys, const void *row);

/* A string and its length, both known here. */
#define READY(string) (string), sizeof(string) - 1

static inline void
write_value(struct out *out, const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL:
        out_ready(out, READY("null"));
        break;
    case VALUE_TEXT:
        write_json_string(out, value->text, value->length);
        break;
    case VALUE_NUMBER:
        out_number(out, value->number);
        break;
    case VALUE_SCORE:
        out_score(out, value->score);
        break;
    }
}

/* A key that stands in no table. */
static void
write_key(struct out *out, const char *name, bool first)
{
    out_string(out, first ? "\"" : ",\"");
    out_string(out, name);
    out_string(out, "\":");
}

/* A key's bytes lie ready; the first has no comma before it. */
static inline void
write_ready_key(struct out *out, const struct field *field, bool first)
{
    char *room = out_room(out, KEY_ROOM);

    if (!room)
        return;
    if (first)
        memcpy(room, field->key + 1, KEY_ROOM - 1);
    else
        memcpy(room, field->key, KEY_ROOM);
    out->used += field->key_length - first;
}

/* The most frequent of objects. */
static void
write_span(const struct place *place, struct out *out,
           const struct kutip_span *span)
{
    if (!span->text) {
        out_ready(out, READY("null"));
        return;
    }
    out_ready(out, READY("{\"text\":"));
    write_json_string(out, span->text, span->length);
    out_ready(out, READY(",\"start\":"));
    out_number(out, place_offset(place, span->start));
    out_ready(out, READY(",\"end\":"));
    out_number(out, place_offset(place, span->end));
    out_char(out, '}');
}

static inline void
write_field(struct writer *writer, const struct field *field, const void *row)
{
    const void *at = (const char *)row + field->at;

    if (field->kind == FIELD_SPAN) {
        write_span(&writer->place, writer->out, at);
    } else if (!field->inside) {
        struct value value = field_value(&writer->place, field, row);

        write_value(writer->out, &value);
    } else if (field_is_null(field, row)) {
        out_ready(writer->out, READY("null"));
    } else {
        out_char(writer->out, '{');
        write_object(writer, field->inside, at);
        out_char(writer->out, '}');
    }
}

/* The keys and values, without the braces. */
static void
write_object(struct writer *writer, const struct field *keys, const void *row)
{
    bool repaired = writer->options->repaired;

    for (const struct field *key = keys; !field_is_last(key, repaired);
         key++) {
        write_ready_key(writer->out, key, key == keys);
        write_field(writer, key, row);
    }
}

static void
write_reasons(struct writer *writer)
{
    const kutip_doc *doc = writer->place.doc;
    size_t count = kutip_doc_reason_count(doc, writer->index);

    write_key(writer->out, "explain", false);
    out_char(writer->out, '[');
    for (size_t i = 0; i < count; i++) {
        const char *reason = kutip_doc_reason(doc, writer->index, i);

        if (i > 0)
            out_char(writer->out, ',');
        write_json_string(writer->out, reason, strlen(reason));
    }
    out_char(writer->out, ']');
}

/* The byte of the page that the quote begins at. */
static void
write_page_start(struct writer *writer, const struct record_row *row)
{
    write_key(writer->out, "page_start", false);
    out_number(writer->out, page_offset(writer->place.document->page,
                                        row->record.quote.start));
}

static void
finish_line(struct writer *writer)
{
    if (writer->format == &jsonl_format)
        out_char(writer->out, '\n');
}

static void
json_row(struct writer *writer, const void *row)
{
    bool inside = writer->options->per_document;

    if (!inside)
        begin_object(writer);
    else if (writer->rows > 0)
        out_char(writer->out, ',');
    out_char(writer->out, '{');
    write_object(writer, writer->view->keys, row);
    if (writer->options->explain)
        write_reasons(writer);
    if (writer->options->with_text && writer->place.document->page &&
        writer->view->keys == record_keys)
        write_page_start(writer, row);
    out_char(writer->out, '}');
    if (!inside)
        finish_line(writer);
}

/* A string that may be missing. */
static void
write_optional(struct out *out, const char *name, const char *text,
               size_t length)
{
    write_key(out, name, strcmp(name, "doc") == 0);
    if (text)
        write_json_string(out, text, length);
    else
        out_string(out, "null");
}

static size_t
length_of(const char *string)
{
    return string ? strlen(string) : 0;
}

static void
json_begin_document(struct writer *writer)
{
    const struct document *document = writer->place.document;
    const struct {
        const char *name;
        const char *string;
    } known[] = {
        {"doc", document->name},      {"title", document->title},
        {"outlet", document->outlet}, {"published", document->published},
        {"url", document->url},
    };

    if (!writer->options->per_document)
        return;
    begin_object(writer);
    out_char(writer->out, '{');
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        write_optional(writer->out, known[i].name, known[i].string,
                       length_of(known[i].string));
    write_optional(writer->out, "text",
                   writer->options->with_text ? document->text : NULL,
                   document->length);
    write_optional(writer->out, "error", writer->error,
                   length_of(writer->error));
    write_key(writer->out, "quotes", false);
    out_char(writer->out, '[');
}

static void
json_end_document(struct writer *writer)
{
    if (!writer->options->per_document)
        return;
    out_string(writer->out, "]}");
    finish_line(writer);
}

static void
json_begin(struct writer *writer)
{
    out_char(writer->out, '[');
}

static void
json_end(struct writer *writer)
{
    out_string(writer->out, writer->objects > 0 ? "\n]\n" : "]\n");
}

const struct format json_format = {
    .name = "json",
    .traits = FORMAT_NESTS | FORMAT_EXPLAINS | FORMAT_HAS_FIELDS,
    .first = "\n",
    .between = ",\n",
    .begin = json_begin,
    .begin_document = json_begin_document,
    .row = json_row,
    .end_document = json_end_document,
    .end = json_end,
};

const struct format jsonl_format = {
    .name = "jsonl",
    .traits = FORMAT_NESTS | FORMAT_EXPLAINS | FORMAT_HAS_FIELDS,
    .begin_document = json_begin_document,
    .row = json_row,
    .end_document = json_end_document,
};
