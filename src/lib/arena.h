/*
 * A document's memory: blocks that are filled from the front and given back
 * all at once. Nothing inside is freed alone, but large pieces that moved.
 */
#ifndef KT_ARENA_H
#define KT_ARENA_H

#include <stddef.h>

#include <kutip.h>

struct kt_arena_block {
    struct kt_arena_block *next;
    size_t size;        /* bytes of data */
    size_t used;        /* bytes given out; both are aligned */
    max_align_t data[]; /* aligned for anything */
};

struct kt_arena {
    const struct kutip_allocator *allocator; /* the engine's */
    struct kt_arena_block *first;            /* all blocks, oldest first */
    struct kt_arena_block *current;          /* the one being filled */
    size_t keep; /* bytes that kt_arena_reset() keeps at most; all at first */
};

void
kt_arena_init(struct kt_arena *arena, const struct kutip_allocator *allocator);

void
kt_arena_release(struct kt_arena *arena);

/* Forgets what the arena holds and keeps its blocks for the next text, as
 * far as they may be kept. */
void
kt_arena_reset(struct kt_arena *arena);

/* What kt_arena_take() does when the block is full, or there is none. */
void *
kt_arena_take_on(struct kt_arena *arena, size_t size);

static inline size_t
kt_arena_round(size_t size)
{
    size_t unit = _Alignof(max_align_t);
    return (size + unit - 1) / unit * unit;
}

/* size bytes aligned for any type, not cleared; NULL: out of memory. */
static inline void *
kt_arena_take(struct kt_arena *arena, size_t size)
{
    struct kt_arena_block *block = arena->current;
    if (block == NULL || size == 0 || size > block->size - block->used)
        return kt_arena_take_on(arena, size);
    void *taken = (char *)block->data + block->used;
    block->used += kt_arena_round(size);
    return taken;
}

/*
 * Makes the piece that was taken last longer where it stands. False: it is
 * not the last one, or its block is full; nothing has changed then.
 */
bool
kt_arena_extend(struct kt_arena *arena, const void *last, size_t old_size,
                size_t new_size);

/*
 * Gives back a piece that moved, where it is so large that it has a block of
 * its own; smaller ones stay until the reset.
 */
void
kt_arena_drop(struct kt_arena *arena, const void *piece, size_t size);

/* The same as kt_arena_take(), cleared. */
void *
kt_arena_take_zeroed(struct kt_arena *arena, size_t size);

/* A terminated copy of length bytes of text. */
char *
kt_arena_copy(struct kt_arena *arena, const char *text, size_t length);

/* A terminated string made as by printf. */
char *
kt_arena_print(struct kt_arena *arena, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;

#endif
