/* Phrases by their first two words. */
#include "phrases.h"

#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"
#include "engine.h"
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
}

static uint32_t
id(const struct bench *bench, const char *text)
{
    return kt_lexicon_find(&bench->lexicon, text, strlen(text),
                           kt_text_hash(text, strlen(text)));
}

/* The phrases that begin with two words, between bars. */
static const char *
phrases(const struct bench *bench, const char *first, const char *second)
{
    static char out[256];
    const struct kt_phrase *begin =
        kt_phrases_find(&bench->lexicon.phrases, id(bench, first),
                        id(bench, second));
    size_t used = 0;

    out[0] = '\0';
    for (const struct kt_phrase *p = begin;
         p != NULL && p->first == begin->first && p->second == begin->second;
         p++) {
        const struct kt_entry *entry = &bench->lexicon.entries[p->entry];
        ck_assert_uint_eq(p->word_count, entry->word_count);
        ck_assert_uint_eq(p->has_capital, entry->has_capital);
        ck_assert_uint_eq(p->set, entry->set);
        used += (size_t)snprintf(out + used, sizeof out - used, "%s%.*s",
                                 p == begin ? "" : "|", (int)entry->length,
                                 entry->text);
    }
    return out;
}

START_TEST(longest_first)
{
    struct bench bench;

    load(&bench, "%kutip words 1\n[ROLE]\njuru\njuru mudi kapal besar\n"
                 "mudi\njuru mudi\nJuru Masak\njuru mudi kapal\nmudi juru\n");
    ck_assert_str_eq(phrases(&bench, "juru", "mudi"),
                     "juru mudi kapal besar|juru mudi kapal|juru mudi");
    ck_assert_str_eq(phrases(&bench, "juru", "masak"), "Juru Masak");
    ck_assert_str_eq(phrases(&bench, "mudi", "juru"), "mudi juru");
    ck_assert_str_eq(phrases(&bench, "mudi", "kapal"), "");
    ck_assert_str_eq(phrases(&bench, "juru", "zxqw"), "");
    bench_close(&bench);
}
END_TEST

START_TEST(none)
{
    struct bench bench;

    load(&bench, "%kutip words 1\n[ROLE]\njuru\nmudi\n");
    ck_assert_str_eq(phrases(&bench, "juru", "mudi"), "");
    ck_assert(!kt_phrases_may_begin(&bench.lexicon.phrases,
                                    id(&bench, "juru"), id(&bench, "mudi")));
    bench_close(&bench);
}
END_TEST

/* Each phrase of the patterns is found, and few that are none are let pass. */
START_TEST(all)
{
    const struct kt_lexicon *lexicon = &check_engine()->lexicon;
    const struct kt_phrases *phrases = &lexicon->phrases;
    uint32_t told = 0, asked = 0;

    for (uint32_t i = 1; i < lexicon->entry_count; i++) {
        const struct kt_entry *entry = &lexicon->entries[i];
        if (entry->word_count < 2)
            continue;
        const uint32_t *words = entry->words;
        const struct kt_phrase *found =
            kt_phrases_find(phrases, words[0], words[1]);
        ck_assert_ptr_nonnull(found);
        ck_assert(found->first == words[0] && found->second == words[1]);
        ck_assert_uint_ge(found->word_count, entry->word_count);
        ck_assert(kt_phrases_may_begin(phrases, words[0], words[1]));
        if (kt_phrases_find(phrases, words[1], words[0]) != NULL)
            continue;
        asked++;
        told += !kt_phrases_may_begin(phrases, words[1], words[0]);
    }
    ck_assert_uint_gt(asked, 1000);
    ck_assert_uint_gt(told, asked * 9 / 10);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("phrases");
    tcase_add_test(tcase, longest_first);
    tcase_add_test(tcase, none);
    tcase_add_test(tcase, all);
    return check_run("phrases", tcase, NULL);
}
