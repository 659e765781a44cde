/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cycle.h"

#include <glib/gi18n-lib.h>

static const AjChoice weekdays[] = {
  { "monday", N_ ("Monday") },       { "tuesday", N_ ("Tuesday") },
  { "wednesday", N_ ("Wednesday") }, { "thursday", N_ ("Thursday") },
  { "friday", N_ ("Friday") },       { "saturday", N_ ("Saturday") },
  { "sunday", N_ ("Sunday") },       { NULL },
};

static const AjField fields[] = {
  { "group", AJ_FIELD_REFERENCE, N_ ("Group"), .target = "group", .required = TRUE },
  { "every-months", AJ_FIELD_INTEGER, N_ ("Every (months)"), .min = 1, .max = 12, .required = TRUE,
    .initial = "2" },
  { "first-month", AJ_FIELD_INTEGER, N_ ("First month"), .min = 1, .max = 12, .required = TRUE,
    .initial = "1" },
  { "count", AJ_FIELD_INTEGER, N_ ("Meetings in a year"), .min = 1, .max = 24, .required = TRUE,
    .initial = "6" },
  { "weekday", AJ_FIELD_CHOICE, N_ ("Weekday"), .choices = weekdays, .required = TRUE,
    .initial = "thursday" },
  /* Which one in the month; -1 is the last. */
  { "nth", AJ_FIELD_INTEGER, N_ ("Which in the month"), .min = -1, .max = 5, .required = TRUE,
    .initial = "2" },
  { "start", AJ_FIELD_TIME, N_ ("Start"), .required = TRUE, .initial = "10:00" },
  { "minutes", AJ_FIELD_INTEGER, N_ ("Length (minutes)"), .min = 5, .max = 1440, .required = TRUE,
    .initial = "120" },
  { "zone", AJ_FIELD_TEXT, N_ ("Time zone"), .max = 64, .form = AJ_FORM_ZONE, .required = TRUE,
    .initial = "Europe/Amsterdam" },
  { "place", AJ_FIELD_TEXT, N_ ("Place"), .searchable = TRUE },
  { "online-link", AJ_FIELD_TEXT, N_ ("Online link"), .max = 2000 },
  { "avoid-school-holidays", AJ_FIELD_BOOLEAN, N_ ("Avoid school holidays"), .initial = "true" },
  { "avoid-clashes", AJ_FIELD_BOOLEAN, N_ ("Avoid other meetings of the same people"),
    .initial = "true" },
  /* The months in which somebody wants no meeting, "2027-07 2028-01", so that planning again makes none. */
  { "left-out", AJ_FIELD_TEXT, N_ ("Months left out"), .max = 2000, .internal = TRUE },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
};

static gboolean
cycle_check (const AjValues *values, GError **error)
{
  if (aj_values_get_integer (values, "nth") != 0)
    return TRUE;
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                       _ ("Choose the first to the fifth of the month, or -1 for the last."));
  return FALSE;
}

static const char *const identity[] = { "group", NULL };

const AjRecordType aj_cycle_record_type = {
  .name = "cycle",
  .label = N_ ("Cycle"),
  .plural_label = N_ ("Cycles"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "group" } } },
  .order_field = "group",
  .identity = identity,
  .get_type = aj_cycle_get_type,
  .check = cycle_check,
};

AJ_DEFINE_RECORD (AjCycle, aj_cycle)
