/*
 * A lexicon under way: shared by the files that make one (lexicon_load.c,
 * lexicon_words.c, lexicon_index.c) and by no other.
 */
#ifndef KT_LEXICON_BUILDER_H
#define KT_LEXICON_BUILDER_H

#include "lexicon.h"

/* Where a class that the machinery does not know was brought. */
struct kt_brought_class {
    const struct kt_pattern_file *file;
    const struct kt_line *line;
};

/* Open addressing: numbers by hash, 0 is a free place. */
struct kt_slots {
    uint32_t *numbers;
    uint32_t mask;
    uint32_t used;
};

/* What the builder knows of an entry and the lexicon need not keep. */
struct kt_entry_note {
    uint32_t hash;    /* of its word ids */
    uint32_t twin;    /* an older entry of the same words, or 0 */
    uint32_t section; /* the last section that held it */
};

struct kt_lexicon_builder {
    struct kt_lexicon *lexicon;
    const struct kt_folder *folder;
    struct kt_arena *arena;
    struct kt_arena *scratch;
    struct kt_faults *faults;
    KT_LIST(struct kt_word) words;
    KT_LIST(struct kt_entry) entries;
    KT_LIST(struct kt_entry_note) notes; /* of each entry */
    struct kt_slots word_slots;
    struct kt_slots entry_slots;
    KT_LIST(const char *) unwanted; /* classes nobody asks for */
    uint32_t group_count;
    uint32_t section; /* number of the one being read, over all files */
};

/*
 * Makes room for `more` numbers. hash_of(context, number) tells where the
 * old ones go. False: out of memory.
 */
bool
kt_slots_reserve(struct kt_slots *slots, uint32_t more,
                 struct kt_arena *arena,
                 uint32_t (*hash_of)(const void *context, uint32_t number),
                 const void *context);

/* Makes room for words; more may come. False: out of memory. */
bool
kt_builder_reserve_words(struct kt_lexicon_builder *builder, uint32_t room);

/* Word id of a folded word, made when it is new; 0: out of memory. */
uint32_t
kt_builder_word(struct kt_lexicon_builder *builder, const char *folded,
                size_t length);

/* No entry has more words. */
enum { KT_ENTRY_WORDS = 24 };

/*
 * Splits an entry as split_tokens will split it in a text and looks its
 * words up. Returns how many; 0: a fault was told, or out of memory.
 */
uint32_t
kt_builder_split(struct kt_lexicon_builder *builder, const char *text,
                 size_t length, uint32_t words[KT_ENTRY_WORDS],
                 const struct kt_pattern_file *file,
                 const struct kt_line *line, size_t at);

/* Makes the index of words and entries. */
bool
kt_builder_index(struct kt_lexicon_builder *builder);

/* Lists what a look-up of the longest entry can give. */
bool
kt_builder_found(struct kt_lexicon_builder *builder);

#endif
