/* Speakers by a word of their name, the latest first. */
#include "check_kutip.h"
#include "doc.h"
#include "name_index.h"

START_TEST(latest_first)
{
    kutip_doc *doc = check_analyze("Rini dan Joko pergi.");
    struct kt_name_index index;
    const struct kt_name_post *post;

    ck_assert(kt_name_index_init(&index, doc));
    ck_assert_ptr_null(kt_name_index_get(&index, 7));
    ck_assert(kt_name_index_put(&index, doc, 7, 1));
    ck_assert(kt_name_index_put(&index, doc, 7, 2));
    ck_assert(kt_name_index_put(&index, doc, 7, 2));
    ck_assert(kt_name_index_put(&index, doc, 7 + index.mask + 1, 3));
    post = kt_name_index_get(&index, 7);
    ck_assert_uint_eq(post->speaker, 2);
    post = kt_name_index_before(&index, post);
    ck_assert_uint_eq(post->speaker, 1);
    ck_assert_ptr_null(kt_name_index_before(&index, post));
    ck_assert_uint_eq(
        kt_name_index_get(&index, 7 + index.mask + 1)->speaker, 3);
    kutip_doc_free(doc);
}
END_TEST

/* Posts are found, and their order is kept, however many there are. */
START_TEST(many)
{
    enum { HASHES = 3000, STEP = 0x10001 };
    kutip_doc *doc = check_analyze("Rini pergi.");
    struct kt_name_index index;
    const struct kt_name_post *post;

    ck_assert(kt_name_index_init(&index, doc));
    for (uint32_t i = 0; i < 2 * HASHES; i++)
        ck_assert(kt_name_index_put(&index, doc, i % HASHES * STEP, i));
    for (uint32_t i = 0; i < HASHES; i++) {
        post = kt_name_index_get(&index, i * STEP);
        ck_assert_uint_eq(post->speaker, HASHES + i);
        post = kt_name_index_before(&index, post);
        ck_assert_uint_eq(post->speaker, i);
        ck_assert_ptr_null(kt_name_index_before(&index, post));
    }
    ck_assert_ptr_null(kt_name_index_get(&index, HASHES * STEP));
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("name_index");

    tcase_add_test(tcase, latest_first);
    tcase_add_test(tcase, many);
    return check_run("name_index", tcase, NULL);
}
