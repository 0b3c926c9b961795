/* How far indirect content reaches, and what stands around a cue. */
#ifndef KT_CUE_CONTENT_H
#define KT_CUE_CONTENT_H

#include "doc.h"

/*
 * One row as match_cues works on it. Positions of nodes count from 0 in
 * the row.
 */
struct kt_cue_row {
    uint32_t unit;
    struct kt_range nodes; /* in doc->nodes */
    struct kt_range terms; /* in doc->terms */
    struct kt_row row;     /* codes of the nodes */
    struct kt_row term_row; /* codes of the terms; length 0: not made yet */
};

static inline const struct kt_node *
kt_row_node(const struct kt_doc *doc, const struct kt_cue_row *row,
            uint32_t at)
{
    return &doc->nodes.items[row->nodes.first + at];
}

static inline bool
kt_node_is(const struct kt_doc *doc, const struct kt_cue_row *row,
           uint32_t at, unsigned class)
{
    return at < row->row.length &&
           kt_set_has(kt_row_node(doc, row, at)->classes, class);
}

/* Tokens of the nodes [first, end) of the row. */
struct kt_range
kt_node_tokens(const struct kt_doc *doc, const struct kt_cue_row *row,
               uint32_t first, uint32_t end);

/* The node behind the sentence that holds a node; and its first. */
uint32_t
kt_sentence_end(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t at);

uint32_t
kt_sentence_start(const struct kt_doc *doc, const struct kt_cue_row *row,
                  uint32_t at);

/*
 * Indirect content that begins at the match's content slot and runs on, or
 * (the template's key `content before`) stands before the cue or around
 * it. KT_NO_RANGE: this is no report after all, as the verb has a plain
 * noun for its object. Fills cue->content and, for requests, the
 * addressee.
 */
void
kt_cue_content(const struct kt_doc *doc, const struct kt_cue_row *row,
               const struct kt_match *match, struct kt_cue *cue);

#endif
