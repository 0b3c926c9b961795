/*
 * In: hashes of words, speakers. Out: the speakers put for a hash, the
 * latest first. Does not compare names: that is names.c.
 */
#include <string.h>

#include "name_index.h"

enum { FIRST_SLOTS = 128 };

/* The slot of a hash: that which holds it, or the free one it would get. */
static uint32_t *
slot_of(const struct kt_name_index *index, uint32_t hash)
{
    uint32_t at = hash & index->mask;
    while (index->slots[at] != KT_NONE &&
           index->posts.items[index->slots[at]].hash != hash)
        at = (at + 1) & index->mask;
    return &index->slots[at];
}

/* So many slots, with all posts so far. False: out of memory. */
static bool
take_slots(struct kt_name_index *index, struct kt_doc *doc, size_t room)
{
    uint32_t *slots = kt_arena_take(&doc->arena, room * sizeof *slots);

    if (slots == NULL)
        return false;
    memset(slots, 0xff, room * sizeof *slots);
    index->slots = slots;
    index->mask = (uint32_t)(room - 1);
    for (uint32_t i = 0; i < index->posts.count; i++)
        *slot_of(index, index->posts.items[i].hash) = i;
    return true;
}

bool
kt_name_index_init(struct kt_name_index *index, struct kt_doc *doc)
{
    memset(index, 0, sizeof *index);
    return take_slots(index, doc, FIRST_SLOTS);
}

const struct kt_name_post *
kt_name_index_get(const struct kt_name_index *index, uint32_t hash)
{
    uint32_t post = *slot_of(index, hash);
    return post == KT_NONE ? NULL : &index->posts.items[post];
}

const struct kt_name_post *
kt_name_index_before(const struct kt_name_index *index,
                     const struct kt_name_post *post)
{
    return post->before == KT_NONE ? NULL
                                   : &index->posts.items[post->before];
}

bool
kt_name_index_put(struct kt_name_index *index, struct kt_doc *doc,
                  uint32_t hash, uint32_t speaker)
{
    uint32_t *slot, before;
    struct kt_name_post *post;

    if (index->posts.count > index->mask / 2 &&
        !take_slots(index, doc, 4 * ((size_t)index->mask + 1)))
        return false;
    slot = slot_of(index, hash);
    before = *slot;
    if (before != KT_NONE && index->posts.items[before].speaker == speaker)
        return true;
    post = kt_list_push(&doc->arena, &index->posts);
    if (post == NULL)
        return false;
    post->hash = hash;
    post->speaker = speaker;
    post->before = before;
    *slot = index->posts.count - 1;
    return true;
}
