/*
 * Bytes that come in: a file, standard input, a member of an archive. A
 * window shows what has come and was not yet taken.
 */
#ifndef KUTIP_CMD_STREAM_H
#define KUTIP_CMD_STREAM_H

#include "buffer.h"

#include <stdatomic.h>
#include <stdint.h>
#include <sys/types.h>

struct stream {
    /* More bytes, at most size; 0 at the end, -1: a fault was set. */
    ssize_t (*read)(struct stream *stream, char *bytes, size_t size);
    void *context; /* of read() */
    int fd;        /* of a file */
    /* Called before more of a file has to be waited for, or NULL. */
    void (*wait)(void *context);
    void *waiter; /* context of wait() */
    bool ended;    /* nothing more will come; at a fault, too */
    bool failed;
    char fault[256];
    uint64_t came; /* bytes that have come in all */
    atomic_uint_fast64_t *meter; /* counts bytes of files, or NULL */
    size_t start;  /* of the window, in the buffer */
    struct buffer buffer;
};

void
stream_init(struct stream *stream,
            ssize_t (*read)(struct stream *stream, char *bytes, size_t size),
            void *context);

/* A stream of an open file; the file stays the caller's to close. */
void
stream_of_file(struct stream *stream, int fd);

void
stream_release(struct stream *stream);

/* What has come and was not yet taken. */
const char *
stream_window(const struct stream *stream, size_t *length);

/* Some more bytes into the window. False: there are none. */
bool
stream_fill(struct stream *stream);

/* Takes bytes out of the window. */
void
stream_take(struct stream *stream, size_t length);

/* Where the window begins in its file; -1: it is no file that one can go
 * back in. */
off_t
stream_place(const struct stream *stream);

/* Goes to a place of the file, as lseek(); the window is empty then. */
off_t
stream_seek(struct stream *stream, off_t place, int whence);

/* Sets a fault and ends the stream; returns -1, for read(). */
ssize_t
stream_fail(struct stream *stream, const char *message);

/* Fills the window until what it holds can be told by its look: the first
 * line, or the first block of what is no text. */
void
stream_look(struct stream *stream);

/* How reading a line ended. */
enum line {
    LINE_READ,
    LINE_TOO_LONG, /* passed over */
    LINE_NO_MEMORY,
    LINE_NONE /* the end, or a fault of the stream */
};

/*
 * A line into the buffer, without its line feed; at most so many bytes.
 * What a fault cut off is no line.
 */
enum line
stream_line(struct stream *stream, char end, size_t most,
            struct buffer *buffer);

/* All that is left, likewise: LINE_READ, also when it is empty. */
enum line
stream_rest(struct stream *stream, size_t most, struct buffer *buffer);

#endif
