/* Datelines: `JAKARTA, KOMPAS - `, `Liputan6.com, Jakarta - `. */
#ifndef KT_DATELINE_H
#define KT_DATELINE_H

#include "raw_phrases.h"

/*
 * Is there a dateline at the start of the stretch, or, in a form that can
 * be nothing else, not far behind it? False, or where it begins and where
 * the text behind it does.
 */
bool
kt_dateline_find(const struct kt_raw *raw, uint32_t at, uint32_t *start,
                 uint32_t *body);

#endif
