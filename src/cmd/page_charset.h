/*
 * The characters of a page: declared, guessed, turned into UTF-8.
 */
#ifndef KUTIP_CMD_PAGE_CHARSET_H
#define KUTIP_CMD_PAGE_CHARSET_H

#include "page_utf8.h"

/*
 * The name of the character set, as iconv has it: by the byte order mark,
 * by what the page declares, by its bytes.
 */
const char *
page_charset(const char *bytes, size_t length, char name[static 64]);

/* False: out of memory; nothing is to be released then. */
bool
page_to_utf8(const char *bytes, size_t length, struct page_utf8 *utf8);

#endif
