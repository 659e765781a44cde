/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-numbered-file.h"

#include <string.h>

#include <glib/gstdio.h>

#define MAX_NUMBER 9999

static char *
number_name (const char *name, guint number)
{
  const char *dot = strrchr (name, '.');
  const char *ending = dot != NULL && dot > name ? dot : name + strlen (name);

  if (number == 1)
    return g_strdup (name);
  return g_strdup_printf ("%.*s (%u)%s", (int) (ending - name), name, number, ending);
}

/* Only a file as long as what would be written is read. */
static gboolean
holds (const char *path, GBytes *bytes)
{
  g_autofree char *text = NULL;
  gsize size = g_bytes_get_size (bytes);
  gsize length;
  GStatBuf info;

  return g_stat (path, &info) == 0 && S_ISREG (info.st_mode) && (guint64) info.st_size == size &&
         g_file_get_contents (path, &text, &length, NULL) && length == size &&
         (size == 0 || memcmp (text, g_bytes_get_data (bytes, NULL), size) == 0);
}

char *
aj_numbered_file_write (
    const char *folder, const char *name, GBytes *bytes, AjOutputFileFlags flags, GError **error)
{
  for (guint number = 1;; number++)
    {
      g_autofree char *numbered = number_name (name, number);
      g_autofree char *path = g_build_filename (folder, numbered, NULL);
      g_autoptr (GError) local_error = NULL;

      if (aj_output_file_write_bytes (path, bytes, flags | AJ_OUTPUT_FILE_NEW, &local_error))
        return g_steal_pointer (&numbered);
      if (number < MAX_NUMBER &&
          g_error_matches (local_error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_EXISTS))
        {
          if (holds (path, bytes))
            return g_steal_pointer (&numbered);
          continue;
        }
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
}
