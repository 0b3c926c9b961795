/*
 * The memo of forms. Words repeat: what the bytes of a word or a number
 * alone decide is found out once and kept, over all documents that a
 * kt_doc reads one after the other.
 */
#ifndef KT_FORMS_H
#define KT_FORMS_H

#include "class_sets.h"
#include "text.h"

struct kt_engine;
struct kt_token;

/* A longer form is not kept: such are few. */
enum { KT_FORM_MOST = 16, KT_ASCII = 128 };

/* Places for ASCII marks by character, and behind them for others by hash. */
enum { KT_OTHER_BITS = 5, KT_MARKS = KT_ASCII + (1 << KT_OTHER_BITS) };

static inline uint8_t
kt_mark_place(uint32_t character)
{
    uint32_t hash = character * UINT32_C(0x9E3779B1);
    return (uint8_t)(character < KT_ASCII
                         ? character
                         : KT_ASCII + (hash >> (32 - KT_OTHER_BITS)));
}

/* The bytes of a form as two numbers, zeros behind its end. */
struct kt_form_key {
    uint64_t low;
    uint64_t high;
};

/* How the token is read as a term, and what a dot behind it is. */
enum kt_reading {
    KT_BEGINS_PHRASES = 1, /* some entry goes on behind its word */
    KT_ASKS_PLACE = 2, /* its classes depend on where it stands, too */
    KT_DOT_APART = 4, /* a dot and a blank behind it: the dot is a mark */
    KT_DOT_WITHIN = 8 /* the dot belongs to it: another form. Neither:
                         nobody has asked yet */
};

/* What the bytes of a token alone decide: fields of a token and of a form. */
#define KT_FACTS                                                              \
    uint32_t hash;   /* of the folded form; marks: 0 */                       \
    uint32_t word;   /* lexicon word id of the folded form, 0 unknown */      \
    uint16_t alone;  /* number of its classes by itself in doc->forms.alone;  \
                        0: it has no number */                                \
    uint16_t set;    /* number of the classes of its term when that is only   \
                        this token; 0: not foreseen */                        \
    uint16_t flags;  /* enum kt_token_flag; a form has none of white space */ \
    uint8_t clitic;  /* so many bytes at its end are the clitic */            \
    uint8_t reading; /* enum kt_reading */

struct kt_facts {
    KT_FACTS
};

/* Two forms make a line of the cache. */
struct kt_form {
    struct kt_form_key key; /* 0: free */
    struct kt_facts facts;
};

struct kt_forms {
    const struct kutip_allocator *allocator;
    struct kt_form *items; /* in pairs: a form is one of the two of its
                              hash, the one asked for last first */
    void *block;    /* of memory, in which they lie */
    uint32_t shift; /* of the 64 bits of a hash: what is left is a pair */
    uint32_t added; /* forms, since the table has this size */
    uint32_t most_bits; /* of the number of a pair, when it is full grown; 0:
                           nobody asked */
    struct kt_arena arena;       /* of the sets */
    struct kt_class_sets alone;  /* classes of tokens by themselves; the
                                    first are none */
    struct kt_token *marks;      /* KT_MARKS of them, each of one character;
                                    of the kind of words: not seen yet */
    uint8_t behind[256]; /* enum kt_behind of each byte, of token_scan.h */
};

/* Makes ready what is not. False: out of memory. */
bool
kt_forms_begin(struct kt_forms *forms, const struct kt_engine *engine);

void
kt_forms_release(struct kt_forms *forms);

/* The table is not to grow over so many bytes, as far as this can be. */
void
kt_forms_limit(struct kt_forms *forms, size_t bytes);

/* The number of the empty set in forms->alone. */
#define KT_ALONE_NONE 1

/* The number of a set in forms->alone; 0: it gets none, there are too many.
 * False: out of memory. */
bool
kt_forms_number(struct kt_forms *forms, struct kt_set classes,
                uint16_t *number);

/* Keeps a form that is not there; some other may have to go for it. False:
 * out of memory. */
bool
kt_forms_add(struct kt_forms *forms, const struct kt_form *form);

/* The key of 1 to KT_FORM_MOST bytes. text[0..KT_FORM_MOST) is read. */
static inline struct kt_form_key
kt_form_key(const char *text, uint32_t length)
{
    struct kt_form_key key = {kt_load_eight(text), 0};
    if (length <= 8)
        key.low &= UINT64_MAX >> (64 - 8 * length);
    else
        key.high = kt_load_eight(text + 8) & UINT64_MAX >> (128 - 8 * length);
    return key;
}

/* The first of the two places of a key. */
static inline size_t
kt_forms_place(const struct kt_forms *forms, struct kt_form_key key)
{
    uint64_t hash = (key.low ^ (key.high << 29 | key.high >> 35)) *
                    UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)(hash >> forms->shift) * 2;
}

static inline bool
kt_form_is(const struct kt_form *form, struct kt_form_key key)
{
    return form->key.low == key.low && form->key.high == key.high;
}

/* Says that a form will be asked for soon. */
static inline void
kt_forms_fetch(const struct kt_forms *forms, struct kt_form_key key)
{
#if defined(__GNUC__)
    __builtin_prefetch(&forms->items[kt_forms_place(forms, key)]);
#else
    (void)forms;
    (void)key;
#endif
}

/* What is known of a form, or NULL; valid until one is added. */
static inline struct kt_form *
kt_forms_find(const struct kt_forms *forms, struct kt_form_key key)
{
    struct kt_form *pair = &forms->items[kt_forms_place(forms, key)];
    if (kt_form_is(&pair[0], key))
        return pair;
    if (!kt_form_is(&pair[1], key))
        return NULL;
    struct kt_form found = pair[1];
    pair[1] = pair[0];
    pair[0] = found;
    return pair;
}

#endif
