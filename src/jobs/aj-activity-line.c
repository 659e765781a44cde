/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-activity-line.h"

#include "aj-activity.h"

char *
aj_activity_line_dup_time (const AjValues *activity)
{
  const char *from = aj_values_get_text (activity, "from");
  const char *until = aj_values_get_text (activity, "until");

  if (aj_activity_is_all_day (activity))
    return g_strdup ("");
  return until != NULL ? g_strdup_printf ("%s–%s", from, until) : g_strdup (from);
}

char *
aj_activity_line_dup_targets (const AjValues *activity)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint target = 0; target < AJ_N_TARGETS; target++)
    if (aj_values_get_boolean (activity, aj_target_get_field (target)))
      g_strv_builder_add (found, aj_target_get_label (target));
  all = g_strv_builder_end (found);
  return g_strjoinv (", ", all);
}
