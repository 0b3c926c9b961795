/* Verbs: the forms of a row, no more and no fewer. */
#include "verbs.h"

#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"

#define HEAD "%kutip table 1 verbs root forms after kind frame also\n"
#define NASAL "%kutip table 1 nasal initial nasal drops\n"
#define DERIVATION                                                           \
    "%kutip table 1 derivation affix kind voice\n"                           \
    "meN prefix active\nmemper prefix active\nber prefix active\n"           \
    "0 prefix active\ndiper prefix passive\ndi prefix passive\n"             \
    "kan suffix -\ni suffix -\nnya clitic -\n"

struct kit {
    struct bench bench;
};

static void
open_kit(struct kit *kit, const char *verbs, const char *nasal,
         const char *templates)
{
    struct kt_lexicon_builder *builder;
    const struct kt_table *table, *nasal_table;
    struct kt_derivation derivation;

    bench_open(&kit->bench);
    if (templates != NULL)
        folder_write(kit->bench.folder, "cues.templates", templates);
    builder = bench_lexicon(&kit->bench);
    table = bench_table(&kit->bench, "verbs.table", verbs);
    nasal_table = bench_table(&kit->bench, "nasal.table", nasal);
    ck_assert(kt_derivation_load(
        &derivation,
        bench_table(&kit->bench, "derivation.table", DERIVATION),
        &kit->bench.arena, &kit->bench.faults));
    ck_assert(kt_verbs_load(table, nasal_table, &derivation, builder,
                            &kit->bench.faults));
    ck_assert(kt_lexicon_finish(builder, derivation.clitic));
}

/* All entries, between bars. */
static const char *
forms(const struct kit *kit)
{
    static char text[2048];
    size_t used = 0;

    text[0] = '\0';
    for (uint32_t i = 1; i < kit->bench.lexicon.entry_count; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s",
                                 i > 1 ? "|" : "",
                                 kit->bench.lexicon.entries[i].text);
    return text;
}

static bool
has(const struct kit *kit, const char *form, const char *class)
{
    const struct kt_entry *entry = bench_entry(&kit->bench, form);
    int number = kt_lexicon_class(&kit->bench.lexicon, class);

    ck_assert_msg(entry != NULL, "no form %s", form);
    return number >= 0 &&
           kt_set_has(kt_entry_classes(&kit->bench.lexicon, entry),
                      (unsigned)number);
}

static const struct {
    const char *row;
    const char *forms;
} rows[] = {
    {"bisik meN-i,di-i - keluh noun -",
     "membisiki|membisikinya|dibisiki|dibisikinya"},
    {"sorak - bare,careful-clitic keluh - -", "sorak|soraknya"},
    /* an initial of two letters goes before one of one letter */
    {"syair meN-kan - keluh - -", "mensyairkan|mensyairkannya"},
    {"siul meN-kan - keluh - -", "menyiulkan|menyiulkannya"},
    /* a root that no row of the table begins */
    {"latih meN- - keluh - -", "melatih|melatihnya"},
    {"gores meN- - keluh - -", "megores|megoresnya"},
    /* an r is not said twice; nothing else is changed by ber- */
    {"rembuk ber-,memper-kan,diper-kan - keluh - -",
     "berembuk|berembuknya|memperembukkan|memperembukkannya|"
     "diperembukkan|diperembukkannya"},
    {"siul ber- - keluh - -", "bersiul|bersiulnya"},
    {"mohon 0 - keluh - -", "mohon|mohonnya"},
    {"kicau - - keluh - active:angkat_suara,passive:kena_sindir",
     "angkat suara|angkat suaranya|kena sindir|kena sindirnya"},
};

START_TEST(one_row)
{
    struct kit kit;
    char text[256];

    snprintf(text, sizeof text, "%s%s\n", HEAD, rows[_i].row);
    open_kit(&kit, text, NASAL "b m no\ns ny yes\nsy n no\n", NULL);
    ck_assert_str_eq(kit.bench.folder->faults, "");
    ck_assert_str_eq(forms(&kit), rows[_i].forms);
    bench_close(&kit.bench);
}
END_TEST

START_TEST(classes_of_forms)
{
    struct kit kit;

    open_kit(&kit,
             HEAD "bisik meN-kan,di-kan bare,careful-clitic - request,quote "
                  "active:berbisik\n",
             NASAL "b m no\n", NULL);
    ck_assert(has(&kit, "bisik", "SAY_BARE"));
    ck_assert(!has(&kit, "bisik", "SAY_CAREFUL"));
    ck_assert(!has(&kit, "bisik", "CLITIC"));
    ck_assert(has(&kit, "bisiknya", "SAY_CLITIC"));
    ck_assert(has(&kit, "bisiknya", "SAY_CAREFUL"));
    ck_assert(has(&kit, "bisiknya", "CLITIC"));
    ck_assert(!has(&kit, "bisiknya", "SAY_BARE"));
    ck_assert(has(&kit, "membisikkan", "SAY_ACTIVE"));
    ck_assert(!has(&kit, "membisikkan", "SAY_PASSIVE"));
    ck_assert(has(&kit, "dibisikkan", "SAY_PASSIVE"));
    ck_assert(has(&kit, "berbisik", "SAY_ACTIVE"));
    for (uint32_t i = 1; i < kit.bench.lexicon.entry_count; i++) {
        const char *form = kit.bench.lexicon.entries[i].text;
        ck_assert(has(&kit, form, "SAY_REQUEST"));
        ck_assert(has(&kit, form, "SAY_QUOTE"));
        ck_assert(!has(&kit, form, "SAY_THAT"));
    }
    bench_close(&kit.bench);
}
END_TEST

/* KIND_<KIND> is a class only where a template wants it. */
START_TEST(kinds)
{
    struct kit kit;

    open_kit(&kit,
             HEAD "bisik - bare keluh,rahasia - -\nsorak - bare puji - -\n",
             NASAL,
             "%kutip templates 1 cues\ntemplate one\n"
             "  match @cue(KIND_RAHASIA)\n  yes Ia berbisik.\n");
    ck_assert_str_eq(kit.bench.folder->faults, "");
    ck_assert(has(&kit, "bisik", "KIND_RAHASIA"));
    ck_assert(!has(&kit, "sorak", "KIND_RAHASIA"));
    ck_assert_int_eq(
        kt_lexicon_class(&kit.bench.lexicon, "KIND_KELUH"), -1);
    bench_close(&kit.bench);
}
END_TEST

/* A form of two rows has the classes of both. */
START_TEST(rows_that_share_a_form)
{
    struct kit kit;

    open_kit(&kit,
             HEAD "tutup di- - keluh noun -\nbuka - - keluh - -\n"
                  "buka - - keluh that passive:ditutup\n",
             NASAL, NULL);
    ck_assert_str_eq(forms(&kit), "ditutup|ditutupnya");
    ck_assert(has(&kit, "ditutup", "SAY_NOUN"));
    ck_assert(has(&kit, "ditutup", "SAY_THAT"));
    bench_close(&kit.bench);
}
END_TEST

START_TEST(faults)
{
    struct kit kit;

    open_kit(&kit,
             HEAD "- di- - keluh - -\nbisik di-an - keluh - -\n"
                  "bisik -kan - keluh - -\nbisik di- seru keluh - -\n"
                  "bisik - - keluh qoute -\nbisik - - keluh - passive:\n"
                  "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvw - - x - "
                  "-\n"
                  "bisik me-,di-i - keluh - -\n",
             NASAL, NULL);
    ck_assert_str_eq(
        kit.bench.folder->faults,
        "verbs.table:2:1: unknown root ''\n"
        "verbs.table:3:7: unknown affixes 'di-an'\n"
        "verbs.table:4:7: unknown affixes '-kan'\n"
        "verbs.table:5:11: unknown place after a quotation 'seru'\n"
        "verbs.table:6:17: unknown frame 'qoute' [quote]\n"
        "verbs.table:7:19: unknown word (active:\xE2\x80\xA6 or "
        "passive:\xE2\x80\xA6) 'passive:'\n"
        "verbs.table:8:1: unknown root "
        "'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvw'\n"
        "verbs.table:9:7: unknown affixes 'me-'\n");
    /* what is right beside a fault is taken */
    ck_assert_str_eq(forms(&kit), "dibisik|dibisiknya|dibisiki|dibisikinya");
    bench_close(&kit.bench);
}
END_TEST

START_TEST(columns_of_both_tables)
{
    struct kit kit;

    open_kit(&kit, "%kutip table 1 verbs root forms after kind frame\n"
                   "bisik di- bare keluh -\n",
             "%kutip table 1 nasal initial nasal\nb m\n", NULL);
    ck_assert_uint_eq(kit.bench.folder->fault_count, 2);
    ck_assert_ptr_nonnull(
        strstr(kit.bench.folder->faults, "has no column 'also'"));
    ck_assert_ptr_nonnull(
        strstr(kit.bench.folder->faults, "has no column 'drops'"));
    ck_assert_str_eq(forms(&kit), "");
    bench_close(&kit.bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("verbs");

    tcase_add_loop_test(tcase, one_row, 0, sizeof rows / sizeof *rows);
    tcase_add_test(tcase, classes_of_forms);
    tcase_add_test(tcase, kinds);
    tcase_add_test(tcase, rows_that_share_a_form);
    tcase_add_test(tcase, faults);
    tcase_add_test(tcase, columns_of_both_tables);
    return check_run("verbs", tcase, NULL);
}
