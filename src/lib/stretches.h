/*
 * What stands ahead in a text: stretches that may be tokens known already.
 */
#ifndef KT_STRETCHES_H
#define KT_STRETCHES_H

#include "token_scan.h"

/* So many are looked at before the first of them is asked for: by then what
 * is known of it has come into the cache. */
enum { KT_STRETCHES = 64 };

/*
 * Letters, digits and what joins them, or a mark. Where a token of these
 * bytes was read before, with such an end, it is this one again.
 */
struct kt_stretch {
    uint32_t start;
    uint32_t end;
    uint8_t mark; /* the place of its mark in doc->forms.marks; 0: none */
    bool blank;   /* blanks stand before it */
    bool dot;     /* a dot stands behind it, which may belong to it */
    struct kt_form_key key;
};

/*
 * The next stretches from scan->at on, with blanks between them at most.
 * None: something else stands there, which must be read to tell anything.
 */
uint32_t
kt_look_ahead(const struct kt_scan *scan,
              struct kt_stretch stretches[KT_STRETCHES]);

/* Has a stretch small letters only, and no dot behind it? As a word it ends
 * there, then, and has no flags. */
bool
kt_stretch_is_small(const struct kt_stretch *stretch);

#endif
