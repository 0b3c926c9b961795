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

bool
kt_token_read(struct kt_doc *doc, struct kt_token *token)
{
    const struct kt_word *word = &doc->engine->lexicon.words[token->word];
    struct kt_set known = {{0}};

    token->reading = 0;
    if (token->word != 0)
        known = kt_token_find_classes(doc, token);
    if (word->entry_count > 0 && word->seconds[0] != 0)
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

/* The first of a word's entries that has no other word: they are the last. */
static uint32_t
first_single(const struct kt_word *word)
{
    uint32_t at = word->entry_count;
    while (at > 0 && word->seconds[at - 1] == 0)
        at--;
    return at;
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
    bool goes_on = kt_goes_on(doc, token, end);
    for (uint32_t i = goes_on ? 0 : first_single(word);
         i < word->entry_count; i++) {
        if (word->seconds[i] != 0 &&
            word->seconds[i] != doc->tokens.items[token + 1].word)
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
