/*
 * What the letters of a word look like: sites, Roman numerals, initials,
 * brands, two names in one word. In: its bytes. Out: flags. Found once for
 * each form, and read at each mention.
 *
 *     Kabar.com a site, XIV Roman, A.H. initials, BlorongPay a brand
 *
 * Does not know what a word is: mention_words.c and speakers.c judge.
 */
#include "token_shapes.h"

#include "doc.h"

static bool
is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* `Kabar.com`: a stop with two letters before it and behind it. */
static bool
is_site(const char *text, uint32_t length)
{
    for (uint32_t i = 2; i + 2 < length; i++)
        if (text[i] == '.' && text[i + 1] != '.' && text[i + 2] != '.')
            return true;
    return false;
}

/* Letters with a stop behind each: `A.H.` before a name. */
static bool
is_initials(const char *text, uint32_t length)
{
    for (uint32_t i = 1; i < length; i += 2)
        if (text[i] != '.')
            return false;
    return length > 2;
}

/* I, II, III, IV … as in `Komisi III`: counts, names nobody. */
static bool
is_roman(const char *text, uint32_t length)
{
    for (uint32_t i = 0; i < length; i++)
        if (text[i] != 'I' && text[i] != 'V' && text[i] != 'X')
            return false;
    return true;
}

/* A capital behind a small letter, BlorongPay: a brand, or glued words. Names
 * have it behind their first letters only (McCartney, DeNiro). */
static bool
is_camel(const char *text, uint32_t length)
{
    for (uint32_t i = 4; i < length; i++)
        if (is_upper(text[i]) && text[i - 1] >= 'a' && text[i - 1] <= 'z')
            return true;
    return false;
}

/* `Budi-Rini`: two names, or two places. */
static bool
has_hyphen(const char *text, uint32_t length)
{
    return memchr(text, '-', length) != NULL;
}

/* The same, both with a capital. */
static bool
is_pair(const char *text, uint32_t length)
{
    for (uint32_t i = 1; i + 1 < length; i++)
        if (text[i] == '-' && is_upper(text[i + 1]))
            return true;
    return false;
}

static const struct {
    bool (*holds)(const char *text, uint32_t length);
    uint16_t flag;
} shapes[] = {
    {is_site, KT_IS_SITE},         {is_initials, KT_IS_INITIALS},
    {is_roman, KT_IS_ROMAN},       {is_camel, KT_IS_CAMEL},
    {has_hyphen, KT_HAS_HYPHEN},   {is_pair, KT_IS_PAIR},
};

/* Small letters behind the first one, as most words are: none of the shapes. */
static bool
is_plain(const char *text, uint32_t length)
{
    for (uint32_t i = 1; i < length; i++)
        if (text[i] < 'a' || text[i] > 'z')
            return false;
    return length > 1;
}

uint16_t
kt_token_shape(const char *text, uint32_t length)
{
    uint16_t flags = 0;

    if (is_plain(text, length))
        return 0;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (shapes[i].holds(text, length))
            flags |= shapes[i].flag;
    return flags;
}
