/*
 * The registry of commands.
 */
#include "command.h"

#include <string.h>

const struct command commands[] = {
    {
        "extract",
        COMMAND_EXTRACT,
        "[extract] [OPTIONS] [FILE|FOLDER|-]...",
        "find who said what (what kutip does when no command is named)",
        "Finds who said what in Indonesian news: direct, partial and "
        "indirect speech, each with its speaker, the speaker's role and "
        "affiliation, and where it stands. Reads plain text in UTF-8, saved "
        "pages (HTML), JSON Lines, JSON and tables (CSV, TSV), alone, in "
        "folders, compressed and in archives; without a FILE, or for -, "
        "standard input.",
        "$ kutip berita.txt\n"
        "$ kutip --format csv --bom -o kutipan.csv *.txt\n"
        "$ tail -f crawl.jsonl | kutip -f jsonl --from jsonl -\n",
        run_extract,
    },
    {
        "sentences",
        COMMAND_SENTENCES,
        "sentences [OPTIONS] [FILE|FOLDER|-]...",
        "cut texts into sentences",
        "Cuts texts into sentences, one a line. Abbreviations (dr., Jl., "
        "S.H.), initials, numbers and dates do not end one; a quotation of "
        "three sentences is cut into three.",
        "$ kutip sentences berita.txt\n"
        "$ kutip sentences --format jsonl *.txt > kalimat.jsonl\n"
        "$ kutip sentences < berita.txt | wc -l\n",
        run_sentences,
    },
    {
        "patterns",
        COMMAND_PATTERNS,
        "patterns check [OPTIONS] [DIR]",
        "check the files that say what is known of Indonesian",
        "Reads a folder of pattern files, runs the examples of every "
        "template and tells every fault as file:line:column.",
        "$ kutip patterns check\n"
        "$ kutip patterns check ./patterns\n"
        "$ KUTIP_PATTERNS=./patterns kutip berita.txt\n",
        run_patterns,
    },
    {
        "help",
        COMMAND_HELP,
        "help [COMMAND]",
        "tell how a command is used",
        "Prints the help of a command.",
        "$ kutip help\n"
        "$ kutip help sentences\n"
        "$ man kutip\n",
        run_help,
    },
};

const size_t command_count = sizeof commands / sizeof *commands;

const struct command *
find_command(const char *name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}
