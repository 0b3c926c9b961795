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
    BYTES_A_TOKEN = 5,
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

/* Lists a token among the points. */
static bool
add_point(struct kt_doc *doc, uint32_t token)
{
    uint32_t *point = kt_list_open(&doc->arena, &doc->points);
    if (point == NULL)
        return false;
    *point = token;
    return true;
}

static bool
is_point(const struct kt_token *token)
{
    return token->kind == KT_TOKEN_MARK || token->kind == KT_TOKEN_QUOTE ||
           token->flags & KT_HAS_DOT;
}

/* The token that begins at the scan's place, which is no white space. */
static bool
read_token(struct kt_scan *scan, struct kt_peek peek)
{
    struct kt_doc *doc = scan->doc;
    struct kt_token *token;
    bool added;
    int mark = kt_scan_mark(scan, peek, scan->at);
    if (mark >= 0)
        added = add_quote_mark(scan, mark);
    else if (kt_is_alnum(peek.kind))
        added = add_word(scan, peek.kind);
    else
        added = add_mark(scan, peek);
    if (!added)
        return false;
    token = &doc->tokens.items[doc->tokens.count - 1];
    return kt_token_read(doc, token) &&
           (!is_point(token) || add_point(doc, doc->tokens.count - 1));
}

/* -------------------------------------------------------- what is known */

/*
 * A place that may be the end of a token, of which the bytes from the start
 * to it are the key: if that token was read before, it is this one again.
 */
struct stretch {
    uint32_t end; /* 0: nothing can be told without reading */
    bool dot;     /* a dot stands there, and may belong to the token */
    struct kt_form_key key;
};

/* What the byte at `at` is behind a token. Behind a paragraph there is
 * white space, for all that the token can see. */
static inline uint8_t
behind_at(const struct kt_scan *scan, const uint8_t *behind, uint32_t at)
{
    return at < scan->end ? behind[(uint8_t)scan->text[at]] : KT_BEHIND_ENDS;
}

/* Does a token end at `at` that could go on there? */
static inline bool
ends_asked(const struct kt_scan *scan, const uint8_t *behind, uint32_t at)
{
    return behind_at(scan, behind, at) & KT_BEHIND_ASKS &&
           behind_at(scan, behind, at + 1) & KT_BEHIND_ENDS;
}

/* The stretch from `at` on of letters, digits and what joins them. */
static struct stretch
mixed_stretch(const struct kt_scan *scan, uint32_t at)
{
    const uint8_t *behind = scan->doc->forms.behind;
    uint32_t end = kt_scan_plain(scan->text, at);
    struct stretch stretch = {0, false, {0, 0}};

    if (end - at > KT_FORM_MOST || end > scan->end ||
        !(behind_at(scan, behind, end) & KT_BEHIND_ENDS ||
          ends_asked(scan, behind, end)))
        return stretch;
    stretch.end = end;
    stretch.dot = end < scan->end && scan->text[end] == '.';
    stretch.key = kt_form_key(scan->text + at, end - at);
    return stretch;
}

/* The same, where most are letters, and not too many. */
static inline struct stretch
stretch_at(const struct kt_scan *scan, const uint8_t *behind, uint32_t at)
{
    const char *text = scan->text + at;
    struct stretch stretch = {at, false, {kt_load_eight(text), 0}};
    uint64_t letters = kt_leading_letters(stretch.key.low);

    stretch.key.low &= letters;
    stretch.end += kt_count_bytes(letters);
    if (stretch.end == at + 8) {
        stretch.key.high = kt_load_eight(text + 8);
        letters = kt_leading_letters(stretch.key.high);
        stretch.key.high &= letters;
        stretch.end += kt_count_bytes(letters);
    }
    if (stretch.end > scan->end)
        stretch.end = 0;
    else if (behind_at(scan, behind, stretch.end) & KT_BEHIND_ENDS)
        return stretch;
    else if (stretch.end > at && ends_asked(scan, behind, stretch.end)) {
        stretch.dot = scan->text[stretch.end] == '.';
        return stretch;
    }
    return mixed_stretch(scan, at);
}

/* Is the dot at `at`, with a blank or the like behind it, a mark? */
static bool
is_apart(const struct kt_scan *scan, struct kt_form *form, uint32_t start,
         uint32_t at)
{
    uint8_t *reading = &form->facts.reading;
    if (!(*reading & (KT_DOT_APART | KT_DOT_WITHIN)))
        *reading |= kt_dots_end(scan->engine, scan->text, scan->end, start,
                                at, false) > at
                        ? KT_DOT_WITHIN
                        : KT_DOT_APART;
    return *reading & KT_DOT_APART;
}

/* The form with the dot, where that belongs to it; moves the end behind. */
static struct kt_form *
dotted_form(const struct kt_scan *scan, struct kt_form *form, uint32_t at,
            uint32_t *end)
{
    if (form != NULL && is_apart(scan, form, at, *end))
        return form;
    if (*end - at == KT_FORM_MOST)
        return NULL;
    form = kt_forms_find(&scan->doc->forms,
                         kt_form_key(scan->text + at, *end + 1 - at));
    *end += form != NULL;
    return form;
}

/* Keeps the form of a word or number that ends where it may, or with the dot
 * there. */
static bool
keep_form(struct kt_scan *scan, const struct kt_token *token, uint32_t stop)
{
    uint32_t length = token->end - token->start;
    bool dotted = token->end == stop + 1 && scan->text[stop] == '.';
    struct kt_form form = {.facts = token->facts};

    if ((token->end != stop && !dotted) || length > KT_FORM_MOST)
        return true;
    form.key = kt_form_key(scan->text + token->start, length);
    form.facts.flags &= (uint16_t)~WHITE;
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
keep_token(struct kt_scan *scan, uint32_t stop)
{
    const struct kt_doc *doc = scan->doc;
    const struct kt_token *token = &doc->tokens.items[doc->tokens.count - 1];

    if (token->kind == KT_TOKEN_WORD || token->kind == KT_TOKEN_NUMBER)
        return keep_form(scan, token, stop);
    keep_mark(scan, token);
    return true;
}

/*
 * Fills in the word or number at `at` if it is known. *stop: where it may
 * end, as far as can be told without reading it, and so a form that is read
 * there can be kept; 0: nowhere.
 */
static inline bool
copy_form(const struct kt_scan *scan, uint32_t at, struct kt_token *token,
          uint32_t *stop)
{
    const struct kt_forms *forms = &scan->doc->forms;
    struct stretch stretch = stretch_at(scan, forms->behind, at);
    struct kt_form *form;

    *stop = token->end = stretch.end;
    if (stretch.end == 0)
        return false;
    form = kt_forms_find(forms, stretch.key);
    if (stretch.dot)
        form = dotted_form(scan, form, at, &token->end);
    if (form == NULL)
        return false;
    token->character = 0;
    token->facts = form->facts;
    token->kind =
        scan->text[at] <= '9' ? KT_TOKEN_NUMBER : KT_TOKEN_WORD;
    token->mark = 0;
    return true;
}

/* The same for a mark. More than one dot is an ellipsis. */
static inline bool
copy_mark(const struct kt_scan *scan, uint32_t at, struct kt_token *token)
{
    const struct kt_forms *forms = &scan->doc->forms;
    uint8_t byte = (uint8_t)scan->text[at];

    if (!(forms->behind[byte] & KT_BEHIND_ALONE) ||
        forms->marks[byte].kind == KT_TOKEN_WORD ||
        (byte == '.' &&
         !(behind_at(scan, forms->behind, at + 1) & KT_BEHIND_ENDS)))
        return false;
    *token = forms->marks[byte];
    token->end = at + 1;
    return true;
}

/*
 * Fills in the token at `at` if it is known; *stop as of copy_form(). False
 * also when there is no memory for its point: then reading it fails.
 */
static inline bool
copy_token(const struct kt_scan *scan, uint32_t at, struct kt_token *token,
           uint32_t *stop)
{
    struct kt_doc *doc = scan->doc;

    if (doc->forms.behind[(uint8_t)scan->text[at]] & KT_BEHIND_WITHIN) {
        if (!copy_form(scan, at, token, stop))
            return false;
        if (!(token->flags & KT_HAS_DOT))
            return true;
    } else {
        *stop = 0;
        if (!copy_mark(scan, at, token))
            return false;
    }
    return add_point(doc, (uint32_t)(token - doc->tokens.items));
}

/* Takes tokens as long as they are known, and the list has room for them:
 * the one that is read then makes it longer. */
static void
take_known(struct kt_scan *scan, uint32_t *stop)
{
    struct kt_doc *doc = scan->doc;
    uint32_t at = scan->at, count = doc->tokens.count;
    struct kt_token *next = doc->tokens.items + count;
    uint16_t flags = scan->flags;

    for (; count < doc->tokens.room; count++, next++) {
        if (scan->text[at] == ' ') {
            flags |= KT_SPACE_BEFORE;
            while (scan->text[++at] == ' ')
                continue;
        }
        if (at >= scan->end || !copy_token(scan, at, next, stop))
            break;
        next->start = at;
        next->flags |= flags;
        at = next->end;
        flags = 0;
    }
    doc->tokens.count = count;
    scan->at = at;
    scan->flags = flags;
}

static bool
split_paragraph(struct kt_scan *scan)
{
    for (;;) {
        uint32_t stop = 0;
        take_known(scan, &stop);
        skip_white(scan);
        struct kt_peek peek = kt_peek_at(scan, scan->at);
        if (peek.length == 0)
            return true;
        if (!read_token(scan, peek) || !keep_token(scan, stop))
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
                         doc->length / BYTES_A_POINT) ||
        !kt_list_reserve(&doc->arena, &doc->tokens,
                         doc->length / BYTES_A_TOKEN))
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
