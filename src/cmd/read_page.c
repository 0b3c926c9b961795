/*
 * Pages: HTML.
 *
 * In: a page as it was saved. Out: a document of the article on it.
 *
 * Not attempted: following the page to where it goes on.
 *
 * Example: `<html>…<article><p>"Kami siap," kata …</p></article>…</html>`
 */
#include "cut.h"
#include "libraries.h"
#include "page.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { SIGHT = 16 * 1024 };

/* Whether one of the tags that only a page has stands somewhere near the
 * beginning. */
static bool
has_page_tag(const char *bytes, size_t length)
{
    static const char *const tags[] = {"<!doctype html", "<html", "<head",
                                       "<body"};

    for (size_t i = 0; i < length; i++) {
        if (bytes[i] != '<')
            continue;
        for (size_t t = 0; t < sizeof tags / sizeof *tags; t++) {
            size_t size = strlen(tags[t]);

            if (size <= length - i &&
                strncasecmp(bytes + i, tags[t], size) == 0)
                return true;
        }
    }
    return false;
}

/* The length of the byte order mark, of UTF-16 too; 0: none. */
static size_t
page_mark_length(const struct sight *sight)
{
    static const char *const marks[] = {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (sight->length >= strlen(marks[i]) &&
            memcmp(sight->bytes, marks[i], strlen(marks[i])) == 0)
            return strlen(marks[i]);
    return 0;
}

/* The first byte that is no white space and none of the NULs which UTF-16 is
 * full of is the `<` of a tag: only then the rest is looked at. */
static bool
begins_tag(const struct sight *sight, size_t at)
{
    while (at < sight->length && strchr(" \t\r\n", sight->bytes[at]))
        at++;
    return at < sight->length && sight->bytes[at] == '<';
}

/* The beginning from `at` on without NULs; how long it is then. */
static size_t
narrow(const struct sight *sight, size_t at, char narrowed[static SIGHT])
{
    size_t length = 0;

    for (; at < sight->length && length < SIGHT; at++)
        if (sight->bytes[at] != '\0')
            narrowed[length++] = sight->bytes[at];
    return length;
}

static bool
fits_page(const struct sight *sight)
{
    char narrowed[SIGHT];
    size_t at = page_mark_length(sight);

    return begins_tag(sight, at) &&
           has_page_tag(narrowed, narrow(sight, at, narrowed));
}

/* The page stays with the document, for the places of its text. */
static bool
keep_page(const struct page *page, struct document *document)
{
    document->page = malloc(sizeof *page);
    if (!document->page)
        return false;
    *document->page = *page;
    document->text = page->text;
    document->length = page->length;
    document->title = page->title;
    document->outlet = page->outlet;
    document->published = page->published;
    document->url = page->url;
    return true;
}

static bool
read_page(const struct means *means, struct piece *piece,
          struct document *document, struct fault *fault)
{
    struct page page;
    const char *error;

    if (!page_library())
        return fail_at(fault, 0, "HTML: this kutip was built without libxml2");
    if (!page_read(means->engine, piece->bytes.bytes, piece->bytes.used, &page,
                   &error))
        return fail_at(fault, 0, "%s", error);
    if (keep_page(&page, document))
        return true;
    page_release(&page);
    return fail_at(fault, 0, "out of memory");
}

const struct kind html_kind = {
    .name = "html",
    .endings = ".html .htm .xhtml",
    .fits = fits_page,
    .cut = cut_whole,
    .read = read_page,
};
