/*
 * Asking the lexicon.
 * In: a folded word and its hash, or the name of a class. Out: a number.
 * How a lexicon is made is in lexicon_load.c; how a phrase is found in a
 * text is in doc_entries.c, kt_longest_entry().
 */
#include "lexicon.h"

#include <string.h>

#include "text.h"

uint32_t
kt_lexicon_find(const struct kt_lexicon *lexicon, const char *folded,
                size_t length, uint32_t hash)
{
    uint32_t mask = lexicon->bucket_mask, bucket;

    if (lexicon->buckets == NULL)
        return 0;
    for (uint32_t at = hash & mask; (bucket = lexicon->buckets[at]) != 0;
         at = (at + 1) & mask) {
        const struct kt_word *word = &lexicon->words[bucket & mask];
        if (((bucket ^ hash) & ~mask) == 0 && word->length == length &&
            memcmp(word->text, folded, length) == 0)
            return bucket & mask;
    }
    return 0;
}

uint32_t
kt_lexicon_class_slot(const struct kt_lexicon *lexicon, const char *name)
{
    uint32_t at = kt_text_hash(name, strlen(name)) % KT_CLASS_SLOTS;

    while (lexicon->class_slots[at] != 0 &&
           strcmp(lexicon->class_names[lexicon->class_slots[at] - 1], name) !=
               0)
        at = (at + 1) % KT_CLASS_SLOTS;
    return at;
}

int
kt_lexicon_class(const struct kt_lexicon *lexicon, const char *name)
{
    return lexicon->class_slots[kt_lexicon_class_slot(lexicon, name)] - 1;
}
