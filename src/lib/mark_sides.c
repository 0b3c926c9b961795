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

enum event_class {
    TWO, /* strokes of a mark */
    ONE,
    BREAK,     /* between two paragraphs */
    HARD_BREAK /* … with boilerplate between them; the text's end */
};

/* One row for each thing that can happen, and what it costs beside what
 * the act itself costs (act_prices). */
struct step {
    uint8_t from; /* enum state */
    uint8_t at;   /* enum event_class */
    uint8_t act;  /* enum kt_mark_act */
    uint8_t to;
    uint8_t extra;
};

/* clang-format off */
static const struct step steps[] = {
    {OUT,           TWO,   KT_ACT_OPEN,      DOUBLE,        0},
    {OUT,           TWO,   KT_ACT_NONE,      OUT,           0},
    {OUT,           TWO,   KT_ACT_ORPHAN,    OUT,           0},
    {DOUBLE,        TWO,   KT_ACT_CLOSE,     OUT,           0},
    {DOUBLE,        TWO,   KT_ACT_OPEN,      DOUBLE_DOUBLE, 3},
    {DOUBLE,        TWO,   KT_ACT_REOPEN,    DOUBLE,        0},
    {DOUBLE,        TWO,   KT_ACT_NONE,      DOUBLE,        0},
    {SINGLE,        TWO,   KT_ACT_OPEN,      SINGLE_DOUBLE, 2},
    {SINGLE,        TWO,   KT_ACT_CLOSE,     OUT,           4},
    {SINGLE,        TWO,   KT_ACT_REOPEN,    DOUBLE,        0},
    {SINGLE,        TWO,   KT_ACT_NONE,      SINGLE,        0},
    {DOUBLE_SINGLE, TWO,   KT_ACT_CLOSE_ALL, OUT,           3},
    {DOUBLE_SINGLE, TWO,   KT_ACT_REOPEN,    DOUBLE,        3},
    {SINGLE_DOUBLE, TWO,   KT_ACT_CLOSE,     SINGLE,        0},
    {SINGLE_DOUBLE, TWO,   KT_ACT_REOPEN,    DOUBLE,        3},
    {DOUBLE_DOUBLE, TWO,   KT_ACT_CLOSE,     DOUBLE,        0},
    {DOUBLE_DOUBLE, TWO,   KT_ACT_CLOSE_ALL, OUT,           4},
    {DOUBLE_DOUBLE, TWO,   KT_ACT_REOPEN,    DOUBLE,        3},

    {OUT,           ONE,   KT_ACT_OPEN,      SINGLE,        0},
    {OUT,           ONE,   KT_ACT_NONE,      OUT,           0},
    {DOUBLE,        ONE,   KT_ACT_OPEN,      DOUBLE_SINGLE, 0},
    {DOUBLE,        ONE,   KT_ACT_CLOSE,     OUT,           5},
    {DOUBLE,        ONE,   KT_ACT_NONE,      DOUBLE,        0},
    {SINGLE,        ONE,   KT_ACT_CLOSE,     OUT,           0},
    {SINGLE,        ONE,   KT_ACT_NONE,      SINGLE,        1},
    {DOUBLE_SINGLE, ONE,   KT_ACT_CLOSE,     DOUBLE,        0},
    {DOUBLE_SINGLE, ONE,   KT_ACT_NONE,      DOUBLE_SINGLE, 1},
    {SINGLE_DOUBLE, ONE,   KT_ACT_NONE,      SINGLE_DOUBLE, 0},
    {DOUBLE_DOUBLE, ONE,   KT_ACT_NONE,      DOUBLE_DOUBLE, 0},

    {OUT,           BREAK, KT_ACT_NONE,      OUT,           0},
    {DOUBLE,        BREAK, KT_ACT_END,       OUT,           0},
    {DOUBLE,        BREAK, KT_ACT_RUN_ON,    DOUBLE,        0},
    {SINGLE,        BREAK, KT_ACT_END,       OUT,           2},
    {DOUBLE_SINGLE, BREAK, KT_ACT_END,       OUT,           3},
    {SINGLE_DOUBLE, BREAK, KT_ACT_END,       OUT,           4},
    {DOUBLE_DOUBLE, BREAK, KT_ACT_END,       OUT,           4},
};
/* clang-format on */

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
 * Where a state was come from, for the way back: the step's number + 1 in
 * a byte.
 */
typedef uint8_t way[STATES];

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

static int
price_step(const struct step *step, const struct kt_prices *prices)
{
    const uint8_t *of = act_prices[step->act];
    int price = prices->of[of[0]] + prices->of[of[1]] + step->extra;

    /* what a cue follows is the end of a quotation, not of a part */
    if (prices->cue_after && step->act == KT_ACT_CLOSE && step->to != OUT)
        price += 3;
    return price;
}

static void
take_steps(enum event_class class, const struct kt_prices *prices,
           const int before[STATES], int after[STATES], way came)
{
    for (int i = 0; i < STATES; i++) {
        after[i] = KT_NEVER * KT_NEVER;
        came[i] = 0;
    }
    if (class == HARD_BREAK)
        class = BREAK;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        const struct step *step = &steps[i];
        if (step->at != class)
            continue;
        int price = before[step->from] + price_step(step, prices);
        if (price < after[step->to]) {
            after[step->to] = price;
            came[step->to] = (uint8_t)(i + 1);
        }
    }
}

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

static void
go_forward(const struct kt_doc *doc, const struct kt_mark_events *events,
           way *ways)
{
    int totals[STATES] = {0, KT_NEVER, KT_NEVER, KT_NEVER, KT_NEVER, KT_NEVER};
    uint32_t last = 0;

    for (uint32_t i = 0; i < events->list.count; i++) {
        const struct kt_mark_event *event = &events->list.items[i];
        struct kt_prices prices = {.of = {0}};
        int after[STATES];

        if (event->is_break)
            kt_price_break(doc, event->token, event->class == HARD_BREAK,
                           &prices);
        else
            kt_price_mark(doc, event->token, &prices);
        for (int s = 0; s < STATES; s++)
            totals[s] += price_stretch(event->token - last, (enum state)s);
        take_steps((enum event_class)event->class, &prices, totals, after,
                   ways[i]);
        subtract_least(after);
        memcpy(totals, after, sizeof totals);
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
        events->list.items[i - 1].act = steps[came - 1].act;
        state = (enum state)steps[came - 1].from;
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
    const struct kt_token *token = &doc->tokens.items[i];

    if (token->kind != KT_TOKEN_QUOTE)
        return true;
    const struct kt_mark *mark = &doc->engine->marks.marks[token->mark];
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
    for (; lister->point < doc->points.count
           && doc->points.items[lister->point] < end;
         lister->point++)
        if (!add_mark(lister, doc->points.items[lister->point]))
            return false;
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
           && doc->points.items[lister->point] < end)
        lister->point++;
    if (first < end)
        lister->skipped = true;
}

kutip_status
kt_list_marks(struct kt_doc *doc, struct kt_mark_events *events)
{
    struct lister lister = {.doc = doc, .events = events};

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
