/*
 * In: a pattern folder. Out: every fault of its files and of its examples,
 * and one line that says how much there is.
 *
 * Not attempted: changing the files.
 *
 * Example: `kutip patterns check patterns`.
 */
#include "knowledge.h"
#include "report.h"
#include "target.h"

#include <string.h>

static void
print_summary(const kutip_engine *engine, size_t examples)
{
    struct kutip_pattern_counts counts = kutip_engine_counts(engine);
    struct target target;

    if (!target_open(&target, NULL))
        return;
    out_string(&target.out, kutip_engine_patterns(engine));
    out_string(&target.out, ": ");
    out_number(&target.out, counts.words);
    out_string(&target.out, " words, ");
    out_number(&target.out, counts.templates);
    out_string(&target.out, " templates, ");
    out_number(&target.out, examples);
    out_string(&target.out, " examples hold\n");
    target_close(&target);
}

static void
check_folder(const struct options *options, const char *folder)
{
    kutip_engine *engine = load_engine(folder);
    struct kutip_error error = {.status = KUTIP_OK};
    size_t examples = 0;

    if (!engine)
        return;
    switch (kutip_engine_check(engine, tell_fault, NULL, &examples, &error)) {
    case KUTIP_OK:
        if (!options->quiet)
            print_summary(engine, examples);
        break;
    case KUTIP_BAD_PATTERNS:
        report(STATUS_USAGE, folder, 0, "the patterns have faults");
        break;
    default:
        report(STATUS_USAGE, folder, 0, "%s", error_text(&error));
    }
    kutip_engine_free(engine);
}

void
run_patterns(const struct options *options)
{
    size_t count = options->operand_count;

    if (count == 0 || count > 2 || strcmp(options->operands[0], "check") != 0)
        report(STATUS_USAGE, NULL, 0, "usage: kutip %s",
               options->command->usage);
    else
        check_folder(options, count == 2 ? options->operands[1]
                                         : pattern_folder(options));
}
