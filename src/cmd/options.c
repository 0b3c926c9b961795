/*
 * In: the command line. Out: struct options, or a report of what is wrong
 * with the nearest name that would be right.
 *
 * Not attempted: abbreviated names (`--form`): a script that uses one
 * breaks when the next option comes.
 *
 * Example: `kutip -qf csv --speaker=Ratna berita.txt`.
 */
#include "options.h"

#include "format.h"
#include "nearest.h"
#include "report.h"

#include <string.h>

/* Where the parser stands. */
struct parser {
    struct options *options;
    char **argv;
    int argc;
    int next; /* the word to be read next */
    bool good;
};

static void
wrong_usage(struct parser *parser, const char *option, const char *message,
            const char *detail)
{
    report(STATUS_USAGE, NULL, 0, "%s: %s%s", option, message, detail);
    parser->good = false;
}

static void
apply(struct parser *parser, const struct option_row *row, const char *option,
      const char *value)
{
    const char *fault;

    if (!row->set) {
        *(bool *)((char *)parser->options + row->flag) = true;
        return;
    }
    fault = row->set(parser->options, value);
    if (!fault)
        return;
    report(STATUS_USAGE, NULL, 0, "%s '%s': %s", option, value, fault);
    parser->good = false;
}

static bool
knows(const struct parser *parser, const struct option_row *row)
{
    return row->commands & (unsigned)parser->options->command->bit;
}

/* The value that stands in the next word; NULL, reported: there is none. */
static const char *
take_word(struct parser *parser, const struct option_row *row,
          const char *option)
{
    if (parser->next < parser->argc)
        return parser->argv[parser->next++];
    report(STATUS_USAGE, NULL, 0, "%s needs a value: %s %s", option, option,
           row->argument);
    parser->good = false;
    return NULL;
}

static void
read_row(struct parser *parser, const struct option_row *row,
         const char *option, const char *value)
{
    if (!knows(parser, row)) {
        wrong_usage(parser, option, "not an option of ",
                    parser->options->command->name);
        return;
    }
    if (row->argument && !value)
        value = take_word(parser, row, option);
    if (value || !row->argument)
        apply(parser, row, option, value);
}

static void
unknown_name(struct parser *parser, const char *option, size_t length)
{
    struct nearest nearest = nearest_begin(option, length);

    for (size_t i = 0; i < option_row_count; i++)
        if (knows(parser, &option_rows[i]))
            nearest_try(&nearest, option_rows[i].name);
    report(STATUS_USAGE, NULL, 0, "--%.*s: no such option%s%s%s", (int)length,
           option, nearest.name ? "; did you mean --" : "",
           nearest.name ? nearest.name : "", nearest.name ? "?" : "");
    parser->good = false;
}

/* `--name`, `--name=value`, `--name value` */
static void
read_name(struct parser *parser, char *word)
{
    const char *name = word + 2;
    size_t length = strcspn(name, "=");
    const char *value = name[length] ? name + length + 1 : NULL;

    for (size_t i = 0; i < option_row_count; i++) {
        const struct option_row *row = &option_rows[i];

        if (strlen(row->name) != length || memcmp(row->name, name, length) != 0)
            continue;
        word[2 + length] = '\0'; /* the option alone, for messages */
        if (value && !row->argument)
            wrong_usage(parser, word, "takes no value", "");
        else
            read_row(parser, row, word, value);
        return;
    }
    unknown_name(parser, name, length);
}

static const struct option_row *
find_letter(char letter)
{
    for (size_t i = 0; i < option_row_count; i++)
        if (option_rows[i].letter == letter)
            return &option_rows[i];
    return NULL;
}

/* `-q`, `-o FILE`, `-oFILE`, several in a word: `-qo FILE` */
static void
read_letters(struct parser *parser, const char *word)
{
    for (const char *at = word + 1; *at; at++) {
        const struct option_row *row = find_letter(*at);
        char option[] = {'-', *at, '\0'};

        if (!row) {
            wrong_usage(parser, option, "no such option", "");
        } else if (row->argument && at[1]) {
            read_row(parser, row, option, at + 1);
            return;
        } else {
            read_row(parser, row, option, NULL);
        }
    }
}

/* What needs what: found when all is read, the order does not matter. */
struct demand {
    size_t flag;     /* offset of the bool */
    unsigned traits; /* what the format must be able to do */
    const char *message;
};

static const struct demand demands[] = {
    {offsetof(struct options, bom), FORMAT_HAS_CELLS,
     "--bom needs --format csv or tsv"},
    {offsetof(struct options, safe_cells), FORMAT_HAS_CELLS,
     "--safe-cells needs --format csv or tsv"},
    {offsetof(struct options, per_document), FORMAT_NESTS,
     "--per-document needs --format json or jsonl"},
    {offsetof(struct options, repaired), FORMAT_HAS_FIELDS,
     "--repaired needs --format csv, tsv, json or jsonl"},
    {offsetof(struct options, explain), FORMAT_EXPLAINS,
     "--explain needs --format text, json or jsonl"},
};

static bool
check_demands(const struct options *options)
{
    bool good = true;

    for (size_t i = 0; i < sizeof demands / sizeof *demands; i++) {
        const struct demand *demand = &demands[i];

        if (!*(const bool *)((const char *)options + demand->flag) ||
            (options->format->traits & demand->traits))
            continue;
        report(STATUS_USAGE, NULL, 0, "%s", demand->message);
        good = false;
    }
    if (options->with_text && !options->per_document) {
        report(STATUS_USAGE, NULL, 0, "--with-text needs --per-document");
        good = false;
    }
    if (options->null && !options->files_from) {
        report(STATUS_USAGE, NULL, 0, "-0 needs --files-from");
        good = false;
    }
    if (options->stage && (options->per_document || options->explain)) {
        report(STATUS_USAGE, NULL, 0,
               "--dump shows a stage, not records: it "
               "cannot be had with --per-document or --explain");
        good = false;
    }
    return good;
}

static void
read_words(struct parser *parser)
{
    struct options *options = parser->options;
    bool options_end = false;

    while (parser->next < parser->argc) {
        char *word = parser->argv[parser->next++];

        if (options_end || word[0] != '-' || word[1] == '\0')
            options->operands[options->operand_count++] = word;
        else if (strcmp(word, "--") == 0)
            options_end = true;
        else if (word[1] == '-')
            read_name(parser, word);
        else
            read_letters(parser, word);
    }
}

bool
parse_options(struct options *options, int argc, char **argv)
{
    struct parser parser = {options, argv, argc, 1, true};

    *options = (struct options){
        .command = &commands[0],
        .format = find_format("text"),
        .unit = KUTIP_CODEPOINTS,
        .max_document = 16 * 1024 * 1024,
    };
    if (argc > 1 && find_command(argv[1])) {
        options->command = find_command(argv[1]);
        parser.next = 2;
    }
    /* Operands are fewer than the words read: they go where those were. */
    options->operands = argc > 0 ? argv + 1 : argv;
    read_words(&parser);
    if (parser.good && !options->help && !options->version)
        parser.good = check_demands(options);
    if (!parser.good)
        report(STATUS_USAGE, NULL, 0, "try: kutip help %s",
               options->command->name);
    return parser.good;
}
