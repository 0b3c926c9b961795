/*
 * Patterns over 16-bit codes. The only place that knows PCRE2 (its 16-bit
 * library without UTF, JIT, match limit).
 */
#ifndef KT_REGEX_H
#define KT_REGEX_H

#include <kutip.h>

struct kt_regex;
struct kt_match_data;

/* What patterns are compiled with: allocator, JIT or not, limits. */
struct kt_regex_context;

struct kt_regex_context *
kt_regex_context_new(const struct kutip_allocator *allocator, bool jit);

void
kt_regex_context_free(struct kt_regex_context *context);

/*
 * A pattern (length code units, PCRE2 syntax), compiled when it is matched
 * for the first time: most patterns never are in a text of a few pages.
 * The code units stay the caller's and must outlive it. NULL: out of memory.
 */
struct kt_regex *
kt_regex_new(const struct kt_regex_context *context, const uint16_t *pattern,
             size_t length);

/*
 * Compiles it now, for patterns that may have a fault. False: *message (room
 * bytes) says why, *at where; or out of memory (message empty).
 */
bool
kt_regex_compile(struct kt_regex *regex, char *message, size_t room,
                 size_t *at);

void
kt_regex_free(struct kt_regex *regex);

/* Space for the results of one match; one for each document. */
struct kt_match_data *
kt_match_data_new(const struct kt_regex_context *context);

void
kt_match_data_free(struct kt_match_data *data);

enum kt_regex_result {
    KT_REGEX_NO,
    KT_REGEX_YES,
    KT_REGEX_LIMIT, /* it ran away */
    KT_REGEX_NO_MEMORY
};

/*
 * Matches anchored at subject[at]. Groups of the last match are read with
 * kt_regex_group(); group 0 is the whole. Any number of threads may match
 * the same pattern, each with match data of its own.
 */
enum kt_regex_result
kt_regex_match(struct kt_regex *regex, const uint16_t *subject,
               size_t length, size_t at, struct kt_match_data *data);

/* False: the group took no part in the match. */
bool
kt_regex_group(const struct kt_match_data *data, uint32_t group,
               size_t *start, size_t *end);

/* PCRE2's version, terminated, cut when size is too small: "10.42". */
void
kt_regex_version(char *version, size_t size);

#endif
