/*
 * Stage 1: paragraphs.
 *
 * In: the text. Out: byte ranges without the white space around them. A
 * blank line ends a paragraph; a single line break does too, unless the
 * text is wrapped there: the line before has no end mark, or the next one
 * begins in lower case. A line that had room for the first word of the next
 * is a heading. Boilerplate, which boilerplate.c finds, is a paragraph of
 * its own; where the text behind a dateline begins is asked of dateline.c.
 * What it does not attempt: tables.
 *
 *     Hujan turun sejak
 *     pagi. Jalan licin.        <- one paragraph
 */
#include "boilerplate.h"
#include "dateline.h"
#include "pipeline.h"
#include "text.h"

#include <string.h>

enum {
    WIDEST = 120,        /* no line of wrapped text is wider */
    LONGEST_LINK = 60,   /* a name on a line of its own */
    LONGEST_PLACE = 40,  /* a line with nothing but the place of a dateline */
    LONGEST_TITLE = 160, /* a line that `Baca juga:` announces */
    DATELINE_PLACES = 4, /* paragraphs that may begin with the dateline */
    LONGEST_CHARACTER = 4 /* bytes */
};

/* A line without the white space at its ends. */
struct line {
    uint32_t start;
    uint32_t end;
    uint32_t next; /* where the next line begins */
};

/* Bytes of the line break at text[at], 0: none. CR LF is one. */
static uint32_t
line_break(const struct kt_doc *doc, uint32_t at)
{
    const char *s = doc->text + at;
    uint32_t left = doc->length - at;
    if (s[0] == '\n' || s[0] == '\f')
        return 1;
    if (s[0] == '\r')
        return left > 1 && s[1] == '\n' ? 2 : 1;
    /* U+2028 and U+2029, line and paragraph separator */
    if (left > 2 && s[0] == '\xE2' && s[1] == '\x80' &&
        (s[2] == '\xA8' || s[2] == '\xA9'))
        return 3;
    return 0;
}

static bool
is_white(enum kt_char_kind kind)
{
    return kind == KT_CHAR_SPACE || kind == KT_CHAR_INVISIBLE;
}

/* What a line break begins with. */
static const char break_bytes[] = {'\n', '\r', '\f', '\xE2'};

enum { BREAK_BYTES = sizeof break_bytes };

/* The next line break with each of them; the text's length where there is
 * none. So a text is searched through once for each. */
struct breaks {
    uint32_t at[BREAK_BYTES];
};

static uint32_t
find_break(const struct kt_doc *doc, char byte, uint32_t from)
{
    for (; from < doc->length; from++) {
        const char *found =
            memchr(doc->text + from, byte, doc->length - from);
        if (found == NULL)
            break;
        from = (uint32_t)(found - doc->text);
        if (line_break(doc, from) > 0)
            return from;
    }
    return doc->length;
}

static void
find_first_breaks(const struct kt_doc *doc, struct breaks *breaks)
{
    for (int i = 0; i < BREAK_BYTES; i++)
        breaks->at[i] = find_break(doc, break_bytes[i], 0);
}

/* The first line break at or behind `at`. */
static uint32_t
next_break(const struct kt_doc *doc, struct breaks *breaks, uint32_t at)
{
    uint32_t next = doc->length;
    for (int i = 0; i < BREAK_BYTES; i++) {
        if (breaks->at[i] < at)
            breaks->at[i] = find_break(doc, break_bytes[i], at);
        if (breaks->at[i] < next)
            next = breaks->at[i];
    }
    return next;
}

/* Bytes of the white space at `at`, 0: none. */
static uint32_t
white_at(const struct kt_doc *doc, uint32_t at)
{
    uint32_t character;
    enum kt_char_kind kind;
    uint32_t n = (uint32_t)kt_text_decode(doc->text, doc->length, at,
                                          &character, &kind);
    return is_white(kind) ? n : 0;
}

/* Bytes of the white space that ends at `end`, 0: none. */
static uint32_t
white_before(const struct kt_doc *doc, uint32_t start, uint32_t end)
{
    uint32_t at = end - 1;
    while (at > start && end - at < LONGEST_CHARACTER &&
           (doc->text[at] & 0xC0) == 0x80)
        at--;
    return white_at(doc, at) == end - at ? end - at : 0;
}

/* Reads the line that begins at `at`. */
static struct line
read_line(const struct kt_doc *doc, struct breaks *breaks, uint32_t at)
{
    struct line line = {at, next_break(doc, breaks, at), doc->length};
    uint32_t white = 1;
    if (line.end < doc->length)
        line.next = line.end + line_break(doc, line.end);
    while (line.start < line.end && white > 0)
        line.start += white = white_at(doc, line.start);
    white = 1;
    while (line.end > line.start && white > 0)
        line.end -= white = white_before(doc, line.start, line.end);
    return line;
}

/* ---------------------------------------------- does a paragraph go on? */

/* The last character of the line. */
static uint32_t
last_character(const struct kt_doc *doc, const struct line *line,
               enum kt_char_kind *kind)
{
    uint32_t at = line->end - 1;
    while (at > line->start && (doc->text[at] & 0xC0) == 0x80)
        at--;
    uint32_t character;
    kt_text_decode(doc->text, doc->length, at, &character, kind);
    return character;
}

static bool
is_dash(uint32_t character)
{
    return character == '-' || character == 0x2013 || character == 0x2014;
}

/* Marks behind which a line goes on. */
static bool
is_open_mark(uint32_t character)
{
    return is_dash(character) || character == ',' || character == '(' ||
           character == '/' || character == '&';
}

static bool
ends_paragraph(const struct kt_doc *doc, const struct line *line)
{
    enum kt_char_kind kind;
    uint32_t character = last_character(doc, line, &kind);
    return kind == KT_CHAR_MARK && !is_open_mark(character);
}

static uint32_t
decode(const struct kt_doc *doc, uint32_t at, enum kt_char_kind *kind)
{
    uint32_t character = 0;
    *kind = KT_CHAR_SPACE;
    if (at < doc->length)
        kt_text_decode(doc->text, doc->length, at, &character, kind);
    return character;
}

/* `1.`, `a)`, a bullet: the line is an item of a list. */
static bool
is_list_item(const struct kt_doc *doc, const struct line *line)
{
    enum kt_char_kind kind;
    uint32_t character = decode(doc, line->start, &kind);
    if (is_dash(character) || character == '*' || character == 0x2022)
        return true;
    uint32_t at = line->start;
    while (at < line->end && at - line->start < 3 &&
           doc->text[at] >= '0' && doc->text[at] <= '9')
        at++;
    if (at == line->start && (kind == KT_CHAR_LOWER || kind == KT_CHAR_UPPER))
        at++;
    return at > line->start && at + 1 < line->end &&
           (doc->text[at] == '.' || doc->text[at] == ')') &&
           doc->text[at + 1] == ' ';
}

/* Does the line begin in lower case? `iPhone` does not. */
static bool
begins_low(const struct kt_doc *doc, const struct line *line)
{
    enum kt_char_kind first, second;
    decode(doc, line->start, &first);
    decode(doc, line->start + 1, &second);
    return first == KT_CHAR_LOWER && second != KT_CHAR_UPPER;
}

/* Does the line begin with a mark that belongs to what stands before? */
static bool
begins_inside(const struct kt_doc *doc, const struct line *line)
{
    char c = doc->text[line->start];
    return c == ',' || c == '.' || c == ';' || c == ')' || c == '?' ||
           c == '!';
}

/* Is there nothing but dashes in the line? */
static bool
is_all_dash(const struct kt_doc *doc, const struct line *line)
{
    for (uint32_t at = line->start; at < line->end;) {
        uint32_t character;
        enum kt_char_kind kind;
        at += (uint32_t)kt_text_decode(doc->text, doc->length, at,
                                       &character, &kind);
        if (!is_dash(character))
            return false;
    }
    return true;
}

/* Words that want another one behind them: no line ends with them. */
static const struct kt_set wanting =
    KT_SET(KT_AND, KT_WHO, KT_IN, KT_FROM, KT_TO, KT_BY, KT_PREPOSITION,
           KT_NEGATION, KT_PLURAL, KT_INDEFINITE, KT_THAT, KT_AUXILIARY,
           KT_HONORIFIC, KT_CONJUNCTION);

static bool
ends_wanting(const struct kt_doc *doc, const struct line *line)
{
    uint32_t at = line->end;
    while (at > line->start && doc->text[at - 1] >= 'a' &&
           doc->text[at - 1] <= 'z')
        at--;
    if (at == line->end || at == line->start || doc->text[at - 1] != ' ')
        return false;
    struct kt_raw raw = {doc->engine, doc->text, line->end};
    struct kt_set classes = kt_raw_classes(&raw, at, line->end);
    return kt_set_meets(classes, wanting);
}

/* A line that is no heading, since it is too long or begins low, and a short
 * one: a name that was a link. */
static bool
is_link(const struct kt_doc *doc, const struct line *before,
        const struct line *next)
{
    char last = doc->text[before->end - 1];
    return (before->end - before->start > WIDEST || begins_low(doc, before)) &&
           last >= 'a' && last <= 'z' &&
           next->end - next->start <= LONGEST_LINK;
}

/*
 * Was the text wrapped between the lines? Then the first word of the next
 * had no room in the line before, as long as either of them.
 */
static bool
is_wrapped(const struct kt_doc *doc, const struct line *before,
           const struct line *next)
{
    uint32_t length = before->end - before->start;
    if (length > WIDEST)
        return false;
    uint32_t word = next->start;
    while (word < next->end && (unsigned char)doc->text[word] > ' ')
        word++;
    return length + 1 + (word - next->start) > next->end - next->start;
}

/* Does the paragraph so far, that ends with a line, go on in the next? */
static bool
goes_on(const struct kt_doc *doc, const struct line *before,
        const struct line *next)
{
    if (begins_inside(doc, next) || is_all_dash(doc, next) ||
        is_all_dash(doc, before))
        return true;
    enum kt_char_kind kind;
    uint32_t last = last_character(doc, before, &kind);
    uint32_t first = decode(doc, next->start, &kind);
    bool ends = ends_paragraph(doc, before);
    bool is_short = before->end - before->start <= LONGEST_PLACE;
    if (is_list_item(doc, next))
        return !ends && is_short && is_dash(first);
    if (begins_low(doc, next))
        return true;
    if (ends)
        return false;
    return is_open_mark(last) || ends_wanting(doc, before) ||
           is_link(doc, before, next) || is_wrapped(doc, before, next);
}

/* -------------------------------------------------------------- paragraphs */

/* Lines that were put together, and what is known of the text so far. */
struct splitter {
    const struct kt_engine *engine;
    struct kt_doc *doc;
    struct line before;  /* the last line of the open paragraph */
    uint32_t start;      /* of the open paragraph */
    uint32_t looked_at;  /* paragraphs in which a dateline was looked for */
    bool open;
    bool dateline_found;
    bool title_follows;  /* the last line was `Baca juga:` and no more */
};

static struct kt_paragraph *
add_paragraph(struct splitter *splitter, uint32_t start, uint32_t end)
{
    struct kt_doc *doc = splitter->doc;
    while (end > start && (unsigned char)doc->text[end - 1] <= ' ')
        end--;
    struct kt_paragraph *paragraph =
        kt_list_push(&doc->arena, &doc->paragraphs);
    if (paragraph == NULL)
        return NULL;
    paragraph->start = start;
    paragraph->body = start;
    paragraph->end = end;
    return paragraph;
}

static bool
add_boilerplate(struct splitter *splitter, uint32_t start, uint32_t end)
{
    struct kt_paragraph *paragraph = add_paragraph(splitter, start, end);
    if (paragraph != NULL)
        paragraph->boilerplate = true;
    return paragraph != NULL;
}

/* Adds what has no boilerplate in it; a dateline is looked for in the first
 * few. What stands before one that is not at the start is cut off. */
static bool
add_plain(struct splitter *splitter, uint32_t start, uint32_t end)
{
    struct kt_raw raw = {splitter->engine, splitter->doc->text, end};
    uint32_t dateline, body = start;
    start = kt_raw_skip(&raw, start);
    if (start == end)
        return true;
    if (!splitter->dateline_found && splitter->looked_at++ < DATELINE_PLACES &&
        kt_dateline_find(&raw, start, &dateline, &body)) {
        splitter->dateline_found = true;
        struct kt_raw head = {splitter->engine, splitter->doc->text, dateline};
        if (dateline > start) {
            struct kt_paragraph *before =
                add_paragraph(splitter, start, dateline);
            if (before == NULL)
                return false;
            before->boilerplate = kt_boilerplate_line(&head, start);
            start = dateline;
        }
    }
    struct kt_paragraph *paragraph = add_paragraph(splitter, start, end);
    if (paragraph != NULL && body > start)
        paragraph->body = body;
    return paragraph != NULL;
}

/* Ends the open paragraph: adds it and the boilerplate inside it. */
static bool
close_paragraph(struct splitter *splitter)
{
    if (!splitter->open)
        return true;
    splitter->open = false;
    struct kt_raw raw = {splitter->engine, splitter->doc->text,
                         splitter->before.end};
    uint32_t at = splitter->start;
    uint32_t start, end;
    while (kt_boilerplate_piece(&raw, at, &start, &end)) {
        if (!add_plain(splitter, at, start) ||
            !add_boilerplate(splitter, start, end))
            return false;
        at = end;
    }
    return add_plain(splitter, at, raw.end);
}

/* Is the line boilerplate, by itself or as what `Baca juga:` announced? */
static bool
is_boilerplate(struct splitter *splitter, const struct line *line)
{
    const struct kt_doc *doc = splitter->doc;
    struct kt_raw raw = {splitter->engine, doc->text, line->end};
    enum kt_char_kind kind;
    bool is_title = splitter->title_follows && !ends_paragraph(doc, line) &&
                    line->end - line->start <= LONGEST_TITLE;
    splitter->title_follows = false;
    decode(doc, line->start, &kind);
    if (is_title)
        return true;
    if (kind == KT_CHAR_LOWER || !kt_boilerplate_line(&raw, line->start))
        return false;
    splitter->title_follows = last_character(doc, line, &kind) == ':';
    return true;
}

static bool
take_line(struct splitter *splitter, const struct line *line)
{
    if (line->start == line->end)
        return close_paragraph(splitter);
    if (is_boilerplate(splitter, line))
        return close_paragraph(splitter) &&
               add_boilerplate(splitter, line->start, line->end);
    if (splitter->open && !goes_on(splitter->doc, &splitter->before, line) &&
        !close_paragraph(splitter))
        return false;
    if (!splitter->open)
        splitter->start = line->start;
    splitter->open = true;
    splitter->before = *line;
    return true;
}

kutip_status
kt_split_paragraphs(const struct kt_engine *engine, struct kt_doc *doc)
{
    struct splitter splitter = {.engine = engine, .doc = doc};
    struct breaks breaks;
    find_first_breaks(doc, &breaks);
    for (uint32_t at = 0; at < doc->length;) {
        struct line line = read_line(doc, &breaks, at);
        at = line.next;
        if (!take_line(&splitter, &line))
            return KUTIP_NO_MEMORY;
    }
    return close_paragraph(&splitter) ? KUTIP_OK : KUTIP_NO_MEMORY;
}
