/*
 * Strings of JSON, as pages have them.
 */
#ifndef KUTIP_CMD_PAGE_STRING_H
#define KUTIP_CMD_PAGE_STRING_H

#include "page_utf8.h"

/*
 * The string without its escapes; a line break becomes two of markup, since
 * the text is markup to many sites. source: where the string stands in the
 * page. False: out of memory; *out is to be released all the same.
 */
bool
page_decode(const char *string, size_t length, size_t source,
            struct page_utf8 *out);

#endif
