/*
 * kutip.h - who said what in Indonesian news
 *
 * This header is the manual of libkutip. In short:
 *
 *     struct kutip_error error;
 *     kutip_engine *engine = kutip_engine_new(NULL, &error);
 *     kutip_doc *doc = kutip_doc_new(engine, &error);
 *     if (kutip_doc_analyze(doc, text, length, &error) == KUTIP_OK)
 *         for (size_t i = 0; i < kutip_doc_record_count(doc); i++) {
 *             const struct kutip_record *r = kutip_doc_record(doc, i);
 *             printf("%.*s\n", (int)r->quote.length, r->quote.text);
 *         }
 *     kutip_doc_free(doc);
 *     kutip_engine_free(engine);
 *
 * An engine holds what is known of the language (a folder of pattern files).
 * It never changes after it was made: any number of threads may share one
 * without a lock. A document holds one text and what was found in it; it
 * belongs to one thread at a time.
 *
 * Units. Texts are UTF-8. Every offset in this header is a byte offset into
 * the text as it was given to kutip_doc_analyze(), ranges are half open
 * [start, end). kutip_doc_offset() converts them to code points or UTF-16.
 *
 * Errors. A function that can fail returns a status (or NULL) and, when the
 * caller passed a struct kutip_error, fills it. The library never prints,
 * exits, aborts, reads the environment or the locale, and keeps no globals.
 *
 * What an attribution is, and how its parts are cut, follows the guidelines
 * of the PFSA-ID corpus (Purnomo et al., Knowledge-Based Systems 289, 2024,
 * doi 10.1016/j.knosys.2024.111558), widened to indirect speech.
 */
#ifndef KUTIP_H
#define KUTIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------- versions */

/* The version this header belongs to: major.minor.patch. */
#define KUTIP_VERSION "0.1.0"

/* The version of the library that runs, as a constant string. */
const char *
kutip_version(void);

/*
 * The libraries that this one runs on, with their versions: "utf8proc
 * 2.8.0". Terminated; cut when size is too small.
 */
void
kutip_libraries(char *text, size_t size);

/* --------------------------------------------------------------- errors */

enum kutip_status {
    KUTIP_OK = 0,
    KUTIP_NO_MEMORY,    /* an allocation failed; nothing else is wrong */
    KUTIP_BAD_ARGUMENT, /* NULL where none is allowed, an unknown value */
    KUTIP_BAD_PATTERNS, /* a pattern folder has faults; see diagnostics */
    KUTIP_BAD_TEXT,     /* the text is not UTF-8 and strict was asked for */
    KUTIP_TOO_LARGE,    /* the text is longer than KUTIP_TEXT_MAX */
    KUTIP_IO            /* a pattern file or folder cannot be read */
};
typedef enum kutip_status kutip_status;

/* The longest text of one document, in bytes (2 GiB - 1). */
#define KUTIP_TEXT_MAX ((size_t)INT32_MAX)

/*
 * What went wrong, and where. Copied by value, nothing to free.
 * file is empty, line and column are 0 where they do not apply; column
 * counts code points from 1. offset is a byte offset (KUTIP_BAD_TEXT).
 */
struct kutip_error {
    kutip_status status;
    char message[256]; /* one line, no final newline, no place in it */
    char file[256];
    uint32_t line;
    uint32_t column;
    size_t offset;
};

/* A constant English phrase for a status: "out of memory". */
const char *
kutip_status_text(kutip_status status);

/* ------------------------------------------------------------ allocator */

/*
 * Where memory comes from. Both functions are needed; context is passed
 * through. allocate() returns NULL when there is none left, else a block
 * aligned for any type; release(context, NULL) does nothing. Threads that
 * share an engine call both at the same time; what one has allocated,
 * another may release.
 */
struct kutip_allocator {
    void *(*allocate)(void *context, size_t size);
    void (*release)(void *context, void *block);
    void *context;
};

/* --------------------------------------------------------------- engine */

typedef struct kt_engine kutip_engine;

/*
 * One fault of a pattern file, as it is told while a folder is read.
 * excerpt is the faulty line without its newline; hint is the nearest known
 * name or NULL. The strings live until the callback returns.
 */
struct kutip_diagnostic {
    const char *file;
    uint32_t line;
    uint32_t column; /* code points from 1; the caret stands below it */
    const char *message;
    const char *excerpt;
    const char *hint;
};

/*
 * How an engine is made. Zero-initialise, then set what you need.
 */
struct kutip_engine_options {
    /* Folder of pattern files; NULL: the folder of the installation. */
    const char *patterns;
    /* NULL: malloc and free. Copied; its context must outlive the
     * engine and all its documents. */
    const struct kutip_allocator *allocator;
    /* Called once for each fault of the patterns, in file and line order
     * within a file; NULL: only the first is told, in the error. */
    void (*report)(void *context, const struct kutip_diagnostic *fault);
    void *report_context;
};

/*
 * Reads a pattern folder and makes an engine of it. options may be NULL.
 * Returns NULL on failure: KUTIP_IO (folder or file unreadable),
 * KUTIP_BAD_PATTERNS (all faults were reported), KUTIP_NO_MEMORY.
 * The caller frees it with kutip_engine_free(), after all its documents.
 */
kutip_engine *
kutip_engine_new(const struct kutip_engine_options *options,
                 struct kutip_error *error);

/* Frees an engine; NULL is allowed. */
void
kutip_engine_free(kutip_engine *engine);

/*
 * Name and version of the pattern set, e.g. "id-news 1"; belongs to the
 * engine.
 */
const char *
kutip_engine_patterns(const kutip_engine *engine);

/* How much a pattern set holds. */
struct kutip_pattern_counts {
    size_t words; /* words and phrases, derived verb forms too */
    size_t templates;
};

struct kutip_pattern_counts
kutip_engine_counts(const kutip_engine *engine);

/*
 * Runs the yes and no examples of every template. Each example that does
 * not hold is reported like a fault of the file. *examples, when not NULL,
 * receives how many ran. Returns KUTIP_OK, KUTIP_BAD_PATTERNS when at
 * least one failed, or KUTIP_NO_MEMORY.
 */
kutip_status
kutip_engine_check(const kutip_engine *engine,
                   void (*report)(void *context,
                                  const struct kutip_diagnostic *fault),
                   void *context, size_t *examples,
                   struct kutip_error *error);

/*
 * Words, for callers that take texts out of something larger, such as a
 * page. How many bytes the longest entry of a class ("BOILERPLATE") takes at
 * the start of a text of length bytes, as the words files spell it; 0 when
 * none begins there, no such class is known, or an argument is NULL.
 */
size_t
kutip_engine_phrase(const kutip_engine *engine, const char *class_name,
                    const char *text, size_t length);

/*
 * Is a line of length bytes, without its newline, no part of an article, but
 * a cross reference, a credit, an advertisement? The analysis leaves such
 * lines out by itself. False for more than 4096 bytes, and for NULL.
 */
bool
kutip_engine_boilerplate(const kutip_engine *engine, const char *line,
                         size_t length);

/* ------------------------------------------------------------- document */

typedef struct kt_doc kutip_doc;

/*
 * Makes an empty document of an engine, which must outlive it.
 * NULL on KUTIP_NO_MEMORY, or KUTIP_BAD_ARGUMENT without an engine. The
 * caller frees it with kutip_doc_free().
 */
kutip_doc *
kutip_doc_new(const kutip_engine *engine, struct kutip_error *error);

/* Frees a document and everything it handed out; NULL is allowed. */
void
kutip_doc_free(kutip_doc *doc);

/*
 * Empties a document for the next text and keeps its memory. Everything it
 * handed out becomes invalid. kutip_doc_analyze() does it by itself.
 */
void
kutip_doc_reset(kutip_doc *doc);

/*
 * How many bytes of memory a document keeps for the next text when it is
 * emptied; what a large text took beyond them is given back. All of it as
 * long as nobody asks: a text takes about a hundred times its length. The
 * words it remembers take as much again, from half a megabyte to 8 MB; or 4
 * MB as long as nobody asks.
 */
void
kutip_doc_set_keep(kutip_doc *doc, size_t bytes);

/*
 * Refuse text that is not valid UTF-8 (KUTIP_BAD_TEXT, with the offset of
 * the first fault) instead of seeing through it. Off by default.
 */
void
kutip_doc_set_strict(kutip_doc *doc, bool strict);

/*
 * Analyses a text: runs all stages and makes the records. The text is
 * copied. Invalid UTF-8 is seen through: each maximal invalid sequence
 * (Unicode 15, chapter 3.9, "substitution of maximal subparts") counts as
 * one character and separates words.
 * Errors: KUTIP_TOO_LARGE, KUTIP_BAD_TEXT (strict only), KUTIP_NO_MEMORY;
 * the document is then empty. KUTIP_BAD_ARGUMENT: no document, or no text
 * and a length; nothing has changed then.
 */
kutip_status
kutip_doc_analyze(kutip_doc *doc, const char *text, size_t length,
                  struct kutip_error *error);

/*
 * Takes a text and runs no stage: for callers that want its offsets or its
 * encoding alone. Errors as kutip_doc_analyze().
 */
kutip_status
kutip_doc_set_text(kutip_doc *doc, const char *text, size_t length,
                   struct kutip_error *error);

/* The text as it was given, and its length in bytes; not terminated. */
const char *
kutip_doc_text(const kutip_doc *doc, size_t *length);

/* How many invalid sequences were seen through, and where the first is
 * (byte offset; untouched when there is none). first may be NULL. */
size_t
kutip_doc_invalid(const kutip_doc *doc, size_t *first);

/*
 * Warnings about the document ("a template hit its match limit"): a
 * template that gave up is told, once, never passed over. i counts from 0.
 */
size_t
kutip_doc_warning_count(const kutip_doc *doc);

const char *
kutip_doc_warning(const kutip_doc *doc, size_t i);

enum kutip_unit { KUTIP_BYTES, KUTIP_CODEPOINTS, KUTIP_UTF16 };

/*
 * Converts a byte offset of the text to another unit. A maximal invalid
 * sequence counts as one in every unit but bytes; a byte order mark too.
 * Offsets past the end are taken as the end. The time is constant.
 */
size_t
kutip_doc_offset(const kutip_doc *doc, size_t offset, enum kutip_unit unit);

/* -------------------------------------------------------------- records */

/*
 * A stretch of the text: text == input + start, length == end - start.
 * text is NULL where there is nothing (null in JSON).
 */
struct kutip_span {
    const char *text;
    size_t length;
    size_t start;
    size_t end;
};

enum kutip_type { KUTIP_DIRECT, KUTIP_PARTIAL, KUTIP_INDIRECT };

enum kutip_kind {
    KUTIP_NOBODY, /* no speaker */
    KUTIP_PERSON,
    KUTIP_ORGANIZATION,
    KUTIP_GROUP,
    KUTIP_ANONYMOUS,
    KUTIP_DOCUMENT
};

/* Constant names as JSON has them: "direct", "organization". */
const char *
kutip_type_name(enum kutip_type type);

const char *
kutip_kind_name(enum kutip_kind kind);

/*
 * One attribution. Strings and spans belong to the document.
 */
struct kutip_record {
    uint32_t id; /* from 1, in the order of quote.start */
    enum kutip_type type;
    struct kutip_span quote;  /* without its marks */
    uint32_t paragraph;       /* from 1, of the quote's first character */
    uint32_t sentence;        /* from 1, likewise */
    uint32_t continues;       /* id of the record it goes on with, or 0 */
    enum kutip_kind kind;     /* KUTIP_NOBODY: no speaker at all */
    struct kutip_span speaker;     /* fullest name in the document */
    struct kutip_span mention;     /* what stands at the cue */
    struct kutip_span introduced;  /* fullest mention, with its rank */
    struct kutip_span role;
    struct kutip_span affiliation;
    struct kutip_span cue;
    struct kutip_span addressee;
    struct kutip_span via;
    struct kutip_span time;
    struct kutip_span place;
    struct kutip_span event;
    const char *rule;      /* name of the template that made it */
    const char *rule_file; /* its file (no folder), and line */
    uint32_t rule_line;
    double confidence; /* 0 to 1 */
};

size_t
kutip_doc_record_count(const kutip_doc *doc);

/* Record i from 0, or NULL. */
const struct kutip_record *
kutip_doc_record(const kutip_doc *doc, size_t i);

/*
 * Why a record came out as it did: the steps in the order they were taken,
 * each a line of English without newline ("template direct-after
 * (cues.templates:12) bids 92", "mention dia: the one talked about").
 * i counts from 0; NULL where there is none. Reasons are written down when
 * they are first read; should memory run out then, there are none.
 */
size_t
kutip_doc_reason_count(const kutip_doc *doc, size_t record);

const char *
kutip_doc_reason(const kutip_doc *doc, size_t record, size_t i);

/* ------------------------------------------------------------- dateline */

/*
 * What the dateline tells that an article may begin with (`JAKARTA, KABAR
 * - `): who reports, and from where, as they stand there. text is NULL of
 * what it does not tell, and before kutip_doc_analyze() or kutip_doc_split().
 * The spans belong to the document.
 */
struct kutip_dateline {
    struct kutip_span outlet;
    struct kutip_span place;
};

struct kutip_dateline
kutip_doc_dateline(const kutip_doc *doc);

/* ------------------------------------------------------------ sentences */

/*
 * A sentence as a grammar knows it: a quotation of three sentences is cut
 * into three; the attribution after it belongs to the last.
 */
struct kutip_sentence {
    struct kutip_span span;
    uint32_t sentence;  /* from 1 */
    uint32_t paragraph; /* from 1 */
};

/*
 * Runs only the stages up to split_sentences: for callers that want
 * sentences alone. Errors as kutip_doc_analyze().
 */
kutip_status
kutip_doc_split(kutip_doc *doc, const char *text, size_t length,
                struct kutip_error *error);

size_t
kutip_doc_sentence_count(const kutip_doc *doc);

/* Sentence i from 0 into *out; false when there is none. */
bool
kutip_doc_sentence(const kutip_doc *doc, size_t i,
                   struct kutip_sentence *out);

/* -------------------------------------------------- looking at the stages */

/*
 * The stages of the pipeline, for people who look inside
 * (`kutip --dump=quotes`). Their names are the names of the lists they
 * fill: "paragraphs", "tokens", "quotes", "sentences", "terms",
 * "mentions", "cues", "speakers", "records".
 */
size_t
kutip_stage_count(void);

const char *
kutip_stage_name(size_t stage);

/* One item of a stage's list: what it covers, and a line about it. */
struct kutip_item {
    struct kutip_span span;
    char detail[512]; /* English, one line, cut with "..." if longer */
};

size_t
kutip_doc_item_count(const kutip_doc *doc, size_t stage);

bool
kutip_doc_item(const kutip_doc *doc, size_t stage, size_t i,
               struct kutip_item *out);

#ifdef __cplusplus
}
#endif

#endif
