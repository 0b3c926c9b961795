/*
 * Numbers for class sets.
 * In: the sets that terms can have. Out: a number for each, found by hash.
 * Does not know what a set means to templates: template_codes.c does.
 *
 *     {SAY_BARE, LOWER} -> 17, in a text and for every family
 */
#include "class_sets.h"

#include <string.h>

enum { FIRST_SLOTS = 1024 };

/* Where a set's number stands, or the free slot for it. */
static uint32_t
slot_of(const struct kt_class_sets *sets, struct kt_set set)
{
    uint32_t at = (uint32_t)kt_set_mix(set) & sets->mask, number;

    for (; (number = sets->slots[at]) != 0; at = (at + 1) & sets->mask)
        if (kt_set_equal(sets->sets.items[number - 1], set))
            break;
    return at;
}

/* So many slots, a power of two, with the sets that are there. */
static bool
add_slots(struct kt_class_sets *sets, uint32_t room, struct kt_arena *arena)
{
    uint32_t *slots = kt_arena_take_zeroed(arena, room * sizeof *slots);

    if (slots == NULL)
        return false;
    sets->slots = slots;
    sets->mask = room - 1;
    for (uint32_t i = 0; i < sets->sets.count; i++)
        slots[slot_of(sets, sets->sets.items[i])] = i + 1;
    return true;
}

bool
kt_class_sets_reserve(struct kt_class_sets *sets, uint32_t count,
                      struct kt_arena *arena)
{
    uint32_t room = FIRST_SLOTS;

    while (room / 2 < count)
        room *= 2;
    while (sets->sets.room < count)
        if (!kt_list_grow(arena, &sets->sets.items, sets->sets.count,
                          &sets->sets.room, sizeof *sets->sets.items))
            return false;
    return (sets->slots != NULL && sets->mask >= room - 1) ||
           add_slots(sets, room, arena);
}

uint32_t
kt_class_sets_add(struct kt_class_sets *sets, struct kt_set set,
                  struct kt_arena *arena)
{
    struct kt_set *added;
    uint32_t at;

    /* never more than half the slots are taken */
    if ((sets->slots == NULL || sets->sets.count * 2 > sets->mask) &&
        !add_slots(sets, sets->slots == NULL ? FIRST_SLOTS
                                             : 2 * (sets->mask + 1), arena))
        return 0;
    at = slot_of(sets, set);
    if (sets->slots[at] != 0)
        return sets->slots[at];
    added = kt_list_push(arena, &sets->sets);
    if (added == NULL)
        return 0;
    *added = set;
    return sets->slots[at] = sets->sets.count;
}

uint32_t
kt_class_sets_find(const struct kt_class_sets *sets, struct kt_set set)
{
    return sets->slots == NULL ? 0 : sets->slots[slot_of(sets, set)];
}
