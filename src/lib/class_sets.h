/*
 * Numbers for class sets. The sets that terms can have are foreseen when an
 * engine loads and numbered once; a term looks its number up once, and each
 * family of templates has its code in an array.
 */
#ifndef KT_CLASS_SETS_H
#define KT_CLASS_SETS_H

#include "classes.h"
#include "list.h"

struct kt_class_sets {
    KT_LIST(struct kt_set) sets; /* each once; number n is sets.items[n - 1] */
    uint32_t *slots; /* numbers by hash, a power of two of them; 0: free */
    uint32_t mask;
};

/* The number of a set, from 1, which is added when it is not there yet; 0:
 * out of memory. */
uint32_t
kt_class_sets_add(struct kt_class_sets *sets, struct kt_set set,
                  struct kt_arena *arena);

/* Makes room for so many sets in all; more may come. False: out of memory. */
bool
kt_class_sets_reserve(struct kt_class_sets *sets, uint32_t count,
                      struct kt_arena *arena);

/* The number of a set, from 1; 0: it was not added. */
uint32_t
kt_class_sets_find(const struct kt_class_sets *sets, struct kt_set set);

#endif
