/* How boilerplate begins: no phrase of it is passed over. */
#include "phrase_starts.h"

#include <ctype.h>
#include <string.h>

#include "check_kutip.h"
#include "raw_phrases.h"

static uint8_t
starts_at(const char *text)
{
    return kt_phrase_starts_at(&check_engine()->starts, text,
                               (uint32_t)strlen(text));
}

START_TEST(letters)
{
    ck_assert_uint_eq(starts_at("baca"),
                      KT_START_BOILERPLATE | KT_START_REFERENCE);
    ck_assert_uint_eq(starts_at("BA"), starts_at("baca"));
    ck_assert(starts_at("Advertisement") & KT_START_PIECE);
    ck_assert_uint_eq(starts_at("xq"), 0);
}
END_TEST

/* Nothing is known of what is no pair of letters. */
START_TEST(others)
{
    ck_assert_uint_eq(starts_at(""), KT_START_ANY);
    ck_assert_uint_eq(starts_at("x"), KT_START_ANY);
    ck_assert_uint_eq(starts_at("x1"), KT_START_ANY);
    ck_assert_uint_eq(starts_at("[x"), KT_START_ANY);
    ck_assert_uint_eq(starts_at("@x"), KT_START_ANY);
    ck_assert_uint_eq(starts_at("x\xCC\x81"), KT_START_ANY);
    ck_assert_uint_eq(starts_at("\xC3\xA9x"), KT_START_ANY);
}
END_TEST

START_TEST(bits)
{
    ck_assert_uint_eq(kt_phrase_start_bit(KT_BOILERPLATE),
                      KT_START_BOILERPLATE);
    ck_assert_uint_eq(kt_phrase_start_bit(KT_BOILERPLATE_PIECE),
                      KT_START_PIECE);
    ck_assert_uint_eq(kt_phrase_start_bit(KT_PLACE), KT_START_ANY);
}
END_TEST

/* Where a phrase of the class ends when all beginnings are let pass. */
static uint32_t
slow_end(const char *text, unsigned class)
{
    struct kt_engine open = *check_engine();
    memset(&open.starts, KT_START_ANY, sizeof open.starts);
    struct kt_raw raw = {&open, text, (uint32_t)strlen(text)};
    return kt_raw_phrase_end(&raw, 0, class);
}

static uint32_t
end_of(const char *text, unsigned class)
{
    struct kt_raw raw = {check_engine(), text, (uint32_t)strlen(text)};
    return kt_raw_phrase_end(&raw, 0, class);
}

/* Every entry of the lexicon, as it is and in capitals. */
START_TEST(same_as_without)
{
    static const unsigned classes[] = {KT_BOILERPLATE, KT_BOILERPLATE_PIECE,
                                       KT_BOILERPLATE_REFERENCE, KT_PLACE};
    const struct kt_lexicon *lexicon = &check_engine()->lexicon;
    uint32_t found = 0;
    for (uint32_t i = 1; i < lexicon->entry_count; i++) {
        char text[256] = "";
        strncpy(text, lexicon->entries[i].text, sizeof text - 1);
        for (int c = 0; c < 4; c++) {
            uint32_t end = slow_end(text, classes[c]);
            found += end > 0;
            ck_assert_uint_eq(end_of(text, classes[c]), end);
        }
        for (size_t k = 0; text[k] != '\0'; k++)
            text[k] = (char)toupper((unsigned char)text[k]);
        ck_assert_uint_eq(end_of(text, KT_BOILERPLATE),
                          slow_end(text, KT_BOILERPLATE));
    }
    ck_assert_uint_gt(found, 1000);
}
END_TEST

/* A word whose letters are not all ASCII's may be spelt in two ways. */
START_TEST(accents)
{
    struct kt_word words[] = {{.text = "\xC3\xA9" "a"},
                              {.text = "\xC3\xA9" "a"},
                              {.text = "b\xC3\xA9"}};
    uint32_t first = 1, second = 2;
    struct kt_entry entries[] = {{.word_count = 0},
                                 {.words = &first, .word_count = 1, .set = 1},
                                 {.words = &second, .word_count = 1, .set = 2}};
    struct kt_set sets[3] = {{{0}}};
    struct kt_lexicon lexicon = {.words = words, .entries = entries,
                                 .entry_count = 2, .sets = sets};
    struct kt_phrase_starts starts;
    kt_set_add(&sets[1], KT_BOILERPLATE);
    kt_set_add(&sets[2], KT_BOILERPLATE_PIECE);
    kt_phrase_starts_init(&starts, &lexicon);
    ck_assert_uint_eq(kt_phrase_starts_at(&starts, "ea", 2),
                      KT_START_BOILERPLATE);
    lexicon.entry_count = 3;
    kt_phrase_starts_init(&starts, &lexicon);
    ck_assert_uint_eq(kt_phrase_starts_at(&starts, "be", 2),
                      KT_START_BOILERPLATE | KT_START_PIECE);
    ck_assert_uint_eq(kt_phrase_starts_at(&starts, "ce", 2),
                      KT_START_BOILERPLATE);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("starts");
    tcase_add_test(tcase, letters);
    tcase_add_test(tcase, others);
    tcase_add_test(tcase, bits);
    tcase_add_test(tcase, same_as_without);
    tcase_add_test(tcase, accents);
    return check_run("phrase_starts", tcase, NULL);
}
