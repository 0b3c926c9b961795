/*
 * Stage 7. In: nodes. Out: cues: which content is attributed by which word
 * to which mention.
 *
 * From every cue all templates bid. A quotation goes to its weightiest
 * bid; a reporting word that no quotation needs makes indirect content of
 * its weightiest bid that has any; what is left may still name an agent
 * (`Hal itu disampaikan Budi.`), who is then the one being talked about.
 *
 *     "Kami siap," kata Budi.      direct-after 100, direct-after-bare 40
 *
 * Does not know who `dia` is; that is link_speakers.
 */
#include <string.h>

#include "circumstances.h"
#include "cue_beside.h"
#include "cue_content.h"
#include "lost_marks.h"
#include "pipeline.h"
#include "rows.h"

struct bid {
    struct kt_match match;
    uint8_t type;  /* enum kt_cue_type */
    bool unmarked; /* what was said lost its marks: the words before it */
};

struct bids {
    KT_LIST(struct bid) list;
    bool marks_lost; /* all of the text's */
};

static uint8_t
type_of(const struct kt_template *pattern)
{
    static const char *const names[] = {
        [KT_CUE_DIRECT] = "direct",
        [KT_CUE_PARTIAL] = "partial",
        [KT_CUE_INDIRECT] = "indirect",
        [KT_CUE_AGENT] = "agent",
    };
    const char *value = kt_template_value(pattern, "type");
    for (uint8_t i = 0; value != NULL && i < 4; i++)
        if (strcmp(value, names[i]) == 0)
            return i;
    return KT_CUE_INDIRECT;
}

/* ---------------------------------------------------------------- bidding */

static bool
bid_at(struct kt_doc *doc, const struct kt_cue_row *row, uint32_t at,
       struct bids *bids)
{
    const struct kt_family *family = doc->engine->cues;
    const struct kt_template *pattern;
    struct kt_may may;

    if (!kt_templates_at(family, &row->row, at, &may))
        return true;
    while ((pattern = kt_may_take(family, &may)) != NULL) {
        struct kt_match match;
        struct bid *bid;
        bool unmarked;
        if (!kt_row_match(doc, pattern, &row->row, at, &match))
            continue;
        unmarked = kt_template_value(match.pattern, "marks") != NULL;
        if (unmarked && !bids->marks_lost)
            continue;
        bid = kt_list_push(&doc->arena, &bids->list);
        if (bid == NULL)
            return false;
        bid->match = match;
        bid->type = type_of(match.pattern);
        bid->unmarked = unmarked;
    }
    return true;
}

static bool
collect_bids(struct kt_doc *doc, const struct kt_cue_row *row,
             struct bids *bids)
{
    struct kt_set anchors = doc->engine->cues->anchors;
    for (uint32_t at = 0; at < row->row.length; at++)
        if (kt_set_meets(*kt_row_node(doc, row, at)->classes, anchors) &&
            !bid_at(doc, row, at, bids))
            return false;
    return true;
}

/* The cue's first node; templates without a cue: none. */
static uint32_t
cue_node(const struct bid *bid)
{
    struct kt_range cue = bid->match.slots[KT_SLOT_CUE];
    return kt_range_set(cue) ? cue.first : KT_NONE;
}

static uint32_t
content_node(const struct bid *bid)
{
    struct kt_range content = bid->match.slots[KT_SLOT_CONTENT];
    return kt_range_set(content) ? content.first : KT_NONE;
}

static bool
is_quotation(const struct bid *bid)
{
    return !bid->unmarked &&
           (bid->type == KT_CUE_DIRECT || bid->type == KT_CUE_PARTIAL);
}

/* --------------------------------------------------------- what a bid says */

static uint8_t
source_of(const struct kt_doc *doc, const struct kt_cue_row *row,
          const struct bid *bid)
{
    const char *value = kt_template_value(bid->match.pattern, "source");
    uint32_t cue = cue_node(bid);

    if (kt_range_set(bid->match.slots[KT_SLOT_SOURCE]))
        return KT_SOURCE_MENTION;
    if (value != NULL && strcmp(value, "previous") == 0)
        return KT_SOURCE_PREVIOUS;
    if (value != NULL && strcmp(value, "nobody") == 0)
        return KT_SOURCE_NOBODY;
    if (cue != KT_NONE && (kt_node_is(doc, row, cue, KT_SAY_CLITIC) ||
                           kt_node_is(doc, row, cue, KT_CLITIC)))
        return KT_SOURCE_CLITIC;
    return KT_SOURCE_FOCUS;
}

static struct kt_range
slot_tokens(const struct kt_doc *doc, const struct kt_cue_row *row,
            const struct bid *bid, enum kt_slot slot)
{
    struct kt_range range = bid->match.slots[slot];
    if (!kt_range_set(range))
        return KT_NO_RANGE;
    return kt_node_tokens(doc, row, range.first, range.end);
}

/* Everything a bid says, as a cue; and the nodes of its content. */
static struct kt_range
read_bid(struct kt_doc *doc, struct kt_cue_row *row, const struct bid *bid,
         struct kt_cue *cue)
{
    struct kt_range source = bid->match.slots[KT_SLOT_SOURCE];
    struct kt_range content = bid->match.slots[KT_SLOT_CONTENT];

    memset(cue, 0, sizeof *cue);
    cue->pattern = bid->match.pattern;
    cue->unit = row->unit;
    cue->type = bid->type;
    cue->quote = cue->mention = KT_NONE;
    cue->content = KT_NO_RANGE;
    cue->source = source_of(doc, row, bid);
    cue->cue = slot_tokens(doc, row, bid, KT_SLOT_CUE);
    kt_circumstances_init(&cue->circumstances);
    cue->circumstances.addressee =
        slot_tokens(doc, row, bid, KT_SLOT_ADDRESSEE);
    if (kt_range_set(source))
        cue->mention = kt_row_node(doc, row, source.first)->mention;
    if (is_quotation(bid))
        cue->quote = kt_row_node(doc, row, content.first)->quote;
    else if (bid->type != KT_CUE_AGENT)
        content = kt_cue_content(doc, row, &bid->match, cue);
    if (!is_quotation(bid) && bid->type != KT_CUE_AGENT &&
        kt_range_set(content))
        cue->content = kt_node_tokens(doc, row, content.first, content.end);
    if (bid->unmarked && !kt_lost_quotation(doc, cue))
        cue->content = KT_NO_RANGE;
    return content;
}

/* --------------------------------------------------------------- awarding */

/* For a quotation, whoever wants it; else what else the cue could mean. */
static bool
competes(const struct bid *bid, const struct bid *winner)
{
    if (is_quotation(bid) != is_quotation(winner))
        return false;
    return is_quotation(bid) ? content_node(bid) == content_node(winner)
                             : cue_node(bid) == cue_node(winner);
}

/* Notes what competed for the same content, the winner first. */
static bool
note_bids(struct kt_doc *doc, const struct bids *bids, struct kt_cue *cue,
          const struct bid *winner)
{
    cue->bids.first = doc->bids.count;
    for (uint32_t i = 0; i < bids->list.count; i++) {
        const struct bid *other = &bids->list.items[i];
        struct kt_bid *note;
        if (!competes(other, winner))
            continue;
        note = kt_list_push(&doc->arena, &doc->bids);
        if (note == NULL)
            return false;
        note->pattern = other->match.pattern;
        note->weight = other->match.pattern->weight;
        if (other == winner && doc->bids.count - 1 > cue->bids.first) {
            *note = doc->bids.items[cue->bids.first];
            doc->bids.items[cue->bids.first].pattern = winner->match.pattern;
            doc->bids.items[cue->bids.first].weight =
                winner->match.pattern->weight;
        }
    }
    cue->bids.end = doc->bids.count;
    return true;
}

static kutip_status
push_cue(struct kt_doc *doc, const struct bids *bids, const struct bid *bid,
         const struct kt_cue *found)
{
    struct kt_cue *cue = kt_list_push(&doc->arena, &doc->cues);
    if (cue == NULL)
        return KUTIP_NO_MEMORY;
    *cue = *found;
    return note_bids(doc, bids, cue, bid) ? KUTIP_OK : KUTIP_NO_MEMORY;
}

/* The weightiest bid for the quotation at a node, or NULL. */
static const struct bid *
best_for_quote(const struct bids *bids, uint32_t node)
{
    const struct bid *best = NULL;
    for (uint32_t i = 0; i < bids->list.count; i++) {
        const struct bid *bid = &bids->list.items[i];
        if (is_quotation(bid) && content_node(bid) == node &&
            (best == NULL ||
             bid->match.pattern->weight > best->match.pattern->weight))
            best = bid;
    }
    return best;
}

/* The next weightiest bid without a quotation at a cue, below a weight. */
static const struct bid *
best_for_cue(const struct bids *bids, uint32_t node, const struct bid *after)
{
    const struct bid *best = NULL;
    for (uint32_t i = 0; i < bids->list.count; i++) {
        const struct bid *bid = &bids->list.items[i];
        if (is_quotation(bid) || cue_node(bid) != node)
            continue;
        if (after != NULL && (bid == after || bid->match.pattern->weight >=
                                                  after->match.pattern->weight))
            continue;
        if (best == NULL ||
            bid->match.pattern->weight > best->match.pattern->weight)
            best = bid;
    }
    return best;
}

/* The source of a second cue, `dan menambahkan`, is that of the first. */
static void
take_previous_source(const struct kt_doc *doc, const struct kt_cue_row *row,
                     struct kt_cue *cue)
{
    uint32_t count = doc->cues.count;
    for (uint32_t i = count; i-- > 0 && count - i <= KT_CUES_BACK;) {
        const struct kt_cue *before = &doc->cues.items[i];
        if (before->unit != row->unit)
            return;
        if (!kt_range_set(before->cue) || before->mention == KT_NONE ||
            before->cue.first > cue->cue.first)
            continue;
        cue->mention = before->mention;
        cue->source = KT_SOURCE_MENTION;
        return;
    }
}

/*
 * Words quoted inside the reported clause are the content, each a partial
 * record, and the clause itself is none.
 */
static kutip_status
push_report(struct kt_doc *doc, struct kt_cue_row *row, const struct bids *bids,
            const struct bid *bid, struct kt_range content, struct kt_cue *cue)
{
    uint32_t verb = bid->match.slots[KT_SLOT_CUE].end - 1;
    bool quoted = false;

    for (uint32_t at = content.first; at < content.end; at++) {
        struct kt_cue partial = *cue;
        if (!kt_quotes_words(doc, row, at, verb))
            continue;
        quoted = true;
        kt_node_take(row, at);
        partial.type = KT_CUE_PARTIAL;
        partial.content = KT_NO_RANGE;
        partial.quote = kt_row_node(doc, row, at)->quote;
        if (push_cue(doc, bids, bid, &partial) != KUTIP_OK)
            return KUTIP_NO_MEMORY;
    }
    return quoted ? KUTIP_OK : push_cue(doc, bids, bid, cue);
}

/* Makes the cue at a node report something, or name an agent. */
static kutip_status
award_cue(struct kt_doc *doc, struct kt_cue_row *row, const struct bids *bids,
          uint32_t node)
{
    const struct bid *bid = NULL;
    while ((bid = best_for_cue(bids, node, bid)) != NULL) {
        struct kt_cue cue;
        struct kt_range content = read_bid(doc, row, bid, &cue);
        bool agent = bid->type == KT_CUE_AGENT;
        if (!agent && !kt_range_set(cue.content))
            continue;
        if (cue.source == KT_SOURCE_PREVIOUS)
            take_previous_source(doc, row, &cue);
        kt_read_beside(doc, row, &bid->match, agent ? KT_NO_RANGE : content,
                       &cue);
        return agent ? push_cue(doc, bids, bid, &cue)
                     : push_report(doc, row, bids, bid, content, &cue);
    }
    return KUTIP_OK;
}

/* Gives the quotation at a node to its best bid, if that has a cue or not
 * as asked for. */
static kutip_status
award_quote(struct kt_doc *doc, struct kt_cue_row *row, const struct bids *bids,
            uint32_t node, bool with_cue)
{
    const struct bid *bid = best_for_quote(bids, node);
    struct kt_cue cue;
    struct kt_range content;
    uint32_t used;

    if (bid == NULL || kt_node_taken(row, node))
        return KUTIP_OK;
    used = cue_node(bid);
    if ((used != KT_NONE) != with_cue)
        return KUTIP_OK;
    kt_node_take(row, node);
    if (used != KT_NONE)
        kt_node_take(row, used);
    content = read_bid(doc, row, bid, &cue);
    kt_read_beside(doc, row, &bid->match, content, &cue);
    return push_cue(doc, bids, bid, &cue);
}

static kutip_status
award_quotes(struct kt_doc *doc, struct kt_cue_row *row,
             const struct bids *bids, bool with_cue)
{
    kutip_status status = KUTIP_OK;
    for (uint32_t i = 0; i < row->row.length && status == KUTIP_OK; i++)
        if (kt_node_is(doc, row, i, KT_QUOTE))
            status = award_quote(doc, row, bids, i, with_cue);
    return status;
}

/*
 * Quotations with a cue first: a word that one of them needs reports
 * nothing else. Then cues, which may quote words; then what quotations are
 * left.
 */
static kutip_status
award(struct kt_doc *doc, struct kt_cue_row *row, const struct bids *bids)
{
    uint32_t words = row->row.length / 64 + 1;
    kutip_status status;

    row->taken = kt_arena_take_zeroed(&doc->arena, words * sizeof *row->taken);
    if (row->taken == NULL)
        return KUTIP_NO_MEMORY;
    status = award_quotes(doc, row, bids, true);
    for (uint32_t i = 0; i < row->row.length && status == KUTIP_OK; i++)
        if (!kt_node_taken(row, i))
            status = award_cue(doc, row, bids, i);
    return status == KUTIP_OK ? award_quotes(doc, row, bids, false) : status;
}

/* ------------------------------------------------------------- the stage */

static kutip_status
match_row(struct kt_doc *doc, uint32_t index, bool marks_lost)
{
    struct kt_cue_row row = {0};
    struct bids bids = {.marks_lost = marks_lost};

    row.unit = doc->rows.items[index].unit;
    row.terms = doc->rows.items[index].terms;
    row.nodes = doc->node_rows.items[index];
    if (!kt_row_of_nodes(doc, doc->engine->cues, row.nodes, &row.row))
        return KUTIP_NO_MEMORY;
    if (!collect_bids(doc, &row, &bids))
        return KUTIP_NO_MEMORY;
    if (bids.list.count == 0)
        return KUTIP_OK;
    if (!kt_row_of_terms(doc, doc->engine->circumstances, row.terms,
                         &row.term_row))
        return KUTIP_NO_MEMORY;
    return award(doc, &row, &bids);
}

/* Where a cue stands in the text: its word, else its quotation. */
static uint32_t
position(const struct kt_doc *doc, const struct kt_cue *cue)
{
    if (kt_range_set(cue->cue))
        return cue->cue.first;
    return doc->quotes.items[cue->quote].first_token;
}

/* Puts the cues of a row, from `first` on, in the order of the text. They
 * are few, and nearly in order. */
static void
sort_cues(struct kt_doc *doc, uint32_t first)
{
    for (uint32_t i = first + 1; i < doc->cues.count; i++) {
        struct kt_cue cue = doc->cues.items[i];
        uint32_t at = i;
        for (; at > first &&
               position(doc, &doc->cues.items[at - 1]) > position(doc, &cue);
             at--)
            doc->cues.items[at] = doc->cues.items[at - 1];
        doc->cues.items[at] = cue;
    }
}

kutip_status
kt_match_cues(const struct kt_engine *engine, struct kt_doc *doc)
{
    bool marks_lost = kt_marks_are_lost(doc);
    kutip_status status = KUTIP_OK;
    (void)engine;

    for (uint32_t i = 0; i < doc->rows.count && status == KUTIP_OK; i++) {
        uint32_t first = doc->cues.count;
        status = match_row(doc, i, marks_lost);
        sort_cues(doc, first);
    }
    return status;
}
