/*
 * What a page says of itself: title, outlet, date, address.
 */
#ifndef KUTIP_CMD_PAGE_METADATA_H
#define KUTIP_CMD_PAGE_METADATA_H

#include "page_blocks.h"
#include "page_linked.h"

/* How sure it is that the page is an article, or none. */
enum page_claim {
    CLAIM_NONE,    /* it says nothing */
    CLAIM_ARTICLE, /* JSON-LD, Open Graph or a microdata body say so */
    CLAIM_LISTING  /* a front page, a page of many articles, a gallery */
};

/*
 * Fills title, outlet, published and url of the page, and marks the blocks
 * that are its title. False: out of memory.
 */
bool
page_metadata_read(const struct page_tree *tree, struct page_linked *linked,
                   struct page_blocks *blocks, struct page *page,
                   enum page_claim *claim);

#endif
