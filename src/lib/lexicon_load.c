/*
 * Making the lexicon.
 * In: words files. Out: their entries, with the classes of the section, and
 * with the clitic; then lexicon_index.c makes the index. What an entry is,
 * lexicon_entries.c knows.
 *
 *     [ROLE ROLE_WHOLE]
 *     menteri perdagangan | mendag
 */
#include <string.h>

#include "lexicon_builder.h"
#include "templates.h"

/* ------------------------------------------------------------ the beginning */

/* Gives the next class its name, which stays where it is. */
static unsigned
name_class(struct kt_lexicon *lexicon, const char *name)
{
    unsigned class = lexicon->class_count++;

    lexicon->class_names[class] = name;
    lexicon->class_slots[kt_lexicon_class_slot(lexicon, name)] =
        (uint8_t)(class + 1);
    return class;
}

static bool
name_classes(struct kt_lexicon *lexicon, struct kt_arena *arena)
{
    lexicon->class_names =
        kt_arena_take(arena, KT_CLASS_MAX * sizeof *lexicon->class_names);
    lexicon->class_slots = kt_arena_take_zeroed(arena, KT_CLASS_SLOTS);
    if (lexicon->class_names == NULL || lexicon->class_slots == NULL)
        return false;
    for (unsigned i = 0; i < KT_CLASS_KNOWN; i++)
        name_class(lexicon, kt_class_name(i));
    return true;
}

_Static_assert(KT_CLASS_MAX <= UINT8_MAX, "a slot holds every class + 1");

/* The bytes of the files that words come from, and some. */
static size_t
count_bytes(const struct kt_folder *folder)
{
    size_t count = 1000;

    for (uint32_t i = 0; i < folder->file_count; i++)
        if (folder->files[i].shape != KT_TEMPLATES)
            count += folder->files[i].length;
    return count < UINT32_MAX ? count : UINT32_MAX;
}

/*
 * Room for what is about to come: a word in twenty bytes, an entry in twelve,
 * one of several words in fifty. More cost a little time.
 */
static bool
reserve(struct kt_lexicon_builder *builder, size_t bytes)
{
    return kt_builder_reserve_words(builder, (uint32_t)(bytes / 20)) &&
           kt_builder_reserve_entries(builder, (uint32_t)(bytes / 12),
                                      (uint32_t)(bytes / 50));
}

struct kt_lexicon_builder *
kt_lexicon_begin(struct kt_lexicon *lexicon, const struct kt_folder *folder,
                 struct kt_arena *arena, struct kt_arena *scratch,
                 struct kt_faults *faults)
{
    struct kt_lexicon_builder *builder =
        kt_arena_take_zeroed(scratch, sizeof *builder);
    uint32_t empty; /* the first of all sets */

    *lexicon = (struct kt_lexicon){0};
    if (builder == NULL || !name_classes(lexicon, arena))
        return NULL;
    *builder = (struct kt_lexicon_builder){.lexicon = lexicon,
                                           .folder = folder,
                                           .arena = arena,
                                           .scratch = scratch,
                                           .faults = faults,
                                           .section = 1};
    return kt_builder_number(builder, (struct kt_set){{0}}, &empty) &&
                   reserve(builder, count_bytes(folder))
               ? builder
               : NULL;
}

/* ---------------------------------------------------------------- classes */

static bool
is_unwanted(const struct kt_lexicon_builder *builder, const char *name)
{
    for (uint32_t i = 0; i < builder->unwanted.count; i++)
        if (strcmp(builder->unwanted.items[i], name) == 0)
            return true;
    return false;
}

/* Number of a class that is new, or -1; the templates are asked once. */
static int
new_class(struct kt_lexicon_builder *builder, const char *name)
{
    struct kt_lexicon *lexicon = builder->lexicon;
    const char **unwanted;

    name = kt_arena_copy(builder->arena, name, strlen(name));
    if (name == NULL) {
        kt_faults_no_memory(builder->faults);
        return -1;
    }
    if (kt_templates_use(builder->folder, name))
        return (int)name_class(lexicon, name);
    unwanted = kt_list_push(builder->scratch, &builder->unwanted);
    if (unwanted == NULL)
        kt_faults_no_memory(builder->faults);
    else
        *unwanted = name;
    return -1;
}

int
kt_lexicon_want_class(struct kt_lexicon_builder *builder, const char *name)
{
    int class = kt_lexicon_class(builder->lexicon, name);

    if (class >= 0)
        return class;
    if (builder->lexicon->class_count == KT_CLASS_MAX ||
        is_unwanted(builder, name))
        return -1;
    return new_class(builder, name);
}

/* One name of a section line, length bytes at `at`. */
static void
read_class(struct kt_lexicon_builder *builder,
           const struct kt_pattern_file *file, const struct kt_line *line,
           size_t at, size_t length, struct kt_set *set)
{
    const struct kt_lexicon *lexicon = builder->lexicon;
    char name[64];
    int class;

    if (length >= sizeof name)
        length = sizeof name - 1;
    memcpy(name, line->text + at, length);
    name[length] = '\0';
    class = kt_lexicon_want_class(builder, name);
    if (class >= 0)
        kt_set_add(set, (unsigned)class);
    else if (lexicon->class_count == KT_CLASS_MAX)
        kt_fault(builder->faults, file, line, at, NULL,
                 "'%s' is one class too many (%d)", name, KT_CLASS_MAX);
    else
        kt_fault(builder->faults, file, line, at,
                 kt_nearest_name(name, lexicon->class_names,
                                 lexicon->class_count),
                 "unknown class '%s', and no template asks for it", name);
}

static void
read_section(struct kt_lexicon_builder *builder,
             const struct kt_pattern_file *file, const struct kt_line *line,
             struct kt_set *set)
{
    size_t at = 1, start, length;

    *set = (struct kt_set){{0}};
    builder->section++;
    if (line->text[line->length - 1] != ']') {
        kt_fault(builder->faults, file, line, line->length, NULL,
                 "no ']' at the end of the section line");
        return;
    }
    while (kt_line_word(line->text, &at, &start, &length)) {
        bool last = start + length == line->length;
        if (length - last > 0)
            read_class(builder, file, line, start, length - last, set);
    }
    if (line->length == 2)
        kt_fault(builder->faults, file, line, 1, NULL,
                 "a section without a class");
}

/* ------------------------------------------------------------- word files */

/* What add_line carries from one alternative of a line to the next. */
struct entry_line {
    const struct kt_pattern_file *file;
    const struct kt_line *line;
    uint32_t set;    /* the number of the section's classes */
    uint32_t group;  /* 0 before the first alternative */
    const char *bar; /* kt_next_byte() of `|` */
};

/*
 * Alternatives share a group. A full form that has one keeps it, so that
 * short forms may be told of in several sections.
 */
static void
join_group(struct kt_lexicon_builder *builder, struct entry_line *line,
           uint32_t id)
{
    struct kt_entry *entry = &builder->entries.items[id];

    if (line->group == 0)
        line->group = entry->group ? entry->group : ++builder->group_count;
    if (entry->group == 0)
        entry->group = line->group;
}

static bool
add_alternative(struct kt_lexicon_builder *builder, struct entry_line *line,
                size_t start, size_t end)
{
    const char *text = line->line->text;
    uint32_t id;

    while (start < end && (text[start] == ' ' || text[start] == '\t'))
        start++;
    while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\t'))
        end--;
    if (start == end) {
        kt_fault(builder->faults, line->file, line->line, start, NULL,
                 "an empty alternative");
        return true;
    }
    id = kt_builder_add(builder,
                        &(struct kt_arrival){.text = text + start,
                                             .length = end - start,
                                             .stays = true,
                                             .set = line->set,
                                             .file = line->file,
                                             .line = line->line,
                                             .at = start});
    if (id == 0)
        return !builder->faults->fatal;
    if (builder->notes.items[id].section == builder->section)
        kt_fault(builder->faults, line->file, line->line, start, NULL,
                 "'%.*s' stands twice in this section", (int)(end - start),
                 text + start);
    builder->notes.items[id].section = builder->section;
    join_group(builder, line, id);
    return true;
}

static bool
add_line(struct kt_lexicon_builder *builder, struct entry_line *line)
{
    const char *text = line->line->text, *bar;
    const char *end = line->file->text + line->file->length;
    size_t length = line->line->length, start = 0;

    line->group = 0;
    while ((bar = kt_next_byte(&line->bar, text + start, end, '|')) <
           text + length) {
        size_t stop = (size_t)(bar - text);
        if (!add_alternative(builder, line, start, stop))
            return false;
        start = stop + 1;
    }
    return add_alternative(builder, line, start, length);
}

/* The entries of the lines to come have these classes. */
static bool
use_classes(struct kt_lexicon_builder *builder, struct entry_line *line,
            struct kt_set classes)
{
    return kt_builder_number(builder, classes, &line->set) ||
           kt_faults_no_memory(builder->faults);
}

static bool
open_section(struct kt_lexicon_builder *builder, struct kt_line *line,
             struct entry_line *entries)
{
    struct kt_set classes;

    if (!kt_line_terminate(line, builder->scratch))
        return kt_faults_no_memory(builder->faults);
    read_section(builder, entries->file, line, &classes);
    return use_classes(builder, entries, classes);
}

bool
kt_lexicon_add_file(struct kt_lexicon_builder *builder,
                    const struct kt_pattern_file *file)
{
    struct kt_lines lines;
    struct entry_line line = {.file = file, .line = &lines.line};
    bool in_section = false;

    if (!use_classes(builder, &line, (struct kt_set){{0}}))
        return false;
    kt_lines_begin(&lines, file);
    while (kt_lines_next(&lines, builder->faults)) {
        if (lines.line.text[0] == '[') {
            if (!open_section(builder, &lines.line, &line))
                return false;
            in_section = true;
            continue;
        }
        if (!in_section) {
            kt_fault(builder->faults, file, line.line, 0, NULL,
                     "an entry before the first [CLASS] line");
            in_section = true;
        }
        if (!add_line(builder, &line))
            return false;
    }
    return !builder->faults->fatal;
}

/* ----------------------------------------------------------------- the end */

/* menurut -> menurutnya: "according to him" is one word. */
static bool
add_clitics(struct kt_lexicon_builder *builder, const char *clitic)
{
    size_t length = strlen(clitic);
    uint32_t count = builder->entries.count;

    for (uint32_t i = 1; i < count; i++) {
        struct kt_entry entry = builder->entries.items[i];
        struct kt_set classes = builder->sets.sets.items[entry.set];
        static const struct kt_line nowhere = {"", 0, 0, 0, ""};
        char text[80];
        if (!kt_set_has(classes, KT_ACCORDING) ||
            entry.word_count != 1 ||
            entry.length + length >= sizeof text)
            continue;
        memcpy(text, entry.text, entry.length);
        memcpy(text + entry.length, clitic, length);
        kt_set_add(&classes, KT_CLITIC);
        if (kt_lexicon_add(builder, text, entry.length + length,
                           classes, NULL, &nowhere, 0) == 0)
            return false;
    }
    return true;
}

bool
kt_lexicon_finish(struct kt_lexicon_builder *builder, const char *clitic)
{
    return (*clitic == '\0' || add_clitics(builder, clitic)) &&
           ((kt_builder_index(builder) && kt_builder_found(builder)) ||
            kt_faults_no_memory(builder->faults));
}
