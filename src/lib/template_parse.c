/*
 * Expressions of templates.
 * In: the text behind `match` or `let NAME =`. Out: a tree; names are only
 * noted. The first fault of an expression is told, and ends it.
 *
 *     QUOTE COMMA? @cue(SAY_BARE) ( ADVERB | !COMMA&LOWER ){0,2}
 */
#include <string.h>

#include "template_tree.h"

/* Deeper groups are nobody's grammar. */
enum { DEPTH_MAX = 24, TIMES_MAX = 300 };

struct parser {
    const struct kt_place *place;
    const char *text; /* of the line */
    uint32_t at;
    uint32_t depth;
    struct kt_arena *scratch;
    struct kt_faults *faults;
};

static struct kt_tree *
parse_choice(struct parser *parser);

/* ---------------------------------------------------------------- helpers */

static struct kt_tree *
fail(struct parser *parser, uint32_t at, const char *message)
{
    kt_fault(parser->faults, parser->place->file, parser->place->line, at,
             NULL, "%s", message);
    return NULL;
}

static void
skip_blanks(struct parser *parser)
{
    while (parser->text[parser->at] == ' ' || parser->text[parser->at] == '\t')
        parser->at++;
}

static bool
take(struct parser *parser, char c)
{
    if (parser->text[parser->at] != c)
        return false;
    parser->at++;
    return true;
}

static struct kt_tree *
new_tree(struct parser *parser, enum kt_tree_kind kind, uint32_t at)
{
    struct kt_tree *tree =
        kt_arena_take_zeroed(parser->scratch, sizeof *tree);

    if (tree == NULL) {
        kt_faults_no_memory(parser->faults);
        return NULL;
    }
    tree->kind = kind;
    tree->at = at;
    return tree;
}

static void
append(struct kt_tree *parent, struct kt_tree *child)
{
    child->previous = parent->last;
    if (parent->last != NULL)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

/* A node around one child; NULL passes through. */
static struct kt_tree *
wrap(struct parser *parser, enum kt_tree_kind kind, uint32_t at,
     struct kt_tree *child)
{
    struct kt_tree *tree =
        child == NULL ? NULL : new_tree(parser, kind, at);

    if (tree != NULL)
        append(tree, child);
    return tree;
}

/* The name at the parser's place, copied; NULL: none, or out of memory. */
static const char *
take_name(struct parser *parser)
{
    uint32_t start = parser->at;
    const char *name;

    while (kt_is_name_byte(parser->text[parser->at]))
        parser->at++;
    if (start == parser->at) {
        fail(parser, start, parser->text[start] == '\0'
                                ? "the expression ends where a name should be"
                                : "this is no class, slot or group");
        return NULL;
    }
    name = kt_arena_copy(parser->scratch, parser->text + start,
                         parser->at - start);
    if (name == NULL)
        kt_faults_no_memory(parser->faults);
    return name;
}

/* ------------------------------------------------------------------- atoms */

/* `( expression )`, the bracket at parser->at. */
static struct kt_tree *
parse_group(struct parser *parser)
{
    uint32_t open = parser->at;
    struct kt_tree *tree;

    if (!take(parser, '('))
        return fail(parser, parser->at, "a '(' should be here");
    if (parser->depth == DEPTH_MAX)
        return fail(parser, open, "groups are nested too deeply");
    parser->depth++;
    tree = parse_choice(parser);
    parser->depth--;
    if (tree == NULL)
        return NULL;
    return take(parser, ')') ? tree
                             : fail(parser, open, "no ')' for this '('");
}

/* `@slot( … )` */
static struct kt_tree *
parse_slot(struct parser *parser)
{
    uint32_t at = parser->at++;
    const char *name = take_name(parser);
    const char *slots[KT_SLOT_COUNT];
    struct kt_tree *tree;

    if (name == NULL)
        return NULL;
    for (int slot = 0; slot < KT_SLOT_COUNT; slot++) {
        slots[slot] = kt_slot_name((enum kt_slot)slot);
        if (strcmp(slots[slot], name) != 0)
            continue;
        tree = wrap(parser, KT_TREE_SLOT, at, parse_group(parser));
        if (tree != NULL)
            tree->slot = (uint8_t)slot;
        return tree;
    }
    kt_fault(parser->faults, parser->place->file, parser->place->line, at,
             kt_nearest_name(name, slots, KT_SLOT_COUNT), "unknown slot '%s'",
             name);
    return NULL;
}

/* `>( … )` or `!( … )` */
static struct kt_tree *
parse_look(struct parser *parser)
{
    uint32_t at = parser->at;
    bool negative = parser->text[parser->at++] == '!';
    struct kt_tree *tree =
        wrap(parser, KT_TREE_LOOK, at, parse_group(parser));

    if (tree != NULL)
        tree->negative = negative;
    return tree;
}

/* `NAME` or `!NAME` */
static struct kt_tree *
parse_literal(struct parser *parser)
{
    struct kt_tree *tree = new_tree(parser, KT_TREE_NAME, parser->at);

    if (tree == NULL)
        return NULL;
    tree->negative = take(parser, '!');
    tree->at = parser->at;
    tree->name = take_name(parser);
    return tree->name == NULL ? NULL : tree;
}

/* `A&!B` */
static struct kt_tree *
parse_term(struct parser *parser)
{
    struct kt_tree *term = new_tree(parser, KT_TREE_TERM, parser->at);

    while (term != NULL) {
        struct kt_tree *literal = parse_literal(parser);
        uint32_t end = parser->at;
        if (literal == NULL)
            return NULL;
        append(term, literal);
        skip_blanks(parser);
        if (!take(parser, '&')) {
            parser->at = end;
            break;
        }
        skip_blanks(parser);
    }
    return term;
}

static struct kt_tree *
parse_atom(struct parser *parser)
{
    uint32_t at = parser->at;

    switch (parser->text[at]) {
    case '(':
        return parse_group(parser);
    case '@':
        return parse_slot(parser);
    case '.':
        parser->at++;
        return new_tree(parser, KT_TREE_TERM, at);
    case '^':
        parser->at++;
        return new_tree(parser, KT_TREE_START, at);
    case '$':
        parser->at++;
        return new_tree(parser, KT_TREE_END, at);
    case '>':
        return parse_look(parser);
    case '!':
        return parser->text[at + 1] == '(' ? parse_look(parser)
                                           : parse_term(parser);
    case '?':
    case '*':
    case '+':
    case '{':
        return fail(parser, at, "nothing stands before this to be repeated");
    default:
        return parse_term(parser);
    }
}

/* ------------------------------------------------------------- quantifiers */

/* A number of at most TIMES_MAX; false: none, or a larger one. */
static bool
take_number(struct parser *parser, uint16_t *number)
{
    uint32_t start = parser->at;
    unsigned value = 0;

    while (parser->text[parser->at] >= '0' && parser->text[parser->at] <= '9' &&
           value <= TIMES_MAX)
        value = value * 10 + (unsigned)(parser->text[parser->at++] - '0');
    *number = (uint16_t)value;
    return parser->at > start && value <= TIMES_MAX;
}

/* `{2}`, `{2,}`, `{2,5}` behind the opening brace. */
static bool
take_bounds(struct parser *parser, uint16_t *min, uint16_t *max)
{
    if (!take_number(parser, min))
        return false;
    *max = *min;
    if (take(parser, ',')) {
        *max = KT_TREE_MANY;
        if (parser->text[parser->at] != '}' && !take_number(parser, max))
            return false;
    }
    return take(parser, '}') && *min <= *max && *max > 0;
}

/* False: a fault was told. Without a quantifier max stays 0. */
static bool
take_quantifier(struct parser *parser, uint16_t *min, uint16_t *max)
{
    uint32_t at = parser->at;

    *min = *max = 0;
    if (take(parser, '?')) {
        *max = 1;
    } else if (take(parser, '*')) {
        *max = KT_TREE_MANY;
    } else if (take(parser, '+')) {
        *min = 1;
        *max = KT_TREE_MANY;
    } else if (take(parser, '{') && !take_bounds(parser, min, max)) {
        fail(parser, at, "a bound is {M}, {M,} or {M,N} with M <= N <= 300");
        return false;
    }
    return true;
}

static bool
takes_terms(const struct kt_tree *tree)
{
    return tree->kind != KT_TREE_START && tree->kind != KT_TREE_END &&
           tree->kind != KT_TREE_LOOK;
}

static struct kt_tree *
parse_element(struct parser *parser)
{
    uint32_t start = parser->at, behind;
    struct kt_tree *atom = parse_atom(parser), *tree;
    uint16_t min, max;

    if (atom == NULL)
        return NULL;
    behind = parser->at;
    if (!take_quantifier(parser, &min, &max))
        return NULL;
    if (max == 0)
        return atom;
    if (!takes_terms(atom))
        return fail(parser, behind, "what takes no term cannot be repeated");
    tree = wrap(parser, KT_TREE_REPEAT, start, atom);
    if (tree == NULL)
        return NULL;
    tree->min = min;
    tree->max = max;
    tree->lazy = take(parser, '?');
    tree->possessive = !tree->lazy && take(parser, '+');
    return tree;
}

/* ---------------------------------------------------- sequences and choices */

static bool
at_end(const struct parser *parser)
{
    char c = parser->text[parser->at];
    return c == '\0' || c == ')' || c == '|';
}

static struct kt_tree *
parse_sequence(struct parser *parser)
{
    struct kt_tree *sequence =
        new_tree(parser, KT_TREE_SEQUENCE, parser->at);

    if (sequence == NULL)
        return NULL;
    skip_blanks(parser);
    while (!at_end(parser)) {
        struct kt_tree *element = parse_element(parser);
        if (element == NULL)
            return NULL;
        append(sequence, element);
        skip_blanks(parser);
    }
    if (sequence->first == NULL)
        return fail(parser, parser->at, "an empty alternative");
    return sequence;
}

static struct kt_tree *
parse_choice(struct parser *parser)
{
    struct kt_tree *sequence = parse_sequence(parser);
    struct kt_tree *choice;

    if (sequence == NULL || parser->text[parser->at] != '|')
        return sequence;
    choice = wrap(parser, KT_TREE_CHOICE, sequence->at, sequence);
    while (choice != NULL && take(parser, '|')) {
        sequence = parse_sequence(parser);
        if (sequence == NULL)
            return NULL;
        append(choice, sequence);
    }
    return choice;
}

struct kt_tree *
kt_tree_parse(const struct kt_place *place, struct kt_arena *scratch,
              struct kt_faults *faults)
{
    struct parser parser = {.place = place,
                            .text = place->line->text,
                            .at = place->at,
                            .scratch = scratch,
                            .faults = faults};
    struct kt_tree *tree = parse_choice(&parser);

    if (tree != NULL && parser.text[parser.at] == ')')
        return fail(&parser, parser.at, "no '(' for this ')'");
    return tree;
}
