/*
 * Time, place, event, addressee and medium, and how far each reaches. Each
 * case is what stands behind `"Kami siap," kata Rini Astuti`.
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
        const struct kt_circumstances *found =
            &doc->cues.items[i].circumstances;
        struct {
            const char *sign;
            struct kt_range tokens;
        } parts[] = {{"time", found->time},
                     {"place", found->place},
                     {"event", found->event},
                     {"to", found->addressee},
                     {"via", found->via}};
        for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
            if (!kt_range_set(parts[p].tokens))
                continue;
            fprintf(stream, "%s%s=", ftell(stream) > 0 ? "; " : "",
                    parts[p].sign);
            put(stream, doc, parts[p].tokens);
        }
    }
    fclose(stream);
    return out;
}

static void
check_case(const struct one_case *one)
{
    char text[512];
    kutip_doc *doc;
    char *found;

    snprintf(text, sizeof text, "\"Kami siap,\" kata Rini Astuti%s",
             one->text);
    doc = check_analyze(text);
    found = show(doc);
    ck_assert_msg(strcmp(found, one->wanted) == 0,
                  "text:\n%s\nexpected:\n%s\nfound:\n%s", text,
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

CASES(times,
    {", Senin (13/4/2020).", "time=Senin (13/4/2020)"},
    {", Senin (13/4/2020) siang.", "time=Senin (13/4/2020)"},
    {", Senin.", "time=Senin"},
    {" pada September 2023.", "time=September 2023"},
    {".", ""})

CASES(places,
    {" di Kudus, Senin (5/5).", "time=Senin (5/5); place=Kudus"},
    {" di Gedung Juang, Kudus, Jawa Tengah, Senin (5/5).",
     "time=Senin (5/5); place=Gedung Juang, Kudus, Jawa Tengah"},
    {" di rumahnya.", ""})

CASES(events,
    {" dalam jumpa pers di Kudus.", "place=Kudus; event=dalam jumpa pers"},
    {" saat menyampaikan laporan, Senin (5/5).",
     "time=Senin (5/5); event=saat menyampaikan laporan"},
    {" dalam rapat koordinasi (rakor) di Kudus.",
     "place=Kudus; event=dalam rapat koordinasi (rakor)"},
    {" seusai rapat yang digelar di Kudus.",
     "place=Kudus; event=seusai rapat"},
    {" saat dihubungi, Senin (5/5).",
     "time=Senin (5/5); event=saat dihubungi"},
    {" saat dihubungi dari Kudus, Senin (5/5).",
     "time=Senin (5/5); event=saat dihubungi dari Kudus"},
    {" dalam acara itu.", ""},
    {" saat ini.", ""})

CASES(others,
    {" kepada wartawan di Kudus.", "place=Kudus; to=wartawan"},
    {" kepada Radio Hulu, Senin (5/5).", "time=Senin (5/5); to=Radio Hulu"},
    {" seperti dikutip Radio Hulu.", "via=Radio Hulu"},
    {" dikutip dari keterangan tertulis, Senin (5/5).",
     "time=Senin (5/5); via=keterangan tertulis"})

/* clang-format on */

/* Days without a date are no time where the text dates its days. */
START_TEST(dated_text)
{
    kutip_doc *doc = check_analyze(
        "Hujan turun Senin (5/5/2020). \"Kami siap,\" kata Rini, Selasa.");
    char *found = show(doc);
    ck_assert_str_eq(found, "");
    free(found);
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("circumstances");

    ADD(tcase, times);
    ADD(tcase, places);
    ADD(tcase, events);
    ADD(tcase, others);
    tcase_add_test(tcase, dated_text);
    return check_run("circumstances", tcase, NULL);
}
