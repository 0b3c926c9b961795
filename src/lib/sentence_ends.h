/*
 * Where sentences end: asked token by token while split_sentences walks a
 * paragraph.
 */
#ifndef KT_SENTENCE_ENDS_H
#define KT_SENTENCE_ENDS_H

#include "doc.h"

struct kt_ends {
    struct kt_doc *doc;
    uint8_t *edges; /* of each token: what marks it opens, closes, is in */
    uint32_t end;   /* token behind the paragraph */
    uint32_t asked; /* tokens before it were asked together already */
    uint32_t quote; /* the first quotation that begins behind the token */
};

/* Looks at the quotations. False: out of memory. */
bool
kt_ends_init(struct kt_ends *ends, struct kt_doc *doc);

/* Enters the paragraph that has the tokens from first to end. */
void
kt_ends_enter(struct kt_ends *ends, uint32_t first, uint32_t end);

/*
 * Does the sentence that begins at token first end with the token `at`?
 * The token behind its end, closing marks taken in, or 0.
 */
uint32_t
kt_ends_behind(struct kt_ends *ends, uint32_t first, uint32_t at);

#endif
