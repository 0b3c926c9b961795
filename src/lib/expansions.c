/*
 * Expansions.
 * In: expansions.table, a folded word. Out: what it is short for. Says
 * nothing of whether a text means it so.
 *
 *     kadisdik -> kepala dinas pendidikan
 */
#include "expansions.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

static int
compare(const char *a, size_t a_length, const char *b, size_t b_length)
{
    int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
    return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

static int
compare_rows(const void *first, const void *second)
{
    const struct kt_expansion *a = first;
    const struct kt_expansion *b = second;
    return compare(a->text, a->length, b->text, b->length);
}

/* A folded copy, terminated; folding never makes a text three times longer. */
static char *
fold(const char *text, uint32_t *length, struct kt_arena *arena)
{
    size_t room = 3 * strlen(text);
    char *folded = kt_arena_take(arena, room + 1);

    if (folded == NULL)
        return NULL;
    *length = (uint32_t)kt_text_fold(text, strlen(text), folded, room);
    folded[*length] = '\0';
    return folded;
}

static bool
read_row(struct kt_expansion *row, const char *text, const char *full,
         struct kt_arena *arena)
{
    uint32_t length;

    row->text = fold(text, &row->length, arena);
    row->full = fold(full, &length, arena);
    return row->text != NULL && row->full != NULL;
}

bool
kt_expansions_load(struct kt_expansions *expansions,
                   const struct kt_table *table, struct kt_arena *arena,
                   struct kt_faults *faults)
{
    int text = kt_table_column(table, "short", faults);
    int full = kt_table_column(table, "full", faults);
    struct kt_expansion *rows =
        kt_arena_take(arena, (table->row_count + 1) * sizeof *rows);

    if (rows == NULL)
        return kt_faults_no_memory(faults);
    if (text < 0 || full < 0)
        return false;
    for (uint32_t i = 0; i < table->row_count; i++)
        if (!read_row(&rows[i], kt_table_cell(table, i, text),
                      kt_table_cell(table, i, full), arena))
            return kt_faults_no_memory(faults);
    qsort(rows, table->row_count, sizeof *rows, compare_rows);
    expansions->rows = rows;
    expansions->count = table->row_count;
    return true;
}

const char *
kt_expansions_find(const struct kt_expansions *expansions, const char *folded,
                   size_t length)
{
    uint32_t low = 0, high = expansions->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct kt_expansion *row = &expansions->rows[middle];
        int order = compare(folded, length, row->text, row->length);
        if (order == 0)
            return row->full;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
