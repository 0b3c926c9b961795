/*
 * Names that share no word as they stand, or not all.
 * In: a person's name, the persons so far. Out: whom it can mean in a weak
 * way, and which.
 *
 *     Rini Astuti … RA … Riast        the initials, the beginnings
 *
 * Does not look at names that agree: speakers.c does.
 */
#include "speakers.h"

/* Names that share no word as they stand, or not all: the weakest ways to
 * be the same one, the surest first. */
static const struct kt_way ways[] = {
    {kt_name_blends, "the beginnings of the name", 90, true, true, false},
    {kt_name_abbreviates, "the initials of the name", 95, true, true, false},
    {kt_names_nearly_agree, "the same name but for a letter", 85, false, false,
     false},
    {kt_name_runs_into, "the name behind a word that is none", 80, false, false,
     true},
};

#define WAYS (sizeof ways / sizeof *ways)

static bool
is_lone(struct kt_range name)
{
    return name.first + 1 == name.end;
}

/* The first way in which the mention fits a name, before `end`, or `end`. */
static const struct kt_way *
way_to(const struct kt_doc *doc, const struct kt_mention *mention,
       struct kt_range other, const struct kt_way *end)
{
    bool lone = is_lone(mention->name), other_lone = is_lone(other);

    for (const struct kt_way *way = ways; way < end; way++)
        if (!(way->bare && kt_range_set(mention->role)) &&
            ((way->lone == lone && way->fits(doc, mention->name, other)) ||
             (way->swapped && way->lone == other_lone &&
              way->fits(doc, other, mention->name))))
            return way;
    return end;
}

uint32_t
kt_find_another_way(const struct kt_linker *linker,
                    const struct kt_mention *mention, uint32_t except,
                    const struct kt_way **by)
{
    const struct kt_doc *doc = linker->doc;
    const struct kt_way *best = ways + WAYS;
    uint32_t looked = 0, found = KT_NONE;

    for (uint32_t i = linker->persons.count;
         i-- > 0 && looked < KT_SPEAKERS_BACK && best > ways;) {
        uint32_t person = linker->persons.items[i];
        const struct kt_speaker *speaker = &doc->speakers.items[person];
        const struct kt_way *way;
        if (person == except)
            continue;
        looked++;
        way = way_to(doc, mention, doc->mentions.items[speaker->named].name,
                     best);
        if (way < best) {
            best = way;
            found = person;
        }
    }
    if (found != KT_NONE)
        *by = best;
    return found;
}
