/*
 * In: a stretch of terms beside a cue. Out: the circumstances it tells.
 *
 *     … kata Budi dalam jumpa pers di Jakarta, Senin (13/4/2020).
 *                 [event         ]    [place]  [time           ]
 *
 * What counts as what is grammar: circumstances.templates.
 */
#include "circumstances.h"
#include "rows.h"

void
kt_circumstances_init(struct kt_circumstances *circumstances)
{
    circumstances->addressee = circumstances->via = KT_NO_RANGE;
    circumstances->time = circumstances->place = KT_NO_RANGE;
    circumstances->event = KT_NO_RANGE;
}

static bool
is(const struct kt_doc *doc, uint32_t term, unsigned class)
{
    return kt_set_has(doc->terms.items[term].classes, class);
}

/* `…, Senin.`: another day, behind a comma that ends the attribution. */
static bool
ends_with_day(const struct kt_doc *doc, uint32_t first, uint32_t end)
{
    uint32_t day = doc->terms.items[first].first_token;

    return first > 0 && is(doc, first - 1, KT_COMMA) &&
           kt_token_is(doc, day, KT_WEEKDAY) &&
           (end >= doc->terms.count || is(doc, end, KT_STOP)) &&
           !kt_is_dated_before(doc, doc->tokens.items[day].word, first);
}

/*
 * A newspaper that writes days with their dates leaves the date out where
 * the day was told before, or means the time of what it tells: `Senin`,
 * `tahun lalu` say nothing new there.
 */
static bool
tells_time(const struct kt_doc *doc, const struct kt_match *match,
           uint32_t base)
{
    struct kt_range terms = match->slots[KT_SLOT_TIME];
    uint32_t first = base + terms.first, end = base + terms.end;
    return doc->dated.count == 0 || terms.first >= terms.end ||
           kt_has_number(doc, doc->terms.items[first].first_token,
                         doc->terms.items[end - 1].end_token) ||
           ends_with_day(doc, first, end);
}

static void
set_once(const struct kt_doc *doc, struct kt_range *part,
         const struct kt_match *match, enum kt_slot slot, uint32_t base)
{
    struct kt_range terms = match->slots[slot];
    if (kt_range_set(*part) || terms.first >= terms.end)
        return;
    *part = (struct kt_range){doc->terms.items[base + terms.first].first_token,
                              doc->terms.items[base + terms.end - 1].end_token};
}

void
kt_circumstances_read(struct kt_doc *doc, const struct kt_row *row,
                      uint32_t base, uint32_t first, uint32_t end,
                      struct kt_circumstances *circumstances)
{
    uint32_t at = first - base;
    struct kt_row part = *row;

    /* nothing is seen of what stands behind the stretch */
    part.length = end - base;
    while (at < part.length) {
        struct kt_match match;
        if (!kt_set_meets(doc->terms.items[base + at].classes,
                          doc->engine->circumstances->anchors) ||
            !kt_row_best(doc, doc->engine->circumstances, &part, at, &match)) {
            at++;
            continue;
        }
        kt_row_use(doc, &match, base);
        set_once(doc, &circumstances->addressee, &match, KT_SLOT_ADDRESSEE,
                 base);
        set_once(doc, &circumstances->via, &match, KT_SLOT_VIA, base);
        if (tells_time(doc, &match, base))
            set_once(doc, &circumstances->time, &match, KT_SLOT_TIME, base);
        set_once(doc, &circumstances->place, &match, KT_SLOT_PLACE, base);
        set_once(doc, &circumstances->event, &match, KT_SLOT_EVENT, base);
        at = match.whole.end > at ? match.whole.end : at + 1;
    }
}
