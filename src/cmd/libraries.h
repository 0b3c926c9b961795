/*
 * The libraries that this build of the command reads inputs with: name and
 * version, or NULL where it was built without.
 */
#ifndef KUTIP_CMD_LIBRARIES_H
#define KUTIP_CMD_LIBRARIES_H

const char *
json_library(void);

const char *
archive_library(void);

const char *
page_library(void);

#endif
