/*
 * The tree of a page: elements and runs of text in the order of the page.
 */
#ifndef KUTIP_CMD_PAGE_TREE_H
#define KUTIP_CMD_PAGE_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Elements that mean something here; the rest is one of the last two. */
enum page_tag {
    TAG_TEXT, /* not an element: a run of text */
    TAG_ROOT, /* not an element: the page */
    TAG_A,
    TAG_ARTICLE,
    TAG_BLOCKQUOTE,
    TAG_BODY,
    TAG_BOLD,
    TAG_BR,
    TAG_CELL,
    TAG_FOOTER,
    TAG_H1,
    TAG_HEADER,
    TAG_HEADING, /* h2 to h6 */
    TAG_IMAGE,
    TAG_ITALIC,
    TAG_LINK,
    TAG_ITEM, /* li, dt, dd */
    TAG_META,
    TAG_P,
    TAG_PRE,
    TAG_ROW,
    TAG_SCRIPT,
    TAG_TIME,
    TAG_TITLE,
    TAG_BLOCK,
    TAG_INLINE,
    TAG_ASIDE, /* never part of the article, if not most of the page */
    TAG_NEVER  /* never part of it, and not text for readers of it */
};

/* Attributes that are kept. */
enum page_key {
    KEY_CLASS,
    KEY_ID,
    KEY_ITEMPROP,
    KEY_NAME, /* and property, of <meta> */
    KEY_CONTENT,
    KEY_DATETIME,
    KEY_REL,
    KEY_HREF,
    KEY_TYPE,
    KEY_ROLE,
    KEY_STYLE,
    KEY_HIDDEN /* hidden, and aria-hidden unless it is false */
};

/* An attribute; `next` is the number of the element's next, 0: none. */
struct page_attribute {
    enum page_key key;
    uint32_t value; /* in the pool, terminated */
    uint32_t next;
};

/* Element or run of text. Its insides are the nodes up to `end`. */
struct page_node {
    uint32_t parent;
    uint32_t end;
    uint32_t attributes; /* number of the first, 0: none */
    uint32_t text;       /* of a run: where in the pool */
    uint32_t length;
    uint32_t source; /* of a run: where in the page's UTF-8 */
    bool is_literal; /* it stands there byte by byte */
    enum page_tag tag;
};

struct page_tree {
    struct page_node *nodes; /* [0] is TAG_ROOT */
    size_t node_count;
    size_t node_room;
    struct page_attribute *attributes; /* [0] is none */
    size_t attribute_count;
    size_t attribute_room;
    char *pool; /* all text and values */
    size_t pool_length;
    size_t pool_room;
};

/*
 * Reads valid UTF-8. False: out of memory, or no parser; nothing is to be
 * released then.
 */
bool
page_tree_read(const char *utf8, size_t length, struct page_tree *tree);

void
page_tree_release(struct page_tree *tree);

/* The value of an element's attribute, or NULL. */
const char *
page_attribute(const struct page_tree *tree, const struct page_node *node,
               enum page_key key);

/* Are two elements alike: the same tag, the same first class? */
bool
page_is_sister(const struct page_tree *tree, size_t a, size_t b);

#endif
