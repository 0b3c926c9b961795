/*
 * In: documents and their rows. Out: calls of the format that was chosen.
 *
 * Not attempted: any writing; each format has its own file.
 *
 * Example: `--format csv` finds csv_format.
 */
#include "format.h"

#include <string.h>

static const struct format *const formats[] = {
    &text_format, &csv_format, &tsv_format, &json_format, &jsonl_format,
};

const struct format *
find_format(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

static void
call(struct writer *writer, void (*step)(struct writer *))
{
    if (step)
        step(writer);
}

void
write_begin(struct writer *writer)
{
    call(writer, writer->format->begin);
}

static void
write_some(struct out *out, const char *string)
{
    if (string)
        out_string(out, string);
}

void
begin_object(struct writer *writer)
{
    if (writer->objects++ > 0)
        write_some(writer->out, writer->format->between);
}

void
write_joint(struct out *out, const struct format *format, size_t objects)
{
    write_some(out, objects > 0 ? format->between : format->first);
}

void
write_document(struct writer *writer, const struct document *document)
{
    writer->place.document = document;
    writer->rows = 0;
    call(writer, writer->format->begin_document);
    if (!writer->error)
        writer->view->list(writer);
    call(writer, writer->format->end_document);
}

void
write_row(struct writer *writer, const void *row)
{
    writer->format->row(writer, row);
    writer->rows++;
}

void
write_end(struct writer *writer)
{
    call(writer, writer->format->end);
}
