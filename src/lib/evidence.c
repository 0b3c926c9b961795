/*
 * Evidence.
 * In: evidence.table. Out: a weight for each kind; a kind without a row, or
 * a row of no kind, is a fault. Adding them up is read_mentions' work.
 *
 *     after_role 12
 */
#include "evidence.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[] = {
#define KT_EVIDENCE_TEXT(name) #name,
    KT_EVIDENCE_KINDS(KT_EVIDENCE_TEXT)
#undef KT_EVIDENCE_TEXT
};

/* Weights lie between -WEIGHT_MAX and WEIGHT_MAX. */
enum { WEIGHT_MAX = 10000 };

const char *
kt_evidence_name(enum kt_evidence_kind kind)
{
    return kind < KT_EVIDENCE_COUNT ? names[kind] : NULL;
}

static int
find_kind(const char *name)
{
    for (int i = 0; i < KT_EVIDENCE_COUNT; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

static bool
read_weight(const char *text, int *weight)
{
    char *end;
    long value = strtol(text, &end, 10);

    *weight = (int)value;
    return end != text && *end == '\0' && value >= -WEIGHT_MAX &&
           value <= WEIGHT_MAX;
}

static void
read_row(struct kt_evidence *evidence, const struct kt_table *table,
         uint32_t row, const int columns[2], bool seen[],
         struct kt_faults *faults)
{
    const struct kt_line *line = &table->lines[row];
    const char *name = kt_table_name(table, row, columns[0]);
    const char *weight = kt_table_cell(table, row, columns[1]);
    size_t place = kt_table_place(table, row, columns[0]);
    int kind = find_kind(name);

    if (kind < 0) {
        kt_fault(faults, table->file, line, place,
                 kt_nearest_name(name, names, KT_EVIDENCE_COUNT),
                 "unknown kind of evidence '%s'", name);
        return;
    }
    if (seen[kind])
        kt_fault(faults, table->file, line, place, NULL,
                 "'%s' has a row already", name);
    seen[kind] = true;
    if (!read_weight(weight, &evidence->weights[kind]))
        kt_fault(faults, table->file, line,
                 kt_table_place(table, row, columns[1]), NULL,
                 "'%s' is no weight (a whole number)", weight);
}

/* One fault for all kinds without a row. */
static void
tell_missing(const struct kt_table *table, const bool seen[],
             struct kt_faults *faults)
{
    const char *first = NULL;
    int missing = 0;

    for (int i = KT_EVIDENCE_COUNT - 1; i >= 0; i--)
        if (!seen[i]) {
            first = names[i];
            missing++;
        }
    if (missing > 0)
        kt_fault(faults, table->file, &table->file->header, 0, NULL,
                 "%d kinds of evidence have no row: %s%s", missing, first,
                 missing > 1 ? " ..." : "");
}

bool
kt_evidence_load(struct kt_evidence *evidence, const struct kt_table *table,
                 struct kt_faults *faults)
{
    int columns[2] = {kt_table_column(table, "kind", faults),
                      kt_table_column(table, "weight", faults)};
    bool seen[KT_EVIDENCE_COUNT] = {false};

    if (columns[0] < 0 || columns[1] < 0)
        return false;
    for (uint32_t i = 0; i < table->row_count; i++)
        read_row(evidence, table, i, columns, seen, faults);
    tell_missing(table, seen, faults);
    return true;
}
