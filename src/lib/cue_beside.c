/*
 * In: an attribution. Out: the circumstances that stand beside it.
 *
 *     Budi, Senin (5/5), di Jakarta, mengatakan stok aman.
 *           [time     ]     [place]
 *
 * Knows where to look, never within what was said; what counts as what is
 * known to circumstances.c.
 */
#include "cue_beside.h"
#include "circumstances.h"

/* Reads the circumstances between two nodes, the second left out. */
static void
read_between(struct kt_doc *doc, const struct kt_cue_row *row, uint32_t first,
             uint32_t end, struct kt_cue *cue)
{
    if (first < end)
        kt_circumstances_read(doc, &row->term_row, row->terms.first,
                              kt_row_node(doc, row, first)->terms.first,
                              kt_row_node(doc, row, end - 1)->terms.end,
                              &cue->circumstances);
}

/* Where what stands behind an attribution ends: at the next one. */
static uint32_t
behind_end(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t at)
{
    static const struct kt_set ends =
        KT_SET(KT_STOP, KT_SAY_ACTIVE, KT_SAY_BARE, KT_SAY_CLITIC,
               KT_ACCORDING);
    uint32_t end = kt_sentence_end(doc, row, at > 0 ? at - 1 : at);
    for (; at < end && !kt_node_taken(row, at); at++)
        if (KT_NODE_IS_ANY(at, ends) &&
            !(at > 0 && kt_node_is(doc, row, at - 1, KT_EVENT_HEAD)))
            break; /* but: `saat menyampaikan pidato` */
    return at;
}

/*
 * Behind what tells who the source is, `, peneliti di Lembaga Kajian,`: the
 * places there are his. Its start when it is not closed.
 */
static uint32_t
behind_apposition(const struct kt_doc *doc, const struct kt_cue_row *row,
                  uint32_t at, uint32_t end)
{
    static const struct kt_set roles =
        KT_SET(KT_ROLE, KT_ROLE_ORDINARY, KT_ROLE_WHOLE, KT_ROLE_MENTION,
               KT_GROUP, KT_GROUP_MENTION);
    static const struct kt_set ends =
        KT_SET(KT_COMMA, KT_EVENT_HEAD, KT_EVENT_CLOSED, KT_TIME, KT_VIA_HEAD);
    uint32_t start = at;

    if (!kt_node_is(doc, row, at, KT_COMMA) || !KT_NODE_IS_ANY(at + 1, roles))
        return start;
    for (at++; at < end; at++)
        if (KT_NODE_IS_ANY(at, ends))
            return at;
    return start;
}

/*
 * Where circumstances before the source begin; the source itself when
 * something else stands there, another clause.
 */
static uint32_t
before_start(const struct kt_doc *doc, const struct kt_cue_row *row,
             uint32_t source)
{
    static const struct kt_set heads =
        KT_SET(KT_EVENT_HEAD, KT_EVENT_CLOSED, KT_IN, KT_TIME, KT_FROM,
               KT_VIA_HEAD);
    static const struct kt_set before =
        KT_SET(KT_ADVERB, KT_CONJUNCTION, KT_COMMA, KT_CONTENT_STOP);
    uint32_t at = kt_lead_start(doc, row, source);

    while (at < source && !KT_NODE_IS_ANY(at, heads) &&
           KT_NODE_IS_ANY(at, before))
        at++;
    return KT_NODE_IS_ANY(at, heads) ? at : source;
}

void
kt_read_beside(struct kt_doc *doc, const struct kt_cue_row *row,
               const struct kt_match *match, struct kt_range content,
               struct kt_cue *cue)
{
    struct kt_range source = match->slots[KT_SLOT_SOURCE];
    struct kt_range verb = match->slots[KT_SLOT_CUE];
    uint32_t last, end;

    if (!kt_range_set(verb))
        return;
    last = verb.end;
    if (kt_range_set(source)) {
        if (source.end > last)
            last = source.end;
        if (source.first < verb.first) {
            read_between(doc, row, source.end, verb.first, cue);
            read_between(doc, row, before_start(doc, row, source.first),
                         source.first, cue);
        }
    }
    if (kt_range_set(content) && content.first >= last) {
        read_between(doc, row, last, content.first, cue);
        last = content.end;
    } else if (kt_range_set(content) && content.end > last) {
        last = content.end;
    }
    end = behind_end(doc, row, last);
    read_between(doc, row, behind_apposition(doc, row, last, end), end, cue);
}
