/* Tables, and what the engine makes of them: evidence, affixes, the set. */
#include "check_kutip.h"

#include <string.h>

#include "folder.h"
#include "engine.h"

/* Loads a folder with one more file and expects exactly these faults. */
static void
expect_faults(const char *name, const char *text, const char *faults)
{
    struct folder *folder = folder_new();
    kutip_engine *engine;

    folder_write(folder, name, text);
    engine = folder_load(folder);
    ck_assert_str_eq(folder->faults, faults);
    ck_assert_int_eq(engine == NULL, faults[0] != '\0');
    kutip_engine_free(engine);
    folder_free(folder);
}

START_TEST(rows_of_wrong_length)
{
    expect_faults("nasal.table",
                  "%kutip table 1 nasal initial nasal drops\n"
                  "k ng\n  k ng yes no\nt n yes\n",
                  "nasal.table:2:5: no cell for column 'drops': the row has 2 "
                  "of 3\n"
                  "nasal.table:3:12: one cell too many: the table has 3 "
                  "columns\n");
}
END_TEST

START_TEST(unknown_tables)
{
    expect_faults("nasla.table", "%kutip table 1 nasla a\n",
                  "nasla.table:1:16: unknown table 'nasla' [nasal]\n");
    expect_faults("empty.table", "%kutip table 1\n",
                  "empty.table:1:15: the header of a table names it and its "
                  "columns\n");
}
END_TEST

START_TEST(set_is_one_row)
{
    expect_faults("set.table", "%kutip table 1 set name version\n",
                  "set.table:1:16: the table 'set' has one row, not 0\n");
    expect_faults("set.table", "%kutip table 1 set name vesrion\na 1\n",
                  "set.table:1:25: table 'set' has no column 'version' "
                  "[vesrion]\n");
}
END_TEST

START_TEST(evidence_faults)
{
    struct folder *folder = folder_new();

    folder_write(folder, "evidence.table",
                 "%kutip table 1 evidence kind weight\n"
                 "after_rloe 3\nafter_role x12\nafter_role 4\n");
    ck_assert_ptr_null(folder_load(folder));
    ck_assert_uint_eq(folder->fault_count, 4);
    ck_assert_ptr_nonnull(
        strstr(folder->faults, "evidence.table:2:1: unknown kind of evidence "
                               "'after_rloe' [after_role]\n"));
    ck_assert_ptr_nonnull(
        strstr(folder->faults, "evidence.table:3:12: 'x12' is no weight"));
    ck_assert_ptr_nonnull(
        strstr(folder->faults, "evidence.table:4:1: 'after_role' has a row"));
    ck_assert_ptr_nonnull(strstr(folder->faults, "evidence have no row"));
    folder_free(folder);
}
END_TEST

START_TEST(evidence_names)
{
    ck_assert_str_eq(kt_evidence_name(KT_EVIDENCE_after_role), "after_role");
    ck_assert_ptr_null(kt_evidence_name(KT_EVIDENCE_COUNT));
}
END_TEST

static bool
has(const kutip_engine *engine, const char *word, unsigned class)
{
    return kt_set_has(
        kt_affixes_classes(&engine->affixes, word, strlen(word)), class);
}

START_TEST(affixes)
{
    struct folder *folder = folder_new();
    kutip_engine *engine;

    folder_write(folder, "affixes.table",
                 "%kutip table 1 affixes prefix suffix class least but\n"
                 "men - VERB_SHAPE 6 menteri,mental\n"
                 "meng - VERB_SHAPE 6 mengapa\n"
                 "ke an NOUN_SHAPE 7 -\n"
                 "- isasi NOUN_SHAPE 8 -\n");
    engine = folder_load(folder);
    ck_assert_str_eq(folder->faults, "");
    ck_assert(has(engine, "menanam", KT_VERB_SHAPE));
    ck_assert(!has(engine, "menanam", KT_NOUN_SHAPE));
    ck_assert(!has(engine, "menteri", KT_VERB_SHAPE));
    ck_assert(!has(engine, "mengapa", KT_VERB_SHAPE)); /* men- fits too */
    ck_assert(!has(engine, "menu", KT_VERB_SHAPE));
    ck_assert(has(engine, "keadilan", KT_NOUN_SHAPE));
    ck_assert(!has(engine, "kean", KT_NOUN_SHAPE));
    ck_assert(has(engine, "organisasi", KT_NOUN_SHAPE));
    ck_assert(!has(engine, "", KT_NOUN_SHAPE));
    kutip_engine_free(engine);
    folder_free(folder);
}
END_TEST

START_TEST(affix_faults)
{
    expect_faults("affixes.table",
                  "%kutip table 1 affixes prefix suffix class least but\n"
                  "men - VERB_SHAEP 6 -\nmen - VERB_SHAPE x6 -\n"
                  "- - VERB_SHAPE 6 -\n",
                  "affixes.table:2:7: 'VERB_SHAEP' is no class [VERB_SHAPE]\n"
                  "affixes.table:3:18: 'x6' is no number of letters\n"
                  "affixes.table:4:1: '' is no affix\n");
}
END_TEST

START_TEST(expansions)
{
    struct folder *folder = folder_new();
    kutip_engine *engine;

    folder_write(folder, "expansions.table",
                 "%kutip table 1 expansions short full\n"
                 "kadisdik kepala_dinas_pendidikan\n"
                 "kadis_PU kepala_dinas_pekerjaan_umum\n"
                 "kadis kepala_dinas\n");
    engine = folder_load(folder);
    ck_assert_str_eq(folder->faults, "");
    ck_assert_str_eq(kt_expansions_find(&engine->expansions, "kadisdik", 8),
                     "kepala dinas pendidikan");
    ck_assert_str_eq(kt_expansions_find(&engine->expansions, "kadis pu", 8),
                     "kepala dinas pekerjaan umum");
    ck_assert_str_eq(kt_expansions_find(&engine->expansions, "kadis", 5),
                     "kepala dinas");
    ck_assert_ptr_null(kt_expansions_find(&engine->expansions, "kadi", 4));
    kutip_engine_free(engine);
    folder_free(folder);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("tables");

    tcase_add_test(tcase, rows_of_wrong_length);
    tcase_add_test(tcase, unknown_tables);
    tcase_add_test(tcase, set_is_one_row);
    tcase_add_test(tcase, evidence_faults);
    tcase_add_test(tcase, evidence_names);
    tcase_add_test(tcase, affixes);
    tcase_add_test(tcase, affix_faults);
    tcase_add_test(tcase, expansions);
    return check_run("tables", tcase, NULL);
}
