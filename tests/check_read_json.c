/*
 * JSON: what the plain way reads is what json-c reads. Generated lines, whole
 * and damaged, are read in both ways; documents and faults have to agree.
 */
#include "flat_json.h"
#include "kind.h"
#include "libraries.h"

#include <stdio.h>
#include <string.h>

#include "check_kutip.h"

static uint32_t state;

static uint32_t
below(uint32_t limit)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % limit;
}

/* ------------------------------------------------------------ both ways */

struct result {
    struct piece piece;
    struct document document;
    struct fault fault;
    bool good;
};

static void
read_one(struct result *result, const struct options *options,
         struct flat_json *flat, const char *line, size_t length)
{
    struct means means = {.options = options, .flat = flat};

    *result = (struct result){.good = false};
    ck_assert(buffer_add(&result->piece.bytes, line, length));
    result->good = jsonl_kind.read(&means, &result->piece, &result->document,
                                   &result->fault);
}

static void
release(struct result *result)
{
    document_release(&result->document);
    buffer_release(&result->piece.bytes);
}

static void
same(const char *a, const char *b)
{
    ck_assert(!a == !b);
    if (a)
        ck_assert_str_eq(a, b);
}

static void
compare(const struct options *options, struct flat_json *flat,
        const char *line, size_t length)
{
    struct result fast, slow;

    read_one(&fast, options, flat, line, length);
    read_one(&slow, options, NULL, line, length);
    if (fast.good != slow.good)
        ck_abort_msg("%.*s", (int)length, line);
    if (fast.good) {
        ck_assert_uint_eq(fast.document.length, slow.document.length);
        ck_assert_mem_eq(fast.document.text, slow.document.text,
                         slow.document.length + 1);
        same(fast.document.name, slow.document.name);
        same(fast.document.title, slow.document.title);
        same(fast.document.outlet, slow.document.outlet);
        same(fast.document.published, slow.document.published);
        same(fast.document.url, slow.document.url);
    } else {
        ck_assert_str_eq(fast.fault.message, slow.fault.message);
        ck_assert_uint_eq(fast.fault.at, slow.fault.at);
    }
    release(&fast);
    release(&slow);
}

/* ------------------------------------------------------- generated lines */

static const char *const names[] = {
    "text", "isi", "Text",  "ISI",      "id",   "ID",     "title",   "judul",
    "outlet", "x",  "source", "tanggal", "date", "url",    "a.b",     "",
    "\xC3\xB1", "media", "waktu", "publisher.name",
};

static const char *const odd_names[] = {
    "te\\u0078t", "te\\\"xt", "a\tb", "text\\", "\\u0000",
};

static const char *const pieces[] = {
    "Air sudah turun. ", "\\\"Siap,\\\" ",  "\\n", "\\n\\n",   "\\t",
    "\\/", "\\\\", "\\u201C", "\\u00e9", "\\ud83d\\ude00", "\xE2\x80\x9C",
    "\xF0\x9F\x98\x80", "a", "kata Ratna Kusumaningrum, ", " ", "\\b\\f\\r",
};

static const char *const odd_pieces[] = {
    "\\u0000", "\\ud83d", "\\ude00", "\\ud83d\\u0041", "\\u12", "\\x", "\t",
    "\xFF", "\x01", "\\uD800\\uD800", "\\u+123", "\xED\xA0\x80",
};

static const char *const words[] = {
    "null", "true", "false", "0", "7", "-1", "123456789012345678",
};

static const char *const odd_words[] = {
    "-0", "01", "1.5", "1e3", "-", "1234567890123456789", "+1", "1.",
    "99999999999999999999", "nul", "TRUE", "NaN", "Infinity", "'a'", "{}",
    "[]", "[\"satu\",\"dua\"]", "{\"name\":\"Kabar\"}", "\"a\" \"b\"", "",
    "/* */1", "{\"b\":\"dalam\"}", "-Infinity", "1x", "truex", "nullx",
};

static const char *const blanks[] = {"", "", "", " ", "  ", "\n", "\t", "\r"};

#define ANY(list) list[below(sizeof list / sizeof *list)]

/* One in so many is odd; 0: none. */
static bool
is_odd(uint32_t rare)
{
    return rare > 0 && below(rare) == 0;
}

static void
add(struct buffer *line, const char *string)
{
    ck_assert(buffer_add(line, string, strlen(string)));
}

static void
add_value(struct buffer *line, uint32_t rare)
{
    if (is_odd(rare)) {
        add(line, ANY(odd_words));
        return;
    }
    if (below(4) == 0) {
        add(line, ANY(words));
        return;
    }
    add(line, "\"");
    for (uint32_t count = below(12); count > 0; count--)
        add(line, is_odd(rare * 8) ? ANY(odd_pieces) : ANY(pieces));
    add(line, "\"");
}

static void
make_line(struct buffer *line, uint32_t rare)
{
    line->used = 0;
    add(line, ANY(blanks));
    add(line, "{");
    for (uint32_t count = below(7) + 1; count > 0; count--) {
        add(line, ANY(blanks));
        add(line, "\"");
        add(line, is_odd(rare * 2) ? ANY(odd_names) : ANY(names));
        add(line, "\"");
        add(line, ANY(blanks));
        add(line, ":");
        add(line, ANY(blanks));
        add_value(line, rare);
        add(line, ANY(blanks));
        if (count > 1 || is_odd(rare * 4))
            add(line, ",");
    }
    add(line, "}");
    add(line, is_odd(rare * 4) ? "x" : ANY(blanks));
}

/* Some bytes change, go, or come twice; or the end is missing. */
static void
damage(struct buffer *line)
{
    size_t at = below((uint32_t)line->used);

    switch (below(4)) {
    case 0:
        line->bytes[at] = (char)below(256);
        break;
    case 1:
        line->bytes[at] = "\"\\{}[],:u0 "[below(11)];
        break;
    case 2:
        memmove(line->bytes + at, line->bytes + at + 1, line->used - at - 1);
        line->used--;
        break;
    default:
        line->used = at;
    }
}

static void
compare_many(const struct options *options, uint32_t rare, bool damaged)
{
    static struct flat_json flat;
    struct buffer line = {NULL, 0, 0};

    state = rare + 1;
    for (int i = 0; i < 5000; i++) {
        make_line(&line, rare);
        if (damaged)
            damage(&line);
        compare(options, &flat, line.bytes, line.used);
        /* The shape that was learned serves again. */
        compare(options, &flat, line.bytes, line.used);
    }
    buffer_release(&line);
    flat_json_release(&flat);
}

static const struct options options_cases[] = {
    {.jobs = 0},
    {.fields = {[PART_TEXT] = "isi", [PART_OUTLET] = "a.b"}},
    {.fields = {[PART_ID] = "nothing", [PART_TITLE] = "x"}},
};

START_TEST(plain_lines)
{
    compare_many(&options_cases[_i], 0, false);
}
END_TEST

START_TEST(odd_lines)
{
    compare_many(&options_cases[_i], 8, false);
}
END_TEST

START_TEST(damaged_lines)
{
    compare_many(&options_cases[_i], 30, true);
}
END_TEST

/* ----------------------------------------------------------- by themselves */

/* What is as plain as most has to go the fast way. */
START_TEST(plain_is_plain)
{
    static const char line[] =
        " {\"id\": 7, \"judul\": null, \"isi\": \"\\\"Siap,\\\" kata Ratna."
        "\\n\\u201cYa.\\u201d \\ud83d\\ude00\", \"baru\": true}\r\n";
    static const char text[] = "\"Siap,\" kata Ratna.\n\xE2\x80\x9CYa."
                               "\xE2\x80\x9D \xF0\x9F\x98\x80";
    struct flat_json flat = {.count = 0};

    ck_assert(flat_json_read(&flat, line, strlen(line)));
    ck_assert_uint_eq(flat.count, 4);
    ck_assert_str_eq(flat.fields[0].value, "7");
    ck_assert_ptr_null(flat.fields[1].value);
    ck_assert_str_eq(flat.fields[2].value, text);
    ck_assert_uint_eq(flat.fields[2].length, strlen(text));
    ck_assert_str_eq(flat.fields[3].value, "true");
    ck_assert_ptr_eq(flat_json_field(&flat, "ISI", true), &flat.fields[2]);
    ck_assert_ptr_null(flat_json_field(&flat, "ISI", false));
    ck_assert(!flat_json_fits(&flat));
    ck_assert(flat_json_learn(&flat));
    ck_assert(flat_json_fits(&flat) && !flat.shape.strange);
    flat_json_release(&flat);
}
END_TEST

/* A long line in memory of its own length: nothing behind it is read. */
START_TEST(every_end)
{
    static const char line[] =
        "{\"isi\":\"Air di Kali Code sudah turun, kata Ratna Kusumaningrum."
        "\\u00e9\\\\ \\\"Siap,\\\"\",\"id\":12}";
    struct flat_json flat = {.count = 0};

    for (size_t length = 0; length <= strlen(line); length++) {
        char *bytes = malloc(length + 1);

        ck_assert_ptr_nonnull(bytes);
        memcpy(bytes + 1, line, length);
        ck_assert(flat_json_read(&flat, bytes + 1, length) ==
                  (length == strlen(line)));
        buffer_release(&flat.text); /* no more room than for this one */
        free(bytes);
    }
    flat_json_release(&flat);
}
END_TEST

/* More fields than a plain object has are read, too, by json-c. */
START_TEST(many_fields)
{
    static struct flat_json flat;
    struct buffer line = {NULL, 0, 0};

    add(&line, "{");
    for (int i = 0; i < FLAT_MOST + 3; i++) {
        char field[32];

        snprintf(field, sizeof field, "\"f%d\":%d,", i, i);
        add(&line, field);
    }
    add(&line, "\"isi\":\"Hujan.\"}");
    compare(&options_cases[0], &flat, line.bytes, line.used);
    buffer_release(&line);
    flat_json_release(&flat);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("read_json");

    if (json_library()) {
        tcase_add_loop_test(tcase, plain_lines, 0, 3);
        tcase_add_loop_test(tcase, odd_lines, 0, 3);
        tcase_add_loop_test(tcase, damaged_lines, 0, 3);
        tcase_add_test(tcase, many_fields);
    }
    tcase_add_test(tcase, plain_is_plain);
    tcase_add_test(tcase, every_end);
    return check_run("read_json", tcase, NULL);
}
