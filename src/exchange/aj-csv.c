/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-csv.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-csv-private.h"
#include "aj-decode.h"
#include "aj-error.h"
#include "aj-text.h"

/* libcsv is fed in pieces of this size, between which limits are looked at. */
#define PIECE 16384
/* What libcsv calls FIELD_BEGUN, and keeps to itself. */
#define IN_FIELD 2
/* Where a table may begin with anything, that of the names is among so many lines. */
#define BARE_LINES 60

typedef struct
{
  guint first; /* of its fields, in @starts */
  guint n_fields;
  guint line;
  char *fault; /* (owned) (nullable) */
} Row;

/* All text in one piece, for a file of nothing but separators has millions of fields. */
struct _AjCsv
{
  char *name;     /* (owned) */
  GString *text;  /* (owned): every field, each ended by a zero byte */
  GArray *starts; /* (owned): of guint32: where in the text each field begins */
  GArray *rows;   /* (owned): of Row: the first holds the names */
  GStrv names;    /* (owned): of the columns */
  char separator;
  gboolean lenient;
  gboolean is_bare;
};

/* What libcsv's callbacks share. */
typedef struct
{
  AjCsv *csv;
  guint first;       /* of the fields of the row being read */
  guint line;        /* on which the row being read began */
  gboolean ended;    /* a row ended in what was fed last */
  gboolean has_long; /* the row being read has a cell over the limit */
  guint n_left_out;  /* fields of the row being read over the limit */
  GError *failure;   /* (owned) (nullable): the file cannot be used */
} Reading;

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->fault);
}

static Row *
get_row (AjCsv *self, guint index)
{
  return &g_array_index (self->rows, Row, index);
}

static const char *
get_field (AjCsv *self, guint index)
{
  return self->text->str + g_array_index (self->starts, guint32, index);
}

static void
drop_fields (AjCsv *self, guint first)
{
  if (first == self->starts->len)
    return;
  g_string_truncate (self->text, g_array_index (self->starts, guint32, first));
  g_array_set_size (self->starts, first);
}

static gboolean
fail_on_line (AjCsv *self, guint line, AjErrorCode code, const char *why, GError **error)
{
  g_set_error (error, AJ_ERROR, code,
               /* Translators: a file, a line number, and a whole sentence. */
               _ ("%s, line %u: %s"), self->name, line, why);
  return FALSE;
}

static void
field_read_cb (void *text, size_t length, void *data)
{
  Reading *reading = data;
  AjCsv *self = reading->csv;
  guint32 start = (guint32) self->text->len;

  if (self->starts->len - reading->first == AJ_CSV_MAX_COLUMNS)
    {
      reading->n_left_out++;
      return;
    }
  if (self->starts->len == AJ_CSV_MAX_CELLS)
    {
      if (reading->failure == NULL)
        fail_on_line (self, reading->line, AJ_ERROR_LIMIT,
                      _ ("There are too many fields to be read. Divide the file into parts."),
                      &reading->failure);
      return;
    }
  if (length > AJ_CSV_MAX_CELL && g_utf8_strlen (text, (gssize) length) > AJ_CSV_MAX_CELL)
    {
      reading->has_long = TRUE;
      length = 0;
    }
  /* Up to a zero byte, which is no part of any text. */
  g_string_append_len (self->text, text, (gssize) strnlen (text, length));
  g_string_append_c (self->text, '\0');
  g_array_append_val (self->starts, start);
}

static gboolean
is_empty_row (AjCsv *self, guint first)
{
  for (guint i = first; i < self->starts->len; i++)
    if (aj_text_or_null (get_field (self, i)) != NULL)
      return FALSE;
  return TRUE;
}

static char *
describe_limits (Reading *reading)
{
  if (reading->has_long)
    return g_strdup_printf (_ ("A text here is longer than %d characters."), AJ_CSV_MAX_CELL);
  if (reading->n_left_out > 0)
    return g_strdup_printf (_ ("There are more than %d fields here."), AJ_CSV_MAX_COLUMNS);
  return NULL;
}

static void
row_read_cb (int terminator, void *data)
{
  Reading *reading = data;
  AjCsv *self = reading->csv;
  g_autofree char *fault = describe_limits (reading);
  Row row = { .first = reading->first,
              .n_fields = self->starts->len - reading->first,
              .line = reading->line };

  reading->has_long = FALSE;
  reading->n_left_out = 0;
  reading->ended = TRUE;
  if (reading->failure != NULL)
    return;
  if (row.n_fields == 0 || (self->lenient && fault == NULL && is_empty_row (self, row.first)))
    {
      drop_fields (self, row.first);
      return;
    }
  if (self->rows->len > AJ_CSV_MAX_ROWS)
    {
      g_autofree char *why = g_strdup_printf (
          _ ("More than %d rows are not read. Divide the file into parts."), AJ_CSV_MAX_ROWS);

      fail_on_line (self, reading->line, AJ_ERROR_LIMIT, why, &reading->failure);
      return;
    }
  row.fault = g_steal_pointer (&fault);
  g_array_append_val (self->rows, row);
  reading->first = self->starts->len;
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

/* In pieces, so that a cell without an end does not grow with the file. */
static gboolean
feed (struct csv_parser *parser, const char *text, gsize length, Reading *reading)
{
  for (gsize fed = 0; fed < length; fed += PIECE)
    {
      gsize piece = MIN (length - fed, (gsize) PIECE);

      if (csv_parse (parser, text + fed, piece, field_read_cb, row_read_cb, reading) != piece)
        return FALSE;
      if (reading->failure != NULL)
        return FALSE;
      if (parser->entry_pos > (gsize) AJ_CSV_MAX_CELL * 4)
        return fail_on_line (reading->csv, reading->line, AJ_ERROR_LIMIT,
                             _ ("A text in quotation marks does not end here. Look for a quotation "
                                "mark that is missing."),
                             &reading->failure);
    }
  return TRUE;
}

/* libcsv does not count lines, so it is fed one at a time. @unended receives whether the last row ends inside a quoted
 * field. */
static gboolean
read_lines (
    struct csv_parser *parser, const char *text, gsize length, Reading *reading, gboolean *unended)
{
  gboolean inside = FALSE;

  for (guint line = reading->line; length > 0; line++)
    {
      gsize taken = line_length (text, length);

      if (!inside)
        reading->line = line;
      reading->ended = FALSE;
      if (!feed (parser, text, taken, reading))
        return FALSE;
      /* A row that did not end goes on inside a quoted field. */
      inside = !reading->ended && (inside || !is_blank (text, taken));
      text += taken;
      length -= taken;
    }
  *unended = parser->quoted != 0 && parser->pstate == IN_FIELD;
  return csv_fini (parser, field_read_cb, row_read_cb, reading) == 0 && reading->failure == NULL;
}

static char *
describe_shape (const Row *row, guint n_columns)
{
  if (row->n_fields == n_columns)
    return NULL;
  /* Translators: the number of fields in this row and in the first one, which has the names of the columns. */
  return g_strdup_printf (ngettext ("There is %1$u field here, and the first row has %2$u.",
                                    "There are %1$u fields here, and the first row has %2$u.",
                                    row->n_fields),
                          row->n_fields, n_columns);
}

static gboolean
check_shape (AjCsv *self, GError **error)
{
  guint n_columns = get_row (self, 0)->n_fields;

  for (guint i = 1; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);
      g_autofree char *why = describe_shape (row, n_columns);

      if (why != NULL || row->fault != NULL)
        return fail_on_line (self, row->line, AJ_ERROR_INVALID, why != NULL ? why : row->fault,
                             error);
    }
  return TRUE;
}

/* Excel writes a separator for every column that ever held something. */
static void
drop_empty_end (AjCsv *self, Row *row, guint n_wanted)
{
  while (row->n_fields > n_wanted &&
         aj_text_or_null (get_field (self, row->first + row->n_fields - 1)) == NULL)
    row->n_fields--;
}

static gboolean
has_unreadable (AjCsv *self, const Row *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    if (strstr (get_field (self, row->first + i), "\xef\xbf\xbd") != NULL)
      return TRUE;
  return FALSE;
}

/* Notes of every row what is wrong with it. */
static gboolean
mend_shape (AjCsv *self, GError **error)
{
  Row *names = get_row (self, 0);

  if (names->fault != NULL)
    return fail_on_line (self, names->line, AJ_ERROR_LIMIT, names->fault, error);
  drop_empty_end (self, names, 1);
  for (guint i = 1; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);

      drop_empty_end (self, row, names->n_fields);
      if (row->fault == NULL)
        row->fault = describe_shape (row, names->n_fields);
      if (row->fault == NULL && has_unreadable (self, row))
        row->fault = g_strdup (_ ("There are characters here that cannot be read."));
    }
  return TRUE;
}

/* As if before the first row stood one of nameless columns. */
static void
settle_bare (AjCsv *self)
{
  Row names = { .first = self->starts->len, .line = 1 };

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);

      drop_empty_end (self, row, 1);
      g_clear_pointer (&row->fault, g_free);
      names.n_fields = MAX (names.n_fields, row->n_fields);
    }
  g_array_prepend_val (self->rows, names);
  self->names = g_new0 (char *, names.n_fields + 1);
  for (guint i = 0; i < names.n_fields; i++)
    self->names[i] = g_strdup ("");
}

static gboolean
settle (AjCsv *self, GError **error)
{
  guint n_columns;

  if (self->is_bare)
    {
      settle_bare (self);
      return TRUE;
    }
  if (self->rows->len == 0)
    return fail_on_line (self, 1, AJ_ERROR_INVALID, _ ("The names of the columns are missing."),
                         error);
  if (self->lenient ? !mend_shape (self, error) : !check_shape (self, error))
    return FALSE;
  n_columns = get_row (self, 0)->n_fields;
  self->names = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    self->names[i] = self->lenient ? aj_text_clean_line (get_field (self, i))
                                   : g_strdup (get_field (self, i));
  return TRUE;
}

static AjCsv *
new_empty (const char *name, char separator, gboolean lenient)
{
  AjCsv *self = g_new0 (AjCsv, 1);

  self->name = g_strdup (name);
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->separator = separator;
  self->lenient = lenient;
  return self;
}

/* From the line with number @first on. */
static gboolean
parse (AjCsv *self, const char *text, gsize length, guint first, GError **error)
{
  struct csv_parser parser;
  Reading reading = { .csv = self, .line = first };
  gboolean unended = FALSE;
  gboolean done;

  if (csv_init (&parser, self->lenient ? 0 : CSV_STRICT | CSV_STRICT_FINI) != 0)
    g_error ("out of memory");
  csv_set_delim (&parser, (unsigned char) self->separator);
  done = read_lines (&parser, text, length, &reading, &unended);
  csv_free (&parser);
  if (done && unended && self->lenient && self->rows->len > 1)
    {
      Row *last = get_row (self, self->rows->len - 1);

      g_free (last->fault);
      last->fault = g_strdup (_ ("A quotation mark is missing or misplaced."));
    }
  if (reading.failure != NULL)
    g_propagate_error (error, reading.failure);
  else if (!done)
    fail_on_line (self, reading.line, AJ_ERROR_INVALID,
                  _ ("A quotation mark is missing or misplaced."), error);
  return done;
}

AjCsv *
aj_csv_new (const char *name, const char *text, gssize length, GError **error)
{
  g_autoptr (AjCsv) self = new_empty (name, ',', FALSE);
  gsize left = length < 0 ? strlen (text) : (gsize) length;

  if (!g_utf8_validate_len (text, left, NULL))
    {
      fail_on_line (self, 1, AJ_ERROR_INVALID, _ ("The text is not UTF-8."), error);
      return NULL;
    }
  if (left >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      left -= 3;
    }
  if (!parse (self, text, left, 1, error) || !settle (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Excel's own line, "sep=;", which it writes and reads before the names. 0 when it is not there. */
static char
read_separator_line (const char *text, gsize length, gsize *taken)
{
  gsize line = line_length (text, length);
  g_autofree char *said = g_strndup (text, line);
  char *word;

  g_strdelimit (said, "\"", ' ');
  g_strchomp (said);
  word = g_strchug (said);
  if (g_ascii_strncasecmp (word, "sep=", 4) != 0)
    return '\0';
  *taken = line;
  /* A tab was white space at the end of the line. */
  return word[4] != '\0' ? word[4] : '\t';
}

/* The one that stands most often in one of the first @n_lines, which is that of the names, or as wide. */
static char
guess_separator (const char *text, gsize length, guint n_lines)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  guint most[G_N_ELEMENTS (candidates)] = { 0 };
  guint best = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length && n_lines > 0; i++)
    {
      if (!quoted && (text[i] == '\n' || text[i] == '\r'))
        {
          memset (counts, 0, sizeof counts);
          n_lines--;
        }
      else if (text[i] == '"')
        quoted = !quoted;
      for (guint c = 0; c < G_N_ELEMENTS (candidates) && !quoted; c++)
        {
          counts[c] += text[i] == candidates[c];
          most[c] = MAX (most[c], counts[c]);
        }
    }
  for (guint c = 1; c < G_N_ELEMENTS (candidates); c++)
    if (most[c] > most[best])
      best = c;
  return candidates[best];
}

static AjCsv *
read_arrived (const char *name, const char *bytes, gsize length, gboolean is_bare, GError **error)
{
  g_autoptr (AjCsv) self = new_empty (name, ',', TRUE);
  gsize left;
  gsize taken = 0;
  guint line = 1;
  g_autofree char *decoded = aj_decode_text (name, bytes, length, &left, error);
  const char *text = decoded;
  char said;

  self->is_bare = is_bare;
  if (decoded == NULL)
    return NULL;
  while (left > 0 && is_blank (text, taken = line_length (text, left)) && taken < left)
    {
      text += taken;
      left -= taken;
      line++;
    }
  said = read_separator_line (text, left, &taken);
  if (said != '\0')
    {
      text += taken;
      left -= taken;
      line++;
    }
  self->separator = said != '\0' ? said : guess_separator (text, left, is_bare ? BARE_LINES : 1);
  if (!parse (self, text, left, line, error) || !settle (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

AjCsv *
aj_csv_read (const char *name, const char *bytes, gsize length, GError **error)
{
  return read_arrived (name, bytes, length, FALSE, error);
}

AjCsv *
aj_csv_read_bare (const char *name, const char *bytes, gsize length, GError **error)
{
  return read_arrived (name, bytes, length, TRUE, error);
}

void
aj_csv_free (AjCsv *self)
{
  g_strfreev (self->names);
  g_array_unref (self->rows);
  g_array_unref (self->starts);
  g_string_free (self->text, TRUE);
  g_free (self->name);
  g_free (self);
}

guint
aj_csv_get_n_columns (AjCsv *self)
{
  return get_row (self, 0)->n_fields;
}

const char *
aj_csv_get_column_name (AjCsv *self, guint column)
{
  g_return_val_if_fail (column < aj_csv_get_n_columns (self), "");

  return self->names[column];
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
  const Row *present;

  g_return_val_if_fail (row < aj_csv_get_n_rows (self), "");
  g_return_val_if_fail (column < aj_csv_get_n_columns (self), "");

  present = get_row (self, row + 1);
  return column < present->n_fields ? get_field (self, present->first + column) : "";
}

guint
aj_csv_get_line (AjCsv *self, guint row)
{
  g_return_val_if_fail (row < aj_csv_get_n_rows (self), 0);

  return get_row (self, row + 1)->line;
}

const char *
aj_csv_get_fault (AjCsv *self, guint row)
{
  g_return_val_if_fail (row < aj_csv_get_n_rows (self), NULL);

  return get_row (self, row + 1)->fault;
}

const char *
aj_csv_get_name (AjCsv *self)
{
  return self->name;
}

char
aj_csv_get_separator (AjCsv *self)
{
  return self->separator;
}

char *
aj_csv_guard (const char *text)
{
  return g_strconcat (aj_csv_get_guard (text), text, NULL);
}

char *
aj_csv_unguard (const char *cell)
{
  gsize n_quotes = strspn (cell, "'");

  if (n_quotes > 0 && aj_csv_is_formula (cell + n_quotes))
    return g_strdup (cell + 1);
  return g_strdup (cell);
}
