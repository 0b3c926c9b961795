/*
 * The title of a page: as its head says it, as the page shows it.
 */
#ifndef KUTIP_CMD_PAGE_TITLE_H
#define KUTIP_CMD_PAGE_TITLE_H

#include "page_blocks.h"

/* Do two texts say the same, letters and digits alone? With prefix: as far
 * as the shorter one goes. */
bool
page_same_text(const char *a, size_t a_length, const char *b, size_t b_length,
               bool prefix);

/* The block that shows what the head calls the title, or NULL. */
const struct page_block *
page_title_shown(const struct page_blocks *blocks, const char *title);

/* The one h1 of a page that has one, or NULL. */
const struct page_block *
page_title_only(const struct page_blocks *blocks);

/* Cuts the outlet's name off a title's end. outlet, url: NULL: unknown. */
void
page_title_cut(char *title, const char *outlet, const char *url);

#endif
