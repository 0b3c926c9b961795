/*
 * Pages: HTML.
 *
 * In: a page as it was saved. Out: a document of the article on it.
 *
 * Not attempted: pages whose article is loaded by a script.
 *
 * Example: `<html>…<article><p>"Kami siap," kata …</p></article>…</html>`
 */
#include "cut.h"
#include "libraries.h"

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

static bool
read_page(const struct means *means, struct piece *piece,
          struct document *document, struct fault *fault)
{
    (void)piece;
    (void)means;
    (void)document;
    return fail_at(fault, 0, "HTML: this kutip was built without libxml2");
}

const char *
page_library(void)
{
    return NULL;
}

const struct kind html_kind = {
    .name = "html",
    .endings = ".html .htm .xhtml",
    .fits = fits_page,
    .cut = cut_whole,
    .read = read_page,
};
