/* Roles and affiliations, and the border between them. */
#include "mention_words.h"

#include "parts.h"

/* role|affiliation of the stretch, in `Kata STRETCH.` */
static const char *
split(const char *text, const char *stretch)
{
    static char parts[420];
    struct kt_word_hints hints;
    struct kt_mention mention = {0};
    kutip_doc *doc = check_analyze(text);

    ck_assert(kt_word_hints_read(doc, &hints));
    kt_split_role(doc, &hints, terms_at(doc, stretch), &mention);
    strcpy(parts, text_of(doc, mention.role));
    strcat(strcat(parts, "|"), text_of(doc, mention.affiliation));
    kutip_doc_free(doc);
    return parts;
}

#define check_split(stretch, wanted)                                          \
    ck_assert_str_eq(split("Kata " stretch ".", stretch), wanted)

START_TEST(heads)
{
    check_split("Ketua Bawaslu", "Ketua|Bawaslu");
    check_split("mantan Wakil Ketua Umum Bawaslu",
                "mantan Wakil Ketua Umum|Bawaslu");
    check_split("Menteri Dalam Negeri", "Menteri Dalam Negeri|-");
    check_split("Gubernur Jawa Timur", "Gubernur Jawa Timur|-");
    check_split("Bank Indonesia", "-|Bank Indonesia");
    check_split("anggota DPR dari Fraksi Partai Golkar",
                "anggota DPR dari Fraksi Partai Golkar|-");
}
END_TEST

START_TEST(units)
{
    check_split("Kepala Bidang Humas Polda Metro Jaya",
                "Kepala Bidang Humas|Polda Metro Jaya");
    check_split("Direktur Pusat Kajian Pangan Universitas Blorong",
                "Direktur Pusat Kajian Pangan|Universitas Blorong");
    check_split("Direktur Pusat Kajian Blorong",
                "Direktur|Pusat Kajian Blorong");
}
END_TEST

START_TEST(prepositions)
{
    check_split("pengamat pangan dari Universitas Blorong",
                "pengamat pangan|Universitas Blorong");
    check_split("dosen pada Universitas Blorong",
                "dosen|Universitas Blorong");
}
END_TEST

/* The acronym in brackets tells which words are the body's. */
START_TEST(acronyms)
{
    check_split("Ketua Kesatuan Penganyam Blorong (KPB)",
                "Ketua|Kesatuan Penganyam Blorong (KPB)");
    check_split("Ketua Pengelolaan Hutan (PH)",
                "Ketua|Pengelolaan Hutan (PH)");
    check_split("Ketua Pengelolaan Hutan (XY)",
                "Ketua Pengelolaan Hutan (XY)|-");
    check_split("Ketua Blorong", "Ketua|Blorong");
    check_split("Direktur Blorong Research Institute",
                "Direktur|Blorong Research Institute");
}
END_TEST

/* What is described and not named stays in the role. */
START_TEST(bodies_without_a_name)
{
    check_split("kepala klinik", "kepala klinik|-");
    check_split("direktur utama rumah sakit", "direktur utama rumah sakit|-");
    check_split("direktur rumah sakit Blorong",
                "direktur|rumah sakit Blorong");
}
END_TEST

/* Where ordinary persons live is of the role, what they work for is not. */
START_TEST(homes)
{
    check_split("warga Desa Blorong", "warga Desa Blorong|-");
    check_split("warga Blorong", "warga Blorong|-");
    check_split("penumpang asal Blorong", "penumpang asal Blorong|-");
    check_split("pedagang Pasar Blorong", "pedagang Pasar Blorong|-");
    check_split("petani dari Koperasi Blorong", "petani|Koperasi Blorong");
    check_split("peneliti Blorong", "peneliti|Blorong");
}
END_TEST

START_TEST(where_roles_begin)
{
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze(
        "Kata Bramanto, Ketua Bawaslu. Kata Ikatan Dokter Blorong.");
    struct kt_range terms = terms_at(doc, "Bramanto, Ketua Bawaslu");
    ck_assert(kt_word_hints_read(doc, &hints));
    ck_assert_uint_eq(kt_role_start(doc, &hints, terms), terms.first + 2);
    ck_assert(kt_begins_organisation(doc, &hints, terms.end - 1));
    ck_assert(!kt_begins_organisation(doc, &hints, terms.first));
    terms = terms_at(doc, "Ikatan Dokter Blorong");
    ck_assert_uint_eq(kt_role_start(doc, &hints, terms), terms.end);
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("mention_roles");
    tcase_add_test(tcase, heads);
    tcase_add_test(tcase, units);
    tcase_add_test(tcase, prepositions);
    tcase_add_test(tcase, acronyms);
    tcase_add_test(tcase, bodies_without_a_name);
    tcase_add_test(tcase, homes);
    tcase_add_test(tcase, where_roles_begin);
    return check_run("mention_roles", tcase, NULL);
}
