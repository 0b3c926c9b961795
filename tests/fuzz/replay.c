/*
 * The main() of a fuzz target that is built without a fuzzer: runs it over
 * each file given, whole and cut off after every 61 bytes, so that words,
 * quotations and characters end in the middle.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { CUT = 61, LARGEST = 1 << 24 };

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The bytes of the file in a block of just their size, so that a sanitizer
 * sees a step beyond them. */
static void
run_start(const uint8_t *data, size_t size)
{
    uint8_t *copy = malloc(size != 0 ? size : 1);
    if (copy == NULL)
        abort();
    for (size_t i = 0; i < size; i++)
        copy[i] = data[i];
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

static int
run_file(const char *name, uint8_t *buffer)
{
    FILE *file = fopen(name, "rb");
    if (file == NULL) {
        perror(name);
        return 1;
    }
    size_t size = fread(buffer, 1, LARGEST, file);
    fclose(file);
    for (size_t end = 0; end < size; end += CUT)
        run_start(buffer, end);
    run_start(buffer, size);
    return 0;
}

int
main(int argc, char **argv)
{
    uint8_t *buffer = malloc(LARGEST);
    int failed = buffer == NULL;
    for (int i = 1; i < argc && !failed; i++)
        failed = run_file(argv[i], buffer);
    free(buffer);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
