/*
 * In: the files that the options name. Out: pieces in the feed, or why
 * there are none.
 *
 * Not attempted: knowing any kind of input; kinds.c and container.c do.
 *
 * Example: `arsip.tar.gz` is opened as an archive, `arsip.tar.gz/a.html`
 * in it as a page.
 */
#include "input.h"

#include "container.h"
#include "kind.h"
#include "walk.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The reader's run over everything. */
struct reader {
    const struct options *options;
    struct feed *feed;
    struct meter meter;
};

/* A stream that was opened, and where it was found. */
struct opened {
    struct reader *reader;
    const char *path;
    size_t depth; /* archives around it */
    bool several;
};

enum { DEEPEST = 3 /* archives inside one another, compression included */ };

static bool
fail(const struct opened *opened, const char *message)
{
    struct spot spot = {opened->path, 0, 0};

    return feed_fail(opened->reader->feed, opened->several, spot, "%s",
                     message);
}

/* What nobody can read: a fault, but in a folder or an archive there are
 * such files beside the texts, and only a note is made of them. */
static bool
refuse(const struct opened *opened, const char *what)
{
    struct spot spot = {opened->path, 0, 0};

    if (opened->several && opened->reader->options->quiet)
        return true;
    if (opened->several)
        return feed_note(opened->reader->feed, spot, "passed over: %s", what);
    return fail(opened, what);
}

/* What is no archive. */
static bool
cut_stream(const struct opened *opened, struct stream *stream)
{
    const struct options *options = opened->reader->options;
    struct sight sight = {.path = opened->path, .options = options};
    struct source source = {
        .path = opened->path,
        .stream = stream,
        .options = options,
        .feed = opened->reader->feed,
        .several = opened->several,
    };
    const char *refused;

    sight.bytes = stream_window(stream, &sight.length);
    source.kind = choose_kind(&sight, &refused);
    if (!source.kind)
        return refuse(opened, refused);
    return source.kind->cut(&source);
}

static bool
read_stream(const struct opened *opened, struct stream *stream);

/* A member of an archive, or what was compressed. */
static bool
take_member(void *context, const char *path, struct stream *stream,
            bool several)
{
    const struct opened *outer = context;
    struct opened inner = {outer->reader, path, outer->depth + 1,
                           outer->several || several};

    return read_stream(&inner, stream);
}

static bool
want_member(void *context, const char *path)
{
    const struct opened *outer = context;

    return is_included(outer->reader->options, path);
}

static bool
fail_archive(void *context, const char *path, const char *message)
{
    const struct opened *outer = context;
    struct opened inner = *outer;

    inner.path = path;
    return fail(&inner, message);
}

static bool
read_stream(const struct opened *opened, struct stream *stream)
{
    struct opened outer = *opened;
    struct taker taker = {want_member, take_member, fail_archive, &outer};

    stream_look(stream);
    if (!is_container(stream))
        return cut_stream(opened, stream);
    if (opened->depth >= DEEPEST)
        return fail(opened, "too many archives inside one another");
    return read_container(stream, opened->path, &opened->reader->meter,
                          &taker);
}

/* What was sent need not wait for what comes. */
static void
send_on(void *context)
{
    struct reader *reader = context;

    feed_flush(reader->feed);
}

static bool
read_file(void *context, const char *path, bool found)
{
    struct reader *reader = context;
    struct opened opened = {reader, path, 0, found};
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_NOCTTY);
    struct stream stream;
    bool more;

    if (fd < 0)
        return fail(&opened, strerror(errno));
    stream_of_file(&stream, fd);
    stream.wait = send_on;
    stream.waiter = reader;
    stream.meter = reader->meter.came;
    reader->meter.begun = *reader->meter.came;
    reader->meter.gave = 0;
    more = read_stream(&opened, &stream);
    stream_release(&stream);
    if (!standard)
        close(fd);
    return more;
}

static bool
fail_path(void *context, const char *path, const char *message)
{
    struct reader *reader = context;
    struct opened opened = {reader, path, 0, false};

    return fail(&opened, message);
}

void
read_inputs(const struct options *options, struct feed *feed,
            atomic_uint_fast64_t *meter)
{
    struct reader reader = {options, feed, {meter, *meter, 0}};
    struct finder finder = {read_file, fail_path, send_on, &reader};

    walk(options, &finder);
}
