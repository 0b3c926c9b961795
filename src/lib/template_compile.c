/*
 * From a tree to patterns.
 * In: a draft whose predicates have codes. Out: a template with its two
 * halves compiled: what stands left of @cue in reverse, the rest forward.
 *
 *     MENTION COMMA? @cue(SAY_ACTIVE) THAT
 *     left, reversed: [comma]?[mention]    right: ([say])[that]
 */
#include <stdio.h>
#include <string.h>

#include "template_tree.h"

/* Longer patterns come of lets in lets in lets. */
enum { UNITS_MAX = 60000, SLOTS_MAX = 31 };

/* One half of a template, being written. */
struct half {
    struct kt_codes *codes;
    struct kt_arena *scratch;
    bool reversed;
    KT_LIST(uint16_t) units;
    uint8_t slots[SLOTS_MAX];
    uint32_t slot_count;
    bool too_large;
    bool lost; /* out of memory */
};

struct compiler {
    struct kt_template *pattern;
    const struct kt_draft *draft;
    struct kt_codes *codes;
    const struct kt_regex_context *context;
    struct kt_arena *arena;
    struct kt_arena *scratch;
    struct kt_faults *faults;
    uint8_t *starts;
};

static void
write_tree(struct half *half, const struct kt_tree *tree);

/* ----------------------------------------------------------------- writing */

static void
write_unit(struct half *half, uint16_t unit)
{
    uint16_t *slot;

    if (half->lost || half->too_large)
        return;
    if (half->units.count < half->units.room) {
        half->units.items[half->units.count++] = unit;
        return;
    }
    half->too_large = half->units.count >= UNITS_MAX;
    slot = kt_list_push(half->scratch, &half->units);
    if (slot == NULL)
        half->lost = true;
    else
        *slot = unit;
}

static void
write_text(struct half *half, const char *text)
{
    for (; *text != '\0'; text++)
        write_unit(half, (uint8_t)*text);
}

/* A code stands for itself in a class, unless it means something there. */
static void
write_code(struct half *half, uint32_t code)
{
    char text[16];

    if (code >= 128 || (code > 0 && strchr("\\[]^-", (int)code) == NULL)) {
        write_unit(half, (uint16_t)code);
        return;
    }
    snprintf(text, sizeof text, "\\x{%x}", (unsigned)code);
    write_text(half, text);
}

static void
write_codes(struct half *half, uint32_t first, uint32_t last)
{
    write_code(half, first);
    if (last > first + 1)
        write_text(half, "-");
    if (last > first)
        write_code(half, last);
}

/* A class of all codes that satisfy the predicate; none: never matches. */
static void
write_class(struct half *half, uint32_t predicate)
{
    const struct kt_codes *codes = half->codes;
    uint32_t ranges = 0, code = 0, first;

    while (code < codes->count) {
        if (!kt_codes_satisfy(codes, code, predicate)) {
            code++;
            continue;
        }
        first = code;
        while (code < codes->count &&
               kt_codes_satisfy(codes, code, predicate))
            code++;
        if (ranges++ == 0)
            write_text(half, "[");
        write_codes(half, first, code - 1);
    }
    write_text(half, ranges > 0 ? "]" : "(?:(?!))");
}

/* Each class is written once and copied from then on. */
static void
write_predicate(struct half *half, uint32_t number)
{
    struct kt_predicate *predicate = &half->codes->predicates.items[number];

    if (predicate->text == NULL) {
        struct half class = {.codes = half->codes, .scratch = half->scratch};
        write_class(&class, number);
        half->lost |= class.lost;
        predicate->text = class.units.items;
        predicate->text_length = class.units.count;
    }
    for (uint32_t i = 0; i < predicate->text_length; i++)
        write_unit(half, predicate->text[i]);
}

static void
write_sequence(struct half *half, const struct kt_tree *first,
               const struct kt_tree *last)
{
    const struct kt_tree *tree = half->reversed ? last : first;
    const struct kt_tree *stop = half->reversed ? first : last;

    for (;; tree = half->reversed ? tree->previous : tree->next) {
        write_tree(half, tree);
        if (tree == stop)
            break;
    }
}

static void
write_choice(struct half *half, const struct kt_tree *choice)
{
    write_text(half, "(?:");
    for (const struct kt_tree *child = choice->first; child;
         child = child->next) {
        if (child != choice->first)
            write_text(half, "|");
        write_tree(half, child);
    }
    write_text(half, ")");
}

static void
write_repeat(struct half *half, const struct kt_tree *tree)
{
    char bounds[32];

    if (tree->max == KT_TREE_MANY)
        snprintf(bounds, sizeof bounds, "{%u,}", (unsigned)tree->min);
    else
        snprintf(bounds, sizeof bounds, "{%u,%u}", (unsigned)tree->min,
                 (unsigned)tree->max);
    write_text(half, "(?:");
    write_tree(half, tree->first);
    write_text(half, ")");
    write_text(half, bounds);
    if (tree->lazy)
        write_text(half, "?");
    if (tree->possessive)
        write_text(half, "+");
}

static void
write_slot(struct half *half, const struct kt_tree *tree)
{
    if (half->slot_count == SLOTS_MAX) {
        half->too_large = true;
        return;
    }
    half->slots[half->slot_count++] = tree->slot;
    write_text(half, "(");
    write_tree(half, tree->first);
    write_text(half, ")");
}

static void
write_look(struct half *half, const struct kt_tree *tree)
{
    write_text(half, tree->negative ? "(?!" : "(?=");
    write_tree(half, tree->first);
    write_text(half, ")");
}

static void
write_tree(struct half *half, const struct kt_tree *tree)
{
    if (tree->predicate != 0) {
        write_predicate(half, tree->predicate - 1);
        return;
    }
    if (half->too_large || half->lost)
        return;
    switch (tree->kind) {
    case KT_TREE_SEQUENCE:
        write_sequence(half, tree->first, tree->last);
        break;
    case KT_TREE_CHOICE:
        write_choice(half, tree);
        break;
    case KT_TREE_REPEAT:
        write_repeat(half, tree);
        break;
    case KT_TREE_SLOT:
        write_slot(half, tree);
        break;
    case KT_TREE_LOOK:
        write_look(half, tree);
        break;
    case KT_TREE_LET:
        write_text(half, "(?:");
        write_tree(half, tree->let->tree);
        write_text(half, ")");
        break;
    case KT_TREE_START:
    case KT_TREE_END:
        write_text(half, (tree->kind == KT_TREE_START) != half->reversed
                             ? "\\A"
                             : "\\z");
        break;
    case KT_TREE_TERM:
    case KT_TREE_NAME:
        break;
    }
}

/* ------------------------------------------------- what it can begin with */

static void
start_with(struct compiler *compiler, uint32_t predicate)
{
    const struct kt_codes *codes = compiler->codes;
    const struct kt_predicate *wanted = &codes->predicates.items[predicate];

    for (uint32_t code = 0; code < codes->count; code++)
        if (kt_codes_satisfy(codes, code, predicate))
            compiler->starts[code >> 3] |= (uint8_t)(1U << (code & 7));
    for (uint32_t i = 0; i < wanted->count; i++) {
        struct kt_set all = wanted->conditions[i].all;
        unsigned class = KT_CLASS_MAX;
        while (class > 0 && !kt_set_has(all, class - 1))
            class--;
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

/* --------------------------------------------- what it cannot do without */

static struct kt_set
needs_of(const struct kt_codes *codes, const struct kt_tree *tree);

static struct kt_set
shared_set(struct kt_set a, struct kt_set b)
{
    return (struct kt_set){{a.bits[0] & b.bits[0], a.bits[1] & b.bits[1]}};
}

static struct kt_set
predicate_needs(const struct kt_predicate *predicate)
{
    struct kt_set set = {{0, 0}};

    for (uint32_t i = 0; i < predicate->count; i++)
        set = i == 0 ? predicate->conditions[i].all
                     : shared_set(set, predicate->conditions[i].all);
    return set;
}

static struct kt_set
children_needs(const struct kt_codes *codes, const struct kt_tree *tree)
{
    struct kt_set set = {{0, 0}};

    for (const struct kt_tree *child = tree->first; child;
         child = child->next) {
        struct kt_set one = needs_of(codes, child);
        if (tree->kind == KT_TREE_CHOICE && child != tree->first)
            set = shared_set(set, one);
        else
            set = kt_set_union(set, one);
    }
    return set;
}

static struct kt_set
needs_of(const struct kt_codes *codes, const struct kt_tree *tree)
{
    static const struct kt_set nothing = {{0, 0}};

    if (tree->predicate != 0)
        return predicate_needs(
            &codes->predicates.items[tree->predicate - 1]);
    if (tree->kind == KT_TREE_LET)
        return needs_of(codes, tree->let->tree);
    if ((tree->kind == KT_TREE_REPEAT && tree->min == 0) ||
        (tree->kind == KT_TREE_LOOK && tree->negative))
        return nothing;
    return children_needs(codes, tree);
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
has_cue(const struct kt_tree *tree)
{
    if (tree->kind == KT_TREE_SLOT && tree->slot == KT_SLOT_CUE)
        return true;
    if (tree->kind == KT_TREE_LET)
        return tree->let->tree != NULL && has_cue(tree->let->tree);
    for (const struct kt_tree *child = tree->first; child;
         child = child->next)
        if (has_cue(child))
            return true;
    return false;
}

/* Compiles what a half wrote. False when fatal. */
static bool
compile_half(struct compiler *compiler, struct half *half,
             struct kt_regex **regex, const uint8_t **slots,
             uint32_t *slot_count)
{
    char message[128];
    size_t at;
    uint8_t *kept;

    if (half->too_large)
        return fault_at(compiler, compiler->draft->place.at,
                        "the template becomes too large, or has too many "
                        "slots");
    kept = kt_arena_take(compiler->arena, half->slot_count + 1);
    if (half->lost || kept == NULL)
        return kt_faults_no_memory(compiler->faults);
    memcpy(kept, half->slots, half->slot_count);
    *slots = kept;
    *slot_count = half->slot_count;
    *regex = kt_regex_new(compiler->context, half->units.items,
                          half->units.count, message, sizeof message, &at);
    if (*regex != NULL)
        return true;
    return message[0] == '\0' ? kt_faults_no_memory(compiler->faults)
                              : fault_at(compiler, compiler->draft->place.at,
                                         message);
}

/* Both halves; anchor is the first element of the right one. */
static bool
compile_halves(struct compiler *compiler, const struct kt_tree *first,
               const struct kt_tree *anchor, const struct kt_tree *last)
{
    struct kt_template *pattern = compiler->pattern;
    struct half half = {.codes = compiler->codes,
                        .scratch = compiler->scratch};

    write_sequence(&half, anchor, last);
    if (!compile_half(compiler, &half, &pattern->right,
                      &pattern->right_slots, &pattern->right_slot_count))
        return false;
    if (anchor == first)
        return true;
    half = (struct half){.codes = compiler->codes,
                         .scratch = compiler->scratch,
                         .reversed = true};
    write_sequence(&half, first, anchor->previous);
    return compile_half(compiler, &half, &pattern->left,
                        &pattern->left_slots, &pattern->left_slot_count);
}

/* The element the template is split at; NULL: a fault was told. */
static const struct kt_tree *
find_anchor(const struct compiler *compiler, const struct kt_tree *first)
{
    const struct kt_tree *anchor = NULL;

    for (const struct kt_tree *tree = first; tree; tree = tree->next) {
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
elements_of(const struct kt_tree *tree, const struct kt_tree **first,
            const struct kt_tree **last)
{
    bool sequence = tree->kind == KT_TREE_SEQUENCE && tree->predicate == 0;
    *first = sequence ? tree->first : tree;
    *last = sequence ? tree->last : tree;
}

/* Starts of the right half: elements from the anchor on. */
static bool
starts_of_right(struct compiler *compiler, const struct kt_tree *anchor)
{
    bool none = true;

    for (const struct kt_tree *tree = anchor; tree && none; tree = tree->next)
        none = note_starts(compiler, tree);
    return !none;
}

bool
kt_template_compile(struct kt_template *pattern, const struct kt_draft *draft,
                    struct kt_codes *codes,
                    const struct kt_regex_context *context,
                    struct kt_arena *arena, struct kt_arena *scratch,
                    struct kt_faults *faults)
{
    struct compiler compiler = {pattern, draft,   codes,  context,
                                arena,   scratch, faults, NULL};
    const struct kt_tree *first, *last, *anchor;

    elements_of(draft->tree, &first, &last);
    anchor = find_anchor(&compiler, first);
    if (anchor == NULL)
        return true;
    compiler.starts = kt_arena_take_zeroed(arena, codes->count / 8 + 1);
    if (compiler.starts == NULL)
        return kt_faults_no_memory(faults);
    pattern->starts = compiler.starts;
    if (!starts_of_right(&compiler, anchor))
        return fault_at(&compiler, anchor->at,
                        "from here on the template may take no term at all");
    pattern->needs = needs_of(codes, draft->tree);
    return compile_halves(&compiler, first, anchor, last);
}
