/*
 * What a row of the output is made of: tables of fields, which the formats
 * for machines share. CSV takes a table as its columns, JSON as its keys.
 */
#ifndef KUTIP_CMD_FIELD_H
#define KUTIP_CMD_FIELD_H

#include <kutip.h>

#include <string.h>

struct document;
struct repair;

enum field_kind {
    FIELD_END,      /* closes a table */
    FIELD_REPAIRED, /* as FIELD_TEXT; with --repaired only, closes it else */
    FIELD_KNOWN,  /* const char * of the struct document */
    FIELD_NUMBER, /* uint32_t, counted from 1; 0 is null */
    FIELD_TYPE,   /* enum kutip_type */
    FIELD_KIND,   /* enum kutip_kind; KUTIP_NOBODY is null */
    FIELD_TEXT,   /* text of a struct kutip_span */
    FIELD_FROM,   /* start of a struct kutip_span */
    FIELD_TO,     /* end of a struct kutip_span */
    FIELD_STRING, /* const char * */
    FIELD_DETAIL, /* char[], terminated */
    FIELD_SCORE,  /* double */
    FIELD_SPAN,    /* struct kutip_span: its text, start and end, or null */
    FIELD_SPEAKER /* object of a struct kutip_record, null for nobody */
};

/* Bytes that are copied for a key: most have fewer, but so it costs a few
 * instructions and no loop. */
#define KEY_ROOM 24

struct field {
    const char *name;
    char key[KEY_ROOM + 1]; /* `,"name":` as JSON has it */
    size_t key_length;
    enum field_kind kind;
    size_t at;                  /* offset in the row */
    const struct field *inside; /* fields of an object, from row + at */
};

/* One record as it is written; where nothing asks for `repaired`, a struct
 * kutip_record is the same. */
struct record_row {
    struct kutip_record record; /* its spans are those of the given text */
    struct kutip_span repaired; /* the quote as it was analysed */
};

/* One row of --dump. */
struct dump_row {
    const char *stage;
    uint32_t number; /* from 1 in the stage's list */
    struct kutip_item item;
};

extern const struct field record_columns[];
extern const struct field record_keys[];
extern const struct field sentence_fields[];
extern const struct field dump_fields[];

/* A field's value, whatever it was read from. */
struct value {
    enum { VALUE_NULL, VALUE_TEXT, VALUE_NUMBER, VALUE_SCORE } kind;
    const char *text; /* VALUE_TEXT, not terminated */
    size_t length;
    size_t number; /* VALUE_NUMBER */
    double score;  /* VALUE_SCORE */
};

/* Where a row belongs: what is needed to read its fields. */
struct place {
    const kutip_doc *doc;        /* as it was analysed: repaired */
    const kutip_doc *given;      /* the text that offsets count in */
    const struct repair *repair; /* from the one to the other */
    const struct document *document;
    enum kutip_unit unit; /* of the offsets */
};

/* ------------------------------------------------------- reading a field */

/* All of it is inline: a record has forty fields. */

static inline struct value
text_value(const char *text, size_t length)
{
    return (struct value){.kind = text ? VALUE_TEXT : VALUE_NULL,
                          .text = text,
                          .length = length};
}

static inline struct value
string_value(const char *string)
{
    return text_value(string, string ? strlen(string) : 0);
}

/* A span's offset in the unit that was asked for. */
static inline size_t
place_offset(const struct place *place, size_t offset)
{
    if (place->unit == KUTIP_BYTES)
        return offset;
    return kutip_doc_offset(place->given, offset, place->unit);
}

static inline struct value
offset_value(const struct place *place, const struct kutip_span *span,
             size_t offset)
{
    if (!span->text)
        return (struct value){.kind = VALUE_NULL};
    return (struct value){.kind = VALUE_NUMBER,
                          .number = place_offset(place, offset)};
}

static inline struct value
count_value(uint32_t number)
{
    return (struct value){.kind = number ? VALUE_NUMBER : VALUE_NULL,
                          .number = number};
}

/* The value of a field that is no object. */
static inline struct value
field_value(const struct place *place, const struct field *field,
            const void *row)
{
    const void *at = (const char *)row + field->at;
    const struct kutip_span *span = at;

    switch (field->kind) {
    case FIELD_KNOWN:
        at = (const char *)(const void *)place->document + field->at;
        return string_value(*(const char *const *)at);
    case FIELD_NUMBER:
        return count_value(*(const uint32_t *)at);
    case FIELD_TYPE:
        return string_value(kutip_type_name(*(const enum kutip_type *)at));
    case FIELD_KIND:
        return string_value(
            *(const enum kutip_kind *)at == KUTIP_NOBODY
                ? NULL
                : kutip_kind_name(*(const enum kutip_kind *)at));
    case FIELD_TEXT:
    case FIELD_REPAIRED:
        return text_value(span->text, span->length);
    case FIELD_FROM:
        return offset_value(place, span, span->start);
    case FIELD_TO:
        return offset_value(place, span, span->end);
    case FIELD_STRING:
        return string_value(*(const char *const *)at);
    case FIELD_DETAIL:
        return string_value(at);
    case FIELD_SCORE:
        return (struct value){.kind = VALUE_SCORE,
                              .score = *(const double *)at};
    default:
        return (struct value){.kind = VALUE_NULL};
    }
}

/* Whether the table is at its end. */
static inline bool
field_is_last(const struct field *field, bool repaired)
{
    return field->kind <= FIELD_REPAIRED &&
           (field->kind == FIELD_END || !repaired);
}

/* Whether an object is there, or null. */
static inline bool
field_is_null(const struct field *field, const void *row)
{
    const void *at = (const char *)row + field->at;

    return ((const struct kutip_record *)at)->kind == KUTIP_NOBODY;
}

#endif
