/*
 * Formats of the output, a registry: a new one is a file and a row.
 */
#ifndef KUTIP_CMD_FORMAT_H
#define KUTIP_CMD_FORMAT_H

#include "field.h"
#include "options.h"
#include "out.h"

/* What a format can do, for options that ask for it. */
enum format_trait {
    FORMAT_HAS_CELLS = 1 << 0, /* --bom, --safe-cells */
    FORMAT_NESTS = 1 << 1,     /* --per-document, --with-text */
    FORMAT_EXPLAINS = 1 << 2,  /* --explain */
    FORMAT_HAS_FIELDS = 1 << 3 /* --repaired */
};

struct writer;

struct format {
    const char *name;
    unsigned traits;
    const char *first;   /* before the first object of the output, or NULL */
    const char *between; /* before every other one, or NULL */
    /* All of them may be NULL: nothing is written then. */
    void (*begin)(struct writer *writer);
    void (*begin_document)(struct writer *writer);
    void (*row)(struct writer *writer, const void *row);
    void (*end_document)(struct writer *writer);
    void (*end)(struct writer *writer);
};

/* The format of that name, or NULL. */
const struct format *
find_format(const char *name);

/* What is written: records, sentences, or the items of a stage. */
struct view {
    const struct field *columns; /* of a table */
    const struct field *keys;    /* of a JSON object */
    kutip_status (*analyze)(kutip_doc *doc, const char *text, size_t length,
                            struct kutip_error *error);
    /* Calls write_row() for every row of the document. */
    void (*list)(struct writer *writer);
    /* The same for people: before the rows, a row, after them. */
    void (*tell_begin)(struct writer *writer);
    void (*tell)(struct writer *writer, const void *row);
    void (*tell_end)(struct writer *writer);
};

/* What a worker writes with, one document after the other. */
struct writer {
    struct out *out;
    const struct format *format;
    const struct view *view;
    const struct options *options;
    struct place place; /* the document being written */
    size_t index;       /* of the row in the document's list, from 0 */
    const char *error;  /* why the document has no rows, or NULL */
    size_t rows;        /* written for this document */
    size_t objects;     /* begun in this output: see begin_object() */
    bool several;       /* more than one document is to be expected */
    bool color;
    size_t width; /* columns that text may take */
};

void
write_begin(struct writer *writer);

/*
 * For a format: an object of the output begins (a record, a document), and
 * what separates it from the one before is written. Before the first one
 * it is not: what workers write is joined later, by write_joint().
 */
void
begin_object(struct writer *writer);

/* What stands before a worker's first object; objects: all those before
 * it. */
void
write_joint(struct out *out, const struct format *format, size_t objects);

/* All of a document that was analysed, or, with error set, that failed. */
void
write_document(struct writer *writer, const struct document *document);

/* One row of the document, for view->list(). */
void
write_row(struct writer *writer, const void *row);

void
write_end(struct writer *writer);

/* The rows of the registry, each in its own file. */
extern const struct format text_format;
extern const struct format csv_format;
extern const struct format tsv_format;
extern const struct format json_format;
extern const struct format jsonl_format;

/* How text_format tells a record, a sentence, an item. */
void
tell_records_begin(struct writer *writer);

void
tell_record(struct writer *writer, const void *row);

void
tell_records_end(struct writer *writer);

void
tell_sentences_begin(struct writer *writer);

void
tell_sentence(struct writer *writer, const void *row);

void
tell_dump_begin(struct writer *writer);

void
tell_dump_row(struct writer *writer, const void *row);

#endif
