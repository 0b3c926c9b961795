/*
 * In: a path or `-`. Out: its documents, handed to a sink, or the reason
 * why there are none.
 *
 * Not attempted: folders, archives, pages, tables. Each will be a row.
 *
 * Example: `berita.txt` is one document called `berita.txt`.
 */
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <kutip.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* An input that was opened. */
struct origin {
    const char *path; /* as given */
    int fd;
    struct stat status;
    struct buffer *buffer;
};

/* A kind of input: the first row that fits reads it. */
struct input {
    bool (*fits)(const struct origin *origin);
    bool (*read)(const struct origin *origin, const struct sink *sink);
};

void
buffer_release(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer){NULL, 0, 0};
}

static bool
buffer_reserve(struct buffer *buffer, size_t size)
{
    char *bytes;

    if (size <= buffer->size)
        return true;
    bytes = realloc(buffer->bytes, size);
    if (!bytes)
        return false;
    buffer->bytes = bytes;
    buffer->size = size;
    return true;
}

/* Room for what the file says it holds, and one byte to see its end. */
static size_t
first_size(const struct origin *origin)
{
    off_t size = origin->status.st_size;

    if (!S_ISREG(origin->status.st_mode) || size <= 0)
        return 64 * 1024;
    return (uintmax_t)size < KUTIP_TEXT_MAX ? (size_t)size + 1
                                            : KUTIP_TEXT_MAX + 1;
}

/* Room for another read; NULL, or why there is none. */
static const char *
make_room(struct buffer *buffer)
{
    size_t size = buffer->size * 2;

    if (buffer->used > KUTIP_TEXT_MAX)
        return "too large: more than 2 GiB";
    if (buffer->used < buffer->size)
        return NULL;
    if (size > KUTIP_TEXT_MAX + 1)
        size = KUTIP_TEXT_MAX + 1;
    return buffer_reserve(buffer, size) ? NULL : "out of memory";
}

/* The whole input into its buffer; NULL, or what went wrong. */
static const char *
read_all(const struct origin *origin)
{
    struct buffer *buffer = origin->buffer;

    buffer->used = 0;
    if (!buffer_reserve(buffer, first_size(origin)))
        return "out of memory";
    for (;;) {
        const char *fault = make_room(buffer);
        ssize_t got;

        if (fault)
            return fault;
        got = read(origin->fd, buffer->bytes + buffer->used,
                   buffer->size - buffer->used);
        if (got == 0)
            return NULL;
        if (got > 0)
            buffer->used += (size_t)got;
        else if (errno != EINTR)
            return strerror(errno);
    }
}

static bool
is_folder(const struct origin *origin)
{
    return S_ISDIR(origin->status.st_mode);
}

static bool
refuse_folder(const struct origin *origin, const struct sink *sink)
{
    sink->fail(sink->context, origin->path, 0,
               "is a folder; give the files in it");
    return true;
}

static bool
is_anything(const struct origin *origin)
{
    (void)origin;
    return true;
}

static bool
read_plain(const struct origin *origin, const struct sink *sink)
{
    const char *fault = read_all(origin);
    struct document document = {.name = origin->path};

    if (fault) {
        sink->fail(sink->context, origin->path, 0, fault);
        return true;
    }
    document.text = origin->buffer->bytes;
    document.length = origin->buffer->used;
    return sink->take(sink->context, &document);
}

static const struct input inputs[] = {
    {is_folder, refuse_folder},
    {is_anything, read_plain},
};

bool
read_input(const char *path, struct buffer *buffer, const struct sink *sink)
{
    bool standard = strcmp(path, "-") == 0;
    struct origin origin = {.path = path, .buffer = buffer};
    const struct input *input = inputs;
    bool more = true;

    origin.fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_NOCTTY);
    if (origin.fd < 0 || fstat(origin.fd, &origin.status) != 0) {
        sink->fail(sink->context, path, 0, strerror(errno));
    } else {
        while (!input->fits(&origin))
            input++;
        more = input->read(&origin, sink);
    }
    if (origin.fd >= 0 && !standard)
        close(origin.fd);
    return more;
}
