/*
 * In: a mention in its sentence. Out: how sure it is that the sentence is
 * about it.
 *
 *     Rini Astuti, Senin (13/4), menilai aturan itu baik.    says
 *     Rumah Rini terbakar. Ia dan Rini pergi.                   no
 *
 * Knows what may stand before a subject and behind it; not who it is.
 */
#include "speakers.h"

/* Terms that may stand between a subject and its verb. */
#define GAP_TERMS 40

/* The term before the mention; behind a comma inside, before the name: in
 * `soal ketua, Rini menilai` the comma ends something else. NULL: none. */
static const struct kt_term *
term_before(const struct kt_doc *doc, const struct kt_mention *mention)
{
    uint32_t at = mention->terms.first;
    for (uint32_t i = at; i < mention->terms.end; i++)
        if (kt_set_has(doc->terms.items[i].classes, KT_COMMA) &&
            doc->terms.items[i].end_token == mention->mention.first)
            at = i + 1;
    return at == 0 ? NULL : &doc->terms.items[at - 1];
}

/* Words before a mention that keep it from being the subject. */
static bool
may_begin(const struct kt_term *before)
{
    return before == NULL || kt_set_has(before->classes, KT_ADVERB) ||
           !KT_HAS_ANY(before->classes, KT_PREPOSITION, KT_IN, KT_FROM, KT_TO,
                       KT_BY, KT_AND, KT_WHO, KT_VERB_SHAPE, KT_SAY_ACTIVE,
                       KT_SAY_PASSIVE, KT_NOT_SUBJECT, KT_AS, KT_WITH);
}

/* Right behind a name, what else he is called (`Rini Astuti atau Bu Rin`),
 * whom he speaks for or where he is from. */
static bool
is_told(const struct kt_doc *doc, const struct kt_mention *mention,
        uint32_t at)
{
    struct kt_set set = doc->terms.items[at].classes;

    if (mention->kind != KT_MENTION_PERSON || at != mention->terms.end ||
        at + 1 == doc->terms.count)
        return false;
    if (kt_set_has(set, KT_OR))
        return KT_HAS_ANY(doc->terms.items[at + 1].classes, KT_CAPITAL,
                          KT_HONORIFIC);
    return KT_HAS_ANY(set, KT_FROM, KT_ROLE);
}

/* Does a verb of saying follow, at once or behind an insertion? */
static bool
says(const struct kt_doc *doc, const struct kt_mention *mention)
{
    uint32_t at = mention->terms.end, end = at + GAP_TERMS;
    bool inserted = false;

    if (end > doc->terms.count)
        end = doc->terms.count;
    for (; at < end; at++) {
        struct kt_set set = doc->terms.items[at].classes;
        if (KT_HAS_ANY(set, KT_STOP, KT_QUOTE, KT_SAY_PASSIVE, KT_SAY_BARE))
            return false;
        if (kt_set_has(set, KT_SAY_ACTIVE))
            return true;
        if (KT_HAS_ANY(set, KT_COMMA, KT_OPEN, KT_TIME, KT_IN, KT_EVENT_HEAD,
                       KT_EVENT_CLOSED, KT_WHO) ||
            is_told(doc, mention, at))
            inserted = true;
        else if (!inserted && !KT_HAS_ANY(set, KT_ADVERB, KT_NEGATION))
            return false;
    }
    return false;
}

/* Surely, for what is no name: `pembantu presiden` is about no president. */
static bool
begins_clause(const struct kt_term *before)
{
    return before == NULL ||
           KT_HAS_ANY(before->classes, KT_COMMA, KT_STOP, KT_CONJUNCTION,
                      KT_ADVERB, KT_QUOTE, KT_TIME, KT_CLOSE);
}

/*
 * Is it somebody? Anything with a capital letter could be a thing; a
 * person is one whom some cue names as its source, or whose first mention,
 * where a clause may begin, tells his role. A title
 * alone is one only where a clause may begin.
 */
static bool
is_somebody(const struct kt_doc *doc, uint32_t index,
            const struct kt_term *before)
{
    const struct kt_mention *mention = &doc->mentions.items[index];
    const struct kt_speaker *speaker =
        &doc->speakers.items[doc->mention_links.items[index].speaker];

    if (kt_range_set(mention->name) &&
        (doc->tokens.items[mention->name.first].flags & KT_ONE_LETTER) &&
        mention->name.end == mention->name.first + 1)
        return false; /* `Korban T`: spoken of, and seldom heard */
    if (speaker->source)
        return mention->kind != KT_MENTION_ROLE || begins_clause(before);
    return kt_range_set(mention->role) && speaker->introduced == index &&
           begins_clause(before);
}

/* Does a predicate follow, or an insertion before one? */
static bool
has_predicate(const struct kt_doc *doc, const struct kt_mention *mention)
{
    return mention->terms.end < doc->terms.count &&
           KT_HAS_ANY(doc->terms.items[mention->terms.end].classes, KT_COMMA,
                      KT_OPEN, KT_VERB_SHAPE, KT_AUXILIARY, KT_NEGATION,
                      KT_ADVERB, KT_WHO, KT_NOT_SUBJECT, KT_TIME, KT_IN,
                      KT_LOWER);
}

/*
 * Is it whom a passive verb names as doing it, with the circumstances
 * behind: `Hal itu dibahas Direktur RSUD Rini Astuti dalam seminar`?
 * Only where he is introduced; others are more often objects.
 */
static bool
is_agent(const struct kt_doc *doc, uint32_t index,
         const struct kt_term *before)
{
    const struct kt_mention *mention = &doc->mentions.items[index];
    const struct kt_speaker *speaker =
        &doc->speakers.items[doc->mention_links.items[index].speaker];

    return before != NULL && kt_set_has(before->classes, KT_VERB_SHAPE) &&
           kt_range_set(mention->role) && speaker->introduced == index &&
           mention->terms.end < doc->terms.count &&
           KT_HAS_ANY(doc->terms.items[mention->terms.end].classes,
                      KT_EVENT_HEAD, KT_EVENT_CLOSED, KT_TIME, KT_IN);
}

/* Is he introduced with what he is called: `tanggapan dari Bupati Bantul
 * Rini Astuti atau akrab disapa Rin`? Then he will be heard. */
static bool
is_presented(const struct kt_doc *doc, uint32_t index)
{
    const struct kt_mention *mention = &doc->mentions.items[index];
    const struct kt_speaker *speaker =
        &doc->speakers.items[doc->mention_links.items[index].speaker];

    return kt_range_set(mention->nickname) && kt_range_set(mention->role) &&
           speaker->introduced == index;
}

/* Is it a person who is named somewhere, here perhaps by the title he bears
 * (`Bupati melihat …`) or his initials? */
static bool
is_person(const struct kt_doc *doc, uint32_t index)
{
    uint32_t speaker = doc->mention_links.items[index].speaker;
    const struct kt_speaker *found;

    if (speaker == KT_NONE ||
        doc->mentions.items[index].kind == KT_MENTION_PRONOUN)
        return false;
    found = &doc->speakers.items[speaker];
    return found->kind == KUTIP_PERSON &&
           doc->mentions.items[found->named].kind == KT_MENTION_PERSON;
}

enum kt_subject
kt_subject_of(const struct kt_doc *doc, uint32_t index)
{
    const struct kt_mention *mention = &doc->mentions.items[index];
    const struct kt_term *before;
    bool joined;

    if (!is_person(doc, index))
        return KT_SUBJECT_NO;
    before = term_before(doc, mention);
    joined = before != NULL && kt_set_has(before->classes, KT_AND);
    if (is_agent(doc, index, before) || is_presented(doc, index))
        return KT_SUBJECT_LIKELY;
    if (!joined && !may_begin(before))
        return KT_SUBJECT_NO;
    if (says(doc, mention))
        return KT_SUBJECT_SAYS;
    if (joined || !is_somebody(doc, index, before) ||
        !has_predicate(doc, mention))
        return KT_SUBJECT_NO;
    return KT_SUBJECT_LIKELY;
}
