/* Is what stands behind a reporting verb a clause? */
#ifndef KT_CUE_CLAUSE_H
#define KT_CUE_CLAUSE_H

#include "cue_row.h"

/*
 * A verb of the clause itself, not of `yang …` or `untuk …` inside it,
 * with what stands before it there: `yang telah dikirim`.
 */
bool
kt_verb_comes(const struct kt_doc *doc, const struct kt_cue_row *row,
           uint32_t first, uint32_t end);

/* The first agar, untuk behind a verb of asking; end: none. */
uint32_t
kt_request_mark(const struct kt_doc *doc, const struct kt_cue_row *row,
             uint32_t first, uint32_t end);

/* Does somebody stand there whom one can ask? `kerja sama` is a thing. */
bool
kt_is_somebody(const struct kt_doc *doc, const struct kt_cue_row *row,
               uint32_t at);

/* Is the object [first, end) of the verb that ends at cue_end a clause? */
bool
kt_governs_clause(const struct kt_doc *doc, const struct kt_cue_row *row,
               uint32_t cue_end, uint32_t first, uint32_t end);

#endif
