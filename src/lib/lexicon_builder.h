/*
 * A lexicon under way: shared by the files that make one (lexicon_load.c,
 * lexicon_entries.c, lexicon_words.c, lexicon_index.c) and by no other.
 */
#ifndef KT_LEXICON_BUILDER_H
#define KT_LEXICON_BUILDER_H

#include "class_sets.h"
#include "lexicon.h"

/* Open addressing: numbers by hash, 0 is a free place. */
struct kt_slots {
    uint32_t *numbers;
    uint32_t mask;
    uint32_t used;
};

/* Small pieces, one behind the other without a gap. */
struct kt_pool {
    char *at;
    size_t left;
};

/* What the builder knows of an entry and the lexicon need not keep. */
struct kt_entry_note {
    uint32_t twin;    /* an older entry of the same words, or 0 */
    union {
        uint32_t section; /* the last section that held it */
        uint32_t next;    /* in the end: another one of its kind, or 0 */
    };
};

struct kt_lexicon_builder {
    struct kt_lexicon *lexicon; /* its words can be found at any time */
    const struct kt_folder *folder;
    struct kt_arena *arena;
    struct kt_arena *scratch;
    struct kt_faults *faults;
    KT_LIST(struct kt_word) words;
    KT_LIST(uint32_t) alone; /* the youngest entry of this word only, or 0 */
    KT_LIST(struct kt_entry) entries;
    KT_LIST(struct kt_entry_note) notes; /* of each entry */
    struct kt_slots phrases; /* the youngest entry of some words, by them */
    struct kt_class_sets sets; /* lexicon->sets under way */
    struct kt_pool texts; /* of words */
    struct kt_pool ids;   /* of the words of entries */
    KT_LIST(const char *) unwanted; /* classes nobody asks for */
    uint32_t group_count;
    uint32_t section; /* number of the one being read, over all files */
};

/* Memory that its user aligns by asking for the same unit only. NULL: there
 * is none. */
void *
kt_pool_take(struct kt_pool *pool, struct kt_arena *arena, size_t size);

/*
 * Makes room for `more` numbers. hash_of(context, number) tells where the
 * old ones go. False: out of memory.
 */
bool
kt_slots_reserve(struct kt_slots *slots, uint32_t more,
                 struct kt_arena *arena,
                 uint32_t (*hash_of)(const void *context, uint32_t number),
                 const void *context);

/* The place of a class set in lexicon->sets. False: out of memory. */
bool
kt_builder_number(struct kt_lexicon_builder *builder, struct kt_set set,
                  uint32_t *number);

/* Makes room for words; more may come. False: out of memory. */
bool
kt_builder_reserve_words(struct kt_lexicon_builder *builder, uint32_t room);

/* Word id of a folded word, made when it is new; 0: out of memory. */
uint32_t
kt_builder_word(struct kt_lexicon_builder *builder, const char *folded,
                size_t length);

/* Makes the hash table of the words as small as it can be: what the cache
 * holds of it decides how fast a text is looked up. */
bool
kt_builder_shrink_buckets(struct kt_lexicon_builder *builder);

/* No entry has more words. */
enum { KT_ENTRY_WORDS = 24 };

/* An entry on its way in. */
struct kt_arrival {
    const char *text; /* not terminated */
    size_t length;
    bool stays;   /* the text needs no copy */
    uint32_t set; /* of its classes */
    const struct kt_pattern_file *file; /* where it stands, for faults */
    const struct kt_line *line;
    size_t at;
};

/* The words of an entry. */
struct kt_entry_words {
    uint32_t ids[KT_ENTRY_WORDS];
    uint32_t count;
    bool capital; /* one is in the text */
};

/*
 * Splits an entry as split_tokens will split it in a text and looks its
 * words up. False: a fault was told, or out of memory. An entry of blanks
 * has no word.
 */
bool
kt_builder_split(struct kt_lexicon_builder *builder,
                 const struct kt_arrival *arrival,
                 struct kt_entry_words *words);

/* Makes room for entries, and for those of several words; more may come.
 * False: out of memory. */
bool
kt_builder_reserve_entries(struct kt_lexicon_builder *builder, uint32_t room,
                           uint32_t phrases);

/* Adds an entry, or classes to one that is there, as kt_lexicon_add(). */
uint32_t
kt_builder_add(struct kt_lexicon_builder *builder,
               const struct kt_arrival *arrival);

/* Makes the index of words and entries. */
bool
kt_builder_index(struct kt_lexicon_builder *builder);

/* Lists what a look-up of the longest entry can give. */
bool
kt_builder_found(struct kt_lexicon_builder *builder);

#endif
