/*
 * Where sentences end: asked one after the other while split_sentences walks
 * the paragraphs.
 */
#ifndef KT_SENTENCE_ENDS_H
#define KT_SENTENCE_ENDS_H

#include "doc.h"

struct kt_ends {
    struct kt_doc *doc;
    uint8_t *edges; /* of each token: what marks it opens, closes, is in */
    uint32_t end;   /* token behind the paragraph */
    uint32_t point; /* the next of doc->points that is asked */
    uint32_t asked; /* tokens before it were asked together already */
    uint32_t quote; /* the first quotation that begins behind the token */
};

/* Looks at the quotations. False: out of memory. */
bool
kt_ends_init(struct kt_ends *ends, struct kt_doc *doc);

/* Enters the paragraph that has the tokens from first to end. */
void
kt_ends_enter(struct kt_ends *ends, uint32_t first, uint32_t end);

/* The token behind the sentence that begins at token first: its closing marks
 * are taken in. */
uint32_t
kt_ends_behind(struct kt_ends *ends, uint32_t first);

#endif
