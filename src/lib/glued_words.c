/*
 * In: a word that no list knows. Out: where it is two, whose blank was lost
 * where a link or an emphasis was cut out of the page.
 *
 *     kataRini -> kata Rini; diSurabaya -> di Surabaya; GoPay: one word
 *     Rinimengatakan -> Rini mengatakan
 *
 * Before a capital only words that names usually follow: function words,
 * verbs of saying and offices in small letters; offices, places and bodies
 * with a capital. Behind a name only verbs and what is
 * listed as such. Does not take apart what was glued in
 * small letters (`katabudi`).
 */
#include "glued_words.h"

#include <string.h>

#include "text.h"

enum {
    FOLD_ROOM = 32,
    LEAST_SMALL = 2,
    LEAST_OFFICE = 5,
    LEAST_NAME = 3,
    LEAST_VERB = 7, /* shorter ones end names, too */
    LEAST_LITTLE = 5
};

/* Small words that a name follows. */
static const struct kt_set small_heads =
    KT_SET(KT_SAY_BARE, KT_SAY_CLITIC, KT_SAY_ACTIVE, KT_SAY_PASSIVE,
           KT_ACCORDING, KT_VIA_HEAD, KT_FROM, KT_IN, KT_TO, KT_BY, KT_AND,
           KT_THAT, KT_WITH, KT_CONJUNCTION, KT_PREPOSITION, KT_ROLE,
           KT_ROLE_WHOLE, KT_ROLE_MODIFIER);

/* The same with a capital of their own. */
static const struct kt_set capital_heads =
    KT_SET(KT_ROLE, KT_ROLE_WHOLE, KT_ACCORDING, KT_PLACE, KT_STATE, KT_ORG,
           KT_ORG_HEAD);

static bool
is_small(char letter)
{
    return letter >= 'a' && letter <= 'z';
}

static struct kt_set
classes_of(const struct kt_engine *engine, const char *folded, uint32_t length)
{
    const struct kt_lexicon *lexicon = &engine->lexicon;
    uint32_t word = kt_lexicon_find(lexicon, folded, length,
                                    kt_text_hash(folded, length));
    return kt_word_classes(lexicon, &lexicon->words[word]);
}

/* Is a word one that goes on behind a subject: `mengatakan`, `menghadiri`? */
static bool
may_follow(const struct kt_engine *engine, const char *folded, uint32_t length)
{
    const struct kt_lexicon *lexicon = &engine->lexicon;
    uint32_t word = kt_lexicon_find(lexicon, folded, length,
                                    kt_text_hash(folded, length));
    struct kt_set classes = kt_word_classes(lexicon, &lexicon->words[word]);

    if (word == 0 || length < LEAST_VERB)
        return word > 0 && kt_set_has(classes, KT_GLUED);
    return KT_HAS_ANY(classes, KT_SAY_ACTIVE, KT_COPULA) ||
           (length > LEAST_VERB &&
            kt_set_has(kt_affixes_classes(&engine->affixes, folded, length),
                       KT_VERB_SHAPE));
}

uint32_t
kt_glued_tail(const struct kt_engine *engine, const char *text, uint32_t start,
              uint32_t end)
{
    char folded[FOLD_ROOM];
    uint32_t length = end - start;

    if (length < LEAST_NAME + LEAST_LITTLE || length > FOLD_ROOM)
        return end;
    for (uint32_t at = start + 1; at < end; at++)
        if (!is_small(text[at]))
            return end;
    length = (uint32_t)kt_text_fold(text + start, length, folded, FOLD_ROOM);
    if (kt_lexicon_find(&engine->lexicon, folded, length,
                        kt_text_hash(folded, length)) != 0)
        return end;
    for (uint32_t at = LEAST_NAME; at + LEAST_LITTLE <= length; at++)
        if (may_follow(engine, folded + at, length - at))
            return start + at;
    return end;
}

/* The same, and what is known of the word when it is written so: `Jakarta`. */
static struct kt_set
capital_classes(const struct kt_lexicon *lexicon, const char *text,
                const char *folded, uint32_t length)
{
    const struct kt_word *word =
        &lexicon->words[kt_lexicon_find(lexicon, folded, length,
                                        kt_text_hash(folded, length))];
    struct kt_set classes = kt_word_classes(lexicon, word);

    for (uint32_t i = word->phrase_count; i < word->entry_count; i++) {
        const struct kt_entry *entry = &lexicon->entries[word->entries[i]];
        if (entry->length == length &&
            memcmp(entry->text, text, length) == 0)
            classes =
                kt_set_union(classes, kt_entry_classes(lexicon, entry));
    }
    return classes;
}

bool
kt_is_glued_head(const struct kt_engine *engine, const char *text,
                 uint32_t start, uint32_t end)
{
    char folded[FOLD_ROOM];
    bool small = is_small(text[start]);
    uint32_t length = end - start;
    struct kt_set classes;

    if (length < (small ? LEAST_SMALL : LEAST_OFFICE) || length > FOLD_ROOM)
        return false;
    for (uint32_t at = start + 1; at < end; at++)
        if (!is_small(text[at]))
            return false;
    length = (uint32_t)kt_text_fold(text + start, length, folded, FOLD_ROOM);
    if (small)
        return kt_set_meets(classes_of(engine, folded, length), small_heads);
    classes = capital_classes(&engine->lexicon, text + start, folded, length);
    return kt_set_meets(classes, capital_heads);
}

bool
kt_is_name_article(const struct kt_engine *engine, const char *text,
                   uint32_t start, uint32_t end)
{
    uint32_t length = end - start;

    return length > LEAST_SMALL && length <= LEAST_OFFICE &&
           is_small(text[start]) && text[end - 1] == '-' &&
           kt_set_has(classes_of(engine, text + start, length - 1),
                      KT_NAME_ARTICLE);
}
