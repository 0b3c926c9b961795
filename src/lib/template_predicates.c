/*
 * Predicates: what one term must be.
 * In: trees. Out: every node that takes exactly one term gets the number of
 * its predicate, equal ones the same; alternatives of single terms become
 * one predicate, so that nothing tries them one by one.
 *
 *     ( ADVERB | !COMMA&LOWER )  ->  {ADVERB} or {LOWER, not COMMA}
 */
#include <string.h>

#include "template_tree.h"

/* More alternatives in one term are nobody's grammar. */
enum { CONDITIONS_MAX = 128 };

struct conditions {
    struct kt_condition items[CONDITIONS_MAX];
    uint32_t count;
    bool too_many;
};

static bool
single_term(const struct kt_tree *tree, struct conditions *out);

/* ------------------------------------------------------ joining conditions */

static bool
impossible(const struct kt_condition *condition)
{
    return kt_set_meets(condition->all, condition->none);
}

static void
add_condition(struct conditions *out, struct kt_condition condition)
{
    if (impossible(&condition))
        return;
    for (uint32_t i = 0; i < out->count; i++)
        if (memcmp(&out->items[i], &condition, sizeof condition) == 0)
            return;
    if (out->count == CONDITIONS_MAX)
        out->too_many = true;
    else
        out->items[out->count++] = condition;
}

static void
add_both(struct conditions *out, const struct kt_condition *a,
         struct kt_set all, struct kt_set none)
{
    add_condition(out, (struct kt_condition){kt_set_union(a->all, all),
                                             kt_set_union(a->none, none)});
}

/* out = out and one of other */
static void
join(struct conditions *out, const struct conditions *other)
{
    struct conditions before;

    before.count = out->count;
    memcpy(before.items, out->items, out->count * sizeof *out->items);
    out->count = 0;
    out->too_many |= other->too_many;
    for (uint32_t i = 0; i < before.count; i++)
        for (uint32_t j = 0; j < other->count; j++)
            add_both(out, &before.items[i], other->items[j].all,
                     other->items[j].none);
}

/* What it takes not to meet a condition: one condition for each class. */
static void
deny_condition(const struct kt_condition *condition, struct conditions *out)
{
    static const struct kt_set nothing = {{0, 0}};
    static const struct kt_condition anything = {{{0, 0}}, {{0, 0}}};

    out->count = 0;
    out->too_many = false;
    for (unsigned class = 0; class < KT_CLASS_MAX; class++) {
        struct kt_set set = nothing;
        kt_set_add(&set, class);
        if (kt_set_has(condition->all, class))
            add_both(out, &anything, nothing, set);
        if (kt_set_has(condition->none, class))
            add_both(out, &anything, set, nothing);
    }
}

static void
join_literal(struct conditions *out, const struct conditions *literal,
             bool negative)
{
    if (!negative) {
        join(out, literal);
        return;
    }
    for (uint32_t i = 0; i < literal->count; i++) {
        struct conditions denied;
        deny_condition(&literal->items[i], &denied);
        join(out, &denied);
    }
    out->too_many |= literal->too_many;
}

/* --------------------------------------------------------- trees of a term */

static bool
name_conditions(const struct kt_tree *name, struct conditions *out)
{
    struct kt_condition condition = {{{0, 0}}, {{0, 0}}};

    out->count = 0;
    out->too_many = false;
    if (name->let != NULL)
        return name->let->tree != NULL && single_term(name->let->tree, out);
    kt_set_add(&condition.all, (unsigned)name->class);
    add_condition(out, condition);
    return true;
}

static bool
term_conditions(const struct kt_tree *term, struct conditions *out)
{
    out->count = 1;
    out->items[0] = (struct kt_condition){{{0, 0}}, {{0, 0}}};
    for (const struct kt_tree *name = term->first; name; name = name->next) {
        struct conditions literal;
        if (!name_conditions(name, &literal))
            return false;
        join_literal(out, &literal, name->negative);
    }
    return true;
}

static bool
choice_conditions(const struct kt_tree *choice, struct conditions *out)
{
    for (const struct kt_tree *child = choice->first; child;
         child = child->next) {
        struct conditions one;
        one.count = 0;
        one.too_many = false;
        if (!single_term(child, &one))
            return false;
        out->too_many |= one.too_many;
        for (uint32_t i = 0; i < one.count; i++)
            add_condition(out, one.items[i]);
    }
    return true;
}

/* Does the tree take exactly one term? Then: which. */
static bool
single_term(const struct kt_tree *tree, struct conditions *out)
{
    switch (tree->kind) {
    case KT_TREE_TERM:
        return term_conditions(tree, out);
    case KT_TREE_LET:
        return tree->let->tree != NULL && single_term(tree->let->tree, out);
    case KT_TREE_SEQUENCE:
        return tree->first == tree->last && single_term(tree->first, out);
    case KT_TREE_CHOICE:
        return choice_conditions(tree, out);
    default:
        return false;
    }
}

/* ---------------------------------------------------------------- marking */

struct marker {
    struct kt_codes *codes;
    const struct kt_place *place;
    struct kt_arena *arena;
    struct kt_arena *scratch;
    struct kt_faults *faults;
};

/* Number + 1 of the predicate, or 0. */
static uint32_t
find_predicate(const struct kt_codes *codes, const struct conditions *found)
{
    for (uint32_t i = 0; i < codes->predicates.count; i++) {
        const struct kt_predicate *other = &codes->predicates.items[i];
        if (other->count == found->count &&
            memcmp(other->conditions, found->items,
                   found->count * sizeof *found->items) == 0)
            return i + 1;
    }
    return 0;
}

static bool
fault_at(struct marker *marker, const struct kt_tree *tree,
         const char *message)
{
    kt_fault(marker->faults, marker->place->file, marker->place->line,
             tree->at, NULL, "%s", message);
    return false;
}

static bool
add_predicate(struct marker *marker, struct kt_tree *tree,
              const struct conditions *found)
{
    struct kt_codes *codes = marker->codes;
    struct kt_predicate *predicate;
    struct kt_condition *kept;

    if (codes->predicates.count == KT_PREDICATES_MAX)
        return fault_at(marker, tree, "too many different elements in all");
    kept = kt_arena_take(marker->arena, (found->count + 1) * sizeof *kept);
    predicate = kt_list_push(marker->arena, &codes->predicates);
    if (kept == NULL || predicate == NULL)
        return kt_faults_no_memory(marker->faults);
    memcpy(kept, found->items, found->count * sizeof *kept);
    *predicate = (struct kt_predicate){kept, found->count, NULL, 0};
    for (uint32_t i = 0; i < found->count; i++)
        codes->used = kt_set_union(
            codes->used, kt_set_union(kept[i].all, kept[i].none));
    tree->predicate = codes->predicates.count;
    return true;
}

static bool
mark(struct marker *marker, struct kt_tree *tree);

/* A let is marked once, where it is used first. */
static bool
mark_let(struct marker *marker, struct kt_tree *tree)
{
    struct kt_let *let = tree->let;

    if (!let->marked) {
        let->marked = true;
        if (!mark(marker, let->tree))
            return false;
    }
    tree->predicate = let->tree->predicate;
    return true;
}

static bool
mark(struct marker *marker, struct kt_tree *tree)
{
    struct conditions found;

    if (tree->kind == KT_TREE_LET)
        return mark_let(marker, tree);
    found.count = 0;
    found.too_many = false;
    if (single_term(tree, &found)) {
        if (found.too_many)
            return fault_at(marker, tree, "too many alternatives in a term");
        tree->predicate = find_predicate(marker->codes, &found);
        return tree->predicate != 0 || add_predicate(marker, tree, &found);
    }
    if (tree->kind == KT_TREE_TERM)
        return fault_at(marker, tree,
                        "only a let of exactly one term stands with & and !");
    for (struct kt_tree *child = tree->first; child; child = child->next)
        if (!mark(marker, child))
            return false;
    return true;
}

bool
kt_codes_mark(struct kt_codes *codes, struct kt_tree *tree,
              const struct kt_place *place, struct kt_arena *arena,
              struct kt_arena *scratch, struct kt_faults *faults)
{
    struct marker marker = {codes, place, arena, scratch, faults};
    return mark(&marker, tree);
}
