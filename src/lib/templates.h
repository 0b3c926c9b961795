/*
 * Templates: grammar over terms. A template is split at its anchor (the
 * `@cue( … )` slot; without one, its first element): what stands left of it
 * is compiled in reverse and matched on the reversed row, so that both
 * halves start at the anchor and nothing searches.
 *
 * A row is a unit's terms as 16-bit codes, one code for each class set that
 * templates can tell apart.
 */
#ifndef KT_TEMPLATES_H
#define KT_TEMPLATES_H

#include "bits.h"
#include "class_sets.h"
#include "lexicon.h"
#include "pattern_file.h"

/* Slot names of templates = fields of the record where they have one. */
enum kt_slot {
    KT_SLOT_CUE,
    KT_SLOT_SOURCE,
    KT_SLOT_CONTENT,
    KT_SLOT_ADDRESSEE,
    KT_SLOT_VIA,
    KT_SLOT_TIME,
    KT_SLOT_PLACE,
    KT_SLOT_EVENT,
    KT_SLOT_RANK,
    KT_SLOT_NAME,
    KT_SLOT_ROLE,
    KT_SLOT_AFFILIATION,
    KT_SLOT_NICKNAME,
    KT_SLOT_TAIL, /* a region for later reading, e.g. circumstances */
    KT_SLOT_COUNT
};

const char *
kt_slot_name(enum kt_slot slot);

/* Half-open range of terms (or tokens); first > end: not set. */
struct kt_range {
    uint32_t first;
    uint32_t end;
};

#define KT_NO_RANGE ((struct kt_range){1, 0})

static inline bool
kt_range_set(struct kt_range range)
{
    return range.first <= range.end;
}

/* A `yes` or `no` line of a template. */
struct kt_example {
    const char *text;
    bool wanted;
    const struct kt_line *line;
};

/* A `key value` line the machinery does not read itself: type, kind, … */
struct kt_template_key {
    const char *key;
    const char *value;
};

struct kt_template {
    const char *name;
    const char *file; /* without folder */
    uint32_t line;
    int weight;
    uint32_t number; /* of all templates of the engine, from 0 */
    uint32_t place;  /* in its family, from 0 */
    struct kt_set anchor;  /* every anchor term meets this; all bits set:
                              any term may be one */
    const struct kt_family *family;
    const struct kt_template_key *keys;
    uint32_t key_count;
    const struct kt_example *examples;
    uint32_t example_count;
    const struct kt_pattern_file *source;
};

/* Value of a key of the template, or NULL. */
const char *
kt_template_value(const struct kt_template *pattern, const char *key);

struct kt_codes;
struct kt_program;
struct kt_automaton;
struct kt_matcher;

/* One half of all templates of a family. */
struct kt_side {
    struct kt_program *program;     /* how each of them matches */
    struct kt_automaton *automaton; /* which of them may */
};

enum { KT_FAMILY_TEMPLATES_MAX = 256 };

/* A set of templates of a family, by their places in it. */
struct kt_may {
    uint64_t bits[KT_FAMILY_TEMPLATES_MAX / 64];
};

/*
 * All templates of one family ("cues", "times", "circumstances").
 * Codes: each template element is a predicate over class sets; sets that no
 * predicate of the family tells apart share a code.
 */
struct kt_family {
    const char *name;
    struct kt_codes *codes; /* private to template_codes.c */
    const uint16_t *code_of; /* by number of class set; NULL: no codes */
    struct kt_template *templates;
    uint32_t count;
    struct kt_set anchors; /* union of all anchors, to skip terms quickly */
    struct kt_side right; /* from the anchor's first term on */
    struct kt_side left;  /* from the term before it to the left */
    struct kt_may lone; /* the templates without a left half */
};

/* The row a unit presents to the templates. */
struct kt_row {
    const uint16_t *codes; /* length of them */
    uint32_t length;
};

/*
 * The templates that may match with their anchor at a term; none but these
 * do. False: there are none, and *may is not set. at < row->length.
 */
bool
kt_templates_at(const struct kt_family *family, const struct kt_row *row,
                uint32_t at, struct kt_may *may);

/* Takes the first template out of the set; NULL: none is left. */
static inline const struct kt_template *
kt_may_take(const struct kt_family *family, struct kt_may *may)
{
    for (uint32_t i = 0; i < KT_FAMILY_TEMPLATES_MAX / 64; i++)
        if (may->bits[i] != 0) {
            uint32_t bit = kt_lowest_bit(may->bits[i]);
            may->bits[i] &= may->bits[i] - 1;
            return &family->templates[64 * i + bit];
        }
    return NULL;
}

struct kt_match {
    const struct kt_template *pattern;
    struct kt_range whole;
    struct kt_range slots[KT_SLOT_COUNT];
};

/*
 * Everything of templates that an engine holds.
 */
struct kt_templates {
    struct kt_family *families;
    uint32_t family_count;
    uint32_t template_count;
    struct kt_class_sets sets; /* all that rows can hold */
};

/* A family by name, or NULL. */
const struct kt_family *
kt_templates_family(const struct kt_templates *templates, const char *name);

/* Passes every class set a row can hold to see(); see terms.h. */
typedef void kt_foresee(const struct kt_lexicon *lexicon,
                        void (*see)(void *, struct kt_set),
                        void *see_context);

/*
 * Parses and compiles all files of shape KT_TEMPLATES. foresee() is called
 * once and must pass every class set a row can hold to see(): codes are
 * given out over these. Faults (unknown class with the nearest known name,
 * syntax, missing yes example, double names …) are reported, all of them.
 */
bool
kt_templates_load(struct kt_templates *templates,
                  const struct kt_folder *folder,
                  const struct kt_lexicon *lexicon,
                  kt_foresee *foresee, struct kt_arena *arena,
                  struct kt_arena *scratch, struct kt_faults *faults);

/* Does a `match` or a `let` of the folder have this name in it? */
bool
kt_templates_use(const struct kt_folder *folder, const char *name);

/* Gives back what the automata made (it does not lie in the arena). */
void
kt_templates_release(struct kt_templates *templates);

/*
 * The code of any class set in rows. One that was not foreseen gets the code
 * of a foreseen one that no predicate tells apart from it, else the code of
 * the empty set. Slow: it asks every predicate.
 */
uint16_t
kt_family_code(const struct kt_family *family, struct kt_set set);

/* The first term from `at` on that may anchor one, or row->length: most may
 * not, and are passed in a loop. */
uint32_t
kt_templates_next(const struct kt_family *family, const struct kt_row *row,
                  uint32_t at);

/*
 * Does one template match with its anchor at term `at`? Fills *match.
 * *gave_up is set (never cleared) when it ran away.
 */
bool
kt_template_match(const struct kt_template *pattern,
                  const struct kt_row *row, uint32_t at,
                  struct kt_matcher *matcher, struct kt_match *match,
                  bool *gave_up);

#endif
