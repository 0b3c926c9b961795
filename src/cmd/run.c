/*
 * In: the options and what is to be written of each text. Out: the output,
 * in the order of the inputs, and the notes in the same order.
 *
 * Not attempted: knowing what a text or a record is; the reader (input.c)
 * and the workers (work.c) do.
 *
 * Example: `kutip -j4 arsip.tar.gz` has four workers, one of whom reads, and
 * writes what `-j1` writes.
 */
#include "input.h"
#include "knowledge.h"
#include "progress.h"
#include "run.h"
#include "screen.h"
#include "target.h"
#include "work.h"

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sys/stat.h>
#include <unistd.h>

/* Bytes of memory that texts may leave behind, in all workers together. */
enum { KEPT_ALL = 8 * 1024 * 1024 };

struct run {
    const struct options *options;
    const struct view *view;
    const kutip_engine *engine;
    struct target target;
    struct worker_desk *desks; /* one for each worker */
    size_t workers;
    bool at_once;   /* write each job when it is done */
    size_t objects; /* of the output so far */
    struct progress progress;
};

static void
work(void *context, size_t worker, struct job *job)
{
    struct run *run = context;

    work_on(&run->desks[worker], job);
}

/* Writes some of what a worker made; *joint: something has to stand before
 * its first object. */
static void
write_some(struct run *run, const struct job *job, size_t from, size_t to,
           bool *joint)
{
    struct out *out = &run->target.out;

    if (from == to)
        return;
    if (*joint)
        write_joint(out, run->options->format, run->objects);
    *joint = false;
    out_bytes(out, job->out.buffer + from, to - from);
    if (run->at_once)
        out_flush(out);
}

/* Writes what a worker made, and tells what is to be told before it. */
static void
write_job(struct run *run, const struct job *job)
{
    bool joint = job->objects > 0;
    size_t out = 0, notes = 0;

    for (size_t i = 0; i < job->mark_count; i++) {
        const struct mark *mark = &job->marks[i];

        write_some(run, job, out, mark->out, &joint);
        progress_clear(&run->progress);
        notes_tell_some(&job->notes, notes, mark->notes);
        out = mark->out;
        notes = mark->notes;
    }
    write_some(run, job, out, job->out.used, &joint);
    run->objects += job->objects;
}

static void
count_job(struct progress *progress, const struct job *job)
{
    progress->documents += job->documents;
    progress->records += job->records;
    progress->failed += job->failed;
    progress->many |= job->many;
}

static bool
emit(void *context, struct job *job)
{
    struct run *run = context;

    write_job(run, job);
    notes_end(&job->notes);
    count_job(&run->progress, job);
    progress_draw(&run->progress);
    return !run->target.out.error &&
           !(job->failed > 0 && run->options->fail_fast);
}

static struct writer
make_writer(const struct run *run)
{
    const struct options *options = run->options;
    bool terminal = run->target.terminal;

    return (struct writer){
        .format = options->format,
        .view = run->view,
        .options = options,
        .color = wants_color(options->color, terminal),
        .width = screen_width(run->target.out.fd, terminal),
    };
}

/* As many as were asked for, or as there are processors. More than these
 * would only take their memory. */
static size_t
count_workers(const struct options *options)
{
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    size_t processors = online < 1 ? 1 : (size_t)online;
    size_t most = processors < JOBS_DEFAULT ? JOBS_DEFAULT : processors;

    if (options->jobs > 0)
        return options->jobs < most ? options->jobs : most;
    return processors < JOBS_DEFAULT ? processors : JOBS_DEFAULT;
}

/* Whoever is at the other end of a pipe or a terminal waits for it. */
static bool
is_waited_for(int fd)
{
    struct stat status;

    return fstat(fd, &status) == 0 && !S_ISREG(status.st_mode);
}

/* What large texts took goes back to the system at once: glibc would learn
 * to keep it, for every thread. */
static void
keep_memory_small(void)
{
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
#endif
}

static bool
prepare(struct run *run)
{
    keep_memory_small();
    run->workers = count_workers(run->options);
    run->desks = calloc(run->workers, sizeof *run->desks);
    if (!run->desks)
        return false;
    for (size_t i = 0; i < run->workers; i++) {
        run->desks[i].engine = run->engine;
        run->desks[i].writer = make_writer(run);
        run->desks[i].keeps = KEPT_ALL / run->workers;
    }
    run->at_once =
        run->options->line_buffered || is_waited_for(run->target.out.fd);
    return true;
}

static void
read_all(struct run *run)
{
    struct crew crew = {work, emit, run, run->options->line_buffered};
    struct feed *feed = queue_open(run->workers, &crew);

    if (!feed) {
        report(STATUS_INPUT, NULL, 0, "out of memory");
        return;
    }
    read_inputs(run->options, feed, &run->progress.came);
    queue_close(feed);
}

static void
run_with(struct run *run)
{
    struct writer writer;

    if (!prepare(run)) {
        report(STATUS_INPUT, NULL, 0, "out of memory");
        return;
    }
    writer = make_writer(run);
    writer.out = &run->target.out;
    progress_begin(&run->progress, run->options, run->target.terminal);
    write_begin(&writer);
    if (run->at_once)
        out_flush(writer.out);
    read_all(run);
    writer.objects = run->objects;
    write_end(&writer);
    progress_end(&run->progress);
    for (size_t i = 0; i < run->workers; i++)
        desk_release(&run->desks[i]);
    free(run->desks);
}

static void
tell_typing(const struct options *options)
{
    if (options->operand_count == 0 && !options->files_from &&
        isatty(STDIN_FILENO) && !options->quiet)
        report(STATUS_DONE, NULL, 0,
               "reading what you type; end it with Ctrl-D");
}

void
run_view(const struct options *options, const struct view *view)
{
    struct run run = {.options = options, .view = view};
    kutip_engine *engine = load_engine(pattern_folder(options));

    if (!engine)
        return;
    run.engine = engine;
    if (target_open(&run.target, options->output)) {
        tell_typing(options);
        run_with(&run);
        target_close(&run.target);
    }
    kutip_engine_free(engine);
}
