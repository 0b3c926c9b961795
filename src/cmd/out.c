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
    BUFFER_SIZE = 64 * 1024,
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

/* Room for so many bytes in the buffer; false: they do not fit in it. */
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

void
out_bytes(struct out *out, const char *bytes, size_t length)
{
    if (length == 0)
        return;
    if (length <= out->size - out->used || make_room(out, length)) {
        memcpy(out->buffer + out->used, bytes, length);
        out->used += length;
    } else if (out->fd != OUT_MEMORY) {
        write_all(out, bytes, length);
    }
}

void
out_char(struct out *out, char c)
{
    if (out->used < out->size || make_room(out, 1))
        out->buffer[out->used++] = c;
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

size_t
put_digits(char *end, size_t number)
{
    size_t count = 0;

    do {
        *--end = (char)('0' + number % 10);
        number /= 10;
        count++;
    } while (number > 0);
    return count;
}

void
out_padded(struct out *out, size_t number, size_t width)
{
    char digits[DIGITS_MAX];
    size_t count = put_digits(digits + DIGITS_MAX, number);

    if (count < width)
        out_spaces(out, width - count);
    out_bytes(out, digits + DIGITS_MAX - count, count);
}

void
out_number(struct out *out, size_t number)
{
    out_padded(out, number, 0);
}

void
out_score(struct out *out, double score)
{
    size_t hundredths = 0;

    if (score >= 1)
        hundredths = 100;
    else if (score > 0)
        hundredths = (size_t)(score * 100 + 0.5);
    out_number(out, hundredths / 100);
    out_char(out, '.');
    out_char(out, (char)('0' + hundredths / 10 % 10));
    out_char(out, (char)('0' + hundredths % 10));
}
