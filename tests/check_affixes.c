/* Affixes: which shape gives a word which class, and to the byte. */
#include "affixes.h"

#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"

#define HEAD "%kutip table 1 affixes prefix suffix class least but\n"

struct kit {
    struct bench bench;
    struct kt_affixes affixes;
    bool loaded;
};

static void
open_kit(struct kit *kit, const char *text)
{
    const struct kt_table *table;

    bench_open(&kit->bench);
    memset(&kit->affixes, 0, sizeof kit->affixes);
    ck_assert_ptr_nonnull(bench_lexicon(&kit->bench));
    table = bench_table(&kit->bench, "affixes.table", text);
    kit->loaded =
        kt_affixes_load(&kit->affixes, table, &kit->bench.lexicon,
                        &kit->bench.arena, &kit->bench.faults);
}

/* "V", "N", "VN" or "". */
static const char *
shape(const struct kit *kit, const char *word)
{
    static const char *const shapes[] = {"", "V", "N", "VN"};
    struct kt_set set =
        kt_affixes_classes(&kit->affixes, word, strlen(word));

    return shapes[kt_set_has(set, KT_VERB_SHAPE) +
                  2 * kt_set_has(set, KT_NOUN_SHAPE)];
}

START_TEST(both_ends_must_fit)
{
    struct kit kit;

    open_kit(&kit, HEAD "per an NOUN_SHAPE 6 -\ndi kan VERB_SHAPE 6 -\n"
                        "- wan NOUN_SHAPE 5 -\n");
    ck_assert_str_eq(kit.bench.folder->faults, "");
    ck_assert_str_eq(shape(&kit, "perahuan"), "N");
    ck_assert_str_eq(shape(&kit, "perahu"), "");
    ck_assert_str_eq(shape(&kit, "ahuan"), "");
    ck_assert_str_eq(shape(&kit, "ditebarkan"), "V");
    ck_assert_str_eq(shape(&kit, "ditebari"), "");
    ck_assert_str_eq(shape(&kit, "rimbawan"), "N");
    ck_assert_str_eq(shape(&kit, "diwan"), "N");
    bench_close(&kit.bench);
}
END_TEST

START_TEST(least_is_a_border)
{
    struct kit kit;

    open_kit(&kit, HEAD "ber - VERB_SHAPE 7 -\npe an NOUN_SHAPE 1 -\n");
    ck_assert_str_eq(shape(&kit, "berkaca"), "V");
    ck_assert_str_eq(shape(&kit, "berkah"), "");
    /* prefix and suffix may touch, but not share a letter */
    ck_assert_str_eq(shape(&kit, "pean"), "N");
    ck_assert_str_eq(shape(&kit, "pen"), "");
    ck_assert_str_eq(shape(&kit, "p"), "");
    ck_assert_str_eq(shape(&kit, ""), "");
    bench_close(&kit.bench);
}
END_TEST

START_TEST(the_length_is_what_is_said)
{
    struct kit kit;
    struct kt_set set;

    open_kit(&kit, HEAD "- nya NOUN_SHAPE 4 -\n");
    set = kt_affixes_classes(&kit.affixes, "perahunya kecil", 9);
    ck_assert(kt_set_has(set, KT_NOUN_SHAPE));
    set = kt_affixes_classes(&kit.affixes, "perahunya kecil", 8);
    ck_assert(!kt_set_has(set, KT_NOUN_SHAPE));
    bench_close(&kit.bench);
}
END_TEST

START_TEST(a_word_may_have_two_shapes)
{
    struct kit kit;

    open_kit(&kit, HEAD "me - VERB_SHAPE 5 melati,meranti\n"
                        "- an NOUN_SHAPE 5 meranti,taman\n"
                        "me an NOUN_SHAPE 5 mekaran\n");
    ck_assert_str_eq(shape(&kit, "medanan"), "VN");
    ck_assert_str_eq(shape(&kit, "melati"), "");
    /* an exception takes the class of its own row only */
    ck_assert_str_eq(shape(&kit, "mekaran"), "V");
    ck_assert_str_eq(shape(&kit, "taman"), "");
    ck_assert_str_eq(shape(&kit, "melatian"), "VN");
    bench_close(&kit.bench);
}
END_TEST

/* More exceptions than the smallest table of them has room for. */
START_TEST(many_exceptions)
{
    struct kit kit;
    char text[2048] = HEAD "se - NOUN_SHAPE 4 ";
    char word[16];

    for (int i = 0; i < 60; i++) {
        snprintf(word, sizeof word, "%ssesi%c%c", i > 0 ? "," : "",
                 'a' + i / 10, 'a' + i % 10);
        strcat(text, word);
    }
    strcat(text, "\n");
    open_kit(&kit, text);
    ck_assert_str_eq(kit.bench.folder->faults, "");
    for (int i = 0; i < 60; i++) {
        snprintf(word, sizeof word, "sesi%c%c", 'a' + i / 10, 'a' + i % 10);
        ck_assert_str_eq(shape(&kit, word), "");
    }
    ck_assert_str_eq(shape(&kit, "sesiga"), "N");
    ck_assert_str_eq(shape(&kit, "sesi"), "N");
    bench_close(&kit.bench);
}
END_TEST

START_TEST(an_empty_table)
{
    struct kit kit;

    open_kit(&kit, HEAD);
    ck_assert(kit.loaded);
    ck_assert_uint_eq(kit.affixes.count, 0);
    ck_assert_str_eq(shape(&kit, "berlayar"), "");
    bench_close(&kit.bench);
}
END_TEST

START_TEST(faults_are_told_and_left_out)
{
    struct kit kit;

    open_kit(&kit, HEAD "ter - VERB_SHAPE 0 -\nter - VERB_SHAPE 61 -\n"
                        "ter - VERB_SHAPE - -\nter - VERB_SHAPE 60 -\n"
                        "abcdefghijklmnopqrstu - VERB_SHAPE 9 -\n"
                        "abcdefghijklmnopqrst - VERB_SHAPE 9 -\n"
                        "ter i VERB_SHAPE 5l -\n");
    ck_assert(kit.loaded);
    ck_assert_str_eq(kit.bench.folder->faults,
                     "affixes.table:2:18: '0' is no number of letters\n"
                     "affixes.table:3:18: '61' is no number of letters\n"
                     "affixes.table:4:18: '' is no number of letters\n"
                     "affixes.table:6:1: 'abcdefghijklmnopqrstu' is no "
                     "affix\n"
                     "affixes.table:8:18: '5l' is no number of letters\n");
    ck_assert_uint_eq(kit.affixes.count, 2);
    ck_assert_str_eq(shape(&kit, "terapung"), "");
    ck_assert_str_eq(shape(&kit, "abcdefghijklmnopqrst"), "V");
    bench_close(&kit.bench);
}
END_TEST

START_TEST(a_column_is_missing)
{
    struct kit kit;

    open_kit(&kit, "%kutip table 1 affixes prefix suffix class least\n"
                   "ter - VERB_SHAPE 5\n");
    ck_assert(!kit.loaded);
    ck_assert_ptr_nonnull(
        strstr(kit.bench.folder->faults, "has no column 'but'"));
    bench_close(&kit.bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("affixes");

    tcase_add_test(tcase, both_ends_must_fit);
    tcase_add_test(tcase, least_is_a_border);
    tcase_add_test(tcase, the_length_is_what_is_said);
    tcase_add_test(tcase, a_word_may_have_two_shapes);
    tcase_add_test(tcase, many_exceptions);
    tcase_add_test(tcase, an_empty_table);
    tcase_add_test(tcase, faults_are_told_and_left_out);
    tcase_add_test(tcase, a_column_is_missing);
    return check_run("affixes", tcase, NULL);
}
