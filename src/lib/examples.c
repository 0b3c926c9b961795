/*
 * The examples of templates.
 * In: an engine. Out: a fault for each `yes` line in which the template is
 * not used, for each `no` line in which it is, and for each slot that holds
 * other words than the line says.
 *
 *     yes  "Kami siap," kata Budi Santoso. => source=Budi Santoso; cue=kata
 *
 * `key=` without words: the slot is empty. A template of the family "cues"
 * is used when an attribution came of it, one of another family when its
 * stage took its match before all others.
 */
#include <stdio.h>
#include <string.h>

#include "doc.h"
#include "error.h"

static const char arrow[] = " => ";

struct checker {
    kutip_doc *doc;
    const struct kt_family *family;
    const struct kt_template *pattern;
    const struct kt_example *example;
    size_t text_length; /* of the example without what it expects */
    struct kt_faults faults;
};

/* --------------------------------------------------- what the document says */

/* Tokens of a slot of an attribution. */
static struct kt_range
cue_slot(const struct kt_doc *doc, const struct kt_cue *cue,
         enum kt_slot slot)
{
    const struct kt_mention *mention =
        cue->mention == KT_NONE ? NULL : &doc->mentions.items[cue->mention];

    switch (slot) {
    case KT_SLOT_CUE:
        return cue->cue;
    case KT_SLOT_CONTENT:
        return cue->content;
    case KT_SLOT_ADDRESSEE:
        return cue->circumstances.addressee;
    case KT_SLOT_VIA:
        return cue->circumstances.via;
    case KT_SLOT_TIME:
        return cue->circumstances.time;
    case KT_SLOT_PLACE:
        return cue->circumstances.place;
    case KT_SLOT_EVENT:
        return cue->circumstances.event;
    case KT_SLOT_SOURCE:
        return mention ? mention->whole : KT_NO_RANGE;
    case KT_SLOT_NAME:
        return mention ? mention->name : KT_NO_RANGE;
    case KT_SLOT_ROLE:
        return mention ? mention->role : KT_NO_RANGE;
    case KT_SLOT_AFFILIATION:
        return mention ? mention->affiliation : KT_NO_RANGE;
    default:
        return KT_NO_RANGE;
    }
}

static struct kutip_span
cue_text(const struct kt_doc *doc, const struct kt_cue *cue,
         enum kt_slot slot)
{
    if (slot == KT_SLOT_CONTENT && cue->quote != KT_NONE) {
        const struct kt_quote *quote = &doc->quotes.items[cue->quote];
        return kt_span(doc, quote->inner_start, quote->inner_end);
    }
    return kt_span_of(doc, cue_slot(doc, cue, slot));
}

/*
 * Use number `i` of the template: the text of a slot. False: there are not
 * so many uses.
 */
static bool
slot_of_use(const struct checker *checker, uint32_t i, enum kt_slot slot,
            struct kutip_span *text)
{
    const struct kt_doc *doc = checker->doc;

    for (uint32_t j = 0; j < doc->cues.count; j++)
        if (doc->cues.items[j].pattern == checker->pattern && i-- == 0) {
            *text = cue_text(doc, &doc->cues.items[j], slot);
            return true;
        }
    for (uint32_t j = 0; j < doc->uses.count; j++)
        if (doc->uses.items[j].pattern == checker->pattern && i-- == 0) {
            *text = kt_span_of(doc, doc->uses.items[j].slots[slot]);
            return true;
        }
    return false;
}

static bool
is_used(const struct checker *checker)
{
    struct kutip_span text;
    return slot_of_use(checker, 0, KT_SLOT_CUE, &text);
}

/* ------------------------------------------------------- what is expected */

/* One `key=words`; false at the end. *rest moves behind it. */
struct expectation {
    const char *key;
    size_t key_length;
    const char *words;
    size_t words_length;
};

static void
trim(const char **text, size_t *length)
{
    while (*length > 0 && **text == ' ') {
        ++*text;
        --*length;
    }
    while (*length > 0 && (*text)[*length - 1] == ' ')
        --*length;
}

static bool
next_expectation(const char **rest, struct expectation *expected)
{
    size_t length = strcspn(*rest, ";");
    size_t key = strcspn(*rest, "=;");

    if (**rest == '\0')
        return false;
    expected->key = *rest;
    expected->key_length = key;
    expected->words = *rest + key + (key < length);
    expected->words_length = length - key - (key < length);
    trim(&expected->key, &expected->key_length);
    trim(&expected->words, &expected->words_length);
    *rest += length + ((*rest)[length] == ';');
    return true;
}

/* The slot of a name, or KT_SLOT_COUNT. */
static enum kt_slot
find_slot(const struct expectation *expected)
{
    int slot = 0;

    while (slot < KT_SLOT_COUNT &&
           (strlen(kt_slot_name((enum kt_slot)slot)) !=
                expected->key_length ||
            memcmp(kt_slot_name((enum kt_slot)slot), expected->key,
                   expected->key_length) != 0))
        slot++;
    return (enum kt_slot)slot;
}

/* ----------------------------------------------------------------- telling */

static size_t
column_of(const struct checker *checker, const char *at)
{
    return (size_t)(at - checker->example->line->text);
}

static bool
in_family(const struct kt_family *family, const struct kt_template *pattern)
{
    return pattern != NULL &&
           pattern->number - family->templates[0].number < family->count;
}

/* A template of the family that was used, where another one should be. */
static const char *
used_instead(const struct checker *checker)
{
    const struct kt_doc *doc = checker->doc;

    for (uint32_t i = 0; i < doc->cues.count; i++)
        if (in_family(checker->family, doc->cues.items[i].pattern))
            return doc->cues.items[i].pattern->name;
    for (uint32_t i = 0; i < doc->uses.count; i++)
        if (in_family(checker->family, doc->uses.items[i].pattern))
            return doc->uses.items[i].pattern->name;
    return NULL;
}

static void
tell_unused(struct checker *checker)
{
    const char *other = used_instead(checker);

    kt_fault(&checker->faults, checker->pattern->source,
             checker->example->line,
             column_of(checker, checker->example->text), NULL,
             "template '%s' is not used here%s%s", checker->pattern->name,
             other ? ", but " : "", other ? other : "");
}

static void
tell_used(struct checker *checker)
{
    kt_fault(&checker->faults, checker->pattern->source,
             checker->example->line,
             column_of(checker, checker->example->text), NULL,
             "template '%s' is used here", checker->pattern->name);
}

static void
tell_slot(struct checker *checker, const struct expectation *expected,
          const struct kutip_span *text)
{
    kt_fault(&checker->faults, checker->pattern->source,
             checker->example->line, column_of(checker, expected->words),
             NULL, "%.*s is '%.*s' here", (int)expected->key_length,
             expected->key, (int)(text->text ? text->length : 0),
             text->text ? text->text : "");
}

static void
tell_unknown(struct checker *checker, const struct expectation *expected)
{
    const char *names[KT_SLOT_COUNT];
    char name[64];

    for (int slot = 0; slot < KT_SLOT_COUNT; slot++)
        names[slot] = kt_slot_name((enum kt_slot)slot);
    snprintf(name, sizeof name, "%.*s", (int)expected->key_length,
             expected->key);
    kt_fault(&checker->faults, checker->pattern->source,
             checker->example->line, column_of(checker, expected->key),
             kt_nearest_name(name, names, KT_SLOT_COUNT), "unknown slot '%s'",
             name);
}

/* ---------------------------------------------------------------- checking */

static bool
same_text(const struct expectation *expected, const struct kutip_span *text)
{
    if (text->text == NULL)
        return expected->words_length == 0;
    return expected->words_length == text->length &&
           memcmp(expected->words, text->text, text->length) == 0;
}

/* Some use has these words in the slot. */
static void
check_expectation(struct checker *checker,
                  const struct expectation *expected)
{
    enum kt_slot slot = find_slot(expected);
    struct kutip_span text, first = {0};

    if (slot == KT_SLOT_COUNT) {
        tell_unknown(checker, expected);
        return;
    }
    for (uint32_t i = 0; slot_of_use(checker, i, slot, &text); i++) {
        if (same_text(expected, &text))
            return;
        if (i == 0)
            first = text;
    }
    tell_slot(checker, expected, &first);
}

static void
check_expectations(struct checker *checker)
{
    const char *rest = checker->example->text + checker->text_length;
    struct expectation expected;

    if (*rest != '\0')
        rest += sizeof arrow - 1;
    while (next_expectation(&rest, &expected))
        check_expectation(checker, &expected);
}

static kutip_status
check_example(struct checker *checker, struct kutip_error *error)
{
    const char *text = checker->example->text;
    const char *end = strstr(text, arrow);
    kutip_status status;

    checker->text_length = end ? (size_t)(end - text) : strlen(text);
    checker->doc->note_uses = true;
    status = kutip_doc_analyze(checker->doc, text, checker->text_length,
                               error);
    if (status != KUTIP_OK)
        return status;
    if (!checker->example->wanted) {
        if (is_used(checker))
            tell_used(checker);
    } else if (!is_used(checker)) {
        tell_unused(checker);
    } else {
        check_expectations(checker);
    }
    return KUTIP_OK;
}

static kutip_status
check_family(struct checker *checker, const struct kt_family *family,
             size_t *examples, struct kutip_error *error)
{
    checker->family = family;
    for (uint32_t i = 0; i < family->count; i++) {
        checker->pattern = &family->templates[i];
        for (uint32_t j = 0; j < checker->pattern->example_count; j++) {
            kutip_status status;
            checker->example = &checker->pattern->examples[j];
            status = check_example(checker, error);
            if (status != KUTIP_OK)
                return status;
            ++*examples;
        }
    }
    return KUTIP_OK;
}

kutip_status
kutip_engine_check(const kutip_engine *engine,
                   void (*report)(void *context,
                                  const struct kutip_diagnostic *fault),
                   void *context, size_t *examples, struct kutip_error *error)
{
    struct kutip_error trouble, first = {0};
    struct checker checker = {
        .faults = {.report = report, .context = context, .error = &first}};
    kutip_status status = KUTIP_OK;
    size_t count = 0;

    if (error == NULL)
        error = &trouble;
    checker.doc = kutip_doc_new(engine, error);
    if (checker.doc == NULL)
        return error->status;
    for (uint32_t i = 0;
         i < engine->templates.family_count && status == KUTIP_OK; i++)
        status = check_family(&checker, &engine->templates.families[i],
                              &count, error);
    kutip_doc_free(checker.doc);
    if (examples != NULL)
        *examples = count;
    if (status == KUTIP_OK && checker.faults.count > 0) {
        *error = first;
        status = KUTIP_BAD_PATTERNS;
    }
    return status;
}
