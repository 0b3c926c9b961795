/*
 * In: what was read and written so far. Out: a line about it.
 *
 * Not attempted: guessing how long standard input is.
 *
 * Example: `kutip: 38 % [=======>            ] 1804 documents, 12.1 MB,
 * 6.0 MB/s, 3 s left`; at the end `kutip: 4711 documents, 20311 records, 2
 * failed, 5.3 s`.
 */
#include "progress.h"

#include "options.h"
#include "report.h"
#include "walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    BAR_WIDTH = 20,
    FIRST_AFTER = 500, /* milliseconds; shorter runs show nothing */
    AGAIN_AFTER = 100
};

/* ------------------------------------------------------------------- time */

static struct timespec
now(void)
{
    struct timespec time = {0, 0};

    clock_gettime(CLOCK_MONOTONIC, &time);
    return time;
}

static double
seconds_since(const struct timespec *from)
{
    struct timespec to = now();

    return (double)(to.tv_sec - from->tv_sec) +
           (double)(to.tv_nsec - from->tv_nsec) / 1e9;
}

/* ------------------------------------------------------------------ total */

/* What is no file may be of any length, and can be read only once. */
static bool
is_file(const char *path, struct stat *status)
{
    return strcmp(path, "-") != 0 && stat(path, status) == 0 &&
           S_ISREG(status->st_mode);
}

static bool
add_size(void *context, const char *path, bool found)
{
    uint64_t *total = context;
    struct stat status;

    (void)found;
    if (!is_file(path, &status)) {
        *total = 0;
        return false;
    }
    *total += (uint64_t)status.st_size;
    return true;
}

static bool
pass_fault(void *context, const char *path, const char *message)
{
    (void)context;
    (void)path;
    (void)message;
    return true;
}

/* Bytes of all files, or 0. */
static uint64_t
measure(const struct options *options)
{
    uint64_t total = 0;
    struct finder finder = {add_size, pass_fault, NULL, &total};
    struct stat status;

    if (options->files_from && !is_file(options->files_from, &status))
        return 0;
    walk(options, &finder);
    return total;
}

/* ------------------------------------------------------------------- lines */

static void
put(const char *line)
{
    if (write(STDERR_FILENO, line, strlen(line)) < 0)
        return;
}

/* `38 % [=======>            ] `, where the total is known. */
static int
put_bar(char *line, size_t size, double done)
{
    char bar[BAR_WIDTH + 1];
    size_t filled = (size_t)(done * BAR_WIDTH);

    memset(bar, ' ', BAR_WIDTH);
    memset(bar, '=', filled);
    if (filled < BAR_WIDTH)
        bar[filled] = '>';
    bar[BAR_WIDTH] = '\0';
    return snprintf(line, size, "%3.0f %% [%s] ", done * 100, bar);
}

static void
draw(struct progress *progress, double passed)
{
    double came = (double)atomic_load(&progress->came);
    double total = (double)progress->total;
    double done = total > 0 && came < total ? came / total : 1;
    char line[256] = "\r\033[Kkutip: ";
    size_t used = strlen(line);

    if (total > 0)
        used += (size_t)put_bar(line + used, sizeof line - used, done);
    used += (size_t)snprintf(line + used, sizeof line - used,
                             "%zu documents, %.1f MB, %.1f MB/s",
                             progress->documents, came / 1e6,
                             came / 1e6 / passed);
    if (total > 0 && done > 0)
        snprintf(line + used, sizeof line - used, ", %.0f s left",
                 passed / done - passed);
    put(line);
    progress->drawn = true;
}

void
progress_begin(struct progress *progress, const struct options *options,
               bool terminal)
{
    const char *name = getenv("TERM");

    *progress = (struct progress){.options = options, .begun = now()};
    progress->last = progress->begun;
    progress->shown = !options->quiet && !terminal &&
                      isatty(STDERR_FILENO) && name &&
                      strcmp(name, "dumb") != 0;
    if (progress->shown)
        progress->total = measure(options);
}

void
progress_clear(struct progress *progress)
{
    if (progress->drawn)
        put("\r\033[K");
    progress->drawn = false;
}

void
progress_draw(struct progress *progress)
{
    double passed;

    if (!progress->shown)
        return;
    passed = seconds_since(&progress->begun);
    if (passed * 1000 < FIRST_AFTER ||
        (progress->drawn &&
         seconds_since(&progress->last) * 1000 < AGAIN_AFTER))
        return;
    progress->last = now();
    draw(progress, passed);
}

void
progress_end(struct progress *progress)
{
    progress_clear(progress);
    if (progress->options->quiet || !progress->many)
        return;
    report(STATUS_DONE, NULL, 0,
           "%zu document%s, %zu record%s, %zu failed, %.1f s",
           progress->documents, progress->documents == 1 ? "" : "s",
           progress->records, progress->records == 1 ? "" : "s",
           progress->failed, seconds_since(&progress->begun));
}
