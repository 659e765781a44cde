/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument (ISO 26300), as far as what the cells of its tables say. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-csv.h"
#include "aj-error.h"
#include "aj-sheet-private.h"
#include "aj-xml-private.h"

/* How many hidden kinds of table are looked for. */
#define MAX_STYLES 65536

typedef enum
{
  CELL_TEXT,
  CELL_NUMBER,
  CELL_PERCENT,
  CELL_ISO,
  CELL_BOOLEAN,
} CellType;

typedef struct
{
  AjZip *zip;
  AjWorkbook *workbook; /* (owned) */
  GHashTable *hidden;   /* (owned) (element-type utf8): styles of tables that are not shown */
  char *style;          /* (owned) (nullable): whose properties are read */
  gboolean is_encrypted;

  AjSheet *sheet; /* (nullable): being read */
  guint depth;    /* of tables within a table */
  guint line;
  guint n_lines; /* how often the row is there */
  guint column;
  GArray *places; /* (owned): of guint32: the row, up to the last cell in which something stands */

  gboolean in_cell;
  guint n_columns; /* how often the cell is there */
  CellType type;
  char *value;      /* (owned) (nullable): as it is computed with */
  GString *text;    /* (owned): as it is shown */
  guint n_lines_of; /* paragraphs of it that were read */
  guint in_text;    /* how deep in a paragraph */
  guint in_note;    /* how deep in what only lies on the cell: a comment, a drawing */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->workbook, aj_workbook_free);
  g_hash_table_unref (self->hidden);
  g_array_unref (self->places);
  g_string_free (self->text, TRUE);
  g_free (self->style);
  g_free (self->value);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static CellType
get_type (const AjXmlElement *element)
{
  static const struct
  {
    const char *word;
    CellType type;
  } types[] = {
    { "float", CELL_NUMBER }, { "currency", CELL_NUMBER }, { "percentage", CELL_PERCENT },
    { "date", CELL_ISO },     { "time", CELL_ISO },        { "boolean", CELL_BOOLEAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (aj_xml_element_is (element, "value-type", types[i].word))
      return types[i].type;
  return CELL_TEXT;
}

static char *
dup_value (const AjXmlElement *element, CellType type)
{
  char *value;

  switch (type)
    {
    case CELL_ISO:
      value = aj_xml_element_dup (element, "date-value");
      return value != NULL ? value : aj_xml_element_dup (element, "time-value");
    case CELL_BOOLEAN:
      return aj_xml_element_dup (element, "boolean-value");
    case CELL_NUMBER:
    case CELL_PERCENT:
      return aj_xml_element_dup (element, "value");
    case CELL_TEXT:
    default:
      return aj_xml_element_dup (element, "string-value");
    }
}

static void
begin_cell (Reading *self, const AjXmlElement *element)
{
  self->in_cell = TRUE;
  self->n_columns = MAX (aj_xml_element_get_number (element, "number-columns-repeated"), 1);
  self->type = get_type (element);
  g_free (self->value);
  self->value = dup_value (element, self->type);
  g_string_truncate (self->text, 0);
  self->n_lines_of = 0;
  self->in_text = 0;
  self->in_note = 0;
}

static void
append_text (Reading *self, const char *text, gsize length)
{
  /* What is too long is refused when it is kept; until then no more is held than that takes. */
  if (self->text->len < AJ_CSV_MAX_BYTES_OF_CELL)
    g_string_append_len (self->text, text, (gssize) length);
}

/* White space within a paragraph. */
static void
append_space (Reading *self, const AjXmlElement *element)
{
  guint n = MIN (MAX (aj_xml_element_get_number (element, "c"), 1), 1000);

  if (g_str_equal (element->name, "s"))
    for (guint i = 0; i < n; i++)
      append_text (self, " ", 1);
  else if (g_str_equal (element->name, "tab"))
    append_text (self, "\t", 1);
  else if (g_str_equal (element->name, "line-break"))
    append_text (self, "\n", 1);
}

static void
start_in_cell (Reading *self, const AjXmlElement *element)
{
  if (self->in_note == 0 && self->in_text > 0)
    {
      self->in_text++;
      append_space (self, element);
    }
  else if (self->in_note == 0 && g_str_equal (element->name, "p"))
    {
      self->in_text = 1;
      if (self->n_lines_of++ > 0)
        append_text (self, "\n", 1);
    }
  else
    self->in_note++;
}

static gboolean
begin_table (Reading *self, const AjXmlElement *element, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *style = NULL;

  /* A table within a cell is no part of this one. */
  if (self->depth++ > 0)
    return TRUE;
  name = aj_xml_element_dup (element, "name");
  style = aj_xml_element_dup (element, "style-name");
  self->line = 1;
  self->sheet = aj_workbook_add_sheet (self->workbook, name != NULL ? name : "",
                                       style != NULL && g_hash_table_contains (self->hidden, style),
                                       error);
  return self->sheet != NULL;
}

static void
start_outside (Reading *self, const AjXmlElement *element)
{
  if (g_str_equal (element->name, "style"))
    {
      g_free (self->style);
      self->style = aj_xml_element_is (element, "family", "table")
                        ? aj_xml_element_dup (element, "name")
                        : NULL;
    }
  else if (g_str_equal (element->name, "table-properties") && self->style != NULL &&
           aj_xml_element_is (element, "display", "false") &&
           g_hash_table_size (self->hidden) < MAX_STYLES)
    g_hash_table_add (self->hidden, g_strdup (self->style));
}

static gboolean
content_start (const AjXmlElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  const char *name = element->name;

  if (g_str_equal (name, "table"))
    return begin_table (self, element, error);
  if (self->sheet == NULL)
    start_outside (self, element);
  else if (self->depth > 1)
    return TRUE;
  else if (self->in_cell)
    start_in_cell (self, element);
  else if (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell"))
    begin_cell (self, element);
  else if (g_str_equal (name, "table-row"))
    {
      self->column = 0;
      self->n_lines = MAX (aj_xml_element_get_number (element, "number-rows-repeated"), 1);
      g_array_set_size (self->places, 0);
    }
  return TRUE;
}

static gboolean
content_text (const char *text, gsize length, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (self->in_text > 0 && self->in_note == 0 && self->depth == 1)
    append_text (self, text, length);
  return TRUE;
}

static gboolean
find_place (Reading *self, guint32 *place, GError **error)
{
  if (self->value == NULL || *self->value == '\0')
    return aj_workbook_keep (self->workbook, self->text->str, self->text->len, place, error);
  g_string_truncate (self->text, 0);
  switch (self->type)
    {
    case CELL_NUMBER:
      aj_cell_append_number (self->text, self->value, AJ_CELL_NUMBER, FALSE);
      break;
    case CELL_PERCENT:
      aj_cell_append_number (self->text, self->value, AJ_CELL_PERCENT, FALSE);
      break;
    case CELL_ISO:
      aj_cell_append_iso (self->text, self->value);
      break;
    case CELL_BOOLEAN:
      g_string_append (self->text, g_str_equal (self->value, "true") ? "TRUE" : "FALSE");
      break;
    case CELL_TEXT:
    default:
      g_string_append (self->text, self->value);
      break;
    }
  return aj_workbook_keep (self->workbook, self->text->str, self->text->len, place, error);
}

static gboolean
end_cell (Reading *self, GError **error)
{
  guint32 place;

  self->in_cell = FALSE;
  if (!find_place (self, &place, error))
    return FALSE;
  /* One more than are read is enough to be refused. */
  self->n_columns = MIN (self->n_columns, AJ_WORKBOOK_MAX_COLUMNS + 1);
  if (place != 0)
    {
      g_array_set_size (self->places, MIN (self->column, AJ_WORKBOOK_MAX_COLUMNS));
      for (guint i = 0; i < self->n_columns; i++)
        g_array_append_val (self->places, place);
    }
  self->column += self->n_columns;
  return TRUE;
}

static gboolean
end_row (Reading *self, GError **error)
{
  for (guint i = 0; self->places->len > 0 && i < self->n_lines; i++)
    for (guint column = 0; column < self->places->len; column++)
      if (!aj_sheet_put (self->sheet, self->line + i, column,
                         g_array_index (self->places, guint32, column), error))
        return FALSE;
  /* Sheets end in a million empty rows. */
  self->line += self->n_lines;
  return TRUE;
}

static gboolean
content_end (const char *name, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (g_str_equal (name, "table"))
    {
      if (--self->depth == 0)
        self->sheet = NULL;
      return TRUE;
    }
  if (self->sheet == NULL || self->depth > 1)
    return TRUE;
  if (self->in_cell && self->in_note > 0)
    self->in_note--;
  else if (self->in_cell && self->in_text > 0)
    self->in_text--;
  else if (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell"))
    return end_cell (self, error);
  else if (g_str_equal (name, "table-row"))
    return end_row (self, error);
  return TRUE;
}

static gboolean
manifest_start (const AjXmlElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  self->is_encrypted |= g_str_equal (element->name, "encryption-data");
  return TRUE;
}

/* Text documents and drawings have a content as well. */
static gboolean
check_kind (Reading *self, GCancellable *cancellable, GError **error)
{
  static const AjXmlHandlers manifest = { manifest_start };

  if (!aj_zip_has (self->zip, "META-INF/manifest.xml"))
    return TRUE;
  if (!aj_xml_parse (self->zip, "META-INF/manifest.xml", &manifest, self, cancellable, error))
    return FALSE;
  if (!self->is_encrypted)
    return TRUE;
  g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
               _ ("%s is locked with a password. Save it without one."),
               aj_zip_get_name (self->zip));
  return FALSE;
}

AjWorkbook *
aj_ods_read (AjZip *zip, GCancellable *cancellable, GError **error)
{
  static const AjXmlHandlers content = { content_start, content_end, content_text };
  g_auto (Reading) self = { .zip = zip };

  self.workbook = aj_workbook_new (aj_zip_get_name (zip));
  self.hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.places = g_array_new (FALSE, TRUE, sizeof (guint32));
  self.text = g_string_new (NULL);
  if (!check_kind (&self, cancellable, error) ||
      !aj_xml_parse (zip, "content.xml", &content, &self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self.workbook);
}
