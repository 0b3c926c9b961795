/*
 * Byte offsets of a document as code points and UTF-16 units.
 *
 * In: the text. Out: whether it is UTF-8, and a checkpoint for every 64
 * bytes that has a bit for each of them, from which an offset is counted;
 * none when all is ASCII, where every unit is the same. A maximal invalid
 * sequence counts as one in both units, as decoders with replacement would
 * have it. `é di` : byte 3 is code point 2.
 */
#include "doc_offsets.h"

#include <string.h>

#include "text.h"

enum { STEP = 64 }; /* a bit of a word for each byte */

/* A checkpoint that is being made, and where it stands. */
struct block {
    struct kt_checkpoint *point;
    uint32_t start;
    uint32_t end;
};

static uint32_t
count_bits(uint64_t bits)
{
    const uint64_t ones = UINT64_MAX / 255; /* one in each byte */

    bits -= bits >> 1 & ones * 0x55;
    bits = (bits & ones * 0x33) + (bits >> 2 & ones * 0x33);
    return (uint32_t)(((bits + (bits >> 4)) & ones * 0x0F) * ones >> 56);
}

/* No character begins at these bytes, as far as they lie in the block. */
static void
clear_bits(const struct block *block, uint32_t start, uint32_t end)
{
    for (; start < end && start < block->end; start++)
        block->point->begins &= ~(UINT64_C(1) << (start - block->start));
}

/* Marks the character at `at`, which is no ASCII; where it ends. */
static uint32_t
mark_character(struct kt_doc *doc, const struct block *block, uint32_t at)
{
    bool valid;
    uint32_t n = (uint32_t)kt_text_step(doc->text, doc->length, at, &valid);

    if (!valid && doc->invalid++ == 0)
        doc->first_invalid = at;
    if (valid && n == 4)
        block->point->pairs |= UINT64_C(1) << (at - block->start);
    clear_bits(block, at + 1, at + n);
    return at + n;
}

/* The next byte that is no ASCII, or the end of the text. */
static uint32_t
next_above(const struct kt_doc *doc, uint32_t at)
{
    return at + (uint32_t)kt_text_ascii(doc->text + at, doc->length - at);
}

/* Marks all characters from `at` on, which is no ASCII. */
static void
mark_characters(struct kt_doc *doc, uint32_t at, size_t places)
{
    struct kt_checkpoint sum = {UINT64_MAX, 0, 0, 0};
    uint32_t end = 0; /* of the character before */

    for (size_t i = 0; i < places; i++) {
        struct block block = {&doc->checkpoints[i], (uint32_t)(i * STEP),
                              (uint32_t)((i + 1) * STEP)};
        *block.point = sum;
        clear_bits(&block, block.start, end);
        while (at < block.end && at < doc->length) {
            end = mark_character(doc, &block, at);
            at = next_above(doc, end);
        }
        sum.codepoints += count_bits(block.point->begins);
        sum.utf16 += count_bits(block.point->begins) +
                     count_bits(block.point->pairs);
    }
}

bool
kt_doc_look(struct kt_doc *doc)
{
    uint32_t at = next_above(doc, 0);
    size_t places = (size_t)doc->length / STEP + 1;

    doc->invalid = 0;
    doc->checkpoints = NULL;
    if (at == doc->length)
        return true;
    doc->checkpoints =
        kt_arena_take(&doc->arena, places * sizeof *doc->checkpoints);
    if (doc->checkpoints == NULL)
        return false;
    mark_characters(doc, at, places);
    return true;
}

size_t
kutip_doc_offset(const kutip_doc *doc, size_t offset, enum kutip_unit unit)
{
    if (offset > doc->length)
        offset = doc->length;
    if (unit == KUTIP_BYTES || doc->checkpoints == NULL)
        return offset;
    const struct kt_checkpoint *point = &doc->checkpoints[offset / STEP];
    uint64_t before = (UINT64_C(1) << offset % STEP) - 1;
    uint32_t characters = point->begins == UINT64_MAX
                              ? (uint32_t)(offset % STEP)
                              : count_bits(point->begins & before);
    if (unit == KUTIP_CODEPOINTS)
        return point->codepoints + characters;
    return point->utf16 + characters + count_bits(point->pairs & before);
}
