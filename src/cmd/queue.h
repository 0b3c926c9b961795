/*
 * The queue between the reader, the workers and the output: pieces go in in
 * the order of the input, and come out in it, whoever was done first.
 */
#ifndef KUTIP_CMD_QUEUE_H
#define KUTIP_CMD_QUEUE_H

#include "piece.h"
#include "report.h"

/* A piece on its way, and what became of it. */
struct job {
    struct piece piece;
    bool begun;         /* the reader fills it */
    bool empty;         /* no document: only notes */
    size_t bytes;       /* what it weighs while it is under way */
    struct notes notes; /* for standard error */
    struct out out;     /* for the output */
    size_t objects;     /* in out: see write_joint() */
    size_t records;
    bool failed; /* the document could not be read */
    bool done;
};

/* Who does the work. */
struct crew {
    /* Makes the output of a job; of the workers 0, 1, ... each works on one
     * job at a time, in a thread of its own. */
    void (*work)(void *context, size_t worker, struct job *job);
    /* Writes it; the jobs come in order, one at a time, but in any thread.
     * False: the rest is not wanted. */
    bool (*emit)(void *context, struct job *job);
    void *context;
};

struct feed;

/* With one worker there are no threads: each job is done when it is sent.
 * NULL: out of memory. */
struct feed *
queue_open(size_t workers, const struct crew *crew);

/* Waits until all that was sent is written, and frees the queue. */
void
queue_close(struct feed *feed);

#endif
