/*
 * In: terms or nodes. Out: the codes templates are matched on, forward and
 * reversed. A row lives in the arena until the document is reset; rows are
 * made once for each list, so their memory is linear in the text.
 */
#include "rows.h"

static bool
take_codes(struct kt_doc *doc, uint32_t length, uint16_t **forward,
           uint16_t **reversed)
{
    *forward = kt_arena_take(&doc->arena,
                             2 * (size_t)(length + 1) * sizeof **forward);
    if (*forward == NULL)
        return false;
    *reversed = *forward + length + 1;
    return true;
}

static void
reverse(const uint16_t *forward, uint16_t *reversed, uint32_t length)
{
    for (uint32_t i = 0; i < length; i++)
        reversed[i] = forward[length - 1 - i];
}

bool
kt_row_of_terms(struct kt_doc *doc, struct kt_range terms,
                struct kt_row *row)
{
    const struct kt_templates *templates = &doc->engine->templates;
    uint16_t *forward, *reversed;

    row->length = terms.end - terms.first;
    row->holds = (struct kt_set){{0, 0}};
    if (!take_codes(doc, row->length, &forward, &reversed))
        return false;
    for (uint32_t i = 0; i < row->length; i++) {
        struct kt_set set = doc->terms.items[terms.first + i].classes;
        forward[i] = kt_templates_code(templates, set);
        row->holds = kt_set_union(row->holds, set);
    }
    reverse(forward, reversed, row->length);
    row->codes = forward;
    row->reversed = reversed;
    return true;
}

bool
kt_row_of_nodes(struct kt_doc *doc, struct kt_range nodes,
                struct kt_row *row)
{
    const struct kt_templates *templates = &doc->engine->templates;
    uint16_t *forward, *reversed;

    row->length = nodes.end - nodes.first;
    row->holds = (struct kt_set){{0, 0}};
    if (!take_codes(doc, row->length, &forward, &reversed))
        return false;
    for (uint32_t i = 0; i < row->length; i++) {
        struct kt_set set = doc->nodes.items[nodes.first + i].classes;
        forward[i] = kt_templates_code(templates, set);
        row->holds = kt_set_union(row->holds, set);
    }
    reverse(forward, reversed, row->length);
    row->codes = forward;
    row->reversed = reversed;
    return true;
}

bool
kt_row_match(struct kt_doc *doc, const struct kt_template *pattern,
             const struct kt_row *row, uint32_t at, struct kt_match *match)
{
    bool limit_hit = false;
    bool matched = kt_template_match(pattern, row, at, doc->match_data,
                                     match, &limit_hit);
    if (limit_hit)
        kt_doc_warn(doc, kt_arena_print(&doc->arena,
                                        "template %s gave up (match limit)",
                                        pattern->name));
    return matched;
}
