/*
 * In: a stretch of terms that a mention template bound together. Out: its
 * rank, name, role and affiliation.
 *
 *     Kepala Bidang Humas | Polda Metro Jaya | Komisaris Besar Yusri Yunus
 *     role                | affiliation      | mention (name: Yusri Yunus)
 *
 * Does not decide how far a mention reaches: mentions.templates does.
 */
#include "mention_titles.h"

static bool
is_rank_tail(const struct kt_doc *doc, uint32_t term)
{
    return KT_TERM_IS_ANY(doc, term, KT_RANK, KT_RANK_TAIL);
}

/*
 * Behind the ranks that begin at a term: `Komisaris Besar (Pol) |`,
 * `Letnan Jenderal (Letjen) TNI |`.
 */
static uint32_t
ranks_end(const struct kt_doc *doc, uint32_t first, uint32_t end)
{
    uint32_t at = first;

    while (at < end) {
        if (KT_TERM_IS_ANY(doc, at, KT_RANK, KT_HONORIFIC))
            at++;
        else if (at > first && at + 2 < end && kt_term_is(doc, at, KT_OPEN) &&
                 is_rank_tail(doc, at + 1) && kt_term_is(doc, at + 2, KT_CLOSE))
            at += 3;
        else if (at > first && kt_term_is(doc, at, KT_RANK_TAIL) &&
                 kt_term_is(doc, first, KT_RANK) && at + 1 < end)
            at++;
        else
            break;
    }
    return at;
}

/* One word that heads an organisation's name: `Universitas`. */
static bool
is_bare_head(const struct kt_doc *doc, uint32_t term)
{
    const struct kt_term *t = &doc->terms.items[term];
    return kt_term_is(doc, term, KT_ORG_HEAD) &&
           t->end_token - t->first_token == 1;
}

/* Is an address a part of the name that speaks alone elsewhere, as in
 * `Ketua Koperasi Tani Rini Cik Melati`? */
static bool
stands_in_name(const struct kt_doc *doc, const struct kt_word_hints *hints,
               uint32_t first, uint32_t term)
{
    const struct kt_term *before = doc->terms.items + term - 1;

    return term > first && !kt_term_is(doc, term, KT_RANK) &&
           kt_word_kind_of(doc, hints, term - 1) == KT_WORD_UNKNOWN &&
           kt_hints_hold(&hints->alone_at_cue,
                         doc->tokens.items[before->first_token].hash);
}

/* A rank that a name follows, and that is no part of an organisation. */
static uint32_t
rank_start(const struct kt_doc *doc, const struct kt_word_hints *hints,
           struct kt_range terms)
{
    for (uint32_t i = terms.first; i < terms.end; i++) {
        uint32_t behind;
        enum kt_word_kind kind;
        if (!KT_TERM_IS_ANY(doc, i, KT_RANK, KT_HONORIFIC))
            continue;
        behind = ranks_end(doc, i, terms.end);
        if (behind == terms.end ||
            (i > terms.first && is_bare_head(doc, i - 1)))
            continue;
        if (stands_in_name(doc, hints, terms.first, i))
            continue;
        kind = kt_word_kind_of(doc, hints, behind);
        if (kind == KT_WORD_ORGANISATION || kind == KT_WORD_ROLE ||
            kind == KT_WORD_BRACKET || kind == KT_WORD_LOWER)
            continue;
        return i;
    }
    return terms.end;
}

/* Cuts brackets off the end: `Budi Santoso (41)`, `Hendrar (Hendi)`. */
static uint32_t
without_brackets(const struct kt_doc *doc, struct kt_range terms)
{
    uint32_t end = terms.end;
    if (end == terms.first || !kt_term_is(doc, end - 1, KT_CLOSE))
        return end;
    while (end > terms.first && !kt_term_is(doc, end - 1, KT_OPEN))
        end--;
    return end > terms.first ? end - 1 : terms.end;
}

/* Without the degrees that follow it: `Budi Santoso, S.H., M.H.`. */
static uint32_t
without_degrees(const struct kt_doc *doc, uint32_t first, uint32_t end)
{
    while (end > first + 1 && (kt_term_is(doc, end - 1, KT_DEGREE) ||
                               kt_term_is(doc, end - 1, KT_COMMA)))
        end--;
    return end;
}

/* A name in brackets behind a name is what people call him. */
static void
set_nickname(const struct kt_doc *doc, uint32_t open, uint32_t end,
             struct kt_mention *mention)
{
    if (open + 2 < end && kt_term_is(doc, open + 1, KT_CAPITAL) &&
        !kt_term_is(doc, open + 1, KT_RANK))
        mention->nickname =
            kt_tokens_of(doc, (struct kt_range){open + 1, end - 1});
}

void
kt_split_name(const struct kt_doc *doc, struct kt_range terms,
              struct kt_mention *mention)
{
    uint32_t open = without_brackets(doc, terms);
    uint32_t end = without_degrees(doc, terms.first, open);
    uint32_t name = ranks_end(doc, terms.first, end);

    set_nickname(doc, open, terms.end, mention);

    mention->mention = kt_tokens_of(doc, (struct kt_range){terms.first, end});
    mention->name = kt_tokens_of(
        doc, (struct kt_range){name < end ? name : terms.first, end});
}

/* A name that nothing speaks against but that a place has a word of it, or
 * that it is one letter (`S`): where a name is due, it is one. */
#define PLAIN_SUM (-4)

static bool
is_plain(const struct kt_doc *doc, const struct kt_word_hints *hints,
         uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        enum kt_word_kind kind = kt_word_kind_of(doc, hints, i);
        if (kind != KT_WORD_UNKNOWN && kind != KT_WORD_INITIAL &&
            (kind != KT_WORD_PLACE || i == first))
            return false;
    }
    return true;
}

bool
kt_is_name(const struct kt_doc *doc, const struct kt_word_hints *hints,
           struct kt_range terms)
{
    uint32_t end = without_brackets(doc, terms);
    uint32_t first = ranks_end(doc, terms.first, end);

    return first > terms.first ||
           kt_name_sum(doc, hints, (struct kt_range){first, end}) >
               (is_plain(doc, hints, first, end) ? PLAIN_SUM : 0);
}

/*
 * Are the letters in the brackets those the words before begin with, and
 * the words a name: `Menteri Rini Astuti Lestari (RAL)`?
 */
static bool
ends_in_initials(const struct kt_doc *doc, const struct kt_word_hints *hints,
                 uint32_t first, uint32_t open)
{
    const struct kt_token *word =
        &doc->tokens.items[doc->terms.items[open + 1].first_token];
    uint32_t letters = word->end - word->start;

    if (!(word->flags & KT_ALL_UPPER) || letters > open - first)
        return false;
    first = open - letters;
    for (uint32_t i = 0; i < letters; i++) {
        uint32_t token = doc->terms.items[first + i].first_token;
        if (doc->text[doc->tokens.items[token].start] !=
            doc->text[word->start + i])
            return false;
    }
    return kt_is_name(doc, hints, (struct kt_range){first, open});
}

/* Does the stretch hold a bracket or head that keeps its end from being a
 * name: `… Perhimpunan Hotel dan Restoran Indonesia (PHRI)`? */
static bool
ends_in_organisation(const struct kt_doc *doc,
                     const struct kt_word_hints *hints, struct kt_range terms)
{
    uint32_t open = without_brackets(doc, terms);
    if (open == terms.end)
        return false;
    return !kt_term_is(doc, open + 1, KT_NUMBER) &&
           kt_begins_organisation(doc, hints, open + 1) &&
           !ends_in_initials(doc, hints, terms.first, open);
}

/* A company that no role stands before speaks itself, and its name may hold
 * any word: `tulis PT Garam Sentosa`, but `Direktur PT Garam Yanti`. */
static bool
is_company(const struct kt_doc *doc, const struct kt_word_hints *hints,
           struct kt_range terms)
{
    return kt_term_is(doc, terms.first, KT_ORG_NEEDS) &&
           kt_term_is(doc, terms.first, KT_UPPER) &&
           kt_role_start(doc, hints, terms) == terms.end;
}

/*
 * Without the office that a name ends in when it began with the same: the
 * stop of a sentence was lost (`Menpora Rini | Menpora juga mengatakan`).
 */
static uint32_t
without_office(const struct kt_doc *doc, uint32_t first, uint32_t end)
{
    const struct kt_token *tokens = doc->tokens.items;
    const struct kt_term *terms = doc->terms.items;

    return end > first + 2 && kt_term_is(doc, end - 1, KT_ROLE) &&
                   tokens[terms[first].first_token].hash ==
                       tokens[terms[end - 1].first_token].hash
               ? end - 1
               : end;
}

/* Splits without the memo. */
static void
split(const struct kt_doc *doc, const struct kt_word_hints *hints,
      struct kt_range terms, struct kt_mention *mention)
{
    uint32_t end, start;

    terms.end = without_office(doc, terms.first, terms.end);
    end = without_brackets(doc, terms);
    start = rank_start(doc, hints, (struct kt_range){terms.first, end});
    mention->name = mention->mention = KT_NO_RANGE;
    if (start == end && !ends_in_organisation(doc, hints, terms))
        start = kt_name_start(doc, hints, (struct kt_range){terms.first, end},
                              &mention->evidence);
    else if (start < end)
        mention->evidence = 100;
    if (start > terms.first && start < end && mention->evidence < 100 &&
        is_company(doc, hints, (struct kt_range){terms.first, start}))
        start = end;
    if (start < end) {
        kt_split_name(doc, (struct kt_range){start, terms.end}, mention);
        terms.end = start;
    }
    kt_split_role(doc, hints, terms, mention);
}

/* Where the memo keeps a lone term. */
static struct kt_lone *
lone_of(const struct kt_doc *doc, const struct kt_word_hints *hints,
        uint32_t term, struct kt_lone *key)
{
    const struct kt_term *t = &doc->terms.items[term];

    *key = (struct kt_lone){.set = t->set};
    key->kind = (uint8_t)kt_word_kind_of(doc, hints, term);
    key->at_cue = t->end_token == t->first_token + 1 &&
                  kt_hints_hold(&hints->alone_at_cue,
                                doc->tokens.items[t->first_token].hash);
    return &hints->lones[(t->set * 31 + key->kind * 2U + key->at_cue) %
                         KT_LONES];
}

void
kt_split_parts(const struct kt_doc *doc, const struct kt_word_hints *hints,
               struct kt_range terms, struct kt_mention *mention)
{
    struct kt_range tokens = kt_tokens_of(doc, terms);
    struct kt_lone key, *lone;

    if (terms.end != terms.first + 1 ||
        doc->terms.items[terms.first].set == 0 ||
        kt_begins_role(doc, terms.first)) {
        split(doc, hints, terms, mention);
        return;
    }
    lone = lone_of(doc, hints, terms.first, &key);
    if (lone->set != key.set || lone->kind != key.kind ||
        lone->at_cue != key.at_cue) {
        split(doc, hints, terms, mention);
        key.name = kt_range_set(mention->name);
        key.body = kt_range_set(mention->affiliation);
        key.evidence = mention->evidence;
        *lone = key;
    }
    mention->role = KT_NO_RANGE;
    mention->name = mention->mention = lone->name ? tokens : KT_NO_RANGE;
    mention->affiliation = lone->body ? tokens : KT_NO_RANGE;
    mention->evidence = lone->evidence;
}

void
kt_add_body(const struct kt_doc *doc, const struct kt_word_hints *hints,
            struct kt_range body, struct kt_mention *mention)
{
    struct kt_mention told;

    kt_split_role(doc, hints, body, &told);
    if (kt_range_set(mention->name) && !kt_range_set(mention->affiliation))
        mention->affiliation = told.affiliation;
}
