/*
 * In: the options and the environment. Out: an engine, or every fault of
 * the pattern files with its place.
 *
 * Not attempted: looking into the files; that is the library's.
 *
 * Example:
 *     cues.templates:12:21: error: no class is called SAY_BEAR
 *       match  QUOTE COMMA? @cue(SAY_BEAR) @source(MENTION)
 *                                ^ did you mean SAY_BARE?
 */
#include "knowledge.h"

#include "out.h"
#include "report.h"
#include "unicode.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *
pattern_folder(const struct options *options)
{
    const char *variable = getenv("KUTIP_PATTERNS");

    if (options->patterns)
        return options->patterns;
    if (variable && *variable)
        return variable;
    return built_in_patterns;
}

/* Blanks as wide as the excerpt before the column; a tab stays a tab. */
static void
write_indent(struct out *out, const char *excerpt, uint32_t column)
{
    size_t length = strlen(excerpt);

    for (uint32_t at = 1; at < column && length > 0; at++) {
        struct character next = read_character(excerpt, length);

        if (*excerpt == '\t')
            out_char(out, '\t');
        else
            out_spaces(out, character_width(next.point));
        excerpt += next.length;
        length -= next.length;
    }
}

static void
write_excerpt(struct out *out, const struct kutip_diagnostic *fault)
{
    out_string(out, "  ");
    out_string(out, fault->excerpt);
    out_string(out, "\n  ");
    write_indent(out, fault->excerpt, fault->column);
    out_char(out, '^');
    if (fault->hint) {
        out_string(out, " did you mean ");
        out_string(out, fault->hint);
        out_char(out, '?');
    }
    out_char(out, '\n');
}

void
tell_fault(void *context, const struct kutip_diagnostic *fault)
{
    struct out out;

    (void)context;
    out_init(&out, STDERR_FILENO);
    out_string(&out, fault->file ? fault->file : "patterns");
    out_char(&out, ':');
    if (fault->line) {
        out_number(&out, fault->line);
        out_char(&out, ':');
        out_number(&out, fault->column);
        out_char(&out, ':');
    }
    out_string(&out, " error: ");
    out_string(&out, fault->message);
    out_char(&out, '\n');
    if (fault->excerpt && fault->line)
        write_excerpt(&out, fault);
    out_flush(&out);
    out_release(&out);
    raise_status(STATUS_USAGE);
}

kutip_engine *
load_engine(const char *folder)
{
    struct kutip_engine_options wanted = {
        .patterns = folder,
        .report = tell_fault,
    };
    struct kutip_error error = {.status = KUTIP_OK};
    kutip_engine *engine = kutip_engine_new(&wanted, &error);

    if (engine)
        return engine;
    if (error.status == KUTIP_BAD_PATTERNS)
        report(STATUS_USAGE, folder, 0, "the patterns have faults");
    else
        report(STATUS_USAGE, *error.file ? error.file : NULL, error.line,
               "%s", error_text(&error));
    return NULL;
}
