/*
 * In: a piece. Out: its records as they will be written, and notes of what
 * was wrong with it.
 *
 * Not attempted: writing; that has an order, which run.c keeps.
 *
 * Example: line 7 of crawl.jsonl, without an id, is the document
 * `crawl.jsonl:7`.
 */
#include "work.h"

#include "kind.h"

#include <stdio.h>
#include <string.h>

enum { LARGE = 16 * 1024 /* what a longer text took is not waited for */ };

/* ------------------------------------------------------------------ places */

/* Line and column of a byte of the piece. */
static struct spot
spot_at(const struct piece *piece, size_t at)
{
    struct spot spot = {piece->path.bytes, piece->line, piece->column};

    if (spot.line == 0)
        return spot;
    for (size_t i = 0; i < at && i < piece->bytes.used; i++) {
        char c = piece->bytes.bytes[i];

        spot.column += ((unsigned char)c & 0xC0) != 0x80;
        if (c != '\n')
            continue;
        spot.line++;
        spot.column = 1;
    }
    return spot;
}

/* Of a byte of the text: its line where the text is the file, else where
 * its piece begins. */
static struct spot
spot_in_text(const struct piece *piece, const struct document *document,
             size_t byte)
{
    struct spot spot = {piece->path.bytes, piece->line, 0};

    if (document->text != piece->bytes.bytes)
        return spot;
    spot.line = 1;
    for (size_t i = 0; i < byte; i++)
        spot.line += document->text[i] == '\n';
    return spot;
}

/* -------------------------------------------------------------- one job */

/* `path`, or `path:7` for a row that has no id. */
static bool
name_document(struct document *document, const struct piece *piece)
{
    struct buffer name = {NULL, 0, 0};
    char row[DIGITS_MAX + 2];
    bool good;

    if (document->name)
        return true;
    document->name = piece->path.bytes;
    if (piece->row == 0)
        return true;
    snprintf(row, sizeof row, ":%zu", piece->row);
    good = buffer_add(&name, piece->path.bytes, piece->path.used) &&
           buffer_add(&name, row, strlen(row)) &&
           document_keep(document, PART_ID, name.bytes, name.used);
    buffer_release(&name);
    return good;
}

/* The document has no records, but its place in the output. */
static void
write_failed(struct worker_desk *desk, struct job *job, const char *message)
{
    job->failed++;
    name_document(&desk->document, desk->piece);
    desk->writer.error = message;
    write_document(&desk->writer, &desk->document);
    desk->writer.error = NULL;
}

static void
fail_job(struct worker_desk *desk, struct job *job, struct spot spot,
         const char *message)
{
    note(&job->notes, STATUS_INPUT, spot, "%s", message);
    write_failed(desk, job, message);
}

/* `14 double-encoded characters` */
static void
note_damage(const struct worker_desk *desk, struct job *job,
            enum exit_status status, enum damage damage)
{
    size_t count = desk->repair.counts[damage];
    struct spot spot = {desk->piece->path.bytes, desk->piece->line, 0};

    note(&job->notes, status, spot, "%zu %s", count,
         count == 1 ? damage_names[damage].one : damage_names[damage].several);
}

/* What the analysis saw and went on. */
static void
tell_notes(const struct worker_desk *desk, struct job *job)
{
    size_t first = 0;
    size_t invalid = kutip_doc_invalid(desk->doc, &first);
    struct spot spot;

    if (desk->writer.options->quiet)
        return;
    for (int i = 0; i < DAMAGE_COUNT; i++)
        if (desk->repair.counts[i] > 0)
            note_damage(desk, job, STATUS_DONE, (enum damage)i);
    first = repair_offset(&desk->repair, first);
    spot = spot_in_text(desk->piece, &desk->document, first);
    if (invalid > 0)
        note(&job->notes, STATUS_DONE, spot,
             "%zu invalid byte sequence%s seen through, first at byte %zu",
             invalid, invalid == 1 ? "" : "s", first);
    spot = (struct spot){desk->piece->path.bytes, desk->piece->line, 0};
    for (size_t i = 0; i < kutip_doc_warning_count(desk->doc); i++)
        note(&job->notes, STATUS_DONE, spot, "warning: %s",
             kutip_doc_warning(desk->doc, i));
}

static void
refuse(struct worker_desk *desk, struct job *job,
       const struct kutip_error *error)
{
    struct spot spot = {desk->piece->path.bytes, desk->piece->line, 0};
    const char *message = error_text(error);

    if (error->status == KUTIP_BAD_TEXT)
        note(&job->notes, STATUS_INPUT,
             spot_in_text(desk->piece, &desk->document, error->offset),
             "%s (byte %zu)", message, error->offset);
    else
        note(&job->notes, STATUS_INPUT, spot, "%s", message);
    write_failed(desk, job, message);
}

/* Who reports may stand in the text, when nothing else told. */
static bool
take_dateline(struct worker_desk *desk)
{
    struct document *document = &desk->document;
    struct kutip_span outlet;

    if (document->outlet)
        return true;
    /* As it was analysed: it is no stretch of the text here. */
    outlet = kutip_doc_dateline(desk->doc).outlet;
    return !outlet.text ||
           document_keep(document, PART_OUTLET, outlet.text, outlet.length);
}

/* --strict: all kinds of damage are told. */
static void
refuse_damage(struct worker_desk *desk, struct job *job)
{
    for (int i = 0; i < DAMAGE_COUNT; i++)
        if (desk->repair.counts[i] > 0)
            note_damage(desk, job, STATUS_INPUT, (enum damage)i);
    write_failed(desk, job, "the text is damaged");
}

/* Analyses the text without its damage. Offsets are counted in the given
 * one, which a document of its own knows how to do. */
static kutip_status
analyze_text(struct worker_desk *desk, struct kutip_error *error)
{
    const struct document *document = &desk->document;
    const struct repair *repair = &desk->repair;
    const struct view *view = desk->writer.view;
    struct place *place = &desk->writer.place;
    kutip_status status;

    place->given = desk->doc;
    place->repair = repair;
    if (!repair->damaged)
        return view->analyze(desk->doc, document->text, document->length,
                             error);
    place->given = desk->given;
    status = kutip_doc_set_text(desk->given, document->text,
                                document->length, error);
    if (status != KUTIP_OK)
        return status;
    return view->analyze(desk->doc, repair->text.bytes, repair->text.used,
                         error);
}

/* The unit of the offsets: where all is ASCII, bytes are as good as any. */
static enum kutip_unit
unit_of(const struct worker_desk *desk)
{
    enum kutip_unit unit = desk->writer.options->unit;
    size_t length = desk->document.length;

    return kutip_doc_offset(desk->writer.place.given, length, unit) == length
               ? KUTIP_BYTES
               : unit;
}

static void
analyze(struct worker_desk *desk, struct job *job)
{
    struct kutip_error error = {.status = KUTIP_OK};

    if (desk->repair.damaged && desk->writer.options->strict) {
        refuse_damage(desk, job);
        return;
    }
    if (analyze_text(desk, &error) != KUTIP_OK) {
        refuse(desk, job, &error);
        return;
    }
    desk->writer.place.unit = unit_of(desk);
    tell_notes(desk, job);
    if (!take_dateline(desk)) {
        fail_job(desk, job, (struct spot){desk->piece->path.bytes, 0, 0},
                 "out of memory");
        return;
    }
    write_document(&desk->writer, &desk->document);
    job->records += desk->writer.rows;
}

/* The worker's own document, made when it is first needed. */
static bool
prepare_doc(struct worker_desk *desk)
{
    if (desk->doc)
        return true;
    desk->doc = kutip_doc_new(desk->engine, NULL);
    desk->given = kutip_doc_new(desk->engine, NULL);
    if (!desk->doc || !desk->given)
        return false;
    kutip_doc_set_strict(desk->doc, desk->writer.options->strict);
    kutip_doc_set_keep(desk->doc, desk->keeps);
    kutip_doc_set_keep(desk->given, desk->keeps);
    desk->writer.place.doc = desk->doc;
    return true;
}

static void
read_piece(struct worker_desk *desk, struct job *job)
{
    struct means means = {desk->writer.options, desk->engine, &desk->flat};
    struct piece *piece = desk->piece;
    struct spot spot = spot_at(piece, 0);
    struct fault fault;

    if (piece->failed)
        fail_job(desk, job, spot, piece->fault);
    else if (!prepare_doc(desk))
        fail_job(desk, job, spot, "out of memory");
    else if (!piece->kind->read(&means, piece, &desk->document, &fault))
        fail_job(desk, job, spot_at(piece, fault.at), fault.message);
    else if (!name_document(&desk->document, piece) ||
             !repair_text(&desk->repair, desk->document.text,
                          desk->document.length))
        fail_job(desk, job, spot, "out of memory");
    else
        analyze(desk, job);
}

/* What a large text took is given back at once: others may need it. */
static void
forget_text(struct worker_desk *desk)
{
    if (desk->doc)
        kutip_doc_reset(desk->doc);
    if (desk->given)
        kutip_doc_reset(desk->given);
    flat_json_release(&desk->flat);
}

/* Makes the document of the piece, and forgets it. */
static void
make_document(struct worker_desk *desk, struct job *job)
{
    const struct piece *piece = desk->piece;
    struct writer *writer = &desk->writer;
    size_t before = job->out.used, objects = writer->objects;
    size_t length;

    writer->several = writer->options->operand_count > 1 || piece->several ||
                      piece->row > 0;
    job->many |= piece->several || piece->row > 0;
    job->documents++;
    read_piece(desk, job);
    if (job->out.error) {
        note(&job->notes, STATUS_OUTPUT, spot_at(piece, 0),
             "out of memory: its records are lost");
        job->out.error = 0;
        job->out.used = before;
        writer->objects = objects;
    }
    length = desk->document.length;
    document_release(&desk->document);
    repair_release(&desk->repair);
    if (length > LARGE)
        forget_text(desk);
}

/* A document, or what is to be told in its place. */
static void
work_on_piece(struct worker_desk *desk, struct job *job)
{
    struct mark mark = {job->out.used, job->notes.lines.used};

    if (desk->piece->is_note)
        note(&job->notes, STATUS_DONE, spot_at(desk->piece, 0), "%s",
             desk->piece->fault);
    else
        make_document(desk, job);
    if (job->notes.lines.used == mark.notes)
        return;
    mark.notes = job->notes.lines.used;
    job->marks[job->mark_count++] = mark;
}

void
work_on(struct worker_desk *desk, struct job *job)
{
    struct writer *writer = &desk->writer;

    writer->out = &job->out;
    writer->objects = 0;
    for (size_t i = 0; i < job->count; i++) {
        desk->piece = &job->pieces[i];
        work_on_piece(desk, job);
        if (job->failed > 0 && writer->options->fail_fast)
            break;
    }
    job->objects = writer->objects;
}

void
desk_release(struct worker_desk *desk)
{
    kutip_doc_free(desk->doc);
    kutip_doc_free(desk->given);
    desk->doc = NULL;
    desk->given = NULL;
    flat_json_release(&desk->flat);
}
