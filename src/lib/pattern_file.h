/*
 * Reading a pattern file: header line, lines without comments, and the
 * place of everything for error messages. What the lines mean is known by
 * lexicon.c (words), tables.c (tables) and templates.c (templates).
 */
#ifndef KT_PATTERN_FILE_H
#define KT_PATTERN_FILE_H

#include <kutip.h>

#include "arena.h"
#include "list.h"

/* Where faults go while a folder is loaded; one for the whole load. */
struct kt_faults {
    void (*report)(void *context, const struct kutip_diagnostic *fault);
    void *context;
    size_t count;
    bool fatal; /* memory or reading failed: going on makes no sense */
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
    struct kt_line header;
    char *text;    /* what stands behind the header line */
    size_t length; /* bytes of it */
    struct kt_line *lines; /* of tables and templates, without the header */
    uint32_t line_count;
};

/*
 * Reads one file into the arena. Faults (no header, unknown shape or
 * version) are reported, and false is returned; also on KUTIP_NO_MEMORY and
 * KUTIP_IO, which are fatal. A line with bad UTF-8 is reported and left out.
 */
bool
kt_pattern_file_read(struct kt_pattern_file *file, const char *path,
                     struct kt_arena *arena, struct kt_faults *faults);

/*
 * The lines of a file that hold something, one after the other: words files
 * have so many that no list of them is made. Done once for a file.
 *
 *     struct kt_lines lines;
 *     kt_lines_begin(&lines, file);
 *     while (kt_lines_next(&lines, faults))
 *         use(&lines.line);
 */
struct kt_lines {
    const struct kt_pattern_file *file;
    struct kt_line line; /* a comment may stand behind its length */
    char *rest;
    char *end;
    const char *hash; /* no other `#` before this, or end */
    bool sound; /* all bytes are as they should be */
};

/* Where a byte comes next: *next if it is not before `from`, else found and
 * kept there; or end. NULL at first. So a few searches do for many lines. */
static inline const char *
kt_next_byte(const char **next, const char *from, const char *end, char byte)
{
    if (*next == NULL || *next < from) {
        *next = memchr(from, byte, (size_t)(end - from));
        if (*next == NULL)
            *next = end;
    }
    return *next;
}

void
kt_lines_begin(struct kt_lines *lines, const struct kt_pattern_file *file);

/* False: there is no other line. A bad one is told and left out. */
bool
kt_lines_next(struct kt_lines *lines, struct kt_faults *faults);

/* Makes text[length] the end of the text. False: out of memory. */
bool
kt_line_terminate(struct kt_line *line, struct kt_arena *arena);

/* The files of a folder. */
struct kt_folder {
    const char *path;
    struct kt_pattern_file *files; /* by name */
    uint32_t file_count;
};

/*
 * Reads all *.words, *.table and *.templates of a folder. False only when
 * faults->fatal; files with faults in their header are left out.
 */
bool
kt_folder_read(struct kt_folder *folder, const char *path,
               struct kt_arena *arena, struct kt_faults *faults);

/* Where argument `number` of the header line begins, for faults. */
size_t
kt_header_place(const struct kt_pattern_file *file, uint32_t number);

/*
 * Takes the next word of a line: bytes up to a blank. False at the end.
 * *at moves behind it, *start and *length tell where it is.
 */
bool
kt_line_word(const char *text, size_t *at, size_t *start, size_t *length);

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

/* Memory ran out: fatal. Returns false, for `return`. */
bool
kt_faults_no_memory(struct kt_faults *faults);

/*
 * Faults kept until all are there, since a folder is read in several
 * passes: hand kt_fault_list_add to kt_faults as its report.
 */
struct kt_fault_list {
    struct kt_arena *arena;
    KT_LIST(struct kutip_diagnostic) faults;
    bool lost; /* out of memory */
};

void
kt_fault_list_add(void *list, const struct kutip_diagnostic *fault);

/* By file, line and column. */
void
kt_fault_list_sort(struct kt_fault_list *list);

/*
 * The nearest of count names to `name` by edit distance, or NULL when none
 * is near enough to be meant.
 */
const char *
kt_nearest_name(const char *name, const char *const *names, size_t count);

#endif
