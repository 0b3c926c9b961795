/* Texts that lost all their quotation marks. */
#ifndef KT_LOST_MARKS_H
#define KT_LOST_MARKS_H

#include "doc.h"

/* Does somebody speak in the first person, but no mark stands anywhere? */
bool
kt_marks_are_lost(const struct kt_doc *doc);

/*
 * Makes a cue with the words before it as its content one of a quotation
 * that lost its marks. False: what was said goes on behind the cue, or
 * around it, so it is none.
 */
bool
kt_lost_quotation(const struct kt_doc *doc, struct kt_cue *cue);

#endif
