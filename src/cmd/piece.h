/*
 * What the reader hands to the workers: the bytes of one text as they stand
 * in the input (a file, a line of JSON, a row of a table), not yet read.
 */
#ifndef KUTIP_CMD_PIECE_H
#define KUTIP_CMD_PIECE_H

#include "buffer.h"
#include "document.h"

struct kind;

#define NO_COLUMN ((size_t)-1)

/* Where a table has what; a copy goes with every row. */
struct columns {
    char separator;
    size_t count;          /* cells of the header */
    size_t of[PART_COUNT]; /* from 0, or NO_COLUMN */
};

struct piece {
    const struct kind *kind; /* who reads it */
    struct buffer path;      /* terminated: a file, or `a.tar/b.txt` */
    size_t row;              /* from 1 in its file; 0: all of the file */
    size_t line;             /* where it begins there, from 1; 0: unknown */
    size_t column;           /* code points from 1 */
    struct columns columns;  /* of a table */
    struct buffer bytes;
    bool several;     /* one of many: for people, its name is a heading */
    bool failed;      /* it could not be had: nothing is read */
    bool is_note;     /* no document, but something to be told in its turn */
    char fault[256];  /* why it failed, or what is told */
};

#endif
