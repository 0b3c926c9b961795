/*
 * In: hashes of words, speakers. Out: the speakers put for a hash, the
 * latest first. Does not compare names: that is names.c.
 */
#include <string.h>

#include "name_index.h"

bool
kt_name_index_init(struct kt_name_index *index, struct kt_doc *doc)
{
    uint32_t room = 16;
    while (room < 2 * doc->tokens.count + 2)
        room *= 2;
    memset(index, 0, sizeof *index);
    index->slots = kt_arena_take(&doc->arena,
                                 (size_t)room * sizeof *index->slots);
    if (index->slots == NULL)
        return false;
    memset(index->slots, 0xff, (size_t)room * sizeof *index->slots);
    index->mask = room - 1;
    return true;
}

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
    uint32_t *slot = slot_of(index, hash);
    uint32_t before = *slot;
    struct kt_name_post *post;

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
