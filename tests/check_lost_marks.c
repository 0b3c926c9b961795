/* Texts without a mark: where what was quoted begins. */
#include "lost_marks.h"

#include <string.h>

#include "check_kutip.h"

static const struct {
    const char *text;
    const char *quote; /* of the last record */
} where_it_begins_cases[] = {
    /* two sentences, and no more without `kami` in the third */
    {"Hujan turun sejak pagi. Jalan ke desa terputus. Logistik sudah ada. "
     "Kami siap membantu, kata Budi Santoso.",
     "Logistik sudah ada. Kami siap membantu,"},
    {"Hujan turun sejak pagi. Kami menunggu air. Logistik sudah ada. "
     "Warga siap membantu, kata Budi Santoso.",
     "Kami menunggu air. Logistik sudah ada. Warga siap membantu,"},
    /* a sentence that reports, or names somebody, is the newspaper's, if
     * nobody speaks of himself in it */
    {"Budi Santoso mengatakan jalan terputus. Kami siap membantu, katanya.",
     "Kami siap membantu,"},
    {"Budi Santoso tiba kemarin. Kami siap membantu, katanya.",
     "Kami siap membantu,"},
    {"Camat datang. Saya melihat Rini Astuti menangis. Jalan putus, kata "
     "Budi Santoso.",
     "Saya melihat Rini Astuti menangis. Jalan putus,"},
    /* nor is another paragraph quoted */
    {"Jalan ke desa terputus.\n\nKami siap membantu, kata Budi Santoso.",
     "Kami siap membantu,"},
    /* nobody speaks of himself: an indirect report */
    {"Logistik sudah ada. Warga siap membantu, kata Budi Santoso.",
     "Warga siap membantu"},
    /* a mark somewhere: the others were not lost */
    {"Itu \"posko\" baru. Logistik ada. Kami siap membantu, kata Budi "
     "Santoso.",
     "Kami siap membantu"},
    /* what goes on behind the cue is no quotation's end */
    {"Kami menunggu. Bantuan itu, kata Budi Santoso, akan tiba besok.",
     "Bantuan itu, kata Budi Santoso, akan tiba besok"},
};

START_TEST(where_it_begins)
{
    const char *quote = where_it_begins_cases[_i].quote;
    kutip_doc *doc = check_analyze(where_it_begins_cases[_i].text);
    size_t count = kutip_doc_record_count(doc);
    const struct kutip_record *record;

    ck_assert_uint_gt(count, 0);
    record = kutip_doc_record(doc, count - 1);
    ck_assert_uint_eq(record->quote.length, strlen(quote));
    ck_assert_mem_eq(record->quote.text, quote, record->quote.length);
    ck_assert_int_eq(record->type,
                     quote[strlen(quote) - 1] == ',' ? KUTIP_DIRECT
                                                     : KUTIP_INDIRECT);
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("lost_marks");

    ADD_CASES(tcase, where_it_begins);
    return check_run("lost_marks", tcase, NULL);
}
