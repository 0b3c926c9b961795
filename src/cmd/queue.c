/*
 * In: pieces, from the reader. Out: jobs, to the workers, and when they are
 * done to the output, in the order of the pieces.
 *
 * Not attempted: more than one reader. The ring of jobs and a number of
 * bytes bound what is under way: the reader waits when either is reached.
 *
 * Example: of two workers one has a long text, the other does the short
 * ones behind it; they are written when the long one is.
 */
#include "feed.h"
#include "kind.h"
#include "queue.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    JOBS_EACH = 8, /* of the ring, for each worker */
    BYTES_MOST = 4 * 1024 * 1024, /* of pieces under way */
    WORK_MOST = 256 * 1024 /* of those that are worked on: the analysis takes
                              many times the bytes of a text */
};

struct worker {
    struct feed *feed;
    size_t number;
    pthread_t thread;
};

/* Jobs are numbered as they are sent; job n stands in ring[n % size]. */
struct feed {
    const struct crew *crew;
    struct job *ring;
    size_t size;
    size_t sent;    /* the next to be sent: the reader's, between jobs */
    size_t taken;   /* the next to be worked on */
    size_t emitted; /* the next to be written */
    size_t bytes;   /* of jobs that were sent and not yet written */
    size_t working; /* of jobs that are worked on */
    bool emitting;  /* somebody is */
    bool stopped;   /* the rest is not wanted */
    bool ended;     /* no more will be sent */
    pthread_mutex_t lock;
    pthread_cond_t room; /* for the reader: a job was written */
    pthread_cond_t work; /* for the workers: a job was sent, or none will */
    struct worker *workers;
    size_t worker_count; /* threads that run */
    size_t worker_most;
};

static struct job *
job_of(const struct feed *feed, size_t number)
{
    return &feed->ring[number % feed->size];
}

/* ------------------------------------------------------------------ output */

/* Writes what is done, in order; under the lock, which is left meanwhile. */
static void
emit_done(struct feed *feed)
{
    if (feed->emitting)
        return;
    feed->emitting = true;
    while (feed->emitted < feed->taken && job_of(feed, feed->emitted)->done) {
        struct job *job = job_of(feed, feed->emitted);
        bool more = !feed->stopped;

        if (more) {
            pthread_mutex_unlock(&feed->lock);
            more = feed->crew->emit(feed->crew->context, job);
            pthread_mutex_lock(&feed->lock);
        }
        feed->stopped |= !more;
        feed->bytes -= job->bytes;
        feed->emitted++;
        pthread_cond_signal(&feed->room);
    }
    feed->emitting = false;
}

/* ----------------------------------------------------------------- workers */

/* Whether there is a job, and it is not too much beside the others: large
 * texts are worked on one at a time. */
static bool
has_work(const struct feed *feed)
{
    return feed->taken < feed->sent &&
           (feed->working == 0 ||
            feed->working + job_of(feed, feed->taken)->bytes <= WORK_MOST);
}

static void
do_job(struct feed *feed, size_t worker)
{
    struct job *job = job_of(feed, feed->taken++);
    bool wanted = !feed->stopped;

    feed->working += job->bytes;
    pthread_mutex_unlock(&feed->lock);
    if (wanted)
        feed->crew->work(feed->crew->context, worker, job);
    pthread_mutex_lock(&feed->lock);
    job->done = true;
    feed->working -= job->bytes;
    if (has_work(feed))
        pthread_cond_signal(&feed->work);
    emit_done(feed);
}

static void *
run_worker(void *context)
{
    struct worker *worker = context;
    struct feed *feed = worker->feed;

    pthread_mutex_lock(&feed->lock);
    for (;;) {
        if (has_work(feed))
            do_job(feed, worker->number);
        else if (feed->ended && feed->taken == feed->sent)
            break;
        else
            pthread_cond_wait(&feed->work, &feed->lock);
    }
    /* Others may wait for room beside the last job. */
    pthread_cond_broadcast(&feed->work);
    pthread_mutex_unlock(&feed->lock);
    return NULL;
}

/* One more thread, when there is work for it. Without any, the reader works
 * itself. */
static void
call_worker(struct feed *feed)
{
    struct worker *worker = &feed->workers[feed->worker_count];

    if (feed->worker_most == 1 || feed->worker_count == feed->worker_most ||
        feed->sent - feed->taken <= feed->worker_count / 2)
        return;
    *worker = (struct worker){.feed = feed, .number = feed->worker_count};
    if (pthread_create(&worker->thread, NULL, run_worker, worker) == 0)
        feed->worker_count++;
    else
        feed->worker_most = feed->worker_count ? feed->worker_count : 1;
}

/* ------------------------------------------------------------------ reader */

/* The job that is being filled. Memory of the last one is kept. */
static struct job *
next_job(struct feed *feed)
{
    struct job *job;

    pthread_mutex_lock(&feed->lock);
    while (feed->emitted < feed->sent &&
           (feed->sent - feed->emitted == feed->size ||
            feed->bytes > BYTES_MOST))
        pthread_cond_wait(&feed->room, &feed->lock);
    job = job_of(feed, feed->sent);
    pthread_mutex_unlock(&feed->lock);
    return job;
}

static void
clean_job(struct job *job)
{
    struct piece *piece = &job->piece;

    *piece = (struct piece){.path = piece->path, .bytes = piece->bytes};
    buffer_empty(&piece->bytes);
    out_empty(&job->out);
    job->empty = false;
    job->failed = false;
    job->done = false;
    job->objects = 0;
    job->records = 0;
}

static bool
send_job(struct feed *feed, struct job *job)
{
    bool more;

    pthread_mutex_lock(&feed->lock);
    job->begun = false;
    job->bytes = job->piece.bytes.used;
    feed->bytes += job->bytes;
    feed->sent++;
    call_worker(feed);
    if (feed->worker_count == 0)
        do_job(feed, 0);
    else
        pthread_cond_signal(&feed->work);
    more = !feed->stopped;
    pthread_mutex_unlock(&feed->lock);
    return more;
}

struct piece *
feed_piece(const struct source *source)
{
    struct job *job = next_job(source->feed);

    clean_job(job);
    job->piece.kind = source->kind;
    job->piece.several = source->several;
    job->begun = true;
    if (!buffer_set(&job->piece.path, source->path))
        job->piece.failed = true;
    return &job->piece;
}

bool
feed_send(struct feed *feed, struct piece *piece)
{
    (void)piece; /* that of the next job */
    return send_job(feed, job_of(feed, feed->sent));
}

bool
feed_fail(struct feed *feed, bool several, struct spot spot,
          const char *format, ...)
{
    struct job *job = next_job(feed);
    struct piece *piece = &job->piece;
    size_t row = job->begun && spot.line > 0 ? piece->row : 0;
    va_list arguments;

    clean_job(job);
    piece->failed = true;
    piece->several = several;
    piece->line = spot.line;
    piece->column = spot.column;
    piece->row = row;
    va_start(arguments, format);
    vsnprintf(piece->fault, sizeof piece->fault, format, arguments);
    va_end(arguments);
    if (!buffer_set(&piece->path, spot.file))
        piece->path.used = 0;
    return send_job(feed, job);
}

bool
feed_note(struct feed *feed, struct spot spot, const char *format, ...)
{
    struct job *job = next_job(feed);
    char text[256];
    va_list arguments;

    clean_job(job);
    job->empty = true;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    note(&job->notes, STATUS_DONE, spot, "%s", text);
    return send_job(feed, job);
}

/* ------------------------------------------------------- opening, closing */

static void
free_queue(struct feed *feed)
{
    for (size_t i = 0; feed->ring && i < feed->size; i++) {
        buffer_release(&feed->ring[i].piece.path);
        buffer_release(&feed->ring[i].piece.bytes);
        out_release(&feed->ring[i].out);
        out_release(&feed->ring[i].notes.lines);
    }
    free(feed->ring);
    free(feed->workers);
    free(feed);
}

struct feed *
queue_open(size_t workers, const struct crew *crew)
{
    struct feed *feed = calloc(1, sizeof *feed);

    if (!feed)
        return NULL;
    feed->crew = crew;
    feed->size = workers == 1 ? 1 : workers * JOBS_EACH;
    feed->worker_most = workers;
    feed->ring = calloc(feed->size, sizeof *feed->ring);
    feed->workers = calloc(workers, sizeof *feed->workers);
    if (!feed->ring || !feed->workers) {
        free_queue(feed);
        return NULL;
    }
    for (size_t i = 0; i < feed->size; i++) {
        out_init(&feed->ring[i].out, OUT_MEMORY);
        out_init(&feed->ring[i].notes.lines, OUT_MEMORY);
    }
    pthread_mutex_init(&feed->lock, NULL);
    pthread_cond_init(&feed->room, NULL);
    pthread_cond_init(&feed->work, NULL);
    return feed;
}

void
queue_close(struct feed *feed)
{
    pthread_mutex_lock(&feed->lock);
    feed->ended = true;
    pthread_cond_broadcast(&feed->work);
    pthread_mutex_unlock(&feed->lock);
    for (size_t i = 0; i < feed->worker_count; i++)
        pthread_join(feed->workers[i].thread, NULL);
    pthread_cond_destroy(&feed->work);
    pthread_cond_destroy(&feed->room);
    pthread_mutex_destroy(&feed->lock);
    free_queue(feed);
}
