/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-task.h"

#include <glib/gi18n-lib.h>

#include "aj-task.h"

#define MAX_DAYS 1000

static const AjChoice states[] = {
  { AJ_TASK_OPEN, N_ ("to do") },
  { AJ_TASK_DONE, N_ ("done") },
  { AJ_TASK_DROPPED, N_ ("dropped") },
  { NULL },
};

static const AjField fields[] = {
  { "rollout", AJ_FIELD_REFERENCE, N_ ("Rollout"), .target = "rollout", .required = TRUE },
  { "name", AJ_FIELD_TEXT, N_ ("What"), .required = TRUE, .searchable = TRUE },
  { "assignee", AJ_FIELD_REFERENCE, N_ ("Who"), .target = "person" },
  { "days", AJ_FIELD_INTEGER, N_ ("Days from the first day"), .min = -MAX_DAYS, .max = MAX_DAYS },
  { "due", AJ_FIELD_DATE, N_ ("Due") },
  { "pinned", AJ_FIELD_BOOLEAN, N_ ("Keep this date") },
  { "state", AJ_FIELD_CHOICE, N_ ("State"), .choices = states, .required = TRUE,
    .initial = AJ_TASK_OPEN },
  { "step", AJ_FIELD_REFERENCE, N_ ("Step of the intervention"), .target = "intervention-step",
    .loose = TRUE, .internal = TRUE },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
};

/* Who gives a task a day of its own means that day, also when the rollout moves. */
static void
rollout_task_follow (const AjValues *before, AjValues *after, guint64 set)
{
  if (aj_values_was_set (after, set, "due") && !aj_values_was_set (after, set, "pinned") &&
      !aj_values_is_empty (after, "days") && aj_values_differ (before, after, "due"))
    aj_values_set_boolean (after, "pinned", !aj_values_is_empty (after, "due"));
}

/* What is done keeps the day it was due. Days of the calendar are counted, so nothing changes with the clock. */
static void
rollout_task_derive (const AjValues *owner, const AjValues *before, AjValues *self)
{
  AjDate start = aj_values_get_date (owner, "starts-on");

  if (!aj_task_is_open (self) || aj_values_get_boolean (self, "pinned") ||
      aj_values_is_empty (self, "days"))
    return;
  if (start == AJ_DATE_NONE)
    aj_values_clear (self, "due");
  else
    aj_values_set_date (self, "due", start + (AjDate) aj_values_get_integer (self, "days"));
}

static const char *const once_for[] = { "step", NULL };

static const char *const identity[] = { "name", "rollout", NULL };

const AjRecordType aj_rollout_task_record_type = {
  .name = "rollout-task",
  .label = N_ ("Task of a rollout"),
  .plural_label = N_ ("Tasks of rollouts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .order_field = "due",
  .owner_field = "rollout",
  .once_for = once_for,
  .identity = identity,
  .follow = rollout_task_follow,
  .derive = rollout_task_derive,
  .get_type = aj_rollout_task_get_type,
};

AJ_DEFINE_RECORD (AjRolloutTask, aj_rollout_task)
