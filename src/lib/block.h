/*
 * Sixty-four bytes of a text at a time: which of them are of some kind, told
 * by a mask whose lowest bit is for the first byte. They are looked at by
 * sixteen where all processors of the machine's kind can, else by eight in a
 * common register.
 */
#ifndef KT_BLOCK_H
#define KT_BLOCK_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define KT_BLOCK 64 /* bytes */

/* The block at text, of which `left` bytes are there; zeros stand for the
 * others in room. */
static inline const char *
kt_block_of(const char *text, size_t left, char room[KT_BLOCK])
{
    if (left >= KT_BLOCK)
        return text;
    memset(room, 0, KT_BLOCK);
    memcpy(room, text, left);
    return room;
}

#if defined(__SSE2__) && !defined(KT_PLAIN_BLOCK)

#include <emmintrin.h>

typedef __m128i kt_part;
enum { KT_PART = 16 };

static inline kt_part
kt_part_load(const char *text)
{
    return _mm_loadu_si128((const __m128i *)(const void *)text);
}

/* As small letters, where they are letters. */
static inline kt_part
kt_part_small(kt_part part)
{
    return _mm_or_si128(part, _mm_set1_epi8(0x20));
}

/* The bytes from low to high, which are not all there are. */
static inline uint64_t
kt_part_between(kt_part part, uint8_t low, uint8_t high)
{
    /* only signed bytes are compared: low becomes the least of them */
    __m128i moved = _mm_sub_epi8(part, _mm_set1_epi8((char)(low + 0x80)));
    __m128i above = _mm_set1_epi8((char)(high - low - 0x7F));
    return (uint64_t)_mm_movemask_epi8(_mm_cmplt_epi8(moved, above));
}

static inline uint64_t
kt_part_equal(kt_part part, char byte)
{
    return (uint64_t)_mm_movemask_epi8(
        _mm_cmpeq_epi8(part, _mm_set1_epi8(byte)));
}

/* A mask of each of the four parts, put together. */
#define KT_BLOCK_MASK(mask_of)                                                \
    (mask_of(0) | mask_of(1) << 16 | mask_of(2) << 32 | mask_of(3) << 48)

#else

typedef uint64_t kt_part;
enum { KT_PART = 8 };

/* A byte, eight times. */
#define KT_EIGHT(byte) (UINT64_C(0x0101010101010101) * (uint8_t)(byte))

static inline kt_part
kt_part_load(const char *text)
{
    uint64_t part;
    memcpy(&part, text, sizeof part);
    return part;
}

static inline kt_part
kt_part_small(kt_part part)
{
    return part | KT_EIGHT(0x20);
}

/* The highest bits of the bytes, gathered. */
static inline uint64_t
kt_part_gather(uint64_t bits)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return ((bits >> 7) * UINT64_C(0x0102040810204080)) >> 56;
#else
    uint8_t bytes[sizeof bits];
    uint64_t mask = 0;
    memcpy(bytes, &bits, sizeof bits);
    for (unsigned i = 0; i < sizeof bits; i++)
        mask |= (uint64_t)(bytes[i] >> 7) << i;
    return mask;
#endif
}

static inline uint64_t
kt_part_between(kt_part part, uint8_t low, uint8_t high)
{
    /* ASCII, and the bytes above it, whose lower seven bits are compared */
    uint64_t seven = part & KT_EIGHT(0x7F), found = 0;
    if (low < 0x80) {
        uint8_t last = high < 0x7F ? high : 0x7F;
        found = (seven + KT_EIGHT(0x80 - low)) &
                ~(seven + KT_EIGHT(0x7F - last)) & ~part;
    }
    if (high >= 0x80) {
        uint8_t first = low > 0x80 ? low & 0x7F : 0;
        found |= (seven + KT_EIGHT(0x80 - first)) &
                 ~(seven + KT_EIGHT(0xFF - high)) & part;
    }
    found &= KT_EIGHT(0x80);
    return found == 0 ? 0 : kt_part_gather(found);
}

static inline uint64_t
kt_part_equal(kt_part part, char byte)
{
    return kt_part_between(part, (uint8_t)byte, (uint8_t)byte);
}

#define KT_BLOCK_MASK(mask_of)                                                \
    (mask_of(0) | mask_of(1) << 8 | mask_of(2) << 16 | mask_of(3) << 24 |     \
     mask_of(4) << 32 | mask_of(5) << 40 | mask_of(6) << 48 |                 \
     mask_of(7) << 56)

#endif

#define KT_BLOCK_PART(i) kt_part_load(text + (i) * KT_PART)

/* The bytes from low to high, which are not all there are. */
static inline uint64_t
kt_block_between(const char *text, uint8_t low, uint8_t high)
{
#define MASK_OF(i) kt_part_between(KT_BLOCK_PART(i), low, high)
    return KT_BLOCK_MASK(MASK_OF);
#undef MASK_OF
}

static inline uint64_t
kt_block_equal(const char *text, char byte)
{
#define MASK_OF(i) kt_part_equal(KT_BLOCK_PART(i), byte)
    return KT_BLOCK_MASK(MASK_OF);
#undef MASK_OF
}

/* The letters of ASCII. */
static inline uint64_t
kt_block_letters(const char *text)
{
#define MASK_OF(i) kt_part_between(kt_part_small(KT_BLOCK_PART(i)), 'a', 'z')
    return KT_BLOCK_MASK(MASK_OF);
#undef MASK_OF
}

/* The number of the lowest bit of a mask that has one. */
static inline uint32_t
kt_block_first(uint64_t mask)
{
#if defined(__GNUC__)
    return (uint32_t)__builtin_ctzll(mask);
#else
    uint32_t i = 0;
    while (!(mask >> i & 1))
        i++;
    return i;
#endif
}

#endif
