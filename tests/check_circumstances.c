/* Time, place, event, addressee and medium, and how far each reaches. */
#include "cases.h"

/* What stands before the words of a case. */
#define SAID "\"Kami siap,\" kata Rini Astuti"

/* clang-format off */

CASES(times, show_circumstances,
    {SAID ", Senin (13/4/2020).", "time=Senin (13/4/2020)"},
    {SAID ", Senin (13/4/2020) siang.", "time=Senin (13/4/2020)"},
    {SAID ", Senin.", "time=Senin"},
    {SAID " pada September 2023.", "time=September 2023"},
    {SAID ".", ""})

CASES(places, show_circumstances,
    {SAID " di Kudus, Senin (5/5).", "time=Senin (5/5); place=Kudus"},
    {SAID " di Gedung Juang, Kudus, Jawa Tengah, Senin (5/5).",
     "time=Senin (5/5); place=Gedung Juang, Kudus, Jawa Tengah"},
    {SAID " di rumahnya.", ""})

CASES(events, show_circumstances,
    {SAID " dalam jumpa pers di Kudus.", "place=Kudus; event=dalam jumpa pers"},
    {SAID " saat menyampaikan laporan, Senin (5/5).",
     "time=Senin (5/5); event=saat menyampaikan laporan"},
    {SAID " dalam rapat koordinasi (rakor) di Kudus.",
     "place=Kudus; event=dalam rapat koordinasi (rakor)"},
    {SAID " seusai rapat yang digelar di Kudus.",
     "place=Kudus; event=seusai rapat"},
    {SAID " dalam rapat dengan dinas, koperasi, dan petani, Senin (5/5).",
     "time=Senin (5/5); "
     "event=dalam rapat dengan dinas, koperasi, dan petani"},
    {SAID " dalam diskusi panen, Kudus, Senin (5/5).",
     "time=Senin (5/5); place=Kudus; event=dalam diskusi panen"},
    {SAID " saat dihubungi, Senin (5/5).",
     "time=Senin (5/5); event=saat dihubungi"},
    {SAID " saat dihubungi dari Kudus, Senin (5/5).",
     "time=Senin (5/5); event=saat dihubungi dari Kudus"},
    {SAID " dalam acara itu.", ""},
    {SAID " saat ini.", ""})

CASES(others, show_circumstances,
    {SAID " kepada wartawan di Kudus.", "place=Kudus; to=wartawan"},
    {SAID " kepada Radio Hulu, Senin (5/5).", "time=Senin (5/5); to=Radio Hulu"},
    {SAID " seperti dikutip Radio Hulu.", "via=Radio Hulu"},
    {SAID " dikutip dari keterangan tertulis, Senin (5/5).",
     "time=Senin (5/5); via=keterangan tertulis"},
    {SAID ", dikutip Radio Hulu dari kanal Panen Raya.",
     "via=kanal Panen Raya"},
    {SAID " di YouTube Panen Raya.", "via=YouTube Panen Raya"})

/* Days without a date are no time where the text dates its days, but for
 * another day that ends the attribution. */
CASES(dated_text, show_circumstances,
    {"Hujan turun Senin (5/5/2020). \"Kami siap,\" kata Rini, Selasa.",
     "time=Selasa"},
    {"Hujan turun Senin (5/5/2020). \"Kami siap,\" kata Rini, Senin.", ""},
    {"Hujan turun Senin (5/5/2020). \"Kami siap,\" kata Rini Selasa ini.",
     ""})

/* clang-format on */

int
main(void)
{
    TCase *tcase = check_engine_case("circumstances");

    ADD_CASES(tcase, times);
    ADD_CASES(tcase, places);
    ADD_CASES(tcase, events);
    ADD_CASES(tcase, others);
    ADD_CASES(tcase, dated_text);
    return check_run("circumstances", tcase, NULL);
}
