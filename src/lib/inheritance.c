/*
 * In: cues, links, introductions. Out: the circumstances of each record.
 *
 *     Mendagri Budi Santoso, Jumat (5/6/2020), dalam rapat koordinasi,
 *     menolak usul itu. "Tidak bisa," ujarnya.
 *
 * The first quotation of a speaker is told with the circumstances of his
 * introduction, and of what he said on the way from there; else with the
 * setting told before (`Hal itu mengemuka dalam diskusi …`). Without a cue
 * they stand beside the mention: before it in its sentence, and behind it
 * up to the verb of saying, whose content they must not come from. A
 * predicate that follows at once ends them: `memecahkan rekor di Kupang`
 * tells where something was done, not said.
 */
#include "circumstances.h"
#include "inheritance.h"
#include "rows.h"

static bool
is(const struct kt_doc *doc, uint32_t term, unsigned class)
{
    return kt_set_has(doc->terms.items[term].classes, class);
}

static bool
ends_sentence(const struct kt_doc *doc, uint32_t term)
{
    return is(doc, term, KT_STOP) || is(doc, term, KT_QUOTE);
}

/* The row whose terms hold the mention; NULL: none. */
static const struct kt_term_row *
row_of(const struct kt_doc *doc, const struct kt_mention *mention)
{
    uint32_t low = 0, high = doc->rows.count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (doc->rows.items[middle].terms.end <= mention->terms.first)
            low = middle + 1;
        else
            high = middle;
    }
    return low < doc->rows.count &&
                   doc->rows.items[low].terms.first <= mention->terms.first
               ? &doc->rows.items[low]
               : NULL;
}

/* Where the circumstances behind a mention end at the latest. */
static uint32_t
end_behind(const struct kt_doc *doc, uint32_t at, uint32_t end)
{
    if (at < end &&
        (is(doc, at, KT_VERB_SHAPE) || is(doc, at, KT_AUXILIARY) ||
         is(doc, at, KT_ADVERB) || is(doc, at, KT_NEGATION)))
        return at;
    while (at < end && !ends_sentence(doc, at) && !is(doc, at, KT_SAY_ACTIVE))
        at++;
    return at;
}

static kutip_status
read_beside(struct kt_doc *doc, const struct kt_mention *mention,
            struct kt_circumstances *out)
{
    const struct kt_term_row *found = row_of(doc, mention);
    uint32_t start = mention->terms.first, end;
    struct kt_range terms;
    struct kt_row row;

    if (found == NULL)
        return KUTIP_OK;
    terms = found->terms;
    if (!kt_row_of_terms(doc, doc->engine->circumstances, terms, &row))
        return KUTIP_NO_MEMORY;
    while (start > terms.first && !ends_sentence(doc, start - 1))
        start--;
    end = end_behind(doc, mention->terms.end, terms.end);
    kt_circumstances_read(doc, &row, terms.first, mention->terms.end, end,
                          out);
    kt_circumstances_read(doc, &row, terms.first, start,
                          mention->terms.first, out);
    return KUTIP_OK;
}

/*
 * Takes what another set of circumstances has and this one lacks. One with
 * a time of its own tells of another occasion, not in the same place.
 */
static void
fill(struct kt_circumstances *c, const struct kt_circumstances *from)
{
    if (!kt_range_set(c->place) && !kt_range_set(c->time))
        c->place = from->place;
    if (!kt_range_set(c->time))
        c->time = from->time;
    if (!kt_range_set(c->event))
        c->event = from->event;
}

/* A cue's own circumstances, then those carried, then the introduction's. */
static kutip_status
inherit(struct kt_doc *doc, uint32_t speaker, struct kt_circumstances *own,
        const struct kt_circumstances *carried)
{
    struct kt_circumstances beside;
    kutip_status status;

    kt_circumstances_init(&beside);
    status = read_beside(
        doc,
        &doc->mentions.items[doc->speakers.items[speaker].introduced],
        &beside);
    fill(own, carried);
    fill(own, &beside);
    return status;
}

struct kt_circumstances *
kt_inherit_circumstances(struct kt_doc *doc)
{
    uint32_t cues = doc->cues.count, speakers = doc->speakers.count;
    struct kt_circumstances *all = kt_arena_take(
        &doc->arena, ((size_t)cues + 1) * sizeof *all);
    struct kt_circumstances *carried = kt_arena_take(
        &doc->arena, ((size_t)speakers + 1) * sizeof *carried);
    struct kt_circumstances setting;
    bool *quoted = kt_arena_take_zeroed(&doc->arena, (size_t)speakers + 1);

    if (all == NULL || carried == NULL || quoted == NULL)
        return NULL;
    for (uint32_t i = 0; i < speakers; i++)
        kt_circumstances_init(&carried[i]);
    kt_circumstances_init(&setting);
    for (uint32_t i = 0; i < cues; i++) {
        const struct kt_cue *cue = &doc->cues.items[i];
        uint32_t speaker = doc->cue_links.items[i].speaker;
        all[i] = cue->circumstances;
        if (cue->source == KT_SOURCE_NOBODY)
            setting = cue->circumstances;
        if (speaker == KT_NONE || quoted[speaker])
            continue;
        if (cue->quote == KT_NONE) {
            struct kt_circumstances latest = cue->circumstances;
            fill(&latest, &carried[speaker]);
            carried[speaker] = latest;
            continue;
        }
        quoted[speaker] = true;
        if (inherit(doc, speaker, &all[i], &carried[speaker]) != KUTIP_OK)
            return NULL;
        fill(&all[i], &setting);
        kt_circumstances_init(&setting);
    }
    return all;
}
