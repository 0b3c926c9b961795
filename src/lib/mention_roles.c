/*
 * In: a stretch of terms without a name. Out: its role and its affiliation.
 *
 *     Kepala Bidang Humas | Polda Metro Jaya
 *     warga Desa Sukamaju |
 *
 * Does not look for names; mention_parts.c cuts them off before.
 */
#include "mention_words.h"

static bool
begins_role(const struct kt_doc *doc, uint32_t term)
{
    return kt_term_is(doc, term, KT_ROLE) ||
           kt_term_is(doc, term, KT_ROLE_WHOLE) ||
           kt_term_is(doc, term, KT_ROLE_PREFIX) ||
           kt_term_is(doc, term, KT_ROLE_ORDINARY) ||
           kt_term_is(doc, term, KT_GROUP);
}

bool
kt_begins_organisation(const struct kt_doc *doc,
                       const struct kt_word_hints *hints, uint32_t term)
{
    enum kt_word_kind kind = kt_word_kind_of(doc, hints, term);
    return kind == KT_WORD_ORGANISATION || kind == KT_WORD_ACRONYM;
}

/* `Buru pelaku Kepala Satuan …`: a lower-case word before a capitalised
 * office is the end of a heading, unless it belongs to offices. */
static bool
ends_heading(const struct kt_doc *doc, uint32_t term, uint32_t end)
{
    return kt_term_is(doc, term, KT_LOWER) &&
           !kt_term_is(doc, term, KT_ROLE_PREFIX) &&
           !kt_term_is(doc, term, KT_ROLE_ACTING) && term + 1 < end &&
           kt_term_is(doc, term + 1, KT_CAPITAL) &&
           begins_role(doc, term + 1);
}

uint32_t
kt_role_start(const struct kt_doc *doc, const struct kt_word_hints *hints,
              struct kt_range terms)
{
    for (uint32_t i = terms.first; i < terms.end; i++) {
        if (begins_role(doc, i) && !ends_heading(doc, i, terms.end))
            return i;
        if (kt_begins_organisation(doc, hints, i))
            break; /* `Ikatan Dokter Indonesia`: a role word inside */
    }
    return terms.end;
}

/* Behind prefixes, heads and modifiers: `mantan wakil ketua umum |`. */
static uint32_t
head_end(const struct kt_doc *doc, uint32_t at, uint32_t end, bool *whole)
{
    bool unit = false;
    *whole = false;
    bool acting = false;

    for (; at < end; at++) {
        if (kt_term_is(doc, at, KT_ROLE_WHOLE) ||
            (acting && kt_term_is(doc, at, KT_ROLE_CHIEF)))
            *whole = true;
        acting = acting || kt_term_is(doc, at, KT_ROLE_ACTING);
        unit = kt_term_is(doc, at, KT_ROLE_UNIT) ||
               (kt_term_is(doc, at, KT_ORG_HEAD) &&
                !kt_term_is(doc, at, KT_ROLE));
        if (unit || (!begins_role(doc, at) &&
                     !kt_term_is(doc, at, KT_ROLE_MODIFIER)))
            break;
    }
    return at;
}

/*
 * Where the words begin whose initials the acronym in brackets is made of:
 * `Ketua | Kesatuan Nelayan Tradisional Indonesia (KNTI)`; the bracket
 * itself when they are not those before it.
 */
static uint32_t
acronym_start(const struct kt_doc *doc, uint32_t first, uint32_t open)
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

/* A name of English order has its head at the end: `Korea Risk Group`. */
static uint32_t
tail_start(const struct kt_doc *doc, uint32_t first, uint32_t tail)
{
    while (tail > first && kt_term_is(doc, tail - 1, KT_CAPITAL) &&
           !kt_term_is(doc, tail - 1, KT_ROLE) &&
           !kt_term_is(doc, tail - 1, KT_ROLE_MODIFIER) &&
           !kt_term_is(doc, tail - 1, KT_NOUN_SHAPE))
        tail--;
    return tail;
}

/* A body that is as often a part of a larger one, by itself or with what it
 * is of: `Fakultas`, `Fakultas Hukum`. */
static bool
is_unit(const struct kt_doc *doc, uint32_t term)
{
    const struct kt_term *t = &doc->terms.items[term];

    return kt_term_is(doc, term, KT_ORG_UNIT) ||
           (kt_term_is(doc, term, KT_ORG) &&
            t->end_token > t->first_token + 1 &&
            kt_token_is(doc, t->first_token, KT_ORG_UNIT));
}

/* Does the title itself name a unit, as `Kepala Bidang` does? */
static bool
names_unit(const struct kt_doc *doc, uint32_t first, uint32_t end)
{
    struct kt_range tokens = kt_tokens_of(doc, (struct kt_range){first, end});
    for (uint32_t i = tokens.first; i < tokens.end; i++)
        if (kt_token_is(doc, i, KT_ROLE_UNIT))
            return true;
    return false;
}

/* A government named by its area: `Provinsi Papua`. */
static bool
is_area(const struct kt_doc *doc, uint32_t term)
{
    const struct kt_term *t = &doc->terms.items[term];
    return kt_term_is(doc, term, KT_PLACE) &&
           t->end_token > t->first_token + 1 &&
           kt_token_is(doc, t->first_token, KT_AREA);
}

/* What the terms behind a title's head have shown so far. */
struct border {
    uint32_t first;   /* behind the head */
    uint32_t end;     /* of the stretch */
    uint32_t unknown; /* the first word of no list, or end */
    uint32_t unit;    /* the first body that may be part of another */
    bool has_unit;    /* the title names a unit of its own */
};

/* Where a bracket is: the border, or where to go on behind it. */
static bool
read_bracket(const struct kt_doc *doc, struct border *border, uint32_t *at)
{
    uint32_t start;

    if (border->unit == border->end) {
        start = border->unknown < border->end
                    ? border->unknown
                    : acronym_start(doc, border->first, *at);
        if (start < *at) {
            *at = start;
            return true;
        }
    }
    while (*at + 1 < border->end && !kt_term_is(doc, *at, KT_CLOSE))
        (*at)++; /* the short form of the title or the unit */
    return false;
}

/* A kind of body that no name follows is described, not named, and stays
 * in the role: `kepala klinik`, `direktur utama rumah sakit tersebut`. */
static bool
names_nothing(const struct kt_doc *doc, uint32_t term, uint32_t end)
{
    return kt_term_is(doc, term, KT_LOWER) &&
           !(term + 1 < end && kt_term_is(doc, term + 1, KT_CAPITAL));
}

/* Is a term where the affiliation begins, for what stands there? */
static bool
begins_affiliation(const struct kt_doc *doc,
                   const struct kt_word_hints *hints, struct border *border,
                   uint32_t *at)
{
    if (kt_term_is(doc, *at, KT_FROM) || kt_term_is(doc, *at, KT_IN) ||
        kt_term_is(doc, *at, KT_WITH))
        return true;
    if (names_nothing(doc, *at, border->end))
        return false;
    if (is_unit(doc, *at)) {
        if (border->unit < border->end || border->has_unit)
            return true;
        border->unit = *at;
        return false;
    }
    if (kt_term_is(doc, *at, KT_ORG_TOP))
        return true;
    if (kt_term_is(doc, *at, KT_OPEN) && *at + 1 < border->end)
        return read_bracket(doc, border, at);
    if (border->unit < border->end)
        return kt_term_is(doc, *at, KT_ORG);
    if (kt_term_is(doc, *at, KT_ROLE_UNIT)) {
        if (border->has_unit && kt_term_is(doc, *at, KT_ORG_HEAD))
            return true;
        border->has_unit = true;
        return false;
    }
    if (kt_term_is(doc, *at, KT_ORG_TAIL)) {
        *at = tail_start(doc, border->first, *at);
        return true;
    }
    return kt_begins_organisation(doc, hints, *at) ||
           (border->has_unit && is_area(doc, *at));
}

/*
 * Where the affiliation begins behind a role's head: at an organisation,
 * at a preposition before one, at a second unit; else at a word of no
 * list. A unit of a body (`Pusat Kajian …`, `Badan …`) that a major body
 * follows belongs to the role. The end when the role goes on to it.
 */
static uint32_t
affiliation_start(const struct kt_doc *doc,
                  const struct kt_word_hints *hints, uint32_t role,
                  uint32_t first, uint32_t end)
{
    struct border border = {first, end, end, end,
                            names_unit(doc, role, first)};

    for (uint32_t at = first; at < end; at++) {
        if (begins_affiliation(doc, hints, &border, &at))
            return at;
        if (border.unknown == end && border.unit == end &&
            kt_word_kind_of(doc, hints, at) == KT_WORD_UNKNOWN &&
            !(at > 0 && kt_term_is(doc, at - 1, KT_LINK)))
            border.unknown = at;
    }
    if (border.unit < end)
        return border.unit;
    if (first > 0 && kt_term_is(doc, first - 1, KT_ROLE_OF))
        return end;
    return border.unknown;
}

static void
set_role(const struct kt_doc *doc, uint32_t first, uint32_t end,
         struct kt_mention *mention)
{
    while (end > first && !kt_term_is(doc, end - 1, KT_CAPITAL) &&
           !kt_term_is(doc, end - 1, KT_LOWER) &&
           !kt_term_is(doc, end - 1, KT_CLOSE) &&
           !kt_term_is(doc, end - 1, KT_NUMBER))
        end--;
    mention->role = kt_tokens_of(doc, (struct kt_range){first, end});
}

static void
set_affiliation(const struct kt_doc *doc, uint32_t first, uint32_t end,
                struct kt_mention *mention)
{
    while (first < end && (kt_term_is(doc, first, KT_FROM) ||
                           kt_term_is(doc, first, KT_IN) ||
                           kt_term_is(doc, first, KT_WITH) ||
                           kt_term_is(doc, first, KT_PREPOSITION)))
        first++;
    while (end > first && (kt_term_is(doc, end - 1, KT_COMMA) ||
                           kt_term_is(doc, end - 1, KT_AND)))
        end--;
    mention->affiliation = kt_tokens_of(doc, (struct kt_range){first, end});
}

/* A stretch without a role: where the body in it begins, or the end. */
static uint32_t
organisation_start(const struct kt_doc *doc,
                   const struct kt_word_hints *hints, struct kt_range terms)
{
    for (uint32_t i = terms.first; i < terms.end; i++) {
        if (kt_term_is(doc, i, KT_ORG_TAIL))
            return tail_start(doc, terms.first, i);
        if (kt_term_is(doc, i, KT_ORG_HEAD) ||
            kt_term_is(doc, i, KT_ORG_UNIT) ||
            kt_begins_organisation(doc, hints, i))
            return i;
    }
    return terms.end;
}

/*
 * Does the place that a person lives in or comes from begin at the border?
 * Then it belongs to the role: `warga Desa Sukamaju`, `penumpang asal Waru`,
 * but `pedagang | Koperasi Pasar Legi`.
 */
static bool
begins_home(const struct kt_doc *doc, const struct kt_word_hints *hints,
            uint32_t border, uint32_t end)
{
    while (border < end && (kt_term_is(doc, border, KT_FROM) ||
                            kt_term_is(doc, border, KT_IN)))
        border++;
    return border < end && (kt_term_is(doc, border, KT_PLACE_HEAD) ||
                            !kt_begins_organisation(doc, hints, border));
}

void
kt_split_role(const struct kt_doc *doc, const struct kt_word_hints *hints,
              struct kt_range terms, struct kt_mention *mention)
{
    uint32_t first = kt_role_start(doc, hints, terms), behind, border;
    bool whole;

    mention->role = mention->affiliation = KT_NO_RANGE;
    if (first == terms.end) {
        first = organisation_start(doc, hints, terms);
        if (first < terms.end)
            set_affiliation(doc, first, terms.end, mention);
        return;
    }
    behind = head_end(doc, first, terms.end, &whole);
    whole = whole || kt_terms_have(doc, terms, KT_FACTION) ||
            kt_term_is(doc, first, KT_RELATIVE); /* `adik Budi Santoso` */
    border = whole ? terms.end
                   : affiliation_start(doc, hints, first, behind,
                                       terms.end);
    if (kt_terms_have(doc, (struct kt_range){first, behind}, KT_ROLE_LOCAL) &&
        begins_home(doc, hints, border, terms.end))
        border = terms.end;
    set_role(doc, first, border, mention);
    if (border < terms.end)
        set_affiliation(doc, border, terms.end, mention);
}
