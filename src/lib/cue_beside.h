/* Circumstances beside an attribution. */
#ifndef KT_CUE_BESIDE_H
#define KT_CUE_BESIDE_H

#include "cue_row.h"

/*
 * Between source and cue, before the source, and from both on to what was
 * said or, where that stands elsewhere, to the sentence's end.
 */
void
kt_read_beside(struct kt_doc *doc, const struct kt_cue_row *row,
               const struct kt_match *match, struct kt_range content,
               struct kt_cue *cue);

#endif
