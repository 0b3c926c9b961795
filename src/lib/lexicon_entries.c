/*
 * Entries of the lexicon.
 * In: texts with their classes, as words files and verbs bring them. Out:
 * each text once, with the classes of all that brought it. Texts of the same
 * words that differ in capitals or blanks are entries of their own, and
 * twins.
 *
 *     menteri agama {ROLE}, menteri agama {ROLE_WHOLE}  ->  one entry
 *     Nusantara, NUSANTARA                              ->  two, twins
 */
#include <string.h>

#include "lexicon_builder.h"

/* What the words of an entry are found by when it has several. */
static uint32_t
hash_words(const uint32_t *words, uint32_t count)
{
    uint32_t hash = 2166136261U;

    for (uint32_t i = 0; i < count; i++)
        hash = (hash ^ words[i]) * 16777619U;
    return hash ^ hash >> 15;
}

static uint32_t
entry_hash(const void *context, uint32_t number)
{
    const struct kt_lexicon_builder *builder = context;
    const struct kt_entry *entry = &builder->entries.items[number];
    return hash_words(entry->words, entry->word_count);
}

bool
kt_builder_reserve_entries(struct kt_lexicon_builder *builder, uint32_t room,
                           uint32_t phrases)
{
    builder->entries.items = kt_arena_take(
        builder->arena, room * sizeof *builder->entries.items);
    builder->notes.items =
        kt_arena_take(builder->scratch, room * sizeof *builder->notes.items);
    if (builder->entries.items == NULL || builder->notes.items == NULL)
        return false;
    builder->entries.room = builder->notes.room = room;
    return kt_list_push(builder->arena, &builder->entries) != NULL &&
           kt_list_push(builder->scratch, &builder->notes) != NULL &&
           kt_slots_reserve(&builder->phrases, phrases, builder->scratch,
                            entry_hash, builder);
}

bool
kt_builder_number(struct kt_lexicon_builder *builder, struct kt_set set,
                  uint32_t *number)
{
    *number = kt_class_sets_add(&builder->sets, set, builder->arena);
    return (*number)-- != 0;
}

static uint32_t
no_memory(struct kt_lexicon_builder *builder)
{
    kt_faults_no_memory(builder->faults);
    return 0;
}

static bool
same_words(const struct kt_entry *entry, const struct kt_entry_words *words)
{
    return entry->word_count == words->count &&
           memcmp(entry->words, words->ids,
                  words->count * sizeof *words->ids) == 0;
}

/* What finds the youngest entry of the words, or 0. NULL: out of memory. */
static uint32_t *
find_youngest(struct kt_lexicon_builder *builder,
              const struct kt_entry_words *words)
{
    struct kt_slots *slots = &builder->phrases;
    uint32_t at, id;

    if (words->count == 1)
        return &builder->alone.items[words->ids[0]];
    if (!kt_slots_reserve(slots, 1, builder->scratch, entry_hash, builder))
        return NULL;
    at = hash_words(words->ids, words->count) & slots->mask;
    for (; (id = slots->numbers[at]) != 0; at = (at + 1) & slots->mask)
        if (same_words(&builder->entries.items[id], words))
            break;
    return &slots->numbers[at];
}

/* The entry of the same text, from the youngest of its words; or 0. */
static uint32_t
find_entry(const struct kt_lexicon_builder *builder,
           const struct kt_arrival *arrival, uint32_t id)
{
    for (; id != 0; id = builder->notes.items[id].twin) {
        const struct kt_entry *entry = &builder->entries.items[id];
        if (entry->length == arrival->length &&
            memcmp(entry->text, arrival->text, arrival->length) == 0)
            return id;
    }
    return 0;
}

/* Copies what does not stay. False: out of memory. */
static bool
fill_entry(struct kt_lexicon_builder *builder, struct kt_entry *entry,
           const struct kt_arrival *arrival,
           const struct kt_entry_words *words)
{
    size_t size = words->count * sizeof *words->ids;
    uint32_t *ids = kt_pool_take(&builder->ids, builder->arena, size);

    entry->text = arrival->stays ? arrival->text
                                 : kt_arena_copy(builder->arena,
                                                 arrival->text,
                                                 arrival->length);
    if (ids == NULL || entry->text == NULL)
        return false;
    entry->words = memcpy(ids, words->ids, size);
    entry->word_count = (uint8_t)words->count;
    entry->length = (uint32_t)arrival->length;
    entry->has_capital = words->capital;
    entry->set = arrival->set;
    return true;
}

static uint32_t
add_entry(struct kt_lexicon_builder *builder,
          const struct kt_arrival *arrival,
          const struct kt_entry_words *words, uint32_t *youngest)
{
    struct kt_entry *entry = kt_list_push(builder->arena, &builder->entries);
    struct kt_entry_note *note =
        kt_list_push(builder->scratch, &builder->notes);

    if (entry == NULL || note == NULL ||
        !fill_entry(builder, entry, arrival, words))
        return no_memory(builder);
    note->twin = *youngest;
    builder->phrases.used += *youngest == 0 && words->count > 1;
    builder->words.items[words->ids[0]].entry_count++;
    return *youngest = builder->entries.count - 1;
}

/* Gives an entry more classes. Returns its id; 0: out of memory. */
static uint32_t
widen_entry(struct kt_lexicon_builder *builder, uint32_t id, uint32_t set)
{
    const struct kt_set *sets = builder->sets.sets.items;
    struct kt_entry *entry = &builder->entries.items[id];

    if (entry->set != set &&
        !kt_builder_number(builder, kt_set_union(sets[entry->set], sets[set]),
                           &entry->set))
        return no_memory(builder);
    return id;
}

uint32_t
kt_builder_add(struct kt_lexicon_builder *builder,
               const struct kt_arrival *arrival)
{
    struct kt_entry_words words;
    uint32_t *youngest;
    uint32_t id;

    if (!kt_builder_split(builder, arrival, &words) || words.count == 0)
        return 0;
    youngest = find_youngest(builder, &words);
    if (youngest == NULL)
        return no_memory(builder);
    id = find_entry(builder, arrival, *youngest);
    return id == 0 ? add_entry(builder, arrival, &words, youngest)
                   : widen_entry(builder, id, arrival->set);
}

uint32_t
kt_lexicon_add(struct kt_lexicon_builder *builder, const char *text,
               size_t length, struct kt_set classes,
               const struct kt_pattern_file *file, const struct kt_line *line,
               size_t at)
{
    struct kt_arrival arrival = {.text = text,
                                 .length = length,
                                 .file = file,
                                 .line = line,
                                 .at = at};

    return kt_builder_number(builder, classes, &arrival.set)
               ? kt_builder_add(builder, &arrival)
               : no_memory(builder);
}
