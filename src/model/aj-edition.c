/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-edition.h"

#include <glib/gi18n-lib.h>

#include "aj-check.h"

static const AjField fields[] = {
  { "name", AJ_FIELD_TEXT, N_ ("Name"), .required = TRUE, .searchable = TRUE },
  { "deadline", AJ_FIELD_DATE, N_ ("Register until") },
  { "starts-on", AJ_FIELD_DATE, N_ ("First day"), .required = TRUE },
  { "ends-on", AJ_FIELD_DATE, N_ ("Last day"), .required = TRUE },
  { "goal", AJ_FIELD_INTEGER, N_ ("Goal (activities)"), .min = 0, .max = 1000000 },
  /* Who has not answered is asked again after so many days. */
  { "chase-days", AJ_FIELD_INTEGER, N_ ("Remind again after (days)"), .min = 1, .max = 366,
    .required = TRUE, .initial = "14" },
  { "previous", AJ_FIELD_REFERENCE, N_ ("The one before"), .target = "edition", .loose = TRUE },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
};

gboolean
aj_edition_get_days_left (const AjValues *edition, AjDate today, int *days)
{
  AjDate deadline = aj_values_get_date (edition, "deadline");

  if (deadline == AJ_DATE_NONE)
    return FALSE;
  *days = (int) (deadline - today);
  return TRUE;
}

gboolean
aj_edition_is_one_day (const AjValues *edition)
{
  return aj_values_get_date (edition, "starts-on") == aj_values_get_date (edition, "ends-on");
}

/* A moved edition lasts as long as it did. */
static void
edition_follow (const AjValues *before, AjValues *after, guint64 set)
{
  AjDate old_start = aj_values_get_date (before, "starts-on");
  AjDate old_end = aj_values_get_date (before, "ends-on");
  AjDate start = aj_values_get_date (after, "starts-on");

  if (aj_values_was_set (after, set, "starts-on") && !aj_values_was_set (after, set, "ends-on") &&
      old_start != AJ_DATE_NONE && old_end != AJ_DATE_NONE && start != AJ_DATE_NONE)
    aj_values_set_date (after, "ends-on", start + (old_end - old_start));
}

/* Most are one day. */
static void
edition_prepare (const AjValues *before, AjValues *after)
{
  if (aj_values_is_empty (after, "ends-on"))
    aj_values_set_date (after, "ends-on", aj_values_get_date (after, "starts-on"));
}

static gboolean
edition_check (const AjValues *values, GError **error)
{
  if (g_strcmp0 (aj_values_get_text (values, "previous"), aj_values_get_id (values)) == 0)
    {
      g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                           _ ("An edition cannot come after itself."));
      return FALSE;
    }
  return aj_check_order (values, "starts-on", "ends-on",
                         _ ("An edition cannot end before it begins."), error) &&
         aj_check_order (values, "deadline", "ends-on",
                         _ ("Who wants to take part must register before the edition is over."),
                         error);
}

static const char *const identity[] = { "name", "starts-on", NULL };

const AjRecordType aj_edition_record_type = {
  .name = "edition",
  .label = N_ ("Edition"),
  .plural_label = N_ ("Editions"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .order_field = "starts-on",
  .identity = identity,
  .get_type = aj_edition_get_type,
  .follow = edition_follow,
  .prepare = edition_prepare,
  .check = edition_check,
};

AJ_DEFINE_RECORD (AjEdition, aj_edition)
