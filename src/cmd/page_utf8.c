/*
 * In: pieces of text, and which place of the page they come from. Out: the
 * text, and for each of its bytes the byte of the page.
 *
 * Not attempted: whether the text is valid UTF-8; page_charset.c and
 * page_string.c put nothing else.
 *
 * Example: of `caf\xE9` in windows-1252 the first three bytes are a stretch
 * of step 1, the two of the last letter stand for one byte.
 */
#include "page_utf8.h"

#include "page_array.h"

#include <stdlib.h>
#include <string.h>

bool
page_put_origin(struct page_utf8 *utf8, size_t page, unsigned step)
{
    struct page_stretch *moved;

    /* Unless the last stretch says so. */
    if (step > 0 && utf8->stretch_count > 0) {
        struct page_stretch *last = utf8->stretches + utf8->stretch_count - 1;

        if (last->step == step &&
            last->page + (utf8->length - last->utf8) * step == page)
            return true;
    }
    moved = page_grow(utf8->stretches, &utf8->stretch_room,
                      utf8->stretch_count + 1, sizeof *moved);
    if (!moved)
        return false;
    utf8->stretches = moved;
    moved[utf8->stretch_count++] =
        (struct page_stretch){utf8->length, page, step};
    return true;
}

bool
page_put(struct page_utf8 *utf8, const char *bytes, size_t length)
{
    char *moved =
        page_grow(utf8->text, &utf8->room, utf8->length + length + 1, 1);

    if (!moved)
        return false;
    utf8->text = moved;
    memcpy(moved + utf8->length, bytes, length);
    utf8->length += length;
    moved[utf8->length] = '\0';
    return true;
}

void
page_utf8_release(struct page_utf8 *utf8)
{
    free(utf8->text);
    free(utf8->stretches);
    *utf8 = (struct page_utf8){.text = NULL};
}

const struct page_stretch *
page_stretch_at(const struct page_utf8 *utf8, size_t at)
{
    size_t low = 0, high = utf8->stretch_count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (utf8->stretches[middle].utf8 <= at)
            low = middle;
        else
            high = middle;
    }
    return &utf8->stretches[low];
}
