/*
 * What the command says on standard error, and the exit status: the only
 * place that raises it.
 */
#ifndef KUTIP_CMD_REPORT_H
#define KUTIP_CMD_REPORT_H

#include <kutip.h>

/* Ordered: the highest that was raised is what main() returns. */
enum exit_status {
    STATUS_DONE = 0,  /* also when a text held no quotations */
    STATUS_INPUT = 1, /* some input could not be read */
    STATUS_USAGE = 2, /* wrong usage, or pattern files with faults */
    STATUS_OUTPUT = 3 /* the output could not be written */
};

/*
 * Writes `kutip: FILE:LINE: message` on standard error and raises the exit
 * status. file may be NULL and line 0: they are left out. STATUS_DONE makes
 * it a note that changes nothing.
 */
void
report(enum exit_status status, const char *file, size_t line,
       const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 4, 5)))
#endif
    ;

/* What an error of the library says. */
const char *
error_text(const struct kutip_error *error);

/* Raises the exit status without a word. */
void
raise_status(enum exit_status status);

enum exit_status
final_status(void);

#endif
