/* The memo of forms: what is kept is found, and what is kept is bounded. */
#include "forms.h"

#include <stdio.h>

#include "check_kutip.h"
#include "engine.h"
#include "memory.h"

static struct memory memory;
static struct kt_engine engine;
static struct kt_forms forms;

static void
setup(void)
{
    memory_init(&memory);
    engine = (struct kt_engine){.allocator = memory.allocator};
    memset(&forms, 0, sizeof forms);
    ck_assert(kt_forms_begin(&forms, &engine));
}

static void
teardown(void)
{
    kt_forms_release(&forms);
    ck_assert_uint_eq(memory.live, 0);
}

static struct kt_form_key
key_of(const char *text)
{
    char padded[KT_FORM_MOST + 1] = "";
    memcpy(padded, text, strlen(text));
    return kt_form_key(padded, (uint32_t)strlen(text));
}

/* The key of a number's digits. */
static struct kt_form_key
key_number(uint32_t number)
{
    char digits[16];
    sprintf(digits, "%x", (unsigned)number);
    return key_of(digits);
}

static void
add(struct kt_form_key key, uint32_t word)
{
    struct kt_form form = {.key = key, .facts = {.hash = 1, .word = word}};
    ck_assert(kt_forms_add(&forms, &form));
}

START_TEST(keys)
{
    static const char text[] = "pertanggungjawaban";
    for (uint32_t length = 1; length <= KT_FORM_MOST; length++) {
        struct kt_form_key key = kt_form_key(text, length);
        char bytes[KT_FORM_MOST + 1] = "";
        for (uint32_t i = 0; i < KT_FORM_MOST; i++)
            bytes[i] = (char)((i < 8 ? key.low >> 8 * i
                                     : key.high >> 8 * (i - 8)) &
                              0xFF);
        ck_assert_uint_eq(strlen(bytes), length);
        ck_assert_int_eq(memcmp(bytes, text, length), 0);
    }
}
END_TEST

START_TEST(kept)
{
    ck_assert_ptr_null(kt_forms_find(&forms, key_of("kata")));
    add(key_of("kata"), 7);
    add(key_of("katakatakatakata"), 8);
    ck_assert_uint_eq(kt_forms_find(&forms, key_of("kata"))->facts.word, 7);
    ck_assert_uint_eq(
        kt_forms_find(&forms, key_of("katakatakatakata"))->facts.word, 8);
    ck_assert_ptr_null(kt_forms_find(&forms, key_of("kat")));
    ck_assert_ptr_null(kt_forms_find(&forms, key_of("katakatakatakat")));
}
END_TEST

/* Many forms: few are lost, none is mistaken, memory has an end. */
START_TEST(many)
{
    enum { MANY = 20000, TOO_MANY = 1000000 };
    uint32_t found = 0, blocks;
    for (uint32_t i = 1; i <= MANY; i++)
        add(key_number(i), i);
    for (uint32_t i = 1; i <= MANY; i++) {
        const struct kt_form *form = kt_forms_find(&forms, key_number(i));
        found += form != NULL;
        ck_assert(form == NULL || form->facts.word == i);
    }
    ck_assert_uint_gt(found, MANY * 8 / 10);
    for (uint32_t i = 1; i <= TOO_MANY; i++)
        add(key_number(i + MANY), i);
    blocks = (uint32_t)memory.asked;
    for (uint32_t i = 1; i <= TOO_MANY; i++)
        add(key_number(i + MANY + TOO_MANY), i);
    ck_assert_uint_eq(memory.asked, blocks);
}
END_TEST

/* The same with less room: more are lost. */
START_TEST(limited)
{
    enum { MANY = 100000 };
    uint32_t found = 0, asked;
    kt_forms_limit(&forms, 0);
    asked = (uint32_t)memory.asked;
    for (uint32_t i = 1; i <= MANY; i++)
        add(key_number(i), i);
    ck_assert_uint_eq(memory.asked, asked);
    for (uint32_t i = 1; i <= MANY; i++)
        found += kt_forms_find(&forms, key_number(i)) != NULL;
    ck_assert_uint_gt(found, 1000);
    ck_assert_uint_lt(found, MANY / 4);
}
END_TEST

/* The last one that was asked for is not the next to go. */
START_TEST(lasting)
{
    add(key_of("kata"), 7);
    for (uint32_t i = 1; i <= 500000; i++) {
        add(key_number(i), i);
        ck_assert_ptr_nonnull(kt_forms_find(&forms, key_of("kata")));
    }
}
END_TEST

START_TEST(numbers)
{
    struct kt_set set = {{0}};
    uint16_t first, second, again;
    ck_assert(kt_forms_number(&forms, set, &first));
    kt_set_add(&set, 5);
    ck_assert(kt_forms_number(&forms, set, &second));
    ck_assert(kt_forms_number(&forms, set, &again));
    ck_assert_uint_ne(first, 0);
    ck_assert_uint_ne(second, first);
    ck_assert_uint_eq(again, second);
    ck_assert(kt_set_equal(forms.alone.sets.items[second - 1], set));
}
END_TEST

/* Growing fails: nothing is lost, and it goes on when there is memory. */
START_TEST(without_memory)
{
    struct kt_form form = {.facts = {.hash = 1}};
    uint32_t added = 0;
    add(key_of("kata"), 7);
    memory.left = 0;
    do
        form.key = key_number(++added);
    while (kt_forms_add(&forms, &form));
    ck_assert_uint_lt(added, 100000);
    memory.left = SIZE_MAX;
    ck_assert(kt_forms_add(&forms, &form));
    ck_assert_ptr_nonnull(kt_forms_find(&forms, form.key));
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("forms");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, keys);
    tcase_add_test(tcase, kept);
    tcase_add_test(tcase, many);
    tcase_add_test(tcase, limited);
    tcase_add_test(tcase, lasting);
    tcase_add_test(tcase, numbers);
    tcase_add_test(tcase, without_memory);
    return check_run("forms", tcase, NULL);
}
