/*
 * Patterns over 16-bit codes.
 * In: a PCRE2 pattern of code units, a row of codes. Out: whether it
 * matches at a place, and its groups. The only file that knows PCRE2: its
 * 16-bit library without UTF, so that a code is any number from 0 to 65535.
 *
 *     \x{3}\x{7}?(\x{12}) matches the row 3 12 with group 1 = [1, 2)
 */
#define PCRE2_CODE_UNIT_WIDTH 16
#include <pcre2.h>

#include "regex.h"

#include <stdatomic.h>
#include <string.h>

/*
 * Limits of one match. Rows have at most 300 terms and templates are
 * anchored: what needs more steps than this runs away.
 */
enum {
    MATCH_LIMIT = 4000,
    DEPTH_LIMIT = 2000,
    GROUPS_MAX = 32,
    STACK_START = 32 << 10,
    STACK_MAX = 256 << 10,
    RESERVE = 256 << 10
};

struct kt_regex_context {
    struct kutip_allocator allocator;
    pcre2_general_context *general;
    pcre2_match_context *match;
    bool jit;
};

/* A pattern compiled. PCRE2 takes its memory through it, and gives it back
 * so: it lives as long as the code. */
struct program {
    struct kutip_allocator allocator;
    char *reserve; /* NULL but while the JIT compiler runs, see jit() */
    size_t used;   /* bytes of it */
    pcre2_code *code;
    bool jit;
};

/* The program is published by the thread that is the first to make it; who
 * comes second throws its own away. So nobody ever waits. */
struct kt_regex {
    const struct kt_regex_context *context;
    const uint16_t *pattern;
    size_t length;
    _Atomic(struct program *) program; /* NULL: not matched yet */
};

struct kt_match_data {
    struct kutip_allocator allocator;
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack; /* NULL without JIT */
    uint32_t groups;        /* of the last match, with group 0 */
};

/* ------------------------------------------------------------ the context */

static void *
allocate(const struct kt_regex_context *context, size_t size)
{
    return context->allocator.allocate(context->allocator.context, size);
}

static void
release(const struct kt_regex_context *context, void *block)
{
    if (block != NULL)
        context->allocator.release(context->allocator.context, block);
}

/* PCRE2's allocator for what belongs to no pattern; data is the context. */
static void *
take(PCRE2_SIZE size, void *data)
{
    return allocate(data, size);
}

static void
give_back(void *block, void *data)
{
    release(data, block);
}

struct kt_regex_context *
kt_regex_context_new(const struct kutip_allocator *allocator, bool jit)
{
    struct kt_regex_context *context =
        allocator->allocate(allocator->context, sizeof *context);

    if (context == NULL)
        return NULL;
    *context = (struct kt_regex_context){.allocator = *allocator, .jit = jit};
    context->general = pcre2_general_context_create(take, give_back, context);
    if (context->general != NULL)
        context->match = pcre2_match_context_create(context->general);
    if (context->match == NULL) {
        kt_regex_context_free(context);
        return NULL;
    }
    pcre2_set_match_limit(context->match, MATCH_LIMIT);
    pcre2_set_depth_limit(context->match, DEPTH_LIMIT);
    return context;
}

void
kt_regex_context_free(struct kt_regex_context *context)
{
    if (context == NULL)
        return;
    pcre2_match_context_free(context->match);
    pcre2_general_context_free(context->general);
    struct kutip_allocator allocator = context->allocator;
    allocator.release(allocator.context, context);
}

/* ------------------------------------------------------------- a program */

static void *
take_reserve(struct program *program, size_t size)
{
    size_t rounded = (size + 15) & ~(size_t)15;

    if (program->reserve == NULL || rounded > RESERVE - program->used)
        return NULL;
    program->used += rounded;
    return program->reserve + program->used - rounded;
}

/* PCRE2's allocator for a program; data is the program. */
static void *
take_for_program(PCRE2_SIZE size, void *data)
{
    struct program *program = data;
    const struct kutip_allocator *allocator = &program->allocator;
    void *block = allocator->allocate(allocator->context, size);

    return block != NULL ? block : take_reserve(program, size);
}

static void
give_back_of_program(void *block, void *data)
{
    const struct program *program = data;
    const char *reserve = program->reserve;

    if (reserve == NULL || (char *)block < reserve ||
        (char *)block >= reserve + RESERVE)
        program->allocator.release(program->allocator.context, block);
}

/* PCRE2's message in plain characters. */
static void
tell(int code, char *message, size_t room)
{
    PCRE2_UCHAR wide[128];
    size_t i = 0;

    if (room == 0)
        return;
    if (pcre2_get_error_message(code, wide, 128) > 0)
        for (; i + 1 < room && i < 127 && wide[i] != 0; i++)
            message[i] = (char)wide[i];
    message[i] = '\0';
}

static void
free_program(struct program *program)
{
    if (program == NULL)
        return;
    pcre2_code_free(program->code);
    struct kutip_allocator allocator = program->allocator;
    allocator.release(allocator.context, program);
}

static void
compile(struct program *program, const struct kt_regex *regex,
        pcre2_compile_context *context, char *message, size_t room,
        size_t *at)
{
    uint32_t options = PCRE2_ANCHORED | PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY |
                       PCRE2_NO_START_OPTIMIZE | PCRE2_NEVER_BACKSLASH_C;
    int code;
    PCRE2_SIZE offset;

    program->code = pcre2_compile(regex->pattern, regex->length, options,
                                  &code, &offset, context);
    if (program->code == NULL && code != PCRE2_ERROR_HEAP_FAILED) {
        tell(code, message, room);
        *at = offset;
    }
}

/*
 * PCRE2's JIT compiler (10.42) goes on with a NULL when memory is refused to
 * it. So it gets from a reserve what it is refused, and its work is thrown
 * away. False: out of memory.
 */
static bool
compile_jit(struct program *program)
{
    const struct kutip_allocator *allocator = &program->allocator;

    program->reserve = allocator->allocate(allocator->context, RESERVE);
    if (program->reserve == NULL)
        return false;
    program->jit = pcre2_jit_compile(program->code, PCRE2_JIT_COMPLETE) == 0;
    bool enough = program->used == 0;
    if (!enough) {
        pcre2_code_free(program->code);
        program->code = NULL;
    }
    allocator->release(allocator->context, program->reserve);
    program->reserve = NULL;
    return enough;
}

/* NULL: as kt_regex_compile() tells it. */
static struct program *
new_program(const struct kt_regex *regex, char *message, size_t room,
            size_t *at)
{
    const struct kt_regex_context *context = regex->context;
    struct program *program = allocate(context, sizeof *program);
    pcre2_general_context *general;
    pcre2_compile_context *compiling = NULL;

    if (program == NULL)
        return NULL;
    *program = (struct program){.allocator = context->allocator};
    general = pcre2_general_context_create(take_for_program,
                                           give_back_of_program, program);
    if (general != NULL)
        compiling = pcre2_compile_context_create(general);
    if (compiling != NULL)
        compile(program, regex, compiling, message, room, at);
    pcre2_compile_context_free(compiling);
    pcre2_general_context_free(general);
    if (program->code == NULL || (context->jit && !compile_jit(program))) {
        free_program(program);
        return NULL;
    }
    return program;
}

/* ------------------------------------------------------------- a pattern */

struct kt_regex *
kt_regex_new(const struct kt_regex_context *context, const uint16_t *pattern,
             size_t length)
{
    struct kt_regex *regex = allocate(context, sizeof *regex);

    if (regex == NULL)
        return NULL;
    regex->context = context;
    regex->pattern = pattern;
    regex->length = length;
    atomic_init(&regex->program, NULL);
    return regex;
}

/* The program, made when there is none yet. NULL: it could not be. */
static const struct program *
program_of(struct kt_regex *regex, char *message, size_t room, size_t *at)
{
    struct program *program =
        atomic_load_explicit(&regex->program, memory_order_acquire);
    struct program *made;

    if (program != NULL)
        return program;
    made = new_program(regex, message, room, at);
    if (made == NULL || atomic_compare_exchange_strong_explicit(
                            &regex->program, &program, made,
                            memory_order_acq_rel, memory_order_acquire))
        return made;
    free_program(made);
    return program;
}

bool
kt_regex_compile(struct kt_regex *regex, char *message, size_t room,
                 size_t *at)
{
    if (room > 0)
        message[0] = '\0';
    return program_of(regex, message, room, at) != NULL;
}

void
kt_regex_free(struct kt_regex *regex)
{
    if (regex == NULL)
        return;
    free_program(atomic_load_explicit(&regex->program, memory_order_acquire));
    release(regex->context, regex);
}

/* --------------------------------------------------------------- matching */

struct kt_match_data *
kt_match_data_new(const struct kt_regex_context *context)
{
    const struct kutip_allocator *allocator = &context->allocator;
    struct kt_match_data *data =
        allocator->allocate(allocator->context, sizeof *data);

    if (data == NULL)
        return NULL;
    *data = (struct kt_match_data){.allocator = *allocator};
    data->data = pcre2_match_data_create(GROUPS_MAX, context->general);
    data->context = pcre2_match_context_copy(context->match);
    if (context->jit && data->context != NULL) {
        data->stack = pcre2_jit_stack_create(STACK_START, STACK_MAX,
                                             context->general);
        if (data->stack != NULL)
            pcre2_jit_stack_assign(data->context, NULL, data->stack);
    }
    if (data->data == NULL || data->context == NULL ||
        (context->jit && data->stack == NULL)) {
        kt_match_data_free(data);
        return NULL;
    }
    return data;
}

void
kt_match_data_free(struct kt_match_data *data)
{
    if (data == NULL)
        return;
    pcre2_match_data_free(data->data);
    pcre2_match_context_free(data->context);
    pcre2_jit_stack_free(data->stack);
    struct kutip_allocator allocator = data->allocator;
    allocator.release(allocator.context, data);
}

/* A pattern that is matched is sound, or was compiled before: what cannot be
 * compiled now lacks memory. */
enum kt_regex_result
kt_regex_match(struct kt_regex *regex, const uint16_t *subject,
               size_t length, size_t at, struct kt_match_data *data)
{
    const struct program *program = program_of(regex, NULL, 0, &(size_t){0});
    int groups;

    data->groups = 0;
    if (program == NULL)
        return KT_REGEX_NO_MEMORY;
    groups = program->jit
                 ? pcre2_jit_match(program->code, subject, length, at, 0,
                                   data->data, data->context)
                 : pcre2_match(program->code, subject, length, at, 0,
                               data->data, data->context);
    data->groups = groups > 0 ? (uint32_t)groups : 0;
    if (groups > 0)
        return KT_REGEX_YES;
    if (groups == PCRE2_ERROR_NOMATCH)
        return KT_REGEX_NO;
    return groups == PCRE2_ERROR_NOMEMORY ? KT_REGEX_NO_MEMORY
                                          : KT_REGEX_LIMIT;
}

bool
kt_regex_group(const struct kt_match_data *data, uint32_t group,
               size_t *start, size_t *end)
{
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data->data);

    if (group >= data->groups || ends[2 * group] == PCRE2_UNSET)
        return false;
    *start = ends[2 * group];
    *end = ends[2 * group + 1];
    return true;
}

void
kt_regex_version(char *version, size_t size)
{
    PCRE2_UCHAR text[64] = {0}; /* "10.42 2022-12-11" */
    size_t at = 0;

    pcre2_config(PCRE2_CONFIG_VERSION, text);
    for (; at + 1 < size && text[at] != 0 && text[at] != ' '; at++)
        version[at] = (char)text[at];
    version[at] = '\0';
}
