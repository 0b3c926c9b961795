/* Bodies: where the name of an organisation begins. */
#include "mention_bodies.h"

#include "parts.h"

/* The words from where a function finds the body's name, "-" for none. */
static const char *
body_in(const char *text, const char *stretch, const char *from,
        uint32_t (*start)(const struct kt_doc *, uint32_t, uint32_t))
{
    static char body[200];
    kutip_doc *doc = check_analyze(text);
    struct kt_range terms = terms_at(doc, stretch);
    uint32_t at = terms_at(doc, from).first;
    uint32_t found = start(doc, terms.first, at);

    strcpy(body, found == at
                     ? "-"
                     : text_of(doc, kt_tokens_of(doc, (struct kt_range){
                                                          found, terms.end})));
    kutip_doc_free(doc);
    return body;
}

#define check_body(start, stretch, from, wanted)                               \
    ck_assert_str_eq(body_in("Kata " stretch ".", stretch, from, start), wanted)

START_TEST(acronyms)
{
    check_body(kt_acronym_start, "Ketua Kajian Padi Subur (KPS)", "(KPS)",
               "Kajian Padi Subur (KPS)");
    check_body(kt_acronym_start, "Ketua Kajian dan Padi Subur (KPS)", "(KPS)",
               "Kajian dan Padi Subur (KPS)");
    check_body(kt_acronym_start, "Ketua Kajian Padi Subur (KPX)", "(KPX)", "-");
    check_body(kt_syllables_start, "Ketua Kajian Padi Subur (Kapasur)",
               "(Kapasur)", "Kajian Padi Subur (Kapasur)");
    check_body(kt_syllables_start, "Ketua Padi and Alam Subur (PALSUR)",
               "(PALSUR)", "Padi and Alam Subur (PALSUR)");
    check_body(kt_syllables_start, "Ketua Kajian Padi Subur (KPX)", "(KPX)",
               "-");
    check_body(kt_syllables_start, "Ketua Kajian Padi Subur (Popasur)",
               "(Popasur)", "-");
}
END_TEST

START_TEST(tails)
{
    check_body(kt_tail_start, "Ketua Blorong Padi Institute", "Institute",
               "Blorong Padi Institute");
    check_body(kt_tail_start, "Ketua Padi Utama Institute", "Institute",
               "Padi Utama Institute");
    check_body(kt_tail_start, "Ketua Institute", "Institute", "-");
}
END_TEST

START_TEST(kinds_of_bodies)
{
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze(
        "Kata Fakultas Hukum, Direktorat Jenderal Pajak, Provinsi Papua, "
        "Surabaya, Bawaslu.");
    ck_assert(kt_word_hints_read(doc, &hints));
    ck_assert(kt_is_unit(doc, terms_at(doc, "Fakultas Hukum").first));
    ck_assert(
        !kt_is_unit(doc, terms_at(doc, "Direktorat Jenderal Pajak").first));
    ck_assert(!kt_is_unit(doc, terms_at(doc, "Bawaslu").first));
    ck_assert(kt_is_area(doc, terms_at(doc, "Provinsi Papua").first));
    ck_assert(!kt_is_area(doc, terms_at(doc, "Surabaya").first));
    ck_assert(
        kt_begins_organisation(doc, &hints, terms_at(doc, "Bawaslu").first));
    ck_assert(
        !kt_begins_organisation(doc, &hints, terms_at(doc, "Surabaya").first));
    kutip_doc_free(doc);
}
END_TEST

/* Where it begins in a stretch without a role. */
static const char *
organisation_in(const char *text, const char *stretch)
{
    static char body[200];
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze(text);
    struct kt_range terms = terms_at(doc, stretch);

    ck_assert(kt_word_hints_read(doc, &hints));
    terms.first = kt_organisation_start(doc, &hints, terms);
    strcpy(body, text_of(doc, kt_tokens_of(doc, terms)));
    kutip_doc_free(doc);
    return body;
}

START_TEST(without_a_role)
{
    ck_assert_str_eq(
        organisation_in("Kata Padi Bank Indonesia.", "Padi Bank Indonesia"),
        "Bank Indonesia");
    ck_assert_str_eq(organisation_in("Kata Padi Blorong Institute.",
                                     "Padi Blorong Institute"),
                     "Padi Blorong Institute");
    ck_assert_str_eq(organisation_in("Kata Padi Kajian Subur (KS).",
                                     "Padi Kajian Subur (KS)"),
                     "Kajian Subur (KS)");
    ck_assert_str_eq(
        organisation_in("Kata Padi Subur (BRTX).", "Padi Subur (BRTX)"), "-");
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("mention_bodies");
    tcase_add_test(tcase, acronyms);
    tcase_add_test(tcase, tails);
    tcase_add_test(tcase, kinds_of_bodies);
    tcase_add_test(tcase, without_a_role);
    return check_run("mention_bodies", tcase, NULL);
}
