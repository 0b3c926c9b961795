/*
 * Bytes in memory that grow, kept from one text to the next.
 */
#ifndef KUTIP_CMD_BUFFER_H
#define KUTIP_CMD_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

struct buffer {
    char *bytes;
    size_t used;
    size_t size;
};

/* Room for so many bytes in all; false: out of memory. */
bool
buffer_reserve(struct buffer *buffer, size_t size);

/* Appends; false: out of memory, and nothing has changed. */
bool
buffer_add(struct buffer *buffer, const char *bytes, size_t length);

/* Becomes a terminated string; the end does not count as used. */
bool
buffer_set(struct buffer *buffer, const char *string);

/* Empties it for what comes next; a large one is given back. */
void
buffer_empty(struct buffer *buffer);

void
buffer_release(struct buffer *buffer);

#endif
