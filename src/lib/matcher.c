/*
 * Matching one template.
 * In: the steps of a program, a row of codes. Out: where the match ends, and
 * its slots.
 *
 * A step that can go on in two ways leaves the second on a stack; a step
 * that finds no term for itself takes the last one from there. Guards tell
 * of most second ways that they lead nowhere. What a way wrote into
 * registers is on a trail, which is followed back.
 *
 * An own matcher, not a library's: rows are short, the automaton asks all
 * templates at once over the same steps, and nothing is compiled but these.
 */
#include "matcher.h"

#include <string.h>

/*
 * Rows have at most 300 terms and templates are anchored: what needs more
 * than this runs away.
 */
enum { TURNS_MAX = 10000, WAYS_MAX = 2000, TRAIL_MAX = 6000 };

/* A second way; or as many as there are places from `least` to `at`, the
 * last first. */
struct way {
    uint16_t step;
    bool again; /* a lazy loop goes round once more */
    uint32_t least;
    uint32_t at;
    uint32_t trail;
};

struct change {
    uint32_t number; /* of the register */
    uint32_t before;
};

struct kt_matcher {
    struct kutip_allocator allocator;
    const struct kt_program *program;
    struct kt_path path;
    uint32_t turns; /* how often a step did not go on */
    uint32_t way_count;
    uint32_t trail_count;
    bool ran_away;
    uint32_t registers[KT_REGISTERS_MAX + 1];
    struct way ways[WAYS_MAX];
    struct change trail[TRAIL_MAX];
};

struct kt_matcher *
kt_matcher_new(const struct kutip_allocator *allocator)
{
    struct kt_matcher *matcher =
        allocator->allocate(allocator->context, sizeof *matcher);

    if (matcher != NULL)
        matcher->allocator = *allocator;
    return matcher;
}

void
kt_matcher_free(struct kt_matcher *matcher)
{
    if (matcher == NULL)
        return;
    struct kutip_allocator allocator = matcher->allocator;
    allocator.release(allocator.context, matcher);
}

/* --------------------------------------------------------- ways and trail */

static inline void
set_register(struct kt_matcher *matcher, uint32_t number, uint32_t value)
{
    if (matcher->trail_count == TRAIL_MAX) {
        matcher->ran_away = true;
        return;
    }
    matcher->trail[matcher->trail_count++] =
        (struct change){number, matcher->registers[number]};
    matcher->registers[number] = value;
}

static inline void
go_back(struct kt_matcher *matcher, uint32_t trail)
{
    while (matcher->trail_count > trail) {
        struct change change = matcher->trail[--matcher->trail_count];
        matcher->registers[change.number] = change.before;
    }
}

static inline void
leave_ways(struct kt_matcher *matcher, uint16_t step, uint32_t least,
           uint32_t at, bool again)
{
    if (matcher->way_count == WAYS_MAX) {
        matcher->ran_away = true;
        return;
    }
    matcher->ways[matcher->way_count++] =
        (struct way){step, again, least, at, matcher->trail_count};
}

/* ------------------------------------------------------------------ walking */

/* A term: its word of the set 0, and its bit in the word of any set. */
struct term {
    const uint64_t *column;
    unsigned bit;
};

/* Where the matcher stands: before a step, and before a term of the row. */
struct walk {
    uint16_t step;
    uint32_t at;
    struct term here;
    struct term behind;
};

static inline struct term
term_at(const struct kt_matcher *matcher, uint32_t at)
{
    uint32_t code =
        kt_path_code(&matcher->path, at, matcher->program->codes->count);

    return (struct term){matcher->program->sets.items + code / 64, code % 64};
}

static inline void
stand(const struct kt_matcher *matcher, struct walk *walk, uint32_t at)
{
    walk->at = at;
    walk->here = term_at(matcher, at);
    walk->behind = term_at(matcher, at + 1);
}

static inline void
step_on(const struct kt_matcher *matcher, struct walk *walk)
{
    walk->at++;
    walk->here = walk->behind;
    walk->behind = term_at(matcher, walk->at + 1);
}

/* Has the term a code of the set? */
static inline bool
has_code(struct term term, uint32_t set)
{
    return term.column[set] >> term.bit & 1;
}

static inline bool
may_pass(const struct walk *walk, struct kt_guard guard)
{
    return (guard.first == 0 || has_code(walk->here, guard.first)) &&
           (guard.second == 0 || has_code(walk->behind, guard.second));
}

/* The second way is not looked at when it is the only one left. */
static inline void
split(struct kt_matcher *matcher, const struct kt_instruction *step,
      struct walk *walk)
{
    if (!may_pass(walk, step->guard)) {
        walk->step = step->other;
        return;
    }
    if (may_pass(walk, step->other_guard))
        leave_ways(matcher, step->other, walk->at, walk->at, false);
    walk->step = step->next;
}

static inline void
span(struct kt_matcher *matcher, const struct kt_instruction *step,
     struct walk *walk)
{
    uint32_t first = walk->at;

    while (has_code(walk->here, step->set) &&
           (step->max == KT_TREE_MANY || walk->at - first < step->max))
        step_on(matcher, walk);
    if (walk->at > first)
        leave_ways(matcher, step->next, first, walk->at - 1, false);
    walk->step = step->next;
}

static void
go_round(struct kt_matcher *matcher, const struct kt_instruction *step,
         struct walk *walk)
{
    set_register(matcher, step->arg, matcher->registers[step->arg] + 1);
    set_register(matcher, step->arg + 1U, walk->at);
    walk->step = step->next;
}

/* A round that took nothing is the last. */
static bool
loop(struct kt_matcher *matcher, const struct kt_instruction *step,
     struct walk *walk)
{
    uint32_t count = matcher->registers[step->arg];
    bool enough = count >= step->min;
    bool more = (step->max == KT_TREE_MANY || count < step->max) &&
                !(enough && matcher->registers[step->arg + 1U] == walk->at) &&
                may_pass(walk, step->guard);

    if (enough && more && step->op == KT_OP_LAZY) {
        leave_ways(matcher, walk->step, walk->at, walk->at, true);
        more = false;
    } else if (enough && more) {
        leave_ways(matcher, step->other, walk->at, walk->at, false);
    }
    if (more)
        go_round(matcher, step, walk);
    else
        walk->step = step->other;
    /* Rounds that take nothing never fail: where no more of them can be
     * noted, nobody else would end them. */
    return (enough || more) && !matcher->ran_away;
}

static bool
walk_to_end(struct kt_matcher *matcher, uint16_t step, uint32_t at,
            uint32_t *end);

/* The steps on their own at which a step looks. */
static bool
look(struct kt_matcher *matcher, const struct kt_instruction *step,
     struct walk *walk)
{
    uint32_t trail = matcher->trail_count, end;
    bool found = walk_to_end(matcher, step->next, walk->at, &end);

    if (step->op == KT_OP_NOT)
        go_back(matcher, trail);
    if (found == (step->op == KT_OP_NOT))
        return false;
    if (step->op == KT_OP_ATOMIC)
        stand(matcher, walk, end);
    walk->step = step->other;
    return true;
}

/* The steps that are seldom. */
static bool
take_rare(struct kt_matcher *matcher, const struct kt_instruction *step,
          struct walk *walk)
{
    bool on = true;

    switch ((enum kt_op)step->op) {
    case KT_OP_LOOP:
    case KT_OP_LAZY:
        return loop(matcher, step, walk);
    case KT_OP_AHEAD:
    case KT_OP_NOT:
    case KT_OP_ATOMIC:
        return look(matcher, step, walk);
    case KT_OP_ENTER:
        set_register(matcher, step->arg, 0);
        set_register(matcher, step->arg + 1U, KT_UNSET);
        break;
    case KT_OP_START:
        on = walk->at == 0 && matcher->path.outer;
        break;
    case KT_OP_END:
        on = walk->at == matcher->path.length;
        break;
    default:
        break;
    }
    walk->step = step->next;
    return on;
}

/* One step. False: it does not go on here. */
static inline bool
take_step(struct kt_matcher *matcher, const struct kt_instruction *step,
          struct walk *walk)
{
    switch ((enum kt_op)step->op) {
    case KT_OP_SPLIT:
        split(matcher, step, walk);
        return true;
    case KT_OP_TAKE:
        if (!has_code(walk->here, step->set))
            return false;
        step_on(matcher, walk);
        break;
    case KT_OP_SPAN:
        span(matcher, step, walk);
        break;
    case KT_OP_SAVE:
        set_register(matcher, step->arg, walk->at);
        break;
    case KT_OP_HAS:
    case KT_OP_LACKS:
        if (has_code(walk->here, step->set) != (step->op == KT_OP_HAS))
            return false;
        break;
    default: {
        struct walk rare = *walk; /* so that walk stays in registers */
        bool on = take_rare(matcher, step, &rare);
        *walk = rare;
        return on;
    }
    }
    walk->step = step->next;
    return true;
}

/* Takes the last second way that was left since `first`. */
static inline bool
take_way(struct kt_matcher *matcher, uint32_t first, struct walk *walk)
{
    struct way *way;

    if (matcher->way_count == first || matcher->ran_away)
        return false;
    way = &matcher->ways[matcher->way_count - 1];
    go_back(matcher, way->trail);
    walk->step = way->step;
    stand(matcher, walk, way->at);
    if (way->at > way->least)
        way->at--;
    else
        matcher->way_count--;
    if (way->again) {
        struct walk round = *walk;
        go_round(matcher, &matcher->program->steps.items[way->step], &round);
        walk->step = round.step;
    }
    return true;
}

/* Walks until the steps end. False: they do not match; the registers are as
 * they were. */
static bool
walk_to_end(struct kt_matcher *matcher, uint16_t number, uint32_t at,
            uint32_t *end)
{
    const struct kt_instruction *steps = matcher->program->steps.items;
    uint32_t first = matcher->way_count, trail = matcher->trail_count;
    struct walk walk = {.step = number};

    stand(matcher, &walk, at);
    for (;;) {
        const struct kt_instruction *step = &steps[walk.step];
        if (step->op >= KT_OP_DONE) {
            matcher->way_count = first;
            *end = walk.at;
            return !matcher->ran_away;
        }
        if (take_step(matcher, step, &walk))
            continue;
        matcher->ran_away |= ++matcher->turns > TURNS_MAX;
        if (!take_way(matcher, first, &walk)) {
            go_back(matcher, trail);
            return false;
        }
    }
}

enum kt_matched
kt_matcher_run(struct kt_matcher *matcher, const struct kt_program *program,
               uint32_t place, const struct kt_path *path, uint32_t *length)
{
    uint16_t start = program->starts[place];

    if (start == KT_NO_START)
        return KT_MATCHED_NO;
    matcher->program = program;
    matcher->path = *path;
    matcher->turns = matcher->way_count = matcher->trail_count = 0;
    matcher->ran_away = false;
    memset(matcher->registers, 0xFF,
           KT_SLOT_REGISTERS * sizeof *matcher->registers);
    if (walk_to_end(matcher, start, 0, length))
        return KT_MATCHED_YES;
    return matcher->ran_away ? KT_MATCHED_LIMIT : KT_MATCHED_NO;
}

bool
kt_matcher_slot(const struct kt_matcher *matcher, enum kt_slot slot,
                uint32_t *start, uint32_t *end)
{
    *start = matcher->registers[2 * slot];
    *end = matcher->registers[2 * slot + 1];
    return *start != KT_UNSET && *end != KT_UNSET;
}
