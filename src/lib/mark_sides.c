/*
 * Sides of quotation marks.
 * In: tokens with the white space around them; paragraphs.
 * Out: for every mark whether it opens, closes, or is no quotation mark,
 * and where a mark is missing.
 * Does not pair marks nor say where a missing one stood: find_quotes.c.
 *
 * No mark is trusted by itself. Each possible act has a price: opening
 * with a space after the mark, closing where nothing is open, leaving a
 * quotation open at a paragraph's end. The cheapest sequence of acts over
 * the whole text is taken (Viterbi's algorithm: six states, two passes,
 * linear time). One stray mark costs its own price once; the spaces and
 * cues around the marks beyond it make every other reading dearer, so
 * pairing is right again at the next quotation, in one long line too.
 *
 * Example: in `"Kami siap, kata Budi Santoso. "Besok berangkat," ujarnya.`
 * the second mark has a space before and none after, hence opens; that the
 * first lacks its closing mark is cheaper than anything else.
 */
#include "mark_sides.h"

#include <string.h>

#include "mark_prices.h"

/* What is open. At most two deep: more is not found in newspapers. */
enum state {
    OUT,           /* nothing */
    DOUBLE,        /* a double mark */
    SINGLE,        /* a single mark */
    DOUBLE_SINGLE, /* a single one in a double one */
    SINGLE_DOUBLE,
    DOUBLE_DOUBLE,
    STATES
};

enum { ACTS = KT_ACT_END + 1 };

enum event_class {
    TWO, /* strokes of a mark */
    ONE,
    BREAK,     /* between two paragraphs */
    HARD_BREAK /* … with boilerplate between them; the text's end */
};

/* The prices that an act has always: their sum. */
static const uint8_t act_prices[][2] = {
    [KT_ACT_NONE] = {KT_AS_NOTHING, KT_FREE},
    [KT_ACT_OPEN] = {KT_AS_OPENER, KT_FREE},
    [KT_ACT_CLOSE] = {KT_AS_CLOSER, KT_FREE},
    [KT_ACT_REOPEN] = {KT_AS_OPENER, KT_UNCLOSED},
    [KT_ACT_CLOSE_ALL] = {KT_AS_CLOSER, KT_FREE},
    [KT_ACT_ORPHAN] = {KT_AS_CLOSER, KT_AS_ORPHAN},
    [KT_ACT_RUN_ON] = {KT_RUNNING_ON, KT_FREE},
    [KT_ACT_END] = {KT_UNCLOSED, KT_FREE},
};

/* ------------------------------------------------------- the cheapest way */

/*
 * How a state was come to, for the way back: the act and the state before,
 * packed in a byte; 0: not at all.
 */
typedef uint8_t way[STATES];

enum { FROM_BITS = 3, ACT_UNIT = 1 << FROM_BITS };

static uint8_t
packed_step(enum kt_mark_act act, enum state from)
{
    return (uint8_t)(act * ACT_UNIT + from + 1);
}

static enum kt_mark_act
act_of(uint8_t came)
{
    return (enum kt_mark_act)((came - 1) / ACT_UNIT);
}

static enum state
state_before(uint8_t came)
{
    return (enum state)((came - 1) % ACT_UNIT);
}

/* A long stretch inside is dearer than a short one, in single marks more. */
static int
price_stretch(uint32_t words, enum state state)
{
    if (state == OUT)
        return 0;
    if (state == SINGLE || state == DOUBLE_SINGLE)
        return words > 40 ? 4 : words > 20 ? 1 : 0;
    return words > 300 ? 4 : words > 150 ? 2 : 0;
}

/* All that can happen at an event, under way. */
struct turn {
    int costs[ACTS]; /* what each act costs at this event */
    int inner_close; /* and closing of a quotation inside another one */
    int before[STATES];
    int after[STATES];
    uint8_t *came; /* a way */
};

static void
begin_turn(struct turn *turn, const struct kt_prices *prices)
{
    for (unsigned act = 0; act < ACTS; act++)
        turn->costs[act] = prices->of[act_prices[act][0]]
                           + prices->of[act_prices[act][1]];
    /* what a cue follows is the end of a quotation, not of a part */
    turn->inner_close =
        turn->costs[KT_ACT_CLOSE] + (prices->cue_after ? 3 : 0);
    for (int i = 0; i < STATES; i++) {
        turn->after[i] = KT_NEVER * KT_NEVER;
        turn->came[i] = 0;
    }
}

/* One thing that can happen; extra: what it costs beside what the act itself
 * costs. */
static inline void
take_step(struct turn *turn, enum state from, enum kt_mark_act act,
          enum state to, int extra)
{
    int cost = act == KT_ACT_CLOSE && to != OUT ? turn->inner_close
                                                : turn->costs[act];
    int price = turn->before[from] + cost + extra;

    if (price < turn->after[to]) {
        turn->after[to] = price;
        turn->came[to] = packed_step(act, from);
    }
}

#define STEP(from, act, to, extra)                                            \
    take_step(turn, from, KT_ACT_##act, to, extra)

/* clang-format off */

/* At a double mark. */
static void
take_two(struct turn *turn)
{
    STEP(OUT,           OPEN,       DOUBLE,        0);
    STEP(OUT,           NONE,       OUT,           0);
    STEP(OUT,           ORPHAN,     OUT,           0);
    STEP(DOUBLE,        CLOSE,      OUT,           0);
    STEP(DOUBLE,        OPEN,       DOUBLE_DOUBLE, 3);
    STEP(DOUBLE,        REOPEN,     DOUBLE,        0);
    STEP(DOUBLE,        NONE,       DOUBLE,        0);
    STEP(SINGLE,        OPEN,       SINGLE_DOUBLE, 2);
    STEP(SINGLE,        CLOSE,      OUT,           4);
    STEP(SINGLE,        REOPEN,     DOUBLE,        0);
    STEP(SINGLE,        NONE,       SINGLE,        0);
    STEP(DOUBLE_SINGLE, CLOSE_ALL,  OUT,           3);
    STEP(DOUBLE_SINGLE, REOPEN,     DOUBLE,        3);
    STEP(SINGLE_DOUBLE, CLOSE,      SINGLE,        0);
    STEP(SINGLE_DOUBLE, REOPEN,     DOUBLE,        3);
    STEP(DOUBLE_DOUBLE, CLOSE,      DOUBLE,        0);
    STEP(DOUBLE_DOUBLE, CLOSE_ALL,  OUT,           4);
    STEP(DOUBLE_DOUBLE, REOPEN,     DOUBLE,        3);
}

/* At a single mark. */
static void
take_one(struct turn *turn)
{
    STEP(OUT,           OPEN,       SINGLE,        0);
    STEP(OUT,           NONE,       OUT,           0);
    STEP(DOUBLE,        OPEN,       DOUBLE_SINGLE, 0);
    STEP(DOUBLE,        CLOSE,      OUT,           5);
    STEP(DOUBLE,        NONE,       DOUBLE,        0);
    STEP(SINGLE,        CLOSE,      OUT,           0);
    STEP(SINGLE,        NONE,       SINGLE,        1);
    STEP(DOUBLE_SINGLE, CLOSE,      DOUBLE,        0);
    STEP(DOUBLE_SINGLE, NONE,       DOUBLE_SINGLE, 1);
    STEP(SINGLE_DOUBLE, NONE,       SINGLE_DOUBLE, 0);
    STEP(DOUBLE_DOUBLE, NONE,       DOUBLE_DOUBLE, 0);
}

static void
take_break(struct turn *turn)
{
    STEP(OUT,           NONE,       OUT,           0);
    STEP(DOUBLE,        END,        OUT,           0);
    STEP(DOUBLE,        RUN_ON,     DOUBLE,        0);
    STEP(SINGLE,        END,        OUT,           2);
    STEP(DOUBLE_SINGLE, END,        OUT,           3);
    STEP(SINGLE_DOUBLE, END,        OUT,           4);
    STEP(DOUBLE_DOUBLE, END,        OUT,           4);
}

/* clang-format on */

#undef STEP

/* Keeps sums small: only differences count. */
static void
subtract_least(int totals[STATES])
{
    int least = totals[0];

    for (int i = 1; i < STATES; i++)
        if (totals[i] < least)
            least = totals[i];
    for (int i = 0; i < STATES; i++) {
        totals[i] -= least;
        if (totals[i] > KT_NEVER)
            totals[i] = KT_NEVER;
    }
}

/* Goes over one event; the totals are those behind it then. */
static void
pass_event(const struct kt_doc *doc, const struct kt_mark_event *event,
           struct turn *turn)
{
    struct kt_prices prices = {.of = {0}};

    if (event->is_break)
        kt_price_break(doc, event->token, event->class == HARD_BREAK, &prices);
    else
        kt_price_mark(doc, event->token, &prices);
    begin_turn(turn, &prices);
    if (event->is_break)
        take_break(turn);
    else if (event->class == TWO)
        take_two(turn);
    else
        take_one(turn);
    subtract_least(turn->after);
}

static void
go_forward(const struct kt_doc *doc, const struct kt_mark_events *events,
           way *ways)
{
    struct turn turn = {
        .after = {0, KT_NEVER, KT_NEVER, KT_NEVER, KT_NEVER, KT_NEVER}};
    uint32_t last = 0;

    for (uint32_t i = 0; i < events->list.count; i++) {
        const struct kt_mark_event *event = &events->list.items[i];

        for (int s = 0; s < STATES; s++)
            turn.before[s] = turn.after[s]
                             + price_stretch(event->token - last,
                                             (enum state)s);
        turn.came = ways[i];
        pass_event(doc, event, &turn);
        last = event->token;
    }
}

/* The text's end is a break, after which nothing is open. */
static void
go_back(struct kt_mark_events *events, way *ways)
{
    enum state state = OUT;

    for (uint32_t i = events->list.count; i > 0; i--) {
        uint8_t came = ways[i - 1][state];
        if (came == 0)
            continue;
        events->list.items[i - 1].act = act_of(came);
        state = state_before(came);
    }
}

kutip_status
kt_decide_sides(struct kt_doc *doc, struct kt_mark_events *events)
{
    size_t count = events->list.count;
    way *ways = kt_arena_take(&doc->arena, (count + 1) * sizeof *ways);

    if (ways == NULL)
        return KUTIP_NO_MEMORY;
    go_forward(doc, events, ways);
    go_back(events, ways);
    return KUTIP_OK;
}

/* ------------------------------------------------------- marks and breaks */

/* What is known while marks and breaks are listed. */
struct lister {
    struct kt_doc *doc;
    struct kt_mark_events *events;
    uint32_t point;  /* the next of doc->points */
    uint32_t before; /* end of the last token that counts */
    bool skipped;    /* boilerplate stood behind it */
};

static bool
add_event(struct lister *lister, uint32_t token, enum event_class class)
{
    struct kt_mark_event *event = kt_list_push(&lister->doc->arena,
                                               &lister->events->list);

    if (event == NULL)
        return false;
    event->token = token;
    event->before = lister->before;
    event->class = (uint8_t)class;
    event->is_break = class >= BREAK;
    return true;
}

/* The mark at a token as an event, unless it is none. */
static bool
add_mark(struct lister *lister, uint32_t i)
{
    const struct kt_doc *doc = lister->doc;
    const struct kt_mark *mark =
        &doc->engine->marks.marks[doc->tokens.items[i].mark];

    return mark->side == KT_MARK_NEITHER
           || add_event(lister, i, mark->level == 2 ? ONE : TWO);
}

/* The events of a paragraph, or of what stands before or behind its
 * dateline. */
static bool
list_stretch(struct lister *lister, uint32_t first, uint32_t end)
{
    const struct kt_doc *doc = lister->doc;

    if (first == end)
        return true;
    if (first > 0
        && !add_event(lister, first, lister->skipped ? HARD_BREAK : BREAK))
        return false;
    for (; lister->point < doc->points.count; lister->point++) {
        const struct kt_point *point = &doc->points.items[lister->point];
        if (point->token >= end)
            break;
        if (point->kind == KT_POINT_QUOTE && !add_mark(lister, point->token))
            return false;
    }
    lister->skipped = false;
    lister->before = end;
    return true;
}

/* Marks in boilerplate are none. */
static void
skip_stretch(struct lister *lister, uint32_t first, uint32_t end)
{
    const struct kt_doc *doc = lister->doc;

    while (lister->point < doc->points.count
           && doc->points.items[lister->point].token < end)
        lister->point++;
    if (first < end)
        lister->skipped = true;
}

kutip_status
kt_list_marks(struct kt_doc *doc, struct kt_mark_events *events)
{
    struct lister lister = {.doc = doc, .events = events};

    /* it need not grow then in a common text */
    if (!kt_list_reserve(&doc->arena, &events->list,
                         doc->paragraphs.count + doc->points.count / 2 + 1))
        return KUTIP_NO_MEMORY;
    for (uint32_t i = 0; i < doc->paragraphs.count; i++) {
        const struct kt_paragraph *p = &doc->paragraphs.items[i];
        if (p->boilerplate)
            skip_stretch(&lister, p->first_token, p->end_token);
        else if (!list_stretch(&lister, p->first_token, p->body_token)
                 || !list_stretch(&lister, p->body_token, p->end_token))
            return KUTIP_NO_MEMORY;
    }
    return add_event(&lister, doc->tokens.count, HARD_BREAK)
               ? KUTIP_OK
               : KUTIP_NO_MEMORY;
}
