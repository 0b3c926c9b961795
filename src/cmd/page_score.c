/*
 * In: the blocks of a page and what they are taken for. Out: which of them
 * are the article, or that there is none.
 *
 * The article is inside the element where prose outweighs links and short
 * lines most: a maximum subsequence (Pasternack, Roth, Extracting Article
 * Text from the Web with Maximum Subsequence Segmentation, WWW 2009) over
 * the subtrees of the page. What the page vouches for weighs more. In that
 * element it goes from the first block of prose to the last, without links,
 * captions and lines that do not belong; prose that stands apart from the
 * rest behind links is cut off.
 *
 * Not attempted: articles of one short paragraph on pages full of teasers.
 *
 * Example: three paragraphs, `Baca juga: ...` as a link, a paragraph, a list
 * of links: four paragraphs are kept.
 */
#include "page_score.h"

#include <stdlib.h>
#include <string.h>

enum {
    VOUCHED_WEIGHT = 3,
    VOUCH_LEAST = 25,       /* bytes of a block that a body can vouch for */
    VOUCH_WORK = 200000000, /* bytes that are compared at most */
    APART_NOISE = 150,
    LEAST_WITH_CLAIM = 150,
    LEAST_TWO_BLOCKS = 250,
    LEAST_PROSE = 500,
    LEAST_IN_LISTING = 900
};

struct scoring {
    const kutip_engine *engine;
    const struct page_tree *tree;
    struct page_blocks *blocks;
    size_t first; /* the blocks of the element that was chosen */
    size_t end;
    uint32_t home; /* where most of its prose stands */
};

/* ------------------------------------------------------------ vouched for */

static void
vouch_by_mark(const struct page_tree *tree, struct page_blocks *blocks)
{
    for (size_t at = 0; at < tree->node_count; at++) {
        const char *prop = page_attribute(tree, &tree->nodes[at],
                                          KEY_ITEMPROP);
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

/* -------------------------------------------------------------- container */

static bool
is_core(const struct page_block *block)
{
    return block->role == ROLE_TEXT && block->shape & BLOCK_PROSE &&
           !block->is_title;
}

/* What a block says for or against an element that holds it. */
static long
worth(const struct page_block *block, bool before_title)
{
    long length = (long)block->length;

    if (is_core(block) && !before_title)
        return block->is_vouched ? VOUCHED_WEIGHT * length : length;
    if (block->shape & BLOCK_LINKS || block->role == ROLE_TEASER)
        return -length - 20;
    if (block->role != ROLE_TEXT)
        return -length / 2;
    if (before_title)
        return -length;
    if (block->shape & BLOCK_SENTENCE)
        return block->is_vouched ? VOUCHED_WEIGHT * length : length / 2;
    return block->is_vouched || block->shape & BLOCK_HEADING ? 0
                                                             : -length / 2 - 5;
}

/* The heading that is the title; what is before it is not the article. */
static size_t
title_at(const struct page_blocks *blocks)
{
    for (size_t i = 0; i < blocks->block_count; i++) {
        const struct page_block *block = &blocks->blocks[i];

        if (block->is_title && !(block->shape & BLOCK_LINKS) &&
            (block->tag == TAG_H1 || block->tag == TAG_HEADING))
            return i;
    }
    return 0;
}

/* The element whose blocks are worth most; false: none is worth anything. */
static bool
choose_element(struct scoring *scoring)
{
    const struct page_blocks *blocks = scoring->blocks;
    const struct page_tree *tree = scoring->tree;
    size_t title = title_at(blocks);
    long *sums = malloc((blocks->block_count + 1) * sizeof *sums);
    long best = 0;

    if (!sums)
        return false;
    sums[0] = 0;
    for (size_t i = 0; i < blocks->block_count; i++)
        sums[i + 1] = sums[i] + worth(&blocks->blocks[i], i < title);
    for (size_t at = 0; at < tree->node_count; at++) {
        size_t first, end;

        if (page_is_inline(tree->nodes[at].tag))
            continue;
        first = page_block_from(blocks, (uint32_t)at);
        end = page_block_from(blocks, tree->nodes[at].end);
        if (sums[end] - sums[first] >= best && end > first) {
            best = sums[end] - sums[first];
            scoring->first = first;
            scoring->end = end;
        }
    }
    free(sums);
    return best > 0;
}

/* -------------------------------------------------------- what it holds */

/* The element that holds the lines of which a block is one. */
static uint32_t
home_of(const struct scoring *scoring, const struct page_block *block)
{
    bool line = block->tag == TAG_P || block->tag == TAG_HEADING ||
                block->tag == TAG_ITEM;

    return line ? scoring->tree->nodes[block->node].parent : block->node;
}

/* The home of most prose: the one that outweighs all others, if any does
 * (Boyer, Moore 1981). */
static void
find_home(struct scoring *scoring)
{
    long lead = 0;

    for (size_t i = scoring->first; i < scoring->end; i++) {
        const struct page_block *block = &scoring->blocks->blocks[i];
        uint32_t home = home_of(scoring, block);

        if (!is_core(block))
            continue;
        if (home == scoring->home) {
            lead += block->length;
        } else if (lead >= (long)block->length) {
            lead -= block->length;
        } else {
            lead = (long)block->length - lead;
            scoring->home = home;
        }
    }
}

static bool
is_boilerplate(const struct scoring *scoring, const struct page_block *block)
{
    return page_is_boilerplate(scoring->engine,
                               scoring->blocks->pool + block->text,
                               block->length);
}

/* From the first to the last block of prose. */
static void
trim_to_core(struct scoring *scoring)
{
    const struct page_block *blocks = scoring->blocks->blocks;

    while (scoring->first < scoring->end && !is_core(&blocks[scoring->first]))
        scoring->first++;
    while (scoring->end > scoring->first &&
           !is_core(&blocks[scoring->end - 1]))
        scoring->end--;
}

static size_t
core_length(const struct scoring *scoring, size_t first, size_t end)
{
    size_t length = 0;

    for (size_t i = first; i < end; i++)
        if (is_core(&scoring->blocks->blocks[i]))
            length += scoring->blocks->blocks[i].length;
    return length;
}

static bool
is_noise(const struct page_block *block)
{
    return block->shape & BLOCK_LINKS || block->role != ROLE_TEXT;
}

/* Prose behind links, not at home among the rest and little of it, is of
 * something else: a note on the author, a call to subscribe. */
static void
cut_apart(struct scoring *scoring)
{
    const struct page_block *blocks = scoring->blocks->blocks;
    size_t all = core_length(scoring, scoring->first, scoring->end);
    size_t noise = 0, before = 0;

    for (size_t i = scoring->first; i < scoring->end; i++) {
        const struct page_block *block = &blocks[i];

        if (is_noise(block)) {
            noise += block->length;
        } else if (is_core(block)) {
            if (noise >= APART_NOISE && !block->is_vouched &&
                home_of(scoring, block) != scoring->home &&
                (all - before) * 10 < all * 3) {
                scoring->end = i;
                break;
            }
            before += block->length;
            noise = 0;
        }
    }
    trim_to_core(scoring);
}

/* The same at the beginning: a promotion above the text. */
static void
cut_before(struct scoring *scoring)
{
    const struct page_block *blocks = scoring->blocks->blocks;
    size_t all = core_length(scoring, scoring->first, scoring->end);
    size_t noise = 0, behind = 0;

    for (size_t i = scoring->end; i-- > scoring->first;) {
        const struct page_block *block = &blocks[i];

        if (is_noise(block)) {
            noise += block->length;
        } else if (is_core(block)) {
            if (noise >= APART_NOISE && !block->is_vouched &&
                home_of(scoring, block) != scoring->home &&
                (all - behind) * 10 < all * 3) {
                scoring->first = i + 1;
                break;
            }
            behind += block->length;
            noise = 0;
        }
    }
    trim_to_core(scoring);
}

/* Short sentences before the first prose and behind the last belong to it
 * when they stand in the same element. */
static void
widen(struct scoring *scoring)
{
    const struct page_block *blocks = scoring->blocks->blocks;
    size_t count = scoring->blocks->block_count;

    while (scoring->first > 0) {
        const struct page_block *block = &blocks[scoring->first - 1];

        if (!(block->shape & BLOCK_SENTENCE) || block->role != ROLE_TEXT ||
            block->is_title || is_boilerplate(scoring, block) ||
            home_of(scoring, block) != scoring->home)
            break;
        scoring->first--;
    }
    for (size_t i = scoring->end; i < count; i++) {
        const struct page_block *block = &blocks[i];

        if (home_of(scoring, block) != scoring->home)
            break;
        if (block->shape & BLOCK_SENTENCE && block->role == ROLE_TEXT)
            scoring->end = i + 1;
    }
}

/* Does a line belong, which is neither prose nor a sentence? */
static bool
is_line_kept(const struct scoring *scoring, size_t at)
{
    const struct page_block *block = &scoring->blocks->blocks[at];

    return block->shape & (BLOCK_HEADING | BLOCK_ITEM) || block->is_vouched ||
           home_of(scoring, block) == scoring->home;
}

static void
keep_lines(struct scoring *scoring)
{
    bool follows = false; /* is what stands behind kept text? */

    for (size_t i = scoring->end; i-- > scoring->first;) {
        struct page_block *block = &scoring->blocks->blocks[i];
        bool heading = block->shape & BLOCK_HEADING &&
                       !(block->shape & (BLOCK_PROSE | BLOCK_SENTENCE));

        if (block->role == ROLE_CAPTION)
            continue;
        block->is_kept =
            block->role == ROLE_TEXT && !(block->shape & BLOCK_LINKS) &&
            !block->is_title && !is_boilerplate(scoring, block) &&
            (block->shape & (BLOCK_PROSE | BLOCK_SENTENCE) ||
             is_line_kept(scoring, i)) &&
            (!heading || follows);
        follows = block->is_kept;
    }
}

/* Is what was found enough to be an article? */
static bool
is_article(const struct scoring *scoring, enum page_claim claim)
{
    size_t length = core_length(scoring, scoring->first, scoring->end);
    size_t count = 0;

    for (size_t i = scoring->first; i < scoring->end; i++)
        count += is_core(&scoring->blocks->blocks[i]);
    if (claim == CLAIM_LISTING)
        return count > 2 && length >= LEAST_IN_LISTING;
    return (count > 1 && length >= LEAST_TWO_BLOCKS) ||
           length >= LEAST_PROSE ||
           (claim == CLAIM_ARTICLE && count > 1 &&
            length >= LEAST_WITH_CLAIM);
}

bool
page_score(const kutip_engine *engine, const struct page_tree *tree,
           struct page_blocks *blocks, enum page_claim claim)
{
    struct scoring scoring = {engine, tree, blocks, .end = 0};

    if (!choose_element(&scoring))
        return false;
    trim_to_core(&scoring);
    find_home(&scoring);
    cut_apart(&scoring);
    cut_before(&scoring);
    if (!is_article(&scoring, claim))
        return false;
    widen(&scoring);
    keep_lines(&scoring);
    return true;
}
