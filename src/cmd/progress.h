/*
 * How far a long run is: a line on standard error that is written over
 * again while it is a terminal, and a summary at the end.
 */
#ifndef KUTIP_CMD_PROGRESS_H
#define KUTIP_CMD_PROGRESS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

struct options;

struct progress {
    const struct options *options;
    bool shown;           /* there is somebody to look at it */
    bool drawn;           /* it stands on the terminal now */
    bool many;            /* some input held several documents */
    size_t documents;     /* written so far */
    size_t records;
    size_t failed;
    uint64_t total;       /* bytes of all files; 0: unknown */
    atomic_uint_fast64_t came; /* bytes that were read; by the reader */
    struct timespec begun;
    struct timespec last; /* drawn */
};

/* Begins to count. terminal: the output goes to one, where a line that is
 * written over would be in the way. */
void
progress_begin(struct progress *progress, const struct options *options,
               bool terminal);

/* Takes the line away, for what is to be told. */
void
progress_clear(struct progress *progress);

/* Draws it again when it is time to. */
void
progress_draw(struct progress *progress);

/* The last line: what was done. */
void
progress_end(struct progress *progress);

#endif
