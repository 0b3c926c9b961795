/*
 * Which side each quotation mark of a document is: the half of find_quotes
 * that weighs, before marks are paired.
 */
#ifndef KT_MARK_SIDES_H
#define KT_MARK_SIDES_H

#include "doc.h"

enum kt_mark_act {
    KT_ACT_NONE,   /* no quotation mark; a break where nothing is open */
    KT_ACT_OPEN,   /* opens, inside an open one too */
    KT_ACT_CLOSE,  /* closes the innermost open one */
    KT_ACT_REOPEN, /* opens; all that is open lacks its closing mark */
    KT_ACT_CLOSE_ALL, /* closes the outer one; the inner lacks its mark */
    KT_ACT_ORPHAN, /* closes what nobody opened */
    KT_ACT_RUN_ON, /* a break inside a quotation that closes later */
    KT_ACT_END     /* a break; all that is open lacks its mark */
};

/* A quotation mark, or a break between two paragraphs. */
struct kt_mark_event {
    uint32_t token;  /* the mark; of a break the token after it */
    uint32_t before; /* of a break: end of the paragraph before, boilerplate
                        left out */
    bool is_break;
    uint8_t class; /* private to mark_sides.c */
    uint8_t act;   /* enum kt_mark_act, decided by kt_decide_sides() */
};

struct kt_mark_events {
    KT_LIST(struct kt_mark_event) list;
};

/* Lists marks and breaks in order, the text's end as the last break. */
kutip_status
kt_list_marks(struct kt_doc *doc, struct kt_mark_events *events);

/* Decides the act of every event. */
kutip_status
kt_decide_sides(struct kt_doc *doc, struct kt_mark_events *events);

#endif
