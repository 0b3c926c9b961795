/*
 * What the markup calls its elements.
 */
#ifndef KUTIP_CMD_PAGE_WORDS_H
#define KUTIP_CMD_PAGE_WORDS_H

#include "page_tree.h"

#include <kutip.h>

enum page_kind {
    KIND_PLAIN,
    KIND_HIDDEN, /* not shown at first; some sites unfold articles */
    KIND_ASIDE,  /* beside the article, unless it holds most of the page */
    KIND_OTHERS  /* other people's words or other articles, however long */
};

/* By its tag, its role, its class and its id. engine: NULL knows none. */
enum page_kind
page_kind_of(const kutip_engine *engine, const struct page_tree *tree,
             const struct page_node *node);

/* Does a line open with what is no part of an article: `Baca juga:`? */
bool
page_is_boilerplate(const kutip_engine *engine, const char *line,
                    size_t length);

/* Is there a word of a photographer's credit in the line? */
bool
page_has_credit(const kutip_engine *engine, const char *line, size_t length);

/* Is a block a part of the line: a, b, strong and the like? */
bool
page_is_inline(enum page_tag tag);

#endif
