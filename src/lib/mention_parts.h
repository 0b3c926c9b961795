/*
 * The parts of a mention. The border between role, affiliation and name is
 * known here and nowhere else.
 */
#ifndef KT_MENTION_PARTS_H
#define KT_MENTION_PARTS_H

#include "doc.h"

/* Words of the document that something is told of. */
struct kt_hints {
    KT_LIST(uint32_t) hashes; /* sorted */
    uint64_t some; /* a bit for the lower six of each: most words are none */
};

/* What the whole document tells about single words. */
struct kt_word_hints {
    struct kt_hints alone_at_cue; /* `kata Rini.` */
    struct kt_hints acronyms;     /* `(Perludem)` */
    struct kt_hints located;      /* `di Blorong` */
    struct kt_hints alone;        /* `lewat Blorong, warga …`, at no cue */
    uint8_t *kinds; /* enum kt_word_kind of each term, plus one; 0: not
                       asked for yet */
    struct kt_lone *lones; /* the document's memo */
};

/* Fills the hints from doc->terms. False: out of memory. */
bool
kt_word_hints_read(struct kt_doc *doc, struct kt_word_hints *hints);

bool
kt_hints_search(const struct kt_hints *hints, uint32_t hash);

static inline bool
kt_hints_hold(const struct kt_hints *hints, uint32_t hash)
{
    return (hints->some >> (hash & 63) & 1) && kt_hints_search(hints, hash);
}

/*
 * Splits a stretch of terms (of class-checked, mention-like terms) into
 * the mention's parts, all as token ranges. Parts that are missing are
 * KT_NO_RANGE. Sets name, mention (name with rank), role, affiliation and
 * evidence, and nothing else.
 */
void
kt_split_parts(const struct kt_doc *doc, const struct kt_word_hints *hints,
               struct kt_range terms, struct kt_mention *mention);

/* The same for a stretch without a name: role and affiliation. */
void
kt_split_role(const struct kt_doc *doc, const struct kt_word_hints *hints,
              struct kt_range terms, struct kt_mention *mention);

/* Adds the affiliation that is told behind the name, if there is a name and
 * none yet: `Gubernur Rini dari Partai Legi`. */
void
kt_add_body(const struct kt_doc *doc, const struct kt_word_hints *hints,
            struct kt_range body, struct kt_mention *mention);

/* Is there more evidence for a stretch to be a name, behind its ranks, than
 * against it? */
bool
kt_is_name(const struct kt_doc *doc, const struct kt_word_hints *hints,
           struct kt_range terms);

/* And for a stretch that is a name, with ranks before it. */
void
kt_split_name(const struct kt_doc *doc, struct kt_range terms,
              struct kt_mention *mention);

#endif
