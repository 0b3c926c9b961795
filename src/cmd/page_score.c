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
    LINK_HANDICAP = 20, /* what a link of one letter weighs */
    SISTERS_MOST = 200,
    STAMP_WORDS = 4,
    REFERENCE_MOST = 40, /* bytes of the phrase before the title */
    LEAST_VOUCHED = 100, /* bytes of prose that make an article */
    LEAST_WITH_CLAIM = 150,
    LEAST_ALONE = 350, /* one block of it */
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
    size_t element; /* that was chosen */
    size_t home;    /* the innermost that holds nearly all of its prose */
    size_t title;   /* the heading that is the title; 0: not known */
    size_t asked;   /* the element last asked about, */
    bool answer;    /* and whether it is mostly links */
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
    long *sums = malloc((blocks->block_count + 1) * sizeof *sums);
    long best = 0;

    if (!sums)
        return false;
    sums[0] = 0;
    for (size_t i = 0; i < blocks->block_count; i++)
        sums[i + 1] = sums[i] + worth(&blocks->blocks[i], i < scoring->title);
    for (size_t at = 0; at < tree->node_count; at++) {
        size_t first, end;

        if (page_is_inline(tree->nodes[at].tag))
            continue;
        first = page_block_from(blocks, (uint32_t)at);
        end = page_block_from(blocks, tree->nodes[at].end);
        if (sums[end] - sums[first] >= best && end > first) {
            best = sums[end] - sums[first];
            scoring->element = at;
            scoring->first = first;
            scoring->end = end;
        }
    }
    free(sums);
    return best > 0;
}

/* -------------------------------------------------------- what it holds */

/* What an element holds: prose in bytes, and links, each with a handicap. */
struct contents {
    size_t prose;
    size_t links;
};

static struct contents
contents_of(const struct scoring *scoring, size_t node)
{
    const struct page_blocks *blocks = scoring->blocks;
    uint32_t end = scoring->tree->nodes[node].end;
    struct contents contents = {0, 0};

    for (size_t i = page_block_from(blocks, (uint32_t)node);
         i < blocks->block_count && blocks->blocks[i].run < end; i++) {
        const struct page_block *block = &blocks->blocks[i];

        if (is_core(block))
            contents.prose += block->length;
        else if (block->shape & BLOCK_LINKS)
            contents.links += block->length + LINK_HANDICAP;
    }
    return contents;
}

/* Is the element text rather than links? */
static bool
is_textual(const struct scoring *scoring, size_t node)
{
    struct contents contents = contents_of(scoring, node);

    return contents.prose > 0 && contents.links * 3 < contents.prose;
}

/* Sisters of the element: pages of an article that stand one behind the
 * other, and a lead between the title and the text. */
static void
add_sisters(struct scoring *scoring)
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
        bool later = first >= scoring->end &&
                     page_is_sister(tree, at, scoring->element);

        if (!(lead || later) || !is_textual(scoring, at))
            continue;
        if (lead)
            scoring->first = first;
        else
            scoring->end = end;
    }
}

/* The innermost element that holds nearly all of the prose. */
static bool
find_home(struct scoring *scoring)
{
    const struct page_tree *tree = scoring->tree;
    const struct page_blocks *blocks = scoring->blocks;
    size_t *sums = malloc((blocks->block_count + 1) * sizeof *sums);

    if (!sums)
        return false;
    sums[0] = 0;
    for (size_t i = 0; i < blocks->block_count; i++) {
        bool counts = i >= scoring->first && i < scoring->end &&
                      is_core(&blocks->blocks[i]);

        sums[i + 1] = sums[i] + (counts ? blocks->blocks[i].length : 0);
    }
    scoring->home = 0;
    for (size_t at = 0; at < tree->node_count; at++) {
        size_t first, end;

        if (page_is_inline(tree->nodes[at].tag))
            continue;
        first = page_block_from(blocks, (uint32_t)at);
        end = page_block_from(blocks, tree->nodes[at].end);
        if ((sums[end] - sums[first]) * 10 >= sums[blocks->block_count] * 7)
            scoring->home = at;
    }
    free(sums);
    return true;
}

static bool
is_at_home(const struct scoring *scoring, const struct page_block *block)
{
    return block->run > scoring->home &&
           block->run < scoring->tree->nodes[scoring->home].end;
}

/* Is a block in an element beside or inside of home that is mostly links? */
static bool
is_among_links(struct scoring *scoring, const struct page_block *block)
{
    const struct page_node *nodes = scoring->tree->nodes;
    size_t at = block->node;

    while (nodes[at].parent != 0 &&
           !(nodes[at].parent <= scoring->home &&
             nodes[nodes[at].parent].end > scoring->home))
        at = nodes[at].parent;
    if (at != scoring->asked) {
        scoring->asked = at;
        scoring->answer = !is_textual(scoring, at);
    }
    return scoring->answer;
}

/* The element that holds the line of which a block is one. */
static size_t
holder_of(const struct scoring *scoring, const struct page_block *block)
{
    bool line = block->tag == TAG_P || block->tag == TAG_HEADING ||
                block->tag == TAG_ITEM;

    return line ? scoring->tree->nodes[block->node].parent : block->node;
}

static bool
is_boilerplate(const struct scoring *scoring, const struct page_block *block)
{
    return page_is_boilerplate(scoring->engine,
                               scoring->blocks->pool + block->text,
                               block->length);
}

/* Prose at home in a box that is mostly links is of something else. */
static void
drop_boxes(struct scoring *scoring)
{
    for (size_t i = scoring->first; i < scoring->end; i++) {
        struct page_block *block = &scoring->blocks->blocks[i];

        if (is_core(block) && !block->is_vouched &&
            is_at_home(scoring, block) && is_among_links(scoring, block))
            block->role = ROLE_ASIDE;
    }
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

/* Is prose of something else: not at home, behind links or among them, and
 * with what lies beyond it little? `before`: prose on the near side. */
static bool
is_apart(struct scoring *scoring, const struct page_block *block,
         size_t noise, size_t before, size_t all)
{
    return !block->is_vouched && (all - before) * 10 < all * 3 &&
           !is_at_home(scoring, block) &&
           (noise >= APART_NOISE || is_among_links(scoring, block));
}

/* A note on the author behind the text, a call to subscribe. */
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
            if (is_apart(scoring, block, noise, before, all)) {
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
            if (is_apart(scoring, block, noise, behind, all)) {
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
 * when they are at home; a heading above the first prose does, too. */
static void
widen(struct scoring *scoring)
{
    const struct page_block *blocks = scoring->blocks->blocks;
    size_t count = scoring->blocks->block_count;
    size_t first = holder_of(scoring, &blocks[scoring->first]);

    while (scoring->first > 0) {
        const struct page_block *block = &blocks[scoring->first - 1];
        bool heading = block->tag == TAG_HEADING &&
                       !(block->shape & BLOCK_LINKS) &&
                       holder_of(scoring, block) == first;

        if (!(block->shape & BLOCK_SENTENCE || heading) ||
            block->role != ROLE_TEXT || block->is_title ||
            is_boilerplate(scoring, block) || !is_at_home(scoring, block))
            break;
        scoring->first--;
    }
    for (size_t i = scoring->end; i < count; i++) {
        const struct page_block *block = &blocks[i];

        if (!is_at_home(scoring, block) || is_boilerplate(scoring, block))
            break;
        if (block->shape & BLOCK_SENTENCE && block->role == ROLE_TEXT)
            scoring->end = i + 1;
    }
}

/* 08.00 WIB */
static bool
is_stamp(const struct scoring *scoring, const struct page_block *block)
{
    const char *text = scoring->blocks->pool + block->text;

    return *text >= '0' && *text <= '9' && block->words <= STAMP_WORDS;
}

/* Does a line belong, which is neither prose nor a sentence? If it is a
 * heading or an item, or stands among the prose. */
static bool
is_line_kept(const struct scoring *scoring, size_t at, size_t holder)
{
    const struct page_block *block = &scoring->blocks->blocks[at];

    if (block->shape & (BLOCK_HEADING | BLOCK_ITEM))
        return true;
    return !is_stamp(scoring, block) &&
           (block->is_vouched || holder_of(scoring, block) == holder);
}

/* `... naik. Baca juga: TITLE`, the title a link: the block is shortened. */
static void
cut_reference(const struct scoring *scoring, struct page_block *block)
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
is_kept(const struct scoring *scoring, size_t at, size_t holder, bool follows)
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
keep_lines(struct scoring *scoring)
{
    bool follows = false; /* is what stands behind kept text? */
    size_t holder = 0;    /* of the prose behind */

    for (size_t i = scoring->end; i-- > scoring->first;) {
        struct page_block *block = &scoring->blocks->blocks[i];

        if (block->role == ROLE_CAPTION)
            continue;
        if (is_core(block))
            holder = holder_of(scoring, block);
        block->is_kept = is_kept(scoring, i, holder, follows);
        follows = block->is_kept;
        if (block->is_kept)
            cut_reference(scoring, block);
    }
}

/* Is what was found enough to be an article? */
static bool
is_article(const struct scoring *scoring, enum page_claim claim)
{
    size_t length = core_length(scoring, scoring->first, scoring->end);
    size_t count = 0;
    bool vouched = false;

    for (size_t i = scoring->first; i < scoring->end; i++) {
        const struct page_block *block = &scoring->blocks->blocks[i];

        count += is_core(block);
        vouched |= is_core(block) && block->is_vouched;
    }
    if (vouched)
        return length >= LEAST_VOUCHED;
    if (claim == CLAIM_LISTING)
        return count > 2 && length >= LEAST_IN_LISTING;
    return (count > 1 && length >= LEAST_TWO_BLOCKS) ||
           length >= LEAST_PROSE ||
           (claim == CLAIM_ARTICLE &&
            length >= (count > 1 ? LEAST_WITH_CLAIM : LEAST_ALONE));
}

bool
page_score(const kutip_engine *engine, const struct page_tree *tree,
           struct page_blocks *blocks, enum page_claim claim)
{
    struct scoring scoring = {
        engine, tree, blocks, .title = title_at(blocks)};

    if (!choose_element(&scoring))
        return false;
    add_sisters(&scoring);
    trim_to_core(&scoring);
    if (!find_home(&scoring))
        return false;
    drop_boxes(&scoring);
    cut_apart(&scoring);
    cut_before(&scoring);
    if (!is_article(&scoring, claim))
        return false;
    widen(&scoring);
    keep_lines(&scoring);
    return true;
}
