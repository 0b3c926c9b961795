/*
 * Windows-1252, the encoding that damaged text has mostly been through.
 */
#ifndef KUTIP_CMD_WINDOWS1252_H
#define KUTIP_CMD_WINDOWS1252_H

#include <stdint.h>

/* The character of a byte; those that are not assigned are C1 controls. */
uint32_t
windows_character(unsigned char byte);

/* The byte of a character, a C1 control for itself too; -1: it has none. */
int
windows_byte(uint32_t point);

#endif
