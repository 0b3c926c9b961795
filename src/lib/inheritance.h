/* Circumstances that one sentence tells and another's record has. */
#ifndef KT_INHERITANCE_H
#define KT_INHERITANCE_H

#include "doc.h"

/*
 * The circumstances of each cue's record, in the order of doc->cues: those
 * at the cue; for the first quotation of a speaker, what it lacks of time,
 * place and event is taken from where he was introduced or spoke before.
 * In the document's arena; NULL: out of memory.
 */
struct kt_circumstances *
kt_inherit_circumstances(struct kt_doc *doc);

#endif
