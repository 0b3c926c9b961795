/* Dots: abbreviations, initials, sites, addresses, glued sentences. */
#include "token_dots.h"

#include <string.h>

#include "check_kutip.h"
#include "text.h"

#define check(text, wanted) check_stage("tokens", (text), (wanted))

START_TEST(abbreviations)
{
    check("dr. Rini", "dr.|Rini");
    check("Dr. H. Dodi, S.H., M.Si. pulang",
          "Dr.|H.|Dodi|,|S.H.|,|M.Si.|pulang");
    check("a.n. Rini d.a. Dodi", "a.n.|Rini|d.a.|Dodi");
    check("dkk. pulang", "dkk.|pulang");
    check("Drs.H.Dodi", "Drs.|H.|Dodi");
    check("K.H. Dodi", "K.H.|Dodi");
    check("pergi dr...", "pergi|dr|...");
}
END_TEST

START_TEST(initials)
{
    check("A. Dodi", "A.|Dodi");
    check("A.H. Dodi", "A.H.|Dodi");
    check("A.Dodi", "A.|Dodi");
    check("Rini S. pulang.", "Rini|S.|pulang|.");
}
END_TEST

START_TEST(sites_and_addresses)
{
    check("KABAR.com, Kabar.com", "KABAR.com|,|Kabar.com");
    check("www.kabar.co.id.", "www.kabar.co.id|.");
    check("TEMPO.CO itu", "TEMPO.CO|itu");
    check("rini@kabar.co.id.", "rini@kabar.co.id|.");
    check("https://kabar.id/a?b=c, lalu", "https://kabar.id/a?b=c|,|lalu");
    check("KABAR.com.Kepala", "KABAR.com|.|Kepala");
}
END_TEST

START_TEST(glued_sentences)
{
    check("selesai.Kepala dinas", "selesai|.|Kepala|dinas");
    check("selesai.dan pulang", "selesai|.|dan|pulang");
    check("2020.Kepala", "2020|.|Kepala");
    check("1.nama", "1|.|nama");
}
END_TEST

START_TEST(words_without_their_dots)
{
    ck_assert_uint_ne(kt_dots_find(check_engine(), "d.r", 3), 0);
    ck_assert_uint_eq(kt_dots_find(check_engine(), "dr", 2), 0);
    ck_assert_uint_eq(kt_dots_find(check_engine(), "z.q.w", 5), 0);
}
END_TEST

/* A million dots must not take a million looks ahead each. */
START_TEST(chains_are_linear)
{
    static const char *const pieces[] = {"a.", "Kata.", "dr.", "a.b@", "x://",
                                         "K.H"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t length = strlen(pieces[i]), count = 300000 / length;
        char *text = malloc(count * length);
        ck_assert_ptr_nonnull(text);
        for (size_t k = 0; k < count; k++)
            memcpy(text + k * length, pieces[i], length);
        kutip_doc *doc = check_split_bytes(text, count * length);
        kutip_doc_free(doc);
        free(text);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("dots");
    tcase_add_test(tcase, abbreviations);
    tcase_add_test(tcase, initials);
    tcase_add_test(tcase, sites_and_addresses);
    tcase_add_test(tcase, glued_sentences);
    tcase_add_test(tcase, words_without_their_dots);
    tcase_add_test(tcase, chains_are_linear);
    return check_run("token_dots", tcase, NULL);
}
