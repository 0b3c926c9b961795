/* Time, place, event, addressee and via of an attribution. */
#ifndef KT_CIRCUMSTANCES_H
#define KT_CIRCUMSTANCES_H

#include "doc.h"

void
kt_circumstances_init(struct kt_circumstances *circumstances);

/*
 * Reads the circumstances in terms [first, end) of a row that begins at
 * term `base`. What is set already stays as it is.
 */
void
kt_circumstances_read(struct kt_doc *doc, const struct kt_row *row,
                      uint32_t base, uint32_t first, uint32_t end,
                      struct kt_circumstances *circumstances);

#endif
