/*
 * A folder of pattern files.
 * In: its path. Out: every *.words, *.table and *.templates file in it, by
 * name, so that the order in which a file system lists them plays no part.
 * Looks into no folder below it.
 */
#include "pattern_file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"

static const char *const endings[] = {".words", ".table", ".templates"};

struct names {
    KT_LIST(const char *) list;
};

static bool
is_pattern_name(const char *name)
{
    size_t length = strlen(name);

    if (name[0] == '.')
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t ending = strlen(endings[i]);
        if (length > ending &&
            strcmp(name + length - ending, endings[i]) == 0)
            return true;
    }
    return false;
}

static bool
io_failed(struct kt_faults *faults, const char *path, const char *why)
{
    faults->fatal = true;
    kt_error_set(faults->error, KUTIP_IO, "cannot read the pattern folder "
                 "%s: %s", path, why);
    return false;
}

static bool
list_open(DIR *directory, const char *path, struct names *names,
          struct kt_arena *arena, struct kt_faults *faults)
{
    const struct dirent *item;

    for (errno = 0; (item = readdir(directory)) != NULL; errno = 0) {
        const char **slot;
        if (!is_pattern_name(item->d_name))
            continue;
        slot = kt_list_push(arena, &names->list);
        if (slot == NULL)
            return kt_faults_no_memory(faults);
        *slot = kt_arena_print(arena, "%s/%s", path, item->d_name);
        if (*slot == NULL)
            return kt_faults_no_memory(faults);
    }
    return errno == 0 ? true : io_failed(faults, path, strerror(errno));
}

static int
compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
list_names(const char *path, struct names *names, struct kt_arena *arena,
           struct kt_faults *faults)
{
    DIR *directory = opendir(path);
    bool listed;

    if (directory == NULL)
        return io_failed(faults, path, strerror(errno));
    listed = list_open(directory, path, names, arena, faults);
    closedir(directory);
    if (!listed)
        return false;
    if (names->list.count == 0)
        return io_failed(faults, path, "no pattern files in it");
    qsort(names->list.items, names->list.count, sizeof *names->list.items,
          compare_names);
    return true;
}

bool
kt_folder_read(struct kt_folder *folder, const char *path,
               struct kt_arena *arena, struct kt_faults *faults)
{
    struct names names = {{NULL, 0, 0}};

    *folder = (struct kt_folder){.path = path};
    if (!list_names(path, &names, arena, faults))
        return false;
    folder->files =
        kt_arena_take(arena, names.list.count * sizeof *folder->files);
    if (folder->files == NULL)
        return kt_faults_no_memory(faults);
    for (uint32_t i = 0; i < names.list.count; i++) {
        struct kt_pattern_file *file = &folder->files[folder->file_count];
        if (kt_pattern_file_read(file, names.list.items[i], arena, faults))
            folder->file_count++;
        else if (faults->fatal)
            return false;
    }
    return true;
}
