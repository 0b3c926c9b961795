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
hash_set(struct kt_set set)
{
    return (uint32_t)(kt_set_mix(set) >> 32);
}

static struct kt_set
cut_set(const struct kt_codes *codes, struct kt_set set)
{
    return kt_set_common(set, codes->used);
}

/* Does one of the denied predicates hold? They are older: signed already. */
static bool
is_denied(const struct kt_condition *condition, const uint64_t *signature)
{
    for (int i = 0; i < KT_DENIED_MAX && condition->denied[i] != 0; i++) {
        unsigned number = condition->denied[i] - 1U;
        if (signature[number >> 6] >> (number & 63) & 1)
            return true;
    }
    return false;
}

static bool
satisfies(const struct kt_predicate *predicate, struct kt_set set,
          const uint64_t *signature)
{
    for (uint32_t i = 0; i < predicate->count; i++) {
        const struct kt_condition *condition = &predicate->conditions[i];
        if (kt_set_covers(set, condition->all) &&
            !kt_set_meets(set, condition->none) &&
            !is_denied(condition, signature))
            return true;
    }
    return false;
}

static void
sign(const struct kt_codes *codes, struct kt_set set, uint64_t *signature)
{
    memset(signature, 0, codes->words * sizeof *signature);
    for (uint32_t i = 0; i < codes->predicates.count; i++)
        if (satisfies(&codes->predicates.items[i], set, signature))
            signature[i >> 6] |= UINT64_C(1) << (i & 63);
}

/* The place of a set among the keys, or the free place for it. */
static uint32_t
key_place(const struct kt_codes *codes, struct kt_set set)
{
    uint32_t at = hash_set(set) & codes->key_mask;

    while (codes->values[at] != 0 && !kt_set_equal(codes->keys[at], set))
        at = (at + 1) & codes->key_mask;
    return at;
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

/* ------------------------------------------------------------- collecting */

/* The foreseen sets, cut, each once. */
struct collector {
    struct kt_codes *codes;
    struct kt_arena *scratch;
    uint32_t count;
    bool lost; /* out of memory */
};

static bool
take_keys(struct kt_codes *codes, uint32_t room, struct kt_arena *arena)
{
    codes->keys = kt_arena_take(arena, room * sizeof *codes->keys);
    codes->values = kt_arena_take_zeroed(arena, room * sizeof *codes->values);
    codes->key_mask = room - 1;
    return codes->keys != NULL && codes->values != NULL;
}

/* Twice the room; also copies the keys from the scratch arena at the end. */
static bool
move_keys(struct kt_codes *codes, uint32_t room, struct kt_arena *arena)
{
    struct kt_codes old = *codes;

    if (!take_keys(codes, room, arena))
        return false;
    for (uint32_t i = 0; i <= old.key_mask; i++)
        if (old.values[i] != 0) {
            uint32_t at = key_place(codes, old.keys[i]);
            codes->keys[at] = old.keys[i];
            codes->values[at] = old.values[i];
        }
    return true;
}

static void
collect(struct collector *collector, struct kt_set set)
{
    struct kt_codes *codes = collector->codes;
    uint32_t at;

    set = cut_set(codes, set);
    if (collector->lost)
        return;
    at = key_place(codes, set);
    if (codes->values[at] != 0)
        return;
    codes->keys[at] = set;
    codes->values[at] = ++collector->count;
    if (collector->count * 2 > codes->key_mask)
        collector->lost = !move_keys(codes, 2 * (codes->key_mask + 1),
                                     collector->scratch);
}

/* ---------------------------------------------------------------- numbering */

/* The most codes a row can tell apart; more sets share the last. */
enum { CODES_MAX = UINT16_MAX };

static bool
take_signatures(struct kt_codes *codes, uint32_t count,
                struct kt_arena *arena)
{
    uint32_t room = 16;

    while (room < 2 * count)
        room *= 2;
    codes->words = (codes->predicates.count + 63) / 64;
    if (codes->words == 0)
        codes->words = 1;
    codes->signatures = kt_arena_take(
        arena, (size_t)(count + 1) * codes->words * sizeof(uint64_t));
    codes->by_signature =
        kt_arena_take_zeroed(arena, room * sizeof *codes->by_signature);
    codes->signature_mask = room - 1;
    return codes->signatures != NULL && codes->by_signature != NULL;
}

static uint32_t
number_set(struct kt_codes *codes, struct kt_set set)
{
    uint64_t *signature = codes->signatures + codes->count * codes->words;
    uint32_t at;

    sign(codes, set, signature);
    at = signature_place(codes, signature);
    if (codes->by_signature[at] == 0) {
        if (codes->count == CODES_MAX)
            return 1;
        codes->by_signature[at] = ++codes->count;
    }
    return codes->by_signature[at];
}

/* In the order in which the sets were seen: values are that order. */
static bool
number_sets(struct kt_codes *codes, uint32_t count, struct kt_arena *scratch)
{
    uint32_t *order = kt_arena_take(scratch, count * sizeof *order);

    if (order == NULL)
        return false;
    for (uint32_t i = 0; i <= codes->key_mask; i++)
        if (codes->values[i] != 0)
            order[codes->values[i] - 1] = i;
    for (uint32_t i = 0; i < count; i++)
        codes->values[order[i]] = number_set(codes, codes->keys[order[i]]);
    return true;
}

bool
kt_codes_assign(struct kt_codes *codes, const struct kt_foreseen *foreseen,
                struct kt_arena *arena, struct kt_arena *scratch)
{
    struct collector collector = {codes, scratch, 0, false};
    struct kt_set empty = {{0}};

    if (!take_keys(codes, 1024, scratch))
        return false;
    collect(&collector, empty);
    for (uint32_t i = 0; i < foreseen->sets.count; i++)
        collect(&collector, foreseen->sets.items[i]);
    return !collector.lost && take_signatures(codes, collector.count, arena) &&
           number_sets(codes, collector.count, scratch) &&
           move_keys(codes, codes->key_mask + 1, arena);
}

uint16_t
kt_codes_of(const struct kt_codes *codes, struct kt_set set)
{
    uint64_t signature[SIGNATURE_WORDS_MAX];
    uint32_t at;

    set = cut_set(codes, set);
    at = key_place(codes, set);
    if (codes->values[at] != 0)
        return (uint16_t)(codes->values[at] - 1);
    sign(codes, set, signature);
    at = signature_place(codes, signature);
    return codes->by_signature[at] ? (uint16_t)(codes->by_signature[at] - 1)
                                   : 0;
}
