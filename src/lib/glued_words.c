/*
 * In: what stands in a word before a capital in its middle. Out: whether it
 * is a word by itself, whose blank was lost where a link or an emphasis was
 * cut out of the page.
 *
 *     kataRini -> kata Rini; diSurabaya -> di Surabaya; GoPay: one word
 *
 * Only for words that names usually follow: function words and verbs of
 * saying in small letters, offices with a capital. Does not take apart what
 * was glued in small letters (`katabudi`).
 */
#include "glued_words.h"
#include "text.h"

enum { FOLD_ROOM = 32, LEAST_SMALL = 2, LEAST_OFFICE = 5 };

/* Small words that a name follows. */
static const unsigned small_heads[] = {
    KT_SAY_BARE, KT_SAY_CLITIC, KT_SAY_ACTIVE, KT_SAY_PASSIVE,
    KT_ACCORDING, KT_VIA_HEAD, KT_FROM, KT_IN, KT_TO, KT_BY, KT_AND,
    KT_THAT, KT_WITH, KT_CONJUNCTION, KT_PREPOSITION};

/* The same with a capital of their own. */
static const unsigned offices[] = {KT_ROLE, KT_ROLE_WHOLE, KT_ACCORDING};

static bool
is_small(char letter)
{
    return letter >= 'a' && letter <= 'z';
}

bool
kt_is_glued_head(const struct kt_engine *engine, const char *text,
                 uint32_t start, uint32_t end)
{
    char folded[FOLD_ROOM];
    bool small = is_small(text[start]);
    uint32_t length = end - start, word;
    struct kt_set classes;

    if (length < (small ? LEAST_SMALL : LEAST_OFFICE) || length > FOLD_ROOM)
        return false;
    for (uint32_t at = start + 1; at < end; at++)
        if (!is_small(text[at]))
            return false;
    length = (uint32_t)kt_text_fold(text + start, length, folded, FOLD_ROOM);
    word = kt_lexicon_find(&engine->lexicon, folded, length,
                           kt_text_hash(folded, length));
    classes = engine->lexicon.words[word].classes;
    return small ? KT_HAS_ANY_OF(classes, small_heads)
                 : KT_HAS_ANY_OF(classes, offices);
}
