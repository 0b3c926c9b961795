/*
 * What behind a reporting verb is a clause. Each case is a text and its
 * indirect content, empty where only a thing is told.
 */
#include "cases.h"

static void
show(FILE *stream, const kutip_doc *doc)
{
    for (uint32_t i = 0; i < doc->cues.count; i++)
        if (kt_range_set(doc->cues.items[i].content))
            show_tokens(stream, doc, doc->cues.items[i].content);
}

/* clang-format off */

/* Verbs that take nouns report only where a clause follows. */
CASES(nouns, show,
    {"Rini menjelaskan hujan akan turun.", "hujan akan turun"},
    {"Rini menjelaskan aturan yang membatasi truk.", ""},
    {"Rini menjelaskan aturan yang akan membatasi truk.", ""},
    {"Rini menjelaskan aturan yang akan dibuat sudah siap.",
     "aturan yang akan dibuat sudah siap"},
    {"Rini memperkirakan laba koperasi itu Rp 5 miliar.",
     "laba koperasi itu Rp 5 miliar"},
    {"Rini menyebut hujan itu sebagai berkah.",
     "hujan itu sebagai berkah"},
    {"Rini menilai langkah itu tepat.", "langkah itu tepat"})

/* Verbs that ask somebody for something. */
CASES(requests, show,
    {"Rini mengingatkan warga untuk tidak berenang.",
     "untuk tidak berenang"},
    {"Rini mengingatkan pentingnya hutan untuk petani.", ""})

/* clang-format on */

int
main(void)
{
    TCase *tcase = check_engine_case("clauses");

    ADD_CASES(tcase, nouns);
    ADD_CASES(tcase, requests);
    return check_run("cue_clause", tcase, NULL);
}
