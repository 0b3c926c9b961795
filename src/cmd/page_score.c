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

#include "page_scoring.h"

#include <stdlib.h>

enum {
    VOUCHED_WEIGHT = 3,
    LINK_HANDICAP = 20, /* what a link of one letter weighs */
    LINK_LEAST = 15,    /* bytes of a link that is a title */
    SISTERS_MOST = 200,
    PARTED_MOST = 1500,  /* bytes of a box between paragraphs */
    LEAST_VOUCHED = 100, /* bytes of prose that make an article */
    LEAST_WITH_CLAIM = 150,
    LEAST_ALONE = 350, /* one block of it */
    LEAST_TWO_BLOCKS = 250,
    LEAST_PROSE = 500,
    LEAST_IN_LISTING = 900
};

bool
page_is_core(const struct page_block *block)
{
    return block->role == ROLE_TEXT && block->shape & BLOCK_PROSE &&
           !block->is_title;
}

bool
page_is_textual(const struct page_scoring *scoring, size_t node, size_t share)
{
    const struct page_blocks *blocks = scoring->blocks;
    const struct page_sum *first =
        &scoring->sums[page_block_from(blocks, (uint32_t)node)];
    const struct page_sum *end =
        &scoring->sums[page_block_from(blocks, scoring->tree->nodes[node].end)];

    return end->prose > first->prose &&
           (end->links - first->links) * share < end->prose - first->prose;
}

bool
page_is_at_home(const struct page_scoring *scoring,
                const struct page_block *block)
{
    return block->run > scoring->home &&
           block->run < scoring->tree->nodes[scoring->home].end;
}

/* The element around a node whose sister, or itself, has home inside. */
size_t
page_beside_home(const struct page_scoring *scoring, size_t at)
{
    const struct page_node *nodes = scoring->tree->nodes;

    while (nodes[at].parent != 0 &&
           !(nodes[at].parent <= scoring->home &&
             nodes[nodes[at].parent].end > scoring->home))
        at = nodes[at].parent;
    return at;
}

/* From the first to the last block of prose. */
void
page_trim_to_core(struct page_scoring *scoring)
{
    const struct page_block *blocks = scoring->blocks->blocks;

    while (scoring->first < scoring->end &&
           !page_is_core(&blocks[scoring->first]))
        scoring->first++;
    while (scoring->end > scoring->first &&
           !page_is_core(&blocks[scoring->end - 1]))
        scoring->end--;
}

size_t
page_core_length(const struct page_scoring *scoring, size_t first, size_t end)
{
    return first < end ? scoring->sums[end].prose - scoring->sums[first].prose
                       : 0;
}

/* What a block says for or against an element that holds it. */
static long
worth(const struct page_block *block, bool before_title)
{
    long length = (long)block->length;

    if (page_is_core(block) && !before_title)
        return block->is_vouched ? VOUCHED_WEIGHT * length : length;
    if (block->shape & BLOCK_LINKS || block->role == ROLE_TEASER)
        return -length - LINK_HANDICAP;
    if (block->role != ROLE_TEXT)
        return -length / 2;
    if (before_title)
        return -length;
    if (block->shape & BLOCK_SENTENCE)
        return block->is_vouched ? VOUCHED_WEIGHT * length : length / 2;
    return block->is_vouched || block->shape & BLOCK_HEADING ? 0
                                                             : -length / 2 - 5;
}

void
page_sum_up(struct page_scoring *scoring)
{
    struct page_sum sum = {0, 0, 0};

    scoring->sums[0] = sum;
    for (size_t i = 0; i < scoring->blocks->block_count; i++) {
        const struct page_block *block = &scoring->blocks->blocks[i];

        if (page_is_core(block))
            sum.prose += block->length;
        else if (block->shape & BLOCK_LINKS)
            sum.links += block->length + LINK_HANDICAP;
        sum.worth += worth(block, i < scoring->title);
        scoring->sums[i + 1] = sum;
    }
}

/* Where the title is shown first; what is before it is not the article. 0:
 * nowhere, or behind all of the prose. */
static size_t
title_at(const struct page_blocks *blocks)
{
    size_t title = 0;
    bool prose_behind = false;

    for (size_t i = blocks->block_count; i-- > 0;) {
        const struct page_block *block = &blocks->blocks[i];

        if (page_is_core(block))
            prose_behind = true;
        else if (block->is_title && !(block->shape & BLOCK_LINKS) &&
                 prose_behind)
            title = i;
    }
    return title;
}

/* The stretch of blocks that is worth most, wherever it stands (Kadane).
 * What it is worth. */
static long
best_stretch(const struct page_sum *sums, size_t count, size_t *first,
             size_t *end)
{
    size_t lowest = 0;
    long best = 0;

    for (size_t i = 1; i <= count; i++) {
        if (sums[i].worth - sums[lowest].worth > best) {
            best = sums[i].worth - sums[lowest].worth;
            *first = lowest;
            *end = i;
        }
        if (sums[i].worth <= sums[lowest].worth)
            lowest = i;
    }
    return best;
}

/* The element whose blocks are worth most; where none is nearly worth the
 * best stretch of blocks, since the text shares its element with the rest
 * of the page, that stretch. False: nothing is worth anything. */
static bool
choose_element(struct page_scoring *scoring)
{
    const struct page_blocks *blocks = scoring->blocks;
    const struct page_tree *tree = scoring->tree;
    const struct page_sum *sums = scoring->sums;
    long best = 0, stretch;
    size_t first = 0, end = 0;

    for (size_t at = 0; at < tree->node_count; at++) {
        if (page_is_inline(tree->nodes[at].tag))
            continue;
        first = page_block_from(blocks, (uint32_t)at);
        end = page_block_from(blocks, tree->nodes[at].end);
        if (sums[end].worth - sums[first].worth >= best && end > first) {
            best = sums[end].worth - sums[first].worth;
            scoring->element = at;
            scoring->first = first;
            scoring->end = end;
        }
    }
    stretch = best_stretch(sums, blocks->block_count, &first, &end);
    if (best * 10 < stretch * 6) {
        scoring->element = 0;
        scoring->first = first;
        scoring->end = end;
    }
    return stretch > 0;
}

size_t
page_holder_of(const struct page_scoring *scoring,
               const struct page_block *block)
{
    bool line = block->tag == TAG_P || block->tag == TAG_HEADING ||
                block->tag == TAG_ITEM;

    return line ? scoring->tree->nodes[block->node].parent : block->node;
}

/* Sisters of the element: pages of an article that stand one behind the
 * other, and a lead between the title and the text. */
static void
add_sisters(struct page_scoring *scoring)
{
    const struct page_tree *tree = scoring->tree;
    const struct page_blocks *blocks = scoring->blocks;
    size_t parent = tree->nodes[scoring->element].parent;
    unsigned looks = 0;

    if (scoring->element == 0)
        return;
    for (size_t at = parent + 1;
         at < tree->nodes[parent].end && looks++ < SISTERS_MOST;
         at = tree->nodes[at].end) {
        size_t first = page_block_from(blocks, (uint32_t)at);
        size_t end = page_block_from(blocks, tree->nodes[at].end);
        bool lead = scoring->title > 0 && first > scoring->title &&
                    end <= scoring->first;
        bool later =
            first >= scoring->end && page_is_sister(tree, at, scoring->element);

        if (!(lead || later) || !page_is_textual(scoring, at, 3))
            continue;
        if (lead)
            scoring->first = first;
        else
            scoring->end = end;
    }
}

/* Paragraphs of the same element before and behind, from which a box of
 * links parts those that were chosen. */
static void
add_paragraphs(struct page_scoring *scoring)
{
    const struct page_block *blocks = scoring->blocks->blocks;
    size_t first = page_holder_of(scoring, &blocks[scoring->first]);
    size_t last = page_holder_of(scoring, &blocks[scoring->end - 1]);
    size_t noise = 0;

    for (size_t i = scoring->first; i > scoring->title; i--)
        if (page_is_core(&blocks[i - 1]) &&
            page_holder_of(scoring, &blocks[i - 1]) == first)
            scoring->first = i - 1;
    for (size_t i = scoring->end;
         i < scoring->blocks->block_count && noise < PARTED_MOST; i++) {
        if (page_is_core(&blocks[i]) &&
            page_holder_of(scoring, &blocks[i]) == last) {
            scoring->end = i + 1;
            noise = 0;
        } else {
            noise += blocks[i].length;
        }
    }
}

/* The innermost element that holds nearly all of the prose. */
static void
find_home(struct page_scoring *scoring)
{
    const struct page_tree *tree = scoring->tree;
    const struct page_blocks *blocks = scoring->blocks;
    size_t all = page_core_length(scoring, scoring->first, scoring->end);

    scoring->home = 0;
    for (size_t at = 0; at < tree->node_count; at++) {
        size_t first, end;

        if (page_is_inline(tree->nodes[at].tag))
            continue;
        first = page_block_from(blocks, (uint32_t)at);
        end = page_block_from(blocks, tree->nodes[at].end);
        if (first < scoring->first)
            first = scoring->first;
        if (end > scoring->end)
            end = scoring->end;
        if (page_core_length(scoring, first, end) * 10 >= all * 7)
            scoring->home = at;
    }
}

/* Is most of the prose behind links, each its own: teasers in a row? Or are
 * there headings that lead elsewhere, as above whole articles? */
static bool
is_listing(const struct page_scoring *scoring, enum page_claim claim)
{
    const struct page_block *blocks = scoring->blocks->blocks;
    size_t cores = 0, linked = 0, headings = 0, pairs = 0;

    for (size_t i = scoring->first; i < scoring->end; i++) {
        if (!page_is_core(&blocks[i]))
            continue;
        cores++;
        pairs += i > scoring->first && page_is_core(&blocks[i - 1]);
        if (i > 0 && blocks[i - 1].shape & BLOCK_LINKS &&
            blocks[i - 1].length >= LINK_LEAST &&
            blocks[i - 1].role == ROLE_TEXT) {
            linked++;
            headings += blocks[i - 1].tag == TAG_HEADING;
        }
    }
    return (cores > 2 && linked * 10 >= cores * 6 && pairs * 4 <= cores) ||
           (claim != CLAIM_ARTICLE && headings > 2);
}

/* Is what was found enough to be an article? */
static bool
is_article(const struct page_scoring *scoring, enum page_claim claim)
{
    size_t length = page_core_length(scoring, scoring->first, scoring->end);
    size_t count = 0;
    bool vouched = false;

    for (size_t i = scoring->first; i < scoring->end; i++) {
        const struct page_block *block = &scoring->blocks->blocks[i];

        count += page_is_core(block);
        vouched |= page_is_core(block) && block->is_vouched;
    }
    if (vouched)
        return length >= LEAST_VOUCHED;
    if (is_listing(scoring, claim))
        return false;
    if (claim == CLAIM_LISTING)
        return count > 2 && length >= LEAST_IN_LISTING;
    return (count > 1 && length >= LEAST_TWO_BLOCKS) || length >= LEAST_PROSE ||
           (claim == CLAIM_ARTICLE &&
            length >= (count > 1 ? LEAST_WITH_CLAIM : LEAST_ALONE));
}

static bool
find_article(struct page_scoring *scoring, enum page_claim claim)
{
    page_sum_up(scoring);
    if (!choose_element(scoring))
        return false;
    add_sisters(scoring);
    page_trim_to_core(scoring);
    if (scoring->first == scoring->end)
        return false;
    add_paragraphs(scoring);
    find_home(scoring);
    page_trim(scoring);
    return is_article(scoring, claim);
}

bool
page_score(const kutip_engine *engine, const struct page_tree *tree,
           struct page_blocks *blocks, enum page_claim claim, bool *found)
{
    struct page_scoring scoring = {engine, tree, blocks,
                                   .title = title_at(blocks)};
    bool done;

    scoring.sums = malloc((blocks->block_count + 1) * sizeof *scoring.sums);
    *found = scoring.sums && find_article(&scoring, claim);
    if (*found)
        page_keep(&scoring);
    done = scoring.sums != NULL;
    free(scoring.sums);
    return done;
}
