/*
 * Writing a tree as a pattern of PCRE2.
 * In: elements whose predicates have codes. Out: code units, forward or in
 * reverse. A term becomes a class of codes, all else what it looks like.
 *
 *     MENTION COMMA?  ->  [7](?:[2]){0,1}
 *     in reverse      ->  (?:[2]){0,1}[7]
 */
#include <stdio.h>
#include <string.h>

#include "template_tree.h"

/* Longer patterns come of lets in lets in lets. */
enum { UNITS_MAX = 60000 };

/*
 * PCRE2 compiles a pattern to 65,536 units at most, of 250 groups in each
 * other. What stays below these bounds by a count that is far too high
 * compiles for certain.
 */
enum {
    BULK_MAX = 60000,
    DEPTH_MAX = 200,
    BULK_OF_NODE = 16,
    BULK_OF_CLASS = 32
};

static void
write_tree(struct kt_half *half, const struct kt_tree *tree);

/* ----------------------------------------------------------------- writing */

static void
write_unit(struct kt_half *half, uint16_t unit)
{
    uint16_t *slot;

    if (half->lost || half->too_large)
        return;
    if (half->units.count < half->units.room) {
        half->units.items[half->units.count++] = unit;
        return;
    }
    half->too_large = half->units.count >= UNITS_MAX;
    slot = kt_list_push(half->scratch, &half->units);
    if (slot == NULL)
        half->lost = true;
    else
        *slot = unit;
}

static void
write_units(struct kt_half *half, const uint16_t *units, uint32_t count)
{
    while (count > 0) {
        uint32_t fit = half->units.room - half->units.count;
        fit = fit < count ? fit : count;
        if (fit == 0) {
            write_unit(half, *units); /* makes room */
            fit = 1;
        } else {
            memcpy(half->units.items + half->units.count, units,
                   fit * sizeof *units);
            half->units.count += fit;
        }
        if (half->too_large || half->lost)
            return;
        units += fit;
        count -= fit;
    }
}

/* So much more, `times` over, behind what was there `before`. */
static void
add_bulk(struct kt_half *half, uint32_t before, uint32_t more,
         uint32_t times)
{
    uint64_t inner = half->bulk - before + (uint64_t)more;
    uint64_t bulk = before + inner * times;

    half->bulk = bulk > BULK_MAX ? BULK_MAX : (uint32_t)bulk;
    half->doubtful |= half->bulk == BULK_MAX || half->depth > DEPTH_MAX;
}

static void
add_class_bulk(struct kt_half *half, uint32_t units)
{
    add_bulk(half, half->bulk, BULK_OF_CLASS + 2 * units, 1);
}

static void
write_text(struct kt_half *half, const char *text)
{
    for (; *text != '\0'; text++)
        write_unit(half, (uint8_t)*text);
}

/* A code that means nothing else in a pattern stands for itself. */
static void
write_code(struct kt_half *half, uint32_t code)
{
    char text[16];

    if (code >= 128 || (code > 0 && strchr("\\[]^-", (int)code) == NULL)) {
        write_unit(half, (uint16_t)code);
        return;
    }
    snprintf(text, sizeof text, "\\x{%x}", (unsigned)code);
    write_text(half, text);
}

static void
write_codes(struct kt_half *half, uint32_t first, uint32_t last)
{
    write_code(half, first);
    if (last > first + 1)
        write_text(half, "-");
    if (last > first)
        write_code(half, last);
}

/* The first code from `code` on that is wanted, or is not; or how many codes
 * there are. */
static uint32_t
next_code(const struct kt_half *half, const uint64_t *codes, uint32_t code,
          bool wanted)
{
    uint32_t count = half->codes->count;

    while (code < count) {
        uint64_t bits = (wanted ? codes[code / 64] : ~codes[code / 64]);
        bits >>= code % 64;
        if (bits != 0) {
            code += kt_lowest_bit(bits);
            break;
        }
        code = (code | 63) + 1;
    }
    return code < count ? code : count;
}

/* A class of the codes whose bit is set; none: never matches. */
static void
write_class(struct kt_half *half, const uint64_t *wanted)
{
    uint32_t first = next_code(half, wanted, 0, true), end;

    if (first == half->codes->count) {
        write_text(half, "(?:(?!))");
        return;
    }
    write_text(half, "[");
    for (; first < half->codes->count;
         first = next_code(half, wanted, end, true)) {
        end = next_code(half, wanted, first, false);
        write_codes(half, first, end - 1);
    }
    write_text(half, "]");
}

/* A bit for each code, all 0. NULL: out of memory, noted. */
static uint64_t *
take_bits(struct kt_half *half)
{
    uint64_t *bits = kt_arena_take_zeroed(
        half->scratch, half->codes->take_words * sizeof *bits);
    half->lost |= bits == NULL;
    return bits;
}

/* Each class is written once and copied from then on. */
static void
write_predicate(struct kt_half *half, uint32_t number)
{
    struct kt_predicate *predicate = &half->codes->predicates.items[number];

    if (predicate->text == NULL) {
        struct kt_half class = {.codes = half->codes,
                                .scratch = half->scratch};
        write_class(&class, kt_codes_taken(half->codes, number));
        half->lost |= class.lost;
        predicate->text = class.units.items;
        predicate->text_length = class.units.count;
    }
    write_units(half, predicate->text, predicate->text_length);
    add_class_bulk(half, predicate->text_length);
}

void
kt_half_write(struct kt_half *half, const struct kt_tree *first,
              const struct kt_tree *last)
{
    const struct kt_tree *tree = half->reversed ? last : first;
    const struct kt_tree *stop = half->reversed ? first : last;

    for (;; tree = half->reversed ? tree->previous : tree->next) {
        write_tree(half, tree);
        if (tree == stop)
            break;
    }
}

/*
 * Alternatives of one term that stand together become one class, without
 * the terms that an alternative before them takes already: what follows
 * has failed behind them once and would fail again. So `( CAPITAL | COMMA
 * CAPITAL | CAPITAL & ORG )*` takes no more steps than it must.
 * Returns the first child behind them; *empty: no term is left.
 */
static const struct kt_tree *
merge_terms(const struct kt_half *half, const struct kt_tree *child,
            uint64_t *taken, uint64_t *wanted, bool *empty)
{
    uint32_t words = half->codes->take_words;
    uint64_t any = 0;

    memset(wanted, 0, words * sizeof *wanted);
    for (; child != NULL && child->predicate != 0; child = child->next)
        for (uint32_t i = 0; i < words; i++)
            wanted[i] |=
                kt_codes_taken(half->codes, child->predicate - 1)[i];
    for (uint32_t i = 0; i < words; i++) {
        wanted[i] &= ~taken[i];
        taken[i] |= wanted[i];
        any |= wanted[i];
    }
    *empty = any == 0;
    return child;
}

static void
write_choice(struct kt_half *half, const struct kt_tree *choice)
{
    uint64_t *taken = take_bits(half), *wanted = take_bits(half);
    const struct kt_tree *child = choice->first;
    uint32_t branches = 0;
    bool empty;

    if (taken == NULL || wanted == NULL)
        return;
    write_text(half, "(?:");
    while (child != NULL) {
        const struct kt_tree *branch = child;
        child = merge_terms(half, child, taken, wanted, &empty);
        if (child != branch && empty)
            continue;
        if (branches++ > 0)
            write_text(half, "|");
        if (child != branch) {
            uint32_t units = half->units.count;
            write_class(half, wanted);
            add_class_bulk(half, half->units.count - units);
            continue;
        }
        write_tree(half, branch);
        child = branch->next;
    }
    write_text(half, branches > 0 ? ")" : "(?!))");
}

static void
write_repeat(struct kt_half *half, const struct kt_tree *tree)
{
    uint32_t before = half->bulk, times = tree->max;
    char bounds[32];

    if (tree->max == KT_TREE_MANY)
        snprintf(bounds, sizeof bounds, "{%u,}", (unsigned)tree->min);
    else
        snprintf(bounds, sizeof bounds, "{%u,%u}", (unsigned)tree->min,
                 (unsigned)tree->max);
    write_text(half, "(?:");
    write_tree(half, tree->first);
    write_text(half, ")");
    write_text(half, bounds);
    if (tree->lazy)
        write_text(half, "?");
    if (tree->possessive)
        write_text(half, "+");
    /* PCRE2 writes the child as often as it is counted. */
    if (tree->max == KT_TREE_MANY)
        times = tree->min;
    add_bulk(half, before, BULK_OF_NODE, times > 1 ? times : 1);
}

static void
write_slot(struct kt_half *half, const struct kt_tree *tree)
{
    if (half->slot_count == KT_SLOTS_MAX) {
        half->too_large = true;
        return;
    }
    half->slots[half->slot_count++] = tree->slot;
    write_text(half, "(");
    write_tree(half, tree->first);
    write_text(half, ")");
}

static void
write_look(struct kt_half *half, const struct kt_tree *tree)
{
    write_text(half, tree->negative ? "(?!" : "(?=");
    write_tree(half, tree->first);
    write_text(half, ")");
}

static void
write_node(struct kt_half *half, const struct kt_tree *tree)
{
    switch (tree->kind) {
    case KT_TREE_SEQUENCE:
        kt_half_write(half, tree->first, tree->last);
        break;
    case KT_TREE_CHOICE:
        write_choice(half, tree);
        break;
    case KT_TREE_REPEAT:
        write_repeat(half, tree);
        break;
    case KT_TREE_SLOT:
        write_slot(half, tree);
        break;
    case KT_TREE_LOOK:
        write_look(half, tree);
        break;
    case KT_TREE_LET:
        write_text(half, "(?:");
        write_tree(half, tree->let->tree);
        write_text(half, ")");
        break;
    case KT_TREE_START:
    case KT_TREE_END:
        write_text(half, (tree->kind == KT_TREE_START) != half->reversed
                             ? "\\A"
                             : "\\z");
        break;
    case KT_TREE_TERM:
    case KT_TREE_NAME:
        break;
    }
}

static void
write_tree(struct kt_half *half, const struct kt_tree *tree)
{
    if (tree->predicate != 0) {
        write_predicate(half, tree->predicate - 1);
        return;
    }
    if (half->too_large || half->lost)
        return;
    half->depth++;
    add_bulk(half, half->bulk, BULK_OF_NODE, 1);
    write_node(half, tree);
    half->depth--;
}
