/*
 * Options: one table, from which the parser reads and help is printed.
 */
#ifndef KUTIP_CMD_OPTIONS_H
#define KUTIP_CMD_OPTIONS_H

#include "command.h"
#include "document.h"

#include <kutip.h>

struct format;
struct kind;

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

#define GLOBS_MOST 64
#define JOBS_MOST 64
#define JOBS_DEFAULT 8 /* at most, where nobody says how many */

/* Names of files, with * and ?. */
struct globs {
    const char *items[GLOBS_MOST];
    size_t count;
};

/* What the user asked for. */
struct options {
    const struct command *command;
    char **operands; /* what is no option, in order */
    size_t operand_count;

    unsigned types;      /* a bit for each enum kutip_type; 0: all */
    const char *speaker; /* NULL: any */
    const struct format *format;
    const char *output;   /* NULL: standard output */
    enum kutip_unit unit; /* of the offsets */
    enum color color;
    const char *patterns; /* NULL: not said */
    const char *stage;    /* of --dump, or NULL */
    size_t stage_index;

    const struct kind *from;        /* NULL: guessed */
    const char *fields[PART_COUNT]; /* names given; NULL: guessed */
    struct globs include;           /* none: everything */
    struct globs exclude;
    const char *files_from;         /* a list of files, or NULL */
    size_t max_document;            /* bytes */
    size_t jobs;                    /* 0: as many as there are processors */

    bool bom;
    bool safe_cells;
    bool per_document;
    bool with_text;
    bool explain;
    bool quiet;
    bool strict;
    bool null;
    bool line_buffered;
    bool fail_fast;
    bool repaired;
    bool help;
    bool version;
};

/* Groups of options, as help shows them. */
enum section {
    SECTION_CHOOSE,
    SECTION_WRITE,
    SECTION_INPUT,
    SECTION_READ,
    SECTION_LOOK,
    SECTION_GENERAL,
    SECTION_COUNT
};

extern const char *const section_titles[SECTION_COUNT];

struct option_row {
    char letter;          /* `-o`, or 0 */
    const char *name;     /* `--output` without the dashes */
    const char *argument; /* what help calls its value; NULL: a flag */
    enum section section;
    unsigned commands; /* who knows it: bits of enum command_bit */
    const char *help;
    /* Takes a value: NULL, or what is wrong with it (for good, static). */
    const char *(*set)(struct options *options, const char *value);
    size_t flag; /* offset of the bool a flag sets, when set is NULL */
};

extern const struct option_row option_rows[];
extern const size_t option_row_count;

/*
 * Reads the command line. False when it is wrong; then it was reported.
 * options->operands points into argv, which is reordered.
 */
bool
parse_options(struct options *options, int argc, char **argv);

#endif
