/*
 * Plain text.
 *
 * In: a file. Out: one document, the file as it is.
 *
 * Not attempted: several texts in one file.
 *
 * Example: `berita.txt` is one document called `berita.txt`.
 */
#include "kind.h"

#include "cut.h"

static bool
read_text(const struct means *means, struct piece *piece,
          struct document *document, struct fault *fault)
{
    (void)means;
    (void)fault;
    /* An empty one, too, is a text. */
    document->text = piece->bytes.used > 0 ? piece->bytes.bytes : "";
    document->length = piece->bytes.used;
    return true;
}

/* Reads anything: the last row. */
static bool
fits_text(const struct sight *sight)
{
    (void)sight;
    return true;
}

const struct kind text_kind = {
    .name = "text",
    .endings = "",
    .fits = fits_text,
    .cut = cut_whole,
    .read = read_text,
};
