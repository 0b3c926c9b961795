/*
 * From the trees of templates to steps.
 * In: a half of a template. Out: its steps, each made before those that lead
 * to it, so that it knows what comes behind.
 */
#include "program_parts.h"

#include <string.h>

enum {
    STEPS_MAX = 60000, /* more come of lets in lets in lets */
    COPIES_MAX = 3     /* of what is repeated; a loop counts the others */
};

/* ------------------------------------------------------------------- steps */

static struct kt_instruction *
step_at(const struct kt_builder *builder, uint16_t step)
{
    return &builder->program->steps.items[step];
}

static uint16_t
add_step(struct kt_builder *builder, enum kt_op op, uint16_t next)
{
    struct kt_program *program = builder->program;
    struct kt_instruction *step;

    if (builder->fault == KT_PROGRAM_OK && program->steps.count >= STEPS_MAX)
        builder->fault = KT_PROGRAM_TOO_LARGE;
    if (builder->fault != KT_PROGRAM_OK)
        return 0;
    step = kt_list_push(builder->arena, &program->steps);
    if (step == NULL) {
        builder->fault = KT_PROGRAM_NO_MEMORY;
        return 0;
    }
    step->op = (uint8_t)op;
    step->pattern = builder->pattern;
    step->next = next;
    return (uint16_t)(program->steps.count - 1);
}

static uint16_t
add_test(struct kt_builder *builder, enum kt_op op, uint32_t set, uint16_t next)
{
    uint16_t step = add_step(builder, op, next);

    step_at(builder, step)->set = set;
    return step;
}

static const struct kt_guard no_guard = {0, 0};

static uint16_t
add_split(struct kt_builder *builder, uint16_t next, struct kt_guard guard,
          uint16_t other, struct kt_guard other_guard)
{
    uint16_t step = add_step(builder, KT_OP_SPLIT, next);

    step_at(builder, step)->guard = guard;
    step_at(builder, step)->other = other;
    step_at(builder, step)->other_guard = other_guard;
    return step;
}

static uint16_t
build(struct kt_builder *builder, struct kt_tree *tree, uint16_t next);

/* Elements side by side, the one that comes last in the row first. */
static uint16_t
build_elements(struct kt_builder *builder, struct kt_tree *first,
               struct kt_tree *last, uint16_t next)
{
    bool reversed = builder->program->reversed;
    struct kt_tree *tree = reversed ? first : last;
    const struct kt_tree *stop = reversed ? last : first;

    for (;; tree = reversed ? tree->next : tree->previous) {
        next = build(builder, tree, next);
        if (tree == stop)
            return next;
    }
}

/* ----------------------------------------------------------------- choices */

/* A branch, or single terms that stand together. */
struct branch {
    struct kt_tree *tree; /* NULL: the terms of reach.first */
    struct kt_reach reach;
};

/* The set without what is taken already, which grows by it. False: nothing
 * is left. */
static bool
keep_new(const struct kt_program *program, uint32_t set, uint64_t *old)
{
    uint64_t *bits = kt_build_bits(program, set);
    uint64_t any = 0;

    for (uint32_t i = 0; i < program->words; i++) {
        uint64_t both = bits[i] | old[i];
        any |= bits[i] &= ~old[i];
        old[i] = both;
    }
    return any != 0;
}

/*
 * Alternatives of one term that stand together become one set, without the
 * terms that an alternative before them takes already: what follows has
 * failed behind them once and would fail again. So `( CAPITAL | COMMA
 * CAPITAL | CAPITAL & ORG )*` takes no more steps than it must.
 */
static uint32_t
list_branches(struct kt_builder *builder, const struct kt_tree *choice,
              struct branch *branches)
{
    size_t size = builder->program->words * sizeof *builder->taken;
    struct kt_tree *child = choice->first;
    uint32_t count = 0;

    if (builder->taken == NULL)
        builder->taken = kt_arena_take(builder->scratch, size);
    if (builder->taken == NULL)
        builder->fault = KT_PROGRAM_NO_MEMORY;
    else
        memset(builder->taken, 0, size);
    while (child != NULL && builder->fault == KT_PROGRAM_OK) {
        struct branch *branch = &branches[count];
        if (child->predicate == 0) {
            *branch = (struct branch){child, kt_reach_of(builder, child)};
            child = child->next;
            count++;
            continue;
        }
        *branch = (struct branch){
            NULL, {.first = kt_build_set(builder), .one = true}};
        for (; child != NULL && child->predicate != 0; child = child->next)
            kt_build_join(builder, branch->reach.first,
                          kt_build_predicate(builder, child->predicate - 1));
        if (!keep_new(builder->program, branch->reach.first,
                      builder->taken))
            continue;
        branch->reach.first = kt_build_settle(builder, branch->reach.first);
        count++;
    }
    return count;
}

/* The guard of some branches together. */
static struct kt_guard
guard_of(struct kt_builder *builder, const struct branch *branches,
         uint32_t count)
{
    struct kt_reach reach = branches->reach;

    for (uint32_t i = 1; i < count; i++)
        reach = kt_reach_either(builder, reach, branches[i].reach);
    return kt_guard_of(reach);
}

/* Halves of halves: a few tests find the branch that fits. */
static uint16_t
build_branches(struct kt_builder *builder, const struct branch *branches,
               uint32_t count, uint16_t next)
{
    uint32_t half = count / 2;

    if (count == 1)
        return branches->tree == NULL
                   ? add_test(builder, KT_OP_TAKE, branches->reach.first, next)
                   : build(builder, branches->tree, next);
    return add_split(
        builder, build_branches(builder, branches, half, next),
        guard_of(builder, branches, half),
        build_branches(builder, branches + half, count - half, next),
        guard_of(builder, branches + half, count - half));
}

static uint16_t
build_choice(struct kt_builder *builder, const struct kt_tree *choice,
             uint16_t next)
{
    uint32_t count = 0;
    struct branch *branches;

    for (const struct kt_tree *child = choice->first; child;
         child = child->next)
        count++;
    branches = kt_arena_take(builder->scratch, count * sizeof *branches);
    if (branches == NULL) {
        builder->fault = KT_PROGRAM_NO_MEMORY;
        return 0;
    }
    count = list_branches(builder, choice, branches);
    if (count == 0) /* nothing matches */
        return add_test(builder, KT_OP_TAKE, kt_build_set(builder), next);
    return build_branches(builder, branches, count, next);
}

/* ----------------------------------------------------------------- repeats */

/* A loop that counts its rounds, and ends after one that took nothing. */
static uint16_t
build_counted(struct kt_builder *builder, const struct kt_tree *tree,
              uint32_t min, uint32_t max, uint16_t next)
{
    uint16_t loop =
        add_step(builder, tree->lazy ? KT_OP_LAZY : KT_OP_LOOP, next);
    uint16_t body, enter;

    if (builder->registers + 2 > KT_REGISTERS_MAX) {
        builder->fault = KT_PROGRAM_TOO_LARGE;
        return 0;
    }
    step_at(builder, loop)->arg = (uint8_t)builder->registers;
    step_at(builder, loop)->guard =
        kt_guard_of(kt_reach_of(builder, tree->first));
    step_at(builder, loop)->min = (uint16_t)min;
    step_at(builder, loop)->max = (uint16_t)max;
    step_at(builder, loop)->other = next;
    builder->registers += 2;
    body = build(builder, tree->first, loop);
    step_at(builder, loop)->next = body;
    enter = add_step(builder, KT_OP_ENTER, loop);
    step_at(builder, enter)->arg = step_at(builder, loop)->arg;
    return enter;
}

/* Any number of times what takes a term at least. */
static uint16_t
build_many(struct kt_builder *builder, const struct kt_tree *tree,
           uint16_t next)
{
    struct kt_guard guard = kt_guard_of(kt_reach_of(builder, tree->first));
    uint16_t loop = tree->lazy
                        ? add_split(builder, next, no_guard, next, guard)
                        : add_split(builder, next, guard, next, no_guard);
    uint16_t body = build(builder, tree->first, loop);

    if (tree->lazy)
        step_at(builder, loop)->other = body;
    else
        step_at(builder, loop)->next = body;
    return loop;
}

/* min to max more times than were copied. */
static uint16_t
build_loop(struct kt_builder *builder, const struct kt_tree *tree, uint32_t min,
           uint32_t max, uint16_t next)
{
    uint16_t span;

    if (min > 0 || (tree->lazy && max != KT_TREE_MANY))
        return build_counted(builder, tree, min, max, next);
    if (tree->first->predicate != 0 && !tree->lazy) {
        span = add_test(builder, KT_OP_SPAN,
                        kt_reach_of(builder, tree->first).first, next);
        step_at(builder, span)->max = (uint16_t)max;
        return span;
    }
    if (max != KT_TREE_MANY || kt_reach_of(builder, tree->first).still)
        return build_counted(builder, tree, min, max, next);
    return build_many(builder, tree, next);
}

/* `X?` and the like, each inside the one before. */
static uint16_t
build_options(struct kt_builder *builder, const struct kt_tree *tree,
              uint32_t count, uint16_t next)
{
    struct kt_guard guard = kt_guard_of(kt_reach_of(builder, tree->first));
    uint16_t entry = next;

    for (uint32_t i = 0; i < count; i++) {
        uint16_t body = build(builder, tree->first, entry);
        entry = tree->lazy ? add_split(builder, next, no_guard, body, guard)
                           : add_split(builder, body, guard, next, no_guard);
    }
    return entry;
}

static uint16_t
build_times(struct kt_builder *builder, const struct kt_tree *tree,
            uint16_t next)
{
    uint32_t copies = tree->min < COPIES_MAX ? tree->min : COPIES_MAX;
    uint32_t min = tree->min - copies;
    bool many = tree->max == KT_TREE_MANY;

    if (!many && min == 0 && tree->max - copies <= COPIES_MAX)
        next = build_options(builder, tree, tree->max - copies, next);
    else
        next = build_loop(builder, tree, min,
                          many ? KT_TREE_MANY : tree->max - copies, next);
    for (uint32_t i = 0; i < copies; i++)
        next = build(builder, tree->first, next);
    return next;
}

/* Steps on their own, which KT_OP_DONE ends. */
static uint16_t
add_inner(struct kt_builder *builder, enum kt_op op, uint16_t inner,
          uint16_t next)
{
    uint16_t step = add_step(builder, op, inner);

    step_at(builder, step)->other = next;
    return step;
}

static uint16_t
build_repeat(struct kt_builder *builder, const struct kt_tree *tree,
             uint16_t next)
{
    if (!tree->possessive)
        return build_times(builder, tree, next);
    return add_inner(
        builder, KT_OP_ATOMIC,
        build_times(builder, tree, add_step(builder, KT_OP_DONE, next)), next);
}

static uint16_t
build_look(struct kt_builder *builder, const struct kt_tree *tree,
           uint16_t next)
{
    struct kt_tree *wanted = tree->first;

    if (wanted->predicate != 0)
        return add_test(builder, tree->negative ? KT_OP_LACKS : KT_OP_HAS,
                        kt_build_predicate(builder, wanted->predicate - 1),
                        next);
    return add_inner(
        builder, tree->negative ? KT_OP_NOT : KT_OP_AHEAD,
        build(builder, wanted, add_step(builder, KT_OP_DONE, next)), next);
}

/* The beginning of a slot in the row is its end in a reversed one. */
static uint16_t
build_slot(struct kt_builder *builder, const struct kt_tree *tree,
           uint16_t next)
{
    uint16_t close = add_step(builder, KT_OP_SAVE, next), open;

    builder->program->slots[builder->pattern] |= 1U << tree->slot;
    step_at(builder, close)->arg = (uint8_t)(2 * tree->slot + 1);
    open = add_step(builder, KT_OP_SAVE, build(builder, tree->first, close));
    step_at(builder, open)->arg = (uint8_t)(2 * tree->slot);
    return open;
}

/* The step at which the tree begins that goes on at the step `next`. */
static uint16_t
build(struct kt_builder *builder, struct kt_tree *tree, uint16_t next)
{
    bool reversed = builder->program->reversed;

    if (builder->fault != KT_PROGRAM_OK)
        return 0;
    if (tree->predicate != 0)
        return add_test(builder, KT_OP_TAKE,
                        kt_build_predicate(builder, tree->predicate - 1), next);
    switch (tree->kind) {
    case KT_TREE_SEQUENCE:
        return build_elements(builder, tree->first, tree->last, next);
    case KT_TREE_CHOICE:
        return build_choice(builder, tree, next);
    case KT_TREE_REPEAT:
        return build_repeat(builder, tree, next);
    case KT_TREE_SLOT:
        return build_slot(builder, tree, next);
    case KT_TREE_LOOK:
        return build_look(builder, tree, next);
    case KT_TREE_LET:
        return build(builder, tree->let->tree, next);
    case KT_TREE_START:
        return add_step(builder, reversed ? KT_OP_END : KT_OP_START, next);
    case KT_TREE_END:
        return add_step(builder, reversed ? KT_OP_START : KT_OP_END, next);
    case KT_TREE_TERM:
    case KT_TREE_NAME:
        break;
    }
    return next;
}

/* ----------------------------------------------------------- the interface */

bool
kt_program_init(struct kt_program *program, const struct kt_codes *codes,
                bool reversed, struct kt_arena *arena,
                struct kt_arena *scratch)
{
    struct kt_builder builder = {
        .program = program, .arena = arena, .scratch = scratch};

    *program = (struct kt_program){.codes = codes, .reversed = reversed};
    program->words = codes->take_words;
    for (uint32_t i = 0; i < KT_FAMILY_TEMPLATES_MAX; i++)
        program->starts[i] = KT_NO_START;
    /* Step 0 and set 0 are nobody's. */
    kt_build_set(&builder);
    program->all = kt_build_set(&builder);
    if (program->all != 0)
        memset(kt_build_bits(program, program->all), 0xFF,
               program->words * sizeof(uint64_t));
    add_step(&builder, KT_OP_ACCEPT, 0);
    return builder.fault == KT_PROGRAM_OK;
}

enum kt_program_fault
kt_program_add(struct kt_program *program, uint32_t place,
               struct kt_tree *first, struct kt_tree *last,
               struct kt_arena *arena, struct kt_arena *scratch)
{
    struct kt_builder builder = {.program = program,
                                 .arena = arena,
                                 .scratch = scratch,
                                 .pattern = (uint8_t)place,
                                 .registers = KT_SLOT_REGISTERS};
    uint16_t accept = add_step(&builder, KT_OP_ACCEPT, 0);
    uint16_t start = build_elements(&builder, first, last, accept);

    if (builder.fault == KT_PROGRAM_OK)
        program->starts[place] = start;
    return builder.fault;
}

bool
kt_program_end(struct kt_program *program, struct kt_arena *arena)
{
    size_t size = program->sets.count * sizeof *program->sets.items;
    uint64_t *kept = kt_arena_take(arena, size);

    program->settled.slots = NULL;
    if (kept != NULL)
        program->sets.items = memcpy(kept, program->sets.items, size);
    program->sets.room = program->sets.count;
    return kept != NULL;
}
