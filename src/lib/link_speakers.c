/*
 * Stage 8. In: mentions and cues. Out: speakers, and for each mention and
 * each cue the speaker it is.
 *
 *     Titi Anggraini … Titi … ia … -nya … peneliti itu     one speaker
 *
 * The document is read once, in order, with one focus: the source of the
 * last attribution; in a sentence without one, its subject. A pronoun and
 * the -nya of a cue take the focus. A wrong link is worse than none.
 */
#include "pipeline.h"
#include "speakers.h"

/* A quotation without a cue takes a focus that is this near, in units. */
#define FOCUS_UNITS 2

/* A name needs so much evidence, or a role, to be a sentence's subject:
 * anything else with a capital letter could be a thing. */
#define SUBJECT_EVIDENCE 8

struct walk {
    uint32_t mention; /* the next of doc->mentions */
    uint32_t cue;     /* the next of doc->cues */
};

static void
set_focus(struct kt_linker *linker, uint32_t speaker, uint32_t unit)
{
    if (speaker == KT_NONE)
        return;
    linker->focus = speaker;
    linker->focus_unit = unit;
    if (linker->doc->speakers.items[speaker].kind == KUTIP_GROUP)
        linker->plural = speaker;
    if (linker->doc->speakers.items[speaker].kind == KUTIP_PERSON)
        linker->person = speaker;
}

/* -------------------------------------------------------------- mentions */

/* Whom a pronoun or -nya means: a person sooner than anything else. */
static uint32_t
pronoun_focus(const struct kt_linker *linker)
{
    return linker->person != KT_NONE ? linker->person : linker->focus;
}

/* A pronoun takes the focus; mereka the last group. */
static void
link_pronoun(struct kt_linker *linker, uint32_t mention)
{
    struct kt_doc *doc = linker->doc;
    struct kt_link *link = &doc->mention_links.items[mention];
    uint32_t token = doc->mentions.items[mention].mention.first;

    if (kt_token_is(doc, token, KT_PRONOUN_PLURAL)) {
        link->speaker = linker->plural;
        link->why = "the group before";
        return;
    }
    link->speaker = pronoun_focus(linker);
    link->why = "the one talked about";
}

/* A title that nobody bears names its speaker by itself. */
static bool
link_bare_title(struct kt_linker *linker, uint32_t mention)
{
    kt_link_title(linker, mention);
    if (linker->doc->mention_links.items[mention].speaker != KT_NONE)
        return true;
    return kt_speaker_new(linker, mention, KUTIP_PERSON) != KT_NONE;
}

static bool
link_mention(struct kt_linker *linker, uint32_t mention)
{
    switch (linker->doc->mentions.items[mention].kind) {
    case KT_MENTION_PRONOUN:
        link_pronoun(linker, mention);
        return true;
    case KT_MENTION_ROLE:
        return link_bare_title(linker, mention);
    default:
        return kt_link_named(linker, mention);
    }
}

/* ------------------------------------------------------------------ focus */

/* Words before a person that keep him from being the subject. */
static bool
can_be_subject(const struct kt_doc *doc, const struct kt_mention *mention)
{
    static const unsigned no[] = {
        KT_PREPOSITION, KT_IN,         KT_FROM,        KT_TO,
        KT_BY,          KT_AND,        KT_WHO,         KT_VERB_SHAPE,
        KT_SAY_ACTIVE,  KT_SAY_PASSIVE, KT_NOT_SUBJECT, KT_AS};
    struct kt_set before;

    if (mention->kind != KT_MENTION_PERSON ||
        (!kt_range_set(mention->role) &&
         mention->evidence < SUBJECT_EVIDENCE))
        return false;
    if (mention->terms.first == 0)
        return true;
    before = doc->terms.items[mention->terms.first - 1].classes;
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (kt_set_has(before, no[i]))
            return false;
    return true;
}

/* The subject of a unit among its mentions before a token, or KT_NONE. */
static uint32_t
subject_of(const struct kt_doc *doc, struct kt_range mentions,
           uint32_t before)
{
    for (uint32_t i = mentions.first; i < mentions.end; i++) {
        const struct kt_mention *mention = &doc->mentions.items[i];
        if (mention->whole.first >= before)
            break;
        if (can_be_subject(doc, mention))
            return doc->mention_links.items[i].speaker;
    }
    return KT_NONE;
}

/* ------------------------------------------------------------------- cues */

static uint32_t
speaker_of(const struct kt_linker *linker, const struct kt_cue *cue,
           uint32_t previous, const char **why)
{
    const struct kt_doc *doc = linker->doc;
    bool near;

    switch (cue->source) {
    case KT_SOURCE_MENTION:
        *why = "named at the cue";
        return cue->mention == KT_NONE
                   ? KT_NONE
                   : doc->mention_links.items[cue->mention].speaker;
    case KT_SOURCE_CLITIC:
        *why = "-nya: the one talked about";
        return pronoun_focus(linker);
    case KT_SOURCE_PREVIOUS:
        *why = "the source of the cue before";
        return previous != KT_NONE ? previous : linker->focus;
    default:
        near = linker->focus != KT_NONE &&
               cue->unit - linker->focus_unit <= FOCUS_UNITS;
        *why = near ? "no cue: the one talked about goes on" : "nobody near";
        return near ? linker->focus : KT_NONE;
    }
}

static void
link_cue(struct kt_linker *linker, uint32_t index, uint32_t previous)
{
    struct kt_doc *doc = linker->doc;
    const struct kt_cue *cue = &doc->cues.items[index];
    struct kt_link *link = &doc->cue_links.items[index];

    link->speaker = speaker_of(linker, cue, previous, &link->why);
    if (link->speaker == KT_NONE)
        return;
    if (doc->speakers.items[link->speaker].first_cue == KT_NONE &&
        cue->type != KT_CUE_AGENT)
        doc->speakers.items[link->speaker].first_cue = index;
    set_focus(linker, link->speaker, cue->unit);
}

/* Mentions of the unit up to a token. False: out of memory. */
static bool
link_mentions(struct kt_linker *linker, struct walk *walk, uint32_t unit,
              uint32_t before)
{
    struct kt_doc *doc = linker->doc;
    while (walk->mention < doc->mentions.count &&
           doc->mentions.items[walk->mention].unit == unit &&
           doc->mentions.items[walk->mention].whole.first < before)
        if (!link_mention(linker, walk->mention++))
            return false;
    return true;
}

/* Behind the cue, its source and its content's first word. */
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
                      subject_of(doc,
                                 (struct kt_range){first, walk->mention},
                                 start),
                      unit);
        if (!link_mentions(linker, walk, unit, cue_reach(doc, cue)))
            return false;
        link_cue(linker, index, previous);
        previous = doc->cue_links.items[index].speaker;
        reported = true;
    }
    if (!link_mentions(linker, walk, unit, UINT32_MAX))
        return false;
    if (!reported)
        set_focus(linker,
                  subject_of(doc, (struct kt_range){first, walk->mention},
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

static bool
push_links(struct kt_doc *doc)
{
    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        struct kt_link *link = kt_list_push(&doc->arena, &doc->mention_links);
        if (link == NULL)
            return false;
        link->speaker = KT_NONE;
    }
    for (uint32_t i = 0; i < doc->cues.count; i++) {
        struct kt_link *link = kt_list_push(&doc->arena, &doc->cue_links);
        if (link == NULL)
            return false;
        link->speaker = KT_NONE;
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

    if (!push_links(doc) || !kt_name_index_init(&linker.words, doc) ||
        !kt_name_index_init(&linker.wholes, doc))
        return KUTIP_NO_MEMORY;
    for (uint32_t i = 0; i < doc->units.count; i++)
        if (!link_unit(&linker, &walk, i))
            return KUTIP_NO_MEMORY;
    share_over_paragraphs(doc);
    kt_choose_introductions(doc);
    return KUTIP_OK;
}
