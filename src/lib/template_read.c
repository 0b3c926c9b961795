/*
 * The blocks of a templates file.
 * In: lines. Out: drafts of templates and lets, sorted into families; what
 * the names in their expressions stand for.
 *
 *     let SUBJECT = MENTION | PRONOUN
 *     template direct-after
 *       match  QUOTE COMMA? @cue(SAY_BARE) @source(SUBJECT)
 *       weight 90
 *       yes    "Kami siap," kata Budi Santoso.
 */
#include <stdlib.h>
#include <string.h>

#include "template_tree.h"

/* One line, cut into its first word and the rest. */
struct key_line {
    const struct kt_pattern_file *file;
    const struct kt_line *line;
    const char *key;
    const char *value; /* terminated, as the line is */
    uint32_t value_at;
};

static struct kt_family_draft *
find_family(struct kt_template_reader *reader, const char *name)
{
    struct kt_family_draft *family;

    for (uint32_t i = 0; i < reader->families.count; i++)
        if (strcmp(reader->families.items[i].name, name) == 0)
            return &reader->families.items[i];
    family = kt_list_push(reader->scratch, &reader->families);
    if (family == NULL)
        kt_faults_no_memory(reader->faults);
    else
        family->name = name;
    return family;
}

static bool
cut_line(struct kt_template_reader *reader, struct key_line *cut)
{
    size_t at = 0, start, length, next;

    kt_line_word(cut->line->text, &at, &start, &length);
    cut->key = kt_arena_copy(reader->arena, cut->line->text + start, length);
    if (cut->key == NULL)
        return kt_faults_no_memory(reader->faults);
    next = at;
    if (kt_line_word(cut->line->text, &next, &start, &length))
        cut->value_at = (uint32_t)start;
    else
        cut->value_at = cut->line->length;
    cut->value = cut->line->text + cut->value_at;
    return true;
}

static void
fault_at_value(struct kt_template_reader *reader, const struct key_line *cut,
               const char *message)
{
    kt_fault(reader->faults, cut->file, cut->line, cut->value_at, NULL, "%s",
             message);
}

/* -------------------------------------------------------------------- lets */

/* `NAME = EXPRESSION` behind `let`. */
static bool
read_let(struct kt_template_reader *reader, struct kt_family_draft *family,
         const struct key_line *cut)
{
    size_t at = 0, start, length, equals, equals_length;
    struct kt_let *let;
    const char *name;

    if (!kt_line_word(cut->value, &at, &start, &length) ||
        !kt_line_word(cut->value, &at, &equals, &equals_length) ||
        equals_length != 1 || cut->value[equals] != '=') {
        fault_at_value(reader, cut, "a let is `let NAME = EXPRESSION`");
        return true;
    }
    name = kt_arena_copy(reader->scratch, cut->value, length);
    let = kt_list_push(reader->scratch, &family->lets);
    if (name == NULL || let == NULL)
        return kt_faults_no_memory(reader->faults);
    for (struct kt_let *other = family->lets.items; other < let; other++)
        if (strcmp(other->name, name) == 0)
            fault_at_value(reader, cut, "a let of this name is there already");
    if (kt_lexicon_class(reader->lexicon, name) >= 0)
        fault_at_value(reader, cut, "a class has this name");
    let->name = name;
    let->place = (struct kt_place){cut->file, cut->line,
                                   cut->value_at + (uint32_t)at};
    let->tree = kt_tree_parse(&let->place, reader->scratch, reader->faults);
    return !reader->faults->fatal;
}

/* --------------------------------------------------------------- templates */

static bool
read_template(struct kt_template_reader *reader,
              struct kt_family_draft *family, const struct key_line *cut)
{
    struct kt_draft *draft = kt_list_push(reader->scratch, &family->drafts);

    if (draft == NULL)
        return kt_faults_no_memory(reader->faults);
    draft->line = cut->line;
    draft->made = (struct kt_template){.name = cut->value,
                                       .file = cut->file->name,
                                       .line = cut->line->number,
                                       .source = cut->file};
    if (cut->value[0] == '\0')
        fault_at_value(reader, cut, "a template without a name");
    else if (family->drafts.count > KT_FAMILY_TEMPLATES_MAX)
        fault_at_value(reader, cut, "more than 256 templates in a family");
    else if (strpbrk(cut->value, " \t") != NULL)
        fault_at_value(reader, cut, "the name of a template has no blanks");
    return true;
}

static bool
read_match(struct kt_template_reader *reader, struct kt_draft *draft,
           const struct key_line *cut)
{
    if (draft->place.line != NULL) {
        fault_at_value(reader, cut, "the template has a match already");
        return true;
    }
    draft->place = (struct kt_place){cut->file, cut->line, cut->value_at};
    draft->tree =
        kt_tree_parse(&draft->place, reader->scratch, reader->faults);
    return !reader->faults->fatal;
}

/* Weights lie between -WEIGHT_MAX and WEIGHT_MAX. */
enum { WEIGHT_MAX = 10000 };

static bool
read_weight(struct kt_template_reader *reader, struct kt_draft *draft,
            const struct key_line *cut)
{
    char *end;
    long weight = strtol(cut->value, &end, 10);

    if (*end != '\0' || weight < -WEIGHT_MAX || weight > WEIGHT_MAX)
        fault_at_value(reader, cut, "this is no weight (a whole number)");
    else if (draft->weighed)
        fault_at_value(reader, cut, "the template has a weight already");
    draft->weighed = true;
    draft->made.weight = (int)weight;
    return true;
}

static bool
read_example(struct kt_template_reader *reader, struct kt_draft *draft,
             const struct key_line *cut)
{
    struct kt_example *example =
        kt_list_push(reader->scratch, &draft->examples);

    if (example == NULL)
        return kt_faults_no_memory(reader->faults);
    *example = (struct kt_example){.text = cut->value,
                                   .wanted = cut->key[0] == 'y',
                                   .line = cut->line};
    return true;
}

static const struct key {
    const char *name;
    bool (*read)(struct kt_template_reader *reader, struct kt_draft *draft,
                 const struct key_line *cut);
} keys[] = {{"match", read_match},
            {"weight", read_weight},
            {"yes", read_example},
            {"no", read_example}};

enum { KEY_COUNT = sizeof keys / sizeof *keys };

/* Other keys are the stages' own; a slip of the pen is not. */
static bool
read_other_key(struct kt_template_reader *reader, struct kt_draft *draft,
               const struct key_line *cut)
{
    const char *names[KEY_COUNT], *nearest;
    struct kt_template_key *key;

    for (int i = 0; i < KEY_COUNT; i++)
        names[i] = keys[i].name;
    nearest = strlen(cut->key) > 3 ? kt_nearest_name(cut->key, names, 2)
                                   : NULL;
    if (nearest != NULL) {
        kt_fault(reader->faults, cut->file, cut->line, 0, nearest,
                 "unknown key '%s'", cut->key);
        return true;
    }
    key = kt_list_push(reader->scratch, &draft->keys);
    if (key == NULL)
        return kt_faults_no_memory(reader->faults);
    *key = (struct kt_template_key){cut->key, cut->value};
    return true;
}

static bool
read_key(struct kt_template_reader *reader, struct kt_draft *draft,
         const struct key_line *cut)
{
    if (cut->value[0] == '\0') {
        fault_at_value(reader, cut, "a key without a value");
        return true;
    }
    for (int i = 0; i < KEY_COUNT; i++)
        if (strcmp(keys[i].name, cut->key) == 0)
            return keys[i].read(reader, draft, cut);
    return read_other_key(reader, draft, cut);
}

/* --------------------------------------------------------------- the file */

static bool
read_line(struct kt_template_reader *reader, struct kt_family_draft *family,
          const struct key_line *cut, bool *in_block)
{
    if (strcmp(cut->key, "let") == 0) {
        *in_block = false;
        return read_let(reader, family, cut);
    }
    if (strcmp(cut->key, "template") == 0) {
        *in_block = true;
        return read_template(reader, family, cut);
    }
    if (*in_block)
        return read_key(reader,
                        &family->drafts.items[family->drafts.count - 1], cut);
    kt_fault(reader->faults, cut->file, cut->line, 0, NULL,
             "'%s' stands outside of a template", cut->key);
    return true;
}

bool
kt_template_read_file(struct kt_template_reader *reader,
                      const struct kt_pattern_file *file)
{
    struct key_line cut = {.file = file};
    struct kt_family_draft *family;
    bool in_block = false;

    if (file->argument_count != 1) {
        kt_fault(reader->faults, file, &file->header, file->header.length,
                 NULL, "the header is `%%kutip templates 1 FAMILY`");
        return true;
    }
    family = find_family(reader, file->arguments[0]);
    if (family == NULL)
        return false;
    for (uint32_t i = 0; i < file->line_count; i++) {
        cut.line = &file->lines[i];
        if (!cut_line(reader, &cut) ||
            !read_line(reader, family, &cut, &in_block))
            return false;
    }
    return true;
}
