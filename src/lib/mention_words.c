/*
 * Where a name begins is a matter of evidence, not of grammar: in
 *
 *     Direktur Eksekutif Lembaga Kajian Pemilu Rini Astuti
 *
 * nothing but the words themselves tells that `Rini` is no part of the
 * institute. Each possible beginning collects the weights of
 * evidence.table; the highest sum wins.
 *
 * In: terms, hints of the document. Out: a kind for a word, a start for a
 * name. Does not know roles from affiliations: mention_parts.c does.
 */
#include "mention_words.h"

#define NAME_TERMS_MAX 6

/* A short all-capital word of no list: TB, AM, HM before a name. */
static bool
is_short_upper(const struct kt_doc *doc, const struct kt_term *term)
{
    const struct kt_token *token = &doc->tokens.items[term->first_token];
    return token->end - token->start <= 2;
}

static enum kt_word_kind
kind_of_capital(const struct kt_doc *doc, const struct kt_word_hints *hints,
                const struct kt_term *term)
{
    const struct kt_token *token = &doc->tokens.items[term->first_token];
    struct kt_set set = term->classes;
    uint32_t hash = token->hash;

    if (kt_set_has(set, KT_NAME_OPENER))
        return KT_WORD_UNKNOWN;
    if (kt_set_has(set, KT_ORDINAL))
        return KT_WORD_OTHER;
    if (kt_set_has(set, KT_UPPER) && (token->flags & KT_IS_ROMAN))
        return KT_WORD_OTHER;
    if (kt_set_has(set, KT_INITIAL) || (token->flags & KT_IS_INITIALS))
        return KT_WORD_INITIAL;
    if (KT_HAS_ANY(set, KT_ORG, KT_ORG_HEAD, KT_ORG_UNIT, KT_ORG_TAIL))
        return KT_WORD_ORGANISATION;
    if (kt_hints_hold(&hints->acronyms, hash) &&
        !kt_hints_hold(&hints->alone_at_cue, hash))
        return KT_WORD_ACRONYM;
    if (kt_set_has(set, KT_PLACE) ||
        (kt_hints_hold(&hints->located, hash) &&
         !kt_hints_hold(&hints->alone_at_cue, hash)))
        return KT_WORD_PLACE;
    if (kt_set_has(set, KT_STATE))
        return KT_WORD_ORGANISATION;
    if (token->flags & (KT_HAS_DIGIT | KT_IS_SITE | KT_IS_CAMEL))
        return KT_WORD_ACRONYM;
    if (kt_set_has(set, KT_UPPER))
        return is_short_upper(doc, term) ? KT_WORD_INITIAL : KT_WORD_ACRONYM;
    if (kt_set_has(set, KT_NOUN_SHAPE))
        return KT_WORD_DERIVED_NOUN;
    if (KT_HAS_ANY(set, KT_COMMON, KT_ROLE_ENGLISH) ||
        (token->flags & KT_IS_CLITIC))
        return KT_WORD_COMMON;
    return KT_WORD_UNKNOWN;
}

/* `PGN SOR I Afdal`: a lone letter that is a number too is nobody's initial. */
static bool
counts(const struct kt_doc *doc, uint32_t term)
{
    const struct kt_token *token =
        &doc->tokens.items[doc->terms.items[term].first_token];
    return kt_term_is(doc, term, KT_INITIAL) && term > 0 &&
           !kt_term_is(doc, term, KT_NAME_OPENER) &&
           kt_term_is(doc, term - 1, KT_UPPER) &&
           token->end - token->start == 1 && (token->flags & KT_IS_ROMAN);
}

/* What the lists say, the surest first; `term` is in one of them. */
static enum kt_word_kind
kind_of_listed(const struct kt_doc *doc, uint32_t term)
{
    struct kt_set set = doc->terms.items[term].classes;

    if (kt_set_has(set, KT_CLOSE))
        return KT_WORD_BRACKET;
    if (KT_HAS_ANY(set, KT_RANK, KT_HONORIFIC))
        return KT_WORD_RANK;
    if (KT_HAS_ANY(set, KT_ORG_HEAD, KT_ORG_UNIT) &&
        kt_set_has(set, KT_CAPITAL) && !KT_HAS_ANY(set, KT_ROLE, KT_ROLE_UNIT))
        return KT_WORD_ORGANISATION;
    if (KT_HAS_ANY(set, KT_ROLE, KT_ROLE_WHOLE, KT_ROLE_PREFIX, KT_ROLE_UNIT,
                   KT_ROLE_ORDINARY, KT_ROLE_MODIFIER, KT_GROUP))
        return KT_WORD_ROLE;
    return counts(doc, term) ? KT_WORD_OTHER : KT_WORD_UNKNOWN;
}

enum kt_word_kind
kt_word_kind_read(const struct kt_doc *doc, const struct kt_word_hints *hints,
                  uint32_t term)
{
    static const struct kt_set listed =
        KT_SET(KT_CLOSE, KT_RANK, KT_HONORIFIC, KT_ORG_HEAD, KT_ORG_UNIT,
               KT_ROLE, KT_ROLE_WHOLE, KT_ROLE_PREFIX, KT_ROLE_UNIT,
               KT_ROLE_ORDINARY, KT_ROLE_MODIFIER, KT_GROUP, KT_INITIAL);
    const struct kt_term *t = &doc->terms.items[term];
    enum kt_word_kind kind = KT_WORD_UNKNOWN;

    if (kt_set_meets(t->classes, listed))
        kind = kind_of_listed(doc, term);
    if (kind != KT_WORD_UNKNOWN)
        return kind;
    if (kt_set_has(t->classes, KT_CAPITAL))
        return kind_of_capital(doc, hints, t);
    if (kt_set_has(t->classes, KT_NAME_PARTICLE))
        return KT_WORD_INITIAL;
    return kt_set_has(t->classes, KT_LOWER) ? KT_WORD_LOWER : KT_WORD_OTHER;
}

/* ------------------------------------------------------------- evidence */

/* The weight a word has inside a name; KT_EVIDENCE_COUNT: cannot be. */
static enum kt_evidence_kind
evidence_of_word(enum kt_word_kind kind)
{
    switch (kind) {
    case KT_WORD_UNKNOWN:
        return KT_EVIDENCE_word_unknown;
    case KT_WORD_COMMON:
        return KT_EVIDENCE_word_common;
    case KT_WORD_DERIVED_NOUN:
        return KT_EVIDENCE_word_derived_noun;
    case KT_WORD_ORGANISATION:
        return KT_EVIDENCE_word_organisation;
    case KT_WORD_ACRONYM:
        return KT_EVIDENCE_word_acronym;
    case KT_WORD_PLACE:
        return KT_EVIDENCE_word_place;
    case KT_WORD_ROLE:
        return KT_EVIDENCE_word_role;
    case KT_WORD_INITIAL:
    case KT_WORD_RANK:
        return KT_EVIDENCE_initial;
    default:
        return KT_EVIDENCE_COUNT;
    }
}

/* `Komisi II`: a unit that needs no more words to be told. */
static bool
is_numbered(const struct kt_doc *doc, const struct kt_term *term)
{
    const struct kt_token *last = &doc->tokens.items[term->end_token - 1];
    return term->end_token > term->first_token + 1 &&
           (last->kind == KT_TOKEN_NUMBER || (last->flags & KT_IS_ROMAN));
}

static enum kt_evidence_kind
evidence_of_before(const struct kt_doc *doc, enum kt_word_kind kind,
                   uint32_t before)
{
    if ((kt_term_is(doc, before, KT_ORG_NEEDS) &&
         !kt_term_is(doc, before, KT_ORG)) ||
        (kt_term_is(doc, before, KT_ROLE_UNIT) &&
         !is_numbered(doc, &doc->terms.items[before])) ||
        kt_term_is(doc, before, KT_ROLE_PREFIX) ||
        (kt_term_is(doc, before, KT_LINK) && kt_term_is(doc, before, KT_LOWER)))
        return KT_EVIDENCE_after_needy_head;
    if (kt_term_is(doc, before, KT_ROLE_NEEDS))
        return KT_EVIDENCE_after_needy_role;
    switch (kind) {
    case KT_WORD_BRACKET:
        return KT_EVIDENCE_after_bracket;
    case KT_WORD_PLACE:
        return KT_EVIDENCE_after_place;
    case KT_WORD_ACRONYM:
        return KT_EVIDENCE_after_acronym;
    case KT_WORD_ORGANISATION:
        return KT_EVIDENCE_after_organisation;
    case KT_WORD_DERIVED_NOUN:
        return KT_EVIDENCE_after_derived_noun;
    case KT_WORD_ROLE:
        return KT_EVIDENCE_after_role;
    case KT_WORD_COMMON:
    case KT_WORD_LOWER:
    case KT_WORD_OTHER:
        return KT_EVIDENCE_after_common;
    default:
        return KT_EVIDENCE_before_unknown;
    }
}

/* Does the text use a word by itself, but for no speaker? Then it is the
 * body where another word of the stretch speaks: `CEO Blorong | Rini`. */
static bool
stands_alone_otherwise(const struct kt_doc *doc,
                       const struct kt_word_hints *hints, uint32_t term)
{
    uint32_t token = doc->terms.items[term].first_token;
    return kt_word_kind_of(doc, hints, term) == KT_WORD_UNKNOWN &&
           !kt_term_is(doc, term, KT_NAME_OPENER) &&
           kt_hints_hold(&hints->alone, doc->tokens.items[token].hash);
}

/* What the words of a name that is read from its end have shown so far. */
struct name_sum {
    struct kt_range terms; /* what may be a name */
    int words;             /* the weights of its words */
    uint32_t count; /* words, without the particles between them: `Muhammad
                       bin Salman` */
    uint32_t lines; /* line breaks inside */
    uint32_t alone; /* the first word that stands alone at some cue, or the
                       end */
};

static void
begin_sum(struct name_sum *sum, struct kt_range terms)
{
    *sum = (struct name_sum){.terms = terms, .alone = terms.end};
}

/* Does one end of the name from `at` stand alone at a cue somewhere? */
static int
alone_weight(const struct kt_doc *doc, const struct kt_word_hints *hints,
             const struct name_sum *sum, uint32_t at)
{
    const int *weights = doc->engine->evidence.weights;
    uint32_t end = sum->terms.end;

    if (sum->alone == end)
        return 0;
    if (sum->alone == at)
        return weights[KT_EVIDENCE_alone_at_cue];
    if (end - at > 2 && stands_alone_otherwise(doc, hints, at))
        return weights[KT_EVIDENCE_alone_otherwise];
    return weights[sum->alone + 1 == end ? KT_EVIDENCE_alone_last
                                         : KT_EVIDENCE_alone_inside];
}

static int
length_weight(const struct kt_evidence *evidence, uint32_t words)
{
    static const enum kt_evidence_kind kinds[] = {
        KT_EVIDENCE_words_one, KT_EVIDENCE_words_two, KT_EVIDENCE_words_three,
        KT_EVIDENCE_words_four, KT_EVIDENCE_words_more};
    return evidence->weights[kinds[words < 5 ? words - 1 : 4]];
}

/*
 * Does the layout keep a term from being of one name with the term before
 * it? A line break is no bar, two blanks are.
 */
static bool
stands_apart(const struct kt_doc *doc, const struct kt_token *token)
{
    uint32_t at = token[-1].end, blanks = 0;

    if (token->start - at < 2 || (token->flags & KT_LINE_BEFORE))
        return false;
    for (; at < token->start; at++) /* a no-break space is two bytes */
        blanks += ((unsigned char)doc->text[at] & 0xC0) != 0x80;
    return blanks > 1;
}

/* Four words and more of no list, right behind a body that is told whole:
 * `Partai Golkar | Ahmad Rizal Budi Santoso`. */
static bool
is_long_name(const struct kt_doc *doc, uint32_t at, uint32_t end,
             enum kt_evidence_kind word)
{
    return word == KT_EVIDENCE_word_unknown && end - at > 3 &&
           !(doc->tokens.items[doc->terms.items[at].first_token].flags &
             KT_HAS_HYPHEN) &&
           (kt_term_is(doc, at - 1, KT_PLACE) ||
            (kt_term_is(doc, at - 1, KT_ROLE_WHOLE) &&
             !kt_term_is(doc, at - 1, KT_ROLE_NEEDS)) ||
            (kt_term_is(doc, at - 1, KT_ORG) &&
             kt_term_is(doc, at - 1, KT_ORG_TOP)));
}

/* What stands before the name tells for it, or against it. */
static int
before_weight(const struct kt_doc *doc, const struct kt_word_hints *hints,
              const struct name_sum *sum, uint32_t at,
              enum kt_evidence_kind word)
{
    const int *weights = doc->engine->evidence.weights;
    uint32_t end = sum->terms.end;

    if (at == sum->terms.first)
        return 0;
    if (is_long_name(doc, at, end, word))
        return weights[KT_EVIDENCE_after_whole];
    if (word == KT_EVIDENCE_word_unknown && end - at == 3 &&
        kt_term_is(doc, at - 1, KT_ROLE_CLOSED))
        return weights[KT_EVIDENCE_after_closed];
    return weights[evidence_of_before(
        doc, kt_word_kind_of(doc, hints, at - 1), at - 1)];
}

/* Takes the word before those taken so far into the name. False: no name
 * begins there. */
static bool
take_word(const struct kt_doc *doc, const struct kt_word_hints *hints,
          struct name_sum *sum, uint32_t at, enum kt_evidence_kind word)
{
    const struct kt_term *term = &doc->terms.items[at];
    const struct kt_token *tokens = doc->tokens.items;

    if (word == KT_EVIDENCE_COUNT || sum->terms.end - at > NAME_TERMS_MAX)
        return false;
    if (at + 1 < sum->terms.end) {
        const struct kt_token *behind = &tokens[term[1].first_token];
        sum->lines += (behind->flags & KT_LINE_BEFORE) != 0;
        sum->count += !kt_set_has(term[1].classes, KT_NAME_PARTICLE);
        if (sum->lines > 1 || stands_apart(doc, behind))
            return false;
    }
    sum->words += doc->engine->evidence.weights[word];
    if (term->end_token == term->first_token + 1 &&
        kt_hints_hold(&hints->alone_at_cue, tokens[term->first_token].hash))
        sum->alone = at;
    return true;
}

/*
 * The sum for a name that begins at a term; those behind it were asked
 * before. False: no name begins there, or before.
 */
static bool
sum_at(const struct kt_doc *doc, const struct kt_word_hints *hints,
       struct name_sum *sum, uint32_t at, int *total)
{
    enum kt_evidence_kind word =
        evidence_of_word(kt_word_kind_of(doc, hints, at));

    if (!take_word(doc, hints, sum, at, word))
        return false;
    *total = sum->words +
             length_weight(&doc->engine->evidence, sum->count + 1) +
             alone_weight(doc, hints, sum, at) +
             before_weight(doc, hints, sum, at, word);
    return true;
}

/* No name ends so: `Korea Risk Group`, `Grab Indonesia`. */
static bool
ends_otherwise(const struct kt_doc *doc, struct kt_range terms)
{
    return terms.first == terms.end ||
           (KT_TERM_IS_ANY(doc, terms.end - 1, KT_ORG_TAIL, KT_STATE) &&
            (kt_term_is(doc, terms.end - 1, KT_ORG_TAIL) ||
             terms.end > terms.first + 1));
}

uint32_t
kt_name_start(const struct kt_doc *doc, const struct kt_word_hints *hints,
              struct kt_range terms, int *sum)
{
    uint32_t best = terms.end;
    struct name_sum so_far;
    int total;

    *sum = 0;
    if (ends_otherwise(doc, terms))
        return terms.end;
    begin_sum(&so_far, terms);
    for (uint32_t at = terms.end; at-- > terms.first;) {
        if (!sum_at(doc, hints, &so_far, at, &total))
            break;
        if (kt_term_is(doc, at, KT_STATE) && at + 1 < terms.end)
            continue; /* `pemain Jepang Wataru`: the state is no name */
        if (kt_term_is(doc, at, KT_ORG_NEEDS) && at > terms.first)
            continue; /* `Pemilik PT Garam Yanti`: nobody is called so */
        if (total > *sum && !kt_term_is(doc, at, KT_LOWER)) {
            *sum = total;
            best = at;
        }
    }
    return best;
}

int
kt_name_sum(const struct kt_doc *doc, const struct kt_word_hints *hints,
            struct kt_range terms)
{
    struct name_sum so_far;
    int total = 0;

    if (ends_otherwise(doc, terms))
        return KT_NO_NAME;
    begin_sum(&so_far, terms);
    for (uint32_t at = terms.end; at-- > terms.first;)
        if (!sum_at(doc, hints, &so_far, at, &total))
            return KT_NO_NAME;
    return total;
}
