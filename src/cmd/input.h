/*
 * Where texts come from. Each kind of input is a row of the table in
 * input.c; it hands over documents one by one.
 */
#ifndef KUTIP_CMD_INPUT_H
#define KUTIP_CMD_INPUT_H

#include <stdbool.h>
#include <stddef.h>

/* One text and what is known about it. What is not known is NULL. */
struct document {
    const char *name; /* as records call it: the path as given */
    const char *text; /* not terminated, may hold anything */
    size_t length;
    const char *title;
    const char *outlet;
    const char *published;
    const char *url;
};

/* Who takes the documents. */
struct sink {
    /* The text lives until it returns. False: no more, please. */
    bool (*take)(void *context, const struct document *document);
    /* A document that could not be read, and why; line 0: no line. */
    void (*fail)(void *context, const char *name, size_t line,
                 const char *message);
    void *context;
};

/* Memory for one text, kept from one input to the next. */
struct buffer {
    char *bytes;
    size_t used;
    size_t size;
};

void
buffer_release(struct buffer *buffer);

/*
 * Reads what path names ("-": standard input) and hands its documents to
 * the sink. False when the sink wants no more.
 */
bool
read_input(const char *path, struct buffer *buffer, const struct sink *sink);

#endif
