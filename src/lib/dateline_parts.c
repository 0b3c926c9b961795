/*
 * The parts of a dateline: who reports, and from where.
 *
 * In: a stretch that dateline.c found. Out: the outlet and the place in it,
 * where they can be told apart: a site (`Kabar.com`) is an outlet, a place
 * of the lexicon is a place; of two parts, what is not the one is the
 * other. What it does not attempt: a part that stands alone and is neither.
 *
 *     WONOSARI, KABAR PAGI - Pasar itu …
 *     place     outlet
 */
#include "dateline_parts.h"

#include <string.h>

enum { MOST_PARTS = 6 };

enum part_kind { PART_UNKNOWN, PART_SITE, PART_PLACE };

struct part {
    enum part_kind kind;
    uint32_t start;
    uint32_t end;
};

/* Bytes of what separates parts at `at`: a mark, or a dash that is not
 * inside a word. */
static uint32_t
separator_length(const struct kt_raw *raw, uint32_t at)
{
    const char *text = raw->text + at;
    bool inside = at > 0 && at + 1 < raw->end && text[-1] > ' ' &&
                  text[1] > ' ' && text[1] != '-' && text[-1] != '-';
    if (text[0] == '-')
        return inside ? 0 : 1;
    if (text[0] != '\0' && strchr(",()|/", text[0]) != NULL)
        return 1;
    if (raw->end - at >= 3 && (memcmp(text, "\xE2\x80\x93", 3) == 0 ||
                               memcmp(text, "\xE2\x80\x94", 3) == 0))
        return 3;
    return 0;
}

static uint32_t
trim_end(const struct kt_raw *raw, uint32_t start, uint32_t end)
{
    while (end > start && (raw->text[end - 1] <= ' ' ||
                           raw->text[end - 1] == '.') &&
           (raw->text[end - 1] & 0x80) == 0)
        end--;
    return end;
}

static bool
is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* The end of a site's name that begins at `at`, or at: `Kabar.com` of
 * `Kabar.com-Hujan`, `KABAR.CO` of `KABAR.CO. JAKARTA`. */
static uint32_t
site_end(const struct kt_raw *raw, uint32_t at, uint32_t end)
{
    uint32_t found = at;
    for (uint32_t i = at; i < end && raw->text[i] > ' '; i++) {
        uint32_t letters = i + 1;
        if (raw->text[i] != '.')
            continue;
        while (letters < end && is_letter(raw->text[letters]))
            letters++;
        if (letters - i >= 3 && letters - i <= 5)
            found = letters;
    }
    return found;
}

/* White space in ASCII, or a blank that does not break. */
static bool
is_blank(const struct kt_raw *raw, uint32_t at)
{
    const char *text = raw->text + at;
    return (*text >= '\0' && *text <= ' ') ||
           (raw->end - at >= 2 && memcmp(text, "\xC2\xA0", 2) == 0);
}

/* Cuts a part down to the site in it: `Kabar.com` of `Laporan Wartawan
 * Kabar.com`. */
static bool
cut_to_site(const struct kt_raw *raw, struct part *part)
{
    uint32_t at = part->start;
    while (at < part->end) {
        uint32_t end = site_end(raw, at, part->end);
        if (end > at) {
            part->start = at;
            part->end = end;
            return true;
        }
        while (at < part->end && !is_blank(raw, at))
            at++;
        at = at < part->end ? kt_raw_skip(raw, at) : at;
    }
    return false;
}

/* A name of an outlet that is no site has no small letters, or two words,
 * or stands in brackets: `(Kabar)`. */
static bool
may_be_outlet(const struct kt_raw *raw, const struct part *part)
{
    bool small = false, blank = false;
    for (uint32_t at = part->start; at < part->end; at++) {
        small |= raw->text[at] >= 'a' && raw->text[at] <= 'z';
        blank |= raw->text[at] == ' ';
    }
    return !small || blank ||
           (part->start > 0 && raw->text[part->start - 1] == '(');
}

static enum part_kind
kind_of(const struct kt_raw *raw, struct part *part)
{
    struct kt_raw whole = {raw->engine, raw->text, part->end};
    if (cut_to_site(&whole, part))
        return PART_SITE;
    return kt_raw_phrase_end(&whole, part->start, KT_PLACE) == part->end
               ? PART_PLACE
               : PART_UNKNOWN;
}

/* Adds what stands between two separators, unless it is a date or empty. */
static void
add_part(const struct kt_raw *raw, struct part *parts, unsigned *count,
         uint32_t start, uint32_t end)
{
    start = kt_raw_skip(raw, start);
    if (start < end)
        end = trim_end(raw, start, end);
    if (start >= end || *count == MOST_PARTS ||
        (raw->text[start] >= '0' && raw->text[start] <= '9'))
        return;
    struct part part = {PART_UNKNOWN, start, end};
    part.kind = kind_of(raw, &part);
    parts[(*count)++] = part;
}

static unsigned
split(const struct kt_raw *raw, uint32_t at, struct part *parts)
{
    unsigned count = 0;
    uint32_t start = at;
    while (at < raw->end) {
        uint32_t n = separator_length(raw, at);
        if (n > 0)
            add_part(raw, parts, &count, start, at);
        at += n > 0 ? n : 1;
        if (n > 0)
            start = at;
    }
    add_part(raw, parts, &count, start, raw->end);
    return count;
}

/* The first part of a kind, or NULL. */
static const struct part *
find(const struct part *parts, unsigned count, enum part_kind kind)
{
    for (unsigned i = 0; i < count; i++)
        if (parts[i].kind == kind)
            return &parts[i];
    return NULL;
}

static struct kutip_span
span_of(const struct kt_raw *raw, const struct part *part)
{
    if (part == NULL)
        return (struct kutip_span){NULL, 0, 0, 0};
    return (struct kutip_span){raw->text + part->start,
                               part->end - part->start, part->start,
                               part->end};
}

struct kutip_dateline
kt_dateline_parts(const struct kt_raw *raw, uint32_t start)
{
    struct part parts[MOST_PARTS];
    unsigned count = split(raw, start, parts);
    const struct part *site = find(parts, count, PART_SITE);
    const struct part *place = find(parts, count, PART_PLACE);
    const struct part *unknown = find(parts, count, PART_UNKNOWN);
    if (site == NULL && place != NULL && unknown != NULL &&
        may_be_outlet(raw, unknown))
        site = unknown;
    else if (site != NULL && place == NULL)
        place = unknown;
    return (struct kutip_dateline){span_of(raw, site), span_of(raw, place)};
}
