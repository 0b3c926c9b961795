/*
 * Two words that lost the blank between them: `kataRini`, `diSurabaya`.
 */
#ifndef KT_GLUED_WORDS_H
#define KT_GLUED_WORDS_H

#include "engine.h"

/*
 * Is text[start..end) a known little word, or an office, that a name with
 * a capital was glued to? `GoPay` and `iPhone` are no two words.
 */
bool
kt_is_glued_head(const struct kt_engine *engine, const char *text,
                 uint32_t start, uint32_t end);

#endif
