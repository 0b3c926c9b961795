/*
 * The words of tokens: what the lexicon knows of them.
 */
#ifndef KT_TOKEN_WORDS_H
#define KT_TOKEN_WORDS_H

#include "doc.h"

/* The id of a folded word, 0 unknown. */
uint32_t
kt_token_word(const struct kt_engine *engine, const char *folded,
              size_t length);

/* Sets hash, word and clitic of a word or number, the flag of the clitic and
 * those of its shape; its place, kind and other flags are there. */
void
kt_token_look_up(const struct kt_engine *engine, const char *text,
                 struct kt_token *token);

/* The same where the folded form is at hand; without the final dot. */
void
kt_token_look_up_folded(const struct kt_engine *engine, const char *text,
                        struct kt_token *token, const char *folded,
                        size_t length);

#endif
