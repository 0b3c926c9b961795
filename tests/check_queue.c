/* The queue: every piece is worked on once, and comes out in its order. */
#include "queue.h"
#include "kind.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "check_kutip.h"

/* What a run is like, and what came of it. */
struct run {
    size_t workers;
    size_t count;     /* pieces */
    size_t stop_at;   /* the one behind which nothing is wanted */
    size_t next;      /* the one that has to come out now */
    size_t working;   /* jobs that are worked on, and the most of them */
    size_t most;
    size_t largest;   /* bytes of several that were worked on at once */
    size_t bytes;
    bool emitting;
    pthread_mutex_t lock;
};

static void
count_work(struct run *run, const struct job *job, bool begins)
{
    pthread_mutex_lock(&run->lock);
    if (begins) {
        run->working++;
        run->bytes += job->largest;
    } else {
        run->working--;
        run->bytes -= job->largest;
    }
    if (run->most < run->working)
        run->most = run->working;
    /* What is empty may be worked on beside anything. */
    if (begins && job->largest > 0 && run->bytes > job->largest &&
        run->largest < run->bytes)
        run->largest = run->bytes;
    pthread_mutex_unlock(&run->lock);
}

static bool
is_filled(const struct buffer *bytes, char with)
{
    for (size_t i = 0; i < bytes->used; i++)
        if (bytes->bytes[i] != with)
            return false;
    return true;
}

/* The output of a piece is its row; its bytes are what they were. */
static void
work(void *context, size_t worker, struct job *job)
{
    struct run *run = context;

    bool good = worker < run->workers;

    count_work(run, job, true);
    for (size_t i = 0; i < job->count; i++) {
        struct piece *piece = &job->pieces[i];

        good &= is_filled(&piece->bytes, (char)piece->row);
        out_number(&job->out, piece->row);
        out_char(&job->out, '\n');
    }
    ck_assert(good);
    count_work(run, job, false);
}

static bool
emit(void *context, struct job *job)
{
    struct run *run = context;
    char *at = job->out.buffer;

    bool good = !run->emitting;

    run->emitting = true;
    for (size_t i = 0; i < job->count; i++)
        good &= strtoul(at, &at, 10) == run->next++ && *at++ == '\n';
    ck_assert(good && at == job->out.buffer + job->out.used);
    run->emitting = false;
    return run->next <= run->stop_at;
}

static uint32_t
next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Mostly short, some that fill a job, few that are too long beside others. */
static size_t
some_length(uint32_t *state)
{
    static const size_t limits[] = {10, 3000, 3000, 3000, 70 * 1000};
    uint32_t what = next_random(state);

    if (what % 97 == 0)
        return 300 * 1000;
    return next_random(state) % limits[what % 5];
}

static void
pass_pieces(struct run *run, bool at_once, bool flush)
{
    struct crew crew = {work, emit, run, at_once};
    struct feed *feed = queue_open(run->workers, &crew);
    struct source source = {.path = "berita.jsonl", .feed = feed};
    uint32_t state = 5;
    bool more = true;

    ck_assert_ptr_nonnull(feed);
    pthread_mutex_init(&run->lock, NULL);
    for (size_t i = 0; i < run->count && more; i++) {
        struct piece *piece = feed_piece(&source);
        size_t length = some_length(&state);

        piece->row = i;
        ck_assert(piece->bytes.used == 0 &&
                  buffer_reserve(&piece->bytes, length + 1));
        memset(piece->bytes.bytes, (int)(char)i, length + 1);
        piece->bytes.used = length;
        more = feed_send(feed, piece);
        if (flush && i % 7 == 0)
            feed_flush(feed);
        if (at_once && run->workers == 1 && run->next != i + 1)
            ck_abort_msg("piece %zu waits", i);
    }
    queue_close(feed);
    pthread_mutex_destroy(&run->lock);
}

static const size_t worker_counts[] = {1, 2, 3, 8, 64};

START_TEST(all_in_order)
{
    for (int flush = 0; flush < 2; flush++) {
        struct run run = {.workers = worker_counts[_i],
                          .count = 2000,
                          .stop_at = SIZE_MAX};

        pass_pieces(&run, false, flush);
        ck_assert_uint_eq(run.next, run.count);
        ck_assert_uint_le(run.most, run.workers);
        ck_assert_uint_le(run.largest, 128 * 1024);
    }
}
END_TEST

START_TEST(piece_by_piece)
{
    struct run run = {
        .workers = worker_counts[_i], .count = 500, .stop_at = SIZE_MAX};

    pass_pieces(&run, true, false);
    ck_assert_uint_eq(run.next, run.count);
}
END_TEST

/* What is stopped reads on for a while, and writes nothing more. */
START_TEST(stopped)
{
    struct run run = {
        .workers = worker_counts[_i], .count = 100 * 1000, .stop_at = 100};

    pass_pieces(&run, false, false);
    ck_assert_uint_gt(run.next, 100);
    ck_assert_uint_le(run.next, 100 + PIECES_MOST);
}
END_TEST

START_TEST(few)
{
    for (size_t count = 0; count < 3; count++) {
        struct run run = {.workers = worker_counts[_i],
                          .count = count,
                          .stop_at = SIZE_MAX};

        pass_pieces(&run, false, false);
        ck_assert_uint_eq(run.next, count);
    }
}
END_TEST

/* Faults and notes have their place in the row, too. */
static bool
emit_last(void *context, struct job *job)
{
    struct piece *pieces = context;

    for (size_t i = 0; i < job->count; i++)
        pieces[job->pieces[i].is_note] = job->pieces[i];
    return true;
}

static void
do_nothing(void *context, size_t worker, struct job *job)
{
    (void)context;
    (void)worker;
    (void)job;
}

START_TEST(faults)
{
    struct piece pieces[2];
    struct crew crew = {do_nothing, emit_last, pieces, true};
    struct feed *feed = queue_open(1, &crew);
    struct source source = {.path = "a.jsonl", .feed = feed};
    struct spot spot = {"a.jsonl", 7, 1};

    feed_piece(&source)->row = 5;
    ck_assert(feed_fail(feed, true, spot, "longer than %d", 9));
    ck_assert(pieces[0].failed && pieces[0].several);
    ck_assert_str_eq(pieces[0].fault, "longer than 9");
    ck_assert_uint_eq(pieces[0].row, 5);
    ck_assert_uint_eq(pieces[0].line, 7);
    ck_assert(feed_fail(feed, false, spot, "gone"));
    ck_assert_uint_eq(pieces[0].row, 0);
    ck_assert(feed_note(feed, spot, "passed over"));
    ck_assert(pieces[1].is_note && !pieces[1].failed);
    ck_assert_str_eq(pieces[1].fault, "passed over");
    queue_close(feed);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("queue");

    tcase_add_loop_test(tcase, all_in_order, 0, 5);
    tcase_add_loop_test(tcase, piece_by_piece, 0, 5);
    tcase_add_loop_test(tcase, stopped, 0, 5);
    tcase_add_loop_test(tcase, few, 0, 5);
    tcase_add_test(tcase, faults);
    return check_run("queue", tcase, NULL);
}
