/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-activity-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-activity.h"
#include "aj-text.h"

char *
aj_activity_describe_time (const AjValues *activity)
{
  const char *from = aj_values_get_text (activity, "from");
  const char *until = aj_values_get_text (activity, "until");

  if (aj_activity_is_all_day (activity))
    return g_strdup (_ ("all day"));
  /* Translators: from when an activity is, without an end: a time. */
  return until != NULL ? g_strdup_printf ("%s–%s", from, until)
                       : g_strdup_printf (_ ("from %s"), from);
}

/* Whether the words already say it, as "Grote Markt 1, Zwolle" does of Zwolle. */
static gboolean
says (const char *text, const char *word)
{
  g_autofree char *folded_text = aj_text_fold (text);
  g_autofree char *folded_word = aj_text_fold (word);

  return strstr (folded_text, folded_word) != NULL;
}

char *
aj_activity_describe_place (const AjValues *activity, const char *municipality)
{
  const char *place = aj_values_get_text (activity, "place");
  const char *address = aj_values_get_text (activity, "address");
  g_autoptr (GString) text = g_string_new (place);

  if (address != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", address);
  if (municipality != NULL && !says (text->str, municipality))
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", municipality);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

char *
aj_activity_describe_who (const AjValues *activity, const char *organisation)
{
  const char *partners = aj_values_get_text (activity, "partners");

  if (organisation != NULL && partners != NULL)
    /* Translators: an organisation, and with whom it does something. */
    return g_strdup_printf (_ ("By %1$s, with %2$s"), organisation, partners);
  if (organisation != NULL)
    /* Translators: an organisation that does something. */
    return g_strdup_printf (_ ("By %s"), organisation);
  /* Translators: with whom something is done. */
  return partners != NULL ? g_strdup_printf (_ ("With %s"), partners) : NULL;
}

char *
aj_activity_describe_targets (const AjValues *activity)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint target = 0; target < AJ_N_TARGETS; target++)
    if (aj_values_get_boolean (activity, aj_target_get_field (target)))
      g_strv_builder_add (found, aj_target_get_label (target));
  all = g_strv_builder_end (found);
  return all[0] != NULL ? g_strjoinv (", ", all) : NULL;
}
