/* Titles: where they begin, and how far they reach. */
#include "mention_titles.h"

#include "parts.h"

START_TEST(where_roles_begin)
{
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze(
        "Kata Bramanto, Ketua Bawaslu. Kata Ikatan Dokter Blorong.");
    struct kt_range terms = terms_at(doc, "Bramanto, Ketua Bawaslu");
    ck_assert(kt_word_hints_read(doc, &hints));
    ck_assert_uint_eq(kt_role_start(doc, &hints, terms), terms.first + 2);
    terms = terms_at(doc, "Ikatan Dokter Blorong");
    ck_assert_uint_eq(kt_role_start(doc, &hints, terms), terms.end);
    kutip_doc_free(doc);
}
END_TEST

/* The title of the stretch, in `Kata STRETCH.`; "+" where it is whole. */
static const char *
title_in(const char *text, const char *stretch)
{
    static char title[200];
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze(text);
    struct kt_range terms = terms_at(doc, stretch);
    bool whole;

    ck_assert(kt_word_hints_read(doc, &hints));
    terms.first = kt_role_start(doc, &hints, terms);
    terms.end = kt_office_end(doc, terms.first, terms.end, &whole);
    strcpy(title, text_of(doc, kt_tokens_of(doc, terms)));
    if (whole)
        strcat(title, "+");
    kutip_doc_free(doc);
    return title;
}

#define check_title(stretch, wanted)                                           \
    ck_assert_str_eq(title_in("Kata " stretch ".", stretch), wanted)

START_TEST(how_far_they_reach)
{
    check_title("DPRD Ketua Bawaslu", "Ketua");
    check_title("Ikatan Ketua Bawaslu", "-");
    check_title("mantan Wakil Ketua Umum Bawaslu", "mantan Wakil Ketua Umum");
    check_title("Gubernur Jawa Timur", "Gubernur+");
    check_title("Penjabat (Pj) Gubernur Jawa Timur", "Penjabat (Pj) Gubernur+");
    check_title("Plt Kepala Bawaslu", "Plt Kepala+");
    check_title("Ketua Umum Perempuan Mandiri", "Ketua Umum");
    check_title("Founder dan CEO Blorong", "Founder dan CEO");
    check_title("Country Business Manager Sales and Marketing Blorong",
                "Country Business Manager Sales and Marketing");
    check_title("Ketua Umum Bidang Hukum Bawaslu", "Ketua Umum");
}
END_TEST

START_TEST(kinds_of_words)
{
    kutip_doc *doc = check_analyze("Kata Ketua, Perempuan Blorong, warga, "
                                   "Surabaya, Indonesia, Bawaslu.");
    ck_assert(kt_begins_role(doc, terms_at(doc, "Ketua").first));
    ck_assert(kt_begins_role(doc, terms_at(doc, "warga").first));
    ck_assert(!kt_begins_role(doc, terms_at(doc, "Blorong").first));
    ck_assert(kt_is_folk(doc, terms_at(doc, "Perempuan").first));
    ck_assert(!kt_is_folk(doc, terms_at(doc, "warga").first));
    ck_assert(!kt_is_folk(doc, terms_at(doc, "Ketua").first));
    ck_assert(kt_is_plain_word(doc, terms_at(doc, "Blorong").first));
    ck_assert(kt_is_plain_word(doc, terms_at(doc, "Indonesia").first));
    ck_assert(!kt_is_plain_word(doc, terms_at(doc, "Surabaya").first));
    ck_assert(!kt_is_plain_word(doc, terms_at(doc, "Bawaslu").first));
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("mention_titles");
    tcase_add_test(tcase, where_roles_begin);
    tcase_add_test(tcase, how_far_they_reach);
    tcase_add_test(tcase, kinds_of_words);
    return check_run("mention_titles", tcase, NULL);
}
