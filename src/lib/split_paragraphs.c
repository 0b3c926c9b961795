/*
 * Stage 1: paragraphs.
 *
 * In: the text. Out: byte ranges without the white space around them. A
 * blank line ends a paragraph; a single line break does too, unless the
 * text is wrapped there: the line before has no end mark, or the next one
 * begins in lower case. What it does not attempt: headings and tables.
 *
 *     Hujan turun sejak
 *     pagi. Jalan licin.        <- one paragraph
 */
#include "pipeline.h"
#include "text.h"

#include <stdio.h>

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

/* Reads the line that begins at `at`. */
static struct line
read_line(const struct kt_doc *doc, uint32_t at)
{
    struct line line = {at, at, doc->length};
    bool begun = false;
    while (at < doc->length) {
        uint32_t n = line_break(doc, at);
        if (n > 0) {
            line.next = at + n;
            break;
        }
        uint32_t character;
        enum kt_char_kind kind;
        n = (uint32_t)kt_text_decode(doc->text, doc->length, at, &character,
                                     &kind);
        if (!is_white(kind)) {
            if (!begun)
                line.start = at;
            begun = true;
            line.end = at + n;
        }
        at += n;
    }
    if (!begun)
        line.start = line.end;
    return line;
}

/* May a paragraph end with this character? */
static bool
ends_paragraph(const struct kt_doc *doc, const struct line *line)
{
    uint32_t at = line->end - 1;
    while (at > line->start && (doc->text[at] & 0xC0) == 0x80)
        at--;
    uint32_t character;
    enum kt_char_kind kind;
    kt_text_decode(doc->text, doc->length, at, &character, &kind);
    return kind == KT_CHAR_MARK && character != ',' && character != '-' &&
           character != 0x2013 && character != 0x2014 && character != '(' &&
           character != '/' && character != '&';
}

static bool
begins_low(const struct kt_doc *doc, const struct line *line)
{
    uint32_t character;
    enum kt_char_kind kind;
    kt_text_decode(doc->text, doc->length, line->start, &character, &kind);
    return kind == KT_CHAR_LOWER;
}

/* Does the paragraph so far go on in the next line? */
static bool
goes_on(const struct kt_doc *doc, const struct line *before,
        const struct line *next)
{
    return begins_low(doc, next) || !ends_paragraph(doc, before);
}

kutip_status
kt_split_paragraphs(const struct kt_engine *engine, struct kt_doc *doc)
{
    (void)engine;
    struct kt_paragraph *paragraph = NULL;
    struct line before = {0, 0, 0};
    for (uint32_t at = 0; at < doc->length;) {
        struct line line = read_line(doc, at);
        at = line.next;
        if (line.start == line.end) {
            paragraph = NULL;
            continue;
        }
        if (paragraph == NULL || !goes_on(doc, &before, &line)) {
            paragraph = kt_list_push(&doc->arena, &doc->paragraphs);
            if (paragraph == NULL)
                return KUTIP_NO_MEMORY;
            paragraph->start = line.start;
            paragraph->body = line.start;
        }
        paragraph->end = line.end;
        before = line;
    }
    return KUTIP_OK;
}

void
kt_describe_paragraphs(const struct kt_doc *doc, uint32_t i,
                       struct kutip_item *item)
{
    const struct kt_paragraph *paragraph = &doc->paragraphs.items[i];
    item->span = kt_span(doc, paragraph->start, paragraph->end);
    if (paragraph->boilerplate)
        snprintf(item->detail, sizeof item->detail, "boilerplate");
    else if (paragraph->body > paragraph->start)
        snprintf(item->detail, sizeof item->detail, "dateline of %u bytes",
                 (unsigned)(paragraph->body - paragraph->start));
}
