/*
 * The index of the lexicon.
 * In: words and entries, all there. Out: the words with the entries that
 * begin with each, longest first; and the class sets that a look-up can
 * give, over which the templates' codes are given out.
 * Every step is linear in the number of entries.
 */
#include <string.h>

#include "lexicon_builder.h"
#include "text.h"

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

/* Makes the word's list of entries one longer. */
static void
add_to_word(const struct kt_lexicon *lexicon, uint32_t id, uint32_t *ids,
            uint32_t *seconds)
{
    const struct kt_entry *entry = &lexicon->entries[id];
    struct kt_word *word = &lexicon->words[entry->words[0]];
    size_t at = (size_t)(word->entries - ids) + word->entry_count++;

    ids[at] = id;
    seconds[at] = entry->word_count > 1 ? entry->words[1] : 0;
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

    if (ids == NULL || seconds == NULL || sorted == NULL)
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

/* Puts the words' texts one behind the other: a text is compared with them
 * all the time, and so they share lines of the cache. */
static bool
gather_texts(struct kt_lexicon_builder *builder)
{
    struct kt_lexicon *lexicon = builder->lexicon;
    size_t size = 1;
    char *at;

    for (uint32_t i = 1; i < lexicon->word_count; i++)
        size += lexicon->words[i].length + 1;
    at = kt_arena_take(builder->arena, size);
    if (at == NULL)
        return false;
    for (uint32_t i = 1; i < lexicon->word_count; i++) {
        struct kt_word *word = &lexicon->words[i];
        word->text = memcpy(at, word->text, word->length + 1);
        at += word->length + 1;
    }
    return true;
}

/*
 * The hash table of all words. The builder's own has room for many more;
 * this one is as small as it can be, since what the cache holds of it
 * decides how fast a text is looked up.
 */
static bool
fill_buckets(struct kt_lexicon_builder *builder)
{
    struct kt_lexicon *lexicon = builder->lexicon;
    uint32_t room = 16, at;

    while (room - room / 4 < lexicon->word_count)
        room *= 2;
    lexicon->bucket_mask = room - 1;
    lexicon->buckets =
        kt_arena_take_zeroed(builder->arena, room * sizeof *lexicon->buckets);
    if (lexicon->buckets == NULL)
        return false;
    for (uint32_t i = 1; i < lexicon->word_count; i++) {
        uint32_t hash = lexicon->words[i].hash;
        at = hash & lexicon->bucket_mask;
        while (lexicon->buckets[at].word != 0)
            at = (at + 1) & lexicon->bucket_mask;
        lexicon->buckets[at] = (struct kt_bucket){hash, i};
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
    return gather_texts(builder) && share_entries(builder) &&
           fill_buckets(builder);
}

/* ------------------------------------------- what a look-up can give */

/* Class sets, each once; places by hash hold the number + 1. */
struct findings {
    struct kt_arena *arena;
    struct kt_arena *scratch;
    KT_LIST(struct kt_found) list;
    struct kt_slots slots;
};

static uint32_t
found_hash(const void *context, uint32_t number)
{
    const struct findings *findings = context;
    struct kt_set set = findings->list.items[number - 1].classes;
    return (uint32_t)kt_set_mix(set);
}

static bool
add_found(struct findings *findings, struct kt_set set, uint32_t spellings)
{
    struct kt_found *item = kt_list_push(findings->arena, &findings->list);
    struct kt_slots *slots = &findings->slots;
    uint32_t at, number;

    if (item == NULL ||
        !kt_slots_reserve(slots, 1, findings->scratch, found_hash, findings))
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

/*
 * Entries of the same words that differ in capitals answer together, so
 * far as the text has their capitals. A word rarely has more than two
 * spellings: pairs and the whole chain are enough.
 */
static bool
add_twins(struct findings *findings, const struct kt_lexicon *lexicon,
          const struct kt_entry_note *notes, uint32_t first)
{
    const struct kt_entry *entry = &lexicon->entries[first];
    struct kt_set joined = entry->classes;
    uint32_t spellings = spellings_of(lexicon, entry);

    if (!add_found(findings, joined, spellings))
        return false;
    for (uint32_t next = notes[first].twin; next != 0;
         next = notes[next].twin) {
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

bool
kt_builder_found(struct kt_lexicon_builder *builder)
{
    struct kt_lexicon *lexicon = builder->lexicon;
    struct findings findings = {.arena = builder->arena,
                                .scratch = builder->scratch};

    for (uint32_t i = 1; i < lexicon->entry_count; i++)
        if (!add_twins(&findings, lexicon, builder->notes.items, i))
            return false;
    lexicon->found_count = findings.list.count;
    lexicon->found = findings.list.items;
    return true;
}
