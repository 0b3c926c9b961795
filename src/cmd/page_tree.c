/*
 * In: a page in UTF-8. Out: its elements and texts as one array in the
 * order of the page; what is inside a node are the nodes up to its end.
 *
 * libxml2's parser repairs the markup and tells what it sees event by event
 * (SAX), together with how far it has read: so every run of text knows its
 * place in the page, which libxml2's own tree does not. The place is checked
 * against the bytes, not reckoned from the parser's habits. Depth and number
 * of nodes are bounded; a page beyond that is read as far as it goes.
 *
 * Not attempted: what scripts would make of the page. libxml2's headers are
 * included here alone.
 *
 * Example: `<p>Air <b>naik</b>` is TAG_P, of which TAG_TEXT `Air ` and
 * TAG_BOLD are inside, of which TAG_TEXT `naik` is.
 */
#include "page_tree.h"

#include "libraries.h"
#include "page_array.h"
#include "page_tame.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#ifdef HAVE_LIBXML2

#include <libxml/HTMLparser.h>
#include <pthread.h>

/*
 * Deeper elements become the children of the last that is deep enough. An
 * end tag without a start has the parser look through all that are open:
 * where there are too many, it is stopped.
 */
enum { DEEPEST = 400, OPEN_MOST = 8000, NODES_MOST = 4000000 };

/* Sorted by name. What is not here is TAG_INLINE. */
static const struct {
    const char *name;
    enum page_tag tag;
} tags[] = {
    {"a", TAG_A},
    {"address", TAG_ASIDE},
    {"amp-ad", TAG_NEVER},
    {"amp-carousel", TAG_ASIDE},
    {"amp-consent", TAG_NEVER},
    {"amp-embed", TAG_NEVER},
    {"amp-lightbox", TAG_ASIDE},
    {"amp-list", TAG_ASIDE},
    {"amp-next-page", TAG_ASIDE},
    {"amp-sidebar", TAG_ASIDE},
    {"amp-sticky-ad", TAG_NEVER},
    {"amp-user-notification", TAG_NEVER},
    {"article", TAG_ARTICLE},
    {"aside", TAG_ASIDE},
    {"audio", TAG_NEVER},
    {"b", TAG_BOLD},
    {"blockquote", TAG_BLOCKQUOTE},
    {"body", TAG_BODY},
    {"br", TAG_BR},
    {"button", TAG_NEVER},
    {"canvas", TAG_NEVER},
    {"caption", TAG_ASIDE},
    {"center", TAG_BLOCK},
    {"dd", TAG_ITEM},
    {"details", TAG_BLOCK},
    {"dialog", TAG_ASIDE},
    {"div", TAG_BLOCK},
    {"dl", TAG_BLOCK},
    {"dt", TAG_ITEM},
    {"em", TAG_ITALIC},
    {"fieldset", TAG_BLOCK},
    {"figcaption", TAG_ASIDE},
    {"figure", TAG_ASIDE},
    {"footer", TAG_FOOTER},
    {"form", TAG_ASIDE},
    {"h1", TAG_H1},
    {"h2", TAG_HEADING},
    {"h3", TAG_HEADING},
    {"h4", TAG_HEADING},
    {"h5", TAG_HEADING},
    {"h6", TAG_HEADING},
    {"header", TAG_HEADER},
    {"hr", TAG_BLOCK},
    {"i", TAG_ITALIC},
    {"iframe", TAG_NEVER},
    {"image", TAG_IMAGE},
    {"img", TAG_IMAGE},
    {"li", TAG_ITEM},
    {"link", TAG_LINK},
    {"main", TAG_BLOCK},
    {"marquee", TAG_ASIDE},
    {"math", TAG_NEVER},
    {"menu", TAG_ASIDE},
    {"meta", TAG_META},
    {"nav", TAG_ASIDE},
    {"noscript", TAG_NEVER},
    {"object", TAG_NEVER},
    {"ol", TAG_BLOCK},
    {"option", TAG_NEVER},
    {"p", TAG_P},
    {"pre", TAG_PRE},
    {"script", TAG_SCRIPT},
    {"section", TAG_BLOCK},
    {"select", TAG_NEVER},
    {"strong", TAG_BOLD},
    {"style", TAG_NEVER},
    {"summary", TAG_BLOCK},
    {"svg", TAG_NEVER},
    {"table", TAG_BLOCK},
    {"tbody", TAG_BLOCK},
    {"td", TAG_CELL},
    {"template", TAG_NEVER},
    {"textarea", TAG_NEVER},
    {"tfoot", TAG_BLOCK},
    {"th", TAG_CELL},
    {"thead", TAG_BLOCK},
    {"time", TAG_TIME},
    {"title", TAG_TITLE},
    {"tr", TAG_ROW},
    {"ul", TAG_BLOCK},
    {"video", TAG_NEVER},
};

static const struct {
    const char *name;
    enum page_key key;
} keys[] = {
    {"class", KEY_CLASS},       {"id", KEY_ID},
    {"itemprop", KEY_ITEMPROP}, {"name", KEY_NAME},
    {"property", KEY_NAME},     {"content", KEY_CONTENT},
    {"datetime", KEY_DATETIME}, {"rel", KEY_REL},
    {"href", KEY_HREF},         {"type", KEY_TYPE},
    {"role", KEY_ROLE},         {"style", KEY_STYLE},
    {"hidden", KEY_HIDDEN},     {"aria-hidden", KEY_HIDDEN},
};

/* A page while it is read. */
struct reading {
    struct page_tree *tree;
    xmlParserCtxtPtr parser;
    const char *utf8;
    size_t length;
    size_t start;  /* bytes the parser was given before the page */
    size_t behind; /* where the last event ended */
    uint32_t open; /* the element that is open */
    size_t depth;  /* of open */
    size_t beyond; /* elements open that are too deep to be nodes */
    bool failed;
};

static enum page_tag
tag_of(const char *name)
{
    size_t low = 0, high = sizeof tags / sizeof *tags;

    while (low < high) {
        size_t middle = (low + high) / 2;
        int side = strcasecmp(name, tags[middle].name);

        if (side == 0)
            return tags[middle].tag;
        if (side < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return TAG_INLINE;
}

static void
stop(struct reading *reading, bool failed)
{
    reading->failed |= failed;
    xmlStopParser(reading->parser);
}

/* A copy in the pool, terminated; 0 when there is no room. */
static uint32_t
keep(struct reading *reading, const char *text, size_t length)
{
    struct page_tree *tree = reading->tree;
    size_t end = tree->pool_length + length + 1;
    char *pool = end < UINT32_MAX
                     ? page_grow(tree->pool, &tree->pool_room, end, 1)
                     : NULL;
    uint32_t at = (uint32_t)tree->pool_length;

    if (!pool) {
        stop(reading, true);
        return 0;
    }
    tree->pool = pool;
    memcpy(pool + at, text, length);
    pool[at + length] = '\0';
    tree->pool_length = end;
    return at;
}

/* A new node inside the one that is open; NULL when there is no room. */
static struct page_node *
add_node(struct reading *reading, enum page_tag tag)
{
    struct page_tree *tree = reading->tree;
    struct page_node *nodes = page_grow(tree->nodes, &tree->node_room,
                                        tree->node_count + 1, sizeof *nodes);

    if (!nodes) {
        stop(reading, true);
        return NULL;
    }
    tree->nodes = nodes;
    if (tree->node_count == NODES_MOST)
        stop(reading, false);
    nodes[tree->node_count] = (struct page_node){
        .parent = reading->open,
        .end = (uint32_t)tree->node_count + 1,
        .tag = tag,
    };
    return &nodes[tree->node_count++];
}

/* How far the parser has read the page. */
static size_t
place(const struct reading *reading)
{
    long at = xmlByteConsumed(reading->parser);
    size_t place = at < 0 ? 0 : (size_t)at;

    place = place < reading->start ? 0 : place - reading->start;
    return place < reading->length ? place : reading->length;
}

static void
add_attribute(struct reading *reading, struct page_node *node,
              enum page_key key, const char *value)
{
    struct page_tree *tree = reading->tree;
    struct page_attribute *attributes =
        page_grow(tree->attributes, &tree->attribute_room,
                  tree->attribute_count + 1, sizeof *attributes);

    if (!attributes) {
        stop(reading, true);
        return;
    }
    tree->attributes = attributes;
    attributes[tree->attribute_count] = (struct page_attribute){
        key, keep(reading, value, strlen(value)), node->attributes};
    node->attributes = (uint32_t)tree->attribute_count++;
}

static void
add_attributes(struct reading *reading, struct page_node *node,
               const xmlChar **pairs)
{
    for (; *pairs && !reading->failed; pairs += 2) {
        const char *name = (const char *)pairs[0];
        const char *value = pairs[1] ? (const char *)pairs[1] : "";

        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
            if (strcasecmp(name, keys[i].name) == 0 &&
                (keys[i].key != KEY_HIDDEN || strcmp(value, "false") != 0))
                add_attribute(reading, node, keys[i].key, value);
    }
}

static void
start_element(void *context, const xmlChar *name, const xmlChar **attributes)
{
    struct reading *reading = context;
    struct page_node *node;

    reading->behind = place(reading);
    if (reading->failed)
        return;
    if (reading->depth >= DEEPEST) {
        if (++reading->beyond > OPEN_MOST)
            stop(reading, false);
        return;
    }
    node = add_node(reading, tag_of((const char *)name));
    if (!node)
        return;
    reading->open = (uint32_t)(node - reading->tree->nodes);
    reading->depth++;
    if (attributes)
        add_attributes(reading, node, attributes);
}

static void
end_element(void *context, const xmlChar *name)
{
    struct reading *reading = context;
    struct page_node *nodes = reading->tree->nodes;

    (void)name;
    reading->behind = place(reading);
    if (reading->beyond > 0) {
        reading->beyond--;
    } else if (reading->open != 0) {
        nodes[reading->open].end = (uint32_t)reading->tree->node_count;
        reading->open = nodes[reading->open].parent;
        reading->depth--;
    }
}

/*
 * Where a run of text that was just read begins. It ends where the parser
 * stands, or a character behind that; if the bytes there are others, it is
 * what stands for a character, and begins with the last `&`.
 */
static size_t
source_of(struct reading *reading, const char *text, size_t length,
          bool *literal)
{
    size_t end = place(reading);
    size_t behind = reading->behind;

    *literal = true;
    for (size_t ahead = 0; ahead <= 4; ahead++) {
        size_t at = end + ahead - length;

        if (end + ahead <= reading->length && end + ahead >= length &&
            at >= behind && memcmp(reading->utf8 + at, text, length) == 0) {
            reading->behind = end + ahead;
            return at;
        }
    }
    *literal = false;
    reading->behind = end;
    for (size_t at = end; at > behind; at--)
        if (reading->utf8[at - 1] == '&')
            return at - 1;
    return behind;
}

/* Text inside of what is never shown is dropped; scripts are kept for the
 * data that some of them are. */
static void
characters(void *context, const xmlChar *characters, int count)
{
    struct reading *reading = context;
    const char *text = (const char *)characters;
    size_t length = (size_t)count;
    struct page_node *node;
    bool literal;
    size_t source;
    uint32_t at;

    if (reading->failed || count <= 0)
        return;
    source = source_of(reading, text, length, &literal);
    if (reading->tree->nodes[reading->open].tag == TAG_NEVER)
        return;
    at = keep(reading, text, length);
    node = reading->failed ? NULL : add_node(reading, TAG_TEXT);
    if (!node)
        return;
    node->text = at;
    node->length = (uint32_t)length;
    node->source = (uint32_t)source;
    node->is_literal = literal;
}

/* Faults of the markup are no news. */
static void
ignore(void *context, const char *message, ...)
{
    (void)context;
    (void)message;
}

static void
parse(struct reading *reading, const char *marked, size_t length)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    htmlSAXHandler events = {
        .startElement = start_element,
        .endElement = end_element,
        .characters = characters,
        .ignorableWhitespace = characters,
        .cdataBlock = characters,
        .warning = ignore,
        .error = ignore,
    };

    /* left to the first parsers of several threads, they wait for ever */
    pthread_once(&once, xmlInitParser);
    reading->parser = htmlCreateMemoryParserCtxt(marked, (int)length);
    if (!reading->parser) {
        reading->failed = true;
        return;
    }
    htmlCtxtUseOptions(reading->parser,
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                           HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC);
    *reading->parser->sax = events;
    reading->parser->userData = reading;
    htmlParseDocument(reading->parser);
    htmlFreeParserCtxt(reading->parser);
}

bool
page_tree_read(const char *utf8, size_t length, struct page_tree *tree)
{
    char *marked = page_tame(utf8, length);
    struct reading reading = {
        .tree = tree, .utf8 = utf8, .length = length, .start = TAME_BEFORE};

    *tree = (struct page_tree){.attribute_count = 1};
    tree->nodes = page_grow(NULL, &tree->node_room, 1, sizeof *tree->nodes);
    if (!marked || !tree->nodes) {
        free(marked);
        page_tree_release(tree);
        return false;
    }
    tree->nodes[tree->node_count++] = (struct page_node){.tag = TAG_ROOT};
    if (length > 0)
        parse(&reading, marked, length + TAME_BEFORE);
    free(marked);
    for (uint32_t at = reading.open; at != 0; at = tree->nodes[at].parent)
        tree->nodes[at].end = (uint32_t)tree->node_count;
    tree->nodes[0].end = (uint32_t)tree->node_count;
    if (reading.failed)
        page_tree_release(tree);
    return !reading.failed;
}

const char *
page_library(void)
{
    return "libxml2 " LIBXML_DOTTED_VERSION;
}

#else

bool
page_tree_read(const char *utf8, size_t length, struct page_tree *tree)
{
    (void)utf8;
    (void)length;
    *tree = (struct page_tree){.nodes = NULL};
    return false;
}

const char *
page_library(void)
{
    return NULL;
}

#endif

void
page_tree_release(struct page_tree *tree)
{
    free(tree->nodes);
    free(tree->attributes);
    free(tree->pool);
    *tree = (struct page_tree){.nodes = NULL};
}

const char *
page_attribute(const struct page_tree *tree, const struct page_node *node,
               enum page_key key)
{
    for (uint32_t i = node->attributes; i != 0; i = tree->attributes[i].next)
        if (tree->attributes[i].key == key)
            return tree->pool + tree->attributes[i].value;
    return NULL;
}

bool
page_is_sister(const struct page_tree *tree, size_t a, size_t b)
{
    const char *a_class = page_attribute(tree, &tree->nodes[a], KEY_CLASS);
    const char *b_class = page_attribute(tree, &tree->nodes[b], KEY_CLASS);
    size_t a_length = a_class ? strcspn(a_class, " ") : 0;
    size_t b_length = b_class ? strcspn(b_class, " ") : 0;

    return tree->nodes[a].tag == tree->nodes[b].tag && a_length == b_length &&
           (a_length == 0 || memcmp(a_class, b_class, a_length) == 0);
}
