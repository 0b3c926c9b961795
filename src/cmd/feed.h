/*
 * The reader's end of the queue: pieces, one after the other.
 */
#ifndef KUTIP_CMD_FEED_H
#define KUTIP_CMD_FEED_H

#include "piece.h"
#include "report.h"

struct feed;
struct source;

/* An empty piece of a source; there is one at a time. */
struct piece *
feed_piece(const struct source *source);

/* Sends it on its way, soon, together with others; waits until there is
 * room. False: no more are wanted. */
bool
feed_send(struct feed *feed, struct piece *piece);

/* What was sent goes now: the next may be long in coming. */
void
feed_flush(struct feed *feed);

/* A document that could not be had, and why. line and column of the spot
 * may be 0. False: no more are wanted. */
bool
feed_fail(struct feed *feed, bool several, struct spot spot,
          const char *format, ...) LIKE_PRINTF(4, 5);

/* Something to be told in its turn. False: no more are wanted. */
bool
feed_note(struct feed *feed, struct spot spot, const char *format, ...)
    LIKE_PRINTF(3, 4);

#endif
