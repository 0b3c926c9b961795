/* Class sets and the names of the classes. */
#include "classes.h"

#include <limits.h>
#include <string.h>

#include "check_kutip.h"

static struct kt_set
set_of(unsigned a, unsigned b)
{
    struct kt_set set = {{0}};

    kt_set_add(&set, a);
    kt_set_add(&set, b);
    return set;
}

START_TEST(every_class_has_its_own_name)
{
    for (unsigned i = 0; i < KT_CLASS_KNOWN; i++) {
        const char *name = kt_class_name(i);
        ck_assert_ptr_nonnull(name);
        ck_assert_uint_eq(strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_"),
                          strlen(name));
        for (unsigned j = 0; j < i; j++)
            ck_assert_str_ne(name, kt_class_name(j));
    }
    ck_assert_str_eq(kt_class_name(0), "CAPITAL");
    ck_assert_str_eq(kt_class_name(KT_CLASS_KNOWN - 1), "SITE_END");
}
END_TEST

START_TEST(no_class_has_no_name)
{
    ck_assert_ptr_null(kt_class_name(KT_CLASS_KNOWN));
    ck_assert_ptr_null(kt_class_name(UINT_MAX));
}
END_TEST

/* Around the border between the two words, and the last one. */
static const unsigned places[] = {0, 1, 62, 63, 64, 65, KT_CLASS_MAX - 1};

START_TEST(one_class_alone)
{
    unsigned class = places[_i];
    struct kt_set set = set_of(class, class);

    for (unsigned i = 0; i < KT_CLASS_MAX; i++)
        ck_assert_int_eq(kt_set_has(set, i), i == class);
    kt_set_remove(&set, class);
    ck_assert(kt_set_equal(set, (struct kt_set){{0}}));
}
END_TEST

START_TEST(sets_together)
{
    struct kt_set a = set_of(3, 100), b = set_of(100, 40);
    struct kt_set both = kt_set_union(a, b);

    ck_assert(kt_set_has(both, 3));
    ck_assert(kt_set_has(both, 40));
    ck_assert(kt_set_covers(both, a));
    ck_assert(!kt_set_covers(a, both));
    ck_assert(!kt_set_covers(a, b));
    ck_assert(kt_set_meets(a, b));
    ck_assert(!kt_set_meets(a, set_of(67, 36)));
    ck_assert(!kt_set_equal(a, set_of(3, 36)));
    ck_assert(!kt_set_equal(a, set_of(67, 100)));
}
END_TEST

/* A set written down is the set that its classes are put into one by one. */
START_TEST(written_sets)
{
    static const struct kt_set all =
        KT_SET(0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 62, 63, 64, 65, 66, 68, 71,
               76, 84, 97, 118, 126, 127, 128, 129, 130, 132, 135, 140, 148,
               190, KT_CLASS_MAX - 1);
    static const struct kt_set one = KT_SET(70);
    struct kt_set put = {{0}};
    static const unsigned classes[] = {
        0,  1,  2,  3,  5,  8,   13,  21,  34,  55,  62,  63,  64,  65,  66, 68,
        71, 76, 84, 97, 118, 126, 127, 128, 129, 130, 132, 135, 140, 148, 190,
        KT_CLASS_MAX - 1};
    bool with, without;

    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        kt_set_add(&put, classes[i]);
    ck_assert(kt_set_equal(all, put));
    ck_assert(kt_set_equal(one, set_of(70, 70)));
    /* Not in the macro: it spells out what it is given. */
    with = KT_HAS_ANY(put, 4, 191);
    without = KT_HAS_ANY(put, 4, 70, 189);
    ck_assert(with);
    ck_assert(!without);
}
END_TEST

START_TEST(the_empty_set)
{
    struct kt_set empty = {{0}}, low = set_of(5, 5), high = set_of(90, 90);

    ck_assert(kt_set_covers(low, empty));
    ck_assert(kt_set_covers(empty, empty));
    ck_assert(!kt_set_covers(empty, low));
    ck_assert(!kt_set_covers(empty, high));
    ck_assert(!kt_set_meets(empty, low));
    ck_assert(!kt_set_meets(empty, empty));
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("classes");

    tcase_add_test(tcase, every_class_has_its_own_name);
    tcase_add_test(tcase, no_class_has_no_name);
    tcase_add_loop_test(tcase, one_class_alone, 0,
                        sizeof places / sizeof *places);
    tcase_add_test(tcase, sets_together);
    tcase_add_test(tcase, written_sets);
    tcase_add_test(tcase, the_empty_set);
    return check_run("classes", tcase, NULL);
}
