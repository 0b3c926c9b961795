/*
 * In: the bytes of a table. Out: where cells and rows end, and what a cell
 * holds.
 *
 * Not attempted: refusing what RFC 4180 does not allow but everybody can
 * read, such as a mark in the middle of a plain cell.
 *
 * Example: `7,"""Siap,"" kata Ratna"` are the cells `7` and `"Siap," kata
 * Ratna`.
 */
#include "cells.h"

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
        *to++ = c;
    }
    *at = *at < end ? *at + 1 : NULL;
    *length = (size_t)(to - cell);
    return cell;
}
