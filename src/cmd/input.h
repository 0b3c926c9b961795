/*
 * The reader: opens what there is and cuts it into pieces.
 */
#ifndef KUTIP_CMD_INPUT_H
#define KUTIP_CMD_INPUT_H

#include "feed.h"
#include "options.h"

#include <stdatomic.h>

/* Reads everything the options name. meter counts the bytes of files. */
void
read_inputs(const struct options *options, struct feed *feed,
            atomic_uint_fast64_t *meter);

#endif
