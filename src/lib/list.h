/*
 * Growing arrays in an arena. A list is a struct with items, count and
 * room; lists of a document refer to each other by index, since items move
 * when a list grows.
 *
 *     KT_LIST(struct kt_token) tokens;
 *     struct kt_token *token = kt_list_push(&doc->arena, &doc->tokens);
 *     if (token == NULL)
 *         return KUTIP_NO_MEMORY;
 *
 * A pushed item is cleared.
 */
#ifndef KT_LIST_H
#define KT_LIST_H

#include <string.h>

#include "arena.h"

#define KT_LIST(type)                                                         \
    struct {                                                                  \
        type *items;                                                          \
        uint32_t count;                                                       \
        uint32_t room;                                                        \
    }

/*
 * Makes room for more items. items_slot is the address of the items pointer
 * (copied bytewise, so that any pointer type may stand there). False: out of
 * memory, the list is as it was.
 */
bool
kt_list_grow(struct kt_arena *arena, void *items_slot, uint32_t count,
             uint32_t *room, size_t item_size);

/* Makes room in a list that has none yet, for so many items that it need
 * not move while another list grows beside it. */
#define kt_list_reserve(arena, list, wanted)                                  \
    kt_list_reserve_room((arena), &(list)->items, &(list)->room, (wanted),    \
                         sizeof *(list)->items)

bool
kt_list_reserve_room(struct kt_arena *arena, void *items_slot, uint32_t *room,
                     uint32_t wanted, size_t item_size);

/* Most pushes find room: only the others cost a call, and a size that is
 * known is cleared without one. */
#define kt_list_push(arena, list)                                             \
    ((list)->count < (list)->room ||                                          \
             kt_list_grow((arena), &(list)->items, (list)->count,             \
                          &(list)->room, sizeof *(list)->items)               \
         ? (memset(&(list)->items[(list)->count], 0, sizeof *(list)->items),  \
            &(list)->items[(list)->count++])                                  \
         : NULL)

/* The same where all of an item is written anyway: it is not cleared. */
#define kt_list_open(arena, list)                                             \
    ((list)->count < (list)->room ||                                          \
             kt_list_grow((arena), &(list)->items, (list)->count,             \
                          &(list)->room, sizeof *(list)->items)               \
         ? &(list)->items[(list)->count++]                                    \
         : NULL)

#endif
