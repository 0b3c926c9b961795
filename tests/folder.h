/*
 * Pattern folders made for one test: files are written into a new folder,
 * an engine is made of it, and its faults are kept as lines of text.
 *
 *     struct folder *folder = folder_new();
 *     folder_write(folder, "roles.words", "%kutip words 1\n[ROLE]\nmenteri\n");
 *     kutip_engine *engine = folder_load(folder);
 *     ck_assert_str_eq(folder->faults, "");
 *     kutip_engine_free(engine);
 *     folder_free(folder);
 */
#ifndef FOLDER_H
#define FOLDER_H

#include <kutip.h>

struct folder {
    char path[256];
    char faults[16384]; /* `file:line:col: message [hint]` lines */
    size_t fault_count;
    struct kutip_error error;
};

/* A new folder that holds nothing but set.table. */
struct folder *
folder_new(void);

void
folder_write(struct folder *folder, const char *name, const char *text);

/* An engine of the folder, or NULL; its faults go to folder->faults. */
kutip_engine *
folder_load(struct folder *folder);

/* The same for a folder that is there already. */
kutip_engine *
folder_load_path(struct folder *folder, const char *path);

/* Keeps a fault in a struct folder: a report callback. */
void
folder_report(void *folder, const struct kutip_diagnostic *fault);

/* Removes the folder and its files. */
void
folder_free(struct folder *folder);

#endif
