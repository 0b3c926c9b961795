/*
 * For tests that are lists of texts and of what is found in them, as a
 * function of the test writes it.
 *
 *     static void
 *     show(FILE *stream, const kutip_doc *doc)
 *     {
 *         for (uint32_t i = 0; i < doc->cues.count; i++)
 *             show_tokens(stream, doc, doc->cues.items[i].cue);
 *     }
 *
 *     CASES(cues, show, {"\"Ya,\" kata Rini Astuti.", "kata"}, {"Ya.", ""})
 *
 *     int
 *     main(void)
 *     {
 *         TCase *tcase = check_engine_case("cues");
 *         ADD_CASES(tcase, cues);
 *         return check_run("match_cues", tcase, NULL);
 *     }
 */
#ifndef CASES_H
#define CASES_H

#include <stdio.h>

#include "check_kutip.h"
#include "doc.h"

struct text_case {
    const char *text;
    const char *wanted;
};

/* Writes what a test looks at. */
typedef void
case_show(FILE *stream, const kutip_doc *doc);

/* Analyses the text and compares what is shown of it. */
void
check_case(const struct text_case *one, case_show *show);

/* Makes a test of cases; ADD_CASES() adds it, each case a run of its own. */
#define CASES(name, show, ...)                                                \
    static const struct text_case name##_cases[] = {__VA_ARGS__};             \
    START_TEST(name)                                                          \
    {                                                                         \
        check_case(&name##_cases[_i], show);                                  \
    }                                                                         \
    END_TEST

/* The text of some tokens; of none, nothing. */
void
show_tokens(FILE *stream, const kutip_doc *doc, struct kt_range tokens);

/* The circumstances of all cues: `time=Senin (5/5); place=Kudus`. */
void
show_circumstances(FILE *stream, const kutip_doc *doc);

#endif
