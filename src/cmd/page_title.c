/*
 * In: the title that the head of a page gives, the blocks of the page. Out:
 * the block that is the title, and the title without the outlet.
 *
 * A title often carries the outlet: `Air Naik - Kabar`. It is cut off where
 * a heading of the page is the rest, or where what is cut off is the
 * outlet's own name.
 *
 * Not attempted: kickers inside of a heading.
 *
 * Example: og:title `Air Naik | Kabar` and <h1>Air Naik</h1>: `Air Naik`.
 */
#include "page_title.h"

#include <string.h>
#include <strings.h>

enum { TITLE_LEAST = 10, TITLE_MOST = 400, TRUNCATED_LEAST = 40 };

static const char *const separators[] = {
    " - ",
    " | ",
    " :: ",
    " : ",
    " \xC2\xBB ",
    " \xE2\x80\x93 ",
    " \xE2\x80\x94 ",
    " \xC2\xB7 ",
    " \xE2\x80\xA2 ",
    " / ",
};

static bool
is_letter(unsigned char c)
{
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

/* The next letter or digit, small; '\0' at the end. Curly marks, dashes and
 * no-break spaces (E2 80, C2) are none. */
static char
next_letter(const char *text, size_t length, size_t *at)
{
    while (*at < length) {
        unsigned char c = (unsigned char)text[(*at)++];

        if (c == 0xE2 && *at + 1 < length)
            *at += 2;
        else if (c == 0xC2 && *at < length)
            *at += 1;
        else if (is_letter(c))
            return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    return '\0';
}

bool
page_same_text(const char *a, size_t a_length, const char *b, size_t b_length,
               bool prefix)
{
    size_t a_at = 0, b_at = 0;

    for (;;) {
        char x = next_letter(a, a_length, &a_at);
        char y = next_letter(b, b_length, &b_at);

        if (x == '\0' || y == '\0')
            return prefix || x == y;
        if (x != y)
            return false;
    }
}

/* The last separator of a title, of any kind; NULL: none. */
static char *
last_separator(char *title, size_t *width)
{
    char *last = NULL;

    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        for (char *at = title; (at = strstr(at, separators[i])); at++)
            if (!last || at > last) {
                last = at;
                *width = strlen(separators[i]);
            }
    return last;
}

/* Do the two share a word of four letters or more, however it is written? */
static bool
share_word(const char *a, const char *b)
{
    while (a && b && *a) {
        size_t length = 0;

        while (is_letter((unsigned char)a[length]))
            length++;
        for (const char *at = b; length >= 4 && *at; at++)
            if (strncasecmp(at, a, length) == 0)
                return true;
        a += length ? length : 1;
    }
    return false;
}

/* `Air Naik - Kabar`: is what stands behind the separator the outlet? */
static bool
is_outlet_tail(const char *tail, const char *outlet, const char *url)
{
    return share_word(tail, outlet) || share_word(outlet, tail) ||
           share_word(tail, url);
}

void
page_title_cut(char *title, const char *outlet, const char *url)
{
    size_t width;
    char *at;

    while ((at = last_separator(title, &width)) && at - title >= TITLE_LEAST &&
           is_outlet_tail(at + width, outlet, url))
        *at = '\0';
    at = last_separator(title, &width);
    /* a title that the page's own <title> carries on is whole */
    if (at && strncmp(at, " | ", 3) == 0 && at - title >= 2 * TITLE_LEAST)
        *at = '\0';
}

/* `Kabar: Air Naik`, `Air Naik - Kabar`: is the block the title's part
 * behind or before a separator? */
static bool
is_part(const char *text, size_t length, const char *title, bool heading)
{
    const char *colon = strstr(title, ": ");

    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        for (const char *at = title; (at = strstr(at, separators[i])); at++)
            if (page_same_text(text, length, title, (size_t)(at - title),
                               false))
                return true;
    return heading && colon &&
           page_same_text(text, length, colon, strlen(colon), false);
}

/* Could the block be what the title says? A heading may say more than a
 * title that was cut, or less than one that a word was put behind. */
static bool
is_title_block(const struct page_blocks *blocks, const struct page_block *block,
               const char *title)
{
    const char *text = blocks->pool + block->text;
    size_t length = strlen(title);
    bool heading = block->tag == TAG_H1 || block->tag == TAG_HEADING;

    if (block->length < TITLE_LEAST || block->length > TITLE_MOST)
        return false;
    if (page_same_text(text, block->length, title, length, false) ||
        is_part(text, block->length, title, heading))
        return true;
    if (block->tag != TAG_H1)
        return false;
    if (block->length > length)
        return length >= TRUNCATED_LEAST &&
               page_same_text(text, block->length, title, length - 3, true);
    return block->length >= TRUNCATED_LEAST / 2 &&
           page_same_text(text, block->length, title, length, true);
}

/* The heading, else the line, that the title is; the longest of them. */
const struct page_block *
page_title_shown(const struct page_blocks *blocks, const char *title)
{
    const struct page_block *best = NULL;

    for (size_t i = 0; i < blocks->block_count; i++) {
        const struct page_block *block = &blocks->blocks[i];
        bool better = !best || (block->tag == TAG_H1 && best->tag != TAG_H1) ||
                      (block->tag == best->tag && block->length > best->length);

        if (better && is_title_block(blocks, block, title))
            best = block;
    }
    return best;
}

const struct page_block *
page_title_only(const struct page_blocks *blocks)
{
    const struct page_block *h1 = NULL;

    for (size_t i = 0; i < blocks->block_count; i++) {
        const struct page_block *block = &blocks->blocks[i];

        if (block->tag == TAG_H1 && block->length >= TITLE_LEAST) {
            if (h1)
                return NULL;
            h1 = block;
        }
    }
    return h1;
}
