/*
 * Text of a page in UTF-8 that knows where each of its bytes comes from.
 */
#ifndef KUTIP_CMD_PAGE_UTF8_H
#define KUTIP_CMD_PAGE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* From utf8 on, each byte of UTF-8 stands for `step` bytes of the page. */
struct page_stretch {
    size_t utf8;
    size_t page;
    unsigned step; /* 0: all of it stands for the place `page` */
};

/* A page in UTF-8, which is valid and without NUL. */
struct page_utf8 {
    char *text; /* terminated */
    size_t length;
    struct page_stretch *stretches; /* in order; the first begins at 0 */
    size_t stretch_count;
    size_t stretch_room;
    size_t room;
};

/* From here on the text stands for the page from `page` on. False: out of
 * memory. */
bool
page_put_origin(struct page_utf8 *utf8, size_t page, unsigned step);

/* Text at the end, terminated. False: out of memory. */
bool
page_put(struct page_utf8 *utf8, const char *bytes, size_t length);

void
page_utf8_release(struct page_utf8 *utf8);

/* The stretch that holds a byte of the UTF-8. */
const struct page_stretch *
page_stretch_at(const struct page_utf8 *utf8, size_t at);

#endif
