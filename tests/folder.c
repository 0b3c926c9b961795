/* Pattern folders made for one test; see folder.h. */
#include "folder.h"

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check_kutip.h"

struct folder *
folder_new(void)
{
    const char *above = getenv("TMPDIR");
    struct folder *folder = calloc(1, sizeof *folder);

    ck_assert_ptr_nonnull(folder);
    snprintf(folder->path, sizeof folder->path, "%s/kutip-check-XXXXXX",
             above != NULL && above[0] != '\0' ? above : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(folder->path));
    folder_write(folder, "set.table",
                 "%kutip table 1 set name version\nchecked 3\n");
    return folder;
}

void
folder_write(struct folder *folder, const char *name, const char *text)
{
    char path[512];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

void
folder_report(void *context, const struct kutip_diagnostic *fault)
{
    struct folder *folder = context;
    const char *slash = strrchr(fault->file, '/');
    size_t used = strlen(folder->faults);

    folder->fault_count++;
    snprintf(folder->faults + used, sizeof folder->faults - used,
             "%s:%u:%u: %s%s%s%s\n", slash ? slash + 1 : fault->file,
             (unsigned)fault->line, (unsigned)fault->column, fault->message,
             fault->hint ? " [" : "", fault->hint ? fault->hint : "",
             fault->hint ? "]" : "");
}

kutip_engine *
folder_load_path(struct folder *folder, const char *path)
{
    struct kutip_engine_options options = {.patterns = path,
                                           .report = folder_report,
                                           .report_context = folder};

    folder->faults[0] = '\0';
    folder->fault_count = 0;
    return kutip_engine_new(&options, &folder->error);
}

kutip_engine *
folder_load(struct folder *folder)
{
    return folder_load_path(folder, folder->path);
}

void
folder_free(struct folder *folder)
{
    DIR *directory = opendir(folder->path);
    const struct dirent *item;

    while (directory != NULL && (item = readdir(directory)) != NULL) {
        char path[1024];
        snprintf(path, sizeof path, "%s/%s", folder->path, item->d_name);
        if (item->d_name[0] != '.')
            unlink(path);
    }
    if (directory != NULL)
        closedir(directory);
    rmdir(folder->path);
    free(folder);
}
