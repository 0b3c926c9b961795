/*
 * What may come next.
 * In: a tree. Out: the codes that it can begin with, and those that can stand
 * behind the first. A branch whose sets lack the next two need not be tried.
 *
 *     ( COMMA? NAME | SAY THAT )  ->  {comma name say}, {name that}
 */
#include "program_parts.h"

#include <string.h>

enum { SETS_MAX = 20000 };

/* -------------------------------------------------------------------- sets */

uint32_t
kt_build_set(struct kt_builder *builder)
{
    struct kt_program *program = builder->program;
    uint32_t set = program->sets.count;

    if (set >= SETS_MAX * program->words) {
        builder->fault = KT_PROGRAM_TOO_LARGE;
        return 0;
    }
    for (uint32_t i = 0; i < program->words; i++)
        if (kt_list_push(builder->scratch, &program->sets) == NULL) {
            builder->fault = KT_PROGRAM_NO_MEMORY;
            return 0;
        }
    return set;
}

uint32_t
kt_build_predicate(struct kt_builder *builder, uint32_t number)
{
    struct kt_program *program = builder->program;
    const struct kt_codes *codes = program->codes;
    uint32_t *known = &codes->predicates.items[number].sets[program->reversed];

    if (*known != 0)
        return *known;
    *known = kt_build_set(builder);
    if (*known != 0)
        memcpy(kt_build_bits(program, *known), kt_codes_taken(codes, number),
               program->words * sizeof(uint64_t));
    return *known;
}

void
kt_build_join(struct kt_builder *builder, uint32_t set, uint32_t other)
{
    uint64_t *bits = kt_build_bits(builder->program, set);
    const uint64_t *more = kt_build_bits(builder->program, other);

    for (uint32_t i = 0; i < builder->program->words; i++)
        bits[i] |= more[i];
}

/* ------------------------------------------------------------ settled sets */

static uint32_t
hash_set(const struct kt_program *program, uint32_t set)
{
    const uint64_t *bits = kt_build_bits(program, set);
    uint64_t hash = 0;

    for (uint32_t i = 0; i < program->words; i++) {
        hash = (hash ^ bits[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return (uint32_t)hash;
}

/* Twice the slots, with the sets that are there. False: out of memory. */
static bool
add_slots(struct kt_builder *builder)
{
    struct kt_settled *settled = &builder->program->settled, larger;

    larger.mask = settled->slots == NULL ? 63 : 2 * settled->mask + 1;
    larger.count = settled->count;
    larger.slots = kt_arena_take_zeroed(
        builder->scratch, (larger.mask + 1) * sizeof *larger.slots);
    if (larger.slots == NULL) {
        builder->fault = KT_PROGRAM_NO_MEMORY;
        return false;
    }
    for (uint32_t i = 0; settled->slots != NULL && i <= settled->mask; i++) {
        uint32_t set = settled->slots[i], at;
        if (set == 0)
            continue;
        at = hash_set(builder->program, set) & larger.mask;
        while (larger.slots[at] != 0)
            at = (at + 1) & larger.mask;
        larger.slots[at] = set;
    }
    *settled = larger;
    return true;
}

uint32_t
kt_build_settle(struct kt_builder *builder, uint32_t set)
{
    struct kt_program *program = builder->program;
    struct kt_settled *settled = &program->settled;
    size_t size = program->words * sizeof(uint64_t);
    uint32_t at, old;

    if ((settled->slots == NULL || 2 * settled->count > settled->mask) &&
        !add_slots(builder))
        return set;
    at = hash_set(program, set) & settled->mask;
    for (; (old = settled->slots[at]) != 0; at = (at + 1) & settled->mask)
        if (memcmp(kt_build_bits(program, old), kt_build_bits(program, set),
                   size) == 0) {
            if (set + program->words == program->sets.count)
                program->sets.count = set;
            return old;
        }
    settled->count++;
    return settled->slots[at] = set;
}

static bool
holds(const struct kt_program *program, uint32_t set, uint32_t other)
{
    const uint64_t *bits = kt_build_bits(program, set);
    const uint64_t *wanted = kt_build_bits(program, other);
    uint64_t lacks = 0;

    for (uint32_t i = 0; i < program->words; i++)
        lacks |= wanted[i] & ~bits[i];
    return lacks == 0;
}

/* Many trees can begin with the same codes: each union is there once. */
static uint32_t
union_of(struct kt_builder *builder, uint32_t a, uint32_t b)
{
    uint32_t set;

    if (b == 0 || (a != 0 && holds(builder->program, a, b)))
        return a;
    if (a == 0 || holds(builder->program, b, a))
        return b;
    set = kt_build_set(builder);
    if (set == 0)
        return 0;
    kt_build_join(builder, set, a);
    kt_build_join(builder, set, b);
    return kt_build_settle(builder, set);
}

/* ------------------------------------------------------------------ guards */

struct kt_reach
kt_reach_either(struct kt_builder *builder, struct kt_reach a,
                struct kt_reach b)
{
    return (struct kt_reach){union_of(builder, a.first, b.first),
                             union_of(builder, a.second, b.second),
                             a.none || b.none, a.one || b.one,
                             a.still || b.still};
}

/* a, and behind it b */
static struct kt_reach
reach_both(struct kt_builder *builder, struct kt_reach a, struct kt_reach b)
{
    struct kt_reach both = a;

    if (a.none) {
        both.first = union_of(builder, a.first, b.first);
        both.second = union_of(builder, a.second, b.second);
    }
    if (a.one)
        both.second = union_of(builder, both.second, b.first);
    both.one = (a.one && b.none) || (a.none && b.one);
    both.none = a.none && b.none;
    both.still = a.still && b.still;
    return both;
}

static struct kt_reach
reach_of_sequence(struct kt_builder *builder, const struct kt_tree *sequence)
{
    bool reversed = builder->program->reversed;
    struct kt_reach reach = {.none = true, .still = true};

    for (struct kt_tree *child = reversed ? sequence->last : sequence->first;
         child != NULL && (reach.none || reach.one || reach.still);
         child = reversed ? child->previous : child->next)
        reach = reach_both(builder, reach, kt_reach_of(builder, child));
    return reach;
}

static struct kt_reach
reach_of_choice(struct kt_builder *builder, const struct kt_tree *choice)
{
    struct kt_reach reach = {0};

    for (struct kt_tree *child = choice->first; child; child = child->next)
        reach = kt_reach_either(builder, reach, kt_reach_of(builder, child));
    return reach;
}

static struct kt_reach
reach_of_repeat(struct kt_builder *builder, const struct kt_tree *repeat)
{
    struct kt_reach once = kt_reach_of(builder, repeat->first);
    struct kt_reach twice = reach_both(builder, once, once);

    if (repeat->max > 1)
        once.second = union_of(builder, once.second, twice.second);
    if (repeat->min > 1)
        once.one = twice.one;
    once.none |= repeat->min == 0;
    once.still |= repeat->min == 0;
    return once;
}

/* Looking ahead asks for a code as taking it does; what stands behind that
 * is left open. */
static struct kt_reach
reach_of_look(struct kt_builder *builder, const struct kt_tree *look)
{
    struct kt_reach reach;

    if (look->negative || look->first->predicate == 0)
        return (struct kt_reach){.none = true, .still = true};
    reach = kt_reach_of(builder, look->first);
    return (struct kt_reach){reach.first, builder->program->all, .still = true};
}

static struct kt_reach
find_reach(struct kt_builder *builder, struct kt_tree *tree)
{
    if (tree->predicate != 0)
        return (struct kt_reach){
            .first = kt_build_predicate(builder, tree->predicate - 1),
            .one = true};
    switch (tree->kind) {
    case KT_TREE_SEQUENCE:
        return reach_of_sequence(builder, tree);
    case KT_TREE_CHOICE:
        return reach_of_choice(builder, tree);
    case KT_TREE_REPEAT:
        return reach_of_repeat(builder, tree);
    case KT_TREE_LOOK:
        return reach_of_look(builder, tree);
    case KT_TREE_SLOT:
        return kt_reach_of(builder, tree->first);
    case KT_TREE_LET:
        return kt_reach_of(builder, tree->let->tree);
    default:
        return (struct kt_reach){.none = true, .still = true};
    }
}

/* Found once for each tree, however often it is used. */
struct kt_reach
kt_reach_of(struct kt_builder *builder, struct kt_tree *tree)
{
    struct kt_reach **known = &tree->reach[builder->program->reversed];
    struct kt_reach reach;

    if (*known != NULL)
        return **known;
    reach = find_reach(builder, tree);
    *known = kt_arena_take(builder->scratch, sizeof **known);
    if (*known == NULL)
        builder->fault = KT_PROGRAM_NO_MEMORY;
    else
        **known = reach;
    return reach;
}
