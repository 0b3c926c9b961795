/* Whom a name means that shares no word, or not all, with another. */
#include "check_kutip.h"
#include "speakers.h"

#include <string.h>

static const char text[] =
    "Rini Prabawi pulang. Prabawa Lestari diam. Wayan Sutarja duduk. "
    "Dikatakan Rini Prabawa begitu.";

/* The tokens of some words of the text. */
static struct kt_range
words(const kutip_doc *doc, const char *of)
{
    uint32_t start = (uint32_t)(strstr(doc->text, of) - doc->text), at = 0;
    struct kt_range range;

    while (doc->tokens.items[at].start < start)
        at++;
    range.first = at;
    while (doc->tokens.items[at].start < start + strlen(of))
        at++;
    range.end = at;
    return range;
}

/* A document with these persons as speakers, in order, and nobody else. */
static kutip_doc *
persons(struct kt_linker *linker, const char *const *names, size_t count)
{
    kutip_doc *doc = check_analyze(text);

    memset(linker, 0, sizeof *linker);
    linker->doc = doc;
    doc->mentions.count = doc->speakers.count = doc->mention_links.count = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct kt_mention *mention = kt_list_push(&doc->arena, &doc->mentions);
        struct kt_link *link = kt_list_push(&doc->arena, &doc->mention_links);
        ck_assert(mention != NULL && link != NULL);
        mention->name = words(doc, names[i]);
        ck_assert_uint_eq(kt_speaker_new(linker, i, KUTIP_PERSON), i);
    }
    return doc;
}

/* Who is meant by the name at the text's end, told with a role or not. */
static uint32_t
meant_of(const struct kt_linker *linker, uint32_t except, bool role,
         bool shares, const struct kt_way **by)
{
    struct kt_mention mention = {.role = KT_NO_RANGE};

    mention.name = words(linker->doc, "Rini Prabawa begitu");
    mention.name.end--;
    if (role)
        mention.role = words(linker->doc, "Dikatakan");
    return kt_find_another_way(linker, &mention, except, shares, by);
}

static uint32_t
meant(const struct kt_linker *linker, uint32_t except, bool role,
      const struct kt_way **by)
{
    return meant_of(linker, except, role, true, by);
}

START_TEST(the_surest)
{
    static const char *const names[] = {"Rini Prabawi", "Wayan Sutarja",
                                        "Prabawa Lestari"};
    const struct kt_way *by = NULL;
    struct kt_linker linker;
    kutip_doc *doc = persons(&linker, names, 3);

    ck_assert_uint_eq(meant(&linker, KT_NONE, false, &by), 0);
    ck_assert(by->fits == kt_names_nearly_agree);
    ck_assert_uint_eq(meant(&linker, 0, false, &by), 2);
    ck_assert(by->fits == kt_name_runs_into);
    ck_assert_uint_eq(meant(&linker, 0, true, &by), KT_NONE);
    ck_assert_uint_eq(meant_of(&linker, KT_NONE, false, false, &by), KT_NONE);
    kutip_doc_free(doc);
}
END_TEST

START_TEST(the_latest)
{
    static const char *const names[] = {"Rini Prabawi", "Rini Prabawi",
                                        "Wayan Sutarja"};
    const struct kt_way *by = NULL;
    struct kt_linker linker;
    kutip_doc *doc = persons(&linker, names, 3);

    ck_assert_uint_eq(meant(&linker, KT_NONE, false, &by), 1);
    kutip_doc_free(doc);
}
END_TEST

/* So far back is looked, and no further; bodies between are none. */
START_TEST(how_far)
{
    const char *names[KT_SPEAKERS_BACK + 1] = {"Rini Prabawi"};
    const struct kt_way *by = NULL;
    struct kt_linker linker;
    kutip_doc *doc;

    for (size_t i = 1; i <= KT_SPEAKERS_BACK; i++)
        names[i] = "Wayan Sutarja";
    doc = persons(&linker, names, KT_SPEAKERS_BACK);
    for (uint32_t i = 0; i < 100; i++)
        ck_assert_uint_ne(kt_speaker_new(&linker, 0, KUTIP_ORGANIZATION),
                          KT_NONE);
    ck_assert_uint_eq(meant(&linker, KT_NONE, false, &by), 0);
    kutip_doc_free(doc);
    doc = persons(&linker, names, KT_SPEAKERS_BACK + 1);
    ck_assert_uint_eq(meant(&linker, KT_NONE, false, &by), KT_NONE);
    ck_assert_uint_eq(meant(&linker, 1, false, &by), 0);
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("name_ways");

    tcase_add_test(tcase, the_surest);
    tcase_add_test(tcase, the_latest);
    tcase_add_test(tcase, how_far);
    return check_run("name_ways", tcase, NULL);
}
