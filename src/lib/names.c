/*
 * In: ranges of tokens. Out: whether they can name the same one. Words are
 * compared by the hash of their folded form; an initial by its letter.
 * Does not know who is who: that is speakers.c.
 */
#include "names.h"

bool
kt_is_human(const struct kt_doc *doc, struct kt_range role)
{
    return role.first + 1 == role.end &&
           kt_token_is(doc, role.first, KT_HUMAN);
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

struct kutip_span
kt_name_span(const struct kt_doc *doc, const struct kt_mention *mention)
{
    struct kt_range name = mention->name;

    /* `laporan tersebut`, where nothing tells which */
    if (!kt_range_set(name) || (mention->kind == KT_MENTION_DOCUMENT &&
                                mention->demonstrative))
        name = mention->mention;
    return kt_span_of(doc, kt_without_bracket(doc, name));
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

/* --------------------------------------------------- a part of the other */

/* The first word at or behind a token of the range, or its end. */
static uint32_t
next_word(const struct kt_doc *doc, struct kt_range name, uint32_t at)
{
    while (at < name.end && !kt_is_word(&doc->tokens.items[at]))
        at++;
    return at;
}

/* How well the word stands for a word of the name. */
static enum kt_likeness
word_in(const struct kt_doc *doc, const struct kt_token *word,
        struct kt_range name)
{
    uint32_t first = next_word(doc, name, name.first);
    enum kt_likeness best = KT_UNLIKE;

    for (uint32_t i = first; i < name.end;
         i = next_word(doc, name, i + 1)) {
        const struct kt_token *other = &doc->tokens.items[i];
        if (word->hash == other->hash) {
            if (i == first)
                return KT_LIKE_FIRST;
            return next_word(doc, name, i + 1) == name.end ? KT_LIKE_LAST
                                                           : KT_LIKE_MIDDLE;
        }
        if (((word->flags | other->flags) & KT_ONE_LETTER) &&
            doc->text[word->start] == doc->text[other->start])
            best = KT_LIKE_INITIAL;
    }
    return best;
}

enum kt_likeness
kt_name_likeness(const struct kt_doc *doc, struct kt_range a,
                 struct kt_range b)
{
    uint32_t a_words = kt_count_words(doc, a);
    uint32_t b_words = kt_count_words(doc, b);
    enum kt_likeness likeness = KT_LIKE_SAME;

    if (a_words > b_words) {
        struct kt_range swap = a;
        a = b;
        b = swap;
    }
    if (a_words == 0 || b_words == 0)
        return KT_UNLIKE;
    if (a_words == b_words && kt_hash_words(doc, a) == kt_hash_words(doc, b))
        return KT_LIKE_SAME;
    for (uint32_t i = next_word(doc, a, a.first); i < a.end;
         i = next_word(doc, a, i + 1)) {
        enum kt_likeness word = word_in(doc, &doc->tokens.items[i], b);
        if (word == KT_UNLIKE)
            return KT_UNLIKE;
        if (i == next_word(doc, a, a.first) || word == KT_LIKE_INITIAL)
            likeness = word;
    }
    return likeness;
}

bool
kt_name_runs_into(const struct kt_doc *doc, struct kt_range name,
                  struct kt_range other)
{
    uint32_t at = next_word(doc, name, name.first);
    uint32_t from = next_word(doc, other, other.first);

    at = next_word(doc, name, at + 1);
    if (at >= name.end)
        return false;
    while (at < name.end && from < other.end &&
           doc->tokens.items[at].hash == doc->tokens.items[from].hash) {
        at = next_word(doc, name, at + 1);
        from = next_word(doc, other, from + 1);
    }
    return at >= name.end;
}

/* ------------------------------------------------------- blends, initials */

/* The only word of a name, or NULL. */
static const struct kt_token *
only_word(const struct kt_doc *doc, struct kt_range name)
{
    if (name.first + 1 != name.end)
        return NULL;
    return &doc->tokens.items[name.first];
}

static char
lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
}

/* Letters two texts begin with alike, case aside. */
static uint32_t
common_start(const char *a, uint32_t a_length, const char *b,
             uint32_t b_length)
{
    uint32_t i = 0;
    while (i < a_length && i < b_length && lower(a[i]) == lower(b[i]))
        i++;
    return i;
}

bool
kt_name_blends(const struct kt_doc *doc, struct kt_range blend,
               struct kt_range name)
{
    const struct kt_token *word = only_word(doc, blend);
    uint32_t at, parts = 0;
    bool from_first = false;

    if (word == NULL || name.first + 1 >= name.end)
        return false;
    at = word->start;
    for (uint32_t i = name.first; i < name.end && at < word->end; i++) {
        const struct kt_token *other = &doc->tokens.items[i];
        uint32_t alike = common_start(
            doc->text + at, word->end - at, doc->text + other->start,
            other->end - other->start);
        if (alike >= 4 && alike == word->end - word->start)
            return other->start + alike == other->end ||
                   doc->text[other->start + alike] != '-';
        if (alike < 2)
            continue;
        if (i == name.first)
            from_first = true;
        at += alike;
        parts++;
    }
    return from_first && parts > 1 && at == word->end;
}

bool
kt_name_abbreviates(const struct kt_doc *doc, struct kt_range initials,
                    struct kt_range name)
{
    const struct kt_token *word = only_word(doc, initials);
    uint32_t at;

    if (word == NULL || !(word->flags & KT_ALL_UPPER))
        return false;
    at = word->start;
    for (uint32_t i = next_word(doc, name, name.first); i < name.end;
         i = next_word(doc, name, i + 1)) {
        if (at == word->end ||
            doc->text[at] != doc->text[doc->tokens.items[i].start])
            return false;
        at++;
    }
    return at == word->end;
}

/* ------------------------------------------------------------------ typos */

#define TYPO_LETTERS 5 /* shorter words differ by one letter anyway */

/* Two words that one letter put in, left out or changed makes the same. */
static bool
nearly_same(const struct kt_doc *doc, const struct kt_token *a,
            const struct kt_token *b)
{
    uint32_t a_length = a->end - a->start, b_length = b->end - b->start;
    const char *x = doc->text + a->start, *y = doc->text + b->start;
    uint32_t alike;

    if (a_length < TYPO_LETTERS || b_length < TYPO_LETTERS ||
        a_length > b_length + 1 || b_length > a_length + 1)
        return false;
    alike = common_start(x, a_length, y, b_length);
    if (alike == a_length && alike == b_length)
        return true;
    x += alike + (a_length >= b_length);
    y += alike + (b_length >= a_length);
    a_length -= alike + (a_length >= b_length);
    b_length = (uint32_t)(doc->text + b->end - y);
    return a_length == b_length &&
           common_start(x, a_length, y, b_length) == a_length;
}

bool
kt_names_nearly_agree(const struct kt_doc *doc, struct kt_range a,
                      struct kt_range b)
{
    uint32_t i = next_word(doc, a, a.first), j = next_word(doc, b, b.first);
    uint32_t same = 0, near = 0;

    while (i < a.end && j < b.end) {
        const struct kt_token *x = &doc->tokens.items[i];
        const struct kt_token *y = &doc->tokens.items[j];
        if (x->hash == y->hash)
            same++;
        else if (nearly_same(doc, x, y))
            near++;
        else
            return false;
        i = next_word(doc, a, i + 1);
        j = next_word(doc, b, j + 1);
    }
    return i >= a.end && j >= b.end && near == 1 && same > 0;
}
