/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-csv-writer.h"

#include <locale.h>
#include <string.h>

#include "aj-csv-private.h"

/* As much as is gathered before it is written. */
#define BLOCK 65536

struct _AjCsvWriter
{
  GOutputStream *stream; /* (owned) */
  GString *waiting;      /* (owned): not written yet */
  AjCsvStyle style;
  char separator;
  gboolean is_first; /* the next field begins a row */
};

/* Excel goes by the list separator of the regional settings, which is a semicolon where the comma makes decimals. */
static char
get_local_separator (void)
{
  const struct lconv *local = localeconv ();

  return local->decimal_point[0] == ',' ? ';' : ',';
}

AjCsvWriter *
aj_csv_writer_new (GOutputStream *stream, AjCsvStyle style)
{
  AjCsvWriter *self = g_new0 (AjCsvWriter, 1);

  self->stream = g_object_ref (stream);
  self->waiting = g_string_sized_new (BLOCK);
  self->style = style;
  self->separator = style == AJ_CSV_EXCEL ? get_local_separator () : ',';
  self->is_first = TRUE;
  if (style == AJ_CSV_EXCEL)
    g_string_append (self->waiting, "\xef\xbb\xbf");
  return self;
}

void
aj_csv_writer_free (AjCsvWriter *self)
{
  g_object_unref (self->stream);
  g_string_free (self->waiting, TRUE);
  g_free (self);
}

gboolean
aj_csv_is_formula (const char *text)
{
  static const char *const wide[] = { "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
                                      "\xef\xbc\xa0" };

  if (*text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (text, wide[i]))
      return TRUE;
  return FALSE;
}

const char *
aj_csv_get_guard (const char *text)
{
  return aj_csv_is_formula (text + strspn (text, "'")) ? "'" : "";
}

static gboolean
needs_quotes (AjCsvWriter *self, const char *text)
{
  gsize length = strlen (text);

  return strpbrk (text, "\",;\t\r\n") != NULL || strchr (text, self->separator) != NULL ||
         (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));
}

static void
add_field (AjCsvWriter *self, const char *guard, const char *text)
{
  if (!self->is_first)
    g_string_append_c (self->waiting, self->separator);
  self->is_first = FALSE;
  if (!needs_quotes (self, text))
    {
      g_string_append (self->waiting, guard);
      g_string_append (self->waiting, text);
      return;
    }
  g_string_append_c (self->waiting, '"');
  g_string_append (self->waiting, guard);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->waiting, '"');
      g_string_append_c (self->waiting, *p);
    }
  g_string_append_c (self->waiting, '"');
}

/* "+31 6 12345678": a program that keeps addresses would keep the apostrophe, and could not dial it. A formula needs more
 * than this has. */
static gboolean
is_telephone (const char *text)
{
  return text[0] == '+' && g_ascii_isdigit (text[1]) &&
         text[strspn (text, "+0123456789 ()")] == '\0' && strrchr (text, '+') == text;
}

void
aj_csv_writer_add_text (AjCsvWriter *self, const char *text)
{
  const char *present = text != NULL ? text : "";
  gboolean is_safe = self->style == AJ_CSV_PLAIN && is_telephone (present);

  add_field (self, is_safe ? "" : aj_csv_get_guard (present), present);
}

void
aj_csv_writer_add_raw (AjCsvWriter *self, const char *text)
{
  add_field (self, "", text != NULL ? text : "");
}

static gboolean
flush (AjCsvWriter *self, GCancellable *cancellable, GError **error)
{
  if (!g_output_stream_write_all (self->stream, self->waiting->str, self->waiting->len, NULL,
                                  cancellable, error))
    return FALSE;
  g_string_truncate (self->waiting, 0);
  return TRUE;
}

gboolean
aj_csv_writer_end_row (AjCsvWriter *self, GCancellable *cancellable, GError **error)
{
  g_string_append (self->waiting, "\r\n");
  self->is_first = TRUE;
  return self->waiting->len < BLOCK || flush (self, cancellable, error);
}

gboolean
aj_csv_writer_finish (AjCsvWriter *self, GCancellable *cancellable, GError **error)
{
  return flush (self, cancellable, error) &&
         g_output_stream_flush (self->stream, cancellable, error);
}
