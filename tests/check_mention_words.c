/* Kinds of words in mentions, and where a name begins. */
#include "mention_words.h"

#include "parts.h"

/* The kind of the first term of the words. */
static enum kt_word_kind
kind(const char *text, const char *words)
{
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze(text);
    ck_assert(kt_word_hints_read(doc, &hints));
    enum kt_word_kind found =
        kt_word_kind_of(doc, &hints, terms_at(doc, words).first);
    kutip_doc_free(doc);
    return found;
}

START_TEST(kinds)
{
    static const char text[] =
        "Kata Direktur Bank Indonesia, Jenderal Bramanto A. bin Zulfadlan "
        "(41) dari Surabaya dan blorong BRTX.";
    ck_assert_int_eq(kind(text, "Direktur"), KT_WORD_ROLE);
    ck_assert_int_eq(kind(text, "Bank Indonesia"), KT_WORD_ORGANISATION);
    ck_assert_int_eq(kind(text, "Jenderal"), KT_WORD_RANK);
    ck_assert_int_eq(kind(text, "Bramanto"), KT_WORD_UNKNOWN);
    ck_assert_int_eq(kind(text, "A."), KT_WORD_INITIAL);
    ck_assert_int_eq(kind(text, "bin"), KT_WORD_INITIAL);
    ck_assert_int_eq(kind(text, "Surabaya"), KT_WORD_PLACE);
    ck_assert_int_eq(kind(text, ")"), KT_WORD_BRACKET);
    ck_assert_int_eq(kind(text, "blorong"), KT_WORD_LOWER);
    ck_assert_int_eq(kind(text, "BRTX"), KT_WORD_ACRONYM);
    ck_assert_int_eq(kind(text, ","), KT_WORD_OTHER);
}
END_TEST

START_TEST(shapes_of_capitals)
{
    ck_assert_int_eq(kind("Kata Blorong III.", "III"), KT_WORD_OTHER);
    ck_assert_int_eq(kind("Kata A.H. Bramanto.", "A.H."), KT_WORD_INITIAL);
    ck_assert_int_eq(kind("Kata QX Bramanto.", "QX"), KT_WORD_INITIAL);
    ck_assert_int_eq(kind("Kata BloPayTer.", "BloPayTer"), KT_WORD_ACRONYM);
    ck_assert_int_eq(kind("Kata McBloran.", "McBloran"), KT_WORD_UNKNOWN);
    ck_assert_int_eq(kind("Kata Blo7.", "Blo7"), KT_WORD_ACRONYM);
    ck_assert_int_eq(kind("Kata Keblorongan.", "Keblorongan"),
                     KT_WORD_DERIVED_NOUN);
}
END_TEST

/* What stands in brackets is an organisation, unless it speaks alone. */
START_TEST(hinted)
{
    ck_assert_int_eq(kind("Kata Kapasur Bramanto.", "Kapasur"),
                     KT_WORD_UNKNOWN);
    ck_assert_int_eq(
        kind("Kajian Padi Subur (Kapasur) diam. Ini Kapasur.", "Kapasur"),
        KT_WORD_ACRONYM);
    ck_assert_int_eq(kind("Ini Bramanto Wiryadi (Kapasur). Kata Kapasur, "
                          "stok aman.",
                          "Kapasur"),
                     KT_WORD_UNKNOWN);
}
END_TEST

/* The words of a stretch from where its name begins, "-" for no name. */
static const char *
name_in(const char *text, const char *stretch)
{
    static char name[100];
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze(text);
    struct kt_range terms = terms_at(doc, stretch);
    int sum;
    ck_assert(kt_word_hints_read(doc, &hints));
    uint32_t start = kt_name_start(doc, &hints, terms, &sum);
    ck_assert_int_eq(sum > 0, start < terms.end);
    strcpy(name, text_of(doc, kt_tokens_of(
                                  doc, (struct kt_range){start, terms.end})));
    kutip_doc_free(doc);
    return name;
}

START_TEST(starts)
{
    ck_assert_str_eq(name_in("Kata Direktur Bank Indonesia Rini Bramanto.",
                             "Direktur Bank Indonesia Rini Bramanto"),
                     "Rini Bramanto");
    ck_assert_str_eq(name_in("Kata Rini Bramanto.", "Rini Bramanto"),
                     "Rini Bramanto");
    ck_assert_str_eq(
        name_in("Kata Direktur Bank Indonesia.", "Direktur Bank Indonesia"),
        "-");
    ck_assert_str_eq(name_in("Kata Bupati Surabaya.", "Bupati Surabaya"), "-");
}
END_TEST

/* What the text shows to be a place or a body begins no name. */
START_TEST(no_beginning)
{
    static const char stretch[] = "Koordinator Posko Blorong Morasti";
    static const char body[] = "Analis Kapasur Morasti Wiryadi";
    ck_assert_str_eq(name_in("Kata Koordinator Posko Blorong Morasti. "
                             "Hujan turun di Blorong semalam.",
                             stretch),
                     "Morasti");
    ck_assert_str_eq(name_in("Kata Analis Kapasur Morasti Wiryadi.", body),
                     "Kapasur Morasti Wiryadi");
    ck_assert_str_eq(name_in("Kata Analis Kapasur Morasti Wiryadi. Ya, kata "
                             "Morasti. Warga memakai Kapasur lagi.",
                             body),
                     "Morasti Wiryadi");
}
END_TEST

/* `I` behind capitals is a number, unless a name begins so. */
START_TEST(lone_letters)
{
    ck_assert_str_eq(
        name_in("Kata Ketua DPRD I Morasti.", "Ketua DPRD I Morasti"),
        "Morasti");
    ck_assert_str_eq(name_in("Kata Ketua DPRD I Wayan Morasti.",
                             "Ketua DPRD I Wayan Morasti"),
                     "I Wayan Morasti");
}
END_TEST

/* Behind a title that a body is due behind, the first of three is it. */
START_TEST(closed_titles)
{
    ck_assert_str_eq(name_in("Kata CEO Kapasur Morasti Wiryadi.",
                             "CEO Kapasur Morasti Wiryadi"),
                     "Morasti Wiryadi");
    ck_assert_str_eq(name_in("Kata CEO Kapasur Morasti Wiryadi. Ya, kata "
                             "Kapasur.",
                             "CEO Kapasur Morasti Wiryadi"),
                     "Kapasur Morasti Wiryadi");
    ck_assert_str_eq(
        name_in("Kata CEO Morasti Wiryadi.", "CEO Morasti Wiryadi"),
        "Morasti Wiryadi");
}
END_TEST

START_TEST(long_names)
{
    ck_assert_str_eq(name_in("Kata Ketua Bawaslu Morasti Wiryadi Anggunita "
                             "Zulfadlan.",
                             "Ketua Bawaslu Morasti Wiryadi Anggunita "
                             "Zulfadlan"),
                     "Morasti Wiryadi Anggunita Zulfadlan");
    ck_assert_str_eq(name_in("Kata Ketua Bawaslu Surabaya Morasti Wiryadi "
                             "Anggunita Zulfadlan.",
                             "Ketua Bawaslu Surabaya Morasti Wiryadi "
                             "Anggunita Zulfadlan"),
                     "Morasti Wiryadi Anggunita Zulfadlan");
}
END_TEST

/* A word that speaks alone elsewhere begins the name. */
START_TEST(alone_begins)
{
    static const char stretch[] = "Ketua Yayasan Blorong Morasti Wiryadi";
    ck_assert_str_eq(name_in("Kata Ketua Yayasan Blorong Morasti Wiryadi. "
                             "Ya, kata Morasti.",
                             stretch),
                     "Morasti Wiryadi");
    ck_assert_str_eq(name_in("Kata Ketua Yayasan Blorong Morasti Wiryadi. "
                             "Ya, kata Wiryadi.",
                             "Ketua Yayasan Blorong Morasti Wiryadi"),
                     "Morasti Wiryadi");
}
END_TEST

START_TEST(never_a_name)
{
    /* an English body ends so; a state is no name behind another word */
    ck_assert_str_eq(name_in("Kata Blorong Research Institute.",
                             "Blorong Research Institute"),
                     "-");
    ck_assert_str_eq(name_in("Kata Blorong Institute. Ya, kata Blorong.",
                             "Blorong Institute"),
                     "-");
    ck_assert_str_eq(name_in("Kata Blorong Indonesia.", "Blorong Indonesia"),
                     "-");
    /* two blanks part what stands beside them */
    ck_assert_str_eq(
        name_in("Kata Rini  Bramanto Wiryadi.", "Rini  Bramanto Wiryadi"),
        "Bramanto Wiryadi");
}
END_TEST

static int
sum_of(const char *text, const char *stretch)
{
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze(text);
    ck_assert(kt_word_hints_read(doc, &hints));
    int sum = kt_name_sum(doc, &hints, terms_at(doc, stretch));
    kutip_doc_free(doc);
    return sum;
}

START_TEST(sums)
{
    int two = sum_of("Kata Morasti Wiryadi.", "Morasti Wiryadi");
    ck_assert_int_gt(two, 0);
    ck_assert_int_gt(two, sum_of("Kata Hujan Wiryadi.", "Hujan Wiryadi"));
    ck_assert_int_gt(sum_of("Kata Hujan Wiryadi.", "Hujan Wiryadi"), 0);
    ck_assert_int_le(sum_of("Kata Bank Indonesia.", "Bank Indonesia"), 0);
    ck_assert_int_le(sum_of("Kata Surabaya.", "Surabaya"), 0);
    ck_assert_int_eq(sum_of("Kata Rini, ya.", "Rini, ya"), KT_NO_NAME);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("mention_words");
    tcase_add_test(tcase, kinds);
    tcase_add_test(tcase, shapes_of_capitals);
    tcase_add_test(tcase, hinted);
    tcase_add_test(tcase, starts);
    tcase_add_test(tcase, no_beginning);
    tcase_add_test(tcase, lone_letters);
    tcase_add_test(tcase, closed_titles);
    tcase_add_test(tcase, long_names);
    tcase_add_test(tcase, alone_begins);
    tcase_add_test(tcase, never_a_name);
    tcase_add_test(tcase, sums);
    return check_run("mention_words", tcase, NULL);
}
