/*
 * Which records are wanted: --type and --speaker.
 */
#ifndef KUTIP_CMD_FILTER_H
#define KUTIP_CMD_FILTER_H

#include "options.h"

bool
is_wanted(const struct options *options, const struct kutip_record *record);

#endif
