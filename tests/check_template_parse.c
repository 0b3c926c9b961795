/* Expressions: the tree that comes of a text, or the place of its fault. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "check_kutip.h"
#include "template_tree.h"

static void
show(FILE *out, const struct kt_tree *tree);

static void
show_children(FILE *out, const struct kt_tree *tree, const char *between)
{
    const struct kt_tree *before = NULL;

    for (const struct kt_tree *child = tree->first; child;
         child = child->next) {
        ck_assert_ptr_eq(child->previous, before);
        if (before != NULL)
            fputs(between, out);
        show(out, child);
        before = child;
    }
    ck_assert_ptr_eq(tree->last, before);
}

static void
show_repeat(FILE *out, const struct kt_tree *tree)
{
    fputc('(', out);
    show(out, tree->first);
    fprintf(out, "){%u,", (unsigned)tree->min);
    if (tree->max != KT_TREE_MANY)
        fprintf(out, "%u", (unsigned)tree->max);
    fprintf(out, "}%s", tree->lazy ? "?" : tree->possessive ? "+" : "");
}

/* The tree in full: every sequence in <>, every choice in []. */
static void
show(FILE *out, const struct kt_tree *tree)
{
    switch (tree->kind) {
    case KT_TREE_NAME:
        fprintf(out, "%s%s", tree->negative ? "!" : "", tree->name);
        break;
    case KT_TREE_TERM:
        if (tree->first == NULL)
            fputc('.', out);
        show_children(out, tree, "&");
        break;
    case KT_TREE_SEQUENCE:
        fputc('<', out);
        show_children(out, tree, " ");
        fputc('>', out);
        break;
    case KT_TREE_CHOICE:
        fputc('[', out);
        show_children(out, tree, "|");
        fputc(']', out);
        break;
    case KT_TREE_REPEAT:
        show_repeat(out, tree);
        break;
    case KT_TREE_SLOT:
        fprintf(out, "@%s", kt_slot_name((enum kt_slot)tree->slot));
        show(out, tree->first);
        break;
    case KT_TREE_LOOK:
        fputc(tree->negative ? '!' : '>', out);
        show(out, tree->first);
        break;
    case KT_TREE_START:
    case KT_TREE_END:
        fputc(tree->kind == KT_TREE_START ? '^' : '$', out);
        break;
    default:
        fputs("unexpected", out);
    }
}

/* Parses what stands behind `match ` in a line of its own. */
static struct kt_tree *
parse(struct bench *bench, const char *expression)
{
    char text[1024];
    struct kt_place *place;

    bench_open(bench);
    snprintf(text, sizeof text, "%%kutip templates 1 cues\nmatch %s\n",
             expression);
    place = kt_arena_take(&bench->arena, sizeof *place);
    place->file = bench_file(bench, "cues.templates", text);
    place->line = &place->file->lines[0];
    place->at = 6;
    return kt_tree_parse(place, &bench->scratch, &bench->faults);
}

static const struct {
    const char *expression;
    const char *tree;
} trees[] = {
    {"LAUT", "<LAUT>"},
    {"LAUT PASIR", "<LAUT PASIR>"},
    {"LAUT|PASIR KARANG", "[<LAUT>|<PASIR KARANG>]"},
    {"LAUT (PASIR | KARANG) IKAN", "<LAUT [<PASIR>|<KARANG>] IKAN>"},
    {"((LAUT))", "<<<LAUT>>>"},
    {"LAUT&!PASIR & IKAN_2", "<LAUT&!PASIR&IKAN_2>"},
    {"!LAUT .", "<!LAUT .>"},
    {"LAUT? PASIR* KARANG+", "<(LAUT){0,1} (PASIR){0,} (KARANG){1,}>"},
    {"LAUT?? PASIR*? KARANG++", "<(LAUT){0,1}? (PASIR){0,}? (KARANG){1,}+>"},
    {"LAUT{3} PASIR{2,} KARANG{0,300}",
     "<(LAUT){3,3} (PASIR){2,} (KARANG){0,300}>"},
    {"(LAUT PASIR){2}+", "<(<LAUT PASIR>){2,2}+>"},
    {"@cue(LAUT) @tail(PASIR+)", "<@cue<LAUT> @tail<(PASIR){1,}>>"},
    {">(LAUT) !(PASIR | KARANG)", "<><LAUT> ![<PASIR>|<KARANG>]>"},
    {"^ LAUT $", "<^ LAUT $>"},
};

START_TEST(one_tree)
{
    struct bench bench;
    const struct kt_tree *tree = parse(&bench, trees[_i].expression);
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);

    ck_assert_str_eq(bench.folder->faults, "");
    ck_assert_ptr_nonnull(tree);
    show(out, tree);
    fclose(out);
    ck_assert_str_eq(text, trees[_i].tree);
    free(text);
    bench_close(&bench);
}
END_TEST

static const struct {
    const char *expression;
    unsigned column; /* from the expression's first character, from 1 */
    const char *message;
} faults[] = {
    {"LAUT (PASIR", 6, "no ')' for this '('"},
    {"LAUT) PASIR", 5, "no '(' for this ')'"},
    {"| LAUT", 1, "an empty alternative"},
    {"LAUT |", 7, "an empty alternative"},
    {"LAUT ( )", 8, "an empty alternative"},
    {"+ LAUT", 1, "nothing stands before this to be repeated"},
    {"LAUT**", 6, "nothing stands before this to be repeated"},
    {"LAUT{}", 5, "a bound is {M}, {M,} or {M,N} with M <= N <= 300"},
    {"LAUT{0}", 5, "a bound is {M}, {M,} or {M,N} with M <= N <= 300"},
    {"LAUT{1,301}", 5, "a bound is {M}, {M,} or {M,N} with M <= N <= 300"},
    {"LAUT{99999999999}", 5,
     "a bound is {M}, {M,} or {M,N} with M <= N <= 300"},
    {"LAUT{1,2", 5, "a bound is {M}, {M,} or {M,N} with M <= N <= 300"},
    {"LAUT $?", 7, "what takes no term cannot be repeated"},
    {"!(LAUT)*", 8, "what takes no term cannot be repeated"},
    {"LAUT & & PASIR", 8, "this is no class, slot or group"},
    {"LAUT !", 7, "the expression ends where a name should be"},
    {"@", 2, "the expression ends where a name should be"},
    {"> LAUT", 2, "a '(' should be here"},
};

START_TEST(one_fault)
{
    struct bench bench;
    char told[256];

    ck_assert_ptr_null(parse(&bench, faults[_i].expression));
    snprintf(told, sizeof told, "cues.templates:2:%u: %s\n",
             6 + faults[_i].column, faults[_i].message);
    ck_assert_str_eq(bench.folder->faults, told);
    bench_close(&bench);
}
END_TEST

START_TEST(an_unknown_slot)
{
    struct bench bench;

    ck_assert_ptr_null(parse(&bench, "LAUT @palce(PASIR)"));
    ck_assert_str_eq(bench.folder->faults,
                     "cues.templates:2:12: unknown slot 'palce' [place]\n");
    bench_close(&bench);
}
END_TEST

/* `depth` brackets around a term. */
static const struct kt_tree *
parse_nested(struct bench *bench, int depth)
{
    char text[256];
    int at = 0;

    for (int i = 0; i < depth; i++)
        text[at++] = '(';
    at += snprintf(text + at, sizeof text - (size_t)at, "LAUT");
    for (int i = 0; i < depth; i++)
        text[at++] = ')';
    text[at] = '\0';
    return parse(bench, text);
}

START_TEST(groups_in_groups)
{
    struct bench bench;

    ck_assert_ptr_nonnull(parse_nested(&bench, 24));
    bench_close(&bench);
    ck_assert_ptr_null(parse_nested(&bench, 25));
    ck_assert_str_eq(
        bench.folder->faults,
        "cues.templates:2:31: groups are nested too deeply\n");
    bench_close(&bench);
}
END_TEST

START_TEST(places)
{
    struct bench bench;
    const struct kt_tree *tree = parse(&bench, "LAUT  !PASIR {2}");
    const struct kt_tree *slot;

    ck_assert_ptr_null(tree); /* a quantifier stands right behind */
    bench_close(&bench);
    tree = parse(&bench, "LAUT  !PASIR{2}  @cue( KARANG )");
    ck_assert_uint_eq(tree->first->at, 6);
    ck_assert_uint_eq(tree->first->next->at, 12);
    /* the name behind its `!` */
    ck_assert_uint_eq(tree->first->next->first->first->at, 13);
    slot = tree->last;
    ck_assert_int_eq(slot->kind, KT_TREE_SLOT);
    ck_assert_uint_eq(slot->at, 23);
    bench_close(&bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("template_parse");

    tcase_add_loop_test(tcase, one_tree, 0, sizeof trees / sizeof *trees);
    tcase_add_loop_test(tcase, one_fault, 0, sizeof faults / sizeof *faults);
    tcase_add_test(tcase, an_unknown_slot);
    tcase_add_test(tcase, groups_in_groups);
    tcase_add_test(tcase, places);
    return check_run("template_parse", tcase, NULL);
}
