/* Counting characters: what kutip_doc_offset() looks up. */
#ifndef KT_DOC_OFFSETS_H
#define KT_DOC_OFFSETS_H

#include "doc.h"

/*
 * Looks at the document's text: how many of its sequences are invalid and
 * where the first is, and a checkpoint for each 64 bytes. False: out of
 * memory.
 */
bool
kt_doc_look(struct kt_doc *doc);

#endif
