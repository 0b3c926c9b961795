/*
 * In: a cue with its speaker. Out: how sure its record is: the share right
 * of the template that made it (its key `trust`, percent), of the way the
 * speaker was found, and of what is known of him.
 *
 *     "Siap," kata Direktur Perludem Rini Astuti.   0.96 * 1 * 0.98
 *     "Siap," kata Forbes.                             0.96 * 1 * 0.55
 *
 * The shares were counted on labelled news (tests/tools/confidence.py
 * counts them again).
 */
#include <stdlib.h>

#include "confidence.h"
#include "names.h"

#define TRUST 96     /* of a template that does not tell its own */
#define NOBODY 20    /* nobody found: the source was not understood */
#define QUIET 60     /* the sentence names no source at all */
#define ANY_WORDS 99

/* What is known of a speaker. The first row that holds counts. */
static const struct standing {
    uint8_t kind;   /* enum kutip_kind */
    bool described; /* role or affiliation are known */
    uint8_t words;  /* the name has so many at most */
    uint8_t share;  /* percent right */
} standings[] = {
    {KUTIP_PERSON, true, 1, 93},
    {KUTIP_PERSON, true, 2, 99},
    {KUTIP_PERSON, true, 3, 97},
    {KUTIP_PERSON, true, ANY_WORDS, 60},
    {KUTIP_PERSON, false, 1, 55},
    {KUTIP_PERSON, false, 2, 85},
    {KUTIP_PERSON, false, ANY_WORDS, 70},
    {KUTIP_ORGANIZATION, false, 1, 60},
    {KUTIP_ORGANIZATION, false, ANY_WORDS, 85},
    {KUTIP_GROUP, false, ANY_WORDS, 75},
    {KUTIP_ANONYMOUS, false, ANY_WORDS, 50},
    {KUTIP_DOCUMENT, false, ANY_WORDS, 90},
};

/* Is a word of the name one of organisations or places? Then its border is
 * likely wrong: `CEO Nusa | Entertainment`. */
static bool
holds_other(const struct kt_doc *doc, struct kt_range name)
{
    for (uint32_t i = name.first; i < name.end; i++) {
        struct kt_set set = kt_token_classes(doc, i);
        if (KT_HAS_ANY(set, KT_ORG, KT_ORG_HEAD, KT_ORG_TAIL, KT_PLACE,
                       KT_STATE))
            return true;
    }
    return false;
}

static double
share_of_speaker(const struct kt_doc *doc, uint32_t index)
{
    const struct kt_speaker *speaker = &doc->speakers.items[index];
    const struct kt_mention *named = &doc->mentions.items[speaker->named];
    const struct kt_mention *tells =
        &doc->mentions.items[speaker->described];
    bool described = speaker->kind == KUTIP_PERSON &&
                     (kt_range_set(tells->role) ||
                      kt_range_set(tells->affiliation));
    uint32_t words = kt_count_words(
        doc, kt_range_set(named->name) ? named->name : named->mention);

    /* A person known by a title alone was not understood. */
    if (speaker->kind == KUTIP_PERSON && named->kind != KT_MENTION_PERSON)
        return 0.5;
    if (speaker->kind == KUTIP_PERSON && holds_other(doc, named->name))
        return 0.6;
    for (size_t i = 0; i < sizeof standings / sizeof *standings; i++)
        if (standings[i].kind == speaker->kind &&
            standings[i].described == described &&
            words <= standings[i].words)
            return standings[i].share / 100.0;
    return 0.5;
}

double
kt_confidence_of(const struct kt_doc *doc, uint32_t index)
{
    const struct kt_cue *cue = &doc->cues.items[index];
    const struct kt_link *link = &doc->cue_links.items[index];
    const char *own = kt_template_value(cue->pattern, "trust");
    double share = (own == NULL ? TRUST : strtol(own, NULL, 10)) / 100.0;

    if (link->speaker == KT_NONE)
        return share * NOBODY / 100;
    if (cue->source == KT_SOURCE_FOCUS)
        share = share * QUIET / 100;
    return share * link->trust / 100 * share_of_speaker(doc, link->speaker);
}
