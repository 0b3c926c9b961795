/*
 * Rows: what templates are matched on. Made from the terms or the nodes of
 * one unit, in the document's arena.
 */
#ifndef KT_ROWS_H
#define KT_ROWS_H

#include "doc.h"

/*
 * The row for templates of one family; codes mean nothing to another.
 * False: out of memory. Positions in the row count from terms.first.
 */
bool
kt_row_of_terms(struct kt_doc *doc, const struct kt_family *family,
                struct kt_range terms, struct kt_row *row);

bool
kt_row_of_nodes(struct kt_doc *doc, const struct kt_family *family,
                struct kt_range nodes, struct kt_row *row);

/*
 * kt_template_match() with the document's match data; a limit that was hit
 * becomes a warning.
 */
bool
kt_row_match(struct kt_doc *doc, const struct kt_template *pattern,
             const struct kt_row *row, uint32_t at, struct kt_match *match);

/* Is match a better than b: the longer, then the weightier? */
bool
kt_match_before(const struct kt_match *a, const struct kt_match *b);

/* The best match of a family at a term. False: none. */
bool
kt_row_best(struct kt_doc *doc, const struct kt_family *family,
            const struct kt_row *row, uint32_t at, struct kt_match *best);

/*
 * Tells that a stage took the match, of a row of terms from `base` on. It
 * is noted in doc->uses when the document is one that checks examples.
 */
void
kt_row_use(struct kt_doc *doc, const struct kt_match *match, uint32_t base);

#endif
