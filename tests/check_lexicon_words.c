/* Words of entries: where an entry is cut, and the slots they are found by. */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"
#include "lexicon_builder.h"
#include "text.h"

static const struct kt_line line = {"", 0, 7, 0, ""};

static bool
split(struct kt_lexicon_builder *builder, const char *text, size_t length,
      struct kt_entry_words *words)
{
    struct kt_arrival arrival = {
        .text = text, .length = length, .line = &line};

    return kt_builder_split(builder, &arrival, words);
}

/* The words an entry is cut into, between bars. */
static const char *
cut(struct kt_lexicon_builder *builder, const char *text)
{
    static char out[1024];
    struct kt_entry_words words;
    size_t used = 0;

    ck_assert(split(builder, text, strlen(text), &words));
    out[0] = '\0';
    for (uint32_t i = 0; i < words.count; i++)
        used += (size_t)snprintf(out + used, sizeof out - used, "%s%s",
                                 i > 0 ? "|" : "",
                                 builder->words.items[words.ids[i]].text);
    return out;
}

static const struct {
    const char *entry;
    const char *words;
} cuts[] = {
    {"dinas kelautan", "dinas|kelautan"},
    {" dinas\t kelautan  ", "dinas|kelautan"},
    {"DINAS Kelautan", "dinas|kelautan"},
    {"sayur-mayur", "sayur-mayur"},
    {"Nu'man", "nu'man"},
    {"a.n", "a.n"},
    /* an inner mark that nothing follows, or that nothing precedes */
    {"Nu' man", "nu|'|man"},
    {"-isasi", "-|isasi"},
    {"sayur--mayur", "sayur|-|-|mayur"},
    {"P&K", "p|&|k"},
    {"(laut)", "(|laut|)"},
    {"darat,laut", "darat|,|laut"},
    {"\xC3\x89l\xC3\x89gan", "\xC3\xA9l\xC3\xA9gan"},
    {"G-20", "g-20"},
    {". dua", ".|dua"},
};

START_TEST(one_cut)
{
    struct bench bench;
    struct kt_lexicon_builder *builder;

    bench_open(&bench);
    builder = bench_lexicon(&bench);
    ck_assert_str_eq(cut(builder, cuts[_i].entry), cuts[_i].words);
    ck_assert_str_eq(bench.folder->faults, "");
    bench_close(&bench);
}
END_TEST

START_TEST(a_typed_dot_is_a_fault)
{
    struct bench bench;
    struct kt_entry_words words;
    struct kt_lexicon_builder *builder;

    bench_open(&bench);
    builder = bench_lexicon(&bench);
    ck_assert(!split(builder, "tn. besar", 9, &words));
    ck_assert_uint_eq(bench.folder->fault_count, 1);
    ck_assert_ptr_nonnull(
        strstr(bench.folder->faults, "the dot of an abbreviation"));
    ck_assert(!bench.faults.fatal);
    bench_close(&bench);
}
END_TEST

START_TEST(an_entry_has_so_many_words)
{
    struct bench bench;
    struct kt_lexicon_builder *builder;
    struct kt_entry_words words;
    char text[2 * KT_ENTRY_WORDS + 2];

    bench_open(&bench);
    builder = bench_lexicon(&bench);
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = i % 2 ? ' ' : 'a';
    ck_assert(split(builder, text, 2 * KT_ENTRY_WORDS, &words));
    ck_assert_uint_eq(words.count, KT_ENTRY_WORDS);
    ck_assert_str_eq(bench.folder->faults, "");
    ck_assert(!split(builder, text, 2 * KT_ENTRY_WORDS + 1, &words));
    ck_assert_ptr_nonnull(strstr(bench.folder->faults, "of more than 24"));
    bench_close(&bench);
}
END_TEST

/* In plain letters, in others, in words with marks inside; `A` in bold is a
 * capital that no small letter belongs to. */
START_TEST(capitals)
{
    static const struct {
        const char *text;
        bool capital;
    } texts[] = {
        {"laut biru", false},   {"Laut", true},         {"laut Biru", true},
        {"laut biru 7", false}, {"laut-biru", false},   {"laut-Biru", true},
        {"\xC3\xA9lan", false}, {"\xC3\x89lan", true}, {"l'Aut", true},
        {"laut \xF0\x9D\x90\x80", true},
    };
    struct bench bench;
    struct kt_entry_words words;
    struct kt_lexicon_builder *builder;

    bench_open(&bench);
    builder = bench_lexicon(&bench);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *text = texts[i].text;
        ck_assert(split(builder, text, strlen(text), &words));
        ck_assert_msg(words.capital == texts[i].capital, "%s", text);
    }
    bench_close(&bench);
}
END_TEST

START_TEST(one_word_one_id)
{
    struct bench bench;
    struct kt_lexicon_builder *builder;
    uint32_t laut, pasir;

    bench_open(&bench);
    builder = bench_lexicon(&bench);
    laut = kt_builder_word(builder, "lautan", 4);
    pasir = kt_builder_word(builder, "pasir", 5);
    ck_assert_uint_ne(laut, 0);
    ck_assert_uint_ne(laut, pasir);
    ck_assert_uint_eq(kt_builder_word(builder, "laut", 4), laut);
    ck_assert_uint_ne(kt_builder_word(builder, "lautan", 6), laut);
    ck_assert_str_eq(builder->words.items[laut].text, "laut");
    ck_assert_uint_eq(builder->words.items[laut].length, 4);
    bench_close(&bench);
}
END_TEST

/* Far more than there was room for: none gets lost on the way. */
START_TEST(many_words)
{
    struct bench bench;
    struct kt_lexicon_builder *builder;
    uint32_t first = 0;

    bench_open(&bench);
    builder = bench_lexicon(&bench);
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < 5000; i++) {
            char word[24];
            uint32_t id;
            snprintf(word, sizeof word, "ikan%u", (unsigned)i);
            id = kt_builder_word(builder, word, strlen(word));
            first = i == 0 && pass == 0 ? id : first;
            ck_assert_uint_eq(id, first + i);
        }
    ck_assert_uint_eq(builder->words.count, first + 5000);
    bench_close(&bench);
}
END_TEST

/* Every number has the same place: they stand one behind the other. */
static uint32_t
same_hash(const void *context, uint32_t number)
{
    (void)number;
    return *(const uint32_t *)context;
}

START_TEST(slots_that_collide)
{
    struct bench bench;
    struct kt_slots slots = {NULL, 0, 0};
    uint32_t hash = 0xFFFFFFFF, at;

    bench_open(&bench);
    ck_assert(kt_slots_reserve(&slots, 1, &bench.scratch, same_hash, &hash));
    ck_assert_uint_eq(slots.mask, 63);
    for (uint32_t i = 0; i < 20; i++)
        slots.numbers[(hash + i) & slots.mask] = i + 1;
    slots.used = 20;
    ck_assert(
        kt_slots_reserve(&slots, 100, &bench.scratch, same_hash, &hash));
    ck_assert_uint_ge(slots.mask, 2 * 120);
    ck_assert_uint_eq(slots.used, 20);
    at = hash & slots.mask;
    for (uint32_t i = 0; i < 20; i++, at = (at + 1) & slots.mask)
        ck_assert_uint_ne(slots.numbers[at], 0);
    ck_assert_uint_eq(slots.numbers[at], 0);
    bench_close(&bench);
}
END_TEST

START_TEST(slots_without_memory)
{
    struct bench bench;
    struct kt_slots slots = {NULL, 0, 0};
    uint32_t hash = 0;

    bench_open(&bench);
    bench.memory.left = 0;
    ck_assert(!kt_slots_reserve(&slots, 1, &bench.scratch, same_hash, &hash));
    ck_assert_ptr_null(slots.numbers);
    bench_close(&bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("lexicon_words");

    tcase_add_loop_test(tcase, one_cut, 0, sizeof cuts / sizeof *cuts);
    tcase_add_test(tcase, a_typed_dot_is_a_fault);
    tcase_add_test(tcase, an_entry_has_so_many_words);
    tcase_add_test(tcase, capitals);
    tcase_add_test(tcase, one_word_one_id);
    tcase_add_test(tcase, many_words);
    tcase_add_test(tcase, slots_that_collide);
    tcase_add_test(tcase, slots_without_memory);
    return check_run("lexicon_words", tcase, NULL);
}
