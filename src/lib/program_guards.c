/*
 * What may come next.
 * In: a tree. Out: the set of codes that it can begin with. A branch whose
 * set lacks the next code need not be tried.
 *
 *     ( COMMA? NAME | SAY )  ->  {comma name say}
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
        if (kt_list_push(builder->arena, &program->sets) == NULL) {
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

/* ------------------------------------------------------------------ guards */

static uint32_t
first_of_sequence(struct kt_builder *builder, const struct kt_tree *sequence)
{
    bool reversed = builder->program->reversed;
    uint32_t set = kt_build_set(builder);

    for (struct kt_tree *child = reversed ? sequence->last : sequence->first;
         child != NULL && set != 0;
         child = reversed ? child->previous : child->next) {
        bool repeat = child->kind == KT_TREE_REPEAT;
        uint32_t first;
        if (child->kind == KT_TREE_LOOK)
            continue;
        first = kt_build_first(builder, repeat ? child->first : child);
        if (first == 0)
            return 0;
        kt_build_join(builder, set, first);
        if (!repeat || child->min > 0)
            return set;
    }
    return 0;
}

static uint32_t
first_of_choice(struct kt_builder *builder, const struct kt_tree *choice)
{
    uint32_t set = kt_build_set(builder);

    for (struct kt_tree *child = choice->first; child != NULL && set != 0;
         child = child->next) {
        uint32_t first = kt_build_first(builder, child);
        if (first == 0)
            return 0;
        kt_build_join(builder, set, first);
    }
    return set;
}

static uint32_t
find_first(struct kt_builder *builder, struct kt_tree *tree)
{
    switch (tree->kind) {
    case KT_TREE_SEQUENCE:
        return first_of_sequence(builder, tree);
    case KT_TREE_CHOICE:
        return first_of_choice(builder, tree);
    case KT_TREE_REPEAT:
        return tree->min > 0 ? kt_build_first(builder, tree->first) : 0;
    case KT_TREE_SLOT:
        return kt_build_first(builder, tree->first);
    case KT_TREE_LET:
        return kt_build_first(builder, tree->let->tree);
    default:
        return 0;
    }
}

uint32_t
kt_build_first(struct kt_builder *builder, struct kt_tree *tree)
{
    bool reversed = builder->program->reversed;

    if (tree->predicate != 0)
        return kt_build_predicate(builder, tree->predicate - 1);
    if (!tree->first_known[reversed]) {
        tree->first_set[reversed] = find_first(builder, tree);
        tree->first_known[reversed] = true;
    }
    return tree->first_set[reversed];
}
