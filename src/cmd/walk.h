/*
 * From what the user named to files: folders are walked, lists are read.
 */
#ifndef KUTIP_CMD_WALK_H
#define KUTIP_CMD_WALK_H

#include "options.h"

#include <sys/stat.h>

/* Who takes what is found. Either returns false: no more, please. */
struct finder {
    /* A file. found: in a folder or a list, not named on the command line. */
    bool (*file)(void *context, const char *path, bool found);
    /* What could not be looked into, and why. */
    bool (*fail)(void *context, const char *path, const char *message);
    /* The next may be long in coming: NULL, or called before that. */
    void (*wait)(void *context);
    void *context;
};

/* Whether --include and --exclude want a file of a folder or an archive. */
bool
is_included(const struct options *options, const char *path);

/*
 * Finds the files of all operands, then of the list of --files-from, and
 * standard input where there are neither. Folders are walked in the order
 * of the bytes of their names; what begins with a dot is passed over.
 */
void
walk(const struct options *options, const struct finder *finder);

#endif
