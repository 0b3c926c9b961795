/*
 * Cutting a table into rows.
 */
#ifndef KUTIP_CMD_CUT_ROWS_H
#define KUTIP_CMD_CUT_ROWS_H

#include "kind.h"

/* A piece for each row below the header; separators: those that it may
 * have. */
bool
cut_rows(const struct source *source, const char *separators);

#endif
