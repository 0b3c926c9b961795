/*
 * For tests of programs and of what follows them: small patterns in short
 * words, made into steps without the rest of an engine.
 *
 *     struct steps steps;
 *     steps_open(&steps, &(const char *){"a 1(b|c)*"}, 1);
 *     steps_match(&steps, false, 0, "abcb", 0);  ->  "4 1=3-4"
 *     steps_close(&steps);
 *
 * A letter is a class that no term has beside another one, 1( and 2( are
 * slots, all else is as templates have it.
 */
#ifndef STEPS_H
#define STEPS_H

#include "bench.h"
#include "matcher.h"
#include "program.h"

enum { STEPS_LETTERS = 5, STEPS_ROW_MAX = 512 };

struct steps {
    struct bench bench;
    struct kt_codes codes;
    struct kt_template_reader reader;
    const struct kt_tree *trees[KT_FAMILY_TEMPLATES_MAX];
    struct kt_program programs[2]; /* forward and reversed */
    struct kt_matcher *matcher;
    uint16_t letters[STEPS_LETTERS]; /* their codes */
};

/* Patterns that were not read have no tree; what is too large has no start
 * in a program. */
void
steps_open(struct steps *steps, const char *const *patterns, uint32_t count);

void
steps_close(struct steps *steps);

/* The codes of a row such as "abca"; how many. */
uint32_t
steps_row(const struct steps *steps, const char *row, uint16_t *codes);

/* Matches a pattern at a place: "no", "limit", or the end and the slots that
 * were met. A reversed program is followed over the row as it is. */
const char *
steps_match(struct steps *steps, bool reversed, uint32_t pattern,
            const char *row, uint32_t at);

#endif
