/*
 * In: the tree of a page. Out: its text in blocks, white space folded, with
 * the shape of each: how much of it is links, is it sentences.
 *
 * A block ends where an element begins or ends that is not a part of a line,
 * at two line breaks, and at one behind a sentence or a bold line: much
 * Indonesian news is one <div> with <br>. The cells of a row are one block.
 * How links, words and full stops tell text from the rest: Kohlschuetter,
 * Fankhauser, Nejdl, Boilerplate Detection using Shallow Text Features, WSDM
 * 2010.
 *
 * Not attempted: style sheets that make a block of a <span>.
 *
 * Example: `<div>Air naik.<br>Warga mengungsi.</div>` is two blocks.
 */
#include "page_blocks.h"

#include "page_array.h"

#include <stdlib.h>
#include <string.h>

enum {
    PROSE_LENGTH = 60,
    PROSE_WORDS = 9,
    INLINE_ASIDE = 15,
    UNLINKED_LEAST = 20,
    UNSTOPPED_WORDS = 25
};

#define NOWHERE UINT32_MAX

/* The page while its blocks are read. */
struct reading {
    const struct page_tree *tree;
    const unsigned char *kinds;
    struct page_blocks *blocks;
    struct page_block block; /* the one that grows */
    uint32_t space;  /* where the white space that waits stands, + 1; 0: none
                        waits; NOWHERE: that between cells */
    uint32_t run;    /* the run that is read */
    unsigned breaks; /* <br> that wait */
    unsigned in_link;
    unsigned in_bold;
    unsigned in_italic;
    unsigned in_pre;
    bool *parts; /* which nodes interrupt the line; those that were entered */
    bool after_image;
    bool failed;
};

void
page_blocks_release(struct page_blocks *blocks)
{
    free(blocks->blocks);
    free(blocks->pool);
    free(blocks->pieces);
    *blocks = (struct page_blocks){.blocks = NULL};
}

size_t
page_block_from(const struct page_blocks *blocks, uint32_t node)
{
    size_t low = 0, high = blocks->block_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (blocks->blocks[middle].run < node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Marks that close, in UTF-8; the same end a sentence when they are last. */
static const char *const closers[] = {
    "\"", "'", ")", "]", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB",
};

static const char *const stops[] = {
    ".", "?", "!", ":", ";", "\xE2\x80\xA6",
};

static bool
ends_with(const char *text, size_t length, const char *end)
{
    size_t n = strlen(end);

    return length >= n && memcmp(text + length - n, end, n) == 0;
}

/* Bytes of white space or no-break space at the end. */
static size_t
blank_end(const char *text, size_t length)
{
    if (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\n'))
        return 1;
    return ends_with(text, length, "\xC2\xA0") ? 2 : 0;
}

bool
page_ends_sentence(const char *text, size_t length)
{
    bool closed = false;
    size_t cut;

    do {
        cut = blank_end(text, length);
        for (size_t i = 0; !cut && i < sizeof closers / sizeof *closers; i++)
            if (ends_with(text, length, closers[i])) {
                cut = strlen(closers[i]);
                /* a bracket alone ends a credit rather than a sentence */
                closed |= *closers[i] != ')' && *closers[i] != ']';
            }
        length -= cut;
    } while (cut);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (ends_with(text, length, stops[i]))
            return true;
    return closed && length > 0;
}

/* Is there a full stop between two sentences? */
static bool
has_stop_inside(const char *text, size_t length)
{
    for (size_t i = 1; i + 1 < length; i++)
        if (text[i] == '.' && text[i + 1] == ' ' && text[i - 1] >= 'a' &&
            text[i - 1] <= 'z')
            return true;
    return false;
}

static unsigned
shape_of(const struct page_block *block, const char *text)
{
    unsigned shape = block->shape;
    bool heading = block->tag == TAG_HEADING || block->tag == TAG_H1;
    bool ends = page_ends_sentence(text, block->length);
    /* a short sentence may name people who all have pages of their own */
    bool linked =
        block->links * 2 > block->length &&
        !(ends && !heading && block->length >= block->links + UNLINKED_LEAST);

    if (linked)
        shape |= BLOCK_LINKS;
    if (heading || (block->bold * 10 > block->length * 9 &&
                    block->length < 3 * PROSE_LENGTH))
        shape |= BLOCK_HEADING;
    if (block->tag == TAG_ITEM)
        shape |= BLOCK_ITEM;
    if (!linked && !heading && ends)
        shape |= BLOCK_SENTENCE;
    if (!heading && block->links * 5 < block->length * 2 &&
        block->length >= PROSE_LENGTH && block->words >= PROSE_WORDS &&
        (ends || block->words >= UNSTOPPED_WORDS ||
         has_stop_inside(text, block->length)))
        shape |= BLOCK_PROSE;
    return shape;
}

/* The block is done; the next one stands in the same element until told. */
static void
end_block(struct reading *reading)
{
    struct page_blocks *blocks = reading->blocks;
    struct page_block *block = &reading->block;
    struct page_block *moved;
    const char *text;

    reading->space = 0;
    reading->breaks = 0;
    if (block->length == 0 || reading->failed)
        return;
    text = blocks->pool + block->text;
    for (size_t n; (n = blank_end(text, block->length)) > 0;)
        block->length -= (uint32_t)n;
    blocks->pool_length = block->text + block->length;
    while (blocks->piece_count > 0 &&
           blocks->pieces[blocks->piece_count - 1].text >= blocks->pool_length)
        blocks->piece_count--;
    if (block->length > 0) {
        moved = page_grow(blocks->blocks, &blocks->block_room,
                          blocks->block_count + 1, sizeof *moved);
        reading->failed |= !moved;
        if (!moved)
            return;
        blocks->blocks = moved;
        if (reading->after_image)
            block->shape |= BLOCK_AFTER_IMAGE;
        block->shape = shape_of(block, text);
        moved[blocks->block_count++] = *block;
        reading->after_image = false;
    }
    *block = (struct page_block){.text = (uint32_t)blocks->pool_length};
}

static void
add_piece(struct reading *reading, uint32_t source, unsigned step)
{
    struct page_blocks *blocks = reading->blocks;
    struct page_piece *moved;

    if (step > 0 && blocks->piece_count > 0) {
        struct page_piece *last = blocks->pieces + blocks->piece_count - 1;

        if (last->step == step &&
            last->page + (blocks->pool_length - last->text) == source)
            return;
    }
    moved = page_grow(blocks->pieces, &blocks->piece_room,
                      blocks->piece_count + 1, sizeof *moved);
    reading->failed |= !moved;
    if (!moved)
        return;
    blocks->pieces = moved;
    moved[blocks->piece_count++] =
        (struct page_piece){blocks->pool_length, source, step};
}

/* Bytes that stand at a place of the page, or for what stands there. */
static void
put(struct reading *reading, const char *text, size_t length, uint32_t source,
    unsigned step)
{
    struct page_blocks *blocks = reading->blocks;
    struct page_block *block = &reading->block;
    char *pool = page_grow(blocks->pool, &blocks->pool_room,
                           blocks->pool_length + length, 1);

    reading->failed |= !pool;
    if (!pool)
        return;
    blocks->pool = pool;
    add_piece(reading, source, step);
    memcpy(pool + blocks->pool_length, text, length);
    blocks->pool_length += length;
    if (reading->in_link) {
        if (!block->last_link_end || block->last_link_end != block->length)
            block->last_link = block->length;
        block->last_link_end = block->length + (uint32_t)length;
        block->links += (uint32_t)length;
    }
    block->length += (uint32_t)length;
    if (reading->in_bold)
        block->bold += (uint32_t)length;
    if (reading->in_italic)
        block->italic += (uint32_t)length;
}

/* Line breaks that waited: the end of a paragraph, or of a line that goes
 * on with `next`. */
static void
settle_breaks(struct reading *reading, uint32_t source, char next)
{
    struct page_block *block = &reading->block;
    uint32_t node = block->node;
    enum page_tag tag = block->tag;
    bool bold = block->bold * 10 > block->length * 9;
    bool small = next >= 'a' && next <= 'z';

    if (block->length > 0) {
        const char *text = reading->blocks->pool + block->text;

        if (reading->breaks > 1 || bold ||
            (!small && page_ends_sentence(text, block->length))) {
            end_block(reading);
            block->node = node;
            block->tag = tag;
        } else {
            put(reading, "\n", 1, source, 0);
            block->words++;
        }
    }
    reading->breaks = 0;
    reading->space = 0;
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* No-break spaces and the like that may be left out before a text. */
static size_t
blank_start(const char *text, size_t length)
{
    static const char *const blanks[] = {"\xC2\xA0", "\xE2\x80\x8B",
                                         "\xEF\xBB\xBF"};

    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (length >= strlen(blanks[i]) &&
            memcmp(text, blanks[i], strlen(blanks[i])) == 0)
            return strlen(blanks[i]);
    return 0;
}

static void
add_word(struct reading *reading, const char *text, size_t length,
         uint32_t source, bool literal)
{
    if (reading->breaks > 0)
        settle_breaks(reading, source, *text);
    if (reading->block.length == 0)
        reading->block.run = reading->run;
    else if (reading->space == NOWHERE)
        put(reading, " ", 1, source, 0);
    else if (reading->space > 0)
        put(reading, " ", 1, reading->space - 1, 1);
    if (reading->space > 0 || reading->block.length == 0)
        reading->block.words++;
    reading->space = 0;
    put(reading, text, length, source, literal);
}

/* The text of a run, word by word. */
static void
add_run(struct reading *reading, const struct page_node *run)
{
    const char *text = reading->tree->pool + run->text;
    size_t length = run->length;

    for (size_t at = 0; at < length && !reading->failed;) {
        uint32_t source = run->source + (run->is_literal ? (uint32_t)at : 0);
        bool first = reading->block.length == 0 || reading->breaks > 0;
        size_t blank = first ? blank_start(text + at, length - at) : 0;
        size_t end = at;

        if (is_space(text[at])) {
            if (reading->in_pre && text[at] == '\n')
                reading->breaks++;
            else if (!reading->space)
                reading->space = source + 1;
            at++;
            continue;
        }
        while (!blank && end < length && !is_space(text[end]))
            end++;
        if (!blank)
            add_word(reading, text + at, end - at, source, run->is_literal);
        at = blank ? at + blank : end;
    }
}

/* Does an element interrupt the line? A <span> too, when it is marked as
 * standing beside and holds more than a word. */
static bool
is_block(const struct reading *reading, size_t at)
{
    const struct page_node *node = &reading->tree->nodes[at];
    size_t length = 0;

    if (node->tag == TAG_CELL)
        return false;
    if (!page_is_inline(node->tag))
        return true;
    if (reading->kinds[at] == KIND_PLAIN || node->tag != TAG_INLINE)
        return false;
    for (size_t i = at + 1; i < node->end && length < INLINE_ASIDE; i++)
        length += reading->tree->nodes[i].length;
    return length >= INLINE_ASIDE;
}

static void
stand_in(struct reading *reading, size_t at)
{
    end_block(reading);
    reading->block.node = (uint32_t)at;
    reading->block.tag = reading->tree->nodes[at].tag;
}

/* What an element that begins or ends does to the line it stands in. */
static void
enter(struct reading *reading, size_t at)
{
    const struct page_node *node = &reading->tree->nodes[at];

    reading->parts[at] = is_block(reading, at);
    if (reading->parts[at])
        stand_in(reading, at);
    if (node->tag == TAG_BR)
        reading->breaks++;
    else if (node->tag == TAG_CELL && !reading->space)
        reading->space = NOWHERE;
    else if (node->tag == TAG_IMAGE)
        reading->after_image = true;
    reading->in_link += node->tag == TAG_A;
    reading->in_bold += node->tag == TAG_BOLD;
    reading->in_italic += node->tag == TAG_ITALIC;
    reading->in_pre += node->tag == TAG_PRE;
}

static void
leave(struct reading *reading, size_t at)
{
    const struct page_node *node = &reading->tree->nodes[at];
    size_t parent = node->parent;

    reading->in_link -= node->tag == TAG_A;
    reading->in_bold -= node->tag == TAG_BOLD;
    reading->in_italic -= node->tag == TAG_ITALIC;
    reading->in_pre -= node->tag == TAG_PRE;
    if (!reading->parts[at])
        return;
    while (parent != 0 && !reading->parts[parent])
        parent = reading->tree->nodes[parent].parent;
    stand_in(reading, parent);
}

static bool
is_unseen(enum page_tag tag)
{
    return tag == TAG_NEVER || tag == TAG_SCRIPT || tag == TAG_TITLE;
}

bool
page_blocks_read(const struct page_tree *tree, const unsigned char *kinds,
                 struct page_blocks *blocks)
{
    struct reading reading = {.tree = tree, .kinds = kinds, .blocks = blocks};
    size_t open = 0;

    *blocks = (struct page_blocks){.blocks = NULL};
    reading.parts = calloc(tree->node_count, sizeof *reading.parts);
    reading.failed = !reading.parts;
    for (size_t at = 0; at < tree->node_count && !reading.failed;) {
        const struct page_node *node = &tree->nodes[at];

        while (open != 0 && tree->nodes[open].end <= at) {
            leave(&reading, open);
            open = tree->nodes[open].parent;
        }
        if (is_unseen(node->tag)) {
            at = node->end;
            continue;
        }
        if (node->tag == TAG_TEXT) {
            reading.run = (uint32_t)at;
            add_run(&reading, node);
        } else {
            enter(&reading, at);
            open = at;
        }
        at++;
    }
    end_block(&reading);
    free(reading.parts);
    if (reading.failed)
        page_blocks_release(blocks);
    return !reading.failed;
}
