/*
 * Derivation: the affixes that make the forms of a reporting verb of its
 * root, and the clitic that stands for the source.
 */
#ifndef KT_DERIVATION_H
#define KT_DERIVATION_H

#include <stddef.h>

#include "tables.h"

enum kt_voice { KT_ACTIVE, KT_PASSIVE };

struct kt_prefix {
    const char *name;    /* as verbs.table calls it: `meN`, `0` */
    size_t name_length;
    size_t length;       /* of what is written of the name: 2 of `meN` */
    enum kt_voice voice;
    bool nasal;          /* what the root begins with changes it */
};

struct kt_derivation {
    const struct kt_prefix *prefixes;
    uint32_t prefix_count;
    const char **suffixes;
    uint32_t suffix_count;
    const char *clitic; /* "" when no row is one */
    size_t clitic_length;
};

/* The longest clitic; a longer one is a fault. */
enum { KT_CLITIC_MOST = 15 };

/* No affixes, no clitic. */
void
kt_derivation_init(struct kt_derivation *derivation);

/* Reads derivation.table; faults are reported. False when fatal. */
bool
kt_derivation_load(struct kt_derivation *derivation,
                   const struct kt_table *table, struct kt_arena *arena,
                   struct kt_faults *faults);

/* The prefix of a name, NULL when there is none. */
const struct kt_prefix *
kt_derivation_prefix(const struct kt_derivation *derivation,
                     const char *name, size_t length);

/* The suffix itself; "" is always one. NULL when there is none. */
const char *
kt_derivation_suffix(const struct kt_derivation *derivation,
                     const char *name);

#endif
