/*
 * Stage 3: what stands in quotation marks. Each case is a text and its
 * quotations in order, one a line: signs, then the words inside the marks.
 *
 *     >  nested in another     ?  a mark is missing, its place was guessed
 *     =  a title               &  goes on with the one before
 */
#include <string.h>

#include "cases.h"

static void
show(FILE *stream, const kutip_doc *doc)
{
    for (uint32_t i = 0; i < doc->quotes.count; i++) {
        const struct kt_quote *quote = &doc->quotes.items[i];
        fprintf(stream, "%s%s%s%s%s%.*s", i > 0 ? "\n" : "",
                quote->parent != KT_NONE ? ">" : "",
                quote->repaired ? "?" : "", quote->title ? "=" : "",
                quote->carries_on != KT_NONE ? "&" : "",
                (int)(quote->inner_end - quote->inner_start),
                doc->text + quote->inner_start);
    }
}

/* clang-format off */

/* Every style of marks, and mixtures of them. */
CASES(styles, show,
    {"\"Kami siap,\" kata Rini Astuti.", "Kami siap,"},
    {"“Kami siap,” kata Rini Astuti.", "Kami siap,"},
    {"Ia lega. ”Kami siap,” kata Rini Astuti.", "Kami siap,"},
    {"„Kami siap“, kata Rini Astuti.", "Kami siap"},
    {"«Kami siap,» kata Rini Astuti.", "Kami siap,"},
    {"''Kami siap,'' kata Rini Astuti.", "Kami siap,"},
    {"``Kami siap,'' kata Rini Astuti.", "Kami siap,"},
    {"'Kami siap,' kata Rini Astuti.", "Kami siap,"},
    {"‘Kami siap,’ kata Rini Astuti.", "Kami siap,"},
    {"\"Kami siap,” kata Rini Astuti.", "Kami siap,"},
    {"“Kami siap,\" kata Rini Astuti.", "Kami siap,"},
    {"“Kami siap,“ kata Rini Astuti.", "Kami siap,"},
    {"\"\"Kami siap,\"\" kata Rini Astuti.", "Kami siap,"},
    {"““Kami siap,”” kata Rini Astuti.", "Kami siap,"},
    {"&quot;Kami siap,&quot; kata Rini Astuti.", "Kami siap,"},
    {"&ldquo;Kami siap,&rdquo; kata Rini Astuti.", "Kami siap,"},
    {"&#8220;Kami siap,&#8221; kata Rini Astuti.", "Kami siap,"},
    {"â€œKami siap,â€\xc2\x9d kata Rini Astuti.", "Kami siap,"},
    {"â\xc2\x80\xc2\x9cKami siap,â\xc2\x80\xc2\x9d kata Rini Astuti.",
     "Kami siap,"},
    {"\xef\xbf\xbdKami siap,\xef\xbf\xbd kata Rini Astuti.", "Kami siap,"},
    {"Rini menyebutnya \"badai kecil\" kemarin.", "badai kecil"},
    {"Tanda \"\" dan \"  \" kosong.", ""})

/* Spaces that are missing or stand on the wrong side. */
CASES(spaces, show,
    {"\"Kami siap,\"kata Rini Astuti.\"Besok berangkat,\"ujarnya.",
     "Kami siap,\nBesok berangkat,"},
    {"Rapat selesai.\"Kami siap,\" kata Rini.\"Besok berangkat,\" ujarnya.",
     "Kami siap,\nBesok berangkat,"},
    {"\"Kami siap.\"\"Besok berangkat,\" kata Rini Astuti.",
     "Kami siap.\nBesok berangkat,"},
    {"Rapat selesai. ”Kami siap, ”kata Rini Astuti.", "Kami siap,"},
    {"Rapat selesai.” Kami siap, ”kata Rini Astuti.", "Kami siap,"},
    {"Rapat selesai. \" Kami siap, \" kata Rini Astuti.", "Kami siap,"},
    {"Rini berkata:\"Kami siap.\"", "Kami siap."},
    {"Rini berkata:\" Kami siap.\"", "Kami siap."},
    {"Rini mengatakan,” Kami siap.”", "Kami siap."},
    {"Acara (\"Pesta Laut\") dan \"Pesta Panen\"-nya ramai.",
     "Pesta Laut\nPesta Panen"})

/* Quotations in quotations. */
CASES(nesting, show,
    {"\"Ia bilang 'jangan pergi' tadi,\" kata Rini.",
     "Ia bilang 'jangan pergi' tadi,\n>jangan pergi"},
    {"“Ia bilang ‘jangan pergi’,” kata Rini.",
     "Ia bilang ‘jangan pergi’,\n>jangan pergi"},
    {"\"Ia bilang 'jangan pergi'\" kata Rini.",
     "Ia bilang 'jangan pergi'\n>jangan pergi"},
    {"“Ia menyebut “badai kecil” itu biasa,” kata Rini.",
     "Ia menyebut “badai kecil” itu biasa,\n>badai kecil"},
    {"“Ia menyebut \"badai kecil\" itu biasa,” kata Rini.",
     "Ia menyebut \"badai kecil\" itu biasa,\n>badai kecil"},
    {"'Ia bilang \"jangan\" tadi,' kata Rini.",
     "Ia bilang \"jangan\" tadi,\n>jangan"})

/* The short stroke that is no quotation mark. */
CASES(apostrophes, show,
    {"Ma'ruf dan Jum'at, Qur’an dan Sa‘id.", ""},
    {"Angkatan '98 dan '45 berkumpul.", ""},
    {"Papan 170' dan layar 7\" terjual.", ""},
    {"\"Layar 7 inci terjual 2024\" kata Rini.",
     "Layar 7 inci terjual 2024"},
    {"\"Buku Agus' sudah terbit,\" kata Rini.", "Buku Agus' sudah terbit,"},
    {"Kota\xef\xbf\xbdkota itu \xef\xbf\xbd kata orang \xef\xbf\xbd ramai.",
     ""})

/* Missing and stray marks cost their neighbours at most. */
CASES(repair, show,
    {"\"Kami siap, kata Rini Astuti. \"Besok berangkat,\" ujarnya. "
     "\"Lusa pulang,\" tuturnya.",
     "?Kami siap,\nBesok berangkat,\nLusa pulang,"},
    {"Rapat selesai. Kami siap,\" kata Rini Astuti. "
     "\"Besok berangkat,\" ujarnya.",
     "?Kami siap,\nBesok berangkat,"},
    {"Rapat\" itu selesai. \"Kami siap,\" kata Rini. "
     "\"Besok berangkat,\" ujarnya.",
     "Kami siap,\nBesok berangkat,"},
    {"\"Kami siap,\" tegas Rini Astuti itu,\" tegasnya. "
     "\"Besok berangkat,\" ujarnya.",
     "Kami siap,\nBesok berangkat,"},
    {"Ini 'badai' dan hujan kecil saja,\" kata Rini Astuti.",
     "?Ini 'badai' dan hujan kecil saja,\n>badai"},
    {"\"Kami siap. Besok berangkat.\n\nHujan turun di Kota Ampera.",
     "?Kami siap. Besok berangkat."})

/* Quotations and the ends of paragraphs. */
CASES(paragraphs, show,
    {"“Kami siap.\n\n“Besok berangkat,” kata Rini.",
     "Kami siap.\n&Besok berangkat,"},
    {"“Kami siap.\n\n“Besok berangkat.\n\n“Lusa pulang,” kata Rini.",
     "Kami siap.\n&Besok berangkat.\n&Lusa pulang,"},
    {"\"Kami siap.\n\nBesok berangkat,\" kata Rini.",
     "Kami siap.\n\nBesok berangkat,"},
    {"\"Kami siap.\n\nBaca juga: Hujan Turun di Ampera\n\nIa lega.",
     "?Kami siap."},
    {"Ia lega.\n\n\"Kami siap,\" kata Rini.\n\n\"Besok,\" ujarnya.",
     "Kami siap,\nBesok,"})

/* Titles are told from what somebody said. */
CASES(titles, show,
    {"Diskusi bertajuk \"Kota Kita\" dibuka.", "=Kota Kita"},
    {"Buku berjudul 'Laut Tenang' terbit.", "=Laut Tenang"},
    {"Spanduk bertuliskan \"Kami siap.\" dipasang.", "Kami siap."},
    {"Rini menyebut \"badai kecil\" itu biasa.", "badai kecil"})

/* clang-format on */

/* Marks around a whole article come from where it was stored. */
START_TEST(wrapped_article)
{
    char text[4096] = "\"";
    struct text_case one = {text, "Kami siap,"};

    for (int i = 0; i < 40; i++)
        strcat(text, "Hujan turun di Kota Ampera. ");
    strcat(text, "“Kami siap,” kata Rini Astuti.\"");
    check_case(&one, show);
}
END_TEST

/* Offsets of the marks, and what belongs to whom. */
START_TEST(fields)
{
    const char text[] = "Ia lega.\n\n“ Kami 'siap',” kata Rini.";
    kutip_doc *doc = check_split(text);
    const struct kt_quote *quote;

    ck_assert_uint_eq(doc->quotes.count, 2);
    quote = &doc->quotes.items[0];
    ck_assert_uint_eq(quote->start, 10);
    ck_assert_uint_eq(quote->inner_start, 14);
    ck_assert_uint_eq(quote->inner_end, 26);
    ck_assert_uint_eq(quote->end, 29);
    ck_assert_uint_eq(quote->paragraph, 1);
    ck_assert_uint_eq(quote->level, 1);
    ck_assert_uint_eq(quote->first_token, 3);
    ck_assert_uint_eq(quote->end_token, 10);
    ck_assert_uint_eq(quote[1].parent, 0);
    ck_assert_uint_eq(quote[1].level, 2);
    kutip_doc_free(doc);
}
END_TEST

/* A mark typed twice belongs to the quotation, in bytes as in tokens. */
START_TEST(doubled_marks)
{
    const char text[] = "\"\"Kami siap,\"\" kata Rini.";
    kutip_doc *doc = check_split(text);
    const struct kt_quote *quote = &doc->quotes.items[0];

    ck_assert_uint_eq(doc->quotes.count, 1);
    ck_assert_uint_eq(quote->start,
                      doc->tokens.items[quote->first_token].start);
    ck_assert_uint_eq(quote->end,
                      doc->tokens.items[quote->end_token - 1].end);
    ck_assert_uint_eq(quote->start, 0);
    ck_assert_uint_eq(quote->end, 14);
    kutip_doc_free(doc);
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("quotes");

    ADD_CASES(tcase, styles);
    ADD_CASES(tcase, spaces);
    ADD_CASES(tcase, nesting);
    ADD_CASES(tcase, apostrophes);
    ADD_CASES(tcase, repair);
    ADD_CASES(tcase, paragraphs);
    ADD_CASES(tcase, titles);
    tcase_add_test(tcase, wrapped_article);
    tcase_add_test(tcase, fields);
    tcase_add_test(tcase, doubled_marks);
    return check_run("find_quotes", tcase, NULL);
}
