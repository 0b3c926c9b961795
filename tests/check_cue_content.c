/*
 * Where reported clauses begin and end. Each case is a text and its
 * indirect contents, one a line; an addressee behind an arrow.
 *
 *     Rini meminta warga untuk pulang.    untuk pulang -> warga
 */
#include <stdio.h>
#include <string.h>

#include "check_kutip.h"
#include "doc.h"

struct one_case {
    const char *text;
    const char *wanted;
};

static void
put(FILE *stream, const kutip_doc *doc, struct kt_range tokens)
{
    struct kutip_span span = kt_span_of(doc, tokens);
    fprintf(stream, "%.*s", (int)span.length, span.text ? span.text : "");
}

static char *
show(const kutip_doc *doc)
{
    char *out = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&out, &size);

    for (uint32_t i = 0; i < doc->cues.count; i++) {
        const struct kt_cue *cue = &doc->cues.items[i];
        if (!kt_range_set(cue->content))
            continue;
        fputs(ftell(stream) > 0 ? "\n" : "", stream);
        put(stream, doc, cue->content);
        if (!kt_range_set(cue->circumstances.addressee))
            continue;
        fputs(" -> ", stream);
        put(stream, doc, cue->circumstances.addressee);
    }
    fclose(stream);
    return out;
}

static void
check_case(const struct one_case *one)
{
    kutip_doc *doc = check_analyze(one->text);
    char *found = show(doc);
    ck_assert_msg(strcmp(found, one->wanted) == 0,
                  "text:\n%s\nexpected:\n%s\nfound:\n%s", one->text,
                  one->wanted, found);
    free(found);
    kutip_doc_free(doc);
}

#define CASES(name, ...)                                                      \
    static const struct one_case name##_cases[] = {__VA_ARGS__};              \
    START_TEST(name)                                                          \
    {                                                                         \
        check_case(&name##_cases[_i]);                                        \
    }                                                                         \
    END_TEST

#define ADD(tcase, name)                                                      \
    tcase_add_loop_test((tcase), name, 0,                                     \
                        sizeof name##_cases / sizeof *name##_cases)

/* clang-format off */

CASES(beginnings,
    {"Rini mengatakan bahwa hujan segera turun.", "hujan segera turun"},
    {"Rini mengatakan, hujan segera turun.", "hujan segera turun"},
    {"Rini mengatakan kepada wartawan bahwa hujan segera turun.",
     "hujan segera turun -> wartawan"},
    {"Rini melaporkan pada Rabu (6/5) bahwa hujan segera turun.",
     "hujan segera turun"},
    {"Menurut Rini, hujan, badai, dan banjir akan datang.",
     "hujan, badai, dan banjir akan datang"},
    {"Menurut Rini, petugas bendungan, hujan akan datang.",
     "hujan akan datang"})

CASES(endings,
    {"Rini menilai hujan itu akan lama, sedangkan Tono menyatakan cuaca cerah.",
     "hujan itu akan lama\ncuaca cerah"},
    {"Rini menilai hujan akan lama, sedangkan kemarau akan pendek.",
     "hujan akan lama, sedangkan kemarau akan pendek"},
    {"Rini mengatakan hujan turun seraya menambahkan bahwa sungai naik.",
     "hujan turun\nsungai naik"},
    {"Rini mengatakan hujan akan turun, seperti dikutip Radio Hulu.",
     "hujan akan turun"},
    {"Rini mengatakan hujan akan turun, di Kudus, Senin (5/5).",
     "hujan akan turun"},
    {"Rini mengatakan hujan akan turun dan menggenangi sawah.",
     "hujan akan turun dan menggenangi sawah"})

CASES(around,
    {"Selama musim kemarau, kata Rini, sungai itu kering.",
     "sungai itu kering"},
    {"Bahkan, ujar Rini, sungai itu kering.", "sungai itu kering"},
    {"Bantuan itu, kata Rini, tiba besok pagi.",
     "Bantuan itu, kata Rini, tiba besok pagi"},
    {"Bantuan itu menurutnya akan tiba besok.",
     "Bantuan itu menurutnya akan tiba besok"},
    {"Sungai di hulu sudah surut, kata Rini di Kudus, Senin (5/5).",
     "Sungai di hulu sudah surut"})

CASES(requests,
    {"Rini meminta agar warga segera pulang.", "agar warga segera pulang"},
    {"Rini mengimbau warga untuk segera pulang.",
     "untuk segera pulang -> warga"},
    {"Rini meminta warga tidak membakar sampah.",
     "warga tidak membakar sampah -> warga"},
    {"Rini meminta kerja sama warga untuk menjaga sungai.",
     "kerja sama warga untuk menjaga sungai"},
    {"Rini mendesak penegakan hukum.", ""})

/* Verbs that take nouns report only where a clause follows. */
CASES(clauses,
    {"Rini menjelaskan hujan akan turun.", "hujan akan turun"},
    {"Rini menjelaskan aturan yang membatasi truk.", ""},
    {"Rini menyebut hujan itu sebagai berkah.",
     "hujan itu sebagai berkah"},
    {"Rini menilai langkah itu tepat.", "langkah itu tepat"})

/* clang-format on */

int
main(void)
{
    TCase *tcase = check_engine_case("content");

    ADD(tcase, beginnings);
    ADD(tcase, endings);
    ADD(tcase, around);
    ADD(tcase, requests);
    ADD(tcase, clauses);
    return check_run("cue_content", tcase, NULL);
}
