/*
 * In: an element. Out: whether it stands beside the article.
 *
 * Elements of HTML 5 and roles of ARIA say so in so many words; else it is
 * the names that people give to classes, which are alike everywhere:
 * `related-posts`, `shareBar`, `berita_terkait`. They are cut into words and
 * looked up in patterns/pages.words (Readability.js calls its list "unlikely
 * candidates").
 *
 * Not attempted: style sheets.
 *
 * Example: class="box-shareArticle" has the words box, share and article;
 * share is one of PAGE_ASIDE.
 */
#include "page_words.h"

#include <string.h>
#include <strings.h>

/* A name that is longer than this is no name. */
enum { NAME_ROOM = 256, CREDIT_ROOM = 400 };

static const char *const aside_roles[] = {
    "navigation", "complementary", "banner",      "contentinfo", "search",
    "dialog",     "menu",          "alertdialog", "toolbar",     "form",
    "menubar",    "tablist",       "alert",
};

static bool
is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool
is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* A class name as words: `box-shareArticle` is `box share article`. */
static size_t
spell_name(const char *name, size_t length, char out[static NAME_ROOM])
{
    size_t n = 0;

    for (size_t i = 0; i < length && n + 2 < NAME_ROOM; i++) {
        char c = name[i];

        if (is_upper(c) && i > 0 && is_lower(name[i - 1]))
            out[n++] = ' ';
        out[n++] = is_upper(c) ? (char)(c | 0x20) : is_lower(c) ? c : ' ';
    }
    return n;
}

static bool
holds_word(const kutip_engine *engine, const char *class, const char *text,
           size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] != ' ' && (i == 0 || text[i - 1] == ' ') &&
            kutip_engine_phrase(engine, class, text + i, length - i) > 0)
            return true;
    return false;
}

/* What the names of a class or id say together. */
static enum page_kind
kind_of_names(const kutip_engine *engine, const char *names)
{
    enum page_kind kind = KIND_PLAIN;

    while (names && *names) {
        char spelt[NAME_ROOM];
        size_t length = strcspn(names, " \t\r\n\f");
        size_t n = spell_name(names, length, spelt);

        if (holds_word(engine, "PAGE_OTHERS", spelt, n))
            return KIND_OTHERS;
        if (holds_word(engine, "PAGE_ASIDE", spelt, n))
            kind = KIND_ASIDE;
        names += length + (names[length] != '\0');
    }
    return kind;
}

static bool
is_hidden(const char *style)
{
    for (; style && *style; style++)
        if (strncasecmp(style, "display", 7) == 0) {
            const char *value = style + 7 + strspn(style + 7, " :");

            if (strncasecmp(value, "none", 4) == 0)
                return true;
        }
    return false;
}

static bool
is_aside_role(const char *role)
{
    for (size_t i = 0; role && i < sizeof aside_roles / sizeof *aside_roles;
         i++)
        if (strcasecmp(role, aside_roles[i]) == 0)
            return true;
    return false;
}

enum page_kind
page_kind_of(const kutip_engine *engine, const struct page_tree *tree,
             const struct page_node *node)
{
    enum page_kind by_class = KIND_PLAIN, by_id = KIND_PLAIN;
    enum page_kind kind = KIND_PLAIN;

    if (node->tag == TAG_TEXT)
        return KIND_PLAIN;
    if (page_attribute(tree, node, KEY_HIDDEN) ||
        is_hidden(page_attribute(tree, node, KEY_STYLE)))
        kind = KIND_HIDDEN;
    if (node->tag == TAG_ASIDE || node->tag == TAG_FOOTER ||
        node->tag == TAG_HEADER ||
        is_aside_role(page_attribute(tree, node, KEY_ROLE)))
        kind = KIND_ASIDE;
    if (engine) {
        by_class = kind_of_names(engine, page_attribute(tree, node, KEY_CLASS));
        by_id = kind_of_names(engine, page_attribute(tree, node, KEY_ID));
    }
    if (by_class > kind)
        kind = by_class;
    return by_id > kind ? by_id : kind;
}

bool
page_is_boilerplate(const kutip_engine *engine, const char *line, size_t length)
{
    return engine && kutip_engine_boilerplate(engine, line, length);
}

bool
page_has_credit(const kutip_engine *engine, const char *line, size_t length)
{
    bool inside = false;

    if (!engine || length > CREDIT_ROOM)
        return false;
    for (size_t i = 0; i < length; i++) {
        bool letter = is_upper(line[i]) || is_lower(line[i]);

        if (letter && !inside &&
            kutip_engine_phrase(engine, "PAGE_CREDIT", line + i, length - i) >
                0)
            return true;
        inside = letter;
    }
    return false;
}

bool
page_is_inline(enum page_tag tag)
{
    return tag == TAG_A || tag == TAG_BOLD || tag == TAG_BR ||
           tag == TAG_IMAGE || tag == TAG_INLINE || tag == TAG_ITALIC ||
           tag == TAG_TEXT || tag == TAG_TIME || tag == TAG_META ||
           tag == TAG_LINK;
}
