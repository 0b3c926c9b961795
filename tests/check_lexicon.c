/* The lexicon: words files, forms of verbs, look-up. */
#include "check_kutip.h"

#include <stdio.h>
#include <string.h>

#include "folder.h"
#include "engine.h"
#include "text.h"

static uint32_t
word(const kutip_engine *engine, const char *folded)
{
    return kt_lexicon_find(&engine->lexicon, folded, strlen(folded),
                           kt_text_hash(folded, strlen(folded)));
}

/* The entry as typed, or the entry that is none: its text is NULL. */
static const struct kt_entry *
entry(const kutip_engine *engine, const char *text)
{
    for (uint32_t i = 1; i < engine->lexicon.entry_count; i++)
        if (engine->lexicon.entries[i].length == strlen(text) &&
            memcmp(engine->lexicon.entries[i].text, text, strlen(text)) == 0)
            return &engine->lexicon.entries[i];
    return &engine->lexicon.entries[0];
}

static bool
has(const kutip_engine *engine, const char *text, unsigned class)
{
    return kt_set_has(kt_entry_classes(&engine->lexicon, entry(engine, text)),
                      class);
}

static kutip_engine *
load(struct folder *folder, const char *words)
{
    kutip_engine *engine;

    folder_write(folder, "some.words", words);
    engine = folder_load(folder);
    ck_assert_str_eq(folder->faults, "");
    ck_assert_ptr_nonnull(engine);
    return engine;
}

START_TEST(sections_join)
{
    struct folder *folder = folder_new();
    kutip_engine *engine =
        load(folder, "%kutip words 1\n[ROLE]\nmenteri agama | menag\n"
                     "[ROLE_WHOLE COMMON]\nmenteri agama\nPAN\n"
                     "[COMMON]\npan\n");

    ck_assert(has(engine, "menteri agama", KT_ROLE));
    ck_assert(has(engine, "menteri agama", KT_ROLE_WHOLE));
    ck_assert(has(engine, "menteri agama", KT_COMMON));
    ck_assert(!has(engine, "menag", KT_ROLE_WHOLE));
    ck_assert_uint_eq(entry(engine, "menag")->group,
                      entry(engine, "menteri agama")->group);
    ck_assert_uint_ne(entry(engine, "pan")->group,
                      entry(engine, "PAN")->group);
    ck_assert_ptr_nonnull(entry(engine, "pan")->text);
    ck_assert(entry(engine, "PAN")->has_capital);
    ck_assert(!entry(engine, "pan")->has_capital);
    /* a word by itself: entries without capitals alone */
    ck_assert(!kt_set_has(
        kt_word_classes(&engine->lexicon,
                        &engine->lexicon.words[word(engine, "pan")]),
        KT_ROLE_WHOLE));
    kutip_engine_free(engine);
    folder_free(folder);
}
END_TEST

START_TEST(phrases_first)
{
    struct folder *folder = folder_new();
    kutip_engine *engine =
        load(folder, "%kutip words 1\n[ROLE]\nkepala\nkepala dinas\n"
                     "kepala badan pusat statistik\nkepala badan\n");
    const struct kt_word *kepala =
        &engine->lexicon.words[word(engine, "kepala")];

    ck_assert_uint_eq(kepala->entry_count, 4);
    ck_assert_uint_eq(kepala->phrase_count, 3);
    for (uint32_t i = 0; i < kepala->entry_count; i++) {
        uint32_t count =
            engine->lexicon.entries[kepala->entries[i]].word_count;
        ck_assert_int_eq(count > 1, i < kepala->phrase_count);
    }
    ck_assert_uint_eq(engine->lexicon.words[word(engine, "dinas")].entry_count,
                      0);
    ck_assert_uint_eq(word(engine, "camat"), 0);
    kutip_engine_free(engine);
    folder_free(folder);
}
END_TEST

static const struct {
    const char *entry;
    uint32_t words;
    const char *last;
} splits[] = {
    {"badan meteorologi, klimatologi, dan geofisika", 7, "geofisika"},
    {"s.h", 1, "s.h"},
    {"Ma'ruf", 1, "ma'ruf"},
    {"anak-anak", 1, "anak-anak"},
    {"a/n", 3, "n"},
    {"AT&T", 3, "t"},
    {"universitas (negeri)", 4, ")"},
    {"Covid-19", 1, "covid-19"},
    {"dua   kali", 2, "kali"},
};

START_TEST(split_entry)
{
    struct folder *folder = folder_new();
    char text[128];
    kutip_engine *engine;
    const struct kt_entry *found;

    snprintf(text, sizeof text, "%%kutip words 1\n[ORG]\n%s\n",
             splits[_i].entry);
    engine = load(folder, text);
    found = entry(engine, splits[_i].entry);
    ck_assert_ptr_nonnull(found->text);
    ck_assert_uint_eq(found->word_count, splits[_i].words);
    ck_assert_uint_eq(found->words[found->word_count - 1],
                      word(engine, splits[_i].last));
    kutip_engine_free(engine);
    folder_free(folder);
}
END_TEST

START_TEST(faults)
{
    struct folder *folder = folder_new();

    folder_write(folder, "some.words",
                 "%kutip words 1\ncamat\n[ROEL]\nbupati\n[ROLE]\n"
                 "lurah | | lurah\ndrs.\n[ROLE\n[]\n");
    ck_assert_ptr_null(folder_load(folder));
    ck_assert_str_eq(
        folder->faults,
        "some.words:2:1: an entry before the first [CLASS] line\n"
        "some.words:3:2: unknown class 'ROEL', and no template asks for it "
        "[ROLE]\n"
        "some.words:6:9: an empty alternative\n"
        "some.words:6:11: 'lurah' stands twice in this section\n"
        "some.words:7:4: the dot of an abbreviation is not typed\n"
        "some.words:8:6: no ']' at the end of the section line\n"
        "some.words:9:2: a section without a class\n");
    ck_assert_int_eq(folder->error.status, KUTIP_BAD_PATTERNS);
    ck_assert_uint_eq(folder->error.line, 2);
    folder_free(folder);
}
END_TEST

START_TEST(templates_bring_classes)
{
    struct folder *folder = folder_new();
    kutip_engine *engine;

    folder_write(folder, "cues.templates",
                 "%kutip templates 1 cues\ntemplate one\n"
                 "  match @cue(SHOUT)\n  yes Hai.\n");
    engine = load(folder, "%kutip words 1\n[SHOUT]\nhai\n");
    ck_assert_int_ge(kt_lexicon_class(&engine->lexicon, "SHOUT"),
                     KT_CLASS_KNOWN);
    ck_assert_int_eq(kt_lexicon_class(&engine->lexicon, "ROLE"), KT_ROLE);
    ck_assert_int_eq(kt_lexicon_class(&engine->lexicon, "WHISPER"), -1);
    ck_assert_str_eq(kt_class_name(KT_ROLE), "ROLE");
    ck_assert_ptr_null(kt_class_name(KT_CLASS_KNOWN));
    kutip_engine_free(engine);
    folder_free(folder);
}
END_TEST

START_TEST(according_takes_clitic)
{
    struct folder *folder = folder_new();
    kutip_engine *engine;

    folder_write(folder, "derivation.table",
                 "%kutip table 1 derivation affix kind voice\nnya clitic -\n");
    engine =
        load(folder, "%kutip words 1\n[ACCORDING]\nmenurut\nmerujuk pada\n");
    ck_assert(has(engine, "menurutnya", KT_ACCORDING));
    ck_assert(has(engine, "menurutnya", KT_CLITIC));
    ck_assert(has(engine, "menurut", KT_ACCORDING));
    ck_assert(!has(engine, "menurut", KT_CLITIC));
    ck_assert_ptr_null(entry(engine, "merujuk padanya")->text);
    kutip_engine_free(engine);
    folder_free(folder);
}
END_TEST

/* ------------------------------------------------------------------- verbs */

static kutip_engine *
load_verbs(struct folder *folder, const char *rows)
{
    char text[1024];

    folder_write(folder, "nasal.table",
                 "%kutip table 1 nasal initial nasal drops\n"
                 "k ng yes\nkl ng no\nu ng no\nt n yes\ns ny yes\np m yes\n"
                 "b m no\nl - no\n");
    folder_write(folder, "derivation.table",
                 "%kutip table 1 derivation affix kind voice\n"
                 "meN prefix active\nber prefix active\n0 prefix active\n"
                 "di prefix passive\nkan suffix -\ni suffix -\n"
                 "nya clitic -\n");
    snprintf(text, sizeof text,
             "%%kutip table 1 verbs root forms after kind frame also\n%s\n",
             rows);
    folder_write(folder, "verbs.table", text);
    return folder_load(folder);
}

START_TEST(verb_forms)
{
    struct folder *folder = folder_new();
    kutip_engine *engine = load_verbs(
        folder, "kata meN-kan,di-kan bare,clitic say clause -\n"
                "cerita ber- careful,careful-clitic say noun -\n"
                "lapor meN- - report noun,request -\n"
                "rencana ber- - say quote -\n"
                "aku 0,meN-i,di-i - admit that active:mengaku\n");

    ck_assert_str_eq(folder->faults, "");
    ck_assert(has(engine, "kata", KT_SAY_BARE));
    ck_assert(!has(engine, "kata", KT_SAY_CAREFUL));
    ck_assert(has(engine, "katanya", KT_SAY_CLITIC));
    ck_assert(has(engine, "katanya", KT_CLITIC));
    ck_assert(has(engine, "mengatakan", KT_SAY_ACTIVE));
    ck_assert(!has(engine, "mengatakan", KT_SAY_NOUN));
    ck_assert(has(engine, "dikatakan", KT_SAY_PASSIVE));
    ck_assert(has(engine, "dikatakannya", KT_SAY_PASSIVE));
    ck_assert(has(engine, "dikatakannya", KT_CLITIC));
    ck_assert(has(engine, "cerita", KT_SAY_CAREFUL));
    ck_assert(has(engine, "ceritanya", KT_SAY_CAREFUL));
    ck_assert(has(engine, "bercerita", KT_SAY_NOUN));
    ck_assert(has(engine, "melapor", KT_SAY_REQUEST));
    ck_assert(has(engine, "berencana", KT_SAY_ACTIVE));
    ck_assert(has(engine, "aku", KT_SAY_ACTIVE));
    ck_assert(!has(engine, "aku", KT_SAY_BARE));
    ck_assert(has(engine, "mengaku", KT_SAY_ACTIVE));
    kutip_engine_free(engine);
    folder_free(folder);
}
END_TEST

static const struct {
    const char *root;
    const char *active;
} nasals[] = {{"kata", "mengata"},   {"klaim", "mengklaim"},
              {"ungkap", "mengungkap"}, {"tutur", "menutur"},
              {"sebut", "menyebut"}, {"papar", "memapar"},
              {"beber", "membeber"}, {"lapor", "melapor"}};

START_TEST(nasal)
{
    struct folder *folder = folder_new();
    char row[64];
    kutip_engine *engine;

    snprintf(row, sizeof row, "%s meN- - say clause -\n", nasals[_i].root);
    engine = load_verbs(folder, row);
    ck_assert_str_eq(folder->faults, "");
    ck_assert_msg(has(engine, nasals[_i].active, KT_SAY_ACTIVE), "%s",
                  nasals[_i].active);
    kutip_engine_free(engine);
    folder_free(folder);
}
END_TEST

START_TEST(verb_faults)
{
    struct folder *folder = folder_new();

    ck_assert_ptr_null(load_verbs(
        folder, "kata maN-kan bare say clause -\n"
                "ujar meN-kan bear say clause -\n"
                "ucap meN-kan bare say clasue -\n"
                "tutur meN-kan bare say clause menuturi\n"));
    ck_assert_str_eq(
        folder->faults,
        "verbs.table:2:6: unknown affixes 'maN-kan'\n"
        "verbs.table:3:14: unknown place after a quotation 'bear'\n"
        "verbs.table:4:23: unknown frame 'clasue' [clause]\n"
        "verbs.table:5:31: unknown word (active:… or passive:…) "
        "'menuturi'\n");
    folder_free(folder);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("words");
    TCase *verbs = tcase_create("verbs");

    tcase_add_test(tcase, sections_join);
    tcase_add_test(tcase, phrases_first);
    tcase_add_loop_test(tcase, split_entry, 0,
                        sizeof splits / sizeof *splits);
    tcase_add_test(tcase, faults);
    tcase_add_test(tcase, templates_bring_classes);
    tcase_add_test(tcase, according_takes_clitic);
    tcase_add_test(verbs, verb_forms);
    tcase_add_loop_test(verbs, nasal, 0, sizeof nasals / sizeof *nasals);
    tcase_add_test(verbs, verb_faults);
    return check_run("lexicon", tcase, verbs, NULL);
}
