/* What a dateline tells: `JAKARTA, KOMPAS - ` a place and an outlet. */
#ifndef KT_DATELINE_PARTS_H
#define KT_DATELINE_PARTS_H

#include "kutip.h"
#include "raw_phrases.h"

/* The parts of the dateline from start to raw->end. */
struct kutip_dateline
kt_dateline_parts(const struct kt_raw *raw, uint32_t start);

#endif
