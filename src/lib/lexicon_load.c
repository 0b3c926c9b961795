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

/* ---------------------------------------------------------------- classes */

struct kt_lexicon_builder *
kt_lexicon_begin(struct kt_lexicon *lexicon, const struct kt_folder *folder,
                 struct kt_arena *arena, struct kt_arena *scratch,
                 struct kt_faults *faults)
{
    struct kt_lexicon_builder *builder =
        kt_arena_take_zeroed(scratch, sizeof *builder);

    *lexicon = (struct kt_lexicon){0};
    lexicon->class_names =
        kt_arena_take(arena, KT_CLASS_MAX * sizeof *lexicon->class_names);
    if (builder == NULL || lexicon->class_names == NULL)
        return NULL;
    for (unsigned i = 0; i < KT_CLASS_KNOWN; i++)
        lexicon->class_names[i] = kt_class_name(i);
    lexicon->class_count = KT_CLASS_KNOWN;
    *builder = (struct kt_lexicon_builder){.lexicon = lexicon,
                                           .folder = folder,
                                           .arena = arena,
                                           .scratch = scratch,
                                           .faults = faults,
                                           .section = 1};
    if (kt_list_push(scratch, &builder->words) == NULL ||
        kt_list_push(scratch, &builder->entries) == NULL ||
        kt_list_push(scratch, &builder->sections) == NULL ||
        kt_list_push(scratch, &builder->hashes) == NULL)
        return NULL;
    return builder;
}

int
kt_lexicon_want_class(struct kt_lexicon_builder *builder, const char *name)
{
    struct kt_lexicon *lexicon = builder->lexicon;
    int class = kt_lexicon_class(lexicon, name);

    if (class >= 0)
        return class;
    if (lexicon->class_count == KT_CLASS_MAX ||
        !kt_templates_use(builder->folder, name))
        return -1;
    name = kt_arena_copy(builder->arena, name, strlen(name));
    if (name == NULL) {
        kt_faults_no_memory(builder->faults);
        return -1;
    }
    lexicon->class_names[lexicon->class_count] = name;
    return (int)lexicon->class_count++;
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

    *set = (struct kt_set){{0, 0}};
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
        at += kt_text_decode(text, length, at, &character, &kind);
        if (kind == KT_CHAR_UPPER)
            return true;
    }
    return false;
}

static uint32_t
entry_hash(const void *context, uint32_t number)
{
    const struct kt_lexicon_builder *builder = context;
    return builder->hashes.items[number];
}

/* The entry of the text, or 0 with *slot where it will go. */
static uint32_t
find_entry(const struct kt_lexicon_builder *builder, const char *text,
           size_t length, uint32_t hash, uint32_t *slot)
{
    const struct kt_slots *slots = &builder->entry_slots;
    uint32_t at = hash & slots->mask, id;

    for (; (id = slots->numbers[at]) != 0; at = (at + 1) & slots->mask) {
        const struct kt_entry *entry = &builder->entries.items[id];
        if (builder->hashes.items[id] == hash && entry->length == length &&
            memcmp(entry->text, text, length) == 0)
            break;
    }
    *slot = at;
    return id;
}

static uint32_t
no_memory(struct kt_lexicon_builder *builder)
{
    kt_faults_no_memory(builder->faults);
    return 0;
}

/* Puts a new entry into the lists. */
static uint32_t
push_entry(struct kt_lexicon_builder *builder, const struct kt_entry *made,
           uint32_t hash, uint32_t slot)
{
    struct kt_entry *entry = kt_list_push(builder->scratch, &builder->entries);
    uint32_t *section = kt_list_push(builder->scratch, &builder->sections);
    uint32_t *stored = kt_list_push(builder->scratch, &builder->hashes);

    if (entry == NULL || section == NULL || stored == NULL)
        return no_memory(builder);
    *entry = *made;
    *stored = hash;
    builder->entry_slots.used++;
    return builder->entry_slots.numbers[slot] = builder->entries.count - 1;
}

static uint32_t
make_entry(struct kt_lexicon_builder *builder, const char *text,
           size_t length, const uint32_t *words, uint32_t word_count,
           uint32_t hash, uint32_t slot)
{
    uint32_t *kept =
        kt_arena_take(builder->arena, word_count * sizeof *kept);
    struct kt_entry entry = {.length = (uint32_t)length,
                             .words = kept,
                             .word_count = word_count};

    entry.text = kt_arena_copy(builder->arena, text, length);
    if (kept == NULL || entry.text == NULL)
        return no_memory(builder);
    memcpy(kept, words, word_count * sizeof *kept);
    entry.has_capital = has_capital(text, length);
    return push_entry(builder, &entry, hash, slot);
}

uint32_t
kt_lexicon_add(struct kt_lexicon_builder *builder, const char *text,
               size_t length, struct kt_set classes,
               const struct kt_pattern_file *file, const struct kt_line *line,
               size_t at)
{
    uint32_t hash = kt_text_hash(text, length);
    uint32_t slot, id;

    if (!kt_slots_reserve(&builder->entry_slots, builder->scratch,
                          entry_hash, builder))
        return no_memory(builder);
    id = find_entry(builder, text, length, hash, &slot);
    if (id == 0) {
        uint32_t words[KT_ENTRY_WORDS];
        uint32_t count = kt_builder_split(builder, text, length, words, file,
                                          line, at);
        if (count > 0)
            id = make_entry(builder, text, length, words, count, hash, slot);
        if (id == 0)
            return 0;
    }
    struct kt_entry *entry = &builder->entries.items[id];
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
    if (builder->sections.items[id] == builder->section)
        kt_fault(builder->faults, line->file, line->line, start, NULL,
                 "'%.*s' stands twice in this section", (int)(end - start),
                 text + start);
    builder->sections.items[id] = builder->section;
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
add_clitics(struct kt_lexicon_builder *builder)
{
    uint32_t count = builder->entries.count;

    for (uint32_t i = 1; i < count; i++) {
        struct kt_entry entry = builder->entries.items[i];
        static const struct kt_line nowhere = {"", 0, 0, 0, ""};
        char text[80];
        if (!kt_set_has(entry.classes, KT_ACCORDING) ||
            entry.word_count != 1 || entry.length + 4 > sizeof text)
            continue;
        memcpy(text, entry.text, entry.length);
        memcpy(text + entry.length, "nya", 3);
        kt_set_add(&entry.classes, KT_CLITIC);
        if (kt_lexicon_add(builder, text, entry.length + 3, entry.classes,
                           NULL, &nowhere, 0) == 0)
            return false;
    }
    return true;
}

bool
kt_lexicon_finish(struct kt_lexicon_builder *builder)
{
    return add_clitics(builder) &&
           ((kt_builder_index(builder) && kt_builder_found(builder)) ||
            kt_faults_no_memory(builder->faults));
}
