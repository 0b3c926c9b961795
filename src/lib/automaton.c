/*
 * Automata of template families.
 * In: a program, then rows of codes. Out: which of its templates may match
 * at a place. How they match, and what their slots are, is matcher.c's
 * affair.
 *
 *     templates A: SAY NAME, B: SAY THAT; row SAY THAT STOP, at 0:
 *     {A1 B1} -SAY-> {A2 B2} -THAT-> {B accepts} -STOP-> dead: B may match
 *
 * A state is the set of steps that may come next. Which of them are behind
 * an element that looks at the next term is decided when that term is known,
 * so a transition closes over the steps that take nothing, and then takes
 * one term. A template that has matched takes no more part: its match may be
 * longer, but that it matches is known.
 */
#include "automaton_parts.h"

/* The terms of a run; whatever is alive behind them may match. */
enum { STEPS_MAX = 80 };

struct kt_automaton *
kt_automaton_new(const struct kt_program *program, struct kt_arena *arena)
{
    struct kt_automaton *automaton =
        kt_arena_take_zeroed(arena, sizeof *automaton);

    if (automaton == NULL || pthread_mutex_init(&automaton->lock, NULL) != 0)
        return NULL;
    automaton->program = program;
    for (uint32_t i = 0; i < KT_FAMILY_TEMPLATES_MAX; i++)
        if (program->starts[i] != KT_NO_START)
            kt_may_add(&automaton->all, i);
    kt_arena_init(&automaton->made, arena->allocator);
    return automaton;
}

void
kt_automaton_free(struct kt_automaton *automaton)
{
    if (automaton == NULL)
        return;
    pthread_mutex_destroy(&automaton->lock);
    kt_arena_release(&automaton->made);
}

/* The tables, made by who comes first. NULL: out of memory. */
static struct kt_auto_tables *
first_tables(struct kt_automaton *automaton)
{
    struct kt_auto_tables *tables;

    if (atomic_load_explicit(&automaton->full, memory_order_relaxed))
        return NULL;
    pthread_mutex_lock(&automaton->lock);
    tables = atomic_load_explicit(&automaton->tables, memory_order_relaxed);
    if (tables == NULL) {
        tables = kt_auto_tables(automaton);
        if (tables == NULL)
            atomic_store_explicit(&automaton->full, true, memory_order_relaxed);
        atomic_store_explicit(&automaton->tables, tables, memory_order_release);
    }
    pthread_mutex_unlock(&automaton->lock);
    return tables;
}

static inline struct kt_auto_tables *
tables_of(struct kt_automaton *automaton)
{
    struct kt_auto_tables *tables =
        atomic_load_explicit(&automaton->tables, memory_order_acquire);

    return tables != NULL ? tables : first_tables(automaton);
}

/* What a state comes to with a code, made now. */
static kt_step
new_step(struct kt_automaton *automaton, struct kt_auto_tables *tables,
         uint32_t state, uint32_t code)
{
    _Atomic kt_step *place = &tables->steps[state * tables->codes + code];
    kt_step made;

    if (atomic_load_explicit(&automaton->full, memory_order_relaxed))
        return KT_FULL;
    pthread_mutex_lock(&automaton->lock);
    made = atomic_load_explicit(place, memory_order_relaxed);
    if (made == 0)
        made = kt_auto_step(automaton, tables, state, code);
    if (made == KT_FULL)
        atomic_store_explicit(&automaton->full, true, memory_order_relaxed);
    else
        atomic_store_explicit(place, made, memory_order_release);
    pthread_mutex_unlock(&automaton->lock);
    return made;
}

static inline kt_step
step_of(struct kt_automaton *automaton, struct kt_auto_tables *tables,
        uint32_t state, uint32_t code)
{
    kt_step step = atomic_load_explicit(
        &tables->steps[state * tables->codes + code], memory_order_acquire);

    return step != 0 ? step : new_step(automaton, tables, state, code);
}

/* ------------------------------------------------------------------ running */

/* Follows the states from a first step that is not dead. */
static void
run(struct kt_automaton *automaton, struct kt_auto_tables *tables,
    uint32_t state, kt_step step, const struct kt_path *path,
    struct kt_may *may)
{
    *may = (struct kt_may){{0}};
    for (uint32_t at = 1; step != KT_DEAD; at++) {
        if (step == KT_FULL || at == STEPS_MAX) {
            kt_may_join(may, &tables->states[state].live);
            return;
        }
        state = step;
        if (step >= KT_WITH_ACCEPTS) {
            const struct kt_auto_end *end =
                &tables->ends[step - KT_WITH_ACCEPTS];
            kt_may_join(may, &end->accepts);
            state = end->next;
            if (state == KT_DEAD)
                return;
        }
        step = step_of(automaton, tables, state,
                       kt_path_code(path, at, tables->codes - 1));
    }
}

bool
kt_automaton_run(struct kt_automaton *automaton, const struct kt_path *path,
                 struct kt_may *may)
{
    struct kt_auto_tables *tables = tables_of(automaton);
    uint32_t state = path->outer ? KT_OUTER_START : KT_INNER_START;
    kt_step step;

    if (tables == NULL) {
        *may = automaton->all;
        return true;
    }
    step = step_of(automaton, tables, state,
                   kt_path_code(path, 0, tables->codes - 1));
    if (step == KT_DEAD) /* as most terms, which begin nothing */
        return false;
    run(automaton, tables, state, step, path, may);
    return true;
}

uint32_t
kt_automaton_next(struct kt_automaton *automaton, const uint16_t *codes,
                  uint32_t length, uint32_t at)
{
    struct kt_auto_tables *tables = tables_of(automaton);
    const _Atomic kt_step *steps;

    if (tables == NULL || at == 0)
        return at;
    steps = tables->steps + (size_t)KT_INNER_START * tables->codes;
    while (at < length &&
           atomic_load_explicit(&steps[codes[at]], memory_order_relaxed) ==
               KT_DEAD)
        at++;
    return at;
}
