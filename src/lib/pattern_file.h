/*
 * Reading a pattern file: header line, lines without comments, and the
 * place of everything for error messages. What the lines mean is known by
 * lexicon.c (words), tables.c (tables) and templates.c (templates).
 */
#ifndef KT_PATTERN_FILE_H
#define KT_PATTERN_FILE_H

#include <kutip.h>

#include "arena.h"

/* Where faults go while a folder is loaded; one for the whole load. */
struct kt_faults {
    void (*report)(void *context, const struct kutip_diagnostic *fault);
    void *context;
    size_t count;
    struct kutip_error *error; /* the first fault, for the caller */
};

enum kt_shape { KT_WORDS, KT_TABLE, KT_TEMPLATES };

/* A line that holds something: comment and outer blanks cut off. */
struct kt_line {
    const char *text; /* terminated */
    uint32_t length;
    uint32_t number; /* from 1 */
    uint32_t indent; /* bytes cut off at the left, for columns */
    const char *raw; /* the whole line, for excerpts; terminated */
};

struct kt_pattern_file {
    const char *name; /* file name without folder */
    const char *path; /* as it is reported */
    enum kt_shape shape;
    const char **arguments; /* of the header line, after the version */
    uint32_t argument_count;
    struct kt_line *lines; /* without the header */
    uint32_t line_count;
};

/*
 * Reads one file into the arena. Faults (no header, unknown shape or
 * version, bad UTF-8) are reported, and false is returned; also on
 * KUTIP_NO_MEMORY and KUTIP_IO, which go to faults->error.
 */
bool
kt_pattern_file_read(struct kt_pattern_file *file, const char *path,
                     struct kt_arena *arena, struct kt_faults *faults);

/*
 * Reports a fault at byte `at` of the line's text. hint may be NULL.
 */
void
kt_fault(struct kt_faults *faults, const struct kt_pattern_file *file,
         const struct kt_line *line, size_t at, const char *hint,
         const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 6, 7)))
#endif
    ;

/*
 * The nearest of count names to `name` by edit distance, or NULL when none
 * is near enough to be meant.
 */
const char *
kt_nearest_name(const char *name, const char *const *names, size_t count);

#endif
