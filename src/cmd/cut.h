/*
 * What the kinds of input share for cutting a file into pieces.
 */
#ifndef KUTIP_CMD_CUT_H
#define KUTIP_CMD_CUT_H

#include "kind.h"

/* All of the file in one piece. */
bool
cut_whole(const struct source *source);

/* A piece was too long, or there was no memory for it, by the line that
 * tells how; line and column of the spot where it begins. */
bool
fail_piece(const struct source *source, enum line how, size_t line,
           size_t column);

/* The stream ended: true, unless by a fault, which is told then. */
bool
fail_stream(const struct source *source);

/* A byte order mark at the very beginning, which no kind but plain text
 * counts as text: it is taken. */
void
take_mark(struct stream *stream);

#endif
