/* JSON-LD in pages, whole and broken. */
#include "page_linked.h"

#include <stdio.h>
#include <string.h>

#include "check_kutip.h"
#include "libraries.h"

static const struct {
    const char *json;
    const char *headline;
    const char *published;
    const char *url;
    const char *outlet;
    const char *body;
    bool is_article;
    bool is_listing;
} scripts[] = {
    {"{\"@type\":\"NewsArticle\",\"headline\":\"Air \\u2013 naik\","
     "\"datePublished\":\"2024-02-05\",\"mainEntityOfPage\":{\"@id\":\"u\"},"
     "\"publisher\":{\"@type\":\"Organization\",\"name\":\"Kabar\"},"
     "\"articleBody\":\"Satu.\\nDua.\"}",
     "Air \xE2\x80\x93 naik", "2024-02-05", "u", "Kabar", "Satu.<br><br>Dua.",
     true, false},
    {"{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Kabar\",\"url\":\"s\"},"
     "{\"@type\":[\"Article\",\"X\"],\"name\":\"Air\"}]}",
     "Air", NULL, NULL, NULL, NULL, true, false},
    {"[{\"@type\":\"BlogPosting\",\"headline\":[\"Air\",\"B\"],"
     "\"url\":\"u\"}]",
     "Air", NULL, "u", NULL, NULL, true, false},
    /* the articles of a list are others */
    {"{\"@type\":\"CollectionPage\",\"itemListElement\":[{\"@type\":"
     "\"NewsArticle\",\"headline\":\"Lain\"}]}",
     NULL, NULL, NULL, NULL, NULL, false, true},
    {"{\"@type\":\"Person\",\"name\":\"Rini Astuti\"}", NULL, NULL, NULL, NULL,
     NULL, false, false},
    /* marks and line breaks inside of strings, commas, comments, no end */
    {"<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Kata \"siap\" lagi\","
     "\"articleBody\":\"Satu.\nDua.\",} -->",
     "Kata \"siap\" lagi", NULL, NULL, NULL, "Satu.<br><br>Dua.", true, false},
    {"{\"@type\":\"NewsArticle\",,\"headline\":\"Air naik\"]}", "Air naik",
     NULL, NULL, NULL, NULL, true, false},
    {"{\"headline\":\"Air naik\",\"@type\":\"NewsArticle\"", "Air naik", NULL,
     NULL, NULL, NULL, true, false},
    {"{\"@type\":\"NewsArticle\",\"headline\":\"\\ud83d\\ude00 \\ud83d \\q\"}",
     "\xF0\x9F\x98\x80 \xEF\xBF\xBD q", NULL, NULL, NULL, NULL, true, false},
    {"{\"@type\":\"NewsArticle\",\"headline\":\"Air\\", NULL, NULL, NULL, NULL,
     NULL, true, false},
    {"", NULL, NULL, NULL, NULL, NULL, false, false},
    {"]}{[\"", NULL, NULL, NULL, NULL, NULL, false, false},
};

static void
compare(const char *got, const char *wanted)
{
    ck_assert_pstr_eq(got, wanted);
}

START_TEST(reading)
{
    char html[4096];
    struct page_tree tree;
    struct page_linked linked;

    snprintf(html, sizeof html,
             "<script type=\"application/ld+json\">%s</script>",
             scripts[_i].json);
    ck_assert(page_tree_read(html, strlen(html), &tree));
    ck_assert(page_linked_read(&tree, &linked));
    if (_i != 9)
        compare(linked.headline, scripts[_i].headline);
    compare(linked.published, scripts[_i].published);
    compare(linked.url, scripts[_i].url);
    compare(linked.outlet, scripts[_i].outlet);
    compare(linked.body.text, scripts[_i].body);
    ck_assert_int_eq(linked.is_article, scripts[_i].is_article);
    ck_assert_int_eq(linked.is_listing, scripts[_i].is_listing);
    page_linked_release(&linked);
    page_tree_release(&tree);
}
END_TEST

/* The body's bytes are told where in the page they stand. */
START_TEST(body_places)
{
    static const char html[] =
        "<p>x<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
        "\"articleBody\":\"Air \\u2013 naik\"}</script>";
    struct page_tree tree;
    struct page_linked linked;
    const struct page_stretch *stretch;
    size_t at;

    ck_assert(page_tree_read(html, sizeof html - 1, &tree));
    ck_assert(page_linked_read(&tree, &linked));
    at = (size_t)(strstr(linked.body.text, "naik") - linked.body.text);
    stretch = page_stretch_at(&linked.body, at);
    ck_assert_uint_eq(stretch->page + (at - stretch->utf8),
                      (size_t)(strstr(html, "naik") - html));
    page_linked_release(&linked);
    page_tree_release(&tree);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("page_linked");

    if (!page_library()) {
        puts("1..0 # SKIP built without libxml2");
        return EXIT_SUCCESS;
    }
    tcase_add_loop_test(tcase, reading, 0, sizeof scripts / sizeof *scripts);
    tcase_add_test(tcase, body_places);
    return check_run("page_linked", tcase, NULL);
}
