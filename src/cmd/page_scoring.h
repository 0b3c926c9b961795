/*
 * The search for the article, as its parts share it.
 */
#ifndef KUTIP_CMD_PAGE_SCORING_H
#define KUTIP_CMD_PAGE_SCORING_H

#include "page_blocks.h"

/* What stands before a block: prose in bytes, links, each with a handicap,
 * and what all of it is worth. */
struct page_sum {
    size_t prose;
    size_t links;
    long worth;
};

struct page_scoring {
    const kutip_engine *engine;
    const struct page_tree *tree;
    struct page_blocks *blocks;
    size_t first; /* the blocks of the element that was chosen */
    size_t end;
    size_t element; /* that was chosen */
    size_t home;    /* the innermost that holds nearly all of its prose */
    size_t title;   /* the block that shows the title; 0: not known */
    struct page_sum *sums; /* of each block, and of their end */
};

/* Adds the blocks up, again when what they are taken for has changed. */
void
page_sum_up(struct page_scoring *scoring);

/* Prose that may be the article's. */
bool
page_is_core(const struct page_block *block);

/* Bytes of it in a range of blocks. */
size_t
page_core_length(const struct page_scoring *scoring, size_t first, size_t end);

/* From the first to the last block of it. */
void
page_trim_to_core(struct page_scoring *scoring);

/* Is an element text rather than links: `share` times as much at least? */
bool
page_is_textual(const struct page_scoring *scoring, size_t node, size_t share);

bool
page_is_at_home(const struct page_scoring *scoring,
                const struct page_block *block);

/* The element around a node whose sister, or itself, has home inside. */
size_t
page_beside_home(const struct page_scoring *scoring, size_t at);

/* The element that holds the line of which a block is one. */
size_t
page_holder_of(const struct page_scoring *scoring,
               const struct page_block *block);

/* Cuts off and takes out what is of something else (page_trim.c). */
void
page_trim(struct page_scoring *scoring);

/* Marks the blocks that are kept (page_keep.c). */
void
page_keep(struct page_scoring *scoring);

#endif
