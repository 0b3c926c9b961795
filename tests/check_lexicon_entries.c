/* Entries: the same text once, twins, and texts that need no copy. */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"
#include "lexicon_builder.h"

static const struct kt_line line = {"", 0, 7, 0, ""};

static struct kt_set
classes(const struct kt_lexicon_builder *builder, uint32_t id)
{
    return builder->sets.sets.items[builder->entries.items[id].set];
}

START_TEST(an_added_entry_is_one_entry)
{
    struct bench bench;
    struct kt_lexicon_builder *builder;
    struct kt_set role = {{0}}, rank = {{0}};
    uint32_t id;

    bench_open(&bench);
    builder = bench_lexicon(&bench);
    kt_set_add(&role, KT_ROLE);
    kt_set_add(&rank, KT_RANK);
    /* the text ends where its length says */
    id = kt_lexicon_add(builder, "nakhoda kapal", 7, role, NULL, &line, 0);
    ck_assert_uint_eq(id, 1);
    ck_assert_uint_eq(
        kt_lexicon_add(builder, "nakhoda", 7, rank, NULL, &line, 0), id);
    ck_assert_uint_eq(
        kt_lexicon_add(builder, "nakhoda kapal", 13, rank, NULL, &line, 0),
        2);
    ck_assert_uint_eq(
        kt_lexicon_add(builder, "   ", 3, rank, NULL, &line, 0), 0);
    ck_assert(kt_set_equal(classes(builder, id), kt_set_union(role, rank)));
    ck_assert_str_eq(builder->entries.items[id].text, "nakhoda");
    bench_close(&bench);
}
END_TEST

static uint32_t
add(struct kt_lexicon_builder *builder, const char *text)
{
    struct kt_set place = {{0}};

    kt_set_add(&place, KT_PLACE);
    return kt_lexicon_add(builder, text, strlen(text), place, NULL, &line, 0);
}

/* The same words, typed otherwise: each knows the one before it. */
START_TEST(twins)
{
    static const char *const texts[][3] = {
        {"ombak", "Ombak", "OMBAK"},
        {"Ombak Biru", "ombak  biru", "ombak biru"},
    };
    struct bench bench;
    struct kt_lexicon_builder *builder;
    uint32_t ids[3];

    bench_open(&bench);
    builder = bench_lexicon(&bench);
    add(builder, "ombak besar");
    add(builder, "biru ombak");
    for (int i = 0; i < 3; i++)
        ids[i] = add(builder, texts[_i][i]);
    for (int i = 0; i < 3; i++)
        ck_assert_uint_eq(add(builder, texts[_i][i]), ids[i]);
    ck_assert_uint_eq(builder->notes.items[ids[0]].twin, 0);
    ck_assert_uint_eq(builder->notes.items[ids[1]].twin, ids[0]);
    ck_assert_uint_eq(builder->notes.items[ids[2]].twin, ids[1]);
    bench_close(&bench);
}
END_TEST

/* Far more than there was room for, alone and with another word. */
START_TEST(many_entries)
{
    struct bench bench;
    struct kt_lexicon_builder *builder;
    char text[32];

    bench_open(&bench);
    builder = bench_lexicon(&bench);
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < 3000; i++) {
            snprintf(text, sizeof text, "ikan%u", (unsigned)i);
            ck_assert_uint_eq(add(builder, text), 2 * i + 1);
            snprintf(text, sizeof text, "laut ikan%u", (unsigned)i);
            ck_assert_uint_eq(add(builder, text), 2 * i + 2);
        }
    ck_assert_uint_eq(builder->phrases.used, 3000);
    ck_assert_uint_eq(builder->entries.count, 6001);
    bench_close(&bench);
}
END_TEST

START_TEST(what_stays_is_not_copied)
{
    static const char text[] = "nakhoda kapal";
    struct bench bench;
    struct kt_lexicon_builder *builder;
    struct kt_arrival arrival = {
        .text = text, .length = 7, .stays = true, .line = &line};
    struct kt_set role = {{0}}, both;
    uint32_t id;

    bench_open(&bench);
    builder = bench_lexicon(&bench);
    kt_set_add(&role, KT_ROLE);
    ck_assert(kt_builder_number(builder, role, &arrival.set));
    id = kt_builder_add(builder, &arrival);
    ck_assert_ptr_eq(builder->entries.items[id].text, text);
    both = role;
    kt_set_add(&both, KT_PLACE);
    arrival.length = 13;
    ck_assert_uint_eq(kt_builder_add(builder, &arrival), id + 1);
    ck_assert_uint_eq(add(builder, text), id + 1);
    ck_assert(kt_set_equal(classes(builder, id + 1), both));
    bench_close(&bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("lexicon_entries");

    tcase_add_test(tcase, an_added_entry_is_one_entry);
    tcase_add_loop_test(tcase, twins, 0, 2);
    tcase_add_test(tcase, many_entries);
    tcase_add_test(tcase, what_stays_is_not_copied);
    return check_run("lexicon_entries", tcase, NULL);
}
