/*
 * Stretches ahead.
 *
 * In: a place in a paragraph. Out: what follows, as long as it is plain:
 * ASCII words and numbers that end where they seem to, marks of a single
 * character, and blanks. It does not know whether they are tokens: `kataRini`
 * is two.
 *
 *     `kata Rini, 25 kali` -> kata|Rini|,|25|kali
 */
#include "stretches.h"

#include "forms.h"

/* 0xFF for each of eight bytes that an ASCII letter is, and letters only
 * stand before. */
static inline uint64_t
leading_letters(uint64_t eight)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
    uint64_t low = (eight | ones * 0x20) & ~tops;
    uint64_t from_a = low + ones * (0x80 - 'a');
    uint64_t behind_z = low + ones * (0x7F - 'z');
    uint64_t others = (~(from_a & ~behind_z & ~eight) & tops) >> 7;
    return (others - 1) & ~others;
}

/* How many bytes of eight are 0xFF, the others being 0. */
static inline uint32_t
count_bytes(uint64_t bytes)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    return (uint32_t)((bytes & ones) * ones >> 56);
}

/* A stretch of letters, digits and what joins them, whatever stands behind
 * it; so many letters are known. False: nothing tells whether it ends. */
static bool
mixed_stretch(const struct kt_scan *scan, struct kt_stretch *stretch,
              uint32_t letters)
{
    uint32_t start = stretch->start;
    uint32_t end = kt_scan_plain(scan->doc->forms.behind, scan->text, start,
                                 start + letters);
    uint8_t behind;

    if (end - start > KT_FORM_MOST || end > scan->end)
        return false;
    behind = kt_behind_any(scan, end);
    if (!(behind & KT_BEHIND_ENDS) &&
        !(behind & KT_BEHIND_ASKS &&
          kt_behind_any(scan, end + 1) & KT_BEHIND_ENDS))
        return false;
    stretch->end = end;
    stretch->dot = end < scan->end && scan->text[end] == '.';
    stretch->key = kt_form_key(scan->text + start, end - start);
    return true;
}

/* The same, where most are letters, not too many, and no word goes on behind
 * the paragraph. */
static inline bool
plain_stretch(const struct kt_scan *scan, const char *text,
              const uint8_t *behind, struct kt_stretch *stretch)
{
    uint32_t start = stretch->start, length;
    struct kt_form_key key = {kt_load_eight(text + start), 0};
    uint64_t letters = leading_letters(key.low);
    const char *end;
    uint8_t ends;

    key.low &= letters;
    length = count_bytes(letters);
    if (length == 8) {
        key.high = kt_load_eight(text + start + 8);
        letters = leading_letters(key.high);
        key.high &= letters;
        length += count_bytes(letters);
    }
    end = text + start + length;
    ends = behind[(uint8_t)end[0]];
    if (!(ends & KT_BEHIND_ENDS) &&
        !(ends & KT_BEHIND_ASKS && length > 0 &&
          behind[(uint8_t)end[1]] & KT_BEHIND_ENDS))
        return mixed_stretch(scan, stretch, length);
    stretch->end = start + length;
    stretch->dot = end[0] == '.';
    stretch->key = key;
    return true;
}

/* A mark that is not ASCII, and no ellipsis. */
static bool
long_mark(const struct kt_scan *scan, struct kt_stretch *stretch)
{
    struct kt_peek peek = kt_peek_long(scan, stretch->start);

    if (peek.kind != KT_CHAR_MARK || peek.character == KT_ELLIPSIS)
        return false;
    stretch->end = stretch->start + peek.length;
    stretch->mark = kt_mark_place(peek.character);
    stretch->dot = false;
    return scan->doc->forms.marks[stretch->mark].character == peek.character;
}

/* A single mark; more than one dot is an ellipsis. */
static inline bool
single_mark(const struct kt_scan *scan, const uint8_t *behind, uint8_t byte,
            struct kt_stretch *stretch)
{
    if (byte >= KT_ASCII)
        return long_mark(scan, stretch);
    if (!(behind[byte] & KT_BEHIND_ALONE) ||
        (byte == '.' &&
         !(kt_behind_any(scan, stretch->start + 1) & KT_BEHIND_ENDS)))
        return false;
    stretch->end = stretch->start + 1;
    stretch->mark = byte;
    stretch->dot = false;
    return true;
}

/* Does the paragraph end where a word may go on? It is a dateline, then, to
 * which the text is glued. */
static bool
is_glued(const struct kt_scan *scan, const uint8_t *behind)
{
    return behind[(uint8_t)scan->text[scan->end]] &
           (KT_BEHIND_WITHIN | KT_BEHIND_ASKS);
}

uint32_t
kt_look_ahead(const struct kt_scan *scan,
              struct kt_stretch stretches[KT_STRETCHES])
{
    const struct kt_forms *forms = &scan->doc->forms;
    const uint8_t *behind = forms->behind;
    const char *text = scan->text;
    uint32_t at = scan->at, end = scan->end, count = 0;
    bool glued = is_glued(scan, behind);

    for (; count < KT_STRETCHES; count++) {
        struct kt_stretch *next = &stretches[count];
        bool blank = text[at] == ' ';
        while (text[at] == ' ')
            at++;
        if (at >= end)
            break;
        uint8_t byte = (uint8_t)text[at];
        next->start = at;
        next->blank = blank;
        next->mark = 0;
        if (behind[byte] & KT_BEHIND_WITHIN) {
            if (glued ? !mixed_stretch(scan, next, 0)
                      : !plain_stretch(scan, text, behind, next))
                break;
            kt_forms_fetch(forms, next->key);
        } else if (!single_mark(scan, behind, byte, next)) {
            break;
        }
        at = next->end;
    }
    return count;
}

bool
kt_stretch_is_small(const struct kt_stretch *stretch)
{
    /* the bit of a letter that a capital has not */
    const uint64_t small = UINT64_C(0x2020202020202020);
    uint64_t low = leading_letters(stretch->key.low);
    uint64_t high = leading_letters(stretch->key.high);

    return stretch->mark == 0 && !stretch->dot &&
           count_bytes(low) + count_bytes(high) ==
               stretch->end - stretch->start &&
           !(((low & ~stretch->key.low) | (high & ~stretch->key.high)) &
             small);
}
