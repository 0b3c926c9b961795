/*
 * The way out: a large buffer in front of a file descriptor, or one that
 * grows and is written by somebody else. The first fault is kept, what is
 * written after it is dropped.
 */
#ifndef KUTIP_CMD_OUT_H
#define KUTIP_CMD_OUT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Instead of a descriptor: all is kept in the buffer. */
#define OUT_MEMORY (-1)

struct out {
    int fd;      /* where it goes, or OUT_MEMORY */
    int error;   /* errno of the first write that failed, or 0 */
    size_t used; /* bytes that wait in the buffer */
    size_t size;
    char *buffer; /* NULL until something is written */
};

void
out_init(struct out *out, int fd);

/* Frees the buffer, with what waits in it. */
void
out_release(struct out *out);

/* Empties a buffer for what comes next; a large one is given back. */
void
out_empty(struct out *out);

/* What out_room() does when the buffer is full. */
char *
out_more_room(struct out *out, size_t length);

/*
 * Room for so many bytes behind those that wait, for one who writes there
 * himself and then counts them in `used`. NULL: there is none, or so many
 * never fit in (ROOM_MOST of a descriptor's).
 */
static inline char *
out_room(struct out *out, size_t length)
{
    if (length <= out->size - out->used)
        return out->buffer + out->used;
    return out_more_room(out, length);
}

/* What out_reach() does when the buffer is full. */
char *
out_reach_on(struct out *out, char *to, size_t length);

/*
 * For one who writes a good deal and has written up to `to`, in the buffer of
 * an output in memory: room for so many bytes from there on, wherever the
 * buffer lies now. When memory runs out, it begins again at the front: the
 * error is set then, and what is there counts no more.
 */
static inline char *
out_reach(struct out *out, char *to, size_t length)
{
    if (length <= out->size - (size_t)(to - out->buffer))
        return to;
    return out_reach_on(out, to, length);
}

/* So many have room in the buffer of a descriptor. */
#define ROOM_MOST ((size_t)64 * 1024)

void
out_bytes(struct out *out, const char *bytes, size_t length);

static inline void
out_char(struct out *out, char c)
{
    char *room = out_room(out, 1);

    if (room) {
        *room = c;
        out->used++;
    }
}

/* A terminated string. */
void
out_string(struct out *out, const char *string);

/* Enough for any number in decimal. */
#define DIGITS_MAX 20

/* Writes a number in decimal so that it ends before end; how many digits. */
size_t
put_digits(char *end, size_t number);

/* A number in decimal, where there is room for DIGITS_MAX; its end. */
char *
put_number(char *to, size_t number);

/* A number in decimal. */
void
out_number(struct out *out, size_t number);

/* A number right-aligned in width columns. */
void
out_padded(struct out *out, size_t number, size_t width);

void
out_spaces(struct out *out, size_t count);

/* A number between 0 and 1 with two decimals, whatever the locale; its end,
 * four bytes behind. */
char *
put_score(char *to, double score);

/* The same. */
void
out_score(struct out *out, double score);

/* Writes what waits. False when this or an earlier write failed. */
bool
out_flush(struct out *out);

#endif
