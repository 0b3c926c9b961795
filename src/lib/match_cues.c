#include "pipeline.h"

kutip_status
kt_match_cues(const struct kt_engine *engine, struct kt_doc *doc)
{
    (void)engine;
    (void)doc;
    return KUTIP_OK;
}
