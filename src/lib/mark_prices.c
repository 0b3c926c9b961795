/*
 * Prices of quotation marks.
 * In: tokens with the white space around them, and their classes.
 * Out: for one mark what it costs to open, to close or to mean nothing.
 * Does not decide: a price is an opinion, mark_sides.c adds them up.
 *
 * Example: in `siap, ”ujar Budi` the mark has a space before and none
 * after and would open; the comma and the cue around it say it closes.
 */
#include "mark_prices.h"

#include <string.h>

static const struct kt_token *
token_at(const struct kt_doc *doc, uint32_t i)
{
    return i < doc->tokens.count ? &doc->tokens.items[i] : NULL;
}

static bool
is_quote_mark(const struct kt_token *token)
{
    return token != NULL && token->kind == KT_TOKEN_QUOTE;
}

/* ---------------------------------------------------- what stands around */

/* What stands for a character that was lost: often a mark, not always. */
#define LOST 0xfffd

#define ELLIPSIS 0x2026

/* What is on one side of a mark; other marks are looked through. */
enum neighbour {
    SPACE, /* white space, or the paragraph's edge */
    LOWER, /* a word or number without a capital */
    CAPITAL,
    DIGIT,
    COMMA,
    STOP,
    BRACKET_OPENS,
    BRACKET_CLOSES,
    COLON,
    OTHER
};

struct surroundings {
    enum neighbour left;
    enum neighbour right;
    uint32_t before; /* nearest token left that is no mark, or KT_NONE */
    uint32_t after;
    bool twin; /* the same mark stands right beside it */
    bool wraps; /* the text's first or last token, when both are marks */
};

bool
kt_token_among(const struct kt_doc *doc, uint32_t i, const char *characters)
{
    const struct kt_token *token = token_at(doc, i);

    return token != NULL && token->kind == KT_TOKEN_MARK
           && token->character < 0x80 && token->character != 0
           && strchr(characters, (int)token->character) != NULL;
}

/* What marks of ASCII are; all others are OTHER. */
static const uint8_t ascii_neighbours[0x80] = {
    ['.'] = STOP,           ['?'] = STOP,           ['!'] = STOP,
    [','] = COMMA,          [';'] = COMMA,          [':'] = COLON,
    ['('] = BRACKET_OPENS,  ['['] = BRACKET_OPENS,  ['{'] = BRACKET_OPENS,
    [')'] = BRACKET_CLOSES, [']'] = BRACKET_CLOSES, ['}'] = BRACKET_CLOSES,
};

static enum neighbour
neighbour_of_mark(const struct kt_token *mark)
{
    uint8_t found = mark->character < 0x80
                        ? ascii_neighbours[mark->character]
                        : 0;

    if (mark->character == ELLIPSIS)
        return STOP;
    return found == 0 ? OTHER : (enum neighbour)found;
}

bool
kt_token_stops(const struct kt_doc *doc, uint32_t i)
{
    const struct kt_token *token = token_at(doc, i);

    return token != NULL && token->kind == KT_TOKEN_MARK
           && neighbour_of_mark(token) == STOP;
}

bool
kt_cue_follows(const struct kt_doc *doc, uint32_t i)
{
    const struct kt_token *token = token_at(doc, i);
    struct kt_set classes;

    if (token == NULL || token->kind != KT_TOKEN_WORD)
        return false;
    classes = kt_token_classes(doc, i);
    return KT_HAS_ANY(classes, KT_SAY_BARE, KT_SAY_CLITIC, KT_THUS);
}

/* A cue that leads to a quotation after it: `mengatakan,` `Menurutnya,`. */
static bool
cue_leads(const struct kt_doc *doc, uint32_t i)
{
    const struct kt_token *token = token_at(doc, i);
    struct kt_set classes;

    if (token == NULL || token->kind != KT_TOKEN_WORD)
        return false;
    classes = kt_token_classes(doc, i);
    return KT_HAS_ANY(classes, KT_SAY_ACTIVE, KT_SAY_BARE, KT_SAY_CLITIC,
                      KT_THAT);
}

static enum neighbour
neighbour_of(const struct kt_doc *doc, uint32_t i)
{
    const struct kt_token *token = &doc->tokens.items[i];

    if (token->kind == KT_TOKEN_NUMBER)
        return DIGIT;
    if (token->kind == KT_TOKEN_WORD)
        return token->flags & KT_CAPITALISED ? CAPITAL : LOWER;
    return token->kind == KT_TOKEN_MARK ? neighbour_of_mark(token) : OTHER;
}

static bool
space_before(const struct kt_doc *doc, uint32_t i)
{
    const struct kt_token *token = token_at(doc, i);

    return token == NULL
           || (token->flags & (KT_SPACE_BEFORE | KT_PARAGRAPH_FIRST));
}

static bool
starts_paragraph(const struct kt_doc *doc, uint32_t i)
{
    const struct kt_token *token = token_at(doc, i);

    return token == NULL || (token->flags & KT_PARAGRAPH_FIRST);
}

/* More than a few marks in a row are no newspaper: looked at no further,
 * which keeps a million of them linear. */
#define MARKS_LOOKED_THROUGH 4

static void
look_left(const struct kt_doc *doc, uint32_t mark, struct surroundings *s)
{
    uint32_t i = mark;

    s->left = SPACE;
    s->before = KT_NONE;
    for (int n = 0; n < MARKS_LOOKED_THROUGH; n++) {
        if (starts_paragraph(doc, i) || i == 0)
            return;
        bool space = space_before(doc, i);
        i--;
        if (!space && is_quote_mark(token_at(doc, i)))
            continue;
        s->before = i;
        if (!space)
            s->left = neighbour_of(doc, i);
        return;
    }
    s->left = OTHER;
}

static void
look_right(const struct kt_doc *doc, uint32_t mark, struct surroundings *s)
{
    uint32_t i = mark;

    s->right = SPACE;
    s->after = KT_NONE;
    for (int n = 0; n < MARKS_LOOKED_THROUGH; n++) {
        i++;
        if (starts_paragraph(doc, i))
            return;
        bool space = space_before(doc, i);
        if (!space && is_quote_mark(token_at(doc, i)))
            continue;
        s->after = i;
        if (!space)
            s->right = neighbour_of(doc, i);
        return;
    }
    s->right = OTHER;
}

static bool
is_twin(const struct kt_doc *doc, uint32_t a, uint32_t b)
{
    const struct kt_token *left = token_at(doc, a);
    const struct kt_token *right = token_at(doc, b);

    return is_quote_mark(left) && is_quote_mark(right)
           && left->end == right->start && left->mark == right->mark;
}

static struct surroundings
look_around(const struct kt_doc *doc, uint32_t mark)
{
    struct surroundings s = {.twin = is_twin(doc, mark, mark + 1)
                                     || (mark > 0
                                         && is_twin(doc, mark - 1, mark))};

    s.wraps = (mark == 0 || mark + 1 == doc->tokens.count)
              && is_quote_mark(token_at(doc, 0))
              && is_quote_mark(token_at(doc, doc->tokens.count - 1));
    look_left(doc, mark, &s);
    look_right(doc, mark, &s);
    return s;
}

/* --------------------------------------------------------- what it costs */

struct sides {
    int opener;
    int closer;
};

static bool
ends_clause(const struct kt_doc *doc, uint32_t i)
{
    return kt_token_stops(doc, i) || kt_token_among(doc, i, ",");
}

/* A space before and none after: ` "Kami`, but `. ”ujar` too. */
static struct sides
price_leading(const struct kt_doc *doc, const struct surroundings *s,
              bool cue_after)
{
    if (cue_after && s->before != KT_NONE && ends_clause(doc, s->before))
        return s->right == CAPITAL ? (struct sides){1, 2}
                                   : (struct sides){6, 0};
    if (s->right == COMMA || s->right == BRACKET_CLOSES
        || (s->right == STOP && kt_token_among(doc, s->after, ".?!")))
        return (struct sides){4, 1};
    return (struct sides){0, s->right == LOWER ? 5 : 7};
}

/* None before and a space after: `siap," `, but `kata:" Kami` too. */
static struct sides
price_trailing(const struct kt_doc *doc, const struct surroundings *s,
               bool cue_after)
{
    const struct kt_token *next = token_at(doc, s->after);

    if (s->left == COLON)
        return (struct sides){1, 3};
    if (s->left == COMMA && !cue_after && s->before > 0 && next != NULL
        && (next->flags & KT_CAPITALISED) && cue_leads(doc, s->before - 1))
        return (struct sides){3, 2};
    if (s->left == STOP && next != NULL && (next->flags & KT_CAPITALISED))
        return (struct sides){4, 0};
    return (struct sides){7, 0};
}

/* Neither: `,"kata`, `siap."Kami`, `bertajuk"Kami`. */
static struct sides
price_glued(const struct kt_doc *doc, const struct surroundings *s,
            bool cue_after)
{
    if (cue_after && s->left != COLON)
        return s->right == CAPITAL ? (struct sides){3, 0}
                                   : (struct sides){5, 0};
    if (s->left == COLON)
        return (struct sides){0, 5};
    if (s->left == COMMA)
        return cue_leads(doc, s->before - 1) ? (struct sides){0, 3}
                                             : (struct sides){2, 1};
    if (s->left == STOP)
        return s->right == LOWER ? (struct sides){2, 0}
                                 : (struct sides){0, 1};
    if (s->right == CAPITAL)
        return (struct sides){1, 2};
    return (struct sides){2, 1};
}

/* Spaces on both sides: `siap, " kata`, `mengatakan: " Kami`. */
static struct sides
price_loose(const struct kt_doc *doc, const struct surroundings *s,
            bool cue_after)
{
    if (cue_after)
        return (struct sides){4, 0};
    if (s->before == KT_NONE)
        return (struct sides){0, 5};
    if (s->after == KT_NONE)
        return (struct sides){5, 0};
    if (kt_token_among(doc, s->before, ":"))
        return (struct sides){0, 3};
    if (kt_token_among(doc, s->before, ",") && s->before > 0
        && cue_leads(doc, s->before - 1))
        return (struct sides){0, 3};
    return (struct sides){1, 1};
}

static bool
ends_before(const struct surroundings *s)
{
    return s->right == SPACE || s->right == COMMA || s->right == STOP
           || s->right == COLON || s->right == BRACKET_CLOSES
           || s->right == BRACKET_OPENS;
}

static struct sides
price_sides(const struct kt_doc *doc, const struct surroundings *s,
            bool cue_after)
{
    if (s->left == SPACE || s->left == BRACKET_OPENS)
        return s->right == SPACE ? price_loose(doc, s, cue_after)
                                 : price_leading(doc, s, cue_after);
    if (ends_before(s))
        return price_trailing(doc, s, cue_after);
    if (s->left == OTHER || s->right == OTHER)
        return s->left == OTHER ? (struct sides){0, 4}
                                : (struct sides){4, 0};
    return price_glued(doc, s, cue_after);
}

/* `98, 7", 170': a number stands where no quotation would have it. */
static bool
is_measure(const struct surroundings *s, uint32_t level)
{
    if (level == 2 && s->left == SPACE && s->right == DIGIT)
        return true;
    return s->left == DIGIT;
}

/* Letters on both sides: damage, as in `Citro«n`. */
static bool
is_inside_word(const struct surroundings *s)
{
    return (s->left == LOWER || s->left == CAPITAL) && s->right == LOWER;
}

/* What was lost may have been a dash between words, or an apostrophe. */
static int
price_lost_nothing(const struct surroundings *s)
{
    return is_inside_word(s) || (s->left == SPACE && s->right == SPACE) ? 0
                                                                        : 4;
}

static int
price_nothing(const struct surroundings *s, uint32_t level)
{
    if (is_measure(s, level))
        return level == 1 ? 3 : 0;
    if (s->twin)
        return 2;
    if (level == 1)
        return s->wraps || is_inside_word(s) ? 4 : 9;
    if (s->left == SPACE)
        return s->right == SPACE ? 1 : 3;
    return s->left == COMMA || s->left == STOP ? 4 : 1;
}

void
kt_price_mark(const struct kt_doc *doc, uint32_t mark, struct kt_prices *prices)
{
    const struct kt_mark *kind =
        &doc->engine->marks.marks[doc->tokens.items[mark].mark];
    struct surroundings s = look_around(doc, mark);
    bool cue = s.after != KT_NONE && kt_cue_follows(doc, s.after);
    bool sure = cue && !kt_token_is(doc, s.after, KT_SAY_CAREFUL);
    struct sides sides = price_sides(doc, &s, sure);

    prices->cue_after = cue;
    prices->of[KT_AS_OPENER] = sides.opener + (kind->side == KT_MARK_CLOSES);
    prices->of[KT_AS_CLOSER] = sides.closer
                            + (kind->side == KT_MARK_OPENS ? 3 : 0);
    prices->of[KT_AS_NOTHING] = doc->tokens.items[mark].character == LOST
                                    ? price_lost_nothing(&s)
                                    : price_nothing(&s, kind->level);
    prices->of[KT_AS_ORPHAN] = cue ? 3 : 7;
    prices->of[KT_UNCLOSED] = 6;
}

void
kt_price_break(const struct kt_doc *doc, uint32_t next, bool hard,
               struct kt_prices *prices)
{
    const struct kt_token *token = token_at(doc, next);
    bool opens_again = false;

    if (is_quote_mark(token)) {
        struct kt_prices of_mark = {.of = {0}};
        kt_price_mark(doc, next, &of_mark);
        opens_again = of_mark.of[KT_AS_OPENER] <= 1;
    }
    prices->of[KT_UNCLOSED] = opens_again ? 1 : 6;
    prices->of[KT_RUNNING_ON] = hard ? KT_NEVER : 2;
}
