/*
 * In: the scripts of a page that are JSON-LD. Out: headline, date, address,
 * publisher and body of the article they describe.
 *
 * The JSON of pages is often broken: line breaks and quotation marks inside
 * of strings, commas too many, comments around it, an end that is missing.
 * So this is no parser that accepts or refuses, but one that takes what it
 * recognises: a string ends with a mark behind which an object can go on.
 * https://developers.google.com/search/docs/appearance/structured-data/article
 * is what sites follow.
 *
 * Not attempted: @id that point to other objects, other vocabularies.
 *
 * Example: {"@type": "NewsArticle", "headline": "Air naik"} gives the
 * headline `Air naik`, also where a `]` follows.
 */
#include "page_linked.h"

#include "page_string.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { DEEPEST = 64 };

/* A stretch of the script, without its marks. */
struct slice {
    const char *start;
    size_t length;
};

enum field {
    FIELD_TYPE,
    FIELD_HEADLINE,
    FIELD_NAME,
    FIELD_PUBLISHED,
    FIELD_URL,
    FIELD_ID,
    FIELD_MAIN,
    FIELD_PUBLISHER,
    FIELD_BODY,
    FIELD_COUNT,
    FIELD_MANY, /* what is inside is about other pages */
    FIELD_OTHER
};

static const struct {
    const char *key;
    enum field field;
} fields[] = {
    {"@type", FIELD_TYPE},
    {"headline", FIELD_HEADLINE},
    {"name", FIELD_NAME},
    {"datePublished", FIELD_PUBLISHED},
    {"url", FIELD_URL},
    {"@id", FIELD_ID},
    {"mainEntityOfPage", FIELD_MAIN},
    {"publisher", FIELD_PUBLISHER},
    {"articleBody", FIELD_BODY},
    {"itemListElement", FIELD_MANY},
    {"hasPart", FIELD_MANY},
    {"isPartOf", FIELD_MANY},
    {"mentions", FIELD_MANY},
    {"comment", FIELD_MANY},
};

/* The end of a type's name says what it is: ReportageNewsArticle. */
static const struct {
    const char *end;
    bool is_listing;
} types[] = {
    {"Article", false},       {"BlogPosting", false},
    {"CollectionPage", true}, {"SearchResultsPage", true},
    {"ImageGallery", true},   {"MediaGallery", true},
};

/* What a value comes to: a string, or the strings of an object. */
struct value {
    struct slice text;
    struct slice fields[FIELD_COUNT];
    bool is_article;
    bool is_listing;
};

/* A script while it is read. */
struct script {
    const char *at;
    const char *end;
    int depth;
    int many;          /* depth inside of FIELD_MANY */
    struct value best; /* the first article */
};

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
skip_space(struct script *script)
{
    while (script->at < script->end && is_space(*script->at))
        script->at++;
}

/* Can an object or array go on behind the mark at a place? */
static bool
ends_string(const struct script *script, const char *mark)
{
    const char *next = mark + 1;

    while (next < script->end && is_space(*next))
        next++;
    return next == script->end || strchr(",:}]", *next) != NULL;
}

/* The string whose opening mark is next. Without an end: to the end. */
static struct slice
read_string(struct script *script)
{
    const char *start = ++script->at;
    const char *at = start;

    while (at < script->end && !(*at == '"' && ends_string(script, at)))
        at += *at == '\\' && at + 1 < script->end ? 2 : 1;
    if (at > script->end)
        at = script->end;
    script->at = at < script->end ? at + 1 : at;
    return (struct slice){start, (size_t)(at - start)};
}

static void
read_value(struct script *script, struct value *value);

static enum field
field_of(struct slice key)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strlen(fields[i].key) == key.length &&
            memcmp(fields[i].key, key.start, key.length) == 0)
            return fields[i].field;
    return FIELD_OTHER;
}

static void
note_type(struct slice type, struct value *value)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        size_t length = strlen(types[i].end);

        if (type.length < length || memcmp(type.start + type.length - length,
                                           types[i].end, length) != 0)
            continue;
        if (types[i].is_listing)
            value->is_listing = true;
        else
            value->is_article = true;
    }
}

/* Of an object that stands for a string: its name or its address. */
static struct slice
text_of(const struct value *value, enum field field)
{
    if (value->text.start)
        return value->text;
    if (field == FIELD_PUBLISHER)
        return value->fields[FIELD_NAME];
    return value->fields[FIELD_ID].start ? value->fields[FIELD_ID]
                                         : value->fields[FIELD_URL];
}

/* A member's value, its key already read. */
static void
read_member(struct script *script, enum field field, struct value *object)
{
    struct value value = {.is_article = false};

    script->many += field == FIELD_MANY;
    read_value(script, &value);
    script->many -= field == FIELD_MANY;
    if (field == FIELD_TYPE) {
        note_type(value.text, object);
        object->is_article |= value.is_article;
        object->is_listing |= value.is_listing;
    } else if (field < FIELD_COUNT && !object->fields[field].start) {
        object->fields[field] = text_of(&value, field);
    }
}

/* The first article stays; what it leaves out, the next may say. */
static void
note_object(struct script *script, const struct value *object)
{
    if (script->many > 0)
        return;
    script->best.is_listing |= object->is_listing;
    if (!object->is_article)
        return;
    script->best.is_article = true;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (!script->best.fields[i].start)
            script->best.fields[i] = object->fields[i];
}

static void
read_object(struct script *script, struct value *object)
{
    script->at++;
    while (script->at < script->end && *script->at != '}') {
        struct slice key;

        if (*script->at != '"') {
            script->at++;
            continue;
        }
        key = read_string(script);
        skip_space(script);
        if (script->at < script->end && *script->at == ':') {
            script->at++;
            read_member(script, field_of(key), object);
        }
    }
    script->at += script->at < script->end;
    note_object(script, object);
}

/* An array comes to its first string or object; @type may be any of it. */
static void
read_array(struct script *script, struct value *array)
{
    bool first = true;

    script->at++;
    while (script->at < script->end && *script->at != ']') {
        const char *before = script->at;
        struct value value = {.is_article = false};

        read_value(script, &value);
        if (value.text.start)
            note_type(value.text, array);
        if (first && (value.text.start || value.fields[FIELD_NAME].start ||
                      value.fields[FIELD_URL].start)) {
            bool article = array->is_article, listing = array->is_listing;

            *array = value;
            array->is_article = article;
            array->is_listing = listing;
            first = false;
        }
        if (script->at == before)
            script->at++;
    }
    script->at += script->at < script->end;
}

static void
read_value(struct script *script, struct value *value)
{
    skip_space(script);
    if (script->at >= script->end)
        return;
    if (++script->depth > DEEPEST)
        script->at = script->end;
    else if (*script->at == '"')
        value->text = read_string(script);
    else if (*script->at == '{')
        read_object(script, value);
    else if (*script->at == '[')
        read_array(script, value);
    else
        while (script->at < script->end && !strchr(",}]", *script->at))
            script->at++;
    script->depth--;
}

/* Every value of a script: there may be several, or a comment before. */
static void
read_script(struct script *script)
{
    while (script->at < script->end) {
        if (*script->at == '{' || *script->at == '[') {
            struct value value = {.is_article = false};

            read_value(script, &value);
        } else {
            script->at++;
        }
    }
}

/* A string of its own, if nothing is there yet. False: out of memory. */
static bool
fill(char **text, struct slice slice)
{
    struct page_utf8 decoded;
    bool done;

    if (*text || !slice.start || slice.length == 0)
        return true;
    done = page_decode(slice.start, slice.length, 0, &decoded);
    if (done) {
        *text = decoded.text;
        decoded.text = NULL;
    }
    page_utf8_release(&decoded);
    return done;
}

static bool
take_script(const char *text, size_t length, size_t source,
            struct page_linked *linked)
{
    struct script script = {.at = text, .end = text + length};
    const struct slice *best = script.best.fields;
    struct slice body;

    read_script(&script);
    linked->is_article |= script.best.is_article;
    linked->is_listing |= script.best.is_listing;
    if (!fill(&linked->headline, best[FIELD_HEADLINE]) ||
        !fill(&linked->headline, best[FIELD_NAME]) ||
        !fill(&linked->published, best[FIELD_PUBLISHED]) ||
        !fill(&linked->url, best[FIELD_URL]) ||
        !fill(&linked->url, best[FIELD_MAIN]) ||
        !fill(&linked->outlet, best[FIELD_PUBLISHER]))
        return false;
    body = best[FIELD_BODY];
    return !body.start || body.length == 0 || linked->body.text ||
           page_decode(body.start, body.length,
                       source + (size_t)(body.start - text), &linked->body);
}

/* The text of a script, whose runs follow one another in the page. */
static bool
read_node(const struct page_tree *tree, size_t at, struct page_linked *linked)
{
    struct page_utf8 text = {.text = NULL};
    const struct page_node *script = &tree->nodes[at];
    bool done = true;

    for (size_t i = at + 1; i < script->end && done; i++)
        done = page_put(&text, tree->pool + tree->nodes[i].text,
                        tree->nodes[i].length);
    if (done && text.text)
        done = take_script(text.text, text.length, tree->nodes[at + 1].source,
                           linked);
    page_utf8_release(&text);
    return done;
}

bool
page_linked_read(const struct page_tree *tree, struct page_linked *linked)
{
    *linked = (struct page_linked){.headline = NULL};
    for (size_t i = 0; i < tree->node_count; i++) {
        const char *type = page_attribute(tree, &tree->nodes[i], KEY_TYPE);

        if (tree->nodes[i].tag == TAG_SCRIPT && type &&
            strcasecmp(type, "application/ld+json") == 0 &&
            !read_node(tree, i, linked)) {
            page_linked_release(linked);
            return false;
        }
    }
    return true;
}

void
page_linked_release(struct page_linked *linked)
{
    free(linked->headline);
    free(linked->published);
    free(linked->url);
    free(linked->outlet);
    page_utf8_release(&linked->body);
    *linked = (struct page_linked){.headline = NULL};
}
