/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-career.h"

#include <glib/gi18n-lib.h>

#include "aj-position.h"

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE, sentence);
  return FALSE;
}

static gboolean
has_function (const AjValues *person)
{
  return !aj_values_is_empty (person, "function") || !aj_values_is_empty (person, "organisation");
}

gboolean
aj_career_check (const AjValues *person, const AjValues *next, AjDate date, GError **error)
{
  if (!has_function (next))
    return refuse (error, _ ("Fill in the new function, or the organisation."));
  if (!aj_values_differ (person, next, "function") &&
      !aj_values_differ (person, next, "organisation"))
    return refuse (error, _ ("That is what they do now. Change the function or the organisation."));
  if (date == AJ_DATE_NONE)
    return refuse (error, _ ("Fill in the first day of it."));
  return TRUE;
}

AjEdit *
aj_career_prepare (AjStore *store, const AjValues *person, const AjValues *next, AjDate date)
{
  /* Translators: somebody who does something else from now on. */
  g_autofree char *label = g_strdup_printf (_ ("%s has another function"),
                                            aj_values_get_text (person, "name"));
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *changed = aj_edit_change_values (edit, person);
  AjValues *earlier;

  aj_values_set_text (changed, "function", aj_values_get_text (next, "function"));
  aj_values_set_text (changed, "organisation", aj_values_get_text (next, "organisation"));
  if (!has_function (person))
    return edit;
  earlier = aj_edit_add (edit, &aj_position_record_type);
  aj_values_set_text (earlier, "person", aj_values_get_id (person));
  aj_values_set_text (earlier, "function", aj_values_get_text (person, "function"));
  aj_values_set_text (earlier, "organisation", aj_values_get_text (person, "organisation"));
  aj_values_set_date (earlier, "until", date - 1);
  return edit;
}
