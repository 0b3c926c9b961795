/*
 * The classes of terms.
 *
 * In: a token and what the lexicon knows of it, or of the phrase that begins
 * at it. Out: the classes of the term; and, for the engine, all that terms
 * can have. What it does not attempt: where terms begin and end, and what is
 * a quotation or a date: that is find_terms.c.
 *
 *     Mengupayakan -> CAPITAL VERB_SHAPE;  25 -> NUMBER;  ( -> OPEN
 */
#include "terms.h"

#include "doc.h"
#include "text.h"

static const struct {
    uint32_t character;
    enum kt_class class;
} mark_classes[] = {
    {',', KT_COMMA},    {';', KT_COMMA},     {':', KT_COLON},
    {'.', KT_STOP},     {'?', KT_STOP},      {'!', KT_STOP},
    {0x2026, KT_STOP},  {'(', KT_OPEN},      {'[', KT_OPEN},
    {')', KT_CLOSE},    {']', KT_CLOSE},     {'-', KT_DASH},
    {0x2013, KT_DASH},  {0x2014, KT_DASH},   {'/', KT_SLASH},
    {'&', KT_AND},
};

static void
add_mark_class(struct kt_set *set, uint32_t character)
{
    for (size_t i = 0; i < sizeof mark_classes / sizeof *mark_classes; i++)
        if (mark_classes[i].character == character) {
            kt_set_add(set, mark_classes[i].class);
            return;
        }
    kt_set_add(set, KT_MARK);
}

/* Capital, upper, lower or initial, as the first token is written. */
static void
add_word_shape(struct kt_set *set, const struct kt_token *token)
{
    if (!(token->flags & KT_CAPITALISED)) {
        kt_set_add(set, KT_LOWER);
        return;
    }
    kt_set_add(set, KT_CAPITAL);
    if (token->flags & KT_ALL_UPPER)
        kt_set_add(set, KT_UPPER);
    if (token->flags & KT_ONE_LETTER)
        kt_set_add(set, KT_INITIAL);
}

/* Does no list say more of the word than that it is common, and no name? */
static bool
only_common(struct kt_set set)
{
    kt_set_remove(&set, KT_COMMON);
    kt_set_remove(&set, KT_NOT_NAME);
    return kt_set_empty(set);
}

static void
add_affix_shape(const struct kt_doc *doc, const struct kt_token *token,
                struct kt_set *set)
{
    char folded[64];
    size_t length;

    if (token->end - token->start > sizeof folded)
        return;
    length = kt_text_fold(doc->text + token->start,
                          token->end - token->start, folded, sizeof folded);
    *set = kt_set_union(
        *set, kt_affixes_classes(&doc->engine->affixes, folded, length));
}

static struct kt_set
word_classes(const struct kt_doc *doc, const struct kt_token *token,
             struct kt_set known)
{
    struct kt_set set = known;
    if (only_common(known)) {
        add_affix_shape(doc, token, &set);
        if (token->flags & KT_IS_CLITIC)
            kt_set_add(&set, KT_CLITIC);
    }
    add_word_shape(&set, token);
    return set;
}

/* A little word of the grammar, which the middle of a sentence writes small:
 * with a capital there it is a name, or a part of one. */
static bool
is_little(struct kt_set set)
{
    return KT_HAS_ANY(set, KT_ADVERB, KT_CONJUNCTION);
}

void
kt_make_name(struct kt_set *set)
{
    static const unsigned grammar[] = {KT_ADVERB,    KT_CONJUNCTION,
                                       KT_AUXILIARY, KT_DAYPART,
                                       KT_NOT_NAME,  KT_NOT_SUBJECT};
    for (size_t i = 0; i < sizeof grammar / sizeof *grammar; i++)
        kt_set_remove(set, grammar[i]);
}

bool
kt_asks_place(const struct kt_token *token, struct kt_set known)
{
    return token->kind == KT_TOKEN_WORD && token->flags & KT_CAPITALISED &&
           is_little(known);
}

struct kt_set
kt_term_classes(const struct kt_doc *doc, const struct kt_token *token,
                struct kt_set known)
{
    struct kt_set set = {{0}};

    switch (token->kind) {
    case KT_TOKEN_WORD:
        return word_classes(doc, token, known);
    case KT_TOKEN_NUMBER:
        kt_set_add(&known, KT_NUMBER);
        return known;
    case KT_TOKEN_QUOTE:
        kt_set_add(&set, KT_MARK);
        return set;
    default:
        add_mark_class(&set, token->character);
        return set;
    }
}

/* --------------------------------------------------- what the rows can hold */

static void
see_shapes(struct kt_set set, void (*see)(void *, struct kt_set),
           void *context)
{
    static const unsigned capital[] = {KT_CAPITAL, KT_UPPER, KT_INITIAL};
    struct kt_set shape = set;

    kt_set_add(&shape, KT_LOWER);
    see(context, shape);
    shape = set;
    for (size_t i = 0; i < 3; i++) {
        kt_set_add(&shape, capital[i]);
        see(context, shape);
    }
    kt_set_remove(&shape, KT_UPPER);
    see(context, shape);
    shape = set;
    kt_set_add(&shape, KT_NUMBER);
    see(context, shape);
}

static void
see_single(unsigned class, void (*see)(void *, struct kt_set), void *context)
{
    struct kt_set set = {{0}};
    kt_set_add(&set, class);
    see(context, set);
}

/* Words without an entry, or with a common one: shapes and the clitic. */
static void
see_unlisted(void (*see)(void *, struct kt_set), void *context)
{
    static const unsigned extra[] = {KT_COMMON, KT_VERB_SHAPE, KT_NOUN_SHAPE,
                                     KT_CLITIC};
    for (unsigned bits = 0; bits < 16; bits++) {
        struct kt_set set = {{0}};
        for (unsigned i = 0; i < 4; i++)
            if (bits & 1U << i)
                kt_set_add(&set, extra[i]);
        see_shapes(set, see, context);
    }
}

/* Shapes of entries with a capital. Where one of them is a letter, the others
 * may be all capitals as well. */
static void
see_capital(const struct kt_found *found, struct kt_set set,
            void (*see)(void *, struct kt_set), void *context)
{
    struct kt_set initial;

    kt_set_add(&set, KT_CAPITAL);
    see(context, set);
    initial = set;
    kt_set_add(&initial, KT_INITIAL);
    if (found->spellings & KT_FOUND_LETTER)
        see(context, initial);
    kt_set_add(&set, KT_UPPER);
    see(context, set);
}

/* Entries, as far as their spelling allows the shapes. */
static void
see_found(const struct kt_found *found, void (*see)(void *, struct kt_set),
          void *context)
{
    struct kt_set set = found->classes;

    if (found->spellings & KT_FOUND_NUMBER) {
        kt_set_add(&set, KT_NUMBER);
        see(context, set);
        set = found->classes;
    }
    if (found->spellings & KT_FOUND_SMALL) {
        kt_set_add(&set, KT_LOWER);
        see(context, set);
        kt_set_remove(&set, KT_LOWER);
    }
    see_capital(found, set, see, context);
    if (is_little(set)) {
        kt_make_name(&set);
        see_capital(found, set, see, context);
    }
}

void
kt_foresee_terms(const struct kt_lexicon *lexicon,
                 void (*see)(void *, struct kt_set), void *see_context)
{
    static const unsigned alone[] = {KT_MARK, KT_TITLE, KT_TIME};
    static const unsigned quote_shapes[] = {KT_QUOTE_COMMA, KT_QUOTE_SMALL,
                                            KT_QUOTE_PHRASE};

    for (size_t i = 0; i < sizeof mark_classes / sizeof *mark_classes; i++)
        see_single(mark_classes[i].class, see, see_context);
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++)
        see_single(alone[i], see, see_context);
    for (unsigned bits = 0; bits < 8; bits++) {
        struct kt_set set = {{0}};
        kt_set_add(&set, KT_QUOTE);
        for (unsigned i = 0; i < 3; i++)
            if (bits & 1U << i)
                kt_set_add(&set, quote_shapes[i]);
        see(see_context, set);
    }
    see_unlisted(see, see_context);
    for (uint32_t i = 0; i < lexicon->found_count; i++)
        see_found(&lexicon->found[i], see, see_context);
    kt_foresee_mentions(see, see_context);
}
