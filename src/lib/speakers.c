/*
 * In: mentions with names. Out: one speaker for all mentions of the same
 * one: `Titi Anggraini`, `Titi`; `Badan Intelijen (NIS)`, `NIS`.
 *
 * A name is short for an earlier one when its words are among the earlier
 * one's, or the other way round; the latest wins.
 */
#include "speakers.h"

static void
set_link(struct kt_doc *doc, uint32_t mention, uint32_t speaker,
         const char *why)
{
    doc->mention_links.items[mention].speaker = speaker;
    doc->mention_links.items[mention].why = why;
}

uint32_t
kt_speaker_new(struct kt_linker *linker, uint32_t mention,
               enum kutip_kind kind)
{
    struct kt_doc *doc = linker->doc;
    struct kt_speaker *speaker = kt_list_push(&doc->arena, &doc->speakers);
    if (speaker == NULL)
        return KT_NONE;
    speaker->kind = (uint8_t)kind;
    speaker->named = speaker->introduced = mention;
    speaker->first_cue = speaker->nicknamed = KT_NONE;
    set_link(doc, mention, doc->speakers.count - 1, "named here first");
    return doc->speakers.count - 1;
}

/* ---------------------------------------------------------------- persons */

static void
index_words(struct kt_linker *linker, uint32_t speaker, struct kt_range name)
{
    struct kt_doc *doc = linker->doc;
    for (uint32_t i = name.first; i < name.end; i++)
        if (doc->tokens.items[i].kind == KT_TOKEN_WORD)
            kt_name_index_put(&linker->words, doc->tokens.items[i].hash,
                              speaker);
}

/* Is the name short for the speaker's, or one he was given beside it? */
static bool
bears(const struct kt_linker *linker, uint32_t speaker, struct kt_range name)
{
    const struct kt_doc *doc = linker->doc;
    const struct kt_speaker *found = &doc->speakers.items[speaker];

    if (kt_names_agree(doc, name, doc->mentions.items[found->named].name))
        return true;
    return found->nicknamed != KT_NONE &&
           kt_names_agree(doc, name,
                          doc->mentions.items[found->nicknamed].nickname);
}

/* The latest person whose name agrees, looked up by each word. */
static uint32_t
find_person(const struct kt_linker *linker, struct kt_range name)
{
    const struct kt_doc *doc = linker->doc;
    for (uint32_t i = name.first; i < name.end; i++) {
        uint32_t speaker = kt_name_index_get(&linker->words,
                                             doc->tokens.items[i].hash);
        if (doc->tokens.items[i].kind != KT_TOKEN_WORD || speaker == KT_NONE)
            continue;
        if (bears(linker, speaker, name))
            return speaker;
    }
    return KT_NONE;
}

/* How many speakers back a blend of names is looked for. */
#define BLENDS_BACK 32

/* A blend of a name's beginnings, `Zulhas`, has no word to be found by. */
static uint32_t
find_blend(const struct kt_doc *doc, struct kt_range name)
{
    uint32_t looked = 0;
    for (uint32_t i = doc->speakers.count; i-- > 0 && looked < BLENDS_BACK;) {
        struct kt_range other =
            doc->mentions.items[doc->speakers.items[i].named].name;
        if (doc->speakers.items[i].kind != KUTIP_PERSON)
            continue;
        looked++;
        if (kt_name_blends(doc, name, other) ||
            kt_name_blends(doc, other, name))
            return i;
    }
    return KT_NONE;
}

static bool
link_person(struct kt_linker *linker, uint32_t mention)
{
    struct kt_doc *doc = linker->doc;
    struct kt_range name = doc->mentions.items[mention].name;
    uint32_t speaker = find_person(linker, name);

    if (speaker == KT_NONE)
        speaker = find_blend(doc, name);
    if (speaker == KT_NONE) {
        speaker = kt_speaker_new(linker, mention, KUTIP_PERSON);
        if (speaker == KT_NONE)
            return false;
    } else {
        struct kt_speaker *found = &doc->speakers.items[speaker];
        set_link(doc, mention, speaker, "the same name");
        if (kt_count_words(doc, name) >
            kt_count_words(doc, doc->mentions.items[found->named].name))
            found->named = mention;
    }
    index_words(linker, speaker,
                doc->mentions.items[doc->speakers.items[speaker].named].name);
    if (kt_range_set(doc->mentions.items[mention].nickname)) {
        doc->speakers.items[speaker].nicknamed = mention;
        index_words(linker, speaker, doc->mentions.items[mention].nickname);
    }
    return true;
}

/* -------------------------------------- organisations, documents, groups */

/* The acronym in a name's final bracket, as a range; not set: none. */
static struct kt_range
acronym_of(const struct kt_doc *doc, struct kt_range name)
{
    struct kt_range bare = kt_without_bracket(doc, name);
    if (bare.end == name.end)
        return KT_NO_RANGE;
    return (struct kt_range){bare.end + 1, name.end - 1};
}

static bool
link_whole(struct kt_linker *linker, uint32_t mention, enum kutip_kind kind)
{
    struct kt_doc *doc = linker->doc;
    const struct kt_mention *found = &doc->mentions.items[mention];
    struct kt_range name = kt_range_set(found->name) ? found->name
                                                     : found->mention;
    struct kt_range acronym = acronym_of(doc, name);
    uint32_t key = kt_hash_words(doc, kt_without_bracket(doc, name));
    uint32_t speaker = kt_name_index_get(&linker->wholes, key);

    if (speaker == KT_NONE) {
        speaker = kt_speaker_new(linker, mention, kind);
        if (speaker == KT_NONE)
            return false;
    } else {
        set_link(doc, mention, speaker, "the same name");
    }
    kt_name_index_put(&linker->wholes, key, speaker);
    if (kt_range_set(acronym))
        kt_name_index_put(&linker->wholes, kt_hash_words(doc, acronym),
                          speaker);
    return true;
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
        return link_whole(linker, mention, KUTIP_ANONYMOUS);
    case KT_MENTION_DOCUMENT:
        return link_whole(linker, mention, KUTIP_DOCUMENT);
    default:
        return true;
    }
}

/* ---------------------------------------------------- titles, descriptions */

/* How far back a title looks for its bearer: as far as a reader would. */
#define SPEAKERS_BACK 64

static uint32_t
entry_group(const struct kt_doc *doc, struct kt_range tokens)
{
    uint32_t entry = 0;
    if (tokens.first >= tokens.end)
        return 0;
    kt_longest_entry(doc, tokens.first, tokens.end, &entry, NULL);
    return entry == 0 ? 0 : doc->engine->lexicon.entries[entry].group;
}

static bool
holds_hash(const struct kt_doc *doc, struct kt_range tokens, uint32_t hash)
{
    for (uint32_t i = tokens.first; i < tokens.end; i++)
        if (doc->tokens.items[i].hash == hash)
            return true;
    return false;
}

/* The very same title: its words, or its short form. */
static bool
title_is(const struct kt_doc *doc, struct kt_range title,
         const struct kt_mention *bearer)
{
    uint32_t group = entry_group(doc, title);

    if (group != 0 && group == entry_group(doc, bearer->role))
        return true;
    return kt_hash_words(doc, title) == kt_hash_words(doc, bearer->role);
}

/* Are all words of the title among the bearer's role and affiliation? */
static bool
title_fits(const struct kt_doc *doc, struct kt_range title,
           const struct kt_mention *bearer)
{
    for (uint32_t i = title.first; i < title.end; i++) {
        const struct kt_token *token = &doc->tokens.items[i];
        if (token->kind == KT_TOKEN_WORD &&
            !kt_token_is(doc, i, KT_DEMONSTRATIVE) &&
            !holds_hash(doc, bearer->role, token->hash) &&
            !holds_hash(doc, bearer->affiliation, token->hash))
            return false;
    }
    return true;
}

static uint32_t
find_bearer(const struct kt_doc *doc, struct kt_range title, uint32_t mention,
            bool (*fits)(const struct kt_doc *doc, struct kt_range title,
                         const struct kt_mention *bearer))
{
    uint32_t looked = 0;
    for (uint32_t i = mention; i-- > 0 && looked < SPEAKERS_BACK;) {
        const struct kt_mention *bearer = &doc->mentions.items[i];
        if (bearer->kind != KT_MENTION_PERSON ||
            !kt_range_set(bearer->role))
            continue;
        looked++;
        if (fits(doc, title, bearer))
            return doc->mention_links.items[i].speaker;
    }
    return KT_NONE;
}

void
kt_link_title(struct kt_linker *linker, uint32_t mention)
{
    struct kt_doc *doc = linker->doc;
    struct kt_range title = doc->mentions.items[mention].mention;
    uint32_t speaker = find_bearer(doc, title, mention, title_is);

    if (speaker == KT_NONE)
        speaker = find_bearer(doc, title, mention, title_fits);
    if (speaker != KT_NONE) {
        set_link(doc, mention, speaker, "the latest with this title");
    } else if (doc->mentions.items[mention].demonstrative &&
               linker->focus != KT_NONE) {
        set_link(doc, mention, linker->focus, "the one talked about");
    }
}
