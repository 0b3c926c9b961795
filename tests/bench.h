/*
 * For tests of what reads pattern files: files made for one test, read into
 * arenas of its own, with the faults they were told of and as much memory
 * as the test allows.
 *
 *     struct bench bench;
 *     bench_open(&bench);
 *     const struct kt_table *table =
 *         bench_table(&bench, "fish.table", "%kutip table 1 fish name\n");
 *     ck_assert_str_eq(bench.folder->faults, "");
 *     bench_close(&bench);
 */
#ifndef BENCH_H
#define BENCH_H

#include "folder.h"
#include "lexicon.h"
#include "memory.h"
#include "tables.h"
#include "template_tree.h"

struct bench {
    struct folder *folder; /* told faults: folder->faults */
    struct memory memory;  /* of both arenas; without an end at first */
    struct kt_arena arena;
    struct kt_arena scratch;
    struct kutip_error error;
    struct kt_faults faults;
    struct kt_folder files; /* bench_lexicon() */
    struct kt_lexicon lexicon;
};

void
bench_open(struct bench *bench);

void
bench_close(struct bench *bench);

/* Writes a file and reads it; a file that cannot be read fails the test. */
const struct kt_pattern_file *
bench_file(struct bench *bench, const char *name, const char *text);

const struct kt_table *
bench_table(struct bench *bench, const char *name, const char *text);

/* Begins a lexicon of the folder as it is. NULL: out of memory. */
struct kt_lexicon_builder *
bench_lexicon(struct bench *bench);

/* A reader of templates, with a lexicon of the folder as it is. */
struct kt_template_reader
bench_reader(struct bench *bench);

/* The entry of the lexicon with the text as typed, or NULL. */
const struct kt_entry *
bench_entry(const struct bench *bench, const char *text);

#endif
