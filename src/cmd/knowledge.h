/*
 * The engine the command works with: which pattern folder, and what is
 * said when it has faults.
 */
#ifndef KUTIP_CMD_KNOWLEDGE_H
#define KUTIP_CMD_KNOWLEDGE_H

#include "options.h"

/* The folder that this very program was built with (main.c), or NULL: the
 * one of the installation, which the library knows. */
extern const char *const built_in_patterns;

/*
 * The folder: --patterns, then $KUTIP_PATTERNS unless it is empty, then
 * the one this program was built with; NULL: the installed one.
 */
const char *
pattern_folder(const struct options *options);

/* Reads the folder; NULL when it has faults, which were reported. */
kutip_engine *
load_engine(const char *folder);

/* Tells a fault of a pattern file: for struct kutip_engine_options. */
void
tell_fault(void *context, const struct kutip_diagnostic *fault);

#endif
