/* An allocator whose memory runs out; see memory.h. */
#include "memory.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

static bool
may_take(struct memory *memory)
{
    memory->asked++;
    if (memory->left == 0)
        return false;
    memory->left--;
    return true;
}

static void *
allocate(void *context, size_t size)
{
    struct memory *memory = context;
    void *block = may_take(memory) ? malloc(size) : NULL;
    memory->live += block != NULL;
    return block;
}

static void
release(void *context, void *block)
{
    struct memory *memory = context;
    memory->live -= block != NULL;
    free(block);
}

void
memory_init(struct memory *memory)
{
    *memory = (struct memory){
        .allocator = {allocate, release, memory},
        .left = SIZE_MAX,
    };
}

void
memory_refuse(struct memory *memory, size_t n)
{
    memory->asked = 0;
    memory->left = n == 0 ? SIZE_MAX : n - 1;
}
