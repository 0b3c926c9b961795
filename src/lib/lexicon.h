/*
 * The lexicon: every word of the words files and every form derived from
 * verbs.table, found by hash; phrases found from their first word.
 */
#ifndef KT_LEXICON_H
#define KT_LEXICON_H

#include "classes.h"
#include "pattern_file.h"
#include "tables.h"

/*
 * One entry: a word or a phrase as typed in a words file, or a derived
 * form. Alternatives of one line share `group`.
 */
struct kt_entry {
    const char *text;         /* as typed, terminated */
    uint32_t length;          /* in bytes */
    uint32_t group;           /* same for all short forms of a line */
    struct kt_set classes;    /* union over all sections that hold it */
    const uint32_t *words;    /* word ids, word_count of them */
    uint32_t word_count;
    bool has_capital;         /* case must be compared */
    uint32_t root;            /* derived verb forms: row in verbs.table + 1 */
};

/* A known word: the folded form, and the entries that begin with it. */
struct kt_word {
    const char *text; /* folded */
    uint32_t length;
    uint32_t hash;
    const uint32_t *entries; /* entry ids, longest first */
    uint32_t entry_count;
    struct kt_set classes; /* of its one-word entries typed without capital */
};

struct kt_lexicon {
    struct kt_word *words; /* [0] is the unknown word */
    uint32_t word_count;
    struct kt_entry *entries; /* [0] is no entry */
    uint32_t entry_count;
    uint32_t *buckets; /* word ids by hash; a power of two of them */
    uint32_t bucket_mask;
    const char **class_names; /* all classes, known ones first */
    uint32_t class_count;
};

/* Word id of a folded word, or 0. hash as by kt_text_hash(). */
uint32_t
kt_lexicon_find(const struct kt_lexicon *lexicon, const char *folded,
                size_t length, uint32_t hash);

/* Class number of a name (known or brought by a file), or -1. */
int
kt_lexicon_class(const struct kt_lexicon *lexicon, const char *name);

#endif
