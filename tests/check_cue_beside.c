/*
 * Where circumstances are looked for: between source and cue, before the
 * source, behind the attribution; never in what was said.
 */
#include "cases.h"

/* clang-format off */

CASES(found, show_circumstances,
    {"Rini Astuti, Selasa (5/5), di Kudus, mengatakan hujan turun.",
     "time=Selasa (5/5); place=Kudus"},
    {"Dalam jumpa pers di Kudus, Rini Astuti mengatakan hujan turun.",
     "place=Kudus; event=Dalam jumpa pers"},
    {"Saat dihubungi, Rini Astuti mengatakan hujan turun.",
     "event=Saat dihubungi"},
    {"Rini Astuti melaporkan pada Rabu (6/5) bahwa hujan turun.",
     "time=Rabu (6/5)"},
    {"Rini Astuti mengatakan hujan akan turun, Rabu (6/5).",
     "time=Rabu (6/5)"},
    {"Hal itu disampaikan Rini Astuti di Kudus, Rabu (6/5).",
     "time=Rabu (6/5); place=Kudus"},
    {"Rini Astuti menyampaikan hal itu di Kudus, Rabu (6/5).",
     "time=Rabu (6/5); place=Kudus"},
    {"\"Kami siap,\" kata Rini Astuti, petani di Kudus, di Demak.",
     "place=Demak"},
    {"Dikutip dari Radio Hulu, Rini Astuti mengatakan hujan turun.",
     "via=Radio Hulu"})

CASES(not_found, show_circumstances,
    {"Rini Astuti mengatakan hujan turun di Kudus saat rapat.", ""},
    {"Warga di Kudus gembira, dan Rini Astuti mengatakan hujan turun.", ""},
    {"\"Kami siap,\" kata Rini Astuti. Di Kudus hujan turun Senin (5/5).",
     ""})

/* clang-format on */

int
main(void)
{
    TCase *tcase = check_engine_case("beside");

    ADD_CASES(tcase, found);
    ADD_CASES(tcase, not_found);
    return check_run("cue_beside", tcase, NULL);
}
