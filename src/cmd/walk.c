/*
 * In: paths of files, folders and lists. Out: the files, in order.
 *
 * Not attempted: opening them; hidden files; more than 100 folders inside
 * one another.
 *
 * Example: `arsip` is `arsip/2023/a.txt`, `arsip/2023/b.txt`,
 * `arsip/2024/a.txt`.
 */
#define _XOPEN_SOURCE 700 /* scandir(), fnmatch() */
#include "walk.h"

#include "stream.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    DEEPEST = 100,
    PATH_MOST = 1024 * 1024 /* of a name in a list */
};

/* A folder that is being walked, and the one it was found in. */
struct folder {
    const struct folder *above;
    size_t depth;
    dev_t device;
    ino_t inode;
};

struct walker {
    const struct options *options;
    const struct finder *finder;
};

/* ------------------------------------------------------------------ names */

/* A glob without a slash is for the last name, one with it for the path. */
static bool
matches(const struct globs *globs, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;

    for (size_t i = 0; i < globs->count; i++) {
        const char *glob = globs->items[i];

        if (fnmatch(glob, strchr(glob, '/') ? path : name, 0) == 0)
            return true;
    }
    return false;
}

bool
is_included(const struct options *options, const char *path)
{
    return (options->include.count == 0 || matches(&options->include, path)) &&
           !matches(&options->exclude, path);
}

/* `folder/name`, to be freed; NULL: out of memory. */
static char *
join(const char *folder, const char *name)
{
    struct buffer path = {NULL, 0, 0};
    size_t length = strlen(folder);
    bool slash = length > 0 && folder[length - 1] == '/';

    if (buffer_add(&path, folder, length) &&
        buffer_add(&path, "/", slash ? 0 : 1) &&
        buffer_add(&path, name, strlen(name) + 1))
        return path.bytes;
    buffer_release(&path);
    return NULL;
}

/* ---------------------------------------------------------------- folders */

static bool
fail(const struct walker *walker, const char *path, const char *message)
{
    return walker->finder->fail(walker->finder->context, path, message);
}

static bool
walk_path(const struct walker *walker, const struct folder *above,
          const char *path, bool found);

static int
is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* By bytes, whatever the locale. */
static int
compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* One name of a folder. */
static bool
walk_entry(const struct walker *walker, const struct folder *folder,
           const char *parent, const char *name)
{
    char *path = join(parent, name);
    bool more = path ? walk_path(walker, folder, path, true)
                     : fail(walker, parent, "out of memory");

    free(path);
    return more;
}

static bool
walk_folder(const struct walker *walker, const struct folder *folder,
            const char *path)
{
    struct dirent **entries = NULL;
    int count = scandir(path, &entries, is_visible, compare_names);
    bool more = true;

    if (count < 0)
        return fail(walker, path, strerror(errno));
    for (int i = 0; i < count; i++) {
        more = more && walk_entry(walker, folder, path, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return more;
}

/* Whether a folder is one of those it was found in. */
static bool
is_loop(const struct folder *above, const struct stat *status)
{
    for (; above; above = above->above)
        if (above->device == status->st_dev && above->inode == status->st_ino)
            return true;
    return false;
}

static bool
enter_folder(const struct walker *walker, const struct folder *above,
             const char *path, const struct stat *status)
{
    struct folder folder = {above, above ? above->depth + 1 : 1,
                            status->st_dev, status->st_ino};

    if (above && matches(&walker->options->exclude, path))
        return true;
    if (is_loop(above, status))
        return fail(walker, path, "a folder that contains itself");
    if (folder.depth > DEEPEST)
        return fail(walker, path, "too many folders inside one another");
    return walk_folder(walker, &folder, path);
}

/* A file, or all of a folder. A path that was given is taken, whatever it
 * is called; in a folder, devices and pipes are passed over. */
static bool
walk_path(const struct walker *walker, const struct folder *above,
          const char *path, bool found)
{
    const struct finder *finder = walker->finder;
    struct stat status;

    if (strcmp(path, "-") == 0 && !above)
        return finder->file(finder->context, path, found);
    if (stat(path, &status) != 0)
        return fail(walker, path, strerror(errno));
    if (S_ISDIR(status.st_mode))
        return enter_folder(walker, above, path, &status);
    if (above &&
        (!S_ISREG(status.st_mode) || !is_included(walker->options, path)))
        return true;
    return finder->file(finder->context, path, found);
}

/* ------------------------------------------------------------------ lists */

/* The names that a stream has, one a line. */
static bool
walk_names(const struct walker *walker, struct stream *stream)
{
    const char *list = walker->options->files_from;
    char end = walker->options->null ? '\0' : '\n';
    struct buffer name = {NULL, 0, 0};
    enum line how;
    bool more = true;

    while (more && (how = stream_line(stream, end, PATH_MOST, &name)) !=
                       LINE_NONE) {
        if (how == LINE_READ && name.used > 0 &&
            buffer_add(&name, "", 1))
            more = walk_path(walker, NULL, name.bytes, true);
    }
    if (more && stream->failed)
        more = fail(walker, list, stream->fault);
    buffer_release(&name);
    return more;
}

static bool
walk_list(const struct walker *walker)
{
    const char *list = walker->options->files_from;
    bool standard = strcmp(list, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(list, O_RDONLY | O_NOCTTY);
    struct stream stream;
    bool more;

    if (fd < 0)
        return fail(walker, list, strerror(errno));
    stream_of_file(&stream, fd);
    stream.wait = walker->finder->wait;
    stream.waiter = walker->finder->context;
    more = walk_names(walker, &stream);
    stream_release(&stream);
    if (!standard)
        close(fd);
    return more;
}

void
walk(const struct options *options, const struct finder *finder)
{
    struct walker walker = {options, finder};
    bool more = true;

    for (size_t i = 0; more && i < options->operand_count; i++)
        more = walk_path(&walker, NULL, options->operands[i], false);
    if (more && options->files_from)
        walk_list(&walker);
    if (options->operand_count == 0 && !options->files_from)
        walk_path(&walker, NULL, "-", false);
}
