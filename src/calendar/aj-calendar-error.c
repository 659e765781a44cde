/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (aj - calendar - error - quark, aj_calendar_error)

GError *
aj_calendar_error_for_file (GError *error, const char *path)
{
  g_autoptr (GError) cause = error;
  g_autofree char *name = g_filename_display_name (path);

  if (cause->domain == AJ_CALENDAR_ERROR ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_steal_pointer (&cause);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_error_new (
        AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_FULL,
        _ ("There is no room on the disk for “%s”. Make room, or choose another folder."), name);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return g_error_new (AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_READ_ONLY,
                        _ ("“%s” may not be written. Choose another folder."), name);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    return g_error_new (AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_NOT_FOUND,
                        _ ("The folder for “%s” does not exist. Choose another folder."), name);
  return g_error_new (AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_FAILED,
                      /* Translators: the file, and what the system said. */
                      _ ("“%s” was not written: %s. Try again, or choose another folder."), name,
                      cause->message);
}
