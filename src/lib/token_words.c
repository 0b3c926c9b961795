/*
 * The words of tokens.
 * In: a token that was cut out of a text. Out: its hash, and the ids of its
 * word in the lexicon and of the word before its clitic. Does not find where
 * tokens begin and end: that is split_tokens.c.
 *
 *     katanya -> the clitic -nya behind the stem `kata`
 */
#include "token_words.h"

#include <string.h>

#include "text.h"
#include "token_dots.h"

enum { FOLD_ROOM = 160, LEAST_STEM = 3 };

uint32_t
kt_token_word(const struct kt_engine *engine, const char *folded,
              size_t length)
{
    return kt_lexicon_find(&engine->lexicon, folded, length,
                           kt_text_hash(folded, length));
}

/* Marks the clitic when what stands before it is a known word. */
static void
find_clitic(const struct kt_engine *engine, const char *text,
            struct kt_token *token, const char *folded, size_t length)
{
    const struct kt_derivation *derivation = &engine->derivation;
    size_t clitic = derivation->clitic_length;
    if (clitic == 0 || length <= clitic ||
        memcmp(folded + length - clitic, derivation->clitic, clitic) != 0)
        return;
    size_t stem = length - clitic;
    size_t hyphen = folded[stem - 1] == '-' ? 1 : 0;
    if (hyphen == 0 && stem < LEAST_STEM)
        return;
    if (hyphen == 0 && kt_token_word(engine, folded, stem) == 0)
        return;
    token->clitic = (uint8_t)(clitic + hyphen);
    /* What folds to fewer bytes, a soft hyphen, may lie there: not in it. */
    while (((unsigned char)text[token->end - token->clitic] & 0xC0) == 0x80)
        token->clitic++;
    token->flags |= KT_IS_CLITIC;
}

void
kt_token_look_up_folded(const struct kt_engine *engine, const char *text,
                        struct kt_token *token, const char *folded,
                        size_t length)
{
    token->hash = kt_text_hash(folded, length);
    token->word = kt_lexicon_find(&engine->lexicon, folded, length,
                                  token->hash);
    if (token->kind == KT_TOKEN_NUMBER)
        return;
    /* one with inner dots also without them (`S.H.`) */
    if (token->word == 0 && token->flags & KT_HAS_DOT)
        token->word = kt_dots_find(engine, folded, length);
    find_clitic(engine, text, token, folded, length);
}

void
kt_token_look_up(const struct kt_engine *engine, const char *text,
                 struct kt_token *token)
{
    char folded[FOLD_ROOM];
    uint32_t end = token->end - (token->flags & KT_HAS_DOT ? 1 : 0);
    size_t length = kt_text_fold(text + token->start,
                                 end - token->start, folded, FOLD_ROOM);
    kt_token_look_up_folded(engine, text, token, folded, length);
}
