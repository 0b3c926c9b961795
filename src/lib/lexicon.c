/*
 * Asking the lexicon.
 * In: a folded word and its hash, or the name of a class. Out: a number.
 * How a lexicon is made is in lexicon_load.c; how a phrase is found in a
 * text is in doc_entries.c, kt_longest_entry().
 */
#include "lexicon.h"

#include <string.h>

uint32_t
kt_lexicon_find(const struct kt_lexicon *lexicon, const char *folded,
                size_t length, uint32_t hash)
{
    const struct kt_bucket *bucket;

    if (lexicon->buckets == NULL)
        return 0;
    for (uint32_t at = hash & lexicon->bucket_mask;
         (bucket = &lexicon->buckets[at])->word != 0;
         at = (at + 1) & lexicon->bucket_mask) {
        const struct kt_word *word = &lexicon->words[bucket->word];
        if (bucket->hash == hash && word->length == length &&
            memcmp(word->text, folded, length) == 0)
            return bucket->word;
    }
    return 0;
}

int
kt_lexicon_class(const struct kt_lexicon *lexicon, const char *name)
{
    for (uint32_t i = 0; i < lexicon->class_count; i++)
        if (strcmp(lexicon->class_names[i], name) == 0)
            return (int)i;
    return -1;
}
