/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-reach-goal.h"

#include <glib/gi18n-lib.h>

#include "aj-check.h"
#include "aj-target.h"

/* The codes are those of the fields of reach, without what they begin with. */
static const AjChoice targets[] = {
  { "business", N_ ("business") },
  { "youth", N_ ("youth") },
  { "elderly", N_ ("elderly and less digitally skilled") },
  { "residents", N_ ("residents") },
  { NULL },
};

static const AjField fields[] = {
  { "name", AJ_FIELD_TEXT, N_ ("Goal"), .required = TRUE, .searchable = TRUE },
  /* Empty: by all of them together. */
  { "intervention", AJ_FIELD_REFERENCE, N_ ("Intervention"), .target = "intervention" },
  /* Empty: whoever was reached. */
  { "target", AJ_FIELD_CHOICE, N_ ("Target group"), .choices = targets },
  { "number", AJ_FIELD_INTEGER, N_ ("Number of people"), .min = 1, .max = AJ_TARGET_MAX_REACH,
    .required = TRUE },
  { "from", AJ_FIELD_DATE, N_ ("From") },
  { "until", AJ_FIELD_DATE, N_ ("Until (last day)") },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
};

static gboolean
reach_goal_check (const AjValues *values, GError **error)
{
  return aj_check_order (values, "from", "until", _ ("A goal cannot end before it begins."), error);
}

static const char *const identity[] = { "name", NULL };

const AjRecordType aj_reach_goal_record_type = {
  .name = "reach-goal",
  .label = N_ ("Goal of reach"),
  .plural_label = N_ ("Goals of reach"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .order_field = "until",
  .from_field = "from",
  .until_field = "until",
  .identity = identity,
  .get_type = aj_reach_goal_get_type,
  .check = reach_goal_check,
};

AJ_DEFINE_RECORD (AjReachGoal, aj_reach_goal)
