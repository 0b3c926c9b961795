/*
 * In: the options and operands. Out: the output of `kutip extract` and of
 * `kutip sentences`, which differ in what they list of a document.
 *
 * Not attempted: reading and writing; run.c does, the same for both.
 *
 * Example: `kutip berita.txt`; records of one file, for people.
 */
#include "filter.h"
#include "repair.h"
#include "run.h"

/* The spans of a record become those of the text that was given. */
static void
give_back(const struct repair *repair, struct kutip_record *record)
{
    struct kutip_span *spans[] = {
        &record->quote,     &record->speaker, &record->mention,
        &record->introduced, &record->role,   &record->affiliation,
        &record->cue,       &record->addressee, &record->via,
        &record->time,      &record->place,   &record->event,
    };

    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
        *spans[i] = repair_span(repair, spans[i]);
}

/* A record as it was given, where there is anything to give back. */
static void
list_mended(struct writer *writer, const struct kutip_record *record)
{
    struct record_row row = {*record, record->quote};

    give_back(writer->place.repair, &row.record);
    write_row(writer, &row);
}

static void
list_records(struct writer *writer)
{
    const kutip_doc *doc = writer->place.doc;
    size_t count = kutip_doc_record_count(doc);
    bool mended =
        writer->place.repair->damaged || writer->options->repaired;

    for (writer->index = 0; writer->index < count; writer->index++) {
        const struct kutip_record *record =
            kutip_doc_record(doc, writer->index);

        if (!is_wanted(writer->options, record))
            continue;
        if (mended)
            list_mended(writer, record);
        else
            write_row(writer, record);
    }
}

static const struct view records_view = {
    .columns = record_columns,
    .keys = record_keys,
    .analyze = kutip_doc_analyze,
    .list = list_records,
    .tell_begin = tell_records_begin,
    .tell = tell_record,
    .tell_end = tell_records_end,
};

static void
list_sentences(struct writer *writer)
{
    struct kutip_sentence sentence;

    for (writer->index = 0;
         kutip_doc_sentence(writer->place.doc, writer->index, &sentence);
         writer->index++) {
        sentence.span = repair_span(writer->place.repair, &sentence.span);
        write_row(writer, &sentence);
    }
}

static const struct view sentences_view = {
    .columns = sentence_fields,
    .keys = sentence_fields,
    .analyze = kutip_doc_split,
    .list = list_sentences,
    .tell_begin = tell_sentences_begin,
    .tell = tell_sentence,
};

static void
list_stage(struct writer *writer)
{
    struct dump_row row = {.stage = writer->options->stage};

    for (writer->index = 0;
         kutip_doc_item(writer->place.doc, writer->options->stage_index,
                        writer->index, &row.item);
         writer->index++) {
        row.number = (uint32_t)writer->index + 1;
        row.item.span = repair_span(writer->place.repair, &row.item.span);
        write_row(writer, &row);
    }
}

static const struct view stage_view = {
    .columns = dump_fields,
    .keys = dump_fields,
    .analyze = kutip_doc_analyze,
    .list = list_stage,
    .tell_begin = tell_dump_begin,
    .tell = tell_dump_row,
};

void
run_extract(const struct options *options)
{
    run_view(options, options->stage ? &stage_view : &records_view);
}

void
run_sentences(const struct options *options)
{
    run_view(options, &sentences_view);
}
