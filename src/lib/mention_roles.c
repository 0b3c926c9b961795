/*
 * In: a stretch of terms without a name. Out: its role and its affiliation.
 *
 *     Kepala Bidang Humas | Polda Metro Jaya
 *     warga Desa Sukamaju |
 *
 * Does not look for names; mention_parts.c cuts them off before.
 */
#include "mention_bodies.h"
#include "mention_titles.h"

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

/* What the terms behind a title's head have shown so far. */
struct border {
    uint32_t first;   /* behind the head */
    uint32_t end;     /* of the stretch */
    uint32_t unknown; /* the first word of no list, or end */
    uint32_t unit;    /* the first body that may be part of another */
    bool has_unit;    /* the title names a unit of its own */
};

/* Does no plain word follow the bracket? Else it is a field's short form:
 * `Direktur Bimbingan Masyarakat (Bimas) Hindu`. */
static bool
ends_title(const struct kt_doc *doc, const struct border *border, uint32_t open)
{
    while (open < border->end && !kt_term_is(doc, open, KT_CLOSE))
        open++;
    return open + 1 >= border->end || kt_term_is(doc, open + 1, KT_PLACE);
}

/* Where a bracket is: the border, or where to go on behind it. */
static bool
read_bracket(const struct kt_doc *doc, struct border *border, uint32_t *at)
{
    uint32_t start;

    if (border->unit == border->end) {
        start = kt_acronym_start(doc, border->first, *at);
        if (start == *at && ends_title(doc, border, *at))
            start = kt_syllables_start(doc, border->first, *at);
        if (start == *at && border->unknown < border->end)
            start = border->unknown;
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

/* Does a body's name of English order end here? A kind of body does so
 * where nothing follows it: `Manajer | Blorong Boutique Hotel`. */
static bool
is_tail(const struct kt_doc *doc, const struct kt_word_hints *hints,
        const struct border *border, uint32_t at)
{
    if (kt_term_is(doc, at, KT_ORG_TAIL))
        return (at == border->first &&
                !(at + 1 < border->end && kt_term_is(doc, at + 1, KT_AND))) ||
               kt_term_is(doc, at, KT_ORG_HEAD) ||
               kt_tail_start(doc, border->first, at) < at ||
               (at + 1 < border->end && kt_term_is(doc, at + 1, KT_LINK));
    return kt_term_is(doc, at, KT_ORG_HEAD) &&
           kt_term_is(doc, at, KT_ORG_NEEDS) && at > border->first &&
           (kt_word_kind_of(doc, hints, at - 1) == KT_WORD_UNKNOWN
                ? at + 1 == border->end || kt_term_is(doc, at + 1, KT_OPEN)
                : at + 1 == border->end &&
                      kt_word_kind_of(doc, hints, at - 1) == KT_WORD_COMMON);
}

/* The last field of several, though a kind of body: `Kepala Seksi Budaya dan
 * Museum | Disdik Demak`. */
static bool
is_last_field(const struct kt_doc *doc, const struct border *border,
              uint32_t at)
{
    const struct kt_term *t = &doc->terms.items[at];

    return at > border->first && kt_term_is(doc, at - 1, KT_AND) &&
           t->end_token == t->first_token + 1 &&
           !kt_term_is(doc, at, KT_UPPER) && at + 1 < border->end &&
           (kt_term_is(doc, at + 1, KT_ORG) ||
            kt_term_is(doc, at + 1, KT_ORG_TOP));
}

/* A kind of body that a larger one, not its name, follows is a field:
 * `Kepala Bagian Kedokteran Komunitas Fakultas Kedokteran`. */
static bool
lacks_name(const struct kt_doc *doc, uint32_t term, uint32_t end)
{
    const struct kt_term *t = &doc->terms.items[term];
    uint32_t next = term + 1;

    if (!kt_term_is(doc, term, KT_ORG_HEAD) ||
        !kt_term_is(doc, term, KT_ORG_NEEDS) ||
        t->end_token > t->first_token + 1)
        return false;
    if (next < end && kt_term_is(doc, next, KT_IN))
        next++;
    return next < end && !kt_term_is(doc, next, KT_UPPER) &&
           kt_token_is(doc, doc->terms.items[next].first_token, KT_ORG_UNIT);
}

/* Has the title its field, so that a unit behind it is none of it: `Guru
 * Besar Ekonomi | Fakultas …`, but `Peneliti Senior Pusat Riset …`? */
static bool
has_field(const struct kt_doc *doc, const struct border *border, uint32_t at)
{
    const struct kt_term *before = doc->terms.items + at - 1;
    uint32_t last = at > 0 ? before->end_token - 1 : 0;

    if (at == 0 || kt_term_is(doc, at - 1, KT_AND) ||
        kt_term_is(doc, at - 1, KT_CLOSE) ||
        kt_token_is(doc, doc->terms.items[at].first_token, KT_ROLE_UNIT))
        return false;
    return at > border->first ||
           (kt_token_is(doc, last, KT_ROLE_MODIFIER) &&
            !kt_token_is(doc, last, KT_ROLE_LEVEL) &&
            (last > before->first_token || !kt_begins_role(doc, at - 1)));
}

/* A word of no list that is joined to a field: `Sampah dan B3`, `Kodam
 * VII/Wirabuana`. */
static bool
is_joined(const struct kt_doc *doc, const struct border *border, uint32_t at)
{
    return at > border->first &&
           (kt_term_is(doc, at - 1, KT_AND) ||
            kt_term_is(doc, at - 1, KT_SLASH)) &&
           !kt_term_is(doc, at, KT_ORG) && !kt_term_is(doc, at, KT_ORG_HEAD);
}

/* Is a term where the affiliation begins, for what stands there? */
static bool
begins_affiliation(const struct kt_doc *doc, const struct kt_word_hints *hints,
                   struct border *border, uint32_t *at)
{
    if (KT_TERM_IS_ANY(doc, *at, KT_FROM, KT_IN, KT_WITH))
        return true;
    if (kt_term_is(doc, *at, KT_OR) && border->unit < border->end) {
        *at = border->unit; /* `| Badan … Daerah atau BPBD Demak` */
        return true;
    }
    if (names_nothing(doc, *at, border->end) ||
        is_last_field(doc, border, *at))
        return false;
    if (kt_is_unit(doc, *at)) {
        if (border->unit < border->end || border->has_unit ||
            has_field(doc, border, *at))
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
    if (is_joined(doc, border, *at))
        return false;
    if (is_tail(doc, hints, border, *at)) {
        *at = kt_tail_start(doc, border->first, *at);
        return true;
    }
    return (kt_begins_organisation(doc, hints, *at) &&
            !lacks_name(doc, *at, border->end)) ||
           (border->has_unit && kt_is_area(doc, *at));
}

/*
 * Is the title told in full, so that plain words behind it are a body's
 * name: `Direktur Eksekutif | Suara Rakyat`, `Chairman of | Blorong`?
 */
static bool
begins_plain_body(const struct kt_doc *doc, const struct kt_word_hints *hints,
                  uint32_t role, uint32_t first, uint32_t end)
{
    if (first == end || kt_term_is(doc, first, KT_INITIAL) ||
        kt_word_kind_of(doc, hints, first) == KT_WORD_OTHER ||
        !kt_terms_have(doc, (struct kt_range){role, first}, KT_ROLE_CLOSED))
        return false;
    if (kt_term_is(doc, first, KT_LINK))
        return first + 1 < end;
    if (kt_term_is(doc, first, KT_STATE))
        return first + 1 < end && kt_term_is(doc, first + 1, KT_CAPITAL);
    return kt_is_plain_word(doc, first) || kt_is_folk(doc, first) ||
           (kt_term_is(doc, first, KT_CAPITAL) &&
            kt_term_is(doc, first, KT_ROLE_MODIFIER));
}

/* A word of no list, also one that only this text knows as a place. */
static bool
is_unknown(const struct kt_doc *doc, const struct kt_word_hints *hints,
           uint32_t term)
{
    enum kt_word_kind kind = kt_word_kind_of(doc, hints, term);
    return kind == KT_WORD_UNKNOWN ||
           (kind == KT_WORD_PLACE && !kt_term_is(doc, term, KT_PLACE));
}

/*
 * Where the affiliation begins behind a role's head: at an organisation,
 * at a preposition before one, at a second unit; else at a word of no
 * list. A unit of a body (`Pusat Kajian …`, `Badan …`) that a major body
 * follows belongs to the role. The end when the role goes on to it.
 */
static uint32_t
affiliation_start(const struct kt_doc *doc, const struct kt_word_hints *hints,
                  uint32_t role, uint32_t first, uint32_t end)
{
    struct border border = {first, end, end, end, names_unit(doc, role, first)};

    if (begins_plain_body(doc, hints, role, first, end))
        return first;
    for (uint32_t at = first; at < end; at++) {
        if (begins_affiliation(doc, hints, &border, &at))
            return at;
        if (border.unknown == end && border.unit == end &&
            is_unknown(doc, hints, at) && !is_joined(doc, &border, at) &&
            !(at > 0 && kt_term_is(doc, at - 1, KT_LINK)))
            border.unknown = at;
    }
    if (border.unit < end)
        return border.unit;
    if (first > 0 && kt_term_is(doc, first - 1, KT_ROLE_OF))
        return end;
    if (border.unknown == end && first > role + 1 && first < end &&
        kt_term_is(doc, first - 1, KT_ROLE_ENGLISH) &&
        kt_is_plain_word(doc, first) && kt_term_is(doc, first, KT_COMMON) &&
        !kt_term_is(doc, first, KT_UPPER))
        return first; /* `Head of Research | Bibit Jaya` */
    return border.unknown;
}

static void
set_role(const struct kt_doc *doc, uint32_t first, uint32_t end,
         struct kt_mention *mention)
{
    while (end > first && kt_term_is(doc, end - 1, KT_LINK))
        end--;
    while (end > first && !KT_TERM_IS_ANY(doc, end - 1, KT_CAPITAL, KT_LOWER,
                                          KT_CLOSE, KT_NUMBER))
        end--;
    mention->role = kt_tokens_of(doc, (struct kt_range){first, end});
}

/* Nothing but places: whoever is `asal Surabaya` is of no body. */
static bool
are_places(const struct kt_doc *doc, uint32_t first, uint32_t end)
{
    while (first < end &&
           KT_TERM_IS_ANY(doc, first, KT_PLACE, KT_STATE, KT_COMMA))
        first++;
    return first == end;
}

/* What is told of the office behind its body: `Ketua | KPK | nonaktif`. */
static bool
is_status(const struct kt_doc *doc, uint32_t term)
{
    return kt_term_is(doc, term, KT_LOWER) &&
           kt_term_is(doc, term, KT_ROLE_STATUS);
}

static void
set_affiliation(const struct kt_doc *doc, uint32_t first, uint32_t end,
                struct kt_mention *mention)
{
    bool origin = first < end && kt_term_is(doc, first, KT_FROM);

    while (first < end &&
           (KT_TERM_IS_ANY(doc, first, KT_FROM, KT_IN, KT_WITH,
                           KT_PREPOSITION) ||
            (kt_term_is(doc, first, KT_LINK) &&
             kt_term_is(doc, first, KT_LOWER))))
        first++;
    while (end > first && (KT_TERM_IS_ANY(doc, end - 1, KT_COMMA, KT_AND) ||
                           is_status(doc, end - 1)))
        end--;
    if (origin && are_places(doc, first, end))
        return;
    mention->affiliation = kt_tokens_of(doc, (struct kt_range){first, end});
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
    while (border < end &&
           (kt_term_is(doc, border, KT_FROM) || kt_term_is(doc, border, KT_IN)))
        border++;
    return border < end && (kt_term_is(doc, border, KT_PLACE_HEAD) ||
                            !kt_begins_organisation(doc, hints, border));
}

/* A field behind the body: nothing can be cut out of `Wakil Ketua Kadin
 * bidang Agraria`. */
static bool
ends_in_field(const struct kt_doc *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i < end; i++)
        if (kt_term_is(doc, i, KT_ROLE_UNIT) && kt_term_is(doc, i, KT_LOWER))
            return kt_terms_have(doc, (struct kt_range){first, i}, KT_ORG);
    return false;
}

/*
 * Where the kind of body begins that a title has before the body's name, in
 * lower case: `direktur | firma riset Blorong`. It is of neither field.
 */
static uint32_t
kind_start(const struct kt_doc *doc, uint32_t first, uint32_t border,
           uint32_t end)
{
    if (border == end)
        return border;
    for (uint32_t at = border; at > first && kt_term_is(doc, at - 1, KT_LOWER);
         at--)
        if (kt_term_is(doc, at - 1, KT_BODY_KIND))
            return at - 1;
    return border;
}

void
kt_split_role(const struct kt_doc *doc, const struct kt_word_hints *hints,
              struct kt_range terms, struct kt_mention *mention)
{
    uint32_t first = kt_role_start(doc, hints, terms), behind, border;
    bool whole;

    mention->role = mention->affiliation = KT_NO_RANGE;
    if (first == terms.end) {
        first = kt_organisation_start(doc, hints, terms);
        if (first < terms.end)
            set_affiliation(doc, first, terms.end, mention);
        return;
    }
    behind = kt_office_end(doc, first, terms.end, &whole);
    whole = whole || kt_terms_have(doc, terms, KT_FACTION) ||
            kt_term_is(doc, first, KT_RELATIVE) || /* `adik Budi Santoso` */
            ends_in_field(doc, behind, terms.end);
    border = whole ? terms.end
                   : affiliation_start(doc, hints, first, behind, terms.end);
    if (kt_terms_have(doc, (struct kt_range){first, behind}, KT_ROLE_LOCAL) &&
        begins_home(doc, hints, border, terms.end))
        border = terms.end;
    set_role(doc, first, kind_start(doc, behind, border, terms.end), mention);
    if (border < terms.end)
        set_affiliation(doc, border, terms.end, mention);
}
