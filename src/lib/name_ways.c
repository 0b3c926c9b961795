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
    {.fits = kt_name_blends,
     .why = "the beginnings of the name",
     .trust = 90,
     .lone = true,
     .swapped = true},
    {.fits = kt_name_abbreviates,
     .why = "the initials of the name",
     .trust = 95,
     .lone = true,
     .swapped = true},
    {.fits = kt_names_nearly_agree,
     .why = "the same name but for a letter",
     .trust = 85,
     .shares = true},
    {.fits = kt_name_runs_into,
     .why = "the name behind a word that is none",
     .trust = 80,
     .shares = true,
     .bare = true},
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
       struct kt_range other, bool shares, const struct kt_way *end)
{
    bool lone = is_lone(mention->name), other_lone = is_lone(other);

    if (!lone && !other_lone && !shares)
        return end;
    for (const struct kt_way *way = ways; way < end; way++)
        if ((shares || !way->shares) &&
            !(way->bare && kt_range_set(mention->role)) &&
            ((way->lone == lone && way->fits(doc, mention->name, other)) ||
             (way->swapped && way->lone == other_lone &&
              way->fits(doc, other, mention->name))))
            return way;
    return end;
}

uint32_t
kt_find_another_way(const struct kt_linker *linker,
                    const struct kt_mention *mention, uint32_t except,
                    bool shares, const struct kt_way **by)
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
                     shares, best);
        if (way < best) {
            best = way;
            found = person;
        }
    }
    if (found != KT_NONE)
        *by = best;
    return found;
}
