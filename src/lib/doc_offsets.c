/*
 * Byte offsets of a document as code points and UTF-16 units.
 *
 * In: the text. Out: a checkpoint for every 256 bytes, from which an
 * offset is counted. A maximal invalid sequence counts as one in both
 * units, as decoders with replacement would have it. `é di` : byte 3 is
 * code point 2.
 */
#include "doc_offsets.h"
#include "text.h"

enum { STEP = 256 };

/* What has been counted so far. */
struct count {
    uint32_t at; /* where the next character begins */
    uint32_t codepoints;
    uint32_t utf16;
};

/* Counts on to the first character at `to` or behind. */
static void
count_on(const struct kt_doc *doc, struct count *count, uint32_t to)
{
    while (count->at < to) {
        size_t n = kt_text_ascii(doc->text + count->at, to - count->at);
        count->at += (uint32_t)n;
        count->codepoints += (uint32_t)n;
        count->utf16 += (uint32_t)n;
        if (count->at == to)
            break;
        bool valid;
        n = kt_text_step(doc->text, doc->length, count->at, &valid);
        count->at += (uint32_t)n;
        count->codepoints += 1;
        count->utf16 += valid && n == 4 ? 2 : 1;
    }
}

/*
 * Where the first character at `at` or behind begins. Every byte that is
 * no continuation begins one, and a character has at most three of those.
 */
static uint32_t
next_character(const struct kt_doc *doc, uint32_t at)
{
    uint32_t back = at;
    while (back > 0 && at - back < 3 && at < doc->length &&
           ((uint8_t)doc->text[back] & 0xC0) == 0x80)
        back--;
    while (back < at) {
        bool valid;
        back += (uint32_t)kt_text_step(doc->text, doc->length, back, &valid);
    }
    return back;
}

bool
kt_doc_set_checkpoints(struct kt_doc *doc)
{
    size_t places = (size_t)doc->length / STEP + 1;
    doc->checkpoints =
        kt_arena_take(&doc->arena, places * sizeof *doc->checkpoints);
    if (doc->checkpoints == NULL)
        return false;
    struct count count = {0, 0, 0};
    for (size_t i = 0; i < places; i++) {
        count_on(doc, &count, (uint32_t)(i * STEP));
        doc->checkpoints[i].codepoints = count.codepoints;
        doc->checkpoints[i].utf16 = count.utf16;
    }
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
    uint32_t start = (uint32_t)(offset / STEP * STEP);
    struct count count = {next_character(doc, start), point->codepoints,
                          point->utf16};
    count_on(doc, &count, (uint32_t)offset);
    return unit == KUTIP_UTF16 ? count.utf16 : count.codepoints;
}
