/*
 * Where in a page its article is, if it has one.
 */
#ifndef KUTIP_CMD_PAGE_SCORE_H
#define KUTIP_CMD_PAGE_SCORE_H

#include "page_blocks.h"
#include "page_metadata.h"

/*
 * Marks the blocks that are kept: is_kept. *found: whether the page has an
 * article. False: out of memory.
 */
bool
page_score(const kutip_engine *engine, const struct page_tree *tree,
           struct page_blocks *blocks, enum page_claim claim, bool *found);

/* Marks the blocks that the page itself vouches for, by itemprop or by a
 * body of `length` bytes that holds them. */
void
page_vouch(const struct page_tree *tree, struct page_blocks *blocks,
           const char *body, size_t length);

#endif
