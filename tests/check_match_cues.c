/*
 * Stage 7: which word attributes what to whom. Each case is a text and its
 * cues in order, one a line: type, cue, how the source is named.
 *
 *     direct kata Rini Astuti
 *     indirect katanya -nya        partial menyebut Ia
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

/* The source: the mention, or a sign for one that is not there. */
static void
put_source(FILE *stream, const kutip_doc *doc, const struct kt_cue *cue)
{
    static const char *const signs[] = {[KT_SOURCE_MENTION] = "?",
                                        [KT_SOURCE_CLITIC] = "-nya",
                                        [KT_SOURCE_PREVIOUS] = "<",
                                        [KT_SOURCE_FOCUS] = "..."};
    if (cue->mention == KT_NONE)
        fputs(signs[cue->source], stream);
    else
        put(stream, doc, doc->mentions.items[cue->mention].mention);
}

static char *
show(const kutip_doc *doc)
{
    static const char *const types[] = {
        [KT_CUE_DIRECT] = "direct", [KT_CUE_PARTIAL] = "partial",
        [KT_CUE_INDIRECT] = "indirect", [KT_CUE_AGENT] = "agent"};
    char *out = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&out, &size);

    for (uint32_t i = 0; i < doc->cues.count; i++) {
        const struct kt_cue *cue = &doc->cues.items[i];
        fprintf(stream, "%s%s ", i > 0 ? "\n" : "", types[cue->type]);
        put(stream, doc, cue->cue);
        fputc(' ', stream);
        put_source(stream, doc, cue);
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

CASES(quotations,
    {"\"Kami siap,\" kata Rini Astuti.", "direct kata Rini Astuti"},
    {"\"\"Kami siap,\"\" kata Rini Astuti.", "direct kata Rini Astuti"},
    {"\"Kami siap,\" demikian kata dia.", "direct kata dia"},
    {"\"Kami siap,\" katanya.", "direct katanya -nya"},
    {"Rini Astuti berkata: \"Kami siap menunggu hujan.\"",
     "direct berkata Rini Astuti"},
    {"\"Kami siap,\" kata Rini Astuti, \"dan kami kuat sekali.\"",
     "direct kata Rini Astuti\ndirect kata Rini Astuti"},
    {"\"Kami siap menunggu hujan sampai sore.\"", "direct  ..."})

CASES(reports,
    {"Rini Astuti mengatakan hujan segera turun.",
     "indirect mengatakan Rini Astuti"},
    {"Rini Astuti, Selasa (5/5), mengatakan hujan segera turun.",
     "indirect mengatakan Rini Astuti"},
    {"Kepada wartawan, Rini Astuti mengatakan hujan segera turun.",
     "indirect mengatakan Rini Astuti"},
    {"Hujan segera turun di hulu, kata Rini Astuti.",
     "indirect kata Rini Astuti"},
    {"Kata Rini Astuti, hujan segera turun di hulu.",
     "indirect Kata Rini Astuti"},
    {"Hujan itu menurutnya akan segera turun.",
     "indirect menurutnya -nya"},
    {"Rini mengatakan hujan turun dan menambahkan bahwa sungai naik.",
     "indirect mengatakan Rini\nindirect menambahkan Rini"},
    {"Hal itu disampaikan Rini Astuti, Senin (5/5).",
     "agent disampaikan Rini Astuti"})

/* Words in marks inside a reported clause; terms and titles are none. */
CASES(partials,
    {"Rini menyebut hujan itu \"berkah yang dinanti\".",
     "partial menyebut Rini"},
    {"Menurut Rini, hujan itu \"berkah besar\" bagi petani.",
     "partial Menurut Rini"},
    {"Rini mengatakan hujan itu \"berkah besar\" dan \"rahmat yang nyata\".",
     "partial mengatakan Rini\npartial mengatakan Rini"},
    {"Rini mengatakan tarian \"Rembulan\" akan dibawakan besok.",
     "indirect mengatakan Rini"})

/* Speech without content, passives without a source, plain objects. */
CASES(nothing,
    {"Rini Astuti berbicara kepada wartawan.", ""},
    {"Hujan diperkirakan turun sore ini.", ""},
    {"Rini Astuti menyampaikan undangan.", ""},
    {"Rini Astuti memakai kata sandi baru.", ""},
    {"Untuk mengatakan hujan turun, orang melihat awan.", ""})

/* clang-format on */

int
main(void)
{
    TCase *tcase = check_engine_case("cues");

    ADD(tcase, quotations);
    ADD(tcase, reports);
    ADD(tcase, partials);
    ADD(tcase, nothing);
    return check_run("match_cues", tcase, NULL);
}
