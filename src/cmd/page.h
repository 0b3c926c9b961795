/*
 * A saved page of a news site: the article in it, and what the page says
 * of itself.
 */
#ifndef KUTIP_CMD_PAGE_H
#define KUTIP_CMD_PAGE_H

#include <kutip.h>
#include <stdbool.h>
#include <stddef.h>

/* From text on stands, byte by byte, what stands in the page from page on;
 * up to the next piece. */
struct page_piece {
    size_t text;
    size_t page;
    unsigned step; /* bytes of the page for one of the text; 0: none */
};

struct page {
    char *text;    /* UTF-8, terminated, paragraphs parted by a blank line;
                      empty where the page holds no article */
    size_t length; /* bytes of it */
    char *title;   /* these four are UTF-8, or NULL when not known */
    char *outlet;
    char *published; /* as the page has it */
    char *url;
    struct page_piece *pieces; /* where the text comes from, in its order */
    size_t piece_count;
};

/*
 * Reads a page. engine: knows the words of pages (patterns/pages.words);
 * NULL is allowed, the page then has its markup only to go by. False: out
 * of memory, or no page at all; *error is then a constant sentence, and
 * nothing is to be released. A page without an article is no error.
 */
bool
page_read(const kutip_engine *engine, const char *bytes, size_t length,
          struct page *page, const char **error);

void
page_release(struct page *page);

/*
 * Where a byte of the text (0 up to and with length) comes from: an offset
 * into the bytes of the page. Of what stands for several bytes, such as
 * &amp;, the first.
 */
size_t
page_offset(const struct page *page, size_t offset);

#endif
