/* Counting characters: what kutip_doc_offset() looks up. */
#ifndef KT_DOC_OFFSETS_H
#define KT_DOC_OFFSETS_H

#include "doc.h"

/*
 * Counts the characters of the document's text at every 256th byte.
 * False: out of memory.
 */
bool
kt_doc_set_checkpoints(struct kt_doc *doc);

#endif
