/*
 * In: a matched indirect template. Out: the nodes of what was said.
 *
 *     Budi mengatakan bahwa stok beras aman, sementara Ani menilai ….
 *                           [stok beras aman]
 *     Selama perjalanan, kata dia, stok beras aman.
 *                                  [stok beras aman]
 *
 * Content runs to the sentence's end by arithmetic, not by pattern: only
 * what ends it early is looked for. Does not take in a sentence that goes
 * on with the same report after it.
 */
#include "cue_clause.h"
#include "cue_content.h"

/* A lead before `, kata X, …` up to this long is no part of the content. */
#define LEAD_BYTES_MAX 45

/* Whoever is asked takes up to so many nodes. */
#define ASKED_NODES 9

/* Day and place at a sentence's end take up to so many nodes. */
#define TAIL_NODES 12

/* -------------------------------------------------------- where it ends */

/* `dan menambahkan bahwa`: surely the speaker's own verb. */
static bool
reports_again(const struct kt_doc *doc, const struct kt_cue_row *row,
              uint32_t at)
{
    static const struct kt_set openers =
        KT_SET(KT_THAT, KT_COMMA, KT_REQUEST_MARK);
    uint32_t end;

    at = kt_skip_nodes(doc, row, at, KT_ADVERB);
    if (!kt_node_is(doc, row, at, KT_SAY_ACTIVE))
        return false;
    if (kt_node_is(doc, row, at, KT_SAY_THAT))
        return kt_node_is(doc, row, at + 1, KT_THAT);
    if (KT_NODE_IS_ANY(at + 1, openers))
        return true;
    end = kt_sentence_end(doc, row, at);
    if (kt_node_is(doc, row, at, KT_SAY_NOUN))
        return kt_verb_comes(doc, row, at + 1, end);
    return !kt_node_is(doc, row, at, KT_SAY_REQUEST) ||
           kt_request_mark(doc, row, at + 1, end) < end;
}

/* `tetapi mengakui bahwa`: the same behind another conjunction. */
static bool
says_that(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t at)
{
    at = kt_skip_nodes(doc, row, at, KT_ADVERB);
    return kt_node_is(doc, row, at, KT_SAY_ACTIVE) &&
           kt_node_is(doc, row, at + 1, KT_THAT);
}

/*
 * `…, sedangkan Ani menyatakan …`: another attribution of its own. Not
 * where no clause stands before it that could end: `menurut Budi, di rumah
 * itu, polisi menemukan …`.
 */
static bool
other_reports(const struct kt_doc *doc, const struct kt_cue_row *row,
              uint32_t first, uint32_t at)
{
    uint32_t verb;

    at += kt_node_is(doc, row, at, KT_CONJUNCTION);
    verb = kt_skip_nodes(doc, row, at + 1, KT_ADVERB);
    if (!kt_node_is(doc, row, at, KT_MENTION) ||
        !kt_node_is(doc, row, verb, KT_SAY_ACTIVE))
        return false;
    return (!kt_node_is(doc, row, verb, KT_SAY_THAT) ||
            kt_node_is(doc, row, verb + 1, KT_THAT)) &&
           kt_verb_comes(doc, row, first, at);
}

/* Behind a comma: another attribution, or the newspaper's own voice? */
static bool
clause_is_other(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t first, uint32_t at)
{
    if (kt_node_is(doc, row, at, KT_CONTENT_STOP) ||
        kt_node_is(doc, row, at, KT_SAY_CLITIC) ||
        kt_node_is(doc, row, at, KT_VIA_HEAD) ||
        (kt_node_is(doc, row, at, KT_ACCORDING) &&
         kt_node_is(doc, row, at, KT_CLITIC)) ||
        other_reports(doc, row, first, at))
        return true;
    return (kt_node_is(doc, row, at, KT_SAY_BARE) ||
            kt_node_is(doc, row, at, KT_ACCORDING)) &&
           kt_node_is(doc, row, kt_skip_nodes(doc, row, at + 1, KT_ADVERB),
                      KT_MENTION);
}

static bool
is_phrase(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t at)
{
    struct kt_range tokens = kt_node_tokens(doc, row, at, at + 1);
    return tokens.end - tokens.first > 1;
}

static bool
content_ends_at(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t first, uint32_t at)
{
    if (kt_node_taken(row, at))
        return true;
    if (kt_node_is(doc, row, at, KT_VIA_HEAD))
        return is_phrase(doc, row, at);
    if (kt_node_is(doc, row, at, KT_WHILE))
        return kt_node_is(doc, row, kt_skip_nodes(doc, row, at + 1, KT_ADVERB),
                          KT_SAY_ACTIVE);
    if (kt_node_is(doc, row, at, KT_AND))
        return reports_again(doc, row, at + 1);
    if (kt_node_is(doc, row, at, KT_CONJUNCTION))
        return says_that(doc, row, at + 1);
    if (kt_node_is(doc, row, at, KT_STOP)) /* `… aman. (ani/bud)` */
        return kt_node_is(doc, row, at + 1, KT_QUOTE) ||
               kt_node_is(doc, row, at + 1, KT_OPEN);
    return kt_node_is(doc, row, at, KT_COMMA) &&
           clause_is_other(doc, row, first, at + 1);
}

static bool
is_day(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t at)
{
    return kt_node_is(doc, row, at, KT_TIME) &&
           kt_token_is(doc, kt_node_tokens(doc, row, at, at + 1).first,
                       KT_WEEKDAY);
}

/*
 * Where `, di Jakarta, Senin (5/5)` begins at the end of the stretch, or
 * `, saat dihubungi, Senin`; `end` when nothing such is there.
 */
static uint32_t
tail_start(const struct kt_doc *doc, const struct kt_cue_row *row,
           uint32_t first, uint32_t end)
{
    static const struct kt_set heads =
        KT_SET(KT_TIME, KT_IN, KT_EVENT_HEAD, KT_EVENT_CLOSED);
    uint32_t start = end;

    if (end == first || !is_day(doc, row, end - 1))
        return end;
    for (uint32_t at = end - 1; at > first && end - at < TAIL_NODES; at--)
        if (kt_node_is(doc, row, at - 1, KT_COMMA) && KT_NODE_IS_ANY(at, heads))
            start = at - 1;
    return start;
}

/* Who wrote it, at the end of all: `… aman (ani/bud)`; `end`: not there. */
static uint32_t
credit_start(const struct kt_doc *doc, const struct kt_cue_row *row,
             uint32_t first, uint32_t end)
{
    static const unsigned parts[] = {KT_OPEN, KT_LOWER, KT_SLASH, KT_LOWER,
                                     KT_CLOSE};
    uint32_t count = sizeof parts / sizeof *parts;

    if (end < first + count)
        return end;
    for (uint32_t i = 0; i < count; i++)
        if (!kt_node_is(doc, row, end - count + i, parts[i]))
            return end;
    return end - count;
}

/* Without marks at its end, and without the circumstances there; nor with
 * the `demikian` of `…, demikian menurut Budi`. */
static uint32_t
trim_end(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t first,
         uint32_t end)
{
    if (end > first + 1 && kt_node_is(doc, row, end - 1, KT_THUS) &&
        kt_node_is(doc, row, end - 2, KT_COMMA))
        end--;
    while (end > first && kt_node_is_edge(doc, row, end - 1))
        end--;
    end = tail_start(doc, row, first, credit_start(doc, row, first, end));
    while (end > first && kt_node_is_edge(doc, row, end - 1))
        end--;
    return end;
}

static uint32_t
content_end(const struct kt_doc *doc, const struct kt_cue_row *row,
            uint32_t first)
{
    uint32_t end = kt_sentence_end(doc, row, first);
    for (uint32_t at = first; at < end; at++)
        if (content_ends_at(doc, row, first, at))
            end = at;
    return trim_end(doc, row, first, end);
}

/* ------------------------------------------------------- what is asked for */

/* Behind whoever is asked, `para pemuda | menangkal`: at the verb. */
static uint32_t
asked_end(const struct kt_doc *doc, const struct kt_cue_row *row,
          uint32_t first, uint32_t end)
{
    static const struct kt_set verbs =
        KT_SET(KT_VERB_SHAPE, KT_AUXILIARY, KT_NEGATION, KT_SAY_ACTIVE,
               KT_SAY_PASSIVE, KT_ADVERB);
    static const struct kt_set others =
        KT_SET(KT_COMMA, KT_WHO, KT_CONJUNCTION, KT_QUOTE, KT_STOP);
    uint32_t at = first + 1;

    while (at < end && at < first + ASKED_NODES && !KT_NODE_IS_ANY(at, verbs))
        if (KT_NODE_IS_ANY(at++, others))
            return first + 1;
    return at < end && at < first + ASKED_NODES ? at : first + 1;
}

/* `berharap dinas terus mengawasi pasar agar harga turun`: the mark belongs
 * to a clause that is hoped for, whose subject nobody asks. */
static bool
has_own_verb(const struct kt_doc *doc, const struct kt_cue_row *row,
             uint32_t verb, uint32_t first, uint32_t mark)
{
    return kt_node_is(doc, row, verb, KT_SAY_CLAUSE) && mark > first &&
           kt_verb_comes(doc, row, first, mark);
}

/*
 * The content of a request, from its untuk on, or all of it; whoever
 * stands before is asked. False: only a thing is asked for.
 */
static bool
read_request(const struct kt_doc *doc, const struct kt_cue_row *row,
             uint32_t verb, uint32_t *first, uint32_t end, struct kt_cue *cue)
{
    uint32_t mark = kt_request_mark(doc, row, *first, end);
    bool somebody = kt_is_somebody(doc, row, *first);

    if (mark < end && !has_own_verb(doc, row, verb, *first, mark)) {
        if (mark > *first && somebody)
            cue->circumstances.addressee =
                kt_node_tokens(doc, row, *first, mark);
        if (mark == *first || somebody)
            *first = mark;
        return true;
    }
    if (kt_node_is(doc, row, verb, KT_SAY_CLAUSE))
        return true;
    if (!kt_verb_comes(doc, row, *first, end))
        return false;
    if (somebody)
        cue->circumstances.addressee =
            kt_node_tokens(doc, row, *first, asked_end(doc, row, *first, end));
    return true;
}

bool
kt_quotes_words(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t at, uint32_t cue)
{
    if (!kt_node_is(doc, row, at, KT_QUOTE) || kt_node_taken(row, at))
        return false;
    return !kt_node_is(doc, row, at, KT_QUOTE_SMALL) ||
           kt_node_is(doc, row, at, KT_QUOTE_PHRASE) ||
           kt_node_is(doc, row, cue, KT_SAY_JUDGE);
}

static bool
holds_quoted_words(const struct kt_doc *doc, const struct kt_cue_row *row,
                   uint32_t first, uint32_t end, uint32_t cue)
{
    for (; first < end; first++)
        if (kt_quotes_words(doc, row, first, cue))
            return true;
    return false;
}

static struct kt_range
content_behind(const struct kt_doc *doc, const struct kt_cue_row *row,
               const struct kt_match *match, struct kt_cue *cue)
{
    uint32_t cue_end = match->slots[KT_SLOT_CUE].end;
    uint32_t first = match->slots[KT_SLOT_CONTENT].first;
    uint32_t end = content_end(doc, row, first);

    if (first >= end)
        return KT_NO_RANGE;
    if (holds_quoted_words(doc, row, first, end, cue_end - 1))
        return (struct kt_range){first, end};
    if (!kt_governs_clause(doc, row, cue_end, first, end))
        return KT_NO_RANGE;
    if (kt_node_is(doc, row, cue_end - 1, KT_SAY_REQUEST) &&
        !read_request(doc, row, cue_end - 1, &first, end, cue))
        return KT_NO_RANGE;
    return (struct kt_range){first, end};
}

/* --------------------------------------- content before it, or around it */

static bool
is_circumstance(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t at)
{
    static const struct kt_set classes =
        KT_SET(KT_TIME, KT_IN, KT_EVENT_HEAD, KT_STOP, KT_VIA_HEAD,
               KT_EVENT_CLOSED, KT_WHO, KT_DAYPART, KT_QUOTE);
    if (kt_node_is(doc, row, at, KT_SAY_BARE))
        return kt_node_is(doc, row, at + 1, KT_MENTION);
    if (kt_node_is(doc, row, at, KT_ROLE_MENTION))
        return kt_node_is_edge(doc, row, at + 1);
    return KT_NODE_IS_ANY(at, classes);
}

/*
 * Where the reported clause goes on behind `…, kata X[ di Y], `; the
 * sentence's end when it does not.
 */
static uint32_t
goes_on_at(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t at,
           uint32_t end)
{
    for (; at < end; at++)
        if (kt_node_is(doc, row, at, KT_COMMA) && at + 2 < end &&
            !is_circumstance(doc, row, at + 1) &&
            kt_count_nodes(doc, row, at + 1, end) > 1)
            return at + 1;
    return end;
}

/* Begins the lead with an adverb or the like: no part of the clause? */
static bool
is_adverbial(const struct kt_doc *doc, const struct kt_cue_row *row,
             uint32_t at)
{
    static const struct kt_set classes =
        KT_SET(KT_PREPOSITION, KT_CONJUNCTION, KT_IN, KT_FROM, KT_TO, KT_ADVERB,
               KT_TIME, KT_EVENT_HEAD, KT_NOT_EVENT, KT_CONTENT_STOP, KT_THUS,
               KT_REQUEST_MARK, KT_AUXILIARY, KT_RELATIVE_DAY, KT_NEGATION,
               KT_NOT_NAME);
    return KT_NODE_IS_ANY(at, classes) && !kt_node_is(doc, row, at, KT_MENTION);
}

static bool
begins_with_verb(const struct kt_doc *doc, const struct kt_cue_row *row,
                 uint32_t at)
{
    static const struct kt_set classes =
        KT_SET(KT_AUXILIARY, KT_NEGATION, KT_VERB_SHAPE, KT_SAY_ACTIVE,
               KT_SAY_PASSIVE, KT_ADVERB);
    return KT_NODE_IS_ANY(at, classes);
}

static size_t
count_bytes(const struct kt_doc *doc, const struct kt_cue_row *row,
            uint32_t first, uint32_t end)
{
    return kt_span_of(doc, kt_node_tokens(doc, row, first, end)).length;
}

/* `Bantuan itu`, `Presiden`. */
static bool
ends_as_subject(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t at)
{
    return kt_node_is(doc, row, at, KT_DEMONSTRATIVE) ||
           kt_node_is(doc, row, at, KT_MENTION);
}

/*
 * `Bantuan itu, kata X, tiba besok`: the subject before the cue and its
 * verb behind belong together. `Tahun ini, kata X, bantuan tiba`: not.
 */
static bool
is_wound(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t start,
         uint32_t lead_end, uint32_t on)
{
    if (count_bytes(doc, row, start, lead_end) > LEAD_BYTES_MAX)
        return true;
    return !is_adverbial(doc, row, start) &&
           (begins_with_verb(doc, row, on) ||
            ends_as_subject(doc, row, lead_end - 1));
}

static struct kt_range
content_before(const struct kt_doc *doc, const struct kt_cue_row *row,
               const struct kt_match *match)
{
    uint32_t cue = match->slots[KT_SLOT_CUE].first;
    uint32_t start = kt_lead_start(doc, row, cue);
    uint32_t end = kt_sentence_end(doc, row, cue);
    uint32_t lead_end = trim_end(doc, row, start, cue);
    struct kt_range told = match->slots[KT_SLOT_CONTENT];
    uint32_t on = kt_range_set(told)
                      ? told.first
                      : goes_on_at(doc, row, match->whole.end, end);

    if (on < end && kt_verb_comes(doc, row, start, lead_end) &&
        count_bytes(doc, row, start, lead_end) > LEAD_BYTES_MAX &&
        !kt_verb_comes(doc, row, on, end))
        on = end;
    if (on == end)
        return kt_count_nodes(doc, row, start, lead_end) > 1
                   ? (struct kt_range){start, lead_end}
                   : KT_NO_RANGE;
    end = content_end(doc, row, on);
    if (!is_wound(doc, row, start, lead_end, on) ||
        (kt_range_set(told) && kt_verb_comes(doc, row, start, lead_end)))
        start = on;
    return start < end ? (struct kt_range){start, end} : KT_NO_RANGE;
}

/* `Harga itu menurutnya akan turun`: the clause with the cue inside. */
static struct kt_range
content_around(const struct kt_doc *doc, const struct kt_cue_row *row,
               const struct kt_match *match)
{
    static const struct kt_set openers =
        KT_SET(KT_CONJUNCTION, KT_CONTENT_STOP, KT_COMMA, KT_ADVERB);
    uint32_t cue = match->slots[KT_SLOT_CUE].first;
    struct kt_range source = match->slots[KT_SLOT_SOURCE];
    uint32_t start = kt_lead_start(doc, row, cue);
    uint32_t on =
        kt_range_set(source) ? source.end : match->slots[KT_SLOT_CUE].end;
    uint32_t end = content_end(doc, row, on);

    while (start < cue && KT_NODE_IS_ANY(start, openers))
        start++;
    if (start == cue)
        start = on;
    return kt_count_nodes(doc, row, start, end) > 2
               ? (struct kt_range){start, end}
               : KT_NO_RANGE;
}

struct kt_range
kt_cue_content(const struct kt_doc *doc, const struct kt_cue_row *row,
               const struct kt_match *match, struct kt_cue *cue)
{
    const char *content = kt_template_value(match->pattern, "content");
    if (content == NULL)
        return content_behind(doc, row, match, cue);
    return content[0] == 'b' ? content_before(doc, row, match)
                             : content_around(doc, row, match);
}
