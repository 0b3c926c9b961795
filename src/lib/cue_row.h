/* A row of nodes as match_cues works on it. */
#ifndef KT_CUE_ROW_H
#define KT_CUE_ROW_H

#include "doc.h"

/*
 * One row as match_cues works on it. Positions of nodes count from 0 in
 * the row.
 */
struct kt_cue_row {
    uint32_t unit;
    struct kt_range nodes;  /* in doc->nodes */
    struct kt_range terms;  /* in doc->terms */
    struct kt_row row;      /* codes of the nodes */
    struct kt_row term_row; /* codes of the terms */
    uint64_t *taken;        /* a bit for each node that a quotation has: the
                               quotation itself, and its reporting word */
};

static inline const struct kt_node *
kt_row_node(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t at)
{
    return &doc->nodes.items[row->nodes.first + at];
}

static inline bool
kt_node_is(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t at,
           unsigned class)
{
    return at < row->row.length &&
           kt_set_has(*kt_row_node(doc, row, at)->classes, class);
}

static inline bool
kt_node_taken(const struct kt_cue_row *row, uint32_t at)
{
    return row->taken[at / 64] >> at % 64 & 1;
}

static inline void
kt_node_take(struct kt_cue_row *row, uint32_t at)
{
    row->taken[at / 64] |= UINT64_C(1) << at % 64;
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

/* Behind the last quotation or full stop of the sentence before a node. */
uint32_t
kt_lead_start(const struct kt_doc *doc, const struct kt_cue_row *row,
              uint32_t at);

/* Has the node one of the classes of a set? */
static inline bool
kt_node_is_any(const struct kt_doc *doc, const struct kt_cue_row *row,
               uint32_t at, struct kt_set classes)
{
    return at < row->row.length &&
           kt_set_meets(*kt_row_node(doc, row, at)->classes, classes);
}

/* The same with doc and row at hand. */
#define KT_NODE_IS_ANY(at, classes) kt_node_is_any(doc, row, (at), (classes))

/* The first node from `at` on that lacks the class. */
uint32_t
kt_skip_nodes(const struct kt_doc *doc, const struct kt_cue_row *row,
              uint32_t at, unsigned class);

/* A comma, full stop, colon or dash: never at an end of content. */
bool
kt_node_is_edge(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t at);

/* Nodes that are no such marks. */
uint32_t
kt_count_nodes(const struct kt_doc *doc, const struct kt_cue_row *row,
               uint32_t first, uint32_t end);

#endif
