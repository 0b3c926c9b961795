/*
 * A program under way: shared by the files program*.c and by no other.
 */
#ifndef KT_PROGRAM_PARTS_H
#define KT_PROGRAM_PARTS_H

#include "program.h"

struct kt_builder {
    struct kt_program *program;
    struct kt_arena *arena;
    struct kt_arena *scratch;
    uint8_t pattern;
    uint32_t registers;
    uint64_t *taken; /* codes, while the branches of a choice are listed */
    enum kt_program_fault fault;
};

/* Adds an empty set. 0: it cannot be had. */
uint32_t
kt_build_set(struct kt_builder *builder);

static inline uint64_t *
kt_build_bits(const struct kt_program *program, uint32_t set)
{
    return program->sets.items + set;
}

/* Puts the codes of the other set into the first. */
void
kt_build_join(struct kt_builder *builder, uint32_t set, uint32_t other);

/* A set that is filled and stays as it is; or an older one of the same codes,
 * and if no set was added since, its room is given back. */
uint32_t
kt_build_settle(struct kt_builder *builder, uint32_t set);

/* The codes that satisfy a predicate (number from 0); each set once. */
uint32_t
kt_build_predicate(struct kt_builder *builder, uint32_t number);

/* What the codes are that a tree can match, as far as the first two. */
struct kt_reach {
    uint32_t first;  /* sets; 0: empty */
    uint32_t second; /* of what takes two at least */
    bool none;       /* it may match whatever comes, and take no term */
    bool one;        /* it may take just one, whatever is behind it */
    bool still;      /* it may take no term, though it looks at some */
};

/* What one tree or the other can match. */
struct kt_reach
kt_reach_either(struct kt_builder *builder, struct kt_reach a,
                struct kt_reach b);

struct kt_reach
kt_reach_of(struct kt_builder *builder, struct kt_tree *tree);

static inline struct kt_guard
kt_guard_of(struct kt_reach reach)
{
    return (struct kt_guard){reach.none ? 0 : reach.first,
                             reach.none || reach.one ? 0 : reach.second};
}

#endif
