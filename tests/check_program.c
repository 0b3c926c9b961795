/* From trees to steps: what each expression becomes, and what is too much. */
#include "check_kutip.h"

#include <stdio.h>
#include <string.h>

#include "steps.h"

/* How a step is told: what it has beside the step that is next. */
static const struct {
    const char *name;
    bool set, guard, max, min, arg, other;
} ops[] = {
    [KT_OP_TAKE] = {.name = "take", .set = true},
    [KT_OP_SPLIT] = {"split", .guard = true, .other = true},
    [KT_OP_SPAN] = {"span", .set = true, .max = true},
    [KT_OP_SAVE] = {"save", .arg = true},
    [KT_OP_ENTER] = {"enter", .arg = true},
    [KT_OP_LOOP] = {"loop", false, true, true, true, true, true},
    [KT_OP_LAZY] = {"lazy", false, true, true, true, true, true},
    [KT_OP_HAS] = {"has", .set = true},
    [KT_OP_LACKS] = {"lacks", .set = true},
    [KT_OP_AHEAD] = {"ahead", .other = true},
    [KT_OP_NOT] = {"not", .other = true},
    [KT_OP_ATOMIC] = {"atomic", .other = true},
    [KT_OP_START] = {.name = "start"},
    [KT_OP_END] = {.name = "end"},
    [KT_OP_DONE] = {.name = "done"},
    [KT_OP_ACCEPT] = {.name = "accept"},
};

struct listing {
    const struct steps *steps;
    const struct kt_program *program;
    uint16_t seen[64];
    uint32_t count;
    char text[2048];
    size_t used;
};

/* The number of a step in the listing. */
static uint32_t
number_of(struct listing *listing, uint16_t step)
{
    for (uint32_t i = 0; i < listing->count; i++)
        if (listing->seen[i] == step)
            return i;
    ck_assert_uint_lt(listing->count, 64);
    listing->seen[listing->count] = step;
    return listing->count++;
}

static void
tell(struct listing *listing, const char *text)
{
    ck_assert_uint_lt(listing->used + strlen(text), sizeof listing->text);
    strcpy(listing->text + listing->used, text);
    listing->used += strlen(text);
}

static void
tell_number(struct listing *listing, const char *before, uint32_t number)
{
    char text[32];

    snprintf(text, sizeof text, "%s%u", before, (unsigned)number);
    tell(listing, text);
}

static void
tell_letters(struct listing *listing, uint32_t set)
{
    for (int i = 0; i < STEPS_LETTERS; i++)
        if (kt_program_has(listing->program, set, listing->steps->letters[i]))
            tell(listing, (char[]){(char)('a' + i), '\0'});
}

static void
tell_set(struct listing *listing, uint32_t set)
{
    tell(listing, " {");
    tell_letters(listing, set);
    tell(listing, "}");
}

/* " {ab}" or, with the second term, " {ab:c}"; nothing for a guard that lets
 * everything pass. */
static void
tell_guard(struct listing *listing, struct kt_guard guard)
{
    if (guard.first == 0)
        return;
    tell(listing, " {");
    tell_letters(listing, guard.first);
    if (guard.second != 0) {
        tell(listing, ":");
        tell_letters(listing, guard.second);
    }
    tell(listing, "}");
}

static void
tell_step(struct listing *listing, const struct kt_instruction *step)
{
    tell(listing, ops[step->op].name);
    if (ops[step->op].arg)
        tell_number(listing, " r", step->arg);
    if (ops[step->op].min)
        tell_number(listing, " from ", step->min);
    if (ops[step->op].max && step->max != KT_TREE_MANY)
        tell_number(listing, " to ", step->max);
    if (ops[step->op].set)
        tell_set(listing, step->set);
    if (ops[step->op].guard)
        tell_guard(listing, step->guard);
    if (step->op < KT_OP_DONE)
        tell_number(listing, " ", number_of(listing, step->next));
    if (ops[step->op].other) {
        tell(listing, " |");
        tell_guard(listing, step->other_guard);
        tell_number(listing, " ", number_of(listing, step->other));
    }
}

/* The steps of a pattern, numbered as they are met. */
static const char *
list_steps(struct listing *listing, const struct steps *steps, bool reversed,
           uint32_t pattern)
{
    memset(listing, 0, sizeof *listing);
    listing->steps = steps;
    listing->program = &steps->programs[reversed];
    number_of(listing, listing->program->starts[pattern]);
    for (uint32_t i = 0; i < listing->count; i++) {
        const struct kt_instruction *step =
            &listing->program->steps.items[listing->seen[i]];
        ck_assert_uint_eq(step->pattern, pattern);
        tell(listing, i > 0 ? "; " : "");
        tell_step(listing, step);
    }
    return listing->text;
}

static const struct {
    const char *pattern;
    const char *forward;
    const char *reversed; /* NULL: not looked at */
} cases[] = {
    {"a b", "take {a} 1; take {b} 2; accept", "take {b} 1; take {a} 2; accept"},
    {"^ a (b c) $",
     "start 1; take {a} 2; take {b} 3; take {c} 4; end 5; accept",
     "start 1; take {c} 2; take {b} 3; take {a} 4; end 5; accept"},
    {"a | b | c", "take {abc} 1; accept", NULL},
    {"(a b | c | d | a b c | e)",
     "split {acd} 1 | {ae} 2; split {a:b} 3 | {cd} 4; split {a:b} 5 | {e} 6; "
     "take {a} 7; take {cd} 8; take {a} 9; take {e} 8; take {b} 8; accept;"
     " take {b} 10; take {c} 8",
     "split {bcd} 1 | {ce} 2; split {b:a} 3 | {cd} 4; split {c:b} 5 | {e} 6; "
     "take {b} 7; take {cd} 8; take {c} 9; take {e} 8; take {a} 8; accept;"
     " take {b} 10; take {a} 8"},
    {"(a | c | b d | a | . | b)",
     "split {ac} 1 | {bde} 2; take {ac} 3; split {b:d} 4 | {bde} 5; accept; "
     "take {b} 6; take {bde} 3; take {d} 3",
     NULL},
    {"(a b | a? | c)",
     "split {a:b} 1 | 2; take {a} 3; split 4 | {c} 5; take {b} 6; split {a} "
     "7 | 6; take {c} 6; accept; take {a} 6",
     NULL},
    {"a?", "split {a} 1 | 2; take {a} 2; accept", NULL},
    {"a?"
     "?",
     "split 1 | {a} 2; accept; take {a} 1", NULL},
    {"a{1,3}",
     "take {a} 1; split {a} 2 | 3; take {a} 4; accept; split {a} 5 | 3; "
     "take {a} 3",
     NULL},
    {"a*", "span {a} 1; accept", NULL},
    {"a{0,9}", "span to 9 {a} 1; accept", NULL},
    {"(a b)*", "split {a:b} 1 | 2; take {a} 3; accept; take {b} 0",
     "split {b:a} 1 | 2; take {b} 3; accept; take {a} 0"},
    {"(a b)*?", "split 1 | {a:b} 2; accept; take {a} 3; take {b} 0", NULL},
    {"(a b)?+",
     "atomic 1 | 2; split {a:b} 3 | 4; accept; take {a} 5; done; take {b} 4",
     NULL},
    {"a{5,7}",
     "take {a} 1; take {a} 2; take {a} 3; enter r28 4; loop r28 from 2 to "
     "4 {a} 5 | 6; take {a} 4; accept",
     NULL},
    {"a{0,9}?",
     "enter r28 1; lazy r28 from 0 to 9 {a} 2 | 3; take {a} 1; accept", NULL},
    {"(a? b?)*",
     "enter r28 1; loop r28 from 0 2 | 3; split {a} 4 | 5; accept; take "
     "{a} 5; split {b} 6 | 1; take {b} 1",
     NULL},
    {">(a) b", "has {a} 1; take {b} 2; accept", NULL},
    {"!(a) b", "lacks {a} 1; take {b} 2; accept", NULL},
    {">(a b) c",
     "ahead 1 | 2; take {a} 3; take {c} 4; take {b} 5; accept; done",
     "take {c} 1; ahead 2 | 3; take {b} 4; accept; take {a} 5; done"},
    {"!(a b) c", "not 1 | 2; take {a} 3; take {c} 4; take {b} 5; accept; done",
     NULL},
    {"1(a 2(b))",
     "save r2 1; take {a} 2; save r18 3; take {b} 4; save r19 5; save r3 "
     "6; accept",
     "save r2 1; save r18 2; take {b} 3; save r19 4; take {a} 5; save r3 "
     "6; accept"},
    {"a (b & !b) c", "take {a} 1; take {} 2; take {c} 3; accept", NULL},
    {"a (b & !b | c & !c)", "take {a} 1; take {} 2; accept", NULL},
};

START_TEST(one_pattern)
{
    struct steps steps;
    struct listing listing;

    steps_open(&steps, &cases[_i].pattern, 1);
    ck_assert_str_eq(steps.bench.folder->faults, "");
    ck_assert_str_eq(list_steps(&listing, &steps, false, 0), cases[_i].forward);
    if (cases[_i].reversed != NULL)
        ck_assert_str_eq(list_steps(&listing, &steps, true, 0),
                         cases[_i].reversed);
    steps_close(&steps);
}
END_TEST

/* Templates of one family share sets, not steps. */
START_TEST(several)
{
    static const char *const patterns[] = {"a b", "b 1(a)", "2(b)"};
    struct steps steps;
    struct listing listing;
    const struct kt_program *program = &steps.programs[0];

    steps_open(&steps, patterns, 3);
    ck_assert_str_eq(list_steps(&listing, &steps, false, 1),
                     "take {b} 1; save r2 2; take {a} 3; save r3 4; accept");
    ck_assert_str_eq(list_steps(&listing, &steps, false, 0),
                     "take {a} 1; take {b} 2; accept");
    ck_assert_uint_eq(program->slots[0], 0);
    ck_assert_uint_eq(program->slots[1], 1U << KT_SLOT_SOURCE);
    ck_assert_uint_eq(program->slots[2], 1U << KT_SLOT_NAME);
    ck_assert_uint_eq(program->starts[3], KT_NO_START);
    ck_assert_uint_eq(program->sets.count, 4 * program->words);
    steps_close(&steps);
}
END_TEST

/* What many trees can begin with is one set, in each program. */
START_TEST(unions_are_there_once)
{
    static const char *const patterns[] = {
        "(a b | b c | c d) e",
        "e (a b | b c | c d)+ e",
        "(c d | (b c | a b)) d",
    };
    uint32_t counts[2];
    struct steps steps;

    for (int i = 0; i < 2; i++) {
        steps_open(&steps, patterns, i == 0 ? 1 : 3);
        counts[i] = steps.programs[0].sets.count / steps.programs[0].words;
        ck_assert_str_eq(steps_match(&steps, false, 0, "bce", 0), "3");
        ck_assert_str_eq(steps_match(&steps, false, 0, "bde", 0), "no");
        steps_close(&steps);
    }
    /* b and c, a and b; c and d are there already */
    ck_assert_uint_le(counts[1], counts[0] + 4);
}
END_TEST

#define NINE(x) x " " x " " x " " x " " x " " x " " x " " x " " x

static const char *const large[] = {
    "((((((((((a b){3}){3}){3}){3}){3}){3}){3}){3}){3}){3}",
    NINE(NINE("(a b){7}")) " " NINE(NINE("(a b){7}")),
    "((((((((((a b | c d){3}){3}){3}){3}){3}){3}){3}){3}){3}){3}",
};

/* Too many steps, loops, sets: told, and the others are as they were. */
START_TEST(too_large)
{
    const char *patterns[] = {"a b", large[_i]};
    enum kt_program_fault fault;
    struct steps steps;
    struct kt_tree *tree;
    struct kt_program *program = &steps.programs[0];

    steps_open(&steps, patterns, 2);
    ck_assert_str_eq(steps.bench.folder->faults, "");
    ck_assert_str_eq(steps_match(&steps, false, 0, "ab", 0), "2");
    ck_assert_str_eq(steps_match(&steps, false, 1, "abab", 0), "no");
    for (int i = 0; i < 2; i++)
        ck_assert_uint_eq(steps.programs[i].starts[1], KT_NO_START);
    tree = steps.reader.families.items[0].drafts.items[1].tree;
    fault = kt_program_add(program, 9, tree, tree, &steps.bench.arena,
                           &steps.bench.scratch);
    ck_assert_int_eq(fault, KT_PROGRAM_TOO_LARGE);
    ck_assert_uint_eq(program->starts[9], KT_NO_START);
    steps_close(&steps);
}
END_TEST

/* What a program found out about the trees is not true of another one. */
static void
forget(struct steps *steps, struct kt_tree *tree)
{
    for (uint32_t i = 0; i < steps->codes.predicates.count; i++)
        memset(steps->codes.predicates.items[i].sets, 0,
               sizeof steps->codes.predicates.items[i].sets);
    tree->reach[0] = tree->reach[1] = NULL;
    for (struct kt_tree *child = tree->first; child; child = child->next)
        forget(steps, child);
}

START_TEST(little_memory)
{
    static const char *const pattern = "(a b | c? d | e){4,} 1(a | b c)";
    enum kt_program_fault fault = KT_PROGRAM_NO_MEMORY;
    struct kt_program program;
    struct kt_arena arena, scratch;
    struct memory memory;
    struct kt_tree *tree;
    struct steps steps;

    steps_open(&steps, &pattern, 1);
    memory_init(&memory);
    tree = steps.reader.families.items[0].drafts.items[0].tree;
    for (size_t left = 0; fault != KT_PROGRAM_OK; left++) {
        ck_assert_int_eq(fault, KT_PROGRAM_NO_MEMORY);
        ck_assert_uint_lt(left, 1000);
        forget(&steps, tree);
        memory.left = left;
        kt_arena_init(&arena, &memory.allocator);
        kt_arena_init(&scratch, &memory.allocator);
        if (kt_program_init(&program, &steps.codes, false, &arena, &scratch))
            fault = kt_program_add(&program, 0, tree, tree, &arena, &scratch);
        if (fault == KT_PROGRAM_OK && !kt_program_end(&program, &arena)) {
            program.starts[0] = KT_NO_START;
            fault = KT_PROGRAM_NO_MEMORY;
        }
        ck_assert((program.starts[0] == KT_NO_START) ==
                  (fault != KT_PROGRAM_OK));
        kt_arena_release(&scratch);
        kt_arena_release(&arena);
    }
    steps_close(&steps);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("program");

    tcase_add_loop_test(tcase, one_pattern, 0, sizeof cases / sizeof *cases);
    tcase_add_test(tcase, several);
    tcase_add_test(tcase, unions_are_there_once);
    tcase_add_loop_test(tcase, too_large, 0, 3);
    tcase_add_test(tcase, little_memory);
    return check_run("program", tcase, NULL);
}
