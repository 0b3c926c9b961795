/*
 * Derivation.
 * In: derivation.table. Out: prefixes, suffixes and the clitic by name.
 * Makes no form itself (verbs.c) and knows no affix but those of the table.
 *
 *     meN  prefix  active    -> "me" before a nasal: mengatakan
 */
#include "derivation.h"

#include <string.h>

enum column { AFFIX, KIND, VOICE, COLUMNS };

static const char *const column_names[COLUMNS] = {"affix", "kind", "voice"};

static const char *const voices[] = {"active", "passive"};

struct reader {
    struct kt_derivation *derivation;
    struct kt_prefix *prefixes;
    struct kt_cells cells;
};

static void
read_prefix(struct reader *reader)
{
    const char *name = kt_cell(&reader->cells, AFFIX);
    const char *voice = kt_cell(&reader->cells, VOICE);
    size_t length = strlen(name);
    struct kt_prefix *prefix =
        &reader->prefixes[reader->derivation->prefix_count];

    if (strcmp(voice, voices[KT_ACTIVE]) != 0 &&
        strcmp(voice, voices[KT_PASSIVE]) != 0) {
        kt_bad_cell(&reader->cells, VOICE,
                    kt_nearest_name(voice, voices, 2), "voice");
        return;
    }
    prefix->name = name;
    prefix->name_length = length;
    prefix->nasal = length > 1 && name[length - 1] == 'N';
    prefix->length = strcmp(name, "0") == 0 ? 0 : length - prefix->nasal;
    prefix->voice =
        strcmp(voice, voices[KT_PASSIVE]) == 0 ? KT_PASSIVE : KT_ACTIVE;
    reader->derivation->prefix_count++;
}

static void
read_suffix(struct reader *reader)
{
    struct kt_derivation *derivation = reader->derivation;

    derivation->suffixes[derivation->suffix_count++] =
        kt_cell(&reader->cells, AFFIX);
}

static void
read_clitic(struct reader *reader)
{
    struct kt_derivation *derivation = reader->derivation;
    const char *clitic = kt_cell(&reader->cells, AFFIX);
    size_t length = strlen(clitic);

    if (derivation->clitic_length > 0 || length > KT_CLITIC_MOST) {
        kt_bad_cell(&reader->cells, AFFIX, NULL,
                    length > KT_CLITIC_MOST
                        ? "clitic: it is too long"
                        : "clitic: there is one already");
        return;
    }
    derivation->clitic = clitic;
    derivation->clitic_length = length;
}

static const char *const kinds[] = {"prefix", "suffix", "clitic"};

static void (*const readers[])(struct reader *) = {read_prefix, read_suffix,
                                                   read_clitic};

enum { KINDS = sizeof kinds / sizeof *kinds };

static void
read_row(struct reader *reader)
{
    const char *kind = kt_cell(&reader->cells, KIND);

    if (*kt_cell(&reader->cells, AFFIX) == '\0') {
        kt_bad_cell(&reader->cells, AFFIX, NULL, "affix");
        return;
    }
    for (int i = 0; i < KINDS; i++)
        if (strcmp(kinds[i], kind) == 0) {
            readers[i](reader);
            return;
        }
    kt_bad_cell(&reader->cells, KIND, kt_nearest_name(kind, kinds, KINDS),
                "kind of affix");
}

void
kt_derivation_init(struct kt_derivation *derivation)
{
    *derivation = (struct kt_derivation){.clitic = ""};
}

bool
kt_derivation_load(struct kt_derivation *derivation,
                   const struct kt_table *table, struct kt_arena *arena,
                   struct kt_faults *faults)
{
    size_t rows = table->row_count + 1;
    struct reader reader = {.derivation = derivation};
    struct kt_cells *cells = &reader.cells;

    kt_derivation_init(derivation);
    reader.prefixes =
        kt_arena_take_zeroed(arena, rows * sizeof *reader.prefixes);
    derivation->suffixes =
        kt_arena_take_zeroed(arena, rows * sizeof *derivation->suffixes);
    if (reader.prefixes == NULL || derivation->suffixes == NULL)
        return kt_faults_no_memory(faults);
    derivation->prefixes = reader.prefixes;
    if (kt_cells_begin(cells, table, column_names, COLUMNS, faults))
        for (; cells->row < table->row_count; cells->row++)
            read_row(&reader);
    return true;
}

const struct kt_prefix *
kt_derivation_prefix(const struct kt_derivation *derivation,
                     const char *name, size_t length)
{
    for (uint32_t i = 0; i < derivation->prefix_count; i++) {
        const struct kt_prefix *prefix = &derivation->prefixes[i];
        if (prefix->name_length == length &&
            memcmp(prefix->name, name, length) == 0)
            return prefix;
    }
    return NULL;
}

const char *
kt_derivation_suffix(const struct kt_derivation *derivation,
                     const char *name)
{
    if (*name == '\0')
        return "";
    for (uint32_t i = 0; i < derivation->suffix_count; i++)
        if (strcmp(derivation->suffixes[i], name) == 0)
            return derivation->suffixes[i];
    return NULL;
}
