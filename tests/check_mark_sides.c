/* Sides of marks: the cheapest way through a text, event by event. */
#include "mark_sides.h"

#include <string.h>

#include "check_kutip.h"

/*
 * A letter for the act of each mark and, small, of each break:
 * - none, O open, C close, R reopen, A close all, X orphan; r runs on,
 * e ends, . a break where nothing is open.
 */
static const char *
acts(kutip_doc *doc, struct kt_mark_events *events)
{
    static char out[256];
    uint32_t count;

    memset(events, 0, sizeof *events);
    ck_assert_int_eq(kt_list_marks(doc, events), KUTIP_OK);
    ck_assert_int_eq(kt_decide_sides(doc, events), KUTIP_OK);
    count = events->list.count;
    ck_assert_uint_lt(count, sizeof out);
    for (uint32_t i = 0; i < count; i++) {
        const struct kt_mark_event *event = &events->list.items[i];
        out[i] = event->is_break && event->act == KT_ACT_NONE
                     ? '.'
                     : "-OCRAXre"[event->act];
    }
    out[count] = '\0';
    return out;
}

static const struct {
    const char *text;
    const char *acts;
} cases[] = {
    {"", "."},
    {"Laut sepi.", "."},
    {"Laut sepi.\n\nOmbak tinggi.", ".."},
    {"\"Ombak tinggi,\" kata Wayan.", "OC."},
    {"\"Ombak tinggi,\" kata Wayan. \"Awas,\" ujarnya.", "OCOC."},
    /* the second lacks its mark, and the third is right again */
    {"\"Ombak tinggi, kata Wayan. \"Awas,\" ujarnya. \"Pergi,\" katanya.",
     "ORCOC."},
    /* a closing mark that nobody opened */
    {"Ombak tinggi,\" kata Wayan Sutarja. \"Awas,\" ujarnya.", "XOC."},
    /* a single mark inside a double one, and an apostrophe */
    {"\"Ia teriak 'awas' tadi,\" kata Wayan.", "OOCC."},
    {"\"Perahu nelayan' hanyut,\" kata Wayan.", "O-C."},
    {"\"Ia teriak 'awas tadi,\" kata Wayan.", "O-C."},
    {"\"Ombak tinggi.\n\n\"Angin kencang,\" kata Wayan.", "OeOC."},
    {"\"Ombak tinggi.\n\nAngin kencang,\" kata Wayan Sutarja.", "OrC."},
    {"Wayan berkata, \"Ombak tinggi.", "Oe"},
};

START_TEST(one_text)
{
    kutip_doc *doc = check_split(cases[_i].text);
    struct kt_mark_events events;

    ck_assert_str_eq(acts(doc, &events), cases[_i].acts);
    kutip_doc_free(doc);
}
END_TEST

START_TEST(what_is_listed)
{
    kutip_doc *doc = check_split("\"Awas!\" Laut\n\nsepi. 'Ya'");
    struct kt_mark_events listed = {{NULL, 0, 0}};
    const struct kt_mark_event *items;

    ck_assert_int_eq(kt_list_marks(doc, &listed), KUTIP_OK);
    items = listed.list.items;
    ck_assert_uint_eq(listed.list.count, 6);
    for (uint32_t i = 0; i < 6; i++)
        ck_assert_int_eq(items[i].is_break, i == 2 || i == 5);
    ck_assert_uint_eq(items[0].token, 0);
    ck_assert_uint_eq(items[1].token, 3);
    ck_assert_uint_eq(items[2].token, 5);  /* sepi */
    ck_assert_uint_eq(items[2].before, 5); /* behind Laut */
    ck_assert_uint_eq(items[5].token, doc->tokens.count);
    ck_assert_uint_eq(items[5].before, doc->tokens.count);
    kutip_doc_free(doc);
}
END_TEST

/* Boilerplate holds no marks, and no quotation runs over it. */
START_TEST(boilerplate)
{
    kutip_doc *doc =
        check_split("\"Ombak tinggi.\n\nBaca juga: \"Badai\" Datang\n\n"
                    "Angin kencang,\" kata Wayan Sutarja.");
    struct kt_mark_events events;

    ck_assert(doc->paragraphs.items[1].boilerplate);
    ck_assert_str_eq(acts(doc, &events), "OeX.");
    ck_assert_uint_eq(events.list.items[1].before, 4);
    kutip_doc_free(doc);
}
END_TEST

/* A stray mark costs its neighbours, however long the line goes on. */
START_TEST(one_long_line)
{
    static char text[64 * 64 + 64];
    kutip_doc *doc;
    struct kt_mark_events events;
    const char *found;

    strcpy(text, "Ombak\" itu tinggi. ");
    for (int i = 0; i < 60; i++)
        strcat(text, "\"Awas ombak tinggi,\" kata Wayan. ");
    doc = check_split(text);
    found = acts(doc, &events);
    ck_assert_uint_eq(strlen(found), 122);
    for (int i = 3; i < 121; i++)
        ck_assert_int_eq(found[i], i % 2 ? 'O' : 'C');
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("mark_sides");

    tcase_add_loop_test(tcase, one_text, 0, sizeof cases / sizeof *cases);
    tcase_add_test(tcase, what_is_listed);
    tcase_add_test(tcase, boilerplate);
    tcase_add_test(tcase, one_long_line);
    return check_run("mark_sides", tcase, NULL);
}
