/*
 * Quotation marks, from marks.table: what may stand for a mark in a text,
 * and which sides it can take.
 */
#ifndef KT_MARKS_H
#define KT_MARKS_H

#include "tables.h"

enum kt_mark_side {
    KT_MARK_NEITHER = 0, /* looks like a mark and is none: a damaged dash */
    KT_MARK_OPENS = 1,
    KT_MARK_CLOSES = 2,
    KT_MARK_EITHER = 3
};

/* One spelling of a mark: `"`, `“`, `''`, `&quot;` … */
struct kt_mark {
    const char *text; /* UTF-8 */
    uint32_t length;
    enum kt_mark_side side; /* what it is by itself; the text may differ */
    uint32_t level;  /* 1 double, 2 single (nested; may be an apostrophe) */
    uint32_t family; /* marks of one family pair best */
};

struct kt_marks {
    const struct kt_mark *marks; /* longest first of each first byte */
    uint32_t count;
    uint8_t first[256]; /* index + 1 of the first mark of a first byte */
};

bool
kt_marks_load(struct kt_marks *marks, const struct kt_table *table,
              struct kt_arena *arena, struct kt_faults *faults);

/*
 * The mark that stands at text[at]: its index, or -1. Longest wins.
 */
int
kt_marks_at(const struct kt_marks *marks, const char *text, size_t length,
            size_t at);

#endif
