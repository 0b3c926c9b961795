/*
 * In: a page in UTF-8. Out: a copy of it for the parser, in which every byte
 * keeps its place.
 *
 * A byte order mark before it makes the parser believe that it is UTF-8. Of
 * a tag with hundreds of attributes the rest is blanked: the parser compares
 * each with all before it, and would be busy for hours.
 *
 * Not attempted: anything else that is wrong with the page.
 *
 * Example: `<p a1 a2 ... a500 a501>` loses a501, not its bytes.
 */
#include "page_tame.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { ATTRIBUTES_MOST = 500 };

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' ||
           c == '/';
}

/* Blanks what is too much in the tag whose name begins at a place. Where the
 * tag ends. */
static size_t
tame_tag(char *text, size_t at, size_t length)
{
    size_t attributes = 0;
    char quote = '\0';

    for (; at < length; at++) {
        char c = text[at];

        if (!quote && (c == '>' || c == '<'))
            return at;
        if (quote && c == quote) {
            quote = '\0';
            attributes++;
        } else if (!quote && (c == '"' || c == '\'')) {
            quote = c;
        } else if (!quote) {
            attributes += is_blank(c);
        }
        if (attributes > ATTRIBUTES_MOST)
            text[at] = ' ';
    }
    return at;
}

char *
page_tame(const char *utf8, size_t length)
{
    char *copy = malloc(TAME_BEFORE + length + 1);
    char *text;

    if (!copy)
        return NULL;
    text = copy + TAME_BEFORE;
    memcpy(copy, "\xEF\xBB\xBF", TAME_BEFORE);
    memcpy(text, utf8, length);
    text[length] = '\0';
    for (size_t at = 0; at + 1 < length; at++) {
        char next = text[at + 1] | 0x20;

        if (text[at] == '<' && next >= 'a' && next <= 'z')
            at = tame_tag(text, at + 1, length) - 1;
    }
    return copy;
}
