/*
 * How one template matches a row at a place: backtracking over the steps of
 * its program, in the order in which the pattern says them (as Perl does).
 */
#ifndef KT_MATCHER_H
#define KT_MATCHER_H

#include "program.h"

/* Room for the work and the results of a match; one for each document. */
struct kt_matcher;

/* NULL: out of memory. */
struct kt_matcher *
kt_matcher_new(const struct kutip_allocator *allocator);

void
kt_matcher_free(struct kt_matcher *matcher);

enum kt_matched {
    KT_MATCHED_NO,
    KT_MATCHED_YES,
    KT_MATCHED_LIMIT /* it ran away */
};

/* Matches the template at a place of its family on a path from its first
 * code on; *length is how many codes it takes. */
enum kt_matched
kt_matcher_run(struct kt_matcher *matcher, const struct kt_program *program,
               uint32_t place, const struct kt_path *path, uint32_t *length);

/* Where on the path a slot was in the last match. False: nowhere. */
bool
kt_matcher_slot(const struct kt_matcher *matcher, enum kt_slot slot,
                uint32_t *start, uint32_t *end);

#endif
