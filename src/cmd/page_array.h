/*
 * Arrays that grow.
 */
#ifndef KUTIP_CMD_PAGE_ARRAY_H
#define KUTIP_CMD_PAGE_ARRAY_H

#include <stddef.h>

/*
 * Room for `count` items of `size` bytes. *room is how many there is room
 * for already. The items, moved or not; NULL when memory runs out, and then
 * they are where they were.
 */
void *
page_grow(void *items, size_t *room, size_t count, size_t size);

#endif
