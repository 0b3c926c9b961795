/*
 * Stage 7: which word attributes what to whom. Each case is a text and its
 * cues in order, one a line: type, cue, how the source is named.
 *
 *     direct kata Rini Astuti
 *     indirect katanya -nya        partial menyebut Ia
 */
#include "cases.h"

/* The source: the mention, or a sign for one that is not there. */
static void
show_source(FILE *stream, const kutip_doc *doc, const struct kt_cue *cue)
{
    static const char *const signs[] = {[KT_SOURCE_MENTION] = "?",
                                        [KT_SOURCE_CLITIC] = "-nya",
                                        [KT_SOURCE_PREVIOUS] = "<",
                                        [KT_SOURCE_FOCUS] = "..."};
    if (cue->mention == KT_NONE)
        fputs(signs[cue->source], stream);
    else
        show_tokens(stream, doc, doc->mentions.items[cue->mention].mention);
}

static void
show(FILE *stream, const kutip_doc *doc)
{
    static const char *const types[] = {
        [KT_CUE_DIRECT] = "direct", [KT_CUE_PARTIAL] = "partial",
        [KT_CUE_INDIRECT] = "indirect", [KT_CUE_AGENT] = "agent"};

    for (uint32_t i = 0; i < doc->cues.count; i++) {
        const struct kt_cue *cue = &doc->cues.items[i];
        fprintf(stream, "%s%s ", i > 0 ? "\n" : "", types[cue->type]);
        show_tokens(stream, doc, cue->cue);
        fputc(' ', stream);
        show_source(stream, doc, cue);
    }
}

/* clang-format off */

CASES(quotations, show,
    {"\"Kami siap,\" kata Rini Astuti.", "direct kata Rini Astuti"},
    {"\"\"Kami siap,\"\" kata Rini Astuti.", "direct kata Rini Astuti"},
    {"\"Kami siap,\" demikian kata dia.", "direct kata dia"},
    {"\"Kami siap,\" katanya.", "direct katanya -nya"},
    {"Rini Astuti berkata: \"Kami siap menunggu hujan.\"",
     "direct berkata Rini Astuti"},
    {"\"Kami siap,\" kata Rini Astuti, \"dan kami kuat sekali.\"",
     "direct kata Rini Astuti\ndirect kata Rini Astuti"},
    {"\"Kami siap menunggu hujan sampai sore.\"", "direct  ..."})

CASES(reports, show,
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
CASES(partials, show,
    {"Rini menyebut hujan itu \"berkah yang dinanti\".",
     "partial menyebut Rini"},
    {"Menurut Rini, hujan itu \"berkah besar\" bagi petani.",
     "partial Menurut Rini"},
    {"Rini mengatakan hujan itu \"berkah besar\" dan \"rahmat yang nyata\".",
     "partial mengatakan Rini\npartial mengatakan Rini"},
    {"Rini mengatakan tarian \"Rembulan\" akan dibawakan besok.",
     "indirect mengatakan Rini"})

/* Speech without content, passives without a source, plain objects. */
CASES(nothing, show,
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

    ADD_CASES(tcase, quotations);
    ADD_CASES(tcase, reports);
    ADD_CASES(tcase, partials);
    ADD_CASES(tcase, nothing);
    return check_run("match_cues", tcase, NULL);
}
