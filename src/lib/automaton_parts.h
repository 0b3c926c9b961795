/*
 * The parts of an automaton, shared by the files automaton*.c and by no
 * other.
 */
#ifndef KT_AUTOMATON_PARTS_H
#define KT_AUTOMATON_PARTS_H

#include <pthread.h>
#include <stdatomic.h>

#include "automaton.h"

/* A step that takes a term, as a state has it. */
struct kt_auto_take {
    uint32_t set;
    uint16_t next;
};

/*
 * A set of steps, and what they come to without a term. Never changes once
 * its number is told to anybody.
 */
struct kt_auto_state {
    const uint16_t *steps; /* in ascending order; what tells states apart */
    uint32_t count;
    uint32_t take_count;
    uint32_t look_count;
    const struct kt_auto_take *takes;
    const uint16_t *looks; /* steps that must know the next term */
    struct kt_may live;    /* the templates of the steps */
    struct kt_may accepts; /* those that have matched, whatever comes */
};

enum {
    KT_DEAD = 1,    /* no template is left */
    KT_FULL,        /* no room to make the state: every template may match */
    KT_INNER_START, /* of a run from within a row */
    KT_OUTER_START, /* of a run from its first term on */
    KT_FIRST_STATE
};

enum { KT_STEP_SLOTS = 1 << 16 };

/* What a term comes to: the next state, and the number of the set of
 * templates that have matched. */
typedef uint32_t kt_step;

static inline kt_step
kt_make_step(uint32_t next, uint32_t accept)
{
    return next << 16 | accept;
}

struct kt_automaton {
    const struct kt_program *program;
    struct kt_may all; /* the templates of the program */

    /* What follows is made when it is needed, under the lock. */
    pthread_mutex_t lock;
    struct kt_arena made;
    _Atomic bool full;
    _Atomic(struct kt_auto_tables *) tables; /* NULL: no row was run yet */
};

struct kt_auto_tables {
    _Atomic kt_step *first[2]; /* by code, of the states that runs begin with:
                               KT_INNER_START, KT_OUTER_START; 0: not made */
    _Atomic uint64_t *steps; /* a hash table of `state, code, step`; 0: free */
    uint32_t words;   /* 64 bits each, of a set of codes with kt_auto_end() */
    uint64_t *onward; /* of each state, the codes after which it goes on */
    struct kt_auto_state *states;
    const struct kt_may *accepts; /* [0] is the empty set */

    /* only under the lock */
    uint32_t step_count;
    uint32_t state_count;
    uint16_t *state_slots; /* by hash of the steps, 0: free */
    struct kt_may *accepted;
    uint32_t accept_count;
    uint32_t places;  /* steps and takes in all states */
    uint32_t closure; /* number of the last */
    uint32_t *seen;   /* of each step: the last closure that met it */
    uint16_t *stack;
    uint16_t *targets;
    struct kt_auto_take *takes; /* of the state being made */
    uint16_t *looks;
};

static inline void
kt_may_add(struct kt_may *may, uint32_t number)
{
    may->bits[number / 64] |= UINT64_C(1) << number % 64;
}

static inline bool
kt_may_has(const struct kt_may *may, uint32_t number)
{
    return may->bits[number / 64] >> number % 64 & 1;
}

static inline void
kt_may_join(struct kt_may *may, const struct kt_may *other)
{
    for (size_t i = 0; i < sizeof may->bits / sizeof *may->bits; i++)
        may->bits[i] |= other->bits[i];
}

/* The code that stands for `no more terms`. */
static inline uint32_t
kt_auto_end(const struct kt_automaton *automaton)
{
    return automaton->program->codes->count;
}

/* Makes the tables of an automaton. NULL: out of memory. */
struct kt_auto_tables *
kt_auto_tables(struct kt_automaton *automaton);

/* What a state comes to with a code that it goes on after, made now; under
 * the lock. */
kt_step
kt_auto_step(struct kt_automaton *automaton, struct kt_auto_tables *tables,
             uint32_t number, uint32_t code);

#endif
