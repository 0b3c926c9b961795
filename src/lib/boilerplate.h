/*
 * Lines and pieces that are no part of an article: `Baca juga: …`,
 * ADVERTISEMENT, credits.
 */
#ifndef KT_BOILERPLATE_H
#define KT_BOILERPLATE_H

#include "raw_phrases.h"

/* Is the line, whose white space was cut off, boilerplate from end to end? */
bool
kt_boilerplate_line(const struct kt_raw *raw, uint32_t start);

/*
 * The next piece of boilerplate inside the stretch, at or behind `at`:
 * false, or where it begins and ends.
 */
bool
kt_boilerplate_piece(const struct kt_raw *raw, uint32_t at, uint32_t *start,
                     uint32_t *end);

#endif
