/* Making the lexicon: words files, entries that join, classes, -nya. */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"
#include "lexicon_builder.h"

/* Loads the file with what else is in the folder, and ends the lexicon. */
static struct kt_lexicon_builder *
load_with(struct bench *bench, const char *text, const char *clitic)
{
    const struct kt_pattern_file *file =
        bench_file(bench, "some.words", text);
    struct kt_lexicon_builder *builder = bench_lexicon(bench);

    ck_assert_ptr_nonnull(builder);
    ck_assert(kt_lexicon_add_file(builder, file));
    ck_assert(kt_lexicon_finish(builder, clitic));
    return builder;
}

static struct kt_lexicon_builder *
load(struct bench *bench, const char *text)
{
    return load_with(bench, text, "nya");
}

/* The classes of an entry by name, between bars; "-" is no entry. */
static const char *
classes(const struct bench *bench, const char *text)
{
    static char out[512];
    const struct kt_entry *entry = bench_entry(bench, text);
    size_t used = 0;

    if (entry == NULL)
        return "-";
    out[0] = '\0';
    for (unsigned i = 0; i < bench->lexicon.class_count; i++)
        if (kt_set_has(kt_entry_classes(&bench->lexicon, entry), i))
            used += (size_t)snprintf(out + used, sizeof out - used, "%s%s",
                                     used > 0 ? "|" : "",
                                     bench->lexicon.class_names[i]);
    return out;
}

START_TEST(every_section_adds_its_classes)
{
    struct bench bench;

    bench_open(&bench);
    load(&bench, "%kutip words 1\n[ROLE]\nnakhoda\njuru mudi\n"
                 "[ COMMON  HONORIFIC ]\nnakhoda\n[RANK]\nnahkoda\n");
    ck_assert_str_eq(bench.folder->faults, "");
    ck_assert_str_eq(classes(&bench, "nakhoda"), "ROLE|HONORIFIC|COMMON");
    ck_assert_str_eq(classes(&bench, "juru mudi"), "ROLE");
    ck_assert_str_eq(classes(&bench, "nahkoda"), "RANK");
    ck_assert_str_eq(classes(&bench, "juru"), "-");
    ck_assert_uint_eq(bench.lexicon.entry_count, 4);
    bench_close(&bench);
}
END_TEST

/* The same words with other capitals are another entry. */
START_TEST(capitals_tell_entries_apart)
{
    struct bench bench;

    bench_open(&bench);
    load(&bench, "%kutip words 1\n[ORG]\nBahari Jaya\n[COMMON]\nbahari jaya\n"
                 "\xC3\xA9lan\n[PLACE]\nBahari  Jaya\n\xC3\x89lan\n");
    ck_assert_str_eq(classes(&bench, "Bahari Jaya"), "ORG");
    ck_assert_str_eq(classes(&bench, "bahari jaya"), "COMMON");
    ck_assert_str_eq(classes(&bench, "\xC3\xA9lan"), "COMMON");
    ck_assert_str_eq(classes(&bench, "\xC3\x89lan"), "PLACE");
    ck_assert(bench_entry(&bench, "Bahari Jaya")->has_capital);
    ck_assert(!bench_entry(&bench, "bahari jaya")->has_capital);
    ck_assert(bench_entry(&bench, "\xC3\x89lan")->has_capital);
    ck_assert(!bench_entry(&bench, "\xC3\xA9lan")->has_capital);
    bench_close(&bench);
}
END_TEST

START_TEST(groups)
{
    struct bench bench;
    uint32_t harbour, tide;

    bench_open(&bench);
    load(&bench, "%kutip words 1\n[ROLE]\nkepala pelabuhan|kapel | syahbandar"
                 "\npengamat pasang\n[COMMON]\nkepala pelabuhan | kalab\n");
    ck_assert_str_eq(bench.folder->faults, "");
    harbour = bench_entry(&bench, "kepala pelabuhan")->group;
    tide = bench_entry(&bench, "pengamat pasang")->group;
    ck_assert_uint_ne(harbour, 0);
    ck_assert_uint_ne(tide, 0);
    ck_assert_uint_ne(harbour, tide);
    ck_assert_uint_eq(bench_entry(&bench, "kapel")->group, harbour);
    ck_assert_uint_eq(bench_entry(&bench, "syahbandar")->group, harbour);
    ck_assert_uint_eq(bench_entry(&bench, "kalab")->group, harbour);
    ck_assert_str_eq(classes(&bench, "kalab"), "COMMON");
    bench_close(&bench);
}
END_TEST

/* Bars in comments and in lines far behind are none of a line's. */
START_TEST(bars)
{
    struct bench bench;

    bench_open(&bench);
    load(&bench, "%kutip words 1\n[ROLE]\nnakhoda # or | so\njuru|juru mudi\n"
                 "pelaut\n# |\nkelasi | awak |abk\n");
    ck_assert_str_eq(bench.folder->faults, "");
    ck_assert_uint_eq(bench.lexicon.entry_count, 8);
    ck_assert_str_eq(classes(&bench, "nakhoda"), "ROLE");
    ck_assert_str_eq(classes(&bench, "juru mudi"), "ROLE");
    ck_assert_str_eq(classes(&bench, "abk"), "ROLE");
    ck_assert_uint_eq(bench_entry(&bench, "kelasi")->group,
                      bench_entry(&bench, "abk")->group);
    ck_assert_uint_ne(bench_entry(&bench, "pelaut")->group,
                      bench_entry(&bench, "abk")->group);
    bench_close(&bench);
}
END_TEST

START_TEST(the_same_entry_in_two_sections_is_no_fault)
{
    struct bench bench;

    bench_open(&bench);
    load(&bench, "%kutip words 1\n[ROLE]\nnakhoda\n[ROLE]\nnakhoda\n"
                 "pelaut | nakhoda\n|\n");
    ck_assert_str_eq(bench.folder->faults,
                     "some.words:6:10: 'nakhoda' stands twice in this "
                     "section\n"
                     "some.words:7:1: an empty alternative\n"
                     "some.words:7:2: an empty alternative\n");
    bench_close(&bench);
}
END_TEST

/* A class is wanted when a template asks for it; others are asked once. */
START_TEST(wanted_classes)
{
    struct bench bench;
    struct kt_lexicon_builder *builder;
    uint32_t count;

    bench_open(&bench);
    folder_write(bench.folder, "cues.templates",
                 "%kutip templates 1 cues\nlet WIND = (MONSOON | STORM_LOUD)\n"
                 "template one\n  match @cue(WIND)\n  yes Angin! GALE\n");
    builder = bench_lexicon(&bench);
    count = bench.lexicon.class_count;
    ck_assert_uint_eq(count, KT_CLASS_KNOWN);
    ck_assert_int_eq(kt_lexicon_want_class(builder, "ROLE"), KT_ROLE);
    ck_assert_int_eq(kt_lexicon_want_class(builder, "STORM"), -1);
    ck_assert_int_eq(kt_lexicon_want_class(builder, "STORM"), -1);
    ck_assert_int_eq(kt_lexicon_want_class(builder, "GALE"), -1);
    ck_assert_uint_eq(builder->unwanted.count, 2);
    ck_assert_int_eq(kt_lexicon_want_class(builder, "MONSOON"), (int)count);
    ck_assert_int_eq(kt_lexicon_want_class(builder, "MONSOON"), (int)count);
    ck_assert_int_eq(kt_lexicon_want_class(builder, "STORM_LOUD"),
                     (int)count + 1);
    ck_assert_uint_eq(bench.lexicon.class_count, count + 2);
    ck_assert_str_eq(bench.lexicon.class_names[count], "MONSOON");
    bench_close(&bench);
}
END_TEST

START_TEST(one_class_too_many)
{
    struct bench bench;
    char templates[8192] = "%kutip templates 1 cues\ntemplate one\n  match ";
    char words[4096] = "%kutip words 1\n[";
    char told[128];

    bench_open(&bench);
    for (int i = KT_CLASS_KNOWN; i <= KT_CLASS_MAX; i++) {
        char name[24];
        snprintf(name, sizeof name, " WAVE%d", i);
        strcat(templates, name);
        strcat(words, name);
    }
    strcat(templates, "\n  yes Ombak.\n");
    strcat(words, "]\nombak\n");
    folder_write(bench.folder, "cues.templates", templates);
    load(&bench, words);
    snprintf(told, sizeof told, ": 'WAVE%d' is one class too many (%d)\n",
             KT_CLASS_MAX, KT_CLASS_MAX);
    ck_assert_uint_eq(bench.folder->fault_count, 1);
    ck_assert_ptr_nonnull(strstr(bench.folder->faults, told));
    ck_assert_uint_eq(bench.lexicon.class_count, KT_CLASS_MAX);
    ck_assert(kt_set_has(kt_entry_classes(&bench.lexicon,
                                          bench_entry(&bench, "ombak")),
                         KT_CLASS_MAX - 1));
    bench_close(&bench);
}
END_TEST

START_TEST(clitics)
{
    struct bench bench;

    bench_open(&bench);
    load(&bench, "%kutip words 1\n[ACCORDING]\nmenilik\nmenilik pada\n"
                 "[ROLE]\nnakhoda\n[COMMON]\nmeniliknya\n");
    ck_assert_str_eq(classes(&bench, "meniliknya"),
                     "CLITIC|ACCORDING|COMMON");
    ck_assert_str_eq(classes(&bench, "menilik"), "ACCORDING");
    ck_assert_str_eq(classes(&bench, "menilik padanya"), "-");
    ck_assert_str_eq(classes(&bench, "nakhodanya"), "-");
    bench_close(&bench);
}
END_TEST

START_TEST(no_clitic)
{
    struct bench bench;

    bench_open(&bench);
    load_with(&bench, "%kutip words 1\n[ACCORDING]\nmenilik\n", "");
    ck_assert_str_eq(classes(&bench, "menilik"), "ACCORDING");
    ck_assert_str_eq(classes(&bench, "meniliknya"), "-");
    bench_close(&bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("lexicon_load");

    tcase_add_test(tcase, every_section_adds_its_classes);
    tcase_add_test(tcase, capitals_tell_entries_apart);
    tcase_add_test(tcase, groups);
    tcase_add_test(tcase, bars);
    tcase_add_test(tcase, the_same_entry_in_two_sections_is_no_fault);
    tcase_add_test(tcase, wanted_classes);
    tcase_add_test(tcase, one_class_too_many);
    tcase_add_test(tcase, clitics);
    tcase_add_test(tcase, no_clitic);
    return check_run("lexicon_load", tcase, NULL);
}
