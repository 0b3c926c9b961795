/* How sure a record is. */
#ifndef KT_CONFIDENCE_H
#define KT_CONFIDENCE_H

#include "doc.h"

/*
 * How often records of this cue's kind were right in quotation and speaker,
 * between 0 and 1.
 */
double
kt_confidence_of(const struct kt_doc *doc, uint32_t cue);

#endif
