/*
 * Where the output goes: standard output, or the FILE of -o.
 */
#ifndef KUTIP_CMD_TARGET_H
#define KUTIP_CMD_TARGET_H

#include "out.h"

struct target {
    struct out out;
    const char *name; /* for messages */
    char *path;       /* the file it becomes at the end, or NULL */
    char *temporary;  /* the file beside it, or NULL: written in place */
    bool terminal;
};

/*
 * path NULL or "-": standard output. A regular or new file is written
 * beside and renamed by target_close(), so that nobody sees half of it;
 * anything else (a device, a pipe) is written in place. False, and
 * reported, when it cannot be opened.
 */
bool
target_open(struct target *target, const char *path);

/* Writes what waits, closes, renames. Faults are reported here, once. */
void
target_close(struct target *target);

#endif
