/*
 * From the trees of templates to the nodes of an automaton.
 * In: a half of a template. Out: its nodes, each made before those that lead
 * to it, so that it knows what comes behind.
 *
 *     SAY COMMA? NAME  ->  take SAY, split { take COMMA }, take NAME, accept
 */
#include "automaton_parts.h"

enum {
    NODES_MAX = 50000, /* more come of lets in lets in lets */
    REPEATS_MAX = 3    /* counts beyond it are not kept apart */
};

/* The nodes of a template are made from its end to its beginning. */
struct builder {
    struct kt_automaton *automaton;
    uint32_t pattern;
    bool lost; /* out of memory */
};

static uint16_t
add_node(struct builder *builder, enum kt_auto_kind kind, uint32_t predicate,
         uint16_t next)
{
    struct kt_automaton *automaton = builder->automaton;
    struct kt_auto_node *node;

    if (automaton->nodes.count >= NODES_MAX) {
        automaton->too_large = true;
        return 0;
    }
    node = kt_list_push(automaton->arena, &automaton->nodes);
    if (node == NULL) {
        builder->lost = true;
        return 0;
    }
    node->kind = (uint8_t)kind;
    node->pattern = (uint8_t)builder->pattern;
    node->predicate = (uint16_t)predicate;
    node->next = next;
    return (uint16_t)(automaton->nodes.count - 1);
}

static uint16_t
add_split(struct builder *builder, uint16_t one, uint16_t other)
{
    uint16_t split = add_node(builder, KT_NODE_SPLIT, 0, one);

    if (!builder->lost && !builder->automaton->too_large)
        builder->automaton->nodes.items[split].other = other;
    return split;
}

static uint16_t
build(struct builder *builder, const struct kt_tree *tree, uint16_t next);

/* Elements side by side, the one that comes last in the row first. */
static uint16_t
build_elements(struct builder *builder, const struct kt_tree *first,
               const struct kt_tree *last, uint16_t next)
{
    bool reversed = builder->automaton->reversed;
    const struct kt_tree *tree = reversed ? first : last;
    const struct kt_tree *stop = reversed ? last : first;

    for (;; tree = reversed ? tree->next : tree->previous) {
        next = build(builder, tree, next);
        if (tree == stop)
            return next;
    }
}

static uint16_t
build_choice(struct builder *builder, const struct kt_tree *choice,
             uint16_t next)
{
    uint16_t entry = build(builder, choice->last, next);

    for (const struct kt_tree *child = choice->last->previous; child;
         child = child->previous)
        entry = add_split(builder, build(builder, child, next), entry);
    return entry;
}

/* Counts beyond a few become `any number`. */
static uint16_t
build_repeat(struct builder *builder, const struct kt_tree *tree, uint16_t next)
{
    uint32_t least = tree->min < REPEATS_MAX ? tree->min : REPEATS_MAX;
    bool many =
        tree->max == KT_TREE_MANY || tree->max - tree->min > REPEATS_MAX;

    if (many) {
        uint16_t loop = add_split(builder, next, next);
        uint16_t body = build(builder, tree->first, loop);
        if (!builder->lost && !builder->automaton->too_large)
            builder->automaton->nodes.items[loop].other = body;
        next = loop;
    } else {
        uint16_t end = next;
        for (uint32_t i = tree->min; i < tree->max; i++)
            next = add_split(builder, build(builder, tree->first, next), end);
    }
    for (uint32_t i = 0; i < least; i++)
        next = build(builder, tree->first, next);
    return next;
}

/*
 * Looking ahead. At the end of a template it is taking: that what is looked
 * at belongs to nobody does not matter here. Within, one term is looked at.
 */
static uint16_t
build_look(struct builder *builder, const struct kt_tree *tree, uint16_t next)
{
    const struct kt_tree *wanted = tree->first;
    uint32_t predicate = wanted->predicate;

    if (tree->negative)
        return predicate == 0
                   ? next
                   : add_node(builder, KT_NODE_LACKS, predicate - 1, next);
    if (builder->automaton->nodes.items[next].kind == KT_NODE_ACCEPT)
        return build(builder, wanted, next);
    return predicate == 0 ? next
                          : add_node(builder, KT_NODE_HAS, predicate - 1, next);
}

/* The node at which the tree begins that goes on at the node `next`. */
static uint16_t
build(struct builder *builder, const struct kt_tree *tree, uint16_t next)
{
    bool reversed = builder->automaton->reversed;

    if (builder->lost || builder->automaton->too_large)
        return 0;
    if (tree->predicate != 0)
        return add_node(builder, KT_NODE_TAKE, tree->predicate - 1, next);
    switch (tree->kind) {
    case KT_TREE_SEQUENCE:
        return build_elements(builder, tree->first, tree->last, next);
    case KT_TREE_CHOICE:
        return build_choice(builder, tree, next);
    case KT_TREE_REPEAT:
        return build_repeat(builder, tree, next);
    case KT_TREE_SLOT:
        return build(builder, tree->first, next);
    case KT_TREE_LOOK:
        return build_look(builder, tree, next);
    case KT_TREE_LET:
        return build(builder, tree->let->tree, next);
    case KT_TREE_START:
        return add_node(builder, reversed ? KT_NODE_END : KT_NODE_START, 0,
                        next);
    case KT_TREE_END:
        return add_node(builder, reversed ? KT_NODE_START : KT_NODE_END, 0,
                        next);
    case KT_TREE_TERM:
    case KT_TREE_NAME:
        break;
    }
    return next;
}

struct kt_automaton *
kt_automaton_new(const struct kt_codes *codes, bool reversed,
                 struct kt_arena *arena)
{
    struct kt_automaton *automaton =
        kt_arena_take_zeroed(arena, sizeof *automaton);

    if (automaton == NULL || pthread_mutex_init(&automaton->lock, NULL) != 0)
        return NULL;
    automaton->codes = codes;
    automaton->reversed = reversed;
    automaton->arena = arena;
    kt_arena_init(&automaton->made, arena->allocator);
    return automaton;
}

bool
kt_automaton_add(struct kt_automaton *automaton, uint32_t number,
                 const struct kt_tree *first, const struct kt_tree *last)
{
    struct builder builder = {automaton, number, false};
    uint16_t accept = add_node(&builder, KT_NODE_ACCEPT, 0, 0);
    uint16_t start = build_elements(&builder, first, last, accept);

    kt_may_add(&automaton->all, number);
    automaton->starts[number] = start + 1U;
    return !builder.lost;
}

void
kt_automaton_free(struct kt_automaton *automaton)
{
    if (automaton == NULL)
        return;
    pthread_mutex_destroy(&automaton->lock);
    kt_arena_release(&automaton->made);
}
