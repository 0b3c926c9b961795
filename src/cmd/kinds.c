/*
 * In: the beginning of a file and its name. Out: the kind of input it is.
 *
 * Not attempted: archives and compressed files; they are opened before
 * anybody asks what is in them (container.c).
 *
 * Example: a file that begins with `{"id":` is JSON Lines, whatever its
 * name; `data.csv` is a table by its name when its header tells nothing.
 */
#include "kind.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Asked in this order; text_kind takes what is left. */
static const struct kind *const kinds[] = {
    &html_kind, &json_kind, &jsonl_kind, &csv_kind, &tsv_kind, &text_kind,
};

enum {
    KIND_COUNT = sizeof kinds / sizeof *kinds,
    ENOUGH = 512 /* bytes in which a binary file has shown itself */
};

const struct kind *
find_kind(const char *name)
{
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (strcmp(kinds[i]->name, name) == 0)
            return kinds[i];
    return NULL;
}

/* What is certainly no text, by its first bytes. */
static const struct {
    const char *bytes;
    size_t length;
    const char *what;
} known[] = {
    {"\xFF\xFE", 2, "UTF-16, which has to be converted to UTF-8 first"},
    {"\xFE\xFF", 2, "UTF-16, which has to be converted to UTF-8 first"},
    {"%PDF-", 5, "a PDF file, whose text has to be taken out first"},
    {"\xD0\xCF\x11\xE0", 4, "an office document, not text"},
    {"\x89PNG", 4, "an image"},
    {"\xFF\xD8\xFF", 3, "an image"},
    {"GIF8", 4, "an image"},
    {"RIFF", 4, "sound or an image"},
    {"\x7F" "ELF", 4, "a program"},
};

static bool
is_control(char c)
{
    return (c >= 0 && c < ' ' && !strchr("\t\n\v\f\r\x1B", c)) || c == '\0';
}

/* What the file is, when nobody can read it; else NULL. */
static const char *
refusal(const struct sight *sight)
{
    size_t length = sight->length < ENOUGH ? sight->length : ENOUGH;
    size_t controls = 0;

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (sight->length >= known[i].length &&
            memcmp(sight->bytes, known[i].bytes, known[i].length) == 0)
            return known[i].what;
    for (size_t i = 0; i < length; i++)
        controls += is_control(sight->bytes[i]);
    /* Random bytes have a tenth of them, damaged texts one or two. */
    return controls > 2 + length / 32 ? "a binary file" : NULL;
}

static bool
ends_with(const char *path, size_t length, const char *ending, size_t size)
{
    return length > size &&
           strncasecmp(path + length - size, ending, size) == 0;
}

/* The length of a path without the ending of a compressed file. */
static size_t
bare_length(const char *path)
{
    static const char *const packed[] = {".gz", ".bz2", ".xz", ".zst"};
    size_t length = strlen(path);

    for (size_t i = 0; i < sizeof packed / sizeof *packed; i++)
        if (ends_with(path, length, packed[i], strlen(packed[i])))
            return length - strlen(packed[i]);
    return length;
}

/* Whether the name has one of a kind's endings. */
static bool
is_named(const char *path, const struct kind *kind)
{
    size_t length = bare_length(path);
    const char *at = kind->endings;

    while (*at) {
        size_t size = strcspn(at, " ");

        if (ends_with(path, length, at, size))
            return true;
        at += size;
        at += strspn(at, " ");
    }
    return false;
}

const struct kind *
choose_kind(const struct sight *sight, const char **refused)
{
    *refused = NULL;
    if (sight->options->from)
        return sight->options->from;
    if (html_kind.fits(sight))
        return &html_kind;
    *refused = refusal(sight);
    if (*refused)
        return NULL;
    for (size_t i = 0; kinds[i] != &text_kind; i++)
        if (kinds[i]->fits && kinds[i]->fits(sight))
            return kinds[i];
    for (size_t i = 0; kinds[i] != &text_kind; i++)
        if (is_named(sight->path, kinds[i]))
            return kinds[i];
    return &text_kind;
}

bool
fail_at(struct fault *fault, size_t at, const char *format, ...)
{
    va_list arguments;

    fault->at = at;
    va_start(arguments, format);
    vsnprintf(fault->message, sizeof fault->message, format, arguments);
    va_end(arguments);
    return false;
}
