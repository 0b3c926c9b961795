/*
 * What the words files say, for callers of the library.
 *
 * In: a class and a text. Out: whether an entry of the class begins the
 * text. What it does not attempt: texts longer than any entry or line.
 *
 * Example: BOILERPLATE takes nine bytes of `Baca juga: Pasar Ditutup`.
 */
#include <kutip.h>

#include "boilerplate.h"

enum { TEXT_MOST = 4096 };

static struct kt_raw
raw_of(const kutip_engine *engine, const char *text, size_t length)
{
    if (length > TEXT_MOST)
        length = TEXT_MOST;
    return (struct kt_raw){engine, text, (uint32_t)length};
}

size_t
kutip_engine_phrase(const kutip_engine *engine, const char *class_name,
                    const char *text, size_t length)
{
    if (!engine || !class_name || !text || length == 0)
        return 0;
    int class = kt_lexicon_class(&engine->lexicon, class_name);
    if (class < 0)
        return 0;
    struct kt_raw raw = raw_of(engine, text, length);
    return kt_raw_phrase_end(&raw, 0, (unsigned)class);
}

bool
kutip_engine_boilerplate(const kutip_engine *engine, const char *line,
                         size_t length)
{
    if (!engine || !line || length == 0)
        return false;
    struct kt_raw raw = raw_of(engine, line, length);
    return length <= TEXT_MOST && kt_boilerplate_line(&raw, 0);
}
