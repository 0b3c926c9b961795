/*
 * Which templates of a family may match at a place of a row: asked of all of
 * them at once, before the few that may are matched one by one.
 *
 * A program is a nondeterministic automaton. Its deterministic states are
 * made when a row first needs them, and kept with
 * the engine (the lazy construction of Cox, "Regular Expression Matching in
 * the Wild", 2010). Threads share them: a state that is made never changes,
 * and finding one takes no lock.
 *
 * The answer is never too narrow. It is too wide where a template looks
 * ahead by more than a term from within, or counts beyond a few, and when a
 * text has used up the room for states.
 */
#ifndef KT_AUTOMATON_H
#define KT_AUTOMATON_H

#include <stdbool.h>
#include <stdint.h>

#include "program.h"

/* An automaton of a program, to which nothing is added any more. NULL: out
 * of memory. */
struct kt_automaton *
kt_automaton_new(const struct kt_program *program, struct kt_arena *arena);

void
kt_automaton_free(struct kt_automaton *automaton);

/*
 * The templates of the program that may match on the path from its first
 * code on; those that are not in the program have no bit. False: none, and
 * *may is not set.
 */
bool
kt_automaton_run(struct kt_automaton *automaton, const struct kt_path *path,
                 struct kt_may *may);

/* The first term from `at` on at which a run from left to right does not end
 * at once, or `length`. The row's first term is not judged. */
uint32_t
kt_automaton_next(struct kt_automaton *automaton, const uint16_t *codes,
                  uint32_t length, uint32_t at);

#endif
