/*
 * In: a record. Out: whether the user asked for it.
 *
 * Not attempted: parts of words, or spelling: `Budi` is not `Budiman`.
 *
 * Example: `--speaker "santoso budi"` wants Budi Santoso.
 */
#include "filter.h"

#include "unicode.h"

#include <string.h>

/* Text that words are taken from. */
struct words {
    const char *at;
    size_t left;
};

static bool
is_letter(const char *text, size_t length)
{
    static const char between[] = " \t\r\n\v\f.,;:()/\"'-";
    struct character next = read_character(text, length);

    if (next.point < 0x80)
        return *text && !strchr(between, *text);
    return next.valid && next.point != 0xA0 &&
           (next.point < 0x2000 || next.point > 0x206F);
}

/* The next word, its length in *length; NULL: no more. */
static const char *
next_word(struct words *words, size_t *length)
{
    const char *word;

    while (words->left > 0 && !is_letter(words->at, words->left)) {
        size_t step = read_character(words->at, words->left).length;

        words->at += step;
        words->left -= step;
    }
    word = words->at;
    while (words->left > 0 && is_letter(words->at, words->left)) {
        size_t step = read_character(words->at, words->left).length;

        words->at += step;
        words->left -= step;
    }
    *length = (size_t)(words->at - word);
    return *length > 0 ? word : NULL;
}

static bool
same_word(const char *a, size_t a_length, const char *b, size_t b_length)
{
    while (a_length > 0 && b_length > 0) {
        struct character x = read_character(a, a_length);
        struct character y = read_character(b, b_length);

        if (fold_character(x.point) != fold_character(y.point))
            return false;
        a += x.length;
        a_length -= x.length;
        b += y.length;
        b_length -= y.length;
    }
    return a_length == 0 && b_length == 0;
}

static bool
has_word(const struct kutip_span *name, const char *wanted, size_t length)
{
    struct words words = {name->text, name->length};
    const char *word;
    size_t word_length;

    while ((word = next_word(&words, &word_length)))
        if (same_word(word, word_length, wanted, length))
            return true;
    return false;
}

static bool
has_words(const struct kutip_span *name, const char *wanted)
{
    struct words words = {wanted, strlen(wanted)};
    const char *word;
    size_t length;

    if (!name->text)
        return false;
    while ((word = next_word(&words, &length)))
        if (!has_word(name, word, length))
            return false;
    return true;
}

bool
is_wanted(const struct options *options, const struct kutip_record *record)
{
    if (options->types && !(options->types & 1u << record->type))
        return false;
    return !options->speaker || (record->kind != KUTIP_NOBODY &&
                                 has_words(&record->speaker, options->speaker));
}
