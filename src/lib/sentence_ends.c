/*
 * Does a sentence end here?
 *
 * In: the points of a paragraph (a sentence ends at no other token), those
 * beside them, and which marks open and close. Out: where a sentence ends.
 * A sentence ends with a full stop, question mark, exclamation mark
 * or ellipsis, and the marks that close behind it, when what follows can
 * begin one: a capital, a number, an opening mark. Not so inside short
 * brackets, nor between a quotation and its attribution. A dot that is
 * part of an abbreviation or an initial ends one only where a word follows
 * that is no name: `vitamin C. Namun`. What it does not attempt:
 * sentences without any mark between them.
 */
#include "sentence_ends.h"

#include <string.h>

enum { OPENS = 1, CLOSES = 2, BRACKETED = 4 };

/* Brackets longer than this hold sentences of their own. */
enum { SHORT_BRACKET = 60, DEEPEST = 8, MOST_BULLETS = 3,
       LEAST_LAST_WORD = 5, SHORTEST_SPEECH = 5, ELLIPSIS = 0x2026 };

static const struct kt_token *
token_at(const struct kt_ends *ends, uint32_t i)
{
    return &ends->doc->tokens.items[i];
}

static bool
is_mark(const struct kt_token *token, const char *marks)
{
    return token->kind == KT_TOKEN_MARK && token->character < 0x80 &&
           token->character > 0 &&
           strchr(marks, (int)token->character) != NULL;
}

static bool
is_stop(const struct kt_token *token)
{
    uint32_t c = token->character;
    return token->kind == KT_TOKEN_MARK &&
           (c == '.' || c == '?' || c == '!' || c == ELLIPSIS);
}

/* ---------------------------------------------------- marks in pairs */

bool
kt_ends_init(struct kt_ends *ends, struct kt_doc *doc)
{
    ends->doc = doc;
    ends->end = 0;
    ends->point = 0;
    ends->asked = 0;
    ends->quote = 0;
    ends->edges = kt_arena_take_zeroed(&doc->arena, doc->tokens.count + 1);
    if (ends->edges == NULL)
        return false;
    for (uint32_t i = 0; i < doc->quotes.count; i++) {
        const struct kt_quote *quote = &doc->quotes.items[i];
        ends->edges[quote->first_token] |= OPENS;
        if (quote->end_token > quote->first_token + 1)
            ends->edges[quote->end_token - 1] |= CLOSES;
    }
    return true;
}

/* Brackets that are open. */
struct brackets {
    uint32_t open[DEEPEST];
    unsigned depth;
};

/* What a short pair of brackets holds has no end of a sentence. */
static void
close_bracket(struct kt_ends *ends, struct brackets *brackets, uint32_t i)
{
    if (brackets->depth == 0)
        return;
    uint32_t from = brackets->open[--brackets->depth];
    if (i - from <= SHORT_BRACKET)
        for (uint32_t k = from; k < i; k++)
            ends->edges[k] |= BRACKETED;
}

static void
open_bracket(struct brackets *brackets, uint32_t i)
{
    if (brackets->depth == DEEPEST)
        memmove(brackets->open, brackets->open + 1,
                --brackets->depth * sizeof *brackets->open);
    brackets->open[brackets->depth++] = i;
}

void
kt_ends_enter(struct kt_ends *ends, uint32_t first, uint32_t end)
{
    const struct kt_doc *doc = ends->doc;
    struct brackets brackets = {.depth = 0};
    ends->end = end;
    while (ends->point < doc->points.count &&
           doc->points.items[ends->point].token < first)
        ends->point++;
    for (uint32_t i = ends->point; i < doc->points.count; i++) {
        const struct kt_point *point = &doc->points.items[i];
        if (point->token >= end)
            break;
        if (point->kind == KT_POINT_OPENS)
            open_bracket(&brackets, point->token);
        else if (point->kind == KT_POINT_CLOSES)
            close_bracket(ends, &brackets, point->token);
    }
}

/* Stray quotation marks open when a blank stands before them only. */
static bool
opens(const struct kt_ends *ends, uint32_t i)
{
    const struct kt_token *token = token_at(ends, i);
    if (token->kind != KT_TOKEN_QUOTE)
        return false;
    if (ends->edges[i] & (OPENS | CLOSES))
        return ends->edges[i] & OPENS;
    return token->flags & KT_SPACE_BEFORE &&
           (i + 1 == ends->end ||
            !(token_at(ends, i + 1)->flags & KT_SPACE_BEFORE));
}

static bool
closes(const struct kt_ends *ends, uint32_t i)
{
    const struct kt_token *token = token_at(ends, i);
    if (token->kind == KT_TOKEN_QUOTE)
        return !opens(ends, i);
    return is_mark(token, ")]");
}

/* ------------------------------------------------------ what may follow */

/* Classes of words that are no names though a sentence begins with them. */
static const struct kt_set plain_classes =
    KT_SET(KT_NOT_NAME, KT_ADVERB, KT_NEGATION, KT_AUXILIARY, KT_CONJUNCTION,
           KT_AND, KT_WHO, KT_IN, KT_FROM, KT_TO, KT_BY, KT_PREPOSITION,
           KT_DEMONSTRATIVE, KT_INDEFINITE, KT_PLURAL, KT_SELF, KT_PRONOUN,
           KT_PRONOUN_PLURAL, KT_NOT_SUBJECT, KT_ACCORDING, KT_CONTENT_STOP,
           KT_THUS, KT_EVENT_HEAD);

static bool
is_plain_word(const struct kt_ends *ends, uint32_t i)
{
    const struct kt_token *token = token_at(ends, i);
    if (token->kind != KT_TOKEN_WORD || token->flags & KT_ALL_UPPER ||
        token->word == 0)
        return false;
    struct kt_set classes = kt_token_classes(ends->doc, i);
    return kt_set_meets(classes, plain_classes);
}

static bool
is_cue(const struct kt_ends *ends, uint32_t i)
{
    struct kt_set classes = kt_token_classes(ends->doc, i);
    return KT_HAS_ANY(classes, KT_SAY_BARE, KT_SAY_CLITIC);
}

/* Words that lead over to a quotation. */
static const struct kt_set say_classes =
    KT_SET(KT_SAY_ACTIVE, KT_SAY_PASSIVE, KT_SAY_BARE, KT_SAY_NOUN, KT_THAT,
           KT_SAY_QUOTE, KT_SAY_THAT, KT_SAY_REQUEST, KT_SAY_JUDGE, KT_AS,
           KT_ACCORDING, KT_TITLE_CUE, KT_PREPOSITION, KT_IN, KT_FROM, KT_TO,
           KT_BY, KT_WHO, KT_AND);

static bool
is_say(const struct kt_ends *ends, uint32_t i)
{
    struct kt_set classes = kt_token_classes(ends->doc, i);
    return kt_set_meets(classes, say_classes);
}

static bool
is_capital(const struct kt_token *token)
{
    return token->kind == KT_TOKEN_WORD && token->flags & KT_CAPITALISED;
}

/* `iPhone`: a lower-case letter before a capital. */
static bool
is_brand(const struct kt_ends *ends, const struct kt_token *token)
{
    const char *text = ends->doc->text + token->start;
    return token->end - token->start > 2 && text[0] >= 'a' &&
           text[0] <= 'z' && text[1] >= 'A' && text[1] <= 'Z';
}

static bool
is_dash(const struct kt_token *token)
{
    return token->kind == KT_TOKEN_MARK &&
           (token->character == '-' || token->character == 0x2013 ||
            token->character == 0x2014);
}

static bool
word_begins(const struct kt_ends *ends, uint32_t i)
{
    const struct kt_token *token = token_at(ends, i);
    if (!(token->flags & KT_CAPITALISED))
        return token->flags & KT_SPACE_BEFORE && is_brand(ends, token);
    /* `Peraturan No. XI. B. 02`: letters that number something */
    bool letter = token->flags & KT_ONE_LETTER && token->flags & KT_HAS_DOT;
    return !letter || i + 1 >= ends->end ||
           token_at(ends, i + 1)->kind != KT_TOKEN_NUMBER;
}

/* Can a sentence begin at token i? */
static bool
begins(const struct kt_ends *ends, uint32_t i)
{
    const struct kt_token *token = token_at(ends, i);
    if (token->kind == KT_TOKEN_WORD)
        return word_begins(ends, i);
    if (token->kind == KT_TOKEN_NUMBER)
        return token->flags & KT_SPACE_BEFORE;
    if (opens(ends, i))
        return true;
    if (token->kind == KT_TOKEN_QUOTE || is_mark(token, ",;:.?!)]%/"))
        return false;
    /* a bracket, a bullet, a dash: what stands behind it decides */
    uint32_t next = i + 1;
    while (next < ends->end && next < i + MOST_BULLETS &&
           (is_dash(token_at(ends, next)) ||
            is_mark(token_at(ends, next), ")]")))
        next++;
    if (next >= ends->end)
        return false;
    const struct kt_token *word = token_at(ends, next);
    if (is_dash(token) && token->flags & word->flags & KT_SPACE_BEFORE)
        return true;
    return is_capital(word) || word->kind == KT_TOKEN_NUMBER ||
           opens(ends, next);
}

/* ------------------------------------------------------- what may end */

/* The dot of an abbreviation or initial: ends a sentence now and then. */
static bool
abbreviation_ends(const struct kt_ends *ends, uint32_t at, uint32_t next)
{
    if (is_plain_word(ends, next))
        return true;
    if (!kt_token_is(ends->doc, at, KT_ABBREVIATION_FINAL))
        return false;
    const struct kt_token *follower = token_at(ends, next);
    return !(follower->flags & KT_HAS_DOT) && !is_mark(follower, "([");
}

/* `Penjabat (Pj.) Gubernur`: an abbreviation in brackets of its own. */
static bool
is_short_form(const struct kt_ends *ends, uint32_t at)
{
    return at > 0 && at + 1 < ends->end &&
           kt_token_is(ends->doc, at, KT_ABBREVIATION) &&
           is_mark(token_at(ends, at - 1), "([") &&
           is_mark(token_at(ends, at + 1), ")]");
}

/* `1. Nama` at the start of a sentence numbers a list. */
static bool
is_list_number(const struct kt_ends *ends, uint32_t first, uint32_t at)
{
    if (at != first + 1 || !is_mark(token_at(ends, at), "."))
        return false;
    const struct kt_token *number = token_at(ends, first);
    return number->end - number->start <= 2 &&
           (number->kind == KT_TOKEN_NUMBER || number->flags == 0 ||
            number->end - number->start == 1);
}

/* `Node.JS`: two capitalised words glued by a dot, no two sentences. */
static bool
is_glued_name(const struct kt_ends *ends, uint32_t at)
{
    const struct kt_token *next = token_at(ends, at + 1);
    if (at == 0 || next->flags & KT_SPACE_BEFORE ||
        !is_mark(token_at(ends, at), "."))
        return false;
    return next->flags & KT_ALL_UPPER &&
           token_at(ends, at - 1)->flags & KT_CAPITALISED;
}

/*
 * `Kenapa? karena itu`: careless text goes on in lower case. Only between
 * two known words, since a full stop may be a damaged comma, and not before
 * a cue, which says whose the question is.
 */
static bool
ends_before_low(const struct kt_ends *ends, uint32_t at, uint32_t next)
{
    const struct kt_token *stop = token_at(ends, at);
    const struct kt_token *token = token_at(ends, next);
    if (next != at + 1 || at == 0 || !is_mark(stop, ".?") ||
        token->kind != KT_TOKEN_WORD || !(token->flags & KT_SPACE_BEFORE))
        return false;
    const struct kt_token *last = token_at(ends, at - 1);
    bool whole = last->kind == KT_TOKEN_NUMBER ||
                 (last->word != 0 &&
                  last->end - last->start >= LEAST_LAST_WORD);
    if (stop->character == '.' && !whole)
        return false;
    return token->word != 0 && !is_cue(ends, next);
}

/* `selesai.,"Kami …`: a comma too many behind a full stop. */
static bool
is_stray_comma(const struct kt_ends *ends, uint32_t i)
{
    return is_mark(token_at(ends, i), ",") && i + 1 < ends->end &&
           is_mark(token_at(ends, i - 1), ".") &&
           (opens(ends, i + 1) || is_capital(token_at(ends, i + 1)));
}

/* The quotation that begins with a token, or NULL; tokens are asked about
 * in their order. */
static const struct kt_quote *
quote_at(struct kt_ends *ends, uint32_t token)
{
    const struct kt_doc *doc = ends->doc;
    while (ends->quote < doc->quotes.count &&
           doc->quotes.items[ends->quote].first_token < token)
        ends->quote++;
    if (ends->quote == doc->quotes.count ||
        doc->quotes.items[ends->quote].first_token != token)
        return NULL;
    return &doc->quotes.items[ends->quote];
}

/*
 * `… sejak pagi "Kami siap," kata Rini`: the stop is missing between `at` and
 * a quotation that has its attribution behind it.
 */
static bool
lacks_stop(struct kt_ends *ends, uint32_t at)
{
    const struct kt_token *token = token_at(ends, at);
    if (!(token_at(ends, at + 1)->flags & KT_SPACE_BEFORE) ||
        token->flags & KT_HAS_DOT ||
        (token->kind != KT_TOKEN_WORD && token->kind != KT_TOKEN_NUMBER &&
         !is_mark(token, ")")))
        return false;
    const struct kt_quote *quote = quote_at(ends, at + 1);
    if (quote == NULL || quote->parent != KT_NONE || quote->title ||
        quote->repaired || quote->end_token >= ends->end ||
        quote->end_token - quote->first_token < SHORTEST_SPEECH)
        return false;
    return is_capital(token_at(ends, at + 2)) &&
           is_mark(token_at(ends, quote->end_token - 2), ",") &&
           is_cue(ends, quote->end_token) && !is_say(ends, at);
}

/* Past the marks that belong to the end before them. */
static uint32_t
skip_closing(const struct kt_ends *ends, uint32_t next, bool *quote_closed)
{
    *quote_closed = false;
    while (next < ends->end &&
           (closes(ends, next) || is_stop(token_at(ends, next)) ||
            is_stray_comma(ends, next))) {
        *quote_closed |= token_at(ends, next)->kind == KT_TOKEN_QUOTE;
        next++;
    }
    return next;
}

/* The token behind the sentence that begins at token first and ends with the
 * stop or the abbreviation `at`, or 0. */
static uint32_t
behind_stop(struct kt_ends *ends, uint32_t first, uint32_t at)
{
    bool quote_closed;
    uint32_t next = skip_closing(ends, at + 1, &quote_closed);
    ends->asked = next; /* a run of marks is looked at once */
    if (next == ends->end)
        return next;
    if (ends->edges[next - 1] & BRACKETED)
        return 0;
    if (!begins(ends, next) && !ends_before_low(ends, at, next))
        return 0;
    if (quote_closed && is_cue(ends, next))
        return 0;
    if (token_at(ends, at)->flags & KT_HAS_DOT && next == at + 1)
        return abbreviation_ends(ends, at, next) ? next : 0;
    if (is_list_number(ends, first, at) || is_glued_name(ends, at) ||
        is_short_form(ends, at))
        return 0;
    return next;
}

/* The same for the sentence that ends with a point or before it. */
static uint32_t
behind_point(struct kt_ends *ends, uint32_t first, const struct kt_point *point)
{
    uint32_t at = point->token;
    if (point->kind == KT_POINT_STOP || point->kind == KT_POINT_DOT)
        return at < ends->asked ? 0 : behind_stop(ends, first, at);
    return point->kind == KT_POINT_QUOTE && at > first && at > ends->asked &&
                   lacks_stop(ends, at - 1)
               ? at
               : 0;
}

uint32_t
kt_ends_behind(struct kt_ends *ends, uint32_t first)
{
    const struct kt_doc *doc = ends->doc;
    for (; ends->point < doc->points.count; ends->point++) {
        const struct kt_point *point = &doc->points.items[ends->point];
        if (point->token >= ends->end)
            break;
        uint32_t behind =
            point->token < first ? 0 : behind_point(ends, first, point);
        if (behind > 0)
            return behind;
    }
    return ends->end;
}
