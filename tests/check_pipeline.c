/* The table of stages. */
#include "pipeline.h"

#include <string.h>

#include "check_kutip.h"

static const char *const names[] = {
    "paragraphs", "tokens", "quotes",   "sentences", "terms",
    "mentions",   "cues",   "speakers", "records",
};

START_TEST(order)
{
    ck_assert_uint_eq(kutip_stage_count(), sizeof names / sizeof *names);
    for (size_t i = 0; i < kutip_stage_count(); i++)
        ck_assert_str_eq(kutip_stage_name(i), names[i]);
    ck_assert_ptr_null(kutip_stage_name(kutip_stage_count()));
}
END_TEST

START_TEST(every_item_can_be_shown)
{
    kutip_doc *doc = check_analyze(
        "Pasar Gede ditutup.\n\n\"Atapnya 'bocor',\" kata Kepala Dinas "
        "Perdagangan Rini Astuti, Senin (13/4/2020). Menurut dia, pasar "
        "dibuka lagi pekan depan. Pakar tersebut setuju.\n\nBaca juga: X");
    for (size_t stage = 0; stage < kutip_stage_count(); stage++) {
        size_t count = kutip_doc_item_count(doc, stage);
        ck_assert_msg(count > 0, "no %s", names[stage]);
        for (size_t i = 0; i < count; i++) {
            struct kutip_item item;
            ck_assert(kutip_doc_item(doc, stage, i, &item));
            ck_assert_ptr_nonnull(
                memchr(item.detail, '\0', sizeof item.detail));
            ck_assert_uint_eq(item.span.length,
                              item.span.end - item.span.start);
        }
    }
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("pipeline");
    tcase_add_test(tcase, order);
    tcase_add_test(tcase, every_item_can_be_shown);
    return check_run("pipeline", tcase, NULL);
}
