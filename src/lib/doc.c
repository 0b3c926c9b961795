/*
 * The document's life: made, filled with a text, analysed, emptied, freed;
 * and what it tells of sentences, warnings and stages.
 *
 * In: an engine and texts. Out: what kutip.h promises. It knows no stage:
 * the pipeline runs them. Offsets are converted in doc_offsets.c, lexicon
 * entries found in doc_entries.c, records read out in doc_records.c.
 * `kutip_doc_split(doc, "Hujan turun. Jalan licin.", 25, NULL)` makes two
 * sentences.
 */
#include "doc.h"
#include "matcher.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "dateline_parts.h"
#include "doc_offsets.h"
#include "error.h"
#include "pipeline.h"
#include "text.h"

/* The stage that kutip_doc_split() stops after. */
static const char last_of_split[] = "sentences";

kutip_doc *
kutip_doc_new(const kutip_engine *engine, struct kutip_error *error)
{
    kt_error_clear(error);
    if (engine == NULL) {
        kt_error_set(error, KUTIP_BAD_ARGUMENT, "no engine given");
        return NULL;
    }
    const struct kutip_allocator *memory = &engine->allocator;
    struct kt_doc *doc = memory->allocate(memory->context, sizeof *doc);
    if (doc == NULL)
        goto no_memory;
    memset(doc, 0, sizeof *doc);
    doc->engine = engine;
    kt_arena_init(&doc->arena, memory);
    doc->matcher = kt_matcher_new(memory);
    if (doc->matcher == NULL)
        goto no_memory;
    return doc;
no_memory:
    kutip_doc_free(doc);
    kt_error_set(error, KUTIP_NO_MEMORY, "out of memory");
    return NULL;
}

void
kutip_doc_free(kutip_doc *doc)
{
    if (doc == NULL)
        return;
    const struct kutip_allocator *memory = &doc->engine->allocator;
    kt_arena_release(&doc->arena);
    kt_forms_release(&doc->forms);
    kt_matcher_free(doc->matcher);
    memory->release(memory->context, doc);
}

void
kutip_doc_reset(kutip_doc *doc)
{
    if (doc == NULL)
        return;
    kt_arena_reset(&doc->arena);
    doc->text = NULL;
    doc->length = 0;
    doc->invalid = 0;
    doc->first_invalid = 0;
    doc->checkpoints = NULL;
    /* All lists, from the first to the end of the struct. */
    memset((char *)doc + offsetof(struct kt_doc, warnings), 0,
           sizeof *doc - offsetof(struct kt_doc, warnings));
}

void
kutip_doc_set_keep(kutip_doc *doc, size_t bytes)
{
    if (doc == NULL)
        return;
    doc->arena.keep = bytes;
    kt_forms_limit(&doc->forms, bytes);
}

void
kutip_doc_set_strict(kutip_doc *doc, bool strict)
{
    if (doc != NULL)
        doc->strict = strict;
}

/* Copies the text into the empty document and looks at its encoding. */
static kutip_status
take_text(struct kt_doc *doc, const char *text, size_t length,
          struct kutip_error *error)
{
    if (length > KUTIP_TEXT_MAX)
        return kt_error_set(error, KUTIP_TOO_LARGE,
                            "the text is longer than 2 GiB");
    doc->text = kt_arena_take(&doc->arena, length + KT_TEXT_PAD);
    if (doc->text != NULL) {
        if (length > 0)
            memcpy(doc->text, text, length);
        memset(doc->text + length, 0, KT_TEXT_PAD);
    }
    doc->length = (uint32_t)length;
    if (doc->text == NULL || !kt_doc_look(doc))
        return kt_error_set(error, KUTIP_NO_MEMORY, "out of memory");
    if (doc->invalid == 0 || !doc->strict)
        return KUTIP_OK;
    kutip_status status = kt_error_set(error, KUTIP_BAD_TEXT,
                                       "the text is not valid UTF-8");
    if (error != NULL)
        error->offset = doc->first_invalid;
    return status;
}

/* Fills the document with a text and runs the first stages on it. */
static kutip_status
analyze(kutip_doc *doc, const char *text, size_t length, size_t stages,
        struct kutip_error *error)
{
    kt_error_clear(error);
    if (doc == NULL || (text == NULL && length > 0))
        return kt_error_set(error, KUTIP_BAD_ARGUMENT, "%s given",
                            doc == NULL ? "no document" : "no text");
    kutip_doc_reset(doc);
    kutip_status status = take_text(doc, text, length, error);
    if (status == KUTIP_OK && stages > 0) {
        status = kt_pipeline_run(doc->engine, doc, stages - 1);
        if (status != KUTIP_OK)
            kt_error_set(error, status, "%s", kutip_status_text(status));
    }
    if (status != KUTIP_OK)
        kutip_doc_reset(doc);
    return status;
}

kutip_status
kutip_doc_analyze(kutip_doc *doc, const char *text, size_t length,
                  struct kutip_error *error)
{
    return analyze(doc, text, length, kt_stage_count, error);
}

kutip_status
kutip_doc_set_text(kutip_doc *doc, const char *text, size_t length,
                   struct kutip_error *error)
{
    return analyze(doc, text, length, 0, error);
}

kutip_status
kutip_doc_split(kutip_doc *doc, const char *text, size_t length,
                struct kutip_error *error)
{
    size_t last = 0;
    while (strcmp(kt_stages[last].name, last_of_split) != 0)
        last++;
    return analyze(doc, text, length, last + 1, error);
}

const char *
kutip_doc_text(const kutip_doc *doc, size_t *length)
{
    if (length != NULL)
        *length = doc->length;
    return doc->text != NULL ? doc->text : "";
}

size_t
kutip_doc_invalid(const kutip_doc *doc, size_t *first)
{
    if (doc->invalid > 0 && first != NULL)
        *first = doc->first_invalid;
    return doc->invalid;
}

struct kutip_dateline
kutip_doc_dateline(const kutip_doc *doc)
{
    for (uint32_t i = 0; i < doc->paragraphs.count; i++) {
        const struct kt_paragraph *paragraph = &doc->paragraphs.items[i];
        struct kt_raw raw = {doc->engine, doc->text, paragraph->body};
        if (paragraph->body > paragraph->start)
            return kt_dateline_parts(&raw, paragraph->start);
    }
    return (struct kutip_dateline){{NULL, 0, 0, 0}, {NULL, 0, 0, 0}};
}

/* --------------------------------------------------------------- warnings */

bool
kt_doc_warn(struct kt_doc *doc, const char *warning)
{
    const char **place, *copy;

    for (uint32_t i = 0; i < doc->warnings.count; i++)
        if (strcmp(doc->warnings.items[i], warning) == 0)
            return true;
    copy = kt_arena_copy(&doc->arena, warning, strlen(warning));
    if (copy == NULL)
        return false;
    place = kt_list_push(&doc->arena, &doc->warnings);
    if (place == NULL)
        return false;
    *place = copy;
    return true;
}

size_t
kutip_doc_warning_count(const kutip_doc *doc)
{
    return doc->warnings.count;
}

const char *
kutip_doc_warning(const kutip_doc *doc, size_t i)
{
    return i < doc->warnings.count ? doc->warnings.items[i] : NULL;
}

/* -------------------------------------------------------------- sentences */

uint32_t
kt_sentence_of(const struct kt_doc *doc, uint32_t token)
{
    uint32_t low = 0, high = doc->sentences.count;
    while (low + 1 < high) {
        uint32_t middle = low + (high - low) / 2;
        if (doc->sentences.items[middle].first_token <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t
kutip_doc_sentence_count(const kutip_doc *doc)
{
    return doc->sentences.count;
}

bool
kutip_doc_sentence(const kutip_doc *doc, size_t i, struct kutip_sentence *out)
{
    if (i >= doc->sentences.count)
        return false;
    const struct kt_sentence *sentence = &doc->sentences.items[i];
    out->span = kt_span(doc, sentence->start, sentence->end);
    out->sentence = (uint32_t)i + 1;
    out->paragraph = sentence->paragraph + 1;
    return true;
}

/* ----------------------------------------------------------------- stages */

size_t
kutip_doc_item_count(const kutip_doc *doc, size_t stage)
{
    return stage < kt_stage_count ? kt_stages[stage].count(doc) : 0;
}

bool
kutip_doc_item(const kutip_doc *doc, size_t stage, size_t i,
               struct kutip_item *out)
{
    if (i >= kutip_doc_item_count(doc, stage))
        return false;
    memset(out, 0, sizeof *out);
    kt_stages[stage].describe(doc, (uint32_t)i, out);
    return true;
}
