/*
 * A document's memory: blocks filled from the front.
 *
 * In: sizes. Out: aligned memory that lives until reset or release. Each
 * new block is twice as large as the one before, so that a long text costs
 * few blocks. What it does not attempt: giving back single pieces, unless
 * they are larger than any common block.
 */
#include "arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_BLOCK = 16 * 1024, LARGEST_STEP = 4 * 1024 * 1024 };

void
kt_arena_init(struct kt_arena *arena, const struct kutip_allocator *allocator)
{
    arena->allocator = allocator;
    arena->first = NULL;
    arena->current = NULL;
    arena->keep = SIZE_MAX;
}

void
kt_arena_release(struct kt_arena *arena)
{
    struct kt_arena_block *block = arena->first;
    while (block != NULL) {
        struct kt_arena_block *next = block->next;
        arena->allocator->release(arena->allocator->context, block);
        block = next;
    }
    arena->first = NULL;
    arena->current = NULL;
}

void
kt_arena_reset(struct kt_arena *arena)
{
    struct kt_arena_block **place = &arena->first;
    size_t left = arena->keep;
    while (*place != NULL) {
        struct kt_arena_block *block = *place;
        if (block->size <= left) {
            left -= block->size;
            block->used = 0;
            place = &block->next;
        } else {
            *place = block->next;
            arena->allocator->release(arena->allocator->context, block);
        }
    }
    arena->current = arena->first;
}

/* Appends a block that holds at least size bytes and makes it current. */
static bool
add_block(struct kt_arena *arena, size_t size)
{
    struct kt_arena_block *last = arena->current;
    while (last != NULL && last->next != NULL)
        last = last->next;
    size_t room = FIRST_BLOCK;
    if (last != NULL)
        room = last->size < LARGEST_STEP ? last->size * 2 : LARGEST_STEP;
    if (room < size)
        room = size;
    if (room > SIZE_MAX - sizeof *last)
        return false;
    struct kt_arena_block *block = arena->allocator->allocate(
        arena->allocator->context, sizeof *block + room);
    if (block == NULL)
        return false;
    block->next = NULL;
    block->size = room;
    block->used = 0;
    if (last == NULL)
        arena->first = block;
    else
        last->next = block;
    arena->current = block;
    return true;
}

/* Goes on to the next block that is large enough, or makes one. */
static bool
find_room(struct kt_arena *arena, size_t size)
{
    struct kt_arena_block *block = arena->current;
    for (; block != NULL; block = block->next)
        if (block->size - block->used >= size) {
            arena->current = block;
            return true;
        }
    return add_block(arena, size);
}

void *
kt_arena_take_on(struct kt_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        return NULL;
    size = kt_arena_round(size == 0 ? 1 : size);
    if (!find_room(arena, size))
        return NULL;
    struct kt_arena_block *block = arena->current;
    void *taken = (char *)block->data + block->used;
    block->used += size;
    return taken;
}

bool
kt_arena_extend(struct kt_arena *arena, const void *last, size_t old_size,
                size_t new_size)
{
    struct kt_arena_block *block = arena->current;
    if (block == NULL || last == NULL || new_size > SIZE_MAX / 2)
        return false;
    const char *top = (const char *)block->data + block->used;
    if ((const char *)last + kt_arena_round(old_size) != top)
        return false;
    size_t more = kt_arena_round(new_size) - kt_arena_round(old_size);
    if (block->size - block->used < more)
        return false;
    block->used += more;
    return true;
}

void
kt_arena_drop(struct kt_arena *arena, const void *piece, size_t size)
{
    if (size <= LARGEST_STEP)
        return;
    struct kt_arena_block **link = &arena->first;
    while (*link != NULL && (const void *)(*link)->data != piece)
        link = &(*link)->next;
    struct kt_arena_block *block = *link;
    if (block == NULL || block == arena->current ||
        block->used != kt_arena_round(size))
        return;
    *link = block->next;
    arena->allocator->release(arena->allocator->context, block);
}

void *
kt_arena_take_zeroed(struct kt_arena *arena, size_t size)
{
    void *taken = kt_arena_take(arena, size);
    if (taken != NULL)
        memset(taken, 0, size);
    return taken;
}

char *
kt_arena_copy(struct kt_arena *arena, const char *text, size_t length)
{
    char *copy = length < SIZE_MAX ? kt_arena_take(arena, length + 1) : NULL;
    if (copy == NULL)
        return NULL;
    if (length > 0)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *
kt_arena_print(struct kt_arena *arena, const char *format, ...)
{
    char brief[256]; /* nearly everything: then it is printed once */
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(brief, sizeof brief, format, arguments);
    va_end(arguments);
    if (length < 0)
        return NULL;
    if ((size_t)length < sizeof brief)
        return kt_arena_copy(arena, brief, (size_t)length);
    char *text = kt_arena_take(arena, (size_t)length + 1);
    if (text == NULL)
        return NULL;
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return text;
}
