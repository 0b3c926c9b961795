/*
 * In: a file descriptor, or somebody who has bytes. Out: a window of the
 * bytes that came, lines, or all of them.
 *
 * Not attempted: going back to what was taken, but in files.
 *
 * Example: of `tail -f crawl.jsonl` a line is had as soon as it is there,
 * though the stream does not end.
 */
#include "stream.h"

#include "unicode.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    WINDOW = 64 * 1024, /* bytes asked for at once */
    LOOK = 1024         /* enough to know an archive by its look */
};

void
stream_init(struct stream *stream,
            ssize_t (*read)(struct stream *stream, char *bytes, size_t size),
            void *context)
{
    *stream = (struct stream){.read = read, .context = context, .fd = -1};
}

/* Whether there is something to be read, if only the end. */
static bool
has_come(int fd)
{
    struct pollfd place = {.fd = fd, .events = POLLIN};

    return poll(&place, 1, 0) > 0;
}

static ssize_t
read_file(struct stream *stream, char *bytes, size_t size)
{
    ssize_t got;

    if (stream->wait && !has_come(stream->fd))
        stream->wait(stream->waiter);
    do
        got = read(stream->fd, bytes, size);
    while (got < 0 && errno == EINTR);
    return got < 0 ? stream_fail(stream, strerror(errno)) : got;
}

void
stream_of_file(struct stream *stream, int fd)
{
    stream_init(stream, read_file, NULL);
    stream->fd = fd;
}

void
stream_release(struct stream *stream)
{
    buffer_release(&stream->buffer);
}

const char *
stream_window(const struct stream *stream, size_t *length)
{
    *length = stream->buffer.used - stream->start;
    return *length > 0 ? stream->buffer.bytes + stream->start : "";
}

/* What is in the window moves to the front, to make room behind it. */
static void
move_down(struct stream *stream)
{
    size_t length;
    const char *window = stream_window(stream, &length);

    if (stream->start > 0 && length > 0)
        memmove(stream->buffer.bytes, window, length);
    stream->buffer.used = length;
    stream->start = 0;
}

bool
stream_fill(struct stream *stream)
{
    ssize_t got;

    if (stream->ended)
        return false;
    move_down(stream);
    if (!buffer_reserve(&stream->buffer, stream->buffer.used + WINDOW)) {
        stream_fail(stream, "out of memory");
        return false;
    }
    got = stream->read(stream, stream->buffer.bytes + stream->buffer.used,
                       WINDOW);
    if (got <= 0) {
        stream->ended = true;
        return false;
    }
    stream->buffer.used += (size_t)got;
    stream->came += (uint64_t)got;
    if (stream->meter)
        *stream->meter += (uint64_t)got;
    return true;
}

void
stream_take(struct stream *stream, size_t length)
{
    stream->start += length;
}

off_t
stream_place(const struct stream *stream)
{
    size_t length = stream->buffer.used - stream->start;
    off_t place = stream->fd < 0 ? -1 : lseek(stream->fd, 0, SEEK_CUR);

    return place < 0 ? -1 : place - (off_t)length;
}

off_t
stream_seek(struct stream *stream, off_t place, int whence)
{
    stream->start = 0;
    stream->buffer.used = 0;
    stream->ended = false;
    return lseek(stream->fd, place, whence);
}

ssize_t
stream_fail(struct stream *stream, const char *message)
{
    snprintf(stream->fault, sizeof stream->fault, "%s", message);
    stream->failed = true;
    stream->ended = true;
    return -1;
}

/* Whether a line has come that tells: without a NUL, as the head of an
 * archive has it, and not only the opening of what follows, such as a
 * bracket or the `<?xml ...?>` of a page. */
static bool
has_line(const char *window, size_t length)
{
    const char *end = length > 0 ? memchr(window, '\n', length) : NULL;

    if (!end || memchr(window, '\0', length))
        return false;
    window += mark_length(window, length);
    while (end > window && strchr(" \t\r", end[-1]))
        end--;
    return end - window > 1 && *window != '<';
}

void
stream_look(struct stream *stream)
{
    size_t length;
    const char *window = stream_window(stream, &length);

    while (length < LOOK && !has_line(window, length) && stream_fill(stream))
        window = stream_window(stream, &length);
}

/* Moves bytes of the window to a buffer, unless they are too many. */
static enum line
move_bytes(struct stream *stream, size_t length, size_t most,
           struct buffer *buffer)
{
    size_t there;
    const char *window = stream_window(stream, &there);
    enum line how = LINE_READ;

    if (length > most - buffer->used)
        how = LINE_TOO_LONG;
    else if (!buffer_add(buffer, window, length))
        how = LINE_NO_MEMORY;
    stream_take(stream, length);
    return how;
}

enum line
stream_line(struct stream *stream, char end, size_t most,
            struct buffer *buffer)
{
    enum line how = LINE_READ;
    bool some = false;

    buffer->used = 0;
    for (;;) {
        size_t length;
        const char *window = stream_window(stream, &length);
        const char *at = length > 0 ? memchr(window, end, length) : NULL;

        if (at)
            length = (size_t)(at - window);
        some |= length > 0;
        if (how == LINE_READ)
            how = move_bytes(stream, length, most, buffer);
        else
            stream_take(stream, length);
        if (at) {
            stream_take(stream, 1);
            return how;
        }
        if (!stream_fill(stream))
            return some && !stream->failed ? how : LINE_NONE;
    }
}

enum line
stream_rest(struct stream *stream, size_t most, struct buffer *buffer)
{
    buffer->used = 0;
    do {
        size_t length;
        enum line how;

        stream_window(stream, &length);
        how = move_bytes(stream, length, most, buffer);
        if (how != LINE_READ)
            return how;
    } while (stream_fill(stream));
    return stream->failed ? LINE_NONE : LINE_READ;
}
