/*
 * The name that was probably meant.
 */
#ifndef KUTIP_CMD_NEAREST_H
#define KUTIP_CMD_NEAREST_H

#include <stddef.h>

struct nearest {
    const char *typed;
    size_t length;
    const char *name; /* the best so far, or NULL: none is near */
    size_t distance;
};

struct nearest
nearest_begin(const char *typed, size_t length);

void
nearest_try(struct nearest *nearest, const char *name);

#endif
