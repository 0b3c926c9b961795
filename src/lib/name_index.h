/*
 * Earlier speakers by a word of their name, the latest first.
 */
#ifndef KT_NAME_INDEX_H
#define KT_NAME_INDEX_H

#include "doc.h"

/* So many speakers are looked at for one word; more cannot matter. */
#define KT_NAME_CHAIN 8

struct kt_name_post {
    uint32_t hash;
    uint32_t speaker;
    uint32_t before; /* the post put before for the same hash, or KT_NONE */
};

/* Linear in the text: open addressing, in the arena. */
struct kt_name_index {
    uint32_t *slots; /* the latest post of a hash, or KT_NONE */
    uint32_t mask;   /* slots - 1; never more than half have a post */
    KT_LIST(struct kt_name_post) posts;
};

/* An empty index, which grows. False: out of memory. */
bool
kt_name_index_init(struct kt_name_index *index, struct kt_doc *doc);

/* The latest post for a hash, or NULL. */
const struct kt_name_post *
kt_name_index_get(const struct kt_name_index *index, uint32_t hash);

/* The one put before, or NULL. */
const struct kt_name_post *
kt_name_index_before(const struct kt_name_index *index,
                     const struct kt_name_post *post);

/* False: out of memory. */
bool
kt_name_index_put(struct kt_name_index *index, struct kt_doc *doc,
                  uint32_t hash, uint32_t speaker);

#endif
