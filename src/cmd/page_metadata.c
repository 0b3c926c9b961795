/*
 * In: the head of a page, its JSON-LD, its headings. Out: title, outlet,
 * date and address.
 *
 * JSON-LD, Open Graph (ogp.me), microdata, Dublin Core, Twitter cards and the
 * names that systems gave <meta> before those: the first row of a table that
 * the page has wins.
 *
 * Not attempted: dates that stand in the text only.
 *
 * Example: og:title `Air Naik | Kabar` and <h1>Air Naik</h1>: `Air Naik`.
 */
#include "page_metadata.h"

#include "page_title.h"
#include "page_utf8.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The titles of pages are compared with all of their lines. */
enum { FACT_MOST = 4096 };

enum fact { FACT_TITLE, FACT_OUTLET, FACT_PUBLISHED, FACT_URL, FACT_COUNT };

/* The earlier a row, the better its word. */
static const struct {
    enum fact fact;
    const char *name; /* name, property or itemprop of <meta> */
} metas[] = {
    {FACT_TITLE, "og:title"},
    {FACT_TITLE, "twitter:title"},
    {FACT_TITLE, "headline"},
    {FACT_TITLE, "dc.title"},
    {FACT_TITLE, "parsely-title"},
    {FACT_TITLE, "title"},
    {FACT_OUTLET, "og:site_name"},
    {FACT_OUTLET, "application-name"},
    {FACT_OUTLET, "dc.publisher"},
    {FACT_OUTLET, "apple-mobile-web-app-title"},
    {FACT_PUBLISHED, "article:published_time"},
    {FACT_PUBLISHED, "article:published"},
    {FACT_PUBLISHED, "og:article:published_time"},
    {FACT_PUBLISHED, "datepublished"},
    {FACT_PUBLISHED, "pubdate"},
    {FACT_PUBLISHED, "publishdate"},
    {FACT_PUBLISHED, "publish-date"},
    {FACT_PUBLISHED, "publish_date"},
    {FACT_PUBLISHED, "published_time"},
    {FACT_PUBLISHED, "content_publisheddate"},
    {FACT_PUBLISHED, "parsely-pub-date"},
    {FACT_PUBLISHED, "sailthru.date"},
    {FACT_PUBLISHED, "article.published"},
    {FACT_PUBLISHED, "dc.date.issued"},
    {FACT_PUBLISHED, "dcterms.created"},
    {FACT_PUBLISHED, "dc.date.created"},
    {FACT_PUBLISHED, "dc.date"},
    {FACT_PUBLISHED, "originalpublicationdate"},
    {FACT_PUBLISHED, "datecreated"},
    {FACT_PUBLISHED, "date"},
    {FACT_URL, "og:url"},
    {FACT_URL, "twitter:url"},
};

struct gathering {
    const struct page_tree *tree;
    struct page_blocks *blocks;
    char *facts[FACT_COUNT];
    char *page_title; /* <title> */
    const char *og_type;
    bool failed;
};

/* Text with its white space folded, on its own; of what is too long for a
 * fact, nothing. */
static char *
fold_text(struct gathering *gathering, const char *text, size_t length)
{
    char *folded;
    size_t n = 0;

    if (length > FACT_MOST)
        length = 0;
    folded = malloc(length + 1);
    gathering->failed |= !folded;
    for (size_t i = 0; folded && i < length; i++) {
        bool space = strchr(" \t\r\n\f", text[i]) != NULL;

        if (!space)
            folded[n++] = text[i];
        else if (n > 0 && folded[n - 1] != ' ')
            folded[n++] = ' ';
    }
    while (n > 0 && folded[n - 1] == ' ')
        n--;
    if (folded)
        folded[n] = '\0';
    return folded;
}

/* The text inside an element, its lines on one. */
static char *
inner_text(struct gathering *gathering, const struct page_tree *tree, size_t at)
{
    struct page_utf8 text = {.text = NULL};
    bool done = page_put(&text, "", 0);
    char *folded = NULL;

    for (size_t i = at; i < tree->nodes[at].end && done; i++) {
        const struct page_node *node = &tree->nodes[i];

        if (node->tag == TAG_TEXT)
            done = page_put(&text, tree->pool + node->text, node->length);
        else if (node->tag == TAG_BR)
            done = page_put(&text, " ", 1);
    }
    gathering->failed |= !done;
    if (done)
        folded = fold_text(gathering, text.text, text.length);
    page_utf8_release(&text);
    return folded;
}

/* What a piece of markup says: `A &amp; B` as it is read. */
static char *
read_markup(struct gathering *gathering, const char *markup)
{
    struct page_tree tree;
    char *folded;

    if (!strpbrk(markup, "<&"))
        return fold_text(gathering, markup, strlen(markup));
    if (!page_tree_read(markup, strlen(markup), &tree)) {
        gathering->failed = true;
        return NULL;
    }
    folded = inner_text(gathering, &tree, 0);
    page_tree_release(&tree);
    return folded;
}

/* A fact, unless it is known or empty. */
static void
note(struct gathering *gathering, enum fact fact, const char *text)
{
    char **slot = &gathering->facts[fact];

    if (*slot || !text || gathering->failed)
        return;
    *slot = read_markup(gathering, text);
    if (*slot && !**slot) {
        free(*slot);
        *slot = NULL;
    }
}

/* The place of a <meta> in the table; the table's end: it is none. */
static size_t
meta_row(const char *name)
{
    size_t row = 0;

    while (row < sizeof metas / sizeof *metas &&
           strcasecmp(name, metas[row].name) != 0)
        row++;
    return row;
}

/* The values of <meta>, by their rows. */
static void
gather_metas(struct gathering *gathering)
{
    const struct page_tree *tree = gathering->tree;
    const char *values[sizeof metas / sizeof *metas] = {NULL};

    for (size_t i = 0; i < tree->node_count; i++) {
        const struct page_node *node = &tree->nodes[i];
        const char *name = page_attribute(tree, node, KEY_NAME);
        const char *prop = page_attribute(tree, node, KEY_ITEMPROP);
        const char *content = page_attribute(tree, node, KEY_CONTENT);
        size_t row = sizeof metas / sizeof *metas;

        if (!content || !*content || node->tag != TAG_META)
            continue;
        if (name && strcasecmp(name, "og:type") == 0 && !gathering->og_type)
            gathering->og_type = content;
        if (name)
            row = meta_row(name);
        if (row == sizeof metas / sizeof *metas && prop)
            row = meta_row(prop);
        if (row < sizeof metas / sizeof *metas && !values[row])
            values[row] = content;
    }
    for (size_t row = 0; row < sizeof metas / sizeof *metas; row++)
        note(gathering, metas[row].fact, values[row]);
}

static bool
has_digits(const char *text)
{
    return text && strpbrk(text, "0123456789");
}

/* <title>, <link rel=canonical>, <time>: each the first of its kind. */
static void
gather_elements(struct gathering *gathering)
{
    const struct page_tree *tree = gathering->tree;
    const char *canonical = NULL, *time = NULL, *first = NULL;

    for (size_t i = 0; i < tree->node_count; i++) {
        const struct page_node *node = &tree->nodes[i];
        const char *when = page_attribute(tree, node, KEY_DATETIME);
        const char *rel = page_attribute(tree, node, KEY_REL);
        const char *prop = page_attribute(tree, node, KEY_ITEMPROP);

        if (node->tag == TAG_TITLE && !gathering->page_title)
            gathering->page_title = inner_text(gathering, tree, i);
        if (node->tag == TAG_LINK && rel && !canonical &&
            strcasecmp(rel, "canonical") == 0)
            canonical = page_attribute(tree, node, KEY_HREF);
        if (prop && !time && strcasecmp(prop, "datePublished") == 0)
            time = when ? when : page_attribute(tree, node, KEY_CONTENT);
        if (node->tag == TAG_TIME && !first && has_digits(when))
            first = when;
    }
    note(gathering, FACT_URL, canonical);
    note(gathering, FACT_PUBLISHED, time);
    note(gathering, FACT_PUBLISHED, first);
}

/* The title as the page shows it, or as its head says it. */
static void
choose_title(struct gathering *gathering)
{
    struct page_blocks *blocks = gathering->blocks;
    char **title = &gathering->facts[FACT_TITLE];
    const struct page_block *shown;

    note(gathering, FACT_TITLE, gathering->page_title);
    shown = *title ? page_title_shown(blocks, *title) : NULL;
    if (!shown && gathering->page_title)
        shown = page_title_shown(blocks, gathering->page_title);
    if (!shown && !*title)
        shown = page_title_only(blocks);
    if (shown) {
        free(*title);
        *title =
            fold_text(gathering, blocks->pool + shown->text, shown->length);
    } else if (*title) {
        page_title_cut(*title, gathering->facts[FACT_OUTLET],
                       gathering->facts[FACT_URL]);
    }
    for (size_t i = 0; *title && i < blocks->block_count; i++) {
        struct page_block *block = &blocks->blocks[i];

        block->is_title =
            page_same_text(blocks->pool + block->text, block->length, *title,
                           strlen(*title), false);
    }
}

/* The host of an address, without www; for an outlet that is not named. */
static void
host_of(struct gathering *gathering)
{
    const char *url = gathering->facts[FACT_URL];
    const char *host = url ? strstr(url, "//") : NULL;

    if (gathering->facts[FACT_OUTLET] || !host)
        return;
    host += 2;
    if (strncasecmp(host, "www.", 4) == 0)
        host += 4;
    if (strcspn(host, "/:?#") > 0)
        gathering->facts[FACT_OUTLET] =
            fold_text(gathering, host, strcspn(host, "/:?#"));
}

/* Does the address name a site's front page? */
static bool
is_front(const char *url)
{
    const char *host = url ? strstr(url, "//") : NULL;
    size_t length = host ? strcspn(host + 2, "/?#") : 0;

    return host && (!host[2 + length] || strcmp(host + 2 + length, "/") == 0);
}

static bool
has_body_mark(const struct page_tree *tree)
{
    for (size_t i = 0; i < tree->node_count; i++) {
        const char *prop = page_attribute(tree, &tree->nodes[i], KEY_ITEMPROP);

        if (prop && strstr(prop, "articleBody"))
            return true;
    }
    return false;
}

static enum page_claim
claim_of(const struct gathering *gathering, const struct page_linked *linked)
{
    if (is_front(gathering->facts[FACT_URL]))
        return CLAIM_LISTING;
    if (linked->is_article || has_body_mark(gathering->tree))
        return CLAIM_ARTICLE;
    if (linked->is_listing)
        return CLAIM_LISTING;
    /* "website" is what many sites say on every page */
    return gathering->og_type && strcasecmp(gathering->og_type, "article") == 0
               ? CLAIM_ARTICLE
               : CLAIM_NONE;
}

bool
page_metadata_read(const struct page_tree *tree, struct page_linked *linked,
                   struct page_blocks *blocks, struct page *page,
                   enum page_claim *claim)
{
    struct gathering gathering = {.tree = tree, .blocks = blocks};

    note(&gathering, FACT_TITLE, linked->headline);
    note(&gathering, FACT_PUBLISHED, linked->published);
    gather_metas(&gathering);
    note(&gathering, FACT_OUTLET, linked->outlet);
    gather_elements(&gathering);
    note(&gathering, FACT_URL, linked->url);
    choose_title(&gathering);
    host_of(&gathering);
    *claim = claim_of(&gathering, linked);
    free(gathering.page_title);
    page->title = gathering.facts[FACT_TITLE];
    page->outlet = gathering.facts[FACT_OUTLET];
    page->published = gathering.facts[FACT_PUBLISHED];
    page->url = gathering.facts[FACT_URL];
    return !gathering.failed;
}
