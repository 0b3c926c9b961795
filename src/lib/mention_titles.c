/*
 * The title at the head of a stretch.
 * In: a stretch of terms. Out: where its role begins, and how far prefixes,
 * heads and modifiers reach.
 *
 *     mantan Wakil Ketua Umum | Suara Rakyat
 *     Senior Manager Brand Management | Garam Niaga
 *
 * Does not know where the affiliation begins behind it: mention_roles.c does.
 */
#include "mention_titles.h"

/* `Buru pelaku Kepala Satuan …`: a lower-case word before a capitalised
 * office is the end of a heading, unless it belongs to offices. */
static bool
ends_heading(const struct kt_doc *doc, uint32_t term, uint32_t end)
{
    return kt_term_is(doc, term, KT_LOWER) &&
           !kt_term_is(doc, term, KT_ROLE_PREFIX) &&
           !kt_term_is(doc, term, KT_ROLE_ACTING) && term + 1 < end &&
           kt_term_is(doc, term + 1, KT_CAPITAL) &&
           kt_begins_role(doc, term + 1);
}

/* Where an English title begins whose head stands last: `Country | Business
 * Manager`. */
static uint32_t
english_start(const struct kt_doc *doc, uint32_t first, uint32_t head)
{
    while (head > first && kt_term_is(doc, head, KT_ROLE_ENGLISH) &&
           kt_term_is(doc, head - 1, KT_ROLE_ENGLISH) &&
           kt_term_is(doc, head - 1, KT_CAPITAL))
        head--;
    return head;
}

/* Behind the bracket of a body, or of a place, that an office follows right
 * away: `(di) Stadion Wonorejo (SW) | Menpora`. */
static uint32_t
bracket_end(const struct kt_doc *doc, uint32_t term, uint32_t end)
{
    while (term < end && !kt_term_is(doc, term, KT_CLOSE))
        term++;
    return term + 1 < end && kt_term_is(doc, term + 1, KT_ROLE_WHOLE) &&
                   kt_term_is(doc, term + 1, KT_CAPITAL)
               ? term + 1
               : end;
}

/* An acronym of a heading before a chief: `Dikawal KPK | Ketua KPK`. */
static uint32_t
glued_start(const struct kt_doc *doc, uint32_t term, uint32_t end)
{
    uint32_t behind = bracket_end(doc, term, end);

    if (behind < end)
        return behind;
    return term + 2 < end && kt_term_is(doc, term, KT_UPPER) &&
                   kt_term_is(doc, term + 1, KT_CAPITAL) &&
                   kt_term_is(doc, term + 1, KT_ROLE) &&
                   (kt_term_is(doc, term + 1, KT_ROLE_CHIEF) ||
                    kt_term_is(doc, term + 1, KT_ROLE_CLOSED)) &&
                   !kt_term_is(doc, term, KT_ORG_HEAD)
               ? term + 1
               : end;
}

uint32_t
kt_role_start(const struct kt_doc *doc, const struct kt_word_hints *hints,
              struct kt_range terms)
{
    uint32_t first = terms.first;

    while (first < terms.end && !kt_begins_role(doc, first))
        first++;
    if (first == terms.end)
        return terms.end; /* as most stretches are */
    for (uint32_t i = terms.first; i < terms.end; i++) {
        if (kt_begins_role(doc, i) && !ends_heading(doc, i, terms.end))
            return english_start(doc, terms.first, i);
        if (kt_begins_organisation(doc, hints, i) &&
            !kt_term_is(doc, i, KT_ROLE_ENGLISH))
            return glued_start(
                doc, i,
                terms.end); /* `Ikatan Dokter Indonesia`: a role word inside */
    }
    return terms.end;
}

/* A plain word with a capital, or the state a body names itself after. */
bool
kt_is_plain_word(const struct kt_doc *doc, uint32_t term)
{
    static const struct kt_set no =
        KT_SET(KT_ORG, KT_ORG_HEAD, KT_ORG_UNIT, KT_ROLE_UNIT, KT_ROLE,
               KT_ROLE_WHOLE, KT_ROLE_PREFIX, KT_ROLE_MODIFIER,
               KT_ROLE_ORDINARY, KT_GROUP, KT_ROLE_ENGLISH);

    return kt_term_is(doc, term, KT_CAPITAL) &&
           (!kt_term_is(doc, term, KT_PLACE) ||
            kt_term_is(doc, term, KT_STATE)) &&
           !kt_term_meets(doc, term, no);
}

/* Ordinary people whom a body names itself after: `Ketua Umum | Perempuan
 * Mandiri`. */
bool
kt_is_folk(const struct kt_doc *doc, uint32_t term)
{
    return kt_term_is(doc, term, KT_CAPITAL) &&
           !kt_term_is(doc, term, KT_ROLE) &&
           KT_TERM_IS_ANY(doc, term, KT_GROUP, KT_ROLE_ORDINARY);
}

/*
 * Does a modifier go on with the title? Behind a closed one it is the
 * first word of a body when plain words follow: `Ketua Umum | Riset
 * Mandiri`, but `Ketua Umum Nasional | Ikatan …`.
 */
static bool
modifies(const struct kt_doc *doc, uint32_t at, uint32_t end, bool closed)
{
    return kt_term_is(doc, at, KT_ROLE_MODIFIER) &&
           !(closed && kt_term_is(doc, at, KT_CAPITAL) && at + 1 < end &&
             kt_is_plain_word(doc, at + 1));
}

/* `Head`, and what ends so: `Head of Brand`, `Head of`. */
static bool
ends_in_english(const struct kt_doc *doc, uint32_t term)
{
    uint32_t last = doc->terms.items[term].end_token - 1;

    return kt_term_is(doc, term, KT_ROLE_ENGLISH) ||
           (kt_term_is(doc, term, KT_ROLE) &&
            (kt_token_is(doc, last, KT_ROLE_ENGLISH) ||
             kt_token_is(doc, last, KT_LINK)));
}

/* English titles put their field anywhere: `Senior Manager Brand |`. */
static bool
goes_on_in_english(const struct kt_doc *doc, uint32_t first, uint32_t at,
                   uint32_t end)
{
    if (at == first)
        return kt_term_is(doc, at, KT_ROLE_ENGLISH) && !kt_begins_role(doc, at);
    if (!ends_in_english(doc, at - 1))
        return false;
    if (kt_term_is(doc, at, KT_ROLE_ENGLISH))
        return true;
    return (kt_term_is(doc, at, KT_AND) || kt_term_is(doc, at, KT_LINK)) &&
           at + 1 < end && kt_term_is(doc, at + 1, KT_ROLE_ENGLISH);
}

/* `Founder and | CEO`, `pendiri dan | direktur` */
static bool
joins_offices(const struct kt_doc *doc, uint32_t first, uint32_t at,
              uint32_t end)
{
    return at > first && at + 1 < end && kt_term_is(doc, at, KT_AND) &&
           (kt_term_is(doc, at + 1, KT_ROLE) ||
            kt_term_is(doc, at + 1, KT_ROLE_PREFIX));
}

/* Behind the short form of an office that another follows: `Penjabat (Pj) |
 * Gubernur`; the same place where there is none. */
static uint32_t
short_form_end(const struct kt_doc *doc, uint32_t at, uint32_t end)
{
    return at + 3 < end && kt_term_is(doc, at, KT_OPEN) &&
                   kt_term_is(doc, at + 1, KT_ROLE_PREFIX) &&
                   kt_term_is(doc, at + 2, KT_CLOSE) &&
                   kt_begins_role(doc, at + 3)
               ? at + 3
               : at;
}

/* Behind prefixes, heads and modifiers: `mantan wakil ketua umum |`. */
uint32_t
kt_office_end(const struct kt_doc *doc, uint32_t first, uint32_t end,
              bool *whole)
{
    bool acting = false, closed = false;
    uint32_t at;

    *whole = false;
    for (at = first; at < end; at++) {
        at = short_form_end(doc, at, end);
        bool unit =
            kt_term_is(doc, at, KT_ROLE_UNIT) ||
            (kt_term_is(doc, at, KT_ORG_HEAD) && !kt_term_is(doc, at, KT_ROLE));
        if (kt_term_is(doc, at, KT_ROLE_WHOLE) ||
            (acting && kt_term_is(doc, at, KT_ROLE_CHIEF)))
            *whole = true;
        acting = acting || kt_term_is(doc, at, KT_ROLE_ACTING);
        if (goes_on_in_english(doc, first, at, end) ||
            joins_offices(doc, first, at, end)) {
            at += !kt_term_is(doc, at, KT_ROLE_ENGLISH);
            continue;
        }
        if (unit || (closed && kt_is_folk(doc, at)) ||
            (!kt_begins_role(doc, at) && !modifies(doc, at, end, closed)))
            break;
        closed = closed || kt_term_is(doc, at, KT_ROLE_CLOSED);
    }
    return at;
}
