/*
 * What goes wrong with texts on their way, and what stood there before.
 */
#ifndef KUTIP_CMD_DAMAGE_H
#define KUTIP_CMD_DAMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum damage {
    DAMAGE_DOUBLE,   /* UTF-8 taken for Windows-1252 and encoded again */
    DAMAGE_CONTROL,  /* a character of Windows-1252 as a C1 control */
    DAMAGE_WINDOWS,  /* a byte of Windows-1252 among UTF-8 */
    DAMAGE_ENTITY,   /* an entity of HTML */
    DAMAGE_COUNT
};

/* What one of them is called, and several are. */
struct damage_name {
    const char *one;
    const char *several;
};

extern const struct damage_name damage_names[DAMAGE_COUNT];

struct finding {
    enum damage damage;
    size_t length;  /* bytes that it takes */
    uint32_t point; /* the character that was meant */
};

/*
 * Looks at text[at], which is an ampersand or not ASCII. ascii: the text has
 * no other character than ASCII that is valid UTF-8. False: nothing is wrong
 * there, or nobody can tell what was meant.
 */
bool
find_damage(const char *text, size_t length, size_t at, bool ascii,
            struct finding *finding);

#endif
