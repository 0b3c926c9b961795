/*
 * The queue between the reader, the workers and the output: pieces go in in
 * the order of the input, and come out in it, whoever was done first.
 */
#ifndef KUTIP_CMD_QUEUE_H
#define KUTIP_CMD_QUEUE_H

#include "piece.h"
#include "report.h"

/* So many pieces at most go together: a lock and a call for each short
 * text would cost more than reading it. */
#define PIECES_MOST 32

/* A piece told something: where its output begins, and its notes end. */
struct mark {
    size_t out;
    size_t notes;
};

/* Pieces on their way, and what became of them. */
struct job {
    struct piece pieces[PIECES_MOST];
    size_t count;
    size_t bytes;       /* what they weigh while they are under way */
    size_t largest;     /* bytes of one of them */
    struct notes notes; /* for standard error */
    struct mark marks[PIECES_MOST];
    size_t mark_count;
    struct out out;    /* for the output */
    size_t objects;    /* in out: see write_joint() */
    size_t documents;
    size_t records;
    size_t failed;     /* documents that could not be read */
    bool many;         /* some are of an input of several */
    bool done;
};

/* Who does the work. */
struct crew {
    /* Makes the output of a job; of the workers 0, 1, ... each works on one
     * job at a time, in a thread of its own. Worker 0 is the reader. */
    void (*work)(void *context, size_t worker, struct job *job);
    /* Writes it; the jobs come in order, one at a time, but in any thread.
     * False: the rest is not wanted. */
    bool (*emit)(void *context, struct job *job);
    void *context;
    bool at_once; /* each piece is a job: nobody may wait for the next */
};

struct feed;

/* With one worker there are no threads: the reader does each job when it is
 * full. NULL: out of memory. */
struct feed *
queue_open(size_t workers, const struct crew *crew);

/* Waits until all that was sent is written, and frees the queue. */
void
queue_close(struct feed *feed);

#endif
