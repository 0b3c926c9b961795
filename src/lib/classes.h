/*
 * Classes: what the pattern files say of a word, and what find_terms sees
 * of its shape. The names below are those the machinery itself asks for;
 * pattern files may bring more, for their templates. At most KT_CLASS_MAX
 * in all, so that a set is three machine words.
 */
#ifndef KT_CLASSES_H
#define KT_CLASSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define KT_CLASS_MAX 192
#define KT_SET_WORDS (KT_CLASS_MAX / 64)

/* clang-format off */
#define KT_CLASSES(X) \
    /* shapes and structure, given by find_terms, never in words files */ \
    X(CAPITAL) X(UPPER) X(LOWER) X(NUMBER) X(INITIAL) \
    X(COMMA) X(COLON) X(STOP) X(OPEN) X(CLOSE) X(DASH) X(SLASH) X(MARK) \
    X(QUOTE) X(QUOTE_COMMA) X(QUOTE_SMALL) X(QUOTE_PHRASE) X(TITLE) \
    X(VERB_SHAPE) X(NOUN_SHAPE) X(CLITIC) X(TIME) \
    /* mentions as one term, given by read_mentions */ \
    X(MENTION) X(PERSON) X(ORGANISATION) X(ROLE_MENTION) \
    X(GROUP_MENTION) X(ANONYMOUS) X(DOCUMENT_MENTION) \
    /* cues, derived from verbs.table */ \
    X(SAY_BARE) X(SAY_CLITIC) X(SAY_ACTIVE) X(SAY_PASSIVE) \
    X(SAY_CLAUSE) X(SAY_NOUN) X(SAY_THAT) X(SAY_REQUEST) X(SAY_JUDGE) X(SAY_QUOTE) \
    X(SAY_CAREFUL) \
    /* words around cues */ \
    X(ACCORDING) X(WHILE) X(THAT) X(REQUEST_MARK) X(AS) X(THUS) X(CONTENT_STOP) \
    X(ADVERB) X(NEGATION) X(AUXILIARY) X(CONJUNCTION) X(AND) X(WHO) \
    X(IN) X(FROM) X(TO) X(BY) X(WITH) X(PREPOSITION) X(DEMONSTRATIVE) \
    X(INDEFINITE) X(PLURAL) X(SELF) X(PRONOUN) X(PRONOUN_PLURAL) X(FIRST_PERSON) \
    X(NOT_SUBJECT) X(COPULA) X(GLUED) \
    /* circumstances */ \
    X(WEEKDAY) X(MONTH) X(DAYPART) X(RELATIVE_DAY) \
    X(EVENT_HEAD) X(EVENT_CLOSED) X(NOT_EVENT) X(VIA_HEAD) X(TITLE_CUE) X(EMERGE) \
    /* parts of mentions */ \
    X(ROLE) X(ROLE_WHOLE) X(ROLE_MODIFIER) X(ROLE_PREFIX) X(ROLE_UNIT) \
    X(ROLE_ORDINARY) X(ROLE_NEEDS) X(ROLE_ACTING) X(ROLE_CHIEF) \
    X(ROLE_OF) X(ROLE_LOCAL) X(ROLE_CLOSED) X(ROLE_ENGLISH) X(ROLE_LEVEL) X(ROLE_STATUS) X(ORDINAL) X(AREA) X(BODY_KIND) X(PLACE_HEAD) X(LINK) \
    X(RANK) X(RANK_TAIL) X(HONORIFIC) X(DEGREE) \
    X(ORG_HEAD) X(ORG_NEEDS) X(ORG_TAIL) X(ORG_UNIT) X(ORG_TOP) \
    X(FACTION) X(ORG) X(PLACE) X(STATE) X(DOCUMENT) \
    X(GROUP) X(COLLECTIVE) X(RELATIVE) X(HUMAN) X(CALLED) X(INFORMANT) \
    X(DEFINITE) X(OR) X(REGULATION) \
    X(NAME_PARTICLE) X(NAME_OPENER) X(NICKNAME) X(NOT_NAME) X(COMMON) \
    X(NAME_ARTICLE) \
    /* names in the markup of pages, for the command */ \
    X(PAGE_ASIDE) X(PAGE_OTHERS) X(PAGE_CREDIT) \
    /* text level */ \
    X(ABBREVIATION) X(ABBREVIATION_FINAL) X(BOILERPLATE) \
    X(BOILERPLATE_PIECE) X(BOILERPLATE_REFERENCE) X(SITE_END)
/* clang-format on */

enum kt_class {
#define KT_CLASS_ENUM(name) KT_##name,
    KT_CLASSES(KT_CLASS_ENUM)
#undef KT_CLASS_ENUM
        KT_CLASS_KNOWN /* how many the machinery knows by name */
};

struct kt_set {
    uint64_t bits[KT_SET_WORDS];
};

static inline void
kt_set_add(struct kt_set *set, unsigned class)
{
    set->bits[class >> 6] |= UINT64_C(1) << (class & 63);
}

static inline void
kt_set_remove(struct kt_set *set, unsigned class)
{
    set->bits[class >> 6] &= ~(UINT64_C(1) << (class & 63));
}

static inline bool
kt_set_has(struct kt_set set, unsigned class)
{
    return set.bits[class >> 6] >> (class & 63) & 1;
}

/* clang-format off */
/* One class's bit in a word of a set, as a constant. */
#define KT_CLASS_BIT(word, class)                                              \
    ((class) >> 6 == (word) ? UINT64_C(1) << ((class) & 63) : 0)
#define KT_CLASS_BITS(word, a, b, c, d, e, f, g, h)                            \
    (KT_CLASS_BIT(word, a) | KT_CLASS_BIT(word, b) | KT_CLASS_BIT(word, c) |   \
     KT_CLASS_BIT(word, d) | KT_CLASS_BIT(word, e) | KT_CLASS_BIT(word, f) |   \
     KT_CLASS_BIT(word, g) | KT_CLASS_BIT(word, h))
#define KT_SET_WORD(word, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p,      \
                    q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd, ee, ff,      \
                    rest, ...)                                                 \
    (KT_CLASS_BITS(word, a, b, c, d, e, f, g, h) |                             \
     KT_CLASS_BITS(word, i, j, k, l, m, n, o, p) |                             \
     KT_CLASS_BITS(word, q, r, s, t, u, v, w, x) |                             \
     KT_CLASS_BITS(word, y, z, aa, bb, cc, dd, ee, ff) |                       \
     (sizeof(char[(rest) == KT_CLASS_MAX ? 1 : -1]) & 0))
/* Places of the 32 that no class takes, and one behind them. */
#define KT_NO_CLASSES_8                                                        \
    KT_CLASS_MAX, KT_CLASS_MAX, KT_CLASS_MAX, KT_CLASS_MAX, KT_CLASS_MAX,      \
    KT_CLASS_MAX, KT_CLASS_MAX, KT_CLASS_MAX
#define KT_NO_CLASSES                                                          \
    KT_NO_CLASSES_8, KT_NO_CLASSES_8, KT_NO_CLASSES_8, KT_NO_CLASSES_8,        \
    KT_CLASS_MAX

#define KT_SET_FILLED(...)                                                     \
    {{KT_SET_WORD(0, __VA_ARGS__), KT_SET_WORD(1, __VA_ARGS__),                \
      KT_SET_WORD(2, __VA_ARGS__)}}

/*
 * A set of up to 32 classes as an initializer; more do not compile.
 *
 *     static const struct kt_set heads = KT_SET(KT_ROLE, KT_RANK);
 */
#define KT_SET(...) KT_SET_FILLED(__VA_ARGS__, KT_NO_CLASSES)
/* clang-format on */

/* One of these: KT_HAS_ANY(set, KT_IN, KT_FROM)? */
#define KT_HAS_ANY(set, ...)                                                   \
    kt_set_meets((set), (struct kt_set)KT_SET(__VA_ARGS__))

static inline bool
kt_set_empty(struct kt_set set)
{
    return (set.bits[0] | set.bits[1] | set.bits[2]) == 0;
}

static inline struct kt_set
kt_set_union(struct kt_set a, struct kt_set b)
{
    for (int i = 0; i < KT_SET_WORDS; i++)
        a.bits[i] |= b.bits[i];
    return a;
}

static inline struct kt_set
kt_set_common(struct kt_set a, struct kt_set b)
{
    for (int i = 0; i < KT_SET_WORDS; i++)
        a.bits[i] &= b.bits[i];
    return a;
}

/* What a holds and b does not. */
static inline struct kt_set
kt_set_without(struct kt_set a, struct kt_set b)
{
    for (int i = 0; i < KT_SET_WORDS; i++)
        a.bits[i] &= ~b.bits[i];
    return a;
}

static inline bool
kt_set_meets(struct kt_set a, struct kt_set b)
{
    return !kt_set_empty(kt_set_common(a, b));
}

/* Does a hold everything that b holds? */
static inline bool
kt_set_covers(struct kt_set a, struct kt_set b)
{
    return kt_set_empty(kt_set_without(b, a));
}

static inline bool
kt_set_equal(struct kt_set a, struct kt_set b)
{
    for (int i = 0; i < KT_SET_WORDS; i++)
        if (a.bits[i] != b.bits[i])
            return false;
    return true;
}

/*
 * A hash of it. Classes lie anywhere in a set's words, and a product's upper
 * bits depend on all bits below them: they are mixed down and up again, so
 * that every class counts in every part of the hash.
 */
static inline uint64_t
kt_set_mix(struct kt_set set)
{
    uint64_t mixed = set.bits[0] * UINT64_C(0x9E3779B97F4A7C15) ^
                     set.bits[1] * UINT64_C(0xC2B2AE3D27D4EB4F) ^
                     set.bits[2] * UINT64_C(0x165667B19E3779F9);

    mixed = (mixed ^ mixed >> 32) * UINT64_C(0x9E3779B97F4A7C15);
    return mixed ^ mixed >> 32;
}

/* The name of a class the machinery knows: "SAY_BARE". */
const char *
kt_class_name(unsigned class);

#endif
