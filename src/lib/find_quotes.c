/*
 * Stage 3: quotations.
 * In: tokens, paragraphs, and which side each mark is (mark_sides.c).
 * Out: doc->quotes: what stands in marks, nested ones too, with the places
 * of missing marks guessed; a title is told from an utterance.
 * Does not ask who speaks, nor whether a term is a scare quote.
 *
 * Example: `"Kami siap, kata Budi Santoso. "Besok berangkat," ujarnya.`
 * gives `"Kami siap,` (repaired: it ends before the cue) and
 * `"Besok berangkat,"`.
 */
#include <string.h>

#include "mark_prices.h"
#include "mark_sides.h"
#include "pipeline.h"

/* Open quotations; mark_sides.c never opens more than two. */
#define DEPTH_MAX 4

/* A quotation without closing mark is longer than this only by mistake. */
#define UNCLOSED_TOKENS_MAX 120

/* A text that is all one quotation and longer than this is an article. */
#define WRAPPED_TOKENS_MIN 100

struct finder {
    struct kt_doc *doc;
    uint32_t open[DEPTH_MAX];
    unsigned depth;
    uint32_t carried; /* the quotation that may go on in the next one */
    uint32_t paragraph;
    uint32_t last_mark; /* end token of the last mark outside, for orphans */
};

static struct kt_quote *
quote_at(const struct finder *finder, uint32_t i)
{
    return &finder->doc->quotes.items[i];
}

static const struct kt_token *
token_at(const struct finder *finder, uint32_t i)
{
    return &finder->doc->tokens.items[i];
}

/* ------------------------------------------------------- opening, closing */

static uint32_t
paragraph_of(struct finder *finder, uint32_t token)
{
    const struct kt_doc *doc = finder->doc;
    uint32_t start = token_at(finder, token)->start;

    while (finder->paragraph + 1 < doc->paragraphs.count
           && doc->paragraphs.items[finder->paragraph + 1].start <= start)
        finder->paragraph++;
    return finder->paragraph;
}

static uint8_t
level_of(const struct finder *finder, uint32_t token)
{
    const struct kt_marks *marks = &finder->doc->engine->marks;

    return (uint8_t)marks->marks[token_at(finder, token)->mark].level;
}

static bool
open_quote(struct finder *finder, uint32_t mark)
{
    struct kt_quote *quote = kt_list_push(&finder->doc->arena,
                                          &finder->doc->quotes);

    if (quote == NULL)
        return false;
    quote->first_token = mark;
    quote->end_token = mark + 1;
    quote->start = token_at(finder, mark)->start;
    quote->inner_start = quote->inner_end = token_at(finder, mark)->end;
    quote->level = level_of(finder, mark);
    quote->paragraph = paragraph_of(finder, mark);
    quote->parent = finder->depth > 0 ? finder->open[finder->depth - 1]
                                      : KT_NONE;
    quote->carries_on = finder->depth == 0 ? finder->carried : KT_NONE;
    if (finder->depth == 0)
        finder->carried = KT_NONE;
    finder->open[finder->depth++] = finder->doc->quotes.count - 1;
    return true;
}

/* Inner bounds from the tokens between the marks. */
static void
set_inner(const struct finder *finder, struct kt_quote *quote,
          uint32_t first, uint32_t end)
{
    if (first < end) {
        quote->inner_start = token_at(finder, first)->start;
        quote->inner_end = token_at(finder, end - 1)->end;
    }
    quote->end_token = end;
    quote->end = quote->inner_end;
}

static void
close_quote(struct finder *finder, uint32_t mark)
{
    struct kt_quote *quote;

    if (finder->depth == 0)
        return;
    quote = quote_at(finder, finder->open[--finder->depth]);
    set_inner(finder, quote, quote->first_token + 1, mark);
    quote->end_token = mark + 1;
    quote->end = token_at(finder, mark)->end;
}

/* --------------------------------------------------- missing closing marks */

/* Is the token a comma with a cue behind it: `, kata`? */
static bool
clause_before_cue(const struct kt_doc *doc, uint32_t token)
{
    return kt_token_among(doc, token, ",") && kt_cue_follows(doc, token + 1);
}

/*
 * Where a quotation ends whose closing mark is missing and which reaches
 * `limit` at most: before a cue, else at the limit, or at the end of a
 * sentence when the limit is far (an article in one line).
 */
static uint32_t
guess_end(const struct kt_doc *doc, uint32_t first, uint32_t limit)
{
    uint32_t stop = limit;

    for (uint32_t i = first; i < limit; i++) {
        if (clause_before_cue(doc, i))
            return i + 1;
        if (stop == limit && kt_token_stops(doc, i))
            stop = i + 1;
    }
    return limit - first > UNCLOSED_TOKENS_MAX ? stop : limit;
}

/* Ends the innermost quotation, whose mark is missing. */
static void
end_unclosed(struct finder *finder, uint32_t limit)
{
    struct kt_quote *quote = quote_at(finder, finder->open[--finder->depth]);
    uint32_t first = quote->first_token + 1;
    uint32_t end = guess_end(finder->doc, first, limit);

    set_inner(finder, quote, first, end);
    quote->repaired = true;
}

/*
 * A quotation that opens again right where one without closing mark ends
 * goes on with it, and nothing of the first was guessed.
 */
static void
end_all(struct finder *finder, uint32_t limit, bool opens_again)
{
    while (finder->depth > 1)
        end_unclosed(finder, limit);
    if (finder->depth == 0)
        return;
    uint32_t index = finder->open[0];
    end_unclosed(finder, limit);
    struct kt_quote *quote = quote_at(finder, index);
    if (opens_again && quote->end_token == limit && quote->level == 1
        && kt_token_stops(finder->doc, limit - 1)) {
        quote->repaired = false;
        finder->carried = index;
    }
}

/* --------------------------------------------------- missing opening marks */

/* Start of the sentence that ends before `mark`, not before `first`. */
static uint32_t
sentence_start(const struct kt_doc *doc, uint32_t first, uint32_t mark)
{
    uint32_t i = mark;

    if (i > first)
        i--; /* the sentence's own end */
    while (i > first && !kt_token_stops(doc, i - 1)
           && !(doc->tokens.items[i].flags & KT_PARAGRAPH_FIRST))
        i--;
    return i;
}

/* Quotations found after the start of an orphan lie in it. */
static void
move_before_inner(struct finder *finder)
{
    uint32_t i = finder->doc->quotes.count - 1;
    struct kt_quote orphan = *quote_at(finder, i);

    for (; i > 0 && quote_at(finder, i - 1)->start >= orphan.start; i--) {
        struct kt_quote *inner = quote_at(finder, i);
        *inner = *quote_at(finder, i - 1);
        if (inner->parent != KT_NONE)
            inner->parent++;
    }
    for (uint32_t k = i + 1; k < finder->doc->quotes.count; k++)
        if (quote_at(finder, k)->parent == KT_NONE)
            quote_at(finder, k)->parent = i;
    *quote_at(finder, i) = orphan;
}

/*
 * A closing mark that nobody opened is repaired only before a cue, and not
 * where the stretch before it is a cue of the quotation before:
 * `"Kami siap," tegas Menteri Pertanian itu," tegasnya.`
 */
static bool
take_orphan(struct finder *finder, uint32_t mark)
{
    struct kt_doc *doc = finder->doc;
    uint32_t first;

    if (!kt_cue_follows(doc, mark + 1))
        return true;
    first = sentence_start(doc, finder->last_mark, mark);
    if (first >= mark
        || (first == finder->last_mark && kt_cue_follows(doc, first)))
        return true;
    struct kt_quote *quote = kt_list_push(&doc->arena, &doc->quotes);
    if (quote == NULL)
        return false;
    quote->first_token = first;
    quote->start = token_at(finder, first)->start;
    quote->level = level_of(finder, mark);
    quote->paragraph = paragraph_of(finder, mark);
    quote->parent = quote->carries_on = KT_NONE;
    quote->repaired = true;
    set_inner(finder, quote, first, mark);
    quote->end_token = mark + 1;
    quote->end = token_at(finder, mark)->end;
    move_before_inner(finder);
    return true;
}

/* ------------------------------------------------------------ the events */

static bool
opens_right_behind_stop(const struct kt_doc *doc, uint32_t mark)
{
    return mark > 0 && kt_token_stops(doc, mark - 1);
}

static bool
take_mark(struct finder *finder, const struct kt_mark_event *event)
{
    uint32_t mark = event->token;
    bool good = true;

    switch (event->act) {
    case KT_ACT_REOPEN:
        end_all(finder, mark, opens_right_behind_stop(finder->doc, mark));
        good = open_quote(finder, mark);
        break;
    case KT_ACT_OPEN:
        good = finder->depth == DEPTH_MAX || open_quote(finder, mark);
        break;
    case KT_ACT_CLOSE_ALL:
        while (finder->depth > 1)
            end_unclosed(finder, mark);
        close_quote(finder, mark);
        break;
    case KT_ACT_CLOSE:
        close_quote(finder, mark);
        break;
    case KT_ACT_ORPHAN:
        good = take_orphan(finder, mark);
        break;
    default:
        return true;
    }
    if (level_of(finder, mark) == 1)
        finder->last_mark = mark + 1;
    return good;
}

static void
take_break(struct finder *finder, const struct kt_mark_event *event,
           const struct kt_mark_event *next)
{
    bool opens_again = next != NULL && !next->is_break
                       && next->token == event->token
                       && next->act == KT_ACT_OPEN;

    finder->carried = KT_NONE;
    if (event->act == KT_ACT_END)
        end_all(finder, event->before, opens_again);
    if (finder->depth == 0)
        finder->last_mark = event->token;
}

static bool
take_events(struct finder *finder, const struct kt_mark_events *events)
{
    for (uint32_t i = 0; i < events->list.count; i++) {
        const struct kt_mark_event *event = &events->list.items[i];
        if (event->is_break)
            take_break(finder, event,
                       i + 1 < events->list.count ? event + 1 : NULL);
        else if (!take_mark(finder, event))
            return false;
    }
    return true;
}

/* -------------------------------------------------------- afterwards: clean */

/* `""Kami siap""`: the marks of both are those of the outer one. */
static bool
is_doubled(const struct finder *finder, const struct kt_quote *quote)
{
    const struct kt_quote *parent;

    if (quote->parent == KT_NONE)
        return false;
    parent = quote_at(finder, quote->parent);
    return parent->level == quote->level && !parent->repaired
           && !quote->repaired
           && quote->first_token == parent->first_token + 1
           && quote->end_token + 1 == parent->end_token;
}

static bool
is_empty(const struct kt_quote *quote)
{
    return quote->inner_start >= quote->inner_end;
}

/* Marks around a whole article come from where it was stored. */
static bool
is_wrapping(const struct finder *finder, const struct kt_quote *quote)
{
    return quote->first_token == 0 && quote->level == 1
           && quote->end_token == finder->doc->tokens.count
           && quote->end_token > WRAPPED_TOKENS_MIN;
}

/*
 * Drops empty quotations, marks around the whole text and the inner ones
 * of doubled marks; indexes are renumbered through `numbers`.
 */
static void
compact(struct finder *finder, uint32_t *numbers)
{
    uint32_t count = finder->doc->quotes.count;
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count; i++) {
        struct kt_quote quote = *quote_at(finder, i);
        numbers[i] = KT_NONE;
        if (quote.parent != KT_NONE)
            quote.parent = numbers[quote.parent];
        if (quote.carries_on != KT_NONE)
            quote.carries_on = numbers[quote.carries_on];
        if (is_empty(&quote) || is_wrapping(finder, &quote))
            continue;
        if (is_doubled(finder, &quote)) {
            quote_at(finder, quote.parent)->inner_start = quote.inner_start;
            quote_at(finder, quote.parent)->inner_end = quote.inner_end;
            numbers[i] = quote.parent;
            continue;
        }
        numbers[i] = kept;
        *quote_at(finder, kept++) = quote;
    }
    finder->doc->quotes.count = kept;
}

/* Is the token a mark that stands close to the one behind it? */
static bool
is_mark_beside(const struct finder *finder, uint32_t token)
{
    return token + 1 < finder->doc->tokens.count
           && token_at(finder, token)->kind == KT_TOKEN_QUOTE
           && token_at(finder, token + 1)->start
                  == token_at(finder, token)->end;
}

/* Takes in what is left of doubled marks of which only one was paired. */
static void
widen_doubled(struct finder *finder)
{
    uint32_t count = finder->doc->quotes.count, end = 0;

    for (uint32_t i = 0; i < count; i++) {
        struct kt_quote *quote = quote_at(finder, i);
        uint32_t next = i + 1 < count ? quote_at(finder, i + 1)->first_token
                                      : finder->doc->tokens.count;
        if (quote->parent == KT_NONE && quote->first_token > end
            && quote->end_token < next && !quote->repaired
            && is_mark_beside(finder, quote->first_token - 1)
            && is_mark_beside(finder, quote->end_token - 1)
            && token_at(finder, quote->end_token)->kind == KT_TOKEN_QUOTE) {
            quote->first_token--;
            quote->end_token++;
            quote->start = token_at(finder, quote->first_token)->start;
            quote->end = token_at(finder, quote->end_token - 1)->end;
        }
        if (quote->end_token > end)
            end = quote->end_token;
    }
}

/*
 * `bertajuk "Kota Kita"` is a title; `bertajuk "Kami siap," kata` is not:
 * an utterance ends in a comma or a full stop inside its marks.
 */
static bool
is_title(const struct finder *finder, const struct kt_quote *quote)
{
    const struct kt_doc *doc = finder->doc;
    uint32_t first = quote->first_token;

    if (quote->repaired || first == 0 || quote->end_token < first + 3)
        return false;
    if (kt_token_among(doc, quote->end_token - 2, ",."))
        return false;
    return token_at(finder, first - 1)->kind == KT_TOKEN_WORD
           && kt_token_is(doc, first - 1, KT_TITLE_CUE);
}

kutip_status
kt_find_quotes(const struct kt_engine *engine, struct kt_doc *doc)
{
    struct finder finder = {.doc = doc, .carried = KT_NONE};
    struct kt_mark_events events;
    uint32_t *numbers;

    (void)engine;
    memset(&events, 0, sizeof events);
    if (kt_list_marks(doc, &events) != KUTIP_OK
        || kt_decide_sides(doc, &events) != KUTIP_OK
        || !take_events(&finder, &events))
        return KUTIP_NO_MEMORY;
    numbers = kt_arena_take(&doc->arena,
                            (doc->quotes.count + 1) * sizeof *numbers);
    if (numbers == NULL)
        return KUTIP_NO_MEMORY;
    compact(&finder, numbers);
    widen_doubled(&finder);
    for (uint32_t i = 0; i < doc->quotes.count; i++)
        quote_at(&finder, i)->title = is_title(&finder,
                                               quote_at(&finder, i));
    return KUTIP_OK;
}
