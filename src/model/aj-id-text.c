/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-id-text.h"

static GStrv
split (const char *text)
{
  return g_strsplit (text != NULL ? text : "", " ", -1);
}

gboolean
aj_id_text_has (const char *text, const char *id)
{
  g_auto (GStrv) ids = split (text);

  return g_strv_contains ((const char *const *) ids, id);
}

static void
append (GString *text, const char *id)
{
  if (*id == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, id);
}

char *
aj_id_text_add (const char *text, const char *more)
{
  g_auto (GStrv) ids = split (more);
  GString *result = g_string_new (text);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!aj_id_text_has (result->str, ids[i]))
      append (result, ids[i]);
  return g_string_free (result, FALSE);
}

char *
aj_id_text_remove (const char *text, const char *id)
{
  g_auto (GStrv) ids = split (text);
  GString *result = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], id))
      append (result, ids[i]);
  return g_string_free (result, FALSE);
}
