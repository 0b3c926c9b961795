/*
 * A pass over the characters of a paragraph, for split_tokens; and what its
 * words are made of.
 */
#ifndef KT_TOKEN_SCAN_H
#define KT_TOKEN_SCAN_H

#include "doc.h"
#include "forms.h"
#include "text.h"

#define KT_ELLIPSIS 0x2026

/* Where the pass over a paragraph stands. */
struct kt_scan {
    const struct kt_engine *engine;
    struct kt_doc *doc;
    const char *text;
    uint32_t end;   /* of the paragraph */
    uint32_t at;
    uint16_t flags; /* of the next token: what white space stood before */
};

/* A character, looked at and not yet taken; length 0 at the end. */
struct kt_peek {
    uint32_t character;
    enum kt_char_kind kind;
    uint32_t length;
};

/* kt_peek_at() where the byte at text[at] is not ASCII. */
struct kt_peek
kt_peek_long(const struct kt_scan *scan, uint32_t at);

/* ASCII is nearly everything: it stays in registers. */
static inline struct kt_peek
kt_peek_at(const struct kt_scan *scan, uint32_t at)
{
    if (at >= scan->end)
        return (struct kt_peek){0, KT_CHAR_SPACE, 0};
    uint8_t byte = (uint8_t)scan->text[at];
    if (byte >= 0x80)
        return kt_peek_long(scan, at);
    return (struct kt_peek){
        byte, (enum kt_char_kind)kt_text_ascii_kinds[byte], 1};
}

static inline bool
kt_is_letter(enum kt_char_kind kind)
{
    return kind == KT_CHAR_UPPER || kind == KT_CHAR_LOWER;
}

static inline bool
kt_is_alnum(enum kt_char_kind kind)
{
    return kt_is_letter(kind) || kind == KT_CHAR_DIGIT;
}

/*
 * The quotation mark that begins with a character, or -1. A damaged one
 * begins with a letter (`â€œ`) or is a control.
 */
static inline int
kt_scan_mark(const struct kt_scan *scan, struct kt_peek peek, uint32_t at)
{
    if (peek.character < 0x80 && peek.kind != KT_CHAR_MARK)
        return -1;
    return kt_marks_at(&scan->engine->marks, scan->text, scan->doc->length,
                       at);
}

/* The word or number that begins at scan->at: where it ends, and the flags
 * its letters give it. */
struct kt_spelling {
    uint32_t end;
    uint16_t flags; /* enum kt_token_flag */
};

struct kt_spelling
kt_scan_word(const struct kt_scan *scan);

/* ------------------------------------------- words that end where they seem */

/* What a byte behind ASCII letters and digits tells; or where none stand. */
enum kt_behind {
    KT_BEHIND_ENDS = 1, /* the word or number ends here */
    KT_BEHIND_ASKS = 2, /* it does when a byte that ends one follows; but a
                           dot may belong to it all the same */
    KT_BEHIND_ALONE = 4, /* a mark, of which no longer one begins so */
    KT_BEHIND_LETTER = 8, /* so it does not end */
    KT_BEHIND_DIGIT = 16,
    KT_BEHIND_WITHIN = KT_BEHIND_LETTER | KT_BEHIND_DIGIT
};

/* Bits that far above those two: the byte joins letters, or digits, to such
 * behind it. */
enum { KT_BEHIND_JOINS = 2 };

/* The same for each byte. */
void
kt_scan_behind(const struct kt_marks *marks, uint8_t behind[256]);

/* The same for what stands at `at`, be it ASCII or not. Behind a paragraph
 * there is white space, for all that a token can see. */
uint8_t
kt_behind_any(const struct kt_scan *scan, uint32_t at);

/*
 * Where the ASCII letters and digits end that begin at text[start] and are
 * known up to text[at], with what joins them (`Covid-19`, `13/4`): no
 * further than KT_FORM_MOST + 1 bytes are looked at, and as many may be read
 * behind text[start].
 */
uint32_t
kt_scan_plain(const uint8_t behind[256], const char *text, uint32_t start,
              uint32_t at);

#endif
