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

/*
 * Where an active verb of saying begins that was glued to the name in
 * text[start..end), a word with a capital: `Rinimengatakan`. Else `end`.
 */
uint32_t
kt_glued_tail(const struct kt_engine *engine, const char *text, uint32_t start,
              uint32_t end);

/* Is text[start..end) with the hyphen at its end the article of a name, so
 * that the word is written like one: `al-|Jawi`? */
bool
kt_is_name_article(const struct kt_engine *engine, const char *text,
                   uint32_t start, uint32_t end);

#endif
