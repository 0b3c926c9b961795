/*
 * In: the bytes of a table. Out: where cells and rows end, and what a cell
 * holds.
 *
 * Not attempted: refusing what RFC 4180 does not allow but everybody can
 * read, such as a mark in the middle of a plain cell, or a quotation that
 * a cell begins with though the cell itself is not in marks.
 *
 * Example: `7,"""Siap,"" kata Ratna"` are the cells `7` and `"Siap," kata
 * Ratna`.
 */
#include "cells.h"

#include <string.h>

enum cell_state
cell_step(enum cell_state state, char c, char separator)
{
    if (state == CELL_QUOTED)
        return c == '"' ? CELL_CLOSED : CELL_QUOTED;
    if (c == separator)
        return CELL_BEGINS;
    if (c == '"' && state != CELL_PLAIN)
        return CELL_QUOTED;
    return CELL_PLAIN;
}

/*
 * Something stands behind the mark that closed the cell: its marks belong to
 * its text, `"Siap," kata Ratna`. They were passed over, so there is room.
 */
static char *
restore_marks(char *cell, char *to)
{
    memmove(cell + 1, cell, (size_t)(to - cell));
    *cell = '"';
    to[1] = '"';
    return to + 2;
}

char *
next_cell(char **at, char *end, char separator, size_t *length)
{
    enum cell_state state = CELL_BEGINS;
    char *cell = *at;
    char *to = cell;

    if (!cell)
        return NULL;
    for (; *at < end; ++*at) {
        enum cell_state before = state;
        char c = **at;

        state = cell_step(state, c, separator);
        if (state == CELL_BEGINS)
            break;
        /* Marks that open and close are no part of it; two are one. */
        if (state == CELL_CLOSED ||
            (state == CELL_QUOTED && before == CELL_BEGINS))
            continue;
        if (state == CELL_PLAIN && before == CELL_CLOSED)
            to = restore_marks(cell, to);
        *to++ = c;
    }
    *at = *at < end ? *at + 1 : NULL;
    *length = (size_t)(to - cell);
    return cell;
}
