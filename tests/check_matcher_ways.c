/* Random patterns on random rows: matched as a plain reference says. */
#include "check_kutip.h"

#include <stdio.h>
#include <string.h>

#include "automaton.h"
#include "steps.h"

/* ---------------------------------------------------------------- reference
 * All ways in which a tree matches, in the order in which they are to be
 * tried, as plainly as can be.
 */

enum { WAYS_MAX = 64, SLOT_ENDS = 2 * KT_SLOT_COUNT };

struct way {
    uint32_t end;
    uint32_t slots[SLOT_ENDS];
};

struct ways {
    uint32_t count;
    struct way items[WAYS_MAX];
};

struct reference {
    const struct kt_codes *codes;
    const uint16_t *row;
    uint32_t length;
    bool reversed;
    bool too_many;
};

/* A way once more leads nowhere else. */
static void
add_way(struct reference *reference, struct ways *ways, struct way way)
{
    for (uint32_t i = 0; i < ways->count; i++)
        if (memcmp(&ways->items[i], &way, sizeof way) == 0)
            return;
    if (ways->count == WAYS_MAX)
        reference->too_many = true;
    else
        ways->items[ways->count++] = way;
}

static void
find_ways(struct reference *reference, const struct kt_tree *tree,
          struct way from, struct ways *out);

static void
find_elements(struct reference *reference, const struct kt_tree *tree,
              struct way from, struct ways *out)
{
    struct ways ways = {0};

    if (tree == NULL) {
        add_way(reference, out, from);
        return;
    }
    find_ways(reference, tree, from, &ways);
    for (uint32_t i = 0; i < ways.count; i++)
        find_elements(reference,
                      reference->reversed ? tree->previous : tree->next,
                      ways.items[i], out);
}

static void
find_rounds(struct reference *reference, const struct kt_tree *repeat,
            uint32_t count, struct way from, struct ways *out)
{
    bool enough = count >= repeat->min;
    struct ways ways = {0};

    if (enough && repeat->lazy)
        add_way(reference, out, from);
    if (repeat->max == KT_TREE_MANY || count < repeat->max)
        find_ways(reference, repeat->first, from, &ways);
    for (uint32_t i = 0; i < ways.count; i++)
        if (enough && ways.items[i].end == from.end)
            add_way(reference, out, ways.items[i]);
        else
            find_rounds(reference, repeat, count + 1, ways.items[i], out);
    if (enough && !repeat->lazy)
        add_way(reference, out, from);
}

static void
find_looks(struct reference *reference, const struct kt_tree *look,
           struct way from, struct ways *out)
{
    struct ways ways = {0};

    find_ways(reference, look->first, from, &ways);
    if (look->negative == (ways.count > 0))
        return;
    if (!look->negative) {
        ways.items[0].end = from.end;
        from = ways.items[0];
    }
    add_way(reference, out, from);
}

/* Ways of what is inside, but for choices, sequences and looks. */
static void
find_inner(struct reference *reference, const struct kt_tree *tree,
           struct way from, struct ways *out)
{
    struct ways ways = {0};

    if (tree->kind == KT_TREE_SLOT)
        find_ways(reference, tree->first, from, &ways);
    else
        find_rounds(reference, tree, 0, from, &ways);
    for (uint32_t i = 0; i < ways.count; i++) {
        struct way way = ways.items[i];
        if (tree->kind == KT_TREE_SLOT) {
            way.slots[2 * tree->slot] = from.end;
            way.slots[2 * tree->slot + 1] = way.end;
        } else if (tree->possessive && i > 0) {
            return;
        }
        add_way(reference, out, way);
    }
}

static void
find_ways(struct reference *reference, const struct kt_tree *tree,
          struct way from, struct ways *out)
{
    bool reversed = reference->reversed;

    if (tree->predicate != 0) {
        uint16_t code = 0;
        if (from.end < reference->length)
            code = reference->row[from.end];
        if (from.end < reference->length &&
            kt_codes_taken(reference->codes, tree->predicate - 1)[code / 64] >>
                    code % 64 &
                1) {
            from.end++;
            add_way(reference, out, from);
        }
    } else if (tree->kind == KT_TREE_SEQUENCE) {
        find_elements(reference, reversed ? tree->last : tree->first, from,
                      out);
    } else if (tree->kind == KT_TREE_CHOICE) {
        for (const struct kt_tree *child = tree->first; child != NULL;
             child = child->next)
            find_ways(reference, child, from, out);
    } else if (tree->kind == KT_TREE_LOOK) {
        find_looks(reference, tree, from, out);
    } else if (tree->kind == KT_TREE_START || tree->kind == KT_TREE_END) {
        bool first = (tree->kind == KT_TREE_START) != reversed;
        if (from.end == (first ? 0 : reference->length))
            add_way(reference, out, from);
    } else {
        find_inner(reference, tree, from, out);
    }
}

/* ---------------------------------------------------------- random patterns */

static uint32_t seed = 1;

static uint32_t
draw(uint32_t below)
{
    seed = seed * UINT32_C(1664525) + UINT32_C(1013904223);
    return (seed >> 8) % below;
}

static char *
draw_elements(char *to, int depth);

static char *
draw_atom(char *to, int depth)
{
    static const char *const terms[] = {"a",  "b",  "c",       ".",
                                        "!a", "!c", "(a | b)", "a&!b"};

    if (depth == 0 || draw(5) < 3)
        return to + sprintf(to, "%s", terms[draw(8)]);
    *to++ = '(';
    to = draw_elements(to, depth - 1);
    for (uint32_t more = draw(3); more > 0; more--) {
        to += sprintf(to, " | ");
        to = draw_elements(to, depth - 1);
    }
    return to + sprintf(to, ")");
}

static char *
draw_element(char *to, int depth)
{
    static const char *const around[] = {">(", "!(", "1(", "2("};
    static const char *const times[] = {"*",     "+",   "?",     "{2}", "{0,4}",
                                        "{1,5}", "{4}", "{4,5}", "{5,}"};
    static const char *const ways[] = {"", "", "?", "+"};

    if (depth > 0 && draw(5) == 0) {
        /* a slot in itself is what nobody writes */
        to += sprintf(to, "%s", around[draw(depth == 3 ? 4 : 2)]);
        to = draw_elements(to, depth == 3 ? 1 : depth - 1);
        return to + sprintf(to, ")");
    }
    if (draw(20) == 0)
        return to + sprintf(to, "%s", draw(2) ? "^" : "$");
    to = draw_atom(to, depth);
    if (draw(5) < 2)
        to += sprintf(to, "%s%s", times[draw(9)], ways[draw(4)]);
    return to;
}

static char *
draw_elements(char *to, int depth)
{
    for (uint32_t more = draw(3);; more--) {
        to = draw_element(to, depth);
        if (more == 0)
            return to;
        *to++ = ' ';
    }
}

enum { PATTERNS = 40, ROW_MAX = 8 };

struct trial {
    struct steps steps;
    char texts[PATTERNS][4096];
    const char *patterns[PATTERNS];
    struct kt_automaton *automata[2];
    uint16_t row[ROW_MAX];
    uint32_t length;
    unsigned matches;
    unsigned others; /* that do not match */
    unsigned skipped;
};

/* One pattern at one place: what the matcher and the reference find. */
static void
compare(struct trial *trial, uint32_t pattern, bool reversed, uint32_t at)
{
    struct reference reference = {&trial->steps.codes, trial->row,
                                  trial->length, reversed, false};
    struct ways ways = {0};
    struct way from = {.end = at};
    struct kt_may may = {{0}};
    struct kt_path path = {trial->row + at, 1, trial->length - at, at == 0};
    enum kt_matched matched;
    uint32_t length = 0;

    memset(from.slots, 0xFF, sizeof from.slots);
    matched =
        kt_matcher_run(trial->steps.matcher, &trial->steps.programs[reversed],
                       pattern, &path, &length);
    find_ways(&reference, trial->steps.trees[pattern], from, &ways);
    if (matched == KT_MATCHED_LIMIT || reference.too_many) {
        trial->skipped++;
        return;
    }
    ck_assert_msg((matched == KT_MATCHED_YES) == (ways.count > 0),
                  "%s at %u: %u ways", trial->patterns[pattern], (unsigned)at,
                  (unsigned)ways.count);
    trial->others += ways.count == 0;
    if (ways.count == 0)
        return;
    trial->matches++;
    ck_assert_msg(at + length == ways.items[0].end, "%s at %u: %u, not to %u",
                  trial->patterns[pattern], (unsigned)at, (unsigned)length,
                  (unsigned)ways.items[0].end);
    for (uint32_t slot = 0; slot < KT_SLOT_COUNT; slot++) {
        const uint32_t *slots = &ways.items[0].slots[2 * slot];
        uint32_t first = KT_UNSET, last = KT_UNSET;
        if (kt_matcher_slot(trial->steps.matcher, slot, &first, &last)) {
            first += at;
            last += at;
        }
        ck_assert_msg(first == slots[0] && last == slots[1], "%s at %u",
                      trial->patterns[pattern], (unsigned)at);
    }
    kt_automaton_run(trial->automata[reversed], &path, &may);
    ck_assert_msg(may.bits[0] >> pattern & 1, "%s at %u: left out",
                  trial->patterns[pattern], (unsigned)at);
}

static void
compare_row(struct trial *trial)
{
    uint32_t at;

    trial->length = 1 + draw(ROW_MAX);
    for (uint32_t i = 0; i < trial->length; i++)
        trial->row[i] = trial->steps.letters[draw(4)];
    at = draw(3) == 0 ? draw(trial->length) : 0;
    for (uint32_t i = 0; i < PATTERNS; i++)
        for (int reversed = 0; reversed < 2; reversed++)
            if (trial->steps.trees[i] != NULL)
                compare(trial, i, reversed == 1, at);
}

static void
compare_batch(struct trial *trial, unsigned rows)
{
    for (int i = 0; i < PATTERNS; i++) {
        draw_elements(trial->texts[i], 3);
        trial->patterns[i] = trial->texts[i];
    }
    steps_open(&trial->steps, trial->patterns, PATTERNS);
    for (int i = 0; i < 2; i++) {
        trial->automata[i] = kt_automaton_new(&trial->steps.programs[i],
                                              &trial->steps.bench.arena);
        ck_assert_ptr_nonnull(trial->automata[i]);
    }
    while (rows-- > 0)
        compare_row(trial);
    kt_automaton_free(trial->automata[0]);
    kt_automaton_free(trial->automata[1]);
    steps_close(&trial->steps);
}

/* The first way of all, and the automaton lets it through. */
START_TEST(as_the_reference)
{
    static struct trial trial;
    unsigned batches = check_valgrind() ? 2 : 50;

    for (unsigned i = 0; i < batches; i++)
        compare_batch(&trial, 60);
    ck_assert_uint_gt(trial.matches, 1000 * batches);
    ck_assert_uint_gt(trial.others, 1000 * batches);
    ck_assert_uint_lt(trial.skipped * 50, trial.matches);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("matcher_ways");

    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, as_the_reference);
    return check_run("matcher_ways", tcase, NULL);
}
