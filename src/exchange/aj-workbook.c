/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-csv.h"
#include "aj-decode.h"
#include "aj-error.h"
#include "aj-sheet-private.h"

static void
sheet_free (gpointer data)
{
  AjSheet *self = data;

  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self->name);
  g_free (self);
}

AjWorkbook *
aj_workbook_new (const char *name)
{
  AjWorkbook *self = g_new0 (AjWorkbook, 1);

  self->name = g_strdup (name);
  self->text = g_string_new (NULL);
  g_string_append_c (self->text, '\0');
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  return self;
}

void
aj_workbook_free (AjWorkbook *self)
{
  g_ptr_array_unref (self->sheets);
  g_string_free (self->text, TRUE);
  g_free (self->name);
  g_free (self);
}

gboolean
aj_workbook_fail_limit (AjWorkbook *self, GError **error, const char *format, ...)
{
  g_autofree char *why = NULL;
  va_list arguments;

  va_start (arguments, format);
  why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: the name of a file, and a whole sentence. */
  g_set_error (error, AJ_ERROR, AJ_ERROR_LIMIT, _ ("%1$s: %2$s"), self->name, why);
  return FALSE;
}

AjSheet *
aj_workbook_add_sheet (AjWorkbook *self, const char *name, gboolean is_hidden, GError **error)
{
  AjSheet *sheet;

  if (self->sheets->len == AJ_WORKBOOK_MAX_SHEETS)
    {
      aj_workbook_fail_limit (self, error,
                              _ ("More than %d sheets are not read. Divide the file into parts."),
                              AJ_WORKBOOK_MAX_SHEETS);
      return NULL;
    }
  sheet = g_new0 (AjSheet, 1);
  sheet->workbook = self;
  sheet->name = g_strdup (name);
  sheet->is_hidden = is_hidden;
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (AjSheetRow));
  sheet->cells = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

gboolean
aj_workbook_keep (AjWorkbook *self, const char *text, gsize length, guint32 *place, GError **error)
{
  *place = 0;
  if (length == 0)
    return TRUE;
  if (length > AJ_CSV_MAX_CELL && g_utf8_strlen (text, (gssize) length) > AJ_CSV_MAX_CELL)
    return aj_workbook_fail_limit (self, error, _ ("A text here is longer than %d characters."),
                                   AJ_CSV_MAX_CELL);
  if (self->text->len + length >= AJ_WORKBOOK_MAX_TEXT)
    return aj_workbook_fail_limit (
        self, error, _ ("There is more text here than is read. Divide the file into parts."));
  *place = (guint32) self->text->len;
  g_string_append_len (self->text, text, (gssize) length);
  g_string_append_c (self->text, '\0');
  return TRUE;
}

static gboolean
put_text (AjSheet *self, guint line, guint column, const char *cell, GError **error)
{
  g_autofree char *text = aj_csv_unguard (cell);
  guint32 place;

  return aj_workbook_keep (self->workbook, text, strlen (text), &place, error) &&
         aj_sheet_put (self, line, column, place, error);
}

static AjWorkbook *
read_text (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (AjWorkbook) self = aj_workbook_new (name);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (AjCsv) csv = aj_csv_read_bare (name, text != NULL ? text : "", length, error);
  AjSheet *sheet = aj_workbook_add_sheet (self, "", FALSE, NULL);

  if (csv == NULL)
    return NULL;
  for (guint row = 0; row < aj_csv_get_n_rows (csv); row++)
    for (guint column = 0; column < aj_csv_get_n_columns (csv); column++)
      if (!put_text (sheet, aj_csv_get_line (csv, row), column, aj_csv_get (csv, row, column),
                     error))
        return NULL;
  return g_steal_pointer (&self);
}

static gboolean
begins_with (GBytes *bytes, const char *mark, gsize n_mark)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length >= n_mark && memcmp (data, mark, n_mark) == 0;
}

/* Names in the old container are in UTF-16. */
static gboolean
has_stream (GBytes *bytes, const char *name)
{
  g_autoptr (GByteArray) wide = g_byte_array_new ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (const char *p = name; *p != '\0'; p++)
    {
      const guint8 pair[] = { (guint8) *p, 0 };

      g_byte_array_append (wide, pair, sizeof pair);
    }
  for (gsize i = 0; i + wide->len <= length; i++)
    if (data[i] == (char) wide->data[0] && memcmp (data + i, wide->data, wide->len) == 0)
      return TRUE;
  return FALSE;
}

/* Web pages and XML that call themselves .xls, as many a system exports them. */
static gboolean
is_markup (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (begins_with (bytes, "\xef\xbb\xbf", 3))
    {
      data += 3;
      length -= 3;
    }
  while (length > 0 && g_ascii_isspace (*data))
    {
      data++;
      length--;
    }
  return length > 1 && *data == '<' &&
         (g_ascii_isalpha (data[1]) || data[1] == '!' || data[1] == '?');
}

static AjWorkbook *
refuse (const char *name, const char *why, GError **error)
{
  g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
               /* Translators: the name of a file, and a whole sentence. */
               _ ("%1$s: %2$s"), name, why);
  return NULL;
}

static AjWorkbook *
read_archive (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (AjZip) zip = aj_zip_new (name, bytes, error);

  if (zip == NULL)
    return NULL;
  if (aj_zip_has_like (zip, "*vbaProject.bin") || aj_zip_has_like (zip, "Basic/*") ||
      aj_zip_has_like (zip, "Scripts/*") || aj_zip_has_like (zip, "xl/macrosheets/*"))
    return refuse (name,
                   _ ("This file holds macros, so it is not opened. Save it as a workbook without "
                      "macros (.xlsx)."),
                   error);
  if (aj_zip_has_like (zip, "*.iwa") || aj_zip_has_like (zip, "*Index.zip"))
    return refuse (
        name,
        _ ("This is a document of Apple Numbers. In Numbers, export it to Excel, and take "
           "that file."),
        error);
  if (aj_zip_has (zip, "xl/workbook.bin"))
    return refuse (name, _ ("This is a binary workbook. Save it as an Excel workbook (.xlsx)."),
                   error);
  if (aj_zip_has (zip, "content.xml"))
    return aj_ods_read (zip, cancellable, error);
  if (aj_zip_has (zip, "_rels/.rels"))
    return aj_xlsx_read (zip, cancellable, error);
  return refuse (name, _ ("This is not a spreadsheet. Unpack what is in it first."), error);
}

AjWorkbook *
aj_workbook_read (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  if (g_bytes_get_size (bytes) > AJ_DECODE_MAX_BYTES)
    {
      g_autofree char *most = g_format_size_full (AJ_DECODE_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (
          error, AJ_ERROR, AJ_ERROR_LIMIT,
          _ ("%s is larger than %s, which is the most that is read. Divide it into parts."), name,
          most);
      return NULL;
    }
  if (begins_with (bytes, "PK\003\004", 4))
    return read_archive (name, bytes, cancellable, error);
  if (begins_with (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
    return refuse (name,
                   has_stream (bytes, "EncryptedPackage")
                       ? _ ("This file is locked with a password. Save it without one.")
                       : _ ("This is a file of an old version of Excel (.xls). Save it as an Excel "
                            "workbook (.xlsx)."),
                   error);
  if (begins_with (bytes, "%PDF", 4))
    return refuse (name,
                   _ ("This is a PDF, which cannot be read. Ask for the form or the spreadsheet "
                      "itself, or type over what stands in it."),
                   error);
  if (is_markup (bytes))
    return refuse (
        name,
        _ ("This is a web page or another text with tags, and no table. Open it in Excel "
           "or LibreOffice and save it as a workbook (.xlsx)."),
        error);
  return read_text (name, bytes, error);
}

const char *
aj_workbook_get_name (AjWorkbook *self)
{
  return self->name;
}

guint
aj_workbook_get_n_sheets (AjWorkbook *self)
{
  return self->sheets->len;
}

AjSheet *
aj_workbook_get_sheet (AjWorkbook *self, guint index)
{
  g_return_val_if_fail (index < self->sheets->len, NULL);

  return self->sheets->pdata[index];
}

AjSheet *
aj_workbook_find_sheet (AjWorkbook *self, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      AjSheet *sheet = self->sheets->pdata[i];
      g_autofree char *present = g_utf8_casefold (sheet->name, -1);

      if (g_str_equal (present, wanted))
        return sheet;
    }
  return NULL;
}
