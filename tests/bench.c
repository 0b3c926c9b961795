/* Pattern files of one test; see bench.h. */
#include "bench.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

void
bench_open(struct bench *bench)
{
    memset(bench, 0, sizeof *bench);
    bench->folder = folder_new();
    memory_init(&bench->memory);
    kt_arena_init(&bench->arena, &bench->memory.allocator);
    kt_arena_init(&bench->scratch, &bench->memory.allocator);
    bench->faults.report = folder_report;
    bench->faults.context = bench->folder;
    bench->faults.error = &bench->error;
}

void
bench_close(struct bench *bench)
{
    kt_arena_release(&bench->scratch);
    kt_arena_release(&bench->arena);
    folder_free(bench->folder);
}

const struct kt_pattern_file *
bench_file(struct bench *bench, const char *name, const char *text)
{
    struct kt_pattern_file *file =
        kt_arena_take_zeroed(&bench->arena, sizeof *file);
    char *path =
        kt_arena_print(&bench->arena, "%s/%s", bench->folder->path, name);

    ck_assert(file != NULL && path != NULL);
    folder_write(bench->folder, name, text);
    ck_assert_msg(
        kt_pattern_file_read(file, path, &bench->arena, &bench->faults),
        "%s: %s", name, bench->folder->faults);
    return file;
}

const struct kt_table *
bench_table(struct bench *bench, const char *name, const char *text)
{
    struct kt_table *table =
        kt_arena_take_zeroed(&bench->arena, sizeof *table);

    ck_assert_ptr_nonnull(table);
    ck_assert_msg(kt_table_read(table, bench_file(bench, name, text),
                                &bench->arena, &bench->faults),
                  "%s: %s", name, bench->folder->faults);
    return table;
}

struct kt_lexicon_builder *
bench_lexicon(struct bench *bench)
{
    if (!kt_folder_read(&bench->files, bench->folder->path, &bench->arena,
                        &bench->faults))
        return NULL;
    return kt_lexicon_begin(&bench->lexicon, &bench->files, &bench->arena,
                            &bench->scratch, &bench->faults);
}

struct kt_template_reader
bench_reader(struct bench *bench)
{
    ck_assert_ptr_nonnull(bench_lexicon(bench));
    return (struct kt_template_reader){.arena = &bench->arena,
                                       .scratch = &bench->scratch,
                                       .faults = &bench->faults,
                                       .lexicon = &bench->lexicon};
}

const struct kt_entry *
bench_entry(const struct bench *bench, const char *text)
{
    for (uint32_t i = 1; i < bench->lexicon.entry_count; i++) {
        const struct kt_entry *entry = &bench->lexicon.entries[i];
        if (entry->length == strlen(text) &&
            memcmp(entry->text, text, entry->length) == 0)
            return entry;
    }
    return NULL;
}
