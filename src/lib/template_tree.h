/*
 * Templates under way: shared by the files that make them (template_*.c,
 * templates.c) and by no other. Everything here lies in the scratch arena
 * of the load, but for the codes.
 */
#ifndef KT_TEMPLATE_TREE_H
#define KT_TEMPLATE_TREE_H

#include "templates.h"

/* ------------------------------------------------------------- expressions */

enum kt_tree_kind {
    KT_TREE_TERM,     /* its children must all hold; none: any term */
    KT_TREE_NAME,     /* in a term: a class, or a `let` of one term */
    KT_TREE_LET,      /* an element that is a `let` */
    KT_TREE_SEQUENCE, /* its children, one after the other */
    KT_TREE_CHOICE,   /* one of its children */
    KT_TREE_REPEAT,   /* its child, min to max times */
    KT_TREE_SLOT,     /* @slot( child ) */
    KT_TREE_LOOK,     /* >( child ) or !( child ) */
    KT_TREE_START,
    KT_TREE_END
};

enum { KT_TREE_MANY = UINT16_MAX };

struct kt_let;
struct kt_reach; /* program_parts.h */

struct kt_tree {
    enum kt_tree_kind kind;
    uint32_t at;          /* byte of the line's text it begins at */
    struct kt_tree *first, *last;    /* children */
    struct kt_tree *next, *previous; /* beside it */
    const char *name;     /* NAME */
    struct kt_let *let;   /* NAME, LET: what it stands for, or NULL */
    int class;            /* NAME without let */
    bool negative;        /* NAME, LOOK */
    bool lazy;            /* REPEAT: as few as will do */
    bool possessive;      /* REPEAT: gives nothing back */
    uint16_t min;         /* REPEAT */
    uint16_t max;         /* KT_TREE_MANY: no bound */
    uint8_t slot;         /* SLOT: enum kt_slot */
    uint32_t predicate;   /* number + 1 of the predicate, when the whole
                             takes exactly one term */
    struct kt_reach *reach[2]; /* forward and reversed; NULL: not known yet */
};

/* Letters, digits and `_`: what names of classes and lets are made of. */
static inline bool
kt_is_name_byte(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= '0' && c <= '9') || c == '_';
}

/* Where an expression stands. */
struct kt_place {
    const struct kt_pattern_file *file;
    const struct kt_line *line;
    uint32_t at; /* byte of the line's text the expression begins at */
};

enum kt_let_state { KT_LET_NEW, KT_LET_OPEN, KT_LET_DONE };

/* `let NAME = EXPRESSION`, good in all files of the family. */
struct kt_let {
    const char *name;
    struct kt_place place;
    struct kt_tree *tree; /* NULL: it has a fault */
    enum kt_let_state state;
    bool marked; /* its predicates are numbered */
    bool broken; /* a fault was told on the way */
    bool looked; /* it is known whether a @cue is inside: */
    bool has_cue;
    uint32_t size; /* nodes of its tree, those of the lets in it counted */
};

/* Reads an expression. NULL: a fault was told, or out of memory. */
struct kt_tree *
kt_tree_parse(const struct kt_place *place, struct kt_arena *scratch,
              struct kt_faults *faults);

/* ------------------------------------------------------------------ drafts */

/* A template as it was read. */
struct kt_draft {
    struct kt_template made; /* all but what comes of compiling */
    struct kt_place place;   /* of the match expression; line NULL: none */
    const struct kt_line *line; /* `template NAME` */
    bool weighed;
    struct kt_tree *tree; /* NULL: a fault, told */
    KT_LIST(struct kt_template_key) keys;
    KT_LIST(struct kt_example) examples;
};

/* A family as it was read. */
struct kt_family_draft {
    const char *name;
    struct kt_codes *codes;
    KT_LIST(struct kt_draft) drafts;
    KT_LIST(struct kt_let) lets;
};

struct kt_template_reader {
    struct kt_arena *arena;   /* what templates keep */
    struct kt_arena *scratch; /* all else */
    struct kt_faults *faults;
    const struct kt_lexicon *lexicon;
    KT_LIST(struct kt_family_draft) families;
};

/* Reads the blocks of a file into its family. False when fatal. */
bool
kt_template_read_file(struct kt_template_reader *reader,
                      const struct kt_pattern_file *file);

/* Finds what the names of all expressions stand for. */
void
kt_template_resolve(struct kt_template_reader *reader);

/* -------------------------------------------------------------- predicates */

enum { KT_DENIED_MAX = 4 };

/* Has all of `all` and none of `none`, and fails some predicates. */
struct kt_condition {
    struct kt_set all;
    struct kt_set none;
    uint16_t denied[KT_DENIED_MAX]; /* numbers + 1, all of older ones */
};

/* What a term must be: one of the conditions holds. */
struct kt_predicate {
    const struct kt_condition *conditions;
    uint32_t count;
    uint32_t sets[2]; /* its codes in a program, forward and reversed; 0: not
                         made yet */
};

enum { KT_PREDICATES_MAX = 2048 };

/*
 * The codes of class sets. A signature has a bit for each predicate; sets
 * of one signature share a code.
 */
struct kt_codes {
    struct kt_set used; /* the classes that predicates ask for */
    KT_LIST(struct kt_predicate) predicates;
    uint32_t count;
    uint64_t *takes; /* of each predicate, a bit for each code it takes */
    uint32_t take_words; /* 64 bits each, room for one code more */
    uint32_t words; /* of a signature, 64 bits each */
    uint64_t *signatures; /* of each code */
    struct kt_class_sets cut; /* the foreseen sets, cut to `used` */
    uint16_t *of_cut; /* their codes, of number n at [n] */
    uint16_t *of_set; /* codes of the foreseen sets, of number n at [n] */
    uint32_t *by_signature; /* code + 1 by hash of signature */
    uint32_t signature_mask;
};

/*
 * Numbers the predicates of a tree: nodes that take exactly one term.
 * False: out of memory, or too many (told).
 */
bool
kt_codes_mark(struct kt_codes *codes, struct kt_tree *tree,
              const struct kt_place *place, struct kt_arena *arena,
              struct kt_faults *faults);

/*
 * The signatures of sets, codes->words each, one behind the other and
 * cleared. False: out of memory.
 */
bool
kt_codes_sign(const struct kt_codes *codes, const struct kt_set *sets,
              uint32_t count, uint64_t *signatures, struct kt_arena *scratch);

/* The signature of one set, without memory. */
void
kt_codes_sign_one(const struct kt_codes *codes, struct kt_set set,
                  uint64_t *signature);

/*
 * Bit j of row i becomes bit i of row j. Rows have from_words words; those
 * they become have to_words, which are cleared.
 */
void
kt_turn_rows(const uint64_t *from, uint32_t from_count, uint32_t from_words,
             uint64_t *to, uint32_t to_count, uint32_t to_words);

/* Class sets that rows can hold, in the order of their numbers. */
struct kt_foreseen {
    KT_LIST(struct kt_set) sets;
};

/* Gives out the codes. False: out of memory. */
bool
kt_codes_assign(struct kt_codes *codes, const struct kt_foreseen *foreseen,
                struct kt_arena *arena, struct kt_arena *scratch);

/* The codes that satisfy a predicate (number from 0). */
static inline const uint64_t *
kt_codes_taken(const struct kt_codes *codes, uint32_t predicate)
{
    return codes->takes + (size_t)predicate * codes->take_words;
}

uint16_t
kt_codes_of(const struct kt_codes *codes, struct kt_set set);

/* --------------------------------------------------------------- compiling */

/* Makes the template of a draft whose predicates have codes, in the
 * programs of its family. False when
 * fatal. */
bool
kt_template_compile(struct kt_template *pattern, const struct kt_draft *draft,
                    struct kt_family *family,
                    struct kt_arena *arena, struct kt_arena *scratch,
                    struct kt_faults *faults);

#endif
