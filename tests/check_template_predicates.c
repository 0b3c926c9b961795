/* Predicates: which nodes take one term, and what that term must be. */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"
#include "template_tree.h"

struct kit {
    struct bench bench;
    struct kt_template_reader reader;
    struct kt_codes codes;
};

/* A file with lets and one template; its predicates are numbered. */
static bool
open_kit(struct kit *kit, const char *lets, const char *match)
{
    char text[4096];
    struct kt_draft *draft;

    bench_open(&kit->bench);
    memset(&kit->codes, 0, sizeof kit->codes);
    kit->reader = bench_reader(&kit->bench);
    snprintf(text, sizeof text,
             "%%kutip templates 1 cues\ntemplate a\n  match %s\n  yes Ya.\n%s",
             match, lets);
    ck_assert(kt_template_read_file(
        &kit->reader, bench_file(&kit->bench, "a.templates", text)));
    kt_template_resolve(&kit->reader);
    ck_assert_str_eq(kit->bench.folder->faults, "");
    draft = &kit->reader.families.items[0].drafts.items[0];
    return kt_codes_mark(&kit->codes, draft->tree, &draft->place,
                         &kit->bench.arena, &kit->bench.faults);
}

static const struct kt_tree *
tree_of(const struct kit *kit)
{
    return kit->reader.families.items[0].drafts.items[0].tree;
}

/* "ROLE&!RANK" */
static void
show_condition(FILE *out, const struct kt_condition *condition)
{
    const char *between = "";

    for (unsigned i = 0; i < KT_CLASS_KNOWN; i++)
        if (kt_set_has(condition->all, i) ||
            kt_set_has(condition->none, i)) {
            fprintf(out, "%s%s%s", between,
                    kt_set_has(condition->none, i) ? "!" : "",
                    kt_class_name(i));
            between = "&";
        }
    for (int i = 0; i < KT_DENIED_MAX && condition->denied[i] != 0; i++) {
        fprintf(out, "%s!#%u", between, condition->denied[i]);
        between = "&";
    }
    if (between[0] == '\0')
        fputc('.', out);
}

/* All predicates: " 1:ROLE|RANK 2:." */
static const char *
predicates(const struct kit *kit)
{
    static char text[1024];
    FILE *out = fmemopen(text, sizeof text, "w");

    for (uint32_t i = 0; i < kit->codes.predicates.count; i++) {
        const struct kt_predicate *one = &kit->codes.predicates.items[i];
        fprintf(out, "%s%u:", i > 0 ? " " : "", (unsigned)i + 1);
        for (uint32_t j = 0; j < one->count; j++) {
            if (j > 0)
                fputc('|', out);
            show_condition(out, &one->conditions[j]);
        }
    }
    fclose(out);
    return text;
}

static const struct {
    const char *match;
    const char *predicates;
} cases[] = {
    {"ROLE", "1:ROLE"},
    {"ROLE RANK ROLE", "1:ROLE 2:RANK"},
    {"ROLE&RANK&!ORG", "1:ROLE&RANK&!ORG"},
    {"RANK&ROLE ROLE&RANK", "1:ROLE&RANK"},
    /* alternatives of one term are one predicate, each once */
    {"(ROLE | RANK | ROLE) ORG", "1:ROLE|RANK 2:ORG"},
    {"(ROLE | (RANK | ORG))", "1:ROLE|RANK|ORG"},
    {"(ROLE | RANK ORG)", "1:ROLE 2:RANK 3:ORG"},
    {". ROLE", "1:. 2:ROLE"},
    /* what cannot hold is no alternative */
    {"(ROLE&!ROLE | RANK) ORG", "1:RANK 2:ORG"},
    {"ROLE&!ROLE ORG", "1: 2:ORG"},
    /* lets stand for what they are */
    {"OMBAK ORG", "1:ROLE|RANK 2:ORG"},
    {"OMBAK&PLACE ORG", "1:ROLE&PLACE|RANK&PLACE 2:ORG"},
    {"OMBAK&BUIH ORG", "1:ROLE&PLACE|ROLE&STATE|RANK&PLACE|RANK&STATE 2:ORG"},
    {"!OMBAK ORG", "1:ROLE|RANK 2:!#1 3:ORG"},
    {"ORG&!OMBAK&!BUIH PLACE",
     "1:ROLE|RANK 2:PLACE|STATE 3:ORG&!#1&!#2 4:PLACE"},
    /* nothing of a repeat, a slot or an end takes exactly one term */
    {"^ ROLE? @name(ROLE) ROLE{1} $", "1:ROLE"},
};

START_TEST(one_case)
{
    struct kit kit;

    ck_assert(open_kit(&kit,
                       "let OMBAK = ROLE | RANK\n"
                       "let BUIH = (PLACE | STATE)\n",
                       cases[_i].match));
    ck_assert_str_eq(predicates(&kit), cases[_i].predicates);
    bench_close(&kit.bench);
}
END_TEST

START_TEST(nodes_get_numbers)
{
    struct kit kit;
    const struct kt_tree *tree;

    ck_assert(open_kit(&kit, "", "ROLE RANK? (ORG | ROLE RANK) ROLE"));
    ck_assert_uint_eq(tree_of(&kit)->predicate, 0);
    tree = tree_of(&kit)->first;
    ck_assert_uint_eq(tree->predicate, 1);
    tree = tree->next;
    ck_assert_uint_eq(tree->predicate, 0);
    ck_assert_uint_eq(tree->first->predicate, 2);
    tree = tree->next;
    ck_assert_uint_eq(tree->predicate, 0);
    ck_assert_uint_eq(tree->first->predicate, 3);
    ck_assert_uint_eq(tree->last->predicate, 0);
    ck_assert_uint_eq(tree->last->first->predicate, 1);
    ck_assert_uint_eq(tree->next->predicate, 1);
    bench_close(&kit.bench);
}
END_TEST

START_TEST(classes_in_use)
{
    struct kit kit;
    struct kt_set used;

    ck_assert(open_kit(&kit, "", "ROLE&!RANK (ORG | PLACE)"));
    used = kit.codes.used;
    ck_assert(kt_set_has(used, KT_ROLE));
    ck_assert(kt_set_has(used, KT_RANK));
    ck_assert(kt_set_has(used, KT_ORG));
    ck_assert(kt_set_has(used, KT_PLACE));
    ck_assert(!kt_set_has(used, KT_STATE));
    bench_close(&kit.bench);
}
END_TEST

static const struct {
    const char *lets;
    const char *match;
    const char *fault;
} faults[] = {
    {"let OMBAK = ROLE RANK\n", "ORG !OMBAK",
     "3:13: only a let of exactly one term stands with & and !"},
    {"let OMBAK = ROLE?\n", "ORG&OMBAK",
     "3:9: only a let of exactly one term stands with & and !"},
    /* five that must not hold: one too many */
    {"let L1 = ROLE\nlet L2 = RANK\nlet L3 = ORG\nlet L4 = PLACE\n"
     "let L5 = STATE\n",
     "AND !L1&!L2&!L3&!L4&!L5", "3:13: too many alternatives in a term"},
};

START_TEST(one_fault)
{
    struct kit kit;
    char told[128];

    ck_assert(!open_kit(&kit, faults[_i].lets, faults[_i].match));
    snprintf(told, sizeof told, "a.templates:%s\n", faults[_i].fault);
    ck_assert_str_eq(kit.bench.folder->faults, told);
    bench_close(&kit.bench);
}
END_TEST

/* A let of count classes, and-ed with another of 8. */
static bool
mark_product(struct kit *kit, unsigned count)
{
    char lets[2048] = "let MANY = ";

    for (unsigned i = 0; i < count; i++) {
        strcat(lets, i > 0 ? " | " : "");
        strcat(lets, kt_class_name(i));
    }
    strcat(lets, "\nlet FEW = ");
    for (unsigned i = 40; i < 48; i++) {
        strcat(lets, i > 40 ? " | " : "");
        strcat(lets, kt_class_name(i));
    }
    strcat(lets, "\n");
    return open_kit(kit, lets, "ROLE MANY&FEW");
}

START_TEST(so_many_alternatives)
{
    struct kit kit;

    ck_assert(mark_product(&kit, 16));
    ck_assert_uint_eq(kit.codes.predicates.items[1].count, 128);
    bench_close(&kit.bench);
    ck_assert(!mark_product(&kit, 17));
    ck_assert_ptr_nonnull(strstr(kit.bench.folder->faults,
                                 "too many alternatives in a term"));
    bench_close(&kit.bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("template_predicates");

    tcase_add_loop_test(tcase, one_case, 0, sizeof cases / sizeof *cases);
    tcase_add_test(tcase, nodes_get_numbers);
    tcase_add_test(tcase, classes_in_use);
    tcase_add_loop_test(tcase, one_fault, 0, sizeof faults / sizeof *faults);
    tcase_add_test(tcase, so_many_alternatives);
    return check_run("template_predicates", tcase, NULL);
}
