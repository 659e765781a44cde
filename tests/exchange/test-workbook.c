/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-workbook.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "aj-error.h"

/* A zip archive that is put together part by part. */
typedef struct
{
  struct archive *archive;
  char *bytes;
  size_t used;
  size_t room;
  gboolean is_stored; /* as it is, and not packed */
} Pack;

static void
pack_begin (Pack *self, size_t room)
{
  self->room = room;
  self->bytes = g_malloc (room);
  self->archive = archive_write_new ();
  g_assert_cmpint (archive_write_set_format_zip (self->archive), ==, ARCHIVE_OK);
  if (self->is_stored)
    g_assert_cmpint (archive_write_zip_set_compression_store (self->archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (self->archive, self->bytes, room, &self->used), ==,
                   ARCHIVE_OK);
}

static void
pack_begin_part (Pack *self, const char *path)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, path);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (self->archive, entry), ==, ARCHIVE_OK);
  archive_entry_free (entry);
}

static void
pack_write (Pack *self, const char *text)
{
  g_assert_cmpint (archive_write_data (self->archive, text, strlen (text)), ==,
                   (gssize) strlen (text));
}

static void
pack_add (Pack *self, const char *path, const char *text)
{
  pack_begin_part (self, path);
  pack_write (self, text);
}

static GBytes *
pack_end (Pack *self)
{
  g_assert_cmpint (archive_write_close (self->archive), ==, ARCHIVE_OK);
  archive_write_free (self->archive);
  return g_bytes_new_take (self->bytes, self->used);
}

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN      "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/* All of a workbook but its sheets, the shared texts and the styles. */
static void
pack_begin_xlsx (Pack *self, const char *properties, const char *sheets)
{
  g_autofree char *book = g_strdup_printf ("<?xml version=\"1.0\"?><workbook xmlns=\"" MAIN
                                           "\" xmlns:r=\"" RELATIONS "\">%s<sheets>%s"
                                           "</sheets></workbook>",
                                           properties, sheets);

  pack_begin (self, 8 * 1024 * 1024);
  pack_add (self, "_rels/.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"" RELATIONS
            "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  pack_add (self, "xl/workbook.xml", book);
  pack_add (self, "xl/_rels/workbook.xml.rels",
            "<Relationships>"
            "<Relationship Id=\"a\" Type=\"" RELATIONS
            "/worksheet\" Target=\"worksheets/one.xml\"/>"
            "<Relationship Id=\"b\" Type=\"" RELATIONS
            "/worksheet\" Target=\"/xl/worksheets/two.xml\"/>"
            "<Relationship Id=\"c\" Type=\"" RELATIONS "/sharedStrings\" Target=\"strings.xml\"/>"
            "<Relationship Id=\"d\" Type=\"" RELATIONS "/styles\" Target=\"../xl/styles.xml\"/>"
            "<Relationship Id=\"e\" Type=\"" RELATIONS
            "/externalLink\" TargetMode=\"External\" Target=\"http://elsewhere.example/x\"/>"
            "</Relationships>");
}

#define ONE_SHEET "<sheet name=\"Activiteiten\" sheetId=\"1\" r:id=\"a\"/>"

static GBytes *
make_xlsx (const char *properties, const char *rows)
{
  Pack pack = { NULL };
  g_autofree char *sheet = g_strdup_printf (
      "<worksheet xmlns=\"" MAIN "\"><dimension ref=\"A1\"/><sheetData>%s</sheetData></worksheet>",
      rows);

  pack_begin_xlsx (&pack, properties, ONE_SHEET);
  pack_add (&pack, "xl/worksheets/one.xml", sheet);
  return pack_end (&pack);
}

static AjWorkbook *
must_read (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  AjWorkbook *workbook = aj_workbook_read ("x.xlsx", bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (workbook);
  return workbook;
}

static void
assert_refused (GBytes *bytes, AjErrorCode code, const char *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjWorkbook) workbook = aj_workbook_read ("x.xlsx", bytes, NULL, &error);

  g_assert_null (workbook);
  g_assert_error (error, AJ_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "x.xlsx"));
  g_assert_true (g_pattern_match_simple (pattern, error->message));
}

static void
test_excel (void)
{
  Pack pack = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AjWorkbook) workbook = NULL;
  AjSheet *sheet;

  pack_begin_xlsx (&pack, "",
                   ONE_SHEET
                   "<sheet name=\"Lijsten\" sheetId=\"2\" state=\"veryHidden\" r:id=\"b\"/>"
                   "<sheet name=\"Grafiek\" sheetId=\"3\" r:id=\"z\"/>");
  /* Texts come after the sheets, as Excel has them. */
  pack_add (&pack, "xl/worksheets/one.xml",
            "<worksheet xmlns=\"" MAIN "\"><sheetData>"
            "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c>"
            "<c r=\"D3\" s=\"1\"><v>46303</v></c><c r=\"E3\" s=\"2\"><v>0.39583333333333331</v></c>"
            "<c r=\"F3\" s=\"3\"><v>46303.395833333336</v></c><c r=\"G3\" s=\"4\"><v>0.25</v></c>"
            "<c r=\"H3\" t=\"b\"><v>1</v></c><c r=\"I3\" t=\"b\"><v>0</v></c>"
            "<c r=\"J3\"><v>120</v></c><c r=\"K3\"><v>0.30000000000000004</v></c></row>"
            "<row r=\"4\" spans=\"1:1\"><c r=\"A4\" s=\"1\"/></row>"
            "<row><c t=\"str\"><f>A1&amp;\"x\"</f><v>uit formule</v></c>"
            "<c t=\"inlineStr\"><is><r><t>in</t></r><r><t xml:space=\"preserve\"> stukken</t></r>"
            "<rPh><t>klank</t></rPh></is></c>"
            "<c t=\"e\"><v>#REF!</v></c><c t=\"d\"><v>2026-10-08T09:30:00</v></c>"
            "<c><v>31612345678</v></c><c><f>1+1</f></c></row>"
            "</sheetData></worksheet>");
  pack_add (&pack, "xl/worksheets/two.xml",
            "<x:worksheet xmlns:x=\"" MAIN "\"><x:sheetData><x:row r=\"1\"><x:c r=\"B1\" t=\"s\">"
            "<x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>");
  pack_add (
      &pack, "xl/strings.xml",
      "<sst xmlns=\"" MAIN "\"><si><t>Escapebox &amp; meer</t></si>"
      "<si><r><t>Bibliotheek</t></r><r><t> Zwolle</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>"
      "<si><t>regel een_x000A_regel twee_x005F_x</t></si></sst>");
  pack_add (&pack, "xl/styles.xml",
            "<styleSheet xmlns=\"" MAIN "\"><numFmts><numFmt numFmtId=\"164\" "
            "formatCode=\"[$-413]ddd d mmm yyyy;@\"/><numFmt numFmtId=\"165\" formatCode=\"h:mm\"/>"
            "<numFmt numFmtId=\"166\" formatCode=\"d/m/yy\\ h:mm\"/></numFmts>"
            "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
            "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"9\"/>"
            "</cellXfs></styleSheet>");
  bytes = pack_end (&pack);
  workbook = must_read (bytes);

  g_assert_cmpuint (aj_workbook_get_n_sheets (workbook), ==, 2);
  g_assert_cmpstr (aj_workbook_get_name (workbook), ==, "x.xlsx");
  sheet = aj_workbook_find_sheet (workbook, "ACTIVITEITEN");
  g_assert_true (sheet == aj_workbook_get_sheet (workbook, 0));
  g_assert_false (aj_sheet_is_hidden (sheet));
  g_assert_cmpuint (aj_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpuint (aj_sheet_get_n_columns (sheet), ==, 11);
  g_assert_cmpuint (aj_sheet_get_line (sheet, 0), ==, 3);
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 0), ==, "Escapebox & meer");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 1), ==, "");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 2), ==, "Bibliotheek Zwolle");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 3), ==, "2026-10-08");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 4), ==, "09:30");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 5), ==, "2026-10-08 09:30");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 6), ==, "25%");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 7), ==, "TRUE");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 8), ==, "FALSE");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 9), ==, "120");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 10), ==, "0.3");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 99), ==, "");
  g_assert_cmpuint (aj_sheet_get_line (sheet, 1), ==, 5);
  g_assert_cmpstr (aj_sheet_get (sheet, 1, 0), ==, "uit formule");
  g_assert_cmpstr (aj_sheet_get (sheet, 1, 1), ==, "in stukken");
  g_assert_cmpstr (aj_sheet_get (sheet, 1, 2), ==, "#REF!");
  g_assert_cmpstr (aj_sheet_get (sheet, 1, 3), ==, "2026-10-08 09:30");
  g_assert_cmpstr (aj_sheet_get (sheet, 1, 4), ==, "31612345678");
  g_assert_cmpstr (aj_sheet_get (sheet, 1, 5), ==, "");
  sheet = aj_workbook_find_sheet (workbook, "Lijsten");
  g_assert_true (aj_sheet_is_hidden (sheet));
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 1), ==, "regel een\nregel twee_x");
  g_assert_null (aj_workbook_find_sheet (workbook, "Grafiek"));
}

/* What number formats make of a number. */
static void
test_formats (void)
{
  static const struct
  {
    const char *code;
    const char *number;
    const char *text;
  } cases[] = {
    { "General", "46303", "46303" },
    { "0.00", "46303", "46303" },
    { "0.00E+00", "12000", "12000" },
    { "yyyy-mm-dd", "46303", "2026-10-08" },
    { "dd-mm-jj&quot;d&quot;", "46303", "2026-10-08" },
    { "mmm", "46303.9", "2026-10-08" },
    { "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "46303", "2026-10-08" },
    { "[h]:mm:ss", "1.5", "12:00" },
    { "[HH]:mm", "1.5", "12:00" },
    { "[mm]", "0.5", "12:00" },
    { "[Magenta]0", "40", "40" },
    { "[magenta][>100]0;[Schwarz]0", "40", "40" },
    { "[Magenta]d-m-yyyy", "46303", "2026-10-08" },
    { "[h", "40", "40" },
    { "h:mm AM/PM", "0.75", "18:00" },
    { "mm:ss", "0.99999999", "00:00" },
    { "d-m h:mm", "46303.99999999", "2026-10-09 00:00" },
    { "&quot;dag &quot;0", "5", "5" },
    { "[Red]0;[Blue]d", "5", "5" },
    { "0%", "0.125", "12.5%" },
    { "d-m-yy", "1", "1900-01-01" },
    { "d-m-yy", "59", "1900-02-28" },
    { "d-m-yy", "61", "1900-03-01" },
    { "d-m-yy", "-5", "-5" },
    { "d-m-yy", "2958466", "2958466" },
    { "d-m-yy", "1e300", "1e+300" },
    { "d-m-yy", "nan", "nan" },
    { "h:mm", "0,5833333333333334", "14:00" },
    { "d-m-yy", "1,2,3", "1,2,3" },
    { "d-m-yy", "twee april", "twee april" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Pack pack = { NULL };
      g_autofree char *styles = g_strdup_printf (
          "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"%s\"/></numFmts><cellXfs>"
          "<xf numFmtId=\"200\"/></cellXfs></styleSheet>",
          cases[i].code);
      g_autofree char *sheet = g_strdup_printf (
          "<worksheet><sheetData><row><c s=\"0\"><v>%s</v></c></row></sheetData></worksheet>",
          cases[i].number);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (AjWorkbook) workbook = NULL;

      pack_begin_xlsx (&pack, "", ONE_SHEET);
      pack_add (&pack, "xl/styles.xml", styles);
      pack_add (&pack, "xl/worksheets/one.xml", sheet);
      bytes = pack_end (&pack);
      workbook = must_read (bytes);
      g_test_message ("%s of %s", cases[i].code, cases[i].number);
      g_assert_cmpstr (aj_sheet_get (aj_workbook_get_sheet (workbook, 0), 0, 0), ==, cases[i].text);
    }
}

static void
test_1904 (void)
{
  Pack pack = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AjWorkbook) workbook = NULL;

  pack_begin_xlsx (&pack, "<workbookPr date1904=\"1\"/>", ONE_SHEET);
  pack_add (&pack, "xl/styles.xml",
            "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
  pack_add (&pack, "xl/worksheets/one.xml",
            "<worksheet><sheetData><row><c s=\"0\"><v>44841</v></c></row></sheetData></worksheet>");
  bytes = pack_end (&pack);
  workbook = must_read (bytes);
  g_assert_cmpstr (aj_sheet_get (aj_workbook_get_sheet (workbook, 0), 0, 0), ==, "2026-10-08");
}

static GBytes *
make_ods (const char *tables)
{
  Pack pack = { NULL };
  g_autofree char *content = g_strdup_printf (
      "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" "
      "xmlns:style=\"s\"><office:automatic-styles><style:style style:name=\"ta1\" "
      "style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
      "</office:automatic-styles><office:body><office:spreadsheet>%s</office:spreadsheet>"
      "</office:body></office:document-content>",
      tables);

  pack_begin (&pack, 1024 * 1024);
  pack_add (&pack, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
  pack_add (&pack, "content.xml", content);
  pack_add (&pack, "META-INF/manifest.xml", "<manifest/>");
  return pack_end (&pack);
}

static void
test_open_document (void)
{
  g_autoptr (GBytes) bytes = make_ods (
      "<table:table table:name=\"Blad 1\">"
      "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
      "table:number-columns-repeated=\"1024\"/></table:table-row>"
      "<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><text:p>"
      "let op</text:p></office:annotation><text:p>een<text:s text:c=\"2\"/><text:span>twee"
      "</text:span></text:p><text:p>drie</text:p></table:table-cell><table:table-cell "
      "table:number-columns-repeated=\"2\"/><table:table-cell office:value-type=\"date\" "
      "office:date-value=\"2026-10-08\"><text:p>08-10-26</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"time\" office:time-value=\"PT09H30M00S\"><text:p>9:30"
      "</text:p></table:table-cell><table:table-cell office:value-type=\"date\" "
      "office:date-value=\"2026-10-08T09:30:00\"/><table:table-cell "
      "office:value-type=\"percentage\" "
      "office:value=\"0.25\"><text:p>25%</text:p></table:table-cell><table:table-cell "
      "office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>WAAR</text:p>"
      "</table:table-cell><table:covered-table-cell/><table:table-cell office:value-type=\"float\" "
      "office:value=\"12.5\" table:number-columns-repeated=\"2\"><text:p>12,5</text:p>"
      "</table:table-cell></table:table-row>"
      "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell><text:p>x</text:p>"
      "</table:table-cell></table:table-row>"
      "<table:table-row "
      "table:number-rows-repeated=\"1048570\"><table:table-cell/></table:table-row>"
      "</table:table><table:table table:name=\"Verborgen\" table:style-name=\"ta1\"/>");
  g_autoptr (AjWorkbook) workbook = must_read (bytes);
  AjSheet *sheet = aj_workbook_get_sheet (workbook, 0);

  g_assert_cmpuint (aj_workbook_get_n_sheets (workbook), ==, 2);
  g_assert_true (aj_sheet_is_hidden (aj_workbook_find_sheet (workbook, "verborgen")));
  g_assert_false (aj_sheet_is_hidden (sheet));
  g_assert_cmpuint (aj_sheet_get_n_rows (sheet), ==, 4);
  g_assert_cmpuint (aj_sheet_get_line (sheet, 0), ==, 3);
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 0), ==, "een  twee\ndrie");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 1), ==, "");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 3), ==, "2026-10-08");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 4), ==, "09:30");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 5), ==, "2026-10-08 09:30");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 6), ==, "25%");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 7), ==, "TRUE");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 8), ==, "");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 9), ==, "12.5");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 10), ==, "12.5");
  g_assert_cmpuint (aj_sheet_get_line (sheet, 3), ==, 6);
  g_assert_cmpstr (aj_sheet_get (sheet, 3, 0), ==, "x");
}

/* A table of text may begin with a title; no row is the one of the names. */
static void
test_text (void)
{
  static const char *const texts[] = {
    "Formulier van Zwolle, 2026\r\n\r\nTitel;Datum;Bereik\r\n\"Les; en meer\";8-10-2026;'=1+1\r\n",
    "\xff\xfeT\0i\0t\0e\0l\0\t\0D\0a\0t\0u\0m\0\t\0B\0\n\0L\0e\0s\0;\0\t\0008\0\t\0'\0=\0001\0\n\0",
    "sep=;\nTitel;Datum;Bereik\nLes;8-10-2026;12\n",
  };
  static const gsize lengths[] = { 0, 52, 0 };
  static const struct
  {
    guint row;
    guint line;
    const char *first;
    const char *last;
  } cases[] = {
    { 2, 4, "Les; en meer", "=1+1" },
    { 1, 2, "Les;", "=1" },
    { 1, 3, "Les", "12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i],
                                              lengths[i] > 0 ? lengths[i] : strlen (texts[i]));
      g_autoptr (AjWorkbook) workbook = must_read (bytes);
      AjSheet *sheet = aj_workbook_get_sheet (workbook, 0);

      g_test_message ("case %u", i);
      g_assert_cmpuint (aj_sheet_get_n_rows (sheet), ==, cases[i].row + 1);
      g_assert_cmpuint (aj_sheet_get_line (sheet, cases[i].row), ==, cases[i].line);
      g_assert_cmpstr (aj_sheet_get (sheet, cases[i].row, 0), ==, cases[i].first);
      g_assert_cmpstr (aj_sheet_get (sheet, cases[i].row, 2), ==, cases[i].last);
    }
}

/* Each is told what it is and what to do. */
static void
test_other_kinds (void)
{
  static const struct
  {
    const char *part;
    const char *pattern;
  } archives[] = {
    { "xl/vbaProject.bin", "*macros*.xlsx*" }, { "Basic/Standard/Module1.xml", "*macros*" },
    { "Index/Document.iwa", "*Numbers*" },     { "xl/workbook.bin", "*binary*" },
    { "photo.jpg", "*not a spreadsheet*" },
  };
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *pattern;
  } others[] = {
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 44,
      "*password*" },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....W\0o\0r\0k\0b\0o\0o\0k\0", 28, "*.xls)*" },
    { "\xef\xbb\xbf <html><table><tr><td>x", 23, "*web page*" },
    { "<?xml version=\"1.0\"?><Workbook/>", 32, "*tags*" },
    { "PK\003\004 and no more than that", 27, "*damaged*" },
    { "%PDF-1.7\n%\0\0\0\0\0\0\0\0\0\0\0\0", 22, "*is a PDF*Ask for the form*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (archives); i++)
    {
      Pack pack = { NULL };
      g_autoptr (GBytes) bytes = NULL;

      pack_begin (&pack, 65536);
      pack_add (&pack, archives[i].part, "x");
      bytes = pack_end (&pack);
      assert_refused (bytes, AJ_ERROR_INVALID, archives[i].pattern);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (others[i].bytes, others[i].length);

      assert_refused (bytes, AJ_ERROR_INVALID, others[i].pattern);
    }
}

static void
test_encrypted_open_document (void)
{
  Pack pack = { NULL };
  g_autoptr (GBytes) bytes = NULL;

  pack_begin (&pack, 65536);
  pack_add (&pack, "content.xml", "\x01\x02\x03");
  pack_add (
      &pack, "META-INF/manifest.xml",
      "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>");
  bytes = pack_end (&pack);
  assert_refused (bytes, AJ_ERROR_INVALID, "*password*");
}

static void
test_text_document (void)
{
  Pack pack = { NULL };
  g_autoptr (GBytes) bytes = NULL;

  pack_begin (&pack, 65536);
  pack_add (&pack, "_rels/.rels",
            "<Relationships><Relationship Id=\"r\" Type=\"" RELATIONS
            "/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
  pack_add (&pack, "word/document.xml", "<document/>");
  bytes = pack_end (&pack);
  assert_refused (bytes, AJ_ERROR_INVALID, "*no spreadsheet*");
}

/* A part that unpacks to @n_pieces times a megabyte of @piece. */
static GBytes *
make_bomb (const char *head, const char *piece, guint n_pieces, gboolean is_packed)
{
  Pack pack = { NULL };
  GString *megabyte = g_string_new (NULL);

  while (megabyte->len < 1024 * 1024)
    g_string_append (megabyte, piece);
  pack.is_stored = !is_packed;
  pack_begin_xlsx (&pack, "", ONE_SHEET);
  pack_begin_part (&pack, "xl/worksheets/one.xml");
  pack_write (&pack, head);
  for (guint i = 0; i < n_pieces; i++)
    pack_write (&pack, megabyte->str);
  g_string_free (megabyte, TRUE);
  return pack_end (&pack);
}

static void
test_bombs (void)
{
  static const char head[] = "<worksheet><sheetData>";
  g_autoptr (GBytes) blank = make_bomb (head, " ", 20, TRUE);
  g_autoptr (GBytes) cells = make_bomb (head, "<row><c><v>1</v></c></row>", 20, TRUE);
  g_autoptr (GBytes) rows = make_bomb (head, "<row><c><v>7</v></c></row>", 6, FALSE);
  g_autoptr (GBytes) wide = make_bomb ("<worksheet><sheetData><row>", "<c><v>1</v></c>", 1, FALSE);
  g_autoptr (GBytes) text = make_bomb ("<worksheet><sheetData><row><c t=\"str\"><v>", "a", 2,
                                       FALSE);
  g_autoptr (GBytes) deep = make_bomb ("<worksheet>", "<a>", 1, FALSE);

  assert_refused (blank, AJ_ERROR_LIMIT, "*unpacks to more*");
  assert_refused (cells, AJ_ERROR_LIMIT, "*unpacks to more*");
  /* Each of these is small enough to be unpacked. */
  assert_refused (rows, AJ_ERROR_LIMIT, "*200000 rows*");
  assert_refused (wide, AJ_ERROR_LIMIT, "*256 columns*");
  assert_refused (text, AJ_ERROR_INVALID, "*damaged*");
  assert_refused (deep, AJ_ERROR_INVALID, "*damaged*");
}

static void
test_long_cell (void)
{
  g_autofree char *text = g_strnfill (40000, 'a');
  g_autofree char *rows = g_strdup_printf ("<row><c t=\"str\"><v>%s</v></c></row>", text);
  g_autoptr (GBytes) bytes = make_xlsx ("", rows);

  assert_refused (bytes, AJ_ERROR_LIMIT, "*32767*");
}

/* One shared text of the greatest length in every cell costs no more than once. */
static void
test_shared_text_is_held_once (void)
{
  Pack pack = { NULL };
  g_autofree char *text = g_strnfill (32767, 'a');
  g_autofree char *strings = g_strdup_printf ("<sst><si><t>%s</t></si></sst>", text);
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AjWorkbook) workbook = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (sheet, "<row><c t=\"s\"><v>0</v></c></row>");
  g_string_append (sheet, "</sheetData></worksheet>");
  pack_begin_xlsx (&pack, "", ONE_SHEET);
  pack_add (&pack, "xl/strings.xml", strings);
  pack_add (&pack, "xl/worksheets/one.xml", sheet->str);
  bytes = pack_end (&pack);
  workbook = must_read (bytes);
  g_assert_true (aj_sheet_get (aj_workbook_get_sheet (workbook, 0), 0, 0) ==
                 aj_sheet_get (aj_workbook_get_sheet (workbook, 0), 9999, 0));
}

static void
test_hostile_xml (void)
{
  static const char *const sheets[] = {
    ("<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row>"
     "</sheetData></worksheet>"),
    "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><worksheet/>",
    "<worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>",
    "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>",
    "<worksheet><sheetData><row><c t=\"s\"><v>-1</v></c></row></sheetData></worksheet>",
    "<worksheet><sheetData><row><c t=\"str\"><v>\xff</v></c></row></sheetData></worksheet>",
    "<worksheet><sheetData><row>",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      Pack pack = { NULL };
      g_autoptr (GBytes) bytes = NULL;

      pack_begin_xlsx (&pack, "", ONE_SHEET);
      pack_add (&pack, "xl/worksheets/one.xml", sheets[i]);
      bytes = pack_end (&pack);
      assert_refused (bytes, AJ_ERROR_INVALID, "*damaged*");
    }
}

/* A million rows of which each repeats, and cells that say where they are and lie. */
static void
test_hostile_places (void)
{
  g_autoptr (GBytes) many = make_ods (
      "<table:table><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell>"
      "<text:p>x</text:p></table:table-cell></table:table-row></table:table>");
  g_autoptr (GBytes) wide = make_ods (
      "<table:table><table:table-row><table:table-cell table:number-columns-repeated=\"16384\">"
      "<text:p>x</text:p></table:table-cell></table:table-row></table:table>");
  g_autoptr (GBytes) far =
      make_xlsx ("", "<row r=\"4294967295\"><c r=\"ZZZZZZZZZZ9\"><v>1</v></c></row>");
  g_autoptr (GBytes) back = make_xlsx (
      "",
      "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>2</v></c><c r=\"A2\"><v>3</v></c></row>"
      "<row r=\"1\"><c r=\"A1\"><v>4</v></c></row>");
  g_autoptr (AjWorkbook) workbook = must_read (back);
  AjSheet *sheet = aj_workbook_get_sheet (workbook, 0);

  assert_refused (many, AJ_ERROR_LIMIT, "*200000 rows*");
  assert_refused (wide, AJ_ERROR_LIMIT, "*256 columns*");
  assert_refused (far, AJ_ERROR_LIMIT, "*256 columns*");
  g_assert_cmpuint (aj_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 0), ==, "3");
  g_assert_cmpstr (aj_sheet_get (sheet, 0, 1), ==, "1");
  g_assert_cmpuint (aj_sheet_get_line (sheet, 1), ==, 1);
}

/* Every byte of a good file in turn is another one, and every length of it: read or refused, never anything else. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) good = make_xlsx ("", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  gsize length;
  const char *data = g_bytes_get_data (good, &length);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) part = g_bytes_new (data, i);
      g_autoptr (AjWorkbook) changed = NULL;
      g_autoptr (AjWorkbook) cut = NULL;
      g_autoptr (GError) error = NULL;

      copy[i] = (char) (copy[i] ^ 0x55);
      bytes = g_bytes_new (copy, length);
      changed = aj_workbook_read ("x.xlsx", bytes, NULL, &error);
      g_assert_true ((changed != NULL) != (error != NULL));
      g_clear_error (&error);
      cut = aj_workbook_read ("x.xlsx", part, NULL, &error);
      g_assert_true ((cut != NULL) != (error != NULL));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = make_xlsx ("", "<row/>");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AjWorkbook) workbook = NULL;

  g_cancellable_cancel (cancellable);
  workbook = aj_workbook_read ("x.xlsx", bytes, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (workbook);
}

static void
test_column_names (void)
{
  static const struct
  {
    guint column;
    const char *name;
  } cases[] = { { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 51, "AZ" }, { 52, "BA" }, { 701, "ZZ" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = aj_sheet_dup_column_name (cases[i].column);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/excel", test_excel);
  g_test_add_func ("/workbook/formats", test_formats);
  g_test_add_func ("/workbook/1904", test_1904);
  g_test_add_func ("/workbook/open-document", test_open_document);
  g_test_add_func ("/workbook/text", test_text);
  g_test_add_func ("/workbook/other-kinds", test_other_kinds);
  g_test_add_func ("/workbook/encrypted-open-document", test_encrypted_open_document);
  g_test_add_func ("/workbook/text-document", test_text_document);
  g_test_add_func ("/workbook/bombs", test_bombs);
  g_test_add_func ("/workbook/long-cell", test_long_cell);
  g_test_add_func ("/workbook/shared-text-is-held-once", test_shared_text_is_held_once);
  g_test_add_func ("/workbook/hostile-xml", test_hostile_xml);
  g_test_add_func ("/workbook/hostile-places", test_hostile_places);
  g_test_add_func ("/workbook/damaged", test_damaged);
  g_test_add_func ("/workbook/cancelled", test_cancelled);
  g_test_add_func ("/workbook/column-names", test_column_names);
  return g_test_run ();
}
