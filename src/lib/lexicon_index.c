/*
 * The index of the lexicon.
 * In: words and entries, all there. Out: the words with the entries that
 * begin with each, in order; and the class sets that a look-up can
 * give, over which the templates' codes are given out.
 * Every step is linear in the number of entries.
 */
#include <string.h>

#include "lexicon_builder.h"
#include "text.h"

/* The second word of an entry, or 0. */
static uint32_t
second_of(const struct kt_lexicon *lexicon, uint32_t id)
{
    const struct kt_entry *entry = &lexicon->entries[id];
    return entry->word_count > 1 ? entry->words[1] : 0;
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

/* Sorts entry ids by their second word, those that have none to the end, and
 * else leaves them in their order: a counting sort again. */
static uint32_t *
sort_by_second(const struct kt_lexicon_builder *builder,
               const uint32_t *sorted)
{
    const struct kt_lexicon *lexicon = builder->lexicon;
    uint32_t count = lexicon->entry_count - 1, words = lexicon->word_count;
    uint32_t *result = kt_arena_take(builder->scratch,
                                     (count + 1) * sizeof *result);
    uint32_t *first = kt_arena_take_zeroed(builder->scratch,
                                           (words + 1) * sizeof *first);

    if (result == NULL || first == NULL)
        return NULL;
    for (uint32_t i = 0; i < count; i++)
        first[second_of(lexicon, sorted[i])]++;
    first[0] = count - first[0]; /* 0, no word, comes last */
    for (uint32_t i = 1, next = 0; i < words; i++) {
        uint32_t here = first[i];
        first[i] = next;
        next += here;
    }
    for (uint32_t i = 0; i < count; i++)
        result[first[second_of(lexicon, sorted[i])]++] = sorted[i];
    return result;
}

/* Makes the word's list of entries one longer. */
static void
add_to_word(const struct kt_lexicon *lexicon, uint32_t id, uint32_t *ids,
            uint32_t *seconds)
{
    const struct kt_entry *entry = &lexicon->entries[id];
    struct kt_word *word = &lexicon->words[entry->words[0]];
    size_t at = (size_t)(word->entries - ids) + word->entry_count++;

    ids[at] = id;
    seconds[at] = second_of(lexicon, id);
    word->phrase_count += entry->word_count > 1;
    if (entry->word_count > 1 || entry->has_capital)
        word->plain = false;
    else
        word->classes = kt_set_union(word->classes, entry->classes);
}

/* Gives each word its share of one array of entry ids. */
static bool
share_entries(struct kt_lexicon_builder *builder)
{
    struct kt_lexicon *lexicon = builder->lexicon;
    size_t size = lexicon->entry_count * sizeof(uint32_t);
    uint32_t *ids = kt_arena_take(builder->arena, size);
    uint32_t *seconds = kt_arena_take(builder->arena, size);
    uint32_t *sorted = sort_by_length(builder);
    uint32_t next = 0;

    if (ids == NULL || seconds == NULL || sorted == NULL ||
        (sorted = sort_by_second(builder, sorted)) == NULL)
        return false;
    for (uint32_t i = 1; i < lexicon->entry_count; i++)
        lexicon->words[lexicon->entries[i].words[0]].entry_count++;
    for (uint32_t i = 1; i < lexicon->word_count; i++) {
        lexicon->words[i].entries = ids + next;
        lexicon->words[i].seconds = seconds + next;
        next += lexicon->words[i].entry_count;
        lexicon->words[i].plain = lexicon->words[i].entry_count > 0;
        lexicon->words[i].entry_count = 0;
    }
    for (uint32_t i = 0; i + 1 < lexicon->entry_count; i++)
        add_to_word(lexicon, sorted[i], ids, seconds);
    return true;
}

/* Eight bits and more for each phrase: few others share one. */
static bool
fill_pairs(struct kt_lexicon_builder *builder)
{
    struct kt_lexicon *lexicon = builder->lexicon;
    uint32_t bits = 64;
    uint64_t *pairs;

    while (bits / 4 < lexicon->entry_count)
        bits *= 2;
    pairs = kt_arena_take_zeroed(builder->arena, bits / 8);
    if (pairs == NULL)
        return false;
    lexicon->pairs = pairs;
    lexicon->pair_mask = bits - 1;
    for (uint32_t i = 1; i < lexicon->entry_count; i++) {
        const struct kt_entry *entry = &lexicon->entries[i];
        if (entry->word_count < 2)
            continue;
        uint32_t bit =
            kt_lexicon_pair(lexicon, entry->words[0], entry->words[1]);
        pairs[bit / 64] |= UINT64_C(1) << bit % 64;
    }
    return true;
}

bool
kt_builder_index(struct kt_lexicon_builder *builder)
{
    struct kt_lexicon *lexicon = builder->lexicon;

    lexicon->word_count = builder->words.count;
    lexicon->entry_count = builder->entries.count;
    lexicon->words = builder->words.items;
    lexicon->entries = builder->entries.items;
    for (uint32_t i = 1; i < lexicon->entry_count; i++)
        if (lexicon->entries[i].group == 0)
            lexicon->entries[i].group = ++builder->group_count;
    return share_entries(builder) && fill_pairs(builder) &&
           kt_builder_shrink_buckets(builder);
}

/* ------------------------------------------- what a look-up can give */

/* Class sets, each once. */
struct findings {
    struct kt_lexicon_builder *builder;
    KT_LIST(struct kt_found) list;
    KT_LIST(uint32_t) places; /* in it + 1, by the number of the set; 0: none */
};

/* Makes a place for every set that has a number. False: out of memory. */
static bool
reserve_places(struct findings *findings)
{
    struct kt_lexicon_builder *builder = findings->builder;

    while (findings->places.count <= builder->sets.sets.count)
        if (kt_list_push(builder->scratch, &findings->places) == NULL)
            return false;
    return true;
}

static bool
add_found(struct findings *findings, uint32_t set, uint32_t spellings)
{
    struct kt_lexicon_builder *builder = findings->builder;
    uint32_t place;

    if (set == 0 || !reserve_places(findings))
        return false;
    place = findings->places.items[set];
    if (place == 0) {
        struct kt_found *item = kt_list_push(builder->arena, &findings->list);
        if (item == NULL)
            return false;
        item->classes = builder->sets.sets.items[set - 1];
        place = findings->places.items[set] = findings->list.count;
    }
    findings->list.items[place - 1].spellings |= spellings;
    return true;
}

static bool
add_joined(struct findings *findings, struct kt_set set, uint32_t spellings)
{
    struct kt_lexicon_builder *builder = findings->builder;

    return add_found(
        findings, kt_class_sets_add(&builder->sets, set, builder->scratch),
        spellings);
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

/*
 * Entries of the same words that differ in capitals answer together, so
 * far as the text has their capitals. A word rarely has more than two
 * spellings: pairs and the whole chain are enough.
 */
static bool
add_twins(struct findings *findings, uint32_t first)
{
    const struct kt_entry_note *notes = findings->builder->notes.items;
    const struct kt_lexicon *lexicon = findings->builder->lexicon;
    const struct kt_entry *entry = &lexicon->entries[first];
    struct kt_set joined = entry->classes;
    uint32_t spellings = spellings_of(lexicon, entry);

    if (!add_found(findings, notes[first].set, spellings))
        return false;
    for (uint32_t next = notes[first].twin; next != 0;
         next = notes[next].twin) {
        struct kt_set other = lexicon->entries[next].classes;
        joined = kt_set_union(joined, other);
        spellings |= spellings_of(lexicon, &lexicon->entries[next]);
        if (!add_joined(findings, joined, spellings) ||
            !add_joined(findings, kt_set_union(other, entry->classes),
                        spellings))
            return false;
    }
    return true;
}

bool
kt_builder_found(struct kt_lexicon_builder *builder)
{
    struct kt_lexicon *lexicon = builder->lexicon;
    struct findings findings = {.builder = builder};

    for (uint32_t i = 1; i < lexicon->entry_count; i++)
        if (!add_twins(&findings, i))
            return false;
    lexicon->found_count = findings.list.count;
    lexicon->found = findings.list.items;
    return true;
}
