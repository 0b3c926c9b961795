/*
 * In: text for people. Out: lines that fit the terminal.
 *
 * Not attempted: hyphenation, right-to-left layout; a word longer than the
 * line sticks out.
 *
 * Example: a quote of 200 letters becomes three lines, each indented.
 */
#include "screen.h"

#include "unicode.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH_LEAST = 40, WIDTH_MOST = 100, WIDTH_USUAL = 80 };

bool
wants_color(enum color color, bool terminal)
{
    const char *forbidden = getenv("NO_COLOR");
    const char *kind = getenv("TERM");

    if (color != COLOR_AUTO)
        return color == COLOR_ALWAYS;
    return terminal && !(forbidden && *forbidden) && kind &&
           strcmp(kind, "dumb") != 0;
}

size_t
screen_width(int fd, bool terminal)
{
    struct winsize size;

    if (!terminal || ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return WIDTH_USUAL;
    if (size.ws_col < WIDTH_LEAST)
        return WIDTH_LEAST;
    return size.ws_col < WIDTH_MOST ? size.ws_col : WIDTH_MOST;
}

static const char *const style_codes[] = {
    [STYLE_PLAIN] = "\033[0m",      [STYLE_STRONG] = "\033[1m",
    [STYLE_QUOTE] = "\033[32m",     [STYLE_QUIET] = "\033[2m",
    [STYLE_HEADING] = "\033[1;36m",
};

void
paragraph_begin(struct paragraph *paragraph, struct out *out, size_t column,
                size_t indent, size_t margin, bool color)
{
    paragraph->out = out;
    paragraph->column = column;
    paragraph->indent = indent;
    paragraph->margin = margin;
    paragraph->color = color;
    paragraph->style = STYLE_PLAIN;
    paragraph->begun = false;
    paragraph->gap = false;
    paragraph->used = 0;
    paragraph->width = 0;
}

/* Writes the word that was gathered, on this line or on the next. */
static void
place_word(struct paragraph *paragraph)
{
    size_t gap = paragraph->gap ? 1 : 0;

    if (paragraph->used == 0)
        return;
    if (gap && paragraph->column + gap + paragraph->width > paragraph->margin) {
        out_char(paragraph->out, '\n');
        out_spaces(paragraph->out, paragraph->indent);
        paragraph->column = paragraph->indent;
    } else {
        out_spaces(paragraph->out, gap);
        paragraph->column += gap;
    }
    out_bytes(paragraph->out, paragraph->word, paragraph->used);
    paragraph->column += paragraph->width;
    paragraph->used = 0;
    paragraph->width = 0;
    paragraph->begun = true;
    paragraph->gap = false;
}

static void
gather(struct paragraph *paragraph, const char *bytes, size_t length,
       size_t width)
{
    if (length > sizeof paragraph->word - paragraph->used)
        place_word(paragraph);
    memcpy(paragraph->word + paragraph->used, bytes, length);
    paragraph->used += length;
    paragraph->width += width;
}

static bool
is_space(uint32_t point)
{
    return point == ' ' || (point >= '\t' && point <= '\r') || point == 0x85 ||
           point == 0x2028 || point == 0x2029;
}

/* Controls, and the characters that turn the direction of others. */
static bool
steers(const struct character *character)
{
    uint32_t point = character->point;

    return !character->valid || point < ' ' ||
           (point >= 0x7F && point < 0xA0) ||
           (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

void
paragraph_add(struct paragraph *paragraph, const char *text, size_t length)
{
    while (length > 0) {
        struct character next = read_character(text, length);

        if (is_space(next.point)) {
            place_word(paragraph);
            paragraph->gap = paragraph->begun;
        } else if (steers(&next)) {
            gather(paragraph, REPLACEMENT, strlen(REPLACEMENT), 1);
        } else {
            gather(paragraph, text, next.length, character_width(next.point));
        }
        text += next.length;
        length -= next.length;
    }
}

void
paragraph_string(struct paragraph *paragraph, const char *string)
{
    paragraph_add(paragraph, string, strlen(string));
}

void
paragraph_number(struct paragraph *paragraph, size_t number)
{
    char digits[DIGITS_MAX];
    char *end = digits + DIGITS_MAX;
    size_t count = put_digits(end, number);

    gather(paragraph, end - count, count, count);
}

void
paragraph_style(struct paragraph *paragraph, enum style style)
{
    static const char *const *codes = style_codes;

    if (!paragraph->color || paragraph->style == style)
        return;
    if (paragraph->style != STYLE_PLAIN)
        gather(paragraph, codes[STYLE_PLAIN], strlen(codes[STYLE_PLAIN]), 0);
    if (style != STYLE_PLAIN)
        gather(paragraph, codes[style], strlen(codes[style]), 0);
    paragraph->style = style;
}

void
paragraph_end(struct paragraph *paragraph)
{
    paragraph_style(paragraph, STYLE_PLAIN);
    place_word(paragraph);
    out_char(paragraph->out, '\n');
}
