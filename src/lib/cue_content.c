/*
 * In: a matched indirect template. Out: the tokens of what was said.
 *
 *     Budi mengatakan bahwa stok beras aman, sementara harga naik.
 *                           [stok beras aman]
 *     Selama perjalanan, kata dia, stok beras aman.
 *                                  [stok beras aman]
 *
 * Content runs to the sentence's end by arithmetic, not by pattern: only
 * what ends it early is looked for. Does not cut a sentence that goes on
 * with the same report after it.
 */
#include "cue_content.h"

/* A lead before `, kata X, …` up to this long is no part of the content. */
#define LEAD_BYTES_MAX 45

/* A verb of nouns and clauses reports where a verb comes this soon. */
#define VERB_WITHIN 25

/* agar, untuk comes this soon behind a verb of asking. */
#define REQUEST_WITHIN 16

struct kt_range
kt_node_tokens(const struct kt_doc *doc, const struct kt_cue_row *row,
               uint32_t first, uint32_t end)
{
    if (first >= end)
        return KT_NO_RANGE;
    return (struct kt_range){
        doc->terms.items[kt_row_node(doc, row, first)->terms.first]
            .first_token,
        doc->terms.items[kt_row_node(doc, row, end - 1)->terms.end - 1]
            .end_token};
}

static uint32_t
first_token(const struct kt_doc *doc, const struct kt_cue_row *row,
            uint32_t at)
{
    return doc->terms.items[kt_row_node(doc, row, at)->terms.first]
        .first_token;
}

static const struct kt_sentence *
sentence_of(const struct kt_doc *doc, const struct kt_cue_row *row,
            uint32_t at)
{
    const struct kt_unit *unit = &doc->units.items[row->unit];
    uint32_t token = first_token(doc, row, at);

    for (uint32_t i = unit->end_sentence; i-- > unit->first_sentence;)
        if (doc->sentences.items[i].first_token <= token)
            return &doc->sentences.items[i];
    return &doc->sentences.items[unit->first_sentence];
}

uint32_t
kt_sentence_end(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t at)
{
    uint32_t end = sentence_of(doc, row, at)->end_token;
    while (at < row->row.length && first_token(doc, row, at) < end)
        at++;
    return at;
}

uint32_t
kt_sentence_start(const struct kt_doc *doc, const struct kt_cue_row *row,
                  uint32_t at)
{
    uint32_t start = sentence_of(doc, row, at)->first_token;
    while (at > 0 && first_token(doc, row, at - 1) >= start)
        at--;
    return at;
}

/* ----------------------------------------------------- content behind it */

static uint32_t
skip(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t at,
     unsigned class)
{
    while (kt_node_is(doc, row, at, class))
        at++;
    return at;
}

/* Does another attribution or the newspaper's own voice begin here? */
static bool
content_ends_at(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t at)
{
    uint32_t next = at + 1;
    if (kt_node_is(doc, row, at, KT_VIA_HEAD))
        return true;
    if (kt_node_is(doc, row, at, KT_AND))
        return kt_node_is(doc, row, skip(doc, row, next, KT_ADVERB),
                          KT_SAY_ACTIVE);
    if (!kt_node_is(doc, row, at, KT_COMMA))
        return false;
    if (kt_node_is(doc, row, next, KT_CONTENT_STOP) ||
        kt_node_is(doc, row, next, KT_SAY_CLITIC))
        return true;
    return (kt_node_is(doc, row, next, KT_SAY_BARE) ||
            kt_node_is(doc, row, next, KT_ACCORDING)) &&
           kt_node_is(doc, row, skip(doc, row, next + 1, KT_ADVERB),
                      KT_MENTION);
}

static bool
is_edge(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t at)
{
    return kt_node_is(doc, row, at, KT_COMMA) ||
           kt_node_is(doc, row, at, KT_STOP) ||
           kt_node_is(doc, row, at, KT_COLON) ||
           kt_node_is(doc, row, at, KT_DASH);
}

/* Without marks at its end, and without a date that stands apart there. */
static uint32_t
trim_end(const struct kt_doc *doc, const struct kt_cue_row *row,
         uint32_t first, uint32_t end)
{
    while (end > first && is_edge(doc, row, end - 1))
        end--;
    if (end > first + 2 && kt_node_is(doc, row, end - 1, KT_TIME) &&
        kt_node_is(doc, row, end - 2, KT_COMMA))
        return trim_end(doc, row, first, end - 2);
    return end;
}

static uint32_t
content_end(const struct kt_doc *doc, const struct kt_cue_row *row,
            uint32_t first)
{
    uint32_t end = kt_sentence_end(doc, row, first);
    for (uint32_t at = first; at < end; at++)
        if (content_ends_at(doc, row, at))
            end = at;
    return trim_end(doc, row, first, end);
}

static bool
verb_comes(const struct kt_doc *doc, const struct kt_cue_row *row,
           uint32_t first, uint32_t end)
{
    static const unsigned verbs[] = {KT_VERB_SHAPE, KT_AUXILIARY,
                                     KT_NEGATION, KT_SAY_ACTIVE,
                                     KT_SAY_PASSIVE};
    if (end > first + VERB_WITHIN)
        end = first + VERB_WITHIN;
    for (uint32_t at = first; at < end; at++)
        for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
            if (kt_node_is(doc, row, at, verbs[i]))
                return true;
    return false;
}

/* Words of the content, quotations and mentions as one each. */
static uint32_t
count_nodes(const struct kt_doc *doc, const struct kt_cue_row *row,
            uint32_t first, uint32_t end)
{
    uint32_t count = 0;
    for (; first < end; first++)
        count += !is_edge(doc, row, first);
    return count;
}

/* The first agar, untuk behind a verb of asking; end: none. */
static uint32_t
request_mark(const struct kt_doc *doc, const struct kt_cue_row *row,
             uint32_t first, uint32_t end)
{
    uint32_t limit = end < first + REQUEST_WITHIN ? end
                                                  : first + REQUEST_WITHIN;
    for (uint32_t at = first; at < limit; at++) {
        if (kt_node_is(doc, row, at, KT_REQUEST_MARK))
            return at;
        if (kt_node_is(doc, row, at, KT_STOP))
            break;
    }
    return end;
}

/* Is the object of this verb a clause? */
static bool
governs_clause(const struct kt_doc *doc, const struct kt_cue_row *row,
               uint32_t cue_end, uint32_t first, uint32_t end)
{
    uint32_t verb = cue_end - 1;
    bool marked = false;

    for (uint32_t at = cue_end; at < first; at++)
        marked |= kt_node_is(doc, row, at, KT_THAT) ||
                  kt_node_is(doc, row, at, KT_COMMA) ||
                  kt_node_is(doc, row, at, KT_COLON);
    if (kt_node_is(doc, row, verb, KT_SAY_QUOTE))
        return false;
    if (kt_node_is(doc, row, verb, KT_SAY_THAT) && !marked)
        return false;
    if (kt_node_is(doc, row, verb, KT_SAY_JUDGE) && !marked &&
        count_nodes(doc, row, first, end) < 3)
        return false;
    if (kt_node_is(doc, row, verb, KT_SAY_NOUN) && !marked)
        return verb_comes(doc, row, first, end);
    return count_nodes(doc, row, first, end) > 1;
}

static void
content_behind(const struct kt_doc *doc, const struct kt_cue_row *row,
               const struct kt_match *match, struct kt_cue *cue)
{
    uint32_t cue_end = match->slots[KT_SLOT_CUE].end;
    uint32_t first = match->slots[KT_SLOT_CONTENT].first;
    uint32_t end = content_end(doc, row, first);

    if (first >= end || !governs_clause(doc, row, cue_end, first, end))
        return;
    if (kt_node_is(doc, row, cue_end - 1, KT_SAY_REQUEST)) {
        uint32_t mark = request_mark(doc, row, first, end);
        if (mark < end && mark > first)
            cue->circumstances.addressee =
                kt_node_tokens(doc, row, first, mark);
        if (mark < end)
            first = mark;
        else if (!verb_comes(doc, row, first, end))
            return;
    }
    cue->content = kt_node_tokens(doc, row, first, end);
}

/* --------------------------------------- content before it, or around it */

static bool
is_circumstance(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t at)
{
    static const unsigned classes[] = {KT_TIME,   KT_IN,        KT_EVENT_HEAD,
                                       KT_STOP,   KT_VIA_HEAD,  KT_EVENT_CLOSED,
                                       KT_WHO,    KT_SAY_BARE,  KT_DAYPART};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (kt_node_is(doc, row, at, classes[i]))
            return true;
    return false;
}

/*
 * Where the reported clause goes on behind `…, kata X[ di Y], `; the
 * sentence's end when it does not.
 */
static uint32_t
goes_on_at(const struct kt_doc *doc, const struct kt_cue_row *row,
           uint32_t at, uint32_t end)
{
    for (; at < end; at++) {
        if (!kt_node_is(doc, row, at, KT_COMMA))
            continue;
        if (at + 3 < end && !is_circumstance(doc, row, at + 1) &&
            kt_row_node(doc, row, at + 1)->quote == KT_NONE)
            return at + 1;
    }
    return end;
}

static bool
holds_quotation(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t first, uint32_t end)
{
    for (; first < end; first++)
        if (kt_node_is(doc, row, first, KT_QUOTE) &&
            !kt_node_is(doc, row, first, KT_QUOTE_SMALL))
            return true;
    return false;
}

static void
content_before(const struct kt_doc *doc, const struct kt_cue_row *row,
               const struct kt_match *match, struct kt_cue *cue)
{
    struct kt_range cue_nodes = match->slots[KT_SLOT_CUE];
    uint32_t start = kt_sentence_start(doc, row, cue_nodes.first);
    uint32_t end = kt_sentence_end(doc, row, cue_nodes.first);
    uint32_t lead_end = trim_end(doc, row, start, cue_nodes.first);
    uint32_t on = goes_on_at(doc, row, match->whole.end, end);
    struct kt_range lead = kt_node_tokens(doc, row, start, lead_end);
    size_t lead_bytes = kt_span_of(doc, lead).length;

    if (on < end) {
        end = content_end(doc, row, on);
        if (lead_bytes <= LEAD_BYTES_MAX)
            start = on;
    } else {
        end = lead_end;
        if (lead_bytes <= LEAD_BYTES_MAX / 3)
            return;
    }
    if (start < end && !holds_quotation(doc, row, start, end))
        cue->content = kt_node_tokens(doc, row, start, end);
}

void
kt_cue_content(const struct kt_doc *doc, const struct kt_cue_row *row,
               const struct kt_match *match, struct kt_cue *cue)
{
    cue->content = KT_NO_RANGE;
    if (kt_template_value(match->pattern, "content") != NULL)
        content_before(doc, row, match, cue);
    else
        content_behind(doc, row, match, cue);
}
