/* Compiling: the two halves, what an anchor can be. */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"
#include "program.h"
#include "template_tree.h"

struct kit {
    struct bench bench;
    struct kt_template_reader reader;
    struct kt_codes codes;
    struct kt_family family;
    struct kt_program right, left;
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
    kit->family.right.program = &kit->right;
    kit->family.left.program = &kit->left;
    ck_assert(
        kt_program_init(&kit->right, &kit->codes, false, &kit->bench.arena,
                        &kit->bench.scratch));
    ck_assert(
        kt_program_init(&kit->left, &kit->codes, true, &kit->bench.arena,
                        &kit->bench.scratch));
    ck_assert(kt_template_compile(&kit->made, draft, &kit->family,
                                  &kit->bench.arena, &kit->bench.scratch,
                                  &kit->bench.faults));
}

static void
close_kit(struct kit *kit)
{
    bench_close(&kit->bench);
}

static bool
has_half(const struct kt_program *program)
{
    return program->starts[0] != KT_NO_START;
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
    bool left; /* does anything stand left of the cue? */
} cases[] = {
    {"QUOTE @cue(ROLE) ORG", "ROLE", true},
    {"@cue(ROLE) ORG?", "ROLE", false},
    /* without a cue: the first element */
    {"ROLE ORG", "ROLE", false},
    {"ROLE? ORG PLACE", "ROLE ORG", false},
    {"(ROLE ORG | RANK ORG)", "ROLE RANK", false},
    {"@cue(ROLE | RANK)", "ROLE RANK", false},
    {"@cue(ROLE+) >(ORG) !(PLACE)", "ROLE", false},
    {"OMBAK BUIH", "ROLE RANK", false},
    {"BUIH{2}", "ORG", false},
    {"^ !(PLACE) @cue(ROLE) $", "ROLE", true},
    /* a term that any may be */
    {"@cue(.) ORG", "all", false},
    {"@cue(!ROLE) ORG", "all", false},
};

START_TEST(one_case)
{
    struct kit kit;

    open_kit(&kit, cases[_i].match);
    ck_assert_str_eq(kit.bench.folder->faults, "");
    ck_assert_str_eq(names(kit.made.anchor), cases[_i].anchor);
    ck_assert(has_half(&kit.right));
    ck_assert_int_eq(has_half(&kit.left), cases[_i].left);
    ck_assert_uint_eq(kit.family.lone.bits[0], !cases[_i].left);
    close_kit(&kit);
}
END_TEST

START_TEST(slots_of_both_halves)
{
    struct kit kit;

    open_kit(&kit,
             "@source(ROLE) @time(RANK) @cue(ORG) (@place(PLACE) | STATE)");
    ck_assert_uint_eq(kit.left.slots[0],
                      1U << KT_SLOT_TIME | 1U << KT_SLOT_SOURCE);
    ck_assert_uint_eq(kit.right.slots[0],
                      1U << KT_SLOT_CUE | 1U << KT_SLOT_PLACE);
    close_kit(&kit);
}
END_TEST

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
    /* 3^11 copies of a pair, */
    {"ROLE (((((((((((ORG PLACE){3}){3}){3}){3}){3}){3}){3}){3}){3}){3}){3}",
     9, "the template becomes too large"},
};

START_TEST(one_fault)
{
    struct kit kit;
    char told[256];

    open_kit(&kit, faults[_i].match);
    snprintf(told, sizeof told, "a.templates:3:%u: %s\n", faults[_i].column,
             faults[_i].message);
    ck_assert_str_eq(kit.bench.folder->faults, told);
    ck_assert(!has_half(&kit.right));
    close_kit(&kit);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("template_compile");

    tcase_add_loop_test(tcase, one_case, 0, sizeof cases / sizeof *cases);
    tcase_add_test(tcase, slots_of_both_halves);
    tcase_add_loop_test(tcase, one_fault, 0, sizeof faults / sizeof *faults);
    return check_run("template_compile", tcase, NULL);
}
