/*
 * Stage 6. In: the terms of each row. Out: mentions (who is named where,
 * with rank, name, role and affiliation), and nodes: the row again, with
 * each mention as one node, for the cue templates.
 *
 *     kata Wakil Ketua DPR Budi Santoso, Senin (13/4/2020).
 *          MENTION PERSON              , TIME
 *
 * Reads every row: the introduction of a speaker often stands in one that
 * quotes nobody. Does not know who is who; that is link_speakers.
 */
#include <string.h>

#include "mention_words.h"
#include "pipeline.h"
#include "rows.h"
#include "terms.h"

/* What a mention of a kind is as one node. */
static const struct kt_set node_classes[] = {
    [KT_MENTION_PERSON] = KT_SET(KT_MENTION, KT_PERSON),
    [KT_MENTION_ORGANISATION] = KT_SET(KT_MENTION, KT_ORGANISATION),
    [KT_MENTION_ROLE] = KT_SET(KT_MENTION, KT_ROLE_MENTION),
    [KT_MENTION_PRONOUN] = KT_SET(KT_MENTION, KT_PRONOUN),
    [KT_MENTION_GROUP] = KT_SET(KT_MENTION, KT_GROUP_MENTION),
    [KT_MENTION_ANONYMOUS] = KT_SET(KT_MENTION, KT_ANONYMOUS),
    [KT_MENTION_DOCUMENT] = KT_SET(KT_MENTION, KT_DOCUMENT_MENTION),
};

#define KINDS (sizeof node_classes / sizeof *node_classes)

void
kt_foresee_mentions(void (*see)(void *, struct kt_set), void *see_context)
{
    for (unsigned kind = 0; kind < KINDS; kind++)
        see(see_context, node_classes[kind]);
}

/* The document's mentions under way. */
struct reader {
    struct kt_doc *doc;
    struct kt_word_hints hints;
    struct kt_row all;         /* the terms of all rows */
    uint32_t node_sets[KINDS]; /* numbers of node_classes */
};

/* ---------------------------------------------------------- the matches */

#define MATCHES_MAX 16

/* Moves the last of some matches to its place; the others are in order. */
static void
put_in_order(struct kt_match *matches, uint32_t last)
{
    struct kt_match match;
    uint32_t place = last;

    while (place > 0 && kt_match_before(&matches[last], &matches[place - 1]))
        place--;
    if (place == last)
        return;
    match = matches[last];
    memmove(&matches[place + 1], &matches[place],
            (last - place) * sizeof *matches);
    matches[place] = match;
}

/* All of the templates that match at a term, best first. Returns how many. */
static uint32_t
all_matches(struct kt_doc *doc, const struct kt_row *row, uint32_t at,
            struct kt_may may, struct kt_match matches[MATCHES_MAX])
{
    const struct kt_family *family = doc->engine->mentions;
    const struct kt_template *pattern;
    uint32_t count = 0;

    while (count < MATCHES_MAX &&
           (pattern = kt_may_take(family, &may)) != NULL)
        if (kt_row_match(doc, pattern, row, at, &matches[count]) &&
            matches[count].whole.end > matches[count].whole.first)
            put_in_order(matches, count++);
    return count;
}

/* A slot of the match as terms of the document; not set where it is not. */
static struct kt_range
slot_terms(const struct kt_match *match, enum kt_slot slot, uint32_t base)
{
    struct kt_range range = match->slots[slot];
    return (struct kt_range){range.first + base, range.end + base};
}

/* ------------------------------------------------------------- its kind */

/* A lone pronoun, or a document with all its words. */
static bool
special_kind(const struct kt_doc *doc, const struct kt_word_hints *hints,
             struct kt_range terms, struct kt_mention *mention)
{
    uint32_t first = terms.first;
    bool pronoun;

    if (!KT_TERM_IS_ANY(doc, first, KT_PRONOUN, KT_PRONOUN_PLURAL, KT_SELF,
                        KT_DOCUMENT))
        return false;
    pronoun = KT_TERM_IS_ANY(doc, first, KT_PRONOUN, KT_PRONOUN_PLURAL,
                             KT_SELF);
    mention->kind = pronoun ? KT_MENTION_PRONOUN : KT_MENTION_DOCUMENT;
    mention->mention = kt_tokens_of(doc, terms);
    if (pronoun)
        return true;
    mention->name = mention->mention;
    kt_split_role(doc, hints, (struct kt_range){first + 1, terms.end},
                  mention); /* whose document: `Laporan Bank Dunia` */
    mention->role = KT_NO_RANGE;
    return true;
}

/* ----------------------------------------------------------- one mention */

static struct kt_mention
empty_mention(void)
{
    struct kt_mention mention = {0};
    mention.whole = mention.mention = mention.name = KT_NO_RANGE;
    mention.role = mention.affiliation = mention.nickname = KT_NO_RANGE;
    return mention;
}

static void
widen(struct kt_range *whole, struct kt_range part)
{
    if (part.first >= part.end)
        return;
    if (!kt_range_set(*whole)) {
        *whole = part;
        return;
    }
    if (part.first < whole->first)
        whole->first = part.first;
    if (part.end > whole->end)
        whole->end = part.end;
}

/* The template's key `kind` tells it of the whole source, whose name may be
 * a part of it (`akun Rini`). False: no key. */
static bool
told_kind(const struct kt_doc *doc, const struct kt_template *pattern,
          struct kt_range source, struct kt_range name,
          struct kt_mention *mention)
{
    static const struct {
        const char *name;
        uint8_t kind;
    } kinds[] = {{"organization", KT_MENTION_ORGANISATION},
                 {"group", KT_MENTION_GROUP},
                 {"anonymous", KT_MENTION_ANONYMOUS},
                 {"document", KT_MENTION_DOCUMENT},
                 {"person", KT_MENTION_PERSON}};
    const char *told;

    if (pattern->key_count == 0 ||
        (told = kt_template_value(pattern, "kind")) == NULL)
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(told, kinds[i].name) == 0) {
            mention->kind = kinds[i].kind;
            mention->mention = kt_tokens_of(doc, source);
            mention->name = kt_tokens_of(doc, name);
            if (!kt_range_set(mention->name))
                mention->name = mention->mention;
            return true;
        }
    return false;
}

/* The evidence it takes for `Budi, Ketua Panitia Ani,` to name two. */
#define SECOND_NAME 15

/* The first `di` of a stretch, or `dari`, or its end. */
static uint32_t
first_of(const struct kt_doc *doc, struct kt_range terms, unsigned class)
{
    while (terms.first < terms.end && !kt_term_is(doc, terms.first, class))
        terms.first++;
    return terms.first;
}

/* Is somebody named in the first terms of a stretch, before its `di`? Then it
 * tells where he spoke: `Gubernur Rini Astuti di Gedung …`; or whose he is,
 * with `dari`. */
static bool
names_before(const struct kt_doc *doc, const struct kt_word_hints *hints,
             struct kt_range terms, uint32_t end)
{
    struct kt_mention named;

    if (end == terms.first || end == terms.end)
        return false;
    named = empty_mention();
    kt_split_parts(doc, hints, (struct kt_range){terms.first, end}, &named);
    return kt_range_set(named.name);
}

/*
 * A stretch with `di` inside is of one person who is named behind it:
 * `Kepala Urusan Umum di Desa Wonorejo Budi Santoso`.
 */
static bool
split_source(const struct kt_doc *doc, const struct kt_word_hints *hints,
             struct kt_range source, struct kt_mention *mention)
{
    static const struct kt_set links = KT_SET(KT_IN, KT_FROM);
    uint32_t in;

    if (!kt_terms_meet(doc, source, links)) {
        kt_split_parts(doc, hints, source, mention);
        return true;
    }
    in = first_of(doc, source, KT_IN);
    if (names_before(doc, hints, source, in) ||
        (in > source.first && in < source.end &&
         kt_terms_have(doc, (struct kt_range){source.first, in},
                       KT_ROLE_WHOLE)))
        return false;
    kt_split_parts(doc, hints, source, mention);
    if (kt_range_set(mention->name))
        return true;
    return (in == source.end || in == source.first) &&
           !names_before(doc, hints, source, first_of(doc, source, KT_FROM));
}

/* Reads the parts a match binds together. False: nobody is mentioned. */
static bool
read_parts(const struct kt_doc *doc, const struct kt_word_hints *hints,
           const struct kt_match *match, uint32_t base,
           struct kt_mention *mention)
{
    struct kt_range source = slot_terms(match, KT_SLOT_SOURCE, base);
    struct kt_range role = slot_terms(match, KT_SLOT_ROLE, base);
    struct kt_range name = slot_terms(match, KT_SLOT_NAME, base);
    struct kt_range nickname = slot_terms(match, KT_SLOT_NICKNAME, base);

    if (told_kind(doc, match->pattern, source, name, mention))
        return true;
    mention->nickname = kt_tokens_of(doc, nickname);
    mention->demonstrative =
        kt_term_is(doc, base + match->whole.end - 1, KT_DEMONSTRATIVE);
    if (kt_range_set(source)) {
        if (special_kind(doc, hints, source, mention))
            return true;
        if (!split_source(doc, hints, source, mention))
            return false;
        if (kt_range_set(role))
            kt_add_body(doc, hints, role, mention);
        role = KT_NO_RANGE;
    }
    if (kt_range_set(role) && kt_range_set(name) && name.first < role.first) {
        kt_split_parts(doc, hints, role, mention);
        if (mention->evidence >= SECOND_NAME)
            return false;
        *mention = empty_mention();
    }
    if (kt_range_set(role)) {
        if (kt_range_set(name) && role.first < name.first &&
            names_before(doc, hints, role, first_of(doc, role, KT_IN)))
            return false;
        kt_split_role(doc, hints, role, mention);
    }
    if (kt_range_set(name)) {
        if (!kt_is_name(doc, hints, name))
            return false;
        kt_split_name(doc, name, mention);
    }
    if (kt_range_set(mention->name)) {
        kt_set_named_kind(doc, base + match->whole.first, mention);
        return true;
    }
    return kt_set_unnamed_kind(doc, kt_range_set(role) ? role : source,
                               mention);
}

/* Terms that cover a range of tokens, within [first, end). */
static struct kt_range
terms_of(const struct kt_doc *doc, struct kt_range tokens, uint32_t first,
         uint32_t end)
{
    while (first < end && doc->terms.items[first].end_token <= tokens.first)
        first++;
    while (end > first && doc->terms.items[end - 1].first_token >= tokens.end)
        end--;
    return (struct kt_range){first, end};
}

/* Widens the mention over its parts, and over what the match ends with. */
static void
set_extent(const struct kt_doc *doc, const struct kt_match *match,
           uint32_t base, struct kt_mention *mention)
{
    uint32_t end = base + match->whole.end;

    widen(&mention->whole, mention->mention);
    widen(&mention->whole, mention->role);
    widen(&mention->whole, mention->affiliation);
    mention->terms =
        terms_of(doc, mention->whole, base + match->whole.first, end);
    if (mention->terms.end > mention->terms.first && mention->terms.first < end)
        mention->terms.end = end; /* an age, a demonstrative */
    if (mention->kind == KT_MENTION_PERSON &&
        mention->terms.first == base + match->whole.first + 1 &&
        kt_term_is(doc, mention->terms.first - 1, KT_INDEFINITE))
        mention->terms.first--; /* `kata seorang warga bernama Rini` */
    if (mention->demonstrative && mention->kind != KT_MENTION_PERSON)
        mention->mention = mention->whole = kt_tokens_of(doc, mention->terms);
}

/*
 * The mention at a term of the row: of the matches of these templates, the
 * best that names somebody. Returns where the scan goes on; the same position
 * when nobody is mentioned there.
 */
static uint32_t
mention_at(struct kt_doc *doc, const struct kt_word_hints *hints,
           const struct kt_row *row, uint32_t base, uint32_t at,
           struct kt_may may, struct kt_mention *mention)
{
    struct kt_match matches[MATCHES_MAX];
    uint32_t count = all_matches(doc, row, at, may, matches);

    for (uint32_t i = 0; i < count; i++) {
        *mention = empty_mention();
        if (!read_parts(doc, hints, &matches[i], base, mention))
            continue;
        set_extent(doc, &matches[i], base, mention);
        if (mention->terms.first >= mention->terms.end)
            continue; /* a source that may be empty, and was */
        kt_row_use(doc, &matches[i], base);
        return matches[i].whole.end;
    }
    return at;
}

/* ------------------------------------------------------------- the stage */

/* Terms that no mention has, as a node each. There is room for them. */
static void
add_term_nodes(struct kt_doc *doc, uint32_t first, uint32_t end)
{
    struct kt_node *node = doc->nodes.items + doc->nodes.count;
    const struct kt_term *terms = doc->terms.items;

    doc->nodes.count += end - first;
    for (uint32_t i = first; i < end; i++)
        *node++ = (struct kt_node){.terms = {i, i + 1},
                                   .classes = &terms[i].classes,
                                   .set = terms[i].set,
                                   .mention = KT_NONE,
                                   .quote = terms[i].quote};
}

static bool
push_mention(const struct reader *reader, const struct kt_mention *found,
             uint32_t unit)
{
    struct kt_doc *doc = reader->doc;
    struct kt_mention *mention = kt_list_open(&doc->arena, &doc->mentions);

    if (mention == NULL)
        return false;
    *mention = *found;
    mention->unit = unit;
    doc->nodes.items[doc->nodes.count++] = (struct kt_node){
        .terms = found->terms,
        .classes = &node_classes[found->kind],
        .set = reader->node_sets[found->kind],
        .mention = doc->mentions.count - 1,
        .quote = KT_NONE};
    return true;
}

/*
 * Is a mention bound at a term? Words that stand before it, a cue, belong
 * elsewhere: it is read again from its own start, and if nobody is seen
 * there, stays what it was.
 */
static bool
next_mention(struct kt_doc *doc, const struct kt_word_hints *hints,
             const struct kt_row *row, uint32_t base, uint32_t at,
             struct kt_mention *mention)
{
    const struct kt_family *family = doc->engine->mentions;
    struct kt_mention again;
    struct kt_may may;
    uint32_t start;

    if (!kt_templates_at(family, row, at, &may) ||
        mention_at(doc, hints, row, base, at, may, mention) == at)
        return false;
    start = mention->terms.first - base;
    if (start == at)
        return true;
    if (kt_templates_at(family, row, start, &may) &&
        mention_at(doc, hints, row, base, start, may, &again) > start &&
        again.terms.first == mention->terms.first)
        *mention = again;
    else if (!kt_term_is(doc, base + at, KT_SAY_BARE) &&
             !kt_term_is(doc, base + at, KT_ACCORDING))
        return false;
    return true;
}

static bool
read_row(const struct reader *reader, const struct kt_term_row *terms)
{
    struct kt_doc *doc = reader->doc;
    const struct kt_family *family = doc->engine->mentions;
    uint32_t base = terms->terms.first, at = 0, done = 0;
    struct kt_row row = {reader->all.codes + base, terms->terms.end - base};

    while ((at = kt_templates_next(family, &row, at)) < row.length) {
        struct kt_mention mention;
        if (!next_mention(doc, &reader->hints, &row, base, at, &mention)) {
            at++;
            continue;
        }
        if (mention.terms.first > base + at)
            at = mention.terms.first - base;
        add_term_nodes(doc, base + done, base + at);
        if (!push_mention(reader, &mention, terms->unit))
            return false;
        done = at = mention.terms.end - base;
    }
    add_term_nodes(doc, base + done, base + row.length);
    return true;
}

static bool
begin(struct reader *reader, struct kt_doc *doc)
{
    reader->doc = doc;
    for (unsigned kind = 0; kind < KINDS; kind++)
        reader->node_sets[kind] = kt_class_sets_find(
            &doc->engine->templates.sets, node_classes[kind]);
    return kt_word_hints_read(doc, &reader->hints) &&
           kt_row_of_terms(doc, doc->engine->mentions,
                           (struct kt_range){0, doc->terms.count},
                           &reader->all) &&
           kt_list_reserve(&doc->arena, &doc->nodes, doc->terms.count) &&
           kt_list_reserve(&doc->arena, &doc->node_rows, doc->rows.count);
}

kutip_status
kt_read_mentions(const struct kt_engine *engine, struct kt_doc *doc)
{
    struct reader reader;
    (void)engine;

    if (!begin(&reader, doc))
        return KUTIP_NO_MEMORY;
    for (uint32_t i = 0; i < doc->rows.count; i++) {
        uint32_t first = doc->nodes.count;
        if (!read_row(&reader, &doc->rows.items[i]))
            return KUTIP_NO_MEMORY;
        doc->node_rows.items[doc->node_rows.count++] =
            (struct kt_range){first, doc->nodes.count};
    }
    return KUTIP_OK;
}
