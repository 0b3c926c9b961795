/*
 * In: terms or nodes. Out: the codes templates are matched on. A row lives
 * in the arena until the document is reset; rows are made once for each
 * list, so their memory is linear in the text.
 */
#include "rows.h"

#include <stdio.h>

/* Begins a row; its codes are put in one by one. NULL: out of memory. */
static uint16_t *
open_row(struct kt_doc *doc, struct kt_range range, struct kt_row *row)
{
    uint16_t *codes;

    row->length = range.end - range.first;
    codes = kt_arena_take(&doc->arena,
                          ((size_t)row->length + 1) * sizeof *codes);
    row->codes = codes;
    return codes;
}

/*
 * The code of a set that was not foreseen. To ask all predicates costs as
 * much as a page of text, and a word that has such a set comes again: the
 * document keeps the latest, over all its texts.
 */
static uint16_t
stray_code(struct kt_doc *doc, const struct kt_family *family,
           struct kt_set set)
{
    size_t family_number = (size_t)(family - doc->engine->templates.families);
    struct kt_stray *stray =
        &doc->strays[(kt_set_mix(set) + family_number) % KT_STRAYS];

    if (stray->family != family || !kt_set_equal(stray->set, set))
        *stray = (struct kt_stray){family, set, kt_family_code(family, set)};
    return stray->code;
}

bool
kt_row_of_terms(struct kt_doc *doc, const struct kt_family *family,
                struct kt_range terms, struct kt_row *row)
{
    const struct kt_term *term = doc->terms.items + terms.first;
    const uint16_t *code_of = family->code_of;
    uint16_t *codes = open_row(doc, terms, row);

    for (uint32_t i = 0; codes != NULL && i < row->length; i++, term++)
        codes[i] = term->set != 0 && code_of != NULL
                       ? code_of[term->set]
                       : stray_code(doc, family, term->classes);
    return codes != NULL;
}

bool
kt_row_of_nodes(struct kt_doc *doc, const struct kt_family *family,
                struct kt_range nodes, struct kt_row *row)
{
    const struct kt_node *node = doc->nodes.items + nodes.first;
    const uint16_t *code_of = family->code_of;
    uint16_t *codes = open_row(doc, nodes, row);

    for (uint32_t i = 0; codes != NULL && i < row->length; i++, node++)
        codes[i] = node->set != 0 && code_of != NULL
                       ? code_of[node->set]
                       : stray_code(doc, family, *node->classes);
    return codes != NULL;
}

static bool
warn_of_limit(struct kt_doc *doc, const struct kt_template *pattern)
{
    char warning[160];

    snprintf(warning, sizeof warning, "template %s gave up (match limit)",
             pattern->name);
    return kt_doc_warn(doc, warning);
}

bool
kt_row_match(struct kt_doc *doc, const struct kt_template *pattern,
             const struct kt_row *row, uint32_t at, struct kt_match *match)
{
    bool gave_up = false;
    bool matched;

    match->pattern = NULL;
    matched = kt_template_match(pattern, row, at, doc->matcher, match,
                                &gave_up);
    if (gave_up && !warn_of_limit(doc, pattern))
        doc->memory_lost = true;
    return matched;
}

bool
kt_match_before(const struct kt_match *a, const struct kt_match *b)
{
    if (a->whole.end != b->whole.end)
        return a->whole.end > b->whole.end;
    return a->pattern->weight > b->pattern->weight;
}

bool
kt_row_best(struct kt_doc *doc, const struct kt_family *family,
            const struct kt_row *row, uint32_t at, struct kt_match *best)
{
    const struct kt_template *pattern;
    struct kt_may may;
    bool found = false;

    if (!kt_templates_at(family, row, at, &may))
        return false;
    while ((pattern = kt_may_take(family, &may)) != NULL) {
        struct kt_match match;
        if (!kt_row_match(doc, pattern, row, at, &match) ||
            (found && !kt_match_before(&match, best)))
            continue;
        *best = match;
        found = true;
    }
    return found;
}

void
kt_row_use(struct kt_doc *doc, const struct kt_match *match, uint32_t base)
{
    struct kt_use *use;

    if (!doc->note_uses)
        return;
    use = kt_list_push(&doc->arena, &doc->uses);
    if (use == NULL) {
        doc->memory_lost = true;
        return;
    }
    use->pattern = match->pattern;
    for (int slot = 0; slot < KT_SLOT_COUNT; slot++) {
        struct kt_range terms = match->slots[slot];
        use->slots[slot] = KT_NO_RANGE;
        if (terms.first >= terms.end)
            continue;
        use->slots[slot].first =
            doc->terms.items[base + terms.first].first_token;
        use->slots[slot].end =
            doc->terms.items[base + terms.end - 1].end_token;
    }
}
