/*
 * Entities of HTML that were left in a text.
 */
#ifndef KUTIP_CMD_ENTITIES_H
#define KUTIP_CMD_ENTITIES_H

#include <stddef.h>
#include <stdint.h>

/*
 * The character that the entity at the front of a text stands for, and how
 * many bytes it takes; 0: there is none. `&amp;quot;` is one, too.
 */
size_t
read_entity(const char *text, size_t length, uint32_t *point);

#endif
