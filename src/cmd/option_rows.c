/*
 * In: the value of one option. Out: a field of struct options. The table at
 * the end is all there is to know of an option: a new one is one row.
 *
 * Not attempted: reading the command line (options.c).
 *
 * Example: `--type direct,partial` sets two bits of options->types.
 */
#include "format.h"
#include "kind.h"

#include <stdint.h>
#include <string.h>

const char *const section_titles[SECTION_COUNT] = {
    [SECTION_CHOOSE] = "Which records:",
    [SECTION_WRITE] = "How they are written:",
    [SECTION_INPUT] = "Where texts come from:",
    [SECTION_READ] = "How texts are read:",
    [SECTION_LOOK] = "Looking inside:",
    [SECTION_GENERAL] = "General:",
};

/* A name and what it stands for, the last without a name. */
struct choice {
    const char *name;
    int value;
};

/* Whether the first length bytes of value are a choice's name. */
static bool
choose(const struct choice *choices, const char *value, size_t length,
       int *chosen)
{
    for (; choices->name; choices++) {
        if (strlen(choices->name) != length ||
            memcmp(choices->name, value, length) != 0)
            continue;
        *chosen = choices->value;
        return true;
    }
    return false;
}

static const char *
set_type(struct options *options, const char *value)
{
    static const struct choice types[] = {
        {"direct", KUTIP_DIRECT},
        {"partial", KUTIP_PARTIAL},
        {"indirect", KUTIP_INDIRECT},
        {NULL, 0},
    };
    int type;

    options->types = 0;
    for (;;) {
        size_t length = strcspn(value, ",");

        if (!choose(types, value, length, &type))
            return "give direct, partial or indirect, or some of them with "
                   "commas between";
        options->types |= 1u << type;
        if (value[length] == '\0')
            return NULL;
        value += length + 1;
    }
}

static const char *
set_speaker(struct options *options, const char *value)
{
    options->speaker = value;
    return value[strspn(value, " \t\n.,-'")] ? NULL : "give a name";
}

static const char *
set_format(struct options *options, const char *value)
{
    options->format = find_format(value);
    return options->format ? NULL : "give text, csv, tsv, json or jsonl";
}

static const char *
set_output(struct options *options, const char *value)
{
    options->output = value;
    return *value ? NULL : "give the name of a file";
}

static const char *
set_offsets(struct options *options, const char *value)
{
    static const struct choice units[] = {
        {"codepoints", KUTIP_CODEPOINTS},
        {"bytes", KUTIP_BYTES},
        {"utf16", KUTIP_UTF16},
        {NULL, 0},
    };
    int unit;

    if (!choose(units, value, strlen(value), &unit))
        return "give codepoints, bytes or utf16";
    options->unit = (enum kutip_unit)unit;
    return NULL;
}

static const char *
set_color(struct options *options, const char *value)
{
    static const struct choice colors[] = {
        {"auto", COLOR_AUTO},
        {"always", COLOR_ALWAYS},
        {"never", COLOR_NEVER},
        {NULL, 0},
    };
    int color;

    if (!choose(colors, value, strlen(value), &color))
        return "give auto, always or never";
    options->color = (enum color)color;
    return NULL;
}

static const char *
set_patterns(struct options *options, const char *value)
{
    options->patterns = value;
    return *value ? NULL : "give the name of a folder";
}

static const char *
set_from(struct options *options, const char *value)
{
    options->from = find_kind(value);
    return options->from ? NULL
                         : "give text, html, json, jsonl, csv or tsv";
}

static const char *
set_field(struct options *options, enum part part, const char *value)
{
    options->fields[part] = value;
    return *value ? NULL : "give the name of a field or column";
}

static const char *
set_text_field(struct options *options, const char *value)
{
    return set_field(options, PART_TEXT, value);
}

static const char *
set_id_field(struct options *options, const char *value)
{
    return set_field(options, PART_ID, value);
}

static const char *
set_title_field(struct options *options, const char *value)
{
    return set_field(options, PART_TITLE, value);
}

static const char *
set_date_field(struct options *options, const char *value)
{
    return set_field(options, PART_PUBLISHED, value);
}

static const char *
add_glob(struct globs *globs, const char *value)
{
    if (!*value)
        return "give a name, with * and ? where they are needed";
    if (globs->count == GLOBS_MOST)
        return "there are too many of these";
    globs->items[globs->count++] = value;
    return NULL;
}

static const char *
set_include(struct options *options, const char *value)
{
    return add_glob(&options->include, value);
}

static const char *
set_exclude(struct options *options, const char *value)
{
    return add_glob(&options->exclude, value);
}

static const char *
set_files_from(struct options *options, const char *value)
{
    options->files_from = value;
    return *value ? NULL : "give the name of a file";
}

/* A number from 1 on; *rest is what stands behind it. 0: there is none. */
static size_t
read_number(const char *value, const char **rest)
{
    size_t number = 0;

    for (; *value >= '0' && *value <= '9' && number < SIZE_MAX / 16; value++)
        number = number * 10 + (size_t)(*value - '0');
    *rest = value;
    return number;
}

static const char *
set_max_document(struct options *options, const char *value)
{
    static const char units[] = "kKmMgG";
    const char *rest;
    size_t number = read_number(value, &rest);
    const char *unit = *rest ? strchr(units, *rest) : NULL;
    unsigned shift = unit ? 10 * ((unsigned)(unit - units) / 2 + 1) : 0;

    if (unit)
        rest++;
    options->max_document = number < KUTIP_TEXT_MAX >> shift
                                ? number << shift
                                : KUTIP_TEXT_MAX;
    return number && !*rest ? NULL : "give a size such as 500K or 16M";
}

static const char *
set_jobs(struct options *options, const char *value)
{
    const char *rest;

    options->jobs = read_number(value, &rest);
    return options->jobs >= 1 && options->jobs <= JOBS_MOST && !*rest
               ? NULL
               : "give a number from 1 to 64";
}

static const char *
set_dump(struct options *options, const char *value)
{
    for (size_t i = 0; i < kutip_stage_count(); i++) {
        if (strcmp(kutip_stage_name(i), value) == 0) {
            options->stage = kutip_stage_name(i);
            options->stage_index = i;
            return NULL;
        }
    }
    return "give paragraphs, tokens, quotes, sentences, terms, mentions, "
           "cues, speakers or records";
}

#define FLAG(field) NULL, offsetof(struct options, field)

/* clang-format off */
const struct option_row option_rows[] = {
    {0, "type", "LIST", SECTION_CHOOSE, COMMAND_EXTRACT,
     "only these: direct, partial, indirect, with commas between",
     set_type, 0},
    {0, "speaker", "NAME", SECTION_CHOOSE, COMMAND_EXTRACT,
     "only who has all words of NAME in the name; capitals do not matter",
     set_speaker, 0},

    {'f', "format", "FORMAT", SECTION_WRITE, COMMAND_READS,
     "text (for people, the default), csv, tsv, json or jsonl (one JSON "
     "object a line)",
     set_format, 0},
    {'o', "output", "FILE", SECTION_WRITE, COMMAND_READS,
     "write to FILE; it changes only when all is done",
     set_output, 0},
    {0, "offsets", "UNIT", SECTION_WRITE, COMMAND_READS,
     "what start and end count: codepoints (the default), bytes or utf16",
     set_offsets, 0},
    {0, "per-document", NULL, SECTION_WRITE, COMMAND_EXTRACT,
     "json, jsonl: one object a document, its records inside",
     FLAG(per_document)},
    {0, "with-text", NULL, SECTION_WRITE, COMMAND_EXTRACT,
     "with --per-document: the text of the document too",
     FLAG(with_text)},
    {0, "bom", NULL, SECTION_WRITE, COMMAND_READS,
     "csv, tsv: begin with a byte order mark, for spreadsheet programs",
     FLAG(bom)},
    {0, "safe-cells", NULL, SECTION_WRITE, COMMAND_READS,
     "csv, tsv: an apostrophe before what a spreadsheet program would run "
     "as a formula",
     FLAG(safe_cells)},
    {0, "repaired", NULL, SECTION_WRITE, COMMAND_EXTRACT,
     "csv, tsv, json, jsonl: the quote without the damage of its text too, as "
     "quote_repaired",
     FLAG(repaired)},
    {0, "line-buffered", NULL, SECTION_WRITE, COMMAND_READS,
     "write the records of each text at once, into files too",
     FLAG(line_buffered)},
    {0, "color", "WHEN", SECTION_WRITE, COMMAND_READS,
     "auto (on a terminal, the default), always or never",
     set_color, 0},

    {0, "from", "KIND", SECTION_INPUT, COMMAND_READS,
     "what inputs hold, where it is not to be guessed: text, html, json, "
     "jsonl, csv or tsv",
     set_from, 0},
    {0, "text-field", "NAME", SECTION_INPUT, COMMAND_READS,
     "the field or column of the text; a.b is b in the object a",
     set_text_field, 0},
    {0, "id-field", "NAME", SECTION_INPUT, COMMAND_READS,
     "the same of the name, which becomes doc",
     set_id_field, 0},
    {0, "title-field", "NAME", SECTION_INPUT, COMMAND_READS,
     "the same of the title",
     set_title_field, 0},
    {0, "date-field", "NAME", SECTION_INPUT, COMMAND_READS,
     "the same of the date, which becomes published",
     set_date_field, 0},
    {0, "include", "GLOB", SECTION_INPUT, COMMAND_READS,
     "in folders and archives only files of such names, as *.txt; may be "
     "given several times",
     set_include, 0},
    {0, "exclude", "GLOB", SECTION_INPUT, COMMAND_READS,
     "in folders and archives no files or folders of such names",
     set_exclude, 0},
    {0, "files-from", "FILE", SECTION_INPUT, COMMAND_READS,
     "read also what FILE names, one a line",
     set_files_from, 0},
    {'0', "null", NULL, SECTION_INPUT, COMMAND_READS,
     "with --files-from: a NUL ends each name, as find -print0 has it",
     FLAG(null)},
    {0, "max-document", "SIZE", SECTION_INPUT, COMMAND_READS,
     "refuse what is longer; 16M is the default",
     set_max_document, 0},

    {'j', "jobs", "N", SECTION_READ, COMMAND_READS,
     "texts that are read at the same time; as many as there are processors "
     "by default",
     set_jobs, 0},
    {0, "fail-fast", NULL, SECTION_READ, COMMAND_READS,
     "end at the first input that cannot be read",
     FLAG(fail_fast)},
    {0, "strict", NULL, SECTION_READ, COMMAND_READS,
     "refuse a text that is damaged or not valid UTF-8 instead of seeing "
     "through it",
     FLAG(strict)},
    {0, "patterns", "DIR", SECTION_READ,
     COMMAND_READS | COMMAND_PATTERNS,
     "what is known of Indonesian; else $KUTIP_PATTERNS, else what is "
     "installed",
     set_patterns, 0},

    {0, "explain", NULL, SECTION_LOOK, COMMAND_EXTRACT,
     "text, json, jsonl: why each record came out as it did",
     FLAG(explain)},
    {0, "dump", "STAGE", SECTION_LOOK, COMMAND_EXTRACT,
     "what a stage found instead of records: paragraphs, tokens, quotes, "
     "sentences, terms, mentions, cues, speakers, records",
     set_dump, 0},

    {'q', "quiet", NULL, SECTION_GENERAL, COMMAND_READS | COMMAND_PATTERNS,
     "no notes on standard error, only errors",
     FLAG(quiet)},
    {'h', "help", NULL, SECTION_GENERAL, COMMAND_ALL,
     "print this help", FLAG(help)},
    {'V', "version", NULL, SECTION_GENERAL, COMMAND_ALL,
     "print the versions of kutip and of the patterns", FLAG(version)},
};
/* clang-format on */

const size_t option_row_count = sizeof option_rows / sizeof *option_rows;
