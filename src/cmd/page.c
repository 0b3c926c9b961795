/*
 * In: the bytes of a page. Out: the text of its article, its metadata, and
 * for each byte of the text where it stands in the page.
 *
 * The bytes become UTF-8 (page_charset.c), a tree (page_tree.c), blocks
 * (page_blocks.c); blocks get roles (page_roles.c), and the article is where
 * they say so (page_score.c). A page that a script fills has no text in its
 * markup, but often in its JSON-LD (page_linked.c): then it is read there.
 *
 * Not attempted: pages that go on at another address.
 *
 * Example: `<h1>Pasar Dibuka</h1><p>Pasar itu ramai ...` has the title
 * `Pasar Dibuka` and the text `Pasar itu ramai ...`.
 */
#include "page.h"

#include "page_array.h"
#include "page_blocks.h"
#include "page_charset.h"
#include "page_linked.h"
#include "page_metadata.h"
#include "page_roles.h"
#include "page_score.h"
#include "page_tree.h"

#include <stdlib.h>
#include <string.h>

enum { BODY_LEAST = 400 };

/* Text that is put together. */
struct writing {
    struct page *page;
    const struct page_blocks *blocks;
    const struct page_utf8 *utf8; /* the page's */
    const struct page_utf8 *body; /* of JSON-LD, when that is read; or NULL */
    size_t text_room;
    size_t piece_room;
    size_t next; /* piece of the blocks */
};

/* What was made of a page. */
struct reading {
    const kutip_engine *engine;
    struct page_utf8 utf8;
    struct page_tree tree;
    struct page_linked linked;
    struct page_blocks blocks;
};

static bool
add_text(struct writing *writing, const char *text, size_t length)
{
    struct page *page = writing->page;
    char *moved = page_grow(page->text, &writing->text_room,
                            page->length + length + 1, 1);

    if (!moved)
        return false;
    page->text = moved;
    memcpy(moved + page->length, text, length);
    page->length += length;
    moved[page->length] = '\0';
    return true;
}

static bool
add_piece(struct writing *writing, size_t page, unsigned step)
{
    struct page_piece *moved =
        page_grow(writing->page->pieces, &writing->piece_room,
                  writing->page->piece_count + 1, sizeof *moved);

    if (!moved)
        return false;
    writing->page->pieces = moved;
    moved[writing->page->piece_count++] =
        (struct page_piece){writing->page->length, page, step};
    return true;
}

/* A stretch of text that comes from one place of the UTF-8, with a piece for
 * each stretch of the page's own bytes. */
static bool
add_stretch(struct writing *writing, const struct page_utf8 *utf8,
            const char *text, size_t length, size_t source, unsigned step)
{
    const struct page_stretch *stretch = page_stretch_at(utf8, source);
    const struct page_stretch *end = utf8->stretches + utf8->stretch_count;

    for (size_t at = 0; at < length; stretch++) {
        size_t here = source + (step ? at : 0);
        size_t room =
            step && stretch + 1 < end ? stretch[1].utf8 - here : length - at;
        unsigned both = step ? stretch->step : 0;
        size_t page = stretch->page + (here - stretch->utf8) * stretch->step;

        if (room > length - at)
            room = length - at;
        if (utf8 == writing->body) {
            if (!add_stretch(writing, writing->utf8, text + at, room, page,
                             both))
                return false;
        } else if (!add_piece(writing, page, both) ||
                   !add_text(writing, text + at, room)) {
            return false;
        }
        at += room;
    }
    return true;
}

/* A block's text, piece by piece. Blocks come in their order. */
static bool
add_block(struct writing *writing, const struct page_block *block)
{
    const struct page_blocks *blocks = writing->blocks;
    const struct page_utf8 *utf8 =
        writing->body ? writing->body : writing->utf8;
    size_t end = block->text + block->length;

    if (writing->page->length > 0 &&
        !(add_piece(writing,
                    page_offset(writing->page, writing->page->length - 1), 0) &&
          add_text(writing, "\n\n", 2)))
        return false;
    for (size_t at = block->text; at < end;) {
        const struct page_piece *piece = &blocks->pieces[writing->next];
        bool last = writing->next + 1 == blocks->piece_count;
        size_t stop = last || piece[1].text > end ? end : piece[1].text;

        if (stop <= at) {
            writing->next++;
            continue;
        }
        if (!add_stretch(writing, utf8, blocks->pool + at, stop - at,
                         piece->page + (at - piece->text) * piece->step,
                         piece->step))
            return false;
        at = stop;
    }
    return true;
}

static bool
write_text(struct writing *writing)
{
    const struct page_blocks *blocks = writing->blocks;

    for (size_t i = 0; i < blocks->block_count; i++)
        if (blocks->blocks[i].is_kept &&
            !add_block(writing, &blocks->blocks[i]))
            return false;
    return true;
}

/* The kind of every node; NULL: out of memory. */
static unsigned char *
kinds_of(const kutip_engine *engine, const struct page_tree *tree)
{
    unsigned char *kinds = malloc(tree->node_count);

    for (size_t i = 0; kinds && i < tree->node_count; i++)
        kinds[i] = (unsigned char)page_kind_of(engine, tree, &tree->nodes[i]);
    return kinds;
}

/* The whole of JSON-LD's articleBody, but what is boilerplate in it. */
static bool
write_body(struct reading *reading, struct page *page)
{
    struct page_utf8 *body = &reading->linked.body;
    struct page_tree tree;
    struct page_blocks blocks;
    struct writing writing = {
        .page = page, .blocks = &blocks, .utf8 = &reading->utf8, .body = body};
    unsigned char *plain;
    bool done;

    if (!page_tree_read(body->text, body->length, &tree))
        return false;
    plain = calloc(tree.node_count, 1);
    done = plain && page_blocks_read(&tree, plain, &blocks);
    free(plain);
    page_tree_release(&tree);
    if (!done)
        return false;
    for (size_t i = 0; i < blocks.block_count; i++)
        blocks.blocks[i].is_kept = !page_is_boilerplate(
            reading->engine, blocks.pool + blocks.blocks[i].text,
            blocks.blocks[i].length);
    done = write_text(&writing);
    page_blocks_release(&blocks);
    return done;
}

/* Everything between the tree and the text. */
static bool
read_article(struct reading *reading, const unsigned char *kinds,
             struct page *page)
{
    struct page_utf8 *body = &reading->linked.body;
    struct writing writing = {
        .page = page, .blocks = &reading->blocks, .utf8 = &reading->utf8};
    enum page_claim claim;
    bool found;

    if (!page_metadata_read(&reading->tree, &reading->linked, &reading->blocks,
                            page, &claim))
        return false;
    page_vouch(&reading->tree, &reading->blocks, body->text, body->length);
    if (!page_roles_mark(reading->engine, &reading->tree, kinds,
                         &reading->blocks) ||
        !add_text(&writing, "", 0) ||
        !page_score(reading->engine, &reading->tree, &reading->blocks, claim,
                    &found))
        return false;
    if (found)
        return write_text(&writing);
    if (claim == CLAIM_ARTICLE && body->length >= BODY_LEAST) {
        free(page->text);
        page->text = NULL;
        return write_body(reading, page);
    }
    return true;
}

static bool
read_tree(struct reading *reading, struct page *page)
{
    unsigned char *kinds = kinds_of(reading->engine, &reading->tree);
    bool done =
        kinds && page_blocks_read(&reading->tree, kinds, &reading->blocks);

    if (done)
        done = read_article(reading, kinds, page);
    free(kinds);
    page_blocks_release(&reading->blocks);
    return done;
}

bool
page_read(const kutip_engine *engine, const char *bytes, size_t length,
          struct page *page, const char **error)
{
    struct reading reading = {.engine = engine};
    bool done = false;

    *page = (struct page){.text = NULL};
    *error = "out of memory";
    if (!page_to_utf8(bytes, length, &reading.utf8))
        return false;
    if (page_tree_read(reading.utf8.text, reading.utf8.length, &reading.tree)) {
        done = page_linked_read(&reading.tree, &reading.linked) &&
               read_tree(&reading, page);
        page_linked_release(&reading.linked);
        page_tree_release(&reading.tree);
    }
    page_utf8_release(&reading.utf8);
    if (done)
        *error = NULL;
    else
        page_release(page);
    return done;
}

void
page_release(struct page *page)
{
    free(page->text);
    free(page->title);
    free(page->outlet);
    free(page->published);
    free(page->url);
    free(page->pieces);
    *page = (struct page){.text = NULL};
}

size_t
page_offset(const struct page *page, size_t offset)
{
    size_t low = 0, high = page->piece_count;

    if (high == 0)
        return 0;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (page->pieces[middle].text <= offset)
            low = middle;
        else
            high = middle;
    }
    return page->pieces[low].page +
           (offset - page->pieces[low].text) * page->pieces[low].step;
}
