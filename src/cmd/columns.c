/*
 * In: the header of a table. Out: where the text is, where its id, title
 * and the rest.
 *
 * Not attempted: tables without a header.
 *
 * Example: `no;judul;isi` has the title in its second column, the text in
 * its third, and no id.
 */
#include "columns.h"

#include "cells.h"
#include "column_names.h"

#include <string.h>
#include <strings.h>

char
guess_separator(const char *header, size_t length, const char *allowed)
{
    size_t most = 0;
    char best = *allowed;

    for (; *allowed; allowed++) {
        enum cell_state state = CELL_BEGINS;
        size_t count = 0;

        for (size_t i = 0; i < length; i++) {
            state = cell_step(state, header[i], *allowed);
            count += state == CELL_BEGINS;
        }
        if (count > most) {
            most = count;
            best = *allowed;
        }
    }
    return best;
}

/* Whether a cell's name is that of a part, the sooner in the list the
 * better; COLUMN_NAMES_MOST: it is not. */
static size_t
rank_of(const char *cell, enum part part, const struct options *options)
{
    const char *wanted = options->fields[part];

    if (wanted)
        return strcasecmp(cell, wanted) == 0 ? strcmp(cell, wanted) != 0
                                             : COLUMN_NAMES_MOST;
    for (size_t i = 0; i < COLUMN_NAMES_MOST; i++)
        if (column_names[part][i] &&
            strcasecmp(cell, column_names[part][i]) == 0)
            return i;
    return COLUMN_NAMES_MOST;
}

/* Blanks around a name do not belong to it. */
static char *
trim(char *cell, size_t length)
{
    while (length > 0 && strchr(" \t\r", cell[length - 1]))
        length--;
    cell[length] = '\0';
    return cell + strspn(cell, " \t");
}

void
find_columns(struct columns *columns, char *header, size_t length,
             const struct options *options)
{
    size_t best[PART_COUNT];
    char *at = header;
    char *end = header + length;
    char *cell;

    columns->count = 0;
    for (int part = 0; part < PART_COUNT; part++) {
        columns->of[part] = NO_COLUMN;
        best[part] = COLUMN_NAMES_MOST;
    }
    while ((cell = next_cell(&at, end, columns->separator, &length))) {
        const char *name = trim(cell, length);

        for (int part = 0; part < PART_COUNT; part++) {
            size_t rank = rank_of(name, (enum part)part, options);

            if (rank >= best[part])
                continue;
            best[part] = rank;
            columns->of[part] = columns->count;
        }
        columns->count++;
    }
}
