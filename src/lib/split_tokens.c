/*
 * Stage 2: tokens.
 *
 * In: paragraphs. Out: words, numbers, marks and quotation marks, each with
 * its bytes, its lexicon word and the shape of its letters. White space,
 * controls and bytes that are no UTF-8 separate; where a word ends is known
 * by token_scan.c. Most words were read before: those come out of the memo
 * of forms.
 *
 * `"Rp1.250,50," kata dr. Ma'ruf` has the tokens
 * `"` `Rp1.250,50` `,` `"` `kata` `dr.` `Ma'ruf`.
 */
#include "pipeline.h"
#include "token_dots.h"
#include "token_scan.h"
#include "token_words.h"

enum {
    ELLIPSIS = 0x2026,
    BYTES_A_POINT = 32, /* a common text has fewer points than that */
    WHITE = KT_SPACE_BEFORE | KT_LINE_BEFORE | KT_PARAGRAPH_FIRST
};

/* --------------------------------------------------------- white space */

static void
skip_white(struct kt_scan *scan)
{
    for (;;) {
        for (; scan->at < scan->end && scan->text[scan->at] == ' '; scan->at++)
            scan->flags |= KT_SPACE_BEFORE;
        struct kt_peek peek = kt_peek_at(scan, scan->at);
        if (peek.length == 0 || kt_scan_mark(scan, peek, scan->at) >= 0)
            return;
        if (peek.kind == KT_CHAR_SPACE || peek.kind == KT_CHAR_INVALID)
            scan->flags |= KT_SPACE_BEFORE;
        else if (peek.kind != KT_CHAR_INVISIBLE)
            return;
        if (peek.character == '\n' || peek.character == '\r' ||
            peek.character == 0x2028)
            scan->flags |= KT_LINE_BEFORE;
        scan->at += peek.length;
    }
}

/* ---------------------------------------------------------------- tokens */

/* Adds a token at the scan's place and moves the scan behind it. */
static struct kt_token *
add_token(struct kt_scan *scan, enum kt_token_kind kind, uint32_t end)
{
    struct kt_token *token = kt_list_push(&scan->doc->arena,
                                          &scan->doc->tokens);
    if (token == NULL)
        return NULL;
    token->kind = (uint8_t)kind;
    token->start = scan->at;
    token->end = end;
    token->flags = scan->flags;
    scan->at = end;
    scan->flags = 0;
    return token;
}

static bool
add_word(struct kt_scan *scan, enum kt_char_kind kind)
{
    struct kt_spelling spelling = kt_scan_word(scan);
    struct kt_token *token = add_token(
        scan, kind == KT_CHAR_DIGIT ? KT_TOKEN_NUMBER : KT_TOKEN_WORD,
        spelling.end);
    if (token == NULL)
        return false;
    token->flags |= spelling.flags;
    kt_token_look_up(scan->engine, scan->text, token);
    return true;
}

static bool
add_quote_mark(struct kt_scan *scan, int mark)
{
    uint32_t length = scan->engine->marks.marks[mark].length;
    struct kt_peek peek = kt_peek_at(scan, scan->at);
    struct kt_token *token = add_token(scan, KT_TOKEN_QUOTE,
                                       scan->at + length);
    if (token == NULL)
        return false;
    token->mark = (uint8_t)mark;
    token->character = peek.character;
    return true;
}

/* Where an ellipsis (`…`, `..`, `....`) ends that begins at `at`. */
static uint32_t
ellipsis_end(const struct kt_scan *scan, uint32_t at)
{
    uint32_t dots = 0;
    bool real = false;
    for (;;) {
        struct kt_peek peek = kt_peek_at(scan, at);
        if (peek.character != '.' && peek.character != ELLIPSIS)
            return real || dots > 1 ? at : 0;
        dots++;
        real |= peek.character == ELLIPSIS;
        at += peek.length;
    }
}

static bool
add_mark(struct kt_scan *scan, struct kt_peek peek)
{
    uint32_t end = ellipsis_end(scan, scan->at);
    uint32_t character = end > 0 ? ELLIPSIS : peek.character;
    uint32_t start = scan->at;
    struct kt_token *token = add_token(
        scan, KT_TOKEN_MARK, end > 0 ? end : scan->at + peek.length);
    if (token == NULL)
        return false;
    token->character = character;
    if (end == 0)
        token->word = kt_token_word(scan->engine, scan->text + start,
                                    peek.length);
    return true;
}

/* Lists the token that was added last among the points, if it is one. */
static inline bool
note_point(struct kt_doc *doc)
{
    const struct kt_token *token = &doc->tokens.items[doc->tokens.count - 1];
    uint32_t *point;
    if (token->kind != KT_TOKEN_MARK && token->kind != KT_TOKEN_QUOTE &&
        !(token->flags & KT_HAS_DOT))
        return true;
    point = kt_list_open(&doc->arena, &doc->points);
    if (point == NULL)
        return false;
    *point = doc->tokens.count - 1;
    return true;
}

/* The token that begins at the scan's place, which is no white space. */
static bool
read_token(struct kt_scan *scan, struct kt_peek peek)
{
    struct kt_doc *doc = scan->doc;
    bool added;
    int mark = kt_scan_mark(scan, peek, scan->at);
    if (mark >= 0)
        added = add_quote_mark(scan, mark);
    else if (kt_is_alnum(peek.kind))
        added = add_word(scan, peek.kind);
    else
        added = add_mark(scan, peek);
    return added &&
           kt_token_read(doc, &doc->tokens.items[doc->tokens.count - 1]) &&
           note_point(doc);
}

/* -------------------------------------------------------- what is known */

/* What stands at a place that looks like the end of a token. */
enum ending {
    OTHER, /* nothing that could be told without reading the token */
    BREAK, /* it ends here */
    DOT    /* a dot, and it may belong to the token */
};

/* What the byte at `at` is behind a token. Behind a paragraph there is
 * white space, for all that the token can see. */
static inline uint8_t
behind_at(const struct kt_scan *scan, uint32_t at)
{
    return at < scan->end ? scan->doc->forms.behind[(uint8_t)scan->text[at]]
                          : KT_BEHIND_ENDS;
}

static inline enum ending
ending_at(const struct kt_scan *scan, uint32_t at)
{
    uint8_t behind = behind_at(scan, at);
    if (behind & KT_BEHIND_ENDS)
        return BREAK;
    if (!(behind & KT_BEHIND_ASKS) ||
        !(behind_at(scan, at + 1) & KT_BEHIND_ENDS))
        return OTHER;
    return scan->text[at] == '.' ? DOT : BREAK;
}

/* Is the dot at `at`, with a blank or the like behind it, a mark? */
static bool
is_apart(const struct kt_scan *scan, struct kt_form *form, uint32_t start,
         uint32_t at)
{
    if (!(form->reading & (KT_DOT_APART | KT_DOT_WITHIN)))
        form->reading |= kt_dots_end(scan->engine, scan->text, scan->end,
                                     start, at, false) > at
                             ? KT_DOT_WITHIN
                             : KT_DOT_APART;
    return form->reading & KT_DOT_APART;
}

/*
 * The form that begins at scan->at, and where it ends; NULL when it is not
 * known. *end: where it may end, as far as its bytes and what stands behind
 * them tell, and so a form that is read there can be kept; 0: nowhere.
 */
static inline const struct kt_form *
known_form(const struct kt_scan *scan, uint32_t *end)
{
    const struct kt_forms *forms = &scan->doc->forms;
    const char *text = scan->text + scan->at;
    uint32_t at = kt_scan_plain(scan->text, scan->at);
    uint32_t length = at - scan->at;
    enum ending ending = ending_at(scan, at);
    struct kt_form *form;

    *end = 0;
    if (length == 0 || length > KT_FORM_MOST || at > scan->end ||
        ending == OTHER)
        return NULL;
    *end = at;
    form = kt_forms_find(forms, kt_form_key(text, length));
    if (ending == BREAK ||
        (form != NULL && is_apart(scan, form, scan->at, at)))
        return form;
    if (length == KT_FORM_MOST)
        return NULL;
    form = kt_forms_find(forms, kt_form_key(text, length + 1));
    *end += form != NULL;
    return form;
}

static inline void
copy_form(struct kt_token *token, const struct kt_form *form)
{
    token->character = 0;
    token->hash = form->hash;
    token->word = form->word;
    token->alone = form->alone;
    token->set = form->set;
    token->flags = form->flags;
    token->clitic = form->clitic;
    token->reading = form->reading;
    token->mark = 0;
}

/* Keeps the form of a word or number that was read where `end` says that
 * it may be known again. */
static bool
keep_form(struct kt_scan *scan, const struct kt_token *token, uint32_t end)
{
    struct kt_form form;
    bool dotted = token->end == end + 1 && scan->text[end] == '.';

    if ((token->end != end && !dotted) ||
        token->end - token->start > KT_FORM_MOST)
        return true;
    form.key = kt_form_key(scan->text + token->start,
                           token->end - token->start);
    form.hash = token->hash;
    form.word = token->word;
    form.alone = token->alone;
    form.set = token->set;
    form.flags = token->flags & (uint16_t)~WHITE;
    form.clitic = token->clitic;
    form.reading = token->reading;
    return kt_forms_add(&scan->doc->forms, &form);
}
/* The same for a single ASCII mark. */
static void
keep_mark(struct kt_scan *scan, const struct kt_token *token)
{
    struct kt_forms *forms = &scan->doc->forms;
    uint8_t byte = (uint8_t)scan->text[token->start];

    if (token->end != token->start + 1 ||
        !(forms->behind[byte] & KT_BEHIND_ALONE))
        return;
    forms->marks[byte] = *token;
    forms->marks[byte].flags &= (uint16_t)~WHITE;
}

static bool
keep_token(struct kt_scan *scan, uint32_t end)
{
    const struct kt_doc *doc = scan->doc;
    const struct kt_token *token = &doc->tokens.items[doc->tokens.count - 1];

    if (token->kind == KT_TOKEN_WORD || token->kind == KT_TOKEN_NUMBER)
        return keep_form(scan, token, end);
    keep_mark(scan, token);
    return true;
}

/* The mark at the scan's place, or NULL: it is not known. More than one dot
 * is an ellipsis. */
static inline const struct kt_token *
known_mark(const struct kt_scan *scan, uint8_t byte)
{
    const struct kt_token *mark = &scan->doc->forms.marks[byte];

    if (mark->kind == KT_TOKEN_WORD ||
        (byte == '.' && !(behind_at(scan, scan->at + 1) & KT_BEHIND_ENDS)))
        return NULL;
    return mark;
}

/* Adds the token at the scan's place if it is known. *end as of
 * known_form(); NULL also when memory ran out. */
static inline struct kt_token *
take_token(struct kt_scan *scan, uint32_t *end)
{
    struct kt_doc *doc = scan->doc;
    uint8_t byte = (uint8_t)scan->text[scan->at];
    const struct kt_token *mark = NULL;
    const struct kt_form *form = NULL;
    struct kt_token *token;

    *end = 0;
    if (byte >= KT_ASCII)
        return NULL;
    if (kt_is_alnum((enum kt_char_kind)kt_text_ascii_kinds[byte]))
        form = known_form(scan, end);
    else
        mark = known_mark(scan, byte);
    if (form == NULL && mark == NULL)
        return NULL;
    token = kt_list_open(&doc->arena, &doc->tokens);
    if (token == NULL)
        return NULL;
    if (form != NULL) {
        copy_form(token, form);
        token->kind = byte <= '9' ? KT_TOKEN_NUMBER : KT_TOKEN_WORD;
        token->end = *end;
    } else {
        *token = *mark;
        token->end = scan->at + 1;
    }
    return token;
}

/* Takes tokens as long as they are known. False: out of memory. */
static bool
take_known(struct kt_scan *scan, uint32_t *end)
{
    struct kt_token *token;

    for (;;) {
        for (; scan->at < scan->end && scan->text[scan->at] == ' '; scan->at++)
            scan->flags |= KT_SPACE_BEFORE;
        token = scan->at < scan->end ? take_token(scan, end) : NULL;
        if (token == NULL)
            return true;
        token->start = scan->at;
        token->flags |= scan->flags;
        scan->at = token->end;
        scan->flags = 0;
        if (!note_point(scan->doc))
            return false;
    }
}

static bool
split_paragraph(struct kt_scan *scan)
{
    for (;;) {
        uint32_t end = 0;
        if (!take_known(scan, &end))
            return false;
        skip_white(scan);
        struct kt_peek peek = kt_peek_at(scan, scan->at);
        if (peek.length == 0)
            return true;
        if (!read_token(scan, peek) || !keep_token(scan, end))
            return false;
    }
}

/* Splits a stretch that begins a paragraph, or the text behind a dateline,
 * which may be glued to it. */
static bool
split_stretch(struct kt_scan *scan, uint32_t start, uint32_t end)
{
    scan->at = start;
    scan->end = end;
    scan->flags = KT_SPACE_BEFORE | KT_LINE_BEFORE | KT_PARAGRAPH_FIRST;
    return split_paragraph(scan);
}

kutip_status
kt_split_tokens(const struct kt_engine *engine, struct kt_doc *doc)
{
    struct kt_scan scan = {.engine = engine, .doc = doc, .text = doc->text};
    if (!kt_forms_begin(&doc->forms, engine) ||
        !kt_list_reserve(&doc->arena, &doc->points,
                         doc->length / BYTES_A_POINT))
        return KUTIP_NO_MEMORY;
    for (uint32_t i = 0; i < doc->paragraphs.count; i++) {
        struct kt_paragraph *paragraph = &doc->paragraphs.items[i];
        paragraph->first_token = doc->tokens.count;
        if (!split_stretch(&scan, paragraph->start, paragraph->body))
            return KUTIP_NO_MEMORY;
        paragraph->body_token = doc->tokens.count;
        if (!split_stretch(&scan, paragraph->body, paragraph->end))
            return KUTIP_NO_MEMORY;
        paragraph->end_token = doc->tokens.count;
    }
    return KUTIP_OK;
}
