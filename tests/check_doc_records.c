/* Records: names of kinds, bounds, reasons. */
#include <string.h>

#include "check_kutip.h"

START_TEST(names)
{
    ck_assert_str_eq(kutip_type_name(KUTIP_PARTIAL), "partial");
    ck_assert_str_eq(kutip_kind_name(KUTIP_ORGANIZATION), "organization");
    ck_assert_ptr_null(kutip_type_name((enum kutip_type)99));
    ck_assert_ptr_null(kutip_kind_name((enum kutip_kind)99));
}
END_TEST

START_TEST(bounds)
{
    kutip_doc *doc = check_analyze("Hujan turun.");
    ck_assert_ptr_null(kutip_doc_record(doc, 0));
    ck_assert_uint_eq(kutip_doc_reason_count(doc, 0), 0);
    ck_assert_ptr_null(kutip_doc_reason(doc, 0, 0));
    kutip_doc_free(doc);
}
END_TEST

/* Every record has its own reasons, and no more. */
START_TEST(reasons)
{
    kutip_doc *doc =
        check_analyze("\"Ya,\" kata Rini Astuti. \"Tidak,\" ujar Dodi Hasan.");
    ck_assert_uint_eq(kutip_doc_record_count(doc), 2);
    for (size_t i = 0; i < 2; i++) {
        size_t count = kutip_doc_reason_count(doc, i);
        ck_assert_uint_gt(count, 0);
        for (size_t k = 0; k < count; k++)
            ck_assert_uint_gt(strlen(kutip_doc_reason(doc, i, k)), 0);
        ck_assert_ptr_null(kutip_doc_reason(doc, i, count));
    }
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("records");
    tcase_add_test(tcase, names);
    tcase_add_test(tcase, bounds);
    tcase_add_test(tcase, reasons);
    return check_run("doc_records", tcase, NULL);
}
