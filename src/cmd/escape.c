/*
 * In: text of a document, which may hold anything. Out: a JSON string, or a
 * cell of a table.
 *
 * Not attempted: escaping what need not be; `ñ` and `”` stay themselves.
 *
 * Example: the cell `"Siap," kata dia` is written `"""Siap,"" kata dia"`.
 */
#include "escape.h"

#include "blocks.h"
#include "unicode.h"

#include <string.h>

/* ------------------------------------------------------------------- JSON */

enum {
    CHUNK = 512,     /* bytes of text that room is asked for at once */
    ESCAPE_MOST = 6, /* bytes that one of them may become: \u0007 */
    /* With both quotation marks, and a character that ends behind. */
    ROOM = CHUNK * ESCAPE_MOST + 2 + 4
};

/* What JSON wants escaped, and what is no ASCII. */
static inline unsigned
json_stops(struct block block)
{
    return block_special(block, '"', '\\');
}

static bool
is_json_stop(char c)
{
    return (unsigned char)c >= 0x80 || c < ' ' || c == '"' || c == '\\';
}

/* Copies bytes up to the first stop; how many. Others behind them may be
 * copied too, none behind length. */
static inline size_t
copy_plain(char *to, const char *text, size_t length)
{
    size_t at = 0;

    for (; length - at >= BLOCK_SIZE; at += BLOCK_SIZE) {
        struct block block = block_at(text + at);
        unsigned stops = json_stops(block);

        block_put(to + at, block);
        if (stops)
            return at + block_first(stops);
    }
    if (at == length ||
        !json_stops(block_copy_some(to + at, text + at, length - at)))
        return length;
    while (!is_json_stop(text[at]))
        at++;
    return at;
}

/* Short escapes of JSON; the others are written as \u00XX. */
static const char json_escapes[128] = {
    ['"'] = '"',  ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f',
    ['\n'] = 'n', ['\r'] = 'r',  ['\t'] = 't',
};

static size_t
put_escape(char *to, unsigned char byte)
{
    static const char digits[] = "0123456789abcdef";

    *to++ = '\\';
    *to++ = json_escapes[byte];
    if (json_escapes[byte])
        return 2;
    to[-1] = 'u';
    to[0] = to[1] = '0';
    to[2] = digits[byte >> 4];
    to[3] = digits[byte & 15];
    return ESCAPE_MOST;
}

/* What stopped the copy, in *from, to *to, and on from there. */
static void
put_stop(char **to, const char **from, const char *end)
{
    size_t left = (size_t)(end - *from);
    unsigned char byte = (unsigned char)**from;
    struct character next;

    if (byte < 0x80) {
        *to += put_escape(*to, byte);
        (*from)++;
        return;
    }
    if (is_three_bytes(*from, left)) {
        memcpy(*to, *from, 3);
        *to += 3;
        *from += 3;
        return;
    }
    next = read_character(*from, left);
    *to += write_character(next.point, *to);
    *from += next.length;
}

/* A chunk of the text, and the end of the character there; where the rest
 * begins. */
static inline const char *
put_chunk(char **to, const char *text, const char *end)
{
    const char *stop = end - text < CHUNK ? end : text + CHUNK;

    while (text < stop) {
        size_t plain = copy_plain(*to, text, (size_t)(stop - text));

        *to += plain;
        text += plain;
        if (text < stop)
            put_stop(to, &text, end);
    }
    return text;
}

char *
put_json_string(struct out *out, char *to, const char *text, size_t length,
                size_t behind)
{
    const char *end = text + length;

    to = out_reach(out, to, ROOM + behind);
    *to++ = '"';
    for (;;) {
        text = put_chunk(&to, text, end);
        if (text == end)
            break;
        to = out_reach(out, to, ROOM + behind);
    }
    *to++ = '"';
    return to;
}

void
write_json_string(struct out *out, const char *text, size_t length)
{
    char *to = out_room(out, ROOM);

    if (to)
        out->used = (size_t)(put_json_string(out, to, text, length, 0) -
                             out->buffer);
}

/* ------------------------------------------------------------------ cells */

/* How many bytes from text on are valid and none of those stop asks for. */
static size_t
plain_run(const char *text, size_t length, bool (*stop)(unsigned char))
{
    size_t at = 0;

    while (at < length) {
        unsigned char byte = (unsigned char)text[at];

        if (byte < 0x80) {
            if (stop(byte))
                break;
            at++;
            continue;
        }
        struct character next = read_character(text + at, length - at);
        if (!next.valid)
            break;
        at += next.length;
    }
    return at;
}

static bool
ends_cell_run(unsigned char byte)
{
    return byte == '"';
}

static bool
is_formula(const char *text, size_t length)
{
    return length > 0 && text[0] != '\0' && strchr("=+-@\t\r", text[0]);
}

static bool
needs_marks(char separator, const char *text, size_t length)
{
    return memchr(text, separator, length) || memchr(text, '"', length) ||
           memchr(text, '\n', length) || memchr(text, '\r', length);
}

void
write_cell(struct out *out, char separator, bool safe, const char *text,
           size_t length)
{
    bool marks = needs_marks(separator, text, length);
    size_t at = 0;

    if (marks)
        out_char(out, '"');
    if (safe && is_formula(text, length))
        out_char(out, '\'');
    while (at < length) {
        size_t run = plain_run(text + at, length - at, ends_cell_run);

        out_bytes(out, text + at, run);
        at += run;
        if (at == length)
            break;
        if (text[at] == '"') {
            out_string(out, "\"\"");
            at++;
        } else {
            out_string(out, REPLACEMENT);
            at += read_character(text + at, length - at).length;
        }
    }
    if (marks)
        out_char(out, '"');
}
