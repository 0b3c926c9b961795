/*
 * Eight bytes of a text at a time: which of them are of some kind, in a few
 * steps for all. A result has the highest bit set of every byte that is;
 * each is exact, whatever its neighbours are.
 */
#ifndef KT_EIGHT_H
#define KT_EIGHT_H

#include <stdint.h>
#include <string.h>

/* A byte, eight times. */
#define KT_EIGHT(byte) (UINT64_C(0x0101010101010101) * (uint8_t)(byte))

static inline uint64_t
kt_eight_load(const char *text)
{
    uint64_t eight;
    memcpy(&eight, text, sizeof eight);
    return eight;
}

/* The bytes from low to high, both of ASCII. */
static inline uint64_t
kt_eight_between(uint64_t eight, uint8_t low, uint8_t high)
{
    uint64_t seven = eight & KT_EIGHT(0x7F);
    uint64_t reach = seven + KT_EIGHT(0x80 - low);
    uint64_t pass = seven + KT_EIGHT(0x7F - high);
    return reach & ~pass & ~eight & KT_EIGHT(0x80);
}

/* Where the first byte of a result stands, which has one. */
static inline uint32_t
kt_eight_first(uint64_t found)
{
#if defined(__GNUC__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return (uint32_t)__builtin_ctzll(found) / 8;
#else
    uint8_t bytes[sizeof found];
    uint32_t i = 0;
    memcpy(bytes, &found, sizeof found);
    while (bytes[i] == 0)
        i++;
    return i;
#endif
}

/* A result without its first byte. */
static inline uint64_t
kt_eight_rest(uint64_t found)
{
#if defined(__GNUC__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return found & (found - 1);
#else
    uint8_t bytes[sizeof found];
    memcpy(bytes, &found, sizeof found);
    bytes[kt_eight_first(found)] = 0;
    memcpy(&found, bytes, sizeof found);
    return found;
#endif
}

#endif
