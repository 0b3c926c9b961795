/*
 * In: speakers and all their mentions. Out: for each speaker the mention
 * that introduces him, and the one that tells his role and affiliation.
 *
 * He is introduced by the last mention with his name and a role before his
 * first attribution ends: newspapers say again who somebody is where they
 * let him speak. Another is taken where it tells more by some words. Where
 * no mention has both name and role, the role is read elsewhere:
 *
 *     Rini Astuti datang. … Rini, yang juga guru besar, …
 */
#include "speakers.h"

/* So many words more of role and affiliation outweigh the place. */
#define RICHER_BY 4

/* Words of a name that make it whole: given name and another. */
#define WHOLE_NAME 2

/* What of a mention matters here. */
struct telling {
    const struct kt_mention *mention;
    uint32_t words;  /* of the name */
    uint32_t riches; /* words of role and affiliation; 0: introduces nobody */
};

static struct telling
told_by(const struct kt_doc *doc, uint32_t index)
{
    const struct kt_mention *mention = &doc->mentions.items[index];
    struct telling telling = {.mention = mention,
                              .words = kt_count_words(doc, mention->name)};

    /* `pria yang akrab disapa Bus` */
    if (!mention->called || !kt_is_human(doc, mention->role))
        telling.riches = kt_count_words(doc, mention->role) +
                         kt_count_words(doc, mention->affiliation);
    return telling;
}

/* Has the mention as much of the speaker's name as introductions have? */
static bool
has_whole_name(const struct kt_doc *doc, const struct kt_speaker *speaker,
               const struct telling *telling)
{
    return telling->words >= WHOLE_NAME ||
           telling->words >=
               kt_count_words(doc, doc->mentions.items[speaker->named].name);
}

/* The unit of the speaker's first attribution; the last unit without. */
static uint32_t
first_unit(const struct kt_doc *doc, const struct kt_speaker *speaker)
{
    return speaker->first_cue == KT_NONE
               ? doc->units.count
               : doc->cues.items[speaker->first_cue].unit;
}

/* Is the role one that he has besides: `Rini Astuti, yang juga Ketua`? */
static bool
tells_second(const struct kt_doc *doc, const struct kt_mention *mention)
{
    uint32_t behind = mention->mention.end;

    if (!kt_range_set(mention->role) || mention->role.first < behind)
        return false;
    if (behind < mention->role.first &&
        doc->tokens.items[behind].kind == KT_TOKEN_MARK)
        behind++;
    return kt_token_is(doc, behind, KT_WHO);
}

/* Of two that tell a role: the later one before he speaks, or the richer;
 * a second office only where no first is told. */
static bool
tells_better(const struct kt_doc *doc, const struct kt_speaker *speaker,
             const struct telling *candidate, const struct telling *held)
{
    uint32_t have = held->riches, get = candidate->riches;
    bool second;

    if (get == 0 || have == 0)
        return get > 0;
    second = tells_second(doc, held->mention);
    if (tells_second(doc, candidate->mention) != second)
        return second;
    if (get >= have + RICHER_BY)
        return true;
    if (get + RICHER_BY <= have)
        return false;
    return candidate->mention->unit <= first_unit(doc, speaker);
}

static bool
introduces_better(const struct kt_doc *doc, const struct kt_speaker *speaker,
                  const struct telling *candidate, const struct telling *held)
{
    bool have = has_whole_name(doc, speaker, held);
    bool get = has_whole_name(doc, speaker, candidate);

    if (have != get)
        return get;
    if (candidate->riches == 0)
        return held->riches == 0 && candidate->words > held->words;
    return tells_better(doc, speaker, candidate, held);
}

/* Compares a mention of the speaker with those taken so far. */
static void
try_mention(const struct kt_doc *doc, struct kt_speaker *speaker,
            uint32_t mention)
{
    struct telling held, candidate;
    bool same = speaker->introduced == speaker->described;

    if (same && mention == speaker->introduced)
        return; /* it is no better than itself */
    candidate = told_by(doc, mention);
    held = told_by(doc, speaker->introduced);
    if (introduces_better(doc, speaker, &candidate, &held))
        speaker->introduced = mention;
    if (!same)
        held = told_by(doc, speaker->described);
    if (tells_better(doc, speaker, &candidate, &held))
        speaker->described = mention;
}

void
kt_choose_introductions(struct kt_doc *doc)
{
    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        uint32_t speaker = doc->mention_links.items[i].speaker;
        if (speaker != KT_NONE &&
            doc->mentions.items[i].kind == KT_MENTION_PERSON)
            try_mention(doc, &doc->speakers.items[speaker], i);
    }
    for (uint32_t i = 0; i < doc->speakers.count; i++) {
        struct kt_speaker *found = &doc->speakers.items[i];
        if (found->introduced != found->described &&
            told_by(doc, found->introduced).riches > 0)
            found->described = found->introduced;
    }
}
