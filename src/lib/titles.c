/*
 * In: a title or description that stands alone: `Mendag`, `Presiden`,
 * `pakar tersebut`. Out: whom it means.
 *
 * Whoever bears all its words in role and affiliation, a short form being
 * the same as its full one (one entry group of the words files). The one
 * with the fewest words beside them wins: `Presiden` is the state's before
 * a union's; of equals, the latest. A description with `itu` that nobody
 * bears means the one being talked about.
 */
#include <string.h>

#include "speakers.h"
#include "text.h"

/* How far a title looks for its bearer either way: as a reader would. */
#define BEARERS_LOOKED 64

/* What a fit can lose and still be one. */
#define FIT_EXACT 100
#define FIT_WORD 3  /* for each word of the role that the title lacks */
#define FIT_BODY 3  /* for an affiliation that the title does not name */
#define FIT_FOCUS 2 /* the other way: he is being talked about */

struct search {
    struct kt_range title;
    uint32_t group;   /* of the entry it begins with, 0: none */
    uint32_t length;  /* tokens of that entry */
    const char *full; /* what it is short for, or NULL */
    uint32_t speaker;
    int best;
    bool behind; /* only a later mention bears it */
};

/* The longest entry a range begins with, and its number of tokens. */
static uint32_t
leading_group(const struct kt_doc *doc, struct kt_range tokens,
              uint32_t *length)
{
    uint32_t entry = 0;
    *length = 0;
    if (tokens.first >= tokens.end)
        return 0;
    *length = kt_longest_entry(doc, tokens.first, tokens.end, &entry, NULL);
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

/* Words of a range that the other lacks, and the bearer's affiliation and
 * name; a demonstrative is none. */
static uint32_t
words_beyond(const struct kt_doc *doc, struct kt_range tokens,
             struct kt_range other, const struct kt_mention *bearer)
{
    uint32_t beyond = 0;
    for (uint32_t i = tokens.first; i < tokens.end; i++) {
        const struct kt_token *token = &doc->tokens.items[i];
        if (token->kind == KT_TOKEN_WORD &&
            !kt_token_is(doc, i, KT_DEMONSTRATIVE) &&
            !holds_hash(doc, other, token->hash) &&
            (bearer == NULL ||
             (!holds_hash(doc, bearer->affiliation, token->hash) &&
              !holds_hash(doc, bearer->name, token->hash))))
            beyond++;
    }
    return beyond;
}

#define SHORT_LENGTH 64

/* What the title's first word or phrase is short for, or NULL; a short
 * form of role and body is no entry group, `kadiskes`. */
static const char *
long_form(const struct kt_doc *doc, const struct search *search)
{
    struct kt_range head = search->title;
    char folded[3 * SHORT_LENGTH];
    struct kutip_span text;

    if (search->length == 0)
        return NULL;
    head.end = head.first + search->length;
    text = kt_span_of(doc, head);
    if (text.length > SHORT_LENGTH)
        return NULL;
    return kt_expansions_find(
        &doc->engine->expansions, folded,
        kt_text_fold(text.text, text.length, folded, sizeof folded));
}

/* Are all words of a long form among the bearer's role and affiliation? */
static bool
bears_words(const struct kt_doc *doc, const char *words,
            const struct kt_mention *bearer)
{
    while (*words != '\0') {
        size_t length = strcspn(words, " ");
        uint32_t hash = kt_text_hash(words, length);
        if (!holds_hash(doc, bearer->role, hash) &&
            !holds_hash(doc, bearer->affiliation, hash))
            return false;
        words += length + (words[length] == ' ');
    }
    return true;
}

/* How a mention calls itself: its role, or all of it. */
static struct kt_range
title_of(const struct kt_mention *bearer)
{
    return kt_range_set(bearer->role) ? bearer->role : bearer->mention;
}

/* Does the bearer's title begin with the same entry as the title, perhaps in
 * another form? */
static bool
begins_alike(const struct kt_doc *doc, const struct search *search,
             struct kt_bearer *bearer)
{
    if (search->group == 0)
        return false;
    if (bearer->group == KT_NONE)
        bearer->group = leading_group(
            doc, title_of(&doc->mentions.items[bearer->mention]),
            &bearer->length);
    return bearer->group == search->group;
}

/* How well a title fits a bearer; 0: it does not. */
static int
fit_of(const struct kt_doc *doc, const struct search *search,
       struct kt_bearer *candidate)
{
    const struct kt_mention *bearer = &doc->mentions.items[candidate->mention];
    struct kt_range title = search->title, role = title_of(bearer);
    uint32_t more;
    uint32_t head = doc->tokens.items[title.first].hash;
    int fit = FIT_EXACT;

    if (begins_alike(doc, search, candidate)) {
        title.first += search->length;
        role.first += candidate->length;
    } else if (search->full != NULL &&
               bears_words(doc, search->full, bearer)) {
        title.first += search->length;
        fit -= FIT_WORD;
    } else if (!holds_hash(doc, role, head) &&
               !holds_hash(doc, bearer->name, head)) {
        return 0; /* `Pengelola` is no Ketua Gabungan Pengelola Bioskop */
    }
    if (words_beyond(doc, title, role, bearer) > 0)
        return 0;
    more = words_beyond(doc, role, title, NULL);
    fit -= (int)(more < 20 ? more : 20) * FIT_WORD;
    if (kt_range_set(bearer->affiliation) &&
        words_beyond(doc, bearer->affiliation, title, NULL) > 0)
        fit -= FIT_BODY;
    return fit;
}

/* Does the mention bear the title better than those seen before? */
static void
try_bearer(const struct kt_linker *linker, struct search *search,
           struct kt_bearer *bearer, struct kt_link *link)
{
    const struct kt_doc *doc = linker->doc;
    uint32_t speaker = doc->mention_links.items[bearer->mention].speaker;
    int fit = speaker == KT_NONE ? 0 : fit_of(doc, search, bearer);

    if (fit == 0)
        return;
    if (speaker == linker->person)
        fit += FIT_FOCUS;
    if (speaker != search->speaker)
        kt_link_pass(link, fit > search->best ? search->speaker : speaker);
    if (fit > search->best) {
        search->best = fit;
        search->speaker = speaker;
    }
}

/* Persons with a role, and somebody unnamed: `seorang ibu … ibu itu`. */
static bool
bears_a_title(const struct kt_doc *doc,
              const struct kt_mention *mention)
{
    return (mention->kind == KT_MENTION_ANONYMOUS &&
            !kt_token_is(doc, mention->mention.first, KT_DEFINITE)) ||
           (mention->kind == KT_MENTION_PERSON &&
            kt_range_set(mention->role));
}

bool
kt_note_bearer(struct kt_linker *linker, uint32_t mention)
{
    struct kt_doc *doc = linker->doc;
    struct kt_bearer *bearer;

    if (!bears_a_title(doc, &doc->mentions.items[mention]))
        return true;
    bearer = kt_list_push(&doc->arena, &linker->bearers);
    if (bearer == NULL)
        return false;
    *bearer = (struct kt_bearer){.mention = mention, .group = KT_NONE};
    return true;
}

/* How many bearers stand before the mention. */
static uint32_t
bearers_before(const struct kt_linker *linker, uint32_t mention)
{
    uint32_t low = 0, high = linker->bearers.count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (linker->bearers.items[middle].mention < mention)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The best bearer before the mention; only where there is none, behind. */
static struct search
find_bearer(const struct kt_linker *linker, uint32_t mention,
            struct kt_link *link)
{
    const struct kt_doc *doc = linker->doc;
    struct search search = {.title = doc->mentions.items[mention].mention,
                            .speaker = KT_NONE};
    struct kt_bearer *bearers = linker->bearers.items;
    uint32_t middle = bearers_before(linker, mention);

    search.title.first += kt_tells_known(doc, mention);
    search.group = leading_group(doc, search.title, &search.length);
    search.full = long_form(doc, &search);
    for (uint32_t i = middle; i-- > 0 && middle - i <= BEARERS_LOOKED;)
        try_bearer(linker, &search, &bearers[i], link);
    for (uint32_t i = middle; search.speaker == KT_NONE &&
                              i < linker->bearers.count &&
                              i - middle < BEARERS_LOOKED;
         i++) {
        try_bearer(linker, &search, &bearers[i], link);
        search.behind = true;
    }
    return search;
}

/*
 * Is the title an office, of which there is one (`Gubernur Bengkulu`), or
 * written as one (`Direktur Perludem`, `kata Presiden`)? A capital alone can
 * be that of the sentence's first word: `Analis pasar`.
 */
static bool
is_office(const struct kt_doc *doc, struct kt_range title)
{
    struct kt_set classes;
    const struct kt_token *tokens = doc->tokens.items;

    if (kt_longest_entry(doc, title.first, title.end, NULL, &classes)) {
        if (kt_set_has(classes, KT_ROLE_WHOLE))
            return true;
        if (kt_set_has(classes, KT_RELATIVE))
            return false; /* `Kakak Rini Astuti`: the capitals are hers */
    }
    if (title.end == title.first + 1 &&
        (title.first == 0 ||
         tokens[title.first - 1].kind != KT_TOKEN_WORD))
        return false;
    return (tokens[title.first].flags & KT_CAPITALISED) &&
           (tokens[title.end - 1].flags & KT_CAPITALISED);
}

/* A title that nobody bears names its speaker by itself, and again. Who
 * holds an office is somebody; another may be anybody. */
static bool
link_unborne(struct kt_linker *linker, uint32_t mention)
{
    struct kt_doc *doc = linker->doc;
    struct kt_range title = doc->mentions.items[mention].mention;
    uint32_t key = kt_hash_words(doc, title);
    const struct kt_name_post *post = kt_name_index_get(&linker->wholes,
                                                        key);
    uint32_t speaker;

    if (post != NULL) {
        kt_link_set(doc, mention, post->speaker, "the same title", 85);
        return true;
    }
    speaker = kt_speaker_new(linker, mention,
                             is_office(doc, title) ? KUTIP_PERSON
                                                   : KUTIP_ANONYMOUS);
    if (speaker == KT_NONE)
        return false;
    kt_link_set(doc, mention, speaker, "a title that nobody bears", 75);
    return kt_name_index_put(&linker->wholes, doc, key, speaker);
}

/* `sang petarung`, but not `sang ayah`, who is somebody else's, nor one with
 * capitals, `sang gitaris Budi Santoso`. */
static bool
is_plain(const struct kt_doc *doc, uint32_t mention, struct kt_range title)
{
    return kt_tells_known(doc, mention) && title.first < title.end &&
           !kt_token_is(doc, title.first, KT_RELATIVE) &&
           !(doc->tokens.items[title.end - 1].flags & KT_CAPITALISED);
}

bool
kt_link_title(struct kt_linker *linker, uint32_t mention)
{
    struct kt_doc *doc = linker->doc;
    struct kt_link *link = &doc->mention_links.items[mention];
    struct search search = find_bearer(linker, mention, link);

    if (search.speaker != KT_NONE) {
        bool exact = search.best >= FIT_EXACT;
        kt_link_set(doc, mention, search.speaker,
                    exact ? "bears this title" : "bears the title's words",
                    search.behind ? 85 : exact ? 97 : 92);
        return true;
    }
    if ((doc->mentions.items[mention].demonstrative ||
         is_plain(doc, mention, search.title)) &&
        linker->person != KT_NONE &&
        !kt_token_is(doc, search.title.first, KT_INFORMANT)) {
        kt_link_set(doc, mention, linker->person, "the one talked about", 88);
        return true;
    }
    return link_unborne(linker, mention);
}
