/*
 * Where the name of a body begins.
 * In: terms. Out: what begins or ends an organisation's name, and how far it
 * reaches to the left.
 *
 *     Ketua | Jaringan Rakyat Peduli Sungai (Jarasu)
 *     Direktur | Wonorejo Research Institute
 *
 * Does not decide whether it is the affiliation: mention_roles.c does.
 */
#include "mention_bodies.h"

/*
 * Where the words begin whose initials the acronym in brackets is made of:
 * `Ketua | Kesatuan Nelayan Tradisional Indonesia (KNTI)`; the bracket
 * itself when they are not those before it.
 */
uint32_t
kt_acronym_start(const struct kt_doc *doc, uint32_t first, uint32_t open)
{
    const struct kt_term *inside = &doc->terms.items[open + 1];
    const struct kt_token *acronym = &doc->tokens.items[inside->first_token];
    uint32_t token = doc->terms.items[open].first_token;
    uint32_t stop = doc->terms.items[first].first_token;
    uint32_t letter = acronym->end;

    while (letter > acronym->start && token > stop) {
        const char *word = doc->text + doc->tokens.items[--token].start;
        if (doc->tokens.items[token].kind == KT_TOKEN_WORD &&
            (doc->tokens.items[token].flags & KT_CAPITALISED) == 0)
            continue;
        if ((*word | 32) != (doc->text[letter - 1] | 32))
            return open;
        letter--;
    }
    if (letter > acronym->start)
        return open;
    while (open > first && doc->terms.items[open].first_token > token)
        open--;
    return open;
}

/* Do the letters from `at` to the bracket spell the acronym, in its order and
 * with others between: `Survey and Polling Indonesia (SPIN)`? */
static bool
spell(const struct kt_doc *doc, uint32_t at, uint32_t open,
      const struct kt_token *acronym)
{
    uint32_t letter = acronym->start;
    uint32_t text = doc->tokens.items[doc->terms.items[at].first_token].start;
    uint32_t end = doc->tokens.items[doc->terms.items[open].first_token].start;

    for (; text < end && letter < acronym->end; text++)
        letter += (doc->text[text] | 32) == (doc->text[letter] | 32);
    return letter == acronym->end;
}

/*
 * The same for an acronym of syllables, of which the first is told by two
 * letters: `Ketua | Jaringan Rakyat Peduli Sungai (Jarasu)`; one of capitals
 * has to be spelled by the words.
 */
uint32_t
kt_syllables_start(const struct kt_doc *doc, uint32_t first, uint32_t open)
{
    const struct kt_term *inside = &doc->terms.items[open + 1];
    const struct kt_token *acronym = &doc->tokens.items[inside->first_token];
    const char *letters = doc->text + acronym->start;
    bool upper = (acronym->flags & KT_ALL_UPPER) != 0;

    for (uint32_t at = first; at < open; at++) {
        const struct kt_token *word =
            &doc->tokens.items[doc->terms.items[at].first_token];
        const char *text = doc->text + word->start;
        if (!kt_term_is(doc, at, KT_CAPITAL) || word->end < word->start + 3 ||
            (text[0] | 32) != (letters[0] | 32))
            continue;
        if (upper ? acronym->end - acronym->start > 2 &&
                        spell(doc, at, open, acronym)
                  : (text[1] | 32) == (letters[1] | 32))
            return at;
    }
    return open;
}

/* A name of English order has its head at the end: `Korea Risk Group`. */
uint32_t
kt_tail_start(const struct kt_doc *doc, uint32_t first, uint32_t tail)
{
    while (tail > first && kt_term_is(doc, tail - 1, KT_CAPITAL) &&
           !kt_term_is(doc, tail - 1, KT_ROLE) &&
           (!kt_term_is(doc, tail - 1, KT_ROLE_MODIFIER) ||
            (kt_term_is(doc, tail - 1, KT_ROLE_LEVEL) && tail > first + 1)) &&
           !kt_term_is(doc, tail - 1, KT_NOUN_SHAPE))
        tail--;
    return tail;
}

/* A body that is as often a part of a larger one, by itself or with what it
 * is of: `Fakultas`, `Fakultas Hukum`. */
bool
kt_is_unit(const struct kt_doc *doc, uint32_t term)
{
    const struct kt_term *t = &doc->terms.items[term];

    if (kt_token_is(doc, t->first_token, KT_ORG_TOP))
        return false; /* `Direktorat Jenderal Pajak`, whatever it is of */
    if (kt_term_is(doc, term, KT_ORG_UNIT))
        return true;
    return t->end_token > t->first_token + 1 &&
           kt_token_is(doc, t->first_token, KT_ORG_UNIT) &&
           (kt_term_is(doc, term, KT_ORG) ||
            (kt_term_is(doc, term, KT_ORG_HEAD) &&
             kt_token_is(doc, t->first_token, KT_ROLE_UNIT)));
}

/* A government named by its area: `Provinsi Papua`. */
bool
kt_is_area(const struct kt_doc *doc, uint32_t term)
{
    const struct kt_term *t = &doc->terms.items[term];
    return kt_term_is(doc, term, KT_PLACE) &&
           t->end_token > t->first_token + 1 &&
           kt_token_is(doc, t->first_token, KT_AREA);
}

/* A stretch without a role: where the body in it begins, or the end. */
uint32_t
kt_organisation_start(const struct kt_doc *doc,
                      const struct kt_word_hints *hints, struct kt_range terms)
{
    for (uint32_t i = terms.first; i < terms.end; i++) {
        if (kt_term_is(doc, i, KT_ORG_TAIL))
            return kt_tail_start(doc, terms.first, i);
        if (kt_term_is(doc, i, KT_OPEN) && i + 1 < terms.end) {
            uint32_t start = kt_acronym_start(doc, terms.first, i);
            if (start < i)
                return start;
            while (i + 1 < terms.end && !kt_term_is(doc, i, KT_CLOSE))
                i++; /* no body begins inside a bracket */
        }
        if (KT_TERM_IS_ANY(doc, i, KT_ORG_HEAD, KT_ORG_UNIT) ||
            kt_begins_organisation(doc, hints, i))
            return i;
    }
    return terms.end;
}
