/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-db-private.h"

#include <string.h>

#include "aj-text.h"

/* Most names and titles fit; what does not is copied. */
#define SHORT_TEXT 256

/* strcoll() wants text that ends, SQLite's does not. @buffer holds SHORT_TEXT bytes. */
static char *
terminate (const char *text, int length, char *buffer)
{
  char *copy = length < SHORT_TEXT ? buffer : g_malloc ((gsize) length + 1);

  memcpy (copy, text, (gsize) length);
  copy[length] = '\0';
  return copy;
}

static int
compare_bytes (const void *a, int a_length, const void *b, int b_length)
{
  int order = memcmp (a, b, (gsize) MIN (a_length, b_length));

  return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

/* Stored text is UTF-8 in NFC, which is what strcoll() orders well; g_utf8_collate() would normalise again each time.
 * Texts that the language does not tell apart are told apart by their bytes, so that the order is whole. */
static int
collate_cb (void *data, int a_length, const void *a, int b_length, const void *b)
{
  char a_buffer[SHORT_TEXT], b_buffer[SHORT_TEXT];
  char *a_text, *b_text;
  int order;

  a_text = terminate (a, a_length, a_buffer);
  b_text = terminate (b, b_length, b_buffer);
  order = strcoll (a_text, b_text);
  if (a_text != a_buffer)
    g_free (a_text);
  if (b_text != b_buffer)
    g_free (b_text);
  return order != 0 ? order : compare_bytes (a, a_length, b, b_length);
}

/* Whether folding means no more than lower case: ASCII without anything that cleaning would take away. */
static gboolean
is_plain (const char *text)
{
  char previous = ' ';

  for (; *text != '\0'; previous = *text++)
    if ((guchar) *text < 0x20 || (guchar) *text >= 0x7F || (*text == ' ' && previous == ' '))
      return FALSE;
  return previous != ' ';
}

static char *
fold (const char *text)
{
  return is_plain (text) ? g_ascii_strdown (text, -1) : aj_text_fold (text);
}

static void
fold_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, fold (text), -1, g_free);
}

gboolean
aj_db_add_functions (AjDb *self, GError **error)
{
  int rc = sqlite3_create_function_v2 (self->handle, "aj_fold", 1,
                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                                       fold_cb, NULL, NULL, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_create_collation_v2 (self->handle, "AJ_LOCALE", SQLITE_UTF8, NULL, collate_cb,
                                      NULL);
  return rc == SQLITE_OK || aj_db_fail (self, rc, "add functions", error);
}
