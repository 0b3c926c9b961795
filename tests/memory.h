/*
 * An allocator for tests: memory that runs out when it is told to, and
 * knows what was not given back.
 *
 *     struct memory memory;
 *     memory_init(&memory);
 *     memory.left = 3;    (the fourth allocation from here on fails)
 *     kt_arena_init(&arena, &memory.allocator);
 */
#ifndef MEMORY_H
#define MEMORY_H

#include <kutip.h>
#include <stddef.h>

struct memory {
    struct kutip_allocator allocator;
    size_t left;  /* allocations until memory runs out */
    size_t asked; /* allocations so far, refused ones as well */
    size_t live;  /* blocks handed out and not given back */
};

/* Memory without an end, until the test sets one. */
void
memory_init(struct memory *memory);

/* From now on, allocation number `n` and all after it fail; 0: none. */
void
memory_refuse(struct memory *memory, size_t n);

#endif
