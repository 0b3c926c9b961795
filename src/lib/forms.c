/*
 * The memo of forms.
 *
 * In: forms, each once it was read. Out: the same forms, until others took
 * their places. The table begins small, for a short text, and grows as long
 * as new forms come, up to a limit: so it does not grow with the text. It
 * is left as it is when a kt_doc takes another text; all of it depends on
 * the engine alone.
 *
 *     kata -> its word, SAY_BARE and LOWER, a dot behind it is a mark
 */
#include "forms.h"

#include "doc.h"
#include "token_scan.h"

enum {
    FIRST_BITS = 13, /* of the number of pairs: half a megabyte */
    USUAL_BITS = 16,
    MOST_BITS = 17, /* 8 MB: most forms of a year's news */
    LINE = 64
};

/* ------------------------------------------------------------------ table */

/* An empty table of 2^bits pairs; the one that was there is not touched. */
static bool
take_table(struct kt_forms *forms, uint32_t bits)
{
    size_t size = sizeof *forms->items * 2 << bits;
    char *block = forms->allocator->allocate(forms->allocator->context,
                                             size + LINE);

    if (block == NULL)
        return false;
    forms->block = block;
    block += LINE - (uintptr_t)block % LINE;
    memset(block, 0, size);
    forms->items = (struct kt_form *)(void *)block;
    forms->shift = 64 - bits;
    forms->added = 0;
    return true;
}

static void
free_block(struct kt_forms *forms, void *block)
{
    if (block != NULL)
        forms->allocator->release(forms->allocator->context, block);
}

/* The one asked for last stands first in its pair, and so it stays. */
static void
put(struct kt_forms *forms, const struct kt_form *form)
{
    struct kt_form *pair = &forms->items[kt_forms_place(forms, form->key)];
    pair[pair[0].key.low != 0] = *form;
}

/* Twice as many pairs. False: out of memory. */
static bool
grow(struct kt_forms *forms)
{
    struct kt_form *old = forms->items;
    void *block = forms->block;
    uint32_t bits = 64 - forms->shift;

    if (!take_table(forms, bits + 1))
        return false;
    for (size_t i = 0; i < (size_t)2 << bits; i++)
        if (old[i].key.low != 0)
            put(forms, &old[i]);
    free_block(forms, block);
    return true;
}

void
kt_forms_limit(struct kt_forms *forms, size_t bytes)
{
    uint32_t bits = FIRST_BITS;

    while (bits < MOST_BITS && sizeof *forms->items * 4 << bits <= bytes)
        bits++;
    forms->most_bits = bits;
}

bool
kt_forms_add(struct kt_forms *forms, const struct kt_form *form)
{
    uint32_t bits = 64 - forms->shift;

    if (bits < forms->most_bits && ++forms->added > 1U << (bits - 1) &&
        !grow(forms))
        return false;
    put(forms, form);
    return true;
}

/* ------------------------------------------------------------------- life */

bool
kt_forms_begin(struct kt_forms *forms, const struct kt_engine *engine)
{
    if (forms->items != NULL)
        return true;
    if (forms->allocator == NULL) {
        forms->allocator = &engine->allocator;
        kt_arena_init(&forms->arena, forms->allocator);
        kt_scan_behind(&engine->marks, forms->behind);
    }
    if (forms->most_bits == 0)
        forms->most_bits = USUAL_BITS;
    if (forms->marks == NULL)
        forms->marks = kt_arena_take_zeroed(
            &forms->arena, KT_MARKS * sizeof *forms->marks);
    return forms->marks != NULL &&
           kt_class_sets_add(&forms->alone, (struct kt_set){{0}},
                             &forms->arena) &&
           take_table(forms, FIRST_BITS);
}

void
kt_forms_release(struct kt_forms *forms)
{
    if (forms->allocator == NULL)
        return;
    free_block(forms, forms->block);
    kt_arena_release(&forms->arena);
}

bool
kt_forms_number(struct kt_forms *forms, struct kt_set classes,
                uint16_t *number)
{
    uint32_t found = kt_class_sets_find(&forms->alone, classes);

    if (found == 0) {
        if (!kt_class_sets_add(&forms->alone, classes, &forms->arena))
            return false;
        found = kt_class_sets_find(&forms->alone, classes);
    }
    *number = found <= UINT16_MAX ? (uint16_t)found : 0;
    return true;
}
