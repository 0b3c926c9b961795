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
#include <string.h>

#include "pipeline.h"
#include "stretches.h"
#include "token_dots.h"
#include "token_words.h"

enum {
    BYTES_A_POINT = 48, /* a common text has fewer points than that */
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
        if (peek.character != '.' && peek.character != KT_ELLIPSIS)
            return real || dots > 1 ? at : 0;
        dots++;
        real |= peek.character == KT_ELLIPSIS;
        at += peek.length;
    }
}

static bool
add_mark(struct kt_scan *scan, struct kt_peek peek)
{
    uint32_t end = ellipsis_end(scan, scan->at);
    uint32_t character = end > 0 ? KT_ELLIPSIS : peek.character;
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

/* Marks of ASCII that are points; of all others only the ellipsis is. */
static const uint8_t point_kinds[0x80] = {
    ['.'] = KT_POINT_STOP,  ['?'] = KT_POINT_STOP,   ['!'] = KT_POINT_STOP,
    ['('] = KT_POINT_OPENS, [')'] = KT_POINT_CLOSES, ['['] = KT_POINT_OPENS,
    [']'] = KT_POINT_CLOSES,
};

static inline enum kt_point_kind
point_kind(const struct kt_token *token)
{
    if (token->kind == KT_TOKEN_QUOTE)
        return KT_POINT_QUOTE;
    if (token->kind != KT_TOKEN_MARK)
        return token->flags & KT_HAS_DOT ? KT_POINT_DOT : KT_POINT_NONE;
    if (token->character < 0x80)
        return (enum kt_point_kind)point_kinds[token->character];
    return token->character == KT_ELLIPSIS ? KT_POINT_STOP : KT_POINT_NONE;
}

/* Lists a token among the points if it is one. */
static inline bool
add_point(struct kt_doc *doc, const struct kt_token *token)
{
    enum kt_point_kind kind = point_kind(token);
    if (kind == KT_POINT_NONE)
        return true;
    struct kt_point *point = kt_list_open(&doc->arena, &doc->points);
    if (point == NULL)
        return false;
    point->token = (uint32_t)(token - doc->tokens.items);
    point->kind = (uint8_t)kind;
    return true;
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
    return kt_token_read(doc, token) && add_point(doc, token);
}

/* -------------------------------------------------------- what is known */

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

/*
 * The form of a stretch with a dot behind it: with the dot where that belongs
 * to it, and *end is behind it then. NULL: not known.
 */
static struct kt_form *
dotted_form(const struct kt_scan *scan, struct kt_form *form,
            const struct kt_stretch *stretch, uint32_t *end)
{
    uint32_t start = stretch->start;

    if (form != NULL && is_apart(scan, form, start, *end))
        return form;
    if (*end - start == KT_FORM_MOST)
        return NULL;
    *end += 1;
    return kt_forms_find(&scan->doc->forms,
                         kt_form_key(scan->text + start, *end - start));
}

/* Keeps the form of a word or number that ends where its stretch does, or
 * with the dot there. */
static bool
keep_form(struct kt_scan *scan, const struct kt_token *token,
          const struct kt_stretch *stretch)
{
    uint32_t length = token->end - token->start;
    struct kt_form form = {.facts = token->facts};

    if ((token->end != stretch->end &&
         !(stretch->dot && token->end == stretch->end + 1)) ||
        length > KT_FORM_MOST)
        return true;
    form.key = kt_form_key(scan->text + token->start, length);
    form.facts.flags &= (uint16_t)~WHITE;
    if (stretch->dot && token->end == stretch->end)
        form.facts.reading |= KT_DOT_APART;
    return kt_forms_add(&scan->doc->forms, &form);
}

static void
keep_mark(struct kt_doc *doc, const struct kt_token *token)
{
    struct kt_token *place =
        &doc->forms.marks[kt_mark_place(token->character)];
    *place = *token;
    place->flags &= (uint16_t)~WHITE;
}

/* The word of a stretch of small letters. */
static bool
read_small(struct kt_scan *scan, const struct kt_stretch *stretch)
{
    struct kt_token *token = add_token(scan, KT_TOKEN_WORD, stretch->end);

    if (token == NULL)
        return false;
    kt_token_look_up_folded(scan->engine, scan->text, token,
                            scan->text + token->start,
                            token->end - token->start);
    return kt_token_read(scan->doc, token);
}

/* Reads the token of a stretch of which nothing is known, and keeps it. */
static bool
read_stretch(struct kt_scan *scan, const struct kt_stretch *stretch)
{
    struct kt_doc *doc = scan->doc;
    const struct kt_token *token;

    if (kt_stretch_is_small(stretch)
            ? !read_small(scan, stretch)
            : !read_token(scan, kt_peek_at(scan, scan->at)))
        return false;
    token = &doc->tokens.items[doc->tokens.count - 1];
    if (stretch->mark == 0)
        return keep_form(scan, token, stretch);
    keep_mark(doc, token);
    return true;
}

/* Fills in the token of a stretch. False: it is not known. */
static inline bool
copy_stretch(const struct kt_scan *scan, const struct kt_stretch *stretch,
             struct kt_token *token)
{
    const struct kt_forms *forms = &scan->doc->forms;
    uint32_t end = stretch->end;
    struct kt_form *form;

    if (stretch->mark != 0) {
        *token = forms->marks[stretch->mark];
        token->end = end;
        return token->kind != KT_TOKEN_WORD;
    }
    form = kt_forms_find(forms, stretch->key);
    if (stretch->dot)
        form = dotted_form(scan, form, stretch, &end);
    if (form == NULL)
        return false;
    token->end = end;
    token->character = 0;
    token->facts = form->facts;
    token->kind = (stretch->key.low & 0xFF) <= '9' ? KT_TOKEN_NUMBER
                                                   : KT_TOKEN_WORD;
    token->mark = 0;
    return true;
}

/* Room for so many tokens more. */
static bool
make_room(struct kt_doc *doc, uint32_t more)
{
    while (doc->tokens.room - doc->tokens.count < more)
        if (!kt_list_grow(&doc->arena, &doc->tokens.items, doc->tokens.count,
                          &doc->tokens.room, sizeof *doc->tokens.items))
            return false;
    return true;
}

/* Where the scan is when the next token is to be `next`. */
static inline void
leave_at(struct kt_scan *scan, const struct kt_token *next, uint32_t at,
         uint16_t flags)
{
    scan->doc->tokens.count = (uint32_t)(next - scan->doc->tokens.items);
    scan->at = at;
    scan->flags = flags;
}

/* Adds the tokens of stretches until one ends elsewhere than its stretch.
 * False: out of memory. */
static bool
take_stretches(struct kt_scan *scan, const struct kt_stretch *stretch,
               uint32_t count)
{
    struct kt_doc *doc = scan->doc;
    uint32_t at = scan->at;
    uint16_t flags = scan->flags;

    if (!make_room(doc, count))
        return false;
    struct kt_token *token = doc->tokens.items + doc->tokens.count;
    for (bool whole = true; count > 0 && whole; count--, stretch++, token++) {
        if (stretch->blank)
            flags |= KT_SPACE_BEFORE;
        if (copy_stretch(scan, stretch, token)) {
            token->start = stretch->start;
            token->flags |= flags;
            if ((stretch->mark != 0 || token->flags & KT_HAS_DOT) &&
                !add_point(doc, token))
                return false;
        } else {
            leave_at(scan, token, stretch->start, flags);
            if (!read_stretch(scan, stretch))
                return false;
        }
        flags = 0;
        at = token->end;
        whole = at == stretch->end;
    }
    leave_at(scan, token, at, flags);
    return true;
}

/* May a token that was read be kept as a mark of one character, not ASCII? Not
 * where some longer mark begins with it. */
static bool
is_long_mark(const struct kt_scan *scan, const struct kt_token *token)
{
    const struct kt_marks *marks = &scan->engine->marks;
    const char *text = scan->text + token->start;
    uint32_t length = token->end - token->start;

    if ((uint8_t)text[0] < KT_ASCII || token->character == KT_ELLIPSIS ||
        (token->kind != KT_TOKEN_MARK && token->kind != KT_TOKEN_QUOTE) ||
        kt_peek_long(scan, token->start).length != length)
        return false;
    for (uint32_t i = 0; i < marks->count; i++)
        if (marks->marks[i].length > length &&
            memcmp(marks->marks[i].text, text, length) == 0)
            return false;
    return true;
}

/* Reads what stands at the scan's place and is no stretch. False: out of
 * memory. */
static bool
read_other(struct kt_scan *scan, struct kt_peek peek)
{
    struct kt_doc *doc = scan->doc;
    const struct kt_token *token;

    if (!read_token(scan, peek))
        return false;
    token = &doc->tokens.items[doc->tokens.count - 1];
    if (is_long_mark(scan, token))
        keep_mark(doc, token);
    return true;
}

static bool
split_paragraph(struct kt_scan *scan)
{
    struct kt_stretch ahead[KT_STRETCHES];
    for (;;) {
        uint32_t count = kt_look_ahead(scan, ahead);
        if (count > 0) {
            if (!take_stretches(scan, ahead, count))
                return false;
            continue;
        }
        skip_white(scan);
        struct kt_peek peek = kt_peek_at(scan, scan->at);
        if (peek.length == 0)
            return true;
        if (!read_other(scan, peek))
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
