/*
 * Tables: CSV, with commas or with the semicolons that spreadsheet programs
 * write in Indonesia, and TSV.
 *
 * In: a row. Out: a document of the cells that the header tells of.
 *
 * Not attempted: rows of other lengths than the header's: a cell too many
 * is a fault, since nobody knows where it came from.
 *
 * Example: `7;Banjir surut;"""Air sudah turun,"" kata Ratna."`
 */
#include "cells.h"
#include "columns.h"
#include "cut_rows.h"
#include "unicode.h"

#include <string.h>

/* Cells that are a part go into the document; the cells of the row. */
static size_t
keep_cells(struct piece *piece, struct document *document, bool *good)
{
    const struct columns *columns = &piece->columns;
    char *at = piece->bytes.bytes;
    char *end = at + piece->bytes.used;
    char *cell;
    size_t length;
    size_t count = 0;

    for (; (cell = next_cell(&at, end, columns->separator, &length)); count++)
        for (int part = 0; part < PART_COUNT; part++)
            if (columns->of[part] == count)
                *good &= document_keep(document, (enum part)part, cell,
                                       length);
    return count;
}

static bool
read_row(const struct means *means, struct piece *piece,
         struct document *document, struct fault *fault)
{
    size_t cells;
    bool good = true;

    (void)means;
    cells = keep_cells(piece, document, &good);
    if (!good)
        return fail_at(fault, 0, "out of memory");
    if (cells > piece->columns.count || !document->text)
        return fail_at(fault, 0, "%zu cell%s where the header has %zu", cells,
                       cells == 1 ? "" : "s", piece->columns.count);
    return true;
}

/* ----------------------------------------------------- what a file holds */

enum {
    HEADER_MOST = 1000,
    NAME_MOST = 60 /* of a column; a sentence is longer */
};

/* Whether no cell is too long to be a name. */
static bool
has_names(const char *header, size_t length, const char *separators)
{
    size_t name = 0;

    for (size_t i = 0; i < length && name <= NAME_MOST; i++)
        name = strchr(separators, header[i]) && header[i] ? 0 : name + 1;
    return name <= NAME_MOST;
}

/* Whether the first line is a header that names a text, and more. */
static bool
has_header(const struct sight *sight, const char *separators)
{
    char header[HEADER_MOST + 1];
    struct columns columns;
    const char *bytes = sight->bytes;
    size_t length = sight->length;
    const char *end = length > 0 ? memchr(bytes, '\n', length) : NULL;
    size_t mark;

    if (!end || (size_t)(end - bytes) > HEADER_MOST)
        return false;
    length = (size_t)(end - bytes);
    if (!has_names(bytes, length, separators))
        return false;
    mark = mark_length(bytes, length);
    bytes += mark;
    length -= mark;
    memcpy(header, bytes, length);
    columns.separator = guess_separator(header, length, separators);
    find_columns(&columns, header, length, sight->options);
    return columns.count > 1 && columns.of[PART_TEXT] != NO_COLUMN;
}

static const char commas[] = ",;\t";
static const char tabs[] = "\t";

static bool
fits_csv(const struct sight *sight)
{
    return has_header(sight, ",;");
}

static bool
fits_tsv(const struct sight *sight)
{
    return has_header(sight, tabs);
}

static bool
cut_csv(const struct source *source)
{
    return cut_rows(source, commas);
}

static bool
cut_tsv(const struct source *source)
{
    return cut_rows(source, tabs);
}

const struct kind csv_kind = {
    .name = "csv",
    .endings = ".csv",
    .fits = fits_csv,
    .cut = cut_csv,
    .read = read_row,
};

const struct kind tsv_kind = {
    .name = "tsv",
    .endings = ".tsv .tab",
    .fits = fits_tsv,
    .cut = cut_tsv,
    .read = read_row,
};
