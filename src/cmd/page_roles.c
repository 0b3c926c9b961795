/*
 * In: the blocks of a page. Out: which of them stand beside the article,
 * below a picture, or announce another article.
 *
 * An element that is marked as standing beside is not believed when it holds
 * the title or most of the page's prose: themes call the main column
 * `with-sidebar`, and one <form> around the whole page is not rare. A teaser
 * is prose in a card: an element with a linked line in it that has sisters
 * of the same kind.
 *
 * Not attempted: captions that nothing tells from the text.
 *
 * Example: `<li><a>Pasar Gede Ditutup</a><p>Pedagang pindah ...</p></li>`
 * three times: the paragraphs are teasers.
 */
#include "page_roles.h"

#include <stdlib.h>
#include <string.h>

enum {
    CAPTION_MOST = 320,
    CAPTION_LEVELS = 6,
    CARD_LEVELS = 5,
    CARD_BLOCKS = 40, /* a card does not hold more */
    CARD_LOOKS = 64,  /* sisters that are looked at */
    CARD_PROSE = 2,
    CARD_SISTERS = 3,
    CARD_LINK = 15,
    VOUCHED_LEAST = 200,
    SEVERAL = 3 /* blocks without a link are hardly a box */
};

struct marking {
    const kutip_engine *engine;
    const struct page_tree *tree;
    const unsigned char *kinds;
    struct page_blocks *blocks;
    uint32_t *prose;   /* bytes of prose before each block, no teasers */
    uint32_t *vouched; /* bytes of it that the page vouches for */
    size_t title;      /* the block that is the title, or their number */
};

struct range {
    size_t first, end;
};

static struct range
range_of(const struct marking *marking, size_t node)
{
    return (struct range){
        page_block_from(marking->blocks, (uint32_t)node),
        page_block_from(marking->blocks, marking->tree->nodes[node].end)};
}

static uint32_t
prose_in(const struct marking *marking, struct range range)
{
    return marking->prose[range.end] - marking->prose[range.first];
}

static void
sum_prose(struct marking *marking)
{
    const struct page_blocks *blocks = marking->blocks;

    marking->prose[0] = 0;
    marking->vouched[0] = 0;
    for (size_t i = 0; i < blocks->block_count; i++) {
        const struct page_block *block = &blocks->blocks[i];
        bool prose = block->shape & BLOCK_PROSE && block->role == ROLE_TEXT;

        marking->prose[i + 1] = marking->prose[i] + (prose ? block->length : 0);
        marking->vouched[i + 1] =
            marking->vouched[i] +
            (prose && block->is_vouched ? block->length : 0);
    }
}

/* The title as a heading; else the first h1. */
static size_t
find_title(const struct page_blocks *blocks)
{
    size_t h1 = blocks->block_count;

    for (size_t i = blocks->block_count; i-- > 0;)
        if (blocks->blocks[i].tag == TAG_H1)
            h1 = i;
    for (size_t i = 0; i < blocks->block_count; i++)
        if (blocks->blocks[i].is_title &&
            !(blocks->blocks[i].shape & BLOCK_LINKS))
            return i;
    return h1;
}

/* Is there a line in it that is a link to something with a title? */
static bool
has_link_line(const struct marking *marking, struct range range)
{
    if (range.end - range.first > CARD_BLOCKS)
        return false;
    for (size_t i = range.first; i < range.end; i++) {
        const struct page_block *block = &marking->blocks->blocks[i];

        if (block->shape & BLOCK_LINKS && block->length >= CARD_LINK)
            return true;
    }
    return false;
}

/* Is the element more than what its mark says? */
static bool
is_rescued(const struct marking *marking, size_t node, struct range range)
{
    size_t count = marking->blocks->block_count;
    bool headed = marking->title >= range.first && marking->title < range.end;

    uint32_t prose = prose_in(marking, range);
    uint32_t vouched =
        marking->vouched[range.end] - marking->vouched[range.first];

    if (vouched > VOUCHED_LEAST && vouched > marking->vouched[count] / 2)
        return true;
    if (marking->kinds[node] == KIND_ASIDE && prose > marking->prose[count] / 2)
        return true;
    if (marking->kinds[node] == KIND_HIDDEN &&
        prose > marking->prose[count] / 5 && !has_link_line(marking, range))
        return true;
    return headed && marking->tree->nodes[node].tag != TAG_HEADER && prose > 0;
}

static void
mark(struct marking *marking, struct range range, enum page_role role)
{
    for (size_t i = range.first; i < range.end; i++)
        if (marking->blocks->blocks[i].role == ROLE_TEXT)
            marking->blocks->blocks[i].role = role;
}

/* Elements of a kind, and of those above it. */
static void
mark_asides(struct marking *marking, enum page_kind least)
{
    const struct page_tree *tree = marking->tree;

    for (size_t at = 0; at < tree->node_count; at++) {
        struct range range;

        if (marking->kinds[at] == KIND_PLAIN || marking->kinds[at] < least)
            continue;
        range = range_of(marking, at);
        if (range.first == range.end || is_rescued(marking, at, range) ||
            (page_is_inline(tree->nodes[at].tag) &&
             marking->blocks->blocks[range.first].node != at))
            continue;
        mark(marking, range, ROLE_ASIDE);
        at = tree->nodes[at].end - 1;
    }
}

static size_t
length_of(const struct marking *marking, struct range range)
{
    size_t length = 0;

    for (size_t i = range.first; i < range.end; i++)
        length += marking->blocks->blocks[i].length;
    return length;
}

/* The widest element around a picture that holds only a caption's worth of
 * text; a paragraph that holds one must also have a credit. */
static void
mark_caption(struct marking *marking, size_t image)
{
    const struct page_node *nodes = marking->tree->nodes;
    size_t count = marking->blocks->block_count;
    struct range best = {0, 0};
    bool paragraph = false;
    size_t at = nodes[image].parent;

    for (int level = 0; level < CAPTION_LEVELS && at != 0; level++) {
        struct range range = range_of(marking, at);

        if (range.end - range.first > 2 ||
            length_of(marking, range) > CAPTION_MOST)
            break;
        paragraph |= nodes[at].tag == TAG_P;
        if (range.end > range.first)
            best = range;
        at = nodes[at].parent;
    }
    if (best.end == best.first ||
        prose_in(marking, best) > marking->prose[count] / 2)
        return;
    if (paragraph) {
        const struct page_block *last = &marking->blocks->blocks[best.end - 1];

        if (!page_has_credit(marking->engine,
                             marking->blocks->pool + last->text, last->length))
            return;
    }
    mark(marking, best, ROLE_CAPTION);
}

/* Does the block end with a credit in brackets, or begin with one? */
static bool
is_credited(const struct marking *marking, const struct page_block *block)
{
    const char *text = marking->blocks->pool + block->text;
    size_t open = block->length;

    if (block->length > CAPTION_MOST || block->length < 3)
        return false;
    while (open > 0 && text[open - 1] != '(')
        open--;
    if (open > 0 && text[block->length - 1] == ')')
        return memchr(text + open, '/', block->length - open) ||
               page_has_credit(marking->engine, text + open,
                               block->length - open);
    return !(block->shape & BLOCK_SENTENCE) &&
           page_has_credit(marking->engine, text, block->length);
}

static void
mark_captions(struct marking *marking)
{
    struct page_blocks *blocks = marking->blocks;

    for (size_t at = 0; at < marking->tree->node_count; at++)
        if (marking->tree->nodes[at].tag == TAG_IMAGE)
            mark_caption(marking, at);
    for (size_t i = 0; i < blocks->block_count; i++) {
        const struct page_block *block = &blocks->blocks[i];
        bool italic = block->italic * 10 > block->length * 9 &&
                      block->length <= CAPTION_MOST;

        if (block->shape & BLOCK_AFTER_IMAGE &&
            (italic || is_credited(marking, block)))
            mark(marking, (struct range){i, i + 1}, ROLE_CAPTION);
    }
}

/* Is the element one of several alike with a link line in each? */
static bool
is_card(const struct marking *marking, size_t node)
{
    const struct page_tree *tree = marking->tree;
    const struct page_node *parent = &tree->nodes[tree->nodes[node].parent];
    size_t first = (size_t)(parent - tree->nodes) + 1;
    unsigned cards = 0, looks = 0;

    if (tree->nodes[node].tag == TAG_P ||
        !has_link_line(marking, range_of(marking, node)))
        return false;
    for (size_t at = first;
         at < parent->end && cards < CARD_SISTERS && looks++ < CARD_LOOKS;
         at = tree->nodes[at].end)
        cards += page_is_sister(tree, node, at) &&
                 has_link_line(marking, range_of(marking, at));
    return cards >= CARD_SISTERS;
}

static bool
is_in_card(const struct marking *marking, const struct page_block *block)
{
    size_t at = block->run;

    for (int level = 0; level < CARD_LEVELS && at != 0; level++) {
        struct range range;
        unsigned prose = 0;

        do {
            at = marking->tree->nodes[at].parent;
        } while (at != 0 && page_is_inline(marking->tree->nodes[at].tag));
        range = range_of(marking, at);
        for (size_t i = range.first;
             i < range.end && i - range.first <= CARD_BLOCKS; i++)
            prose += marking->blocks->blocks[i].shape & BLOCK_PROSE ? 1 : 0;
        if (at == 0 || prose > CARD_PROSE ||
            range.end - range.first > CARD_BLOCKS)
            return false;
        if (is_card(marking, at))
            return true;
    }
    return false;
}

static void
mark_teasers(struct marking *marking)
{
    struct page_blocks *blocks = marking->blocks;

    for (size_t i = 0; i < blocks->block_count; i++) {
        const struct page_block *block = &blocks->blocks[i];

        if (block->role == ROLE_TEXT && !(block->shape & BLOCK_LINKS) &&
            is_in_card(marking, block))
            mark(marking, (struct range){i, i + 1}, ROLE_TEASER);
    }
}

bool
page_roles_mark(const kutip_engine *engine, const struct page_tree *tree,
                const unsigned char *kinds, struct page_blocks *blocks)
{
    struct marking marking = {
        .engine = engine, .tree = tree, .kinds = kinds, .blocks = blocks};
    size_t size = (blocks->block_count + 1) * sizeof *marking.prose;
    bool done;

    marking.prose = malloc(size);
    marking.vouched = malloc(size);
    done = marking.prose && marking.vouched;
    if (done) {
        marking.title = find_title(blocks);
        mark_teasers(&marking);
        sum_prose(&marking);
        mark_asides(&marking, KIND_OTHERS);
        sum_prose(&marking);
        mark_asides(&marking, KIND_PLAIN);
        mark_captions(&marking);
    }
    free(marking.prose);
    free(marking.vouched);
    return done;
}
