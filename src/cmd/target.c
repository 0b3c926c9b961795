/*
 * In: the FILE of -o, or none. Out: a buffer to write to, and at the end a
 * whole file or, after a fault, the file as it was before.
 *
 * Not attempted: keeping other hard links of the file, extended attributes.
 *
 * Example: `-o kutipan.csv` writes kutipan.csv.Xb3fqz and renames it.
 */
#define _XOPEN_SOURCE 700 /* realpath() */
#include "target.h"

#include "report.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file beside, for the signal handler to take away. */
static char *volatile unfinished;

static void
remove_unfinished(int number)
{
    if (unfinished)
        unlink(unfinished);
    raise(number); /* the handler was reset: this ends the process */
}

static void
guard(char *temporary)
{
    static const int fatal[] = {SIGHUP, SIGINT, SIGTERM};
    struct sigaction action = {.sa_handler = remove_unfinished};

    action.sa_flags = (int)SA_RESETHAND;
    sigemptyset(&action.sa_mask);
    unfinished = temporary;
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) {
        struct sigaction before;

        if (!sigaction(fatal[i], NULL, &before) && before.sa_handler != SIG_IGN)
            sigaction(fatal[i], &action, NULL);
    }
}

static void
forget(struct target *target)
{
    unfinished = NULL;
    free(target->temporary);
    free(target->path);
    target->temporary = NULL;
    target->path = NULL;
}

/* Permissions and owner of the file that will be replaced. */
static void
take_after(int fd, const struct stat *old)
{
    mode_t mask = umask(0);

    umask(mask);
    if (old && fchown(fd, old->st_uid, old->st_gid) != 0)
        errno = 0; /* not ours to give away: it becomes the user's */
    fchmod(fd, old ? old->st_mode & 0777 : 0666 & ~mask);
}

static bool
complain(const struct target *target)
{
    report(STATUS_OUTPUT, target->name, 0, "%s", strerror(errno));
    return false;
}

/* The file itself where path is a symbolic link to it. */
static char *
real_path(const char *path, bool exists)
{
    return exists ? realpath(path, NULL) : strdup(path);
}

/* What mkstemp() makes a name of: `path.XXXXXX`. */
static char *
name_beside(const char *path)
{
    static const char tail[] = ".XXXXXX";
    size_t length = strlen(path);
    char *name = malloc(length + sizeof tail);

    if (name) {
        memcpy(name, path, length);
        memcpy(name + length, tail, sizeof tail);
    }
    return name;
}

static bool
open_beside(struct target *target, const char *path, const struct stat *old)
{
    int fd = -1;

    target->path = real_path(path, old != NULL);
    if (target->path)
        target->temporary = name_beside(target->path);
    if (target->temporary)
        fd = mkstemp(target->temporary);
    if (fd < 0) {
        complain(target);
        forget(target);
        return false;
    }
    guard(target->temporary);
    take_after(fd, old);
    out_init(&target->out, fd);
    return true;
}

static bool
open_in_place(struct target *target, const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOCTTY, 0666);

    if (fd < 0)
        return complain(target);
    out_init(&target->out, fd);
    target->terminal = isatty(fd);
    return true;
}

bool
target_open(struct target *target, const char *path)
{
    struct stat old;

    target->path = NULL;
    target->temporary = NULL;
    target->terminal = false;
    target->name = path;
    if (!path || strcmp(path, "-") == 0) {
        target->name = "standard output";
        target->terminal = isatty(STDOUT_FILENO);
        out_init(&target->out, STDOUT_FILENO);
        return true;
    }
    if (stat(path, &old) == 0)
        return S_ISREG(old.st_mode) ? open_beside(target, path, &old)
                                    : open_in_place(target, path);
    /* A link that leads nowhere is not new: what it names is made. */
    if (errno == ENOENT && lstat(path, &old) != 0)
        return open_beside(target, path, NULL);
    return open_in_place(target, path);
}

void
target_close(struct target *target)
{
    bool good = out_flush(&target->out);
    int error = target->out.error;

    out_release(&target->out);
    if (close(target->out.fd) != 0 && errno != EINTR && good) {
        good = false;
        error = errno;
    }
    if (good && target->temporary &&
        rename(target->temporary, target->path) != 0) {
        good = false;
        error = errno;
    }
    if (!good) {
        if (target->temporary)
            unlink(target->temporary);
        errno = error;
        complain(target);
    }
    forget(target);
}
