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

#include "arena.h"

#define KT_LIST(type)                                                         \
    struct {                                                                  \
        type *items;                                                          \
        uint32_t count;                                                       \
        uint32_t room;                                                        \
    }

/*
 * Makes room for one more item and clears it. items_slot is the address of
 * the items pointer (copied bytewise, so that any pointer type may stand
 * there). False: out of memory, the list is as it was.
 */
bool
kt_list_grow(struct kt_arena *arena, void *items_slot, uint32_t count,
             uint32_t *room, size_t item_size);

#define kt_list_push(arena, list)                                             \
    (kt_list_grow((arena), &(list)->items, (list)->count, &(list)->room,      \
                  sizeof *(list)->items)                                      \
         ? &(list)->items[(list)->count++]                                    \
         : NULL)

#endif
