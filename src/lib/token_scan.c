/*
 * Words and numbers.
 *
 * In: the place where one begins. Out: where it ends, and what its letters
 * say of it. A character that joins (hyphen, apostrophe, dot …) belongs to a
 * word when the right characters stand on both sides; what a dot is, is
 * asked of token_dots.c. Invisible characters inside a word are seen
 * through. What it does not attempt: taking words apart that were glued
 * without a capital (`dikota`).
 *
 * `Ma'ruf.` -> `Ma'ruf`, capitalised; `Covid-19` -> all of it, with a digit
 */
#include "token_scan.h"

#include <string.h>

#include "forms.h"
#include "glued_words.h"
#include "token_dots.h"
#include "token_shapes.h"

enum {
    BROKEN_BLANK = 0xC2, /* and NBSP: UTF-8 that was encoded once more */
    OPENING = 0x2018
};

struct kt_peek
kt_peek_long(const struct kt_scan *scan, uint32_t at)
{
    struct kt_peek peek;
    peek.length = (uint32_t)kt_text_decode_long(
        scan->text, scan->end, at, &peek.character, &peek.kind);
    if (peek.character == BROKEN_BLANK && scan->end - at >= 4 &&
        memcmp(scan->text + at + 2, "\xC2\xA0", 2) == 0)
        return (struct kt_peek){' ', KT_CHAR_SPACE, 4};
    return peek;
}

/* ------------------------------------------------------------- joiners */

/* What must stand on both sides of a joining character. */
enum { LETTERS = 1, DIGITS = 2, ANY = LETTERS | DIGITS };

static const uint8_t ascii_joiners[KT_ASCII] = {
    ['\''] = LETTERS, ['`'] = LETTERS, ['-'] = ANY,    ['_'] = ANY,
    ['@'] = ANY,      ['.'] = DIGITS,  [','] = DIGITS, ['/'] = DIGITS,
    [':'] = DIGITS,
};

static const struct joiner {
    uint32_t character;
    uint8_t sides;
} other_joiners[] = {
    {OPENING, LETTERS}, {0x2019, LETTERS}, {0xB4, LETTERS},
    {0x2010, ANY},      {0x2011, ANY},
};

/* The sides of a mark, 0: it joins nothing. */
static unsigned
joined_sides(uint32_t character)
{
    if (character < KT_ASCII)
        return ascii_joiners[character];
    for (size_t i = 0; i < sizeof other_joiners / sizeof *other_joiners; i++)
        if (other_joiners[i].character == character)
            return other_joiners[i].sides;
    return 0;
}

static inline unsigned
side_of(enum kt_char_kind kind)
{
    return kt_is_letter(kind) ? LETTERS : kind == KT_CHAR_DIGIT ? DIGITS : 0;
}

/* Does the mark at `at` join what stands before it to what follows? A
 * hyphen joins letters to digits, a comma only digits to digits. */
static bool
joins(const struct kt_scan *scan, struct kt_peek mark, uint32_t at,
      enum kt_char_kind before)
{
    unsigned sides = joined_sides(mark.character);
    if (!(sides & side_of(before)))
        return false;
    struct kt_peek after = kt_peek_at(scan, at + mark.length);
    if (!(sides & side_of(after.kind)))
        return false;
    /* kata‘Saya: an opening mark that lost its blank */
    return !(mark.character == OPENING && before == KT_CHAR_LOWER &&
             after.kind == KT_CHAR_UPPER);
}

/* --------------------------------------------------------------- words */

/* What is learnt of a word while its characters are passed. */
struct word {
    uint32_t start;
    uint32_t end;
    uint32_t letters;
    uint32_t uppers;
    uint32_t hump; /* the first capital behind a small letter, or 0 */
    bool first_upper;
    bool has_digit;
    bool has_dot; /* the final dot of an abbreviation is part of it */
    bool has_at;
    enum kt_char_kind last; /* last letter or digit */
};

static void
take_char(struct word *word, struct kt_peek peek, uint32_t at)
{
    if (kt_is_letter(peek.kind)) {
        if (word->letters++ == 0)
            word->first_upper = peek.kind == KT_CHAR_UPPER;
        word->uppers += peek.kind == KT_CHAR_UPPER;
        if (peek.kind == KT_CHAR_UPPER && word->last == KT_CHAR_LOWER &&
            word->hump == 0)
            word->hump = at;
    }
    word->has_digit |= peek.kind == KT_CHAR_DIGIT;
    word->has_at |= peek.character == '@';
    if (kt_is_alnum(peek.kind))
        word->last = peek.kind;
    if (peek.kind != KT_CHAR_INVISIBLE)
        word->end = at + peek.length;
}

/*
 * The same for all ASCII letters that follow, which most words are made of:
 * what is counted stays in registers. Returns where they end.
 */
static uint32_t
take_letters(const struct kt_scan *scan, struct word *word, uint32_t at)
{
    uint32_t start = at, uppers = 0;
    enum kt_char_kind last = word->last;

    for (; at < scan->end; at++) {
        uint8_t byte = (uint8_t)scan->text[at];
        if (byte >= 'a' && byte <= 'z') {
            last = KT_CHAR_LOWER;
            continue;
        }
        if (byte < 'A' || byte > 'Z')
            break;
        uppers++;
        if (last == KT_CHAR_LOWER && word->hump == 0)
            word->hump = at;
        last = KT_CHAR_UPPER;
    }
    if (at == start)
        return at;
    if (word->letters == 0)
        word->first_upper = scan->text[start] <= 'Z';
    word->letters += at - start;
    word->uppers += uppers;
    word->last = last;
    word->end = at;
    return at;
}

/* `pada 2020Kepala`, `ke-13Rini`: a capitalised word glued to a number. */
static bool
is_glued_word(const struct kt_scan *scan, const struct word *word,
              struct kt_peek peek, uint32_t at)
{
    return peek.kind == KT_CHAR_UPPER && word->has_digit &&
           (word->letters == 0 ||
            (word->uppers == 0 && word->last == KT_CHAR_DIGIT)) &&
           kt_peek_at(scan, at + peek.length).kind == KT_CHAR_LOWER;
}

/* Passes everything up to `end`, which token_dots.c has looked at. */
static uint32_t
take_until(const struct kt_scan *scan, struct word *word, uint32_t at,
           uint32_t end)
{
    while (at < end) {
        struct kt_peek peek = kt_peek_at(scan, at);
        take_char(word, peek, at);
        at += peek.length;
    }
    return at;
}

/*
 * Bytes of an apostrophe in a word that is spelled in several characters
 * (`Jum&#039;at`), 0 for none. *ends: a mark stands there that is none.
 */
static uint32_t
long_apostrophe(const struct kt_scan *scan, const struct word *word,
                struct kt_peek peek, uint32_t at, bool *ends)
{
    int index = kt_scan_mark(scan, peek, at);

    *ends = false;
    if (index < 0)
        return 0;
    const struct kt_mark *mark = &scan->engine->marks.marks[index];
    if (mark->length == peek.length)
        return 0;
    *ends = mark->level != 2 || !kt_is_letter(word->last) ||
            !kt_is_letter(kt_peek_at(scan, at + mark->length).kind);
    return *ends ? 0 : mark->length;
}

/* The word that begins at scan->at, glued to another or not. */
static struct word
scan_all(const struct kt_scan *scan)
{
    const uint8_t *behind = scan->doc->forms.behind;
    struct word word = {.start = scan->at, .end = scan->at};
    uint32_t at = scan->at;
    for (;;) {
        if (!word.has_digit || /* else it may be glued */
            (word.letters > 0 && word.last != KT_CHAR_DIGIT))
            at = take_letters(scan, &word, at);
        if (at < scan->end && behind[(uint8_t)scan->text[at]] & KT_BEHIND_ENDS)
            break;
        struct kt_peek peek = kt_peek_at(scan, at);
        bool ends;
        uint32_t apostrophe = long_apostrophe(scan, &word, peek, at, &ends);
        if (peek.length == 0 || ends || is_glued_word(scan, &word, peek, at))
            break;
        if (apostrophe > 0) {
            word.end = at += apostrophe;
            continue;
        }
        if (kt_is_alnum(peek.kind) || peek.kind == KT_CHAR_EXTEND ||
            peek.kind == KT_CHAR_INVISIBLE ||
            (peek.kind == KT_CHAR_MARK && joins(scan, peek, at, word.last))) {
            take_char(&word, peek, at);
            at += peek.length;
            continue;
        }
        if (peek.character == ':' || peek.character == '.') {
            uint32_t end = kt_dots_end(scan->engine, scan->text, scan->end,
                                       word.start, at, word.has_at);
            if (end > at) {
                at = take_until(scan, &word, at, end);
                word.has_dot = scan->text[end - 1] == '.';
                if (!word.has_dot && peek.character == '.')
                    continue;
            }
        }
        break;
    }
    return word;
}

/* Where the first of two glued words ends, as in `kataRini` and
 * `Rinimengatakan`; else its end. */
static uint32_t
first_end(const struct kt_scan *scan, const struct word *word)
{
    if (word->hump > 0 && kt_is_glued_head(scan->engine, scan->text,
                                           word->start, word->hump))
        return word->hump;
    if (word->hump == 0 && word->first_upper && word->uppers == 1)
        return kt_glued_tail(scan->engine, scan->text, word->start,
                             word->end);
    return word->end;
}

static uint16_t
shape_flags(const char *text, const struct word *word)
{
    uint16_t flags = 0;
    if (word->first_upper)
        flags |= KT_CAPITALISED;
    if (word->letters > 1 && word->uppers == word->letters)
        flags |= KT_ALL_UPPER;
    if (word->letters == 1 && word->uppers == 1 && !word->has_digit)
        flags |= KT_ONE_LETTER;
    if (word->has_digit)
        flags |= KT_HAS_DIGIT;
    if (word->has_dot)
        flags |= KT_HAS_DOT;
    /* Small letters of ASCII behind the first have no other shape. */
    if (word->letters != word->end - word->start || word->letters < 2 ||
        word->uppers != word->first_upper)
        flags |= kt_token_shape(text + word->start, word->end - word->start);
    return flags;
}

struct kt_spelling
kt_scan_word(const struct kt_scan *scan)
{
    struct word word = scan_all(scan);
    uint32_t end = first_end(scan, &word);
    struct kt_spelling spelling;

    if (end < word.end) {
        struct kt_scan part = *scan;
        part.end = end;
        word = scan_all(&part);
    }
    spelling.end = word.end;
    spelling.flags = shape_flags(scan->text, &word);
    if (word.hump > 0 && kt_is_name_article(scan->engine, scan->text,
                                            word.start, word.hump))
        spelling.flags |= KT_CAPITALISED;
    return spelling;
}

/* -------------------------------------------------- words of plain letters */

uint32_t
kt_scan_plain(const uint8_t behind[256], const char *text, uint32_t start,
              uint32_t at)
{
    uint32_t limit = start + KT_FORM_MOST + 1;
    uint8_t before = at > start ? KT_BEHIND_LETTER : 0;

    for (; at < limit; at++) {
        uint8_t here = behind[(uint8_t)text[at]];
        uint8_t joins = here >> KT_BEHIND_JOINS & KT_BEHIND_WITHIN;
        if (here & KT_BEHIND_WITHIN)
            before = here;
        else if (!(joins & before) ||
                 !(joins & behind[(uint8_t)text[at + 1]]))
            break;
    }
    return at;
}

/* What a mark behind letters and digits says, by itself. */
static uint8_t
behind_mark(unsigned byte)
{
    unsigned sides = ascii_joiners[byte], joins = 0;
    if (sides == 0)
        return KT_BEHIND_ENDS;
    if (sides & LETTERS)
        joins |= KT_BEHIND_LETTER << KT_BEHIND_JOINS;
    if (sides & DIGITS)
        joins |= KT_BEHIND_DIGIT << KT_BEHIND_JOINS;
    return (uint8_t)(KT_BEHIND_ASKS | joins);
}

void
kt_scan_behind(const struct kt_marks *marks, uint8_t behind[256])
{
    memset(behind, 0, 256);
    for (unsigned byte = 0; byte < KT_ASCII; byte++)
        if (kt_text_ascii_kinds[byte] == KT_CHAR_SPACE)
            behind[byte] = KT_BEHIND_ENDS;
        else if (kt_text_ascii_kinds[byte] == KT_CHAR_MARK)
            behind[byte] = behind_mark(byte) | KT_BEHIND_ALONE;
        else
            behind[byte] = kt_text_ascii_kinds[byte] == KT_CHAR_DIGIT
                               ? KT_BEHIND_DIGIT
                               : KT_BEHIND_LETTER;
    for (uint32_t i = 0; i < marks->count; i++) {
        const struct kt_mark *mark = &marks->marks[i];
        uint8_t first = (uint8_t)mark->text[0];
        if (mark->length > 1)
            behind[first] &= (uint8_t)~KT_BEHIND_ALONE;
        if (mark->length > 1 && mark->level == 2) /* an apostrophe, perhaps */
            behind[first] = 0;
    }
}

/* A mark that is not ASCII. One that joins, and one that is a part of a mark
 * of several characters, are not said anything of. */
static uint8_t
behind_long_mark(const struct kt_scan *scan, struct kt_peek peek, uint32_t at)
{
    int index = kt_scan_mark(scan, peek, at);

    if (peek.character == KT_ELLIPSIS || joined_sides(peek.character) != 0 ||
        (index >= 0 &&
         scan->engine->marks.marks[index].length != peek.length))
        return 0;
    return KT_BEHIND_ENDS;
}

uint8_t
kt_behind_any(const struct kt_scan *scan, uint32_t at)
{
    struct kt_peek peek;

    if (at >= scan->end)
        return KT_BEHIND_ENDS;
    if ((uint8_t)scan->text[at] < KT_ASCII)
        return scan->doc->forms.behind[(uint8_t)scan->text[at]];
    peek = kt_peek_long(scan, at);
    if (peek.kind == KT_CHAR_MARK)
        return behind_long_mark(scan, peek, at);
    if (peek.character == ' ') /* a broken blank: a letter to some */
        return 0;
    return peek.kind == KT_CHAR_SPACE || peek.kind == KT_CHAR_INVALID
               ? KT_BEHIND_ENDS
               : 0;
}
