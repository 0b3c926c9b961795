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

static uint32_t
word_hash(const void *context, uint32_t number)
{
    const struct kt_lexicon_builder *builder = context;
    return builder->words.items[number].hash;
}

/* Room for items that begin with a line of the cache; a word fills one. */
static void *
take_lines(struct kt_arena *arena, size_t size)
{
    enum { LINE = 64 };
    char *taken = kt_arena_take(arena, size + LINE);

    return taken == NULL ? NULL : taken + (LINE - (uintptr_t)taken % LINE);
}

bool
kt_builder_reserve_words(struct kt_lexicon_builder *builder, uint32_t room)
{
    builder->words.items =
        take_lines(builder->arena, room * sizeof *builder->words.items);
    if (builder->words.items == NULL)
        return false;
    builder->words.room = room;
    return kt_list_push(builder->arena, &builder->words) != NULL &&
           kt_slots_reserve(&builder->word_slots, room, builder->scratch,
                            word_hash, builder);
}

static uint32_t
add_word(struct kt_lexicon_builder *builder, const char *folded,
         size_t length, uint32_t hash, uint32_t slot)
{
    struct kt_word *word = kt_list_push(builder->arena, &builder->words);

    if (word == NULL)
        return 0;
    word->text = kt_arena_copy(builder->scratch, folded, length);
    if (word->text == NULL)
        return 0;
    word->length = (uint32_t)length;
    word->hash = hash;
    builder->word_slots.used++;
    return builder->word_slots.numbers[slot] = builder->words.count - 1;
}

uint32_t
kt_builder_word(struct kt_lexicon_builder *builder, const char *folded,
                size_t length)
{
    uint32_t hash = kt_text_hash(folded, length), at, id;
    struct kt_slots *slots = &builder->word_slots;

    if (!kt_slots_reserve(slots, 1, builder->scratch, word_hash, builder))
        return 0;
    for (at = hash & slots->mask; (id = slots->numbers[at]) != 0;
         at = (at + 1) & slots->mask) {
        const struct kt_word *word = &builder->words.items[id];
        if (word->hash == hash && word->length == length &&
            memcmp(word->text, folded, length) == 0)
            return id;
    }
    return add_word(builder, folded, length, hash, at);
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

static bool
is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
}

static enum piece
piece_at(const char *text, size_t length, size_t at, size_t *size)
{
    uint32_t character;
    enum kt_char_kind kind;

    if (is_word_byte(text[at])) {
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

/* Where the token that begins at `at` ends. */
static size_t
token_end(const char *text, size_t length, size_t at)
{
    size_t size, after;
    enum piece piece = piece_at(text, length, at, &size);

    if (piece != PIECE_WORD)
        return at + size;
    for (at += size; at < length; at += size) {
        piece = piece_at(text, length, at, &size);
        if (piece == PIECE_INNER &&
            (at + size == length ||
             piece_at(text, length, at + size, &after) != PIECE_WORD))
            break;
        if (piece == PIECE_MARK || piece == PIECE_BLANK)
            break;
    }
    return at;
}

/* The dot of an abbreviation is the tokenizer's affair. */
static bool
typed_dot(const char *text, size_t start, size_t end)
{
    return end - start == 1 && text[start] == '.' && start > 0 &&
           text[start - 1] != ' ';
}

uint32_t
kt_builder_split(struct kt_lexicon_builder *builder, const char *text,
                 size_t length, uint32_t words[KT_ENTRY_WORDS],
                 const struct kt_pattern_file *file,
                 const struct kt_line *line, size_t at)
{
    char folded[256];
    uint32_t count = 0;
    size_t end;

    for (size_t start = 0; start < length; start = end) {
        size_t size;
        end = token_end(text, length, start);
        if (piece_at(text, length, start, &size) == PIECE_BLANK)
            continue;
        if (typed_dot(text, start, end)) {
            kt_fault(builder->faults, file, line, at + start, NULL,
                     "the dot of an abbreviation is not typed");
            return 0;
        }
        if (count == KT_ENTRY_WORDS) {
            kt_fault(builder->faults, file, line, at + start, NULL,
                     "an entry of more than %d words", (int)KT_ENTRY_WORDS);
            return 0;
        }
        size = kt_text_fold(text + start, end - start, folded,
                            sizeof folded);
        words[count] = kt_builder_word(builder, folded, size);
        if (words[count++] == 0) {
            kt_faults_no_memory(builder->faults);
            return 0;
        }
    }
    return count;
}
