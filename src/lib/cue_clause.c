/*
 * In: what stands behind a reporting verb. Out: whether it is a clause, and
 * so something said, or a plain noun, and so none.
 *
 *     Rini menjelaskan hujan akan turun.            a clause
 *     Rini menjelaskan aturan yang membatasi truk.  a noun
 *
 * Knows what each verb takes from its frame in verbs.table.
 */
#include "cue_clause.h"

/* A verb of nouns and clauses reports where a verb comes this soon. */
#define VERB_WITHIN 25

/* agar, untuk comes this soon behind a verb of asking. */
#define REQUEST_WITHIN 16

bool
kt_verb_comes(const struct kt_doc *doc, const struct kt_cue_row *row,
           uint32_t first, uint32_t end)
{
    static const struct kt_set verbs =
        KT_SET(KT_VERB_SHAPE, KT_AUXILIARY, KT_NEGATION, KT_SAY_ACTIVE,
               KT_SAY_PASSIVE);
    static const struct kt_set before =
        KT_SET(KT_AUXILIARY, KT_NEGATION, KT_ADVERB);
    static const struct kt_set lower =
        KT_SET(KT_WHO, KT_PREPOSITION, KT_REQUEST_MARK, KT_AS, KT_IN,
               KT_EVENT_HEAD);
    bool inside = false;

    if (end > first + VERB_WITHIN)
        end = first + VERB_WITHIN;
    for (uint32_t at = first; at < end; at++) {
        if (!inside && KT_NODE_IS_ANY(at, verbs))
            return true;
        inside = KT_NODE_IS_ANY(at, lower) ||
                 (inside && KT_NODE_IS_ANY(at, before));
    }
    return false;
}

uint32_t
kt_request_mark(const struct kt_doc *doc, const struct kt_cue_row *row,
             uint32_t first, uint32_t end)
{
    uint32_t limit =
        end < first + REQUEST_WITHIN ? end : first + REQUEST_WITHIN;
    for (uint32_t at = first; at < limit; at++) {
        if (kt_node_is(doc, row, at, KT_REQUEST_MARK))
            return at;
        if (kt_node_is(doc, row, at, KT_STOP))
            break;
    }
    return end;
}

bool
kt_is_somebody(const struct kt_doc *doc, const struct kt_cue_row *row,
               uint32_t at)
{
    static const struct kt_set classes =
        KT_SET(KT_MENTION, KT_PLURAL, KT_INDEFINITE, KT_ROLE, KT_GROUP,
               KT_ROLE_ORDINARY, KT_ORG, KT_ORG_HEAD, KT_PRONOUN, KT_SELF,
               KT_PRONOUN_PLURAL, KT_CAPITAL, KT_TO);
    return KT_NODE_IS_ANY(at, classes);
}

/* `langkah itu tepat`, `X sebagai Y`, `laba Rp 5 miliar`: without a verb. */
static bool
judges(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t first,
       uint32_t end)
{
    for (uint32_t at = first; at + 1 < end; at++)
        if (kt_node_is(doc, row, at, KT_AS) ||
            (at > first && kt_node_is(doc, row, at, KT_NUMBER)) ||
            (kt_node_is(doc, row, at, KT_DEMONSTRATIVE) &&
             !kt_node_is_edge(doc, row, at + 1)))
            return true;
    return kt_verb_comes(doc, row, first, end);
}

/* bahwa, a comma or a colon between the verb and its object. */
static bool
is_marked(const struct kt_doc *doc, const struct kt_cue_row *row,
          uint32_t cue_end, uint32_t first)
{
    static const struct kt_set marks = KT_SET(KT_THAT, KT_COMMA, KT_COLON);
    for (uint32_t at = cue_end; at < first; at++)
        if (KT_NODE_IS_ANY(at, marks))
            return true;
    return false;
}

/* `mengingatkan warga untuk …`: whoever is asked, and for what. */
static bool
asks_somebody(const struct kt_doc *doc, const struct kt_cue_row *row,
              uint32_t verb, uint32_t first, uint32_t end)
{
    uint32_t mark = kt_request_mark(doc, row, first, end);
    return kt_node_is(doc, row, verb, KT_SAY_REQUEST) && mark < end &&
           (mark == first || first > verb + 1 ||
            kt_is_somebody(doc, row, first));
}

bool
kt_governs_clause(const struct kt_doc *doc, const struct kt_cue_row *row,
               uint32_t cue_end, uint32_t first, uint32_t end)
{
    uint32_t verb = cue_end - 1;

    if (kt_node_is(doc, row, verb, KT_SAY_QUOTE))
        return false;
    if (is_marked(doc, row, cue_end, first))
        return kt_count_nodes(doc, row, first, end) > 1;
    if (kt_node_is(doc, row, verb, KT_SAY_THAT))
        return false;
    if (kt_node_is(doc, row, verb, KT_SAY_JUDGE) &&
        !kt_node_is(doc, row, verb, KT_SAY_CLAUSE))
        return kt_count_nodes(doc, row, first, end) > 2 &&
               judges(doc, row, first, end);
    if (kt_node_is(doc, row, verb, KT_SAY_NOUN))
        return kt_verb_comes(doc, row, first, end) ||
               asks_somebody(doc, row, verb, first, end);
    return kt_count_nodes(doc, row, first, end) > 1;
}
