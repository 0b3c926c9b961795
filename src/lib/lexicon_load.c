/*
 * Making the lexicon.
 * In: words files, and forms that verbs.c derives. Out: entries, the same
 * text with the same capitals once, with the classes of every section that
 * holds it; then lexicon_index.c makes the index.
 *
 *     [ROLE ROLE_WHOLE]
 *     menteri perdagangan | mendag
 */
#include <string.h>

#include "lexicon_builder.h"
#include "templates.h"
#include "text.h"

/* ------------------------------------------------------------ the beginning */

static uint32_t
entry_hash(const void *context, uint32_t number)
{
    const struct kt_lexicon_builder *builder = context;
    return builder->notes.items[number].hash;
}

static bool
name_classes(struct kt_lexicon *lexicon, struct kt_arena *arena)
{
    lexicon->class_names =
        kt_arena_take(arena, KT_CLASS_MAX * sizeof *lexicon->class_names);
    if (lexicon->class_names == NULL)
        return false;
    for (unsigned i = 0; i < KT_CLASS_KNOWN; i++)
        lexicon->class_names[i] = kt_class_name(i);
    lexicon->class_count = KT_CLASS_KNOWN;
    return true;
}

/* About how many entries the folder will make; more cost a little time. */
static uint32_t
guess_entries(const struct kt_folder *folder)
{
    uint32_t count = 64;

    for (uint32_t i = 0; i < folder->file_count; i++) {
        const struct kt_pattern_file *file = &folder->files[i];
        if (file->shape == KT_WORDS)
            count += file->line_count + file->line_count / 4;
        else if (file->shape == KT_TABLE)
            count += file->line_count * 4;
    }
    return count;
}

/* The word and the entry that are none, and room for those to come. */
static bool
reserve(struct kt_lexicon_builder *builder, uint32_t room)
{
    builder->entries.items = kt_arena_take(
        builder->arena, room * sizeof *builder->entries.items);
    builder->notes.items =
        kt_arena_take(builder->scratch, room * sizeof *builder->notes.items);
    if (builder->entries.items == NULL || builder->notes.items == NULL)
        return false;
    builder->entries.room = builder->notes.room = room;
    return kt_builder_reserve_words(builder, room) &&
           kt_list_push(builder->arena, &builder->entries) != NULL &&
           kt_list_push(builder->scratch, &builder->notes) != NULL &&
           kt_slots_reserve(&builder->entry_slots, room, builder->scratch,
                            entry_hash, builder);
}

struct kt_lexicon_builder *
kt_lexicon_begin(struct kt_lexicon *lexicon, const struct kt_folder *folder,
                 struct kt_arena *arena, struct kt_arena *scratch,
                 struct kt_faults *faults)
{
    struct kt_lexicon_builder *builder =
        kt_arena_take_zeroed(scratch, sizeof *builder);

    *lexicon = (struct kt_lexicon){0};
    if (builder == NULL || !name_classes(lexicon, arena))
        return NULL;
    *builder = (struct kt_lexicon_builder){.lexicon = lexicon,
                                           .folder = folder,
                                           .arena = arena,
                                           .scratch = scratch,
                                           .faults = faults,
                                           .section = 1};
    return reserve(builder, guess_entries(folder)) ? builder : NULL;
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
    if (kt_templates_use(builder->folder, name)) {
        lexicon->class_names[lexicon->class_count] = name;
        return (int)lexicon->class_count++;
    }
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

/* ---------------------------------------------------------------- entries */

static bool
has_capital(const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t character;
        enum kt_char_kind kind;
        if (text[at] >= 'A' && text[at] <= 'Z')
            return true;
        if ((unsigned char)text[at] < 0x80) {
            at++;
            continue;
        }
        at += kt_text_decode(text, length, at, &character, &kind);
        if (kind == KT_CHAR_UPPER)
            return true;
    }
    return false;
}

static uint32_t
no_memory(struct kt_lexicon_builder *builder)
{
    kt_faults_no_memory(builder->faults);
    return 0;
}

/* An entry on its way in. */
struct arrival {
    const char *text; /* not terminated */
    size_t length;
    uint32_t words[KT_ENTRY_WORDS];
    uint32_t word_count;
    uint32_t hash;
    uint32_t slot; /* where it will go */
    uint32_t twin; /* the youngest entry of the same words, or 0 */
};

static void
hash_words(struct arrival *arrival)
{
    uint32_t hash = 2166136261U;

    for (uint32_t i = 0; i < arrival->word_count; i++)
        hash = (hash ^ arrival->words[i]) * 16777619U;
    arrival->hash = hash ^ hash >> 15;
}

/* The entry of the same text, or 0; notes slot and twin on the way. */
static uint32_t
find_entry(const struct kt_lexicon_builder *builder, struct arrival *arrival)
{
    const struct kt_slots *slots = &builder->entry_slots;
    uint32_t at = arrival->hash & slots->mask, id;

    for (; (id = slots->numbers[at]) != 0; at = (at + 1) & slots->mask) {
        const struct kt_entry *entry = &builder->entries.items[id];
        if (entry->word_count != arrival->word_count ||
            memcmp(entry->words, arrival->words,
                   arrival->word_count * sizeof *arrival->words) != 0)
            continue;
        if (entry->length == arrival->length &&
            memcmp(entry->text, arrival->text, arrival->length) == 0)
            return id;
        arrival->twin = id;
    }
    arrival->slot = at;
    return 0;
}

static uint32_t
add_entry(struct kt_lexicon_builder *builder, const struct arrival *arrival)
{
    struct kt_entry *entry = kt_list_push(builder->arena, &builder->entries);
    struct kt_entry_note *note =
        kt_list_push(builder->scratch, &builder->notes);
    uint32_t *words = kt_arena_take(builder->arena,
                                    arrival->word_count * sizeof *words);

    if (entry == NULL || note == NULL || words == NULL)
        return no_memory(builder);
    memcpy(words, arrival->words, arrival->word_count * sizeof *words);
    *note = (struct kt_entry_note){arrival->hash, arrival->twin, 0};
    entry->text =
        kt_arena_copy(builder->arena, arrival->text, arrival->length);
    if (entry->text == NULL)
        return no_memory(builder);
    entry->length = (uint32_t)arrival->length;
    entry->words = words;
    entry->word_count = arrival->word_count;
    entry->has_capital = has_capital(arrival->text, arrival->length);
    builder->entry_slots.used++;
    return builder->entry_slots.numbers[arrival->slot] =
               builder->entries.count - 1;
}

uint32_t
kt_lexicon_add(struct kt_lexicon_builder *builder, const char *text,
               size_t length, struct kt_set classes,
               const struct kt_pattern_file *file, const struct kt_line *line,
               size_t at)
{
    struct arrival arrival = {.text = text, .length = length};
    struct kt_entry *entry;
    uint32_t id;

    arrival.word_count = kt_builder_split(builder, text, length,
                                          arrival.words, file, line, at);
    if (arrival.word_count == 0)
        return 0;
    if (!kt_slots_reserve(&builder->entry_slots, 1, builder->scratch,
                          entry_hash, builder))
        return no_memory(builder);
    hash_words(&arrival);
    id = find_entry(builder, &arrival);
    if (id == 0)
        id = add_entry(builder, &arrival);
    if (id == 0)
        return 0;
    entry = &builder->entries.items[id];
    entry->classes = kt_set_union(entry->classes, classes);
    return id;
}

struct kt_entry *
kt_lexicon_entry(struct kt_lexicon_builder *builder, uint32_t entry)
{
    return &builder->entries.items[entry];
}

/* ------------------------------------------------------------- word files */

/* What add_line carries from one alternative of a line to the next. */
struct entry_line {
    const struct kt_pattern_file *file;
    const struct kt_line *line;
    struct kt_set classes;
    uint32_t group; /* 0 before the first alternative */
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
    id = kt_lexicon_add(builder, text + start, end - start, line->classes,
                        line->file, line->line, start);
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
    size_t start = 0;

    line->group = 0;
    for (size_t at = 0; at <= line->line->length; at++) {
        if (at < line->line->length && line->line->text[at] != '|')
            continue;
        if (!add_alternative(builder, line, start, at))
            return false;
        start = at + 1;
    }
    return true;
}

bool
kt_lexicon_add_file(struct kt_lexicon_builder *builder,
                    const struct kt_pattern_file *file)
{
    struct entry_line line = {.file = file};
    bool in_section = false;

    for (uint32_t i = 0; i < file->line_count; i++) {
        line.line = &file->lines[i];
        if (line.line->text[0] == '[') {
            read_section(builder, file, line.line, &line.classes);
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
        static const struct kt_line nowhere = {"", 0, 0, 0, ""};
        char text[80];
        if (!kt_set_has(entry.classes, KT_ACCORDING) ||
            entry.word_count != 1 ||
            entry.length + length >= sizeof text)
            continue;
        memcpy(text, entry.text, entry.length);
        memcpy(text + entry.length, clitic, length);
        kt_set_add(&entry.classes, KT_CLITIC);
        if (kt_lexicon_add(builder, text, entry.length + length,
                           entry.classes, NULL, &nowhere, 0) == 0)
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
