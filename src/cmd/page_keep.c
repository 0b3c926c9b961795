/*
 * In: the range of blocks that is the article. Out: which of them are kept,
 * with short sentences around it that belong to it.
 *
 * Not attempted: telling a short line of the text from one of the page when
 * both stand in the same element.
 *
 * Example: of `Air naik.`, `Baca juga: ...`, `Warga mengungsi.` the first and
 * the last are kept.
 */
#include "page_scoring.h"

enum {
    STAMP_WORDS = 4,
    WIDEN_MOST = 300 /* bytes that may part a sentence from the rest */,
    REFERENCE_MOST = 40
};

static bool
is_boilerplate(const struct page_scoring *scoring,
               const struct page_block *block)
{
    return page_is_boilerplate(
        scoring->engine, scoring->blocks->pool + block->text, block->length);
}

/* A heading above the first prose is the title of an entry when there are
 * more of its kind; a lone one is a deck, a kicker, a by-line. */
static bool
is_entry(const struct page_scoring *scoring, const struct page_block *block)
{
    const struct page_node *nodes = scoring->tree->nodes;

    if (block->tag != TAG_HEADING || block->shape & BLOCK_LINKS)
        return false;
    for (size_t i = scoring->first; i < scoring->end; i++) {
        const struct page_block *other = &scoring->blocks->blocks[i];

        if (other->tag == TAG_HEADING && !(other->shape & BLOCK_LINKS) &&
            page_is_sister(scoring->tree, nodes[block->node].parent,
                           nodes[other->node].parent))
            return true;
    }
    return false;
}

/* Short sentences before the first prose and behind the last belong to it
 * when they stand in the same element; a heading above the first, too. */
static void
widen(struct page_scoring *scoring)
{
    const struct page_block *blocks = scoring->blocks->blocks;
    size_t count = scoring->blocks->block_count;
    size_t first = page_holder_of(scoring, &blocks[scoring->first]);
    size_t last = page_holder_of(scoring, &blocks[scoring->end - 1]);
    size_t noise = 0;

    while (scoring->first > 0) {
        const struct page_block *block = &blocks[scoring->first - 1];

        if (!(block->shape & BLOCK_SENTENCE || is_entry(scoring, block)) ||
            block->role != ROLE_TEXT || block->is_title ||
            is_boilerplate(scoring, block) ||
            page_holder_of(scoring, block) != first)
            break;
        scoring->first--;
    }
    for (size_t i = scoring->end; i < count; i++) {
        const struct page_block *block = &blocks[i];

        if (is_boilerplate(scoring, block) || noise > WIDEN_MOST)
            break;
        noise += block->length;
        if (block->shape & BLOCK_SENTENCE && block->role == ROLE_TEXT &&
            page_holder_of(scoring, block) == last) {
            scoring->end = i + 1;
            noise = 0;
        }
    }
}

/* 08.00 WIB */
static bool
is_stamp(const struct page_scoring *scoring, const struct page_block *block)
{
    const char *text = scoring->blocks->pool + block->text;

    return *text >= '0' && *text <= '9' && block->words <= STAMP_WORDS;
}

/* Does a line belong, which is neither prose nor a sentence? If it is a
 * heading or an item, or stands among the prose. */
static bool
is_line_kept(const struct page_scoring *scoring, size_t at, size_t holder)
{
    const struct page_block *block = &scoring->blocks->blocks[at];

    if (block->shape & (BLOCK_HEADING | BLOCK_ITEM))
        return true;
    return !is_stamp(scoring, block) &&
           (block->is_vouched || page_holder_of(scoring, block) == holder);
}

/* `... naik. Baca juga: TITLE`, the title a link: the block is shortened. */
static void
cut_reference(const struct page_scoring *scoring, struct page_block *block)
{
    const char *text = scoring->blocks->pool + block->text;
    uint32_t link = block->last_link;
    uint32_t at = link > REFERENCE_MOST ? link - REFERENCE_MOST : 0;

    if (!block->last_link_end || block->last_link_end < block->length)
        return;
    for (at += at == 0; at <= link && at < block->length; at++) {
        bool starts = text[at - 1] == ' ' || text[at - 1] == '\n';

        if (starts && page_ends_sentence(text, at) &&
            page_is_boilerplate(scoring->engine, text + at,
                                block->length - at)) {
            block->length = at - 1;
            return;
        }
    }
}

static bool
is_kept(const struct page_scoring *scoring, size_t at, size_t holder,
        bool follows)
{
    const struct page_block *block = &scoring->blocks->blocks[at];
    bool sentences = block->shape & (BLOCK_PROSE | BLOCK_SENTENCE);

    if (block->role != ROLE_TEXT || block->shape & BLOCK_LINKS ||
        block->is_title || is_boilerplate(scoring, block))
        return false;
    if (!sentences && block->shape & BLOCK_HEADING && !follows)
        return false;
    return sentences || is_line_kept(scoring, at, holder);
}

static void
keep_lines(struct page_scoring *scoring)
{
    bool follows = false; /* is what stands behind kept text? */
    size_t holder = 0;    /* of the prose behind */

    for (size_t i = scoring->end; i-- > scoring->first;) {
        struct page_block *block = &scoring->blocks->blocks[i];

        if (block->role == ROLE_CAPTION)
            continue;
        if (page_is_core(block))
            holder = page_holder_of(scoring, block);
        block->is_kept = is_kept(scoring, i, holder, follows);
        follows = block->is_kept;
        if (block->is_kept)
            cut_reference(scoring, block);
    }
}

void
page_keep(struct page_scoring *scoring)
{
    widen(scoring);
    keep_lines(scoring);
}
