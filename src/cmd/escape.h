/*
 * Text as each format wants it written. Invalid UTF-8 is written as U+FFFD,
 * one for each maximal subpart, so that offsets in code points still hold.
 */
#ifndef KUTIP_CMD_ESCAPE_H
#define KUTIP_CMD_ESCAPE_H

#include "out.h"

/*
 * A JSON string with its quotation marks, behind what was written up to `to`
 * in the buffer of an output in memory. Returns where it ends; there is room
 * for so many bytes `behind` it.
 */
char *
put_json_string(struct out *out, char *to, const char *text, size_t length,
                size_t behind);

/* The same behind all that the output in memory has. */
void
write_json_string(struct out *out, const char *text, size_t length);

/*
 * A cell of CSV (RFC 4180) or of the same with another separator: in
 * quotation marks where it must be. safe: a cell that a spreadsheet program
 * would run as a formula gets an apostrophe in front.
 */
void
write_cell(struct out *out, char separator, bool safe, const char *text,
           size_t length);

#endif
