/*
 * Programs: the right or the left halves of a family's templates, as steps
 * that the automaton (which of them may match) and the matcher (how one
 * matches) both follow.
 *
 *     MENTION COMMA? SAY   ->   0 take {mention} 1
 *                               1 split 2 (when {comma}), 3
 *                               2 take {comma} 3
 *                               3 take {say} 4
 *                               4 accept
 */
#ifndef KT_PROGRAM_H
#define KT_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "template_tree.h"

enum kt_op {
    KT_OP_TAKE,   /* one term with a code of the set */
    KT_OP_SPLIT,  /* next, else other */
    KT_OP_SPAN,   /* as many terms with a code of the set as there are, at
                     most max, then next */
    KT_OP_SAVE,   /* the place into the register arg */
    KT_OP_ENTER,  /* a counted loop with the registers arg and arg + 1 begins */
    KT_OP_LOOP,   /* min to max times next, then other */
    KT_OP_LAZY,   /* the same, as few times as will do */
    KT_OP_HAS,    /* the next term has a code of the set */
    KT_OP_LACKS,  /* there is none, or it has not */
    KT_OP_AHEAD,  /* the steps from next on match here; goes on at other */
    KT_OP_NOT,    /* they do not */
    KT_OP_ATOMIC, /* they match, in the first way alone; other behind them */
    KT_OP_START,  /* no term of the row is before this place */
    KT_OP_END,    /* no term is behind it */
    KT_OP_DONE,   /* the steps of KT_OP_AHEAD, NOT or ATOMIC end; next is
                     where those of the whole go on */
    KT_OP_ACCEPT
};

/* What must come next if a branch is to match. */
struct kt_guard {
    uint32_t first;  /* a set: the next code is in it; 0: any may come */
    uint32_t second; /* the same of the code behind it */
};

/* Steps name each other by number. */
struct kt_instruction {
    uint8_t op;      /* enum kt_op */
    uint8_t pattern; /* place of the template in its family */
    uint8_t arg;     /* register */
    uint16_t next;
    uint16_t other;
    uint16_t min;
    uint16_t max;                /* KT_TREE_MANY: no bound */
    uint32_t set;                /* TAKE, SPAN, HAS, LACKS */
    struct kt_guard guard;       /* SPLIT, LOOP: of next */
    struct kt_guard other_guard; /* SPLIT: of other */
};

/* Registers: where each slot begins and ends, then those of loops. */
enum { KT_SLOT_REGISTERS = 2 * KT_SLOT_COUNT, KT_REGISTERS_MAX = 255 };

#define KT_UNSET UINT32_MAX /* in a register */

#define KT_NO_START UINT16_MAX

/* Sets that were settled, while a program is made. */
struct kt_settled {
    uint32_t *slots; /* sets by hash of their codes; 0: free */
    uint32_t mask;
    uint32_t count;
};

struct kt_program {
    const struct kt_codes *codes;
    bool reversed;
    KT_LIST(struct kt_instruction) steps;
    uint16_t starts[KT_FAMILY_TEMPLATES_MAX]; /* KT_NO_START: not in it */
    uint32_t slots[KT_FAMILY_TEMPLATES_MAX];  /* a bit for each in it */
    uint32_t words;                           /* 64 bits each, of a set */
    KT_LIST(uint64_t) sets; /* a set is the place of its first word; 0: none */
    struct kt_settled settled;
    uint32_t all;           /* the set of all codes, also of `no more terms` */
};

/* The code of `no more terms` is in no set that a step takes. */
static inline bool
kt_program_has(const struct kt_program *program, uint32_t set, uint32_t code)
{
    return program->sets.items[set + code / 64] >> code % 64 & 1;
}

/* The codes of a row in the order in which a program looks at them. */
struct kt_path {
    const uint16_t *codes; /* the first */
    int direction;         /* 1 or -1 */
    uint32_t length;
    bool outer; /* nothing stands before the first */
};

/* The code at a place of the path, or behind it `end`. */
static inline uint32_t
kt_path_code(const struct kt_path *path, uint32_t at, uint32_t end)
{
    return at < path->length ? path->codes[path->direction * (ptrdiff_t)at]
                             : end;
}

/* An empty program; the codes are assigned. Its steps lie in the arena, and
 * its sets in scratch until it ends. False: out of memory. */
bool
kt_program_init(struct kt_program *program, const struct kt_codes *codes,
                bool reversed, struct kt_arena *arena,
                struct kt_arena *scratch);

enum kt_program_fault {
    KT_PROGRAM_OK,
    KT_PROGRAM_TOO_LARGE, /* too many steps, sets or loops */
    KT_PROGRAM_NO_MEMORY
};

/* Adds the half of the template at a place in its family: the elements from
 * first to last, which stand side by side. */
enum kt_program_fault
kt_program_add(struct kt_program *program, uint32_t place,
               struct kt_tree *first, struct kt_tree *last,
               struct kt_arena *arena, struct kt_arena *scratch);

/* Nothing is added any more: the sets move to where they stay. False: out of
 * memory. */
bool
kt_program_end(struct kt_program *program, struct kt_arena *arena);

#endif
