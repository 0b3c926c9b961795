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

struct marker {
    struct kt_codes *codes;
    const struct kt_place *place;
    struct kt_arena *arena;
    struct kt_faults *faults;
    bool failed; /* a fault was told */
};

static bool
single_term(struct marker *marker, const struct kt_tree *tree,
            struct conditions *out);

static uint32_t
predicate_of_let(struct marker *marker, struct kt_let *let);

static void
clear(struct conditions *conditions)
{
    conditions->count = 0;
    conditions->too_many = false;
}

/* ------------------------------------------------------ joining conditions */

static void
add_condition(struct conditions *out, const struct kt_condition *condition)
{
    if (kt_set_meets(condition->all, condition->none))
        return; /* cannot hold */
    for (uint32_t i = 0; i < out->count; i++)
        if (memcmp(&out->items[i], condition, sizeof *condition) == 0)
            return;
    if (out->count == CONDITIONS_MAX)
        out->too_many = true;
    else
        out->items[out->count++] = *condition;
}

/* Adds a predicate (number + 1) that must not hold. False: too many. */
static bool
deny(struct kt_condition *condition, uint16_t predicate)
{
    for (int i = 0; i < KT_DENIED_MAX; i++)
        if (condition->denied[i] == 0 || condition->denied[i] == predicate) {
            condition->denied[i] = predicate;
            return true;
        }
    return false;
}

/* out = a and b */
static void
join_both(struct conditions *out, const struct kt_condition *a,
          const struct kt_condition *b)
{
    struct kt_condition both = *a;

    both.all = kt_set_union(a->all, b->all);
    both.none = kt_set_union(a->none, b->none);
    for (int i = 0; i < KT_DENIED_MAX && b->denied[i] != 0; i++)
        if (!deny(&both, b->denied[i]))
            out->too_many = true;
    add_condition(out, &both);
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
            join_both(out, &before.items[i], &other->items[j]);
}

/* --------------------------------------------------------- trees of a term */

/* `!LET`: the predicate of the let must not hold. */
static bool
denied_let(struct marker *marker, const struct kt_tree *name,
           struct kt_condition *condition)
{
    uint32_t predicate = predicate_of_let(marker, name->let);

    condition->denied[0] = (uint16_t)predicate;
    return predicate != 0;
}

static bool
name_conditions(struct marker *marker, const struct kt_tree *name,
                struct conditions *out)
{
    struct kt_condition condition;

    memset(&condition, 0, sizeof condition);
    clear(out);
    if (name->let != NULL && !name->negative)
        return single_term(marker, name->let->tree, out);
    if (name->let != NULL && !denied_let(marker, name, &condition))
        return false;
    if (name->let == NULL)
        kt_set_add(name->negative ? &condition.none : &condition.all,
                   (unsigned)name->class);
    add_condition(out, &condition);
    return true;
}

static bool
term_conditions(struct marker *marker, const struct kt_tree *term,
                struct conditions *out)
{
    struct conditions literal;

    out->count = 1;
    memset(&out->items[0], 0, sizeof out->items[0]);
    for (const struct kt_tree *name = term->first; name; name = name->next) {
        if (!name_conditions(marker, name, &literal))
            return false;
        join(out, &literal);
    }
    return true;
}

static bool
choice_conditions(struct marker *marker, const struct kt_tree *choice,
                  struct conditions *out)
{
    struct conditions one;

    for (const struct kt_tree *child = choice->first; child;
         child = child->next) {
        clear(&one);
        if (!single_term(marker, child, &one))
            return false;
        out->too_many |= one.too_many;
        for (uint32_t i = 0; i < one.count; i++)
            add_condition(out, &one.items[i]);
    }
    return true;
}

/* Does the tree take exactly one term? Then: which. */
static bool
single_term(struct marker *marker, const struct kt_tree *tree,
            struct conditions *out)
{
    switch (tree->kind) {
    case KT_TREE_TERM:
        return term_conditions(marker, tree, out);
    case KT_TREE_LET:
        return single_term(marker, tree->let->tree, out);
    case KT_TREE_SEQUENCE:
        return tree->first == tree->last &&
               single_term(marker, tree->first, out);
    case KT_TREE_CHOICE:
        return choice_conditions(marker, tree, out);
    default:
        return false;
    }
}

/* ---------------------------------------------------------------- marking */

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
    marker->failed = true;
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
    *predicate = (struct kt_predicate){kept, found->count, {0, 0}};
    for (uint32_t i = 0; i < found->count; i++)
        codes->used = kt_set_union(
            codes->used, kt_set_union(kept[i].all, kept[i].none));
    tree->predicate = codes->predicates.count;
    return true;
}

static bool
mark(struct marker *marker, struct kt_tree *tree);

/* A let is marked once, where it is used first; faults are its own. */
static bool
mark_let(struct marker *marker, struct kt_let *let)
{
    const struct kt_place *place = marker->place;

    if (!let->marked) {
        let->marked = true;
        marker->place = &let->place;
        let->broken = !mark(marker, let->tree);
        marker->place = place;
    }
    marker->failed |= let->broken;
    return !let->broken;
}

/* Number + 1 of what the let's one term must be; 0: it is no such let. */
static uint32_t
predicate_of_let(struct marker *marker, struct kt_let *let)
{
    return mark_let(marker, let) ? let->tree->predicate : 0;
}

static bool
mark(struct marker *marker, struct kt_tree *tree)
{
    struct conditions found;

    if (tree->kind == KT_TREE_LET) {
        tree->predicate = predicate_of_let(marker, tree->let);
        return !marker->failed;
    }
    clear(&found);
    if (single_term(marker, tree, &found)) {
        if (found.too_many)
            return fault_at(marker, tree, "too many alternatives in a term");
        tree->predicate = find_predicate(marker->codes, &found);
        return tree->predicate != 0 || add_predicate(marker, tree, &found);
    }
    if (marker->failed)
        return false;
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
              struct kt_faults *faults)
{
    struct marker marker = {codes, place, arena, faults, false};
    return mark(&marker, tree);
}
