/* Mentions: who is named where, of which kind, and the nodes of a row. */
#include "parts.h"
#include "terms.h"

START_TEST(persons)
{
    ck_assert_str_eq(mentions_of("\"Ya,\" kata Bramanto Wiryadi."),
                     "P Bramanto Wiryadi");
    ck_assert_str_eq(mentions_of("Bramanto Wiryadi, peneliti Bank "
                                 "Indonesia, mengatakan stok aman."),
                     "P Bramanto Wiryadi, peneliti Bank Indonesia");
    ck_assert_str_eq(mentions_of("\"Ya,\" kata pemilik kebun, Lalu "
                                 "Bramanto."),
                     "P pemilik kebun, Lalu Bramanto");
    ck_assert_str_eq(mentions_of("\"Ya,\" kata dr. Morasti Wiryadi, kepala "
                                 "klinik itu."),
                     "P dr. Morasti Wiryadi, kepala klinik");
    ck_assert_str_eq(mentions_of("hujan turun sepanjang malam."), "");
    /* a unit with its number needs no more words */
    ck_assert_str_eq(mentions_of("Anggota Komisi II Bramanto Wiryadi "
                                 "mengatakan stok aman."),
                     "P Anggota Komisi II Bramanto Wiryadi");
    ck_assert_str_eq(mentions_of("Anggota Komisi Bramanto Wiryadi "
                                 "mengatakan stok aman."),
                     "R Anggota Komisi Bramanto Wiryadi");
}
END_TEST

START_TEST(several)
{
    ck_assert_str_eq(mentions_of("Bramanto Wiryadi mengatakan Morasti "
                                 "Zulfadlan pulang."),
                     "P Bramanto Wiryadi|P Morasti Zulfadlan");
}
END_TEST

START_TEST(kinds)
{
    ck_assert_str_eq(mentions_of("\"Ya,\" kata Bank Indonesia."),
                     "O Bank Indonesia");
    ck_assert_str_eq(mentions_of("\"Ya,\" kata dia."), "p dia");
    ck_assert_str_eq(mentions_of("Menurut para pengamat, stok aman."),
                     "G para pengamat");
    ck_assert_str_eq(mentions_of("\"Ya,\" kata seorang pejabat."),
                     "A seorang pejabat");
    ck_assert_str_eq(mentions_of("\"Ya,\" kata pakar tersebut."),
                     "R pakar tersebut");
    ck_assert_str_eq(mentions_of("Laporan Bank Indonesia menyebutkan stok "
                                 "aman."),
                     "D Laporan Bank Indonesia");
}
END_TEST

/* What makes him anybody stands between cue and mention, and parts them
 * not. */
START_TEST(somebody_named)
{
    check_records("\"Ya,\" kata seorang warga bernama Bramanto. \"Tidak,\" "
                  "ujar salah satu warga, Zulfadlan Wiryadi.",
                  speaker, "Bramanto|Zulfadlan Wiryadi");
    check_records("\"Ya,\" kata seorang warga bernama Bramanto.", role,
                  "warga");
}
END_TEST

/* A no-break space is a space. */
START_TEST(no_break_spaces)
{
    ck_assert_str_eq(mentions_of("\"Ya,\" kata Bramanto\xC2\xA0Wiryadi."),
                     "P Bramanto\xC2\xA0Wiryadi");
}
END_TEST

/* Any predicate may follow the name behind `ROLE, `; another name not. */
START_TEST(role_comma_name)
{
    ck_assert_str_eq(mentions_of("Bupati Bantul, Bramanto Wiryadi menanam "
                                 "pohon."),
                     "P Bupati Bantul, Bramanto Wiryadi");
    /* where a name is due, it may be a place's too, or a letter */
    ck_assert_str_eq(mentions_of("Bupati Bantul, Bramanto Sumedang, menanam "
                                 "pohon."),
                     "P Bupati Bantul, Bramanto Sumedang");
    ck_assert_str_eq(mentions_of("\"Ya,\" kata ibu korban, S di rumahnya."),
                     "P ibu korban, S");
    ck_assert_str_eq(mentions_of("Bupati Bantul, Sumedang, menanam pohon."),
                     "R Bupati Bantul");
    ck_assert_str_eq(mentions_of("Bramanto, juru bicara warga mengatakan "
                                 "stok aman."),
                     "P Bramanto, juru bicara warga");
    ck_assert_str_eq(mentions_of("Stok aman, kata Bramanto, pelaku "
                                 "mengaku lapar."),
                     "P Bramanto|R pelaku");
}
END_TEST

/* A state can speak; a place cannot, nor a state where something is. */
START_TEST(states)
{
    ck_assert_str_eq(mentions_of("Ukraina menyatakan stok aman."),
                     "O Ukraina");
    ck_assert_str_eq(mentions_of("Hujan turun di Ukraina."), "");
    ck_assert_str_eq(mentions_of("Hujan turun di Sumedang."), "");
}
END_TEST

START_TEST(parts)
{
    kutip_doc *doc = check_analyze(
        "\"Ya,\" kata Ketua Bawaslu Bramanto Wiryadi (41), kemarin.");
    ck_assert_uint_eq(doc->mentions.count, 1);
    const struct kt_mention *mention = &doc->mentions.items[0];
    ck_assert_str_eq(text_of(doc, mention->name), "Bramanto Wiryadi");
    ck_assert_str_eq(text_of(doc, mention->mention), "Bramanto Wiryadi");
    ck_assert_str_eq(text_of(doc, mention->role), "Ketua");
    ck_assert_str_eq(text_of(doc, mention->affiliation), "Bawaslu");
    ck_assert(!mention->demonstrative);
    kutip_doc_free(doc);
}
END_TEST

START_TEST(demonstratives)
{
    kutip_doc *doc = check_analyze("\"Ya,\" kata ahli geologi itu.");
    ck_assert_uint_eq(doc->mentions.count, 1);
    const struct kt_mention *mention = &doc->mentions.items[0];
    ck_assert(mention->demonstrative);
    ck_assert_str_eq(text_of(doc, mention->mention), "ahli geologi itu");
    ck_assert_str_eq(text_of(doc, mention->role), "ahli geologi");
    kutip_doc_free(doc);
}
END_TEST

START_TEST(nicknames)
{
    kutip_doc *doc = check_analyze(
        "\"Ya,\" kata Bramanto Wiryadi yang akrab disapa Bram.");
    ck_assert_uint_eq(doc->mentions.count, 1);
    ck_assert_str_eq(text_of(doc, doc->mentions.items[0].nickname), "Bram");
    kutip_doc_free(doc);
}
END_TEST

/* A mention is one node of its row; all other terms are nodes too. */
START_TEST(nodes)
{
    kutip_doc *doc = check_analyze(
        "\"Ya,\" kata Ketua Bawaslu Bramanto Wiryadi kemarin. Hujan turun.");
    ck_assert_uint_eq(doc->node_rows.count, doc->rows.count);
    ck_assert_uint_eq(doc->node_rows.count, 2);
    uint32_t next = 0;
    unsigned mentions = 0;
    for (uint32_t i = 0; i < doc->nodes.count; i++) {
        const struct kt_node *node = &doc->nodes.items[i];
        ck_assert_uint_eq(node->terms.first, next);
        next = node->terms.end;
        if (node->mention == KT_NONE)
            continue;
        mentions++;
        ck_assert(kt_set_has(*node->classes, KT_PERSON));
        ck_assert(kt_set_has(*node->classes, KT_MENTION));
        ck_assert_uint_eq(doc->mentions.items[node->mention].unit, 0);
    }
    ck_assert_uint_eq(next, doc->terms.count);
    ck_assert_uint_eq(mentions, 1);
    ck_assert_uint_eq(doc->nodes.items[0].quote, 0);
    kutip_doc_free(doc);
}
END_TEST

static void
count(void *context, struct kt_set set)
{
    ck_assert(kt_set_has(set, KT_MENTION));
    (*(unsigned *)context)++;
}

START_TEST(foreseen)
{
    unsigned sets = 0;
    kt_foresee_mentions(count, &sets);
    ck_assert_uint_eq(sets, KT_MENTION_DOCUMENT + 1);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("read_mentions");
    tcase_add_test(tcase, persons);
    tcase_add_test(tcase, several);
    tcase_add_test(tcase, kinds);
    tcase_add_test(tcase, somebody_named);
    tcase_add_test(tcase, no_break_spaces);
    tcase_add_test(tcase, role_comma_name);
    tcase_add_test(tcase, states);
    tcase_add_test(tcase, parts);
    tcase_add_test(tcase, demonstratives);
    tcase_add_test(tcase, nicknames);
    tcase_add_test(tcase, nodes);
    tcase_add_test(tcase, foreseen);
    return check_run("read_mentions", tcase, NULL);
}
