/*
 * A text without its damage, for the analysis, and the way back to what was
 * given.
 */
#ifndef KUTIP_CMD_REPAIR_H
#define KUTIP_CMD_REPAIR_H

#include "buffer.h"
#include "damage.h"

#include <kutip.h>

/* From `to` on, the repaired text is the given one from `from` on. */
struct repair_step {
    size_t to;
    size_t from;
};

struct repair {
    struct buffer text;  /* repaired; empty when nothing is damaged */
    struct buffer steps; /* struct repair_step, in order */
    const char *given;
    size_t counts[DAMAGE_COUNT];
    bool damaged;
};

/* Looks for damage; text stays the caller's, and has to stay. False: out of
 * memory. */
bool
repair_text(struct repair *repair, const char *text, size_t length);

void
repair_release(struct repair *repair);

/* A span of the repaired text, or the same when nothing is damaged, as it
 * was given. */
struct kutip_span
repair_span(const struct repair *repair, const struct kutip_span *span);

/* An offset into the repaired text, as given. */
size_t
repair_offset(const struct repair *repair, size_t offset);

#endif
