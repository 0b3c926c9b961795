/*
 * Speakers under construction: link_speakers' parts share this.
 */
#ifndef KT_SPEAKERS_H
#define KT_SPEAKERS_H

#include "names.h"

struct kt_linker {
    struct kt_doc *doc;
    struct kt_name_index words;  /* a word of a person's name -> speaker */
    struct kt_name_index wholes; /* a whole name, an acronym -> speaker */
    uint32_t focus;              /* who is being talked about, or KT_NONE */
    uint32_t person;             /* the same, persons only */
    uint32_t focus_unit;         /* the unit that put him there */
    uint32_t plural;             /* the last group, for mereka */
};

/* A new speaker that a mention names; KT_NONE: out of memory. */
uint32_t
kt_speaker_new(struct kt_linker *linker, uint32_t mention,
               enum kutip_kind kind);

/*
 * Links a mention that has a name (person, organisation, document, group)
 * to an earlier speaker or a new one. False: out of memory.
 */
bool
kt_link_named(struct kt_linker *linker, uint32_t mention);

/*
 * Links a title or description (`Mendag`, `pakar tersebut`) to the latest
 * speaker that it fits. Fills the mention's link; speaker stays KT_NONE
 * when it fits nobody.
 */
void
kt_link_title(struct kt_linker *linker, uint32_t mention);

/* Chooses for each speaker the mention that introduces it. */
void
kt_choose_introductions(struct kt_doc *doc);

#endif
