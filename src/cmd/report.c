/*
 * In: a fault or a note, with its place. Out: one line on standard error,
 * and the exit status, which only ever grows.
 *
 * Not attempted: levels, logs, translation.
 *
 * Example: `kutip: berita.txt: No such file or directory`, status 1.
 */
#include "report.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

static enum exit_status highest = STATUS_DONE;

void
raise_status(enum exit_status status)
{
    if (status > highest)
        highest = status;
}

enum exit_status
final_status(void)
{
    return highest;
}

const char *
error_text(const struct kutip_error *error)
{
    return *error->message ? error->message : kutip_status_text(error->status);
}

/* What printf would have written may be longer than the room it had. */
static size_t
clip(size_t used, int wrote, size_t room)
{
    if (wrote < 0)
        return used;
    return used + (size_t)wrote < room ? used + (size_t)wrote : room - 1;
}

/* A path may hold anything, also what would steer a terminal. */
static void
tame(char *line, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
            line[i] = '?';
}

void
report(enum exit_status status, const char *file, size_t line,
       const char *format, ...)
{
    char text[8192];
    size_t room = sizeof text - 1; /* one is kept for the newline */
    size_t used = clip(0, snprintf(text, room, "kutip: "), room);
    va_list arguments;

    if (file)
        used =
            clip(used, snprintf(text + used, room - used, "%s:", file), room);
    if (file && line)
        used =
            clip(used, snprintf(text + used, room - used, "%zu:", line), room);
    if (file)
        used = clip(used, snprintf(text + used, room - used, " "), room);
    va_start(arguments, format);
    used = clip(used, vsnprintf(text + used, room - used, format, arguments),
                room);
    va_end(arguments);
    tame(text, used);
    text[used++] = '\n';
    /* One write, so that lines of several processes do not mix. Where
     * standard error is gone there is nobody left to tell. */
    if (write(STDERR_FILENO, text, used) < 0)
        used = 0;
    raise_status(status);
}
