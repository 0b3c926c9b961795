/* Compiling: the two halves, what an anchor can be, what a row must hold. */
#include <stdio.h>
#include <string.h>

#include "automaton.h"
#include "bench.h"
#include "check_kutip.h"
#include "template_tree.h"

struct kit {
    struct bench bench;
    struct kt_template_reader reader;
    struct kt_codes codes;
    struct kt_family family;
    struct kt_regex_context *context;
    struct kt_template made;
};

/* Compiles one template; every class alone can stand in a row. */
static void
open_kit(struct kit *kit, const char *match)
{
    struct kt_foreseen foreseen = {.sets = {NULL, 0, 0}};
    struct kt_draft *draft;
    char text[2048];

    memset(kit, 0, sizeof *kit);
    bench_open(&kit->bench);
    kit->context = kt_regex_context_new(&kit->bench.memory.allocator,
                                        !check_no_jit());
    kit->reader = bench_reader(&kit->bench);
    snprintf(text, sizeof text,
             "%%kutip templates 1 cues\ntemplate a\n  match %s\n  yes Ya.\n"
             "let OMBAK = (ROLE | RANK)\nlet BUIH = ORG PLACE?\n",
             match);
    ck_assert(kt_template_read_file(
        &kit->reader, bench_file(&kit->bench, "a.templates", text)));
    kt_template_resolve(&kit->reader);
    draft = &kit->reader.families.items[0].drafts.items[0];
    ck_assert(kt_codes_mark(&kit->codes, draft->tree, &draft->place,
                            &kit->bench.arena, &kit->bench.faults));
    for (unsigned i = 0; i < KT_CLASS_KNOWN; i++) {
        struct kt_set *set = kt_list_push(&kit->bench.scratch, &foreseen.sets);
        kt_set_add(set, i);
    }
    ck_assert(kt_codes_assign(&kit->codes, &foreseen, &kit->bench.arena,
                              &kit->bench.scratch));
    kit->family.codes = &kit->codes;
    kit->family.right =
        kt_automaton_new(&kit->codes, false, &kit->bench.arena);
    kit->family.left = kt_automaton_new(&kit->codes, true, &kit->bench.arena);
    ck_assert(kt_template_compile(&kit->made, draft, &kit->family,
                                  kit->context, &kit->bench.arena,
                                  &kit->bench.scratch, &kit->bench.faults));
}

static void
close_kit(struct kit *kit)
{
    kt_automaton_free(kit->family.right);
    kt_automaton_free(kit->family.left);
    kt_regex_free(kit->made.left);
    kt_regex_free(kit->made.right);
    kt_regex_context_free(kit->context);
    bench_close(&kit->bench);
}

static const char *
names(struct kt_set set)
{
    static char texts[2][512];
    static unsigned next;
    char *text = texts[next++ % 2];
    size_t used = 0;

    if (set.bits[0] == UINT64_MAX)
        return "all";
    text[0] = '\0';
    for (unsigned i = 0; i < KT_CLASS_KNOWN; i++)
        if (kt_set_has(set, i))
            used += (size_t)snprintf(text + used, 512 - used, "%s%s",
                                     used > 0 ? " " : "", kt_class_name(i));
    return text;
}

static const struct {
    const char *match;
    const char *anchor;
    const char *needs;
    bool left; /* does anything stand left of the cue? */
} cases[] = {
    {"QUOTE @cue(ROLE) ORG", "ROLE", "QUOTE ROLE ORG", true},
    {"@cue(ROLE) ORG?", "ROLE", "ROLE", false},
    /* without a cue: the first element */
    {"ROLE ORG", "ROLE", "ROLE ORG", false},
    {"ROLE? ORG PLACE", "ROLE ORG", "ORG PLACE", false},
    {"(ROLE ORG | RANK ORG)", "ROLE RANK", "ORG", false},
    {"@cue(ROLE | RANK)", "ROLE RANK", "", false},
    {"@cue(ROLE+) >(ORG) !(PLACE)", "ROLE", "ROLE ORG", false},
    {"OMBAK BUIH", "ROLE RANK", "ORG", false},
    {"BUIH{2}", "ORG", "ORG", false},
    {"^ !(PLACE) @cue(ROLE) $", "ROLE", "ROLE", true},
    /* a term that any may be */
    {"@cue(.) ORG", "all", "ORG", false},
    {"@cue(!ROLE) ORG", "all", "ORG", false},
};

START_TEST(one_case)
{
    struct kit kit;

    open_kit(&kit, cases[_i].match);
    ck_assert_str_eq(kit.bench.folder->faults, "");
    ck_assert_str_eq(names(kit.made.anchor), cases[_i].anchor);
    ck_assert_str_eq(names(kit.made.needs), cases[_i].needs);
    ck_assert_ptr_nonnull(kit.made.right);
    ck_assert_int_eq(kit.made.left != NULL, cases[_i].left);
    close_kit(&kit);
}
END_TEST

/* A bit for each code an anchor term can have, and for no other. */
START_TEST(starts)
{
    struct kit kit;

    open_kit(&kit, "QUOTE @cue(ROLE? RANK) ORG");
    for (unsigned i = 0; i < KT_CLASS_KNOWN; i++) {
        struct kt_set set = {{0}};
        uint16_t code;
        kt_set_add(&set, i);
        code = kt_codes_of(&kit.codes, set);
        ck_assert_int_eq(kit.made.starts[code / 64] >> code % 64 & 1,
                         i == KT_ROLE || i == KT_RANK);
    }
    close_kit(&kit);
}
END_TEST

START_TEST(slots_of_both_halves)
{
    struct kit kit;

    open_kit(&kit,
             "@source(ROLE) @time(RANK) @cue(ORG) (@place(PLACE) | STATE)");
    ck_assert_uint_eq(kit.made.left_slot_count, 2);
    ck_assert_uint_eq(kit.made.left_slots[0], KT_SLOT_TIME); /* reversed */
    ck_assert_uint_eq(kit.made.left_slots[1], KT_SLOT_SOURCE);
    ck_assert_uint_eq(kit.made.right_slot_count, 2);
    ck_assert_uint_eq(kit.made.right_slots[0], KT_SLOT_CUE);
    ck_assert_uint_eq(kit.made.right_slots[1], KT_SLOT_PLACE);
    close_kit(&kit);
}
END_TEST

/* Four times eight slots are one too many. */
#define TWO "@name(ROLE) @rank(RANK) "
#define EIGHT TWO TWO TWO TWO

static const struct {
    const char *match;
    unsigned column;
    const char *message;
} faults[] = {
    {"@cue(ROLE) ORG @cue(RANK)", 24, "a second @cue"},
    {"ORG (@cue(ROLE) | RANK)", 14,
     "@cue stands inside a group: make two templates of it"},
    {"ORG @name(@cue(ROLE))", 13,
     "@cue stands inside a group: make two templates of it"},
    {"ROLE? ORG*", 9, "from here on the template may take no term at all"},
    {"ORG @cue(ROLE?) RANK?", 13,
     "from here on the template may take no term at all"},
    {EIGHT EIGHT EIGHT EIGHT, 9,
     "the template becomes too large, or has too many slots"},
};

/* What is too large only when PCRE2 compiles it is told at once too. */
START_TEST(too_large_to_compile)
{
    struct kit kit;

    open_kit(&kit, "ROLE ((ORG PLACE | RANK){300}){200}");
    ck_assert_msg(strstr(kit.bench.folder->faults,
                         "a.templates:3:9: regular expression is too large"),
                  "%s", kit.bench.folder->faults);
    close_kit(&kit);
}
END_TEST

/* However often a group stands: what is not told can be compiled. */
START_TEST(compiles_or_is_told)
{
    static const struct {
        const char *before, *after;
    } shapes[] = {
        {"ROLE ((ORG PLACE){30}){", "}"},
        {"ROLE ((ORG? PLACE*){0,40}){0,", "}"},
        {"ROLE ((ORG | PLACE RANK+)){", ",}"},
        {"ROLE ((!ORG & !CAPITAL)? PLACE (TIME STATE){0,7}){", "}+"},
        {"ROLE (((ORG | RANK PLACE){7,})* .){0,", "}?"},
    };
    char match[128], message[128];
    struct kit kit;
    size_t at;

    for (unsigned count = 7; count <= 300; count += 1 + count / 7) {
        snprintf(match, sizeof match, "%s%u%s", shapes[_i].before, count,
                 shapes[_i].after);
        open_kit(&kit, match);
        ck_assert(kit.bench.folder->faults[0] != '\0' ||
                  kt_regex_compile(kit.made.right, message, sizeof message,
                                   &at));
        close_kit(&kit);
    }
}
END_TEST

START_TEST(one_fault)
{
    struct kit kit;
    char told[256];

    open_kit(&kit, faults[_i].match);
    snprintf(told, sizeof told, "a.templates:3:%u: %s\n", faults[_i].column,
             faults[_i].message);
    ck_assert_str_eq(kit.bench.folder->faults, told);
    ck_assert_ptr_null(kit.made.right);
    close_kit(&kit);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("template_compile");

    tcase_add_loop_test(tcase, one_case, 0, sizeof cases / sizeof *cases);
    tcase_add_test(tcase, starts);
    tcase_add_test(tcase, slots_of_both_halves);
    tcase_add_test(tcase, too_large_to_compile);
    tcase_add_loop_test(tcase, compiles_or_is_told, 0, 5);
    tcase_add_loop_test(tcase, one_fault, 0, sizeof faults / sizeof *faults);
    return check_run("template_compile", tcase, NULL);
}
