/*
 * The words of entries.
 * In: an entry as typed. Out: ids of its words, folded, cut as split_tokens
 * cuts a text: at blanks, and every mark by itself but for those that stand
 * inside a word.
 *
 *     badan meteorologi, klimatologi, dan geofisika  ->  7 words
 *     s.h   ma'ruf   anak-anak   a.n                 ->  1 word each
 */
#include <stdint.h>
#include <string.h>

#include "lexicon_builder.h"
#include "text.h"

bool
kt_slots_reserve(struct kt_slots *slots, uint32_t more,
                 struct kt_arena *arena,
                 uint32_t (*hash_of)(const void *context, uint32_t number),
                 const void *context)
{
    struct kt_slots larger = {NULL, 63, slots->used};

    if (slots->numbers != NULL && (slots->used + more) * 2 <= slots->mask)
        return true;
    while ((slots->used + more) * 2 > larger.mask)
        larger.mask = larger.mask * 2 + 1;
    larger.numbers = kt_arena_take_zeroed(
        arena, ((size_t)larger.mask + 1) * sizeof *larger.numbers);
    if (larger.numbers == NULL)
        return false;
    for (uint32_t i = 0; slots->numbers != NULL && i <= slots->mask; i++) {
        uint32_t number = slots->numbers[i], at;
        if (number == 0)
            continue;
        at = hash_of(context, number) & larger.mask;
        while (larger.numbers[at] != 0)
            at = (at + 1) & larger.mask;
        larger.numbers[at] = number;
    }
    *slots = larger;
    return true;
}

void *
kt_pool_take(struct kt_pool *pool, struct kt_arena *arena, size_t size)
{
    enum { CHUNK = 32 << 10 };
    char *taken;

    if (pool->left < size) {
        pool->left = size > CHUNK ? size : CHUNK;
        pool->at = kt_arena_take(arena, pool->left);
        if (pool->at == NULL) {
            pool->left = 0;
            return NULL;
        }
    }
    taken = pool->at;
    pool->at += size;
    pool->left -= size;
    return taken;
}

/* ----------------------------------------------------------------- words */

/* Room for items that begin with a line of the cache; a word fills one. */
static void *
take_lines(struct kt_arena *arena, size_t size)
{
    enum { LINE = 64 };
    char *taken = kt_arena_take(arena, size + LINE);

    return taken == NULL ? NULL : taken + (LINE - (uintptr_t)taken % LINE);
}

/* The smallest table that holds so many words: three of four places. */
static uint32_t
places_for(uint32_t count)
{
    uint32_t places = 16;

    while (places - places / 4 < count)
        places *= 2;
    return places;
}

static void
put_word(struct kt_lexicon *lexicon, uint32_t hash, uint32_t word)
{
    uint32_t mask = lexicon->bucket_mask, at = hash & mask;

    while (lexicon->buckets[at] != 0)
        at = (at + 1) & mask;
    lexicon->buckets[at] = (hash & ~mask) | word;
}

/* A new hash table with all words. False: out of memory. */
static bool
fill_buckets(struct kt_lexicon_builder *builder, uint32_t places)
{
    struct kt_lexicon *lexicon = builder->lexicon;
    uint32_t *buckets =
        kt_arena_take_zeroed(builder->arena, places * sizeof *buckets);

    if (buckets == NULL)
        return false;
    lexicon->buckets = buckets;
    lexicon->bucket_mask = places - 1;
    for (uint32_t i = 1; i < builder->words.count; i++) {
        const struct kt_word *word = &builder->words.items[i];
        put_word(lexicon, kt_text_hash(word->text, word->length), i);
    }
    return true;
}

bool
kt_builder_shrink_buckets(struct kt_lexicon_builder *builder)
{
    uint32_t places = places_for(builder->words.count);

    return places > builder->lexicon->bucket_mask ||
           fill_buckets(builder, places);
}

bool
kt_builder_reserve_words(struct kt_lexicon_builder *builder, uint32_t room)
{
    builder->words.items =
        take_lines(builder->arena, room * sizeof *builder->words.items);
    builder->alone.items =
        kt_arena_take(builder->scratch, room * sizeof(uint32_t));
    if (builder->words.items == NULL || builder->alone.items == NULL)
        return false;
    builder->words.room = builder->alone.room = room;
    builder->lexicon->words = builder->words.items;
    return kt_list_push(builder->arena, &builder->words) != NULL &&
           kt_list_push(builder->scratch, &builder->alone) != NULL &&
           fill_buckets(builder, places_for(room));
}

static uint32_t
add_word(struct kt_lexicon_builder *builder, const char *folded,
         size_t length, uint32_t hash)
{
    uint32_t places = builder->lexicon->bucket_mask + 1;
    struct kt_word *word;
    char *text;

    if (places - places / 4 <= builder->words.count &&
        !fill_buckets(builder, 2 * places))
        return 0;
    word = kt_list_push(builder->arena, &builder->words);
    text = kt_pool_take(&builder->texts, builder->arena, length + 1);
    if (word == NULL || text == NULL ||
        kt_list_push(builder->scratch, &builder->alone) == NULL)
        return 0;
    memcpy(text, folded, length);
    text[length] = '\0';
    word->text = text;
    word->length = (uint32_t)length;
    builder->lexicon->words = builder->words.items;
    put_word(builder->lexicon, hash, builder->words.count - 1);
    return builder->words.count - 1;
}

uint32_t
kt_builder_word(struct kt_lexicon_builder *builder, const char *folded,
                size_t length)
{
    uint32_t hash = kt_text_hash(folded, length);
    uint32_t id = kt_lexicon_find(builder->lexicon, folded, length, hash);

    return id != 0 ? id : add_word(builder, folded, length, hash);
}

/* --------------------------------------------------------------- splitting */

enum piece { PIECE_WORD, PIECE_BLANK, PIECE_INNER, PIECE_MARK };

/* Marks that belong to a word when letters stand on both sides. */
static bool
is_inner(uint32_t character)
{
    return character == '.' || character == '-' || character == '\'' ||
           character == '_' || character == '`' || character == 0x2019 ||
           character == 0x2018 || character == 0x2010 ||
           character == 0x2011 || character == 0x02BC;
}

static enum piece
piece_at(const char *text, size_t length, size_t at, size_t *size)
{
    uint32_t character;
    enum kt_char_kind kind;

    if (kt_text_is_plain(text[at])) {
        *size = 1;
        return PIECE_WORD;
    }
    *size = kt_text_decode(text, length, at, &character, &kind);
    if (kind == KT_CHAR_SPACE)
        return PIECE_BLANK;
    if (is_inner(character))
        return PIECE_INNER;
    return kind == KT_CHAR_MARK || kind == KT_CHAR_INVALID ? PIECE_MARK
                                                           : PIECE_WORD;
}

/* Where the word ends that goes on at `at`. */
static size_t
word_end(const char *text, size_t length, size_t at)
{
    size_t size, after;
    enum piece piece;

    for (;; at += size) {
        while (at < length && kt_text_is_plain(text[at]))
            at++;
        if (at == length)
            return at;
        piece = piece_at(text, length, at, &size);
        if (piece == PIECE_INNER &&
            (at + size == length ||
             piece_at(text, length, at + size, &after) != PIECE_WORD))
            return at;
        if (piece == PIECE_MARK || piece == PIECE_BLANK)
            return at;
    }
}

/* Moves to the next token, behind blanks. False: none is left. */
static bool
next_token(const char *text, size_t length, size_t *start, size_t *end)
{
    enum piece piece = PIECE_BLANK;
    size_t size = 0;

    for (*start = *end; *start < length && piece == PIECE_BLANK;) {
        piece = piece_at(text, length, *start, &size);
        if (piece == PIECE_BLANK)
            *start += size;
    }
    *end = *start + size;
    if (piece == PIECE_WORD)
        *end = word_end(text, length, *end);
    return piece != PIECE_BLANK;
}

/* The dot of an abbreviation is the tokenizer's affair. */
static bool
typed_dot(const char *text, size_t start, size_t end)
{
    return end - start == 1 && text[start] == '.' && start > 0 &&
           text[start - 1] != ' ';
}

/* Longer words are cut. */
enum { FOLDED_MAX = 256 };

/*
 * A word of plain letters up to a blank, as nearly all are: moves to it.
 * Returns its length when it is folded; 0: next_token() must look.
 */
static size_t
plain_word(const char *text, size_t length, size_t *start, size_t *end,
           char folded[FOLDED_MAX], bool *capital)
{
    size_t at = *end, size;

    while (at < length && text[at] == ' ')
        at++;
    size = kt_text_fold_plain(text + at, length - at, folded, FOLDED_MAX,
                              capital);
    if (at + size < length && text[at + size] != ' ')
        return 0;
    *start = at;
    *end = at + size;
    return size;
}

static bool
has_capital(const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t character;
        enum kt_char_kind kind;
        at += kt_text_decode(text, length, at, &character, &kind);
        if (kind == KT_CHAR_UPPER)
            return true;
    }
    return false;
}

static bool
split_fault(struct kt_lexicon_builder *builder,
            const struct kt_arrival *arrival, size_t start, const char *what)
{
    kt_fault(builder->faults, arrival->file, arrival->line,
             arrival->at + start, NULL, "%s", what);
    return false;
}

_Static_assert(KT_ENTRY_WORDS == 24, "a fault tells it");

bool
kt_builder_split(struct kt_lexicon_builder *builder,
                 const struct kt_arrival *arrival,
                 struct kt_entry_words *words)
{
    const char *text = arrival->text;
    size_t length = arrival->length, start = 0, end = 0, size;
    char folded[FOLDED_MAX];
    bool capital;

    words->count = 0;
    words->capital = false;
    for (;;) {
        size = plain_word(text, length, &start, &end, folded, &capital);
        if (size == 0) {
            if (!next_token(text, length, &start, &end))
                return true;
            if (typed_dot(text, start, end))
                return split_fault(builder, arrival, start,
                                   "the dot of an abbreviation is not typed");
            size = kt_text_fold(text + start, end - start, folded,
                                sizeof folded);
            capital = has_capital(text + start, end - start);
        }
        if (words->count == KT_ENTRY_WORDS)
            return split_fault(builder, arrival, start,
                               "an entry of more than 24 words");
        words->capital |= capital;
        words->ids[words->count] = kt_builder_word(builder, folded, size);
        if (words->ids[words->count++] == 0)
            return kt_faults_no_memory(builder->faults);
    }
}
