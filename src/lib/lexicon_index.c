/*
 * The index of the lexicon.
 * In: words and entries, all there. Out: the words with the entries that
 * begin with each, longest first; the hash table; and the class sets that
 * a look-up can give, over which the templates' codes are given out.
 * Every step is linear in the number of entries.
 */
#include <string.h>

#include "lexicon_builder.h"
#include "text.h"

static void *
keep(struct kt_arena *arena, const void *items, size_t size)
{
    void *kept = kt_arena_take(arena, size);
    if (kept != NULL)
        memcpy(kept, items, size);
    return kept;
}

/* Entry ids by falling number of words: a counting sort. */
static uint32_t *
sort_by_length(const struct kt_lexicon_builder *builder)
{
    uint32_t first[KT_ENTRY_WORDS + 2] = {0};
    const struct kt_entry *entries = builder->lexicon->entries;
    uint32_t count = builder->lexicon->entry_count;
    uint32_t *sorted = kt_arena_take(builder->scratch, count * sizeof *sorted);

    if (sorted == NULL)
        return NULL;
    for (uint32_t i = 1; i < count; i++)
        first[KT_ENTRY_WORDS - entries[i].word_count + 1]++;
    for (uint32_t i = 1; i < KT_ENTRY_WORDS + 2; i++)
        first[i] += first[i - 1];
    for (uint32_t i = 1; i < count; i++)
        sorted[first[KT_ENTRY_WORDS - entries[i].word_count]++] = i;
    return sorted;
}

/* Gives each word its share of one array of entry ids. */
static bool
share_entries(struct kt_lexicon_builder *builder)
{
    struct kt_lexicon *lexicon = builder->lexicon;
    uint32_t *ids =
        kt_arena_take(builder->arena, lexicon->entry_count * sizeof *ids);
    uint32_t *sorted = sort_by_length(builder);
    uint32_t next = 0;

    if (ids == NULL || sorted == NULL)
        return false;
    for (uint32_t i = 1; i < lexicon->entry_count; i++)
        lexicon->words[lexicon->entries[i].words[0]].entry_count++;
    for (uint32_t i = 1; i < lexicon->word_count; i++) {
        lexicon->words[i].entries = ids + next;
        next += lexicon->words[i].entry_count;
        lexicon->words[i].entry_count = 0;
    }
    for (uint32_t i = 0; i + 1 < lexicon->entry_count; i++) {
        const struct kt_entry *entry = &lexicon->entries[sorted[i]];
        struct kt_word *word = &lexicon->words[entry->words[0]];
        ids[(word->entries - ids) + word->entry_count++] = sorted[i];
        if (entry->word_count == 1 && !entry->has_capital)
            word->classes = kt_set_union(word->classes, entry->classes);
    }
    return true;
}

static bool
fill_buckets(struct kt_lexicon_builder *builder)
{
    struct kt_lexicon *lexicon = builder->lexicon;
    uint32_t room = 16;

    while (room < lexicon->word_count * 2)
        room *= 2;
    lexicon->bucket_mask = room - 1;
    lexicon->buckets =
        kt_arena_take_zeroed(builder->arena, room * sizeof(uint32_t));
    if (lexicon->buckets == NULL)
        return false;
    for (uint32_t i = 1; i < lexicon->word_count; i++) {
        uint32_t at = lexicon->words[i].hash & lexicon->bucket_mask;
        while (lexicon->buckets[at] != 0)
            at = (at + 1) & lexicon->bucket_mask;
        lexicon->buckets[at] = i;
    }
    return true;
}

bool
kt_builder_index(struct kt_lexicon_builder *builder)
{
    struct kt_lexicon *lexicon = builder->lexicon;

    lexicon->word_count = builder->words.count;
    lexicon->entry_count = builder->entries.count;
    lexicon->words = keep(builder->arena, builder->words.items,
                          lexicon->word_count * sizeof *lexicon->words);
    lexicon->entries = keep(builder->arena, builder->entries.items,
                            lexicon->entry_count * sizeof *lexicon->entries);
    if (lexicon->words == NULL || lexicon->entries == NULL)
        return false;
    for (uint32_t i = 1; i < lexicon->entry_count; i++)
        if (lexicon->entries[i].group == 0)
            lexicon->entries[i].group = ++builder->group_count;
    return share_entries(builder) && fill_buckets(builder);
}

/* ------------------------------------------- what a look-up can give */

/* Class sets, each once; places by hash hold the number + 1. */
struct findings {
    struct kt_arena *scratch;
    KT_LIST(struct kt_found) list;
    struct kt_slots slots;
};

static uint32_t
found_hash(const void *context, uint32_t number)
{
    const struct findings *findings = context;
    struct kt_set set = findings->list.items[number - 1].classes;
    uint64_t mixed = set.bits[0] * UINT64_C(0x9E3779B97F4A7C15) ^
                     set.bits[1] * UINT64_C(0xC2B2AE3D27D4EB4F);
    return (uint32_t)(mixed >> 32 ^ mixed);
}

static bool
add_found(struct findings *findings, struct kt_set set, uint32_t spellings)
{
    struct kt_found *item = kt_list_push(findings->scratch, &findings->list);
    struct kt_slots *slots = &findings->slots;
    uint32_t at, number;

    if (item == NULL ||
        !kt_slots_reserve(slots, findings->scratch, found_hash, findings))
        return false;
    *item = (struct kt_found){set, spellings};
    at = found_hash(findings, findings->list.count) & slots->mask;
    for (; (number = slots->numbers[at]) != 0; at = (at + 1) & slots->mask)
        if (kt_set_equal(findings->list.items[number - 1].classes, set)) {
            findings->list.items[number - 1].spellings |= spellings;
            findings->list.count--;
            return true;
        }
    slots->numbers[at] = findings->list.count;
    slots->used++;
    return true;
}

static uint32_t
spellings_of(const struct kt_lexicon *lexicon, const struct kt_entry *entry)
{
    const struct kt_word *word = &lexicon->words[entry->words[0]];
    uint32_t character, spellings = 0;
    enum kt_char_kind kind;

    if (kt_text_decode(entry->text, entry->length, 0, &character, &kind) ==
        word->length)
        spellings |= KT_FOUND_LETTER;
    if (kind == KT_CHAR_DIGIT)
        spellings |= KT_FOUND_NUMBER;
    if (kind != KT_CHAR_UPPER)
        spellings |= KT_FOUND_SMALL;
    return spellings;
}

static bool
same_words(const struct kt_entry *a, const struct kt_entry *b)
{
    return a->word_count == b->word_count &&
           memcmp(a->words, b->words, a->word_count * sizeof *a->words) == 0;
}

/*
 * Entries of the same words that differ in capitals answer together, so
 * far as the text has their capitals. A word rarely has more than two
 * spellings: pairs and the whole chain are enough.
 */
static bool
add_twins(struct findings *findings, const struct kt_lexicon *lexicon,
          const uint32_t *twins, uint32_t first)
{
    const struct kt_entry *entry = &lexicon->entries[first];
    struct kt_set joined = entry->classes;
    uint32_t spellings = spellings_of(lexicon, entry);

    if (!add_found(findings, joined, spellings))
        return false;
    for (uint32_t next = twins[first]; next != 0; next = twins[next]) {
        struct kt_set other = lexicon->entries[next].classes;
        joined = kt_set_union(joined, other);
        spellings |= spellings_of(lexicon, &lexicon->entries[next]);
        if (!add_found(findings, joined, spellings) ||
            !add_found(findings, kt_set_union(other, entry->classes),
                       spellings))
            return false;
    }
    return true;
}

static uint32_t
words_hash(const void *entries, uint32_t number)
{
    const struct kt_entry *entry = (const struct kt_entry *)entries + number;
    uint32_t hash = 2166136261U;

    for (uint32_t i = 0; i < entry->word_count; i++)
        hash = (hash ^ entry->words[i]) * 16777619U;
    return hash ^ hash >> 15;
}

/* For each entry the next one of the same words, or 0. */
static uint32_t *
find_twins(struct kt_lexicon_builder *builder)
{
    const struct kt_lexicon *lexicon = builder->lexicon;
    struct kt_slots slots = {NULL, 0, 0};
    uint32_t *twins = kt_arena_take_zeroed(
        builder->scratch, lexicon->entry_count * sizeof *twins);

    if (twins == NULL)
        return NULL;
    for (uint32_t i = 1; i < lexicon->entry_count; i++) {
        uint32_t at, other;
        if (!kt_slots_reserve(&slots, builder->scratch, words_hash,
                              lexicon->entries))
            return NULL;
        at = words_hash(lexicon->entries, i) & slots.mask;
        while ((other = slots.numbers[at]) != 0 &&
               !same_words(&lexicon->entries[other], &lexicon->entries[i]))
            at = (at + 1) & slots.mask;
        slots.used += other == 0;
        twins[i] = other;
        slots.numbers[at] = i;
    }
    return twins;
}

bool
kt_builder_found(struct kt_lexicon_builder *builder)
{
    struct kt_lexicon *lexicon = builder->lexicon;
    struct findings findings = {.scratch = builder->scratch};
    uint32_t *twins = find_twins(builder);

    if (twins == NULL)
        return false;
    for (uint32_t i = 1; i < lexicon->entry_count; i++)
        if (!add_twins(&findings, lexicon, twins, i))
            return false;
    lexicon->found_count = findings.list.count;
    if (findings.list.count == 0)
        return true;
    lexicon->found = keep(builder->arena, findings.list.items,
                          findings.list.count * sizeof *lexicon->found);
    return lexicon->found != NULL;
}
