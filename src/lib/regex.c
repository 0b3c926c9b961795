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

/* Memory for when memory is refused; see compile_jit(). */
struct reserve {
    char *block; /* NULL but while the JIT compiler runs */
    size_t used;
};

struct kt_regex_context {
    struct kutip_allocator allocator;
    struct reserve *reserve; /* on its own: a context is const to users */
    pcre2_general_context *general;
    pcre2_compile_context *compile;
    pcre2_match_context *match;
    bool jit;
};

struct kt_regex {
    struct kutip_allocator allocator;
    pcre2_code *code;
    bool jit;
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

static void *
take_reserve(struct reserve *reserve, size_t size)
{
    size_t rounded = (size + 15) & ~(size_t)15;

    if (reserve->block == NULL || rounded > RESERVE - reserve->used)
        return NULL;
    reserve->used += rounded;
    return reserve->block + reserve->used - rounded;
}

/* PCRE2's allocator; data is the context. */
static void *
take(PCRE2_SIZE size, void *data)
{
    const struct kt_regex_context *context = data;
    void *block = allocate(context, size);

    return block != NULL ? block : take_reserve(context->reserve, size);
}

static void
give_back(void *block, void *data)
{
    const struct kt_regex_context *context = data;
    const char *reserve = context->reserve->block;

    if (reserve == NULL || (char *)block < reserve ||
        (char *)block >= reserve + RESERVE)
        release(context, block);
}

struct kt_regex_context *
kt_regex_context_new(const struct kutip_allocator *allocator, bool jit)
{
    struct kt_regex_context *context =
        allocator->allocate(allocator->context, sizeof *context);

    if (context == NULL)
        return NULL;
    *context = (struct kt_regex_context){.allocator = *allocator, .jit = jit};
    context->reserve = allocate(context, sizeof *context->reserve);
    if (context->reserve != NULL) {
        *context->reserve = (struct reserve){NULL, 0};
        context->general =
            pcre2_general_context_create(take, give_back, context);
    }
    if (context->general != NULL) {
        context->compile = pcre2_compile_context_create(context->general);
        context->match = pcre2_match_context_create(context->general);
    }
    if (context->compile == NULL || context->match == NULL) {
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
    pcre2_compile_context_free(context->compile);
    pcre2_general_context_free(context->general);
    release(context, context->reserve);
    struct kutip_allocator allocator = context->allocator;
    allocator.release(allocator.context, context);
}

/* ------------------------------------------------------------- a pattern */

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

static pcre2_code *
compile(const struct kt_regex_context *context, const uint16_t *pattern,
        size_t length, char *message, size_t room, size_t *at)
{
    uint32_t options = PCRE2_ANCHORED | PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY |
                       PCRE2_NO_START_OPTIMIZE | PCRE2_NEVER_BACKSLASH_C;
    int code;
    PCRE2_SIZE offset;
    pcre2_code *compiled = pcre2_compile(pattern, length, options, &code,
                                         &offset, context->compile);

    if (room > 0)
        message[0] = '\0';
    if (compiled == NULL && code != PCRE2_ERROR_HEAP_FAILED) {
        tell(code, message, room);
        *at = offset;
    }
    return compiled;
}

/*
 * PCRE2's JIT compiler (10.42) goes on with a NULL when memory is refused to
 * it. So it gets from a reserve what it is refused, and its work is thrown
 * away. False: out of memory, and the code is freed.
 */
static bool
compile_jit(const struct kt_regex_context *context, struct kt_regex *regex)
{
    struct reserve *reserve = context->reserve;
    bool enough = false;

    *reserve = (struct reserve){allocate(context, RESERVE), 0};
    if (reserve->block != NULL) {
        int code = pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE);
        regex->jit = code == 0;
        enough = reserve->used == 0;
    }
    if (!enough)
        pcre2_code_free(regex->code);
    release(context, reserve->block);
    reserve->block = NULL;
    return enough;
}

struct kt_regex *
kt_regex_new(const struct kt_regex_context *context, const uint16_t *pattern,
             size_t length, char *message, size_t room, size_t *at)
{
    pcre2_code *code =
        compile(context, pattern, length, message, room, at);
    struct kt_regex *regex;

    if (code == NULL)
        return NULL;
    regex = allocate(context, sizeof *regex);
    if (regex == NULL) {
        pcre2_code_free(code);
        return NULL;
    }
    *regex = (struct kt_regex){context->allocator, code, false};
    if (context->jit && !compile_jit(context, regex)) {
        release(context, regex);
        return NULL;
    }
    return regex;
}

void
kt_regex_free(struct kt_regex *regex)
{
    if (regex == NULL)
        return;
    pcre2_code_free(regex->code);
    struct kutip_allocator allocator = regex->allocator;
    allocator.release(allocator.context, regex);
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

enum kt_regex_result
kt_regex_match(const struct kt_regex *regex, const uint16_t *subject,
               size_t length, size_t at, struct kt_match_data *data)
{
    int groups =
        regex->jit
            ? pcre2_jit_match(regex->code, subject, length, at, 0, data->data,
                              data->context)
            : pcre2_match(regex->code, subject, length, at, 0, data->data,
                          data->context);

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
