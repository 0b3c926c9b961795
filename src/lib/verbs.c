/*
 * Verbs of reporting.
 * In: rows of verbs.table and nasal.table, the affixes. Out: every form of
 * every verb as an entry of the lexicon. Knows no affix by name.
 *
 *     kata  meN-kan,di-kan  bare,clitic  say  clause  -
 *     -> kata katanya mengatakan mengatakannya dikatakan dikatakannya
 */
#include "verbs.h"

#include <string.h>

/* Column `after`: what stands behind a quotation. */
static const struct place {
    const char *name;
    bool clitic;
    bool careful;
} places[] = {{"bare", false, false},
              {"careful", false, true},
              {"clitic", true, false},
              {"careful-clitic", true, true}};

static const char *const frames[] = {"clause",  "noun",  "that",
                                     "request", "judge", "quote"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum column { ROOT, FORMS, AFTER, KIND, FRAME, ALSO, COLUMNS };

static const char *const column_names[COLUMNS] = {"root", "forms", "after",
                                                  "kind", "frame", "also"};

enum { FORM_ROOM = 96 };

struct maker {
    const struct kt_table *table;
    const struct kt_table *nasal;
    const struct kt_derivation *derivation;
    int nasal_columns[3];
    int columns[COLUMNS];
    struct kt_lexicon_builder *builder;
    struct kt_faults *faults;
    uint32_t row;
    const char *root;
    struct kt_set shared; /* classes of all forms of the row */
};

/* ----------------------------------------------------------------- telling */

static const char *
cell(const struct maker *maker, enum column column)
{
    return kt_table_cell(maker->table, maker->row, maker->columns[column]);
}

/* A fault at a value of a cell of several. */
static void
bad_value(const struct maker *maker, enum column column, const char *value,
          const char *hint, const char *what)
{
    size_t place = kt_table_place(maker->table, maker->row,
                                  maker->columns[column]);
    const char *at = strstr(cell(maker, column), value);

    if (at != NULL)
        place += (size_t)(at - cell(maker, column));
    kt_fault(maker->faults, maker->table->file,
             &maker->table->lines[maker->row], place, hint,
             "unknown %s '%s'", what, value);
}

/* Takes the next value of a cell of several; false at its end. */
static bool
next_value(const char **rest, char value[FORM_ROOM])
{
    size_t length = strcspn(*rest, ",");
    size_t kept = length < FORM_ROOM ? length : FORM_ROOM - 1;

    if (**rest == '\0')
        return false;
    memcpy(value, *rest, kept);
    value[kept] = '\0';
    *rest += length + ((*rest)[length] == ',');
    return true;
}

/* ------------------------------------------------------------ adding forms */

static struct kt_set
with_class(struct kt_set set, unsigned class)
{
    kt_set_add(&set, class);
    return set;
}

static bool
add_form(struct maker *maker, const char *form, struct kt_set classes)
{
    return kt_lexicon_add(maker->builder, form, strlen(form), classes,
                          maker->table->file,
                          &maker->table->lines[maker->row], 0) != 0 ||
           !maker->faults->fatal;
}

/* Puts a piece behind the text, as far as it fits. Returns the new length. */
static size_t
append(char *text, size_t room, size_t length, const char *piece, size_t size)
{
    if (size > room - 1 - length)
        size = room - 1 - length;
    memcpy(text + length, piece, size);
    text[length + size] = '\0';
    return length + size;
}

/* The form with the clitic, if there is one. */
static bool
add_clitic(struct maker *maker, const char *form, struct kt_set classes)
{
    char text[FORM_ROOM + KT_CLITIC_MOST];
    size_t length;

    if (maker->derivation->clitic_length == 0)
        return true;
    length = append(text, sizeof text, 0, form, strlen(form));
    append(text, sizeof text, length, maker->derivation->clitic,
           maker->derivation->clitic_length);
    return add_form(maker, text, with_class(classes, KT_CLITIC));
}

/* The form, and the form with the clitic. */
static bool
add_voice(struct maker *maker, const char *form, enum kt_voice voice)
{
    struct kt_set classes =
        with_class(maker->shared,
                   voice == KT_ACTIVE ? KT_SAY_ACTIVE : KT_SAY_PASSIVE);

    return add_form(maker, form, classes) &&
           add_clitic(maker, form, classes);
}

/* ---------------------------------------------------------------- the rules */

/* The row of nasal.table whose initial fits best, or -1. */
static int
nasal_row(const struct maker *maker)
{
    size_t longest = 0;
    int best = -1;

    for (uint32_t i = 0; i < maker->nasal->row_count; i++) {
        const char *initial =
            kt_table_cell(maker->nasal, i, maker->nasal_columns[0]);
        size_t length = strlen(initial);
        if (length > longest && strncmp(maker->root, initial, length) == 0) {
            longest = length;
            best = (int)i;
        }
    }
    return best;
}

/* What stands between prefix and root, and how much of the root drops. */
static const char *
join_root(const struct maker *maker, const struct kt_prefix *prefix,
          size_t *drops)
{
    int row = prefix->nasal ? nasal_row(maker) : -1;

    *drops = 0;
    if (row < 0)
        return "";
    if (strcmp(kt_table_cell(maker->nasal, (uint32_t)row,
                             maker->nasal_columns[2]), "yes") == 0)
        *drops = 1;
    return kt_table_cell(maker->nasal, (uint32_t)row,
                         maker->nasal_columns[1]);
}

/* ber- and memper- lose their r before one: berencana. */
static size_t
prefix_length(const struct maker *maker, const struct kt_prefix *prefix)
{
    size_t length = prefix->length;
    bool doubled = length > 0 && prefix->name[length - 1] == 'r' &&
                   maker->root[0] == 'r';
    return length - doubled;
}

static bool
derive(struct maker *maker, const struct kt_prefix *prefix, const char *suffix)
{
    char form[FORM_ROOM];
    size_t drops, length;
    const char *between = join_root(maker, prefix, &drops);
    const char *rest = maker->root + drops;

    length = append(form, sizeof form, 0, prefix->name,
                    prefix_length(maker, prefix));
    length = append(form, sizeof form, length, between, strlen(between));
    length = append(form, sizeof form, length, rest, strlen(rest));
    append(form, sizeof form, length, suffix, strlen(suffix));
    return add_voice(maker, form, prefix->voice);
}

static const char *
find_name(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return names[i];
    return NULL;
}

/* ------------------------------------------------------------ the columns */

/* `meN-kan,di-kan`: prefix, hyphen, suffix; `0` has no hyphen. */
static bool
add_forms(struct maker *maker)
{
    const char *rest = cell(maker, FORMS);
    char value[FORM_ROOM];

    while (next_value(&rest, value)) {
        size_t length = strcspn(value, "-");
        const char *ending = value[length] ? value + length + 1 : "";
        const struct kt_prefix *prefix =
            kt_derivation_prefix(maker->derivation, value, length);
        const char *suffix =
            kt_derivation_suffix(maker->derivation, ending);
        if (prefix == NULL || suffix == NULL)
            bad_value(maker, FORMS, value, NULL, "affixes");
        else if (!derive(maker, prefix, suffix))
            return false;
    }
    return true;
}

static bool
add_place(struct maker *maker, const struct place *place)
{
    struct kt_set classes = maker->shared;

    if (place->careful)
        kt_set_add(&classes, KT_SAY_CAREFUL);
    if (place->clitic)
        return add_clitic(maker, maker->root,
                          with_class(classes, KT_SAY_CLITIC));
    return add_form(maker, maker->root, with_class(classes, KT_SAY_BARE));
}

static bool
add_places(struct maker *maker)
{
    const char *rest = cell(maker, AFTER);
    char value[FORM_ROOM];

    while (next_value(&rest, value)) {
        const struct place *place = NULL;
        for (size_t i = 0; i < COUNT(places); i++)
            if (strcmp(places[i].name, value) == 0)
                place = &places[i];
        if (place == NULL)
            bad_value(maker, AFTER, value, NULL, "place after a quotation");
        else if (!add_place(maker, place))
            return false;
    }
    return true;
}

/* `active:menginginkan,passive:diinginkan` */
static bool
add_others(struct maker *maker)
{
    const char *rest = cell(maker, ALSO);
    char value[FORM_ROOM];

    while (next_value(&rest, value)) {
        bool added = true;
        if (strncmp(value, "active:", 7) == 0 && value[7] != '\0')
            added = add_voice(maker, value + 7, KT_ACTIVE);
        else if (strncmp(value, "passive:", 8) == 0 && value[8] != '\0')
            added = add_voice(maker, value + 8, KT_PASSIVE);
        else
            bad_value(maker, ALSO, value, NULL,
                      "word (active:… or passive:…)");
        if (!added)
            return false;
    }
    return true;
}

/* Adds class PREFIX_NAME, if anybody asks for it. */
static bool
share_class(struct maker *maker, const char *prefix, const char *name)
{
    char text[FORM_ROOM + 8];
    size_t length;
    int class;

    length = append(text, sizeof text, 0, prefix, strlen(prefix));
    length = append(text, sizeof text, length, "_", 1);
    append(text, sizeof text, length, name, strlen(name));
    for (char *c = text; *c != '\0'; c++)
        if (*c >= 'a' && *c <= 'z')
            *c = (char)(*c - 32);
    class = kt_lexicon_want_class(maker->builder, text);
    if (class >= 0)
        kt_set_add(&maker->shared, (unsigned)class);
    return !maker->faults->fatal;
}

static bool
share_classes(struct maker *maker)
{
    const char *rest = cell(maker, FRAME);
    char value[FORM_ROOM];

    maker->shared = (struct kt_set){{0}};
    while (next_value(&rest, value)) {
        if (find_name(value, frames, COUNT(frames)) == NULL)
            bad_value(maker, FRAME, value,
                      kt_nearest_name(value, frames, COUNT(frames)),
                      "frame");
        else if (!share_class(maker, "SAY", value))
            return false;
    }
    rest = cell(maker, KIND);
    while (next_value(&rest, value))
        if (!share_class(maker, "KIND", value))
            return false;
    return true;
}

static bool
add_row(struct maker *maker)
{
    maker->root = cell(maker, ROOT);
    if (maker->root[0] == '\0' || strlen(maker->root) > FORM_ROOM / 2) {
        bad_value(maker, ROOT, maker->root, NULL, "root");
        return true;
    }
    return share_classes(maker) && add_places(maker) && add_forms(maker) &&
           add_others(maker);
}

/* All columns of both tables, or a fault for each that is missing. */
static bool
find_columns(struct maker *maker)
{
    static const char *const nasal_names[] = {"initial", "nasal", "drops"};
    bool found = true;

    for (int i = 0; i < COLUMNS; i++) {
        maker->columns[i] =
            kt_table_column(maker->table, column_names[i], maker->faults);
        found &= maker->columns[i] >= 0;
    }
    for (int i = 0; i < 3; i++) {
        maker->nasal_columns[i] =
            kt_table_column(maker->nasal, nasal_names[i], maker->faults);
        found &= maker->nasal_columns[i] >= 0;
    }
    return found;
}

bool
kt_verbs_load(const struct kt_table *table, const struct kt_table *nasal,
              const struct kt_derivation *derivation,
              struct kt_lexicon_builder *builder, struct kt_faults *faults)
{
    struct maker maker = {.table = table,
                          .nasal = nasal,
                          .derivation = derivation,
                          .builder = builder,
                          .faults = faults};

    if (!find_columns(&maker))
        return true;
    for (; maker.row < table->row_count; maker.row++)
        if (!add_row(&maker))
            return false;
    return true;
}
