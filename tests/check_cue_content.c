/*
 * Where reported clauses begin and end. Each case is a text and its
 * indirect contents, one a line; an addressee behind an arrow.
 *
 *     Rini meminta warga untuk pulang.    untuk pulang -> warga
 */
#include "cases.h"

static void
show(FILE *stream, const kutip_doc *doc)
{
    for (uint32_t i = 0; i < doc->cues.count; i++) {
        const struct kt_cue *cue = &doc->cues.items[i];
        if (!kt_range_set(cue->content))
            continue;
        fputs(ftell(stream) > 0 ? "\n" : "", stream);
        show_tokens(stream, doc, cue->content);
        if (!kt_range_set(cue->circumstances.addressee))
            continue;
        fputs(" -> ", stream);
        show_tokens(stream, doc, cue->circumstances.addressee);
    }
}

/* clang-format off */

CASES(beginnings, show,
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

CASES(endings, show,
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
     "hujan akan turun dan menggenangi sawah"},
    {"Rini mengatakan hujan akan turun tetapi mengakui bahwa sungai surut.",
     "hujan akan turun\nsungai surut"},
    {"Menurut Rini, di rumah itu, polisi menemukan senjata.",
     "di rumah itu, polisi menemukan senjata"},
    {"Rini mengaku terharu dan bangga bisa pulang.",
     "terharu dan bangga bisa pulang"},
    {"Hujan akan segera turun, demikian menurut para petani.",
     "Hujan akan segera turun"},
    {"Rini mengatakan hujan akan turun. (ani/bud)", "hujan akan turun"},
    {"Rini mengatakan hujan akan turun (ani/bud)", "hujan akan turun"})

CASES(around, show,
    {"Selama musim kemarau, kata Rini, sungai itu kering.",
     "sungai itu kering"},
    {"Bahkan, ujar Rini, sungai itu kering.", "sungai itu kering"},
    {"Bantuan itu, kata Rini, tiba besok pagi.",
     "Bantuan itu, kata Rini, tiba besok pagi"},
    {"Bantuan itu menurutnya akan tiba besok.",
     "Bantuan itu menurutnya akan tiba besok"},
    {"Selain itu, menurutnya hujan akan turun.", "hujan akan turun"},
    {"Ia menyatakan sungai surut, menurutnya hujan akan turun.",
     "sungai surut\nhujan akan turun"},
    {"Sungai di hulu sudah surut, kata Rini di Kudus, Senin (5/5).",
     "Sungai di hulu sudah surut"})

CASES(requests, show,
    {"Rini meminta agar warga segera pulang.", "agar warga segera pulang"},
    {"Rini mengimbau warga untuk segera pulang.",
     "untuk segera pulang -> warga"},
    {"Rini meminta warga tidak membakar sampah.",
     "warga tidak membakar sampah -> warga"},
    {"Rini meminta kerja sama warga untuk menjaga sungai.",
     "kerja sama warga untuk menjaga sungai"},
    {"Rini mengingatkan anak-anak untuk tidak berenang.",
     "untuk tidak berenang -> anak-anak"},
    {"Rini mendesak penegakan hukum.", ""})

/* clang-format on */

int
main(void)
{
    TCase *tcase = check_engine_case("content");

    ADD_CASES(tcase, beginnings);
    ADD_CASES(tcase, endings);
    ADD_CASES(tcase, around);
    ADD_CASES(tcase, requests);
    return check_run("cue_content", tcase, NULL);
}
