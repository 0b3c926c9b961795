/*
 * Lexicon phrases in bare text.
 *
 * In: bytes and a place in them. Out: where an entry of some class ends
 * that begins there. `Baca juga: …` has a BOILERPLATE phrase of nine bytes.
 * What it does not attempt: words with dots inside.
 */
#include "raw_phrases.h"
#include "text.h"

/* Bytes of a word of the lexicon, folded and as it may be written. */
enum { FOLD_ROOM = 64, WORD_ROOM = 4 * FOLD_ROOM };

/* A character that is looked at; length 0 at the end. */
struct peek {
    uint32_t character;
    enum kt_char_kind kind;
    uint32_t length;
};

static struct peek
peek_at(const struct kt_raw *raw, uint32_t at)
{
    struct peek peek = {0, KT_CHAR_SPACE, 0};
    if (at < raw->end)
        peek.length = (uint32_t)kt_text_decode(raw->text, raw->end, at,
                                               &peek.character, &peek.kind);
    return peek;
}

uint32_t
kt_raw_skip(const struct kt_raw *raw, uint32_t at)
{
    for (;;) {
        struct peek peek = peek_at(raw, at);
        if (peek.length == 0 || (peek.kind != KT_CHAR_SPACE &&
                                 peek.kind != KT_CHAR_INVISIBLE))
            return at;
        at += peek.length;
    }
}

static bool
is_word_part(struct peek peek)
{
    return peek.kind == KT_CHAR_UPPER || peek.kind == KT_CHAR_LOWER ||
           peek.kind == KT_CHAR_DIGIT || peek.kind == KT_CHAR_EXTEND;
}

bool
kt_raw_is_word(const struct kt_raw *raw, uint32_t at)
{
    return is_word_part(peek_at(raw, at));
}

/* Past letters and digits of ASCII, which most words are made of. */
static uint32_t
skip_plain(const struct kt_raw *raw, uint32_t at)
{
    while (at < raw->end && kt_text_is_plain(raw->text[at]))
        at++;
    return at;
}

uint32_t
kt_raw_word_end(const struct kt_raw *raw, uint32_t start)
{
    for (uint32_t at = start;;) {
        at = skip_plain(raw, at);
        struct peek peek = peek_at(raw, at);
        if (peek.length == 0)
            return at;
        if (is_word_part(peek)) {
            at += peek.length;
            continue;
        }
        bool joins = peek.character == '-' || peek.character == '\'' ||
                     peek.character == 0x2019;
        if (at == start || !joins ||
            !is_word_part(peek_at(raw, at + peek.length)))
            return at;
        at += peek.length;
    }
}

/* The same, or at where the word is longer than any of the lexicon. */
static uint32_t
known_word_end(const struct kt_raw *raw, uint32_t at)
{
    struct kt_raw near = *raw;
    uint32_t end;

    if (raw->end > at && raw->end - at > WORD_ROOM)
        near.end = at + WORD_ROOM;
    end = kt_raw_word_end(&near, at);
    return end == near.end && near.end < raw->end ? at : end;
}

static uint32_t
find_word(const struct kt_raw *raw, uint32_t start, uint32_t end)
{
    char folded[FOLD_ROOM];
    size_t n = kt_text_fold(raw->text + start, end - start, folded,
                            FOLD_ROOM);
    return kt_lexicon_find(&raw->engine->lexicon, folded, n,
                           kt_text_hash(folded, n));
}

/* A word behind others, and a mark is one too, as in entries. */
struct next_word {
    uint32_t end; /* the place that was asked, where there is none */
    uint32_t id;
};

static struct next_word
next_word(const struct kt_raw *raw, uint32_t at)
{
    uint32_t start = kt_raw_skip(raw, at);
    uint32_t end = known_word_end(raw, start);
    struct peek peek = peek_at(raw, start);
    if (end == start && peek.kind == KT_CHAR_MARK)
        end += peek.length;
    if (end == start)
        return (struct next_word){at, 0};
    return (struct next_word){end, find_word(raw, start, end)};
}

/* The end of the entry that begins at `at`, or at; its words before number
 * `from` were found and end at `end`. */
static uint32_t
entry_end(const struct kt_raw *raw, uint32_t at, uint32_t end,
          const struct kt_entry *entry, uint32_t from)
{
    for (uint32_t i = from; i < entry->word_count; i++) {
        struct next_word next = next_word(raw, end);
        if (next.id != entry->words[i])
            return at;
        end = next.end;
    }
    if (entry->has_capital &&
        !kt_text_capitals_fit(entry->text, entry->length, raw->text + at,
                              end - at))
        return at;
    return end;
}

static const struct kt_word *
word_at(const struct kt_raw *raw, uint32_t start, uint32_t end)
{
    return &raw->engine->lexicon.words[find_word(raw, start, end)];
}

/* Has some phrase of the class the letters that stand at `at`? */
static bool
may_start(const struct kt_raw *raw, uint32_t at, unsigned class)
{
    uint8_t bit = kt_phrase_start_bit(class);
    return bit == KT_START_ANY ||
           (at < raw->end &&
            kt_phrase_starts_at(&raw->engine->starts, raw->text + at,
                                raw->end - at) & bit);
}

/*
 * The end of the longest entry that begins with the word from `at` to first.
 * Many have one word more, and the second tells most of them apart: it is
 * looked up once.
 */
static uint32_t
longest_end(const struct kt_raw *raw, uint32_t at, uint32_t first,
            const struct kt_word *word, unsigned class)
{
    const struct kt_lexicon *lexicon = &raw->engine->lexicon;
    const uint32_t *seconds = kt_word_seconds(word);
    struct next_word second = {at, 0};
    for (uint32_t i = 0; i < word->entry_count; i++) {
        const struct kt_entry *entry = &lexicon->entries[word->entries[i]];
        bool more = seconds[i] != 0;
        if (!kt_set_has(kt_entry_classes(lexicon, entry), class))
            continue;
        if (more && second.end == at)
            second = next_word(raw, first);
        if (more && second.id != seconds[i])
            continue;
        uint32_t end = more ? entry_end(raw, at, second.end, entry, 2)
                            : entry_end(raw, at, first, entry, 1);
        if (end > at)
            return end;
    }
    return at;
}

uint32_t
kt_raw_phrase_end(const struct kt_raw *raw, uint32_t at, unsigned class)
{
    if (!may_start(raw, at, class))
        return at;
    uint32_t first = known_word_end(raw, at);
    return first == at
               ? at
               : longest_end(raw, at, first, word_at(raw, at, first), class);
}

struct kt_set
kt_raw_classes(const struct kt_raw *raw, uint32_t start, uint32_t end)
{
    return kt_word_classes(&raw->engine->lexicon, word_at(raw, start, end));
}
