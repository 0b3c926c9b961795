/*
 * What is no part of an article.
 *
 * In: lines and longer stretches of bare text. Out: whether a line is
 * boilerplate, and which pieces inside a stretch are. The words files say
 * how: BOILERPLATE opens a line of it; BOILERPLATE_PIECE is a whole line,
 * and is taken out between two sentences as well; so is a bracket that
 * opens with either: `[Gambas:Video CNN]`. A line that is long is taken for
 * the article, whatever it begins with. BOILERPLATE_REFERENCE is followed by
 * a title, whose end inside a line is asked of cross_references.c. What it
 * does not attempt: credits inside a line.
 */
#include "boilerplate.h"

#include <string.h>

#include "block.h"
#include "cross_references.h"
#include "text.h"

enum { LONGEST_LINE = 240, LONGEST_BRACKET = 80 };

/* Past bullets and brackets that open. */
static uint32_t
skip_bullets(const struct kt_raw *raw, uint32_t at)
{
    while (at < raw->end && strchr("[(<>*#-|: ", raw->text[at]) != NULL)
        at++;
    return kt_raw_skip(raw, at);
}

/* Is there no word from `at` to the end? */
static bool
is_end(const struct kt_raw *raw, uint32_t at)
{
    while (at < raw->end && !kt_raw_is_word(raw, at))
        at++;
    return at == raw->end;
}

/* Does boilerplate begin at `at`? */
static bool
opens(const struct kt_raw *raw, uint32_t at)
{
    if (kt_raw_phrase_end(raw, at, KT_BOILERPLATE) > at)
        return true;
    uint32_t end = kt_raw_phrase_end(raw, at, KT_BOILERPLATE_PIECE);
    return end > at && is_end(raw, end);
}

/* The end of `Baca juga: TITLE`, or at. */
static uint32_t
reference_end(const struct kt_raw *raw, uint32_t at)
{
    uint32_t end = kt_raw_phrase_end(raw, at, KT_BOILERPLATE_REFERENCE);
    if (end == at)
        return at;
    uint32_t title = kt_title_end(raw, end);
    return title > end ? title : at;
}

bool
kt_boilerplate_line(const struct kt_raw *raw, uint32_t start)
{
    if (raw->end - start > LONGEST_LINE)
        return false;
    uint32_t at = skip_bullets(raw, start);
    /* a title has no full stop: the article goes on behind it */
    if (at == start && at < raw->end && raw->text[raw->end - 1] == '.' &&
        reference_end(raw, at) > at)
        return false;
    return opens(raw, at);
}

/* The end of the bracket at `at` that holds boilerplate, or at. */
static uint32_t
bracket_end(const struct kt_raw *raw, uint32_t at)
{
    uint32_t room = raw->end - at;
    if (room > LONGEST_BRACKET)
        room = LONGEST_BRACKET;
    const char *close = memchr(raw->text + at, ']', room);
    if (close == NULL || !opens(raw, kt_raw_skip(raw, at + 1)))
        return at;
    return (uint32_t)(close - raw->text) + 1;
}

/* The end of the piece that begins at `at`, or at. Only what begins with a
 * capital and is followed by one, by a mark or by nothing. */
static uint32_t
piece_end(const struct kt_raw *raw, uint32_t at)
{
    uint32_t character;
    enum kt_char_kind kind;
    if (raw->text[at] == '[')
        return bracket_end(raw, at);
    kt_text_decode(raw->text, raw->end, at, &character, &kind);
    if (kind != KT_CHAR_UPPER)
        return at;
    uint32_t end = kt_raw_phrase_end(raw, at, KT_BOILERPLATE_PIECE);
    if (end == at)
        return reference_end(raw, at);
    while (end < raw->end && raw->text[end] == '.')
        end++;
    uint32_t next = kt_raw_skip(raw, end);
    if (next == raw->end)
        return end;
    kt_text_decode(raw->text, raw->end, next, &character, &kind);
    return kind == KT_CHAR_LOWER || kind == KT_CHAR_DIGIT ? at : end;
}

/* Can a piece begin behind this byte? Also behind curly marks. */
static bool
ends_sentence(char c)
{
    switch (c) {
    case '.':
    case '?':
    case '!':
    case '"':
    case '\'':
    case ')':
    case ']':
    case ':':
    case '\n':
    case '\r':
        return true;
    default:
        return (c & 0x80) != 0;
    }
}

/* Does a sentence, or the stretch, begin at `at`? */
static bool
begins_sentence(const struct kt_raw *raw, uint32_t from, uint32_t at)
{
    while (at > from &&
           (raw->text[at - 1] == ' ' || raw->text[at - 1] == '\t'))
        at--;
    return at == from || ends_sentence(raw->text[at - 1]);
}

/* Nearly always the letters say no. */
static inline bool
may_be_piece(const struct kt_raw *raw, uint32_t at)
{
    return raw->text[at] == '[' ||
           (kt_phrase_starts_at(&raw->engine->starts, raw->text + at,
                                raw->end - at) &
            (KT_START_PIECE | KT_START_REFERENCE));
}

/* Is there a piece at `at`, in a stretch that begins at `from`? */
static bool
is_piece(const struct kt_raw *raw, uint32_t from, uint32_t at, uint32_t *end)
{
    if (raw->text[at] != '[' && !begins_sentence(raw, from, at))
        return false;
    *end = piece_end(raw, at);
    return *end > at;
}

/* What stood before a block: its last bytes. */
struct carry {
    uint64_t letters; /* of the last two bytes */
    uint64_t blank;   /* of the last one */
};

/*
 * Where in a block pieces may begin: at a bracket, and at a capital that
 * stands neither in a word nor behind one and a blank, as most do.
 */
static inline uint64_t
find_starts(const char *text, struct carry *carry)
{
    uint64_t letters = kt_block_letters(text);
    uint64_t blanks = kt_block_equal(text, ' ');
    uint64_t two_back = letters << 2 | carry->letters;
    uint64_t behind_blank = blanks << 1 | carry->blank;
    carry->letters = letters >> (KT_BLOCK - 2);
    carry->blank = blanks >> (KT_BLOCK - 1);
    return kt_block_equal(text, '[') |
           (kt_block_between(text, 'A', 'Z') &
            ~(two_back >> 1 | (behind_blank & two_back)));
}

bool
kt_boilerplate_piece(const struct kt_raw *raw, uint32_t from, uint32_t *start,
                     uint32_t *end)
{
    struct carry carry = {0, 0};
    char room[KT_BLOCK];
    for (uint32_t at = from; at < raw->end;) {
        uint64_t found = find_starts(
            kt_block_of(raw->text + at, raw->end - at, room), &carry);
        for (; found != 0; found &= found - 1) {
            *start = at + kt_block_first(found);
            if (may_be_piece(raw, *start) && is_piece(raw, from, *start, end))
                return true;
        }
        at = raw->end - at > KT_BLOCK ? at + KT_BLOCK : raw->end;
    }
    return false;
}
