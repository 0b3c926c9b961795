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

static const struct {
    uint32_t character;
    enum kt_class class;
} mark_classes[] = {
    {',', KT_COMMA},    {';', KT_COMMA},     {':', KT_COLON},
    {'.', KT_STOP},     {'?', KT_STOP},      {'!', KT_STOP},
    {0x2026, KT_STOP},  {'(', KT_OPEN},      {'[', KT_OPEN},
    {')', KT_CLOSE},    {']', KT_CLOSE},     {'-', KT_DASH},
    {0x2013, KT_DASH},  {0x2014, KT_DASH},   {'/', KT_SLASH},
    {'&', KT_AND},
};

static void
add_mark_class(struct kt_set *set, uint32_t character)
{
    for (size_t i = 0; i < sizeof mark_classes / sizeof *mark_classes; i++)
        if (mark_classes[i].character == character) {
            kt_set_add(set, mark_classes[i].class);
            return;
        }
    kt_set_add(set, KT_MARK);
}

/* Capital, upper, lower or initial, as the first token is written. */
static void
add_word_shape(struct kt_set *set, const struct kt_token *token)
{
    if (!(token->flags & KT_CAPITALISED)) {
        kt_set_add(set, KT_LOWER);
        return;
    }
    kt_set_add(set, KT_CAPITAL);
    if (token->flags & KT_ALL_UPPER)
        kt_set_add(set, KT_UPPER);
    if (token->flags & KT_ONE_LETTER)
        kt_set_add(set, KT_INITIAL);
}

/* Does no list say more of the word than that it is common, and no name? */
static bool
only_common(struct kt_set set)
{
    kt_set_remove(&set, KT_COMMON);
    kt_set_remove(&set, KT_NOT_NAME);
    return kt_set_empty(set);
}

static void
add_affix_shape(const struct kt_doc *doc, const struct kt_token *token,
                struct kt_set *set)
{
    char folded[64];
    size_t length;

    if (token->end - token->start > sizeof folded)
        return;
    length = kt_text_fold(doc->text + token->start,
                          token->end - token->start, folded, sizeof folded);
    *set = kt_set_union(
        *set, kt_affixes_classes(&doc->engine->affixes, folded, length));
}

static struct kt_set
word_classes(const struct kt_doc *doc, const struct kt_token *token,
             struct kt_set known)
{
    struct kt_set set = known;
    if (only_common(known)) {
        add_affix_shape(doc, token, &set);
        if (token->flags & KT_IS_CLITIC)
            kt_set_add(&set, KT_CLITIC);
    }
    add_word_shape(&set, token);
    return set;
}

/* A little word of the grammar, which the middle of a sentence writes small:
 * with a capital there it is a name, or a part of one. */
static bool
is_little(struct kt_set set)
{
    return KT_HAS_ANY(set, KT_ADVERB, KT_CONJUNCTION);
}

static void
make_name(struct kt_set *set)
{
    static const unsigned grammar[] = {KT_ADVERB,    KT_CONJUNCTION,
                                       KT_AUXILIARY, KT_DAYPART,
                                       KT_NOT_NAME,  KT_NOT_SUBJECT};
    for (size_t i = 0; i < sizeof grammar / sizeof *grammar; i++)
        kt_set_remove(set, grammar[i]);
}

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

/* The term that begins at a token outside quotations. */
static void
read_term(const struct kt_doc *doc, const struct kt_unit *unit,
          uint32_t token, uint32_t end, struct kt_term *term)
{
    const struct kt_token *first = &doc->tokens.items[token];
    struct kt_set known = {{0}};
    uint32_t length;

    term->first_token = token;
    term->quote = KT_NONE;
    length = kt_longest_entry(doc, token, end, NULL, &known);
    term->end_token = token + (length > 0 ? length : 1);
    switch (first->kind) {
    case KT_TOKEN_WORD:
        term->classes = word_classes(doc, first, known);
        if (length == 1 && (first->flags & KT_CAPITALISED) &&
            is_little(known) && stands_inside(doc, unit, token))
            make_name(&term->classes);
        break;
    case KT_TOKEN_NUMBER:
        term->classes = known;
        kt_set_add(&term->classes, KT_NUMBER);
        break;
    case KT_TOKEN_QUOTE:
        kt_set_add(&term->classes, KT_MARK);
        break;
    default:
        add_mark_class(&term->classes, first->character);
        break;
    }
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

static void
quote_term(const struct kt_doc *doc, uint32_t quote, uint32_t end,
           struct kt_term *term)
{
    const struct kt_quote *found = &doc->quotes.items[quote];
    term->end_token = found->end_token < end ? found->end_token : end;
    term->quote = quote;
    kt_set_add(&term->classes, found->title ? KT_TITLE : KT_QUOTE);
    if (!found->title)
        add_quote_shape(doc, found, &term->classes);
}

/* Fills the terms of a unit, unmerged. False: out of memory. */
static bool
read_unit(struct kt_doc *doc, const struct kt_unit *unit, uint32_t *quote)
{
    uint32_t token = unit->first_token;

    while (token < unit->end_token) {
        struct kt_term *term = kt_list_push(&doc->arena, &doc->terms);
        uint32_t limit = unit->end_token;
        if (term == NULL)
            return false;
        skip_quotes(doc, token, quote);
        if (*quote < doc->quotes.count &&
            doc->quotes.items[*quote].first_token < limit)
            limit = doc->quotes.items[*quote].first_token;
        if (limit <= token) {
            term->first_token = token;
            quote_term(doc, *quote, unit->end_token, term);
        } else {
            read_term(doc, unit, token, limit, term);
        }
        term->set =
            kt_class_sets_find(&doc->engine->templates.sets, term->classes);
        token = term->end_token;
    }
    return true;
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

/* Makes each date of the terms from `first` on one term. */
static kutip_status
merge_dates(struct kt_doc *doc, uint32_t first)
{
    struct kt_row row;
    uint32_t to = first, length;
    uint32_t count = doc->terms.count - first;

    if (!kt_row_of_terms(doc, doc->engine->times,
                         (struct kt_range){first, doc->terms.count}, &row))
        return KUTIP_NO_MEMORY;
    for (uint32_t at = 0; at < count; at += length, to++) {
        struct kt_term term = doc->terms.items[first + at];
        length = 1;
        if (kt_set_meets(term.classes, doc->engine->times->anchors) &&
            (length = date_at(doc, &row, first, at)) > 0) {
            term.classes = (struct kt_set){{0}};
            kt_set_add(&term.classes, KT_TIME);
            term.set = kt_class_sets_find(&doc->engine->templates.sets,
                                          term.classes);
            term.end_token =
                doc->terms.items[first + at + length - 1].end_token;
            if (!note_date(doc, to, &term))
                return KUTIP_NO_MEMORY;
        }
        if (length == 0)
            length = 1;
        doc->terms.items[to] = term;
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

    for (uint32_t i = 0; i < doc->units.count; i++) {
        uint32_t first = doc->terms.count;
        kutip_status status;
        if (!read_unit(doc, &doc->units.items[i], &quote))
            return KUTIP_NO_MEMORY;
        if ((status = merge_dates(doc, first)) != KUTIP_OK ||
            (status = push_rows(doc, i, first)) != KUTIP_OK)
            return status;
    }
    return KUTIP_OK;
}

/* --------------------------------------------------- what the rows can hold */

static void
see_shapes(struct kt_set set, void (*see)(void *, struct kt_set),
           void *context)
{
    static const unsigned capital[] = {KT_CAPITAL, KT_UPPER, KT_INITIAL};
    struct kt_set shape = set;

    kt_set_add(&shape, KT_LOWER);
    see(context, shape);
    shape = set;
    for (size_t i = 0; i < 3; i++) {
        kt_set_add(&shape, capital[i]);
        see(context, shape);
    }
    kt_set_remove(&shape, KT_UPPER);
    see(context, shape);
    shape = set;
    kt_set_add(&shape, KT_NUMBER);
    see(context, shape);
}

static void
see_single(unsigned class, void (*see)(void *, struct kt_set), void *context)
{
    struct kt_set set = {{0}};
    kt_set_add(&set, class);
    see(context, set);
}

/* Words without an entry, or with a common one: shapes and the clitic. */
static void
see_unlisted(void (*see)(void *, struct kt_set), void *context)
{
    static const unsigned extra[] = {KT_COMMON, KT_VERB_SHAPE, KT_NOUN_SHAPE,
                                     KT_CLITIC};
    for (unsigned bits = 0; bits < 16; bits++) {
        struct kt_set set = {{0}};
        for (unsigned i = 0; i < 4; i++)
            if (bits & 1U << i)
                kt_set_add(&set, extra[i]);
        see_shapes(set, see, context);
    }
}

/* Shapes of entries with a capital. Where one of them is a letter, the others
 * may be all capitals as well. */
static void
see_capital(const struct kt_found *found, struct kt_set set,
            void (*see)(void *, struct kt_set), void *context)
{
    struct kt_set initial;

    kt_set_add(&set, KT_CAPITAL);
    see(context, set);
    initial = set;
    kt_set_add(&initial, KT_INITIAL);
    if (found->spellings & KT_FOUND_LETTER)
        see(context, initial);
    kt_set_add(&set, KT_UPPER);
    see(context, set);
}

/* Entries, as far as their spelling allows the shapes. */
static void
see_found(const struct kt_found *found, void (*see)(void *, struct kt_set),
          void *context)
{
    struct kt_set set = found->classes;

    if (found->spellings & KT_FOUND_NUMBER) {
        kt_set_add(&set, KT_NUMBER);
        see(context, set);
        set = found->classes;
    }
    if (found->spellings & KT_FOUND_SMALL) {
        kt_set_add(&set, KT_LOWER);
        see(context, set);
        kt_set_remove(&set, KT_LOWER);
    }
    see_capital(found, set, see, context);
    if (is_little(set)) {
        make_name(&set);
        see_capital(found, set, see, context);
    }
}

void
kt_foresee_terms(const struct kt_lexicon *lexicon,
                 void (*see)(void *, struct kt_set), void *see_context)
{
    static const unsigned alone[] = {KT_MARK, KT_TITLE, KT_TIME};
    static const unsigned quote_shapes[] = {KT_QUOTE_COMMA, KT_QUOTE_SMALL,
                                            KT_QUOTE_PHRASE};

    for (size_t i = 0; i < sizeof mark_classes / sizeof *mark_classes; i++)
        see_single(mark_classes[i].class, see, see_context);
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++)
        see_single(alone[i], see, see_context);
    for (unsigned bits = 0; bits < 8; bits++) {
        struct kt_set set = {{0}};
        kt_set_add(&set, KT_QUOTE);
        for (unsigned i = 0; i < 3; i++)
            if (bits & 1U << i)
                kt_set_add(&set, quote_shapes[i]);
        see(see_context, set);
    }
    see_unlisted(see, see_context);
    for (uint32_t i = 0; i < lexicon->found_count; i++)
        see_found(&lexicon->found[i], see, see_context);
    kt_foresee_mentions(see, see_context);
}
