/*
 * In: a text without any quotation mark, whose cues `…, kata X.` end
 * quotations all the same. Out: where such a quotation begins.
 *
 *     Warga mengungsi. Logistik sudah ada. Kami siap membantu, kata Budi.
 *                      [Logistik sudah ada. Kami siap membantu,]
 *
 * Newspapers quote two sentences more often than one or three; a third and
 * fourth are taken only where they speak in the first person. A sentence
 * that reports for itself is the newspaper's, and one that names a person
 * and is in no first person. Does not find a quotation whose cue stands
 * before it.
 */
#include "lost_marks.h"

/* A longer sentence is rather a list, or no sentence at all. */
enum { SENTENCES_MOST = 4, TOKENS_MOST = 80 };

static bool
in_first_person(const struct kt_doc *doc, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (kt_token_is(doc, i, KT_FIRST_PERSON))
            return true;
    return false;
}

bool
kt_marks_are_lost(const struct kt_doc *doc)
{
    for (uint32_t i = 0; i < doc->points.count; i++)
        if (doc->points.items[i].kind == KT_POINT_QUOTE)
            return false;
    return in_first_person(doc, 0, doc->tokens.count);
}

/* Has one of the last cues its word in the sentence? */
static bool
reports(const struct kt_doc *doc, const struct kt_sentence *sentence)
{
    uint32_t count = doc->cues.count;
    for (uint32_t i = count; i-- > 0 && count - i <= KT_CUES_BACK;) {
        uint32_t cue = doc->cues.items[i].cue.first;
        if (cue < sentence->first_token)
            return false;
        if (kt_range_set(doc->cues.items[i].cue) &&
            cue < sentence->end_token)
            return true;
    }
    return false;
}

/* Mentions stand in the order of the text. */
static bool
names_person(const struct kt_doc *doc, const struct kt_sentence *sentence)
{
    uint32_t low = 0, high = doc->mentions.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (doc->mentions.items[middle].whole.first < sentence->first_token)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < doc->mentions.count &&
           doc->mentions.items[low].whole.first < sentence->end_token;
         low++)
        if (doc->mentions.items[low].kind == KT_MENTION_PERSON)
            return true;
    return false;
}

/* May the quotation begin a sentence earlier, in this one? */
static bool
goes_back_to(const struct kt_doc *doc, uint32_t index, uint32_t taken)
{
    const struct kt_sentence *sentence = &doc->sentences.items[index];
    if (sentence->paragraph != doc->sentences.items[index + 1].paragraph ||
        sentence->end_token - sentence->first_token > TOKENS_MOST ||
        reports(doc, sentence))
        return false;
    return in_first_person(doc, sentence->first_token, sentence->end_token) ||
           (taken < 2 && !names_person(doc, sentence));
}

bool
kt_lost_quotation(const struct kt_doc *doc, struct kt_cue *cue)
{
    uint32_t first, taken = 1;

    if (!kt_range_set(cue->content) || cue->content.end > cue->cue.first)
        return false;
    cue->content.end = cue->cue.first; /* with its comma */
    first = kt_sentence_of(doc, cue->content.first);
    if (doc->sentences.items[first].first_token < cue->content.first)
        taken = SENTENCES_MOST; /* cut inside a sentence: a long one */
    for (; first > 0 && taken < SENTENCES_MOST &&
           goes_back_to(doc, first - 1, taken);
         taken++)
        cue->content.first = doc->sentences.items[--first].first_token;
    cue->type = KT_CUE_DIRECT;
    return true;
}
