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

/*
 * In the order in which the sets were foreseen; the empty set comes first.
 * Sets that differ only in what no predicate asks for are looked at once.
 * False: out of memory.
 */
static bool
number_sets(struct kt_codes *codes, const struct kt_foreseen *foreseen,
            struct kt_arena *arena)
{
    struct kt_class_sets *cut = &codes->cut;
    struct kt_set set = {{0}};

    codes->of_set[0] = 0;
    for (uint32_t i = 0; i <= foreseen->sets.count; i++) {
        uint32_t seen = cut->sets.count, number;
        if (i > 0)
            set = kt_set_common(foreseen->sets.items[i - 1], codes->used);
        number = kt_class_sets_add(cut, set, arena);
        if (number == 0)
            return false;
        if (number > seen)
            codes->of_cut[number] = (uint16_t)(number_set(codes, set) - 1);
        codes->of_set[i] = codes->of_cut[number];
    }
    return true;
}

/* ----------------------------------------------------------------- ordering */

/* Ordering looks at every pair of codes: more are left as they were seen. */
enum { ORDERED_MAX = 4096 };

static unsigned
count_bits(uint64_t bits)
{
    bits -= bits >> 1 & UINT64_C(0x5555555555555555);
    bits = (bits & UINT64_C(0x3333333333333333)) +
           (bits >> 2 & UINT64_C(0x3333333333333333));
    bits = (bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    return (unsigned)(bits * UINT64_C(0x0101010101010101) >> 56);
}

/* How many predicates tell two codes apart. */
static unsigned
distance(const struct kt_codes *codes, uint32_t a, uint32_t b)
{
    const uint64_t *one = codes->signatures + a * codes->words;
    const uint64_t *other = codes->signatures + b * codes->words;
    unsigned sum = 0;

    for (uint32_t i = 0; i < codes->words; i++)
        sum += count_bits(one[i] ^ other[i]);
    return sum;
}

/* The code behind `at` that is told apart from it by the fewest. */
static uint32_t
nearest(const struct kt_codes *codes, uint32_t at)
{
    uint32_t best = at + 1;
    unsigned least = UINT32_MAX;

    for (uint32_t i = at + 1; i < codes->count && least > 1; i++) {
        unsigned one = distance(codes, at, i);
        if (one < least) {
            least = one;
            best = i;
        }
    }
    return best;
}

static void
swap_codes(struct kt_codes *codes, uint32_t *seen, uint32_t a, uint32_t b)
{
    uint64_t *one = codes->signatures + a * codes->words;
    uint64_t *other = codes->signatures + b * codes->words;
    uint32_t number = seen[a];

    seen[a] = seen[b];
    seen[b] = number;
    for (uint32_t i = 0; i < codes->words; i++) {
        uint64_t word = one[i];
        one[i] = other[i];
        other[i] = word;
    }
}

/* Gives each code its new number wherever the old one stands. */
static void
renumber(struct kt_codes *codes, const struct kt_foreseen *foreseen,
         const uint32_t *numbers)
{
    for (uint32_t i = 0; i <= foreseen->sets.count; i++)
        codes->of_set[i] = (uint16_t)numbers[codes->of_set[i]];
    for (uint32_t i = 1; i <= codes->cut.sets.count; i++)
        codes->of_cut[i] = (uint16_t)numbers[codes->of_cut[i]];
    for (uint32_t i = 0; i <= codes->signature_mask; i++)
        if (codes->by_signature[i] != 0)
            codes->by_signature[i] = numbers[codes->by_signature[i] - 1] + 1;
}

/*
 * Puts codes side by side that few predicates tell apart, each next to the
 * nearest of those left: what a predicate takes is then a few ranges of
 * codes and not a long list, which makes its class in a pattern short to
 * compile and quick to test. The empty set keeps code 0.
 */
static bool
order_codes(struct kt_codes *codes, const struct kt_foreseen *foreseen,
            struct kt_arena *scratch)
{
    uint32_t *seen, *numbers;

    if (codes->count > ORDERED_MAX)
        return true;
    seen = kt_arena_take(scratch, codes->count * sizeof *seen);
    numbers = kt_arena_take(scratch, codes->count * sizeof *numbers);
    if (seen == NULL || numbers == NULL)
        return false;
    for (uint32_t i = 0; i < codes->count; i++)
        seen[i] = i;
    for (uint32_t i = 0; i + 2 < codes->count; i++)
        swap_codes(codes, seen, i + 1, nearest(codes, i));
    for (uint32_t i = 0; i < codes->count; i++)
        numbers[seen[i]] = i;
    renumber(codes, foreseen, numbers);
    return true;
}

/* ------------------------------------------------------------ the interface */

static bool
take_codes(struct kt_codes *codes, uint32_t sets, struct kt_arena *arena)
{
    codes->of_set = kt_arena_take(arena, (sets + 1) * sizeof *codes->of_set);
    codes->of_cut = kt_arena_take(arena, (sets + 2) * sizeof *codes->of_cut);
    return codes->of_set != NULL && codes->of_cut != NULL &&
           take_signatures(codes, sets + 1, arena);
}

bool
kt_codes_assign(struct kt_codes *codes, const struct kt_foreseen *foreseen,
                struct kt_arena *arena, struct kt_arena *scratch)
{
    return take_codes(codes, foreseen->sets.count, arena) &&
           number_sets(codes, foreseen, arena) &&
           order_codes(codes, foreseen, scratch);
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
    sign(codes, set, signature);
    at = signature_place(codes, signature);
    return codes->by_signature[at] ? (uint16_t)(codes->by_signature[at] - 1)
                                   : 0;
}
