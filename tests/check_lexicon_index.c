/* The index: entries by their first word, and all a look-up can give. */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"
#include "lexicon_builder.h"
#include "text.h"

static void
load(struct bench *bench, const char *text)
{
    const struct kt_pattern_file *file;
    struct kt_lexicon_builder *builder;

    bench_open(bench);
    file = bench_file(bench, "some.words", text);
    builder = bench_lexicon(bench);
    ck_assert_ptr_nonnull(builder);
    ck_assert(kt_lexicon_add_file(builder, file));
    ck_assert(kt_lexicon_finish(builder, ""));
    ck_assert_str_eq(bench->folder->faults, "");
}

static const struct kt_word *
word(const struct bench *bench, const char *text)
{
    uint32_t id = kt_lexicon_find(&bench->lexicon, text, strlen(text),
                                  kt_text_hash(text, strlen(text)));
    return &bench->lexicon.words[id];
}

static struct kt_set
classes(const struct bench *bench, const char *text)
{
    return kt_word_classes(&bench->lexicon, word(bench, text));
}

/* What begins with a word, in the word's order, between bars. */
static const char *
entries(const struct bench *bench, const char *text)
{
    static char out[512];
    const struct kt_word *first = word(bench, text);
    size_t used = 0;

    out[0] = '\0';
    for (uint32_t i = 0; i < first->entry_count; i++) {
        const struct kt_entry *entry =
            &bench->lexicon.entries[first->entries[i]];
        used += (size_t)snprintf(out + used, sizeof out - used, "%s%.*s",
                                 i > 0 ? "|" : "", (int)entry->length,
                                 entry->text);
    }
    return out;
}

START_TEST(longest_first)
{
    struct bench bench;

    load(&bench, "%kutip words 1\n[ROLE]\njuru\njuru mudi kapal besar\n"
                 "mudi\njuru mudi\nJuru Masak\njuru mudi kapal\n");
    ck_assert_str_eq(entries(&bench, "juru"),
                     "juru mudi kapal besar|juru mudi kapal|juru mudi|"
                     "Juru Masak|juru");
    ck_assert_str_eq(entries(&bench, "mudi"), "mudi");
    ck_assert_str_eq(entries(&bench, "kapal"), "");
    ck_assert_str_eq(word(&bench, "kapal")->text, "kapal");
    bench_close(&bench);
}
END_TEST

/* Phrases stand by their second word, and then what is no phrase. */
START_TEST(by_second_word)
{
    struct bench bench;

    load(&bench, "%kutip words 1\n[ROLE]\nombak\njuru tulis\njuru mudi\n"
                 "juru tulis desa\njuru\nJuru\nmudi besar\n");
    const struct kt_word *juru = word(&bench, "juru");
    ck_assert_uint_eq(juru->entry_count, 5);
    ck_assert_uint_eq(juru->phrase_count, 3);
    ck_assert_uint_eq(word(&bench, "ombak")->phrase_count, 0);
    const uint32_t *seconds = kt_word_seconds(juru);
    for (uint32_t i = 1; i < juru->entry_count; i++)
        ck_assert_uint_le(seconds[i - 1] - 1, seconds[i] - 1);
    bench_close(&bench);
}
END_TEST

/* The longest entry there can be has its place in the order as well. */
START_TEST(shortest_and_longest)
{
    struct bench bench;
    char text[256] = "%kutip words 1\n[ROLE]\nombak\nombak";

    for (int i = 1; i < KT_ENTRY_WORDS; i++)
        strcat(text, " a");
    strcat(text, "\nombak a\n");
    load(&bench, text);
    ck_assert_uint_eq(word(&bench, "ombak")->entry_count, 3);
    ck_assert_uint_eq(
        bench.lexicon.entries[word(&bench, "ombak")->entries[0]].word_count,
        KT_ENTRY_WORDS);
    ck_assert_uint_eq(
        bench.lexicon.entries[word(&bench, "ombak")->entries[2]].word_count,
        1);
    bench_close(&bench);
}
END_TEST

/* A word by itself: entries of one word that ask for no capital. */
START_TEST(classes_of_a_word)
{
    struct bench bench;

    load(&bench, "%kutip words 1\n[ROLE]\nombak\n[COMMON]\nombak\n"
                 "[ORG]\nOmbak\nombak biru\n[PLACE]\nbiru\n");
    ck_assert(kt_set_has(classes(&bench, "ombak"), KT_ROLE));
    ck_assert(kt_set_has(classes(&bench, "ombak"), KT_COMMON));
    ck_assert(!kt_set_has(classes(&bench, "ombak"), KT_ORG));
    ck_assert(kt_set_has(classes(&bench, "biru"), KT_PLACE));
    ck_assert(kt_set_equal(classes(&bench, "pasir"),
                           (struct kt_set){{0}}));
    bench_close(&bench);
}
END_TEST

/* What a look-up can give, or NULL. */
static const struct kt_found *
found(const struct bench *bench, unsigned a, unsigned b)
{
    struct kt_set set = {{0}};

    kt_set_add(&set, a);
    kt_set_add(&set, b);
    for (uint32_t i = 0; i < bench->lexicon.found_count; i++)
        if (kt_set_equal(bench->lexicon.found[i].classes, set))
            return &bench->lexicon.found[i];
    return NULL;
}

START_TEST(each_set_once)
{
    struct bench bench;

    load(&bench, "%kutip words 1\n[ROLE]\nombak\npasir\nkarang laut\n"
                 "[PLACE]\nbiru\n");
    ck_assert_uint_eq(bench.lexicon.found_count, 2);
    ck_assert_ptr_nonnull(found(&bench, KT_ROLE, KT_ROLE));
    ck_assert_ptr_nonnull(found(&bench, KT_PLACE, KT_PLACE));
    ck_assert_ptr_null(found(&bench, KT_ROLE, KT_PLACE));
    bench_close(&bench);
}
END_TEST

/* Entries that differ in capitals answer together. */
START_TEST(twins_answer_together)
{
    struct bench bench;

    load(&bench, "%kutip words 1\n[COMMON]\nombak biru\n[ORG]\nOmbak Biru\n"
                 "[PLACE]\nOMBAK BIRU\n");
    ck_assert_ptr_nonnull(found(&bench, KT_COMMON, KT_COMMON));
    ck_assert_ptr_nonnull(found(&bench, KT_COMMON, KT_ORG));
    ck_assert_ptr_nonnull(found(&bench, KT_COMMON, KT_PLACE));
    ck_assert_ptr_nonnull(found(&bench, KT_ORG, KT_PLACE));
    ck_assert_uint_eq(found(&bench, KT_ORG, KT_ORG)->spellings, 0);
    ck_assert_uint_eq(found(&bench, KT_COMMON, KT_ORG)->spellings,
                      KT_FOUND_SMALL);
    bench_close(&bench);
}
END_TEST

START_TEST(spellings)
{
    struct bench bench;

    load(&bench, "%kutip words 1\n[RANK]\nX\n[DEGREE]\nx satu\n"
                 "[MONTH]\n3 laut\n[ORG]\nOmbak\n[AND]\n\xC3\xA9\n"
                 "[PLACE]\nOmbak Biru\npasir\n");
    ck_assert_uint_eq(found(&bench, KT_RANK, KT_RANK)->spellings,
                      KT_FOUND_LETTER);
    ck_assert_uint_eq(found(&bench, KT_DEGREE, KT_DEGREE)->spellings,
                      KT_FOUND_LETTER | KT_FOUND_SMALL);
    ck_assert_uint_eq(found(&bench, KT_MONTH, KT_MONTH)->spellings,
                      KT_FOUND_LETTER | KT_FOUND_SMALL | KT_FOUND_NUMBER);
    ck_assert_uint_eq(found(&bench, KT_ORG, KT_ORG)->spellings, 0);
    ck_assert_uint_eq(found(&bench, KT_AND, KT_AND)->spellings,
                      KT_FOUND_LETTER | KT_FOUND_SMALL);
    /* of all entries that give the set */
    ck_assert_uint_eq(found(&bench, KT_PLACE, KT_PLACE)->spellings,
                      KT_FOUND_SMALL);
    bench_close(&bench);
}
END_TEST

START_TEST(an_empty_lexicon)
{
    struct bench bench;

    load(&bench, "%kutip words 1\n");
    ck_assert_uint_eq(bench.lexicon.entry_count, 1);
    ck_assert_uint_eq(bench.lexicon.found_count, 0);
    ck_assert_str_eq(entries(&bench, "ombak"), "");
    bench_close(&bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("lexicon_index");

    tcase_add_test(tcase, longest_first);
    tcase_add_test(tcase, by_second_word);
    tcase_add_test(tcase, shortest_and_longest);
    tcase_add_test(tcase, classes_of_a_word);
    tcase_add_test(tcase, each_set_once);
    tcase_add_test(tcase, twins_answer_together);
    tcase_add_test(tcase, spellings);
    tcase_add_test(tcase, an_empty_lexicon);
    return check_run("lexicon_index", tcase, NULL);
}
