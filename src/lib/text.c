/*
 * Characters: decoding, kinds, folding, hashing.
 *
 * In: bytes that ought to be UTF-8. Out: characters, each with the kind the
 * tokenizer asks for, and the folded form by which words are compared:
 * `Jum’at` and `JUM'AT` both give `jum'at`. ASCII goes by a table and never
 * reaches utf8proc. What it does not attempt: repairing wrongly decoded
 * text (`â€œ`).
 */
#include "text.h"

#include <string.h>
#include <utf8proc.h>

#define REPLACEMENT 0xFFFD

/* Folding works on words; longer ones are cut (no word is so long). */
enum { FOLD_ROOM = 256 };

/* --------------------------------------------------------------- decoding */

/*
 * Well-formed sequences by first byte (Unicode 15, table 3-7): how long,
 * and between what the second byte must lie.
 */
struct lead {
    uint8_t first;
    uint8_t last;
    uint8_t length;
    uint8_t second_low;
    uint8_t second_high;
};

static const struct lead leads[] = {
    {0xC2, 0xDF, 2, 0x80, 0xBF}, {0xE0, 0xE0, 3, 0xA0, 0xBF},
    {0xE1, 0xEC, 3, 0x80, 0xBF}, {0xED, 0xED, 3, 0x80, 0x9F},
    {0xEE, 0xEF, 3, 0x80, 0xBF}, {0xF0, 0xF0, 4, 0x90, 0xBF},
    {0xF1, 0xF3, 4, 0x80, 0xBF}, {0xF4, 0xF4, 4, 0x80, 0x8F},
};

static const struct lead *
find_lead(uint8_t byte)
{
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (byte >= leads[i].first && byte <= leads[i].last)
            return &leads[i];
    return NULL;
}

/* Bytes of the sequence at s; *valid tells whether it is a character. */
static size_t
measure(const uint8_t *s, size_t length, bool *valid)
{
    *valid = true;
    if (s[0] < 0x80)
        return 1;
    *valid = false;
    const struct lead *lead = find_lead(s[0]);
    if (lead == NULL)
        return 1;
    size_t n = 1;
    for (; n < lead->length && n < length; n++) {
        uint8_t low = n == 1 ? lead->second_low : 0x80;
        uint8_t high = n == 1 ? lead->second_high : 0xBF;
        if (s[n] < low || s[n] > high)
            return n;
    }
    *valid = n == lead->length;
    return n;
}

static uint32_t
assemble(const uint8_t *s, size_t n)
{
    uint32_t character = s[0] & (0xFFu >> (n + 1));
    for (size_t i = 1; i < n; i++)
        character = character << 6 | (s[i] & 0x3Fu);
    return character;
}

size_t
kt_text_step(const char *text, size_t length, size_t at, bool *valid)
{
    return measure((const uint8_t *)text + at, length - at, valid);
}

#define SP KT_CHAR_SPACE
#define MK KT_CHAR_MARK
#define DG KT_CHAR_DIGIT
#define UP KT_CHAR_UPPER
#define LO KT_CHAR_LOWER
/* clang-format off */
const uint8_t kt_text_ascii_kinds[128] = {
    SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP,
    SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP,
    SP, MK, MK, MK, MK, MK, MK, MK, MK, MK, MK, MK, MK, MK, MK, MK,
    DG, DG, DG, DG, DG, DG, DG, DG, DG, DG, MK, MK, MK, MK, MK, MK,
    MK, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP,
    UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, MK, MK, MK, MK, MK,
    MK, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO,
    LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, MK, MK, MK, MK, SP,
};

const char kt_text_plain[256] = {
    0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,
    0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,
    0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,
    0,   0,   0,   0,   0,   0,   '0', '1', '2', '3', '4', '5', '6', '7',
    '8', '9', 0,   0,   0,   0,   0,   0,   0,   'a', 'b', 'c', 'd', 'e',
    'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's',
    't', 'u', 'v', 'w', 'x', 'y', 'z', 0,   0,   0,   0,   0,   0,   'a',
    'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
    'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'};
/* clang-format on */
#undef SP
#undef MK
#undef DG
#undef UP
#undef LO

/* Kinds by general category; what is not named is a mark. */
static const uint8_t kinds[] = {
    [UTF8PROC_CATEGORY_CN] = KT_CHAR_MARK,
    [UTF8PROC_CATEGORY_LU] = KT_CHAR_UPPER,
    [UTF8PROC_CATEGORY_LL] = KT_CHAR_LOWER,
    [UTF8PROC_CATEGORY_LT] = KT_CHAR_UPPER,
    [UTF8PROC_CATEGORY_LM] = KT_CHAR_LOWER,
    [UTF8PROC_CATEGORY_LO] = KT_CHAR_LOWER,
    [UTF8PROC_CATEGORY_MN] = KT_CHAR_EXTEND,
    [UTF8PROC_CATEGORY_MC] = KT_CHAR_EXTEND,
    [UTF8PROC_CATEGORY_ME] = KT_CHAR_EXTEND,
    [UTF8PROC_CATEGORY_ND] = KT_CHAR_DIGIT,
    [UTF8PROC_CATEGORY_NL] = KT_CHAR_DIGIT,
    [UTF8PROC_CATEGORY_NO] = KT_CHAR_DIGIT,
    [UTF8PROC_CATEGORY_PC] = KT_CHAR_MARK,
    [UTF8PROC_CATEGORY_PD] = KT_CHAR_MARK,
    [UTF8PROC_CATEGORY_PS] = KT_CHAR_MARK,
    [UTF8PROC_CATEGORY_PE] = KT_CHAR_MARK,
    [UTF8PROC_CATEGORY_PI] = KT_CHAR_MARK,
    [UTF8PROC_CATEGORY_PF] = KT_CHAR_MARK,
    [UTF8PROC_CATEGORY_PO] = KT_CHAR_MARK,
    [UTF8PROC_CATEGORY_SM] = KT_CHAR_MARK,
    [UTF8PROC_CATEGORY_SC] = KT_CHAR_MARK,
    [UTF8PROC_CATEGORY_SK] = KT_CHAR_MARK,
    [UTF8PROC_CATEGORY_SO] = KT_CHAR_MARK,
    [UTF8PROC_CATEGORY_ZS] = KT_CHAR_SPACE,
    [UTF8PROC_CATEGORY_ZL] = KT_CHAR_SPACE,
    [UTF8PROC_CATEGORY_ZP] = KT_CHAR_SPACE,
    [UTF8PROC_CATEGORY_CC] = KT_CHAR_SPACE,
    [UTF8PROC_CATEGORY_CF] = KT_CHAR_INVISIBLE,
    [UTF8PROC_CATEGORY_CS] = KT_CHAR_INVALID,
    [UTF8PROC_CATEGORY_CO] = KT_CHAR_MARK,
};

size_t
kt_text_decode_long(const char *text, size_t length, size_t at,
                    uint32_t *character, enum kt_char_kind *kind)
{
    const uint8_t *s = (const uint8_t *)text + at;
    bool valid;
    size_t n = measure(s, length - at, &valid);
    if (!valid) {
        *character = REPLACEMENT;
        *kind = KT_CHAR_INVALID;
        return n;
    }
    *character = assemble(s, n);
    *kind = kinds[utf8proc_category((utf8proc_int32_t)*character)];
    return n;
}

/* ---------------------------------------------------------------- folding */

/* Characters that count as another one when words are compared. */
static uint32_t
unify(uint32_t character)
{
    switch (character) {
    case '`':    /* grave accent */
    case 0xB4:   /* acute accent */
    case 0x2BB:  /* turned comma */
    case 0x2BC:  /* letter apostrophe */
    case 0x2BF:  /* half ring, Arabic ain */
    case 0x2018: /* single quotation marks */
    case 0x2019:
    case 0x201B:
    case 0x2032: /* prime */
        return '\'';
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
        return '-';
    default:
        return character;
    }
}

/* What ASCII folds to: small letters, and one apostrophe. */
/* clang-format off */
static const char folded_ascii[128] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
    16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    ' ', '!', '"', '#', '$', '%', '&', '\'', '(', ')', '*', '+', ',', '-',
    '.', '/', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ':', ';',
    '<', '=', '>', '?', '@', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i',
    'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w',
    'x', 'y', 'z', '[', '\\', ']', '^', '_', '\'', 'a', 'b', 'c', 'd', 'e',
    'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's',
    't', 'u', 'v', 'w', 'x', 'y', 'z', '{', '|', '}', '~', 127,
};
/* clang-format on */

static size_t
fold_ascii(const char *text, size_t length, char *out, size_t room)
{
    size_t n = 0;
    if (length > room)
        length = room;
    for (; n < length && (uint8_t)text[n] < 0x80; n++)
        out[n] = folded_ascii[(uint8_t)text[n]];
    return n;
}

/* Sorts combining marks that follow each other by their class. */
static void
order_marks(utf8proc_int32_t *characters, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        utf8proc_int32_t moved = characters[i];
        int class = utf8proc_get_property(moved)->combining_class;
        size_t k = i;
        for (; class > 0 && k > 0; k--) {
            utf8proc_int32_t before = characters[k - 1];
            if (utf8proc_get_property(before)->combining_class <= class)
                break;
            characters[k] = before;
        }
        characters[k] = moved;
    }
}

/* Decomposes text into characters in lower case; returns how many. */
static size_t
decompose(const char *text, size_t length, utf8proc_int32_t *out, size_t room)
{
    size_t count = 0;
    int boundary = 0;
    for (size_t at = 0; at < length;) {
        uint32_t character;
        enum kt_char_kind kind;
        at += kt_text_decode(text, length, at, &character, &kind);
        if (kind == KT_CHAR_INVISIBLE || kind == KT_CHAR_INVALID)
            continue;
        utf8proc_int32_t lower =
            utf8proc_tolower((utf8proc_int32_t)unify(character));
        utf8proc_ssize_t n = utf8proc_decompose_char(
            lower, out + count, (utf8proc_ssize_t)(room - count),
            UTF8PROC_DECOMPOSE | UTF8PROC_STABLE, &boundary);
        if (n < 0 || (size_t)n > room - count)
            break;
        count += (size_t)n;
    }
    return count;
}

/* The way of words that are not all ASCII. */
static size_t
fold_unicode(const char *text, size_t length, char *out, size_t room)
{
    utf8proc_int32_t characters[FOLD_ROOM];
    size_t count = decompose(text, length, characters, FOLD_ROOM);
    order_marks(characters, count);
    utf8proc_ssize_t composed = utf8proc_normalize_utf32(
        characters, (utf8proc_ssize_t)count,
        UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    size_t written = 0;
    for (utf8proc_ssize_t i = 0; i < composed; i++) {
        utf8proc_uint8_t bytes[4];
        utf8proc_ssize_t n = utf8proc_encode_char(characters[i], bytes);
        if (n <= 0 || (size_t)n > room - written)
            break;
        memcpy(out + written, bytes, (size_t)n);
        written += (size_t)n;
    }
    return written;
}

size_t
kt_text_fold(const char *text, size_t length, char *out, size_t room)
{
    size_t n = fold_ascii(text, length, out, room);
    if (n == length || n == room)
        return n;
    return fold_unicode(text, length, out, room);
}

/* All of up to seven bytes, in no order that matters. */
static uint64_t
load_few(const char *text, size_t length)
{
    const uint8_t *b = (const uint8_t *)text, *e = b + length;
    if (length >= 4)
        return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 |
               (uint64_t)b[3] << 24 | (uint64_t)e[-4] << 32 |
               (uint64_t)e[-3] << 40 | (uint64_t)e[-2] << 48 |
               (uint64_t)e[-1] << 56;
    if (length == 0)
        return 0;
    return (uint64_t)b[0] | (uint64_t)b[length / 2] << 8 |
           (uint64_t)e[-1] << 16;
}

uint32_t
kt_text_hash(const char *folded, size_t length)
{
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = length * factor;
    size_t at = 0;
    for (; at + 8 < length; at += 8) {
        hash = (hash ^ kt_load_eight(folded + at)) * factor;
        hash ^= hash >> 32;
    }
    hash ^= length < 8 ? load_few(folded, length)
                       : kt_load_eight(folded + length - 8);
    hash *= factor;
    hash = (hash ^ hash >> 32) * factor >> 32;
    return hash == 0 ? 1 : (uint32_t)hash;
}

/* --------------------------------------------------------------- capitals */

/* Letters of a text one after the other; what is no letter is passed by. */
struct letters {
    const char *text;
    size_t length;
    size_t at;
};

/* False: no letter is left. */
static bool
next_letter(struct letters *letters, bool *upper)
{
    while (letters->at < letters->length) {
        uint32_t character;
        enum kt_char_kind kind;
        letters->at += kt_text_decode(letters->text, letters->length,
                                      letters->at, &character, &kind);
        if (kind == KT_CHAR_UPPER || kind == KT_CHAR_LOWER) {
            *upper = kind == KT_CHAR_UPPER;
            return true;
        }
    }
    return false;
}

bool
kt_text_capitals_fit(const char *typed, size_t typed_length, const char *text,
                     size_t length)
{
    struct letters wanted = {typed, typed_length, 0};
    struct letters found = {text, length, 0};
    bool wants, has;
    if (typed_length == length && memcmp(typed, text, length) == 0)
        return true;
    while (next_letter(&wanted, &wants)) {
        if (!next_letter(&found, &has))
            return false;
        if (wants && !has)
            return false;
    }
    return true;
}

/* ------------------------------------------------------------ whole texts */

size_t
kt_text_ascii(const char *text, size_t length)
{
    const uint64_t tops = UINT64_C(0x8080808080808080);
    size_t n = 0;
    uint64_t words[4];
    for (; n + sizeof words <= length; n += sizeof words) {
        memcpy(words, text + n, sizeof words);
        if ((words[0] | words[1] | words[2] | words[3]) & tops)
            break;
    }
    for (; n + sizeof *words <= length; n += sizeof *words) {
        memcpy(words, text + n, sizeof *words);
        if (*words & tops)
            break;
    }
    while (n < length && (uint8_t)text[n] < 0x80)
        n++;
    return n;
}

size_t
kt_text_validate(const char *text, size_t length, size_t *invalid)
{
    size_t first = length;
    size_t count = 0;
    for (size_t at = 0; at < length;) {
        at += kt_text_ascii(text + at, length - at);
        if (at == length)
            break;
        bool valid;
        size_t n = kt_text_step(text, length, at, &valid);
        if (!valid && count++ == 0)
            first = at;
        at += n;
    }
    if (invalid != NULL)
        *invalid = count;
    return first;
}

const char *
kt_text_version(void)
{
    return utf8proc_version();
}
