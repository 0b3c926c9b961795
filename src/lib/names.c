/*
 * In: ranges of tokens. Out: whether they can name the same one. Words are
 * compared by the hash of their folded form; an initial by its letter.
 */
#include "names.h"

static bool
is_word(const struct kt_token *token)
{
    return token->kind == KT_TOKEN_WORD;
}

uint32_t
kt_count_words(const struct kt_doc *doc, struct kt_range tokens)
{
    uint32_t count = 0;
    for (uint32_t i = tokens.first; i < tokens.end; i++)
        count += is_word(&doc->tokens.items[i]);
    return count;
}

struct kt_range
kt_without_bracket(const struct kt_doc *doc, struct kt_range tokens)
{
    uint32_t end = tokens.end;
    if (tokens.first >= tokens.end ||
        doc->tokens.items[end - 1].character != ')')
        return tokens;
    while (end > tokens.first && doc->tokens.items[end - 1].character != '(')
        end--;
    if (end > tokens.first + 1)
        tokens.end = end - 1;
    return tokens;
}

/* An initial and a word that begins with it, or the same word. */
static bool
words_agree(const struct kt_doc *doc, const struct kt_token *a,
            const struct kt_token *b)
{
    if (a->hash == b->hash)
        return true;
    return ((a->flags | b->flags) & KT_ONE_LETTER) &&
           doc->text[a->start] == doc->text[b->start];
}

static bool
holds_word(const struct kt_doc *doc, struct kt_range name,
           const struct kt_token *word)
{
    for (uint32_t i = name.first; i < name.end; i++)
        if (is_word(&doc->tokens.items[i]) &&
            words_agree(doc, &doc->tokens.items[i], word))
            return true;
    return false;
}

bool
kt_names_agree(const struct kt_doc *doc, struct kt_range a,
               struct kt_range b)
{
    if (kt_count_words(doc, a) > kt_count_words(doc, b)) {
        struct kt_range swap = a;
        a = b;
        b = swap;
    }
    for (uint32_t i = a.first; i < a.end; i++)
        if (is_word(&doc->tokens.items[i]) &&
            !holds_word(doc, b, &doc->tokens.items[i]))
            return false;
    return kt_count_words(doc, a) > 0;
}

/* Letters two texts begin with alike, case aside. */
static uint32_t
common_start(const char *a, uint32_t a_length, const char *b,
             uint32_t b_length)
{
    uint32_t i = 0;
    while (i < a_length && i < b_length && (a[i] | 32) == (b[i] | 32))
        i++;
    return i;
}

/* The only word of a name, or NULL. */
static const struct kt_token *
only_word(const struct kt_doc *doc, struct kt_range name)
{
    if (name.first + 1 != name.end)
        return NULL;
    return &doc->tokens.items[name.first];
}

bool
kt_name_blends(const struct kt_doc *doc, struct kt_range blend,
               struct kt_range name)
{
    const struct kt_token *word = only_word(doc, blend);
    uint32_t at, parts = 0;

    if (word == NULL || name.first + 1 >= name.end)
        return false;
    at = word->start;
    for (uint32_t i = name.first; i < name.end && at < word->end; i++) {
        const struct kt_token *other = &doc->tokens.items[i];
        uint32_t alike = common_start(
            doc->text + at, word->end - at, doc->text + other->start,
            other->end - other->start);
        if (alike >= 4 && alike == word->end - word->start)
            return true;
        if (alike < 2)
            continue;
        at += alike;
        parts++;
    }
    return parts > 1 && at == word->end;
}

bool
kt_name_index_init(struct kt_name_index *index, struct kt_doc *doc)
{
    uint32_t room = 16;
    while (room < 2 * doc->tokens.count + 2)
        room *= 2;
    index->slots = kt_arena_take_zeroed(&doc->arena,
                                        (size_t)room * sizeof *index->slots);
    index->mask = room - 1;
    return index->slots != NULL;
}

uint32_t
kt_name_index_get(const struct kt_name_index *index, uint32_t hash)
{
    uint32_t at = hash & index->mask;
    while (index->slots[at].hash != 0) {
        if (index->slots[at].hash == hash)
            return index->slots[at].speaker;
        at = (at + 1) & index->mask;
    }
    return KT_NONE;
}

void
kt_name_index_put(struct kt_name_index *index, uint32_t hash,
                  uint32_t speaker)
{
    uint32_t at = hash & index->mask;
    while (index->slots[at].hash != 0 && index->slots[at].hash != hash)
        at = (at + 1) & index->mask;
    index->slots[at].hash = hash;
    index->slots[at].speaker = speaker;
}

uint32_t
kt_hash_words(const struct kt_doc *doc, struct kt_range tokens)
{
    uint32_t hash = 2166136261U;
    for (uint32_t i = tokens.first; i < tokens.end; i++)
        if (doc->tokens.items[i].kind != KT_TOKEN_MARK)
            hash = (hash ^ doc->tokens.items[i].hash) * 16777619U;
    return hash | 1U;
}
