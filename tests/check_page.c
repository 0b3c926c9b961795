/*
 * Pages: the samples in tests/pages, where their text stands, and pages that
 * are none. NAME.txt is what NAME.html should give: `title: ...` and the
 * other parts that are known, a blank line, the text.
 */
#include "page.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "check_kutip.h"
#include "libraries.h"

enum { PAGES_MOST = 200, NAME_ROOM = 128 };

static char names[PAGES_MOST][NAME_ROOM];
static int name_count;

static const char *
folder(void)
{
    static char path[4096];
    const char *top = getenv("top_srcdir");

    snprintf(path, sizeof path, "%s/tests/pages", top ? top : ".");
    return path;
}

static char *
read_file(const char *name, const char *ending, size_t *length)
{
    char path[8192];
    char *bytes;
    FILE *file;
    long size;

    snprintf(path, sizeof path, "%s/%s%s", folder(), name, ending);
    file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s is missing", path);
    fseek(file, 0, SEEK_END);
    size = ftell(file);
    rewind(file);
    bytes = calloc((size_t)size + 1, 1);
    ck_assert_ptr_nonnull(bytes);
    *length = fread(bytes, 1, (size_t)size, file);
    fclose(file);
    return bytes;
}

static struct page
read_bytes(const char *bytes, size_t length)
{
    struct page page;
    const char *error;

    ck_assert(page_read(check_engine(), bytes, length, &page, &error));
    ck_assert_ptr_null(error);
    ck_assert_uint_eq(strlen(page.text), page.length);
    return page;
}

static struct page
read_string(const char *text)
{
    return read_bytes(text, strlen(text));
}

static void
add_part(char *all, const char *name, const char *part)
{
    if (part)
        sprintf(all + strlen(all), "%s: %s\n", name, part);
}

/* A page as its NAME.txt should have it. */
static char *
describe(const struct page *page)
{
    char *all = calloc(page->length + 4096, 1);

    ck_assert_ptr_nonnull(all);
    add_part(all, "title", page->title);
    add_part(all, "outlet", page->outlet);
    add_part(all, "published", page->published);
    add_part(all, "url", page->url);
    strcat(all, "\n");
    strcat(all, page->text);
    if (page->length > 0)
        strcat(all, "\n");
    return all;
}

START_TEST(samples)
{
    size_t length, wanted_length;
    char *bytes = read_file(names[_i], ".html", &length);
    char *wanted = read_file(names[_i], ".txt", &wanted_length);
    struct page page = read_bytes(bytes, length);
    char *got = describe(&page);

    ck_assert_msg(strcmp(got, wanted) == 0, "%s: wanted\n%s\ngot\n%s",
                  names[_i], wanted, got);
    free(got);
    free(wanted);
    free(bytes);
    page_release(&page);
}
END_TEST

/* A byte of the text stands in the page where page_offset() says; or there
 * an entity, an escape, a blank, markup begins that stands for it. */
START_TEST(offsets)
{
    size_t length, last = 0;
    char *bytes = read_file(names[_i], ".html", &length);
    struct page page = read_bytes(bytes, length);
    bool ordered = strcmp(names[_i], "scripts-only") != 0;

    for (size_t i = 0; i < page.length; i++) {
        size_t at = page_offset(&page, i);
        unsigned char c = (unsigned char)page.text[i];

        ck_assert_uint_lt(at, length);
        ck_assert_msg(c <= ' ' || c >= 0x80 || bytes[at] == (char)c ||
                          bytes[at] == '&' || bytes[at] == '\\',
                      "%s: byte %zu (%c) at %zu", names[_i], i, c, at);
        if (ordered)
            ck_assert_uint_ge(at, last);
        last = at;
    }
    page_release(&page);
    free(bytes);
}
END_TEST

static const char *const no_pages[] = {
    "",
    " ",
    "<",
    "<html",
    "<p>",
    "<!-- ",
    "<script type='application/ld+json'>",
    "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"art",
    "Bukan halaman.",
    "<html><body>Bukan artikel, hanya satu baris.</body></html>",
    "<title>",
    "\xFF\xFE",
    "\xEF\xBB\xBF",
};

START_TEST(nothing)
{
    struct page page = read_string(no_pages[_i]);

    ck_assert_uint_eq(page.length, 0);
    ck_assert_uint_eq(page_offset(&page, 0), 0);
    page_release(&page);
}
END_TEST

/* A line break in a headline parts two words; a headline without end is
 * none. */
START_TEST(headlines)
{
    enum { LONG = 5000 };
    static const char html[] =
        "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", "
        "\"headline\": \"Air%*sSungai<br>Naik\"}</script><p>Air sungai naik "
        "lagi sejak pagi dan jalan di tepinya ditutup oleh warga desa.</p>";
    char bytes[sizeof html + LONG];
    struct page page;

    snprintf(bytes, sizeof bytes, html, 1, "");
    page = read_string(bytes);
    ck_assert_pstr_eq(page.title, "Air Sungai Naik");
    page_release(&page);
    snprintf(bytes, sizeof bytes, html, LONG, "");
    page = read_string(bytes);
    ck_assert_ptr_null(page.title);
    page_release(&page);
}
END_TEST

/* What is repeated, and what stands before and behind, to fill a page. */
static const struct {
    const char *begin;
    const char *piece;
    const char *end;
} floods[] = {
    {"", "<div>", ""},
    {"", "<b>", "</i>"},
    {"", "<p>", ""},
    {"", "<li><a href=x>Pasar Gede Wonorejo</a>", ""},
    {"",
     "<li><p>Pasar itu dibuka lagi setelah dua tahun diperbaiki oleh "
     "pemerintah daerah.</p>",
     ""},
    {"", "<img>", ""},
    {"", "&amp;", ""},
    {"", "&", ""},
    {"", "<div class=related>x", ""},
    {"", "x<br>", ""},
    {"", "</p>", ""},
    {"", "<script type='application/ld+json'>[", ""},
    {"", "<table><tr><td>", ""},
    {"", "<p x", ""},
    {"<span class=related>", "<div></div>", ""},
};

/* One tag of a hundred thousand attributes, all of other names. */
START_TEST(attributes)
{
    enum { COUNT = 100000, ROOM = 16 };
    char *bytes = malloc((size_t)COUNT * ROOM);
    size_t length = (size_t)sprintf(bytes, "<p>Air</p><p ");
    clock_t start = clock();
    struct page page;

    for (int i = 0; i < COUNT; i++)
        length += (size_t)sprintf(bytes + length, i % 2 ? "a%d " : "a%d=1 ",
                                  i);
    page = read_bytes(bytes, length);
    ck_assert((double)(clock() - start) / CLOCKS_PER_SEC < 2);
    page_release(&page);
    free(bytes);
}
END_TEST

/* A page of a million pieces is read in seconds; under valgrind, which
 * takes fifty times as long, one of a few thousand. */
START_TEST(flood)
{
    enum { PIECES = 1000000, FEW = 10000, MOST_BYTES = 30000000 };
    size_t pieces = check_valgrind() ? FEW : PIECES;
    size_t size = strlen(floods[_i].piece);
    size_t count = size * pieces < MOST_BYTES ? pieces : MOST_BYTES / size;
    size_t behind = strlen(floods[_i].end);
    size_t before = strlen(floods[_i].begin);
    char *bytes = malloc(before + count * (size + behind) + 1);
    struct page page;
    clock_t start = clock();

    ck_assert_ptr_nonnull(bytes);
    memcpy(bytes, floods[_i].begin, before);
    for (size_t i = 0; i < count; i++)
        memcpy(bytes + before + i * size, floods[_i].piece, size);
    for (size_t i = 0; i < count; i++)
        memcpy(bytes + before + count * size + i * behind, floods[_i].end,
               behind);
    page = read_bytes(bytes, before + count * (size + behind));
    ck_assert_msg((double)(clock() - start) / CLOCKS_PER_SEC < 20,
                  "%s took too long", floods[_i].piece);
    page_release(&page);
    free(bytes);
}
END_TEST

/* Without an engine the markup has to do. */
START_TEST(no_engine)
{
    size_t length;
    char *bytes = read_file("table-layout", ".html", &length);
    struct page page;
    const char *error;

    ck_assert(page_read(NULL, bytes, length, &page, &error));
    ck_assert_uint_gt(page.length, 1000);
    page_release(&page);
    free(bytes);
}
END_TEST

static void
find_samples(void)
{
    DIR *dir = opendir(folder());
    struct dirent *entry;

    while (dir && (entry = readdir(dir)) && name_count < PAGES_MOST) {
        const char *ending = strstr(entry->d_name, ".html");

        if (ending && (size_t)(ending - entry->d_name) < NAME_ROOM)
            snprintf(names[name_count++], NAME_ROOM, "%.*s",
                     (int)(ending - entry->d_name), entry->d_name);
    }
    if (dir)
        closedir(dir);
}

START_TEST(there_are_samples)
{
    ck_assert_int_gt(name_count, 20);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("page");

    if (!page_library()) {
        puts("1..0 # SKIP built without libxml2");
        return EXIT_SUCCESS;
    }
    find_samples();
    tcase_add_test(tcase, there_are_samples);
    tcase_add_loop_test(tcase, samples, 0, name_count);
    tcase_add_loop_test(tcase, offsets, 0, name_count);
    tcase_add_loop_test(tcase, nothing, 0, sizeof no_pages / sizeof *no_pages);
    tcase_add_loop_test(tcase, flood, 0, sizeof floods / sizeof *floods);
    tcase_add_test(tcase, attributes);
    tcase_add_test(tcase, headlines);
    tcase_add_test(tcase, no_engine);
    return check_run("page", tcase, NULL);
}
