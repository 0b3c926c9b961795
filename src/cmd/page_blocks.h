/*
 * The blocks of a page: what stands as a paragraph, a heading, a line.
 */
#ifndef KUTIP_CMD_PAGE_BLOCKS_H
#define KUTIP_CMD_PAGE_BLOCKS_H

#include "page.h"
#include "page_tree.h"
#include "page_words.h"

/* What is known of a block's shape; bits. */
enum {
    BLOCK_PROSE = 1,       /* sentences, few links */
    BLOCK_SENTENCE = 2,    /* ends as a sentence does, few links */
    BLOCK_LINKS = 4,       /* mostly links */
    BLOCK_HEADING = 8,     /* h1 to h6, or all of it bold */
    BLOCK_ITEM = 16,       /* of a list */
    BLOCK_AFTER_IMAGE = 32 /* a picture stands before it */
};

/* What it is taken for, later. */
enum page_role {
    ROLE_TEXT,
    ROLE_ASIDE, /* marked as standing beside */
    ROLE_CAPTION,
    ROLE_TEASER /* of another article */
};

struct page_block {
    uint32_t node; /* the element it stands in */
    uint32_t run;  /* the run of text it begins with */
    uint32_t text; /* in the pool */
    uint32_t length;
    uint32_t links; /* bytes that are links */
    uint32_t bold;  /* bytes that are bold */
    uint32_t italic;
    uint32_t last_link;     /* where in it the last link begins */
    uint32_t last_link_end; /* 0: there is no link */
    uint32_t words;
    unsigned shape;
    enum page_role role;
    enum page_tag tag; /* of node */
    bool is_vouched;   /* the page itself says that it is the article */
    bool is_title;
    bool is_kept;
};

struct page_blocks {
    struct page_block *blocks;
    size_t block_count;
    size_t block_room;
    char *pool; /* the blocks' texts, white space folded */
    size_t pool_length;
    size_t pool_room;
    struct page_piece *pieces; /* of the pool; `page` is the page's UTF-8 */
    size_t piece_count;
    size_t piece_room;
};

/* kinds: of each node. False: out of memory; nothing is to be released. */
bool
page_blocks_read(const struct page_tree *tree, const unsigned char *kinds,
                 struct page_blocks *blocks);

void
page_blocks_release(struct page_blocks *blocks);

/* The first block whose text begins at a node or behind it. */
size_t
page_block_from(const struct page_blocks *blocks, uint32_t node);

/* Does a text end as a sentence does, closing marks aside? */
bool
page_ends_sentence(const char *text, size_t length);

#endif
