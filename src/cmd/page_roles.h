/*
 * Which blocks of a page are its article.
 */
#ifndef KUTIP_CMD_PAGE_ROLES_H
#define KUTIP_CMD_PAGE_ROLES_H

#include "page_blocks.h"

/* Marks what stands beside, captions, teasers. False: out of memory. */
bool
page_roles_mark(const kutip_engine *engine, const struct page_tree *tree,
                const unsigned char *kinds, struct page_blocks *blocks);

#endif
