/* `Baca juga: TITLE` inside a line: where does the title end? */
#ifndef KT_CROSS_REFERENCES_H
#define KT_CROSS_REFERENCES_H

#include "raw_phrases.h"

/*
 * The end of the title that begins at `at`, behind the words that announce
 * it; 0 when nothing tells.
 */
uint32_t
kt_title_end(const struct kt_raw *raw, uint32_t at);

#endif
