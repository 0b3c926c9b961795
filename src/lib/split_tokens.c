/*
 * Stage 2: tokens.
 *
 * In: paragraphs. Out: words, numbers, marks and quotation marks, each with
 * its bytes, its lexicon word and the shape of its letters. A character
 * that joins (hyphen, apostrophe, dot …) belongs to a word when the right
 * characters stand on both sides; what a dot is, is asked of token_dots.c.
 * White space, controls and bytes that are no UTF-8 separate; invisible
 * characters inside a word are seen through. What it does not attempt:
 * taking words apart that were glued without a capital (`dikota`).
 *
 * `"Rp1.250,50," kata dr. Ma'ruf` has the tokens
 * `"` `Rp1.250,50` `,` `"` `kata` `dr.` `Ma'ruf`.
 */
#include "glued_words.h"
#include "pipeline.h"
#include "text.h"
#include "token_dots.h"
#include "token_words.h"

#include <string.h>

enum {
    ELLIPSIS = 0x2026,
    BYTES_A_POINT = 32, /* a common text has fewer points than that */
    BROKEN_BLANK = 0xC2 /* and NBSP: UTF-8 that was encoded once more */
};

/* Where the pass over a paragraph stands. */
struct scan {
    const struct kt_engine *engine;
    struct kt_doc *doc;
    const char *text;
    uint32_t end;   /* of the paragraph */
    uint32_t at;
    uint16_t flags; /* of the next token: what white space stood before */
};

/* A character, looked at and not yet taken; length 0 at the end. */
struct peek {
    uint32_t character;
    enum kt_char_kind kind;
    uint32_t length;
};

static struct peek
peek_long(const struct scan *scan, uint32_t at)
{
    struct peek peek;
    peek.length = (uint32_t)kt_text_decode_long(
        scan->text, scan->end, at, &peek.character, &peek.kind);
    if (peek.character == BROKEN_BLANK && scan->end - at >= 4 &&
        memcmp(scan->text + at + 2, "\xC2\xA0", 2) == 0)
        return (struct peek){' ', KT_CHAR_SPACE, 4};
    return peek;
}

/* ASCII is nearly everything: it stays in registers. */
static inline struct peek
peek_at(const struct scan *scan, uint32_t at)
{
    if (at >= scan->end)
        return (struct peek){0, KT_CHAR_SPACE, 0};
    uint8_t byte = (uint8_t)scan->text[at];
    if (byte >= 0x80)
        return peek_long(scan, at);
    return (struct peek){byte, (enum kt_char_kind)kt_text_ascii_kinds[byte],
                         1};
}

static bool
is_letter(enum kt_char_kind kind)
{
    return kind == KT_CHAR_UPPER || kind == KT_CHAR_LOWER;
}

static bool
is_alnum(enum kt_char_kind kind)
{
    return is_letter(kind) || kind == KT_CHAR_DIGIT;
}

/*
 * The quotation mark that begins with a character, or -1. A damaged one
 * begins with a letter (`â€œ`) or is a control.
 */
static int
mark_at(const struct scan *scan, struct peek peek, uint32_t at)
{
    if (peek.character < 0x80 && peek.kind != KT_CHAR_MARK)
        return -1;
    return kt_marks_at(&scan->engine->marks, scan->text, scan->doc->length,
                       at);
}

/* --------------------------------------------------------- white space */

static void
skip_white(struct scan *scan)
{
    for (;;) {
        for (; scan->at < scan->end && scan->text[scan->at] == ' '; scan->at++)
            scan->flags |= KT_SPACE_BEFORE;
        struct peek peek = peek_at(scan, scan->at);
        if (peek.length == 0 || mark_at(scan, peek, scan->at) >= 0)
            return;
        if (peek.kind == KT_CHAR_SPACE || peek.kind == KT_CHAR_INVALID)
            scan->flags |= KT_SPACE_BEFORE;
        else if (peek.kind != KT_CHAR_INVISIBLE)
            return;
        if (peek.character == '\n' || peek.character == '\r' ||
            peek.character == 0x2028)
            scan->flags |= KT_LINE_BEFORE;
        scan->at += peek.length;
    }
}

/* ------------------------------------------------------------- joiners */

/* What must stand on both sides of a joining character. */
enum { LETTERS = 1, DIGITS = 2, ANY = LETTERS | DIGITS };

static const struct joiner {
    uint32_t character;
    uint8_t sides;
} joiners[] = {
    {'\'', LETTERS},  {'-', ANY},         {'.', DIGITS},
    {',', DIGITS},    {'/', DIGITS},      {':', DIGITS},
    {'_', ANY},       {'@', ANY},         {'`', LETTERS},
    {0x2019, LETTERS}, {0x2018, LETTERS}, {0xB4, LETTERS},
    {0x2010, ANY},    {0x2011, ANY},
};

static unsigned
side_of(enum kt_char_kind kind)
{
    return is_letter(kind) ? LETTERS : kind == KT_CHAR_DIGIT ? DIGITS : 0;
}

/* Does the mark at `at` join what stands before it to what follows? A
 * hyphen joins letters to digits, a comma only digits to digits. */
static bool
joins(const struct scan *scan, struct peek mark, uint32_t at,
      enum kt_char_kind before)
{
    const struct joiner *joiner = NULL;
    for (size_t i = 0; i < sizeof joiners / sizeof *joiners; i++)
        if (joiners[i].character == mark.character)
            joiner = &joiners[i];
    if (joiner == NULL || !(joiner->sides & side_of(before)))
        return false;
    struct peek after = peek_at(scan, at + mark.length);
    if (!(joiner->sides & side_of(after.kind)))
        return false;
    /* kata‘Saya: an opening mark that lost its blank */
    return !(mark.character == 0x2018 && before == KT_CHAR_LOWER &&
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
take_char(struct word *word, struct peek peek, uint32_t at)
{
    if (is_letter(peek.kind)) {
        if (word->letters++ == 0)
            word->first_upper = peek.kind == KT_CHAR_UPPER;
        word->uppers += peek.kind == KT_CHAR_UPPER;
        if (peek.kind == KT_CHAR_UPPER && word->last == KT_CHAR_LOWER &&
            word->hump == 0)
            word->hump = at;
    }
    word->has_digit |= peek.kind == KT_CHAR_DIGIT;
    word->has_at |= peek.character == '@';
    if (is_alnum(peek.kind))
        word->last = peek.kind;
    if (peek.kind != KT_CHAR_INVISIBLE)
        word->end = at + peek.length;
}

/*
 * The same for all ASCII letters that follow, which most words are made of:
 * what is counted stays in registers. Returns where they end.
 */
static uint32_t
take_letters(const struct scan *scan, struct word *word, uint32_t at)
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
is_glued_word(const struct scan *scan, const struct word *word,
              struct peek peek, uint32_t at)
{
    return peek.kind == KT_CHAR_UPPER && word->has_digit &&
           (word->letters == 0 ||
            (word->uppers == 0 && word->last == KT_CHAR_DIGIT)) &&
           peek_at(scan, at + peek.length).kind == KT_CHAR_LOWER;
}

/* Passes everything up to `end`, which token_dots.c has looked at. */
static uint32_t
take_until(const struct scan *scan, struct word *word, uint32_t at,
           uint32_t end)
{
    while (at < end) {
        struct peek peek = peek_at(scan, at);
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
long_apostrophe(const struct scan *scan, const struct word *word,
                struct peek peek, uint32_t at, bool *ends)
{
    int index = mark_at(scan, peek, at);

    *ends = false;
    if (index < 0)
        return 0;
    const struct kt_mark *mark = &scan->engine->marks.marks[index];
    if (mark->length == peek.length)
        return 0;
    *ends = mark->level != 2 || !is_letter(word->last) ||
            !is_letter(peek_at(scan, at + mark->length).kind);
    return *ends ? 0 : mark->length;
}

/* The word that begins at scan->at. */
static struct word
scan_word(const struct scan *scan)
{
    struct word word = {.start = scan->at, .end = scan->at};
    uint32_t at = scan->at;
    for (;;) {
        if (!word.has_digit || /* else it may be glued */
            (word.letters > 0 && word.last != KT_CHAR_DIGIT))
            at = take_letters(scan, &word, at);
        struct peek peek = peek_at(scan, at);
        bool ends;
        uint32_t apostrophe = long_apostrophe(scan, &word, peek, at, &ends);
        if (peek.length == 0 || ends || is_glued_word(scan, &word, peek, at))
            break;
        if (apostrophe > 0) {
            word.end = at += apostrophe;
            continue;
        }
        if (is_alnum(peek.kind) || peek.kind == KT_CHAR_EXTEND ||
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

/* `kataRini`, `Rinimengatakan`: only the first of two words. */
static struct word
unglue_word(const struct scan *scan, struct word word)
{
    struct scan part = *scan;

    if (word.hump > 0 && kt_is_glued_head(scan->engine, scan->text,
                                          word.start, word.hump))
        part.end = word.hump;
    else if (word.hump == 0 && word.first_upper && word.uppers == 1)
        part.end =
            kt_glued_tail(scan->engine, scan->text, word.start, word.end);
    return part.end < word.end ? scan_word(&part) : word;
}

static uint16_t
shape_flags(const struct word *word)
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
    return flags;
}

/* ---------------------------------------------------------------- tokens */

/* Adds a token at the scan's place and moves the scan behind it. */
static struct kt_token *
add_token(struct scan *scan, enum kt_token_kind kind, uint32_t end)
{
    struct kt_token *token = kt_list_push(&scan->doc->arena,
                                          &scan->doc->tokens);
    if (token == NULL)
        return NULL;
    token->kind = (uint8_t)kind;
    token->start = scan->at;
    token->end = end;
    token->stem_end = end;
    token->flags = scan->flags;
    scan->at = end;
    scan->flags = 0;
    return token;
}

/* Lists the token that was added last among the points. */
static bool
add_point(struct scan *scan)
{
    struct kt_doc *doc = scan->doc;
    uint32_t *point = kt_list_push(&doc->arena, &doc->points);
    if (point == NULL)
        return false;
    *point = doc->tokens.count - 1;
    return true;
}

static bool
add_word(struct scan *scan, enum kt_char_kind kind)
{
    struct word word = unglue_word(scan, scan_word(scan));
    struct kt_token *token = add_token(
        scan, kind == KT_CHAR_DIGIT ? KT_TOKEN_NUMBER : KT_TOKEN_WORD,
        word.end);
    if (token == NULL)
        return false;
    token->flags |= shape_flags(&word);
    if (word.hump > 0 && kt_is_name_article(scan->engine, scan->text,
                                            word.start, word.hump))
        token->flags |= KT_CAPITALISED;
    kt_token_look_up(scan->engine, scan->text, token);
    return !(token->flags & KT_HAS_DOT) || add_point(scan);
}

static bool
add_quote_mark(struct scan *scan, int mark)
{
    uint32_t length = scan->engine->marks.marks[mark].length;
    struct peek peek = peek_at(scan, scan->at);
    struct kt_token *token = add_token(scan, KT_TOKEN_QUOTE,
                                       scan->at + length);
    if (token == NULL)
        return false;
    token->mark = (uint8_t)mark;
    token->character = peek.character;
    return add_point(scan);
}

/* Where an ellipsis (`…`, `..`, `....`) ends that begins at `at`. */
static uint32_t
ellipsis_end(const struct scan *scan, uint32_t at)
{
    uint32_t dots = 0;
    bool real = false;
    for (;;) {
        struct peek peek = peek_at(scan, at);
        if (peek.character != '.' && peek.character != ELLIPSIS)
            return real || dots > 1 ? at : 0;
        dots++;
        real |= peek.character == ELLIPSIS;
        at += peek.length;
    }
}

static bool
add_mark(struct scan *scan, struct peek peek)
{
    uint32_t end = ellipsis_end(scan, scan->at);
    uint32_t character = end > 0 ? ELLIPSIS : peek.character;
    uint32_t start = scan->at;
    struct kt_token *token = add_token(
        scan, KT_TOKEN_MARK, end > 0 ? end : scan->at + peek.length);
    if (token == NULL)
        return false;
    token->character = character;
    if (end == 0)
        token->word = kt_token_word(scan->engine, scan->text + start,
                                    peek.length);
    return add_point(scan);
}

static bool
split_paragraph(struct scan *scan)
{
    for (;;) {
        skip_white(scan);
        struct peek peek = peek_at(scan, scan->at);
        if (peek.length == 0)
            return true;
        bool added;
        int mark = mark_at(scan, peek, scan->at);
        if (mark >= 0)
            added = add_quote_mark(scan, mark);
        else if (is_alnum(peek.kind))
            added = add_word(scan, peek.kind);
        else
            added = add_mark(scan, peek);
        if (!added)
            return false;
    }
}

/* Splits a stretch that begins a paragraph, or the text behind a dateline,
 * which may be glued to it. */
static bool
split_stretch(struct scan *scan, uint32_t start, uint32_t end)
{
    scan->at = start;
    scan->end = end;
    scan->flags = KT_SPACE_BEFORE | KT_LINE_BEFORE | KT_PARAGRAPH_FIRST;
    return split_paragraph(scan);
}

kutip_status
kt_split_tokens(const struct kt_engine *engine, struct kt_doc *doc)
{
    struct scan scan = {.engine = engine, .doc = doc, .text = doc->text};
    if (!kt_list_reserve(&doc->arena, &doc->points,
                         doc->length / BYTES_A_POINT))
        return KUTIP_NO_MEMORY;
    for (uint32_t i = 0; i < doc->paragraphs.count; i++) {
        struct kt_paragraph *paragraph = &doc->paragraphs.items[i];
        paragraph->first_token = doc->tokens.count;
        if (!split_stretch(&scan, paragraph->start, paragraph->body))
            return KUTIP_NO_MEMORY;
        paragraph->body_token = doc->tokens.count;
        if (!split_stretch(&scan, paragraph->body, paragraph->end))
            return KUTIP_NO_MEMORY;
        paragraph->end_token = doc->tokens.count;
    }
    return KUTIP_OK;
}
