/* Hints: words that stand alone at a cue, acronyms in brackets. */
#include "mention_parts.h"
#include "parts.h"
#include "text.h"

static bool
holds(const struct kt_hints *hints, const char *folded)
{
    return kt_hints_hold(hints, kt_text_hash(folded, strlen(folded)));
}

/* Is the word a hint of the kind in the text? */
static bool
alone(const char *text, const char *folded)
{
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze(text);
    ck_assert(kt_word_hints_read(doc, &hints));
    bool found = holds(&hints.alone_at_cue, folded);
    kutip_doc_free(doc);
    return found;
}

static bool
acronym(const char *text, const char *folded)
{
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze(text);
    ck_assert(kt_word_hints_read(doc, &hints));
    bool found = holds(&hints.acronyms, folded);
    kutip_doc_free(doc);
    return found;
}

START_TEST(alone_at_a_cue)
{
    ck_assert(alone("\"Ya,\" kata Bramanto.", "bramanto"));
    ck_assert(alone("Bramanto mengatakan stok aman.", "bramanto"));
    ck_assert(alone("Menurut Bramanto, stok aman.", "bramanto"));
    ck_assert(!alone("Bramanto pulang.", "bramanto"));
}
END_TEST

START_TEST(not_alone)
{
    /* another capitalised word beside it */
    ck_assert(!alone("\"Ya,\" kata Bramanto Wiryadi.", "bramanto"));
    ck_assert(!alone("\"Ya,\" kata Bramanto Wiryadi.", "wiryadi"));
    ck_assert(!alone("Wiryadi Bramanto mengatakan stok aman.", "bramanto"));
    /* no names: in lower case, an acronym, a place, a role */
    ck_assert(!alone("\"Ya,\" kata bramanto.", "bramanto"));
    ck_assert(!alone("\"Ya,\" kata BRTX.", "brtx"));
    ck_assert(!alone("\"Ya,\" kata Surabaya.", "surabaya"));
    ck_assert(!alone("\"Ya,\" kata Gubernur.", "gubernur"));
    /* a site, a name with a number */
    ck_assert(!alone("\"Ya,\" kata Bramanto.com", "bramanto.com"));
    ck_assert(!alone("\"Ya,\" kata Bramanto-19.", "bramanto-19"));
}
END_TEST

START_TEST(in_brackets)
{
    ck_assert(acronym("Kajian Padi Subur (Kapasur) diam.", "kapasur"));
    ck_assert(!acronym("Kajian Padi Subur, Kapasur, diam.", "kapasur"));
    ck_assert(!acronym("Kajian padi subur (Kapasur) diam.", "kapasur"));
    ck_assert(!acronym("Kajian Padi Subur (kapasur) diam.", "kapasur"));
    ck_assert(!acronym("Kajian Padi Subur (Kapasur Besar) diam.", "kapasur"));
}
END_TEST

START_TEST(initials_in_brackets)
{
    ck_assert(!acronym("Ini Bramanto Wiryadi (BW) lagi.", "bw"));
    ck_assert(acronym("Ini Kajian Padi (KP) lagi.", "kp"));
}
END_TEST

/* What is `di` somewhere is a place, unless it speaks. */
START_TEST(places)
{
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze("Mereka tinggal di Blorong sejak lama. "
                                   "Rapat di Kapasur Raya bubar. Warga Desa "
                                   "Morasti, Demak, pulang.");
    ck_assert(kt_word_hints_read(doc, &hints));
    ck_assert(holds(&hints.located, "blorong"));
    ck_assert(!holds(&hints.located, "kapasur"));
    ck_assert(holds(&hints.located, "morasti"));
    ck_assert_uint_eq(hints.located.hashes.count, 2);
    kutip_doc_free(doc);
}
END_TEST

START_TEST(alone_elsewhere)
{
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze("Warga memakai Blorong. \"Ya,\" kata "
                                   "Morasti. Aplikasi Kapasur Raya bubar.");
    ck_assert(kt_word_hints_read(doc, &hints));
    ck_assert(holds(&hints.alone, "blorong"));
    ck_assert(!holds(&hints.alone, "morasti"));
    ck_assert(!holds(&hints.alone, "kapasur"));
    kutip_doc_free(doc);
}
END_TEST

START_TEST(a_document_without_any)
{
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze("");
    ck_assert(kt_word_hints_read(doc, &hints));
    ck_assert_uint_eq(hints.alone_at_cue.hashes.count, 0);
    ck_assert_uint_eq(hints.acronyms.hashes.count, 0);
    ck_assert(!holds(&hints.acronyms, ""));
    kutip_doc_free(doc);
}
END_TEST

/* Many hints are all found: they are sorted. */
START_TEST(sorted)
{
    struct kt_word_hints hints;
    kutip_doc *doc = check_analyze(
        "\"A,\" kata Wiryadi. \"B,\" kata Bramanto. \"C,\" kata Zulfadlan. "
        "\"D,\" kata Anggunita. \"E,\" kata Morasti.");
    static const char *const words[] = {"wiryadi", "bramanto", "zulfadlan",
                                        "anggunita", "morasti"};
    ck_assert(kt_word_hints_read(doc, &hints));
    ck_assert_uint_eq(hints.alone_at_cue.hashes.count, 5);
    for (size_t i = 0; i < 5; i++)
        ck_assert_msg(holds(&hints.alone_at_cue, words[i]), "%s", words[i]);
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("word_hints");
    tcase_add_test(tcase, alone_at_a_cue);
    tcase_add_test(tcase, not_alone);
    tcase_add_test(tcase, in_brackets);
    tcase_add_test(tcase, initials_in_brackets);
    tcase_add_test(tcase, places);
    tcase_add_test(tcase, alone_elsewhere);
    tcase_add_test(tcase, a_document_without_any);
    tcase_add_test(tcase, sorted);
    return check_run("word_hints", tcase, NULL);
}
