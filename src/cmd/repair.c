/*
 * In: a text as it was given. Out: the text that the analysis gets, and
 * where its bytes come from.
 *
 * Not attempted: changing anything that is written: fields are cut from the
 * text as it was given.
 *
 * Example: `&quot;Siap,&quot; kata Ratna` is analysed as `"Siap," kata
 * Ratna`; its quotation stands at bytes 6 to 11.
 */
#include "repair.h"

#include "blocks.h"
#include "unicode.h"

/* The bytes that need a look. */
static inline unsigned
suspects(struct block block)
{
    return block_above(block) | block_equal(block, '&');
}

static size_t
next_suspect(const char *text, size_t length, size_t at)
{
    char some[BLOCK_SIZE];

    for (; length - at >= BLOCK_SIZE; at += BLOCK_SIZE) {
        unsigned marks = suspects(block_at(text + at));

        if (marks)
            return at + block_first(marks);
    }
    if (at == length ||
        !suspects(block_copy_some(some, text + at, length - at)))
        return length;
    while (text[at] != '&' && (unsigned char)text[at] < 0x80)
        at++;
    return at;
}

/* Whether nothing but ASCII is valid UTF-8. */
static bool
is_ascii(const char *text, size_t length)
{
    size_t at = next_suspect(text, length, 0);

    while (at < length) {
        struct character next = read_character(text + at, length - at);

        if (next.valid && next.length > 1)
            return false;
        at = next_suspect(text, length, at + next.length);
    }
    return true;
}

static bool
add_step(struct repair *repair, size_t from)
{
    struct repair_step step = {repair->text.used, from};

    return buffer_add(&repair->steps, (const char *)&step, sizeof step);
}

/* What is looked at, and whether it has been. */
struct look {
    const char *text;
    size_t length;
    bool known; /* whether it is ASCII but for what is invalid */
    bool ascii;
};

static bool
find(struct look *look, size_t at, struct finding *finding)
{
    const char *text = look->text + at;

    if (!look->known && !read_character(text, look->length - at).valid) {
        look->ascii = is_ascii(look->text, look->length);
        look->known = true;
    }
    return find_damage(look->text, look->length, at, look->ascii, finding);
}

/* The text up to the damage, from where the last one ended, and what was
 * meant. */
static bool
mend(struct repair *repair, size_t done, size_t at,
     const struct finding *finding)
{
    char bytes[4];

    repair->counts[finding->damage]++;
    repair->damaged = true;
    return buffer_add(&repair->text, repair->given + done, at - done) &&
           add_step(repair, at) &&
           buffer_add(&repair->text, bytes,
                      write_character(finding->point, bytes)) &&
           add_step(repair, at + finding->length);
}

bool
repair_text(struct repair *repair, const char *text, size_t length)
{
    struct look look = {.text = text, .length = length};
    struct finding finding;
    size_t done = 0; /* all before it is in the repaired text */
    size_t at = next_suspect(text, length, 0);

    *repair = (struct repair){.given = text};
    while (at < length) {
        if (is_three_bytes(text + at, length - at)) {
            at += 3;
        } else if (find(&look, at, &finding)) {
            if (!mend(repair, done, at, &finding))
                return false;
            at += finding.length;
            done = at;
        } else {
            at += read_character(text + at, length - at).length;
        }
        at = next_suspect(text, length, at);
    }
    return !repair->damaged ||
           buffer_add(&repair->text, text + done, length - done);
}

void
repair_release(struct repair *repair)
{
    buffer_release(&repair->text);
    buffer_release(&repair->steps);
}

size_t
repair_offset(const struct repair *repair, size_t offset)
{
    const struct repair_step *steps = (const void *)repair->steps.bytes;
    size_t low = 0;
    size_t high = repair->steps.used / sizeof *steps;

    /* The last step that does not lie behind the offset. */
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (steps[middle].to <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 ? offset
                    : steps[low - 1].from + (offset - steps[low - 1].to);
}

struct kutip_span
repair_span(const struct repair *repair, const struct kutip_span *span)
{
    struct kutip_span given = *span;

    if (!repair->damaged || !span->text)
        return given;
    given.start = repair_offset(repair, span->start);
    given.end = repair_offset(repair, span->end);
    given.text = repair->given + given.start;
    given.length = given.end - given.start;
    return given;
}
