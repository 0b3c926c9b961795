/*
 * The index of phrases.
 *
 * In: words with the entries that begin with each, sorted by their second
 * word. Out: the phrases among them, and where those are that begin with two
 * words. What it does not attempt: whether a phrase stands in a text; that
 * is doc_entries.c.
 *
 *     wakil ketua -> wakil ketua umum, wakil ketua
 */
#include "phrases.h"

#include "lexicon.h"

static uint32_t
count_phrases(const struct kt_lexicon *lexicon)
{
    uint32_t count = 0;
    for (uint32_t i = 1; i < lexicon->word_count; i++)
        count += lexicon->words[i].phrase_count;
    return count;
}

static struct kt_phrase
phrase_of(const struct kt_lexicon *lexicon, uint32_t id)
{
    const struct kt_entry *entry = &lexicon->entries[id];
    return (struct kt_phrase){
        .first = entry->words[0],
        .second = entry->words[1],
        .third = entry->word_count > 2 ? entry->words[2] : 0,
        .word_count = entry->word_count,
        .has_capital = entry->has_capital,
        .entry = id,
        .set = entry->set,
    };
}

/* All phrases in the order of their words, and one that is none. */
static struct kt_phrase *
list_phrases(const struct kt_lexicon *lexicon, uint32_t count,
             struct kt_arena *arena)
{
    struct kt_phrase *items = kt_arena_take(arena, (count + 1) * sizeof *items);
    uint32_t next = 0;

    if (items == NULL)
        return NULL;
    for (uint32_t i = 1; i < lexicon->word_count; i++)
        for (uint32_t k = 0; k < lexicon->words[i].phrase_count; k++)
            items[next++] = phrase_of(lexicon, lexicon->words[i].entries[k]);
    items[next] = (struct kt_phrase){0};
    return items;
}

static bool
begins_same(const struct kt_phrase *a, const struct kt_phrase *b)
{
    return a->first == b->first && a->second == b->second;
}

/* Enters each two words once; there is room. */
static void
fill(const struct kt_phrases *phrases, uint32_t count, uint32_t *slots,
     uint64_t *pairs)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct kt_phrase *phrase = &phrases->items[i];
        uint32_t hash = kt_pair_hash(phrase->first, phrase->second);
        uint32_t bit = hash & phrases->pair_mask;
        uint32_t at = hash & phrases->slot_mask;
        if (i > 0 && begins_same(phrase, phrase - 1))
            continue;
        pairs[bit / 64] |= UINT64_C(1) << bit % 64;
        while (slots[at] != 0)
            at = (at + 1) & phrases->slot_mask;
        slots[at] = i + 1;
    }
}

bool
kt_phrases_index(struct kt_phrases *phrases, const struct kt_lexicon *lexicon,
                 struct kt_arena *arena)
{
    uint32_t count = count_phrases(lexicon), room = 16;
    uint32_t *slots;
    uint64_t *pairs;

    while (room / 2 < count)
        room *= 2;
    slots = kt_arena_take_zeroed(arena, room * sizeof *slots);
    /* Eight bits for each slot: few pairs share one. */
    pairs = kt_arena_take_zeroed(arena, room);
    phrases->items = list_phrases(lexicon, count, arena);
    if (slots == NULL || pairs == NULL || phrases->items == NULL)
        return false;
    phrases->slots = slots;
    phrases->slot_mask = room - 1;
    phrases->pairs = pairs;
    phrases->pair_mask = room * 8 - 1;
    fill(phrases, count, slots, pairs);
    return true;
}

const struct kt_phrase *
kt_phrases_find(const struct kt_phrases *phrases, uint32_t first,
                uint32_t second)
{
    struct kt_phrase wanted = {.first = first, .second = second};
    uint32_t at = kt_pair_hash(first, second) & phrases->slot_mask;

    for (; phrases->slots[at] != 0; at = (at + 1) & phrases->slot_mask) {
        const struct kt_phrase *found =
            &phrases->items[phrases->slots[at] - 1];
        if (begins_same(found, &wanted))
            return found;
    }
    return NULL;
}
