/* Small patterns as steps; see steps.h. */
#include "steps.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const classes[STEPS_LETTERS] = {"ROLE", "RANK", "ORG",
                                                   "PLACE", "TIME"};
static const enum kt_slot slots[] = {KT_SLOT_SOURCE, KT_SLOT_NAME};

/* Writes a pattern with the names that templates have. */
static char *
write_pattern(char *to, const char *pattern)
{
    for (; *pattern != '\0'; pattern++)
        if (*pattern >= 'a' && *pattern < 'a' + STEPS_LETTERS)
            to += sprintf(to, "%s", classes[*pattern - 'a']);
        else if ((*pattern == '1' || *pattern == '2') && pattern[1] == '(')
            to += sprintf(to, "@%s", kt_slot_name(slots[*pattern - '1']));
        else
            *to++ = *pattern;
    *to = '\0';
    return to;
}

static void
read_patterns(struct steps *steps, const char *const *patterns, uint32_t count)
{
    size_t size = 64;
    char *text, *to;

    for (uint32_t i = 0; i < count; i++)
        size += 64 + 8 * strlen(patterns[i]);
    text = malloc(size);
    ck_assert_ptr_nonnull(text);
    to = text + sprintf(text, "%%kutip templates 1 cues\n");
    for (uint32_t i = 0; i < count; i++) {
        to += sprintf(to, "template t%u\n  match ", (unsigned)i);
        to = write_pattern(to, patterns[i]);
        to += sprintf(to, "\n  yes Ya.\n");
    }
    steps->reader = bench_reader(&steps->bench);
    ck_assert(kt_template_read_file(
        &steps->reader, bench_file(&steps->bench, "a.templates", text)));
    kt_template_resolve(&steps->reader);
    free(text);
}

static void
give_codes(struct steps *steps, uint32_t count)
{
    struct kt_foreseen foreseen = {.sets = {NULL, 0, 0}};
    struct bench *bench = &steps->bench;
    struct kt_set sets[STEPS_LETTERS];

    for (uint32_t i = 0; i < count; i++) {
        struct kt_draft *draft =
            &steps->reader.families.items[0].drafts.items[i];
        if (draft->tree != NULL)
            ck_assert(kt_codes_mark(&steps->codes, draft->tree, &draft->place,
                                    &bench->arena, &bench->faults));
        steps->trees[i] = draft->tree;
    }
    for (int i = 0; i < STEPS_LETTERS; i++) {
        int class = kt_lexicon_class(&bench->lexicon, classes[i]);
        sets[i] = (struct kt_set){{0}};
        kt_set_add(&sets[i], (unsigned)class);
        *(struct kt_set *)kt_list_push(&bench->scratch, &foreseen.sets) =
            sets[i];
    }
    ck_assert(kt_codes_assign(&steps->codes, &foreseen, &bench->arena,
                              &bench->scratch));
    for (int i = 0; i < STEPS_LETTERS; i++)
        steps->letters[i] = kt_codes_of(&steps->codes, sets[i]);
}

static void
add_pattern(struct steps *steps, uint32_t pattern)
{
    struct kt_tree *tree =
        steps->reader.families.items[0].drafts.items[pattern].tree;

    for (int i = 0; i < 2 && tree != NULL; i++)
        ck_assert_int_ne(kt_program_add(&steps->programs[i], pattern, tree,
                                        tree, &steps->bench.arena,
                                        &steps->bench.scratch),
                         KT_PROGRAM_NO_MEMORY);
}

void
steps_open(struct steps *steps, const char *const *patterns, uint32_t count)
{
    memset(steps, 0, sizeof *steps);
    bench_open(&steps->bench);
    read_patterns(steps, patterns, count);
    give_codes(steps, count);
    for (int i = 0; i < 2; i++)
        ck_assert(kt_program_init(&steps->programs[i], &steps->codes, i == 1,
                                  &steps->bench.arena,
                                  &steps->bench.scratch));
    for (uint32_t i = 0; i < count; i++)
        add_pattern(steps, i);
    for (int i = 0; i < 2; i++)
        ck_assert(kt_program_end(&steps->programs[i], &steps->bench.arena));
    steps->matcher = kt_matcher_new(&steps->bench.memory.allocator);
    ck_assert_ptr_nonnull(steps->matcher);
}

void
steps_close(struct steps *steps)
{
    kt_matcher_free(steps->matcher);
    bench_close(&steps->bench);
}

uint32_t
steps_row(const struct steps *steps, const char *row, uint16_t *codes)
{
    uint32_t length = 0;

    for (; row[length] != '\0'; length++) {
        ck_assert_uint_lt(length, STEPS_ROW_MAX);
        codes[length] = steps->letters[row[length] - 'a'];
    }
    return length;
}

const char *
steps_match(struct steps *steps, bool reversed, uint32_t pattern,
            const char *row, uint32_t at)
{
    static char result[64];
    uint16_t codes[STEPS_ROW_MAX];
    uint32_t length = steps_row(steps, row, codes), end, from, to;
    struct kt_path path = {codes + at, 1, length - at, at == 0};
    enum kt_matched matched = kt_matcher_run(
        steps->matcher, &steps->programs[reversed], pattern, &path, &end);
    int used;

    if (matched != KT_MATCHED_YES)
        return matched == KT_MATCHED_NO ? "no" : "limit";
    used = sprintf(result, "%u", (unsigned)(at + end));
    for (int i = 0; i < 2; i++)
        if (kt_matcher_slot(steps->matcher, slots[i], &from, &to))
            used += sprintf(result + used, " %d=%u-%u", i + 1,
                            (unsigned)(at + from), (unsigned)(at + to));
    return result;
}
