/*
 * In: rows by their table of columns. Out: CSV as RFC 4180 has it (lines
 * end in CR LF), or the same with tabs for the tools of Unix (lines end in
 * LF).
 *
 * Not attempted: --per-document; a table has no room for it.
 *
 * Example: berita.txt,1,direct,"Kami siap,",Ratna Kusumaningrum,person,…
 */
#include "escape.h"
#include "format.h"

#include <string.h>

static char
separator_of(const struct writer *writer)
{
    return writer->format == &csv_format ? ',' : '\t';
}

static void
finish_line(struct writer *writer)
{
    out_string(writer->out, writer->format == &csv_format ? "\r\n" : "\n");
}

static void
cells_begin(struct writer *writer)
{
    const struct field *columns = writer->view->columns;

    if (writer->options->bom)
        out_string(writer->out, "\xEF\xBB\xBF");
    for (const struct field *at = columns;
         !field_is_last(at, writer->options->repaired); at++) {
        if (at != columns)
            out_char(writer->out, separator_of(writer));
        out_string(writer->out, at->name);
    }
    finish_line(writer);
}

static void
write_value(struct writer *writer, const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL:
        break;
    case VALUE_TEXT:
        write_cell(writer->out, separator_of(writer),
                   writer->options->safe_cells, value->text, value->length);
        break;
    case VALUE_NUMBER:
        out_number(writer->out, value->number);
        break;
    case VALUE_SCORE:
        out_score(writer->out, value->score);
        break;
    }
}

static void
cells_row(struct writer *writer, const void *row)
{
    const struct field *columns = writer->view->columns;

    for (const struct field *at = columns;
         !field_is_last(at, writer->options->repaired); at++) {
        struct value value = field_value(&writer->place, at, row);

        if (at != columns)
            out_char(writer->out, separator_of(writer));
        write_value(writer, &value);
    }
    finish_line(writer);
}

const struct format csv_format = {
    .name = "csv",
    .traits = FORMAT_HAS_CELLS | FORMAT_HAS_FIELDS,
    .begin = cells_begin,
    .row = cells_row,
};

const struct format tsv_format = {
    .name = "tsv",
    .traits = FORMAT_HAS_CELLS | FORMAT_HAS_FIELDS,
    .begin = cells_begin,
    .row = cells_row,
};
