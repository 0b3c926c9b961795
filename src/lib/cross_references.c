/*
 * Titles of other articles in the middle of a line.
 *
 * In: bare text behind `Baca juga:`. Out: where the title ends and the
 * article goes on. Titles write all words with a capital but the small
 * ones (di, dan, untuk); so the first other word in lower case belongs to
 * the next sentence, which began a little before it: at a word that no
 * title ends with, at a role, or at the last word with a capital. A title
 * also ends where the next word is glued to it, before a quotation, and
 * behind `?` or `!`. What it does not attempt: titles written like
 * sentences, unless nothing follows them.
 *
 *     Baca juga: Pasar Gede Ditutup untuk Umum Menurut dia, pasar itu …
 *                                              ^
 */
#include "cross_references.h"
#include "text.h"

#include <string.h>

enum {
    LONGEST = 220,    /* bytes of a title */
    LEAST_WORDS = 4,  /* before the first small letter tells anything */
    MEMORY = 8,       /* how many words back the next sentence may begin */
    LEAST_GLUED = 2   /* letters of the word that is glued to the title */
};

struct word {
    uint32_t start;
    uint32_t end;
    bool capital;
    struct kt_set classes;
};

/* The words so far; only the last few are kept. */
struct title {
    const struct kt_raw *raw;
    struct word words[MEMORY];
    uint32_t count;
};

/* Small in titles. */
static const struct kt_set small =
    KT_SET(KT_AND, KT_WHO, KT_IN, KT_FROM, KT_TO, KT_BY, KT_PREPOSITION,
           KT_CONJUNCTION, KT_THAT, KT_REQUEST_MARK, KT_AS, KT_EVENT_HEAD);

/* With a capital, they begin a sentence rather than end a title. */
static const struct kt_set openers =
    KT_SET(KT_NOT_NAME, KT_IN, KT_FROM, KT_TO, KT_PREPOSITION, KT_CONJUNCTION,
           KT_ADVERB, KT_ACCORDING, KT_EVENT_HEAD, KT_PRONOUN, KT_PLURAL,
           KT_INDEFINITE, KT_THUS, KT_AS, KT_SELF);

static const struct kt_set role_heads =
    KT_SET(KT_ROLE, KT_ROLE_PREFIX, KT_RANK, KT_HONORIFIC);

static enum kt_char_kind
kind_at(const struct kt_raw *raw, uint32_t at, uint32_t *character)
{
    enum kt_char_kind kind = KT_CHAR_SPACE;
    *character = 0;
    if (at < raw->end)
        kt_text_decode(raw->text, raw->end, at, character, &kind);
    return kind;
}

/* ---------------------------------------------------- what ends a title */

/* Where the marks between two words end the title, or 0: behind `?`, `!`
 * and a full stop, before a quotation. */
static uint32_t
end_in_marks(const struct kt_raw *raw, uint32_t from, uint32_t to)
{
    for (uint32_t at = from; at < to; at++) {
        unsigned char c = (unsigned char)raw->text[at];
        if (at > from && strchr(".?!", raw->text[at - 1]) != NULL &&
            raw->text[at - 1] != '\0' && c != '.')
            return at;
        bool curly = c == 0xE2 && to - at >= 3 &&
                     (unsigned char)raw->text[at + 1] == 0x80 &&
                     ((unsigned char)raw->text[at + 2] | 1) == 0x9D;
        if (c == '"' || curly)
            return at;
    }
    return 0;
}

/* Where a word is glued to the title's last one: `KafeMenurut`, or 0. */
static uint32_t
end_in_word(const struct kt_raw *raw, const struct word *word)
{
    for (uint32_t at = word->start + LEAST_GLUED; at + 1 < word->end; at++) {
        bool edge = raw->text[at] >= 'A' && raw->text[at] <= 'Z' &&
                    raw->text[at - 1] >= 'a' && raw->text[at - 1] <= 'z';
        if (!edge || word->end - at < LEAST_GLUED)
            continue;
        struct kt_set classes = kt_raw_classes(raw, at, word->end);
        if (kt_set_meets(classes, openers) ||
            kt_set_meets(classes, role_heads) ||
            kt_set_has(classes, KT_DEMONSTRATIVE) ||
            kt_raw_phrase_end(raw, at, KT_BOILERPLATE) > at)
            return at;
    }
    return 0;
}

/* ------------------------------------------- where the next sentence began */

static const struct word *
word_back(const struct title *title, uint32_t back)
{
    return &title->words[(title->count - 1 - back) % MEMORY];
}

/* How many words back the first of a kind stands, `from` or more; MEMORY:
 * none. */
static uint32_t
find_back(const struct title *title, uint32_t from, struct kt_set wanted)
{
    uint32_t most = title->count < MEMORY ? title->count : MEMORY;
    for (uint32_t back = from; back < most; back++) {
        const struct word *word = word_back(title, back);
        if (word->capital && kt_set_meets(word->classes, wanted))
            return back;
    }
    return MEMORY;
}

/* Where the role stands of a person that is named just before: the first
 * of several in a row, and the one before a rank. */
static uint32_t
find_role(const struct title *title)
{
    uint32_t role = find_back(title, 0, role_heads);
    if (role == MEMORY)
        return MEMORY;
    if (kt_set_has(word_back(title, role)->classes, KT_RANK)) {
        uint32_t before = find_back(title, role + 1, role_heads);
        role = before < MEMORY ? before : role;
    }
    while (role + 1 < MEMORY && role + 1 < title->count &&
           kt_set_meets(word_back(title, role + 1)->classes, role_heads))
        role++;
    return role;
}

/* Could the word be a name? */
static bool
is_unknown(const struct word *word)
{
    struct kt_set none = {{0}};
    return word->capital && kt_set_equal(word->classes, none);
}

/* A word in lower case was met that no title has: the sentence it is in
 * began at an earlier one. 0: that cannot be told. */
static uint32_t
sentence_start(const struct title *title)
{
    if (title->count < LEAST_WORDS)
        return 0;
    uint32_t back = find_back(title, 0, openers);
    uint32_t role = find_role(title);
    if (role < back)
        back = role;
    if (back == MEMORY) /* a name, of one word or two */
        back = is_unknown(word_back(title, 0)) &&
               is_unknown(word_back(title, 1));
    /* no title ends with a small word */
    while (back > 0 && back + 1 < MEMORY && back + 1 < title->count &&
           !word_back(title, back + 1)->capital)
        back--;
    if (title->count - back <= 2 || !word_back(title, back)->capital ||
        !word_back(title, back + 1)->capital)
        return 0;
    return word_back(title, back)->start;
}

/* ----------------------------------------------------------------- titles */

static struct word
read_word(const struct kt_raw *raw, uint32_t start)
{
    uint32_t character;
    struct word word = {.start = start, .end = kt_raw_word_end(raw, start)};
    word.capital = kind_at(raw, start, &character) != KT_CHAR_LOWER;
    word.classes = kt_raw_classes(raw, start, word.end);
    return word;
}

/* The start of the next word, or the end of the stretch. */
static uint32_t
next_word(const struct kt_raw *raw, uint32_t at)
{
    while (at < raw->end && !kt_raw_is_word(raw, at)) {
        bool valid;
        at += (uint32_t)kt_text_step(raw->text, raw->end, at, &valid);
    }
    return at;
}

uint32_t
kt_title_end(const struct kt_raw *whole, uint32_t at)
{
    struct kt_raw raw = *whole;
    if (raw.end - at > LONGEST)
        raw.end = at + LONGEST;
    struct title title = {.raw = &raw, .count = 0};
    uint32_t last = next_word(&raw, at); /* end of the last word */
    for (uint32_t start = last; start < raw.end;
         start = next_word(&raw, last)) {
        uint32_t end = title.count > 0 ? end_in_marks(&raw, last, start) : 0;
        if (end > 0)
            return end;
        struct word word = read_word(&raw, start);
        if (title.count > 0 &&
            kt_raw_phrase_end(&raw, start, KT_BOILERPLATE) > start)
            return start - (raw.text[start - 1] == '[');
        end = end_in_word(&raw, &word);
        if (end > 0)
            return end;
        if (!word.capital && !kt_set_meets(word.classes, small))
            return sentence_start(&title);
        title.words[title.count++ % MEMORY] = word;
        last = word.end;
    }
    return raw.end == whole->end ? raw.end : 0;
}
