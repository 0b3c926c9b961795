/* Templates: from expressions to matches on rows of class sets. */
#include "check_kutip.h"

#include <stdio.h>
#include <string.h>

#include "folder.h"
#include "engine.h"
#include "matcher.h"
#include "memory.h"

/* Templates loaded without the rest of an engine. */
struct bench {
    struct memory memory;
    struct folder *files;
    struct kt_arena arena;
    struct kt_arena scratch;
    struct kt_faults faults;
    struct kt_folder folder;
    struct kt_lexicon lexicon;
    struct kt_matcher *matcher;
    struct kt_templates templates;
};

/* Every class alone and every two classes together. */
static void
foresee_pairs(const struct kt_lexicon *lexicon,
              void (*see)(void *, struct kt_set), void *context)
{
    for (unsigned a = 0; a < lexicon->class_count; a++)
        for (unsigned b = a; b < lexicon->class_count; b++) {
            struct kt_set set = {{0}};
            kt_set_add(&set, a);
            kt_set_add(&set, b);
            see(context, set);
        }
}

static void
load_bench(struct bench *bench, struct folder *files)
{
    struct kt_lexicon_builder *builder;

    memset(bench, 0, sizeof *bench);
    memory_init(&bench->memory);
    bench->files = files;
    kt_arena_init(&bench->arena, &bench->memory.allocator);
    kt_arena_init(&bench->scratch, &bench->memory.allocator);
    bench->faults.report = folder_report;
    bench->faults.context = files;
    bench->matcher = kt_matcher_new(&bench->memory.allocator);
    ck_assert_ptr_nonnull(bench->matcher);
    ck_assert(kt_folder_read(&bench->folder, files->path, &bench->arena,
                             &bench->faults));
    builder = kt_lexicon_begin(&bench->lexicon, &bench->folder, &bench->arena,
                               &bench->scratch, &bench->faults);
    ck_assert(kt_lexicon_finish(builder, ""));
    ck_assert(kt_templates_load(&bench->templates, &bench->folder,
                                &bench->lexicon, foresee_pairs, &bench->arena,
                                &bench->scratch, &bench->faults));
}

static void
free_bench(struct bench *bench)
{
    kt_templates_release(&bench->templates);
    kt_matcher_free(bench->matcher);
    kt_arena_release(&bench->scratch);
    kt_arena_release(&bench->arena);
    folder_free(bench->files);
}

/* One template of the family "cues", behind some lets. */
static void
load_match(struct bench *bench, const char *match)
{
    char text[2048];
    struct folder *files = folder_new();

    snprintf(text, sizeof text,
             "%%kutip templates 1 cues\n"
             "let SUBJECT = (MENTION | PRONOUN)\n"
             "let PHRASE = CAPITAL SUBJECT?\n"
             "let BODY = (ORG & !SUBJECT | ORG_HEAD & CAPITAL)\n"
             "template one\n  match %s\n  weight 7\n  type direct\n"
             "  yes Hai.\n",
             match);
    folder_write(files, "cues.templates", text);
    load_bench(bench, files);
}

/* The set of `A&B`. */
static struct kt_set
set_of(const struct bench *bench, const char *names)
{
    struct kt_set set = {{0}};
    char name[64];

    while (sscanf(names, "%63[A-Z_]", name) == 1) {
        int class = kt_lexicon_class(&bench->lexicon, name);
        ck_assert_msg(class >= 0, "%s", name);
        kt_set_add(&set, (unsigned)class);
        names += strlen(name);
        names += *names == '&';
    }
    return set;
}

enum { ROW_MAX = 64 };

/*
 * Matches the template at a term of a row such as "QUOTE COMMA SAY_BARE".
 * Writes what came out: "2-3 cue=2-3 source=3-4 ", or "no".
 */
static void
match(struct bench *bench, const char *terms, uint32_t at, char *out,
      size_t room)
{
    const struct kt_family *family =
        kt_templates_family(&bench->templates, "cues");
    uint16_t codes[ROW_MAX];
    struct kt_row row = {codes, 0};
    struct kt_match found;
    bool gave_up = false;
    char term[128];
    int used, written;

    for (; sscanf(terms, " %127s%n", term, &used) == 1; terms += used) {
        struct kt_set set = set_of(bench, term);
        codes[row.length++] = kt_family_code(family, set);
    }
    snprintf(out, room, "no");
    if (!kt_template_match(&family->templates[0], &row, at, bench->matcher,
                           &found, &gave_up))
        return;
    written = snprintf(out, room, "%u-%u ", (unsigned)found.whole.first,
                       (unsigned)found.whole.end);
    for (int slot = 0; slot < KT_SLOT_COUNT; slot++)
        if (kt_range_set(found.slots[slot]))
            written += snprintf(out + written, room - (size_t)written,
                                "%s=%u-%u ", kt_slot_name((enum kt_slot)slot),
                                (unsigned)found.slots[slot].first,
                                (unsigned)found.slots[slot].end);
    ck_assert(!gave_up);
}

static const struct {
    const char *match;
    const char *row;
    uint32_t at;
    const char *result;
} cases[] = {
    /* both halves */
    {"QUOTE COMMA? @cue(SAY_BARE) ADVERB* @source(MENTION)",
     "QUOTE COMMA SAY_BARE ADVERB ADVERB MENTION STOP", 2,
     "0-6 cue=2-3 source=5-6 "},
    {"QUOTE COMMA? @cue(SAY_BARE) ADVERB* @source(MENTION)",
     "QUOTE SAY_BARE MENTION", 1, "0-3 cue=1-2 source=2-3 "},
    {"QUOTE COMMA? @cue(SAY_BARE) ADVERB* @source(MENTION)",
     "COMMA SAY_BARE MENTION", 1, "no"},
    {"QUOTE COMMA? @cue(SAY_BARE) ADVERB* @source(MENTION)",
     "QUOTE SAY_BARE COMMA MENTION", 1, "no"},
    /* slots on the left, in reverse */
    {"@source(MENTION) (@time(TIME) | IN @place(PLACE)){0,2} @cue(SAY_ACTIVE)",
     "STOP MENTION TIME IN PLACE SAY_ACTIVE THAT", 5,
     "1-6 cue=5-6 source=1-2 time=2-3 place=4-5 "},
    {"@source(CAPITAL+) @cue(SAY_ACTIVE)", "CAPITAL CAPITAL SAY_ACTIVE", 2,
     "0-3 cue=2-3 source=0-2 "},
    {"@source(CAPITAL+?) @cue(SAY_ACTIVE)", "CAPITAL CAPITAL SAY_ACTIVE", 2,
     "1-3 cue=2-3 source=1-2 "},
    {"@cue(SAY_BARE) CAPITAL++ CAPITAL", "SAY_BARE CAPITAL CAPITAL", 0, "no"},
    {"@cue(SAY_BARE) CAPITAL+ CAPITAL", "SAY_BARE CAPITAL CAPITAL", 0,
     "0-3 cue=0-1 "},
    {"@cue(SAY_BARE) (CAPITAL CAPITAL | CAPITAL){1}+ CAPITAL STOP",
     "SAY_BARE CAPITAL CAPITAL STOP", 0, "no"},
    /* the ends of the row, on both sides */
    {"^ MENTION @cue(SAY_ACTIVE) $", "MENTION SAY_ACTIVE", 1,
     "0-2 cue=1-2 "},
    {"^ MENTION @cue(SAY_ACTIVE) $", "COMMA MENTION SAY_ACTIVE", 2, "no"},
    {"^ MENTION @cue(SAY_ACTIVE) $", "MENTION SAY_ACTIVE COMMA", 1, "no"},
    {"^ @cue(SAY_BARE)", "SAY_BARE SAY_BARE", 0, "0-1 cue=0-1 "},
    {"^ @cue(SAY_BARE)", "SAY_BARE SAY_BARE", 1, "no"},
    /* looking on, and back on the left */
    {"@cue(SAY_BARE) >(MENTION STOP)", "SAY_BARE MENTION STOP", 0,
     "0-1 cue=0-1 "},
    {"@cue(SAY_BARE) >(MENTION STOP)", "SAY_BARE MENTION COMMA", 0, "no"},
    {"@cue(SAY_BARE) !(MENTION)", "SAY_BARE MENTION", 0, "no"},
    {"@cue(SAY_BARE) !(MENTION)", "SAY_BARE", 0, "0-1 cue=0-1 "},
    {"!(NEGATION AUXILIARY) @cue(SAY_ACTIVE)",
     "NEGATION AUXILIARY SAY_ACTIVE", 2, "no"},
    {"!(NEGATION AUXILIARY) @cue(SAY_ACTIVE)",
     "AUXILIARY NEGATION SAY_ACTIVE", 2, "2-3 cue=2-3 "},
    {">(COMMA) MENTION @cue(SAY_ACTIVE)", "COMMA MENTION SAY_ACTIVE", 2,
     "1-3 cue=2-3 "},
    /* terms: and, not, any, several in one */
    {"@cue(SAY_BARE&!SAY_CAREFUL)", "SAY_BARE&SAY_CAREFUL", 0, "no"},
    {"@cue(SAY_BARE & SAY_CAREFUL)", "SAY_BARE&SAY_CAREFUL", 0,
     "0-1 cue=0-1 "},
    {"@cue(SAY_BARE & SAY_CAREFUL)", "SAY_BARE", 0, "no"},
    {"@cue(SAY_BARE) .{2} COMMA", "SAY_BARE STOP MENTION COMMA", 0,
     "0-4 cue=0-1 "},
    {"@cue(SAY_BARE | ACCORDING) (!COMMA | MENTION)+ STOP",
     "ACCORDING CAPITAL LOWER STOP", 0, "0-4 cue=0-1 "},
    {"@cue(SAY_BARE | ACCORDING) (!COMMA | MENTION)+ STOP",
     "ACCORDING CAPITAL COMMA STOP", 0, "no"},
    /* lets */
    {"SUBJECT @cue(SAY_ACTIVE)", "PRONOUN SAY_ACTIVE", 1, "0-2 cue=1-2 "},
    {"@cue(SAY_BARE) @source(PHRASE)", "SAY_BARE CAPITAL PRONOUN", 0,
     "0-3 cue=0-1 source=1-3 "},
    {"@cue(SAY_BARE) CAPITAL&!SUBJECT", "SAY_BARE CAPITAL&MENTION", 0, "no"},
    {"@cue(SAY_BARE) CAPITAL&!SUBJECT", "SAY_BARE CAPITAL&ORG", 0,
     "0-2 cue=0-1 "},
    {"@cue(SAY_BARE) CAPITAL&SUBJECT", "SAY_BARE CAPITAL&PRONOUN", 0,
     "0-2 cue=0-1 "},
    {"@cue(SAY_BARE) CAPITAL&!SUBJECT&!BODY", "SAY_BARE CAPITAL&ORG", 0,
     "no"},
    {"@cue(SAY_BARE) CAPITAL&!SUBJECT&!BODY", "SAY_BARE CAPITAL&PLACE", 0,
     "0-2 cue=0-1 "},
    /* alternatives of one term, before and behind longer ones */
    {"@cue(SAY_BARE) (CAPITAL | LOWER NUMBER | CAPITAL&ORG | LOWER)+ STOP",
     "SAY_BARE CAPITAL&ORG LOWER NUMBER LOWER STOP", 0, "0-6 cue=0-1 "},
    {"@cue(SAY_BARE) (CAPITAL | COMMA) STOP", "SAY_BARE LOWER STOP", 0, "no"},
    /* without a cue: from the first element on */
    {"@time(WEEKDAY (OPEN NUMBER CLOSE)?) DAYPART?",
     "COMMA WEEKDAY OPEN NUMBER CLOSE DAYPART", 1, "1-6 time=1-5 "},
    {"WEEKDAY | NUMBER MONTH", "NUMBER MONTH", 0, "0-2 "},
    {"WEEKDAY? MONTH", "MONTH", 0, "0-1 "},
    /* what cannot be */
    {"@cue(SAY_BARE & !SAY_BARE) | @cue(SAY_BARE)", "SAY_BARE", 0, ""},
    {"@cue(SAY_BARE) (COMMA & !COMMA)? STOP", "SAY_BARE STOP", 0,
     "0-2 cue=0-1 "},
};

START_TEST(one_match)
{
    struct bench bench;
    char result[256];

    load_match(&bench, cases[_i].match);
    if (cases[_i].result[0] == '\0') {
        ck_assert_str_ne(bench.files->faults, "");
    } else {
        ck_assert_str_eq(bench.files->faults, "");
        match(&bench, cases[_i].row, cases[_i].at, result, sizeof result);
        if (strcmp(result, "no") != 0)
            ck_assert_str_eq(result, cases[_i].result);
        else
            ck_assert_msg(strcmp(cases[_i].result, "no") == 0, "%s on %s",
                          cases[_i].match, cases[_i].row);
    }
    free_bench(&bench);
}
END_TEST

START_TEST(what_a_template_tells)
{
    struct bench bench;
    const struct kt_template *one;

    load_match(&bench, "QUOTE COMMA? @cue(SAY_BARE) (MENTION | PRONOUN)");
    one = &kt_templates_family(&bench.templates, "cues")->templates[0];
    ck_assert_str_eq(one->name, "one");
    ck_assert_str_eq(one->file, "cues.templates");
    ck_assert_uint_eq(one->line, 5);
    ck_assert_int_eq(one->weight, 7);
    ck_assert_str_eq(kt_template_value(one, "type"), "direct");
    ck_assert_ptr_null(kt_template_value(one, "kind"));
    ck_assert_uint_eq(one->example_count, 1);
    ck_assert(one->examples[0].wanted);
    ck_assert(kt_set_has(one->anchor, KT_SAY_BARE));
    ck_assert(!kt_set_has(one->anchor, KT_QUOTE));
    ck_assert_ptr_null(kt_templates_family(&bench.templates, "times"));
    free_bench(&bench);
}
END_TEST

static const struct {
    const char *match;
    const char *fault;
} faulty[] = {
    {"QUOTE ( COMMA", "6:15: no ')' for this '('"},
    {"QUOTE COMMA )", "6:21: no '(' for this ')'"},
    {"@sorce(QUOTE)", "6:9: unknown slot 'sorce' [source]"},
    {"QUOET", "6:9: unknown class 'QUOET' [QUOTE]"},
    {"QUOTE ?", "6:15: nothing stands before this to be repeated"},
    {"^* QUOTE", "6:10: what takes no term cannot be repeated"},
    {"QUOTE{5,2}", "6:14: a bound is {M}, {M,} or {M,N} with M <= N <= 300"},
    {"QUOTE{999}", "6:14: a bound is {M}, {M,} or {M,N} with M <= N <= 300"},
    {"QUOTE | | COMMA", "6:17: an empty alternative"},
    {"()", "6:10: an empty alternative"},
    {"QUOTE & ", "6:16: the expression ends where a name should be"},
    {"QUOTE & %", "6:17: this is no class, slot or group"},
    {"@cue QUOTE", "6:13: a '(' should be here"},
    {"QUOTE & PHRASE", "6:9: only a let of exactly one term stands with & "
                       "and !"},
    {"@cue(QUOTE) @cue(COMMA)", "6:21: a second @cue"},
    {"( @cue(QUOTE) COMMA )?",
     "6:9: @cue stands inside a group: make two templates of it"},
    {"QUOTE @cue(COMMA*)",
     "6:15: from here on the template may take no term at all"},
};

START_TEST(one_fault)
{
    struct bench bench;
    char expected[256];

    load_match(&bench, faulty[_i].match);
    snprintf(expected, sizeof expected, "cues.templates:%s\n",
             faulty[_i].fault);
    ck_assert_str_eq(bench.files->faults, expected);
    free_bench(&bench);
}
END_TEST

START_TEST(faults_of_blocks)
{
    struct folder *files = folder_new();
    struct bench bench;

    folder_write(files, "cues.templates",
                 "%kutip templates 1 cues\n"
                 "weight 3\n"
                 "let A = B\nlet B = A\nlet QUOTE = COMMA\nlet A\n"
                 "template\n  match QUOTE\n  match QUOTE\n  yes a\n"
                 "template two words\n  match QUOTE\n  yes a\n"
                 "template x\n  match QUOTE\n"
                 "template x\n  weight 3 kg\n  wieght 3\n  yes a\n  no\n");
    load_bench(&bench, files);
    ck_assert_str_eq(
        files->faults,
        "cues.templates:2:1: 'weight' stands outside of a template\n"
        "cues.templates:5:5: a class has this name\n"
        "cues.templates:6:5: a let is `let NAME = EXPRESSION`\n"
        "cues.templates:7:9: a template without a name\n"
        "cues.templates:9:9: the template has a match already\n"
        "cues.templates:11:10: the name of a template has no blanks\n"
        "cues.templates:17:10: this is no weight (a whole number)\n"
        "cues.templates:18:3: unknown key 'wieght' [weight]\n"
        "cues.templates:20:5: a key without a value\n"
        "cues.templates:4:9: 'A' needs itself\n"
        "cues.templates:14:1: template 'x' has no yes example\n"
        "cues.templates:16:1: template 'x' has no match\n"
        "cues.templates:16:10: a template 'x' is there already\n");
    free_bench(&bench);
}
END_TEST

/* Codes above 255: as many sets as classes have pairs, all told apart. */
START_TEST(many_codes)
{
    struct folder *files = folder_new();
    struct bench bench;
    char text[8192] = "%kutip templates 1 cues\ntemplate one\n  match SAY_BARE";
    const struct kt_family *family;
    uint16_t most = 0;

    for (unsigned class = 0; class < 40; class++) {
        strcat(text, " ");
        strcat(text, kt_class_name(class));
        strcat(text, "?");
    }
    strcat(text, "\n  yes a\n");
    folder_write(files, "cues.templates", text);
    load_bench(&bench, files);
    ck_assert_str_eq(files->faults, "");
    family = kt_templates_family(&bench.templates, "cues");
    for (unsigned a = 0; a < 40; a++)
        for (unsigned b = a + 1; b < 40; b++) {
            struct kt_set set = {{0}};
            uint16_t row[2], code;
            struct kt_row one = {row, 2};
            struct kt_match found;
            bool gave_up = false;
            kt_set_add(&set, KT_SAY_BARE);
            row[0] = kt_family_code(family, set);
            kt_set_remove(&set, KT_SAY_BARE);
            kt_set_add(&set, a);
            kt_set_add(&set, b);
            row[1] = code = kt_family_code(family, set);
            most = code > most ? code : most;
            ck_assert(kt_template_match(&family->templates[0], &one, 0,
                                        bench.matcher, &found, &gave_up));
            ck_assert_uint_eq(found.whole.end, 2);
        }
    ck_assert_uint_gt(most, 300);
    free_bench(&bench);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("templates");

    tcase_add_loop_test(tcase, one_match, 0, sizeof cases / sizeof *cases);
    tcase_add_test(tcase, what_a_template_tells);
    tcase_add_loop_test(tcase, one_fault, 0, sizeof faulty / sizeof *faulty);
    tcase_add_test(tcase, faults_of_blocks);
    tcase_add_test(tcase, many_codes);
    return check_run("templates", tcase, NULL);
}
