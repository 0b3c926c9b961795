/*
 * Which column of a table is what.
 */
#ifndef KUTIP_CMD_COLUMNS_H
#define KUTIP_CMD_COLUMNS_H

#include "options.h"
#include "piece.h"

/* The separator of a header: what it has most of, of those that are
 * allowed. */
char
guess_separator(const char *header, size_t length, const char *allowed);

/*
 * Reads a header, which is changed: its cells are terminated. separator of
 * the columns was set.
 */
void
find_columns(struct columns *columns, char *header, size_t length,
             const struct options *options);

#endif
