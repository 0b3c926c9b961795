/*
 * Bits of a word.
 */
#ifndef KT_BITS_H
#define KT_BITS_H

#include <stdint.h>

/* The number of the lowest that is set; bits is not 0. */
static inline uint32_t
kt_lowest_bit(uint64_t bits)
{
#if defined(__GNUC__)
    return (uint32_t)__builtin_ctzll(bits);
#else
    uint32_t number = 0;
    for (; (bits & 1) == 0; bits >>= 1)
        number++;
    return number;
#endif
}

/* The same, and clears it. */
static inline uint32_t
kt_take_bit(uint64_t *bits)
{
    uint32_t lowest = kt_lowest_bit(*bits);

    *bits &= *bits - 1;
    return lowest;
}

#endif
