/*
 * What the letters of a word look like, beside what every stage asks of them.
 */
#ifndef KT_TOKEN_SHAPES_H
#define KT_TOKEN_SHAPES_H

#include <stdint.h>

/* Flags of enum kt_token_flag for a word or number of 1 byte or more. */
uint16_t
kt_token_shape(const char *text, uint32_t length);

#endif
