/*
 * In: what was typed, and the names that exist. Out: the nearest of them,
 * when it is near enough to be meant.
 *
 * Not attempted: names longer than NAME_MAX_LENGTH.
 *
 * Example: `--fromat` is two edits from `--format`.
 */
#include "nearest.h"

#include <string.h>

#define NAME_MAX_LENGTH 32

struct nearest
nearest_begin(const char *typed, size_t length)
{
    /* A third of the letters may be wrong. */
    return (struct nearest){typed, length, NULL, length / 3 + 1};
}

static size_t
least(size_t a, size_t b, size_t c)
{
    size_t smaller = a < b ? a : b;

    return smaller < c ? smaller : c;
}

/* Levenshtein's distance, a row of his matrix at a time. */
static size_t
distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t row[NAME_MAX_LENGTH + 1];

    for (size_t j = 0; j <= b_length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t diagonal = row[0];

        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t above = row[j];

            row[j] = least(above + 1, row[j - 1] + 1,
                           diagonal + (a[i - 1] != b[j - 1]));
            diagonal = above;
        }
    }
    return row[b_length];
}

void
nearest_try(struct nearest *nearest, const char *name)
{
    size_t length = strlen(name);
    size_t edits;

    if (length > NAME_MAX_LENGTH || nearest->length > NAME_MAX_LENGTH)
        return;
    edits = distance(nearest->typed, nearest->length, name, length);
    if (edits > nearest->distance ||
        (nearest->name && edits == nearest->distance))
        return;
    nearest->distance = edits;
    nearest->name = name;
}
