/*
 * A page as libxml2's parser can take it.
 */
#ifndef KUTIP_CMD_PAGE_TAME_H
#define KUTIP_CMD_PAGE_TAME_H

#include <stddef.h>

/* Bytes that the copy has before the page. */
enum { TAME_BEFORE = 3 };

/* A copy, terminated, for free(); NULL: out of memory. */
char *
page_tame(const char *utf8, size_t length);

#endif
