/*
 * From a tree to the steps of its two halves.
 * In: a draft whose predicates have codes. Out: a template in the programs
 * of its family: what stands left of @cue in reverse, the rest forward.
 *
 *     MENTION COMMA? @cue(SAY_ACTIVE) THAT
 *     left, reversed: {comma}? {mention}    right: @cue({say}) {that}
 */
#include <stdio.h>
#include <string.h>

#include "program.h"
#include "template_tree.h"

struct compiler {
    struct kt_template *pattern;
    const struct kt_draft *draft;
    struct kt_codes *codes;
    struct kt_family *family;
    struct kt_arena *arena;
    struct kt_arena *scratch;
    struct kt_faults *faults;
};

/* ------------------------------------------------- what it can begin with */

static void
start_with(struct compiler *compiler, uint32_t predicate)
{
    const struct kt_codes *codes = compiler->codes;
    const struct kt_predicate *wanted = &codes->predicates.items[predicate];

    for (uint32_t i = 0; i < wanted->count; i++) {
        struct kt_set all = wanted->conditions[i].all;
        unsigned class = KT_CLASS_MAX;
        while (class > 0 && !kt_set_has(all, class - 1))
            class --;
        if (class > 0)
            kt_set_add(&compiler->pattern->anchor, class - 1);
        else
            compiler->pattern->anchor =
                (struct kt_set){{UINT64_MAX, UINT64_MAX}};
    }
}

/* Notes the terms a tree can begin with. True: it may take none at all. */
static bool
note_starts(struct compiler *compiler, const struct kt_tree *tree)
{
    bool none;

    if (tree->predicate != 0) {
        start_with(compiler, tree->predicate - 1);
        return false;
    }
    switch (tree->kind) {
    case KT_TREE_SEQUENCE:
        for (const struct kt_tree *child = tree->first; child;
             child = child->next)
            if (!note_starts(compiler, child))
                return false;
        return true;
    case KT_TREE_CHOICE:
        none = false;
        for (const struct kt_tree *child = tree->first; child;
             child = child->next)
            none |= note_starts(compiler, child);
        return none;
    case KT_TREE_REPEAT:
        none = note_starts(compiler, tree->first);
        return none || tree->min == 0;
    case KT_TREE_SLOT:
        return note_starts(compiler, tree->first);
    case KT_TREE_LET:
        return note_starts(compiler, tree->let->tree);
    default:
        return true;
    }
}

/* ------------------------------------------------------------- the template */

static bool
fault_at(const struct compiler *compiler, uint32_t at, const char *message)
{
    kt_fault(compiler->faults, compiler->draft->place.file,
             compiler->draft->place.line, at, NULL, "%s", message);
    return true;
}

static bool
has_cue(const struct kt_tree *tree);

/* A let is looked into once, however often it is used. */
static bool
let_has_cue(struct kt_let *let)
{
    if (!let->looked && let->tree != NULL)
        let->has_cue = has_cue(let->tree);
    let->looked = true;
    return let->has_cue;
}

static bool
has_cue(const struct kt_tree *tree)
{
    if (tree->kind == KT_TREE_SLOT && tree->slot == KT_SLOT_CUE)
        return true;
    if (tree->kind == KT_TREE_LET)
        return let_has_cue(tree->let);
    for (const struct kt_tree *child = tree->first; child; child = child->next)
        if (has_cue(child))
            return true;
    return false;
}

/* False when fatal. */
static bool
add_half(struct compiler *compiler, const struct kt_side *side,
         struct kt_tree *first, struct kt_tree *last)
{
    enum kt_program_fault fault =
        kt_program_add(side->program, compiler->pattern->place, first, last,
                       compiler->arena, compiler->scratch);

    if (fault == KT_PROGRAM_NO_MEMORY)
        return kt_faults_no_memory(compiler->faults);
    return fault == KT_PROGRAM_OK ||
           fault_at(compiler, compiler->draft->place.at,
                    "the template becomes too large");
}

/* Both halves; anchor is the first element of the right one. False when
 * fatal. */
static bool
add_halves(struct compiler *compiler, struct kt_tree *first,
           struct kt_tree *anchor, struct kt_tree *last)
{
    struct kt_family *family = compiler->family;
    uint32_t place = compiler->pattern->place;

    if (place >= KT_FAMILY_TEMPLATES_MAX)
        return true; /* its fault is told */
    if (anchor == first)
        family->lone.bits[place / 64] |= UINT64_C(1) << place % 64;
    return add_half(compiler, &family->right, anchor, last) &&
           (anchor == first ||
            add_half(compiler, &family->left, first, anchor->previous));
}

/* The element the template is split at; NULL: a fault was told. */
static struct kt_tree *
find_anchor(const struct compiler *compiler, struct kt_tree *first)
{
    struct kt_tree *anchor = NULL;

    for (struct kt_tree *tree = first; tree; tree = tree->next) {
        bool here = tree->kind == KT_TREE_SLOT && tree->slot == KT_SLOT_CUE;
        if (!here && has_cue(tree)) {
            fault_at(compiler, tree->at,
                     "@cue stands inside a group: make two templates of it");
            return NULL;
        }
        if (here && anchor != NULL) {
            fault_at(compiler, tree->at, "a second @cue");
            return NULL;
        }
        if (here)
            anchor = tree;
    }
    return anchor != NULL ? anchor : first;
}

/* A match that is one choice, one let …: a sequence of one element. */
static void
elements_of(struct kt_tree *tree, struct kt_tree **first, struct kt_tree **last)
{
    bool sequence = tree->kind == KT_TREE_SEQUENCE && tree->predicate == 0;
    *first = sequence ? tree->first : tree;
    *last = sequence ? tree->last : tree;
}

/* Starts of the right half: elements from the anchor on. */
static bool
starts_of_right(struct compiler *compiler, struct kt_tree *anchor)
{
    bool none = true;

    for (struct kt_tree *tree = anchor; tree && none; tree = tree->next)
        none = note_starts(compiler, tree);
    return !none;
}

bool
kt_template_compile(struct kt_template *pattern, const struct kt_draft *draft,
                    struct kt_family *family, struct kt_arena *arena,
                    struct kt_arena *scratch, struct kt_faults *faults)
{
    struct kt_codes *codes = family->codes;
    struct compiler compiler = {pattern, draft,   codes, family,
                                arena,   scratch, faults};
    struct kt_tree *first, *last, *anchor;

    elements_of(draft->tree, &first, &last);
    anchor = find_anchor(&compiler, first);
    if (anchor == NULL)
        return true;
    if (!starts_of_right(&compiler, anchor))
        return fault_at(&compiler, anchor->at,
                        "from here on the template may take no term at all");
    return add_halves(&compiler, first, anchor, last);
}
