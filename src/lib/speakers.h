/*
 * Speakers under construction: link_speakers' parts share this.
 */
#ifndef KT_SPEAKERS_H
#define KT_SPEAKERS_H

#include "name_index.h"
#include "names.h"

#define KT_RECENT 4

/* A mention that a title may mean. */
struct kt_bearer {
    uint32_t mention;
    uint32_t group;  /* of the entry that his title begins with, 0: none;
                        KT_NONE: not looked up yet */
    uint32_t length; /* tokens of that entry */
};

struct kt_linker {
    struct kt_doc *doc;
    struct kt_name_index words;  /* a word of a person's name -> speakers */
    struct kt_name_index wholes; /* a whole name, an acronym -> speaker */
    KT_LIST(uint32_t) persons;   /* speakers that are persons, in order */
    KT_LIST(struct kt_bearer) bearers; /* in the order of the text */
    uint32_t focus;              /* who is being talked about, or KT_NONE */
    uint32_t focus_unit;         /* the unit that put him there */
    bool focus_quoted;           /* by his own words */
    uint32_t person;             /* the same, persons only */
    uint32_t person_unit;
    uint32_t plural;             /* the last group, for mereka */
    uint32_t recent[KT_RECENT];  /* persons in focus, the latest first */
    uint32_t called;             /* nicknames linked to who was in focus */
};

/* ------------------------------------------------------------------ links */

void
kt_link_set(struct kt_doc *doc, uint32_t mention, uint32_t speaker,
            const char *why, unsigned trust);

/* Notes a speaker that was looked at and not taken. */
void
kt_link_pass(struct kt_link *link, uint32_t speaker);

/* --------------------------------------------------------------- speakers */

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

/* How many speakers back is looked where no word leads to. */
#define KT_SPEAKERS_BACK 32

/* A weak way to be the same one. */
struct kt_way {
    bool (*fits)(const struct kt_doc *doc, struct kt_range name,
                 struct kt_range other);
    const char *why;
    uint8_t trust;
    bool lone;    /* for a name of one word only; else for one of more */
    bool shares;  /* the names have a word in common all the same */
    bool swapped; /* the earlier name may be the short one too */
    bool bare;    /* not for a mention with a role: its name is well cut */
};

/*
 * The person whom the mention's name means in the surest way; of several
 * the latest. KT_NONE: nobody. `except` is not he. shares: some earlier
 * person has a word of the name.
 */
uint32_t
kt_find_another_way(const struct kt_linker *linker,
                    const struct kt_mention *mention, uint32_t except,
                    bool shares, const struct kt_way **by);

/*
 * Links a mention that tells what somebody is called (`pria yang akrab
 * disapa Bus itu`) to the person talked about, with all that bear the name.
 */
void
kt_link_called(struct kt_linker *linker, uint32_t mention);

/* `sang menteri`: somebody known, by his title or description. */
bool
kt_tells_known(const struct kt_doc *doc, uint32_t mention);

/* Keeps the mention when a title may mean it. False: out of memory. */
bool
kt_note_bearer(struct kt_linker *linker, uint32_t mention);

/*
 * Links a title or description (`Mendag`, `pakar tersebut`) to the speaker
 * that it fits best, else to a new one. False: out of memory.
 */
bool
kt_link_title(struct kt_linker *linker, uint32_t mention);

/* Chooses for each speaker the mention that introduces it. */
void
kt_choose_introductions(struct kt_doc *doc);

/* ------------------------------------------------------------------ focus */

/* How sure it is that a mention is its sentence's subject. */
enum kt_subject {
    KT_SUBJECT_NO,
    KT_SUBJECT_LIKELY,
    KT_SUBJECT_SAYS /* a verb of saying follows */
};

enum kt_subject
kt_subject_of(const struct kt_doc *doc, uint32_t mention);

#endif
