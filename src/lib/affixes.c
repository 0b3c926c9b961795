/*
 * Affixes.
 * In: affixes.table, a folded word. Out: the classes its shape gives it.
 * Knows no word but those the table excepts.
 *
 *     mengupayakan -> VERB_SHAPE;  ketidakpastian -> NOUN_SHAPE
 */
#include "affixes.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon.h"
#include "text.h"

enum column { PREFIX, SUFFIX, CLASS, LEAST, BUT, COLUMNS };

static const char *const column_names[COLUMNS] = {"prefix", "suffix",
                                                  "class", "least", "but"};

struct reader {
    struct kt_cells cells;
    const struct kt_lexicon *lexicon;
    struct kt_arena *arena;
};

/* ------------------------------------------------------------- exceptions */

static size_t
count_values(const char *values)
{
    size_t count = *values != '\0';
    for (; *values != '\0'; values++)
        count += *values == ',';
    return count;
}

static struct kt_affix_exception *
exception_slot(const struct kt_affixes *affixes, const char *word,
               size_t length)
{
    uint32_t at = kt_text_hash(word, length) & affixes->exception_mask;

    while (affixes->exceptions[at].word != NULL &&
           (affixes->exceptions[at].length != length ||
            memcmp(affixes->exceptions[at].word, word, length) != 0))
        at = (at + 1) & affixes->exception_mask;
    return &affixes->exceptions[at];
}

static void
add_exceptions(struct kt_affixes *affixes, const char *values,
               struct kt_set classes)
{
    while (*values != '\0') {
        size_t length = strcspn(values, ",");
        if (length > 0) {
            struct kt_affix_exception *slot =
                exception_slot(affixes, values, length);
            slot->word = values;
            slot->length = (uint32_t)length;
            slot->classes = kt_set_union(slot->classes, classes);
        }
        values += length + (values[length] == ',');
    }
}

/* Room for the exceptions of all rows, twice as much as needed. */
static bool
take_exceptions(struct kt_affixes *affixes, struct reader *reader)
{
    struct kt_cells *cells = &reader->cells;
    size_t count = 0;
    uint32_t room = 16;

    for (cells->row = 0; cells->row < cells->table->row_count; cells->row++)
        count += count_values(kt_cell(&reader->cells, BUT));
    while (room < 2 * count)
        room *= 2;
    affixes->exception_mask = room - 1;
    affixes->exceptions = kt_arena_take_zeroed(
        reader->arena, room * sizeof *affixes->exceptions);
    return affixes->exceptions != NULL;
}

/* ------------------------------------------------------------------- rows */

static bool
read_numbers(struct reader *reader, struct kt_affix *affix)
{
    const struct kt_cells *cells = &reader->cells;
    char *end;
    long least = strtol(kt_cell(cells, LEAST), &end, 10);
    int class = kt_lexicon_class(reader->lexicon, kt_cell(cells, CLASS));

    if (*end != '\0' || least < 1 || least > 60)
        return kt_bad_cell(cells, LEAST, NULL, "number of letters");
    if (class < 0)
        return kt_bad_cell(cells, CLASS,
                           kt_nearest_name(kt_cell(cells, CLASS),
                                           reader->lexicon->class_names,
                                           reader->lexicon->class_count),
                           "class");
    affix->least = (uint8_t)least;
    kt_set_add(&affix->classes, (unsigned)class);
    return true;
}

static bool
read_row(struct reader *reader, struct kt_affix *affix)
{
    *affix = (struct kt_affix){.prefix = kt_cell(&reader->cells, PREFIX),
                               .suffix = kt_cell(&reader->cells, SUFFIX)};
    size_t prefix = strlen(affix->prefix);
    size_t suffix = strlen(affix->suffix);

    if (prefix + suffix == 0 || prefix > 20 || suffix > 20)
        return kt_bad_cell(&reader->cells, suffix > 20 ? SUFFIX : PREFIX,
                           NULL, "affix");
    affix->prefix_length = (uint8_t)prefix;
    affix->suffix_length = (uint8_t)suffix;
    return read_numbers(reader, affix);
}

/* Chains the rows by the byte that decides: first of the prefix, or last
 * of the suffix where there is no prefix. */
static void
chain_row(struct kt_affixes *affixes, struct kt_affix *affix, uint16_t number)
{
    uint16_t *head =
        affix->prefix_length > 0
            ? &affixes->by_first[(uint8_t)affix->prefix[0]]
            : &affixes->by_last[(
                  uint8_t)affix->suffix[affix->suffix_length - 1]];

    affix->next = *head;
    *head = number;
}

static bool
read_rows(struct kt_affixes *affixes, struct reader *reader)
{
    struct kt_cells *cells = &reader->cells;
    struct kt_affix *rows = kt_arena_take(
        reader->arena, (cells->table->row_count + 1) * sizeof *rows);

    if (rows == NULL || !take_exceptions(affixes, reader))
        return kt_faults_no_memory(cells->faults);
    affixes->rows = rows;
    for (cells->row = 0; cells->row < cells->table->row_count;
         cells->row++) {
        struct kt_affix *row = &rows[affixes->count];
        if (affixes->count == UINT16_MAX || !read_row(reader, row))
            continue;
        chain_row(affixes, row, (uint16_t)++affixes->count);
        add_exceptions(affixes, kt_cell(&reader->cells, BUT), row->classes);
    }
    return true;
}

bool
kt_affixes_load(struct kt_affixes *affixes, const struct kt_table *table,
                const struct kt_lexicon *lexicon, struct kt_arena *arena,
                struct kt_faults *faults)
{
    struct reader reader = {.lexicon = lexicon, .arena = arena};

    return kt_cells_begin(&reader.cells, table, column_names, COLUMNS,
                          faults) &&
           read_rows(affixes, &reader);
}

/* ----------------------------------------------------------------- asking */

/* Affixes are short, and most differ at once. */
static inline bool
same_bytes(const char *a, const char *b, size_t length)
{
    size_t i = 0;
    while (i < length && a[i] == b[i])
        i++;
    return i == length;
}

static bool
fits(const struct kt_affix *affix, const char *word, size_t length)
{
    return length >= affix->least &&
           length >= (size_t)affix->prefix_length + affix->suffix_length &&
           same_bytes(word, affix->prefix, affix->prefix_length) &&
           same_bytes(word + length - affix->suffix_length, affix->suffix,
                      affix->suffix_length);
}

static void
add_fitting(const struct kt_affixes *affixes, uint16_t number,
            const char *word, size_t length, struct kt_set *set)
{
    while (number != 0) {
        const struct kt_affix *affix = &affixes->rows[number - 1];
        if (fits(affix, word, length))
            *set = kt_set_union(*set, affix->classes);
        number = affix->next;
    }
}

struct kt_set
kt_affixes_classes(const struct kt_affixes *affixes, const char *folded,
                   size_t length)
{
    struct kt_set set = {{0}};

    if (length == 0 || affixes->count == 0)
        return set;
    add_fitting(affixes, affixes->by_first[(uint8_t)folded[0]], folded,
                length, &set);
    add_fitting(affixes, affixes->by_last[(uint8_t)folded[length - 1]],
                folded, length, &set);
    if (kt_set_empty(set))
        return set;
    return kt_set_without(set,
                          exception_slot(affixes, folded, length)->classes);
}
