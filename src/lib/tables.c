/*
 * Tables.
 * In: a file of shape KT_TABLE; its header names the table and its columns.
 * Out: cells by row and column. Knows no table by name.
 *
 *     %kutip table 1 nasal initial nasal drops
 *     k  ng  yes
 */
#include "tables.h"

#include <string.h>

/* `-` is the empty cell, `_` a space in one. False: out of memory. */
static bool
make_cell(struct kt_arena *arena, const char *text, size_t length,
          const char **name, const char **cell)
{
    char *spaced;

    *name = *cell = "";
    if (length == 1 && text[0] == '-')
        return true;
    *name = *cell = kt_arena_copy(arena, text, length);
    if (*name == NULL || memchr(text, '_', length) == NULL)
        return *name != NULL;
    *cell = spaced = kt_arena_copy(arena, text, length);
    for (char *c = spaced; c != NULL && *c != '\0'; c++)
        if (*c == '_')
            *c = ' ';
    return spaced != NULL;
}

static bool
read_row(struct kt_table *table, const struct kt_line *line,
         struct kt_arena *arena, struct kt_faults *faults)
{
    size_t row = (size_t)table->row_count * table->column_count;
    size_t at = 0, start, length;
    uint32_t count = 0;

    while (kt_line_word(line->text, &at, &start, &length)) {
        if (count == table->column_count) {
            kt_fault(faults, table->file, line, start, NULL,
                     "one cell too many: the table has %u columns",
                     (unsigned)table->column_count);
            return true;
        }
        if (!make_cell(arena, line->text + start, length,
                       &table->names[row + count],
                       &table->cells[row + count]))
            return kt_faults_no_memory(faults);
        count++;
    }
    if (count < table->column_count) {
        kt_fault(faults, table->file, line, line->length, NULL,
                 "no cell for column '%s': the row has %u of %u",
                 table->columns[count], (unsigned)count,
                 (unsigned)table->column_count);
        return true;
    }
    table->lines[table->row_count++] = *line;
    return true;
}

bool
kt_table_read(struct kt_table *table, const struct kt_pattern_file *file,
              struct kt_arena *arena, struct kt_faults *faults)
{
    size_t rows = file->line_count;

    *table = (struct kt_table){.file = file};
    if (file->argument_count < 2) {
        kt_fault(faults, file, &file->header, file->header.length, NULL,
                 "the header of a table names it and its columns");
        return false;
    }
    table->name = file->arguments[0];
    table->columns = file->arguments + 1;
    table->column_count = file->argument_count - 1;
    table->cells = kt_arena_take(arena, 2 * (rows * table->column_count + 1) *
                                            sizeof *table->cells);
    table->lines = kt_arena_take(arena, (rows + 1) * sizeof *table->lines);
    if (table->cells == NULL || table->lines == NULL)
        return kt_faults_no_memory(faults);
    table->names = table->cells + rows * table->column_count + 1;
    for (uint32_t i = 0; i < rows; i++)
        if (!read_row(table, &file->lines[i], arena, faults))
            return false;
    return true;
}

/* The column that may be meant, in the header; else the table's name. */
static size_t
column_place(const struct kt_table *table, const char *hint)
{
    for (uint32_t i = 0; hint != NULL && i < table->column_count; i++)
        if (strcmp(table->columns[i], hint) == 0)
            return kt_header_place(table->file, 1 + i);
    return kt_header_place(table->file, 0);
}

int
kt_table_column(const struct kt_table *table, const char *column,
                struct kt_faults *faults)
{
    const char *hint;

    for (uint32_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i], column) == 0)
            return (int)i;
    hint = kt_nearest_name(column, table->columns, table->column_count);
    kt_fault(faults, table->file, &table->file->header,
             column_place(table, hint), hint, "table '%s' has no column '%s'",
             table->name, column);
    return -1;
}

size_t
kt_table_place(const struct kt_table *table, uint32_t row, int column)
{
    size_t at = 0, start = 0, length;

    for (int i = 0; i <= column; i++)
        if (!kt_line_word(table->lines[row].text, &at, &start, &length))
            return 0;
    return start;
}

bool
kt_cells_begin(struct kt_cells *cells, const struct kt_table *table,
               const char *const *columns, size_t count,
               struct kt_faults *faults)
{
    bool found = true;

    *cells = (struct kt_cells){.table = table, .faults = faults};
    for (size_t i = 0; i < count; i++) {
        cells->columns[i] = kt_table_column(table, columns[i], faults);
        found &= cells->columns[i] >= 0;
    }
    return found;
}

bool
kt_bad_cell(const struct kt_cells *cells, int column, const char *hint,
            const char *what)
{
    const struct kt_table *table = cells->table;

    kt_fault(cells->faults, table->file, &table->lines[cells->row],
             kt_table_place(table, cells->row, cells->columns[column]), hint,
             "'%s' is no %s", kt_cell(cells, column), what);
    return false;
}
