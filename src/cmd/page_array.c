/*
 * In: an array and how many items it must hold. Out: the array with room
 * for them.
 *
 * Not attempted: giving room back; a page lives for a moment.
 *
 * Example: for the 17th item an array of 16 grows to 32.
 */
#include "page_array.h"

#include <stdint.h>
#include <stdlib.h>

void *
page_grow(void *items, size_t *room, size_t count, size_t size)
{
    size_t wanted = *room ? *room : 16;
    void *moved;

    if (count <= *room && items)
        return items;
    while (wanted < count)
        wanted = wanted > SIZE_MAX / 2 ? count : wanted * 2;
    if (wanted > SIZE_MAX / size)
        return NULL;
    moved = realloc(items, wanted * size);
    if (moved)
        *room = wanted;
    return moved;
}
