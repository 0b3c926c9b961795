/*
 * In: pieces, from the reader. Out: jobs of some pieces each, to the
 * workers, and when they are done to the output, in the order of the pieces.
 *
 * Not attempted: more than one reader. The ring of jobs and a number of
 * bytes bound what is under way: when either is reached, the reader does a
 * job itself, or waits.
 *
 * Example: of two workers one is the reader. While the other has a long
 * text, the reader does the short ones behind it; they are written when the
 * long one is.
 */
#include "feed.h"
#include "kind.h"
#include "queue.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    JOB_BYTES = 64 * 1024, /* a job of so many is full */
    JOB_BYTES_ALL = 512 * 1024, /* with many workers jobs are smaller */
    BYTES_MOST = 1024 * 1024, /* of jobs under way */
    WORK_MOST = 128 * 1024, /* of texts that are worked on: the analysis takes
                             many times the bytes of a text */
    HELP_MOST = 64 * 1024, /* of a text that the reader works on: the others
                            have nothing to do when it takes long */
    PIECE_KEPT = 8 * 1024 /* a larger buffer is not kept for the next */
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
    size_t sent;    /* the next to be sent */
    size_t taken;   /* the next to be worked on */
    size_t emitted; /* the next to be written */
    size_t bytes;   /* of jobs that were sent and not yet written */
    size_t working; /* of the largest texts of jobs that are worked on */
    size_t idle;    /* threads that wait for work */
    bool emitting;  /* somebody is */
    bool stopped;   /* the rest is not wanted */
    bool ended;     /* no more will be sent */
    pthread_mutex_t lock;
    pthread_cond_t room; /* for the reader: a job was written */
    pthread_cond_t work; /* for the workers: a job was sent, or none will */
    struct worker *workers; /* but for the reader */
    size_t worker_count;    /* threads that run */
    size_t worker_most;
    /* The reader's own. */
    struct piece piece;  /* the one that is being filled */
    bool begun;          /* it is */
    struct job *filling; /* the next to be sent, or NULL */
    size_t full;         /* bytes that a job is sent with */
    bool wanted;         /* as it was known when the last one was sent */
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
            feed->working + job_of(feed, feed->taken)->largest <= WORK_MOST);
}

/* What a long piece took is given back. */
static void
shrink_pieces(struct job *job)
{
    for (size_t i = 0; i < job->count; i++)
        if (job->pieces[i].bytes.size > PIECE_KEPT)
            buffer_release(&job->pieces[i].bytes);
}

static void
do_job(struct feed *feed, size_t worker)
{
    struct job *job = job_of(feed, feed->taken++);
    bool wanted = !feed->stopped;

    feed->working += job->largest;
    pthread_mutex_unlock(&feed->lock);
    if (wanted)
        feed->crew->work(feed->crew->context, worker, job);
    shrink_pieces(job);
    pthread_mutex_lock(&feed->lock);
    job->done = true;
    feed->working -= job->largest;
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
        if (has_work(feed)) {
            do_job(feed, worker->number);
        } else if (feed->ended && feed->taken == feed->sent) {
            break;
        } else {
            feed->idle++;
            pthread_cond_wait(&feed->work, &feed->lock);
            feed->idle--;
        }
    }
    /* Others may wait for room beside the last job. */
    pthread_cond_broadcast(&feed->work);
    pthread_mutex_unlock(&feed->lock);
    return NULL;
}

/* One more thread, when there is work for it. */
static void
call_worker(struct feed *feed)
{
    struct worker *worker = &feed->workers[feed->worker_count];

    if (feed->worker_count == feed->worker_most ||
        feed->sent - feed->taken <= feed->idle)
        return;
    *worker = (struct worker){.feed = feed, .number = feed->worker_count + 1};
    if (pthread_create(&worker->thread, NULL, run_worker, worker) == 0)
        feed->worker_count++;
    else
        feed->worker_most = feed->worker_count;
}

/* ------------------------------------------------------------------ reader */

static bool
has_room(const struct feed *feed)
{
    return feed->emitted == feed->sent ||
           (feed->sent - feed->emitted < feed->size &&
            feed->bytes <= BYTES_MOST);
}

/* Whether the reader should do the next job. */
static bool
should_help(const struct feed *feed)
{
    return has_work(feed) &&
           (feed->worker_count == 0 ||
            job_of(feed, feed->taken)->largest <= HELP_MOST);
}

/* Memory of the last one is kept. */
static void
clean_job(struct job *job)
{
    out_empty(&job->out);
    job->count = 0;
    job->bytes = 0;
    job->largest = 0;
    job->mark_count = 0;
    job->objects = 0;
    job->documents = 0;
    job->records = 0;
    job->failed = 0;
    job->many = false;
    job->done = false;
}

/* The next job to be filled, as soon as there is room for it. */
static struct job *
next_job(struct feed *feed)
{
    struct job *job;

    pthread_mutex_lock(&feed->lock);
    while (!has_room(feed)) {
        if (should_help(feed))
            do_job(feed, 0);
        else
            pthread_cond_wait(&feed->room, &feed->lock);
    }
    job = job_of(feed, feed->sent);
    pthread_mutex_unlock(&feed->lock);
    clean_job(job);
    return job;
}

/* Sends the job that was filled. */
static void
send_job(struct feed *feed)
{
    pthread_mutex_lock(&feed->lock);
    feed->bytes += feed->filling->bytes;
    feed->sent++;
    feed->filling = NULL;
    call_worker(feed);
    if (feed->worker_count == 0)
        do_job(feed, 0);
    else
        pthread_cond_signal(&feed->work);
    feed->wanted = !feed->stopped;
    pthread_mutex_unlock(&feed->lock);
}

/* The piece goes into the job, which has the memory of an earlier one for
 * the next. */
static void
add_piece(struct job *job, struct piece *piece)
{
    struct piece free_one = job->pieces[job->count];
    size_t bytes = piece->bytes.used;

    job->pieces[job->count++] = *piece;
    *piece = free_one;
    job->bytes += bytes;
    if (job->largest < bytes)
        job->largest = bytes;
}

static bool
is_full(const struct feed *feed, size_t more)
{
    return feed->filling && (feed->filling->bytes + more >= feed->full ||
                             feed->filling->count == PIECES_MOST);
}

/* Short pieces are not kept waiting for a long one behind them. */
static bool
send_piece(struct feed *feed)
{
    if (is_full(feed, feed->piece.bytes.used))
        send_job(feed);
    if (!feed->filling)
        feed->filling = next_job(feed);
    add_piece(feed->filling, &feed->piece);
    feed->begun = false;
    if (is_full(feed, 0))
        send_job(feed);
    return feed->wanted;
}

static void
clean_piece(struct piece *piece)
{
    *piece = (struct piece){.path = piece->path, .bytes = piece->bytes};
    buffer_empty(&piece->bytes);
}

struct piece *
feed_piece(const struct source *source)
{
    struct feed *feed = source->feed;
    struct piece *piece = &feed->piece;

    clean_piece(piece);
    piece->kind = source->kind;
    piece->several = source->several;
    feed->begun = true;
    if (!buffer_set(&piece->path, source->path))
        piece->failed = true;
    return piece;
}

bool
feed_send(struct feed *feed, struct piece *piece)
{
    (void)piece; /* that of the feed */
    return send_piece(feed);
}

void
feed_flush(struct feed *feed)
{
    if (feed->filling)
        send_job(feed);
}

/* The piece tells what could not be read, or only something. */
static void
set_fault(struct piece *piece, struct spot spot, const char *format,
          va_list arguments) LIKE_PRINTF(3, 0);

static void
set_fault(struct piece *piece, struct spot spot, const char *format,
          va_list arguments)
{
    clean_piece(piece);
    piece->line = spot.line;
    piece->column = spot.column;
    vsnprintf(piece->fault, sizeof piece->fault, format, arguments);
    if (!buffer_set(&piece->path, spot.file))
        piece->path.used = 0;
}

bool
feed_fail(struct feed *feed, bool several, struct spot spot,
          const char *format, ...)
{
    struct piece *piece = &feed->piece;
    size_t row = feed->begun && spot.line > 0 ? piece->row : 0;
    va_list arguments;

    va_start(arguments, format);
    set_fault(piece, spot, format, arguments);
    va_end(arguments);
    piece->failed = true;
    piece->several = several;
    piece->row = row;
    return send_piece(feed);
}

bool
feed_note(struct feed *feed, struct spot spot, const char *format, ...)
{
    struct piece *piece = &feed->piece;
    va_list arguments;

    va_start(arguments, format);
    set_fault(piece, spot, format, arguments);
    va_end(arguments);
    piece->is_note = true;
    return send_piece(feed);
}

/* ------------------------------------------------------- opening, closing */

static void
free_job(struct job *job)
{
    for (size_t i = 0; i < PIECES_MOST; i++) {
        buffer_release(&job->pieces[i].path);
        buffer_release(&job->pieces[i].bytes);
    }
    out_release(&job->out);
    out_release(&job->notes.lines);
}

static void
free_queue(struct feed *feed)
{
    for (size_t i = 0; feed->ring && i < feed->size; i++)
        free_job(&feed->ring[i]);
    buffer_release(&feed->piece.path);
    buffer_release(&feed->piece.bytes);
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
    feed->wanted = true;
    feed->size = workers == 1 ? 1 : workers * 2 + 2;
    feed->full = JOB_BYTES_ALL / workers;
    if (feed->full > JOB_BYTES)
        feed->full = JOB_BYTES;
    if (crew->at_once)
        feed->full = 0;
    feed->worker_most = workers - 1;
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

/* The reader has read all: it does what nobody does. */
static void
finish(struct feed *feed)
{
    pthread_mutex_lock(&feed->lock);
    if (feed->filling) {
        feed->bytes += feed->filling->bytes;
        feed->sent++;
    }
    feed->ended = true;
    pthread_cond_broadcast(&feed->work);
    while (has_work(feed))
        do_job(feed, 0);
    pthread_mutex_unlock(&feed->lock);
}

void
queue_close(struct feed *feed)
{
    finish(feed);
    for (size_t i = 0; i < feed->worker_count; i++)
        pthread_join(feed->workers[i].thread, NULL);
    pthread_cond_destroy(&feed->work);
    pthread_cond_destroy(&feed->room);
    pthread_mutex_destroy(&feed->lock);
    free_queue(feed);
}
