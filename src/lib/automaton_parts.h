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

/*
 * What a term comes to: the number of the next state, or, where templates
 * have matched, KT_WITH_ACCEPTS + the number of an end. 0: not made yet.
 */
typedef uint16_t kt_step;

enum {
    KT_DEAD = 1,    /* no template is left */
    KT_FULL,        /* no room to make the state: every template may match */
    KT_INNER_START, /* of a run from within a row */
    KT_OUTER_START, /* of a run from its first term on */
    KT_FIRST_STATE,
    KT_WITH_ACCEPTS = 0x8000
};

/* Templates that have matched, and the state that follows. */
struct kt_auto_end {
    uint32_t next;
    struct kt_may accepts;
};

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
    uint32_t codes;         /* with the code for `no more terms` */
    _Atomic kt_step *steps; /* of each state, for each code */
    struct kt_auto_end *ends;
    struct kt_auto_state *states;

    /* only under the lock */
    uint32_t state_count;
    uint16_t *state_slots; /* by hash of the steps, 0: free */
    uint32_t end_count;
    uint32_t places;  /* steps and takes in all states */
    uint32_t closure; /* number of the last */
    uint32_t *seen;   /* of each step: the last closure that met it */
    uint16_t *stack;
    uint16_t *targets;
    struct kt_auto_take *takes; /* of the state being made */
    uint16_t *looks;
    uint64_t *onward; /* the codes after which it goes on */
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

/* Makes the tables of an automaton. NULL: out of memory. */
struct kt_auto_tables *
kt_auto_tables(struct kt_automaton *automaton);

/* What a state comes to with a code that it goes on after, made now; under
 * the lock. KT_FULL: no room. */
kt_step
kt_auto_step(struct kt_automaton *automaton, struct kt_auto_tables *tables,
             uint32_t number, uint32_t code);

#endif
