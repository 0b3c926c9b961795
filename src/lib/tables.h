/*
 * Tables: rows with named columns. Read once at load; stages ask the engine
 * for what was made of them, not for rows.
 */
#ifndef KT_TABLES_H
#define KT_TABLES_H

#include "pattern_file.h"

struct kt_table {
    const char *name; /* second word of the header line */
    const char **columns;
    uint32_t column_count;
    const char **cells; /* row by row; "" for `-`; `_` already a space */
    const char **names; /* the same with `_` as typed */
    uint32_t row_count;
    struct kt_line *lines; /* line of each row */
    const struct kt_pattern_file *file;
};

/* Makes a table of a file of shape KT_TABLE; faults are reported. */
bool
kt_table_read(struct kt_table *table, const struct kt_pattern_file *file,
              struct kt_arena *arena, struct kt_faults *faults);

/*
 * Index of a column; a missing column is a fault of the file's header and
 * gives -1.
 */
int
kt_table_column(const struct kt_table *table, const char *column,
                struct kt_faults *faults);

static inline const char *
kt_table_cell(const struct kt_table *table, uint32_t row, int column)
{
    return table->cells[row * table->column_count + (uint32_t)column];
}

/* The cell as typed: names of classes, kinds … have a `_` of their own. */
static inline const char *
kt_table_name(const struct kt_table *table, uint32_t row, int column)
{
    return table->names[row * table->column_count + (uint32_t)column];
}

/* ------------------------------------------------------ reading the rows */

enum { KT_COLUMNS_MOST = 8 };

/* The rows of a table whose columns were found. */
struct kt_cells {
    const struct kt_table *table;
    struct kt_faults *faults;
    int columns[KT_COLUMNS_MOST]; /* of the table, in the reader's order */
    uint32_t row;                 /* the one being read */
};

/* False when a column is missing; each that is, is a fault. */
bool
kt_cells_begin(struct kt_cells *cells, const struct kt_table *table,
               const char *const *columns, size_t count,
               struct kt_faults *faults);

/* The cell as typed, of the row being read. */
static inline const char *
kt_cell(const struct kt_cells *cells, int column)
{
    return kt_table_name(cells->table, cells->row, cells->columns[column]);
}

/* Tells that the cell is no `what`; hint may be NULL. Returns false. */
bool
kt_bad_cell(const struct kt_cells *cells, int column, const char *hint,
            const char *what);

/*
 * Byte of the row's line where the cell begins; 0 where the row has none
 * there.
 */
size_t
kt_table_place(const struct kt_table *table, uint32_t row, int column);

#endif
