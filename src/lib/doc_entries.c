/*
 * Lexicon entries in a document: which classes a token has, and the
 * longest phrase that begins at it.
 *
 * In: tokens with their word ids. Out: entries and class sets. Words are
 * compared by id; letters only where an entry was typed with capitals, so
 * `Menteri Agama` finds `menteri agama`, but `pan` does not find `PAN`.
 * A phrase may run over a line's end, never over a paragraph's.
 */
#include "doc.h"
#include "terms.h"
#include "text.h"

static bool
capitals_fit(const struct kt_doc *doc, const struct kt_entry *entry,
             const struct kt_token *first)
{
    const struct kt_token *last = first + entry->word_count - 1;
    return kt_text_capitals_fit(entry->text, entry->length,
                                doc->text + first->start,
                                last->end - first->start);
}

/* Does the entry, which begins with the token's word, stand there? */
static bool
entry_fits(const struct kt_doc *doc, const struct kt_entry *entry,
           uint32_t token, uint32_t end)
{
    if (entry->word_count > end - token)
        return false;
    for (uint32_t i = 1; i < entry->word_count; i++) {
        const struct kt_token *next = &doc->tokens.items[token + i];
        if (next->word != entry->words[i] || next->flags & KT_PARAGRAPH_FIRST)
            return false;
    }
    return !entry->has_capital ||
           capitals_fit(doc, entry, &doc->tokens.items[token]);
}

struct kt_set
kt_token_find_classes(const struct kt_doc *doc, const struct kt_token *token)
{
    const struct kt_lexicon *lexicon = &doc->engine->lexicon;
    const struct kt_word *word = &lexicon->words[token->word];
    struct kt_set classes = kt_word_classes(lexicon, word);
    if (word->plain)
        return classes;
    for (uint32_t i = word->entry_count; i-- > 0;) {
        const struct kt_entry *entry = &lexicon->entries[word->entries[i]];
        if (entry->word_count > 1)
            break;
        if (entry->has_capital && capitals_fit(doc, entry, token))
            classes =
                kt_set_union(classes, kt_entry_classes(lexicon, entry));
    }
    return classes;
}

bool
kt_token_read(struct kt_doc *doc, struct kt_token *token)
{
    const struct kt_word *word = &doc->engine->lexicon.words[token->word];
    struct kt_set known = {{0}};

    token->reading = 0;
    if (token->word != 0)
        known = kt_token_find_classes(doc, token);
    if (word->phrase_count > 0)
        token->reading |= KT_BEGINS_PHRASES;
    if (kt_asks_place(token, known))
        token->reading |= KT_ASKS_PLACE;
    uint32_t set = kt_class_sets_find(&doc->engine->templates.sets,
                                      kt_term_classes(doc, token, known));
    token->set = set <= UINT16_MAX ? (uint16_t)set : 0;
    token->alone = KT_ALONE_NONE;
    if (kt_set_empty(known))
        return true;
    return kt_forms_number(&doc->forms, known, &token->alone);
}

/* Where a word's entries with a second word begin; where there is none, some
 * other place among the phrases, or behind them. */
static uint32_t
first_with(const struct kt_word *word, uint32_t second)
{
    const uint32_t *seconds = kt_word_seconds(word);
    uint32_t low = 0, high = word->phrase_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (seconds[middle] < second)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/*
 * The entries of some length, or the longest of those behind `at`, as far as
 * they have the second word of that at `at`: adds the classes of those that
 * stand at the token. Returns their length, 0: none does.
 */
static uint32_t
longest_from(const struct kt_doc *doc, uint32_t token, uint32_t end,
             uint32_t at, uint32_t *entry, struct kt_set *classes)
{
    const struct kt_lexicon *lexicon = &doc->engine->lexicon;
    const struct kt_word *word =
        &lexicon->words[doc->tokens.items[token].word];
    const uint32_t *seconds = kt_word_seconds(word);
    uint32_t length = 0;

    for (uint32_t i = at; i < word->entry_count; i++) {
        const struct kt_entry *next = &lexicon->entries[word->entries[i]];
        if (seconds[i] != seconds[at] ||
            next->word_count < length)
            break;
        if (!entry_fits(doc, next, token, end))
            continue;
        if (length == 0)
            *entry = word->entries[i];
        length = next->word_count;
        *classes = kt_set_union(*classes, kt_entry_classes(lexicon, next));
    }
    return length;
}

uint32_t
kt_longest_entry(const struct kt_doc *doc, uint32_t token, uint32_t end,
                 uint32_t *entry, struct kt_set *classes)
{
    const struct kt_lexicon *lexicon = &doc->engine->lexicon;
    const struct kt_token *first = &doc->tokens.items[token];
    const struct kt_word *word = &lexicon->words[first->word];
    struct kt_set found = {{0}};
    uint32_t length = 0, id = 0;

    if (token >= end || word->entry_count == 0)
        return 0;
    if (kt_token_goes_on(lexicon, first, end - token))
        length = longest_from(doc, token, end,
                              first_with(word, first[1].word), &id, &found);
    if (length == 0)
        length =
            longest_from(doc, token, end, word->phrase_count, &id, &found);
    if (length == 0)
        return 0;
    if (entry != NULL)
        *entry = id;
    if (classes != NULL)
        *classes = found;
    return length;
}
