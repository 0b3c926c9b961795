/*
 * In: text of a document, which may hold anything. Out: a JSON string, or a
 * cell of a table.
 *
 * Not attempted: escaping what need not be; `ñ` and `”` stay themselves.
 *
 * Example: the cell `"Siap," kata dia` is written `"""Siap,"" kata dia"`.
 */
#include "escape.h"

#include "unicode.h"

#include <string.h>

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
ends_json_run(unsigned char byte)
{
    return byte < ' ' || byte == '"' || byte == '\\';
}

/* Short escapes of JSON; the others are written as \u00XX. */
static const char json_escapes[128] = {
    ['"'] = '"',  ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f',
    ['\n'] = 'n', ['\r'] = 'r',  ['\t'] = 't',
};

static void
write_json_escape(struct out *out, unsigned char byte)
{
    static const char digits[] = "0123456789abcdef";

    out_char(out, '\\');
    if (json_escapes[byte]) {
        out_char(out, json_escapes[byte]);
        return;
    }
    out_string(out, "u00");
    out_char(out, digits[byte >> 4]);
    out_char(out, digits[byte & 15]);
}

void
write_json_string(struct out *out, const char *text, size_t length)
{
    size_t at = 0;

    out_char(out, '"');
    while (at < length) {
        size_t run = plain_run(text + at, length - at, ends_json_run);

        out_bytes(out, text + at, run);
        at += run;
        if (at == length)
            break;
        if ((unsigned char)text[at] < 0x80) {
            write_json_escape(out, (unsigned char)text[at++]);
        } else {
            out_string(out, REPLACEMENT);
            at += read_character(text + at, length - at).length;
        }
    }
    out_char(out, '"');
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
