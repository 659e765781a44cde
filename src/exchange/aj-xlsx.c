/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Office Open XML (ECMA-376), as far as what its cells say. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-csv.h"
#include "aj-error.h"
#include "aj-sheet-private.h"
#include "aj-xml-private.h"

#define MAX_FORMATS 65536
/* Letters of a column that is still one: three make 18,278. */
#define MAX_LETTERS 3

typedef struct
{
  char *name;         /* (owned) */
  char *relationship; /* (owned) */
  gboolean is_hidden;
} SheetEntry;

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT,
  CELL_BOOLEAN,
  CELL_ISO,
} CellType;

/* What is being read of the workbook, part after part. */
typedef struct
{
  AjZip *zip;
  GCancellable *cancellable;
  AjWorkbook *workbook; /* (owned) */
  char *folder;         /* (owned): of the workbook in the archive, ended by / */
  GArray *entries;      /* (owned): of SheetEntry */
  GHashTable *targets;  /* (owned) (element-type utf8 utf8): paths, by the ids of relationships */
  char *book;           /* (owned) (nullable): path of the workbook */
  char *strings;        /* (owned) (nullable): path of the shared texts */
  char *styles;         /* (owned) (nullable): path of the styles */
  gboolean is_1904;

  GHashTable *codes; /* (owned): AjCellKind by the number of a format */
  GArray *formats;   /* (owned): of AjCellKind: what cells are, by the number of their style */
  gboolean in_formats;
  GArray *shared; /* (owned): of guint32: places of the shared texts */

  /* Of the text being read. */
  GString *text; /* (owned) */
  gboolean is_heard;
  guint phonetic; /* how deep in what only says how it is pronounced */

  /* Of the sheet being read. */
  AjSheet *sheet;
  guint line;
  guint column; /* of the next cell */
  CellType type;
  AjCellKind kind;
  GString *shown; /* (owned) */
} Reading;

static void
sheet_entry_clear (gpointer data)
{
  SheetEntry *entry = data;

  g_free (entry->name);
  g_free (entry->relationship);
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->workbook, aj_workbook_free);
  g_free (self->folder);
  g_free (self->book);
  g_free (self->strings);
  g_free (self->styles);
  g_array_unref (self->entries);
  g_hash_table_unref (self->targets);
  g_hash_table_unref (self->codes);
  g_array_unref (self->formats);
  g_array_unref (self->shared);
  g_string_free (self->text, TRUE);
  g_string_free (self->shown, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
parse (Reading *self, const char *path, const AjXmlHandlers *handlers, GError **error)
{
  return aj_xml_parse (self->zip, path, handlers, self, self->cancellable, error);
}

/* Where a relationship leads, from the folder of the part that has it. (transfer full) */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *whole = *target == '/' ? g_strdup (target)
                                          : g_strconcat ("/", folder, target, NULL);
  g_autofree char *plain = g_canonicalize_filename (whole, "/");

  return g_strdup (plain + 1);
}

static gboolean
root_start (const AjXmlElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;

  if (!g_str_equal (element->name, "Relationship") || self->book != NULL)
    return TRUE;
  type = aj_xml_element_dup (element, "Type");
  target = aj_xml_element_dup (element, "Target");
  if (type != NULL && target != NULL && g_str_has_suffix (type, "/officeDocument"))
    self->book = resolve ("", target);
  return TRUE;
}

static gboolean
relationship_start (const AjXmlElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  g_autofree char *id = NULL;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  char *path;

  if (!g_str_equal (element->name, "Relationship"))
    return TRUE;
  id = aj_xml_element_dup (element, "Id");
  type = aj_xml_element_dup (element, "Type");
  target = aj_xml_element_dup (element, "Target");
  if (id == NULL || type == NULL || target == NULL ||
      aj_xml_element_is (element, "TargetMode", "External"))
    return TRUE;
  path = resolve (self->folder, target);
  if (g_str_has_suffix (type, "/sharedStrings"))
    aj_set_string (&self->strings, path);
  else if (g_str_has_suffix (type, "/styles"))
    aj_set_string (&self->styles, path);
  if (g_str_has_suffix (type, "/worksheet"))
    g_hash_table_insert (self->targets, g_steal_pointer (&id), path);
  else
    g_free (path);
  return TRUE;
}

static gboolean
book_start (const AjXmlElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (g_str_equal (element->name, "workbookPr"))
    self->is_1904 = aj_xml_element_is (element, "date1904", "1") ||
                    aj_xml_element_is (element, "date1904", "true");
  else if (g_str_equal (element->name, "sheet") && self->entries->len < AJ_WORKBOOK_MAX_SHEETS + 1)
    {
      SheetEntry entry = { .name = aj_xml_element_dup (element, "name"),
                           .relationship = aj_xml_element_dup (element, "id"),
                           .is_hidden = aj_xml_element_is (element, "state", "hidden") ||
                                        aj_xml_element_is (element, "state", "veryHidden") };

      g_array_append_val (self->entries, entry);
    }
  return TRUE;
}

static AjCellKind
look_up_format (Reading *self, guint id)
{
  gpointer kind;

  if (g_hash_table_lookup_extended (self->codes, GUINT_TO_POINTER (id), NULL, &kind))
    return (AjCellKind) GPOINTER_TO_UINT (kind);
  return aj_cell_kind_of_builtin (id);
}

static gboolean
style_start (const AjXmlElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (g_str_equal (element->name, "numFmt") && g_hash_table_size (self->codes) < MAX_FORMATS)
    {
      g_autofree char *code = aj_xml_element_dup (element, "formatCode");
      AjCellKind kind = code != NULL ? aj_cell_kind_of_code (code) : AJ_CELL_NUMBER;

      g_hash_table_insert (self->codes,
                           GUINT_TO_POINTER (aj_xml_element_get_number (element, "numFmtId")),
                           GUINT_TO_POINTER ((guint) kind));
    }
  else if (g_str_equal (element->name, "cellXfs"))
    self->in_formats = TRUE;
  else if (self->in_formats && g_str_equal (element->name, "xf") &&
           self->formats->len < MAX_FORMATS)
    {
      AjCellKind kind = look_up_format (self, aj_xml_element_get_number (element, "numFmtId"));

      g_array_append_val (self->formats, kind);
    }
  return TRUE;
}

static gboolean
style_end (const char *name, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (g_str_equal (name, "cellXfs"))
    self->in_formats = FALSE;
  return TRUE;
}

/* "_x000D_" is a sign that XML cannot hold. */
static void
unescape (GString *text)
{
  char *p = text->str;

  while ((p = strstr (p, "_x")) != NULL)
    {
      gsize at = (gsize) (p - text->str);
      guint sign = 0;
      char utf8[6];
      int i;

      for (i = 2; i < 6 && g_ascii_isxdigit (p[i]); i++)
        sign = sign * 16 + (guint) g_ascii_xdigit_value (p[i]);
      p++;
      if (i < 6 || p[5] != '_' || sign == 0 || (sign >= 0xd800 && sign < 0xe000))
        continue;
      g_string_erase (text, (gssize) at, 7);
      g_string_insert_len (text, (gssize) at, utf8, g_unichar_to_utf8 (sign, utf8));
      p = text->str + at + 1;
    }
}

static gboolean
keep_text (Reading *self, guint32 *place, GError **error)
{
  unescape (self->text);
  return aj_workbook_keep (self->workbook, self->text->str, self->text->len, place, error);
}

static gboolean
text_heard (const char *text, gsize length, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (!self->is_heard || self->phonetic > 0)
    return TRUE;
  /* What is too long is refused when it is kept; until then no more is held than that takes. */
  if (self->text->len < AJ_CSV_MAX_BYTES_OF_CELL)
    g_string_append_len (self->text, text, (gssize) length);
  return TRUE;
}

static gboolean
string_start (const AjXmlElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (g_str_equal (element->name, "si"))
    g_string_truncate (self->text, 0);
  else if (g_str_equal (element->name, "t"))
    self->is_heard = TRUE;
  else if (g_str_equal (element->name, "rPh"))
    self->phonetic++;
  return TRUE;
}

static gboolean
string_end (const char *name, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  guint32 place;

  if (g_str_equal (name, "t"))
    self->is_heard = FALSE;
  else if (g_str_equal (name, "rPh"))
    self->phonetic--;
  else if (g_str_equal (name, "si"))
    {
      if (!keep_text (self, &place, error))
        return FALSE;
      if (self->shared->len == AJ_WORKBOOK_MAX_CELLS)
        return aj_zip_fail_damaged (self->zip, error);
      g_array_append_val (self->shared, place);
    }
  return TRUE;
}

/* The column of "AB12", from 0; where it is not said, the next one. */
static guint
get_column (Reading *self, const AjXmlElement *element)
{
  gsize length;
  const char *cell = aj_xml_element_peek (element, "r", &length);
  guint column = 0;
  gsize i;

  for (i = 0; cell != NULL && i < length && i <= MAX_LETTERS && g_ascii_isalpha (cell[i]); i++)
    column = column * 26 + (guint) (g_ascii_toupper (cell[i]) - 'A' + 1);
  return column > 0 ? column - 1 : self->column;
}

static CellType
get_type (const AjXmlElement *element)
{
  gsize length;
  const char *type = aj_xml_element_peek (element, "t", &length);

  if (type == NULL || length == 0)
    return CELL_NUMBER;
  if (length == 1)
    switch (*type)
      {
      case 's':
        return CELL_SHARED;
      case 'b':
        return CELL_BOOLEAN;
      case 'd':
        return CELL_ISO;
      case 'n':
        return CELL_NUMBER;
      default:
        return CELL_TEXT;
      }
  return CELL_TEXT;
}

static void
begin_cell (Reading *self, const AjXmlElement *element)
{
  guint style = aj_xml_element_get_number (element, "s");

  self->column = get_column (self, element);
  self->type = get_type (element);
  self->kind = style < self->formats->len ? g_array_index (self->formats, AjCellKind, style)
                                          : AJ_CELL_NUMBER;
  g_string_truncate (self->text, 0);
}

static gboolean
cell_start (const AjXmlElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  const char *name = element->name;

  if (g_str_equal (name, "c"))
    begin_cell (self, element);
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    self->is_heard = TRUE;
  else if (g_str_equal (name, "rPh"))
    self->phonetic++;
  else if (g_str_equal (name, "row"))
    {
      guint line = aj_xml_element_get_number (element, "r");

      self->line = line > 0 ? line : self->line + 1;
      self->column = 0;
    }
  return TRUE;
}

static gboolean
find_shared (Reading *self, guint32 *place, GError **error)
{
  char *end = NULL;
  guint64 index = g_ascii_strtoull (self->text->str, &end, 10);

  if (end == self->text->str || *end != '\0' || index >= self->shared->len)
    return aj_zip_fail_damaged (self->zip, error);
  *place = g_array_index (self->shared, guint32, index);
  return TRUE;
}

static gboolean
find_place (Reading *self, guint32 *place, GError **error)
{
  if (self->text->len == 0)
    {
      *place = 0;
      return TRUE;
    }
  g_string_truncate (self->shown, 0);
  switch (self->type)
    {
    case CELL_SHARED:
      return find_shared (self, place, error);
    case CELL_TEXT:
      return keep_text (self, place, error);
    case CELL_BOOLEAN:
      g_string_assign (self->shown, g_str_equal (self->text->str, "0") ? "FALSE" : "TRUE");
      break;
    case CELL_ISO:
      aj_cell_append_iso (self->shown, self->text->str);
      break;
    case CELL_NUMBER:
    default:
      aj_cell_append_number (self->shown, self->text->str, self->kind, self->is_1904);
      break;
    }
  return aj_workbook_keep (self->workbook, self->shown->str, self->shown->len, place, error);
}

static gboolean
cell_end (const char *name, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  guint32 place;

  if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    self->is_heard = FALSE;
  else if (g_str_equal (name, "rPh"))
    self->phonetic--;
  else if (g_str_equal (name, "c"))
    return find_place (self, &place, error) &&
           aj_sheet_put (self->sheet, self->line, self->column++, place, error);
  return TRUE;
}

static gboolean
read_sheets (Reading *self, GError **error)
{
  static const AjXmlHandlers handlers = { cell_start, cell_end, text_heard };

  for (guint i = 0; i < self->entries->len; i++)
    {
      const SheetEntry *entry = &g_array_index (self->entries, SheetEntry, i);
      const char *path = entry->relationship != NULL
                             ? g_hash_table_lookup (self->targets, entry->relationship)
                             : NULL;

      /* A chart on a sheet of its own has no cells. */
      if (path == NULL || !aj_zip_has (self->zip, path))
        continue;
      self->sheet = aj_workbook_add_sheet (self->workbook, entry->name != NULL ? entry->name : "",
                                           entry->is_hidden, error);
      self->line = 0;
      self->is_heard = FALSE;
      self->phonetic = 0;
      if (self->sheet == NULL || !parse (self, path, &handlers, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_workbook (Reading *self, GError **error)
{
  static const AjXmlHandlers root = { root_start };
  static const AjXmlHandlers book = { book_start };
  static const AjXmlHandlers relationships = { relationship_start };
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;

  if (!parse (self, "_rels/.rels", &root, error))
    return FALSE;
  if (self->book == NULL || !g_str_has_suffix (self->book, ".xml") ||
      g_str_has_prefix (self->book, "word/") || g_str_has_prefix (self->book, "ppt/"))
    {
      /* Translators: the name of a file, and a whole sentence. */
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID, _ ("%1$s: %2$s"), aj_zip_get_name (self->zip),
                   _ ("This is a document of another kind, and no spreadsheet."));
      return FALSE;
    }
  file = g_path_get_basename (self->book);
  self->folder = g_strndup (self->book, strlen (self->book) - strlen (file));
  path = g_strconcat (self->folder, "_rels/", file, ".rels", NULL);
  return parse (self, self->book, &book, error) && parse (self, path, &relationships, error);
}

AjWorkbook *
aj_xlsx_read (AjZip *zip, GCancellable *cancellable, GError **error)
{
  static const AjXmlHandlers strings = { string_start, string_end, text_heard };
  static const AjXmlHandlers styles = { style_start, style_end };
  g_auto (Reading) self = { .zip = zip, .cancellable = cancellable };

  self.workbook = aj_workbook_new (aj_zip_get_name (zip));
  self.entries = g_array_new (FALSE, FALSE, sizeof (SheetEntry));
  g_array_set_clear_func (self.entries, sheet_entry_clear);
  self.targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.codes = g_hash_table_new (NULL, NULL);
  self.formats = g_array_new (FALSE, FALSE, sizeof (AjCellKind));
  self.shared = g_array_new (FALSE, FALSE, sizeof (guint32));
  self.text = g_string_new (NULL);
  self.shown = g_string_new (NULL);
  if (!read_workbook (&self, error))
    return NULL;
  if (self.styles != NULL && aj_zip_has (zip, self.styles) &&
      !parse (&self, self.styles, &styles, error))
    return NULL;
  if (self.strings != NULL && aj_zip_has (zip, self.strings) &&
      !parse (&self, self.strings, &strings, error))
    return NULL;
  return read_sheets (&self, error) ? g_steal_pointer (&self.workbook) : NULL;
}
