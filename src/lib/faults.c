/*
 * Faults of pattern files: telling them with their place, keeping them
 * until they can be put in order, and guessing what was meant.
 *
 *     patterns/roles.words:12:5: error: unknown class ROEL
 *     [ROEL]
 *      ^ did you mean ROLE?
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "pattern_file.h"
#include "text.h"

/* Column of a byte of the raw line, in code points from 1. */
static uint32_t
column_of(const char *raw, size_t byte)
{
    size_t length = strlen(raw);
    size_t at = 0;
    uint32_t column = 1;

    while (at < byte && at < length) {
        uint32_t character;
        enum kt_char_kind kind;
        at += kt_text_decode(raw, length, at, &character, &kind);
        column++;
    }
    return column;
}

/* The first fault is the caller's, unless something worse is there. */
static void
keep_first(struct kt_faults *faults, const struct kutip_diagnostic *fault)
{
    struct kutip_error *error = faults->error;

    if (error == NULL || error->status != KUTIP_OK)
        return;
    kt_error_set(error, KUTIP_BAD_PATTERNS, "%s", fault->message);
    snprintf(error->file, sizeof error->file, "%s", fault->file);
    error->line = fault->line;
    error->column = fault->column;
}

void
kt_fault(struct kt_faults *faults, const struct kt_pattern_file *file,
         const struct kt_line *line, size_t at, const char *hint,
         const char *format, ...)
{
    static const struct kt_line nowhere = {"", 0, 0, 0, ""};
    char message[256];
    struct kutip_diagnostic fault;
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (line == NULL)
        line = &nowhere;
    fault = (struct kutip_diagnostic){
        .file = file ? file->path : "",
        .line = line->number,
        .column = line->number ? column_of(line->raw, line->indent + at) : 0,
        .message = message,
        .excerpt = line->raw,
        .hint = hint,
    };
    faults->count++;
    keep_first(faults, &fault);
    if (faults->report != NULL)
        faults->report(faults->context, &fault);
}

bool
kt_faults_no_memory(struct kt_faults *faults)
{
    faults->fatal = true;
    kt_error_set(faults->error, KUTIP_NO_MEMORY, "%s",
                 kutip_status_text(KUTIP_NO_MEMORY));
    return false;
}

/* ---------------------------------------------------------- a list of them */

static const char *
copy_or_null(struct kt_fault_list *list, const char *text)
{
    char *copy;
    if (text == NULL)
        return NULL;
    copy = kt_arena_copy(list->arena, text, strlen(text));
    list->lost |= copy == NULL;
    return copy;
}

void
kt_fault_list_add(void *context, const struct kutip_diagnostic *fault)
{
    struct kt_fault_list *list = context;
    struct kutip_diagnostic copy = *fault;
    struct kutip_diagnostic *item;

    copy.message = copy_or_null(list, fault->message);
    copy.hint = copy_or_null(list, fault->hint);
    item = list->lost ? NULL : kt_list_push(list->arena, &list->faults);
    if (item == NULL)
        list->lost = true;
    else
        *item = copy;
}

static int
compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int
compare_places(const void *first, const void *second)
{
    const struct kutip_diagnostic *a = first;
    const struct kutip_diagnostic *b = second;
    int order = strcmp(a->file, b->file);

    if (order == 0)
        order = compare_numbers(a->line, b->line);
    if (order == 0)
        order = compare_numbers(a->column, b->column);
    return order != 0 ? order : strcmp(a->message, b->message);
}

void
kt_fault_list_sort(struct kt_fault_list *list)
{
    if (list->faults.count > 1)
        qsort(list->faults.items, list->faults.count,
              sizeof *list->faults.items, compare_places);
}

/* --------------------------------------------------------- what was meant */

/* Longer names are not guessed at. */
enum { NAME_MAX_LENGTH = 40 };

static char
lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static unsigned
least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Edits (change, drop, add, swap of neighbours) that make b of a. */
static unsigned
edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    unsigned rows[3][NAME_MAX_LENGTH + 1];
    unsigned *before = rows[0], *above = rows[1], *now = rows[2];

    for (size_t j = 0; j <= b_length; j++)
        above[j] = before[j] = (unsigned)j;
    for (size_t i = 1; i <= a_length; i++) {
        unsigned *free_row = before;
        now[0] = (unsigned)i;
        for (size_t j = 1; j <= b_length; j++) {
            bool same = lower(a[i - 1]) == lower(b[j - 1]);
            now[j] = least(least(above[j], now[j - 1]) + 1,
                           above[j - 1] + !same);
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                lower(a[i - 2]) == lower(b[j - 1]))
                now[j] = least(now[j], before[j - 2] + 1);
        }
        before = above;
        above = now;
        now = free_row;
    }
    return above[b_length];
}

const char *
kt_nearest_name(const char *name, const char *const *names, size_t count)
{
    size_t length = strlen(name);
    unsigned best = (unsigned)(length < 3 ? 1 : length / 3 + 1);
    const char *nearest = NULL;

    if (length > NAME_MAX_LENGTH)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        size_t other = strlen(names[i]);
        unsigned distance;
        if (other > NAME_MAX_LENGTH)
            continue;
        distance = edit_distance(name, length, names[i], other);
        if (distance < best || (distance == best && nearest == NULL)) {
            best = distance;
            nearest = names[i];
        }
    }
    return nearest;
}
