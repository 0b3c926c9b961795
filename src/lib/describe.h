/* What --dump shows of the items of stages 3 and 5 to 9. */
#ifndef KT_DESCRIBE_H
#define KT_DESCRIBE_H

#include "doc.h"

#define KT_DESCRIBE(list)                                                     \
    void kt_describe_##list(const struct kt_doc *doc, uint32_t i,             \
                            struct kutip_item *item)

KT_DESCRIBE(quotes);
KT_DESCRIBE(terms);
KT_DESCRIBE(mentions);
KT_DESCRIBE(cues);
KT_DESCRIBE(speakers);
KT_DESCRIBE(records);

#endif
