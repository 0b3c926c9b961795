/*
 * Signatures: what predicates answer.
 * In: class sets, predicates. Out: of each set a bit for each predicate that
 * takes it. All sets are asked at once, one column of bits after the other.
 *
 *     ADVERB, !COMMA&LOWER  of {LOWER, ADVERB}  ->  11
 *                           of {LOWER, COMMA}   ->  00
 */
#include <string.h>

#include "template_tree.h"

/*
 * Many sets, asked at once: a column has a bit for each of them. So what one
 * set would be asked by a branch, 64 are asked by an AND.
 */
struct columns {
    uint32_t words;    /* of a column, 64 bits each */
    uint64_t *classes; /* a column for each class: who has it? */
    uint64_t *answers; /* a column for each predicate: whom does it take? */
    uint64_t *draft;   /* a column */
};

static bool
take_columns(struct columns *columns, uint32_t sets, uint32_t predicates,
             struct kt_arena *arena)
{
    size_t size;

    columns->words = (sets + 63) / 64;
    size = columns->words * sizeof(uint64_t);
    columns->classes = kt_arena_take_zeroed(arena, KT_CLASS_MAX * size);
    columns->answers = kt_arena_take_zeroed(arena, (predicates + 1) * size);
    columns->draft = kt_arena_take(arena, size);
    return columns->classes && columns->answers && columns->draft;
}

/* The set is number `place` of a column. */
static void
enter_set(struct columns *columns, struct kt_set set, uint32_t place)
{
    for (unsigned i = 0; i < KT_SET_WORDS; i++)
        for (uint64_t bits = set.bits[i]; bits != 0;) {
            unsigned class = 64 * i + kt_take_bit(&bits);
            columns->classes[class * columns->words + place / 64] |=
                UINT64_C(1) << place % 64;
        }
}

/* Leaves in the draft who has, or has not, all classes of a set. */
static void
ask_classes(struct columns *columns, struct kt_set set, uint64_t negated)
{
    for (unsigned i = 0; i < KT_SET_WORDS; i++)
        for (uint64_t bits = set.bits[i]; bits != 0;) {
            const uint64_t *column =
                columns->classes +
                (64 * i + kt_take_bit(&bits)) * columns->words;
            for (uint32_t j = 0; j < columns->words; j++)
                columns->draft[j] &= column[j] ^ negated;
        }
}

/* The denied predicates are older: they are answered already. */
static void
ask_condition(struct columns *columns, const struct kt_condition *condition,
              uint64_t *answer)
{
    for (uint32_t j = 0; j < columns->words; j++)
        columns->draft[j] = UINT64_MAX;
    ask_classes(columns, condition->all, 0);
    ask_classes(columns, condition->none, UINT64_MAX);
    for (int i = 0; i < KT_DENIED_MAX && condition->denied[i] != 0; i++) {
        const uint64_t *denied =
            columns->answers + (condition->denied[i] - 1U) * columns->words;
        for (uint32_t j = 0; j < columns->words; j++)
            columns->draft[j] &= ~denied[j];
    }
    for (uint32_t j = 0; j < columns->words; j++)
        answer[j] |= columns->draft[j];
}

/* Fills the answers, which are empty. Bits of no set mean nothing. */
static void
ask_all(const struct kt_codes *codes, struct columns *columns)
{
    for (uint32_t i = 0; i < codes->predicates.count; i++) {
        const struct kt_predicate *predicate = &codes->predicates.items[i];
        for (uint32_t j = 0; j < predicate->count; j++)
            ask_condition(columns, &predicate->conditions[j],
                          columns->answers + i * columns->words);
    }
}

/* A square of 64 rows: row i, bit j becomes row j, bit i. */
static void
turn_square(uint64_t rows[64])
{
    uint64_t mask = UINT64_C(0x00000000FFFFFFFF);

    for (unsigned width = 32; width != 0; width /= 2, mask ^= mask << width)
        for (unsigned i = 0; i < 64; i = ((i | width) + 1) & ~width) {
            uint64_t moved = (rows[i] >> width ^ rows[i | width]) & mask;
            rows[i] ^= moved << width;
            rows[i | width] ^= moved;
        }
}

void
kt_turn_rows(const uint64_t *from, uint32_t from_count, uint32_t from_words,
             uint64_t *to, uint32_t to_count, uint32_t to_words)
{
    uint64_t square[64];

    for (uint32_t i = 0; i < from_count; i += 64)
        for (uint32_t j = 0; j < to_count; j += 64) {
            memset(square, 0, sizeof square);
            for (uint32_t k = 0; k < 64 && i + k < from_count; k++)
                square[k] = from[(size_t)(i + k) * from_words + j / 64];
            turn_square(square);
            for (uint32_t k = 0; k < 64 && j + k < to_count; k++)
                to[(size_t)(j + k) * to_words + i / 64] = square[k];
        }
}

bool
kt_codes_sign(const struct kt_codes *codes, const struct kt_set *sets,
              uint32_t count, uint64_t *signatures, struct kt_arena *scratch)
{
    struct columns columns;

    if (!take_columns(&columns, count, codes->predicates.count, scratch))
        return false;
    for (uint32_t i = 0; i < count; i++)
        enter_set(&columns, sets[i], i);
    ask_all(codes, &columns);
    kt_turn_rows(columns.answers, codes->predicates.count, columns.words,
                 signatures, count, codes->words);
    return true;
}

void
kt_codes_sign_one(const struct kt_codes *codes, struct kt_set set,
                  uint64_t *signature)
{
    uint64_t classes[KT_CLASS_MAX] = {0};
    uint64_t answers[KT_PREDICATES_MAX] = {0};
    uint64_t draft;
    struct columns columns = {1, classes, answers, &draft};

    enter_set(&columns, set, 0);
    ask_all(codes, &columns);
    memset(signature, 0, codes->words * sizeof *signature);
    for (uint32_t i = 0; i < codes->predicates.count; i++)
        signature[i / 64] |= (answers[i] & 1) << i % 64;
}
