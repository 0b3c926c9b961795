/*
 * Quotation marks.
 * In: marks.table, a row for each spelling of a mark.
 * Out: the spellings, ordered so that the longest that stands at a place is
 * found by looking at those of its first byte.
 * Does not say which side a mark is in a text: that is mark_sides.c.
 *
 * Example: in `&quot;Kami siap,'' katanya` the marks are `&quot;` and `''`.
 */
#include "marks.h"

#include <string.h>

/* kt_marks.first holds index + 1 in a byte. */
#define MARKS_MAX 254

enum column { TEXT, SIDE, LEVEL, FAMILY, COLUMNS };

struct reader {
    struct kt_cells cells;
    struct kt_arena *arena;
};

static size_t
encode(uint32_t c, char *out)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    out[0] = (char)(0xe0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3f));
    out[2] = (char)(0x80 | (c & 0x3f));
    return 3;
}

static int
hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* `XXXX` at *at; 0 when it is none that may be encoded. */
static uint32_t
read_hex(const char **at)
{
    uint32_t c = 0;

    for (int i = 0; i < 4; i++) {
        int digit = hex_digit(**at);
        if (digit < 0)
            return 0;
        c = c << 4 | (uint32_t)digit;
        (*at)++;
    }
    return c >= 0xd800 && c < 0xe000 ? 0 : c;
}

/*
 * Decodes `U+00E2+U+0080` in place of the typed characters. Returns the
 * length, or 0 when the cell is not written like that. out has room for as
 * many bytes as the cell has.
 */
static size_t
decode_points(const char *text, char *out)
{
    size_t length = 0;

    for (;;) {
        if (strncmp(text, "U+", 2) != 0)
            return 0;
        text += 2;
        uint32_t c = read_hex(&text);
        if (c == 0)
            return 0;
        length += encode(c, out + length);
        if (*text == '\0')
            return length;
        if (*text++ != '+')
            return 0;
    }
}

static bool
read_text(const struct reader *reader, struct kt_mark *mark)
{
    const struct kt_cells *cells = &reader->cells;
    const char *value = kt_table_cell(cells->table, cells->row,
                                      cells->columns[TEXT]); /* `_`: blank */
    size_t length = strlen(value);
    char *text = kt_arena_copy(reader->arena, value, length);

    if (text == NULL)
        return kt_faults_no_memory(cells->faults);
    if (strncmp(value, "U+", 2) == 0) {
        length = decode_points(value, text);
        text[length] = '\0';
    }
    if (length == 0)
        return kt_bad_cell(cells, TEXT, NULL,
                           "mark; typed, or U+XXXX+U+XXXX");
    mark->text = text;
    mark->length = (uint32_t)length;
    return true;
}

static bool
read_side(const struct kt_cells *cells, struct kt_mark *mark)
{
    static const char *const names[] = {"neither", "opens", "closes",
                                        "either"};

    for (unsigned side = 0; side < 4; side++)
        if (strcmp(kt_cell(cells, SIDE), names[side]) == 0) {
            mark->side = (enum kt_mark_side)side;
            return true;
        }
    return kt_bad_cell(cells, SIDE, NULL,
                       "side; it is opens, closes, either or neither");
}

static bool
read_level(const struct kt_cells *cells, struct kt_mark *mark)
{
    const char *value = kt_cell(cells, LEVEL);

    if ((value[0] != '1' && value[0] != '2') || value[1] != '\0')
        return kt_bad_cell(cells, LEVEL, NULL, "level; it is 1 or 2");
    mark->level = (uint32_t)(value[0] - '0');
    return true;
}

/* A family's number: the first row that names it. */
static uint32_t
read_family(const struct kt_cells *cells)
{
    const char *family = kt_cell(cells, FAMILY);

    for (uint32_t i = 0; i < cells->row; i++)
        if (strcmp(kt_table_name(cells->table, i, cells->columns[FAMILY]),
                   family) == 0)
            return i;
    return cells->row;
}

/* By first byte, then longest first. */
static bool
comes_before(const struct kt_mark *a, const struct kt_mark *b)
{
    if (a->text[0] != b->text[0])
        return (unsigned char)a->text[0] < (unsigned char)b->text[0];
    return a->length > b->length;
}

static void
insert_mark(struct kt_mark *marks, uint32_t count, struct kt_mark mark)
{
    while (count > 0 && comes_before(&mark, &marks[count - 1])) {
        marks[count] = marks[count - 1];
        count--;
    }
    marks[count] = mark;
}

static void
index_marks(struct kt_marks *marks)
{
    for (uint32_t i = marks->count; i > 0; i--)
        marks->first[(unsigned char)marks->marks[i - 1].text[0]] = (uint8_t)i;
}

static bool
read_rows(struct kt_marks *marks, struct reader *reader)
{
    struct kt_cells *cells = &reader->cells;
    uint32_t count = cells->table->row_count;
    struct kt_mark *items;
    bool good = true;

    items = kt_arena_take(reader->arena, (count + 1) * sizeof *items);
    if (items == NULL)
        return kt_faults_no_memory(cells->faults);
    for (cells->row = 0; cells->row < count; cells->row++) {
        struct kt_mark mark = {.family = read_family(cells)};
        /* every fault of a row is told, not only its first */
        bool text = read_text(reader, &mark);
        bool side = read_side(cells, &mark);
        bool level = read_level(cells, &mark);
        if (text && side && level)
            insert_mark(items, marks->count++, mark);
        else
            good = false;
    }
    marks->marks = items;
    return good;
}

bool
kt_marks_load(struct kt_marks *marks, const struct kt_table *table,
              struct kt_arena *arena, struct kt_faults *faults)
{
    static const char *const names[COLUMNS] = {"text", "side", "level",
                                               "family"};
    struct reader reader = {.arena = arena};

    memset(marks, 0, sizeof *marks);
    if (!kt_cells_begin(&reader.cells, table, names, COLUMNS, faults))
        return false;
    if (table->row_count > MARKS_MAX) {
        kt_fault(faults, table->file, &table->lines[MARKS_MAX], 0, NULL,
                 "more than %d marks", MARKS_MAX);
        return false;
    }
    if (!read_rows(marks, &reader))
        return false;
    index_marks(marks);
    return true;
}

int
kt_marks_at(const struct kt_marks *marks, const char *text, size_t length,
            size_t at)
{
    unsigned char byte = (unsigned char)text[at];

    if (marks->first[byte] == 0)
        return -1;
    for (uint32_t i = marks->first[byte] - 1u; i < marks->count; i++) {
        const struct kt_mark *mark = &marks->marks[i];
        if ((unsigned char)mark->text[0] != byte)
            return -1;
        if (mark->length <= length - at
            && memcmp(mark->text, text + at, mark->length) == 0)
            return (int)i;
    }
    return -1;
}
