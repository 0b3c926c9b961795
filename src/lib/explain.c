/*
 * Why each record came out as it did.
 * In: an analysed document. Out: the reasons, lines for people. They are
 * made when somebody asks for them, from what the stages noted on their way:
 * most callers never do, and printing costs more than finding.
 *
 *     template direct-after (cues.templates:12) bids 92
 *     speaker Rini Astuti: named at the cue
 */
#include "explain.h"
#include "names.h"

static bool
add_reason(struct kt_doc *doc, uint32_t record, const char *text)
{
    struct kt_reason *reason;
    if (text == NULL)
        return false;
    reason = kt_list_push(&doc->arena, &doc->reasons);
    if (reason == NULL)
        return false;
    reason->record = record;
    reason->text = text;
    return true;
}

static bool
explain_bids(struct kt_doc *doc, uint32_t record, const struct kt_cue *cue)
{
    for (uint32_t i = cue->bids.first; i < cue->bids.end; i++) {
        const struct kt_bid *bid = &doc->bids.items[i];
        if (!add_reason(doc, record,
                        kt_arena_print(&doc->arena,
                                       "%s %s (%s:%u) bids %d",
                                       i == cue->bids.first ? "template"
                                                            : "against",
                                       bid->pattern->name, bid->pattern->file,
                                       (unsigned)bid->pattern->line,
                                       bid->weight)))
            return false;
    }
    return true;
}

/* The name of a speaker that was looked at, behind those before it. */
static const char *
and_name(struct kt_doc *doc, const char *before, uint32_t speaker)
{
    struct kutip_span name = kt_name_span(
        doc, &doc->mentions.items[doc->speakers.items[speaker].named]);
    return kt_arena_print(&doc->arena, "%s%s%.*s", before,
                          before[0] == '\0' ? "" : "; ", (int)name.length,
                          name.text);
}

/* Who else the source could have been, the nearest first. */
static bool
explain_passed(struct kt_doc *doc, uint32_t record,
               const struct kt_link *link)
{
    const char *names = "";
    for (unsigned i = 0; i < KT_PASSED && names != NULL; i++)
        if (link->passed[i] != KT_NONE && link->passed[i] != link->speaker)
            names = and_name(doc, names, link->passed[i]);
    if (names != NULL && names[0] == '\0')
        return true;
    return names != NULL &&
           add_reason(doc, record,
                      kt_arena_print(&doc->arena, "considered %s", names));
}

static bool
explain_speaker(struct kt_doc *doc, uint32_t record, uint32_t cue)
{
    const struct kt_link *link = &doc->cue_links.items[cue];
    uint32_t mention = doc->cues.items[cue].mention;
    struct kutip_span name = doc->records.items[record].speaker;

    if (name.text == NULL)
        return add_reason(doc, record, link->why ? link->why : "nobody");
    if (!add_reason(doc, record,
                    kt_arena_print(&doc->arena, "speaker %.*s: %s",
                                   (int)name.length, name.text, link->why)) ||
        !explain_passed(doc, record, link))
        return false;
    if (mention == KT_NONE || doc->mention_links.items[mention].why == NULL)
        return true;
    return add_reason(
        doc, record,
        kt_arena_print(&doc->arena, "mention %.*s: %s (evidence %d)",
                       (int)doc->records.items[record].mention.length,
                       doc->records.items[record].mention.text,
                       doc->mention_links.items[mention].why,
                       doc->mentions.items[mention].evidence));
}

bool
kt_explain(struct kt_doc *doc)
{
    if (doc->explained)
        return true;
    for (uint32_t i = 0; i < doc->records.count; i++) {
        uint32_t cue = doc->record_cues.items[i];
        if (!explain_bids(doc, i, &doc->cues.items[cue]) ||
            !explain_speaker(doc, i, cue)) {
            doc->reasons.count = 0;
            return false;
        }
    }
    doc->explained = true;
    return true;
}
