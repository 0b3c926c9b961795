/*
 * The plain object of JSON: strings, numbers, true, false and null, and no
 * other object or list in it. Nearly every line of JSON Lines is one.
 */
#ifndef KUTIP_CMD_FLAT_JSON_H
#define KUTIP_CMD_FLAT_JSON_H

#include "buffer.h"
#include "document.h"

#define FLAT_MOST 32 /* fields; an object of more is not called plain */

struct flat_field {
    const char *name; /* as it stands in the bytes, not terminated */
    size_t name_length;
    char *value; /* as text, terminated; NULL: null */
    size_t length;
};

/* The names of an object's fields, and where each part was found: those of
 * one line are nearly always those of the next. */
struct flat_shape {
    struct buffer names; /* terminated, one after the other */
    size_t count;
    bool null[FLAT_MOST];
    bool strange;          /* two names are the same but for capitals */
    size_t of[PART_COUNT]; /* field, or FLAT_MOST; for the caller to fill in */
};

struct flat_json {
    struct flat_field fields[FLAT_MOST];
    size_t count;
    struct buffer text; /* the values */
    struct flat_shape shape;
};

/*
 * Reads an object. False: it is none of that kind, or broken, or out of the
 * ordinary in any other way, or there is no memory; somebody who knows all
 * of JSON has to say which. The values live until the next is read.
 */
bool
flat_json_read(struct flat_json *flat, const char *bytes, size_t length);

/* The field of that name, or with any_case of one that differs in capitals;
 * the first of them. NULL: there is none. */
struct flat_field *
flat_json_field(struct flat_json *flat, const char *name, bool any_case);

/* Whether the fields have the names of the shape, and null in the same
 * places. */
bool
flat_json_fits(const struct flat_json *flat);

/* The shape becomes that of the fields. False: out of memory. */
bool
flat_json_learn(struct flat_json *flat);

void
flat_json_release(struct flat_json *flat);

#endif
