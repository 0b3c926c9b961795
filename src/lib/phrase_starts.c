/*
 * How boilerplate begins.
 *
 * In: the lexicon. Out: for two letters the classes that have a phrase whose
 * first word begins with them, and the third letters that any of these words
 * has. A letter of ASCII that another one follows is
 * itself when it is folded, unless a combining mark stands behind: words with
 * other letters in front are let pass. What it does not attempt: to find the
 * phrase; that is raw_phrases.c.
 *
 *     Baca juga: … begins with `ba`, as `baca` does: it may be boilerplate
 */
#include "phrase_starts.h"

#include <string.h>

static const struct start_class {
    unsigned class;
    uint8_t bit;
} start_classes[] = {
    {KT_BOILERPLATE, KT_START_BOILERPLATE},
    {KT_BOILERPLATE_PIECE, KT_START_PIECE},
    {KT_BOILERPLATE_REFERENCE, KT_START_REFERENCE},
};

enum { START_CLASSES = sizeof start_classes / sizeof *start_classes };

uint8_t
kt_phrase_start_bit(unsigned class)
{
    for (int i = 0; i < START_CLASSES; i++)
        if (start_classes[i].class == class)
            return start_classes[i].bit;
    return KT_START_ANY;
}

static uint8_t
bits_of(struct kt_set classes)
{
    uint8_t bits = 0;
    for (int i = 0; i < START_CLASSES; i++)
        if (kt_set_has(classes, start_classes[i].class))
            bits |= start_classes[i].bit;
    return bits;
}

/* The letters from *first to *end that a folded byte may have been. */
static void
letters_of(char c, unsigned *first, unsigned *end)
{
    bool letter = c >= 'a' && c <= 'z';
    *first = letter ? (unsigned)(c - 'a') : 0;
    *end = letter ? *first + 1 : KT_LETTERS;
}

/* The same as bits: all where the word is shorter. */
static uint32_t
third_letters(const struct kt_word *word)
{
    uint32_t bits = 0;
    unsigned first = 0, end = KT_LETTERS;
    if (word->length > 2)
        letters_of(word->text[2], &first, &end);
    for (unsigned i = first; i < end; i++)
        bits |= UINT32_C(1) << i;
    return bits;
}

static void
add_start(struct kt_phrase_starts *starts, const struct kt_word *word,
          uint8_t bits)
{
    unsigned first, first_end, second, second_end;
    letters_of(word->text[0], &first, &first_end);
    letters_of(word->text[1], &second, &second_end);
    for (unsigned i = first; i < first_end; i++)
        for (unsigned j = second; j < second_end; j++) {
            starts->of[i][j] |= bits;
            starts->thirds[i][j] |= third_letters(word);
        }
}

void
kt_phrase_starts_init(struct kt_phrase_starts *starts,
                      const struct kt_lexicon *lexicon)
{
    uint32_t set = 0; /* of the entry before: most have the same */
    uint8_t bits = 0;
    memset(starts, 0, sizeof *starts);
    for (uint32_t i = 1; i < lexicon->entry_count; i++) {
        const struct kt_entry *entry = &lexicon->entries[i];
        if (entry->set != set)
            bits = bits_of(kt_entry_classes(lexicon, entry));
        set = entry->set;
        if (bits != 0 && entry->word_count > 0)
            add_start(starts, &lexicon->words[entry->words[0]], bits);
    }
}
