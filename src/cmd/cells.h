/*
 * Rows of a table as text: RFC 4180, with any separator.
 */
#ifndef KUTIP_CMD_CELLS_H
#define KUTIP_CMD_CELLS_H

#include <stdbool.h>
#include <stddef.h>

/* Where a scanner stands in a row. */
enum cell_state {
    CELL_BEGINS,
    CELL_PLAIN,
    CELL_QUOTED,
    CELL_CLOSED /* behind a mark that closes, or is the first of two */
};

/* The state behind a byte. A mark opens a cell at its beginning only: in
 * `pipa 5"` it is a mark like any other. */
enum cell_state
cell_step(enum cell_state state, char c, char separator);

/*
 * The next cell of a row, its marks taken away where it stands; *at moves
 * behind it, and is NULL behind the last. NULL: there is no more.
 */
char *
next_cell(char **at, char *end, char separator, size_t *length);

#endif
