/*
 * kutip - who said what in Indonesian news
 *
 * In: the command line. Out: the exit status, which report.c gathers.
 *
 * Not attempted here: anything; main() finds the command and runs it.
 *
 * Example: `kutip berita.txt`.
 */
#include "knowledge.h"
#include "report.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

/* The program that is run in the source tree reads the patterns there. */
#ifdef KUTIP_TREE_PATTERNS
const char *const built_in_patterns = KUTIP_TREE_PATTERNS;
#else
const char *const built_in_patterns = NULL;
#endif

/*
 * A closed standard descriptor would be given to the next file that is
 * opened. One that was opened the wrong way round fails when it is used.
 */
static void
keep_standard_files(void)
{
    static const int modes[] = {O_WRONLY, O_RDONLY, O_WRONLY};

    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) < 0)
            return;
}

int
main(int argc, char **argv)
{
    struct options options;

    keep_standard_files();
    signal(SIGPIPE, SIG_DFL);
    if (parse_options(&options, argc, argv)) {
        if (options.help)
            print_help(options.command, NULL);
        else if (options.version)
            print_version(&options);
        else
            options.command->run(&options);
    }
    return (int)final_status();
}
