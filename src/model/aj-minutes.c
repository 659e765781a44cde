/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-minutes.h"

#include <glib/gi18n-lib.h>

gboolean
aj_minutes_are_fixed (const AjValues *meeting)
{
  return meeting != NULL &&
         g_strcmp0 (aj_values_get_text (meeting, "minutes-state"), AJ_MINUTES_FIXED) == 0;
}

gboolean
aj_minutes_check_change (const AjValues *owner,
                         const AjValues *before,
                         const AjValues *after,
                         const char *const *fields,
                         GError **error)
{
  gboolean differs = before == NULL || after == NULL;

  if (!aj_minutes_are_fixed (owner))
    return TRUE;
  for (guint i = 0; !differs && fields[i] != NULL; i++)
    differs = aj_values_differ (before, after, fields[i]);
  if (!differs)
    return TRUE;
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                       _ ("The minutes of this meeting are fixed. Reopen them first."));
  return FALSE;
}
