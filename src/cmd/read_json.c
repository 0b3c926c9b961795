/*
 * JSON: an object a line (jsonl), or an array of them (json).
 *
 * In: a piece of JSON. Out: a document of the fields that were asked for,
 * or that have the names such fields have.
 *
 * Not attempted: texts that are objects. A list of strings is one text, its
 * strings are paragraphs. json.h is included here alone.
 *
 * Example: {"id":7,"judul":"Banjir surut","isi":"\"Air sudah turun,\" …"}
 */
#include "column_names.h"
#include "cut_json.h"
#include "flat_json.h"
#include "libraries.h"
#include "unicode.h"

#include <string.h>
#include <strings.h>

/* ----------------------------------------------------- what a file holds */

static const char *
skip_blanks(const char *at, const char *end)
{
    while (at < end && strchr(" \t\r\n", *at) && *at)
        at++;
    return at;
}

/* Whether `{"`, `{}` stand there. */
static bool
begins_object(const char *at, const char *end)
{
    if (at == end || *at != '{')
        return false;
    at = skip_blanks(at + 1, end);
    return at < end && (*at == '"' || *at == '}');
}

/* The window without its mark and the blanks at the front. */
static const char *
begin_of(const struct sight *sight, const char **end)
{
    size_t mark = mark_length(sight->bytes, sight->length);

    *end = sight->bytes + sight->length;
    return skip_blanks(sight->bytes + mark, *end);
}

/* Whether the object that begins there goes on behind the end of its line:
 * a closing brace is the last of a line of JSON Lines. */
static bool
is_spread(const char *at, const char *end)
{
    const char *line = memchr(at, '\n', (size_t)(end - at));

    if (!line)
        return false;
    while (line > at && strchr(" \t\r", line[-1]))
        line--;
    return line[-1] == '{' || line[-1] == ',' || line[-1] == '[';
}

static bool
fits_json(const struct sight *sight)
{
    const char *end;
    const char *at = begin_of(sight, &end);

    if (at < end && *at == '[') {
        at = skip_blanks(at + 1, end);
        return begins_object(at, end);
    }
    return begins_object(at, end) && is_spread(at, end);
}

static bool
fits_jsonl(const struct sight *sight)
{
    const char *end;
    const char *at = begin_of(sight, &end);

    return begins_object(at, end);
}

/* --------------------------------------------------------------- reading */

#ifdef HAVE_JSON_C

#include <json-c/json.h>
#include <stdio.h>

enum {
    DEEPEST = 64,            /* brackets in brackets */
    LARGE = 1024 * 1024,     /* a piece whose values are counted first */
    MOST_VALUES = 500 * 1000 /* they take a hundred times their bytes */
};

/* ------------------------------------------------- which value is which */

/* An object whose fields can be asked for. */
struct lookup {
    void *object;
    /* The value behind a path: the field of that very name, or `a.b`. */
    void *(*follow)(void *object, const char *path);
    /* The first field of that name, whatever its capitals. */
    void *(*follow_any_case)(void *object, const char *name);
    /* Whether a part can be had of a value. */
    bool (*is_usable)(const void *value, enum part part);
};

/* By the names that a part may have. */
static void *
find_by(const struct lookup *lookup, enum part part,
        void *(*follow)(void *object, const char *name))
{
    const char *const *names = column_names[part];

    for (size_t i = 0; i < COLUMN_NAMES_MOST && names[i]; i++) {
        void *value = follow(lookup->object, names[i]);

        if (value && lookup->is_usable(value, part))
            return value;
    }
    return NULL;
}

/* The value of a part, by its option or by the names it may have. NULL:
 * there is none that can be used. */
static void *
find_value(const struct lookup *lookup, enum part part,
           const struct options *options)
{
    void *value;

    if (options->fields[part]) {
        value = lookup->follow(lookup->object, options->fields[part]);
        return value && lookup->is_usable(value, part) ? value : NULL;
    }
    value = find_by(lookup, part, lookup->follow);
    return value ? value : find_by(lookup, part, lookup->follow_any_case);
}

/* --------------------------------------------------------- plain objects */

/* Nothing is behind a dot in a plain object. */
static void *
follow_flat(void *object, const char *path)
{
    return flat_json_field(object, path, false);
}

static void *
follow_flat_any_case(void *object, const char *name)
{
    return flat_json_field(object, name, true);
}

static bool
is_usable_flat(const void *value, enum part part)
{
    (void)part;
    return ((const struct flat_field *)value)->value != NULL;
}

/* Where the parts are in objects of this shape. */
static bool
learn_shape(struct flat_json *flat, const struct options *options)
{
    struct lookup lookup = {flat, follow_flat, follow_flat_any_case,
                            is_usable_flat};

    if (!flat_json_learn(flat))
        return false;
    for (int part = 0; part < PART_COUNT; part++) {
        const struct flat_field *field =
            find_value(&lookup, (enum part)part, options);

        flat->shape.of[part] =
            field ? (size_t)(field - flat->fields) : FLAT_MOST;
    }
    return true;
}

/* The document of a plain object, which has its text in it. False: json-c
 * has to look, for what there is to read, or to blame. */
static bool
read_plain(const struct means *means, const struct buffer *bytes,
           struct document *document)
{
    struct flat_json *flat = means->flat;
    const struct flat_shape *shape = &flat->shape;

    if (!flat_json_read(flat, bytes->bytes, bytes->used) ||
        (!flat_json_fits(flat) && !learn_shape(flat, means->options)) ||
        shape->strange || shape->of[PART_TEXT] == FLAT_MOST)
        return false;
    for (int part = 0; part < PART_COUNT; part++) {
        const struct flat_field *field = &flat->fields[shape->of[part]];

        if (shape->of[part] < FLAT_MOST)
            document_lend(document, (enum part)part, field->value,
                          field->length);
    }
    return true;
}

/* --------------------------------------------------------- other objects */

static void *
follow(void *object, const char *path)
{
    char name[256];
    json_object *found = NULL;

    if (!json_object_is_type(object, json_type_object))
        return NULL;
    if (json_object_object_get_ex(object, path, &found))
        return found;
    for (const char *dot = strchr(path, '.'); dot; dot = strchr(dot + 1, '.')) {
        size_t length = (size_t)(dot - path);

        if (length >= sizeof name)
            return NULL;
        memcpy(name, path, length);
        name[length] = '\0';
        if (json_object_object_get_ex(object, name, &found))
            return follow(found, dot + 1);
    }
    return NULL;
}

static void *
follow_any_case(void *object, const char *name)
{
    json_object_object_foreach(object, key, value)
    {
        if (strcasecmp(key, name) == 0)
            return value;
    }
    return NULL;
}

static bool
is_usable(const void *value, enum part part)
{
    switch (json_object_get_type(value)) {
    case json_type_null:
    case json_type_object:
        return false;
    case json_type_array:
        return part == PART_TEXT;
    default:
        return true;
    }
}

/* Strings become paragraphs. */
static bool
keep_list(struct document *document, json_object *list)
{
    struct buffer text = {NULL, 0, 0};
    size_t count = json_object_array_length(list);
    bool good = true;

    for (size_t i = 0; i < count && good; i++) {
        json_object *item = json_object_array_get_idx(list, i);

        if (!json_object_is_type(item, json_type_string))
            continue;
        if (text.used > 0)
            good = buffer_add(&text, "\n\n", 2);
        good = good &&
               buffer_add(&text, json_object_get_string(item),
                          (size_t)json_object_get_string_len(item));
    }
    good = good && document_keep(document, PART_TEXT, text.bytes, text.used);
    buffer_release(&text);
    return good;
}

static bool
keep_value(struct document *document, enum part part, json_object *value)
{
    const char *string;

    if (json_object_is_type(value, json_type_array))
        return keep_list(document, value);
    string = json_object_get_string(value);
    if (!string)
        return document_keep(document, part, "", 0);
    return document_keep(document, part, string,
                         json_object_is_type(value, json_type_string)
                             ? (size_t)json_object_get_string_len(value)
                             : strlen(string));
}

/* The document of an object. */
static bool
keep_object(struct document *document, json_object *object,
            const struct options *options, struct fault *fault)
{
    struct lookup lookup = {object, follow, follow_any_case, is_usable};
    bool text = false;

    if (!json_object_is_type(object, json_type_object))
        return fail_at(fault, 0, "not a JSON object");
    for (int part = 0; part < PART_COUNT; part++) {
        json_object *value = find_value(&lookup, (enum part)part, options);

        if (!value)
            continue;
        text |= part == PART_TEXT;
        if (!keep_value(document, (enum part)part, value))
            return fail_at(fault, 0, "out of memory");
    }
    if (text)
        return true;
    if (options->fields[PART_TEXT])
        return fail_at(fault, 0, "no text: the object has no field %s",
                       options->fields[PART_TEXT]);
    return fail_at(fault, 0, "no text: no field is called text, content, "
                             "body or the like (see --text-field)");
}

/* Whether there may be more values than memory should hold. */
static bool
has_too_many(const struct buffer *bytes)
{
    size_t count = 0;

    if (bytes->used < LARGE)
        return false;
    for (size_t i = 0; i < bytes->used; i++)
        count += bytes->bytes[i] == ',' || bytes->bytes[i] == '[' ||
                 bytes->bytes[i] == '{';
    return count > MOST_VALUES;
}

static json_object *
parse(json_tokener *tokener, const struct buffer *bytes, struct fault *fault)
{
    /* With the NUL at the end, so that a number is known to end there. */
    json_object *object =
        json_tokener_parse_ex(tokener, bytes->bytes, (int)bytes->used + 1);
    enum json_tokener_error error = json_tokener_get_error(tokener);
    size_t end = json_tokener_get_parse_end(tokener);

    if (error == json_tokener_success)
        return object;
    if (error == json_tokener_error_parse_eof ||
        error == json_tokener_continue)
        fail_at(fault, bytes->used, "broken JSON: it ends too early");
    else if (error == json_tokener_error_depth)
        fail_at(fault, end, "JSON nested deeper than %d", DEEPEST);
    else
        fail_at(fault, end, "broken JSON: %s", json_tokener_error_desc(error));
    return NULL;
}

static bool
read_json(const struct means *means, struct piece *piece,
          struct document *document, struct fault *fault)
{
    json_tokener *tokener;
    json_object *object;
    bool good = false;

    if (has_too_many(&piece->bytes))
        return fail_at(fault, 0, "more than %d values in one object",
                       MOST_VALUES);
    if (means->flat && read_plain(means, &piece->bytes, document))
        return true;
    tokener = json_tokener_new_ex(DEEPEST);
    if (!tokener || !buffer_add(&piece->bytes, "", 1))
        return fail_at(fault, 0, "out of memory");
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
    *fault->message = '\0';
    piece->bytes.used--;
    object = parse(tokener, &piece->bytes, fault);
    if (!*fault->message)
        good = keep_object(document, object, means->options, fault);
    json_object_put(object);
    json_tokener_free(tokener);
    return good;
}

const char *
json_library(void)
{
    return "json-c " JSON_C_VERSION;
}

#else

static bool
read_json(const struct means *means, struct piece *piece,
          struct document *document, struct fault *fault)
{
    (void)piece;
    (void)means;
    (void)document;
    return fail_at(fault, 0, "JSON: this kutip was built without json-c");
}

const char *
json_library(void)
{
    return NULL;
}

#endif

const struct kind json_kind = {
    .name = "json",
    .endings = ".json",
    .fits = fits_json,
    .cut = cut_values,
    .read = read_json,
};

const struct kind jsonl_kind = {
    .name = "jsonl",
    .endings = ".jsonl .ndjson",
    .fits = fits_jsonl,
    .cut = cut_lines,
    .read = read_json,
};
