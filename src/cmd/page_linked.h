/*
 * What a page says of its article in JSON-LD (schema.org).
 */
#ifndef KUTIP_CMD_PAGE_LINKED_H
#define KUTIP_CMD_PAGE_LINKED_H

#include "page_charset.h"
#include "page_tree.h"

/* What is not said is NULL, or an empty body. Strings may hold entities and
 * markup: many sites write them so. */
struct page_linked {
    char *headline;
    char *published;
    char *url;
    char *outlet;
    struct page_utf8 body; /* articleBody; its `page` is the page's UTF-8 */
    bool is_article;       /* some object is one */
    bool is_listing;       /* some object is a page of many */
};

/* False: out of memory; nothing is to be released then. */
bool
page_linked_read(const struct page_tree *tree, struct page_linked *linked);

void
page_linked_release(struct page_linked *linked);

#endif
