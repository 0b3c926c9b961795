/* How far indirect content reaches, and what stands around a cue. */
#ifndef KT_CUE_CONTENT_H
#define KT_CUE_CONTENT_H

#include "cue_row.h"

/*
 * The nodes of what was said. It begins at the match's content slot and
 * runs on, or (the template's key `content`) stands before the cue, or
 * around it. KT_NO_RANGE: this is no report after all, as the verb has a
 * plain noun for its object. Sets the addressee of a request.
 */
struct kt_range
kt_cue_content(const struct kt_doc *doc, const struct kt_cue_row *row,
               const struct kt_match *match, struct kt_cue *cue);

/* Is the quotation at a node of the content some of its words, no term? */
bool
kt_quotes_words(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t at, uint32_t cue);

#endif
