/*
 * Reading records out of a document, and the names of their kinds.
 *
 * In: an analysed document. Out: what kutip.h promises of records and of
 * the reasons for them.
 */
#include "explain.h"

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

/* The first reason of a record or a later one, by bisection. */
static size_t
first_reason(const kutip_doc *doc, size_t record)
{
    size_t low = 0, high = doc->reasons.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (doc->reasons.items[middle].record < record)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Reasons are made when they are first read: the document is its reader's
 * alone, and grows by them. */
static bool
explain(const kutip_doc *doc)
{
    return kt_explain((kutip_doc *)doc);
}

size_t
kutip_doc_reason_count(const kutip_doc *doc, size_t record)
{
    if (!explain(doc))
        return 0;
    return first_reason(doc, record + 1) - first_reason(doc, record);
}

const char *
kutip_doc_reason(const kutip_doc *doc, size_t record, size_t i)
{
    if (i >= kutip_doc_reason_count(doc, record))
        return NULL;
    return doc->reasons.items[first_reason(doc, record) + i].text;
}
