/* What --dump shows of the items of each stage. */
#ifndef KT_DESCRIBE_H
#define KT_DESCRIBE_H

#include "doc.h"

#define KT_DESCRIBE(list)                                                     \
    void kt_describe_##list(const struct kt_doc *doc, uint32_t i,             \
                            struct kutip_item *item)

KT_DESCRIBE(paragraphs);
KT_DESCRIBE(tokens);
KT_DESCRIBE(quotes);
KT_DESCRIBE(sentences);
KT_DESCRIBE(terms);
KT_DESCRIBE(mentions);
KT_DESCRIBE(cues);
KT_DESCRIBE(speakers);
KT_DESCRIBE(records);

#endif
