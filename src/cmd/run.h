/*
 * One run of a command over all its inputs.
 */
#ifndef KUTIP_CMD_RUN_H
#define KUTIP_CMD_RUN_H

#include "format.h"

void
run_view(const struct options *options, const struct view *view);

#endif
