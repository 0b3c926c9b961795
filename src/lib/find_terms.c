/*
 * Stage 5. In: tokens, quotes, units. Out: terms, and which terms each row
 * has.
 *
 * A term is what the grammar sees: a quotation is one term whatever it
 * says, a phrase of the lexicon is one term, a date is one term, anything
 * else is a token. Each carries its classes: what the words files say of
 * it, and its shape.
 *
 *     "Kami siap," kata Wakil Ketua DPR Budi, Senin (13/4/2020).
 *     QUOTE        SAY_BARE ROLE    ORG CAPITAL COMMA TIME STOP
 *
 * Does not decide what is a name; that is read_mentions.
 */
#include "terms.h"
#include "pipeline.h"
#include "rows.h"
#include "text.h"

/* Longer rows are cut at a comma, so that no row costs more than its share. */
#define ROW_TERMS_MAX 300

/* A quotation of so few words that does not end like a sentence is a term
 * or a nickname sooner than an utterance; one of so many is none. */
#define QUOTE_SMALL_WORDS 3
#define QUOTE_WORDS_SEEN 6

/* Does the token stand in the middle of a sentence, and not of a title:
 * `kata Lalu Wirajaya`, `kata pemilik kebun, Lalu Wirajaya`? */
static bool
stands_inside(const struct kt_doc *doc, const struct kt_unit *unit,
              uint32_t token)
{
    const struct kt_token *tokens = doc->tokens.items;

    if (token > unit->first_token + 1 && tokens[token - 1].character == ',')
        token--;
    return token > unit->first_token &&
           tokens[token - 1].kind == KT_TOKEN_WORD &&
           !(tokens[token - 1].flags & KT_CAPITALISED);
}

static void
number_term(const struct kt_doc *doc, struct kt_term *term)
{
    term->set =
        kt_class_sets_find(&doc->engine->templates.sets, term->classes);
}

/* The term of a phrase that may begin at a token. False: none does. */
static bool
read_phrase(const struct kt_doc *doc, uint32_t token, uint32_t end,
            struct kt_term *term)
{
    const struct kt_token *first = &doc->tokens.items[token];
    struct kt_set known = {{0}};
    uint32_t length = kt_longest_phrase(doc, token, end, NULL, &known);

    if (length == 0)
        return false;
    term->end_token = token + length;
    term->classes = kt_term_classes(doc, first, known);
    number_term(doc, term);
    return true;
}

/* The classes of a token that is a term, where not only its bytes give them:
 * few are so. */
static void
read_classes(const struct kt_doc *doc, const struct kt_unit *unit,
             uint32_t token, struct kt_term *term)
{
    const struct kt_token *first = &doc->tokens.items[token];

    term->classes =
        kt_term_classes(doc, first, kt_token_classes(doc, token));
    if (first->reading & KT_ASKS_PLACE && stands_inside(doc, unit, token))
        kt_make_name(&term->classes);
    number_term(doc, term);
}

/* The terms of a stretch without quotations; there is room for them. */
static void
read_stretch(struct kt_doc *doc, const struct kt_unit *unit, uint32_t token,
             uint32_t end)
{
    const struct kt_lexicon *lexicon = &doc->engine->lexicon;
    const struct kt_set *sets = doc->engine->templates.sets.sets.items;
    const struct kt_token *tokens = doc->tokens.items;
    struct kt_term *term = doc->terms.items + doc->terms.count;

    for (; token < end; token = term++->end_token) {
        const struct kt_token *first = &tokens[token];
        term->first_token = token;
        term->quote = KT_NONE;
        if (kt_token_goes_on(lexicon, first, end - token) &&
            read_phrase(doc, token, end, term))
            continue;
        term->end_token = token + 1;
        if (first->set == 0 || first->reading & KT_ASKS_PLACE) {
            read_classes(doc, unit, token, term);
            continue;
        }
        term->set = first->set;
        term->classes = sets[first->set - 1];
    }
    doc->terms.count = (uint32_t)(term - doc->terms.items);
}

/* ------------------------------------------------------------------ rows */

/* The first top-level quotation, from *quote on, that ends behind token. */
static void
skip_quotes(const struct kt_doc *doc, uint32_t token, uint32_t *quote)
{
    while (*quote < doc->quotes.count &&
           (doc->quotes.items[*quote].parent != KT_NONE ||
            doc->quotes.items[*quote].end_token <= token))
        (*quote)++;
}

/* Words inside, up to a few: enough to tell a term from an utterance. */
static uint32_t
count_words(const struct kt_doc *doc, uint32_t first, uint32_t end)
{
    uint32_t words = 0;
    for (uint32_t i = first; i < end && words < QUOTE_WORDS_SEEN; i++)
        words += doc->tokens.items[i].kind == KT_TOKEN_WORD ||
                 doc->tokens.items[i].kind == KT_TOKEN_NUMBER;
    return words;
}

/* The last token inside the marks, and the first. */
static void
add_quote_shape(const struct kt_doc *doc, const struct kt_quote *quote,
                struct kt_set *set)
{
    uint32_t first = quote->first_token, last = quote->end_token;
    uint32_t words = count_words(doc, first, last);
    const struct kt_token *tokens = doc->tokens.items;
    bool ended;

    while (first < last && tokens[first].kind == KT_TOKEN_QUOTE)
        first++;
    while (last > first && tokens[last - 1].kind == KT_TOKEN_QUOTE)
        last--;
    if (first == last)
        return;
    ended = tokens[last - 1].kind == KT_TOKEN_MARK;
    if (tokens[last - 1].character == ',')
        kt_set_add(set, KT_QUOTE_COMMA);
    if (!ended && words <= QUOTE_SMALL_WORDS)
        kt_set_add(set, KT_QUOTE_SMALL);
    if (words >= QUOTE_WORDS_SEEN ||
        (words > 1 && !(tokens[first].flags & KT_CAPITALISED)))
        kt_set_add(set, KT_QUOTE_PHRASE);
}

/* The term of a quotation; there is room for it. */
static void
add_quote(struct kt_doc *doc, uint32_t quote, uint32_t token, uint32_t end)
{
    const struct kt_quote *found = &doc->quotes.items[quote];
    struct kt_term *term = &doc->terms.items[doc->terms.count++];

    term->first_token = token;
    term->end_token = found->end_token < end ? found->end_token : end;
    term->quote = quote;
    term->classes = (struct kt_set){{0}};
    kt_set_add(&term->classes, found->title ? KT_TITLE : KT_QUOTE);
    if (!found->title)
        add_quote_shape(doc, found, &term->classes);
    number_term(doc, term);
}

/* Fills the terms of a unit, unmerged. */
static void
read_unit(struct kt_doc *doc, const struct kt_unit *unit, uint32_t *quote)
{
    uint32_t token = unit->first_token, end = unit->end_token;

    while (token < end) {
        uint32_t limit = end;
        skip_quotes(doc, token, quote);
        if (*quote < doc->quotes.count &&
            doc->quotes.items[*quote].first_token < end)
            limit = doc->quotes.items[*quote].first_token;
        if (limit > token)
            read_stretch(doc, unit, token, limit);
        else
            add_quote(doc, *quote, token, end);
        token = doc->terms.items[doc->terms.count - 1].end_token;
    }
}

/* ----------------------------------------------------------------- dates */

/* The longest date at a term of the row: how many terms, or 0. */
static uint32_t
date_at(struct kt_doc *doc, const struct kt_row *row, uint32_t base,
        uint32_t at)
{
    struct kt_match match;

    if (!kt_row_best(doc, doc->engine->times, row, at, &match) ||
        match.whole.first != at || match.whole.end == at)
        return 0;
    kt_row_use(doc, &match, base);
    return match.whole.end - at;
}

/* Keeps the date where it is the first of its weekday. False: out of
 * memory. */
static bool
note_date(struct kt_doc *doc, uint32_t index, const struct kt_term *date)
{
    uint32_t day = doc->tokens.items[date->first_token].word, *place;

    if (!kt_token_is(doc, date->first_token, KT_WEEKDAY) ||
        !kt_has_number(doc, date->first_token, date->end_token) ||
        kt_is_dated_before(doc, day, index))
        return true;
    place = kt_list_push(&doc->arena, &doc->dated);
    if (place == NULL)
        return false;
    *place = index;
    return true;
}

/* The first term from `at` on at which a date can begin, or behind all. */
static uint32_t
next_anchor(const struct kt_doc *doc, uint32_t at)
{
    struct kt_set anchors = doc->engine->times->anchors;

    while (at < doc->terms.count &&
           !kt_set_meets(doc->terms.items[at].classes, anchors))
        at++;
    return at;
}

/* Makes so many terms one date. */
static void
make_date(const struct kt_doc *doc, struct kt_term *terms, uint32_t length)
{
    terms->end_token = terms[length - 1].end_token;
    terms->classes = (struct kt_set){{0}};
    kt_set_add(&terms->classes, KT_TIME);
    number_term(doc, terms);
}

/* Makes each date of the terms from `first` on one term. */
static kutip_status
merge_dates(struct kt_doc *doc, uint32_t first)
{
    struct kt_row row;
    struct kt_term *terms = doc->terms.items;
    uint32_t count = doc->terms.count, at = next_anchor(doc, first);
    uint32_t to = at, length;

    if (at == count)
        return KUTIP_OK;
    if (!kt_row_of_terms(doc, doc->engine->times,
                         (struct kt_range){first, count}, &row))
        return KUTIP_NO_MEMORY;
    for (; at < count; at += length, to++) {
        length = kt_set_meets(terms[at].classes, doc->engine->times->anchors)
                     ? date_at(doc, &row, first, at - first)
                     : 0;
        if (length > 0)
            make_date(doc, &terms[at], length);
        if (to < at)
            terms[to] = terms[at];
        if (length > 0 && !note_date(doc, to, &terms[to]))
            return KUTIP_NO_MEMORY;
        if (length == 0)
            length = 1;
    }
    doc->terms.count = to;
    return KUTIP_OK;
}

/* ------------------------------------------------------------- the stage */

/* Where a row that begins at `first` ends: at most ROW_TERMS_MAX terms. */
static uint32_t
row_end(const struct kt_doc *doc, uint32_t first, uint32_t end)
{
    uint32_t at;
    if (end - first <= ROW_TERMS_MAX)
        return end;
    for (at = first + ROW_TERMS_MAX; at > first + ROW_TERMS_MAX / 2; at--)
        if (kt_set_has(doc->terms.items[at - 1].classes, KT_COMMA))
            return at;
    return first + ROW_TERMS_MAX;
}

static kutip_status
push_rows(struct kt_doc *doc, uint32_t unit, uint32_t first)
{
    while (first < doc->terms.count) {
        struct kt_term_row *row = kt_list_push(&doc->arena, &doc->rows);
        if (row == NULL)
            return KUTIP_NO_MEMORY;
        row->unit = unit;
        row->terms.first = first;
        row->terms.end = first = row_end(doc, first, doc->terms.count);
    }
    return KUTIP_OK;
}

kutip_status
kt_find_terms(const struct kt_engine *engine, struct kt_doc *doc)
{
    uint32_t quote = 0;
    (void)engine;

    /* No term has less than a token. */
    if (!kt_list_reserve(&doc->arena, &doc->terms, doc->tokens.count))
        return KUTIP_NO_MEMORY;
    for (uint32_t i = 0; i < doc->units.count; i++) {
        uint32_t first = doc->terms.count;
        kutip_status status;
        read_unit(doc, &doc->units.items[i], &quote);
        if ((status = merge_dates(doc, first)) != KUTIP_OK ||
            (status = push_rows(doc, i, first)) != KUTIP_OK)
            return status;
    }
    return KUTIP_OK;
}
