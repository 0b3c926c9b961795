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
#include "matcher.h"
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

/* What the right half is matched on, and the left one. */
static struct kt_path
to_right(const struct kt_row *row, uint32_t at)
{
    return (struct kt_path){row->codes + at, 1, row->length - at, at == 0};
}

static struct kt_path
to_left(const struct kt_row *row, uint32_t at)
{
    return (struct kt_path){row->codes + (at > 0 ? at - 1 : 0), -1, at,
                            at == row->length};
}

bool
kt_templates_at(const struct kt_family *family, const struct kt_row *row,
                uint32_t at, struct kt_may *may)
{
    struct kt_path path = to_right(row, at);
    struct kt_may lefts;
    uint64_t twofold = 0, any = 0;

    if (!kt_automaton_run(family->right.automaton, &path, may))
        return false;
    for (size_t i = 0; i < sizeof may->bits / sizeof *may->bits; i++) {
        any |= may->bits[i];
        twofold |= may->bits[i] & ~family->lone.bits[i];
    }
    if (twofold == 0)
        return any != 0;
    any = 0;
    path = to_left(row, at);
    if (!kt_automaton_run(family->left.automaton, &path, &lefts))
        lefts = (struct kt_may){{0}};
    for (size_t i = 0; i < sizeof may->bits / sizeof *may->bits; i++)
        any |= may->bits[i] &= lefts.bits[i] | family->lone.bits[i];
    return any != 0;
}

uint32_t
kt_templates_next(const struct kt_family *family, const struct kt_row *row,
                  uint32_t at)
{
    return family->count == 0 ? row->length
                              : kt_automaton_next(family->right.automaton,
                                                  row->codes, row->length, at);
}

/* Copies the slots of the last match, which was made to the right or to the
 * left of a term. */
static void
read_slots(const struct kt_matcher *matcher, const struct kt_program *program,
           const struct kt_template *pattern, uint32_t at,
           struct kt_match *match)
{
    for (uint32_t slots = program->slots[pattern->place]; slots != 0;
         slots &= slots - 1) {
        uint32_t slot = kt_lowest_bit(slots), start, end;
        if (!kt_matcher_slot(matcher, slot, &start, &end))
            continue;
        match->slots[slot] = program->reversed
                                 ? (struct kt_range){at - end, at - start}
                                 : (struct kt_range){at + start, at + end};
    }
}

static bool
match_left(const struct kt_template *pattern, const struct kt_row *row,
           uint32_t at, struct kt_matcher *matcher, struct kt_match *match,
           bool *gave_up)
{
    const struct kt_program *program = pattern->family->left.program;
    struct kt_path path = to_left(row, at);
    uint32_t length;
    enum kt_matched matched;

    if (program->starts[pattern->place] == KT_NO_START)
        return true;
    matched = kt_matcher_run(matcher, program, pattern->place, &path, &length);
    *gave_up |= matched == KT_MATCHED_LIMIT;
    if (matched != KT_MATCHED_YES)
        return false;
    match->whole.first = at - length;
    read_slots(matcher, program, pattern, at, match);
    return true;
}

bool
kt_template_match(const struct kt_template *pattern,
                  const struct kt_row *row, uint32_t at,
                  struct kt_matcher *matcher, struct kt_match *match,
                  bool *gave_up)
{
    const struct kt_program *program = pattern->family->right.program;
    struct kt_path path = to_right(row, at);
    enum kt_matched matched;
    uint32_t length;

    if (at >= row->length)
        return false;
    matched = kt_matcher_run(matcher, program, pattern->place, &path, &length);
    *gave_up |= matched == KT_MATCHED_LIMIT;
    if (matched != KT_MATCHED_YES)
        return false;
    match->pattern = pattern;
    match->whole = (struct kt_range){at, at + length};
    for (int slot = 0; slot < KT_SLOT_COUNT; slot++)
        match->slots[slot] = KT_NO_RANGE;
    read_slots(matcher, program, pattern, at, match);
    return match_left(pattern, row, at, matcher, match, gave_up);
}

/* ----------------------------------------------------------------- loading */

struct loader {
    struct kt_templates *templates;
    struct kt_template_reader reader;
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
begin_side(struct kt_side *side, const struct kt_codes *codes, bool reversed,
           struct kt_template_reader *reader)
{
    side->program = kt_arena_take(reader->arena, sizeof *side->program);
    return (side->program != NULL &&
            kt_program_init(side->program, codes, reversed, reader->arena,
                            reader->scratch)) ||
           kt_faults_no_memory(reader->faults);
}

static bool
end_side(struct kt_side *side, struct kt_template_reader *reader)
{
    if (!kt_program_end(side->program, reader->arena))
        return kt_faults_no_memory(reader->faults);
    side->automaton = kt_automaton_new(side->program, reader->arena);
    return side->automaton != NULL || kt_faults_no_memory(reader->faults);
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
    if (!begin_side(&family->right, draft->codes, false, reader) ||
        !begin_side(&family->left, draft->codes, true, reader))
        return false;
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
        pattern->family = family;
        pattern->place = i;
        if (draft->drafts.items[i].tree == NULL)
            continue; /* its fault is told */
        if (!kt_template_compile(pattern, &draft->drafts.items[i],
                                 family, reader->arena, reader->scratch,
                                 reader->faults))
            return false;
        family->anchors = kt_set_union(family->anchors, pattern->anchor);
    }
    return end_side(&family->right, reader) && end_side(&family->left, reader);
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
                  kt_foresee *foresee, struct kt_arena *arena,
                  struct kt_arena *scratch, struct kt_faults *faults)
{
    struct loader loader = {.templates = templates};
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
    /* what is found makes about three sets, by how it is spelt */
    if (!kt_class_sets_reserve(&templates->sets, 4 * lexicon->found_count,
                               arena))
        return kt_faults_no_memory(faults);
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
        kt_automaton_free(templates->families[i].right.automaton);
        kt_automaton_free(templates->families[i].left.automaton);
    }
}
