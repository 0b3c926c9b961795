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

#include <string.h>
#include <strings.h>

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

static bool
fits_page(const struct sight *sight)
{
    const char *at = sight->bytes;
    size_t length = sight->length;

    if (length >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) {
        at += 3;
        length -= 3;
    }
    while (length > 0 && *at && strchr(" \t\r\n", *at)) {
        at++;
        length--;
    }
    return length > 0 && *at == '<' && has_page_tag(at, length);
}

/* The parts that the page has move to the document. */
static void
move_parts(struct page *page, struct document *document)
{
    document->owned[PART_TEXT] = page->text;
    document->owned[PART_TITLE] = page->title;
    document->owned[PART_OUTLET] = page->outlet;
    document->owned[PART_PUBLISHED] = page->published;
    document->owned[PART_URL] = page->url;
    document->text = page->text;
    document->length = page->length;
    document->title = page->title;
    document->outlet = page->outlet;
    document->published = page->published;
    document->url = page->url;
    page->text = page->title = page->outlet = NULL;
    page->published = page->url = NULL;
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
    move_parts(&page, document);
    page_release(&page);
    return true;
}

const struct kind html_kind = {
    .name = "html",
    .endings = ".html .htm .xhtml",
    .fits = fits_page,
    .cut = cut_whole,
    .read = read_page,
};
