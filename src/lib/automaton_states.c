/*
 * The states of an automaton, made when a row needs them.
 * In: a state and the code of the next term. Out: the state that follows,
 * and which templates have matched.
 *
 *     {A1 B1} -SAY-> {A2 B2}: from A1 and B1 all steps that are reached
 *     without a term; of these, those that take SAY; what follows them
 *
 * What a state reaches without a term is found once, when it is made; only
 * steps that look at the next term are asked again for each.
 */
#include <string.h>

#include "automaton_parts.h"

/* Room for what texts need; a text made to hurt gets no more. */
enum {
    STATES_MAX = 4096,
    STATE_SLOTS = 2 * STATES_MAX,
    ENDS_MAX = 4096,
    PLACES_MAX = 1 << 20 /* steps and takes in all states */
};

/* One closure: what is reached from some steps without taking a term. */
struct closure {
    struct kt_automaton *automaton;
    struct kt_auto_tables *tables;
    uint32_t depth; /* of the stack */
    uint32_t take_count;
    uint32_t look_count;
    struct kt_may accepts;
};

static void
begin_closure(struct closure *closure)
{
    closure->tables->closure++;
    closure->take_count = closure->look_count = 0;
    closure->accepts = (struct kt_may){{0}};
}

static void
visit(struct closure *closure, uint16_t step)
{
    struct kt_auto_tables *tables = closure->tables;

    if (tables->seen[step] == tables->closure)
        return;
    tables->seen[step] = tables->closure;
    tables->stack[closure->depth++] = step;
}

/* Does the template end here, but for what it notes? */
static bool
ends(const struct kt_program *program, uint16_t step)
{
    while (program->steps.items[step].op == KT_OP_SAVE)
        step = program->steps.items[step].next;
    return program->steps.items[step].op == KT_OP_ACCEPT;
}

/*
 * Where a step leads that takes no term. Loops are not counted. Looking
 * ahead at the end of a template is taking: that what is looked at belongs
 * to nobody does not matter here. Elsewhere only one term is looked at.
 */
static void
pass(struct closure *closure, const struct kt_instruction *step)
{
    const struct kt_program *program = closure->automaton->program;

    switch ((enum kt_op)step->op) {
    case KT_OP_SPLIT:
    case KT_OP_LOOP:
    case KT_OP_LAZY:
        visit(closure, step->other);
        visit(closure, step->next);
        break;
    case KT_OP_AHEAD:
        visit(closure, ends(program, step->other) ? step->next : step->other);
        break;
    case KT_OP_NOT:
        visit(closure, step->other);
        break;
    default:
        visit(closure, step->next);
        break;
    }
}

/* Follows the steps on the stack; those that look or take are listed. */
static void
close_over(struct closure *closure, bool at_start)
{
    struct kt_auto_tables *tables = closure->tables;

    while (closure->depth > 0) {
        uint16_t number = tables->stack[--closure->depth];
        const struct kt_instruction *step =
            &closure->automaton->program->steps.items[number];
        if (step->op == KT_OP_TAKE || step->op == KT_OP_SPAN)
            tables->takes[closure->take_count++] = (struct kt_auto_take){
                step->set, step->op == KT_OP_TAKE ? step->next : number};
        if (step->op == KT_OP_TAKE)
            continue;
        if (step->op == KT_OP_ACCEPT)
            kt_may_add(&closure->accepts, step->pattern);
        else if (step->op == KT_OP_HAS || step->op == KT_OP_LACKS ||
                 step->op == KT_OP_END)
            tables->looks[closure->look_count++] = number;
        else if (step->op != KT_OP_START || at_start)
            pass(closure, step);
    }
}

/* Does a step that looks let pass when this code comes next? */
static bool
lets_pass(const struct closure *closure, const struct kt_instruction *step,
          uint32_t code)
{
    if (step->op == KT_OP_END)
        return code == closure->tables->codes - 1;
    return kt_program_has(closure->automaton->program, step->set, code) ==
           (step->op == KT_OP_HAS);
}

/* The codes after which a step that looks lets pass. */
static void
join_look(const struct closure *closure, const struct kt_instruction *step,
          uint64_t *codes)
{
    const struct kt_program *program = closure->automaton->program;
    const uint64_t *found = program->sets.items + step->set;
    uint32_t end = closure->tables->codes - 1;

    for (uint32_t i = 0; i < program->words && step->op != KT_OP_END; i++)
        codes[i] |= step->op == KT_OP_HAS ? found[i] : ~found[i];
    if (step->op == KT_OP_END)
        codes[end / 64] |= UINT64_C(1) << end % 64;
}

/* Notes the codes after which the state that was closed over goes on. */
static void
find_onward(const struct closure *closure)
{
    const struct kt_program *program = closure->automaton->program;
    struct kt_auto_tables *tables = closure->tables;
    uint64_t *onward = tables->onward;

    memset(onward, 0, program->words * sizeof *onward);
    for (uint32_t i = 0; i < closure->take_count; i++) {
        const uint64_t *found = program->sets.items + tables->takes[i].set;
        for (uint32_t j = 0; j < program->words; j++)
            onward[j] |= found[j];
    }
    for (uint32_t i = 0; i < closure->look_count; i++)
        join_look(closure, &program->steps.items[tables->looks[i]], onward);
}

/* The number of an end; KT_FULL: no room. */
static kt_step
number_end(struct kt_auto_tables *tables, uint32_t next,
           const struct kt_may *accepts)
{
    static const struct kt_may none = {{0}};
    uint32_t i = 0;

    if (next == KT_FULL || memcmp(accepts, &none, sizeof none) == 0)
        return (kt_step)next;
    while (i < tables->end_count &&
           (tables->ends[i].next != next ||
            memcmp(&tables->ends[i].accepts, accepts, sizeof *accepts) != 0))
        i++;
    if (i == ENDS_MAX)
        return KT_FULL;
    if (i == tables->end_count)
        tables->ends[tables->end_count++] =
            (struct kt_auto_end){next, *accepts};
    return (kt_step)(KT_WITH_ACCEPTS + i);
}

/* The steps of a state: dead, or not made yet. */
static bool
begin_steps(struct closure *closure, uint32_t number)
{
    struct kt_auto_tables *tables = closure->tables;
    _Atomic kt_step *steps = tables->steps + number * tables->codes;
    kt_step dead = number_end(tables, KT_DEAD, &closure->accepts);

    find_onward(closure);
    for (uint32_t code = 0; code < tables->codes; code++)
        atomic_init(&steps[code],
                    tables->onward[code / 64] >> code % 64 & 1 ? 0 : dead);
    return dead != KT_FULL;
}

static void *
keep(struct kt_automaton *automaton, const void *items, size_t size)
{
    void *kept = kt_arena_take(&automaton->made, size + 1);

    if (kept != NULL && size > 0)
        memcpy(kept, items, size);
    return kept;
}

/* Makes the state of a number, of steps. False: no room. */
static bool
make_state(struct closure *closure, const uint16_t *steps, uint32_t count,
           uint32_t number)
{
    struct kt_automaton *automaton = closure->automaton;
    struct kt_auto_tables *tables = closure->tables;
    struct kt_auto_state *state = &tables->states[number];

    begin_closure(closure);
    for (uint32_t i = count; i-- > 0;)
        visit(closure, steps[i]);
    close_over(closure, number == KT_OUTER_START);
    tables->places += count + closure->take_count;
    if (tables->places > PLACES_MAX)
        return false;
    *state = (struct kt_auto_state){
        .steps = keep(automaton, steps, count * sizeof *steps),
        .count = count,
        .take_count = closure->take_count,
        .look_count = closure->look_count,
        .takes = keep(automaton, tables->takes,
                      closure->take_count * sizeof *tables->takes),
        .looks = keep(automaton, tables->looks,
                      closure->look_count * sizeof *tables->looks),
        .accepts = closure->accepts,
    };
    for (uint32_t i = 0; i < count; i++)
        kt_may_add(&state->live,
                   automaton->program->steps.items[steps[i]].pattern);
    return begin_steps(closure, number) && state->steps && state->takes &&
           state->looks;
}

static uint32_t
hash_steps(const uint16_t *steps, uint32_t count)
{
    uint32_t hash = 0x811C9DC5;

    for (uint32_t i = 0; i < count; i++)
        hash = (hash ^ steps[i]) * 0x01000193;
    return hash ^ hash >> 15;
}

/* The state of the targets, made if there is none; KT_FULL: no room. */
static uint32_t
state_of_targets(struct closure *closure, uint32_t count)
{
    struct kt_auto_tables *tables = closure->tables;
    uint32_t at;

    if (count == 0)
        return KT_DEAD;
    for (at = hash_steps(tables->targets, count) % STATE_SLOTS;
         tables->state_slots[at] != 0; at = (at + 1) % STATE_SLOTS) {
        const struct kt_auto_state *state =
            &tables->states[tables->state_slots[at]];
        if (state->count == count &&
            memcmp(state->steps, tables->targets,
                   count * sizeof *tables->targets) == 0)
            return tables->state_slots[at];
    }
    if (tables->state_count == STATES_MAX ||
        !make_state(closure, tables->targets, count, tables->state_count))
        return KT_FULL;
    tables->state_slots[at] = (uint16_t)tables->state_count;
    return tables->state_count++;
}

/* Puts a step among the targets, which are in order, each once. */
static uint32_t
add_target(uint16_t *targets, uint32_t count, uint16_t step)
{
    uint32_t at = count;

    while (at > 0 && targets[at - 1] > step)
        at--;
    if (at > 0 && targets[at - 1] == step)
        return count;
    memmove(targets + at + 1, targets + at, (count - at) * sizeof *targets);
    targets[at] = step;
    return count + 1;
}

/* The targets of takes, without those of templates that have matched. */
static uint32_t
take_code(const struct closure *closure, uint32_t code,
          const struct kt_auto_take *takes, uint32_t take_count, uint32_t count)
{
    const struct kt_automaton *automaton = closure->automaton;

    for (uint32_t i = 0; i < take_count; i++) {
        uint16_t next = takes[i].next;
        if (kt_program_has(automaton->program, takes[i].set, code) &&
            !kt_may_has(&closure->accepts,
                        automaton->program->steps.items[next].pattern))
            count = add_target(closure->tables->targets, count, next);
    }
    return count;
}

/* Closes over what steps that look let pass to, for this code. */
static void
look_ahead(struct closure *closure, const uint16_t *looks, uint32_t count,
           uint32_t code, bool at_start)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct kt_instruction *step =
            &closure->automaton->program->steps.items[looks[i]];
        if (lets_pass(closure, step, code))
            visit(closure, step->next);
    }
    close_over(closure, at_start);
}

kt_step
kt_auto_step(struct kt_automaton *automaton, struct kt_auto_tables *tables,
             uint32_t number, uint32_t code)
{
    struct closure closure = {.automaton = automaton, .tables = tables};
    const struct kt_auto_state *state = &tables->states[number];
    bool at_start = number == KT_OUTER_START;
    struct kt_may accepts;
    uint32_t count;

    begin_closure(&closure);
    look_ahead(&closure, state->looks, state->look_count, code, at_start);
    for (uint32_t i = 0; i < closure.look_count; i++) /* it grows */
        look_ahead(&closure, &tables->looks[i], 1, code, at_start);
    kt_may_join(&closure.accepts, &state->accepts);
    count = take_code(&closure, code, tables->takes, closure.take_count, 0);
    count = take_code(&closure, code, state->takes, state->take_count, count);
    accepts = closure.accepts; /* which making a state forgets */
    return number_end(tables, state_of_targets(&closure, count), &accepts);
}

/* ------------------------------------------------------------------ tables */

static bool
take_tables(struct kt_automaton *automaton, struct kt_auto_tables *tables)
{
    struct kt_arena *arena = &automaton->made;
    const struct kt_program *program = automaton->program;
    size_t steps = program->steps.count;

    tables->codes = program->codes->count + 1;
    tables->steps = kt_arena_take(arena, STATES_MAX * (size_t)tables->codes *
                                             sizeof *tables->steps);
    tables->onward =
        kt_arena_take(arena, program->words * sizeof *tables->onward);
    tables->ends = kt_arena_take(arena, ENDS_MAX * sizeof *tables->ends);
    tables->states = kt_arena_take(arena, STATES_MAX * sizeof *tables->states);
    tables->state_slots =
        kt_arena_take_zeroed(arena, STATE_SLOTS * sizeof *tables->state_slots);
    tables->seen = kt_arena_take_zeroed(arena, steps * sizeof *tables->seen);
    tables->stack = kt_arena_take(arena, steps * sizeof *tables->stack);
    tables->targets = kt_arena_take(arena, steps * sizeof *tables->targets);
    tables->takes = kt_arena_take(arena, steps * sizeof *tables->takes);
    tables->looks = kt_arena_take(arena, steps * sizeof *tables->looks);
    return tables->steps && tables->onward && tables->ends && tables->states &&
           tables->state_slots && tables->seen && tables->stack &&
           tables->targets && tables->takes && tables->looks;
}

/* The states that runs begin with. */
static bool
make_starts(struct kt_automaton *automaton, struct kt_auto_tables *tables)
{
    struct closure closure = {.automaton = automaton, .tables = tables};
    uint16_t starts[KT_FAMILY_TEMPLATES_MAX];
    uint32_t count = 0;

    for (uint32_t i = 0; i < KT_FAMILY_TEMPLATES_MAX; i++)
        if (automaton->program->starts[i] != KT_NO_START)
            starts[count++] = automaton->program->starts[i];
    return make_state(&closure, starts, count, KT_INNER_START) &&
           make_state(&closure, starts, count, KT_OUTER_START);
}

struct kt_auto_tables *
kt_auto_tables(struct kt_automaton *automaton)
{
    struct kt_auto_tables *tables =
        kt_arena_take_zeroed(&automaton->made, sizeof *tables);

    if (tables == NULL || !take_tables(automaton, tables) ||
        !make_starts(automaton, tables))
        return NULL;
    tables->state_count = KT_FIRST_STATE;
    return tables;
}
