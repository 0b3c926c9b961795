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

/* ----------------------------------------------------------------- objects */

/*
 * A row has some forty fields, so its keys lie ready, and room is asked for
 * once for all that is no string: put_...() write where `to` points, and
 * return where they ended, with OBJECT_ROOM behind.
 */
enum { OBJECT_ROOM = 4096 /* more than the keys and numbers of a row take */ };

static inline char *
put_null(char *to)
{
    memcpy(to, "null", 4);
    return to + 4;
}

static inline char *
put_value(struct out *out, char *to, const struct value *value)
{
    switch (value->kind) {
    case VALUE_TEXT:
        return put_json_string(out, to, value->text, value->length,
                               OBJECT_ROOM);
    case VALUE_NUMBER:
        return put_number(to, value->number);
    case VALUE_SCORE:
        return put_score(to, value->score);
    default:
        return put_null(to);
    }
}

/* A string that is known here. */
#define PUT(to, string)                                                       \
    ((char *)memcpy((to), (string), sizeof(string) - 1) + sizeof(string) - 1)

/* The most frequent of objects. */
static char *
put_span(const struct writer *writer, char *to, const struct kutip_span *span)
{
    const struct place *place = &writer->place;

    if (!span->text)
        return put_null(to);
    to = PUT(to, "{\"text\":");
    to = put_json_string(writer->out, to, span->text, span->length,
                         OBJECT_ROOM);
    to = PUT(to, ",\"start\":");
    to = put_number(to, place_offset(place, span->start));
    to = PUT(to, ",\"end\":");
    to = put_number(to, place_offset(place, span->end));
    *to = '}';
    return to + 1;
}

static char *
put_object(const struct writer *writer, char *to, const struct field *keys,
           const void *row);

static inline char *
put_field(const struct writer *writer, char *to, const struct field *field,
          const void *row)
{
    const void *at = (const char *)row + field->at;

    if (field->kind == FIELD_SPAN)
        return put_span(writer, to, at);
    if (field->kind != FIELD_SPEAKER) {
        struct value value = field_value(&writer->place, field, row);

        return put_value(writer->out, to, &value);
    }
    if (field_is_null(field, row))
        return put_null(to);
    *to++ = '{';
    to = put_object(writer, to, field->inside, at);
    *to = '}';
    return to + 1;
}

/* The keys and values, without the braces. */
static char *
put_object(const struct writer *writer, char *to, const struct field *keys,
           const void *row)
{
    bool repaired = writer->options->repaired;
    size_t comma = 1; /* the first key has none before it */

    for (; !field_is_last(keys, repaired); keys++) {
        memcpy(to, keys->key + comma, KEY_ROOM);
        to = put_field(writer, to + keys->key_length - comma, keys, row);
        comma = 0;
    }
    return to;
}

static void
write_object(struct writer *writer, const struct field *keys, const void *row)
{
    struct out *out = writer->out;
    char *room = out_room(out, OBJECT_ROOM);

    if (room)
        out->used =
            (size_t)(put_object(writer, room, keys, row) - out->buffer);
}

/* -------------------------------------------------------------------- rows */

/* A key that stands in no table. */
static void
write_key(struct out *out, const char *name, bool first)
{
    out_string(out, first ? "\"" : ",\"");
    out_string(out, name);
    out_string(out, "\":");
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
write_page_start(struct writer *writer, const struct kutip_record *record)
{
    write_key(writer->out, "page_start", false);
    out_number(writer->out, page_offset(writer->place.document->page,
                                        record->quote.start));
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
