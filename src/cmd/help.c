/*
 * In: a command. Out: its help, made of the tables of commands and options,
 * so that it cannot tell of an option that does not exist.
 *
 * Not attempted: the manual; that is kutip.1.
 *
 * Example: `kutip help sentences` = `kutip sentences --help`.
 */
#include "knowledge.h"
#include "libraries.h"
#include "report.h"
#include "screen.h"
#include "target.h"

#include <string.h>

enum {
    HELP_WIDTH = 79,
    HELP_COLUMN = 24, /* where the explanations begin */
    HELP_INDENT = 2
};

/* A paragraph of plain text from a column on. */
static void
write_text(struct out *out, size_t column, size_t indent, const char *text)
{
    struct paragraph line;

    paragraph_begin(&line, out, column, indent, HELP_WIDTH, false);
    paragraph_string(&line, text);
    paragraph_end(&line);
}

/* `  -o, --output FILE     write to FILE; …` */
static void
write_option(struct out *out, const struct option_row *row)
{
    size_t column = 8 + strlen(row->name);

    out_spaces(out, HELP_INDENT);
    if (row->letter) {
        out_char(out, '-');
        out_char(out, row->letter);
        out_string(out, ", --");
    } else {
        out_string(out, "    --");
    }
    out_string(out, row->name);
    if (row->argument) {
        out_char(out, ' ');
        out_string(out, row->argument);
        column += 1 + strlen(row->argument);
    }
    if (column + 2 > HELP_COLUMN) {
        out_char(out, '\n');
        column = 0;
    }
    out_spaces(out, HELP_COLUMN - column);
    write_text(out, HELP_COLUMN, HELP_COLUMN, row->help);
}

static void
write_section(struct out *out, const struct command *command,
              enum section section)
{
    bool titled = false;

    for (size_t i = 0; i < option_row_count; i++) {
        const struct option_row *row = &option_rows[i];

        if (row->section != section ||
            !(row->commands & (unsigned)command->bit))
            continue;
        if (!titled) {
            out_char(out, '\n');
            out_string(out, section_titles[section]);
            out_char(out, '\n');
        }
        titled = true;
        write_option(out, row);
    }
}

static void
write_commands(struct out *out)
{
    out_string(out, "\nCommands:\n");
    for (size_t i = 0; i < command_count; i++) {
        size_t length = strlen(commands[i].name);

        out_spaces(out, HELP_INDENT);
        out_string(out, commands[i].name);
        out_spaces(out, HELP_COLUMN - HELP_INDENT - length);
        write_text(out, HELP_COLUMN, HELP_COLUMN, commands[i].summary);
    }
}

static void
write_examples(struct out *out, const char *examples)
{
    out_string(out, "\nExamples:\n");
    while (*examples) {
        size_t length = strcspn(examples, "\n") + 1;

        out_spaces(out, HELP_INDENT);
        out_bytes(out, examples, length);
        examples += length;
    }
}

static const char status_help[] =
    "\nExit status:\n"
    "  0  done; a text without quotations is not a fault\n"
    "  1  some input could not be read; the others were\n"
    "  2  wrong usage, or pattern files with faults\n"
    "  3  the output could not be written\n";

static void
write_help(struct out *out, const struct command *command)
{
    out_string(out, "Usage: kutip ");
    out_string(out, command->usage);
    out_string(out, "\n\n");
    write_text(out, 0, 0, command->about);
    if (command == &commands[0])
        write_commands(out);
    for (int section = 0; section < SECTION_COUNT; section++)
        write_section(out, command, (enum section)section);
    write_examples(out, command->examples);
    out_string(out, status_help);
    out_string(out, "\nMore: man kutip; fields of a record: "
                    "record.schema.json beside the patterns.\n");
}

void
print_help(const struct command *command, const char *output)
{
    struct target target;

    if (!target_open(&target, output))
        return;
    write_help(&target.out, command);
    target_close(&target);
}

void
run_help(const struct options *options)
{
    const struct command *command = &commands[0];

    if (options->operand_count > 0)
        command = find_command(options->operands[0]);
    if (options->operand_count > 1)
        report(STATUS_USAGE, NULL, 0, "usage: kutip %s",
               options->command->usage);
    else if (!command)
        report(STATUS_USAGE, NULL, 0, "'%s' is no command; try: kutip help",
               options->operands[0]);
    else
        print_help(command, NULL);
}

/* What this build reads, and with which libraries. */
static void
write_readers(struct out *out)
{
    const struct {
        const char *what;
        const char *library;
    } readers[] = {
        {"JSON", json_library()},
        {"archives", archive_library()},
        {"HTML", page_library()},
    };

    out_string(out, "\nreads text, tables");
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        if (!readers[i].library)
            continue;
        out_string(out, ", ");
        out_string(out, readers[i].what);
        out_string(out, " (");
        out_string(out, readers[i].library);
        out_char(out, ')');
    }
    out_char(out, '\n');
}

/* The first line is for programs: `kutip VERSION`. */
void
print_version(const struct options *options)
{
    const char *folder = pattern_folder(options);
    struct kutip_engine_options wanted = {.patterns = folder};
    struct kutip_error error = {.status = KUTIP_OK};
    kutip_engine *engine = kutip_engine_new(&wanted, &error);
    struct target target;
    char libraries[64];

    kutip_libraries(libraries, sizeof libraries);
    if (target_open(&target, NULL)) {
        out_string(&target.out, "kutip " KUTIP_VERSION "\npatterns ");
        out_string(&target.out, engine ? kutip_engine_patterns(engine)
                                       : "could not be read: ");
        if (!engine)
            out_string(&target.out, error_text(&error));
        out_string(&target.out, "\nlibkutip ");
        out_string(&target.out, kutip_version());
        out_string(&target.out, ", ");
        out_string(&target.out, libraries);
        write_readers(&target.out);
        target_close(&target);
    }
    kutip_engine_free(engine);
}
