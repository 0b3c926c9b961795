/*
 * Running out of memory: the n-th allocation fails, for each n, while an
 * engine is loaded and while a document is analysed. Each time the status
 * says so, everything is given back, and the same document works again.
 */
#include "check_kutip.h"

#include <string.h>

#include "memory.h"

/* With work for every stage: a dateline, a line of boilerplate, quotations
 * in quotations and over paragraphs, dates, titles, a nickname, names of
 * organisations with and without their letters, all kinds of cues, inherited
 * circumstances, and invalid bytes. */
static const char story[] =
    "MALANGBONG, KABAR.com - Harga cabai naik. \"Stok kami menipis,\" kata "
    "Kepala Dinas\nPerdagangan Kota Malangbong, Sekar Widuri, di pasar, Senin "
    "(3/2/2020).\n\n"
    "Baca juga: Harga Bawang Turun\n\n"
    "\xE2\x80\x9CKami menunggu panen,\xE2\x80\x9D ujarnya. Ia mengatakan "
    "bahwa petani sudah siap. Menurut Sekar, panen dimulai Maret.\n\n"
    "\"Ia bilang 'tunggu saja' kepada kami.\n\n"
    "\"Kami tunggu,\" tutur Ketua Umum Serikat Tani Nusantara (STN) Prof Dr "
    "Wira Anggara SH yang akrab disapa Angga saat dihubungi, Selasa "
    "(4/2/2020).\n\n"
    "Ketua itu menyebut harga \"tidak wajar\" dan menambahkan bahwa STN akan "
    "menunggu. Mendag \xFF menilai, \"Cukup.\" Sejumlah warga mengeluh: "
    "\"Mahal.\" Seorang pedagang mengatakan dagangannya sepi. Laporan Bank "
    "Dunia menyebutkan harga naik. \"Belum.\" W. Anggara tidak setuju, kata "
    "mereka.\n";

static kutip_engine *
load(struct memory *memory, struct kutip_error *error)
{
    struct kutip_engine_options options = {
        .patterns = check_patterns(),
        .allocator = &memory->allocator,
    };
    return kutip_engine_new(&options, error);
}

/* Every n while n is small, then in steps: a load is thousands of them. */
static size_t
next(size_t n)
{
    return n + 1 + n / 32;
}

START_TEST(engine)
{
    struct memory memory;
    struct kutip_error error;
    memory_init(&memory);
    kutip_engine *loaded = load(&memory, &error);
    ck_assert_msg(loaded != NULL, "%s", error.message);
    size_t needed = memory.asked;
    ck_assert_uint_gt(needed, 0);
    kutip_engine_free(loaded);
    ck_assert_uint_eq(memory.live, 0);

    for (size_t n = 1; n <= needed; n = next(n)) {
        memory_refuse(&memory, n);
        ck_assert_msg(load(&memory, &error) == NULL, "allocation %zu", n);
        ck_assert_msg(error.status == KUTIP_NO_MEMORY, "allocation %zu: %s",
                      n, error.message);
        ck_assert_msg(memory.live == 0, "allocation %zu leaves %zu", n,
                      memory.live);
    }
}
END_TEST

/* Analyses with allocation n refused; true when it went without it. */
static bool
analyze_refusing(struct memory *memory, kutip_doc *doc, size_t n)
{
    struct kutip_error error;
    memory_refuse(memory, n);
    kutip_status status =
        kutip_doc_analyze(doc, story, strlen(story), &error);
    bool refused = memory->asked >= n;
    memory_refuse(memory, 0);
    ck_assert_int_eq(status, refused ? KUTIP_NO_MEMORY : KUTIP_OK);
    ck_assert_int_eq(error.status, status);
    if (refused)
        ck_assert_uint_eq(kutip_doc_record_count(doc), 0);
    return !refused;
}

/* Patterns are compiled when a text needs them the first time: so far as
 * memory goes they stay, and the next document goes on from there. */
START_TEST(first_documents)
{
    struct memory memory;
    struct kutip_error error;
    memory_init(&memory);
    kutip_engine *loaded = load(&memory, &error);
    ck_assert_msg(loaded != NULL, "%s", error.message);

    bool done = false;
    for (size_t n = 1; !done; n++) {
        memory_refuse(&memory, n);
        kutip_doc *doc = kutip_doc_new(loaded, &error);
        if (doc != NULL)
            done = analyze_refusing(&memory, doc, n);
        else
            ck_assert_int_eq(error.status, KUTIP_NO_MEMORY);
        kutip_doc_free(doc);
    }
    kutip_engine_free(loaded);
    ck_assert_uint_eq(memory.live, 0);
}
END_TEST

/* An engine whose patterns are compiled: what is taken now comes back. */
static kutip_engine *
load_and_use(struct memory *memory, struct kutip_error *error)
{
    kutip_engine *loaded = load(memory, error);
    size_t examples;

    ck_assert_msg(loaded != NULL, "%s", error->message);
    kutip_doc *doc = kutip_doc_new(loaded, error);
    ck_assert_ptr_nonnull(doc);
    ck_assert_int_eq(kutip_doc_analyze(doc, story, strlen(story), error),
                     KUTIP_OK);
    kutip_doc_free(doc);
    ck_assert_int_eq(
        kutip_engine_check(loaded, NULL, NULL, &examples, error), KUTIP_OK);
    return loaded;
}

START_TEST(document)
{
    struct memory memory;
    struct kutip_error error;
    memory_init(&memory);
    kutip_engine *loaded = load_and_use(&memory, &error);
    size_t of_engine = memory.live;
    ck_assert_uint_gt(of_engine, 0);

    bool done = false;
    for (size_t n = 1; !done; n++) {
        memory_refuse(&memory, n);
        kutip_doc *doc = kutip_doc_new(loaded, &error);
        bool made = doc != NULL;
        if (!made)
            ck_assert_int_eq(error.status, KUTIP_NO_MEMORY);
        else
            done = analyze_refusing(&memory, doc, n);
        if (made && !done) {
            ck_assert_int_eq(
                kutip_doc_analyze(doc, story, strlen(story), &error),
                KUTIP_OK);
            ck_assert_uint_gt(kutip_doc_record_count(doc), 0);
        }
        kutip_doc_free(doc);
        ck_assert_uint_eq(memory.live, of_engine);
    }
    kutip_engine_free(loaded);
    ck_assert_uint_eq(memory.live, 0);
}
END_TEST

START_TEST(check_of_patterns)
{
    struct memory memory;
    struct kutip_error error;
    memory_init(&memory);
    kutip_engine *loaded = load_and_use(&memory, &error);
    size_t of_engine = memory.live;
    ck_assert_uint_gt(of_engine, 0);
    size_t examples;
    for (size_t n = 1; n < 200; n = next(n)) {
        memory_refuse(&memory, n);
        kutip_status status =
            kutip_engine_check(loaded, NULL, NULL, &examples, &error);
        ck_assert_msg(status == (memory.asked < n ? KUTIP_OK
                                                  : KUTIP_NO_MEMORY),
                      "allocation %zu: %s", n, kutip_status_text(status));
        ck_assert_uint_eq(memory.live, of_engine);
    }
    memory_refuse(&memory, 0);
    kutip_engine_free(loaded);
    ck_assert_uint_eq(memory.live, 0);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("the n-th allocation fails");
    tcase_set_timeout(tcase, 300);
    tcase_add_test(tcase, engine);
    tcase_add_test(tcase, first_documents);
    tcase_add_test(tcase, document);
    tcase_add_test(tcase, check_of_patterns);
    return check_run("memory", tcase, NULL);
}
