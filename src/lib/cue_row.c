/*
 * In: nodes of a row. Out: what match_cues asks of them: the tokens they
 * cover, the sentence they stand in, how many are words.
 *
 *     "Kami siap," kata Budi, Senin.
 *     QUOTE        SAY  MENTION COMMA TIME STOP
 */
#include "cue_row.h"

struct kt_range
kt_node_tokens(const struct kt_doc *doc, const struct kt_cue_row *row,
               uint32_t first, uint32_t end)
{
    if (first >= end)
        return KT_NO_RANGE;
    return (struct kt_range){
        doc->terms.items[kt_row_node(doc, row, first)->terms.first].first_token,
        doc->terms.items[kt_row_node(doc, row, end - 1)->terms.end - 1]
            .end_token};
}

static uint32_t
first_token(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t at)
{
    return doc->terms.items[kt_row_node(doc, row, at)->terms.first].first_token;
}

static const struct kt_sentence *
sentence_of(const struct kt_doc *doc, const struct kt_cue_row *row, uint32_t at)
{
    uint32_t token = first_token(doc, row, at);
    return &doc->sentences.items[kt_sentence_of(doc, token)];
}

uint32_t
kt_sentence_end(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t at)
{
    uint32_t end;
    if (at >= row->row.length)
        return row->row.length;
    end = sentence_of(doc, row, at)->end_token;
    while (at < row->row.length && first_token(doc, row, at) < end)
        at++;
    return at;
}

uint32_t
kt_sentence_start(const struct kt_doc *doc, const struct kt_cue_row *row,
                  uint32_t at)
{
    uint32_t start = sentence_of(doc, row, at)->first_token;
    while (at > 0 && first_token(doc, row, at - 1) >= start)
        at--;
    return at;
}

uint32_t
kt_lead_start(const struct kt_doc *doc, const struct kt_cue_row *row,
              uint32_t at)
{
    uint32_t start = kt_sentence_start(doc, row, at);

    while (at > start && !kt_node_taken(row, at - 1) &&
           !kt_node_is(doc, row, at - 1, KT_STOP))
        at--;
    return at;
}

uint32_t
kt_skip_nodes(const struct kt_doc *doc, const struct kt_cue_row *row,
              uint32_t at, unsigned class)
{
    while (kt_node_is(doc, row, at, class))
        at++;
    return at;
}

bool
kt_node_is_edge(const struct kt_doc *doc, const struct kt_cue_row *row,
                uint32_t at)
{
    static const struct kt_set edges =
        KT_SET(KT_COMMA, KT_STOP, KT_COLON, KT_DASH);
    return KT_NODE_IS_ANY(at, edges);
}

/* Words of the content, quotations and mentions as one each. */
uint32_t
kt_count_nodes(const struct kt_doc *doc, const struct kt_cue_row *row,
               uint32_t first, uint32_t end)
{
    uint32_t count = 0;
    for (; first < end; first++)
        count += !kt_node_is_edge(doc, row, first);
    return count;
}
