/*
 * JSON, the reader's side: where one value ends and the next begins.
 *
 * In: JSON Lines, an array, or objects one after the other. Out: a piece
 * for each line, element or object, with its place.
 *
 * Not attempted: whether a value is right; the workers see that
 * (read_json.c). Brackets and strings are all that is looked at here.
 *
 * Example: `[{"isi":"..."}, {"isi":"..."}]` are two pieces.
 */
#include "cut_json.h"

#include "cut.h"

#include <string.h>

/* ---------------------------------------------------------------- lines */

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool
is_blank(const struct buffer *line)
{
    for (size_t i = 0; i < line->used; i++)
        if (!is_space(line->bytes[i]))
            return false;
    return true;
}

static bool
send_line(const struct source *source, struct piece *piece, enum line how,
          size_t line)
{
    if (how != LINE_READ)
        return fail_piece(source, how, line, 1);
    piece->line = line;
    piece->column = 1;
    return feed_send(source->feed, piece);
}

bool
cut_lines(const struct source *source)
{
    size_t row = 0;

    take_mark(source->stream);
    for (size_t line = 1;; line++) {
        struct piece *piece = feed_piece(source);
        enum line how =
            stream_line(source->stream, '\n', source->options->max_document,
                        &piece->bytes);

        if (how == LINE_NONE)
            return fail_stream(source);
        if (how == LINE_READ && is_blank(&piece->bytes))
            continue;
        piece->row = ++row;
        if (!send_line(source, piece, how, line))
            return false;
    }
}

/* --------------------------------------------------------------- values */

/* Where the cutter stands in a file of values. */
struct cutter {
    const struct source *source;
    struct piece *piece; /* of the value that was begun, or NULL */
    enum line how;       /* whether it could be kept */
    size_t depth;        /* of brackets in it */
    bool string;         /* in a string */
    bool escaped;        /* behind its backslash */
    bool array;          /* in the array around all */
    size_t row;
    size_t line;
    size_t column;
    struct spot begun;  /* where the value begins */
    struct spot opened; /* where the array does */
};

/* Line and column behind some bytes. */
static void
pass(struct cutter *cutter, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\n') {
            cutter->line++;
            cutter->column = 1;
        } else {
            cutter->column += ((unsigned char)bytes[i] & 0xC0) != 0x80;
        }
    }
}

static void
step_string(struct cutter *cutter, char c)
{
    if (cutter->escaped)
        cutter->escaped = false;
    else if (c == '\\')
        cutter->escaped = true;
    else if (c == '"')
        cutter->string = false;
}

/* One byte of a value. True: it is the last. */
static bool
step(struct cutter *cutter, char c)
{
    if (cutter->string) {
        step_string(cutter, c);
        return !cutter->string && cutter->depth == 0;
    }
    if (c == '"')
        cutter->string = true;
    else if (c == '{' || c == '[')
        cutter->depth++;
    else if (c == '}' || c == ']')
        return cutter->depth == 0 || --cutter->depth == 0;
    return false;
}

/* A number or a word ends where something else begins. A bracket that closes
 * nothing is a value of its own, which nobody can read. */
static bool
ends_before(const struct cutter *cutter, char c)
{
    return cutter->depth == 0 && !cutter->string &&
           (is_space(c) || c == ',' || (c == ']' && cutter->array));
}

/* The bytes of the window that belong to the value; *whole: it ends there. */
static size_t
measure(struct cutter *cutter, const char *window, size_t length, bool *whole)
{
    *whole = true;
    for (size_t i = 0; i < length; i++) {
        if (ends_before(cutter, window[i]))
            return i;
        if (step(cutter, window[i]))
            return i + 1;
    }
    *whole = false;
    return length;
}

static void
keep(struct cutter *cutter, const char *bytes, size_t length)
{
    struct buffer *buffer = &cutter->piece->bytes;

    if (cutter->how != LINE_READ)
        return;
    if (length > cutter->source->options->max_document - buffer->used)
        cutter->how = LINE_TOO_LONG;
    else if (!buffer_add(buffer, bytes, length))
        cutter->how = LINE_NO_MEMORY;
}

static bool
send_value(struct cutter *cutter)
{
    struct piece *piece = cutter->piece;

    cutter->piece = NULL;
    piece->row = ++cutter->row;
    piece->line = cutter->begun.line;
    piece->column = cutter->begun.column;
    if (cutter->how != LINE_READ)
        return fail_piece(cutter->source, cutter->how, piece->line,
                          piece->column);
    return feed_send(cutter->source->feed, piece);
}

static struct spot
here(const struct cutter *cutter)
{
    return (struct spot){cutter->source->path, cutter->line, cutter->column};
}

static void
begin_value(struct cutter *cutter)
{
    cutter->piece = feed_piece(cutter->source);
    cutter->how = LINE_READ;
    cutter->depth = 0;
    cutter->string = false;
    cutter->escaped = false;
    cutter->begun = here(cutter);
}

/* What stands between values; how many bytes of it. */
static size_t
pass_between(struct cutter *cutter, char c)
{
    if (c == '[' && !cutter->array) {
        cutter->array = true;
        cutter->opened = here(cutter);
    } else if (c == ']' && cutter->array) {
        cutter->array = false;
    } else if (!is_space(c) && c != ',') {
        begin_value(cutter);
        return 0;
    }
    return 1;
}

/* As much of the window as can be told. False: no more are wanted. */
static bool
cut_window(struct cutter *cutter)
{
    struct stream *stream = cutter->source->stream;
    size_t length;
    const char *window = stream_window(stream, &length);

    while (length > 0) {
        bool whole = false;
        size_t used;

        if (cutter->piece) {
            used = measure(cutter, window, length, &whole);
            keep(cutter, window, used);
        } else {
            used = pass_between(cutter, *window);
        }
        pass(cutter, window, used);
        stream_take(stream, used);
        if (whole && !send_value(cutter))
            return false;
        window = stream_window(stream, &length);
    }
    return true;
}

static bool
end_values(struct cutter *cutter)
{
    const struct source *source = cutter->source;

    if (source->stream->failed)
        return fail_stream(source);
    if (cutter->piece && cutter->depth == 0 && !cutter->string)
        return send_value(cutter);
    if (cutter->piece)
        return feed_fail(source->feed, source->several, cutter->begun,
                         "the file ends inside this value");
    if (cutter->array)
        return feed_fail(source->feed, source->several, cutter->opened,
                         "this array is not closed");
    return true;
}

bool
cut_values(const struct source *source)
{
    struct cutter cutter = {.source = source, .line = 1, .column = 1};

    take_mark(source->stream);
    do {
        if (!cut_window(&cutter))
            return false;
    } while (stream_fill(source->stream));
    return end_values(&cutter);
}
