/*
 * In: the blocks of a page. Out: which of them the page itself says are its
 * article: by itemprop, or as part of the articleBody of its JSON-LD.
 *
 * Not attempted: a body that was written anew for machines.
 *
 * Example: articleBody "Air naik. Warga ..." vouches for `<p>Air naik.</p>`
 * if that is not too short to be told from others.
 */
#include "page_score.h"

#include "page_title.h"

#include <string.h>

enum { VOUCH_LEAST = 25, VOUCH_WORK = 200000000 };

static void
vouch_by_mark(const struct page_tree *tree, struct page_blocks *blocks)
{
    for (size_t at = 0; at < tree->node_count; at++) {
        const char *prop = page_attribute(tree, &tree->nodes[at], KEY_ITEMPROP);
        uint32_t end = tree->nodes[at].end;

        if (!prop || !strstr(prop, "articleBody"))
            continue;
        for (size_t i = page_block_from(blocks, (uint32_t)at);
             i < blocks->block_count && blocks->blocks[i].run < end; i++)
            blocks->blocks[i].is_vouched = true;
        at = end - 1;
    }
}

/* Where a text occurs in a body, letters and digits compared; the end: it
 * does not. The search goes on from `from` first: blocks are in order. */
static bool
occurs(const char *body, size_t length, const char *text, size_t text_length,
       size_t *from, size_t *work)
{
    size_t start = *from;

    for (size_t round = 0; round < 2; round++) {
        size_t end = round ? *from : length;

        for (size_t at = start; at < end && *work < VOUCH_WORK; at++) {
            size_t rest = length - at;

            ++*work;
            if ((body[at] | 0x20) == (*text | 0x20) && rest >= text_length &&
                page_same_text(body + at, rest, text, text_length, true)) {
                *from = at;
                return true;
            }
        }
        start = 0;
    }
    return false;
}

void
page_vouch(const struct page_tree *tree, struct page_blocks *blocks,
           const char *body, size_t length)
{
    size_t from = 0, work = 0;

    vouch_by_mark(tree, blocks);
    for (size_t i = 0; body && i < blocks->block_count; i++) {
        struct page_block *block = &blocks->blocks[i];
        const char *text = blocks->pool + block->text;
        size_t sample = block->length < 60 ? block->length : 60;

        if (block->length >= VOUCH_LEAST && !(block->shape & BLOCK_LINKS) &&
            occurs(body, length, text, sample, &from, &work))
            block->is_vouched = true;
    }
}
