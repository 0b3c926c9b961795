/*
 * A few bytes of a text at a time: which of them are of some kind, told by a
 * mask whose lowest bit is for the first byte. Sixteen where the processor
 * has such registers for all programs, else eight in a common register.
 */
#ifndef KT_BLOCK_H
#define KT_BLOCK_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__) && !defined(KT_PLAIN_BLOCK)

#include <emmintrin.h>

#define KT_BLOCK 16 /* bytes */

static inline __m128i
kt_block_load(const char *text)
{
    return _mm_loadu_si128((const __m128i *)(const void *)text);
}

static inline uint32_t
kt_block_range(__m128i bytes, uint8_t low, uint8_t high)
{
    /* only signed bytes are compared: low becomes the least of them */
    __m128i moved = _mm_sub_epi8(bytes, _mm_set1_epi8((char)(low + 0x80)));
    __m128i above = _mm_set1_epi8((char)(high - low - 0x7F));
    if (high - low == 0xFF)
        return 0xFFFF;
    return (uint32_t)_mm_movemask_epi8(_mm_cmplt_epi8(moved, above));
}

/* Those of the bytes from low to high. */
static inline uint32_t
kt_block_between(const char *text, uint8_t low, uint8_t high)
{
    return kt_block_range(kt_block_load(text), low, high);
}

/* Those that are a certain byte. */
static inline uint32_t
kt_block_equal(const char *text, char byte)
{
    return (uint32_t)_mm_movemask_epi8(
        _mm_cmpeq_epi8(kt_block_load(text), _mm_set1_epi8(byte)));
}

/* Those that are letters of ASCII. */
static inline uint32_t
kt_block_letters(const char *text)
{
    return kt_block_range(
        _mm_or_si128(kt_block_load(text), _mm_set1_epi8(0x20)), 'a', 'z');
}

#else

#define KT_BLOCK 8

/* A byte, eight times. */
#define KT_EIGHT(byte) (UINT64_C(0x0101010101010101) * (uint8_t)(byte))

/* The highest bits of the bytes, gathered. */
static inline uint32_t
kt_block_gather(uint64_t bits)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return (uint32_t)(((bits >> 7) * UINT64_C(0x0102040810204080)) >> 56);
#else
    uint8_t bytes[sizeof bits];
    uint32_t mask = 0;
    memcpy(bytes, &bits, sizeof bits);
    for (unsigned i = 0; i < sizeof bits; i++)
        mask |= (uint32_t)(bytes[i] >> 7) << i;
    return mask;
#endif
}

static inline uint32_t
kt_block_range(uint64_t eight, uint8_t low, uint8_t high)
{
    uint64_t found = 0;
    /* ASCII, and the bytes above it, whose lower seven bits are compared */
    uint64_t seven = eight & KT_EIGHT(0x7F);
    if (low < 0x80) {
        uint8_t last = high < 0x7F ? high : 0x7F;
        found = (seven + KT_EIGHT(0x80 - low)) &
                ~(seven + KT_EIGHT(0x7F - last)) & ~eight;
    }
    if (high >= 0x80) {
        uint8_t first = low > 0x80 ? low & 0x7F : 0;
        found |= (seven + KT_EIGHT(0x80 - first)) &
                 ~(seven + KT_EIGHT(0xFF - high)) & eight;
    }
    found &= KT_EIGHT(0x80);
    return found == 0 ? 0 : kt_block_gather(found);
}

static inline uint32_t
kt_block_between(const char *text, uint8_t low, uint8_t high)
{
    uint64_t eight;
    memcpy(&eight, text, sizeof eight);
    return kt_block_range(eight, low, high);
}

static inline uint32_t
kt_block_equal(const char *text, char byte)
{
    return kt_block_between(text, (uint8_t)byte, (uint8_t)byte);
}

static inline uint32_t
kt_block_letters(const char *text)
{
    uint64_t eight;
    memcpy(&eight, text, sizeof eight);
    return kt_block_range(eight | KT_EIGHT(0x20), 'a', 'z');
}

#endif

/* The number of the lowest bit of a mask that has one. */
static inline uint32_t
kt_block_first(uint32_t mask)
{
#if defined(__GNUC__)
    return (uint32_t)__builtin_ctz(mask);
#else
    uint32_t i = 0;
    while (!(mask >> i & 1))
        i++;
    return i;
#endif
}

#endif
