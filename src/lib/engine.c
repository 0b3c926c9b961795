/*
 * The engine.
 * In: a folder of pattern files. Out: everything that is known, read-only
 * from here on; or all faults of all files, in order.
 *
 *     engine = kutip_engine_new(&(struct kutip_engine_options){
 *         .patterns = "patterns"}, &error);
 */
#include "engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "terms.h"
#include "text.h"
#include "verbs.h"

/* Where the installation has its patterns; the build says. */
#ifndef KT_PATTERNS_DIR
#define KT_PATTERNS_DIR "patterns"
#endif

/* -------------------------------------------------------------- allocator */

static void *
plain_allocate(void *context, size_t size)
{
    (void)context;
    return malloc(size);
}

static void
plain_release(void *context, void *block)
{
    (void)context;
    free(block);
}

static const struct kutip_allocator plain_allocator = {
    plain_allocate, plain_release, NULL};

/* ----------------------------------------------------------------- loading */

/* The tables an engine knows. */
enum table_name {
    SET_TABLE,
    MARKS_TABLE,
    DERIVATION_TABLE,
    NASAL_TABLE,
    VERBS_TABLE,
    AFFIXES_TABLE,
    EVIDENCE_TABLE,
    EXPANSIONS_TABLE,
    TABLE_COUNT
};

static const char *const table_names[TABLE_COUNT] = {
    "set",     "marks",   "derivation", "nasal",
    "verbs",   "affixes", "evidence",   "expansions"};

/* The families of templates, and where the engine keeps them. */
static const struct family_name {
    const char *name;
    size_t offset;
} family_names[] = {
    {"times", offsetof(struct kt_engine, times)},
    {"mentions", offsetof(struct kt_engine, mentions)},
    {"circumstances", offsetof(struct kt_engine, circumstances)},
    {"cues", offsetof(struct kt_engine, cues)},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct loader {
    struct kt_engine *engine;
    struct kt_arena scratch; /* given back when all is loaded */
    struct kt_arena draft;   /* forgotten when a part is loaded */
    struct kt_folder folder;
    struct kt_table tables[TABLE_COUNT];
    struct kt_fault_list list;
    struct kt_faults faults;
};

static bool
has_table(const struct loader *loader, enum table_name name)
{
    return loader->tables[name].name != NULL;
}

/* -1: not one of ours. */
static int
table_number(const char *name)
{
    for (int i = 0; i < TABLE_COUNT; i++)
        if (strcmp(table_names[i], name) == 0)
            return i;
    return -1;
}

static bool
read_table(struct loader *loader, const struct kt_pattern_file *file)
{
    struct kt_table table;
    int number;

    if (!kt_table_read(&table, file, &loader->engine->arena, &loader->faults))
        return !loader->faults.fatal;
    number = table_number(table.name);
    if (number < 0)
        kt_fault(&loader->faults, file, &file->header,
                 kt_header_place(file, 0),
                 kt_nearest_name(table.name, table_names, TABLE_COUNT),
                 "unknown table '%s'", table.name);
    else if (has_table(loader, (enum table_name)number))
        kt_fault(&loader->faults, file, &file->header,
                 kt_header_place(file, 0), NULL,
                 "a table '%s' is there already: %s", table.name,
                 loader->tables[number].file->name);
    else
        loader->tables[number] = table;
    return true;
}

static bool
read_tables(struct loader *loader)
{
    for (uint32_t i = 0; i < loader->folder.file_count; i++)
        if (loader->folder.files[i].shape == KT_TABLE &&
            !read_table(loader, &loader->folder.files[i]))
            return false;
    return true;
}

/* `id-news 1`, the one row of set.table. */
static bool
load_set(struct loader *loader)
{
    const struct kt_table *table = &loader->tables[SET_TABLE];
    struct kt_engine *engine = loader->engine;
    int name, version;

    if (!has_table(loader, SET_TABLE)) {
        struct kt_pattern_file folder = {.path = loader->folder.path};
        kt_fault(&loader->faults, &folder, NULL, 0, NULL,
                 "no table 'set' in the folder: who it is, and which "
                 "version");
        return true;
    }
    name = kt_table_column(table, "name", &loader->faults);
    version = kt_table_column(table, "version", &loader->faults);
    if (table->row_count != 1)
        kt_fault(&loader->faults, table->file, &table->file->header,
                 kt_header_place(table->file, 0), NULL,
                 "the table 'set' has one row, not %u",
                 (unsigned)table->row_count);
    if (name < 0 || version < 0 || table->row_count != 1)
        return true;
    engine->pattern_set =
        kt_arena_print(&engine->arena, "%s %s", kt_table_cell(table, 0, name),
                       kt_table_cell(table, 0, version));
    return engine->pattern_set != NULL ||
           kt_faults_no_memory(&loader->faults);
}

static bool
load_words(struct loader *loader, struct kt_lexicon_builder *builder)
{
    for (uint32_t i = 0; i < loader->folder.file_count; i++)
        if (loader->folder.files[i].shape == KT_WORDS &&
            !kt_lexicon_add_file(builder, &loader->folder.files[i]))
            return false;
    return true;
}

static bool
load_verbs(struct loader *loader, struct kt_lexicon_builder *builder)
{
    const struct kt_table *verbs = &loader->tables[VERBS_TABLE];

    if (!has_table(loader, VERBS_TABLE))
        return true;
    if (!has_table(loader, NASAL_TABLE)) {
        kt_fault(&loader->faults, verbs->file, &verbs->file->header, 0, NULL,
                 "the table 'verbs' needs a table 'nasal'");
        return true;
    }
    return kt_verbs_load(verbs, &loader->tables[NASAL_TABLE],
                         &loader->engine->derivation, builder,
                         &loader->faults);
}

static bool
load_derivation(struct loader *loader)
{
    struct kt_engine *engine = loader->engine;

    if (has_table(loader, DERIVATION_TABLE))
        return kt_derivation_load(&engine->derivation,
                                  &loader->tables[DERIVATION_TABLE],
                                  &engine->arena, &loader->faults);
    kt_derivation_init(&engine->derivation);
    return true;
}

static bool
load_lexicon(struct loader *loader)
{
    struct kt_lexicon_builder *builder = kt_lexicon_begin(
        &loader->engine->lexicon, &loader->folder, &loader->engine->arena,
        &loader->draft, &loader->faults);

    if (builder == NULL)
        return kt_faults_no_memory(&loader->faults);
    if (!load_words(loader, builder) || !load_verbs(loader, builder) ||
        !kt_lexicon_finish(builder, loader->engine->derivation.clitic))
        return false;
    kt_phrase_starts_init(&loader->engine->starts, &loader->engine->lexicon);
    kt_arena_reset(&loader->draft);
    return true;
}

/* The tables that need no other; a missing one is an empty one. */
static bool
load_small_tables(struct loader *loader)
{
    struct kt_engine *engine = loader->engine;

    if (has_table(loader, MARKS_TABLE))
        kt_marks_load(&engine->marks, &loader->tables[MARKS_TABLE],
                      &engine->arena, &loader->faults);
    if (has_table(loader, AFFIXES_TABLE))
        kt_affixes_load(&engine->affixes, &loader->tables[AFFIXES_TABLE],
                        &engine->lexicon, &engine->arena, &loader->faults);
    if (has_table(loader, EVIDENCE_TABLE))
        kt_evidence_load(&engine->evidence, &loader->tables[EVIDENCE_TABLE],
                         &loader->faults);
    if (has_table(loader, EXPANSIONS_TABLE))
        kt_expansions_load(&engine->expansions,
                           &loader->tables[EXPANSIONS_TABLE], &engine->arena,
                           &loader->faults);
    return !loader->faults.fatal;
}

/* A family that has no file has no templates. */
static void
keep_families(struct kt_engine *engine)
{
    static const struct kt_family none = {.name = ""};

    for (size_t i = 0; i < COUNT(family_names); i++) {
        const struct kt_family *family =
            kt_templates_family(&engine->templates, family_names[i].name);
        const struct kt_family **kept =
            (const struct kt_family **)(void *)((char *)engine +
                                                family_names[i].offset);
        *kept = family ? family : &none;
    }
}

static void
check_families(struct loader *loader)
{
    const char *names[COUNT(family_names)];

    for (size_t i = 0; i < COUNT(family_names); i++)
        names[i] = family_names[i].name;
    for (uint32_t i = 0; i < loader->folder.file_count; i++) {
        const struct kt_pattern_file *file = &loader->folder.files[i];
        bool known = file->shape != KT_TEMPLATES || file->argument_count == 0;
        for (size_t j = 0; j < COUNT(names) && !known; j++)
            known = strcmp(names[j], file->arguments[0]) == 0;
        if (!known)
            kt_fault(&loader->faults, file, &file->header,
                     kt_header_place(file, 0),
                     kt_nearest_name(file->arguments[0], names, COUNT(names)),
                     "unknown family of templates '%s'", file->arguments[0]);
    }
}

static bool
load_templates(struct loader *loader)
{
    struct kt_engine *engine = loader->engine;

    check_families(loader);
    if (!kt_templates_load(&engine->templates, &loader->folder,
                           &engine->lexicon,
                           kt_foresee_terms, &engine->arena, &loader->draft,
                           &loader->faults))
        return false;
    keep_families(engine);
    return true;
}

static bool
load(struct loader *loader, const char *path)
{
    return kt_folder_read(&loader->folder, path, &loader->engine->arena,
                          &loader->faults) &&
           read_tables(loader) && load_set(loader) && load_derivation(loader) &&
           load_lexicon(loader) &&
           load_small_tables(loader) && load_templates(loader);
}

/* ----------------------------------------------------------------- telling */

/* Hands the faults on in order; the first of them is the error. */
static void
tell_faults(struct kt_fault_list *list,
            const struct kutip_engine_options *options,
            struct kutip_error *error)
{
    if (list->faults.count == 0)
        return;
    kt_fault_list_sort(list);
    for (uint32_t i = 0; options->report && i < list->faults.count; i++)
        options->report(options->report_context, &list->faults.items[i]);
    if (error != NULL && error->status == KUTIP_BAD_PATTERNS) {
        const struct kutip_diagnostic *first = &list->faults.items[0];
        kt_error_set(error, KUTIP_BAD_PATTERNS, "%s", first->message);
        snprintf(error->file, sizeof error->file, "%s", first->file);
        error->line = first->line;
        error->column = first->column;
    }
}

static bool
load_and_tell(struct kt_engine *engine,
              const struct kutip_engine_options *options,
              struct kutip_error *error)
{
    const char *path = options->patterns ? options->patterns : KT_PATTERNS_DIR;
    struct loader loader = {.engine = engine};
    bool loaded;

    kt_arena_init(&loader.scratch, &engine->allocator);
    kt_arena_init(&loader.draft, &engine->allocator);
    loader.list.arena = &loader.scratch;
    loader.faults = (struct kt_faults){.report = kt_fault_list_add,
                                       .context = &loader.list,
                                       .error = error};
    path = kt_arena_copy(&engine->arena, path, strlen(path));
    loaded = path != NULL ? load(&loader, path)
                          : kt_faults_no_memory(&loader.faults);
    if (loader.list.lost)
        loaded = kt_faults_no_memory(&loader.faults);
    else
        tell_faults(&loader.list, options, error);
    loaded &= loader.faults.count == 0;
    kt_arena_release(&loader.draft);
    kt_arena_release(&loader.scratch);
    return loaded;
}

/* ------------------------------------------------------------ the interface */

static struct kt_engine *
new_engine(const struct kutip_engine_options *options)
{
    const struct kutip_allocator *allocator =
        options->allocator ? options->allocator : &plain_allocator;
    struct kt_engine *engine =
        allocator->allocate(allocator->context, sizeof *engine);

    if (engine == NULL)
        return NULL;
    memset(engine, 0, sizeof *engine);
    engine->allocator = *allocator;
    kt_arena_init(&engine->arena, &engine->allocator);
    return engine;
}

kutip_engine *
kutip_engine_new(const struct kutip_engine_options *options,
                 struct kutip_error *error)
{
    static const struct kutip_engine_options defaults = {0};
    struct kutip_error unseen;
    struct kt_engine *engine;

    if (error == NULL)
        error = &unseen;
    if (options == NULL)
        options = &defaults;
    kt_error_clear(error);
    engine = new_engine(options);
    if (engine == NULL) {
        kt_error_set(error, KUTIP_NO_MEMORY, "%s",
                     kutip_status_text(KUTIP_NO_MEMORY));
        return NULL;
    }
    if (load_and_tell(engine, options, error))
        return engine;
    kutip_engine_free(engine);
    return NULL;
}

void
kutip_engine_free(kutip_engine *engine)
{
    if (engine == NULL)
        return;
    kt_templates_release(&engine->templates);
    kt_arena_release(&engine->arena);
    struct kutip_allocator allocator = engine->allocator;
    allocator.release(allocator.context, engine);
}

const char *
kutip_engine_patterns(const kutip_engine *engine)
{
    return engine->pattern_set;
}

struct kutip_pattern_counts
kutip_engine_counts(const kutip_engine *engine)
{
    return (struct kutip_pattern_counts){
        .words = engine->lexicon.entry_count - 1, /* [0] is no entry */
        .templates = engine->templates.template_count,
    };
}

const char *
kutip_version(void)
{
    return KUTIP_VERSION;
}

void
kutip_libraries(char *text, size_t size)
{
    snprintf(text, size, "utf8proc %s", kt_text_version());
}
