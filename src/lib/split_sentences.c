/*
 * Stage 4: sentences, and units of sentences.
 *
 * In: tokens, quotations, paragraphs. Out: sentences as a grammar knows
 * them, and units: the sentences that one quotation ties together. Where a
 * sentence ends is asked of sentence_ends.c. A dateline is part of no
 * sentence, a boilerplate paragraph is one sentence and of no unit.
 *
 * `"Saya siap. Kami menang!" kata Ani. Ia pulang.` has three sentences,
 * `"Saya siap.`, `Kami menang!" kata Ani.` and `Ia pulang.`; the first two
 * are one unit.
 */
#include "pipeline.h"
#include "sentence_ends.h"

static bool
add_sentence(struct kt_doc *doc, uint32_t paragraph, uint32_t first,
             uint32_t end)
{
    struct kt_sentence *sentence = kt_list_push(&doc->arena, &doc->sentences);
    if (sentence == NULL)
        return false;
    sentence->start = doc->tokens.items[first].start;
    sentence->end = doc->tokens.items[end - 1].end;
    sentence->first_token = first;
    sentence->end_token = end;
    sentence->paragraph = paragraph;
    return true;
}

/* Cuts the tokens from first to end, which are the text of a paragraph. */
static bool
split_paragraph(struct kt_ends *ends, uint32_t paragraph, uint32_t first,
                uint32_t end)
{
    struct kt_doc *doc = ends->doc;
    if (first == end)
        return true;
    if (doc->paragraphs.items[paragraph].boilerplate)
        return add_sentence(doc, paragraph, first, end);
    kt_ends_enter(ends, first, end);
    while (first < end) {
        uint32_t behind = kt_ends_behind(ends, first);
        if (!add_sentence(doc, paragraph, first, behind))
            return false;
        first = behind;
    }
    return true;
}

static bool
split_all(struct kt_ends *ends)
{
    const struct kt_doc *doc = ends->doc;
    for (uint32_t i = 0; i < doc->paragraphs.count; i++) {
        const struct kt_paragraph *paragraph = &doc->paragraphs.items[i];
        if (!split_paragraph(ends, i, paragraph->body_token,
                             paragraph->end_token))
            return false;
    }
    return true;
}

/* ------------------------------------------------------------------ units */

/* Does a quotation reach over the sentence's end, be it a paragraph's end
 * too? *quote moves along. */
static bool
is_tied(const struct kt_doc *doc, const struct kt_sentence *sentence,
        uint32_t *quote)
{
    while (*quote < doc->quotes.count) {
        const struct kt_quote *q = &doc->quotes.items[*quote];
        if (q->first_token >= sentence->end_token)
            return false;
        if (q->parent == KT_NONE && q->end_token > sentence->end_token)
            return true;
        ++*quote;
    }
    return false;
}

static bool
make_units(struct kt_doc *doc)
{
    uint32_t quote = 0;
    for (uint32_t i = 0; i < doc->sentences.count;) {
        const struct kt_sentence *first = &doc->sentences.items[i];
        uint32_t last = i;
        while (last + 1 < doc->sentences.count &&
               is_tied(doc, &doc->sentences.items[last], &quote))
            last++;
        i = last + 1;
        if (doc->paragraphs.items[first->paragraph].boilerplate)
            continue;
        struct kt_unit *unit = kt_list_push(&doc->arena, &doc->units);
        if (unit == NULL)
            return false;
        unit->first_sentence = (uint32_t)(first - doc->sentences.items);
        unit->end_sentence = i;
        unit->first_token = first->first_token;
        unit->end_token = doc->sentences.items[last].end_token;
    }
    return true;
}

kutip_status
kt_split_sentences(const struct kt_engine *engine, struct kt_doc *doc)
{
    (void)engine;
    struct kt_ends ends;
    if (!kt_ends_init(&ends, doc))
        return KUTIP_NO_MEMORY;
    if (!split_all(&ends) || !make_units(doc))
        return KUTIP_NO_MEMORY;
    return KUTIP_OK;
}
