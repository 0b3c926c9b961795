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
second_of(const struct kt_entry *entry)
{
    return entry->word_count > 1 ? entry->words[1] : 0;
}

/* Chains entries of as many words from the last to the first, and gives those
 * a group that have none. */
static void
chain_by_length(struct kt_lexicon_builder *builder, uint32_t *lengths)
{
    for (uint32_t i = 1; i < builder->entries.count; i++) {
        struct kt_entry *entry = &builder->entries.items[i];
        builder->notes.items[i].next = lengths[entry->word_count];
        lengths[entry->word_count] = i;
        if (entry->group == 0)
            entry->group = ++builder->group_count;
    }
}

/* Chains entries by their second word, from the longest to the shortest and
 * from the first to the last: what is pushed last comes first. */
static void
chain_by_second(struct kt_lexicon_builder *builder, uint32_t *seconds)
{
    uint32_t lengths[KT_ENTRY_WORDS + 1] = {0};

    chain_by_length(builder, lengths);
    for (uint32_t length = 1; length <= KT_ENTRY_WORDS; length++)
        for (uint32_t id = lengths[length], next; id != 0; id = next) {
            struct kt_entry_note *note = &builder->notes.items[id];
            uint32_t *first =
                &seconds[second_of(&builder->entries.items[id])];
            next = note->next;
            note->next = *first;
            *first = id;
        }
}

/* Gives each word its share of the places of entries, two for each: one for
 * the entry and one for its second word. None is filled yet. */
static void
share_places(struct kt_lexicon_builder *builder, uint32_t *places)
{
    for (uint32_t i = 1; i < builder->words.count; i++) {
        struct kt_word *word = &builder->words.items[i];
        word->entries = places;
        word->plain = word->entry_count > 0;
        places += 2 * (size_t)word->entry_count;
    }
}

/* Puts a phrase behind its word's last one. */
static void
list_phrase(struct kt_lexicon_builder *builder, uint32_t id,
            uint32_t *places)
{
    const struct kt_entry *entry = &builder->entries.items[id];
    struct kt_word *word = &builder->words.items[entry->words[0]];
    uint32_t *own = places + (word->entries - places) + word->phrase_count++;

    own[0] = id;
    own[word->entry_count] = entry->words[1];
    word->plain = false;
}

static bool
take_short_forms(struct kt_lexicon_builder *builder)
{
    struct kt_lexicon *lexicon = builder->lexicon;
    lexicon->short_forms = kt_arena_take_zeroed(
        builder->arena, KT_SHORT_FORMS * sizeof *lexicon->short_forms);
    return lexicon->short_forms != NULL;
}

static void
note_short_form(struct kt_lexicon *lexicon, const struct kt_word *word)
{
    if (word->length < 32)
        lexicon->short_forms[kt_short_form(word->text, word->length)] |=
            UINT32_C(1) << word->length;
}

/* Puts an entry of one word behind the phrases, and those that are listed
 * already. False: out of memory. */
static bool
list_single(struct kt_lexicon_builder *builder, uint32_t id, uint32_t *places,
            uint32_t *listed)
{
    const struct kt_set *sets = builder->sets.sets.items;
    const struct kt_entry *entry = &builder->entries.items[id];
    struct kt_word *word = &builder->words.items[entry->words[0]];
    uint32_t *own = places + (word->entries - places) + word->phrase_count +
                    listed[entry->words[0]]++;

    own[0] = id;
    own[word->entry_count] = 0;
    if (KT_HAS_ANY(sets[entry->set], KT_ABBREVIATION, KT_ABBREVIATION_FINAL))
        note_short_form(builder->lexicon, word);
    word->plain &= !entry->has_capital;
    if (entry->has_capital)
        return true;
    if (word->set == 0) /* the empty set, as most have until now */
        word->set = entry->set;
    return word->set == entry->set ||
           kt_builder_number(builder,
                             kt_set_union(sets[word->set], sets[entry->set]),
                             &word->set);
}

/* Lists the entries of each word: a counting sort by length, then one by the
 * second word, then one by the first. */
static bool
list_entries(struct kt_lexicon_builder *builder)
{
    uint32_t *places = kt_arena_take(
        builder->arena, 2 * (size_t)builder->entries.count * sizeof *places);
    uint32_t *counts = builder->alone.items; /* nobody asks any more */

    if (places == NULL)
        return false;
    memset(counts, 0, builder->words.count * sizeof *counts);
    chain_by_second(builder, counts);
    share_places(builder, places);
    for (uint32_t i = 1; i < builder->words.count; i++) {
        for (uint32_t id = counts[i]; id != 0;
             id = builder->notes.items[id].next)
            list_phrase(builder, id, places);
        counts[i] = 0;
    }
    for (uint32_t id = counts[0]; id != 0; id = builder->notes.items[id].next)
        if (!list_single(builder, id, places, counts))
            return false;
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
    return take_short_forms(builder) && list_entries(builder) &&
           kt_phrases_index(&lexicon->phrases, lexicon, builder->arena) &&
           kt_builder_shrink_buckets(builder);
}

/* ------------------------------------------- what a look-up can give */

/* Class sets, each once. */
struct findings {
    struct kt_lexicon_builder *builder;
    KT_LIST(struct kt_found) list;
    KT_LIST(uint32_t) places; /* in it + 1, by the set; 0: none */
};

static bool
add_found(struct findings *findings, uint32_t set, uint32_t spellings)
{
    struct kt_lexicon_builder *builder = findings->builder;
    struct kt_found *item;

    while (findings->places.count <= set)
        if (kt_list_push(builder->scratch, &findings->places) == NULL)
            return false;
    if (findings->places.items[set] == 0) {
        item = kt_list_push(builder->arena, &findings->list);
        if (item == NULL)
            return false;
        item->classes = builder->sets.sets.items[set];
        findings->places.items[set] = findings->list.count;
    }
    item = &findings->list.items[findings->places.items[set] - 1];
    item->spellings |= spellings;
    return true;
}

static bool
add_joined(struct findings *findings, struct kt_set set, uint32_t spellings)
{
    uint32_t number;

    return kt_builder_number(findings->builder, set, &number) &&
           add_found(findings, number, spellings);
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
    const struct kt_lexicon_builder *builder = findings->builder;
    const struct kt_lexicon *lexicon = builder->lexicon;
    const struct kt_entry *entry = &lexicon->entries[first];
    uint32_t next = builder->notes.items[first].twin;
    uint32_t spellings = spellings_of(lexicon, entry);
    struct kt_set one, joined;

    if (!add_found(findings, entry->set, spellings))
        return false;
    joined = one = builder->sets.sets.items[entry->set];
    for (; next != 0; next = builder->notes.items[next].twin) {
        struct kt_set other =
            builder->sets.sets.items[lexicon->entries[next].set];
        joined = kt_set_union(joined, other);
        spellings |= spellings_of(lexicon, &lexicon->entries[next]);
        if (!add_joined(findings, joined, spellings) ||
            !add_joined(findings, kt_set_union(other, one), spellings))
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
    lexicon->sets = builder->sets.sets.items;
    lexicon->found_count = findings.list.count;
    lexicon->found = findings.list.items;
    return true;
}
