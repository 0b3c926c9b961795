/*
 * Reading a pattern file.
 * In: a path. Out: shape, words of the header line, and the lines that hold
 * something, each with its place. Does not know what the lines mean.
 *
 *     %kutip words 1          <- header
 *     # heads of a role       <- no line
 *     [ROLE]                  <- line 3
 *     menteri    # minister   <- line 4, "menteri"
 */
#include "pattern_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"
#include "text.h"

/* Nobody writes so large a pattern file by hand. */
#define FILE_SIZE_MAX ((size_t)64 << 20)

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

bool
kt_line_word(const char *text, size_t *at, size_t *start, size_t *length)
{
    size_t i = *at;

    while (is_blank(text[i]))
        i++;
    *start = i;
    while (text[i] != '\0' && !is_blank(text[i]))
        i++;
    *length = i - *start;
    *at = i;
    return *length > 0;
}

size_t
kt_header_place(const struct kt_pattern_file *file, uint32_t number)
{
    size_t at = 0, start = 0, length;

    /* `%kutip`, the shape and the version stand before the arguments. */
    for (uint32_t i = 0; i < 3 + number + 1; i++)
        if (!kt_line_word(file->header.text, &at, &start, &length))
            break;
    return start;
}

/* ------------------------------------------------------------- the bytes */

static bool
io_failed(struct kt_faults *faults, const char *path, const char *why)
{
    faults->fatal = true;
    kt_error_set(faults->error, KUTIP_IO, "cannot read %s: %s", path, why);
    return false;
}

static bool
read_all(int descriptor, char *into, size_t size, size_t *got)
{
    *got = 0;
    while (*got < size) {
        ssize_t n = read(descriptor, into + *got, size - *got);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        if (n == 0)
            break;
        *got += (size_t)n;
    }
    return true;
}

/* The whole open file, terminated. NULL: the fault is told. */
static char *
slurp_open(int descriptor, const char *path, size_t *length,
           struct kt_arena *arena, struct kt_faults *faults)
{
    struct stat status;
    char *text;

    if (fstat(descriptor, &status) != 0) {
        io_failed(faults, path, strerror(errno));
        return NULL;
    }
    if (!S_ISREG(status.st_mode) || status.st_size < 0 ||
        (uintmax_t)status.st_size > FILE_SIZE_MAX) {
        io_failed(faults, path, "no file of a size that can be");
        return NULL;
    }
    text = kt_arena_take(arena, (size_t)status.st_size + 1);
    if (text == NULL) {
        kt_faults_no_memory(faults);
        return NULL;
    }
    if (!read_all(descriptor, text, (size_t)status.st_size, length)) {
        io_failed(faults, path, strerror(errno));
        return NULL;
    }
    text[*length] = '\0';
    return text;
}

static char *
slurp(const char *path, size_t *length, struct kt_arena *arena,
      struct kt_faults *faults)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    char *text;

    if (descriptor < 0) {
        io_failed(faults, path, strerror(errno));
        return NULL;
    }
    text = slurp_open(descriptor, path, length, arena, faults);
    close(descriptor);
    return text;
}

/* -------------------------------------------------------------- the lines */

/* Bytes of the line before its comment. */
static uint32_t
comment_start(const char *raw, uint32_t length)
{
    const char *mark = memchr(raw, '#', length);

    while (mark != NULL && mark > raw && !is_blank(mark[-1])) {
        mark++;
        mark = memchr(mark, '#', (size_t)(raw + length - mark));
    }
    return mark == NULL ? length : (uint32_t)(mark - raw);
}

/* Cuts the blanks off the first `end` bytes. */
static void
trim_line(struct kt_line *line, uint32_t end)
{
    const char *raw = line->raw;
    uint32_t start = 0;

    while (end > 0 && is_blank(raw[end - 1]))
        end--;
    while (start < end && is_blank(raw[start]))
        start++;
    line->indent = start;
    line->length = end - start;
    line->text = raw + start;
}

bool
kt_line_terminate(struct kt_line *line, struct kt_arena *arena)
{
    if (line->text[line->length] != '\0')
        line->text = kt_arena_copy(arena, line->text, line->length);
    return line->text != NULL;
}

/* Takes the next line off *rest, terminates it. Returns its length. */
static size_t
take_line(char **rest, char *end, struct kt_line *line)
{
    char *start = *rest;
    char *stop = memchr(start, '\n', (size_t)(end - start));
    size_t length = (size_t)((stop ? stop : end) - start);

    *rest = stop ? stop + 1 : end;
    if (length > 0 && start[length - 1] == '\r')
        length--;
    start[length] = '\0';
    line->raw = start;
    line->number++;
    return length;
}

/* A fault of the bytes themselves, if the line has one. */
static bool
sound_line(const struct kt_pattern_file *file, struct kt_line *line,
           size_t length, struct kt_faults *faults)
{
    size_t good = kt_text_validate(line->raw, length, NULL);

    line->indent = 0;
    if (memchr(line->raw, '\0', length) != NULL) {
        kt_fault(faults, file, line, 0, NULL, "a NUL byte in the line");
        return false;
    }
    if (good < length) {
        kt_fault(faults, file, line, good, NULL, "not valid UTF-8");
        return false;
    }
    return true;
}

/* Most files are, and then no line of them needs to be looked at. */
static bool
all_sound(const char *text, size_t length)
{
    return kt_text_validate(text, length, NULL) == length &&
           memchr(text, '\0', length) == NULL;
}

void
kt_lines_begin(struct kt_lines *lines, const struct kt_pattern_file *file)
{
    *lines = (struct kt_lines){.file = file,
                               .line.number = 1,
                               .rest = file->text,
                               .end = file->text + file->length,
                               .sound = all_sound(file->text, file->length)};
}

bool
kt_lines_next(struct kt_lines *lines, struct kt_faults *faults)
{
    while (lines->rest < lines->end) {
        size_t length = take_line(&lines->rest, lines->end, &lines->line);
        const char *raw = lines->line.raw;
        if (!lines->sound &&
            !sound_line(lines->file, &lines->line, length, faults))
            continue;
        if (kt_next_byte(&lines->hash, raw, lines->end, '#') < raw + length)
            length = comment_start(raw, (uint32_t)length);
        trim_line(&lines->line, (uint32_t)length);
        if (lines->line.length > 0)
            return true;
    }
    return false;
}

static size_t
count_lines(const char *text, size_t length)
{
    const char *end = text + length;
    size_t count = 1;

    while (text < end && (text = memchr(text, '\n', (size_t)(end - text)))) {
        count++;
        text++;
    }
    return count;
}

static bool
split_lines(struct kt_pattern_file *file, struct kt_arena *arena,
            struct kt_faults *faults)
{
    size_t room = count_lines(file->text, file->length);
    struct kt_lines lines;

    file->lines = kt_arena_take(arena, room * sizeof *file->lines);
    if (file->lines == NULL)
        return kt_faults_no_memory(faults);
    kt_lines_begin(&lines, file);
    while (kt_lines_next(&lines, faults)) {
        if (!kt_line_terminate(&lines.line, arena))
            return kt_faults_no_memory(faults);
        file->lines[file->line_count++] = lines.line;
    }
    return true;
}

/* ------------------------------------------------------------- the header */

static const char *const shape_names[] = {
    [KT_WORDS] = "words", [KT_TABLE] = "table", [KT_TEMPLATES] = "templates"};

enum { SHAPE_COUNT = sizeof shape_names / sizeof *shape_names };

static bool
read_shape(struct kt_pattern_file *file, const char *name, size_t at,
           struct kt_faults *faults)
{
    for (int i = 0; i < SHAPE_COUNT; i++)
        if (strcmp(shape_names[i], name) == 0) {
            file->shape = (enum kt_shape)i;
            return true;
        }
    kt_fault(faults, file, &file->header, at,
             kt_nearest_name(name, shape_names, SHAPE_COUNT),
             "unknown shape '%s' (words, table or templates)", name);
    return false;
}

/* The words of the header: arguments[0] is `%kutip`. */
static bool
split_header(struct kt_pattern_file *file, size_t *places, uint32_t room,
             struct kt_arena *arena, struct kt_faults *faults)
{
    size_t at = 0, start, length;

    file->arguments = kt_arena_take(arena, room * sizeof *file->arguments);
    if (file->arguments == NULL)
        return kt_faults_no_memory(faults);
    while (file->argument_count < room &&
           kt_line_word(file->header.text, &at, &start, &length)) {
        const char *word =
            kt_arena_copy(arena, file->header.text + start, length);
        if (word == NULL)
            return kt_faults_no_memory(faults);
        places[file->argument_count] = start;
        file->arguments[file->argument_count++] = word;
    }
    return true;
}

/* No table has more columns. */
enum { HEADER_WORDS = 32 };

static bool
read_header(struct kt_pattern_file *file, struct kt_arena *arena,
            struct kt_faults *faults)
{
    size_t places[HEADER_WORDS];

    if (!split_header(file, places, HEADER_WORDS, arena, faults))
        return false;
    if (file->argument_count < 3 ||
        strcmp(file->arguments[0], "%kutip") != 0) {
        kt_fault(faults, file, &file->header, 0, NULL,
                 "the first line must be `%%kutip SHAPE 1 ...`");
        return false;
    }
    if (!read_shape(file, file->arguments[1], places[1], faults))
        return false;
    if (strcmp(file->arguments[2], "1") != 0) {
        kt_fault(faults, file, &file->header, places[2], NULL,
                 "unknown format version '%s' (this library reads 1)",
                 file->arguments[2]);
        return false;
    }
    file->arguments += 3;
    file->argument_count -= 3;
    return true;
}

bool
kt_pattern_file_read(struct kt_pattern_file *file, const char *path,
                     struct kt_arena *arena, struct kt_faults *faults)
{
    static const char mark[] = "\xEF\xBB\xBF";
    const char *slash = strrchr(path, '/');
    size_t length, first;
    char *text;

    *file = (struct kt_pattern_file){.path = path};
    file->name = slash ? slash + 1 : path;
    text = slurp(path, &length, arena, faults);
    if (text == NULL)
        return false;
    char *end = text + length;
    if (length >= 3 && memcmp(text, mark, 3) == 0)
        text += 3;
    first = take_line(&text, end, &file->header);
    if (!sound_line(file, &file->header, first, faults))
        return false;
    trim_line(&file->header,
              comment_start(file->header.raw, (uint32_t)first));
    if (!kt_line_terminate(&file->header, arena))
        return kt_faults_no_memory(faults);
    file->text = text;
    file->length = (size_t)(end - text);
    return read_header(file, arena, faults) &&
           (file->shape == KT_WORDS || split_lines(file, arena, faults));
}
