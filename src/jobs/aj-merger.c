/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-merger.h"

#include <glib/gi18n-lib.h>

#include "aj-municipality.h"
#include "aj-text.h"

static const char *
get_name (const AjValues *values)
{
  const char *name = aj_values_get_text (values, "name");

  return name != NULL ? name : "";
}

AjDate
aj_merger_get_usual_date (AjDate today)
{
  return aj_date_new (aj_date_get_year (today) + 1, 1, 1);
}

static const AjValues *
find_largest (GPtrArray *municipalities)
{
  const AjValues *largest = NULL;

  for (guint i = 0; i < municipalities->len; i++)
    if (largest == NULL || aj_values_get_integer (municipalities->pdata[i], "population") >
                               aj_values_get_integer (largest, "population"))
      largest = municipalities->pdata[i];
  return largest;
}

/* FALSE when it is not known of all. */
static gboolean
add_up (const AjValues *municipality, gint64 *population)
{
  *population += aj_values_get_integer (municipality, "population");
  return !aj_values_is_empty (municipality, "population");
}

static AjValues *
propose_new (GPtrArray *old)
{
  static const char *const fields[] = { "province",  "district",    "school-region", "latitude",
                                        "longitude", "tile-column", "tile-row" };
  AjValues *fresh = aj_values_new (&aj_municipality_record_type, NULL);
  const AjValues *largest = find_largest (old);

  for (guint i = 0; largest != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      int index = aj_record_type_find (&aj_municipality_record_type, fields[i]);

      aj_values_set (fresh, (guint) index, aj_values_peek (largest, (guint) index));
    }
  return fresh;
}

AjValues *
aj_merger_propose (GPtrArray *old, const AjValues *stays)
{
  AjValues *result = stays != NULL ? aj_values_copy (stays) : propose_new (old);
  gint64 population = 0;
  gboolean is_known = stays == NULL || add_up (stays, &population);

  for (guint i = 0; i < old->len; i++)
    is_known &= add_up (old->pdata[i], &population);
  if (is_known && old->len > 0)
    aj_values_set_integer (result, "population", population);
  return result;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE, sentence);
  return FALSE;
}

/* What was not there yet on the day before cannot go into another. */
static gboolean
check_began (const AjValues *municipality, AjDate date, GError **error)
{
  AjDate first = aj_values_get_date (municipality, "valid-from");
  g_autofree char *day = aj_date_format_plain (first);

  if (first == AJ_DATE_NONE || first < date)
    return TRUE;
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
               /* Translators: a municipality and its first day. */
               _ ("%s exists from %s on. Choose a later day."), get_name (municipality), day);
  return FALSE;
}

/* A last day that was filled in before is right when it is the day before. */
static gboolean
check_goes (const AjValues *municipality, AjDate date, GError **error)
{
  AjDate last = aj_values_get_date (municipality, "valid-until");
  g_autofree char *day = aj_date_format_plain (last);

  if (!aj_values_is_empty (municipality, "merged-into"))
    {
      g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                   /* Translators: a municipality and its last day. */
                   _ ("%s already goes into another municipality after %s."),
                   get_name (municipality), day);
      return FALSE;
    }
  if (last == AJ_DATE_NONE || last == date - 1)
    return TRUE;
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
               /* Translators: a municipality and its last day. */
               _ ("%s ends on %s. Choose the day after it, or change its last day first."),
               get_name (municipality), day);
  return FALSE;
}

static gboolean
check_stays (const AjValues *municipality, AjDate date, GError **error)
{
  g_autofree char *day = NULL;

  if (municipality == NULL || !aj_values_are_over (municipality, date))
    return TRUE;
  day = aj_date_format_plain (aj_values_get_date (municipality, "valid-until"));
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
               /* Translators: a municipality and its last day. */
               _ ("%s is there until %s only, so no other can go into it then."),
               get_name (municipality), day);
  return FALSE;
}

static gboolean
check_old (const AjMerger *self, GError **error)
{
  if (self->old->len + (self->stays != NULL) < 2)
    return refuse (error, _ ("Choose which municipalities become one."));
  if (self->date == AJ_DATE_NONE)
    return refuse (error, _ ("Say from which day on they are one."));
  for (guint i = 0; i < self->old->len; i++)
    {
      const AjValues *old = self->old->pdata[i];

      if (self->stays != NULL &&
          g_str_equal (aj_values_get_id (self->stays), aj_values_get_id (old)))
        return refuse (error, _ ("A municipality cannot go into itself."));
      if (!check_began (old, self->date, error) || !check_goes (old, self->date, error))
        return FALSE;
    }
  return (self->stays == NULL || check_began (self->stays, self->date, error)) &&
         check_stays (self->stays, self->date, error);
}

static gboolean
check_code (const AjValues *result, GPtrArray *known, GError **error)
{
  const char *code = aj_values_get_text (result, "code");

  for (guint i = 0; code != NULL && i < known->len; i++)
    if (!g_str_equal (aj_values_get_id (known->pdata[i]), aj_values_get_id (result)) &&
        g_strcmp0 (aj_values_get_text (known->pdata[i], "code"), code) == 0)
      {
        g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                     /* Translators: a municipality's code, and which municipality has it. */
                     _ ("Code %s is that of %s. A new municipality has a code of its own."), code,
                     get_name (known->pdata[i]));
        return FALSE;
      }
  return TRUE;
}

gboolean
aj_merger_check (const AjMerger *self, GPtrArray *known, GError **error)
{
  if (!check_old (self, error))
    return FALSE;
  if (aj_values_is_empty (self->result, "name"))
    return refuse (error, _ ("Fill in what the new municipality is called."));
  if (aj_values_is_empty (self->result, "code"))
    return refuse (error, _ ("Fill in the code of the new municipality."));
  return check_code (self->result, known, error) && aj_values_check (self->result, NULL, error);
}

char *
aj_merger_describe (const AjMerger *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autofree char *day = aj_date_format_plain (self->date);

  for (guint i = 0; i < self->old->len; i++)
    g_ptr_array_add (names, (gpointer) get_name (self->old->pdata[i]));
  g_ptr_array_add (names, NULL);
  joined = aj_text_join_names ((const char *const *) names->pdata);
  /* Translators: municipalities that become one, as in "Laren and Blaricum"; what they become; the first day of it. */
  return g_strdup_printf (_ ("Merge %s into %s on %s"), joined, get_name (self->result), day);
}

AjEdit *
aj_merger_prepare (const AjMerger *self, AjStore *store)
{
  g_autofree char *label = aj_merger_describe (self);
  AjEdit *edit = aj_edit_new (store, label);
  const char *id = aj_values_get_id (self->result);
  AjValues *result = self->stays != NULL
                         ? aj_edit_change_values (edit, self->stays)
                         : aj_edit_add_with_id (edit, &aj_municipality_record_type, id);

  for (guint i = 0; i < aj_municipality_record_type.n_fields; i++)
    aj_values_set (result, i, aj_values_peek (self->result, i));
  if (self->stays == NULL)
    aj_values_set_date (result, "valid-from", self->date);
  for (guint i = 0; i < self->old->len; i++)
    {
      AjValues *old = aj_edit_change_values (edit, self->old->pdata[i]);

      aj_values_set_date (old, "valid-until", self->date - 1);
      aj_values_set_text (old, "merged-into", id);
    }
  return edit;
}

const char *
aj_merger_find_heir (GHashTable *municipalities, const char *id, AjDate date)
{
  /* Two that went into each other are a mistake of somebody, and would go round for ever. */
  for (guint i = g_hash_table_size (municipalities); i > 0; i--)
    {
      const AjValues *values = g_hash_table_lookup (municipalities, id);
      const char *heir = values != NULL ? aj_values_get_text (values, "merged-into") : NULL;

      if (heir == NULL || !aj_values_are_over (values, date))
        break;
      id = heir;
    }
  return id;
}
