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

/* Do the words of an entry from number `from` on stand there? */
static bool
words_fit(const struct kt_entry *entry, uint32_t from,
          const struct kt_token *first)
{
    for (uint32_t i = from; i < entry->word_count; i++)
        if (first[i].word != entry->words[i] ||
            first[i].flags & KT_PARAGRAPH_FIRST)
            return false;
    return true;
}

/* Does a phrase, of which the first two words do, stand at a token, one of
 * `left`? */
static bool
phrase_fits(const struct kt_doc *doc, const struct kt_phrase *phrase,
            const struct kt_token *first, uint32_t left)
{
    const struct kt_entry *entry =
        &doc->engine->lexicon.entries[phrase->entry];
    return phrase->word_count <= left &&
           (phrase->third == 0 ||
            (first[2].word == phrase->third &&
             !(first[2].flags & KT_PARAGRAPH_FIRST))) &&
           (phrase->word_count <= 3 || words_fit(entry, 3, first)) &&
           (!phrase->has_capital || capitals_fit(doc, entry, first));
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

uint32_t
kt_longest_phrase(const struct kt_doc *doc, uint32_t token, uint32_t end,
                  uint32_t *entry, struct kt_set *classes)
{
    const struct kt_token *first = &doc->tokens.items[token];
    const struct kt_lexicon *lexicon = &doc->engine->lexicon;
    const struct kt_phrase *begin, *phrase;
    uint32_t length = 0;

    if (token >= end || !kt_token_goes_on(lexicon, first, end - token))
        return 0;
    begin = kt_phrases_find(&lexicon->phrases, first->word, first[1].word);
    for (phrase = begin; phrase != NULL && phrase->first == begin->first &&
                         phrase->second == begin->second &&
                         phrase->word_count >= length;
         phrase++) {
        if (!phrase_fits(doc, phrase, first, end - token))
            continue;
        if (length == 0 && entry != NULL)
            *entry = phrase->entry;
        *classes = length == 0 ? lexicon->sets[phrase->set]
                               : kt_set_union(*classes,
                                              lexicon->sets[phrase->set]);
        length = phrase->word_count;
    }
    return length;
}

/* The entries of one word that stand at a token: 1, or 0. */
static uint32_t
single_entry(const struct kt_doc *doc, const struct kt_token *token,
             uint32_t *entry, struct kt_set *classes)
{
    const struct kt_lexicon *lexicon = &doc->engine->lexicon;
    const struct kt_word *word = &lexicon->words[token->word];

    for (uint32_t i = word->phrase_count; i < word->entry_count; i++) {
        const struct kt_entry *next = &lexicon->entries[word->entries[i]];
        if (next->has_capital && !capitals_fit(doc, next, token))
            continue;
        if (entry != NULL)
            *entry = word->entries[i];
        *classes = kt_token_find_classes(doc, token);
        return 1;
    }
    return 0;
}

uint32_t
kt_longest_entry(const struct kt_doc *doc, uint32_t token, uint32_t end,
                 uint32_t *entry, struct kt_set *classes)
{
    struct kt_set ignored;
    if (classes == NULL)
        classes = &ignored;
    uint32_t length = kt_longest_phrase(doc, token, end, entry, classes);
    return length > 0 || token >= end
               ? length
               : single_entry(doc, &doc->tokens.items[token], entry, classes);
}
