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

/* The codes that satisfy a predicate (number from 0); each set once. */
uint32_t
kt_build_predicate(struct kt_builder *builder, uint32_t number);

/* The set of codes that a tree can begin with; 0: it may take no term. */
uint32_t
kt_build_first(struct kt_builder *builder, struct kt_tree *tree);

#endif
