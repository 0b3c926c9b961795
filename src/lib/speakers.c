/*
 * In: mentions with names. Out: one speaker for all mentions of the same
 * one: `Rini Astuti`, `Rini`; `Badan Intelijen (NIS)`, `NIS`.
 *
 * A name is short for an earlier one when its words are among the earlier
 * one's, or the other way round. Of several that fit, the one that fits
 * best; of equals the latest.
 */
#include "speakers.h"

/* ------------------------------------------------------------------ links */

void
kt_link_set(struct kt_doc *doc, uint32_t mention, uint32_t speaker,
            const char *why, unsigned trust)
{
    struct kt_link *link = &doc->mention_links.items[mention];
    link->speaker = speaker;
    link->why = why;
    link->trust = (uint8_t)trust;
}

void
kt_link_pass(struct kt_link *link, uint32_t speaker)
{
    for (unsigned i = 0; speaker != KT_NONE && i < KT_PASSED; i++) {
        if (link->passed[i] == speaker)
            return;
        if (link->passed[i] == KT_NONE) {
            link->passed[i] = speaker;
            return;
        }
    }
}

uint32_t
kt_speaker_new(struct kt_linker *linker, uint32_t mention,
               enum kutip_kind kind)
{
    struct kt_doc *doc = linker->doc;
    struct kt_speaker *speaker = kt_list_push(&doc->arena, &doc->speakers);
    uint32_t *person = kind == KUTIP_PERSON
                           ? kt_list_push(&doc->arena, &linker->persons)
                           : NULL;
    if (speaker == NULL || (kind == KUTIP_PERSON && person == NULL))
        return KT_NONE;
    if (person != NULL)
        *person = doc->speakers.count - 1;
    speaker->kind = (uint8_t)kind;
    speaker->named = speaker->introduced = speaker->described = mention;
    speaker->first_cue = speaker->nicknamed = KT_NONE;
    kt_link_set(doc, mention, doc->speakers.count - 1, "named here first",
                100);
    return doc->speakers.count - 1;
}

/* ---------------------------------------------------------------- persons */

static bool
index_words(struct kt_linker *linker, uint32_t speaker, struct kt_range name)
{
    struct kt_doc *doc = linker->doc;
    for (uint32_t i = name.first; i < name.end; i++)
        if (doc->tokens.items[i].kind == KT_TOKEN_WORD &&
            !kt_name_index_put(&linker->words, doc,
                               doc->tokens.items[i].hash, speaker))
            return false;
    return true;
}

/* The speaker of the person that `dan` joins to this one: `A dan B` are
 * two, however alike their names are. */
static uint32_t
joined_to(const struct kt_doc *doc, uint32_t mention)
{
    const struct kt_mention *before, *found = &doc->mentions.items[mention];
    bool joined = false;

    if (mention == 0)
        return KT_NONE;
    before = &doc->mentions.items[mention - 1];
    if (before->terms.end > found->terms.first)
        return KT_NONE;
    for (uint32_t i = before->terms.end; i < found->terms.first; i++) {
        struct kt_set set = doc->terms.items[i].classes;
        if (kt_set_has(set, KT_AND))
            joined = true;
        else if (!KT_HAS_ANY(set, KT_COMMA, KT_HONORIFIC))
            return KT_NONE;
    }
    return joined ? doc->mention_links.items[mention - 1].speaker : KT_NONE;
}

/* Does a title of respect stand before the mention's name? */
static bool
is_honoured(const struct kt_doc *doc, const struct kt_mention *mention)
{
    for (uint32_t i = mention->whole.first; i < mention->name.first; i++)
        if (kt_token_is(doc, i, KT_HONORIFIC))
            return true;
    return false;
}

/*
 * A wife is called by her name and all of her husband's: the same words
 * behind another, with a title of respect where he has a role.
 */
static bool
is_spouse(const struct kt_doc *doc, const struct kt_mention *a,
          const struct kt_mention *b)
{
    uint32_t a_words = kt_count_words(doc, a->name);
    uint32_t b_words = kt_count_words(doc, b->name);

    if (a_words < b_words)
        return is_spouse(doc, b, a);
    return b_words > 1 && a_words > b_words &&
           !kt_range_set(a->role) && kt_range_set(b->role) &&
           is_honoured(doc, a) &&
           doc->tokens.items[a->name.first].hash !=
               doc->tokens.items[b->name.first].hash;
}

/*
 * Two persons in one word, as candidates run in pairs: `Rini-Budi Santoso`.
 * Some foreigners' names look the same, so it only counts against a name
 * beside another.
 */
static bool
is_pair(const struct kt_doc *doc, struct kt_range name)
{
    for (uint32_t i = name.first; i < name.end; i++)
        if (doc->tokens.items[i].flags & KT_IS_PAIR)
            return true;
    return false;
}

/* How well the name fits the speaker's, or one he was given beside it. */
static enum kt_likeness
likeness_to(const struct kt_doc *doc, uint32_t speaker, uint32_t mention)
{
    const struct kt_speaker *found = &doc->speakers.items[speaker];
    const struct kt_mention *named = &doc->mentions.items[found->named];
    struct kt_range name = doc->mentions.items[mention].name;
    enum kt_likeness other, likeness = kt_name_likeness(doc, name,
                                                        named->name);

    if (is_spouse(doc, &doc->mentions.items[mention], named))
        return KT_UNLIKE;
    if (likeness > KT_LIKE_PAIR && likeness < KT_LIKE_SAME &&
        is_pair(doc, named->name))
        return KT_LIKE_PAIR;
    if (found->nicknamed == KT_NONE)
        return likeness;
    other = kt_name_likeness(
        doc, name, doc->mentions.items[found->nicknamed].nickname);
    return other > likeness ? other : likeness;
}

/* The person whose name agrees best, looked up by each word. *shares: there
 * is one at all who has a word of it. */
static uint32_t
find_person(const struct kt_linker *linker, uint32_t mention,
            uint32_t except, struct kt_link *link, bool *shares)
{
    const struct kt_doc *doc = linker->doc;
    struct kt_range name = doc->mentions.items[mention].name;
    uint32_t found = KT_NONE;
    int best = 0;

    for (uint32_t i = name.first; i < name.end; i++) {
        const struct kt_name_post *post = NULL;
        unsigned looked = 0;
        if (doc->tokens.items[i].kind == KT_TOKEN_WORD)
            post = kt_name_index_get(&linker->words,
                                     doc->tokens.items[i].hash);
        *shares = *shares || post != NULL;
        for (; post != NULL && looked < KT_NAME_CHAIN; looked++) {
            int likeness = likeness_to(doc, post->speaker, mention);
            if (post->speaker != found && post->speaker != except)
                kt_link_pass(link, likeness > best ? found : post->speaker);
            if (likeness > best && post->speaker != except) {
                best = likeness;
                found = post->speaker;
            }
            post = kt_name_index_before(&linker->words, post);
        }
    }
    return found;
}

/* Words that a name is worth: one that holds a piece of something else,
 * two persons, or goes over a line's end, is worth the least. */
static uint32_t
worth_of(const struct kt_doc *doc, struct kt_range name)
{
    if (is_pair(doc, name))
        return 1;
    for (uint32_t i = name.first; i < name.end; i++) {
        struct kt_set set = kt_token_classes(doc, i);
        if (i > name.first &&
            (doc->tokens.items[i].flags & KT_LINE_BEFORE))
            return 1;
        if (KT_HAS_ANY(set, KT_ORG_TAIL, KT_ORG_HEAD))
            return 1;
    }
    return kt_count_words(doc, name);
}

/* A mention of an earlier speaker may tell more of his name. */
static void
take_fuller_name(struct kt_doc *doc, uint32_t speaker, uint32_t mention)
{
    struct kt_speaker *found = &doc->speakers.items[speaker];
    struct kt_range name = doc->mentions.items[mention].name;
    struct kt_range held = doc->mentions.items[found->named].name;

    if (kt_count_words(doc, name) <= 1 && kt_count_words(doc, held) > 0)
        return; /* one word is never worth more */
    if (worth_of(doc, name) > worth_of(doc, held))
        found->named = mention;
}

/* A body of just this name, told to be one before; or KT_NONE. */
static uint32_t
body_of_name(const struct kt_linker *linker, struct kt_range name)
{
    const struct kt_name_post *post = kt_name_index_get(
        &linker->wholes, kt_hash_words(linker->doc, name));
    return post == NULL ? KT_NONE : post->speaker;
}

static bool
link_person(struct kt_linker *linker, uint32_t mention)
{
    struct kt_doc *doc = linker->doc;
    struct kt_link *link = &doc->mention_links.items[mention];
    struct kt_range name = doc->mentions.items[mention].name;
    struct kt_range nickname = doc->mentions.items[mention].nickname;
    uint32_t except = joined_to(doc, mention);
    bool shares = false;
    uint32_t speaker = find_person(linker, mention, except, link, &shares);
    const struct kt_way *way = NULL;

    if (speaker == KT_NONE)
        speaker = body_of_name(linker, name);
    if (speaker != KT_NONE &&
        doc->speakers.items[speaker].kind != KUTIP_PERSON) {
        kt_link_set(doc, mention, speaker, "the name of a body", 95);
        return true;
    }
    if (speaker != KT_NONE) {
        kt_link_set(doc, mention, speaker, "the same name", 99);
        take_fuller_name(doc, speaker, mention);
    } else {
        speaker = kt_find_another_way(linker, &doc->mentions.items[mention],
                                      except, shares, &way);
        if (speaker == KT_NONE)
            speaker = kt_speaker_new(linker, mention, KUTIP_PERSON);
        else
            kt_link_set(doc, mention, speaker, way->why, way->trust);
        if (way != NULL && way->fits == kt_name_blends)
            take_fuller_name(doc, speaker, mention);
    }
    if (speaker == KT_NONE || !index_words(linker, speaker, name))
        return false;
    if (!kt_range_set(nickname))
        return true;
    doc->speakers.items[speaker].nicknamed = mention;
    return index_words(linker, speaker, nickname);
}

/* Each costs a look at all mentions; no article has so many. */
#define CALLED_MOST 16
/* So many units back the one who is called so was talked about. */
#define CALLED_UNITS 3

void
kt_link_called(struct kt_linker *linker, uint32_t mention)
{
    struct kt_doc *doc = linker->doc;
    uint32_t by = doc->mention_links.items[mention].speaker;
    uint32_t person = linker->person;

    if (by == KT_NONE || person == KT_NONE || by == person ||
        doc->speakers.items[by].introduced != mention ||
        doc->mentions.items[mention].unit - linker->person_unit >
            CALLED_UNITS ||
        linker->called == CALLED_MOST)
        return;
    linker->called++;
    if (doc->speakers.items[by].source)
        doc->speakers.items[person].source = true;
    for (uint32_t i = mention; i < doc->mentions.count; i++)
        if (doc->mention_links.items[i].speaker == by)
            kt_link_set(doc, i, person, "what the one talked about is called",
                        90);
}

/* -------------------------------------- organisations, documents, groups */

#define INITIALS_LEAST 3 /* two letters are too often something else */

/* The acronym in a name's final bracket, which `bare` lacks, as a range; not
 * set: none. */
static struct kt_range
acronym_of(struct kt_range name, struct kt_range bare)
{
    return bare.end == name.end
               ? KT_NO_RANGE
               : (struct kt_range){bare.end + 1, name.end - 1};
}

/* Is it a regulation, by whatever word: `beleid itu`, `Pasal 3 PP itu`? */
static bool
is_regulation(const struct kt_doc *doc, const struct kt_mention *mention)
{
    return mention->kind == KT_MENTION_DOCUMENT &&
           kt_token_is(doc, mention->mention.first, KT_REGULATION);
}

/* `Laporan itu`, `lembaga tersebut`: the latest of its kind that begins with
 * the same word, or is a regulation too; else KT_NONE. */
static uint32_t
find_meant(const struct kt_doc *doc, uint32_t mention, struct kt_range name)
{
    const struct kt_mention *found = &doc->mentions.items[mention];
    uint32_t looked = 0;

    if (!found->demonstrative)
        return KT_NONE;
    for (uint32_t i = mention; i-- > 0 && looked < KT_SPEAKERS_BACK; looked++) {
        const struct kt_mention *other = &doc->mentions.items[i];
        if (other->kind == found->kind &&
            (doc->tokens.items[other->mention.first].hash ==
                 doc->tokens.items[name.first].hash ||
             (is_regulation(doc, found) && is_regulation(doc, other))))
            return doc->mention_links.items[i].speaker;
    }
    return KT_NONE;
}

/*
 * The person whose initials a word of capitals is, told in brackets behind
 * his name or not: `Rini Astuti Lestari (RAL) … RAL`. KT_NONE: nobody's, or
 * a body that the lexicon knows.
 */
static uint32_t
person_of_initials(const struct kt_linker *linker, struct kt_range name)
{
    const struct kt_doc *doc = linker->doc;
    const struct kt_name_post *post;
    uint32_t looked = 0;

    if (name.end != name.first + 1 ||
        !(doc->tokens.items[name.first].flags & KT_ALL_UPPER))
        return KT_NONE;
    post = kt_name_index_get(&linker->words,
                             doc->tokens.items[name.first].hash);
    if (post != NULL &&
        kt_name_abbreviates(
            doc, name,
            doc->mentions.items[doc->speakers.items[post->speaker].named]
                .name))
        return post->speaker;
    if (doc->tokens.items[name.first].word != 0)
        return KT_NONE;
    for (uint32_t i = doc->speakers.count;
         i-- > 0 && looked < KT_SPEAKERS_BACK; looked++) {
        const struct kt_speaker *speaker = &doc->speakers.items[i];
        if (speaker->kind == KUTIP_PERSON &&
            kt_count_words(doc, doc->mentions.items[speaker->named].name) >=
                INITIALS_LEAST &&
            kt_name_abbreviates(doc, name,
                                doc->mentions.items[speaker->named].name))
            return i;
    }
    return KT_NONE;
}

static bool
link_whole(struct kt_linker *linker, uint32_t mention, enum kutip_kind kind)
{
    struct kt_doc *doc = linker->doc;
    const struct kt_mention *found = &doc->mentions.items[mention];
    struct kt_range name = kt_range_set(found->name) ? found->name
                                                     : found->mention;
    struct kt_range bare = kt_without_bracket(doc, name);
    struct kt_range acronym = acronym_of(name, bare);
    uint32_t key = kt_hash_words(doc, bare);
    const struct kt_name_post *post = kt_name_index_get(&linker->wholes,
                                                        key);
    uint32_t speaker = find_meant(doc, mention, name);

    if (speaker == KT_NONE && post != NULL)
        speaker = post->speaker;
    if (speaker == KT_NONE)
        speaker = person_of_initials(linker, name);
    if (speaker == KT_NONE) {
        speaker = kt_speaker_new(linker, mention, kind);
        if (speaker == KT_NONE)
            return false;
    } else {
        kt_link_set(doc, mention, speaker, "the same name", 99);
    }
    if (!kt_name_index_put(&linker->wholes, doc, key, speaker))
        return false;
    return !kt_range_set(acronym) ||
           kt_name_index_put(&linker->wholes, doc,
                             kt_hash_words(doc, acronym), speaker);
}

bool
kt_tells_known(const struct kt_doc *doc, uint32_t mention)
{
    return kt_token_is(doc, doc->mentions.items[mention].mention.first,
                       KT_DEFINITE);
}

bool
kt_link_named(struct kt_linker *linker, uint32_t mention)
{
    switch (linker->doc->mentions.items[mention].kind) {
    case KT_MENTION_PERSON:
        return link_person(linker, mention);
    case KT_MENTION_ORGANISATION:
        return link_whole(linker, mention, KUTIP_ORGANIZATION);
    case KT_MENTION_GROUP:
        return link_whole(linker, mention, KUTIP_GROUP);
    case KT_MENTION_ANONYMOUS:
        return kt_tells_known(linker->doc, mention) ||
               link_whole(linker, mention, KUTIP_ANONYMOUS);
    case KT_MENTION_DOCUMENT:
        return link_whole(linker, mention, KUTIP_DOCUMENT);
    default:
        return true;
    }
}
