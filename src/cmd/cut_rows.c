/*
 * Tables, the reader's side: where one row ends and the next begins.
 *
 * In: CSV or the like. Out: a piece for each row, with its place and with
 * what the header told.
 *
 * Not attempted: what the cells hold (read_csv.c).
 *
 * Example: a cell with a paragraph's line feed in it, between marks, does
 * not end its row.
 */
#include "cut_rows.h"

#include "cells.h"
#include "columns.h"
#include "cut.h"

#include <string.h>

/* Where the cutter stands in a table. */
struct rows {
    const struct source *source;
    struct columns columns;
    enum cell_state state;
    enum line how;       /* whether the row could be kept */
    struct spot row;     /* where it begins */
    struct spot mark;    /* the last mark that opened a cell */
    size_t line;
    size_t column;
};

static void
pass(struct rows *rows, char c)
{
    if (c == '\n') {
        rows->line++;
        rows->column = 1;
    } else {
        rows->column += ((unsigned char)c & 0xC0) != 0x80;
    }
}

static struct spot
here(const struct rows *rows)
{
    return (struct spot){rows->source->path, rows->line, rows->column};
}

/* The bytes of the window that belong to the row; *whole: its line feed is
 * the last of them. */
static size_t
measure(struct rows *rows, const char *window, size_t length, bool *whole)
{
    *whole = false;
    for (size_t i = 0; i < length; i++) {
        enum cell_state before = rows->state;
        char c = window[i];

        if (c == '\n' && before != CELL_QUOTED) {
            pass(rows, c);
            *whole = true;
            return i + 1;
        }
        rows->state = cell_step(before, c, rows->columns.separator);
        if (rows->state == CELL_QUOTED && before == CELL_BEGINS)
            rows->mark = here(rows);
        pass(rows, c);
    }
    return length;
}

static void
keep(struct rows *rows, struct buffer *buffer, const char *bytes,
     size_t length)
{
    if (rows->how != LINE_READ)
        return;
    if (length > rows->source->options->max_document - buffer->used)
        rows->how = LINE_TOO_LONG;
    else if (!buffer_add(buffer, bytes, length))
        rows->how = LINE_NO_MEMORY;
}

/* A row into the buffer. False: there is none, or only a part of it. */
static bool
read_row(struct rows *rows, struct buffer *buffer)
{
    struct stream *stream = rows->source->stream;
    bool whole = false;

    buffer->used = 0;
    rows->state = CELL_BEGINS;
    rows->how = LINE_READ;
    rows->row = here(rows);
    for (;;) {
        size_t length;
        const char *window = stream_window(stream, &length);
        size_t used = measure(rows, window, length, &whole);

        keep(rows, buffer, window, used);
        stream_take(stream, used);
        if (whole)
            break;
        if (!stream_fill(stream))
            return !stream->failed && rows->state != CELL_QUOTED &&
                   (buffer->used > 0 || rows->how != LINE_READ);
    }
    return true;
}

/* Without the bytes that end its line. */
static void
cut_end(struct buffer *row)
{
    if (row->used > 0 && row->bytes[row->used - 1] == '\n')
        row->used--;
    if (row->used > 0 && row->bytes[row->used - 1] == '\r')
        row->used--;
}

/* No more rows: at the end of the file, or at a fault. */
static bool
end_rows(const struct rows *rows)
{
    const struct source *source = rows->source;

    if (source->stream->failed)
        return fail_stream(source);
    if (rows->state == CELL_QUOTED)
        return feed_fail(source->feed, source->several, rows->mark,
                         "this quotation mark is not closed");
    return true;
}

/* As many names of columns as a message has room for. */
static void
copy_names(char *names, size_t size, const struct buffer *header)
{
    size_t length = header->used < size - 1 ? header->used : size - 1;

    memcpy(names, header->bytes, length);
    names[length] = '\0';
}

/* False: no more are wanted; *found: whether there is a text to read. */
static bool
read_header(struct rows *rows, const char *separators, bool *found)
{
    const struct source *source = rows->source;
    struct piece *piece = feed_piece(source);
    struct spot spot = {source->path, 1, 0};
    char names[120];

    *found = false;
    rows->columns.separator = *separators;
    if (!read_row(rows, &piece->bytes))
        return end_rows(rows);
    if (rows->how != LINE_READ)
        return fail_piece(source, rows->how, 1, 1);
    cut_end(&piece->bytes);
    rows->columns.separator =
        guess_separator(piece->bytes.bytes, piece->bytes.used, separators);
    copy_names(names, sizeof names, &piece->bytes);
    if (!buffer_reserve(&piece->bytes, piece->bytes.used + 1))
        return fail_piece(source, LINE_NO_MEMORY, 1, 1);
    find_columns(&rows->columns, piece->bytes.bytes, piece->bytes.used,
                 source->options);
    *found = rows->columns.of[PART_TEXT] != NO_COLUMN;
    return *found || feed_fail(source->feed, source->several, spot,
                               "no column of text in: %s (see --text-field)",
                               names);
}

bool
cut_rows(const struct source *source, const char *separators)
{
    struct rows rows = {.source = source, .line = 1, .column = 1};
    size_t row = 0;
    bool found, more;

    take_mark(source->stream);
    more = read_header(&rows, separators, &found);
    if (!found)
        return more;
    for (;;) {
        struct piece *piece = feed_piece(source);
        bool sent;

        if (!read_row(&rows, &piece->bytes))
            return end_rows(&rows);
        cut_end(&piece->bytes);
        if (piece->bytes.used == 0 && rows.how == LINE_READ)
            continue;
        piece->row = ++row;
        piece->line = rows.row.line;
        piece->column = 1;
        piece->columns = rows.columns;
        sent = rows.how == LINE_READ
                   ? feed_send(source->feed, piece)
                   : fail_piece(source, rows.how, rows.row.line, 1);
        if (!sent)
            return false;
    }
}
