/*
 * Reading records out of a document, and the names of their kinds.
 *
 * In: an analysed document. Out: what kutip.h promises of records and of
 * the reasons for them.
 */
#include "doc.h"

static const char *const type_names[] = {
    [KUTIP_DIRECT] = "direct",
    [KUTIP_PARTIAL] = "partial",
    [KUTIP_INDIRECT] = "indirect",
};

static const char *const kind_names[] = {
    [KUTIP_NOBODY] = "nobody",       [KUTIP_PERSON] = "person",
    [KUTIP_ORGANIZATION] = "organization", [KUTIP_GROUP] = "group",
    [KUTIP_ANONYMOUS] = "anonymous", [KUTIP_DOCUMENT] = "document",
};

const char *
kutip_type_name(enum kutip_type type)
{
    size_t count = sizeof type_names / sizeof *type_names;
    return (size_t)type < count ? type_names[type] : NULL;
}

const char *
kutip_kind_name(enum kutip_kind kind)
{
    size_t count = sizeof kind_names / sizeof *kind_names;
    return (size_t)kind < count ? kind_names[kind] : NULL;
}

size_t
kutip_doc_record_count(const kutip_doc *doc)
{
    return doc->records.count;
}

const struct kutip_record *
kutip_doc_record(const kutip_doc *doc, size_t i)
{
    return i < doc->records.count ? &doc->records.items[i] : NULL;
}

/* make_records keeps no reasons yet. */
size_t
kutip_doc_reason_count(const kutip_doc *doc, size_t record)
{
    (void)doc;
    (void)record;
    return 0;
}

const char *
kutip_doc_reason(const kutip_doc *doc, size_t record, size_t i)
{
    (void)doc;
    (void)record;
    (void)i;
    return NULL;
}
