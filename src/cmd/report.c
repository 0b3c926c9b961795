/*
 * In: a fault or a note, with its place. Out: one line on standard error,
 * and the exit status, which only ever grows.
 *
 * Not attempted: levels, logs, translation; threads (theirs are notes,
 * which wait until their document is written).
 *
 * Example: `kutip: berita.txt: No such file or directory`, status 1.
 */
#include "report.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { LINE_ROOM = 8191 };

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

/* Appends as printf() would, as much as there is room for. */
static size_t
add(char *text, size_t used, const char *format, ...) LIKE_PRINTF(3, 4);

static size_t
add(char *text, size_t used, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    used = clip(used,
                vsnprintf(text + used, LINE_ROOM - used, format, arguments),
                LINE_ROOM);
    va_end(arguments);
    return used;
}

/* The whole line with its newline; how many bytes. */
static size_t
write_line(char *text, struct spot spot, const char *format,
           va_list arguments) LIKE_PRINTF(3, 0);

static size_t
write_line(char *text, struct spot spot, const char *format,
           va_list arguments)
{
    size_t used = add(text, 0, "kutip: ");

    if (spot.file)
        used = add(text, used, "%s:", spot.file);
    if (spot.file && spot.line)
        used = add(text, used, "%zu:", spot.line);
    if (spot.file && spot.line && spot.column)
        used = add(text, used, "%zu:", spot.column);
    if (spot.file)
        used = add(text, used, " ");
    used = clip(used,
                vsnprintf(text + used, LINE_ROOM - used, format, arguments),
                LINE_ROOM);
    tame(text, used);
    text[used++] = '\n';
    return used;
}

/* One write, so that lines of several processes do not mix. Where standard
 * error is gone there is nobody left to tell. */
static void
tell(const char *text, size_t length)
{
    if (write(STDERR_FILENO, text, length) < 0)
        return;
}

void
report(enum exit_status status, const char *file, size_t line,
       const char *format, ...)
{
    char text[LINE_ROOM + 1]; /* one is kept for the newline */
    struct spot spot = {file, line, 0};
    va_list arguments;

    va_start(arguments, format);
    tell(text, write_line(text, spot, format, arguments));
    va_end(arguments);
    raise_status(status);
}

void
note(struct notes *notes, enum exit_status status, struct spot spot,
     const char *format, ...)
{
    char text[LINE_ROOM + 1];
    va_list arguments;

    va_start(arguments, format);
    out_bytes(&notes->lines, text, write_line(text, spot, format, arguments));
    va_end(arguments);
    if (status > notes->status)
        notes->status = status;
}

void
notes_tell_some(const struct notes *notes, size_t from, size_t to)
{
    tell(notes->lines.buffer + from, to - from);
}

void
notes_end(struct notes *notes)
{
    raise_status(notes->status);
    out_empty(&notes->lines);
    notes->status = STATUS_DONE;
}
