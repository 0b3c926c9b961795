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

/* Words of role and affiliation; 0: introduces nobody. */
static uint32_t
riches(const struct kt_doc *doc, const struct kt_mention *mention)
{
    if (mention->called && kt_is_human(doc, mention->role))
        return 0; /* `pria yang akrab disapa Bus` */
    return kt_count_words(doc, mention->role) +
           kt_count_words(doc, mention->affiliation);
}

/* Has the mention as much of the speaker's name as introductions have? */
static bool
has_whole_name(const struct kt_doc *doc, const struct kt_speaker *speaker,
               const struct kt_mention *mention)
{
    uint32_t words = kt_count_words(doc, mention->name);
    return words >= WHOLE_NAME ||
           words >= kt_count_words(doc,
                                   doc->mentions.items[speaker->named].name);
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
             const struct kt_mention *candidate,
             const struct kt_mention *held)
{
    uint32_t have = riches(doc, held), get = riches(doc, candidate);

    if (get == 0)
        return false;
    if (have == 0 || tells_second(doc, candidate) != tells_second(doc, held))
        return have == 0 || tells_second(doc, held);
    if (get >= have + RICHER_BY)
        return true;
    if (get + RICHER_BY <= have)
        return false;
    return candidate->unit <= first_unit(doc, speaker);
}

static bool
introduces_better(const struct kt_doc *doc, const struct kt_speaker *speaker,
                  const struct kt_mention *candidate,
                  const struct kt_mention *held)
{
    bool have = has_whole_name(doc, speaker, held);
    bool get = has_whole_name(doc, speaker, candidate);

    if (have != get)
        return get;
    if (riches(doc, candidate) == 0)
        return riches(doc, held) == 0 &&
               kt_count_words(doc, candidate->name) >
                   kt_count_words(doc, held->name);
    return tells_better(doc, speaker, candidate, held);
}

void
kt_choose_introductions(struct kt_doc *doc)
{
    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        const struct kt_mention *mention = &doc->mentions.items[i];
        uint32_t speaker = doc->mention_links.items[i].speaker;
        struct kt_speaker *found;
        if (speaker == KT_NONE || mention->kind != KT_MENTION_PERSON)
            continue;
        found = &doc->speakers.items[speaker];
        if (introduces_better(doc, found, mention,
                              &doc->mentions.items[found->introduced]))
            found->introduced = i;
        if (tells_better(doc, found, mention,
                         &doc->mentions.items[found->described]))
            found->described = i;
    }
    for (uint32_t i = 0; i < doc->speakers.count; i++) {
        struct kt_speaker *found = &doc->speakers.items[i];
        if (riches(doc, &doc->mentions.items[found->introduced]) > 0)
            found->described = found->introduced;
    }
}
