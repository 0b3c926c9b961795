/*
 * A worker: one text after the other, from its bytes to its output.
 */
#ifndef KUTIP_CMD_WORK_H
#define KUTIP_CMD_WORK_H

#include "flat_json.h"
#include "format.h"
#include "queue.h"
#include "repair.h"

/* What a worker has for itself. */
struct worker_desk {
    kutip_doc *doc;   /* made when it is first needed */
    kutip_doc *given; /* of a text that was repaired: for its offsets */
    struct repair repair;
    struct document document;
    struct writer writer; /* set up but for the document and its output */
    const kutip_engine *engine;
    struct flat_json flat; /* for the objects of JSON Lines */
    struct piece *piece;   /* the one that is worked on */
    size_t keeps; /* bytes of memory that a large text may leave */
};

/* Reads the pieces of a job, analyses them and writes what was found. */
void
work_on(struct worker_desk *desk, struct job *job);

void
desk_release(struct worker_desk *desk);

#endif
