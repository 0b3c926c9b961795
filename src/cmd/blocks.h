/*
 * Bytes by the block: sixteen are looked at together, and a mask has a bit
 * for each of them that is meant, the lowest for the first. With SSE2, which
 * every x86-64 has, a block is a register, else it is two words and plain
 * arithmetic (PLAIN_BLOCKS asks for that; its test does).
 *
 *     unsigned marks = block_equal(block_at(text), '"');
 *     if (marks)
 *         text += block_first(marks);
 */
#ifndef KUTIP_CMD_BLOCKS_H
#define KUTIP_CMD_BLOCKS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define BLOCK_SIZE 16

/* How many bytes stand before the first that is meant; there is one. */
static inline size_t
block_first(unsigned marks)
{
#ifdef __GNUC__
    return (size_t)__builtin_ctz(marks);
#else
    size_t at = 0;

    for (; (marks & 1) == 0; marks >>= 1)
        at++;
    return at;
#endif
}

#if defined(__SSE2__) && !defined(PLAIN_BLOCKS)

#include <emmintrin.h>

struct block {
    __m128i bytes;
};

static inline struct block
block_at(const char *bytes)
{
    return (struct block){_mm_loadu_si128((const void *)bytes)};
}

static inline struct block
block_of_words(uint64_t front, uint64_t back)
{
    return (struct block){
        _mm_set_epi64x((long long)back, (long long)front)};
}

static inline void
block_put(char *to, struct block block)
{
    _mm_storeu_si128((void *)to, block.bytes);
}

/* The bytes that are c. */
static inline unsigned
block_equal(struct block block, char c)
{
    return (unsigned)_mm_movemask_epi8(
        _mm_cmpeq_epi8(block.bytes, _mm_set1_epi8(c)));
}

/* The bytes that are no ASCII. */
static inline unsigned
block_above(struct block block)
{
    return (unsigned)_mm_movemask_epi8(block.bytes);
}

/* The bytes that are controls, or one of two. */
static inline unsigned
block_stops(struct block block, char one, char other)
{
    __m128i control = _mm_cmpeq_epi8(
        _mm_min_epu8(block.bytes, _mm_set1_epi8(' ' - 1)), block.bytes);
    __m128i first = _mm_cmpeq_epi8(block.bytes, _mm_set1_epi8(one));
    __m128i second = _mm_cmpeq_epi8(block.bytes, _mm_set1_epi8(other));

    return (unsigned)_mm_movemask_epi8(
        _mm_or_si128(control, _mm_or_si128(first, second)));
}

/* The same, and those that are no ASCII. */
static inline unsigned
block_special(struct block block, char one, char other)
{
    /* As signed bytes, those above ASCII are below the blank too. */
    __m128i special = _mm_cmplt_epi8(block.bytes, _mm_set1_epi8(' '));
    __m128i first = _mm_cmpeq_epi8(block.bytes, _mm_set1_epi8(one));
    __m128i second = _mm_cmpeq_epi8(block.bytes, _mm_set1_epi8(other));

    return (unsigned)_mm_movemask_epi8(
        _mm_or_si128(special, _mm_or_si128(first, second)));
}

#else

#define ALL_BYTES UINT64_C(0x0101010101010101)
#define TOP_BITS (ALL_BYTES << 7)

struct block {
    uint64_t front, back;
};

static inline struct block
block_of_words(uint64_t front, uint64_t back)
{
    return (struct block){front, back};
}

static inline struct block
block_at(const char *bytes)
{
    struct block block;

    memcpy(&block, bytes, sizeof block);
    return block;
}

static inline void
block_put(char *to, struct block block)
{
    memcpy(to, &block, sizeof block);
}

/* The top bit of each byte becomes one of eight bits. */
static inline unsigned
word_marks(uint64_t word)
{
    const uint16_t one = 1;
    unsigned char low;

    memcpy(&low, &one, sizeof low);
    /* Where the lowest byte is the first, its bit is moved by 56, that of
     * the next by 49; else that of the last by 63, of the one before by 54. */
    return (unsigned)((word >> 7 & ALL_BYTES) *
                          (low ? UINT64_C(0x0102040810204080)
                               : UINT64_C(0x8040201008040201)) >>
                      56);
}

static inline unsigned
block_marks(uint64_t front, uint64_t back)
{
    return word_marks(front) | word_marks(back) << 8;
}

/* The top bit of each byte that is c. */
static inline uint64_t
word_equal(uint64_t word, char c)
{
    uint64_t other = word ^ ALL_BYTES * (unsigned char)c;

    /* It carries into the top bit from any other, but never out of it. */
    return ~(((other & ~TOP_BITS) + ~TOP_BITS) | other) & TOP_BITS;
}

/* The top bit of each byte that is a control. */
static inline uint64_t
word_below(uint64_t word)
{
    return ~(((word & ~TOP_BITS) + ALL_BYTES * (0x80 - ' ')) | word) &
           TOP_BITS;
}

static inline unsigned
block_equal(struct block block, char c)
{
    return block_marks(word_equal(block.front, c), word_equal(block.back, c));
}

static inline unsigned
block_above(struct block block)
{
    return block_marks(block.front, block.back);
}

static inline uint64_t
word_stops(uint64_t word, char one, char other)
{
    return word_below(word) | word_equal(word, one) | word_equal(word, other);
}

static inline unsigned
block_stops(struct block block, char one, char other)
{
    return block_marks(word_stops(block.front, one, other),
                       word_stops(block.back, one, other));
}

static inline unsigned
block_special(struct block block, char one, char other)
{
    return block_marks(block.front | word_stops(block.front, one, other),
                       block.back | word_stops(block.back, one, other));
}

#endif

/* ---------------------------------------------- less than a whole block */

/*
 * Copies 1 to 15 bytes, and makes a block of them, in any order and some of
 * them more than once: whether there is one that is meant can be seen, not
 * where. Nothing behind their end is read or written.
 */
static inline struct block
block_copy_some(char *to, const char *from, size_t length)
{
    if (length >= sizeof(uint64_t)) {
        uint64_t front, back;

        memcpy(&front, from, sizeof front);
        memcpy(&back, from + length - sizeof back, sizeof back);
        memcpy(to, &front, sizeof front);
        memcpy(to + length - sizeof back, &back, sizeof back);
        return block_of_words(front, back);
    }
    if (length >= sizeof(uint32_t)) {
        uint32_t front, back;

        memcpy(&front, from, sizeof front);
        memcpy(&back, from + length - sizeof back, sizeof back);
        memcpy(to, &front, sizeof front);
        memcpy(to + length - sizeof back, &back, sizeof back);
        uint64_t both = (uint64_t)front << 32 | back;
        return block_of_words(both, both);
    }
    uint64_t first = (unsigned char)from[0];
    uint64_t middle = (unsigned char)from[length / 2];
    uint64_t last = (unsigned char)from[length - 1];
    to[0] = (char)first;
    to[length / 2] = (char)middle;
    to[length - 1] = (char)last;
    /* The first fills what is left: a zero might be meant. */
    uint64_t all = (first * UINT64_C(0x0101010101010101) & ~UINT64_C(0xFFFF)) |
                   middle << 8 | last;
    return block_of_words(all, all);
}

#endif
