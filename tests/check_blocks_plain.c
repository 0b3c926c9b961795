/* Blocks without what the processor offers: the same tests. */
#define PLAIN_BLOCKS
#include "check_blocks.c"
