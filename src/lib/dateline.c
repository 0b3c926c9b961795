/*
 * Datelines, by their shape.
 *
 * In: the start of a paragraph. Out: where the text behind the dateline
 * begins. A dateline is a few capitalised words with commas, brackets and
 * bars between them, then a dash: `Jakarta (ANTARA) -`. A name of a site, a
 * word in capitals, a bracket or a comma makes it sure; without them it may
 * have three words. Sites also go with a comma and a place alone:
 * `Liputan6.com, JakartaTim …`. What it does not attempt: knowing outlets.
 */
#include "dateline.h"

#include <string.h>

#include "block.h"
#include "text.h"

enum {
    MOST_WORDS = 9,
    MOST_PLAIN_WORDS = 3,
    LONGEST = 120,    /* bytes of a dateline */
    WINDOW = 600,     /* nothing behind it is looked at */
    FARTHEST = 200,   /* how far behind the start one is looked for */
    LONGEST_PLACE = 30,
    LEAST_TEXT = 80,  /* bytes behind one that is not sure */
    LEAST_UPPER = 3   /* letters of a word that counts as all capitals */
};

enum piece_kind {
    PIECE_NONE, /* nothing a dateline has */
    PIECE_WORD, /* capitalised */
    PIECE_UPPER,
    PIECE_SITE, /* a dot inside */
    PIECE_NUMBER,
    PIECE_MARK, /* , ( ) | / */
    PIECE_DASH
};

struct piece {
    enum piece_kind kind;
    uint32_t start;
    uint32_t end;
    char mark; /* of PIECE_MARK */
};

/* What has been seen of a dateline so far. */
struct shape {
    uint32_t start;
    unsigned words;
    bool sure;  /* a site, capitals, a bracket */
    bool comma; /* a comma, which is nearly as sure */
    bool site;
    bool open; /* a bracket */
};

/* ------------------------------------------------------------------ pieces */

static uint32_t
dash_end(const struct kt_raw *raw, uint32_t at)
{
    for (;;) {
        if (at < raw->end && raw->text[at] == '-')
            at++;
        else if (raw->end - at >= 3 &&
                 (memcmp(raw->text + at, "\xE2\x80\x93", 3) == 0 ||
                  memcmp(raw->text + at, "\xE2\x80\x94", 3) == 0))
            at += 3;
        else
            return at;
    }
}

/* What a word is made of. */
struct letters {
    uint32_t count;
    uint32_t uppers;
    uint32_t digits;
    bool dotted;
    bool first_upper;
};

/* Takes in letters and digits of ASCII, which most words are made of, and
 * tells where they end. */
static uint32_t
take_plain(const struct kt_raw *raw, uint32_t at, struct letters *letters)
{
    uint32_t start = at, uppers = 0, digits = 0;
    for (; at < raw->end && kt_text_is_plain(raw->text[at]); at++) {
        uppers += raw->text[at] >= 'A' && raw->text[at] <= 'Z';
        digits += raw->text[at] <= '9';
    }
    if (at > start && letters->count + letters->digits == 0)
        letters->first_upper =
            raw->text[start] >= 'A' && raw->text[start] <= 'Z';
    letters->count += at - start - digits;
    letters->uppers += uppers;
    letters->digits += digits;
    return at;
}

/* Takes in the character at `at`, any but those, and tells where it ends; at
 * `at` when it is behind the word. */
static uint32_t
take_other(const struct kt_raw *raw, uint32_t at, struct letters *letters)
{
    uint32_t character;
    enum kt_char_kind kind;
    uint32_t end = at + (uint32_t)kt_text_decode(raw->text, raw->end, at,
                                                 &character, &kind);
    bool upper = kind == KT_CHAR_UPPER;
    bool first = letters->count + letters->digits == 0;
    if (upper || kind == KT_CHAR_LOWER) {
        letters->first_upper |= first && upper;
        letters->count++;
        letters->uppers += upper;
        return end;
    }
    if (kind == KT_CHAR_DIGIT) {
        letters->digits++;
        return end;
    }
    if (character != '.' && character != '-' && character != '\'' &&
        character != 0x2019)
        return at;
    if (first || !kt_raw_is_word(raw, end))
        return at;
    letters->dotted |= character == '.';
    return end;
}

static enum piece_kind
kind_of_word(const struct letters *letters)
{
    if (letters->dotted && letters->count > letters->digits)
        return PIECE_SITE;
    if (letters->count == 0)
        return letters->digits > 0 ? PIECE_NUMBER : PIECE_NONE;
    if (letters->uppers == letters->count && letters->count >= LEAST_UPPER)
        return PIECE_UPPER;
    return letters->first_upper ? PIECE_WORD : PIECE_NONE;
}

/* The end of a word with the dots inside it, and the shape of its letters. */
static struct piece
read_word(const struct kt_raw *raw, uint32_t at)
{
    struct piece piece = {PIECE_NONE, at, at, 0};
    struct letters letters = {0};
    for (bool more = true; more;) {
        piece.end = take_plain(raw, piece.end, &letters);
        uint32_t end = piece.end < raw->end
                           ? take_other(raw, piece.end, &letters)
                           : piece.end;
        more = end > piece.end;
        piece.end = end;
    }
    piece.kind = kind_of_word(&letters);
    return piece;
}

static struct piece
read_piece(const struct kt_raw *raw, uint32_t at)
{
    struct piece piece = {PIECE_NONE, at, at, 0};
    if (at >= raw->end)
        return piece;
    piece.end = dash_end(raw, at);
    if (piece.end > at) {
        piece.kind = PIECE_DASH;
        return piece;
    }
    if (raw->text[at] != '\0' && strchr(",()|/", raw->text[at]) != NULL) {
        piece.kind = PIECE_MARK;
        piece.mark = raw->text[at];
        piece.end = at + 1;
        return piece;
    }
    return read_word(raw, at);
}

/* --------------------------------------------------------------- datelines */

static bool
take_piece(struct shape *shape, const struct piece *piece)
{
    switch (piece->kind) {
    case PIECE_SITE:
        shape->site = true;
        shape->sure = true;
        break;
    case PIECE_UPPER:
        shape->sure = true;
        break;
    case PIECE_WORD:
        break;
    case PIECE_NUMBER:
        return shape->words > 0;
    case PIECE_MARK:
        if (shape->words == 0)
            return false;
        shape->sure |= piece->mark != '/' && piece->mark != ',';
        shape->comma |= piece->mark == ',';
        shape->open = piece->mark == '(' ||
                      (shape->open && piece->mark != ')');
        return true;
    default:
        return false;
    }
    shape->words++;
    return true;
}

/* A site glued to the text by its hyphen: `KOMPAS.com-Real Madrid`. The
 * piece ends before the hyphen then. */
static bool
cut_glued_site(const struct kt_raw *raw, struct piece *piece)
{
    const char *text = raw->text + piece->start;
    const char *dot = memchr(text, '.', piece->end - piece->start);
    if (piece->kind != PIECE_SITE || dot == NULL)
        return false;
    uint32_t from = (uint32_t)(dot - raw->text);
    const char *hyphen = memchr(dot, '-', piece->end - from);
    if (hyphen == NULL)
        return false;
    piece->end = (uint32_t)(hyphen - raw->text);
    return true;
}

/* `- JAKARTA - Usai`, `– JAKARTA. Indonesia`: more of it behind the dash of
 * a site. */
static uint32_t
second_part(const struct kt_raw *raw, uint32_t body)
{
    while (dash_end(raw, body) > body) /* GELORA.CO - - Perawat */
        body = kt_raw_skip(raw, dash_end(raw, body));
    uint32_t at = body;
    for (unsigned words = 0; words <= MOST_PLAIN_WORDS; words++) {
        struct piece piece = read_piece(raw, kt_raw_skip(raw, at));
        bool stop = piece.start < raw->end && raw->text[piece.start] == '.';
        if (words > 0 && stop)
            return kt_raw_skip(raw, piece.start + 1);
        if (words > 0 && piece.kind == PIECE_DASH)
            return kt_raw_skip(raw, piece.end);
        if (piece.kind != PIECE_UPPER)
            break;
        at = piece.end;
    }
    return body;
}

/* What may follow the dash: a capital, a number, a mark that opens. */
static bool
begins_text(const struct kt_raw *raw, uint32_t at)
{
    if (at >= raw->end)
        return false;
    uint32_t character;
    enum kt_char_kind kind;
    kt_text_decode(raw->text, raw->end, at, &character, &kind);
    return kind == KT_CHAR_UPPER || kind == KT_CHAR_DIGIT ||
           character == '"' || character == '\'' || character == '(' ||
           (character >= 0x2018 && character <= 0x201F);
}

/* Is the first word a place, or nothing that is known? */
static bool
may_be_place(const struct kt_raw *raw, uint32_t start)
{
    struct kt_set none = {{0}};
    uint32_t end = kt_raw_word_end(raw, start);
    return kt_raw_phrase_end(raw, start, KT_PLACE) > start ||
           kt_set_equal(kt_raw_classes(raw, start, end), none);
}

/* Is it a dateline though only plain words stand before the dash? */
static bool
is_likely(const struct kt_raw *raw, const struct shape *shape, uint32_t next)
{
    if (raw->end < next + LEAST_TEXT || !begins_text(raw, next) ||
        (raw->text[next] >= '0' && raw->text[next] <= '9'))
        return false;
    return shape->comma || (shape->words <= MOST_PLAIN_WORDS &&
                            may_be_place(raw, shape->start));
}

/* Where the text behind a dash begins when all before it is a dateline. */
static bool
ends_with_dash(const struct kt_raw *raw, const struct shape *shape,
               const struct piece *dash, bool blank_before, uint32_t *body)
{
    uint32_t next = kt_raw_skip(raw, dash->end);
    bool blank = blank_before || next > dash->end;
    if (shape->words == 0 || shape->open || !(blank || shape->site))
        return false;
    if (!shape->sure && !(blank_before && is_likely(raw, shape, next)))
        return false;
    *body = shape->site ? second_part(raw, next) : next;
    return *body < raw->end;
}

/* Does the text go on at `at`, glued to the place before it? `*skip` bytes
 * stand between them. */
static bool
is_glued(const struct kt_raw *raw, uint32_t at, uint32_t *skip)
{
    char before = raw->text[at - 1];
    char c = raw->text[at];
    char next = at + 1 < raw->end ? raw->text[at + 1] : '\0';
    *skip = c == '-';
    if (c == '-')
        return next >= 'A' && next <= 'Z';
    return c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z';
}

/* `Liputan6.com, JakartaTim …`, `Liputan6.com, Jakarta-Tim …`: a site, a
 * place, the text. */
static void
ends_with_place(const struct kt_raw *raw, const struct piece *place,
                uint32_t *body)
{
    uint32_t end = kt_raw_phrase_end(raw, place->start, KT_PLACE);
    if (end > place->start) {
        end = kt_raw_skip(raw, end);
        if (begins_text(raw, end))
            *body = end;
    }
    uint32_t most = place->start + LONGEST_PLACE;
    for (uint32_t at = place->start + 1; at < most && at < raw->end; at++) {
        struct kt_raw glued = {raw->engine, raw->text, at};
        uint32_t skip;
        if (is_glued(raw, at, &skip) &&
            kt_raw_phrase_end(&glued, place->start, KT_PLACE) == at) {
            *body = at + skip;
            return;
        }
    }
}

/* Is there a dateline at `at`? */
static bool
read_dateline(const struct kt_raw *raw, uint32_t at, bool only_site,
              uint32_t *body)
{
    struct shape shape = {.start = at};
    struct piece before = {PIECE_NONE, at, at, 0};
    uint32_t start = at;
    uint32_t place_body = 0;
    while (at - start < LONGEST && shape.words <= MOST_WORDS) {
        struct piece piece = read_piece(raw, kt_raw_skip(raw, at));
        if (cut_glued_site(raw, &piece))
            shape.site = true;
        if (piece.kind == PIECE_DASH &&
            ends_with_dash(raw, &shape, &piece, piece.start > at, body))
            return !only_site || shape.sure;
        bool at_place = piece.kind == PIECE_WORD || piece.kind == PIECE_UPPER;
        if (shape.site && shape.words == 1 && at_place)
            ends_with_place(raw, &piece, &place_body);
        if (before.kind == PIECE_SITE && piece.start < raw->end &&
            raw->text[piece.start] == '.')
            piece = (struct piece){PIECE_MARK, piece.start, piece.start + 1,
                                   ','}; /* a damaged comma */
        if (!take_piece(&shape, &piece))
            break;
        before = piece;
        at = piece.end;
    }
    if (place_body == 0)
        return false;
    *body = place_body;
    return true;
}

/* Is there a dot in the word at `at`, or something unusual? */
static bool
may_be_site(const struct kt_raw *raw, uint32_t at)
{
    while (at < raw->end && kt_text_is_plain(raw->text[at]))
        at++;
    return at < raw->end && (raw->text[at] == '.' || raw->text[at] == '-' ||
                             raw->text[at] == '\'' || raw->text[at] & 0x80);
}

/* Can a dateline begin with the capital at `at`, behind the start? At a
 * site's name, or a capital that is glued to what stands before. */
static bool
may_begin(const struct kt_raw *raw, uint32_t at)
{
    char before = raw->text[at - 1];
    if ((before >= 'a' && before <= 'z') || before == '.' || before == '?' ||
        before == '!')
        return read_word(raw, at).kind != PIECE_NONE;
    return before == ' ' && may_be_site(raw, at) &&
           read_word(raw, at).kind == PIECE_SITE;
}

/* The capitals of a block, whose bytes behind the first `left` do not
 * count. */
static uint64_t
capitals_at(const struct kt_raw *raw, uint32_t at, uint32_t left)
{
    char room[KT_BLOCK];
    return kt_block_between(kt_block_of(raw->text + at, left, room), 'A', 'Z');
}

/* The first dateline that begins from at to farthest and can be nothing
 * else. */
static bool
find_behind(const struct kt_raw *raw, uint32_t at, uint32_t farthest,
            uint32_t *start, uint32_t *body)
{
    for (; at < farthest; at += KT_BLOCK) {
        uint64_t found = capitals_at(raw, at, farthest - at);
        for (; found != 0; found &= found - 1) {
            *start = at + kt_block_first(found);
            if (may_begin(raw, *start) &&
                read_dateline(raw, *start, true, body))
                return true;
        }
    }
    return false;
}

/* Past the address of the page, which some copy along. */
static uint32_t
skip_address(const struct kt_raw *raw, uint32_t at)
{
    if (raw->end - at < 8 || memcmp(raw->text + at, "http", 4) != 0)
        return at;
    while (at < raw->end && (unsigned char)raw->text[at] > ' ')
        at++;
    return kt_raw_skip(raw, at);
}

bool
kt_dateline_find(const struct kt_raw *whole, uint32_t at, uint32_t *start,
                 uint32_t *body)
{
    struct kt_raw window = *whole;
    const struct kt_raw *raw = &window;
    if (window.end - at > WINDOW)
        window.end = at + WINDOW;
    *start = at;
    at = skip_address(raw, at);
    if (read_dateline(raw, at, false, body))
        return true;
    uint32_t farthest = raw->end - at > FARTHEST ? at + FARTHEST : raw->end;
    return find_behind(raw, at + 1, farthest, start, body);
}
