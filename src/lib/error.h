/* Filling a caller's struct kutip_error, which may be NULL. */
#ifndef KT_ERROR_H
#define KT_ERROR_H

#include <kutip.h>

/* Clears the error and sets status and message; returns the status. */
kutip_status
kt_error_set(struct kutip_error *error, kutip_status status,
             const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 4)))
#endif
    ;

/* Clears the error to KUTIP_OK. */
void
kt_error_clear(struct kutip_error *error);

#endif
