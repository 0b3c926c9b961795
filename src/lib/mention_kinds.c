/*
 * In: a mention, and its terms or those before it. Out: whether it names a
 * person, a body, or somebody who only belongs to the one named; without a
 * name, whether it is a title, a group or somebody.
 *
 *     Rini Astuti          a person
 *     startup Lestari      a body
 *     keluarga Rini        a group
 *     seorang pejabat      anonymous
 *
 * Does not decide where the name begins: mention_words.c does.
 */
#include "mention_words.h"

#define BODY_WORDS 4 /* `perusahaan investasi daring Jepang Lestari` */

/* Does a kind of body stand before the name, with what it deals in? */
static bool
follows_body_kind(const struct kt_doc *doc, uint32_t term)
{
    for (uint32_t i = term; i-- > 0 && term - i <= BODY_WORDS;) {
        if (kt_term_is(doc, i, KT_BODY_KIND))
            return true;
        if (!kt_term_is(doc, i, KT_STATE) &&
            (!kt_term_is(doc, i, KT_LOWER) ||
             KT_HAS_ANY(doc->terms.items[i].classes, KT_VERB_SHAPE,
                        KT_PREPOSITION, KT_AND, KT_WHO, KT_FROM, KT_IN)))
            return false;
    }
    return false;
}

/*
 * Is a name of one word that of a body: `startup Lestari`; or a medium's:
 * `Mengutip Lestari, stok aman`? Of persons they say `kata`.
 */
static bool
is_body(const struct kt_doc *doc, uint32_t term,
        const struct kt_mention *mention)
{
    if (term == 0 || kt_range_set(mention->role) ||
        mention->mention.first + 1 != mention->mention.end)
        return false;
    if (kt_term_is(doc, term - 1, KT_VIA_HEAD))
        return kt_term_is(doc, term - 1, KT_CAPITAL) || term == 1 ||
               kt_term_is(doc, term - 2, KT_COMMA);
    return follows_body_kind(doc, term);
}

/* Is there an age behind the name? It is of one, not of several. */
static bool
has_age(const struct kt_doc *doc, const struct kt_mention *mention)
{
    uint32_t behind = mention->mention.end;
    return behind + 1 < doc->tokens.count &&
           doc->tokens.items[behind].character == '(' &&
           doc->tokens.items[behind + 1].kind == KT_TOKEN_NUMBER;
}

/* Is a word written as part of a name, `kata Ayah Bima`? A capital at the
 * start of a sentence tells nothing. */
static bool
is_title(const struct kt_doc *doc, uint32_t token)
{
    return (doc->tokens.items[token].flags & KT_CAPITALISED) && token > 0 &&
           doc->tokens.items[token - 1].kind == KT_TOKEN_WORD;
}

/*
 * Who belongs to the one named is not he: `keluarga Budi Santoso` are a
 * group, `kekasih Rini Astuti` is known by that description alone; not
 * where a word or a mark stands between (`sang istri, Rini Astuti`). A
 * group is nobody's role either.
 */
static bool
belongs_to_named(const struct kt_doc *doc, struct kt_mention *mention)
{
    struct kt_range role = mention->role;
    struct kt_set classes = {{0}};
    uint32_t length;
    bool group;

    if (!kt_range_set(role) || role.end > mention->mention.first ||
        is_title(doc, role.first))
        return false;
    length = kt_longest_entry(doc, role.first, role.end, NULL, &classes);
    if (length == 0 || !KT_HAS_ANY(classes, KT_COLLECTIVE, KT_RELATIVE))
        return false;
    group = kt_set_has(classes, KT_COLLECTIVE);
    if (role.end < mention->mention.first || (group && has_age(doc, mention))) {
        if (group && length == role.end - role.first &&
            !kt_range_set(mention->affiliation))
            mention->role = KT_NO_RANGE;
        return false;
    }
    mention->mention.first = role.first;
    mention->affiliation = mention->nickname = KT_NO_RANGE;
    mention->kind = group ? KT_MENTION_GROUP : KT_MENTION_ROLE;
    mention->name = group ? mention->mention : KT_NO_RANGE;
    mention->role = group ? KT_NO_RANGE : mention->mention;
    return true;
}

/* Does the match that began at a term say what somebody is called, and of
 * none that is new (`seorang warga yang biasa disapa Bus`)? */
static bool
tells_nickname(const struct kt_doc *doc, uint32_t term,
               const struct kt_mention *mention)
{
    bool called = false;

    if (term > 0)
        term--; /* `seorang` is left out where it is read again */
    for (uint32_t end = mention->name.first;
         term < doc->terms.count &&
         doc->terms.items[term].end_token <= end;
         term++) {
        if (kt_term_is(doc, term, KT_INDEFINITE) ||
            kt_term_is(doc, term, KT_PLURAL))
            return false;
        called = called || kt_term_is(doc, term, KT_CALLED);
    }
    return called;
}

/*
 * Somebody with a name: a person, unless what stands before the name is a
 * kind of body (`produsen mobil Lestari`). Of two names the longer is his
 * name, whichever stands first (`Bus, sapaan akrab Budi Santoso`).
 */
void
kt_set_named_kind(const struct kt_doc *doc, uint32_t term,
                  struct kt_mention *mention)
{
    struct kt_range nickname = mention->nickname;

    if (belongs_to_named(doc, mention))
        return;
    if (kt_range_set(nickname) && nickname.end - nickname.first >
                                      mention->name.end - mention->name.first) {
        mention->nickname = mention->name;
        mention->name = nickname;
    }
    mention->kind = KT_MENTION_PERSON;
    mention->called = tells_nickname(doc, term, mention);
    if (is_body(doc, term, mention) ||
        (mention->role.first < mention->role.end &&
         kt_token_is(doc, mention->role.first, KT_BODY_KIND))) {
        mention->kind = KT_MENTION_ORGANISATION;
        mention->role = KT_NO_RANGE;
    }
}

/* --------------------------------------------------------- without a name */

/*
 * Places alone are a mention only where they can speak: states do, also
 * several together (`Seoul dan Washington`).
 */
static bool
names_states(const struct kt_doc *doc, struct kt_range terms)
{
    uint32_t before = terms.first;

    for (uint32_t i = terms.first; i < terms.end; i++)
        if (!kt_term_is(doc, i, KT_STATE) && !kt_term_is(doc, i, KT_AND) &&
            !kt_term_is(doc, i, KT_COMMA))
            return false;
    return before == 0 || !(kt_term_is(doc, before - 1, KT_IN) ||
                            kt_term_is(doc, before - 1, KT_TO) ||
                            kt_term_is(doc, before - 1, KT_FROM));
}

/* `warga`, `pengamat`, but not `Gubernur` or `Camat`. */
static bool
names_group(const struct kt_doc *doc, struct kt_range terms)
{
    return (kt_terms_have(doc, terms, KT_GROUP) ||
            kt_terms_have(doc, terms, KT_ROLE_ORDINARY)) &&
           !kt_terms_have(doc, terms, KT_ROLE_WHOLE) &&
           (!kt_terms_have(doc, terms, KT_CAPITAL) ||
            !kt_terms_have(doc, terms, KT_ROLE));
}

bool
kt_set_unnamed_kind(const struct kt_doc *doc, struct kt_range terms,
                    struct kt_mention *mention)
{
    if (kt_range_set(mention->role)) {
        if (kt_terms_have(doc, terms, KT_INDEFINITE))
            mention->kind = KT_MENTION_ANONYMOUS;
        else if (kt_terms_have(doc, terms, KT_PLURAL) ||
                 (!mention->demonstrative && names_group(doc, terms)))
            mention->kind = KT_MENTION_GROUP;
        else
            mention->kind = KT_MENTION_ROLE;
        mention->mention = mention->role;
        if (kt_range_set(mention->affiliation) &&
            mention->affiliation.end > mention->mention.end)
            mention->mention.end = mention->affiliation.end;
        if (mention->kind != KT_MENTION_ROLE)
            mention->mention.first = doc->terms.items[terms.first].first_token;
        return true;
    }
    if (!kt_range_set(mention->affiliation) && names_states(doc, terms))
        mention->affiliation = kt_tokens_of(doc, terms);
    if (!kt_range_set(mention->affiliation))
        return false;
    mention->kind = KT_MENTION_ORGANISATION;
    mention->mention = mention->name = mention->affiliation;
    mention->affiliation = KT_NO_RANGE;
    return true;
}
