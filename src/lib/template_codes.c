/*
 * Codes.
 * In: the predicates of all templates, the class sets that rows can hold.
 * Out: a code for each bundle of sets that no predicate tells apart, and
 * the code of any set. What the code of a set is means nothing outside a
 * row.
 *
 *     with the one predicate ADVERB: {ADVERB} and {ADVERB, LOWER} share a
 *     code, {LOWER} has another
 */
#include <string.h>

#include "template_tree.h"

enum { SIGNATURE_WORDS_MAX = KT_PREDICATES_MAX / 64 };

static uint32_t
hash_words(const uint64_t *words, uint32_t count)
{
    uint64_t hash = UINT64_C(0x9E3779B97F4A7C15);

    for (uint32_t i = 0; i < count; i++) {
        hash = (hash ^ words[i]) * UINT64_C(0xBF58476D1CE4E5B9);
        hash ^= hash >> 29;
    }
    return (uint32_t)(hash ^ hash >> 32);
}

static uint32_t
signature_place(const struct kt_codes *codes, const uint64_t *signature)
{
    uint32_t at =
        hash_words(signature, codes->words) & codes->signature_mask;
    uint32_t code;

    for (; (code = codes->by_signature[at]) != 0;
         at = (at + 1) & codes->signature_mask)
        if (memcmp(codes->signatures + (code - 1) * codes->words, signature,
                   codes->words * sizeof *signature) == 0)
            break;
    return at;
}

/* ---------------------------------------------------------------- numbering */

/* The most codes a row can tell apart; more sets share that of the empty. */
enum { CODES_MAX = UINT16_MAX };

static bool
take_signatures(struct kt_codes *codes, uint32_t count,
                struct kt_arena *arena, struct kt_arena *scratch)
{
    uint32_t room = 16;

    while (room < 2 * count)
        room *= 2;
    codes->words = (codes->predicates.count + 63) / 64;
    if (codes->words == 0)
        codes->words = 1;
    codes->signatures = kt_arena_take(
        scratch, (size_t)count * codes->words * sizeof(uint64_t));
    codes->by_signature =
        kt_arena_take_zeroed(arena, room * sizeof *codes->by_signature);
    codes->signature_mask = room - 1;
    return codes->signatures != NULL && codes->by_signature != NULL;
}

/* The code of the next signature, + 1. */
static uint32_t
number_signature(struct kt_codes *codes, const uint64_t *signature)
{
    uint32_t at = signature_place(codes, signature);

    if (codes->by_signature[at] == 0) {
        if (codes->count == CODES_MAX)
            return 1;
        memcpy(codes->signatures + (size_t)codes->count * codes->words,
               signature, codes->words * sizeof *signature);
        codes->by_signature[at] = ++codes->count;
    }
    return codes->by_signature[at];
}

/* Numbers the sets cut to what predicates ask for; the empty one first.
 * *cuts: of each foreseen set, its number. False: out of memory. */
static bool
cut_sets(struct kt_codes *codes, const struct kt_foreseen *foreseen,
         struct kt_arena *arena, uint32_t *cuts)
{
    struct kt_set set = {{0}};

    for (uint32_t i = 0; i <= foreseen->sets.count; i++) {
        if (i > 0)
            set = kt_set_common(foreseen->sets.items[i - 1], codes->used);
        cuts[i] = kt_class_sets_add(&codes->cut, set, arena);
        if (cuts[i] == 0)
            return false;
    }
    return true;
}

/* Signs the cut sets and numbers the signatures. False: out of memory. */
static bool
number_cuts(struct kt_codes *codes, struct kt_arena *scratch)
{
    uint32_t count = codes->cut.sets.count;
    uint64_t *signatures = kt_arena_take_zeroed(
        scratch, (size_t)count * codes->words * sizeof *signatures);

    if (signatures == NULL ||
        !kt_codes_sign(codes, codes->cut.sets.items, count, signatures,
                       scratch))
        return false;
    for (uint32_t i = 0; i < count; i++)
        codes->of_cut[i + 1] =
            (uint16_t)(number_signature(
                           codes, signatures + (size_t)i * codes->words) -
                       1);
    return true;
}

/* Fills what is known by code from the signatures. */
static void
fill_takes(struct kt_codes *codes)
{
    memset(codes->takes, 0, codes->predicates.count *
                                (size_t)codes->take_words *
                                sizeof *codes->takes);
    kt_turn_rows(codes->signatures, codes->count, codes->words, codes->takes,
              codes->predicates.count, codes->take_words);
}

/* The signatures of the codes there are, where they stay. */
static bool
keep_signatures(struct kt_codes *codes, struct kt_arena *arena)
{
    size_t size =
        (size_t)codes->count * codes->words * sizeof *codes->signatures;
    uint64_t *kept = kt_arena_take(arena, size);

    if (kept == NULL)
        return false;
    memcpy(kept, codes->signatures, size);
    codes->signatures = kept;
    return true;
}

/* ------------------------------------------------------------ the interface */

static bool
take_codes(struct kt_codes *codes, uint32_t sets, struct kt_arena *arena)
{
    codes->of_set = kt_arena_take(arena, (sets + 1) * sizeof *codes->of_set);
    codes->of_cut = kt_arena_take(arena, (codes->cut.sets.count + 1) *
                                             sizeof *codes->of_cut);
    return codes->of_set != NULL && codes->of_cut != NULL;
}

static bool
take_takes(struct kt_codes *codes, struct kt_arena *arena)
{
    codes->take_words = codes->count / 64 + 1;
    codes->takes = kt_arena_take(
        arena, (codes->predicates.count + 1) * (size_t)codes->take_words *
                   sizeof *codes->takes);
    return codes->takes != NULL;
}

bool
kt_codes_assign(struct kt_codes *codes, const struct kt_foreseen *foreseen,
                struct kt_arena *arena, struct kt_arena *scratch)
{
    uint32_t sets = foreseen->sets.count;
    uint32_t *cuts = kt_arena_take(scratch, (sets + 1) * sizeof *cuts);

    if (cuts == NULL || !cut_sets(codes, foreseen, arena, cuts) ||
        !take_codes(codes, sets, arena) ||
        !take_signatures(codes, codes->cut.sets.count, arena, scratch) ||
        !number_cuts(codes, scratch) || !keep_signatures(codes, arena) ||
        !take_takes(codes, arena))
        return false;
    fill_takes(codes);
    for (uint32_t i = 0; i <= sets; i++)
        codes->of_set[i] = codes->of_cut[cuts[i]];
    return true;
}

uint16_t
kt_codes_of(const struct kt_codes *codes, struct kt_set set)
{
    uint64_t signature[SIGNATURE_WORDS_MAX];
    uint32_t at;

    set = kt_set_common(set, codes->used);
    at = kt_class_sets_find(&codes->cut, set);
    if (at != 0)
        return codes->of_cut[at];
    kt_codes_sign_one(codes, set, signature);
    at = signature_place(codes, signature);
    return codes->by_signature[at] ? (uint16_t)(codes->by_signature[at] - 1)
                                   : 0;
}
