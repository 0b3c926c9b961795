/*
 * Cutting JSON into values: lines, or what brackets hold together.
 */
#ifndef KUTIP_CMD_CUT_JSON_H
#define KUTIP_CMD_CUT_JSON_H

#include "kind.h"

/* A value a line. */
bool
cut_lines(const struct source *source);

/* The elements of an array, or values one after the other. */
bool
cut_values(const struct source *source);

#endif
