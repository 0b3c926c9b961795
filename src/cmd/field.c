/*
 * The tables of fields: what records, sentences and the items of a stage
 * have, by which name, and where in the row it stands.
 *
 * Not attempted: writing them (format_json.c, format_cells.c).
 *
 * Example: the column `cue` of the record of `"Siap," kata Ratna` is `kata`.
 */
#include "field.h"

#include "document.h"

#define RECORD(field) offsetof(struct kutip_record, field)
#define SENTENCE(field) offsetof(struct kutip_sentence, field)
#define DUMP(field) offsetof(struct dump_row, field)
#define KNOWN(field) offsetof(struct document, field)

/* A name, its key and the key's length. */
#define KEY(name) name, ",\"" name "\":", sizeof(",\"" name "\":") - 1

/* clang-format off */
static const struct field speaker_keys[] = {
    {KEY("name"), FIELD_TEXT, RECORD(speaker), NULL},
    {KEY("kind"), FIELD_KIND, RECORD(kind), NULL},
    {KEY("mention"), FIELD_TEXT, RECORD(mention), NULL},
    {KEY("start"), FIELD_FROM, RECORD(mention), NULL},
    {KEY("end"), FIELD_TO, RECORD(mention), NULL},
    {KEY("introduced"), FIELD_SPAN, RECORD(introduced), NULL},
    {NULL, "", 0, FIELD_END, 0, NULL},
};

const struct field record_keys[] = {
    {KEY("doc"), FIELD_KNOWN, KNOWN(name), NULL},
    {KEY("id"), FIELD_NUMBER, RECORD(id), NULL},
    {KEY("type"), FIELD_TYPE, RECORD(type), NULL},
    {KEY("quote"), FIELD_TEXT, RECORD(quote), NULL},
    {KEY("start"), FIELD_FROM, RECORD(quote), NULL},
    {KEY("end"), FIELD_TO, RECORD(quote), NULL},
    {KEY("paragraph"), FIELD_NUMBER, RECORD(paragraph), NULL},
    {KEY("sentence"), FIELD_NUMBER, RECORD(sentence), NULL},
    {KEY("continues"), FIELD_NUMBER, RECORD(continues), NULL},
    {KEY("speaker"), FIELD_SPEAKER, 0, speaker_keys},
    {KEY("role"), FIELD_SPAN, RECORD(role), NULL},
    {KEY("affiliation"), FIELD_SPAN, RECORD(affiliation), NULL},
    {KEY("cue"), FIELD_SPAN, RECORD(cue), NULL},
    {KEY("addressee"), FIELD_SPAN, RECORD(addressee), NULL},
    {KEY("via"), FIELD_SPAN, RECORD(via), NULL},
    {KEY("time"), FIELD_SPAN, RECORD(time), NULL},
    {KEY("place"), FIELD_SPAN, RECORD(place), NULL},
    {KEY("event"), FIELD_SPAN, RECORD(event), NULL},
    {KEY("rule"), FIELD_STRING, RECORD(rule), NULL},
    {KEY("confidence"), FIELD_SCORE, RECORD(confidence), NULL},
    {KEY("title"), FIELD_KNOWN, KNOWN(title), NULL},
    {KEY("outlet"), FIELD_KNOWN, KNOWN(outlet), NULL},
    {KEY("published"), FIELD_KNOWN, KNOWN(published), NULL},
    {KEY("url"), FIELD_KNOWN, KNOWN(url), NULL},
    {KEY("quote_repaired"), FIELD_REPAIRED, offsetof(struct record_row, repaired), NULL},
    {NULL, "", 0, FIELD_END, 0, NULL},
};

const struct field record_columns[] = {
    {KEY("doc"), FIELD_KNOWN, KNOWN(name), NULL},
    {KEY("id"), FIELD_NUMBER, RECORD(id), NULL},
    {KEY("type"), FIELD_TYPE, RECORD(type), NULL},
    {KEY("quote"), FIELD_TEXT, RECORD(quote), NULL},
    {KEY("speaker"), FIELD_TEXT, RECORD(speaker), NULL},
    {KEY("kind"), FIELD_KIND, RECORD(kind), NULL},
    {KEY("role"), FIELD_TEXT, RECORD(role), NULL},
    {KEY("affiliation"), FIELD_TEXT, RECORD(affiliation), NULL},
    {KEY("cue"), FIELD_TEXT, RECORD(cue), NULL},
    {KEY("mention"), FIELD_TEXT, RECORD(mention), NULL},
    {KEY("addressee"), FIELD_TEXT, RECORD(addressee), NULL},
    {KEY("via"), FIELD_TEXT, RECORD(via), NULL},
    {KEY("time"), FIELD_TEXT, RECORD(time), NULL},
    {KEY("place"), FIELD_TEXT, RECORD(place), NULL},
    {KEY("event"), FIELD_TEXT, RECORD(event), NULL},
    {KEY("paragraph"), FIELD_NUMBER, RECORD(paragraph), NULL},
    {KEY("sentence"), FIELD_NUMBER, RECORD(sentence), NULL},
    {KEY("start"), FIELD_FROM, RECORD(quote), NULL},
    {KEY("end"), FIELD_TO, RECORD(quote), NULL},
    {KEY("continues"), FIELD_NUMBER, RECORD(continues), NULL},
    {KEY("rule"), FIELD_STRING, RECORD(rule), NULL},
    {KEY("confidence"), FIELD_SCORE, RECORD(confidence), NULL},
    {KEY("title"), FIELD_KNOWN, KNOWN(title), NULL},
    {KEY("outlet"), FIELD_KNOWN, KNOWN(outlet), NULL},
    {KEY("published"), FIELD_KNOWN, KNOWN(published), NULL},
    {KEY("url"), FIELD_KNOWN, KNOWN(url), NULL},
    {KEY("quote_repaired"), FIELD_REPAIRED, offsetof(struct record_row, repaired), NULL},
    {NULL, "", 0, FIELD_END, 0, NULL},
};

const struct field sentence_fields[] = {
    {KEY("doc"), FIELD_KNOWN, KNOWN(name), NULL},
    {KEY("sentence"), FIELD_NUMBER, SENTENCE(sentence), NULL},
    {KEY("paragraph"), FIELD_NUMBER, SENTENCE(paragraph), NULL},
    {KEY("start"), FIELD_FROM, SENTENCE(span), NULL},
    {KEY("end"), FIELD_TO, SENTENCE(span), NULL},
    {KEY("text"), FIELD_TEXT, SENTENCE(span), NULL},
    {NULL, "", 0, FIELD_END, 0, NULL},
};

const struct field dump_fields[] = {
    {KEY("doc"), FIELD_KNOWN, KNOWN(name), NULL},
    {KEY("stage"), FIELD_STRING, DUMP(stage), NULL},
    {KEY("number"), FIELD_NUMBER, DUMP(number), NULL},
    {KEY("start"), FIELD_FROM, DUMP(item.span), NULL},
    {KEY("end"), FIELD_TO, DUMP(item.span), NULL},
    {KEY("text"), FIELD_TEXT, DUMP(item.span), NULL},
    {KEY("detail"), FIELD_DETAIL, DUMP(item.detail), NULL},
    {NULL, "", 0, FIELD_END, 0, NULL},
};
/* clang-format on */
