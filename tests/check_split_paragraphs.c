/* Paragraphs: lines, blank lines, wrapped text, headings, lists. */
#include "check_kutip.h"
#include "doc.h"

#define check(text, wanted) check_stage("paragraphs", (text), (wanted))

START_TEST(blank_lines)
{
    check("Satu.\n\nDua.", "Satu.|Dua.");
    check("\n\n  Satu. \n \t\n\n Dua.\n\n", "Satu.|Dua.");
    check("Satu\r\n\r\ndua", "Satu|dua");
    check("Satu\r\rdua", "Satu|dua");
    check("Satu.\n\xC2\xA0\nDua.", "Satu.|Dua.");
    check("Satu.\xE2\x80\xA9\xE2\x80\xA9" "Dua.", "Satu.|Dua.");
    check("", "");
    check(" \n \n", "");
}
END_TEST

START_TEST(single_line_breaks)
{
    check("Hujan turun.\nJalan licin.", "Hujan turun.|Jalan licin.");
    check("Hujan turun.\r\nJalan licin.", "Hujan turun.|Jalan licin.");
    check("Hujan turun\nsejak pagi.", "Hujan turun~sejak pagi.");
    check("Hujan turun,\nJalan licin.", "Hujan turun,~Jalan licin.");
    check("Mengutip\nKabar Pagi\n, Rini pulang.",
          "Mengutip~Kabar Pagi~, Rini pulang.");
    check("\"Ya,\"\nujar Rini.", "\"Ya,\"~ujar Rini.");
    check("Warga menunggu di\nPasar Gede sejak pagi tadi sampai sore.",
          "Warga menunggu di~Pasar Gede sejak pagi tadi sampai sore.");
}
END_TEST

/* A name may run over a line's end; a heading may not swallow the text. */
START_TEST(wrapped_or_heading)
{
    check("Bupati Wonosari Sulastri\nHandayani meresmikan pasar\nbaru.",
          "Bupati Wonosari Sulastri~Handayani meresmikan pasar~baru.");
    check("Pasar Baru Diresmikan\nBupati Wonosari meresmikan pasar baru.",
          "Pasar Baru Diresmikan|Bupati Wonosari meresmikan pasar baru.");
}
END_TEST

START_TEST(lists_and_brands)
{
    check("Syaratnya:\n1. Surat sehat\n2. Surat izin",
          "Syaratnya:|1. Surat sehat|2. Surat izin");
    check("Pilihannya?\na. satu\nb. dua", "Pilihannya?|a. satu|b. dua");
    check("Harganya turun.\niPhone naik.", "Harganya turun.|iPhone naik.");
}
END_TEST

START_TEST(a_dash_between_lines)
{
    check("Wonosari\n-\nBupati meresmikan pasar.",
          "Wonosari~-~Bupati meresmikan pasar.");
}
END_TEST

START_TEST(boilerplate_lines)
{
    kutip_doc *doc = check_analyze("Hujan turun.\nBaca juga: Pasar Tutup\n"
                                   "Jalan licin.");
    ck_assert_uint_eq(doc->paragraphs.count, 3);
    ck_assert(!doc->paragraphs.items[0].boilerplate);
    ck_assert(doc->paragraphs.items[1].boilerplate);
    ck_assert(!doc->paragraphs.items[2].boilerplate);
    kutip_doc_free(doc);
    doc = check_analyze("Baca juga:\nPasar Gede Tutup\nJalan licin.");
    ck_assert_uint_eq(doc->paragraphs.count, 3);
    ck_assert(doc->paragraphs.items[1].boilerplate);
    ck_assert(!doc->paragraphs.items[2].boilerplate);
    kutip_doc_free(doc);
}
END_TEST

START_TEST(pieces_inside_a_line)
{
    check("Hujan turun. ADVERTISEMENT Jalan licin.",
          "Hujan turun.|ADVERTISEMENT|Jalan licin.");
    check("Hujan turun.[Gambas:Video] Jalan licin.",
          "Hujan turun.|[Gambas:Video]|Jalan licin.");
}
END_TEST

START_TEST(body_behind_the_dateline)
{
    kutip_doc *doc = check_analyze("Laut Tenang\n\nWONOSARI, KABAR KITA - "
                                   "Pasar itu ditutup.");
    ck_assert_uint_eq(doc->paragraphs.count, 2);
    ck_assert_uint_eq(doc->paragraphs.items[0].body, 0);
    ck_assert_str_eq(doc->text + doc->paragraphs.items[1].body,
                     "Pasar itu ditutup.");
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("paragraphs");
    tcase_add_test(tcase, blank_lines);
    tcase_add_test(tcase, single_line_breaks);
    tcase_add_test(tcase, wrapped_or_heading);
    tcase_add_test(tcase, lists_and_brands);
    tcase_add_test(tcase, a_dash_between_lines);
    tcase_add_test(tcase, boilerplate_lines);
    tcase_add_test(tcase, pieces_inside_a_line);
    tcase_add_test(tcase, body_behind_the_dateline);
    return check_run("split_paragraphs", tcase, NULL);
}
