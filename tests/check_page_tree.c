/* The tree of a page: nesting, repair, places. */
#include "page_tree.h"

#include <stdio.h>
#include <string.h>

#include "check_kutip.h"
#include "libraries.h"

/* The texts of the page, each with the tag it stands in and its place. */
static char *
show(const char *html)
{
    struct page_tree tree;
    char *all = calloc(4096, 1);

    ck_assert(page_tree_read(html, strlen(html), &tree));
    for (size_t i = 0; i < tree.node_count; i++) {
        const struct page_node *node = &tree.nodes[i];

        ck_assert_uint_gt(node->end, i);
        ck_assert_uint_le(node->end, tree.nodes[node->parent].end);
        if (node->tag == TAG_TEXT)
            sprintf(all + strlen(all), "%s%.*s@%u%s", *all ? "|" : "",
                    (int)node->length, tree.pool + node->text,
                    (unsigned)node->source, node->is_literal ? "" : "&");
    }
    page_tree_release(&tree);
    return all;
}

static const struct {
    const char *html;
    const char *shown;
} pages[] = {
    {"<p>Air <b>naik</b></p>", "Air @3|naik@10"},
    {"<p>A &amp; B", "A @3|&@5&| B@10"},
    {"<p>\xE2\x80\x9C"
     "A\xE2\x80\x9D&nbsp;",
     "\xE2\x80\x9C"
     "A\xE2\x80\x9D@3|\xC2\xA0@10&"},
    {"<p>A</b></i><p>B", "A@3|B@15"},
    {"<p><!-- x -->A", "A@13"},
    {"<noscript>x</noscript><p>A", "A@25"},
    {"<ul><li>A<li>B</ul>", "A@8|B@13"},
    {"", ""},
};

START_TEST(texts)
{
    char *shown = show(pages[_i].html);

    ck_assert_str_eq(shown, pages[_i].shown);
    free(shown);
}
END_TEST

/* A long text comes in several runs, none of which loses its place. */
START_TEST(long_text)
{
    char *html = malloc(100001);
    struct page_tree tree;

    for (size_t i = 0; i < 100000; i++)
        html[i] = "abcdefg"[i % 7];
    memcpy(html, "<p>", 3);
    html[100000] = '\0';
    ck_assert(page_tree_read(html, 100000, &tree));
    for (size_t i = 0; i < tree.node_count; i++) {
        const struct page_node *node = &tree.nodes[i];

        ck_assert(node->tag != TAG_TEXT || node->is_literal);
        ck_assert_mem_eq(html + node->source, tree.pool + node->text,
                         node->length);
    }
    page_tree_release(&tree);
    free(html);
}
END_TEST

START_TEST(attributes)
{
    static const char html[] = "<p CLASS=\"a b\" itemprop='x' hidden "
                               "aria-hidden=false data-x=1>A";
    struct page_tree tree;
    const struct page_node *p;

    ck_assert(page_tree_read(html, sizeof html - 1, &tree));
    p = &tree.nodes[1];
    while (p->tag != TAG_P)
        p++;
    ck_assert_str_eq(page_attribute(&tree, p, KEY_CLASS), "a b");
    ck_assert_str_eq(page_attribute(&tree, p, KEY_ITEMPROP), "x");
    ck_assert_ptr_nonnull(page_attribute(&tree, p, KEY_HIDDEN));
    ck_assert_ptr_null(page_attribute(&tree, p, KEY_ID));
    page_tree_release(&tree);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("page_tree");

    if (!page_library()) {
        puts("1..0 # SKIP built without libxml2");
        return EXIT_SUCCESS;
    }
    tcase_add_loop_test(tcase, texts, 0, sizeof pages / sizeof *pages);
    tcase_add_test(tcase, long_text);
    tcase_add_test(tcase, attributes);
    return check_run("page_tree", tcase, NULL);
}
