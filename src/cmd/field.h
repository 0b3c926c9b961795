/*
 * What a row of the output is made of: tables of fields, which the formats
 * for machines share. CSV takes a table as its columns, JSON as its keys.
 */
#ifndef KUTIP_CMD_FIELD_H
#define KUTIP_CMD_FIELD_H

#include <kutip.h>

struct document;
struct repair;

enum field_kind {
    FIELD_END,    /* closes a table */
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
    FIELD_SPAN,   /* object of a struct kutip_span, null without text */
    FIELD_SPEAKER, /* object of a struct kutip_record, null for nobody */
    FIELD_REPAIRED /* as FIELD_TEXT; with --repaired only, closes it else */
};

struct field {
    const char *name;
    enum field_kind kind;
    size_t at;                  /* offset in the row */
    const struct field *inside; /* fields of an object, from row + at */
};

/* One record as it is written. */
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

/* The value of a field that is no object. */
struct value
field_value(const struct place *place, const struct field *field,
            const void *row);

/* Whether the table is at its end. */
bool
field_is_last(const struct field *field, bool repaired);

/* Whether an object is there, or null. */
bool
field_is_null(const struct field *field, const void *row);

/* A span's offset in the unit that was asked for. */
size_t
place_offset(const struct place *place, size_t offset);

#endif
