/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-table.h"

#include <glib/gi18n-lib.h>

#include "aj-csv.h"
#include "aj-decode.h"
#include "aj-error.h"
#include "aj-headings.h"
#include "aj-outlook.h"
#include "aj-person.h"
#include "aj-text.h"
#include "aj-vcard.h"

/* A column of the file that is no column of the table. */
#define IGNORED (-1)

typedef struct
{
  guint line;
  char *fault;  /* (owned) (nullable) */
  char **cells; /* (owned) (nullable) */
} Row;

struct _AjImportTable
{
  const AjRecordType *type;
  char *name;         /* (owned) */
  GArray *places;     /* (owned): of int: of each column of the file, the column here, or IGNORED */
  GArray *fields;     /* (owned): of int: of each column here */
  GPtrArray *ignored; /* (owned) (element-type utf8) */
  GArray *rows;       /* (owned): of Row */
};

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->fault);
  g_strfreev (row->cells);
}

AjImportTable *
aj_import_table_new (const AjRecordType *type, const char *name)
{
  AjImportTable *self = g_new0 (AjImportTable, 1);

  self->type = type;
  self->name = g_strdup (name);
  self->places = g_array_new (FALSE, FALSE, sizeof (int));
  self->fields = g_array_new (FALSE, FALSE, sizeof (int));
  self->ignored = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  return self;
}

void
aj_import_table_free (AjImportTable *self)
{
  g_array_unref (self->rows);
  g_ptr_array_unref (self->ignored);
  g_array_unref (self->fields);
  g_array_unref (self->places);
  g_free (self->name);
  g_free (self);
}

static gboolean
has_field (AjImportTable *self, int field)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, int, i) == field)
      return TRUE;
  return FALSE;
}

static void
ignore_column (AjImportTable *self, const char *heading)
{
  int place = IGNORED;

  g_array_append_val (self->places, place);
  /* A column without a name is nothing that anybody would miss. */
  if (*heading != '\0')
    g_ptr_array_add (self->ignored, g_strdup (heading));
}

gboolean
aj_import_table_add_column (AjImportTable *self, const char *heading)
{
  int field = aj_heading_find_field (self->type, heading);
  int place = (int) self->fields->len;

  if (field == AJ_HEADING_UNKNOWN || has_field (self, field))
    {
      ignore_column (self, heading);
      return FALSE;
    }
  g_array_append_val (self->places, place);
  g_array_append_val (self->fields, field);
  return TRUE;
}

void
aj_import_table_add_row (AjImportTable *self,
                         guint line,
                         const char *fault,
                         const char *const *cells)
{
  Row row = { line, g_strdup (fault), g_new0 (char *, self->fields->len + 1) };

  for (guint i = 0; i < self->places->len; i++)
    {
      int place = g_array_index (self->places, int, i);

      if (place != IGNORED)
        row.cells[place] = g_strdup (cells[i] != NULL ? cells[i] : "");
    }
  for (guint i = 0; i < self->fields->len; i++)
    if (row.cells[i] == NULL)
      row.cells[i] = g_strdup ("");
  g_array_append_val (self->rows, row);
}

/* Columns that the file has not, for what must be filled in: there it can be. */
static void
add_required_columns (AjImportTable *self)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const AjField *field = &self->type->fields[i];
      int index = (int) i;

      if (field->required && field->initial == NULL && !field->internal && !has_field (self, index))
        g_array_append_val (self->fields, index);
    }
}

static void
add_card_columns (AjImportTable *self)
{
  for (guint i = 0; i < AJ_CARD_N_FIELDS; i++)
    aj_import_table_add_column (self, aj_card_get_field_name ((AjCardField) i));
}

static AjImportTable *
from_cards (const char *name, GPtrArray *cards)
{
  AjImportTable *self = aj_import_table_new (&aj_person_record_type, name);

  add_card_columns (self);
  for (guint i = 0; i < cards->len; i++)
    {
      AjCard *card = cards->pdata[i];

      aj_import_table_add_row (self, card->line, card->fault, (const char *const *) card->fields);
    }
  return self;
}

static gboolean
is_filled (AjCsv *csv, guint column)
{
  for (guint i = 0; i < aj_csv_get_n_rows (csv); i++)
    if (aj_text_or_null (aj_csv_get (csv, i, column)) != NULL)
      return TRUE;
  return FALSE;
}

/* The field of a card that a column of ours is, or -1. */
static int
find_card_field (const char *heading)
{
  int field = aj_heading_find_field (&aj_person_record_type, heading);
  const char *name = field >= 0 ? aj_person_record_type.fields[field].name : NULL;

  for (guint i = 0; name != NULL && i < AJ_CARD_N_FIELDS; i++)
    if (g_str_equal (aj_card_get_field_name ((AjCardField) i), name))
      return (int) i;
  return -1;
}

/* What a column of ours says, where those of Outlook say nothing. FALSE when that is nowhere. */
static gboolean
mend_cards (GPtrArray *cards, AjCsv *csv, guint column, AjCardField field)
{
  gboolean is_used = FALSE;

  for (guint i = 0; i < cards->len; i++)
    {
      AjCard *card = cards->pdata[i];
      g_autofree char *text = aj_csv_unguard (aj_csv_get (csv, i, column));

      if (card->fields[field] != NULL || aj_text_or_null (text) == NULL)
        continue;
      aj_card_set (card, field, text);
      is_used = TRUE;
    }
  return is_used;
}

/* Outlook writes some ninety columns, most of them empty: only those that are filled in are told of. Files that are half
 * Outlook's and half ours happen too. */
static AjImportTable *
from_outlook (const char *name, AjCsv *csv)
{
  AjImportTable *self = aj_import_table_new (&aj_person_record_type, name);
  g_autoptr (GPtrArray) cards = aj_outlook_read (csv);
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (guint));

  add_card_columns (self);
  for (guint i = 0; i < aj_csv_get_n_columns (csv); i++)
    {
      const char *heading = aj_csv_get_column_name (csv, i);
      int field = find_card_field (heading);

      if (aj_outlook_reads (heading) || !is_filled (csv, i) ||
          (field >= 0 && mend_cards (cards, csv, i, (AjCardField) field)))
        continue;
      if (aj_heading_find_field (&aj_person_record_type, heading) == AJ_HEADING_UNKNOWN &&
          aj_outlook_fills_by_itself (csv, i))
        continue;
      aj_import_table_add_column (self, heading);
      g_array_append_val (more, i);
    }
  for (guint i = 0; i < cards->len; i++)
    {
      AjCard *card = cards->pdata[i];
      g_auto (GStrv) cells = g_new0 (char *, AJ_CARD_N_FIELDS + more->len + 1);

      for (guint j = 0; j < AJ_CARD_N_FIELDS; j++)
        cells[j] = g_strdup (card->fields[j] != NULL ? card->fields[j] : "");
      for (guint j = 0; j < more->len; j++)
        cells[AJ_CARD_N_FIELDS + j] = aj_csv_unguard (
            aj_csv_get (csv, i, g_array_index (more, guint, j)));
      aj_import_table_add_row (self, card->line, card->fault, (const char *const *) cells);
    }
  return self;
}

static void
add_csv_row (AjImportTable *self, AjCsv *csv, guint row)
{
  guint n = aj_csv_get_n_columns (csv);
  g_auto (GStrv) cells = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = aj_csv_unguard (aj_csv_get (csv, row, i));
  aj_import_table_add_row (self, aj_csv_get_line (csv, row), aj_csv_get_fault (csv, row),
                           (const char *const *) cells);
}

/* What columns may be called, for somebody who does not know. */
static char *
list_fields (const AjRecordType *type)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if (!type->fields[i].internal)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              aj_field_get_label (&type->fields[i]));
  return g_string_free (names, FALSE);
}

/* Other programs number their rows: that is no id of ours. */
static gboolean
holds_foreign_ids (AjCsv *csv, guint column)
{
  for (guint i = 0; i < aj_csv_get_n_rows (csv); i++)
    {
      g_autofree char *id = aj_text_clean_line (aj_csv_get (csv, i, column));

      if (g_uuid_string_is_valid (id))
        return FALSE;
    }
  return TRUE;
}

static AjImportTable *
from_csv (const AjRecordType *type, const char *name, AjCsv *csv, GError **error)
{
  g_autoptr (AjImportTable) self = aj_import_table_new (type, name);

  for (guint i = 0; i < aj_csv_get_n_columns (csv); i++)
    {
      const char *heading = aj_csv_get_column_name (csv, i);

      if (aj_heading_find_field (type, heading) == AJ_HEADING_ID && holds_foreign_ids (csv, i))
        ignore_column (self, heading);
      else
        aj_import_table_add_column (self, heading);
    }
  if (self->fields->len == 0)
    {
      g_autofree char *known = list_fields (type);

      g_set_error (
          error, AJ_ERROR, AJ_ERROR_INVALID,
          /* Translators: the name of a file, the kind of a record ("People"), and names of columns. */
          _ ("%1$s: the first line names no column of “%2$s”. It may name: %3$s."), name,
          aj_record_type_get_plural_label (type), known);
      return NULL;
    }
  add_required_columns (self);
  for (guint i = 0; i < aj_csv_get_n_rows (csv); i++)
    add_csv_row (self, csv, i);
  return g_steal_pointer (&self);
}

/* By what it says, not by what it is called: attachments lose their names. */
static gboolean
is_vcard (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *head = g_new0 (char, 65);
  gsize n = 0;

  for (gsize i = 0; i < length && n < 64; i++)
    if (g_ascii_isprint (text[i]))
      head[n++] = g_ascii_toupper (text[i]);
  return g_str_has_prefix (head, "BEGIN:VCARD");
}

AjImportTable *
aj_import_table_read (const AjRecordType *type, const char *name, GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (AjCsv) csv = NULL;

  if (is_vcard (bytes) && type != &aj_person_record_type)
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   _ ("%s holds address cards, which are people. Import it there."), name);
      return NULL;
    }
  if (is_vcard (bytes))
    {
      cards = aj_vcard_read (name, text, length, error);
      return cards != NULL ? from_cards (name, cards) : NULL;
    }
  csv = aj_csv_read (name, text != NULL ? text : "", length, error);
  if (csv == NULL)
    return NULL;
  if (type == &aj_person_record_type && aj_outlook_recognises (csv))
    return from_outlook (name, csv);
  return from_csv (type, name, csv, error);
}

AjImportTable *
aj_import_table_read_file (const AjRecordType *type, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) bytes = aj_decode_read_file (path, error);

  return bytes != NULL ? aj_import_table_read (type, name, bytes, error) : NULL;
}

const AjRecordType *
aj_import_table_get_record_type (AjImportTable *self)
{
  return self->type;
}

const char *
aj_import_table_get_name (AjImportTable *self)
{
  return self->name;
}

guint
aj_import_table_get_n_columns (AjImportTable *self)
{
  return self->fields->len;
}

int
aj_import_table_get_field (AjImportTable *self, guint column)
{
  g_return_val_if_fail (column < self->fields->len, AJ_HEADING_UNKNOWN);

  return g_array_index (self->fields, int, column);
}

GPtrArray *
aj_import_table_get_ignored (AjImportTable *self)
{
  return self->ignored;
}

guint
aj_import_table_get_n_rows (AjImportTable *self)
{
  return self->rows->len;
}

guint
aj_import_table_get_line (AjImportTable *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return g_array_index (self->rows, Row, row).line;
}

const char *
aj_import_table_get_fault (AjImportTable *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return g_array_index (self->rows, Row, row).fault;
}

char **
aj_import_table_steal_cells (AjImportTable *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return g_steal_pointer (&g_array_index (self->rows, Row, row).cells);
}
