/* The names of the classes that the machinery knows. */
#include "classes.h"

#include <stddef.h>

static const char *const names[] = {
#define KT_CLASS_TEXT(name) #name,
    KT_CLASSES(KT_CLASS_TEXT)
#undef KT_CLASS_TEXT
};

_Static_assert(KT_CLASS_KNOWN <= KT_CLASS_MAX, "a set holds them all");

const char *
kt_class_name(unsigned class)
{
    return class < KT_CLASS_KNOWN ? names[class] : NULL;
}
