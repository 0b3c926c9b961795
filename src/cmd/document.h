/*
 * One text, and what its input tells about it.
 */
#ifndef KUTIP_CMD_DOCUMENT_H
#define KUTIP_CMD_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

/* What an input may say of a text: fields, columns, tags by these names. */
enum part {
    PART_TEXT,
    PART_ID,
    PART_TITLE,
    PART_OUTLET,
    PART_PUBLISHED,
    PART_URL,
    PART_COUNT
};

struct page;

/* What is not known is NULL. */
struct document {
    const char *name; /* as records call it: its id, or its path */
    const char *text; /* not terminated, may hold anything */
    size_t length;
    const char *title;
    const char *outlet;
    const char *published;
    const char *url;
    struct page *page;       /* where in a page the text stands */
    char *owned[PART_COUNT]; /* copies that the document frees; page too */
};

/*
 * Keeps a copy of a part, instead of an earlier one. Blanks around it are
 * left out, and what is empty then is not known, except for the text, which
 * is kept as it is. False: out of memory.
 */
bool
document_keep(struct document *document, enum part part, const char *bytes,
              size_t length);

/* The same without a copy: the bytes, and one behind them, which will be
 * written to, have to stay until the document is released. */
void
document_lend(struct document *document, enum part part, char *bytes,
              size_t length);

/* Frees the copies and forgets everything. */
void
document_release(struct document *document);

#endif
