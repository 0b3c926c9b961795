/*
 * What the command says on standard error, and the exit status: the only
 * place that raises it.
 */
#ifndef KUTIP_CMD_REPORT_H
#define KUTIP_CMD_REPORT_H

#include "out.h"

#include <kutip.h>

/* Ordered: the highest that was raised is what main() returns. */
enum exit_status {
    STATUS_DONE = 0,  /* also when a text held no quotations */
    STATUS_INPUT = 1, /* some input could not be read */
    STATUS_USAGE = 2, /* wrong usage, or pattern files with faults */
    STATUS_OUTPUT = 3 /* the output could not be written */
};

#if defined(__GNUC__)
#define LIKE_PRINTF(at, rest) __attribute__((format(printf, at, rest)))
#else
#define LIKE_PRINTF(at, rest)
#endif

/*
 * Writes `kutip: FILE:LINE: message` on standard error and raises the exit
 * status. file may be NULL and line 0: they are left out. STATUS_DONE makes
 * it a note that changes nothing.
 */
void
report(enum exit_status status, const char *file, size_t line,
       const char *format, ...) LIKE_PRINTF(4, 5);

/* A place in a file: what is 0 or NULL is left out. */
struct spot {
    const char *file;
    size_t line;
    size_t column; /* code points from 1 */
};

/* Reports that wait for their turn. */
struct notes {
    struct out lines; /* OUT_MEMORY */
    enum exit_status status;
};

/* As report(), but it waits for notes_tell_some(). */
void
note(struct notes *notes, enum exit_status status, struct spot spot,
     const char *format, ...) LIKE_PRINTF(4, 5);

/* Writes some of the bytes that wait. */
void
notes_tell_some(const struct notes *notes, size_t from, size_t to);

/* Raises the status, and empties the notes. */
void
notes_end(struct notes *notes);

/* What an error of the library says. */
const char *
error_text(const struct kutip_error *error);

/* Raises the exit status without a word. */
void
raise_status(enum exit_status status);

enum exit_status
final_status(void);

#endif
