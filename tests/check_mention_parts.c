/* A mention's parts: ranks, names, what is cut off them. */
#include "mention_parts.h"
#include "mention_titles.h"

#include "parts.h"

/* name/mention/role/affiliation of the stretch, or of its name alone. */
static const char *
parts_of(const char *text, const char *stretch, bool name_only)
{
    static char parts[500];
    struct kt_word_hints hints;
    struct kt_mention mention = {0};
    kutip_doc *doc = check_analyze(text);
    struct kt_range terms = terms_at(doc, stretch);

    mention.name = mention.mention = mention.role = KT_NO_RANGE;
    mention.affiliation = mention.nickname = KT_NO_RANGE;
    ck_assert(kt_word_hints_read(doc, &hints));
    if (name_only)
        kt_split_name(doc, terms, &mention);
    else
        kt_split_parts(doc, &hints, terms, &mention);
    strcpy(parts, text_of(doc, mention.name));
    strcat(strcat(parts, "/"), text_of(doc, mention.mention));
    strcat(strcat(parts, "/"), text_of(doc, mention.role));
    strcat(strcat(parts, "/"), text_of(doc, mention.affiliation));
    if (name_only)
        strcat(strcat(parts, "/"), text_of(doc, mention.nickname));
    kutip_doc_free(doc);
    return parts;
}

/* Of a whole sentence `Kata STRETCH.` */
#define check_parts(stretch, wanted)                                           \
    ck_assert_str_eq(parts_of("Kata " stretch ".", stretch, false), wanted)

#define check_name(stretch, wanted)                                            \
    ck_assert_str_eq(parts_of("Kata " stretch ", ya.", stretch, true), wanted)

START_TEST(all_parts)
{
    check_parts("Kepala Bidang Humas Polda Metro Jaya Komisaris Besar "
                "Bramanto Wiryadi",
                "Bramanto Wiryadi/Komisaris Besar Bramanto Wiryadi/"
                "Kepala Bidang Humas/Polda Metro Jaya");
    check_parts("Direktur Bank Indonesia Bramanto Wiryadi",
                "Bramanto Wiryadi/Bramanto Wiryadi/Direktur/Bank Indonesia");
    check_parts("Bramanto Wiryadi", "Bramanto Wiryadi/Bramanto Wiryadi/-/-");
    check_parts("Bupati Surabaya", "-/-/Bupati Surabaya/-");
    check_parts("Bupati Bramanto", "Bramanto/Bramanto/Bupati/-");
    check_parts("Bupati Bramanto bin Wiryadi bin Morasti",
                "Bramanto bin Wiryadi bin Morasti/"
                "Bramanto bin Wiryadi bin Morasti/Bupati/-");
    check_parts("Bupati Bramanto Bupati", "Bramanto/Bramanto/Bupati/-");
}
END_TEST

/* What ends in a body's short form in brackets holds no name. */
START_TEST(bodies_in_brackets)
{
    check_parts("Kesatuan Penganyam Blorong (KPBL)",
                "-/-/-/Kesatuan Penganyam Blorong (KPBL)");
    check_parts("Ketua Bramanto Wiryadi (41)",
                "Bramanto Wiryadi/Bramanto Wiryadi/Ketua/-");
}
END_TEST

/* A company speaks itself, unless a role before it wants a name. */
START_TEST(companies)
{
    check_parts("PT Hujan Blorong", "-/-/-/PT Hujan Blorong");
    check_parts("Direktur PT Blorong Morasti Wiryadi",
                "Morasti Wiryadi/Morasti Wiryadi/Direktur/PT Blorong");
    check_parts("Pemilik PT Morasti", "-/-/Pemilik/PT Morasti");
}
END_TEST

/* An address inside a name that speaks alone is a part of it. */
START_TEST(addresses_inside)
{
    ck_assert_str_eq(parts_of("Kata Ketua Bawaslu Bramanto Cik Wiryadi. "
                              "Ya, kata Bramanto.",
                              "Ketua Bawaslu Bramanto Cik Wiryadi", false),
                     "Bramanto Cik Wiryadi/Bramanto Cik Wiryadi/Ketua/"
                     "Bawaslu");
}
END_TEST

START_TEST(names_alone)
{
    check_name("Bramanto Wiryadi", "Bramanto Wiryadi/Bramanto Wiryadi/-/-/-");
    check_name("Jenderal (Purn) Bramanto",
               "Bramanto/Jenderal (Purn) Bramanto/-/-/-");
    check_name("Drs. H. A. M. Wiryadi",
               "A. M. Wiryadi/Drs. H. A. M. Wiryadi/-/-/-");
    check_name("Bramanto Wiryadi (41)",
               "Bramanto Wiryadi/Bramanto Wiryadi/-/-/-");
    check_name("Bramanto Wiryadi (Bram)",
               "Bramanto Wiryadi/Bramanto Wiryadi/-/-/Bram");
    check_name("Bramanto Wiryadi, S.H., M.Kn.",
               "Bramanto Wiryadi/Bramanto Wiryadi/-/-/-");
    check_name("Jenderal", "Jenderal/Jenderal/-/-/-");
}
END_TEST

static bool
is_name(const char *text, const char *stretch)
{
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze(text);
    ck_assert(kt_word_hints_read(doc, &hints));
    bool found = kt_is_name(doc, &hints, terms_at(doc, stretch));
    kutip_doc_free(doc);
    return found;
}

START_TEST(is_it_a_name)
{
    ck_assert(is_name("Kata Bramanto Wiryadi.", "Bramanto Wiryadi"));
    ck_assert(is_name("Kata Bramanto (41).", "Bramanto (41)"));
    ck_assert(is_name("Kata Jenderal Hujan.", "Jenderal Hujan"));
    ck_assert(is_name("Kata Hujan Wiryadi.", "Hujan Wiryadi"));
    ck_assert(!is_name("Lihat Hujan.", "Hujan"));
    ck_assert(!is_name("Kata Bank Indonesia.", "Bank Indonesia"));
    ck_assert(!is_name("Kata Surabaya.", "Surabaya"));
}
END_TEST

/* What a lone term of these classes is, where it stands in a text. */
static struct kt_mention
lone(kutip_doc *doc, struct kt_word_hints *hints, uint32_t term,
     uint32_t number)
{
    struct kt_mention mention = {0};
    struct kt_term *t = &doc->terms.items[term];

    t->set = number;
    t->classes = doc->engine->templates.sets.sets.items[number - 1];
    hints->kinds[term] = 0;
    kt_split_parts(doc, hints, (struct kt_range){term, term + 1}, &mention);
    return mention;
}

/* A lone term is kept by its classes alone: for all sets that an engine
 * foresees, it is the same whatever stands beside it, asked for the first
 * time or again. */
START_TEST(lone_terms)
{
    kutip_doc *doc = check_analyze(
        "Blorong Kata Ketua dan Blorong of Bupati (Kapasur) di Bank Blorong "
        "Indonesia Menteri Blorong Partai Wiryadi, Direktur Blorong.");
    static const uint32_t places[] = {0, 4, 15};
    struct kt_word_hints hints = {.lones = doc->lones};
    uint32_t tokens[3];

    hints.kinds = kt_arena_take_zeroed(&doc->arena, doc->terms.count);
    ck_assert_ptr_nonnull(hints.kinds);
    for (unsigned i = 0; i < 3; i++) {
        tokens[i] = doc->terms.items[places[i]].first_token;
        ck_assert_uint_eq(doc->tokens.items[tokens[i]].hash,
                          doc->tokens.items[0].hash);
    }
    for (uint32_t set = 1; set <= doc->engine->templates.sets.sets.count;
         set++)
        for (unsigned i = 0; i < 4; i++) {
            static struct kt_mention first;
            struct kt_mention mention;
            if (i < 3) /* the last one finds what the third left */
                memset(doc->lones, 0, sizeof doc->lones);
            mention = lone(doc, &hints, places[i % 3], set);
            if (kt_begins_role(doc, places[i % 3]))
                break;
            if (i == 0)
                first = mention;
            ck_assert_int_eq(mention.evidence, first.evidence);
            ck_assert(!kt_range_set(mention.role));
            ck_assert_int_eq(kt_range_set(mention.name),
                             kt_range_set(first.name));
            ck_assert_int_eq(kt_range_set(mention.affiliation),
                             kt_range_set(first.affiliation));
            if (kt_range_set(mention.name))
                ck_assert_uint_eq(mention.name.first, tokens[i % 3]);
        }
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("mention_parts");
    tcase_add_test(tcase, all_parts);
    tcase_add_test(tcase, bodies_in_brackets);
    tcase_add_test(tcase, companies);
    tcase_add_test(tcase, addresses_inside);
    tcase_add_test(tcase, names_alone);
    tcase_add_test(tcase, is_it_a_name);
    tcase_add_test(tcase, lone_terms);
    return check_run("mention_parts", tcase, NULL);
}
