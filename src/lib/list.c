/*
 * Growing arrays in an arena.
 *
 * In: a list that is full. Out: room for more. A list
 * that was the last to take memory grows where it stands; else it moves to
 * twice the room. The old place is given back where it is large, and else
 * lost until the arena is reset, which costs at most as much again as the
 * list is long.
 */
#include "list.h"

#include <string.h>

enum { FIRST_ROOM = 16 };

bool
kt_list_grow(struct kt_arena *arena, void *items_slot, uint32_t count,
             uint32_t *room, size_t item_size)
{
    if (*room > UINT32_MAX / 2 || *room > SIZE_MAX / 4 / item_size)
        return false;
    uint32_t wanted = *room < FIRST_ROOM ? FIRST_ROOM : *room * 2;
    char *items;
    memcpy(&items, items_slot, sizeof items);
    if (!kt_arena_extend(arena, items, *room * item_size,
                         wanted * item_size)) {
        char *moved = kt_arena_take(arena, wanted * item_size);
        if (moved == NULL)
            return false;
        if (count > 0)
            memcpy(moved, items, count * item_size);
        memcpy(items_slot, &moved, sizeof moved);
        kt_arena_drop(arena, items, *room * item_size);
    }
    *room = wanted;
    return true;
}

bool
kt_list_reserve_room(struct kt_arena *arena, void *items_slot, uint32_t *room,
                     uint32_t wanted, size_t item_size)
{
    if (wanted < FIRST_ROOM)
        wanted = FIRST_ROOM;
    char *items = kt_arena_take(arena, wanted * item_size);
    if (items == NULL)
        return false;
    memcpy(items_slot, &items, sizeof items);
    *room = wanted;
    return true;
}
