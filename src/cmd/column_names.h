/*
 * By which names the fields of JSON and the columns of tables are found
 * when no option names them: those that crawlers, feeds, data sets and
 * spreadsheets of Indonesian news have. These are words of data formats,
 * not of the language that is read. The first that is there counts; capitals
 * do not matter, and a dot leads into an object.
 */
#ifndef KUTIP_CMD_COLUMN_NAMES_H
#define KUTIP_CMD_COLUMN_NAMES_H

#include "document.h"

#define COLUMN_NAMES_MOST 16

static const char *const column_names[PART_COUNT][COLUMN_NAMES_MOST] = {
    [PART_TEXT] = {"text", "content", "body", "articleBody", "article_text",
                   "article", "full_text", "isi", "isi_berita", "konten",
                   "artikel", "teks", "paragraphs", "berita"},
    [PART_ID] = {"id", "doc", "doc_id", "article_id", "_id", "guid", "uuid",
                 "filename", "id_berita", "id_artikel"},
    [PART_TITLE] = {"title", "headline", "judul", "judul_berita"},
    [PART_OUTLET] = {"outlet", "media", "publisher", "publisher.name",
                     "source", "source.name", "site", "site_name", "sumber",
                     "situs", "portal"},
    [PART_PUBLISHED] = {"published", "date", "published_at", "publishedAt",
                        "publish_date", "published_date", "datePublished",
                        "date_published", "pub_date", "pubDate", "tanggal",
                        "tanggal_terbit", "waktu", "timestamp", "time"},
    [PART_URL] = {"url", "link", "permalink", "source_url", "tautan"},
};

#endif
