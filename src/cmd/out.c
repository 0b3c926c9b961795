/*
 * In: bytes, strings and numbers. Out: few large writes, or a buffer.
 *
 * Not attempted: stdio, seeking, threads.
 *
 * Example: out_score(out, 0.974) writes `0.97`, in a German locale too.
 */
#include "out.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    BUFFER_SIZE = ROOM_MOST,
    BUFFER_KEPT = 256 * 1024 /* larger ones are not kept for the next text */
};

void
out_init(struct out *out, int fd)
{
    *out = (struct out){.fd = fd};
}

void
out_release(struct out *out)
{
    free(out->buffer);
    out->buffer = NULL;
    out->used = 0;
    out->size = 0;
}

void
out_empty(struct out *out)
{
    if (out->size > BUFFER_KEPT)
        out_release(out);
    out->used = 0;
    out->error = 0;
}

/* A descriptor that others made non-blocking: wait until it takes more. */
static bool
wait_for(int fd)
{
    struct pollfd place = {.fd = fd, .events = POLLOUT};

    return poll(&place, 1, -1) >= 0 || errno == EINTR;
}

static void
write_all(struct out *out, const char *bytes, size_t length)
{
    while (length > 0 && !out->error) {
        ssize_t wrote = write(out->fd, bytes, length);

        if (wrote >= 0) {
            bytes += wrote;
            length -= (size_t)wrote;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            if (!wait_for(out->fd))
                out->error = errno;
        } else if (errno != EINTR) {
            out->error = errno;
        }
    }
}

bool
out_flush(struct out *out)
{
    if (out->fd == OUT_MEMORY)
        return !out->error;
    write_all(out, out->buffer, out->used);
    out->used = 0;
    return !out->error;
}

static bool
resize(struct out *out, size_t size)
{
    char *buffer = size > out->used ? realloc(out->buffer, size) : NULL;

    if (!buffer) {
        out->error = ENOMEM;
        return false;
    }
    out->buffer = buffer;
    out->size = size;
    return true;
}

/* Whether so many bytes fit in the buffer now. */
static bool
make_room(struct out *out, size_t length)
{
    size_t size = out->size ? out->size : BUFFER_SIZE;

    if (out->error)
        return false;
    if (out->fd != OUT_MEMORY) {
        out_flush(out);
        return length <= BUFFER_SIZE &&
               (out->size > 0 || resize(out, BUFFER_SIZE));
    }
    while (size - out->used < length && size < SIZE_MAX / 2)
        size *= 2;
    return resize(out, size);
}

char *
out_more_room(struct out *out, size_t length)
{
    return make_room(out, length) ? out->buffer + out->used : NULL;
}

char *
out_reach_on(struct out *out, char *to, size_t length)
{
    char *room;

    out->used = (size_t)(to - out->buffer);
    room = out_more_room(out, length);
    return room ? room : out->buffer;
}

void
out_bytes(struct out *out, const char *bytes, size_t length)
{
    char *room = length > 0 ? out_room(out, length) : NULL;

    if (room) {
        memcpy(room, bytes, length);
        out->used += length;
    } else if (length > 0 && out->fd != OUT_MEMORY) {
        write_all(out, bytes, length);
    }
}

void
out_string(struct out *out, const char *string)
{
    out_bytes(out, string, strlen(string));
}

void
out_spaces(struct out *out, size_t count)
{
    while (count-- > 0)
        out_char(out, ' ');
}

/* `00`, `01`, ... */
static const char pairs[] =
    "0001020304050607080910111213141516171819"
    "2021222324252627282930313233343536373839"
    "4041424344454647484950515253545556575859"
    "6061626364656667686970717273747576777879"
    "8081828384858687888990919293949596979899";

size_t
put_digits(char *end, size_t number)
{
    char *at = end;

    for (; number >= 100; number /= 100)
        memcpy(at -= 2, pairs + number % 100 * 2, 2);
    if (number >= 10)
        memcpy(at -= 2, pairs + number * 2, 2);
    else
        *--at = (char)('0' + number);
    return (size_t)(end - at);
}

static size_t
count_digits(size_t number)
{
    size_t count = 1;

    for (size_t limit = 10; number >= limit && count < DIGITS_MAX; limit *= 10)
        count++;
    return count;
}

/* Two digits of the table. */
static inline char *
put_pair(char *to, size_t number)
{
    memcpy(to, pairs + number * 2, 2);
    return to + 2;
}

/* Up to four digits, as nearly all numbers have; where they end. */
static inline char *
put_small(char *to, unsigned number)
{
    unsigned high = number / 100, low = number % 100;

    if (high >= 10)
        return put_pair(put_pair(to, high), low);
    if (high > 0) {
        *to++ = (char)('0' + high);
        return put_pair(to, low);
    }
    if (low >= 10)
        return put_pair(to, low);
    *to++ = (char)('0' + low);
    return to;
}

char *
put_number(char *to, size_t number)
{
    if (number < 10000)
        return put_small(to, (unsigned)number);
    return to + put_digits(to + count_digits(number), number);
}

void
out_number(struct out *out, size_t number)
{
    char *room = out_room(out, DIGITS_MAX);

    if (room)
        out->used += (size_t)(put_number(room, number) - room);
}

void
out_padded(struct out *out, size_t number, size_t width)
{
    size_t count = count_digits(number);

    if (count < width)
        out_spaces(out, width - count);
    out_number(out, number);
}

char *
put_score(char *to, double score)
{
    size_t hundredths = 0;

    if (score >= 1)
        hundredths = 100;
    else if (score > 0)
        hundredths = (size_t)(score * 100 + 0.5);
    to[0] = (char)('0' + hundredths / 100);
    to[1] = '.';
    return put_pair(to + 2, hundredths % 100);
}

void
out_score(struct out *out, double score)
{
    char *room = out_room(out, 4);

    if (room)
        out->used += (size_t)(put_score(room, score) - room);
}
