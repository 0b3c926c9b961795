/*
 * What it costs to take a quotation mark for an opening or a closing one,
 * from what stands around it.
 */
#ifndef KT_MARK_PRICES_H
#define KT_MARK_PRICES_H

#include "doc.h"

/*
 * Prices, in steps of about a factor of three in likelihood. What a mark
 * stands between gives the first three, the rest belong to states.
 */
enum kt_price {
    KT_FREE, /* always 0 */
    KT_AS_OPENER,
    KT_AS_CLOSER,
    KT_AS_NOTHING,
    KT_AS_ORPHAN,  /* closes what nobody opened */
    KT_UNCLOSED,   /* what is open ends here without its mark */
    KT_RUNNING_ON, /* a paragraph ends and the quotation does not */
    KT_PRICES
};

/* Larger than any sum of real prices, small enough to add without care. */
#define KT_NEVER 1000

struct kt_prices {
    int of[KT_PRICES];
    bool cue_after; /* `kata`, `ujarnya` stand right after the mark */
};

/* Prices of the mark at a token. */
void
kt_price_mark(const struct kt_doc *doc, uint32_t mark,
              struct kt_prices *prices);

/*
 * Prices of a paragraph's end; `next` is the token after it, which may be
 * past the last one. Where the next paragraph opens again, a quotation is
 * carried over and nothing is wrong. No quotation runs over a hard break.
 */
void
kt_price_break(const struct kt_doc *doc, uint32_t next, bool hard,
               struct kt_prices *prices);

/*
 * Is the token a cue such as may follow a quotation: `kata`, `ujarnya`,
 * `demikian`? False for an index past the end.
 */
bool
kt_cue_follows(const struct kt_doc *doc, uint32_t token);

/* Is the token one mark of punctuation of the given characters? */
bool
kt_token_among(const struct kt_doc *doc, uint32_t token,
               const char *characters);

/* Does the token end a sentence: `.`, `?`, `!`, an ellipsis? */
bool
kt_token_stops(const struct kt_doc *doc, uint32_t token);

#endif
