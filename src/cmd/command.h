/*
 * The commands: `kutip NAME …`. A new one is a function and a row.
 */
#ifndef KUTIP_CMD_COMMAND_H
#define KUTIP_CMD_COMMAND_H

#include <stddef.h>

struct options;

/* One bit for each command, for the table of options. */
enum command_bit {
    COMMAND_EXTRACT = 1 << 0,
    COMMAND_SENTENCES = 1 << 1,
    COMMAND_PATTERNS = 1 << 2,
    COMMAND_HELP = 1 << 3,
    COMMAND_READS = COMMAND_EXTRACT | COMMAND_SENTENCES,
    COMMAND_ALL = COMMAND_READS | COMMAND_PATTERNS | COMMAND_HELP
};

struct command {
    const char *name;
    enum command_bit bit;
    const char *usage;    /* how it is typed, after `kutip ` */
    const char *summary;  /* one line, for the list of commands */
    const char *about;    /* what it does, a sentence or two */
    const char *examples; /* three, each with its `$ ` */
    void (*run)(const struct options *options);
};

/* The first row is what `kutip` does when no command is named. */
extern const struct command commands[];
extern const size_t command_count;

/* The command of that name, or NULL. */
const struct command *
find_command(const char *name);

/* One function for each row, in the file of its name. */
void
run_extract(const struct options *options);

void
run_sentences(const struct options *options);

void
run_patterns(const struct options *options);

void
run_help(const struct options *options);

/* `--help` and `--version`, which every command knows. */
void
print_help(const struct command *command, const char *output);

void
print_version(const struct options *options);

#endif
