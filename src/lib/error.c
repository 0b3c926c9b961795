/*
 * Filling a caller's struct kutip_error.
 *
 * In: a status and a message as by printf. Out: the caller's struct, when
 * there is one. Messages that are too long are cut.
 */
#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const status_texts[] = {
    [KUTIP_OK] = "no error",
    [KUTIP_NO_MEMORY] = "out of memory",
    [KUTIP_BAD_ARGUMENT] = "bad argument",
    [KUTIP_BAD_PATTERNS] = "faulty patterns",
    [KUTIP_BAD_TEXT] = "text is not valid UTF-8",
    [KUTIP_TOO_LARGE] = "text is too large",
    [KUTIP_IO] = "cannot read",
};

const char *
kutip_status_text(kutip_status status)
{
    size_t count = sizeof status_texts / sizeof *status_texts;
    if ((size_t)status >= count)
        return "unknown status";
    return status_texts[status];
}

void
kt_error_clear(struct kutip_error *error)
{
    if (error != NULL)
        memset(error, 0, sizeof *error);
}

kutip_status
kt_error_set(struct kutip_error *error, kutip_status status,
             const char *format, ...)
{
    if (error == NULL)
        return status;
    kt_error_clear(error);
    error->status = status;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return status;
}
