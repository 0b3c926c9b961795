/*
 * The lexicon: every word of the words files and every form derived from
 * verbs.table, found by hash; phrases found from their first word.
 */
#ifndef KT_LEXICON_H
#define KT_LEXICON_H

#include "classes.h"
#include "pattern_file.h"
#include "phrases.h"
#include "tables.h"

/*
 * One entry: a word or a phrase as typed in a words file, or a derived
 * form. Alternatives of one line share `group`.
 */
struct kt_entry {
    const char *text;      /* as typed, not terminated */
    const uint32_t *words; /* word ids, word_count of them */
    uint32_t length;       /* of the text in bytes */
    uint32_t group;        /* same for all short forms of a line */
    uint32_t set;          /* kt_entry_classes() */
    uint8_t word_count;
    bool has_capital; /* case must be compared */
};

/* A known word: the folded form, and the entries that begin with it. */
struct kt_word {
    const char *text;        /* folded */
    const uint32_t *entries; /* entry ids: phrases by their second word, the
                                longest first, then those without one */
    uint32_t length;         /* of the text in bytes */
    uint32_t entry_count;    /* behind the ids: kt_word_seconds() */
    uint32_t set;            /* kt_word_classes() */
    uint32_t phrase_count : 31; /* of entries: those of two words and more */
    uint32_t plain : 1; /* it has entries, none of two words or with a
                           capital */
};

/* How the first token of what was found may be spelt in a text. */
enum kt_found_spelling {
    KT_FOUND_SMALL = 1, /* with a small letter too */
    KT_FOUND_LETTER = 2, /* it is one letter */
    KT_FOUND_NUMBER = 4 /* it begins with a digit */
};

/* A class set that a look-up of the longest entry can give. */
struct kt_found {
    struct kt_set classes;
    uint32_t spellings; /* of all entries that give it */
};

struct kt_lexicon {
    struct kt_word *words; /* [0] is the unknown word */
    uint32_t word_count;
    struct kt_entry *entries; /* [0] is no entry */
    uint32_t entry_count;
    uint32_t *buckets; /* words by hash: an id, and above it the rest of the
                          hash that the place does not tell; 0: free */
    uint32_t bucket_mask; /* a power of two less 1, and no id is higher */
    struct kt_phrases phrases; /* entries of two and more words */
    uint32_t *short_forms; /* lengths of abbreviations, as bits, by the last
                              five bits of their first two bytes */
    const struct kt_set *sets; /* all that words and entries have */
    const char **class_names; /* all classes, known ones first */
    uint32_t class_count;
    uint8_t *class_slots; /* class + 1 by hash of its name, 0: free */
    const struct kt_found *found; /* all that a look-up can give, once */
    uint32_t found_count;
};

/* Word id of a folded word, or 0. hash as by kt_text_hash(). */
uint32_t
kt_lexicon_find(const struct kt_lexicon *lexicon, const char *folded,
                size_t length, uint32_t hash);

/* The classes of an entry, over all sections that hold it. */
static inline struct kt_set
kt_entry_classes(const struct kt_lexicon *lexicon,
                 const struct kt_entry *entry)
{
    return lexicon->sets[entry->set];
}

/* The classes of a word's one-word entries typed without capital. */
static inline struct kt_set
kt_word_classes(const struct kt_lexicon *lexicon, const struct kt_word *word)
{
    return lexicon->sets[word->set];
}

/* The second word of each of its entries, or 0. NULL: it has none. */
static inline const uint32_t *
kt_word_seconds(const struct kt_word *word)
{
    return word->entry_count > 0 ? word->entries + word->entry_count : NULL;
}

enum { KT_SHORT_FORMS = 1 << 10 }; /* of lexicon->short_forms */

static inline uint32_t
kt_short_form(const char *word, uint32_t length)
{
    return ((uint32_t)word[0] & 31) << 5 |
           (length > 1 ? (uint32_t)word[1] & 31 : 0);
}

/* May an ASCII word, in capitals or not, be an abbreviation? Most that are
 * none are told. */
static inline bool
kt_lexicon_may_abbreviate(const struct kt_lexicon *lexicon, const char *word,
                          uint32_t length)
{
    return length > 31 ||
           lexicon->short_forms[kt_short_form(word, length)] >> length & 1;
}

/* Class number of a name (known or brought by a file), or -1. */
int
kt_lexicon_class(const struct kt_lexicon *lexicon, const char *name);

enum { KT_CLASS_SLOTS = 512 };

/* Where the class of a name is in class_slots, or the free slot for it. */
uint32_t
kt_lexicon_class_slot(const struct kt_lexicon *lexicon, const char *name);

/* ---------------------------------------------------------------- loading */

struct kt_lexicon_builder;

/*
 * A lexicon under way. Its own memory comes from scratch, what the lexicon
 * keeps from arena. folder: the templates in it say which classes are
 * wanted that the machinery does not know by name. NULL: out of memory.
 */
struct kt_lexicon_builder *
kt_lexicon_begin(struct kt_lexicon *lexicon, const struct kt_folder *folder,
                 struct kt_arena *arena, struct kt_arena *scratch,
                 struct kt_faults *faults);

/* Adds the entries of a words file. False when fatal. */
bool
kt_lexicon_add_file(struct kt_lexicon_builder *builder,
                    const struct kt_pattern_file *file);

/*
 * Adds an entry, or classes to an entry that is there. Returns its id, 0
 * when out of memory or when the text is no entry (told as a fault of the
 * line, at byte `at`).
 */
uint32_t
kt_lexicon_add(struct kt_lexicon_builder *builder, const char *text,
               size_t length, struct kt_set classes,
               const struct kt_pattern_file *file, const struct kt_line *line,
               size_t at);

/*
 * Number of a class that the machinery knows or some template asks for;
 * -1 when nobody asks for it.
 */
int
kt_lexicon_want_class(struct kt_lexicon_builder *builder, const char *name);

/*
 * The single words of ACCORDING with the clitic ("": there is none), too; the
 * index. False when fatal.
 */
bool
kt_lexicon_finish(struct kt_lexicon_builder *builder, const char *clitic);

#endif
