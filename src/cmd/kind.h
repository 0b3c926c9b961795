/*
 * Kinds of input, a registry: a new one is a file and a row in kinds.c.
 * The reader cuts what it reads into pieces, cheaply; the workers make a
 * document of each.
 */
#ifndef KUTIP_CMD_KIND_H
#define KUTIP_CMD_KIND_H

#include "feed.h"
#include "options.h"
#include "stream.h"

struct flat_json;

/* The beginning of a file, for guessing what it holds. */
struct sight {
    const char *path;
    const char *bytes;
    size_t length;
    const struct options *options;
};

/* A file that is being cut. */
struct source {
    const char *path;
    struct stream *stream;
    const struct kind *kind;
    const struct options *options;
    struct feed *feed;
    bool several; /* found in a folder, a list or an archive */
};

/* What a worker reads a piece with. */
struct means {
    const struct options *options;
    const kutip_engine *engine;
    struct flat_json *flat; /* for plain objects of JSON, or NULL */
};

/* Where a piece could not be read, and why. */
struct fault {
    size_t at; /* byte of the piece */
    char message[256];
};

struct kind {
    const char *name;    /* for --from */
    const char *endings; /* of names, with blanks between */
    /* By content; NULL: never. */
    bool (*fits)(const struct sight *sight);
    /* Cuts all of the source into pieces. False: no more are wanted. */
    bool (*cut)(const struct source *source);
    /* Makes a document of a piece; the piece may be changed. False: it
     * cannot be read, and the fault says why. */
    bool (*read)(const struct means *means, struct piece *piece,
                 struct document *document, struct fault *fault);
};

/* The kind of that name, or NULL. */
const struct kind *
find_kind(const char *name);

/* The kind that fits best; NULL: what no kind can be read from, and what
 * that is ("a binary file"). */
const struct kind *
choose_kind(const struct sight *sight, const char **refused);

/* fault->message, as printf() would write it; returns false. */
bool
fail_at(struct fault *fault, size_t at, const char *format, ...)
    LIKE_PRINTF(3, 4);

/* The rows of the registry, each in its own file. */
extern const struct kind text_kind;
extern const struct kind html_kind;
extern const struct kind json_kind;
extern const struct kind jsonl_kind;
extern const struct kind csv_kind;
extern const struct kind tsv_kind;

#endif
