/*
 * Templates.
 * In: files of shape KT_TEMPLATES. Out: families of compiled templates; and
 * whether one of them matches a row at a place.
 *
 *     row QUOTE COMMA SAY_BARE MENTION, template `QUOTE COMMA? @cue(SAY_BARE)
 *     @source(MENTION)`, at 2: cue [2, 3), source [3, 4), whole [0, 4)
 */
#include "templates.h"

#include <string.h>

#include "automaton.h"
#include "template_tree.h"

static const char *const slot_names[KT_SLOT_COUNT] = {
    [KT_SLOT_CUE] = "cue",
    [KT_SLOT_SOURCE] = "source",
    [KT_SLOT_CONTENT] = "content",
    [KT_SLOT_ADDRESSEE] = "addressee",
    [KT_SLOT_VIA] = "via",
    [KT_SLOT_TIME] = "time",
    [KT_SLOT_PLACE] = "place",
    [KT_SLOT_EVENT] = "event",
    [KT_SLOT_RANK] = "rank",
    [KT_SLOT_NAME] = "name",
    [KT_SLOT_ROLE] = "role",
    [KT_SLOT_AFFILIATION] = "affiliation",
    [KT_SLOT_NICKNAME] = "nickname",
    [KT_SLOT_TAIL] = "tail",
};

const char *
kt_slot_name(enum kt_slot slot)
{
    return slot < KT_SLOT_COUNT ? slot_names[slot] : NULL;
}

const char *
kt_template_value(const struct kt_template *pattern, const char *key)
{
    for (uint32_t i = 0; i < pattern->key_count; i++)
        if (strcmp(pattern->keys[i].key, key) == 0)
            return pattern->keys[i].value;
    return NULL;
}

const struct kt_family *
kt_templates_family(const struct kt_templates *templates, const char *name)
{
    for (uint32_t i = 0; i < templates->family_count; i++)
        if (strcmp(templates->families[i].name, name) == 0)
            return &templates->families[i];
    return NULL;
}

uint16_t
kt_family_code(const struct kt_family *family, struct kt_set set)
{
    return family->codes != NULL ? kt_codes_of(family->codes, set) : 0;
}

/* ---------------------------------------------------------------- matching */

bool
kt_templates_at(const struct kt_family *family, const struct kt_row *row,
                uint32_t at, struct kt_may *may)
{
    struct kt_may left;
    uint64_t twofold = 0, any = 0;

    if (!kt_automaton_run(family->right, row->codes, row->length, at, may))
        return false;
    for (size_t i = 0; i < sizeof may->bits / sizeof *may->bits; i++)
        twofold |= may->bits[i] & ~family->lone.bits[i];
    if (twofold == 0)
        return true;
    if (!kt_automaton_run(family->left, row->codes, row->length, at, &left))
        left = (struct kt_may){{0}};
    for (size_t i = 0; i < sizeof may->bits / sizeof *may->bits; i++)
        any |= may->bits[i] &= left.bits[i] | family->lone.bits[i];
    return any != 0;
}

/* Copies the slots of the last match. The reversed row is turned again. */
static void
read_slots(const struct kt_match_data *data, const uint8_t *slots,
           uint32_t slot_count, uint32_t turn, struct kt_match *match)
{
    for (uint32_t i = 0; i < slot_count; i++) {
        size_t start, end;
        if (!kt_regex_group(data, i + 1, &start, &end))
            continue;
        match->slots[slots[i]] =
            turn > 0 ? (struct kt_range){turn - (uint32_t)end,
                                         turn - (uint32_t)start}
                     : (struct kt_range){(uint32_t)start, (uint32_t)end};
    }
}

static bool
run(struct kt_regex *regex, const uint16_t *codes, uint32_t length,
    uint32_t at, struct kt_match_data *data,
    enum kt_regex_result *gave_up)
{
    enum kt_regex_result result =
        kt_regex_match(regex, codes, length, at, data);

    if (result == KT_REGEX_LIMIT || result == KT_REGEX_NO_MEMORY)
        *gave_up = result;
    return result == KT_REGEX_YES;
}

static bool
match_left(const struct kt_template *pattern, const struct kt_row *row,
           uint32_t at, struct kt_match_data *data, struct kt_match *match,
           enum kt_regex_result *gave_up)
{
    size_t start, end;

    if (pattern->left == NULL)
        return true;
    if (!run(pattern->left, row->reversed, row->length, row->length - at,
             data, gave_up) ||
        !kt_regex_group(data, 0, &start, &end))
        return false;
    match->whole.first = row->length - (uint32_t)end;
    read_slots(data, pattern->left_slots, pattern->left_slot_count,
               row->length, match);
    return true;
}

bool
kt_template_match(const struct kt_template *pattern,
                  const struct kt_row *row, uint32_t at,
                  struct kt_match_data *data, struct kt_match *match,
                  enum kt_regex_result *gave_up)
{
    size_t start, end;

    if (at >= row->length || !kt_set_covers(row->holds, pattern->needs) ||
        !(pattern->starts[row->codes[at] / 64] >> row->codes[at] % 64 & 1))
        return false;
    if (!run(pattern->right, row->codes, row->length, at, data, gave_up) ||
        !kt_regex_group(data, 0, &start, &end))
        return false;
    match->pattern = pattern;
    match->whole = (struct kt_range){at, (uint32_t)end};
    for (int slot = 0; slot < KT_SLOT_COUNT; slot++)
        match->slots[slot] = KT_NO_RANGE;
    read_slots(data, pattern->right_slots, pattern->right_slot_count, 0,
               match);
    return match_left(pattern, row, at, data, match, gave_up);
}

/* ----------------------------------------------------------------- loading */

struct loader {
    struct kt_templates *templates;
    struct kt_template_reader reader;
    const struct kt_regex_context *context;
    struct kt_foreseen foreseen;
    bool lost; /* out of memory while foreseeing */
};

static bool
has_name(const char *text, const char *name, size_t length)
{
    const char *at = text;

    for (; (at = strstr(at, name)) != NULL; at++)
        if ((at == text || !kt_is_name_byte(at[-1])) &&
            !kt_is_name_byte(at[length]))
            return true;
    return false;
}

bool
kt_templates_use(const struct kt_folder *folder, const char *name)
{
    size_t length = strlen(name);

    for (uint32_t i = 0; i < folder->file_count; i++) {
        const struct kt_pattern_file *file = &folder->files[i];
        if (file->shape != KT_TEMPLATES)
            continue;
        for (uint32_t j = 0; j < file->line_count; j++) {
            const char *text = file->lines[j].text;
            if ((strncmp(text, "match", 5) == 0 ||
                 strncmp(text, "let", 3) == 0) &&
                has_name(text, name, length))
                return true;
        }
    }
    return false;
}

static bool
read_files(struct loader *loader, const struct kt_folder *folder)
{
    for (uint32_t i = 0; i < folder->file_count; i++)
        if (folder->files[i].shape == KT_TEMPLATES &&
            !kt_template_read_file(&loader->reader, &folder->files[i]))
            return false;
    kt_template_resolve(&loader->reader);
    return !loader->reader.faults->fatal;
}

static bool
mark_family(struct loader *loader, struct kt_family_draft *family)
{
    struct kt_template_reader *reader = &loader->reader;

    family->codes =
        kt_arena_take_zeroed(reader->arena, sizeof *family->codes);
    if (family->codes == NULL)
        return kt_faults_no_memory(reader->faults);
    for (uint32_t i = 0; i < family->drafts.count; i++) {
        struct kt_draft *draft = &family->drafts.items[i];
        if (draft->tree == NULL)
            continue;
        if (!kt_codes_mark(family->codes, draft->tree,
                           &draft->place, reader->arena, reader->faults))
            draft->tree = NULL;
        if (reader->faults->fatal)
            return false;
    }
    return true;
}

static void *
keep(struct kt_arena *arena, const void *items, size_t size)
{
    void *kept = kt_arena_take(arena, size + 1);
    if (kept != NULL && size > 0)
        memcpy(kept, items, size);
    return kept;
}

/* What the draft knows, copied to where it stays. */
static bool
settle(struct kt_template_reader *reader, const struct kt_draft *draft,
       uint32_t number, struct kt_template *pattern)
{
    *pattern = draft->made;
    pattern->number = number;
    pattern->key_count = draft->keys.count;
    pattern->keys = keep(reader->arena, draft->keys.items,
                         draft->keys.count * sizeof *draft->keys.items);
    pattern->example_count = draft->examples.count;
    pattern->examples =
        keep(reader->arena, draft->examples.items,
             draft->examples.count * sizeof *draft->examples.items);
    return (pattern->keys != NULL && pattern->examples != NULL) ||
           kt_faults_no_memory(reader->faults);
}

static bool
compile_family(struct loader *loader, const struct kt_family_draft *draft,
               struct kt_family *family)
{
    struct kt_template_reader *reader = &loader->reader;

    family->name = draft->name;
    family->codes = draft->codes;
    if (!kt_codes_assign(draft->codes, &loader->foreseen, reader->arena,
                         reader->scratch))
        return kt_faults_no_memory(reader->faults);
    family->code_of = draft->codes->of_set;
    family->right = kt_automaton_new(draft->codes, false, reader->arena);
    family->left = kt_automaton_new(draft->codes, true, reader->arena);
    if (family->right == NULL || family->left == NULL)
        return kt_faults_no_memory(reader->faults);
    family->templates = kt_arena_take_zeroed(
        reader->arena, (draft->drafts.count + 1) * sizeof *family->templates);
    if (family->templates == NULL)
        return kt_faults_no_memory(reader->faults);
    family->count = draft->drafts.count;
    for (uint32_t i = 0; i < draft->drafts.count; i++) {
        struct kt_template *pattern = &family->templates[i];
        if (!settle(reader, &draft->drafts.items[i],
                    loader->templates->template_count++, pattern))
            return false;
        pattern->place = i;
        if (draft->drafts.items[i].tree == NULL)
            continue; /* its fault is told */
        if (!kt_template_compile(pattern, &draft->drafts.items[i],
                                 family, loader->context,
                                 reader->arena, reader->scratch,
                                 reader->faults))
            return false;
        family->anchors = kt_set_union(family->anchors, pattern->anchor);
    }
    return true;
}

static bool
compile_families(struct loader *loader)
{
    struct kt_template_reader *reader = &loader->reader;
    struct kt_templates *templates = loader->templates;

    templates->families =
        kt_arena_take_zeroed(reader->arena, (reader->families.count + 1) *
                                                sizeof *templates->families);
    if (templates->families == NULL)
        return kt_faults_no_memory(reader->faults);
    for (uint32_t i = 0; i < reader->families.count; i++) {
        templates->family_count++;
        if (!compile_family(loader, &reader->families.items[i],
                            &templates->families[i]))
            return false;
    }
    return true;
}

static void
see(void *context, struct kt_set set)
{
    struct loader *loader = context;

    if (!loader->lost)
        loader->lost = kt_class_sets_add(&loader->templates->sets, set,
                                         loader->reader.arena) == 0;
}

bool
kt_templates_load(struct kt_templates *templates,
                  const struct kt_folder *folder,
                  const struct kt_lexicon *lexicon,
                  const struct kt_regex_context *context,
                  kt_foresee *foresee, struct kt_arena *arena,
                  struct kt_arena *scratch, struct kt_faults *faults)
{
    struct loader loader = {.templates = templates, .context = context};
    struct kt_template_reader *reader = &loader.reader;

    reader->arena = arena;
    reader->scratch = scratch;
    reader->faults = faults;
    reader->lexicon = lexicon;
    *templates = (struct kt_templates){0};
    if (!read_files(&loader, folder))
        return false;
    for (uint32_t i = 0; i < reader->families.count; i++)
        if (!mark_family(&loader, &reader->families.items[i]))
            return false;
    foresee(lexicon, see, &loader);
    if (loader.lost)
        return kt_faults_no_memory(faults);
    loader.foreseen.sets.items = templates->sets.sets.items;
    loader.foreseen.sets.count = templates->sets.sets.count;
    return compile_families(&loader);
}

void
kt_templates_release(struct kt_templates *templates)
{
    for (uint32_t i = 0; i < templates->family_count; i++) {
        const struct kt_family *family = &templates->families[i];
        for (uint32_t j = 0; j < family->count; j++) {
            kt_regex_free(family->templates[j].left);
            kt_regex_free(family->templates[j].right);
        }
        kt_automaton_free(family->right);
        kt_automaton_free(family->left);
    }
}
