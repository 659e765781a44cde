/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-activity.h"

#include <glib/gi18n-lib.h>

static const AjChoice kinds[] = {
  { "information", N_ ("information") },
  { "workshop", N_ ("workshop or lesson") },
  { "campaign", N_ ("campaign") },
  { "performance", N_ ("performance or game") },
  { "visit", N_ ("visits and checks") },
  { "other", N_ ("other") },
  { NULL },
};

static const AjChoice accesses[] = {
  { "public", N_ ("for everybody") },
  { "closed", N_ ("for who is invited") },
  { NULL },
};

static const AjChoice states[] = {
  { AJ_ACTIVITY_DRAFT, N_ ("draft") },
  { AJ_ACTIVITY_SUBMITTED, N_ ("submitted") },
  { AJ_ACTIVITY_ACCEPTED, N_ ("accepted") },
  { AJ_ACTIVITY_CHANGED, N_ ("changed") },
  { AJ_ACTIVITY_CANCELLED, N_ ("cancelled") },
  { AJ_ACTIVITY_HELD, N_ ("held") },
  { NULL },
};

static const AjField fields[] = {
  { "edition", AJ_FIELD_REFERENCE, N_ ("Edition"), .target = "edition", .required = TRUE },
  /* Where it is; who does it may be another. */
  { "municipality", AJ_FIELD_REFERENCE, N_ ("Municipality"), .target = "municipality",
    .required = TRUE },
  { "organisation", AJ_FIELD_REFERENCE, N_ ("Organisation"), .target = "organisation" },
  { "name", AJ_FIELD_TEXT, N_ ("Title"), .required = TRUE, .searchable = TRUE },
  { "kind", AJ_FIELD_CHOICE, N_ ("Kind"), .choices = kinds, .initial = "information" },
  { "for-business", AJ_FIELD_BOOLEAN, N_ ("For business") },
  { "for-youth", AJ_FIELD_BOOLEAN, N_ ("For youth") },
  { "for-elderly", AJ_FIELD_BOOLEAN, N_ ("For elderly and less digitally skilled") },
  { "for-residents", AJ_FIELD_BOOLEAN, N_ ("For residents") },
  { "partners", AJ_FIELD_TEXT, N_ ("Partners"), .searchable = TRUE },
  { "intervention", AJ_FIELD_TEXT, N_ ("Intervention"), .searchable = TRUE },
  { "access", AJ_FIELD_CHOICE, N_ ("Open to"), .choices = accesses, .initial = "public" },
  { "place", AJ_FIELD_TEXT, N_ ("Place"), .searchable = TRUE },
  { "address", AJ_FIELD_TEXT, N_ ("Address"), .searchable = TRUE },
  { "date", AJ_FIELD_DATE, N_ ("Date"), .required = TRUE },
  { "from", AJ_FIELD_TIME, N_ ("From") },
  { "until", AJ_FIELD_TIME, N_ ("Until") },
  { "zone", AJ_FIELD_TEXT, N_ ("Time zone"), .max = 64, .form = AJ_FORM_ZONE, .required = TRUE,
    .initial = "Europe/Amsterdam" },
  { "expected-reach", AJ_FIELD_INTEGER, N_ ("Expected reach"), .min = 0,
    .max = AJ_TARGET_MAX_REACH },
  { "actual-reach", AJ_FIELD_INTEGER, N_ ("Actual reach"), .min = 0, .max = AJ_TARGET_MAX_REACH },
  { "contact", AJ_FIELD_REFERENCE, N_ ("Contact"), .target = "person" },
  { "link", AJ_FIELD_TEXT, N_ ("Link"), .max = 2000 },
  { "state", AJ_FIELD_CHOICE, N_ ("State"), .choices = states, .required = TRUE,
    .initial = AJ_ACTIVITY_SUBMITTED },
  { "remarks", AJ_FIELD_TEXT, N_ ("Remarks"), .multiline = TRUE, .searchable = TRUE },
  { "worked", AJ_FIELD_TEXT, N_ ("What worked"), .multiline = TRUE, .searchable = TRUE },
  /* What it is the same as, of the edition before. */
  { "previous", AJ_FIELD_REFERENCE, N_ ("As last time"), .target = "activity", .loose = TRUE,
    .internal = TRUE },
  { "sequence", AJ_FIELD_INTEGER, N_ ("Calendar version"), .min = 0, .max = G_MAXINT32,
    .internal = TRUE, .monotonic = TRUE, .initial = "0" },
};

static gboolean
has_state (const AjValues *activity, const char *state)
{
  return g_strcmp0 (aj_values_get_text (activity, "state"), state) == 0;
}

gboolean
aj_activity_counts (const AjValues *activity)
{
  return !has_state (activity, AJ_ACTIVITY_DRAFT) && !has_state (activity, AJ_ACTIVITY_CANCELLED);
}

gboolean
aj_activity_is_all_day (const AjValues *activity)
{
  return aj_values_is_empty (activity, "from");
}

/* Whether who has it in a calendar must be told (RFC 5545, 3.8.7.4). */
static gboolean
calls_for_update (const AjValues *before, const AjValues *after)
{
  static const char *const shown[] = { "date", "from", "until", "zone", "place", "address" };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (aj_values_differ (before, after, shown[i]))
      return TRUE;
  return has_state (before, AJ_ACTIVITY_CANCELLED) != has_state (after, AJ_ACTIVITY_CANCELLED);
}

/* Who says how many came says that it was held, unless something else is said of it in the same breath. */
static gboolean
was_held (const AjValues *before, const AjValues *after)
{
  if (aj_values_is_empty (after, "actual-reach") || !aj_activity_counts (after))
    return FALSE;
  return before == NULL || (aj_values_is_empty (before, "actual-reach") &&
                            !aj_values_differ (before, after, "state"));
}

static void
activity_prepare (const AjValues *before, AjValues *after)
{
  if (was_held (before, after))
    aj_values_set_text (after, "state", AJ_ACTIVITY_HELD);
  if (before != NULL && calls_for_update (before, after))
    aj_values_set_integer (after, "sequence", aj_values_get_integer (after, "sequence") + 1);
}

/* Who says no day means the day of the edition. */
static void
activity_derive (const AjValues *owner, const AjValues *before, AjValues *self)
{
  if (aj_values_is_empty (self, "date"))
    aj_values_set_date (self, "date", aj_values_get_date (owner, "starts-on"));
}

/* Times of day are stored so that the order of the texts is that of the times. */
static gboolean
activity_check (const AjValues *values, GError **error)
{
  const char *from = aj_values_get_text (values, "from");
  const char *until = aj_values_get_text (values, "until");

  if (until == NULL || (from != NULL && g_strcmp0 (from, until) < 0))
    return TRUE;
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                       from == NULL ? _ ("Say from when the activity is, or leave out until when.")
                                    : _ ("An activity must end after it starts."));
  return FALSE;
}

static const char *const identity[] = { "name", "municipality", "edition", "date", NULL };

const AjRecordType aj_activity_record_type = {
  .name = "activity",
  .label = N_ ("Activity"),
  .plural_label = N_ ("Activities"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .order_field = "date",
  .owner_field = "edition",
  .identity = identity,
  .get_type = aj_activity_get_type,
  .prepare = activity_prepare,
  .derive = activity_derive,
  .check = activity_check,
};

AJ_DEFINE_RECORD (AjActivity, aj_activity)
