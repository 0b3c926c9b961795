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
#include "text.h"

static bool
capitals_fit(const struct kt_doc *doc, const struct kt_entry *entry,
             uint32_t token)
{
    const struct kt_token *first = &doc->tokens.items[token];
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
    return !entry->has_capital || capitals_fit(doc, entry, token);
}

struct kt_set
kt_token_classes(const struct kt_doc *doc, uint32_t token)
{
    const struct kt_lexicon *lexicon = &doc->engine->lexicon;
    const struct kt_word *word =
        &lexicon->words[doc->tokens.items[token].word];
    struct kt_set classes = word->classes;
    if (word->plain)
        return classes;
    for (uint32_t i = word->entry_count; i-- > 0;) {
        const struct kt_entry *entry = &lexicon->entries[word->entries[i]];
        if (entry->word_count > 1)
            break;
        if (entry->has_capital && capitals_fit(doc, entry, token))
            classes = kt_set_union(classes, entry->classes);
    }
    return classes;
}

/* The word of the token behind in the same paragraph; 0: none, or unknown. */
static uint32_t
second_word(const struct kt_doc *doc, uint32_t token, uint32_t end)
{
    const struct kt_token *next = &doc->tokens.items[token + 1];
    return end - token < 2 || next->flags & KT_PARAGRAPH_FIRST ? 0
                                                               : next->word;
}

/* A word may begin hundreds of phrases: which of them can stand there, their
 * second words tell without a look at the entries. */
uint32_t
kt_longest_entry(const struct kt_doc *doc, uint32_t token, uint32_t end,
                 uint32_t *entry, struct kt_set *classes)
{
    const struct kt_lexicon *lexicon = &doc->engine->lexicon;
    const struct kt_word *word =
        &lexicon->words[doc->tokens.items[token].word];
    uint32_t length = 0;
    struct kt_set all = {{0}};
    if (token >= end || word->entry_count == 0)
        return 0;
    if (word->plain) {
        if (entry != NULL)
            *entry = word->entries[0];
        if (classes != NULL)
            *classes = word->classes;
        return 1;
    }
    uint32_t second = second_word(doc, token, end);
    for (uint32_t i = 0; i < word->entry_count; i++) {
        if (word->seconds[i] != 0 && word->seconds[i] != second)
            continue;
        const struct kt_entry *next = &lexicon->entries[word->entries[i]];
        if (next->word_count < length)
            break;
        if (!entry_fits(doc, next, token, end))
            continue;
        if (length == 0 && entry != NULL)
            *entry = word->entries[i];
        length = next->word_count;
        all = kt_set_union(all, next->classes);
    }
    if (classes != NULL && length > 0)
        *classes = all;
    return length;
}
