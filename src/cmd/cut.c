/*
 * In: a file that is read. Out: one piece of all of it; and for all kinds,
 * what is said when a piece cannot be had.
 *
 * Not attempted: reading what a piece holds.
 *
 * Example: `kutip: crawl.jsonl:812:1: longer than 16 MB (see
 * --max-document)`.
 */
#include "cut.h"

#include "unicode.h"

bool
fail_piece(const struct source *source, enum line how, size_t line,
           size_t column)
{
    struct spot spot = {source->path, line, column};

    if (how == LINE_NO_MEMORY)
        return feed_fail(source->feed, source->several, spot,
                         "out of memory");
    return feed_fail(source->feed, source->several, spot,
                     "longer than %zu bytes (see --max-document)",
                     source->options->max_document);
}

bool
fail_stream(const struct source *source)
{
    struct spot spot = {source->path, 0, 0};

    if (!source->stream->failed)
        return true;
    return feed_fail(source->feed, source->several, spot, "%s",
                     source->stream->fault);
}

bool
cut_whole(const struct source *source)
{
    struct piece *piece = feed_piece(source);
    enum line how;

    how = stream_rest(source->stream, source->options->max_document,
                      &piece->bytes);
    if (how == LINE_READ)
        return feed_send(source->feed, piece);
    if (how == LINE_NONE)
        return fail_stream(source);
    return fail_piece(source, how, 0, 0);
}

void
take_mark(struct stream *stream)
{
    size_t length;
    const char *window = stream_window(stream, &length);

    stream_take(stream, mark_length(window, length));
}
