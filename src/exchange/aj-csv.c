/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-csv.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-error.h"

typedef struct
{
  GPtrArray *fields; /* (owned) (element-type utf8) */
  guint line;
} Row;

struct _AjCsv
{
  char *name;      /* (owned) */
  GPtrArray *rows; /* (owned) (element-type Row): the first holds the names */
};

/* What libcsv's callbacks share. */
typedef struct
{
  GPtrArray *rows;   /* (borrowed) */
  GPtrArray *fields; /* (owned) (nullable): the row being read */
  guint line;        /* on which the row being read began */
  gboolean ended;    /* a row ended in what was fed last */
} Reading;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->fields);
  g_free (row);
}

static void
field_read_cb (void *text, size_t length, void *data)
{
  Reading *reading = data;

  if (reading->fields == NULL)
    reading->fields = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (reading->fields, g_strndup (text, length));
}

static void
row_read_cb (int terminator, void *data)
{
  Reading *reading = data;
  Row *row = g_new0 (Row, 1);

  row->fields = g_steal_pointer (&reading->fields);
  row->line = reading->line;
  g_ptr_array_add (reading->rows, row);
  reading->ended = TRUE;
}

/* The length of the first line of @text with its line end (LF, CR or CR LF). */
static gsize
line_length (const char *text, gsize left)
{
  gsize length = 0;

  while (length < left && text[length] != '\n' && text[length] != '\r')
    length++;
  if (length < left && text[length] == '\r' && length + 1 < left && text[length + 1] == '\n')
    length++;
  return MIN (length + 1, left);
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
fail_on_line (AjCsv *self, guint line, const char *why, GError **error)
{
  g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
               /* Translators: a file, a line number, and a whole sentence. */
               _ ("%s, line %u: %s"), self->name, line, why);
  return FALSE;
}

/* libcsv does not count lines, so it is fed one at a time. */
static gboolean
read_lines (
    AjCsv *self, struct csv_parser *parser, const char *text, gsize length, Reading *reading)
{
  gboolean inside = FALSE;

  for (guint line = 1; length > 0; line++)
    {
      gsize taken = line_length (text, length);

      if (!inside)
        reading->line = line;
      reading->ended = FALSE;
      if (csv_parse (parser, text, taken, field_read_cb, row_read_cb, reading) != taken)
        return FALSE;
      /* A row that did not end goes on inside a quoted field. */
      inside = !reading->ended && (inside || !is_blank (text, taken));
      text += taken;
      length -= taken;
    }
  return csv_fini (parser, field_read_cb, row_read_cb, reading) == 0;
}

static gboolean
check_shape (AjCsv *self, GError **error)
{
  Row *names;

  if (self->rows->len == 0)
    return fail_on_line (self, 1, _ ("The names of the columns are missing."), error);
  names = self->rows->pdata[0];
  for (guint i = 1; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      if (row->fields->len != names->fields->len)
        {
          g_autofree char *why =
              g_strdup_printf (_ ("There are %u fields here, and %u column names."),
                               row->fields->len, names->fields->len);
          return fail_on_line (self, row->line, why, error);
        }
    }
  return TRUE;
}

AjCsv *
aj_csv_new (const char *name, const char *text, gssize length, GError **error)
{
  g_autoptr (AjCsv) self = g_new0 (AjCsv, 1);
  gsize left = length < 0 ? strlen (text) : (gsize) length;
  struct csv_parser parser;
  Reading reading = { 0 };
  gboolean done;

  self->name = g_strdup (name);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  if (!g_utf8_validate_len (text, left, NULL))
    {
      fail_on_line (self, 1, _ ("The text is not UTF-8."), error);
      return NULL;
    }
  if (left >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      left -= 3;
    }
  if (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    g_error ("out of memory");
  reading.rows = self->rows;
  done = read_lines (self, &parser, text, left, &reading);
  csv_free (&parser);
  g_clear_pointer (&reading.fields, g_ptr_array_unref);
  if (!done)
    {
      fail_on_line (self, reading.line, _ ("A quotation mark is missing or misplaced."), error);
      return NULL;
    }
  return check_shape (self, error) ? g_steal_pointer (&self) : NULL;
}

void
aj_csv_free (AjCsv *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->name);
  g_free (self);
}

static Row *
get_names (AjCsv *self)
{
  return self->rows->pdata[0];
}

guint
aj_csv_get_n_columns (AjCsv *self)
{
  return get_names (self)->fields->len;
}

const char *
aj_csv_get_column_name (AjCsv *self, guint column)
{
  g_return_val_if_fail (column < aj_csv_get_n_columns (self), "");

  return get_names (self)->fields->pdata[column];
}

int
aj_csv_find_column (AjCsv *self, const char *name)
{
  for (guint i = 0; i < aj_csv_get_n_columns (self); i++)
    if (strcmp (aj_csv_get_column_name (self, i), name) == 0)
      return (int) i;
  return -1;
}

guint
aj_csv_get_n_rows (AjCsv *self)
{
  return self->rows->len - 1;
}

const char *
aj_csv_get (AjCsv *self, guint row, guint column)
{
  g_return_val_if_fail (row < aj_csv_get_n_rows (self), "");
  g_return_val_if_fail (column < aj_csv_get_n_columns (self), "");

  return ((Row *) self->rows->pdata[row + 1])->fields->pdata[column];
}

guint
aj_csv_get_line (AjCsv *self, guint row)
{
  g_return_val_if_fail (row < aj_csv_get_n_rows (self), 0);

  return ((Row *) self->rows->pdata[row + 1])->line;
}

const char *
aj_csv_get_name (AjCsv *self)
{
  return self->name;
}
