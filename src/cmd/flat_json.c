/*
 * In: an object of JSON. Out: its fields, if it is as plain as most are.
 *
 * json-c reads JSON, and judges it: it makes a tree of each line and copies
 * every string twice, which took as long as half of the analysis. Here the
 * ordinary line is read on one way, its strings go by the block into memory
 * that is there already, and nothing is judged: what has anything unusual
 * about it (an escaped name, half a surrogate, a fraction, a control
 * character) is not read, and goes to json-c as it stands. That both say the
 * same is tested over generated lines.
 *
 * Not attempted: objects in objects, lists, names that stand twice.
 *
 * Example: {"id": 7, "isi": "\"Siap,\" kata Ratna."} has two fields; the
 * second is `"Siap," kata Ratna.`.
 */
#include "flat_json.h"

#include "blocks.h"
#include "unicode.h"

#include <string.h>
#include <strings.h>

/* What is being read, and where what was read goes. There is as much room
 * as there are bytes: no value is longer than what it was written as. */
struct reading {
    const char *at;
    const char *end;
    char *to;
};

/* ---------------------------------------------------------------- strings */

/* What a string does not simply go on with. */
static bool
is_string_stop(char c)
{
    return (unsigned char)c < ' ' || c == '"' || c == '\\';
}

/* Copies up to the next stop. */
static inline void
copy_run(struct reading *reading)
{
    while (reading->end - reading->at >= BLOCK_SIZE) {
        struct block block = block_at(reading->at);
        unsigned stops = block_stops(block, '"', '\\');
        size_t run = stops ? block_first(stops) : BLOCK_SIZE;

        block_put(reading->to, block);
        reading->at += run;
        reading->to += run;
        if (stops)
            return;
    }
    while (reading->at < reading->end && !is_string_stop(*reading->at))
        *reading->to++ = *reading->at++;
}

/* What stands for a character behind a backslash; 0: nothing does. */
static const char escapes[256] = {
    ['"'] = '"',  ['\\'] = '\\', ['/'] = '/',  ['b'] = '\b',
    ['f'] = '\f', ['n'] = '\n',  ['r'] = '\r', ['t'] = '\t',
};

/* The four digits behind `\u`; 0 if they are none. */
static uint32_t
read_digits(const struct reading *reading, size_t behind)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    uint32_t point = 0;

    if ((size_t)(reading->end - reading->at) < behind + 4)
        return 0;
    for (size_t i = behind; i < behind + 4; i++) {
        char c = reading->at[i];
        const char *digit = c ? strchr(digits, c) : NULL;

        if (!digit)
            return 0;
        point = point << 4 | ((uint32_t)(digit - digits) & 15);
    }
    return point;
}

/* At the backslash of `\u201C`, or of two of them that are one character. */
static bool
read_point(struct reading *reading)
{
    uint32_t point = read_digits(reading, 2);
    size_t length = 6;

    if (point >= 0xD800 && point <= 0xDBFF) {
        uint32_t low = read_digits(reading, 8);

        if (low < 0xDC00 || low > 0xDFFF || reading->at[6] != '\\' ||
            reading->at[7] != 'u')
            return false;
        point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
        length = 12;
    } else if (point == 0 || (point >= 0xDC00 && point <= 0xDFFF)) {
        return false;
    }
    reading->to += write_character(point, reading->to);
    reading->at += length;
    return true;
}

/* At a backslash. */
static bool
read_escape(struct reading *reading)
{
    unsigned char byte;

    if (reading->end - reading->at < 2)
        return false;
    byte = (unsigned char)reading->at[1];
    if (byte == 'u')
        return read_point(reading);
    *reading->to = escapes[byte];
    reading->to++;
    reading->at += 2;
    return escapes[byte] != 0;
}

/* Behind the quotation mark at its beginning. */
static bool
read_string(struct reading *reading)
{
    for (;;) {
        copy_run(reading);
        if (reading->at == reading->end)
            return false;
        if (*reading->at == '"')
            break;
        if (*reading->at != '\\' || !read_escape(reading))
            return false;
    }
    reading->at++;
    return true;
}

/* ----------------------------------------------------------- other values */

static void
skip_blanks(struct reading *reading)
{
    while (reading->at < reading->end &&
           (*reading->at == ' ' || *reading->at == '\n' ||
            *reading->at == '\t' || *reading->at == '\r'))
        reading->at++;
}

static bool
take(struct reading *reading, const char *word, size_t length)
{
    if ((size_t)(reading->end - reading->at) < length ||
        memcmp(reading->at, word, length) != 0)
        return false;
    reading->at += length;
    return true;
}

static bool
take_char(struct reading *reading, char c)
{
    return take(reading, &c, 1);
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A whole number that is written as it would be again. What stands behind
 * it has to be fit for that; the caller sees to it. */
static bool
take_number(struct reading *reading)
{
    const char *begin;

    if (take_char(reading, '0'))
        return true;
    take_char(reading, '-');
    begin = reading->at;
    while (reading->at < reading->end && is_digit(*reading->at))
        reading->at++;
    return reading->at > begin && *begin != '0' && reading->at - begin < 18;
}

/* What is no string is text as it stands there. */
static bool
read_word(struct reading *reading)
{
    const char *begin = reading->at;

    if (!take(reading, "true", 4) && !take(reading, "false", 5) &&
        !take_number(reading))
        return false;
    memcpy(reading->to, begin, (size_t)(reading->at - begin));
    reading->to += reading->at - begin;
    return true;
}

/* ----------------------------------------------------------------- fields */

static bool
read_value(struct reading *reading, struct flat_field *field)
{
    bool good;

    field->value = NULL;
    field->length = 0;
    if (take(reading, "null", 4))
        return true;
    field->value = reading->to;
    good = take_char(reading, '"') ? read_string(reading)
                                   : read_word(reading);
    field->length = (size_t)(reading->to - field->value);
    *reading->to++ = '\0';
    return good;
}

/* A name is looked at, not copied: the bytes stay where they are. */
static bool
read_name(struct reading *reading, struct flat_field *field)
{
    if (!take_char(reading, '"'))
        return false;
    field->name = reading->at;
    while (reading->at < reading->end && !is_string_stop(*reading->at))
        reading->at++;
    field->name_length = (size_t)(reading->at - field->name);
    if (!take_char(reading, '"'))
        return false;
    skip_blanks(reading);
    if (!take_char(reading, ':'))
        return false;
    skip_blanks(reading);
    return true;
}

/* The fields, behind the brace at the front; also the one at the end. */
static bool
read_fields(struct flat_json *flat, struct reading *reading)
{
    do {
        struct flat_field *field = &flat->fields[flat->count];

        skip_blanks(reading);
        if (flat->count == FLAT_MOST || !read_name(reading, field) ||
            !read_value(reading, field))
            return false;
        flat->count++;
        skip_blanks(reading);
    } while (take_char(reading, ','));
    return take_char(reading, '}');
}

bool
flat_json_read(struct flat_json *flat, const char *bytes, size_t length)
{
    struct reading reading;

    flat->count = 0;
    if (length == 0 || !buffer_reserve(&flat->text, length))
        return false;
    reading = (struct reading){bytes, bytes + length, flat->text.bytes};
    skip_blanks(&reading);
    if (!take_char(&reading, '{') || !read_fields(flat, &reading))
        return false;
    skip_blanks(&reading);
    return reading.at == reading.end;
}

struct flat_field *
flat_json_field(struct flat_json *flat, const char *name, bool any_case)
{
    size_t length = strlen(name);

    for (size_t i = 0; i < flat->count; i++) {
        struct flat_field *field = &flat->fields[i];

        if (field->name_length == length &&
            (any_case ? strncasecmp(field->name, name, length)
                      : strncmp(field->name, name, length)) == 0)
            return field;
    }
    return NULL;
}

/* ----------------------------------------------------------------- shapes */

bool
flat_json_fits(const struct flat_json *flat)
{
    const struct flat_shape *shape = &flat->shape;
    const char *name = shape->names.bytes;

    if (flat->count != shape->count)
        return false;
    for (size_t i = 0; i < flat->count; i++) {
        const struct flat_field *field = &flat->fields[i];

        if ((field->value == NULL) != shape->null[i] ||
            strncmp(name, field->name, field->name_length) != 0 ||
            name[field->name_length])
            return false;
        name += field->name_length + 1;
    }
    return true;
}

/* Whether a later field says the same. */
static bool
is_said_again(const struct flat_json *flat, size_t at)
{
    const struct flat_field *field = &flat->fields[at];

    for (size_t i = at + 1; i < flat->count; i++)
        if (flat->fields[i].name_length == field->name_length &&
            strncasecmp(flat->fields[i].name, field->name,
                        field->name_length) == 0)
            return true;
    return false;
}

bool
flat_json_learn(struct flat_json *flat)
{
    struct flat_shape *shape = &flat->shape;

    shape->names.used = 0;
    shape->count = 0;
    shape->strange = false;
    for (size_t i = 0; i < flat->count; i++) {
        const struct flat_field *field = &flat->fields[i];

        shape->null[i] = field->value == NULL;
        shape->strange |= is_said_again(flat, i);
        if (!buffer_add(&shape->names, field->name, field->name_length) ||
            !buffer_add(&shape->names, "", 1))
            return false;
    }
    shape->count = flat->count;
    return true;
}

void
flat_json_release(struct flat_json *flat)
{
    buffer_release(&flat->text);
    buffer_release(&flat->shape.names);
    flat->count = 0;
    flat->shape.count = 0;
}
