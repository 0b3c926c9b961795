/*
 * In: bytes. Out: the same bytes behind those that were there.
 *
 * Not attempted: anything else one may want of a string.
 *
 * Example: the lines of a JSON Lines file go through one buffer, which
 * soon has the size of the longest.
 */
#include "buffer.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    SIZE_FIRST = 256,
    SIZE_KEPT = 256 * 1024 /* larger ones are not kept for the next text */
};

bool
buffer_reserve(struct buffer *buffer, size_t size)
{
    char *bytes;

    if (size <= buffer->size)
        return true;
    if (size < buffer->size * 2)
        size = buffer->size * 2;
    if (size < SIZE_FIRST)
        size = SIZE_FIRST;
    bytes = realloc(buffer->bytes, size);
    if (!bytes)
        return false;
    buffer->bytes = bytes;
    buffer->size = size;
    return true;
}

bool
buffer_add(struct buffer *buffer, const char *bytes, size_t length)
{
    if (length > SIZE_MAX / 4 ||
        !buffer_reserve(buffer, buffer->used + length))
        return false;
    if (length > 0)
        memcpy(buffer->bytes + buffer->used, bytes, length);
    buffer->used += length;
    return true;
}

bool
buffer_set(struct buffer *buffer, const char *string)
{
    buffer->used = 0;
    if (!buffer_add(buffer, string, strlen(string) + 1))
        return false;
    buffer->used--;
    return true;
}

void
buffer_empty(struct buffer *buffer)
{
    if (buffer->size > SIZE_KEPT)
        buffer_release(buffer);
    buffer->used = 0;
}

void
buffer_release(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer){NULL, 0, 0};
}
