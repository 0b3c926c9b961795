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
tables_of(struct kt_automaton *automaton)
{
    struct kt_auto_tables *tables =
        atomic_load_explicit(&automaton->tables, memory_order_acquire);

    if (tables != NULL ||
        atomic_load_explicit(&automaton->full, memory_order_relaxed))
        return tables;
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

/* The place of a transition in the table, or a free one. */
static inline uint64_t
find_step(const struct kt_auto_tables *tables, uint32_t key, uint32_t *slot)
{
    uint32_t at = key * UINT32_C(0x9E3779B1) >> 16;
    uint64_t entry;

    while ((entry = atomic_load_explicit(&tables->steps[at],
                                         memory_order_acquire)) != 0 &&
           entry >> 32 != key)
        at = (at + 1) % KT_STEP_SLOTS;
    *slot = at;
    return entry;
}

/* Where the step of a state that runs begin with is kept. */
static inline _Atomic kt_step *
first_step(const struct kt_auto_tables *tables, uint32_t key)
{
    return &tables->first[(key >> 16) - KT_INNER_START][key & 0xFFFF];
}

/* Keeps a step that was made. False: there is no room for another. */
static bool
keep_step(struct kt_auto_tables *tables, uint32_t key, kt_step made)
{
    uint32_t slot;

    if (made >> 16 == KT_FULL)
        return false;
    if (key >> 16 < KT_FIRST_STATE) {
        atomic_store_explicit(first_step(tables, key), made,
                              memory_order_release);
        return true;
    }
    find_step(tables, key, &slot);
    atomic_store_explicit(&tables->steps[slot], (uint64_t)key << 32 | made,
                          memory_order_release);
    return ++tables->step_count < KT_STEP_SLOTS / 2;
}

/* The step of a state and a code if it was made, else 0. */
static inline kt_step
known_step(const struct kt_auto_tables *tables, uint32_t key)
{
    uint32_t slot;

    return key >> 16 < KT_FIRST_STATE
               ? atomic_load_explicit(first_step(tables, key),
                                      memory_order_acquire)
               : (kt_step)find_step(tables, key, &slot);
}

/* What a state comes to with a code, made now. */
static kt_step
new_step(struct kt_automaton *automaton, struct kt_auto_tables *tables,
         uint32_t key)
{
    kt_step made;

    if (atomic_load_explicit(&automaton->full, memory_order_relaxed))
        return kt_make_step(KT_FULL, 0);
    pthread_mutex_lock(&automaton->lock);
    made = known_step(tables, key);
    if (made == 0) {
        made = kt_auto_step(automaton, tables, key >> 16, key & 0xFFFF);
        if (!keep_step(tables, key, made))
            atomic_store_explicit(&automaton->full, true, memory_order_relaxed);
    }
    pthread_mutex_unlock(&automaton->lock);
    return made;
}

/* What a state comes to with a code. */
static inline kt_step
step_of(struct kt_automaton *automaton, struct kt_auto_tables *tables,
        uint32_t state, uint32_t code)
{
    uint32_t key = state << 16 | code;
    kt_step known = known_step(tables, key);

    return known != 0 ? known : new_step(automaton, tables, key);
}

/* ------------------------------------------------------------------ running */

/* The code of the term `number` of the run, or kt_auto_end(). */
static inline uint32_t
code_at(const struct kt_automaton *automaton, const uint16_t *codes,
        uint32_t length, uint32_t at, uint32_t number)
{
    if (automaton->program->reversed)
        return number < at ? codes[at - 1 - number] : kt_auto_end(automaton);
    return number < length - at ? codes[at + number] : kt_auto_end(automaton);
}

static inline bool
goes_on(const struct kt_auto_tables *tables, uint32_t number, uint32_t code)
{
    const uint64_t *onward = tables->onward + number * tables->words;

    return onward[code / 64] >> code % 64 & 1;
}

/* Follows the states from the term on. */
static void
run(struct kt_automaton *automaton, struct kt_auto_tables *tables,
    const uint16_t *codes, uint32_t length, uint32_t at, struct kt_may *may)
{
    uint32_t outer = automaton->program->reversed ? length : 0;
    uint32_t number = at == outer ? KT_OUTER_START : KT_INNER_START;

    for (uint32_t taken = 0;; taken++) {
        uint32_t code = code_at(automaton, codes, length, at, taken);
        kt_step found;
        if (!goes_on(tables, number, code)) {
            kt_may_join(may, &tables->states[number].accepts);
            return;
        }
        found = step_of(automaton, tables, number, code);
        if (found >> 16 == KT_FULL || taken == STEPS_MAX) {
            kt_may_join(may, &tables->states[number].live);
            return;
        }
        if ((found & 0xFFFF) != 0)
            kt_may_join(may, &tables->accepts[found & 0xFFFF]);
        number = found >> 16;
        if (number == KT_DEAD)
            return;
    }
}

bool
kt_automaton_run(struct kt_automaton *automaton, const uint16_t *codes,
                 uint32_t length, uint32_t at, struct kt_may *may)
{
    struct kt_auto_tables *tables = tables_of(automaton);

    if (tables == NULL) {
        *may = automaton->all;
        return true;
    }
    /* Most terms begin nothing. */
    if (at > 0 && at < length && !automaton->program->reversed &&
        !goes_on(tables, KT_INNER_START, codes[at]))
        return false;
    *may = (struct kt_may){{0}};
    run(automaton, tables, codes, length, at, may);
    return true;
}
