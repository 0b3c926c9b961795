/* Where sentences end, and where they seem to. */
#include "check_kutip.h"

#define check(text, wanted) check_stage("sentences", (text), (wanted))

START_TEST(plain)
{
    check("Hujan turun. Jalan licin.", "Hujan turun.|Jalan licin.");
    check("Hujan? Ya! Deras...", "Hujan?|Ya!|Deras...");
    check("Hujan turun.Jalan licin.", "Hujan turun.|Jalan licin.");
    check("Hujan turun", "Hujan turun");
    check("Hujan turun. 15 rumah rusak.", "Hujan turun.|15 rumah rusak.");
    check("Hujan turun. iPhone basah.", "Hujan turun.|iPhone basah.");
    check("Ia... entahlah. Dia?! Ya.", "Ia... entahlah.|Dia?!|Ya.");
    check("Hujan; angin: badai.", "Hujan; angin: badai.");
}
END_TEST

START_TEST(abbreviations)
{
    check("Ia bertemu dr. Rini di Jl. Mawar No. 5.",
          "Ia bertemu dr. Rini di Jl. Mawar No. 5.");
    check("Dodi, S.H., M.Si. dan Rini pulang.",
          "Dodi, S.H., M.Si. dan Rini pulang.");
    check("Ada meja, kursi, dll. Mereka pulang.",
          "Ada meja, kursi, dll.|Mereka pulang.");
    check("Penjabat (Pj.) Gubernur pulang.", "Penjabat (Pj.) Gubernur pulang.");
    check("PT Kayu Jati Tbk. (KJTI) rugi.", "PT Kayu Jati Tbk. (KJTI) rugi.");
    check("Harganya Rp 1.250.000,50 pukul 13.30 WIB. Murah.",
          "Harganya Rp 1.250.000,50 pukul 13.30 WIB.|Murah.");
}
END_TEST

START_TEST(initials)
{
    check("A. H. Dodi pulang. Ia lelah.", "A. H. Dodi pulang.|Ia lelah.");
    check("Jeruk kaya vitamin C. Namun asam.",
          "Jeruk kaya vitamin C.|Namun asam.");
}
END_TEST

START_TEST(lists)
{
    check("1. Surat sehat", "1. Surat sehat");
    check("a. Surat sehat. Asli.", "a. Surat sehat.|Asli.");
    check("Ia lahir pada 2020. Kini ia sekolah.",
          "Ia lahir pada 2020.|Kini ia sekolah.");
}
END_TEST

START_TEST(brackets)
{
    check("Ia (lahir di Jati. Desa kecil) pulang.",
          "Ia (lahir di Jati. Desa kecil) pulang.");
    check("Ia pulang. (Jauh sekali.) Lalu tidur.",
          "Ia pulang.|(Jauh sekali.)|Lalu tidur.");
    check("Ia pulang (Senin). Lalu tidur.", "Ia pulang (Senin).|Lalu tidur.");
}
END_TEST

START_TEST(quoted_speech)
{
    check("\"Saya siap. Kami menang!\" kata Rini. Ia pulang.",
          "\"Saya siap.|Kami menang!\" kata Rini.|Ia pulang.");
    check("\"Saya siap.\" Rini pulang.", "\"Saya siap.\"|Rini pulang.");
    check("\"Saya siap.\" Kata Rini.", "\"Saya siap.\" Kata Rini.");
    check("\"Siapa?\" tanya Rini. \"Saya,\" jawab Dodi.",
          "\"Siapa?\" tanya Rini.|\"Saya,\" jawab Dodi.");
    check("”Saya siap,” kata Rini. ”Kami juga.”",
          "”Saya siap,” kata Rini.|”Kami juga.”");
    check("Pasar tutup sejak pagi \"Kami menunggu sejak subuh,\" kata Rini.",
          "Pasar tutup sejak pagi|\"Kami menunggu sejak subuh,\" kata Rini.");
    check("Ia mengatakan \"Kami menunggu sejak subuh,\" katanya lagi.",
          "Ia mengatakan \"Kami menunggu sejak subuh,\" katanya lagi.");
    check("Ia pulang.,\"Kami siap,\" katanya.",
          "Ia pulang.,|\"Kami siap,\" katanya.");
    check("Ia \"siap\". Dodi tidak.", "Ia \"siap\".|Dodi tidak.");
}
END_TEST

START_TEST(lower_case)
{
    check("Kenapa? karena hujan.", "Kenapa?|karena hujan.");
    check("Sampah menumpuk di sungai. warga mengeluh.",
          "Sampah menumpuk di sungai.|warga mengeluh.");
    check("Kepala desa mengataka. jika warga siap.",
          "Kepala desa mengataka. jika warga siap.");
    check("Hujan turun. - jalan licin.", "Hujan turun.|- jalan licin.");
    check("Deras sekali! kata orang.", "Deras sekali! kata orang.");
    check("Siapa? tanya Rini.", "Siapa? tanya Rini.");
    check("Node.JS dan Kabar.com", "Node.JS dan Kabar.com");
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("ends");
    tcase_add_test(tcase, plain);
    tcase_add_test(tcase, abbreviations);
    tcase_add_test(tcase, initials);
    tcase_add_test(tcase, lists);
    tcase_add_test(tcase, brackets);
    tcase_add_test(tcase, quoted_speech);
    tcase_add_test(tcase, lower_case);
    return check_run("sentence_ends", tcase, NULL);
}
