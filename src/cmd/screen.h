/*
 * What a person looks at: the width of the terminal, colours, and text
 * that is broken into lines.
 */
#ifndef KUTIP_CMD_SCREEN_H
#define KUTIP_CMD_SCREEN_H

#include "options.h"
#include "out.h"

/* Whether to colour: --color, then NO_COLOR and TERM on a terminal. */
bool
wants_color(enum color color, bool terminal);

/* Columns to use: the terminal's, at most 100; 80 anywhere else. */
size_t
screen_width(int fd, bool terminal);

enum style {
    STYLE_PLAIN,
    STYLE_STRONG,
    STYLE_QUOTE,
    STYLE_QUIET,
    STYLE_HEADING
};

/*
 * A paragraph that is written word by word and broken before the right
 * margin. White space of the text becomes one blank; characters that could
 * steer a terminal become U+FFFD.
 */
struct paragraph {
    struct out *out;
    size_t indent; /* of every line but the first */
    size_t margin; /* columns of a line */
    bool color;
    enum style style; /* of the words that come */
    size_t column;    /* where the line stands */
    bool begun;       /* a word was written */
    bool gap;         /* a blank waits before the next word */
    size_t used;      /* bytes of the word that is being gathered */
    size_t width;     /* its columns */
    char word[512];
};

/* Begins at a column of a line that was already begun. */
void
paragraph_begin(struct paragraph *paragraph, struct out *out, size_t column,
                size_t indent, size_t margin, bool color);

/* Words; without white space between, they stick to those before. */
void
paragraph_add(struct paragraph *paragraph, const char *text, size_t length);

void
paragraph_string(struct paragraph *paragraph, const char *string);

void
paragraph_number(struct paragraph *paragraph, size_t number);

void
paragraph_style(struct paragraph *paragraph, enum style style);

/* Writes the last word and ends the line. */
void
paragraph_end(struct paragraph *paragraph);

#endif
