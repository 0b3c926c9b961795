/*
 * Dots in and behind words: abbreviations, initials, names of sites, and
 * sentences glued to each other.
 */
#ifndef KT_TOKEN_DOTS_H
#define KT_TOKEN_DOTS_H

#include "engine.h"

/*
 * A word that begins at text[start] has reached a dot (or a colon, for
 * `https://…`) at text[at]: where does the word end that takes it in?
 * Equal to at: the mark does not belong to the word. When the end is just
 * behind a dot, the word ends there as an abbreviation; else it may go on.
 * length is where the paragraph ends; is_mail: an @ was passed.
 */
uint32_t
kt_dots_end(const struct kt_engine *engine, const char *text, uint32_t length,
            uint32_t start, uint32_t at, bool is_mail);

/* The word id of a folded word without its dots (`s.h`: that of `sh`). */
uint32_t
kt_dots_find(const struct kt_engine *engine, const char *folded,
             size_t length);

#endif
