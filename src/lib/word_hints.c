/*
 * In: the terms of a whole document. Out: which words stand alone at a cue
 * (`kata Rini.`, `Rini mengatakan`) and are therefore names, which stand in
 * brackets after capitals (`(Perludem)`) and are therefore organisations, and
 * which are where something is (`di Blorong`) or stand alone elsewhere. Read
 * before any mention is cut, since the short form that settles a border often
 * comes later in the text.
 */
#include <stdlib.h>
#include <string.h>

#include "mention_parts.h"

static int
compare_hashes(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static bool
is(const struct kt_doc *doc, uint32_t term, unsigned class)
{
    return term < doc->terms.count &&
           kt_set_has(doc->terms.items[term].classes, class);
}

/* A capitalised word of no list but that of common words; sites and what
 * has a number (`Covid-19`) speak, but are nobody. */
static bool
may_be_name(const struct kt_doc *doc, uint32_t term)
{
    static const struct kt_set no =
        KT_SET(KT_NOT_NAME, KT_PREPOSITION, KT_CONJUNCTION, KT_ADVERB, KT_ORG,
               KT_ORG_HEAD, KT_PLACE, KT_STATE, KT_ROLE, KT_IN, KT_ROLE_WHOLE,
               KT_PRONOUN, KT_ACCORDING, KT_FROM, KT_WHO, KT_EVENT_HEAD,
               KT_RANK, KT_HONORIFIC, KT_TO, KT_AND, KT_PRONOUN_PLURAL,
               KT_GROUP, KT_ROLE_ORDINARY, KT_SELF, KT_DOCUMENT);
    const struct kt_token *token =
        &doc->tokens.items[doc->terms.items[term].first_token];

    return is(doc, term, KT_CAPITAL) && !is(doc, term, KT_UPPER) &&
           !(token->flags & (KT_HAS_DIGIT | KT_IS_SITE)) &&
           !kt_set_meets(doc->terms.items[term].classes, no);
}

/* The initials of a person, as it seems: `Budi Santoso (BS)`. */
static bool
are_initials(const struct kt_doc *doc, uint32_t term)
{
    const struct kt_token *token =
        &doc->tokens.items[doc->terms.items[term].first_token];
    return is(doc, term, KT_UPPER) && token->end - token->start == 2 &&
           term > 2 && may_be_name(doc, term - 2) &&
           may_be_name(doc, term - 3) && !is(doc, term - 2, KT_COMMON) &&
           !is(doc, term - 3, KT_COMMON);
}

/* `before` and `after` are the classes of the terms beside it. */
static bool
stands_in_brackets(const struct kt_doc *doc, uint32_t term,
                   struct kt_set before, struct kt_set after)
{
    return kt_set_has(before, KT_OPEN) && kt_set_has(after, KT_CLOSE) &&
           term > 1 && is(doc, term - 2, KT_CAPITAL) &&
           !is(doc, term, KT_PLACE) && !are_initials(doc, term);
}

static bool
push(struct kt_hints *hints, struct kt_doc *doc, uint32_t term)
{
    uint32_t hash = doc->tokens.items[doc->terms.items[term].first_token].hash;
    uint32_t *place = kt_list_push(&doc->arena, &hints->hashes);

    if (place == NULL)
        return false;
    *place = hash;
    hints->some |= UINT64_C(1) << (hash & 63);
    return true;
}

/*
 * What one word with a capital tells: does it stand for a source by itself;
 * is it alone elsewhere in a sentence; is a place meant, though no list knows
 * it (`di Blorong`, `Desa Blorong`)? Whether it may be a name is asked last:
 * most words stand nowhere where that matters.
 */
static bool
read_word(struct kt_doc *doc, uint32_t term, struct kt_word_hints *hints)
{
    const struct kt_term *terms = doc->terms.items;
    struct kt_set none = {{0}};
    struct kt_set before = term > 0 ? terms[term - 1].classes : none;
    struct kt_set after =
        term + 1 < doc->terms.count ? terms[term + 1].classes : none;
    bool follows, begins, last, at_cue, alone, located;

    if (!KT_HAS_ANY(before, KT_SAY_BARE, KT_ACCORDING, KT_LOWER, KT_IN,
                    KT_PLACE_HEAD, KT_OPEN) &&
        !kt_set_has(after, KT_SAY_ACTIVE))
        return true; /* inside a name, as most */
    follows = KT_HAS_ANY(before, KT_SAY_BARE, KT_ACCORDING);
    begins = kt_set_has(after, KT_SAY_ACTIVE) &&
             !kt_set_has(before, KT_CAPITAL);
    last = !kt_set_has(after, KT_CAPITAL);
    at_cue = follows ? last : begins;
    alone = !at_cue && last && kt_set_has(before, KT_LOWER);
    located = last && KT_HAS_ANY(before, KT_IN, KT_PLACE_HEAD) &&
              !kt_set_has(terms[term].classes, KT_COMMON);
    if (stands_in_brackets(doc, term, before, after) &&
        !push(&hints->acronyms, doc, term))
        return false;
    if (!(at_cue || alone || located) || !may_be_name(doc, term))
        return true;
    return (!at_cue || push(&hints->alone_at_cue, doc, term)) &&
           (!alone || push(&hints->alone, doc, term)) &&
           (!located || push(&hints->located, doc, term));
}

bool
kt_word_hints_read(struct kt_doc *doc, struct kt_word_hints *hints)
{
    struct kt_hints *all[] = {&hints->alone_at_cue, &hints->acronyms,
                              &hints->located, &hints->alone};
    const struct kt_term *terms = doc->terms.items;
    uint32_t count = doc->terms.count;

    memset(hints, 0, sizeof *hints);
    hints->lones = doc->lones;
    hints->kinds = kt_arena_take_zeroed(&doc->arena, count);
    if (hints->kinds == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (kt_set_has(terms[i].classes, KT_CAPITAL) &&
            !read_word(doc, i, hints))
            return false;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i]->hashes.count > 1)
            qsort(all[i]->hashes.items, all[i]->hashes.count,
                  sizeof(uint32_t), compare_hashes);
    return true;
}

bool
kt_hints_search(const struct kt_hints *hints, uint32_t hash)
{
    return hints->hashes.count > 0 &&
           bsearch(&hash, hints->hashes.items, hints->hashes.count,
                   sizeof hash, compare_hashes) != NULL;
}
