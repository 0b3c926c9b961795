/*
 * What is compressed, and archives: the files in them, one by one.
 */
#ifndef KUTIP_CMD_CONTAINER_H
#define KUTIP_CMD_CONTAINER_H

#include "stream.h"

/* Who takes the files. take and fail: false, no more, please. */
struct taker {
    /* Whether a member is wanted at all. */
    bool (*wants)(void *context, const char *path);
    /* A file, as a stream that lives until it returns. several: one of an
     * archive; what is only compressed is one file, called as it is. */
    bool (*take)(void *context, const char *path, struct stream *stream,
                 bool several);
    bool (*fail)(void *context, const char *path, const char *message);
    void *context;
};

/* How much was read of the file at the very bottom, and what it gave. */
struct meter {
    atomic_uint_fast64_t *came; /* of all files so far */
    uint64_t begun;             /* of those before it */
    uint64_t gave; /* by its members and theirs, at all depths */
};

/* By its first bytes: gzip, bzip2, xz, Zstandard, tar, zip. */
bool
is_container(const struct stream *stream);

/*
 * Reads all of it. What gives far more bytes than were read of the file at
 * the bottom was made to hurt, and is not read on.
 */
bool
read_container(struct stream *stream, const char *path,
               struct meter *meter, const struct taker *taker);

#endif
