/* Matching: each kind of step, the first of many ways, running away. */
#include "check_kutip.h"

#include <string.h>

#include "steps.h"

static const struct {
    const char *pattern;
    const char *row;
    const char *result; /* from the first term on */
} cases[] = {
    /* terms */
    {"a b", "abc", "2"},
    {"a b", "acb", "no"},
    {"a b", "a", "no"},
    {"a", "", "no"},
    {"a .", "ae", "2"},
    {"a .", "a", "no"},
    {"a !b", "ac", "2"},
    {"a !b", "ab", "no"},
    {"a !b", "a", "no"},
    /* choices: the first that goes on, not the longest */
    {"a (b | b c)", "abc", "2"},
    {"a (b c | b)", "abc", "3"},
    {"a (b | b c) d", "abcd", "4"},
    {"a (1(b) c | 2(b) d | .)", "abd", "3 2=1-2"},
    {"a (1(b) c | 2(b) d | .)", "abe", "2"},
    {"a (b c d | c d | d | e e | a b)", "acd", "3"},
    {"a (b c d | c d | d | e e | a b)", "aee", "3"},
    {"a (b c d | c d | d | e e | a b)", "aed", "no"},
    {"a (b? | c) d", "acd", "3"},
    {"a (b? | c) d", "ad", "2"},
    /* alternatives of one term stand together, each term once */
    {"a (b | c | 1(d) | b) e", "abe", "3"},
    {"a (b | c | 1(b) d) d", "abdd", "3"},
    {"a (b | c | 1(b) d) d d", "abddd", "4"},
    {"a (b | c d | c | b) d", "acd", "3"},
    /* greedy, lazy, possessive */
    {"a 1(b*)", "abbb", "4 1=1-4"},
    {"a 1(b*) b", "abbb", "4 1=1-3"},
    {"a 1(b*?)", "abbb", "1 1=1-1"},
    {"a 1(b*?) c", "abbc", "4 1=1-3"},
    {"a b*+ b", "abbb", "no"},
    {"a b*+ c", "abbc", "4"},
    {"a 1(b+)", "a", "no"},
    {"a 1(b+) .", "abb", "3 1=1-2"},
    {"a 1(b+?) 2(b*)", "abb", "3 1=1-2 2=2-3"},
    {"a 1(b?) 2(b*)", "abb", "3 1=1-2 2=2-3"},
    {"a 1(b?"
     "?) 2(b*)",
     "abb", "3 1=1-1 2=1-3"},
    {"a b?+ b", "ab", "no"},
    {"a (b | b c)++ d", "abcd", "no"},
    {"a (b c | b)++ d", "abcd", "4"},
    {"a 1((b c | b)*+) c", "abbc", "no"},
    {"a 1((b c)*) b", "abcbcb", "6 1=1-5"},
    {"a 1((b c)*) b", "abcbcd", "4 1=1-3"},
    {"a 1((b c)*?) b", "abcbcb", "2 1=1-1"},
    /* counted */
    {"a{2}", "aaa", "2"},
    {"a{2}", "ab", "no"},
    {"a{2,}", "aaa", "3"},
    {"a{5,7}", "aaaa", "no"},
    {"a{5,7}", "aaaaa", "5"},
    {"a{5,7}", "aaaaaaaaa", "7"},
    {"a{5,7}?", "aaaaaaaaa", "5"},
    {"a{5,7}? b", "aaaaaab", "7"},
    {"a{5,7}? b", "aaaaaaaab", "no"},
    {"a{6}", "aaaaaaa", "6"},
    {"a{5,} a", "aaaaaa", "6"},
    {"a{5,}+ a", "aaaaaa", "no"},
    {"a{0,9} a", "aaaa", "4"},
    {"a{0,9}", "aaaaaaaaaaaa", "9"},
    {"a{0,9}? b", "aaab", "4"},
    {"(a b){4,6} c", "ababababc", "9"},
    {"(a b){4,6} c", "abababc", "no"},
    {"(a b){0,8}", "ababababababababab", "16"},
    {"(a b){0,8}? c", "ababababc", "9"},
    {"((a | b c){4} d){4}", "aaaadaaabcdbcaaadaaaad", "22"},
    {"((a | b c){4} d){4}", "aaaadaaabcdbcaaadaaad", "no"},
    {"((a{4,5} b){4,5} c){4}", "aaaabaaaabaaaabaaaabc", "no"},
    /* rounds that take nothing */
    {"a (b*)* c", "abbc", "4"},
    {"a (b?)* c", "ac", "2"},
    {"a (b? c?){4,9} d", "ad", "2"},
    {"a (b? c?){4,9} d", "abccd", "5"},
    {"a (b?"
     "?)*? c",
     "abbc", "4"},
    {"a (b* | c)* d", "abcbd", "5"},
    {"a ((b?){40}){40} c", "abc", "3"},
    /* looking */
    {"a >(b)", "ab", "1"},
    {"a >(b)", "ac", "no"},
    {"a >(b)", "a", "no"},
    {"a !(b)", "ac", "1"},
    {"a !(b)", "a", "1"},
    {"a !(b)", "ab", "no"},
    {"a >(b c) .", "abc", "2"},
    {"a >(b c) .", "abd", "no"},
    {"a !(b c) .", "abd", "2"},
    {"a !(b c) .", "abc", "no"},
    {"a !(b* c) .", "abbd", "2"},
    {"a !(b* c) .", "abbc", "no"},
    {"a >(b* c $) b+", "abbc", "3"},
    {"(a !(a b))* a", "aaab", "2"},
    {"a >(b*? 1(c)) b*", "abbc", "3 1=3-4"},
    {"a !(1(b) d) b", "abc", "2"},
    {"a >(>(b) . !(d)) b", "abc", "2"},
    {"a >(>(b) . !(d)) b", "abd", "no"},
    /* the ends of the row */
    {"^ a $", "a", "1"},
    {"^ a $", "ab", "no"},
    {"a* $", "aaa", "3"},
    {"a b* ^", "a", "no"},
    {"a (b | $)", "a", "1"},
    {"a (b | $)", "ac", "no"},
    /* slots: in rounds the last one, none of a way that failed */
    {"(1(a) | 2(b))*", "aba", "3 1=2-3 2=1-2"},
    {"(1(a) b | 2(a) c)*", "abac", "4 1=0-1 2=2-3"},
    {"(1(a) b)* 2(a)", "abac", "3 1=0-1 2=2-3"},
    {"(1(a) b c | a 2(b) d)", "abd", "3 2=1-2"},
    {"(1(a)+ c)? 2(a)*", "aab", "2 2=1-2"},
    {"1(a 2(b*) c)", "abbc", "4 1=0-4 2=1-3"},
    {"a 1(b?) c", "ac", "2 1=1-1"},
    {"a 1(b)? c", "ac", "2"},
    {"(1(a) b?){5} c", "aabaaac", "7 1=5-6"},
    {"(1(a) b?){4,5}+ 2(c)", "aabaac", "6 1=4-5 2=5-6"},
};

START_TEST(one_match)
{
    struct steps steps;
    const char *result;

    steps_open(&steps, &cases[_i].pattern, 1);
    ck_assert_str_eq(steps.bench.folder->faults, "");
    result = steps_match(&steps, false, 0, cases[_i].row, 0);
    ck_assert_msg(strcmp(result, cases[_i].result) == 0, "%s on %s: %s, not %s",
                  cases[_i].pattern, cases[_i].row, result, cases[_i].result);
    steps_close(&steps);
}
END_TEST

START_TEST(from_within)
{
    static const char *const patterns[] = {"a b $", "^ a", "a 1(b*)"};
    struct steps steps;

    steps_open(&steps, patterns, 3);
    ck_assert_str_eq(steps_match(&steps, false, 0, "cab", 1), "3");
    ck_assert_str_eq(steps_match(&steps, false, 0, "cab", 0), "no");
    ck_assert_str_eq(steps_match(&steps, false, 0, "cab", 3), "no");
    ck_assert_str_eq(steps_match(&steps, false, 1, "aa", 1), "no");
    ck_assert_str_eq(steps_match(&steps, false, 2, "ccabb", 2), "5 1=3-5");
    /* no template of the program */
    ck_assert_str_eq(steps_match(&steps, false, 3, "a", 0), "no");
    steps_close(&steps);
}
END_TEST

/* The row is given reversed; so are the places of slots. */
START_TEST(in_reverse)
{
    static const char *const patterns[] = {"^ a 1(b c*) $", "1(a) (b | c d)+",
                                           "(a b){5}", ">(c d) a", "a* b*"};
    struct steps steps;

    steps_open(&steps, patterns, 5);
    ck_assert_str_eq(steps_match(&steps, true, 0, "ccba", 0), "4 1=0-3");
    ck_assert_str_eq(steps_match(&steps, true, 0, "ccbad", 0), "no");
    ck_assert_str_eq(steps_match(&steps, true, 0, "dccba", 1), "no");
    ck_assert_str_eq(steps_match(&steps, true, 1, "dcba", 0), "4 1=3-4");
    ck_assert_str_eq(steps_match(&steps, true, 1, "cdba", 0), "no");
    ck_assert_str_eq(steps_match(&steps, true, 2, "bababababa", 0), "10");
    ck_assert_str_eq(steps_match(&steps, true, 3, "adc", 0), "1");
    ck_assert_str_eq(steps_match(&steps, true, 3, "acd", 0), "no");
    ck_assert_str_eq(steps_match(&steps, true, 4, "bbaac", 0), "4");
    steps_close(&steps);
}
END_TEST

/* Patterns that try too many ways, or note too much, give up. */
START_TEST(runs_away)
{
    static const char *const patterns[] = {
        "((a+)+)+ b",
        "(a | a a)* b",
        "(a* c?){300} b",
        "((a? b?)* c?)* d e",
        "((c?){300}){300}", /* more rounds than can be noted, no failure */
        "a !(((c?){300}){300}) a",
        "a ((c?){300}){300}+ a",
    };
    struct steps steps;
    char row[201];

    memset(row, 'a', 200);
    row[200] = '\0';
    steps_open(&steps, &patterns[_i], 1);
    ck_assert_str_eq(steps.bench.folder->faults, "");
    ck_assert_str_eq(steps_match(&steps, false, 0, row, 0), "limit");
    steps_close(&steps);
}
END_TEST

/* It can be used after that. */
START_TEST(recovers)
{
    static const char *const patterns[] = {"((a+)+)+ b", "a 1(b)"};
    struct steps steps;

    steps_open(&steps, patterns, 2);
    ck_assert_str_eq(
        steps_match(&steps, false, 0, "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", 0),
        "limit");
    ck_assert_str_eq(steps_match(&steps, false, 1, "ab", 0), "2 1=1-2");
    ck_assert_str_eq(steps_match(&steps, false, 0, "aab", 0), "3");
    steps_close(&steps);
}
END_TEST

START_TEST(no_memory)
{
    struct memory memory;

    memory_init(&memory);
    memory.left = 0;
    ck_assert_ptr_null(kt_matcher_new(&memory.allocator));
    kt_matcher_free(NULL);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("matcher");

    tcase_add_loop_test(tcase, one_match, 0, sizeof cases / sizeof *cases);
    tcase_add_test(tcase, from_within);
    tcase_add_test(tcase, in_reverse);
    tcase_add_loop_test(tcase, runs_away, 0, 7);
    tcase_add_test(tcase, recovers);
    tcase_add_test(tcase, no_memory);
    return check_run("matcher", tcase, NULL);
}
