/*
 * What the names in expressions stand for.
 * In: the drafts of all families. Out: every name is a class or a let of
 * the family; names that are neither, lets that need themselves, and
 * templates that lack something are told.
 */
#include <string.h>

#include "template_tree.h"

/* Lets in lets; deeper and larger ones are nobody's grammar. A let twice in
 * the next, and so on, doubles each time: who walks them never ends. */
enum { LETS_DEEP = 16, LET_NODES_MAX = 20000 };

struct resolver {
    struct kt_template_reader *reader;
    struct kt_family_draft *family;
    const struct kt_place *place;
    uint32_t depth;
    bool broken; /* a name stands for nothing */
};

static void
resolve_let(struct resolver *resolver, struct kt_let *let);

static struct kt_let *
find_let(const struct resolver *resolver, const char *name)
{
    for (uint32_t i = 0; i < resolver->family->lets.count; i++)
        if (strcmp(resolver->family->lets.items[i].name, name) == 0)
            return &resolver->family->lets.items[i];
    return NULL;
}

/* The nearest of all classes, else of all lets. */
static const char *
nearest(const struct resolver *resolver, const char *name)
{
    const struct kt_lexicon *lexicon = resolver->reader->lexicon;
    const char *hint = kt_nearest_name(name, lexicon->class_names,
                                       lexicon->class_count);

    for (uint32_t i = 0; hint == NULL && i < resolver->family->lets.count;
         i++)
        hint = kt_nearest_name(
            name, (const char *const *)&resolver->family->lets.items[i].name,
            1);
    return hint;
}

static void
use_let(struct resolver *resolver, const struct kt_tree *tree)
{
    if (tree->let->state == KT_LET_OPEN) {
        kt_fault(resolver->reader->faults, resolver->place->file,
                 resolver->place->line, tree->at, NULL, "'%s' needs itself",
                 tree->name);
        resolver->broken = true;
        return;
    }
    resolve_let(resolver, tree->let);
    resolver->broken |= tree->let->tree == NULL;
}

static void
resolve_name(struct resolver *resolver, struct kt_tree *tree)
{
    tree->let = find_let(resolver, tree->name);
    if (tree->let != NULL) {
        use_let(resolver, tree);
        return;
    }
    tree->class = kt_lexicon_class(resolver->reader->lexicon, tree->name);
    if (tree->class >= 0)
        return;
    resolver->broken = true;
    kt_fault(resolver->reader->faults, resolver->place->file,
             resolver->place->line, tree->at, nearest(resolver, tree->name),
             "unknown class '%s'", tree->name);
}

/* An element that is nothing but a let's name stands for all of it. */
static void
unwrap_let(struct kt_tree *tree)
{
    const struct kt_tree *only = tree->first;

    if (tree->kind == KT_TREE_TERM && only != NULL && only == tree->last &&
        only->let != NULL && !only->negative) {
        tree->kind = KT_TREE_LET;
        tree->let = only->let;
        tree->first = tree->last = NULL;
    }
}

static void
resolve(struct resolver *resolver, struct kt_tree *tree)
{
    if (tree->kind == KT_TREE_NAME)
        resolve_name(resolver, tree);
    for (struct kt_tree *child = tree->first; child != NULL;
         child = child->next)
        resolve(resolver, child);
    unwrap_let(tree);
}

/* Nodes with those of the lets they stand for; LET_NODES_MAX + 1: more. */
static uint32_t
count_nodes(const struct kt_tree *tree)
{
    uint32_t count = tree->let != NULL ? tree->let->size : 1;

    for (const struct kt_tree *child = tree->first;
         child != NULL && count <= LET_NODES_MAX; child = child->next)
        count += count_nodes(child);
    return count <= LET_NODES_MAX ? count : LET_NODES_MAX + 1;
}

static void
resolve_let(struct resolver *resolver, struct kt_let *let)
{
    struct resolver inner = *resolver;

    if (let->state != KT_LET_NEW || let->tree == NULL)
        return;
    inner.place = &let->place;
    inner.broken = false;
    if (++inner.depth > LETS_DEEP) {
        kt_fault(resolver->reader->faults, let->place.file, let->place.line,
                 0, NULL, "lets are nested too deeply");
        let->tree = NULL;
        return;
    }
    let->state = KT_LET_OPEN;
    resolve(&inner, let->tree);
    let->state = KT_LET_DONE;
    let->size = count_nodes(let->tree);
    if (!inner.broken && let->size > LET_NODES_MAX) {
        kt_fault(resolver->reader->faults, let->place.file, let->place.line,
                 0, NULL, "'%s' and the lets in it are too large", let->name);
        inner.broken = true;
    }
    if (inner.broken)
        let->tree = NULL;
}

/* ---------------------------------------------------------- what is missing */

static bool
has_yes(const struct kt_draft *draft)
{
    for (uint32_t i = 0; i < draft->examples.count; i++)
        if (draft->examples.items[i].wanted)
            return true;
    return false;
}

static void
check_draft(struct kt_template_reader *reader, const struct kt_draft *draft)
{
    if (draft->place.line == NULL)
        kt_fault(reader->faults, draft->made.source, draft->line, 0, NULL,
                 "template '%s' has no match", draft->made.name);
    if (!has_yes(draft))
        kt_fault(reader->faults, draft->made.source, draft->line, 0, NULL,
                 "template '%s' has no yes example", draft->made.name);
}

/* Is there a draft of this name before draft `number` of a family? */
static bool
name_taken(const struct kt_template_reader *reader, uint32_t family,
           uint32_t number, const char *name)
{
    for (uint32_t i = 0; i <= family; i++) {
        const struct kt_family_draft *other = &reader->families.items[i];
        uint32_t end = i == family ? number : other->drafts.count;
        for (uint32_t j = 0; j < end; j++)
            if (strcmp(other->drafts.items[j].made.name, name) == 0)
                return true;
    }
    return false;
}

static void
resolve_family(struct kt_template_reader *reader, uint32_t number)
{
    struct kt_family_draft *family = &reader->families.items[number];
    struct resolver resolver = {reader, family, NULL, 0, false};

    for (uint32_t i = 0; i < family->lets.count; i++)
        resolve_let(&resolver, &family->lets.items[i]);
    for (uint32_t i = 0; i < family->drafts.count; i++) {
        struct kt_draft *draft = &family->drafts.items[i];
        check_draft(reader, draft);
        resolver.place = &draft->place;
        resolver.broken = false;
        if (draft->tree != NULL)
            resolve(&resolver, draft->tree);
        if (resolver.broken)
            draft->tree = NULL;
        if (name_taken(reader, number, i, draft->made.name))
            kt_fault(reader->faults, draft->made.source, draft->line, 9,
                     NULL, "a template '%s' is there already",
                     draft->made.name);
    }
}

void
kt_template_resolve(struct kt_template_reader *reader)
{
    for (uint32_t i = 0; i < reader->families.count; i++)
        resolve_family(reader, i);
}
