/*
 * In: speakers and all their mentions. Out: for each speaker the mention
 * that introduces it, where role and affiliation are read.
 *
 * It is the last one with role or affiliation before the speaker's first
 * attribution ends, unless another is richer by two words or more; without
 * any, the one with the fullest name.
 */
#include "speakers.h"

#define RICHER_BY 2

/* Words of role and affiliation; 0: introduces nobody. */
static uint32_t
riches(const struct kt_doc *doc, const struct kt_mention *mention)
{
    return kt_count_words(doc, mention->role) +
           kt_count_words(doc, mention->affiliation);
}

/* The unit of the speaker's first attribution; the last unit without. */
static uint32_t
first_unit(const struct kt_doc *doc, const struct kt_speaker *speaker)
{
    return speaker->first_cue == KT_NONE
               ? doc->units.count
               : doc->cues.items[speaker->first_cue].unit;
}

static bool
introduces_better(const struct kt_doc *doc, const struct kt_speaker *speaker,
                  const struct kt_mention *candidate,
                  const struct kt_mention *held)
{
    uint32_t have = riches(doc, held), get = riches(doc, candidate);
    uint32_t have_name = kt_count_words(doc, held->name);
    uint32_t get_name = kt_count_words(doc, candidate->name);

    if (get == 0)
        return have == 0 && get_name > have_name;
    if (have == 0 || get >= have + RICHER_BY)
        return true;
    if (get + RICHER_BY <= have || get_name < have_name)
        return false;
    return candidate->unit <= first_unit(doc, speaker);
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
    }
}
