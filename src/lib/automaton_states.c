/*
 * The states of an automaton, made when a row needs them.
 * In: a state and the code of the next term. Out: the state that follows,
 * and which templates have matched.
 *
 *     {A1 B1} -SAY-> {A2 B2}: from A1 and B1 all nodes that are reached
 *     without a term; of these, those that take SAY; what follows them
 *
 * What a state reaches without a term is found once, when it is made; only
 * nodes that look at the next term are asked again for each.
 */
#include <string.h>

#include "automaton_parts.h"

/* Room for what texts need; a text made to hurt gets no more. */
enum {
    STATES_MAX = 4096,
    STATE_SLOTS = 2 * STATES_MAX,
    ACCEPTS_MAX = 2048,
    PLACES_MAX = 1 << 20 /* nodes and takes in all states */
};

/* One closure: what is reached from some nodes without taking a term. */
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
visit(struct closure *closure, uint16_t node)
{
    struct kt_auto_tables *tables = closure->tables;

    if (tables->seen[node] == tables->closure)
        return;
    tables->seen[node] = tables->closure;
    tables->stack[closure->depth++] = node;
}

static inline bool
satisfies(const struct kt_auto_tables *tables, uint32_t code,
          uint32_t predicate)
{
    return tables->codes[predicate * tables->words + code / 64] >> code % 64 &
           1;
}

/* Follows the nodes on the stack; those that look or take are listed. */
static void
close_over(struct closure *closure, bool at_start)
{
    struct kt_auto_tables *tables = closure->tables;

    while (closure->depth > 0) {
        uint16_t number = tables->stack[--closure->depth];
        const struct kt_auto_node *node =
            &closure->automaton->nodes.items[number];
        switch ((enum kt_auto_kind)node->kind) {
        case KT_NODE_TAKE:
            tables->takes[closure->take_count++] =
                (struct kt_auto_take){node->predicate, node->next};
            break;
        case KT_NODE_ACCEPT:
            kt_may_add(&closure->accepts, node->pattern);
            break;
        case KT_NODE_SPLIT:
            visit(closure, node->other);
            visit(closure, node->next);
            break;
        case KT_NODE_START:
            if (at_start)
                visit(closure, node->next);
            break;
        case KT_NODE_HAS:
        case KT_NODE_LACKS:
        case KT_NODE_END:
            tables->looks[closure->look_count++] = number;
            break;
        }
    }
}

/* Does a node that looks let pass when this code comes next? */
static bool
lets_pass(const struct closure *closure, const struct kt_auto_node *node,
          uint32_t code)
{
    if (node->kind == KT_NODE_END)
        return code == kt_auto_end(closure->automaton);
    return satisfies(closure->tables, code, node->predicate) ==
           (node->kind == KT_NODE_HAS);
}

/* The codes after which a node that looks lets pass. */
static void
join_look(const struct closure *closure, const struct kt_auto_node *node,
          uint64_t *codes)
{
    const struct kt_auto_tables *tables = closure->tables;
    const uint64_t *found = tables->codes + node->predicate * tables->words;
    uint32_t end = kt_auto_end(closure->automaton);

    for (uint32_t i = 0; i < tables->words && node->kind != KT_NODE_END; i++)
        codes[i] |= node->kind == KT_NODE_HAS ? found[i] : ~found[i];
    if (node->kind == KT_NODE_END)
        codes[end / 64] |= UINT64_C(1) << end % 64;
}

/* The codes after which the state that was closed over goes on. */
static void
join_onward(const struct closure *closure, uint64_t *onward)
{
    const struct kt_auto_tables *tables = closure->tables;

    memset(onward, 0, tables->words * sizeof *onward);
    for (uint32_t i = 0; i < closure->take_count; i++) {
        const uint64_t *found =
            tables->codes + tables->takes[i].predicate * tables->words;
        for (uint32_t j = 0; j < tables->words; j++)
            onward[j] |= found[j];
    }
    for (uint32_t i = 0; i < closure->look_count; i++)
        join_look(closure, &closure->automaton->nodes.items[tables->looks[i]],
                  onward);
}

static void *
keep(struct kt_automaton *automaton, const void *items, size_t size)
{
    void *kept = kt_arena_take(&automaton->made, size + 1);

    if (kept != NULL && size > 0)
        memcpy(kept, items, size);
    return kept;
}

/* Makes the state of a number, of nodes. False: no room. */
static bool
make_state(struct closure *closure, const uint16_t *nodes, uint32_t count,
           uint32_t number)
{
    struct kt_automaton *automaton = closure->automaton;
    struct kt_auto_tables *tables = closure->tables;
    struct kt_auto_state *state = &tables->states[number];

    begin_closure(closure);
    for (uint32_t i = count; i-- > 0;)
        visit(closure, nodes[i]);
    close_over(closure, number == KT_OUTER_START);
    tables->places += count + closure->take_count;
    if (tables->places > PLACES_MAX)
        return false;
    *state = (struct kt_auto_state){
        .nodes = keep(automaton, nodes, count * sizeof *nodes),
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
        kt_may_add(&state->live, automaton->nodes.items[nodes[i]].pattern);
    join_onward(closure, tables->onward + number * tables->words);
    return state->nodes && state->takes && state->looks;
}

static uint32_t
hash_nodes(const uint16_t *nodes, uint32_t count)
{
    uint32_t hash = 0x811C9DC5;

    for (uint32_t i = 0; i < count; i++)
        hash = (hash ^ nodes[i]) * 0x01000193;
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
    for (at = hash_nodes(tables->targets, count) % STATE_SLOTS;
         tables->state_slots[at] != 0; at = (at + 1) % STATE_SLOTS) {
        const struct kt_auto_state *state =
            &tables->states[tables->state_slots[at]];
        if (state->count == count &&
            memcmp(state->nodes, tables->targets,
                   count * sizeof *tables->targets) == 0)
            return tables->state_slots[at];
    }
    if (tables->state_count == STATES_MAX ||
        !make_state(closure, tables->targets, count, tables->state_count))
        return KT_FULL;
    tables->state_slots[at] = (uint16_t)tables->state_count;
    return tables->state_count++;
}

/* The number of the set of templates that have matched; -1: no room. */
static int
number_accepts(struct kt_auto_tables *tables, const struct kt_may *accepts)
{
    for (uint32_t i = 0; i < tables->accept_count; i++)
        if (memcmp(&tables->accepted[i], accepts, sizeof *accepts) == 0)
            return (int)i;
    if (tables->accept_count == ACCEPTS_MAX)
        return -1;
    tables->accepted[tables->accept_count] = *accepts;
    return (int)tables->accept_count++;
}

/* Puts a node among the targets, which are in order, each once. */
static uint32_t
add_target(uint16_t *targets, uint32_t count, uint16_t node)
{
    uint32_t at = count;

    while (at > 0 && targets[at - 1] > node)
        at--;
    if (at > 0 && targets[at - 1] == node)
        return count;
    memmove(targets + at + 1, targets + at, (count - at) * sizeof *targets);
    targets[at] = node;
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
        if (satisfies(closure->tables, code, takes[i].predicate) &&
            !kt_may_has(&closure->accepts,
                        automaton->nodes.items[next].pattern))
            count = add_target(closure->tables->targets, count, next);
    }
    return count;
}

/* Closes over what nodes that look let pass to, for this code. */
static void
look_ahead(struct closure *closure, const uint16_t *looks, uint32_t count,
           uint32_t code)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct kt_auto_node *node =
            &closure->automaton->nodes.items[looks[i]];
        if (lets_pass(closure, node, code))
            visit(closure, node->next);
    }
    close_over(closure, false);
}

kt_step
kt_auto_step(struct kt_automaton *automaton, struct kt_auto_tables *tables,
             uint32_t number, uint32_t code)
{
    struct closure closure = {.automaton = automaton, .tables = tables};
    const struct kt_auto_state *state = &tables->states[number];
    uint32_t count, next;
    int accepted;

    begin_closure(&closure);
    look_ahead(&closure, state->looks, state->look_count, code);
    for (uint32_t i = 0; i < closure.look_count; i++) /* it grows */
        look_ahead(&closure, &tables->looks[i], 1, code);
    kt_may_join(&closure.accepts, &state->accepts);
    count = take_code(&closure, code, tables->takes, closure.take_count, 0);
    count = take_code(&closure, code, state->takes, state->take_count, count);
    accepted = number_accepts(tables, &closure.accepts);
    next = state_of_targets(&closure, count);
    return accepted < 0 ? kt_make_step(KT_FULL, 0)
                        : kt_make_step(next, (uint32_t)accepted);
}

/* ------------------------------------------------------------------ tables */

static bool
take_tables(struct kt_automaton *automaton, struct kt_auto_tables *tables)
{
    struct kt_arena *arena = &automaton->made;
    size_t nodes = automaton->nodes.count + 1;

    tables->steps =
        kt_arena_take_zeroed(arena, KT_STEP_SLOTS * sizeof *tables->steps);
    for (int i = 0; i < 2; i++)
        tables->first[i] = kt_arena_take_zeroed(
            arena, (kt_auto_end(automaton) + 1) * sizeof *tables->first[i]);
    tables->states = kt_arena_take(arena, STATES_MAX * sizeof *tables->states);
    tables->state_slots =
        kt_arena_take_zeroed(arena, STATE_SLOTS * sizeof *tables->state_slots);
    tables->accepted =
        kt_arena_take(arena, ACCEPTS_MAX * sizeof *tables->accepted);
    tables->seen = kt_arena_take_zeroed(arena, nodes * sizeof *tables->seen);
    tables->stack = kt_arena_take(arena, nodes * sizeof *tables->stack);
    tables->targets = kt_arena_take(arena, nodes * sizeof *tables->targets);
    tables->takes = kt_arena_take(arena, nodes * sizeof *tables->takes);
    tables->looks = kt_arena_take(arena, nodes * sizeof *tables->looks);
    return tables->first[0] && tables->first[1] && tables->steps &&
           tables->states && tables->state_slots && tables->accepted &&
           tables->seen && tables->stack && tables->targets && tables->takes &&
           tables->looks;
}

/* Which codes satisfy each predicate; none of them is the end. */
static bool
take_codes(struct kt_automaton *automaton, struct kt_auto_tables *tables)
{
    tables->words = automaton->codes->take_words;
    tables->codes = automaton->codes->takes;
    tables->onward =
        kt_arena_take(&automaton->made, STATES_MAX * (size_t)tables->words *
                                            sizeof *tables->onward);
    return tables->onward != NULL;
}

/* The states that runs begin with. */
static bool
make_starts(struct kt_automaton *automaton, struct kt_auto_tables *tables)
{
    struct closure closure = {.automaton = automaton, .tables = tables};
    uint16_t starts[KT_FAMILY_TEMPLATES_MAX];
    uint32_t count = 0;

    for (uint32_t i = 0; i < KT_FAMILY_TEMPLATES_MAX; i++)
        if (automaton->starts[i] != 0)
            starts[count++] = (uint16_t)(automaton->starts[i] - 1);
    return make_state(&closure, starts, count, KT_INNER_START) &&
           make_state(&closure, starts, count, KT_OUTER_START);
}

struct kt_auto_tables *
kt_auto_tables(struct kt_automaton *automaton)
{
    struct kt_auto_tables *tables =
        kt_arena_take_zeroed(&automaton->made, sizeof *tables);

    if (tables == NULL || !take_tables(automaton, tables) ||
        !take_codes(automaton, tables) || !make_starts(automaton, tables))
        return NULL;
    tables->state_count = KT_FIRST_STATE;
    tables->accepted[0] = (struct kt_may){{0}};
    tables->accept_count = 1;
    tables->accepts = tables->accepted;
    return tables;
}
