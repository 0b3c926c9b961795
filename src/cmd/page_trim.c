/*
 * In: the element that holds the article. Out: the same without what is
 * something else at its ends and in boxes inside of it.
 *
 * Not attempted: notes that stand among the paragraphs like one of them.
 *
 * Example: the text, ten links, `Rini Astuti menulis tentang pasar.` in an
 * element of its own: the last is cut off.
 */
#include "page_scoring.h"

enum { APART_NOISE = 150, HEADLINE_WORDS = 5 };

/* Is a block in an element beside or inside of home that is mostly links? */
static bool
is_among_links(const struct page_scoring *scoring,
               const struct page_block *block)
{
    size_t at = page_beside_home(scoring, block->node);

    return scoring->tree->nodes[at].tag != TAG_P &&
           !page_is_textual(scoring, at, 1);
}

/* Prose at home in a box that is mostly links is of something else. */
static void
drop_boxes(struct page_scoring *scoring)
{
    for (size_t i = scoring->first; i < scoring->end; i++) {
        struct page_block *block = &scoring->blocks->blocks[i];

        if (page_is_core(block) && !block->is_vouched &&
            page_is_at_home(scoring, block) && is_among_links(scoring, block))
            block->role = ROLE_ASIDE;
    }
    page_sum_up(scoring);
}

static bool
is_noise(const struct page_block *block)
{
    return block->shape & BLOCK_LINKS || block->role != ROLE_TEXT;
}

/* Is prose of something else: not at home, behind links or among them, and
 * with what lies beyond it little? `before`: prose on the near side. */
static bool
is_apart(const struct page_scoring *scoring, const struct page_block *block,
         size_t noise, size_t before, size_t all)
{
    return !block->is_vouched && (all - before) * 10 < all * 3 &&
           !page_is_at_home(scoring, block) &&
           (noise >= APART_NOISE || is_among_links(scoring, block));
}

/* Does a block stand in an element unlike the one that home is in? */
static bool
is_unlike_home(const struct page_scoring *scoring,
               const struct page_block *block)
{
    const struct page_node *nodes = scoring->tree->nodes;
    size_t at = page_beside_home(scoring, block->node);
    size_t home = scoring->home;

    while (home != 0 && nodes[home].parent != nodes[at].parent)
        home = nodes[home].parent;
    return home == 0 || !page_is_sister(scoring->tree, at, home);
}

/* The last few sentences, in an element of another kind. */
static bool
is_little_behind(const struct page_scoring *scoring,
                 const struct page_block *block, size_t before, size_t all)
{
    return !block->is_vouched && (all - before) * 10 < all * 2 &&
           !page_is_at_home(scoring, block) && is_unlike_home(scoring, block);
}

/* A note on the author behind the text, a call to subscribe. */
static void
cut_apart(struct page_scoring *scoring)
{
    const struct page_block *blocks = scoring->blocks->blocks;
    size_t all = page_core_length(scoring, scoring->first, scoring->end);
    size_t noise = 0, before = 0;

    for (size_t i = scoring->first; i < scoring->end; i++) {
        const struct page_block *block = &blocks[i];

        if (is_noise(block)) {
            noise += block->length;
        } else if (page_is_core(block)) {
            if (is_apart(scoring, block, noise, before, all) ||
                is_little_behind(scoring, block, before, all)) {
                scoring->end = i;
                break;
            }
            before += block->length;
            noise = 0;
        }
    }
    page_trim_to_core(scoring);
}

/* The same at the beginning: a promotion above the text. */
static void
cut_before(struct page_scoring *scoring)
{
    const struct page_block *blocks = scoring->blocks->blocks;
    size_t all = page_core_length(scoring, scoring->first, scoring->end);
    size_t noise = 0, behind = 0;

    for (size_t i = scoring->end; i-- > scoring->first;) {
        const struct page_block *block = &blocks[i];

        if (is_noise(block)) {
            noise += block->length;
        } else if (page_is_core(block)) {
            if (is_apart(scoring, block, noise, behind, all)) {
                scoring->first = i + 1;
                break;
            }
            behind += block->length;
            noise = 0;
        }
    }
    page_trim_to_core(scoring);
}

static bool
has_title_heading(const struct page_scoring *scoring)
{
    const struct page_blocks *blocks = scoring->blocks;

    for (size_t i = 0; i < scoring->first; i++)
        if (blocks->blocks[i].is_title && blocks->blocks[i].tag == TAG_H1)
            return true;
    return false;
}

/* A second headline, when the title is the first: the next article. */
static void
cut_next(struct page_scoring *scoring)
{
    const struct page_block *blocks = scoring->blocks->blocks;

    if (!has_title_heading(scoring))
        return;
    for (size_t i = scoring->first + 1; i < scoring->end; i++)
        if (blocks[i].tag == TAG_H1 && !blocks[i].is_title &&
            blocks[i].words >= HEADLINE_WORDS)
            scoring->end = i;
    page_trim_to_core(scoring);
}

void
page_trim(struct page_scoring *scoring)
{
    drop_boxes(scoring);
    cut_apart(scoring);
    cut_before(scoring);
    cut_next(scoring);
}
