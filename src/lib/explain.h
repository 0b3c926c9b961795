/* Why each record came out as it did. */
#ifndef KT_EXPLAIN_H
#define KT_EXPLAIN_H

#include "doc.h"

/*
 * Fills doc->reasons for all records, the first time it is called after an
 * analysis. False: out of memory; there are no reasons then.
 */
bool
kt_explain(struct kt_doc *doc);

#endif
