/*
 * What a dot behind a letter is.
 *
 * In: a word and the text from its dot on. Out: how much of it the word
 * takes in. A dot belongs to the word
 *   - inside the name of a site or a mail address: `KOMPAS.com`
 *   - between and behind short parts: `S.H.`, `M.Si.`, `a.n.`
 *   - behind a single capital: `A. Rahman`
 *   - behind a word that the lexicon calls an abbreviation: `dr.`
 * Every other one is a mark: `selesai.Kata`. What it does not attempt:
 * whether the sentence ends there too (split_sentences.c).
 */
#include "token_dots.h"
#include "text.h"

#include <string.h>

enum {
    FOLD_ROOM = 64,
    LONGEST_SITE = 255, /* keeps looking ahead linear */
    LONGEST_PART = 4    /* letters of M.Kom., M.Hum. and their like */
};

/* A part of a dotted word: what stands between two dots. */
struct part {
    uint32_t start;
    uint32_t end;
    uint32_t letters;
    uint32_t uppers;
    bool other; /* digits, hyphens and the like in it */
};

static struct part
read_part(const char *text, uint32_t length, uint32_t start)
{
    struct part part = {.start = start, .end = start};
    while (part.end < length) {
        uint32_t character;
        enum kt_char_kind kind;
        uint32_t n = (uint32_t)kt_text_decode(text, length, part.end,
                                              &character, &kind);
        if (kind == KT_CHAR_UPPER || kind == KT_CHAR_LOWER)
            part.letters++;
        else if (kind == KT_CHAR_DIGIT || character == '-' ||
                 character == '_')
            part.other = true;
        else
            break;
        part.uppers += kind == KT_CHAR_UPPER;
        part.end += n;
        if (part.end - start > LONGEST_SITE)
            break;
    }
    return part;
}

/* The word id of a part of the text, 0 unknown. */
static uint32_t
find_word(const struct kt_engine *engine, const char *text, uint32_t start,
          uint32_t end)
{
    char folded[FOLD_ROOM];
    size_t n = kt_text_fold(text + start, end - start, folded, FOLD_ROOM);
    uint32_t word = kt_lexicon_find(&engine->lexicon, folded, n,
                                    kt_text_hash(folded, n));
    return word != 0 ? word : kt_dots_find(engine, folded, n);
}

static bool
is_abbreviation(const struct kt_engine *engine, const char *text,
                uint32_t start, uint32_t end)
{
    const struct kt_lexicon *lexicon = &engine->lexicon;
    const struct kt_word *word;
    if (kt_text_ascii(text + start, end - start) == end - start &&
        !kt_lexicon_may_abbreviate(lexicon, text + start, end - start))
        return false;
    word = &lexicon->words[find_word(engine, text, start, end)];
    for (uint32_t i = word->entry_count; i-- > 0;) {
        const struct kt_entry *entry = &lexicon->entries[word->entries[i]];
        if (entry->word_count > 1)
            break;
        if (KT_HAS_ANY(kt_entry_classes(lexicon, entry), KT_ABBREVIATION,
                       KT_ABBREVIATION_FINAL) &&
            kt_text_capitals_fit(entry->text, entry->length, text + start,
                                 end - start))
            return true;
    }
    return false;
}

uint32_t
kt_dots_find(const struct kt_engine *engine, const char *folded,
             size_t length)
{
    char plain[FOLD_ROOM];
    size_t n = 0;
    for (size_t i = 0; i < length && n < FOLD_ROOM; i++)
        if (folded[i] != '.')
            plain[n++] = folded[i];
    if (n == length || n == FOLD_ROOM)
        return 0;
    return kt_lexicon_find(&engine->lexicon, plain, n,
                           kt_text_hash(plain, n));
}

/* ----------------------------------------------------- sites and addresses */

/*
 * May a name of a site end with this part? Two to four letters of one case,
 * that the lexicon says so of or does not know.
 */
static bool
is_top_domain(const struct kt_engine *engine, const char *text,
              const struct part *part, bool upper_allowed)
{
    if (part->other || part->letters < 2 || part->letters > LONGEST_PART)
        return false;
    bool lower = part->uppers == 0;
    bool upper = part->uppers == part->letters;
    if (!lower && !(upper && upper_allowed))
        return false;
    const struct kt_lexicon *lexicon = &engine->lexicon;
    uint32_t word = find_word(engine, text, part->start, part->end);
    return word == 0 ||
           kt_set_has(kt_word_classes(lexicon, &lexicon->words[word]),
                      KT_SITE_END);
}

/* Where the site's name ends that has its first dot at `at`, or `at`. */
static uint32_t
site_end(const struct kt_engine *engine, const char *text, uint32_t length,
         uint32_t start, uint32_t at)
{
    if (length - start > LONGEST_SITE)
        length = start + LONGEST_SITE;
    struct part first = read_part(text, at, start);
    if (first.letters == 0)
        return at;
    bool upper = first.uppers == first.letters && first.letters > 1;
    uint32_t end = at;
    for (uint32_t dot = at; dot < length && text[dot] == '.';) {
        struct part part = read_part(text, length, dot + 1);
        if (part.end == part.start)
            break;
        if (is_top_domain(engine, text, &part, upper))
            end = part.end;
        else if (part.uppers > 0 && !upper)
            break;
        dot = part.end;
    }
    return end;
}

/* Where the address ends whose scheme was read: at the next white space,
 * without the punctuation before it. */
static uint32_t
address_end(const char *text, uint32_t length, uint32_t at)
{
    uint32_t end = at;
    for (uint32_t i = at; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c <= ' ' || c >= 0x7F || strchr("\"'<>()[]`", c) != NULL)
            break;
        if (strchr(".,;:!?", c) == NULL)
            end = i + 1;
    }
    return end;
}

/* ----------------------------------------------------------- abbreviations */

static bool
is_dot(const char *text, uint32_t length, uint32_t at)
{
    return at < length && text[at] == '.';
}

/*
 * `M.Si`: does the dot at `at` stand between two parts of an abbreviation?
 * The next part is one letter, or known together with what stands before,
 * or short and followed by a dot or a comma.
 */
static bool
joins_parts(const struct kt_engine *engine, const char *text, uint32_t length,
            uint32_t start, uint32_t at, const struct part *next)
{
    if (next->other || next->letters > LONGEST_PART)
        return false;
    if (next->letters == 1)
        return true;
    if (find_word(engine, text, start, next->end) != 0)
        return true;
    bool upper = text[at - 1] >= 'A' && text[at - 1] <= 'Z';
    return upper && next->uppers > 0 && next->letters < LONGEST_PART &&
           next->end < length &&
           (text[next->end] == '.' || text[next->end] == ',');
}

/* The end of an abbreviation whose first dot is at `at`, or `at`. */
static uint32_t
abbreviation_end(const struct kt_engine *engine, const char *text,
                 uint32_t length, uint32_t start, uint32_t at)
{
    struct part part = read_part(text, at, start);
    if (part.end != at || part.other)
        return at;
    bool single = part.letters == 1;
    bool whole = !single && is_abbreviation(engine, text, start, at);
    uint32_t dot = at;
    while (part.letters <= LONGEST_PART && is_dot(text, length, dot)) {
        struct part next = read_part(text, length, dot + 1);
        if (whole || next.letters == 0 ||
            (!single && find_word(engine, text, start, next.end) == 0) ||
            !joins_parts(engine, text, length, start, dot, &next))
            break;
        part = next;
        dot = next.end;
    }
    if (dot > at)
        return is_dot(text, length, dot) && !is_dot(text, length, dot + 1)
                   ? dot + 1
                   : dot;
    if (is_dot(text, length, at + 1))
        return at;
    if (whole || (single && (part.uppers == 1 ||
                             is_abbreviation(engine, text, start, at))))
        return at + 1;
    return at;
}

uint32_t
kt_dots_end(const struct kt_engine *engine, const char *text, uint32_t length,
            uint32_t start, uint32_t at, bool is_mail)
{
    if (text[at] == ':') {
        bool scheme = length - at > 3 && memcmp(text + at, "://", 3) == 0;
        return scheme ? address_end(text, length, at + 3) : at;
    }
    uint32_t end = at;
    struct part next = read_part(text, length, at + 1);
    if (is_mail && next.end > next.start)
        return next.end;
    if (next.end > next.start)
        end = site_end(engine, text, length, start, at);
    if (end == at)
        end = abbreviation_end(engine, text, length, start, at);
    return end;
}
