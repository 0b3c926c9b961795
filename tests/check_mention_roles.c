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

#define check_split(stretch, wanted)                                           \
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
    check_split("dosen asal Surabaya", "dosen|-");
    check_split("dosen dari Bawaslu Surabaya", "dosen|Bawaslu Surabaya");
    check_split("dosen pada Universitas Blorong", "dosen|Universitas Blorong");
}
END_TEST

/* The acronym in brackets tells which words are the body's. */
START_TEST(acronyms)
{
    check_split("Ketua Kesatuan Penganyam Blorong (KPB)",
                "Ketua|Kesatuan Penganyam Blorong (KPB)");
    check_split("Ketua Pengelolaan Hutan (PH)", "Ketua|Pengelolaan Hutan (PH)");
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
    check_split("direktur perusahaan pangan Blorong", "direktur|Blorong");
    check_split("direktur perusahaan pangan", "direktur perusahaan pangan|-");
    check_split("direktur rumah sakit Blorong", "direktur|rumah sakit Blorong");
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

/* A title that is told in full leaves plain words to the body. */
START_TEST(closed_titles)
{
    check_split("Ketua Umum Suara Rakyat", "Ketua Umum|Suara Rakyat");
    check_split("Ketua Umum Perempuan Mandiri", "Ketua Umum|Perempuan Mandiri");
    check_split("Ketua Umum Riset Mandiri", "Ketua Umum|Riset Mandiri");
    check_split("Ketua Umum terpilih Bawaslu", "Ketua Umum terpilih|Bawaslu");
    check_split("Direktur Eksekutif Indonesia Blorong Center",
                "Direktur Eksekutif|Indonesia Blorong Center");
    check_split("Wakil Ketua Umum I Bawaslu", "Wakil Ketua Umum I|Bawaslu");
    check_split("Direktur Suara Rakyat", "Direktur Suara Rakyat|-");
    check_split("Founder dan CEO Blorong", "Founder dan CEO|Blorong");
    check_split("Founder and CEO Blorong", "Founder and CEO|Blorong");
    check_split("Chairman of Blorong", "Chairman|Blorong");
}
END_TEST

START_TEST(english_titles)
{
    check_split("Senior Manager Brand Management Blorong",
                "Senior Manager Brand Management|Blorong");
    check_split("Head of Sales and Marketing Blorong",
                "Head of Sales and Marketing|Blorong");
    check_split("Country Business Manager Blorong",
                "Country Business Manager|Blorong");
    check_split("Head of Research Padi Utama Sekuritas",
                "Head of Research|Padi Utama Sekuritas");
    check_split("Head of Brand Management and Strategy Blorong",
                "Head of Brand Management and Strategy|Blorong");
    check_split("General Manager Blorong Indah Hotel",
                "General Manager|Blorong Indah Hotel");
}
END_TEST

/* A unit behind a field, or behind another unit, is none of the title's. */
START_TEST(fields)
{
    check_split("Guru Besar Ilmu Pangan Fakultas Pertanian Universitas Blorong",
                "Guru Besar Ilmu Pangan|"
                "Fakultas Pertanian Universitas Blorong");
    check_split("Peneliti Senior Pusat Riset Pangan Universitas Blorong",
                "Peneliti Senior Pusat Riset Pangan|Universitas Blorong");
    check_split("Kepala Bagian Kedokteran Komunitas Fakultas Kedokteran "
                "Universitas Blorong",
                "Kepala Bagian Kedokteran Komunitas|"
                "Fakultas Kedokteran Universitas Blorong");
    check_split("Kapendam VII/Blorong", "Kapendam VII/Blorong|-");
    check_split("Direktur Pangan dan B7 Universitas Blorong",
                "Direktur Pangan dan B7|Universitas Blorong");
    check_split("Wakil Ketua Kadin bidang Pangan",
                "Wakil Ketua Kadin bidang Pangan|-");
    check_split("Kepala Seksi Budaya dan Museum Disdik Kota Demak",
                "Kepala Seksi Budaya dan Museum|Disdik Kota Demak");
    check_split("Ketua KPK nonaktif", "Ketua|KPK");
    check_split("Kepala Badan Pengairan Daerah atau BPBD Demak",
                "Kepala|Badan Pengairan Daerah atau BPBD Demak");
}
END_TEST

START_TEST(brackets)
{
    check_split("Ketua Kolaborasi Riset Inovasi Pangan (KORIP)",
                "Ketua|Kolaborasi Riset Inovasi Pangan (KORIP)");
    check_split("Direktur Bimbingan Masyarakat (Bimas) Pangan",
                "Direktur Bimbingan Masyarakat (Bimas) Pangan|-");
    check_split("Penjabat (Pj) Gubernur Jawa Timur",
                "Penjabat (Pj) Gubernur Jawa Timur|-");
    check_split("Gelora Wonorejo (GWO) Menpora", "Menpora|-");
    check_split("Kajian Padi Subur (KPS)", "-|Kajian Padi Subur (KPS)");
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
    tcase_add_test(tcase, closed_titles);
    tcase_add_test(tcase, english_titles);
    tcase_add_test(tcase, fields);
    tcase_add_test(tcase, brackets);
    return check_run("mention_roles", tcase, NULL);
}
