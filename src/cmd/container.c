/*
 * In: a stream that is compressed or an archive. Out: the files in it, as
 * streams.
 *
 * Not attempted: passwords, other formats than those that people pack
 * texts in, office documents (which are archives, too). libarchive is
 * included here alone.
 *
 * Example: `arsip.tar.gz` with a file `b.txt` gives `arsip.tar.gz/b.txt`;
 * `berita.jsonl.xz` gives itself.
 */
#include "container.h"

#include "libraries.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ------------------------------------------------------- what a file holds */

/* Where which bytes stand at the beginning of a file. */
struct magic {
    size_t at;
    const char *bytes;
    size_t length;
};

static const struct magic containers[] = {
    {0, "\x1F\x8B", 2},
    {0, "BZh", 3},
    {0, "\xFD" "7zXZ\0", 6},
    {0, "\x28\xB5\x2F\xFD", 4},
    {0, "PK\3\4", 4},
    {0, "PK\5\6", 4},
    {257, "ustar", 5},
};

/* The first members of documents that are archives. */
static const struct magic documents[] = {
    {30, "[Content_Types].xml", 19},
    {30, "mimetype", 8},
};

static bool
has_one(const struct stream *stream, const struct magic *magics, size_t count)
{
    size_t length;
    const char *window = stream_window(stream, &length);

    for (size_t i = 0; i < count; i++)
        if (magics[i].at + magics[i].length <= length &&
            memcmp(window + magics[i].at, magics[i].bytes,
                   magics[i].length) == 0)
            return true;
    return false;
}

bool
is_container(const struct stream *stream)
{
    return has_one(stream, containers, sizeof containers / sizeof *containers);
}

static bool
is_document(const struct stream *stream)
{
    return has_one(stream, documents, sizeof documents / sizeof *documents);
}

/* ---------------------------------------------------------------- reading */

#ifdef HAVE_LIBARCHIVE

#include <archive.h>
#include <archive_entry.h>

/* A container that is being read. */
struct container {
    struct archive *archive;
    struct stream *stream;
    const char *path;
    struct meter *meter;
    const struct taker *taker;
    off_t base;    /* where it begins in its file, or -1: no seeking */
    uint64_t gave; /* bytes of its members so far */
};

/* News shrinks to a fifth; nothing that people write to a hundredth. */
static const uint64_t most_times = 200;
static const uint64_t always_allowed = 64 * 1024 * 1024;
/* For all that is in a file: what stands beside a bomb is read. */
static const uint64_t allowed_in_all = 4 * 64 * 1024 * 1024;

static la_ssize_t
read_below(struct archive *archive, void *context, const void **bytes)
{
    struct container *container = context;
    struct stream *stream = container->stream;
    size_t length;

    stream_window(stream, &length);
    if (length == 0 && !stream_fill(stream) && stream->failed) {
        archive_set_error(archive, EIO, "%s", stream->fault);
        return -1;
    }
    *bytes = stream_window(stream, &length);
    stream_take(stream, length);
    return (la_ssize_t)length;
}

static la_int64_t
seek_below(struct archive *archive, void *context, la_int64_t offset,
           int whence)
{
    struct container *container = context;
    off_t place = (off_t)offset + (whence == SEEK_SET ? container->base : 0);

    (void)archive;
    place = stream_seek(container->stream, place, whence);
    return place < 0 ? ARCHIVE_FATAL : place - container->base;
}

static bool
is_bomb(const struct container *container)
{
    const struct meter *meter = container->meter;
    uint64_t allowed = most_times * (*meter->came - meter->begun);

    return container->gave > always_allowed + allowed ||
           meter->gave > allowed_in_all + allowed;
}

static ssize_t
read_member(struct stream *stream, char *bytes, size_t size)
{
    struct container *container = stream->context;
    la_ssize_t got = archive_read_data(container->archive, bytes, size);
    const char *message = archive_error_string(container->archive);

    if (got < 0)
        return stream_fail(stream, message ? message : "damaged archive");
    container->gave += (uint64_t)got;
    container->meter->gave += (uint64_t)got;
    if (is_bomb(container))
        return stream_fail(stream, "unpacks to more than 200 times its size: "
                                   "not read on");
    return (ssize_t)got;
}

/* What the taker left, which counts too. True: the container is fine. */
static bool
pass_rest(struct container *container, const char *path,
          struct stream *member, bool *more)
{
    if (member->failed)
        return false; /* and told */
    do {
        size_t length;

        stream_window(member, &length);
        stream_take(member, length);
    } while (stream_fill(member));
    if (member->failed)
        *more = container->taker->fail(container->taker->context, path,
                                       member->fault);
    return !member->failed;
}

/* Like the files that folders hide, at any depth. */
static bool
is_hidden(const char *name)
{
    return *name == '.' || strstr(name, "/.");
}

/* `archive/member`; NULL: a member that nobody wants. */
static const char *
member_path(const struct container *container, struct archive_entry *entry,
            struct buffer *path)
{
    const char *name = archive_entry_pathname_utf8(entry);

    if (archive_format(container->archive) == ARCHIVE_FORMAT_RAW)
        return container->path;
    if (!name)
        name = archive_entry_pathname(entry);
    if (!name || archive_entry_filetype(entry) != AE_IFREG ||
        archive_entry_hardlink(entry))
        return NULL;
    while (strncmp(name, "./", 2) == 0)
        name += 2;
    path->used = 0;
    if (is_hidden(name) ||
        !buffer_add(path, container->path, strlen(container->path)) ||
        !buffer_add(path, "/", 1) ||
        !buffer_add(path, name, strlen(name) + 1) ||
        !container->taker->wants(container->taker->context, path->bytes))
        return NULL;
    return path->bytes;
}

static ssize_t
read_nothing(struct stream *stream, char *bytes, size_t size)
{
    (void)stream;
    (void)bytes;
    (void)size;
    return 0;
}

/* A container without any member: an empty text that was compressed is one
 * of those that were to be read; an archive of nothing is told. */
static bool
take_nothing(struct container *container)
{
    const struct taker *taker = container->taker;
    struct stream member;
    bool more;

    if (archive_format(container->archive) != ARCHIVE_FORMAT_EMPTY)
        return taker->fail(taker->context, container->path,
                           "an archive without files");
    stream_init(&member, read_nothing, NULL);
    more = taker->take(taker->context, container->path, &member, false);
    stream_release(&member);
    return more;
}

/* True: go on with the next; *more: whether anything is wanted. */
static bool
take_entry(struct container *container, struct archive_entry *entry,
           struct buffer *buffer, bool *more)
{
    const char *path = member_path(container, entry, buffer);
    bool raw = path == container->path;
    struct stream member;
    bool good;

    stream_init(&member, read_member, container);
    if (path)
        *more = container->taker->take(container->taker->context, path,
                                       &member, !raw);
    good = *more && pass_rest(container, path ? path : container->path,
                              &member, more);
    stream_release(&member);
    return good && *more;
}

static bool
fail(struct container *container)
{
    const char *message = archive_error_string(container->archive);

    return container->taker->fail(container->taker->context, container->path,
                                  message ? message : "damaged archive");
}

static bool
take_entries(struct container *container)
{
    struct buffer path = {NULL, 0, 0};
    struct archive_entry *entry;
    bool more = true;
    bool good = true;
    bool any = false;

    while (good) {
        int status = archive_read_next_header(container->archive, &entry);

        if (status == ARCHIVE_EOF) {
            more = any || take_nothing(container);
            break;
        }
        any = true;
        good = status == ARCHIVE_OK || status == ARCHIVE_WARN;
        if (good)
            good = take_entry(container, entry, &path, &more);
        else
            more = fail(container);
    }
    buffer_release(&path);
    return more;
}

static void
support(struct archive *archive)
{
    archive_read_support_filter_gzip(archive);
    archive_read_support_filter_bzip2(archive);
    archive_read_support_filter_xz(archive);
    archive_read_support_filter_zstd(archive);
    archive_read_support_format_tar(archive);
    archive_read_support_format_zip(archive);
    archive_read_support_format_raw(archive);
    archive_read_support_format_empty(archive);
}

bool
read_container(struct stream *stream, const char *path,
               struct meter *meter, const struct taker *taker)
{
    struct container container = {
        .archive = archive_read_new(),
        .stream = stream,
        .path = path,
        .meter = meter,
        .taker = taker,
        .base = stream_place(stream),
    };
    bool more;

    if (is_document(stream))
        return taker->fail(taker->context, path,
                           "an office document, not text");
    if (!container.archive)
        return taker->fail(taker->context, path, "out of memory");
    support(container.archive);
    archive_read_set_callback_data(container.archive, &container);
    archive_read_set_read_callback(container.archive, read_below);
    if (container.base >= 0)
        archive_read_set_seek_callback(container.archive, seek_below);
    if (archive_read_open1(container.archive) == ARCHIVE_OK)
        more = take_entries(&container);
    else
        more = fail(&container);
    archive_read_free(container.archive);
    return more;
}

const char *
archive_library(void)
{
    return ARCHIVE_VERSION_STRING; /* "libarchive 3.6.2" */
}

#else

bool
read_container(struct stream *stream, const char *path,
               struct meter *meter, const struct taker *taker)
{
    (void)meter;
    if (is_document(stream))
        return taker->fail(taker->context, path,
                           "an office document, not text");
    return taker->fail(taker->context, path,
                       "compressed or an archive: this kutip was built "
                       "without libarchive");
}

const char *
archive_library(void)
{
    return NULL;
}

#endif
