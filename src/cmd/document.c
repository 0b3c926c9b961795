/*
 * In: what an input tells of a text, in memory that will be used again.
 * Out: a document that has copies of it.
 *
 * Not attempted: dates of one form, addresses that are checked: what the
 * input says is passed on.
 *
 * Example: the field `judul` of a line of JSON becomes document->title.
 */
#include "document.h"

#include "page.h"

#include <stdlib.h>
#include <string.h>

static const char **
string_of(struct document *document, enum part part)
{
    const char **strings[PART_COUNT] = {
        [PART_TEXT] = &document->text,
        [PART_ID] = &document->name,
        [PART_TITLE] = &document->title,
        [PART_OUTLET] = &document->outlet,
        [PART_PUBLISHED] = &document->published,
        [PART_URL] = &document->url,
    };

    return strings[part];
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Without the blanks around it. */
static const char *
trim(const char *bytes, size_t *length)
{
    while (*length > 0 && is_blank(bytes[*length - 1]))
        --*length;
    for (; *length > 0 && is_blank(*bytes); --*length)
        bytes++;
    return bytes;
}

void
document_lend(struct document *document, enum part part, char *bytes,
              size_t length)
{
    if (part != PART_TEXT) {
        bytes += trim(bytes, &length) - bytes;
        if (length == 0)
            return;
    }
    bytes[length] = '\0';
    *string_of(document, part) = bytes;
    if (part == PART_TEXT)
        document->length = length;
}

bool
document_keep(struct document *document, enum part part, const char *bytes,
              size_t length)
{
    char *copy;

    if (part != PART_TEXT)
        bytes = trim(bytes, &length);
    if (part != PART_TEXT && length == 0)
        return true;
    copy = malloc(length + 1);
    if (!copy)
        return false;
    if (length > 0)
        memcpy(copy, bytes, length);
    free(document->owned[part]);
    document->owned[part] = copy;
    document_lend(document, part, copy, length);
    return true;
}

void
document_release(struct document *document)
{
    for (size_t i = 0; i < PART_COUNT; i++)
        free(document->owned[i]);
    if (document->page)
        page_release(document->page);
    free(document->page);
    *document = (struct document){.name = NULL};
}
