/*
 * The document: one text and one list for each stage. A stage appends to
 * its own list and reads those before it; lists refer to each other by
 * index. KT_NONE is "no index".
 */
#ifndef KT_DOC_H
#define KT_DOC_H

#include "arena.h"
#include "engine.h"
#include "forms.h"
#include "list.h"

#define KT_NONE UINT32_MAX

/* ---------------------------------------- 1 split_paragraphs: paragraphs */

/* Byte ranges, in order, without the white space around them. */
struct kt_paragraph {
    uint32_t start;
    uint32_t end;
    uint32_t body;    /* where it begins behind a dateline, else == start */
    bool boilerplate; /* a whole line of `Baca juga: …`: nothing is read */
    uint32_t first_token; /* set by split_tokens */
    uint32_t body_token;  /* the first behind the dateline */
    uint32_t end_token;
};

/* -------------------------------------------------- 2 split_tokens: tokens */

enum kt_token_kind {
    KT_TOKEN_WORD,   /* letters, also Covid-19, Jong-un, anak-anak, Ma'ruf */
    KT_TOKEN_NUMBER, /* begins with a digit: 1.250.000,50 13.30 13/4/2020 */
    KT_TOKEN_MARK,   /* one character of punctuation, or an ellipsis */
    KT_TOKEN_QUOTE   /* a quotation mark of marks.table */
};

enum kt_token_flag {
    KT_CAPITALISED = 1 << 0,  /* first letter is upper case */
    KT_ALL_UPPER = 1 << 1,    /* two or more letters, all upper case */
    KT_ONE_LETTER = 1 << 2,   /* a single upper-case letter: an initial */
    KT_HAS_DIGIT = 1 << 3,
    KT_HAS_DOT = 1 << 4,      /* an abbreviation's dot belongs to it: `dr.` */
    KT_SPACE_BEFORE = 1 << 5, /* white space (or the text's start) before */
    KT_LINE_BEFORE = 1 << 6,  /* a line break in that white space */
    KT_PARAGRAPH_FIRST = 1 << 7,
    KT_IS_CLITIC = 1 << 8,    /* ends in -nya and the stem is a known word */
    KT_IS_SITE = 1 << 9,      /* Kabar.com */
    KT_IS_INITIALS = 1 << 10, /* letters with a dot behind each: A.H. */
    KT_IS_ROMAN = 1 << 11,    /* XIV, and so I */
    KT_IS_CAMEL = 1 << 12,    /* a capital inside: BlorongPay */
    KT_HAS_HYPHEN = 1 << 13,
    KT_IS_PAIR = 1 << 14      /* a capital behind the hyphen: Rini-Budi */
};

struct kt_token {
    uint32_t start; /* bytes of the input */
    uint32_t end;
    uint32_t character; /* marks: code point (ellipsis: U+2026) */
    union {
        struct kt_facts facts;
        struct {
            KT_FACTS
        };
    };
    uint8_t kind; /* enum kt_token_kind */
    uint8_t mark; /* KT_TOKEN_QUOTE: index in engine->marks */
};

/*
 * The tokens that quotations and sentences end at, a tenth of all: what asks
 * for those need not pass the others.
 */
enum kt_point_kind {
    KT_POINT_NONE,
    KT_POINT_STOP,   /* . ? ! and an ellipsis */
    KT_POINT_OPENS,  /* ( [ */
    KT_POINT_CLOSES, /* ) ] */
    KT_POINT_QUOTE,  /* a quotation mark */
    KT_POINT_DOT     /* a word with KT_HAS_DOT */
};

struct kt_point {
    uint32_t token;
    uint8_t kind; /* enum kt_point_kind */
};

/* --------------------------------------------------- 3 find_quotes: quotes */

/* In the order of start; a nested one after the one around it. */
struct kt_quote {
    uint32_t start; /* with its marks, where it has them */
    uint32_t end;
    uint32_t inner_start; /* without them */
    uint32_t inner_end;
    uint32_t first_token; /* with mark tokens */
    uint32_t end_token;
    uint32_t paragraph;   /* of its first character */
    uint32_t parent;      /* the quotation it is nested in, or KT_NONE */
    uint32_t carries_on;  /* the quotation of the paragraph before that goes
                             on here (no closing mark there), or KT_NONE */
    uint8_t level;        /* 1 double marks, 2 single */
    bool repaired;        /* a mark is missing and its place was guessed */
    bool title;           /* a title or a term, no utterance */
};

/* --------------------------------- 4 split_sentences: sentences, and units */

struct kt_sentence {
    uint32_t start; /* bytes, without white space around */
    uint32_t end;
    uint32_t first_token;
    uint32_t end_token;
    uint32_t paragraph;
};

/* Sentences that one quotation ties together: `"A. B," kata X.` */
struct kt_unit {
    uint32_t first_sentence;
    uint32_t end_sentence;
    uint32_t first_token;
    uint32_t end_token;
};

/* ----------------------------------------------------- 5 find_terms: terms */

/*
 * What the grammar sees: a quotation is one term, a phrase of the lexicon
 * is one term, a date is one term, else a token is one term.
 */
struct kt_term {
    uint32_t first_token;
    uint32_t end_token;
    struct kt_set classes;
    uint32_t set;   /* number of the classes, 0: not foreseen */
    uint32_t quote; /* index of the quotation, or KT_NONE */
};

/* A unit's terms, cut at a comma where they are more than 300. */
struct kt_term_row {
    uint32_t unit;
    struct kt_range terms;
};

/* -------------------------------------------- 6 read_mentions: mentions */

enum kt_mention_kind {
    KT_MENTION_PERSON,
    KT_MENTION_ORGANISATION,
    KT_MENTION_ROLE,      /* a title or description alone: Mendag */
    KT_MENTION_PRONOUN,   /* dia, ia, beliau, mereka, pihaknya */
    KT_MENTION_GROUP,     /* para ahli, warga */
    KT_MENTION_ANONYMOUS, /* seorang pejabat */
    KT_MENTION_DOCUMENT
};

/* Token ranges; KT_NO_RANGE where a part is missing. */
struct kt_mention {
    uint32_t unit;
    struct kt_range terms; /* everything it covers, in doc->terms */
    struct kt_range whole; /* tokens of all of it */
    struct kt_range mention; /* tokens of name with rank or title */
    struct kt_range name;
    struct kt_range role;
    struct kt_range affiliation;
    struct kt_range nickname;
    uint8_t kind; /* enum kt_mention_kind */
    bool demonstrative; /* `pakar tersebut`, `politisi itu` */
    bool called; /* `pria yang akrab disapa Bus`: somebody named before */
    int evidence; /* the sum that decided where the name begins */
};

/*
 * What the cue templates see: terms again, but a mention is one node.
 */
struct kt_node {
    struct kt_range terms;
    const struct kt_set *classes; /* those of the term, or of all mentions of
                                     a kind */
    uint32_t set;     /* number of the classes, 0: not foreseen */
    uint32_t mention; /* or KT_NONE */
    uint32_t quote;   /* or KT_NONE */
};

/* ------------------------------------------------------ 7 match_cues: cues */

enum kt_cue_type {
    KT_CUE_DIRECT = KUTIP_DIRECT,
    KT_CUE_PARTIAL = KUTIP_PARTIAL,
    KT_CUE_INDIRECT = KUTIP_INDIRECT,
    KT_CUE_AGENT /* names a speaker, has no content: no record of its own */
};

/* How the sentence names the source. */
enum kt_source {
    KT_SOURCE_MENTION,  /* by a mention */
    KT_SOURCE_CLITIC,   /* by the -nya of the cue */
    KT_SOURCE_PREVIOUS, /* not again: that of the cue before */
    KT_SOURCE_FOCUS,    /* not at all: whoever spoke last */
    KT_SOURCE_NOBODY    /* nobody: only the setting is told */
};

/* Token ranges; KT_NO_RANGE where there is none. */
struct kt_circumstances {
    struct kt_range addressee;
    struct kt_range via;
    struct kt_range time;
    struct kt_range place;
    struct kt_range event;
};

/* One attribution as the sentence shows it, before anybody is identified. */
struct kt_cue {
    const struct kt_template *pattern;
    uint32_t unit;
    uint8_t type;            /* enum kt_cue_type */
    uint8_t source;          /* enum kt_source */
    uint32_t quote;          /* the quotation it attributes, or KT_NONE */
    struct kt_range content; /* tokens of indirect content */
    struct kt_range cue;     /* tokens */
    uint32_t mention;        /* the source, or KT_NONE */
    struct kt_circumstances circumstances;
    struct kt_range bids;    /* in doc->bids: what competed, best first */
};

/* A template that wanted the same content. */
struct kt_bid {
    const struct kt_template *pattern;
    int weight;
};

/* A match that a stage took, kept only while examples are checked. */
struct kt_use {
    const struct kt_template *pattern;
    struct kt_range slots[KT_SLOT_COUNT]; /* tokens */
};

/* So many cues back is looked for one of the same unit: no sentence has
 * more, but a text made to hurt may. */
#define KT_CUES_BACK 64

/* ----------------------------------------------- 8 link_speakers: speakers */

struct kt_speaker {
    uint8_t kind;        /* enum kutip_kind */
    uint32_t named;      /* mention with the fullest name */
    uint32_t introduced; /* mention that introduces it, name and role */
    uint32_t described;  /* mention of role and affiliation: the same, where
                            it has any */
    uint32_t nicknamed;  /* mention that tells another name, or KT_NONE */
    uint32_t first_cue;  /* its first attribution, or KT_NONE */
    bool source;         /* some cue names it as its source */
};

#define KT_PASSED 3 /* others a link tells of: a line's worth */

/* Which speaker a mention is, and which a cue has; KT_NONE: nobody. */
struct kt_link {
    uint32_t speaker;
    const char *why; /* English, for --explain */
    uint32_t passed[KT_PASSED]; /* speakers that were looked at too, the
                                   nearest first; KT_NONE: no more */
    uint8_t trust; /* percent: how often a link made so is right */
};

/* A step on the way to a record, for --explain. */
struct kt_reason {
    uint32_t record; /* index */
    const char *text;
};

/* --------------------------------------------------- the document itself */

#define KT_LONES 256

/* What a term tells that is a source by itself, without an office: its kind
 * and classes decide, whatever stands around it. */
struct kt_lone {
    uint32_t set; /* number of the classes; 0: free */
    uint8_t kind; /* enum kt_word_kind of mention_words.h */
    bool at_cue;  /* it stands alone at a cue somewhere */
    bool name;    /* the term is a name */
    bool body;    /* it is an affiliation */
    int evidence;
};

#define KT_STRAYS 64

/* The code of a class set that was not foreseen, in a family. */
struct kt_stray {
    const struct kt_family *family; /* NULL: free */
    struct kt_set set;
    uint16_t code;
};

/* 64 bytes of the text; the lowest bit is the first's. */
struct kt_checkpoint {
    uint64_t begins; /* a character begins at this byte */
    uint64_t pairs;  /* one that UTF-16 has two units for */
    uint32_t codepoints; /* that begin before them */
    uint32_t utf16;
};

/* So many bytes behind the text may be read, whatever its length. */
#define KT_TEXT_PAD 32

struct kt_doc {
    const struct kt_engine *engine;
    struct kt_arena arena;
    struct kt_forms forms; /* stays for the next text */
    struct kt_stray strays[KT_STRAYS]; /* so do they; by hash */
    struct kt_lone lones[KT_LONES];    /* and these */
    char *text; /* copy of the input, in the arena; behind it stand
                   KT_TEXT_PAD bytes that are 0 */
    uint32_t length;
    bool strict;
    bool note_uses; /* kt_row_use() keeps what it is told */
    size_t invalid;
    uint32_t first_invalid;
    struct kt_checkpoint *checkpoints; /* NULL: all is ASCII */
    struct kt_matcher *matcher;

    KT_LIST(const char *) warnings;
    KT_LIST(struct kt_paragraph) paragraphs;
    KT_LIST(struct kt_token) tokens;
    KT_LIST(struct kt_point) points; /* in the order of the tokens */
    KT_LIST(struct kt_quote) quotes;
    KT_LIST(struct kt_sentence) sentences;
    KT_LIST(struct kt_unit) units;
    KT_LIST(struct kt_term) terms;
    KT_LIST(struct kt_term_row) rows; /* of each unit, one or more */
    KT_LIST(struct kt_mention) mentions;
    KT_LIST(struct kt_node) nodes;
    KT_LIST(struct kt_range) node_rows; /* of each row, in nodes */
    KT_LIST(struct kt_cue) cues;
    KT_LIST(struct kt_bid) bids;
    KT_LIST(struct kt_speaker) speakers;
    KT_LIST(struct kt_link) mention_links; /* of each mention */
    KT_LIST(struct kt_link) cue_links;     /* of each cue */
    KT_LIST(struct kt_use) uses;
    KT_LIST(uint32_t) dated; /* terms: each weekday told with its date,
                                `Senin (5/5)`, where it is so first */
    bool memory_lost; /* it ran out where no status could say so */
    KT_LIST(struct kutip_record) records;
    KT_LIST(uint32_t) record_cues;     /* the cue each record is made of */
    KT_LIST(struct kt_reason) reasons; /* in the order of records; made when
                                          they are asked for */
    bool explained;                    /* the reasons are made */
};

/* ------------------------------------------------- looking into a document */

static inline struct kutip_span
kt_span(const struct kt_doc *doc, uint32_t start, uint32_t end)
{
    return (struct kutip_span){doc->text + start, end - start, start, end};
}

/* The bytes from the first token of a range to its last; NULL text when
 * the range is empty or not set. */
static inline struct kutip_span
kt_span_of(const struct kt_doc *doc, struct kt_range tokens)
{
    if (tokens.first >= tokens.end)
        return (struct kutip_span){NULL, 0, 0, 0};
    return kt_span(doc, doc->tokens.items[tokens.first].start,
                   doc->tokens.items[tokens.end - 1].end);
}

/*
 * Finds out what the bytes of a token say of it: alone, set and reading. Its
 * kind, word, flags and clitic are there. False: out of memory.
 */
bool
kt_token_read(struct kt_doc *doc, struct kt_token *token);

/* kt_token_classes() of a token that has no number. */
struct kt_set
kt_token_find_classes(const struct kt_doc *doc, const struct kt_token *token);

/* Classes of a token by itself: those of its one-word lexicon entries. */
static inline struct kt_set
kt_token_classes(const struct kt_doc *doc, uint32_t token)
{
    const struct kt_token *asked = &doc->tokens.items[token];
    return asked->alone != 0 ? doc->forms.alone.sets.items[asked->alone - 1]
                             : kt_token_find_classes(doc, asked);
}

static inline bool
kt_token_is(const struct kt_doc *doc, uint32_t token, unsigned class)
{
    return kt_set_has(kt_token_classes(doc, token), class);
}

/* Is a token of the range a number? */
static inline bool
kt_has_number(const struct kt_doc *doc, uint32_t first, uint32_t end)
{
    for (; first < end; first++)
        if (doc->tokens.items[first].kind == KT_TOKEN_NUMBER)
            return true;
    return false;
}

/* Was a weekday, a word of the lexicon, told with its date before a term? */
static inline bool
kt_is_dated_before(const struct kt_doc *doc, uint32_t day, uint32_t term)
{
    for (uint32_t i = 0; i < doc->dated.count; i++) {
        uint32_t date = doc->dated.items[i];
        if (date < term &&
            doc->tokens.items[doc->terms.items[date].first_token].word == day)
            return true;
    }
    return false;
}

/*
 * May a phrase of several words begin at a token, one of `left` in a list?
 * The first two words tell most that do not.
 */
static inline bool
kt_token_goes_on(const struct kt_lexicon *lexicon,
                 const struct kt_token *token, uint32_t left)
{
    return token->reading & KT_BEGINS_PHRASES && left > 1 &&
           !(token[1].flags & KT_PARAGRAPH_FIRST) &&
           kt_phrases_may_begin(&lexicon->phrases, token->word,
                                token[1].word);
}

/*
 * The longest lexicon entry that begins at a token and ends at or before
 * `end`: entry id and number of tokens, or 0. Compares case where the
 * entry has capitals. When classes is not NULL it receives the union over
 * all entries of that same length.
 */
uint32_t
kt_longest_entry(const struct kt_doc *doc, uint32_t token, uint32_t end,
                 uint32_t *entry, struct kt_set *classes);

/* The same for phrases of two and more words only; classes is not NULL. */
uint32_t
kt_longest_phrase(const struct kt_doc *doc, uint32_t token, uint32_t end,
                  uint32_t *entry, struct kt_set *classes);

/* The sentence that holds a token. */
uint32_t
kt_sentence_of(const struct kt_doc *doc, uint32_t token);

/* Adds a copy of a warning, once: a template that gives up does so at every
 * word. False: out of memory. */
bool
kt_doc_warn(struct kt_doc *doc, const char *warning);

#endif
