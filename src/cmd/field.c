/*
 * In: a row (a record, a sentence, an item of a stage) and a field of its
 * table. Out: the field's value.
 *
 * Not attempted: writing it (format_json.c, format_cells.c).
 *
 * Example: the column `cue` of the record of `"Siap," kata Ratna` is `kata`.
 */
#include "field.h"

#include "document.h"

#include <string.h>

#define RECORD(field) offsetof(struct kutip_record, field)
#define SENTENCE(field) offsetof(struct kutip_sentence, field)
#define DUMP(field) offsetof(struct dump_row, field)
#define KNOWN(field) offsetof(struct document, field)

/* clang-format off */
static const struct field span_keys[] = {
    {"text", FIELD_TEXT, 0, NULL},
    {"start", FIELD_FROM, 0, NULL},
    {"end", FIELD_TO, 0, NULL},
    {NULL, FIELD_END, 0, NULL},
};

static const struct field speaker_keys[] = {
    {"name", FIELD_TEXT, RECORD(speaker), NULL},
    {"kind", FIELD_KIND, RECORD(kind), NULL},
    {"mention", FIELD_TEXT, RECORD(mention), NULL},
    {"start", FIELD_FROM, RECORD(mention), NULL},
    {"end", FIELD_TO, RECORD(mention), NULL},
    {"introduced", FIELD_SPAN, RECORD(introduced), span_keys},
    {NULL, FIELD_END, 0, NULL},
};

const struct field record_keys[] = {
    {"doc", FIELD_KNOWN, KNOWN(name), NULL},
    {"id", FIELD_NUMBER, RECORD(id), NULL},
    {"type", FIELD_TYPE, RECORD(type), NULL},
    {"quote", FIELD_TEXT, RECORD(quote), NULL},
    {"start", FIELD_FROM, RECORD(quote), NULL},
    {"end", FIELD_TO, RECORD(quote), NULL},
    {"paragraph", FIELD_NUMBER, RECORD(paragraph), NULL},
    {"sentence", FIELD_NUMBER, RECORD(sentence), NULL},
    {"continues", FIELD_NUMBER, RECORD(continues), NULL},
    {"speaker", FIELD_SPEAKER, 0, speaker_keys},
    {"role", FIELD_SPAN, RECORD(role), span_keys},
    {"affiliation", FIELD_SPAN, RECORD(affiliation), span_keys},
    {"cue", FIELD_SPAN, RECORD(cue), span_keys},
    {"addressee", FIELD_SPAN, RECORD(addressee), span_keys},
    {"via", FIELD_SPAN, RECORD(via), span_keys},
    {"time", FIELD_SPAN, RECORD(time), span_keys},
    {"place", FIELD_SPAN, RECORD(place), span_keys},
    {"event", FIELD_SPAN, RECORD(event), span_keys},
    {"rule", FIELD_STRING, RECORD(rule), NULL},
    {"confidence", FIELD_SCORE, RECORD(confidence), NULL},
    {"title", FIELD_KNOWN, KNOWN(title), NULL},
    {"outlet", FIELD_KNOWN, KNOWN(outlet), NULL},
    {"published", FIELD_KNOWN, KNOWN(published), NULL},
    {"url", FIELD_KNOWN, KNOWN(url), NULL},
    {"quote_repaired", FIELD_REPAIRED, offsetof(struct record_row, repaired), NULL},
    {NULL, FIELD_END, 0, NULL},
};

const struct field record_columns[] = {
    {"doc", FIELD_KNOWN, KNOWN(name), NULL},
    {"id", FIELD_NUMBER, RECORD(id), NULL},
    {"type", FIELD_TYPE, RECORD(type), NULL},
    {"quote", FIELD_TEXT, RECORD(quote), NULL},
    {"speaker", FIELD_TEXT, RECORD(speaker), NULL},
    {"kind", FIELD_KIND, RECORD(kind), NULL},
    {"role", FIELD_TEXT, RECORD(role), NULL},
    {"affiliation", FIELD_TEXT, RECORD(affiliation), NULL},
    {"cue", FIELD_TEXT, RECORD(cue), NULL},
    {"mention", FIELD_TEXT, RECORD(mention), NULL},
    {"addressee", FIELD_TEXT, RECORD(addressee), NULL},
    {"via", FIELD_TEXT, RECORD(via), NULL},
    {"time", FIELD_TEXT, RECORD(time), NULL},
    {"place", FIELD_TEXT, RECORD(place), NULL},
    {"event", FIELD_TEXT, RECORD(event), NULL},
    {"paragraph", FIELD_NUMBER, RECORD(paragraph), NULL},
    {"sentence", FIELD_NUMBER, RECORD(sentence), NULL},
    {"start", FIELD_FROM, RECORD(quote), NULL},
    {"end", FIELD_TO, RECORD(quote), NULL},
    {"continues", FIELD_NUMBER, RECORD(continues), NULL},
    {"rule", FIELD_STRING, RECORD(rule), NULL},
    {"confidence", FIELD_SCORE, RECORD(confidence), NULL},
    {"title", FIELD_KNOWN, KNOWN(title), NULL},
    {"outlet", FIELD_KNOWN, KNOWN(outlet), NULL},
    {"published", FIELD_KNOWN, KNOWN(published), NULL},
    {"url", FIELD_KNOWN, KNOWN(url), NULL},
    {"quote_repaired", FIELD_REPAIRED, offsetof(struct record_row, repaired), NULL},
    {NULL, FIELD_END, 0, NULL},
};

const struct field sentence_fields[] = {
    {"doc", FIELD_KNOWN, KNOWN(name), NULL},
    {"sentence", FIELD_NUMBER, SENTENCE(sentence), NULL},
    {"paragraph", FIELD_NUMBER, SENTENCE(paragraph), NULL},
    {"start", FIELD_FROM, SENTENCE(span), NULL},
    {"end", FIELD_TO, SENTENCE(span), NULL},
    {"text", FIELD_TEXT, SENTENCE(span), NULL},
    {NULL, FIELD_END, 0, NULL},
};

const struct field dump_fields[] = {
    {"doc", FIELD_KNOWN, KNOWN(name), NULL},
    {"stage", FIELD_STRING, DUMP(stage), NULL},
    {"number", FIELD_NUMBER, DUMP(number), NULL},
    {"start", FIELD_FROM, DUMP(item.span), NULL},
    {"end", FIELD_TO, DUMP(item.span), NULL},
    {"text", FIELD_TEXT, DUMP(item.span), NULL},
    {"detail", FIELD_DETAIL, DUMP(item.detail), NULL},
    {NULL, FIELD_END, 0, NULL},
};
/* clang-format on */

static struct value
null_value(void)
{
    return (struct value){.kind = VALUE_NULL};
}

static struct value
text_value(const char *text, size_t length)
{
    if (!text)
        return null_value();
    return (struct value){.kind = VALUE_TEXT, .text = text, .length = length};
}

static struct value
string_value(const char *string)
{
    return text_value(string, string ? strlen(string) : 0);
}

static struct value
number_value(size_t number)
{
    return (struct value){.kind = VALUE_NUMBER, .number = number};
}

static struct value
read_number(const struct place *place, const void *at)
{
    uint32_t number = *(const uint32_t *)at;

    (void)place;
    return number ? number_value(number) : null_value();
}

static struct value
read_type(const struct place *place, const void *at)
{
    (void)place;
    return string_value(kutip_type_name(*(const enum kutip_type *)at));
}

static struct value
read_kind(const struct place *place, const void *at)
{
    enum kutip_kind kind = *(const enum kutip_kind *)at;

    (void)place;
    return kind == KUTIP_NOBODY ? null_value()
                                : string_value(kutip_kind_name(kind));
}

static struct value
read_text(const struct place *place, const void *at)
{
    const struct kutip_span *span = at;

    (void)place;
    return text_value(span->text, span->length);
}

static struct value
read_from(const struct place *place, const void *at)
{
    const struct kutip_span *span = at;

    return span->text ? number_value(place_offset(place, span->start))
                      : null_value();
}

static struct value
read_to(const struct place *place, const void *at)
{
    const struct kutip_span *span = at;

    return span->text ? number_value(place_offset(place, span->end))
                      : null_value();
}

static struct value
read_string(const struct place *place, const void *at)
{
    (void)place;
    return string_value(*(const char *const *)at);
}

static struct value
read_detail(const struct place *place, const void *at)
{
    (void)place;
    return string_value(at);
}

static struct value
read_score(const struct place *place, const void *at)
{
    (void)place;
    return (struct value){.kind = VALUE_SCORE, .score = *(const double *)at};
}

struct value
field_value(const struct place *place, const struct field *field,
            const void *row)
{
    static struct value (*const readers[])(const struct place *,
                                           const void *) = {
        [FIELD_KNOWN] = read_string,  [FIELD_NUMBER] = read_number,
        [FIELD_TYPE] = read_type,     [FIELD_KIND] = read_kind,
        [FIELD_TEXT] = read_text,     [FIELD_FROM] = read_from,
        [FIELD_TO] = read_to,         [FIELD_STRING] = read_string,
        [FIELD_DETAIL] = read_detail, [FIELD_SCORE] = read_score,
        [FIELD_REPAIRED] = read_text,
    };

    if (field->kind == FIELD_KNOWN)
        row = place->document;
    return readers[field->kind](place, (const char *)row + field->at);
}

bool
field_is_last(const struct field *field, bool repaired)
{
    return field->kind == FIELD_END ||
           (field->kind == FIELD_REPAIRED && !repaired);
}

bool
field_is_null(const struct field *field, const void *row)
{
    const char *at = (const char *)row + field->at;

    if (field->kind == FIELD_SPEAKER)
        return ((const struct kutip_record *)(const void *)at)->kind ==
               KUTIP_NOBODY;
    return !((const struct kutip_span *)(const void *)at)->text;
}

size_t
place_offset(const struct place *place, size_t offset)
{
    if (place->unit == KUTIP_BYTES)
        return offset;
    return kutip_doc_offset(place->given, offset, place->unit);
}
