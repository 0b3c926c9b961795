/*
 * Stage 8. In: mentions and cues. Out: speakers, and for each mention and
 * each cue the speaker it is.
 *
 *     Rini Astuti … Rini … ia … -nya … peneliti itu     one speaker
 *
 * First all names, in order; then the document is read once more with one
 * focus: the source of the last attribution; in a sentence without one,
 * its subject. Pronouns and the -nya of a cue take the focus, titles
 * whoever bears them. A wrong link is worse than none.
 */
#include <string.h>

#include "pipeline.h"
#include "speakers.h"

/* A quotation without a cue takes a focus that is this near, in units. */
#define FOCUS_UNITS 2

struct walk {
    uint32_t mention; /* the next of doc->mentions */
    uint32_t cue;     /* the next of doc->cues */
};

/* ------------------------------------------------------------------ focus */

/* The person comes first of those talked about lately. */
static void
note_recent(struct kt_linker *linker, uint32_t speaker)
{
    uint32_t *recent = linker->recent, at = 0;

    while (at < KT_RECENT - 1 && recent[at] != speaker)
        at++;
    memmove(recent + 1, recent, at * sizeof *recent);
    recent[0] = speaker;
}

/* Somebody new (`seorang saksi`), not whom others tell of (`pelaku`)? */
static bool
is_one(const struct kt_doc *doc, uint32_t speaker)
{
    const struct kt_mention *named =
        &doc->mentions.items[doc->speakers.items[speaker].named];
    return kt_set_has(doc->terms.items[named->terms.first].classes,
                      KT_INDEFINITE);
}

static void
set_focus(struct kt_linker *linker, uint32_t speaker, uint32_t unit)
{
    unsigned kind;

    if (speaker == KT_NONE)
        return;
    kind = linker->doc->speakers.items[speaker].kind;
    linker->focus = speaker;
    linker->focus_unit = unit;
    linker->focus_quoted = false;
    if (kind == KUTIP_GROUP)
        linker->plural = speaker;
    if (kind == KUTIP_PERSON ||
        (kind == KUTIP_ANONYMOUS && is_one(linker->doc, speaker))) {
        linker->person = speaker;
        linker->person_unit = unit;
        note_recent(linker, speaker);
    }
}

/* A person not heard of for so many units is none whom a body that speaks
 * in between would have made way for. */
#define PERSON_UNITS 4

/* Whom a pronoun means: a person sooner than anything else. */
static uint32_t
pronoun_focus(const struct kt_linker *linker)
{
    return linker->person != KT_NONE ? linker->person : linker->focus;
}

/* Whom -nya means: the same, but for a body that is quoted and goes on
 * (`ujar Polda. "…," tambahnya`). */
static uint32_t
clitic_focus(const struct kt_linker *linker, uint32_t unit)
{
    if (linker->focus != KT_NONE && linker->person != KT_NONE &&
        linker->focus_quoted && unit - linker->focus_unit <= 1 &&
        linker->doc->speakers.items[linker->focus].kind ==
            KUTIP_ORGANIZATION &&
        linker->focus_unit - linker->person_unit >= PERSON_UNITS)
        return linker->focus;
    return pronoun_focus(linker);
}

/* Tells whom else a pronoun could have meant, and how far back he was. */
static void
judge_pronoun(const struct kt_linker *linker, uint32_t unit,
              struct kt_link *link)
{
    uint32_t distance = unit - linker->person_unit;
    for (unsigned i = 0; i < KT_RECENT; i++)
        if (linker->recent[i] != link->speaker)
            kt_link_pass(link, linker->recent[i]);
    link->trust = distance <= 1 ? 98 : distance <= 3 ? 96 : 90;
    if (linker->person == KT_NONE)
        link->trust = 80;
}

/* -------------------------------------------------------------- mentions */

/*
 * Whom `mereka` means: a body that spoke just before, else the last group.
 * `keduanya` are no body.
 */
static uint32_t
plural_focus(const struct kt_linker *linker, uint32_t token, uint32_t unit)
{
    const struct kt_doc *doc = linker->doc;

    if (linker->focus != KT_NONE &&
        unit - linker->focus_unit <= FOCUS_UNITS &&
        doc->speakers.items[linker->focus].kind == KUTIP_ORGANIZATION &&
        !(doc->tokens.items[token].flags & KT_IS_CLITIC))
        return linker->focus;
    return linker->plural;
}

/* A pronoun takes the focus; mereka the last group or body. */
static void
link_pronoun(struct kt_linker *linker, uint32_t mention)
{
    struct kt_doc *doc = linker->doc;
    uint32_t token = doc->mentions.items[mention].mention.first;

    if (kt_token_is(doc, token, KT_PRONOUN_PLURAL)) {
        kt_link_set(doc, mention,
                    plural_focus(linker, token,
                                 doc->mentions.items[mention].unit),
                    "the group before", 80);
        return;
    }
    kt_link_set(doc, mention,
                kt_token_is(doc, token, KT_SELF)
                    ? clitic_focus(linker, doc->mentions.items[mention].unit)
                    : pronoun_focus(linker),
                "the one talked about", 98);
    judge_pronoun(linker, doc->mentions.items[mention].unit,
                  &doc->mention_links.items[mention]);
}

/* What depends on the focus; names are linked already. */
static bool
link_mention(struct kt_linker *linker, uint32_t mention)
{
    switch (linker->doc->mentions.items[mention].kind) {
    case KT_MENTION_PRONOUN:
        link_pronoun(linker, mention);
        return true;
    case KT_MENTION_ROLE:
        return kt_link_title(linker, mention);
    case KT_MENTION_ANONYMOUS:
        return linker->doc->mention_links.items[mention].speaker != KT_NONE ||
               kt_link_title(linker, mention);
    case KT_MENTION_PERSON:
        if (linker->doc->mentions.items[mention].called)
            kt_link_called(linker, mention);
        return true;
    default:
        return true;
    }
}

/* Mentions of the unit up to a token. False: out of memory. */
static bool
link_mentions(struct kt_linker *linker, struct walk *walk, uint32_t unit,
              uint32_t before)
{
    const struct kt_mention *mentions = linker->doc->mentions.items;
    uint32_t at = walk->mention, count = linker->doc->mentions.count;

    for (; at < count && mentions[at].unit == unit &&
           mentions[at].whole.first < before;
         at++)
        if (!link_mention(linker, at))
            return false;
    walk->mention = at;
    return true;
}

/*
 * The subject among mentions before a token, or KT_NONE: whoever says
 * something, else the first that could be one.
 */
static uint32_t
subject_among(const struct kt_doc *doc, struct kt_range mentions,
              uint32_t before)
{
    uint32_t likely = KT_NONE;
    for (uint32_t i = mentions.first; i < mentions.end; i++) {
        enum kt_subject subject;
        if (doc->mentions.items[i].whole.first >= before)
            break;
        subject = kt_subject_of(doc, i);
        if (subject == KT_SUBJECT_SAYS)
            return doc->mention_links.items[i].speaker;
        if (subject == KT_SUBJECT_LIKELY && likely == KT_NONE)
            likely = doc->mention_links.items[i].speaker;
    }
    return likely;
}

/* ------------------------------------------------------------------- cues */

static void
link_quiet_cue(struct kt_linker *linker, const struct kt_cue *cue,
               struct kt_link *link)
{
    if (linker->focus == KT_NONE ||
        cue->unit - linker->focus_unit > FOCUS_UNITS) {
        link->why = "nobody near";
        return;
    }
    link->speaker = linker->focus;
    link->why = "no cue: the one talked about goes on";
    judge_pronoun(linker, cue->unit, link);
}

static void
find_source(struct kt_linker *linker, const struct kt_cue *cue,
            uint32_t previous, struct kt_link *link)
{
    switch (cue->source) {
    case KT_SOURCE_MENTION:
        if (cue->mention != KT_NONE)
            *link = linker->doc->mention_links.items[cue->mention];
        link->why = "named at the cue";
        break;
    case KT_SOURCE_CLITIC:
        link->speaker = clitic_focus(linker, cue->unit);
        link->why = "-nya: the one talked about";
        judge_pronoun(linker, cue->unit, link);
        break;
    case KT_SOURCE_PREVIOUS:
        link->speaker = previous != KT_NONE ? previous : linker->focus;
        link->why = "the source of the cue before";
        link->trust = 95;
        break;
    default:
        link_quiet_cue(linker, cue, link);
    }
}

/* Does the cue stand in what an earlier one of its unit reports? */
static bool
is_reported(const struct kt_doc *doc, uint32_t index)
{
    const struct kt_cue *cue = &doc->cues.items[index];
    for (uint32_t i = index; i-- > 0 && index - i <= KT_CUES_BACK &&
                             doc->cues.items[i].unit == cue->unit;)
        if (kt_range_set(doc->cues.items[i].content) &&
            kt_range_set(cue->cue) &&
            doc->cues.items[i].content.first <= cue->cue.first &&
            cue->cue.end <= doc->cues.items[i].content.end)
            return true;
    return false;
}

/* Does a clause that only tells of a thing name him: `sikap yang
 * disampaikan Rini tersebut`? He is not talked about. */
static bool
is_aside(const struct kt_doc *doc, const struct kt_cue *cue)
{
    return cue->type == KT_CUE_AGENT && kt_range_set(cue->cue) &&
           cue->cue.first > 0 &&
           kt_token_is(doc, cue->cue.first - 1, KT_WHO) &&
           (cue->mention == KT_NONE ||
            !kt_range_set(doc->mentions.items[cue->mention].role));
}

/* Does the cue only tell who printed it: `Dilansir Radio Hulu, …`? Then the
 * sentence is about somebody else. */
static bool
only_carries(const struct kt_doc *doc, const struct kt_cue *cue)
{
    return cue->quote == KT_NONE && kt_range_set(cue->cue) &&
           kt_token_is(doc, cue->cue.first, KT_VIA_HEAD);
}

static void
link_cue(struct kt_linker *linker, uint32_t index, uint32_t previous)
{
    struct kt_doc *doc = linker->doc;
    const struct kt_cue *cue = &doc->cues.items[index];
    struct kt_link *link = &doc->cue_links.items[index];

    find_source(linker, cue, previous, link);
    if (link->speaker == KT_NONE)
        return;
    if (doc->speakers.items[link->speaker].first_cue == KT_NONE &&
        cue->type != KT_CUE_AGENT)
        doc->speakers.items[link->speaker].first_cue = index;
    if (!is_reported(doc, index) && !is_aside(doc, cue) &&
        !only_carries(doc, cue)) {
        set_focus(linker, link->speaker, cue->unit);
        linker->focus_quoted = cue->quote != KT_NONE;
    }
}

/* Behind the cue and its source. */
static uint32_t
cue_reach(const struct kt_doc *doc, const struct kt_cue *cue)
{
    uint32_t reach = kt_range_set(cue->cue) ? cue->cue.end : 0;
    if (cue->mention != KT_NONE &&
        doc->mentions.items[cue->mention].whole.end > reach)
        reach = doc->mentions.items[cue->mention].whole.end;
    return reach;
}

static bool
link_unit(struct kt_linker *linker, struct walk *walk, uint32_t unit)
{
    struct kt_doc *doc = linker->doc;
    uint32_t first = walk->mention, previous = KT_NONE;
    bool reported = false;

    while (walk->cue < doc->cues.count &&
           doc->cues.items[walk->cue].unit == unit) {
        uint32_t index = walk->cue++;
        const struct kt_cue *cue = &doc->cues.items[index];
        uint32_t start = kt_range_set(cue->cue) ? cue->cue.first : 0;
        if (!link_mentions(linker, walk, unit, start))
            return false;
        if (!reported)
            set_focus(linker,
                      subject_among(doc,
                                    (struct kt_range){first, walk->mention},
                                    start),
                      unit);
        if (!link_mentions(linker, walk, unit, cue_reach(doc, cue)))
            return false;
        if (cue->source == KT_SOURCE_NOBODY)
            continue;
        link_cue(linker, index, previous);
        previous = doc->cue_links.items[index].speaker;
        reported = !only_carries(doc, cue);
    }
    if (!link_mentions(linker, walk, unit, UINT32_MAX))
        return false;
    if (!reported)
        set_focus(linker,
                  subject_among(doc, (struct kt_range){first, walk->mention},
                                UINT32_MAX),
                  unit);
    return true;
}

/* ------------------------------------------------------------- the stage */

/*
 * A quotation over paragraphs has its cue at the end or the start; the
 * other parts, which stand alone, take its speaker.
 */
static void
share_over_paragraphs(struct kt_doc *doc)
{
    for (uint32_t i = doc->cues.count; i-- > 1;) {
        uint32_t quote = doc->cues.items[i].quote;
        uint32_t before = doc->cues.items[i - 1].quote;
        if (quote == KT_NONE || before == KT_NONE ||
            doc->quotes.items[quote].carries_on != before ||
            doc->cues.items[i - 1].source != KT_SOURCE_FOCUS)
            continue;
        doc->cue_links.items[i - 1] = doc->cue_links.items[i];
    }
}

static void
add_links(struct kt_link *links, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        links[i] = (struct kt_link){.speaker = KT_NONE};
        for (unsigned j = 0; j < KT_PASSED; j++)
            links[i].passed[j] = KT_NONE;
    }
}

static bool
push_links(struct kt_doc *doc)
{
    uint32_t mentions = doc->mentions.count, cues = doc->cues.count;

    if (!kt_list_reserve(&doc->arena, &doc->mention_links, mentions) ||
        !kt_list_reserve(&doc->arena, &doc->cue_links, cues))
        return false;
    add_links(doc->mention_links.items, mentions);
    add_links(doc->cue_links.items, cues);
    doc->mention_links.count = mentions;
    doc->cue_links.count = cues;
    return true;
}

static bool
link_names(struct kt_linker *linker)
{
    struct kt_doc *doc = linker->doc;

    for (uint32_t i = 0; i < doc->mentions.count; i++)
        if (!kt_link_named(linker, i) || !kt_note_bearer(linker, i))
            return false;
    for (uint32_t i = 0; i < doc->cues.count; i++) {
        uint32_t mention = doc->cues.items[i].mention;
        if (mention != KT_NONE &&
            doc->mention_links.items[mention].speaker != KT_NONE)
            doc->speakers.items[doc->mention_links.items[mention].speaker]
                .source = true;
    }
    return true;
}

kutip_status
kt_link_speakers(const struct kt_engine *engine, struct kt_doc *doc)
{
    struct kt_linker linker = {.doc = doc,
                               .focus = KT_NONE,
                               .person = KT_NONE,
                               .plural = KT_NONE};
    struct walk walk = {0, 0};
    (void)engine;

    for (unsigned i = 0; i < KT_RECENT; i++)
        linker.recent[i] = KT_NONE;
    if (!push_links(doc) || !kt_name_index_init(&linker.words, doc) ||
        !kt_name_index_init(&linker.wholes, doc) || !link_names(&linker))
        return KUTIP_NO_MEMORY;
    for (uint32_t i = 0; i < doc->units.count; i++)
        if (!link_unit(&linker, &walk, i))
            return KUTIP_NO_MEMORY;
    share_over_paragraphs(doc);
    kt_choose_introductions(doc);
    return KUTIP_OK;
}
