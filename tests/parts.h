/*
 * For tests of what works on terms: the terms of some words of a document,
 * the text of a range of tokens, and what is mentioned in a text.
 *
 *     kutip_doc *doc = check_analyze("\"Ya,\" kata Rini Astuti.");
 *     struct kt_range name = terms_at(doc, "Rini Astuti");
 *     ck_assert_str_eq(text_of(doc, kt_tokens_of(doc, name)), "Rini Astuti");
 */
#ifndef PARTS_H
#define PARTS_H

#include <string.h>

#include "check_kutip.h"
#include "doc.h"

/* The terms that the words, where they first stand, are made of. */
static inline struct kt_range
terms_at(const kutip_doc *doc, const char *words)
{
    const struct kt_token *tokens = doc->tokens.items;
    const char *found = strstr(doc->text, words);
    struct kt_range range = {0, 0};
    uint32_t start, end;

    ck_assert_msg(found != NULL, "no such words: %s", words);
    start = (uint32_t)(found - doc->text);
    end = start + (uint32_t)strlen(words);
    while (range.first < doc->terms.count &&
           tokens[doc->terms.items[range.first].first_token].start < start)
        range.first++;
    range.end = range.first;
    while (range.end < doc->terms.count &&
           tokens[doc->terms.items[range.end].end_token - 1].end <= end)
        range.end++;
    ck_assert_msg(range.end > range.first, "no terms of their own: %s",
                  words);
    return range;
}

/* The text of some tokens, "-" of none; kept until the fourth call after. */
static inline const char *
text_of(const kutip_doc *doc, struct kt_range tokens)
{
    static char texts[4][200];
    static unsigned next;
    struct kutip_span span = kt_span_of(doc, tokens);
    char *text = texts[next++ % 4];

    if (span.text == NULL)
        return "-";
    ck_assert_uint_lt(span.length, sizeof texts[0]);
    memcpy(text, span.text, span.length);
    text[span.length] = '\0';
    return text;
}

/* All mentions of a text as `K whole`, K a letter of the kind. */
static inline const char *
mentions_of(const char *text)
{
    static const char letters[] = "PORpGAD";
    static char all[500];
    kutip_doc *doc = check_analyze(text);
    size_t length = 0;

    all[0] = '\0';
    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        const struct kt_mention *mention = &doc->mentions.items[i];
        ck_assert_uint_lt(mention->kind, sizeof letters - 1);
        if (i > 0)
            all[length++] = '|';
        all[length++] = letters[mention->kind];
        all[length++] = ' ';
        all[length] = '\0';
        strcat(all, text_of(doc, mention->whole));
        length = strlen(all);
    }
    kutip_doc_free(doc);
    return all;
}

#endif
