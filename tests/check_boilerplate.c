/* Boilerplate: whole lines, and pieces between sentences. */
#include "boilerplate.h"

#include <string.h>

#include "check_kutip.h"

static bool
is_line(const char *line)
{
    struct kt_raw raw = {check_engine(), line, (uint32_t)strlen(line)};
    return kt_boilerplate_line(&raw, 0);
}

START_TEST(lines)
{
    ck_assert(is_line("Baca juga: Pasar Gede Ditutup"));
    ck_assert(is_line("BACA JUGA"));
    ck_assert(is_line("[Gambas:Video]"));
    ck_assert(is_line("> Baca juga"));
    ck_assert(is_line("ADVERTISEMENT"));
    ck_assert(is_line("Editor: Dodi Prasetya"));
    ck_assert(is_line("Editor : Dodi Prasetya"));
}
END_TEST

START_TEST(not_lines)
{
    ck_assert(!is_line("Editor buku itu pulang."));
    ck_assert(!is_line("Baca buku setiap hari."));
    ck_assert(!is_line("Pasar Gede ditutup. Baca juga"));
    ck_assert(!is_line(""));
    ck_assert(!is_line("[["));
    char line[1000] = "Baca juga: ";
    memset(line + 11, 'a', sizeof line - 12);
    ck_assert(!is_line(line));
}
END_TEST

/* The piece found, between bars; NULL when there is none. */
static const char *
piece_of(const char *text)
{
    static char piece[200];
    struct kt_raw raw = {check_engine(), text, (uint32_t)strlen(text)};
    uint32_t start, end;
    if (!kt_boilerplate_piece(&raw, 0, &start, &end))
        return NULL;
    ck_assert_uint_lt(end - start, sizeof piece);
    memcpy(piece, text + start, end - start);
    piece[end - start] = '\0';
    return piece;
}

START_TEST(pieces)
{
    ck_assert_str_eq(piece_of("Hujan. ADVERTISEMENT Jalan."),
                     "ADVERTISEMENT");
    ck_assert_str_eq(piece_of("Hujan.Advertisement Jalan."), "Advertisement");
    ck_assert_str_eq(
        piece_of("Hujan. SCROLL TO CONTINUE WITH CONTENT \"Jalan.\""),
        "SCROLL TO CONTINUE WITH CONTENT");
    ck_assert_str_eq(piece_of("Hujan.[Gambas:Video KABAR]Jalan."),
                     "[Gambas:Video KABAR]");
    ck_assert_str_eq(piece_of("Hujan. Loading... Jalan."), "Loading...");
}
END_TEST

START_TEST(references)
{
    ck_assert_str_eq(piece_of("Hujan. Baca juga: Pasar Gede Ditutup untuk "
                              "Umum Menurut dia, pasar itu bocor."),
                     "Baca juga: Pasar Gede Ditutup untuk Umum ");
    ck_assert_str_eq(piece_of("Hujan.Baca juga: Pasar Gede Bocor"),
                     "Baca juga: Pasar Gede Bocor");
    ck_assert_ptr_null(piece_of("Hujan. Baca juga: pasar itu bocor dan warga "
                                "menunggu di luar sejak pagi karena petugas "
                                "belum datang membawa kunci gudang yang lama "
                                "dan tangga yang panjang untuk memeriksa "
                                "atap yang bocor di atas kios kain."));
}
END_TEST

START_TEST(no_pieces)
{
    ck_assert_ptr_null(piece_of("Hujan. Jalan licin [seperti kaca]."));
    ck_assert_ptr_null(piece_of("Hujan. Advertisement yang mahal."));
    ck_assert_ptr_null(piece_of("Kata Advertisement itu asing."));
    ck_assert_ptr_null(piece_of("[Gambas:Video"));
    ck_assert_ptr_null(piece_of(""));
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("boilerplate");
    tcase_add_test(tcase, lines);
    tcase_add_test(tcase, not_lines);
    tcase_add_test(tcase, pieces);
    tcase_add_test(tcase, references);
    tcase_add_test(tcase, no_pieces);
    return check_run("boilerplate", tcase, NULL);
}
