/*
 * Evidence, from evidence.table: kinds of evidence for where a name begins,
 * and their weights. read_mentions adds them up.
 */
#ifndef KT_EVIDENCE_H
#define KT_EVIDENCE_H

#include "tables.h"

/* clang-format off */
#define KT_EVIDENCE_KINDS(X) \
    X(alone_at_cue) X(alone_last) X(alone_inside) X(alone_otherwise) \
    X(after_bracket) X(after_place) X(after_acronym) \
    X(after_organisation) X(after_whole) X(after_closed) \
    X(after_derived_noun) X(after_role) X(after_common) \
    X(word_unknown) X(word_common) X(word_organisation) X(word_place) \
    X(word_role) X(word_acronym) X(word_derived_noun) X(after_needy_head) \
    X(after_needy_role) \
    X(words_one) X(words_two) X(words_three) X(words_four) X(words_more) \
    X(initial) X(opener) X(before_common) X(before_unknown)
/* clang-format on */

enum kt_evidence_kind {
#define KT_EVIDENCE_ENUM(name) KT_EVIDENCE_##name,
    KT_EVIDENCE_KINDS(KT_EVIDENCE_ENUM)
#undef KT_EVIDENCE_ENUM
        KT_EVIDENCE_COUNT
};

struct kt_evidence {
    int weights[KT_EVIDENCE_COUNT];
};

bool
kt_evidence_load(struct kt_evidence *evidence, const struct kt_table *table,
                 struct kt_faults *faults);

const char *
kt_evidence_name(enum kt_evidence_kind kind);

#endif
